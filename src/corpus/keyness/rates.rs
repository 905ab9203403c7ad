//! False discovery rates (Benjamini & Hochberg 1995).

use super::{KeyWord, sort};

/// Sets q of every row from the p of all: the least p m / rank among the rows that are no surer.
pub(super) fn set_discovery_rates(rows: &mut [KeyWord<'_>]) {
    let mut order: Vec<(f64, u32)> = rows.iter().map(|row| row.p).zip(0..).collect();
    sort(&mut order, |a, b| b.0.total_cmp(&a.0));
    let number = rows.len() as f64;
    let mut least = 1.0_f64;
    for ((p, row), below) in order.into_iter().zip(0_u32..) {
        least = least.min(p * number / (number - f64::from(below)));
        rows[row as usize].q = least;
    }
}
