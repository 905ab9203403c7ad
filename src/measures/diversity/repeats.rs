//! How often words come again: the measures of the squared counts.

use super::WordSequence;

/// Exact in integers up to the one division.
pub(super) fn yule_k(words: &WordSequence) -> Option<f64> {
    let n = words.n()?;
    Some(1e4 * repeated_pairs(words) / (n * n))
}

pub(super) fn yule_i(words: &WordSequence) -> Option<f64> {
    let (v, divisor) = (words.v(), words.squares() - words.types() as u64);
    (divisor > 0).then(|| v * v / divisor as f64)
}

pub(super) fn simpson_d(words: &WordSequence) -> Option<f64> {
    let n = words.n().filter(|&n| n > 1.0)?;
    Some(repeated_pairs(words) / (n * (n - 1.0)))
}

/// Ordered pairs of two places with the same word.
fn repeated_pairs(words: &WordSequence) -> f64 {
    (words.squares() - words.tokens() as u64) as f64
}

/// sqrt(S2/N^2 - 1/V) over the common divisor, in integers: 0 and nothing else where all counts are equal.
pub(super) fn herdan_vm(words: &WordSequence) -> Option<f64> {
    let (n, v) = (words.n()?, words.v());
    let tokens = words.tokens() as u128;
    let excess = u128::from(words.squares()) * words.types() as u128 - tokens * tokens;
    Some((excess as f64 / v).sqrt() / n)
}
