//! Collocations: pairs of words that stand near each other more often than they would by chance.

mod pairs;
mod scores;

use super::contingency::Table;
use crate::error::Error;

pub use pairs::{Collocation, PairMargins, collocations};
pub use scores::{COLLOCATION_SCORES, CollocationScore};

/// Counts of a pair of words, the first before the second.
///
/// With a window of more than two words a pair has more than one chance to be seen, so its count is divided by the
/// number of chances, the window less one, before it is compared with the words' own counts: values of windows of
/// different width can be compared (as in NLTK).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairCounts {
    together: u64,
    first: u64,
    second: u64,
    words: u64,
    chances: u64,
}

impl PairCounts {
    /// From how often the words were seen together in windows of `window` words, how often each occurs, and the number
    /// of words in all.
    ///
    /// # Errors
    /// A window of fewer than two words, more words than 2^62, a word more frequent than all, and a pair more frequent
    /// than its words can be.
    ///
    /// ```
    /// let pair = connote::PairCounts::new(8, 16, 8, 1024, 2)?;
    /// assert_eq!(pair.score("pmi_log2"), Some(6.0));
    /// assert_eq!(pair.score("dice"), Some(2.0 / 3.0));
    /// # Ok::<(), connote::Error>(())
    /// ```
    pub fn new(together: u64, first: u64, second: u64, words: u64, window: u64) -> Result<Self, Error> {
        let chances = window.saturating_sub(1);
        let most = u128::from(first.min(second)) * u128::from(chances);
        let reason = if chances == 0 {
            format!("a window of {window} words; it has two at least")
        } else if words >= 1 << 62 || first > words || second > words {
            format!("words that occur {first} and {second} times among {words}; the limit is 2^62 words")
        } else if u128::from(together) > most {
            format!("{together} times together of {first} and {second}; in this window {most} times is the most")
        } else {
            return Ok(Self { together, first, second, words, chances });
        };
        Err(Error::input("collocation", reason))
    }

    /// How often the words were seen together.
    pub fn together(&self) -> u64 {
        self.together
    }

    /// How often the first word occurs.
    pub fn first(&self) -> u64 {
        self.first
    }

    /// How often the second word occurs.
    pub fn second(&self) -> u64 {
        self.second
    }

    /// Number of words in all.
    pub fn words(&self) -> u64 {
        self.words
    }

    /// A score of [`COLLOCATION_SCORES`], by its name; none where it is not defined for these counts, and for a name
    /// that is not in the table.
    pub fn score(&self, name: &str) -> Option<f64> {
        CollocationScore::named(name)?.of(self)
    }

    /// The pair's count at one chance.
    fn observed(&self) -> f64 {
        self.together as f64 / self.chances as f64
    }

    fn expected(&self) -> f64 {
        self.first as f64 * self.second as f64 / self.words as f64
    }

    /// First word or not against second word or not; none where no word was counted. The cell without either can come
    /// out below 0 in a corpus of few words: then there is no table.
    fn table(&self) -> Option<Table> {
        let (observed, first, second, words) =
            (self.observed(), self.first as f64, self.second as f64, self.words as f64);
        let product = |a: u64, b: u64| i128::from(a) * i128::from(b);
        // o N - r c, in integers up to the one division. Products of three counts may not fit.
        let joint = product(self.together, self.words);
        let chances = i128::from(self.chances);
        let margins = product(self.first, self.second).checked_mul(chances)?;
        let determinant = (joint - margins) as f64 / self.chances as f64;
        (self.words > 0 && words - first - second + observed >= 0.0)
            .then(|| Table::new((observed, second - observed), (first, words - first), determinant))
    }
}
