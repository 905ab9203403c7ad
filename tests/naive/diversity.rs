//! Lexical diversity, window by window.

use std::collections::HashSet;

use super::Text;

fn ratio(words: &[&str]) -> f64 {
    words.iter().collect::<HashSet<_>>().len() as f64 / words.len() as f64
}

/// Type-token ratio.
pub(crate) fn ttr(text: &Text) -> Option<f64> {
    let words = folded(text);
    (!words.is_empty()).then(|| ratio(&words))
}

/// Mean type-token ratio of all windows (Covington & McFall 2010).
pub(crate) fn mattr(text: &Text, window: usize) -> Option<f64> {
    let words = folded(text);
    let ratios: Vec<f64> = words.windows(window).map(ratio).collect();
    (!ratios.is_empty()).then(|| ratios.iter().sum::<f64>() / ratios.len() as f64)
}

/// Mean of words per factor, forwards and backwards (McCarthy & Jarvis 2010).
pub(crate) fn mtld(text: &Text) -> Option<f64> {
    let mut words = folded(text);
    let forward = words_per_factor(&words)?;
    words.reverse();
    Some(f64::midpoint(forward, words_per_factor(&words)?))
}

fn words_per_factor(words: &[&str]) -> Option<f64> {
    let mut factors = 0.0;
    let mut start = 0;
    for end in 1..=words.len() {
        if end - start >= 10 && ratio(&words[start..end]) < 0.72 {
            factors += 1.0;
            start = end;
        }
    }
    if start < words.len() {
        factors += (1.0 - ratio(&words[start..])) / (1.0 - 0.72);
    }
    (factors > 0.0).then(|| words.len() as f64 / factors)
}

fn folded(text: &Text) -> Vec<&str> {
    text.words.iter().map(|word| word.folded.as_str()).collect()
}
