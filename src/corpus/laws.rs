//! The laws of word frequency: Zipf's, of counts over ranks, and Heaps's, of distinct words over words.

use std::collections::HashSet;
use std::hash::Hash;

/// A straight line through points in logarithms, by least squares.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct PowerLaw {
    /// Slope of the line: the exponent of the law. About -1 for Zipf's, 0.4 to 0.8 for Heaps's.
    pub exponent: f64,
    /// Height of the line where the rank, or the number of words, is 1: the factor of the law.
    pub factor: f64,
    /// Share of the variance that the line explains, 0 to 1; 0 where all points have one height.
    pub r2: f64,
}

/// The exponent of Zipf's law (Zipf 1935): the line through the logarithms of the counts over those of the ranks. Words
/// of equal count have ranks of their own. The many words that occur once bend it. None of fewer than three words;
/// counts of 0 are left out.
///
/// ```
/// let law = connote::zipf_law(&[600, 300, 200, 150]).expect("enough words");
/// assert!((law.exponent + 1.0).abs() < 1e-12 && (law.factor - 600.0).abs() < 1e-9);
/// assert_eq!(connote::zipf_law(&[2, 1]), None);
/// ```
pub fn zipf_law(counts: &[u64]) -> Option<PowerLaw> {
    let mut counts: Vec<u64> = counts.iter().copied().filter(|&count| count > 0).collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let points = counts.iter().zip(1_u64..).map(|(&count, rank)| (rank as f64, count as f64));
    fit(&points.collect::<Vec<_>>())
}

/// Heaps's law (Herdan 1960; Heaps 1978): V(n) = K n^beta, the line through the logarithms of the distinct words over
/// those of the words, taken after every `step` words; beta is the exponent and K the factor. None of fewer than three
/// steps.
///
/// ```
/// let distinct: Vec<u32> = (0..500).collect();
/// let law = connote::heaps_law(&distinct, 100).expect("five steps");
/// assert!((law.exponent - 1.0).abs() < 1e-12 && (law.factor - 1.0).abs() < 1e-12);
/// assert_eq!(connote::heaps_law(&distinct[..299], 100), None);
/// ```
pub fn heaps_law<W: Hash + Eq>(words: impl IntoIterator<Item = W>, step: usize) -> Option<PowerLaw> {
    let mut seen = HashSet::new();
    let mut points = Vec::new();
    for (word, number) in words.into_iter().zip(1_usize..) {
        seen.insert(word);
        if step > 0 && number % step == 0 {
            points.push((number as f64, seen.len() as f64));
        }
    }
    fit(&points)
}

/// The line through the logarithms of three points or more.
fn fit(points: &[(f64, f64)]) -> Option<PowerLaw> {
    if points.len() < 3 {
        return None;
    }
    // A level line, on which rounding would leave a trace of a slope.
    let heights = points.iter().map(|&(_, y)| y);
    let height = heights.clone().fold(f64::INFINITY, f64::min);
    if heights.fold(0.0, f64::max) <= height {
        return Some(PowerLaw { exponent: 0.0, factor: height, r2: 0.0 });
    }
    let number = points.len() as f64;
    let logs = || points.iter().map(|&(x, y)| (x.ln(), y.ln()));
    let mean_x = logs().map(|(x, _)| x).sum::<f64>() / number;
    let mean_y = logs().map(|(_, y)| y).sum::<f64>() / number;
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for (x, y) in logs() {
        xx += (x - mean_x) * (x - mean_x);
        xy += (x - mean_x) * (y - mean_y);
        yy += (y - mean_y) * (y - mean_y);
    }
    let exponent = xy / xx;
    let factor = (mean_y - exponent * mean_x).exp();
    Some(PowerLaw { exponent, factor, r2: xy / xx * (xy / yy) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_line_explains_nothing() {
        let law = zipf_law(&[3, 3, 3, 3, 0]);
        assert_eq!(law, Some(PowerLaw { exponent: 0.0, factor: 3.0, r2: 0.0 }));
    }
}
