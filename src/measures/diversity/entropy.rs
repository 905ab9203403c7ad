//! Shannon's entropy of the words (Shannon 1948).

use super::WordSequence;

/// In bits: the mean of log2(N/count) over the words.
pub(super) fn bits(words: &WordSequence) -> Option<f64> {
    let n = words.n()?;
    let sum: f64 =
        words.spectrum.iter().map(|&(count, types)| (count * types) as f64 * (n / count as f64).log2()).sum();
    Some(sum / n)
}

/// Over the entropy of as many words in equal numbers; none of a single word.
pub(super) fn normalised(words: &WordSequence) -> Option<f64> {
    let most = words.v().log2();
    if most > 0.0 { Some(bits(words)? / most) } else { None }
}
