//! Two by two tables of counts, whose statistics keyness and collocations share.
//!
//! The counts of two corpora of a thousand million words leave few digits to the difference between what was observed
//! and what was expected, so nothing is subtracted that is nearly equal.

/// A table of four cells with its margins: of the columns `(first, second)`, the row of interest holds `row`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table {
    /// The cells: of interest in the first and in the second column, then the rest of each column.
    pub(super) cells: [f64; 4],
    /// What each cell would hold if rows and columns had nothing to do with each other.
    pub(super) expected: [f64; 4],
    /// Observed less expected in the first cell: the same in the fourth, and negative in the others.
    pub(super) excess: f64,
    /// All four cells.
    pub(super) total: f64,
    /// a d - b c.
    pub(super) determinant: f64,
}

impl Table {
    /// Of interest `row.0` among `columns.0` and `row.1` among `columns.1`, with the determinant of the four cells.
    pub(super) fn new(row: (f64, f64), columns: (f64, f64), determinant: f64) -> Self {
        let total = columns.0 + columns.1;
        let rest = (columns.0 - row.0, columns.1 - row.1);
        let share = (row.0 + row.1) / total;
        let rest_share = (rest.0 + rest.1) / total;
        Self {
            cells: [row.0, row.1, rest.0, rest.1],
            expected: [columns.0 * share, columns.1 * share, columns.0 * rest_share, columns.1 * rest_share],
            excess: determinant / total,
            total,
            determinant,
        }
    }

    /// Observed less expected over expected, cell by cell; 0 where nothing is expected.
    fn deviations(&self) -> [f64; 4] {
        let signs = [1.0, -1.0, -1.0, 1.0];
        std::array::from_fn(|cell| {
            let expected = self.expected[cell];
            if expected > 0.0 { signs[cell] * self.excess / expected } else { 0.0 }
        })
    }

    /// Log-likelihood of the first `cells` cells: twice the sum of O ln(O/E).
    ///
    /// As the excesses cancel over each row, it is twice the sum of E h((O - E)/E), in which every term is positive.
    pub(super) fn log_likelihood(&self, cells: usize) -> f64 {
        let terms = self.expected.iter().zip(self.deviations()).take(cells);
        2.0 * terms.map(|(expected, deviation)| expected * deviance(deviation)).sum::<f64>()
    }

    /// Pearson's chi-squared; `correction` is taken off the determinant, but no more than it has. None where a row or
    /// a column is empty.
    pub(super) fn chi_squared(&self, correction: f64) -> Option<f64> {
        let [a, b, c, d] = self.cells;
        let margins = (a + b) * (c + d) * (a + c) * (b + d);
        let difference = (self.determinant.abs() - correction).max(0.0);
        (margins > 0.0).then(|| self.total / margins * difference * difference)
    }

    /// a d / (b c), each cell larger by `added`; none where a divisor is 0.
    pub(super) fn odds_ratio(&self, added: f64) -> Option<f64> {
        let [a, b, c, d] = self.cells.map(|cell| cell + added);
        (b * c > 0.0).then(|| (a / b) * (d / c))
    }

    /// ln(O/E) of the first cell; none where nothing was observed.
    pub(super) fn ln_observed_over_expected(&self) -> Option<f64> {
        (self.cells[0] > 0.0).then(|| {
            let deviation = self.deviations()[0];
            // Near 0 the deviation keeps its digits, far from it the quotient.
            if deviation.abs() < 0.5 { deviation.ln_1p() } else { (self.cells[0] / self.expected[0]).ln() }
        })
    }
}

/// h(u) = (1 + u) ln(1 + u) - u for u of -1 or more, to full precision (Loader 2000, where it is `bd0`).
fn deviance(u: f64) -> f64 {
    if u <= -1.0 {
        return 1.0;
    }
    if u.abs() > 0.1 {
        return (1.0 + u) * u.ln_1p() - u;
    }
    // u^2/2 - u^3/6 + u^4/12 - ...: the term of u^k is +-u^k/(k (k - 1)), 16 of them reach below a double at 0.1.
    let series = (2..18_i32).rev().fold(0.0, |sum, k| 1.0 / f64::from(k * (k - 1)) - u * sum);
    u * u * series
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deviance_is_smooth_where_its_two_forms_meet() {
        for u in [0.1_f64, -0.1, 0.05, -0.05] {
            let direct = (1.0 + u) * u.ln_1p() - u;
            assert!((deviance(u) / direct - 1.0).abs() < 1e-13, "{u}");
        }
        assert!((deviance(1e-9) / 5e-19 - 1.0).abs() < 1e-9);
        assert!((deviance(-1.0) - 1.0).abs() < 1e-15);
    }
}
