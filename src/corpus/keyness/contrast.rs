//! One word in two corpora: its four counts and what is computed from them alone.

use serde::Serialize;

use crate::corpus::contingency::Table;
use crate::error::Error;

/// The largest corpus: products of two counts have to fit a signed integer of 128 bits.
const LARGEST: u64 = 1 << 62;

/// How often a word occurs in a target and in a reference corpus, and how many words each of them has.
///
/// ```
/// let contrast = connote::Contrast::new(9, 4, 15, 15)?;
/// let g2 = contrast.score("g2_4cell").expect("defined");
/// assert!((g2 - 3.466).abs() < 1e-3);
/// assert_eq!(contrast.score("relative_risk"), Some(2.25));
/// assert!(connote::Contrast::new(16, 4, 15, 15).is_err());
/// # Ok::<(), connote::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Contrast {
    target: u64,
    reference: u64,
    target_words: u64,
    reference_words: u64,
}

impl Contrast {
    /// From the counts of the word in both corpora and the numbers of words of both.
    ///
    /// # Errors
    /// A word that is more frequent than all words together, and a corpus of more than 2^62 words.
    pub fn new(target: u64, reference: u64, target_words: u64, reference_words: u64) -> Result<Self, Error> {
        for (corpus, count, words) in [("target", target, target_words), ("reference", reference, reference_words)] {
            if count > words {
                return Err(Error::input(corpus, format!("a count of {count} in a corpus of {words} words")));
            }
            if words > LARGEST {
                return Err(Error::input(corpus, format!("{words} words; the limit is {LARGEST}")));
            }
        }
        Ok(Self { target, reference, target_words, reference_words })
    }

    /// Occurrences in the target.
    pub fn target(&self) -> u64 {
        self.target
    }

    /// Occurrences in the reference.
    pub fn reference(&self) -> u64 {
        self.reference
    }

    /// Words of the target.
    pub fn target_words(&self) -> u64 {
        self.target_words
    }

    /// Words of the reference.
    pub fn reference_words(&self) -> u64 {
        self.reference_words
    }

    /// A score of [`KEYNESS_SCORES`](crate::KEYNESS_SCORES), by its name; none where it is not defined for these
    /// counts, and for a name that is not in the table.
    pub fn score(&self, name: &str) -> Option<f64> {
        super::KeynessScore::named(name)?.of(self)
    }

    /// Share of the word in the target; none of an empty corpus.
    pub(super) fn target_rate(&self) -> Option<f64> {
        (self.target_words > 0).then(|| self.target as f64 / self.target_words as f64)
    }

    /// Share of the word in the reference; none of an empty corpus.
    pub(super) fn reference_rate(&self) -> Option<f64> {
        (self.reference_words > 0).then(|| self.reference as f64 / self.reference_words as f64)
    }

    /// a n2 - b n1, exactly: above 0 where the target has more than its part of the word.
    pub(super) fn determinant(&self) -> i128 {
        let product = |count: u64, words: u64| i128::from(count) * i128::from(words);
        product(self.target, self.reference_words) - product(self.reference, self.target_words)
    }

    /// The word and all others in both corpora; none where a corpus is empty.
    pub(super) fn table(&self) -> Option<Table> {
        let columns = (self.target_words as f64, self.reference_words as f64);
        let row = (self.target as f64, self.reference as f64);
        (self.target_words > 0 && self.reference_words > 0).then(|| Table::new(row, columns, self.determinant() as f64))
    }

    /// Words of both corpora.
    pub(super) fn words(&self) -> f64 {
        self.target_words as f64 + self.reference_words as f64
    }
}
