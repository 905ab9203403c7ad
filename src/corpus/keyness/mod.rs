//! Keyness: which words are more at home in one corpus than in another, and how sure that is.

mod contrast;
mod exact;
mod log_odds;
mod rates;
mod scores;

#[cfg(feature = "parallel")]
use rayon::prelude::*;

use crate::error::Error;
use crate::text::interner::{Interner, Key};

pub use contrast::Contrast;
pub use log_odds::{KeynessPrior, LogOdds};
pub use scores::{KEYNESS_SCORES, KeynessScore};

/// A word with what sets the target apart from the reference. Other scores: [`Contrast::score`].
#[derive(Debug, Clone, Copy, PartialEq)]
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
    let row = |&(word, [a, b]): &(&'w str, [u64; 2])| {
        let contrast = Contrast::new(a, b, target_words, reference_words)?;
        let g2 = scores::g2_4cell(&contrast).unwrap_or_default();
        Ok(KeyWord {
            word,
            contrast,
            sign: contrast.determinant().signum() as i8,
            g2,
            p: scores::p_value(g2),
            q: 1.0,
            log_ratio: scores::log_ratio(&contrast),
            log_odds: prior.log_odds(&contrast),
        })
    };
    #[cfg(feature = "parallel")]
    let rows: Result<Vec<_>, Error> = pairs.par_iter().map(row).collect();
    #[cfg(not(feature = "parallel"))]
    let rows: Result<Vec<_>, Error> = pairs.iter().map(row).collect();
    let mut rows = rows?;
    sort(&mut rows);
    rates::set_discovery_rates(&mut rows);
    Ok(rows)
}

fn sort(rows: &mut [KeyWord<'_>]) {
    let by_certainty = |a: &KeyWord<'_>, b: &KeyWord<'_>| {
        let signed = |row: &KeyWord<'_>| f64::from(row.sign) * row.g2;
        signed(b).total_cmp(&signed(a)).then_with(|| a.word.cmp(b.word))
    };
    #[cfg(feature = "parallel")]
    rows.par_sort_unstable_by(by_certainty);
    #[cfg(not(feature = "parallel"))]
    rows.sort_unstable_by(by_certainty);
}

/// Each word once, with its counts in both corpora.
fn joined<'w>(
    target: impl IntoIterator<Item = (&'w str, u64)>,
    reference: impl IntoIterator<Item = (&'w str, u64)>,
) -> Result<Vec<(&'w str, [u64; 2])>, Error> {
    let (target, reference) = (target.into_iter(), reference.into_iter());
    let expected = target.size_hint().0.max(reference.size_hint().0);
    let mut words = Interner::with_capacity(expected);
    let mut pairs: Vec<(&str, [u64; 2])> = Vec::with_capacity(expected);
    let mut add = |word: &'w str, side: usize, count: u64| {
        let (place, is_new) = words.intern(Key::of(word), || word, |texts| texts.push_str(word));
        if is_new {
            pairs.push((word, [0, 0]));
        }
        let sum = &mut pairs[place as usize].1[side];
        *sum = sum.checked_add(count).ok_or_else(|| Error::input(word, "a count of more than 2^64"))?;
        Ok::<(), Error>(())
    };
    for (word, count) in target {
        add(word, 0, count)?;
    }
    for (word, count) in reference {
        add(word, 1, count)?;
    }
    Ok(pairs)
}
