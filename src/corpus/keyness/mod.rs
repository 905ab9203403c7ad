//! Keyness: which words are more at home in one corpus than in another, and how sure that is.

mod contrast;
mod exact;
mod log_odds;
mod rates;
mod scores;

use std::cmp::Ordering;

#[cfg(feature = "parallel")]
use rayon::prelude::*;

use serde::Serialize;

use crate::error::Error;

pub use contrast::Contrast;
pub use log_odds::{KeynessPrior, LogOdds};
pub use scores::{KEYNESS_SCORES, KeynessScore};

/// A word with what sets the target apart from the reference. Other scores: [`Contrast::score`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KeyWord<'w> {
    /// The word.
    pub word: &'w str,
    /// Its counts and the sizes of the corpora.
    pub contrast: Contrast,
    /// 1 if it is more frequent in the target, -1 if it is less, 0 if there is no difference.
    pub sign: i8,
    /// Log-likelihood of the four cells (Dunning 1993), 0 or more: how sure it is that there is a difference.
    pub g2: f64,
    /// Probability of such a log-likelihood where there is no difference, 0 to 1.
    pub p: f64,
    /// The least false discovery rate at which the word is in the list (Benjamini & Hochberg 1995), 0 to 1.
    pub q: f64,
    /// Base-2 logarithm of the quotient of the rates, a count of 0 taken as 0.5 (Hardie 2014): how large the difference
    /// is. None for a word that occurs in neither corpus.
    pub log_ratio: Option<f64>,
    /// Log-odds ratio with a prior (Monroe, Colaresi & Quinn 2008); none where the prior leaves it undefined.
    pub log_odds: Option<LogOdds>,
}

/// Compares two corpora word by word. Each is a list of words with their counts; counts of a word that comes twice are
/// added up. The words of the target come first, the surest of them at the top; those of the reference come last, the
/// surest at the bottom; equally sure ones are in code-point order.
///
/// None of the rows is left out: choose by [`KeyWord::q`] and by the size of the difference.
///
/// # Errors
/// A corpus without a word, and one of more than 2^62 words.
///
/// ```
/// use connote::{KeynessPrior, keyness};
/// let rows = keyness([("tax", 90), ("the", 910)], [("tax", 10), ("the", 990)], KeynessPrior::Corpora)?;
/// assert_eq!((rows[0].word, rows[0].sign), ("tax", 1));
/// assert!((rows[0].log_ratio.unwrap() - 9_f64.log2()).abs() < 1e-12);
/// assert!(rows[0].q < 1e-15);
/// # Ok::<(), connote::Error>(())
/// ```
pub fn keyness<'w>(
    target: impl IntoIterator<Item = (&'w str, u64)>,
    reference: impl IntoIterator<Item = (&'w str, u64)>,
    prior: KeynessPrior,
) -> Result<Vec<KeyWord<'w>>, Error> {
    let pairs = joined(target, reference)?;
    let total = |side: usize, name: &str| {
        let sum = pairs.iter().try_fold(0_u64, |sum, (_, counts)| sum.checked_add(counts[side]));
        match sum {
            Some(0) => Err(Error::input(name, "no words; two corpora are compared, each with a word at least")),
            Some(sum) => Ok(sum),
            None => Err(Error::input(name, "more than 2^62 words")),
        }
    };
    let (target_words, reference_words) = (total(0, "target")?, total(1, "reference")?);
    // The sizes are the same in every row, so the limits are checked once.
    Contrast::new(0, 0, target_words, reference_words)?;
    let prior = prior.of_corpora(pairs.len(), target_words + reference_words)?;
    let of_corpora = |[a, b]: [u64; 2]| Contrast::new(a, b, target_words, reference_words);
    let certainty = |(place, &(_, counts)): (usize, &(&str, [u64; 2]))| {
        let contrast = of_corpora(counts)?;
        let g2 = scores::g2_4cell(&contrast).unwrap_or_default();
        Ok((contrast.determinant().signum() as f64 * g2, place))
    };
    // The rows are large, so that they are made in their final order.
    let mut order: Vec<(f64, usize)> = map(&pairs, certainty)?;
    sort(&mut order, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let row = |(_, &(certainty, place)): (usize, &(f64, usize))| {
        let (word, counts) = pairs[place];
        let contrast = of_corpora(counts)?;
        Ok(KeyWord {
            word,
            contrast,
            sign: contrast.determinant().signum() as i8,
            g2: certainty.abs(),
            p: scores::p_value(certainty.abs()),
            q: 1.0,
            log_ratio: scores::log_ratio(&contrast),
            log_odds: prior.log_odds(&contrast),
        })
    };
    let mut rows = map(&order, row)?;
    rates::set_discovery_rates(&mut rows);
    Ok(rows)
}

/// Makes something of every item and its number, on all cores.
fn map<T: Sync, R: Send>(
    items: &[T],
    make: impl Fn((usize, &T)) -> Result<R, Error> + Sync + Send,
) -> Result<Vec<R>, Error> {
    #[cfg(feature = "parallel")]
    return items.par_iter().enumerate().map(make).collect();
    #[cfg(not(feature = "parallel"))]
    return items.iter().enumerate().map(make).collect();
}

/// Sorts on all cores.
fn sort<T: Send>(items: &mut [T], order: impl Fn(&T, &T) -> Ordering + Sync) {
    #[cfg(feature = "parallel")]
    items.par_sort_unstable_by(order);
    #[cfg(not(feature = "parallel"))]
    items.sort_unstable_by(order);
}

/// Each word once, with its counts in both corpora, in code-point order.
fn joined<'w>(
    target: impl IntoIterator<Item = (&'w str, u64)>,
    reference: impl IntoIterator<Item = (&'w str, u64)>,
) -> Result<Vec<(&'w str, [u64; 2])>, Error> {
    let target = target.into_iter().map(|(word, count)| (Spelling::of(word), [count, 0]));
    let reference = reference.into_iter().map(|(word, count)| (Spelling::of(word), [0, count]));
    let mut words: Vec<_> = target.chain(reference).collect();
    sort(&mut words, |a, b| a.0.cmp(&b.0));
    let mut last = None;
    let mut pairs: Vec<(&str, [u64; 2])> = Vec::with_capacity(words.len());
    for (spelling, counts) in words {
        match pairs.last_mut() {
            Some((word, sums)) if last == Some(spelling) => {
                for (sum, count) in sums.iter_mut().zip(counts) {
                    *sum = sum.checked_add(count).ok_or_else(|| Error::input(*word, "a count of more than 2^64"))?;
                }
            }
            _ => pairs.push((spelling.word, counts)),
        }
        last = Some(spelling);
    }
    Ok(pairs)
}

/// A word in code-point order. The words themselves lie anywhere in memory; the first bytes decide nearly always.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spelling<'w> {
    beginning: u128,
    word: &'w str,
}

impl<'w> Spelling<'w> {
    /// Bytes of the beginning.
    const BEGINNING: usize = 16;

    fn of(word: &'w str) -> Self {
        let mut beginning = [0; Self::BEGINNING];
        let length = word.len().min(Self::BEGINNING);
        beginning[..length].copy_from_slice(&word.as_bytes()[..length]);
        Self { beginning: u128::from_be_bytes(beginning), word }
    }
}

impl Ord for Spelling<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.beginning.cmp(&other.beginning).then_with(|| {
            let (length, other_length) = (self.word.len(), other.word.len());
            if length.max(other_length) > Self::BEGINNING {
                return self.word.cmp(other.word);
            }
            // All there is, but for the bytes 0 that the shorter one was filled up with.
            length.cmp(&other_length)
        })
    }
}

impl PartialOrd for Spelling<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
