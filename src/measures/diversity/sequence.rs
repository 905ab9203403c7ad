//! The words of a text as numbers, with the counts that the measures share.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

/// The words of a text in their order: what a measure of diversity is computed from. Which words they are makes no
/// difference, only which of them are the same.
///
/// ```
/// let sequence: connote::WordSequence = "to be or not to be".split(' ').collect();
/// assert_eq!((sequence.tokens(), sequence.types()), (6, 4));
/// assert_eq!(sequence.diversity("ttr"), Some(4.0 / 6.0));
/// ```
#[derive(Debug, Clone)]
pub struct WordSequence {
    /// Dense numbers of the words.
    pub(super) ids: Vec<u32>,
    /// Occurrences of each.
    pub(super) counts: Vec<u32>,
    /// Each count that occurs, ascending, with the number of words that have it: at most sqrt(2 N) of them.
    pub(super) spectrum: Vec<(u64, u64)>,
}

impl<W: Hash + Eq> FromIterator<W> for WordSequence {
    fn from_iter<I: IntoIterator<Item = W>>(words: I) -> Self {
        let (mut numbers, mut counts) = (HashMap::new(), Vec::new());
        let number = |word| match numbers.entry(word) {
            Entry::Occupied(known) => {
                let id: u32 = *known.get();
                counts[id as usize] += 1;
                id
            }
            Entry::Vacant(new) => {
                counts.push(1);
                *new.insert(counts.len() as u32 - 1)
            }
        };
        let ids = words.into_iter().map(number).collect();
        Self::of_numbers(ids, counts)
    }
}

impl WordSequence {
    /// From dense numbers and how often each occurs.
    pub(crate) fn of_numbers(ids: Vec<u32>, counts: Vec<u32>) -> Self {
        let mut sorted = counts.clone();
        sorted.sort_unstable();
        let spectrum = sorted.chunk_by(|a, b| a == b).map(|same| (u64::from(same[0]), same.len() as u64)).collect();
        Self { ids, counts, spectrum }
    }

    /// Number of words.
    pub fn tokens(&self) -> usize {
        self.ids.len()
    }

    /// Number of distinct words.
    pub fn types(&self) -> usize {
        self.counts.len()
    }

    /// Number of distinct words that occur `count` times.
    pub fn types_with_count(&self, count: u64) -> u64 {
        self.spectrum.iter().find(|&&(of, _)| of == count).map_or(0, |&(_, types)| types)
    }

    /// The value of a measure of [`DIVERSITY_MEASURES`](crate::DIVERSITY_MEASURES), by its name; none where it is not
    /// defined for these words, and for a name that is not in the table.
    pub fn diversity(&self, name: &str) -> Option<f64> {
        super::DiversityMeasure::named(name)?.of(self)
    }

    /// Words; none without one.
    pub(super) fn n(&self) -> Option<f64> {
        (!self.ids.is_empty()).then_some(self.ids.len() as f64)
    }

    /// Distinct words.
    pub(super) fn v(&self) -> f64 {
        self.counts.len() as f64
    }

    /// Sum of the squared counts.
    pub(super) fn squares(&self) -> u64 {
        self.spectrum.iter().map(|&(count, types)| count * count * types).sum()
    }
}
