//! The regression: which corrections of the values of words bring the values of sentences nearest to their ratings.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::ratings::Rated;

/// A word needs to stand in so many rated sentences.
const FEWEST: usize = 2;
/// Steps of the conjugate gradients; a few dozen are enough.
const STEPS: usize = 300;

/// Which words may be corrected, and where they stand.
pub(crate) struct Design<'r> {
    rated: &'r [Rated],
    words: Vec<String>,
    /// Of each sentence: numbers of words and their weights.
    rows: Vec<Vec<(usize, f64)>>,
    /// The value of each sentence by the lists.
    offsets: Vec<f64>,
}

impl<'r> Design<'r> {
    /// Words of the lists are corrected; factors of 0 say that a word is a name where it stands.
    pub(crate) fn new(rated: &'r [Rated], listed: &HashMap<String, f64>) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for row in rated {
            let words: BTreeSet<&str> =
                row.weights().filter(|&(_, weight)| weight != 0.0).map(|(word, _)| word).collect();
            words.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
        }
        let words: Vec<String> = counts
            .iter()
            .filter(|&(word, &count)| count >= FEWEST && listed.contains_key(*word))
            .map(|(word, _)| (*word).to_owned())
            .collect();
        let numbers: HashMap<&str, usize> =
            words.iter().enumerate().map(|(number, word)| (word.as_str(), number)).collect();
        let row = |row: &Rated| {
            let known = row.weights().filter_map(|(word, weight)| Some((*numbers.get(word)?, weight)));
            known.filter(|&(_, weight)| weight != 0.0).collect()
        };
        let offset = |row: &Rated| {
            row.phrases() + row.weights().filter_map(|(word, weight)| Some(listed.get(word)? * weight)).sum::<f64>()
        };
        let rows = rated.iter().map(row).collect();
        let offsets = rated.iter().map(offset).collect();
        Self { rated, words, rows, offsets }
    }

    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    pub(crate) fn pieces(&self) -> BTreeSet<&str> {
        self.rated.iter().map(|row| row.piece.as_str()).collect()
    }

    /// The fold of each sentence; a piece is in one fold.
    pub(crate) fn folds(&self, count: usize, seed: u64) -> Vec<usize> {
        let mut pieces: Vec<&str> = self.pieces().into_iter().collect();
        // Fisher & Yates with a xorshift generator (Marsaglia 2003).
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        for at in (1..pieces.len()).rev() {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            pieces.swap(at, (state % (at as u64 + 1)) as usize);
        }
        let fold: HashMap<&str, usize> = pieces.iter().enumerate().map(|(at, &piece)| (piece, at % count)).collect();
        self.rated.iter().map(|row| fold[row.piece.as_str()]).collect()
    }

    /// The correction of each word, learnt from these sentences.
    ///
    /// First rating = a · value + b by least squares, then a ridge regression of what is left on the weights of the
    /// words; divided by `a`, its coefficients are corrections on the scale of the values.
    pub(crate) fn fit(&self, train: &[usize], ridge: f64) -> Vec<f64> {
        let count = train.len() as f64;
        let mean = |of: &dyn Fn(usize) -> f64| train.iter().map(|&row| of(row)).sum::<f64>() / count;
        let (x, y) = (mean(&|row| self.offsets[row]), mean(&|row| self.rated[row].rating));
        let slope = mean(&|row| (self.offsets[row] - x) * (self.rated[row].rating - y))
            / mean(&|row| (self.offsets[row] - x).powi(2));
        let left = |row: usize| self.rated[row].rating - y - slope * (self.offsets[row] - x);

        let mut seen = vec![0; self.words.len()];
        train.iter().flat_map(|&row| &self.rows[row]).for_each(|&(word, _)| seen[word] += 1);
        let product = |vector: &[f64]| {
            let mut result: Vec<f64> = vector.iter().map(|value| ridge * value).collect();
            for &row in train {
                let value: f64 = self.rows[row].iter().map(|&(word, weight)| weight * vector[word]).sum();
                self.rows[row].iter().for_each(|&(word, weight)| result[word] += weight * value);
            }
            // A word that the sentences hold once says nothing that would hold elsewhere.
            result.iter_mut().zip(&seen).filter(|&(_, &seen)| seen < FEWEST).for_each(|(value, _)| *value = 0.0);
            result
        };
        let mut target = vec![0.0; self.words.len()];
        for &row in train {
            self.rows[row]
                .iter()
                .filter(|&&(word, _)| seen[word] >= FEWEST)
                .for_each(|&(word, weight)| target[word] += weight * left(row));
        }
        let corrections = conjugate_gradients(product, target);
        corrections.into_iter().map(|correction| correction / slope).collect()
    }
}

/// Solves a symmetric positive system (Hestenes & Stiefel 1952).
fn conjugate_gradients(product: impl Fn(&[f64]) -> Vec<f64>, target: Vec<f64>) -> Vec<f64> {
    let dot = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(a, b)| a * b).sum::<f64>();
    let mut solution = vec![0.0; target.len()];
    let mut left = target;
    let mut direction = left.clone();
    let mut size = dot(&left, &left);
    let end = 1e-20 * size;
    for _ in 0..STEPS {
        if size <= end {
            break;
        }
        let image = product(&direction);
        let step = size / dot(&direction, &image);
        for at in 0..solution.len() {
            solution[at] += step * direction[at];
            left[at] -= step * image[at];
        }
        let next = dot(&left, &left);
        direction = left.iter().zip(&direction).map(|(left, direction)| left + next / size * direction).collect();
        size = next;
    }
    solution
}

/// Pearson's correlation.
pub(crate) fn pearson(x: &[f64], y: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (mx, my) = (mean(x), mean(y));
    let sum = |a: &[f64], ma: f64, b: &[f64], mb: f64| a.iter().zip(b).map(|(a, b)| (a - ma) * (b - mb)).sum::<f64>();
    sum(x, mx, y, my) / (sum(x, mx, x, mx) * sum(y, my, y, my)).sqrt()
}

/// Spearman's: Pearson's of the ranks, equal values sharing their mean rank.
pub(crate) fn spearman(x: &[f64], y: &[f64]) -> f64 {
    pearson(&ranks(x), &ranks(y))
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&one, &other| values[one].total_cmp(&values[other]));
    let mut ranks = vec![0.0; values.len()];
    for group in order.chunk_by(|&one, &other| values[one] == values[other]) {
        let first = order.partition_point(|&at| values[at] < values[group[0]]);
        group.iter().for_each(|&at| ranks[at] = first as f64 + (group.len() as f64 - 1.0) / 2.0);
    }
    ranks
}
