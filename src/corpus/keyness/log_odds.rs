//! The log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008).

use super::Contrast;
use serde::Serialize;

use crate::error::Error;

/// What is believed of the frequency of the words before the corpora are seen.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum KeynessPrior {
    /// As if every word had been seen so often, 0.01 for example, in each corpus.
    Uniform(f64),
    /// As if both corpora together had been seen: rare words are drawn far towards no difference.
    Corpora,
    /// The same, made smaller or larger to a number of words, 500 for example.
    Scaled(f64),
}

/// The prior for two corpora.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prior {
    kind: KeynessPrior,
    words: f64,
    /// Words seen in all before.
    total: f64,
}

/// A log-odds ratio with its certainty.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LogOdds {
    /// Natural logarithm of the odds ratio; above 0 where the word is more at home in the target.
    pub delta: f64,
    /// Delta over its standard deviation, by the approximation of the paper: 1/(a+A) + 1/(b+A) is its variance.
    pub z: f64,
    /// The same with the variance of all four cells.
    pub z_4term: f64,
}

impl KeynessPrior {
    /// For two corpora of so many distinct words and words.
    ///
    /// # Errors
    /// A number that is not above 0, or not finite.
    pub(super) fn of_corpora(self, types: usize, words: u64) -> Result<Prior, Error> {
        let words = words as f64;
        let total = match self {
            Self::Uniform(count) => count * types as f64,
            Self::Corpora => words,
            Self::Scaled(total) => total,
        };
        if total > 0.0 && total.is_finite() {
            return Ok(Prior { kind: self, words, total });
        }
        Err(Error::input("prior", format!("{self:?}: the words that it stands for are a finite number above 0")))
    }
}

impl Prior {
    pub(super) fn log_odds(&self, contrast: &Contrast) -> Option<LogOdds> {
        let both = contrast.target() as f64 + contrast.reference() as f64;
        let of_word = match self.kind {
            KeynessPrior::Uniform(count) => count,
            KeynessPrior::Corpora => both,
            KeynessPrior::Scaled(total) => both * total / self.words,
        };
        contrast.log_odds(of_word, self.total)
    }
}

impl Contrast {
    /// The log-odds ratio where the word was seen `prior` times, of `prior_words` words in all, before the corpora; none
    /// where a corpus would hold nothing else, or not the word.
    ///
    /// ```
    /// let contrast = connote::Contrast::new(9, 4, 100, 100)?;
    /// let odds = contrast.log_odds(1.0, 100.0).expect("defined");
    /// assert!((odds.delta - (10.0 / 190.0 / (5.0 / 195.0_f64)).ln()).abs() < 1e-12);
    /// assert!((odds.z - odds.delta / (0.1_f64 + 0.2).sqrt()).abs() < 1e-12);
    /// # Ok::<(), connote::Error>(())
    /// ```
    pub fn log_odds(&self, prior: f64, prior_words: f64) -> Option<LogOdds> {
        let side = |count: u64, words: u64| {
            let (with, all) = (count as f64 + prior, words as f64 + prior_words);
            let without = all - with;
            (with > 0.0 && without > 0.0).then_some((with, without))
        };
        let (a, c) = side(self.target(), self.target_words())?;
        let (b, d) = side(self.reference(), self.reference_words())?;
        let delta = (a / c / (b / d)).ln();
        let variance = 1.0 / a + 1.0 / b;
        Some(LogOdds { delta, z: delta / variance.sqrt(), z_4term: delta / (variance + 1.0 / c + 1.0 / d).sqrt() })
    }
}
