//! Fisher's exact test.

use super::Contrast;

/// Tables that are this much more probable still count as no more probable: the quotient is rounded, as in R.
const ROUNDING: f64 = 1.0 + 1e-7;

/// The probability of all tables with the same margins that are no more probable than the one that was observed; none
/// where a row or a column is empty, so that there is but one table. Time grows with the standard deviation of the count, not with the corpora.
pub(super) fn two_sided(contrast: &Contrast) -> Option<f64> {
    contrast.table()?.chi_squared(0.0)?;
    let (n1, n2) = (contrast.target_words(), contrast.reference_words());
    let occurrences = contrast.target() + contrast.reference();
    let (lowest, highest) = (occurrences.saturating_sub(n2), occurrences.min(n1));
    let mode = (u128::from(occurrences) + 1) * (u128::from(n1) + 1) / (u128::from(n1) + u128::from(n2) + 2);
    let mode = (mode as u64).clamp(lowest, highest);
    // P(x + 1)/P(x) of the hypergeometric distribution.
    let ratio = |x: u64| {
        let (x_next, rest) = ((x + 1) as f64, (occurrences - x) as f64);
        (n1 - x) as f64 / x_next * (rest / ((n2 - (occurrences - x)) as f64 + 1.0))
    };
    // Probabilities over that of the mode, outwards until they vanish in the sum.
    let up = weights(1.0, mode..highest, ratio);
    let down = weights(1.0, (lowest..mode).rev(), |x| 1.0 / ratio(x));
    let observed = match contrast.target() {
        x if x > mode => up.get((x - mode - 1) as usize).copied().unwrap_or(0.0),
        x if x < mode => down.get((mode - x - 1) as usize).copied().unwrap_or(0.0),
        _ => 1.0,
    };
    // The smallest first.
    let sum = |limit: f64| {
        let side = |weights: &[f64]| weights.iter().rev().filter(|&&weight| weight <= limit).sum::<f64>();
        let at_mode = if limit >= 1.0 { 1.0 } else { 0.0 };
        side(&up) + side(&down) + at_mode
    };
    Some(sum(observed * ROUNDING) / sum(f64::INFINITY))
}

/// The weight of each step, down to those that a double does not hold in full.
fn weights(mut weight: f64, steps: impl Iterator<Item = u64>, ratio: impl Fn(u64) -> f64) -> Vec<f64> {
    let next = |x| {
        weight *= ratio(x);
        (weight >= f64::MIN_POSITIVE).then_some(weight)
    };
    steps.map_while(next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lady_tasting_tea() {
        // Fisher 1935: all eight cups right has the probability 1/70; two-sided the other extreme joins it.
        let p = Contrast::new(4, 0, 4, 4).ok().as_ref().and_then(two_sided);
        assert!(p.is_some_and(|p| (p - 2.0 / 70.0).abs() < 1e-15), "{p:?}");
        let p = Contrast::new(2, 2, 4, 4).ok().as_ref().and_then(two_sided);
        assert!(p.is_some_and(|p| (p - 1.0).abs() < 1e-15), "{p:?}");
    }
}
