//! Finding the pairs of words.

use std::collections::HashMap;
use std::hash::Hash;

use super::PairCounts;
use crate::error::Error;

/// What a pair's count is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PairMargins {
    /// How often each word occurs, among all words (as in NLTK).
    #[default]
    Words,
    /// How often the first word is the first of a pair and the second word the second of one, among all pairs (as in
    /// quanteda): the four cells of the table are counts.
    Pairs,
}

/// A pair of words with its counts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Collocation<W> {
    /// The word that comes first.
    pub first: W,
    /// The word that comes after it.
    pub second: W,
    /// How often they were seen together and apart; see [`PairCounts::score`].
    pub counts: PairCounts,
}

/// Every pair of a word and one of the next `window - 1` words that was seen at least `minimum` times, in the order of
/// first sight. Pairs never reach from one text into the next.
///
/// # Errors
/// A window of fewer than two words, and more than 2^32 distinct words.
///
/// ```
/// use connote::{PairMargins, collocations};
/// let text = "new york is not new england and new york is not old york".split(' ');
/// let pairs = collocations([text], 2, 2, PairMargins::Words)?;
/// let of_york = pairs.iter().find(|pair| pair.second == "york").expect("seen twice");
/// assert_eq!((of_york.first, of_york.counts.together()), ("new", 2));
/// assert_eq!(of_york.counts.score("dice"), Some(2.0 / 3.0));
/// # Ok::<(), connote::Error>(())
/// ```
pub fn collocations<W: Hash + Eq + Clone>(
    texts: impl IntoIterator<Item: IntoIterator<Item = W>>,
    window: usize,
    minimum: u64,
    margins: PairMargins,
) -> Result<Vec<Collocation<W>>, Error> {
    let mut seen = Seen { reach: window.saturating_sub(1), ..Seen::default() };
    let (mut numbers, mut words): (HashMap<W, u32>, Vec<W>) = (HashMap::new(), Vec::new());
    for text in texts {
        let number = |word: W| {
            let next =
                u32::try_from(words.len()).map_err(|_| Error::input("words", "more than 2^32 distinct words"))?;
            Ok::<u32, Error>(*numbers.entry(word).or_insert_with_key(|word| {
                words.push(word.clone());
                next
            }))
        };
        let ids: Vec<u32> = text.into_iter().map(number).collect::<Result<_, _>>()?;
        seen.counts.resize(words.len(), [0; 3]);
        seen.read(&ids);
    }
    let collocation = |(&(first, second), &(together, _)): (&(u32, u32), &(u64, u64))| {
        let [a, b] = [&seen.counts[first as usize], &seen.counts[second as usize]];
        let counts = match margins {
            PairMargins::Words => PairCounts::new(together, a[0], b[0], seen.words, window as u64),
            PairMargins::Pairs => PairCounts::new(together, a[1], b[2], seen.number, window.min(2) as u64),
        };
        Ok(Collocation {
            first: words[first as usize].clone(),
            second: words[second as usize].clone(),
            counts: counts?,
        })
    };
    let mut frequent: Vec<_> = seen.pairs.iter().filter(|(_, (together, _))| *together >= minimum).collect();
    frequent.sort_unstable_by_key(|(_, (_, order))| *order);
    if window < 2 {
        // The error of the window, also where there is no pair.
        PairCounts::new(0, 0, 0, 0, window as u64)?;
    }
    frequent.into_iter().map(collocation).collect()
}

#[derive(Default)]
struct Seen {
    /// How many words after a word make pairs with it.
    reach: usize,
    words: u64,
    /// Pairs in all.
    number: u64,
    /// Occurrences of each word: in all, as the first of a pair, as the second of one.
    counts: Vec<[u64; 3]>,
    /// How often each pair was seen, and how many pairs were seen before it.
    pairs: HashMap<(u32, u32), (u64, u64)>,
}

impl Seen {
    fn read(&mut self, ids: &[u32]) {
        self.words += ids.len() as u64;
        for (place, &first) in ids.iter().enumerate() {
            self.counts[first as usize][0] += 1;
            for &second in ids[place + 1..].iter().take(self.reach) {
                self.counts[first as usize][1] += 1;
                self.counts[second as usize][2] += 1;
                self.pairs.entry((first, second)).or_insert((0, self.number)).0 += 1;
                self.number += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_stay_in_their_text_and_window() -> Result<(), Error> {
        let pairs = collocations([vec!["a", "b", "a"], vec!["b", "c"]], 2, 1, PairMargins::Words)?;
        let shown: Vec<_> = pairs.iter().map(|pair| (pair.first, pair.second, pair.counts.together())).collect();
        assert_eq!(shown, [("a", "b", 1), ("b", "a", 1), ("b", "c", 1)]);
        assert_eq!(pairs[2].counts, PairCounts::new(1, 2, 1, 5, 2)?);
        // Of the three pairs, b is first in two and c is second in one.
        let pairs = collocations([vec!["a", "b", "a"], vec!["b", "c"]], 2, 1, PairMargins::Pairs)?;
        assert_eq!(pairs[2].counts, PairCounts::new(1, 2, 1, 3, 2)?);
        let wide = collocations([vec!["a", "b", "c"]], 9, 1, PairMargins::Words)?;
        assert_eq!(wide.len(), 3);
        assert!(collocations([vec!["a", "b"]], 1, 1, PairMargins::Words).is_err());
        Ok(())
    }
}
