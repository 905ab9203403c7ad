//! Ratios of distinct words to words, plain and in logarithms. Somers's S, Dugast's U and Maas's measures depend on the
//! base of the logarithm, so each base has a name of its own.

use std::f64::consts::LN_10;

use super::WordSequence;

pub(super) fn ttr(words: &WordSequence) -> Option<f64> {
    Some(words.v() / words.n()?)
}

pub(super) fn rttr(words: &WordSequence) -> Option<f64> {
    Some(words.v() / words.n()?.sqrt())
}

pub(super) fn cttr(words: &WordSequence) -> Option<f64> {
    Some(words.v() / (2.0 * words.n()?).sqrt())
}

pub(super) fn herdan_c(words: &WordSequence) -> Option<f64> {
    Some(words.v().ln() / ln_tokens(words)?)
}

/// Natural logarithm of the words; none below two words, where it is no divisor.
fn ln_tokens(words: &WordSequence) -> Option<f64> {
    words.n().filter(|&n| n > 1.0).map(f64::ln)
}

/// ln N - ln V, exact where nearly every word is distinct.
fn ln_repeats(words: &WordSequence) -> Option<f64> {
    let (n, v) = (words.n()?, words.v());
    Some(((n - v) / v).ln_1p())
}

pub(super) fn summer_s_ln(words: &WordSequence) -> Option<f64> {
    // Of two words the double logarithm is negative, and the ratio says nothing.
    let ln_n = ln_tokens(words).filter(|&ln_n| ln_n > 1.0)?;
    double_logs(words.v().ln(), ln_n)
}

pub(super) fn summer_s_log10(words: &WordSequence) -> Option<f64> {
    double_logs(words.v().log10(), ln_tokens(words)? / LN_10)
}

fn double_logs(log_v: f64, log_n: f64) -> Option<f64> {
    let divisor = log_n.ln();
    (log_v > 0.0 && divisor != 0.0).then(|| log_v.ln() / divisor)
}

pub(super) fn dugast_u_ln(words: &WordSequence) -> Option<f64> {
    let (ln_n, repeats) = (ln_tokens(words)?, ln_repeats(words)?);
    (repeats > 0.0).then(|| ln_n * ln_n / repeats)
}

pub(super) fn dugast_u_log10(words: &WordSequence) -> Option<f64> {
    Some(dugast_u_ln(words)? / LN_10)
}

pub(super) fn maas_a2_ln(words: &WordSequence) -> Option<f64> {
    let ln_n = ln_tokens(words)?;
    Some(ln_repeats(words)? / (ln_n * ln_n))
}

pub(super) fn maas_a2_log10(words: &WordSequence) -> Option<f64> {
    Some(maas_a2_ln(words)? * LN_10)
}

pub(super) fn maas_a_ln(words: &WordSequence) -> Option<f64> {
    maas_a2_ln(words).map(f64::sqrt)
}

pub(super) fn maas_a_log10(words: &WordSequence) -> Option<f64> {
    maas_a2_log10(words).map(f64::sqrt)
}

/// log V / sqrt(1 - C^2) with C of Herdan, the root from 1 - C and 1 + C, which keep their digits.
pub(super) fn maas_lge_v0(words: &WordSequence) -> Option<f64> {
    let (c, missing) = (herdan_c(words)?, ln_repeats(words)? / ln_tokens(words)?);
    (missing > 0.0).then(|| words.v().ln() / (missing * (1.0 + c)).sqrt())
}

pub(super) fn maas_lg_v0(words: &WordSequence) -> Option<f64> {
    Some(maas_lge_v0(words)? / LN_10)
}
