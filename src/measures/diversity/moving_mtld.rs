//! MTLD with a factor from every word on (McCarthy & Jarvis 2010; the rules of lexical-diversity 0.1.1).
//!
//! Counting each factor anew takes the square of the length of a text without repetitions. Here a tree over the words
//! holds what each adds to 100 V - 72 n of the stretch that begins at the current word: +28 the first time that a word
//! is in the stretch, -72 afterwards. The factor ends where the sum first falls below 0, which the tree finds in
//! logarithmic time; when the stretch begins one word later, two words change.

use super::WordSequence;
use super::mtld::PERCENT;

/// The shortest factor, in words.
const SHORTEST: usize = 10;
const AGAIN: i64 = -PERCENT.cast_signed();
const FIRST: i64 = 100 - PERCENT.cast_signed();

/// Lengths of complete factors.
#[derive(Debug, Default)]
struct Factors {
    number: u64,
    words: u64,
}

impl Factors {
    fn mean(&self) -> Option<f64> {
        (self.number > 0).then(|| self.words as f64 / self.number as f64)
    }
}

/// The mean length over all starts where the text goes on at its beginning, at most once through.
pub(super) fn wrapped(words: &WordSequence) -> Option<f64> {
    let twice: Vec<u32> = words.ids.iter().chain(&words.ids).copied().collect();
    factors(&twice, words.types(), words.tokens()).mean()
}

/// Mean of two directions of the mean length over all starts whose factor comes to an end; none where none does.
pub(super) fn both_directions(words: &WordSequence) -> Option<f64> {
    let reversed: Vec<u32> = words.ids.iter().rev().copied().collect();
    let mean = |ids: &[u32]| factors(ids, words.types(), words.tokens()).mean();
    Some(f64::midpoint(mean(&words.ids)?, mean(&reversed)?))
}

/// The complete factors that begin at the first `starts` words.
fn factors(ids: &[u32], types: usize, starts: usize) -> Factors {
    // Where each word comes again, and what it adds to the stretch from the first word on.
    let mut next = vec![usize::MAX; ids.len()];
    let mut last = vec![usize::MAX; types];
    for (index, &id) in ids.iter().enumerate() {
        let before = std::mem::replace(&mut last[id as usize], index);
        if before != usize::MAX {
            next[before] = index;
        }
    }
    let mut steps = vec![FIRST; ids.len()];
    next.iter().filter(|&&later| later != usize::MAX).for_each(|&later| steps[later] = AGAIN);
    let mut tree = Tree::new(&steps);
    let mut found = Factors::default();
    for (start, &again) in next.iter().enumerate().take(starts) {
        if let Some(end) = tree.first_below_zero(start, SHORTEST) {
            found.number += 1;
            found.words += (end + 1 - start) as u64;
        }
        tree.set(start, 0);
        if again != usize::MAX {
            tree.set(again, FIRST);
        }
    }
    found
}

/// Sums over a row of numbers; each node knows its sum and the least sum of a beginning of it.
struct Tree {
    /// Numbers in the row.
    length: usize,
    /// The next power of two: the number of leaves, those after the row being 0.
    leaves: usize,
    sums: Vec<i64>,
    least: Vec<i64>,
}

impl Tree {
    fn new(steps: &[i64]) -> Self {
        let leaves = steps.len().next_power_of_two();
        let mut sums = vec![0; 2 * leaves];
        sums[leaves..leaves + steps.len()].copy_from_slice(steps);
        let mut tree = Self { length: steps.len(), leaves, least: sums.clone(), sums };
        (1..leaves).rev().for_each(|node| tree.join(node));
        tree
    }

    fn join(&mut self, node: usize) {
        let (left, right) = (2 * node, 2 * node + 1);
        self.sums[node] = self.sums[left] + self.sums[right];
        self.least[node] = self.least[left].min(self.sums[left] + self.least[right]);
    }

    fn set(&mut self, index: usize, step: i64) {
        let mut node = self.leaves + index;
        (self.sums[node], self.least[node]) = (step, step);
        while node > 1 {
            node /= 2;
            self.join(node);
        }
    }

    /// The first place, `shortest` words from `start` on or later, where the sum from `start` on is below 0. What
    /// stands before `start` is 0.
    fn first_below_zero(&self, start: usize, shortest: usize) -> Option<usize> {
        let from = start + shortest - 1;
        if from >= self.length {
            return None;
        }
        let mut sum: i64 = self.sums[self.leaves + start..self.leaves + from].iter().sum();
        // Up while the node ends above 0, to its neighbour on the right; then down to the place.
        let mut node = self.leaves + from;
        while sum + self.least[node] >= 0 {
            sum += self.sums[node];
            while node % 2 == 1 {
                node /= 2;
            }
            if node == 0 {
                return None;
            }
            node += 1;
        }
        while node < self.leaves {
            node *= 2;
            if sum + self.least[node] >= 0 {
                sum += self.sums[node];
                node += 1;
            }
        }
        Some(node - self.leaves)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each factor counted anew.
    fn slow(ids: &[u32], starts: usize) -> (u64, u64) {
        let mut found = (0, 0);
        for start in 0..starts {
            let end = (start + SHORTEST..=ids.len()).find(|&end| {
                let mut stretch = ids[start..end].to_vec();
                stretch.sort_unstable();
                stretch.dedup();
                100 * stretch.len() < 72 * (end - start)
            });
            if let Some(end) = end {
                found = (found.0 + 1, found.1 + (end - start) as u64);
            }
        }
        found
    }

    proptest::proptest! {
        #[test]
        fn the_tree_finds_the_ends_of_the_factors(ids in proptest::collection::vec(0_u32..30, 1..120), spread in 1_u32..30) {
            let ids: Vec<u32> = ids.into_iter().map(|id| id % spread).collect();
            let found = factors(&ids, 30, ids.len());
            proptest::prop_assert_eq!((found.number, found.words), slow(&ids, ids.len()));
            let reversed: Vec<u32> = ids.iter().rev().copied().collect();
            let [forward, backward] = [&ids, &reversed].map(|ids| slow(ids, ids.len()));
            let mean = |(number, words): (u64, u64)| (number > 0).then(|| words as f64 / number as f64);
            let both = mean(forward).zip(mean(backward)).map(|(forward, backward)| f64::midpoint(forward, backward));
            proptest::prop_assert_eq!(both_directions(&ids.iter().collect()), both);
        }
    }

    #[test]
    fn distinct_words_end_a_factor_only_when_they_come_round() {
        let words: WordSequence = (0..10).collect();
        assert_eq!(both_directions(&words), None);
        // 10 distinct words among 14 are the first below 0.72.
        assert_eq!(wrapped(&words), Some(14.0));
    }
}
