//! Measures of the words that occur once or twice.

use super::WordSequence;

pub(super) fn per_token(words: &WordSequence) -> Option<f64> {
    Some(words.types_with_count(1) as f64 / words.n()?)
}

pub(super) fn per_type(words: &WordSequence) -> Option<f64> {
    words.n()?;
    Some(words.types_with_count(1) as f64 / words.v())
}

/// 100 ln N / (1 - V1/V), none where every word occurs once.
pub(super) fn honore_h(words: &WordSequence) -> Option<f64> {
    let (n, v) = (words.n()?, words.v());
    let repeated = v - words.types_with_count(1) as f64;
    (repeated > 0.0).then(|| 100.0 * n.ln() * v / repeated)
}

pub(super) fn sichel_s(words: &WordSequence) -> Option<f64> {
    words.n()?;
    Some(words.types_with_count(2) as f64 / words.v())
}

/// N^(V^-a).
pub(super) fn brunet_w(words: &WordSequence, a: f64) -> Option<f64> {
    Some(words.n()?.powf(words.v().powf(-a)))
}
