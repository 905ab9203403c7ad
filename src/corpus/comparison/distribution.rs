//! How a measure lies from text to text in two corpora.

use serde::Serialize;

use super::{CorpusMeasure, quantile};

/// How a measure lies from text to text in two corpora: quantiles, and a histogram with the same bins for both.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Distribution {
    /// Name of the measure.
    pub name: String,
    /// For each corpus the 5th, 25th, 50th, 75th and 95th percentile.
    pub quantiles: [[f64; 5]; 2],
    /// Where the bins begin, and the end of the last one: bins of one width (Freedman & Diaconis 1981), 40 at most, between
    /// the 1st and the 99th percentile of all texts.
    pub edges: Vec<f64>,
    /// For each corpus the number of texts in each bin; those outside are in the first and the last one.
    pub counts: [Vec<u64>; 2],
}

/// The quantiles that are given.
const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];
/// What lies outside this share of all texts on either side sets no bin.
const TAIL: f64 = 0.01;
const MOST_BINS: f64 = 40.0;

impl Distribution {
    /// Of the sorted values of both corpora; none where one of them has no value.
    pub(super) fn of(measure: &CorpusMeasure, values: [Vec<f64>; 2]) -> Option<Self> {
        let of_corpus = |values: &[f64]| {
            let mut quantiles = [0.0; SHARES.len()];
            for (at, share) in quantiles.iter_mut().zip(SHARES) {
                *at = quantile(values, share)?;
            }
            Some(quantiles)
        };
        let quantiles = [of_corpus(&values[0])?, of_corpus(&values[1])?];
        let mut all = values.concat();
        all.sort_unstable_by(f64::total_cmp);
        let edges = edges(&all)?;
        let counts = values.map(|values| histogram(&values, &edges));
        Some(Self { name: measure.name.clone(), quantiles, edges, counts })
    }
}

/// The edges of the bins of sorted values.
fn edges(sorted: &[f64]) -> Option<Vec<f64>> {
    let (low, high) = (quantile(sorted, TAIL)?, quantile(sorted, 1.0 - TAIL)?);
    let spread = quantile(sorted, 0.75)? - quantile(sorted, 0.25)?;
    let width = 2.0 * spread / (sorted.len() as f64).cbrt();
    // Values without a spread have one bin.
    let bins = if width > 0.0 { ((high - low) / width).ceil().clamp(1.0, MOST_BINS) } else { 1.0 };
    let edge = |bin: usize| low + (high - low) * bin as f64 / bins;
    #[expect(clippy::cast_sign_loss, reason = "1 at least")]
    let bins = bins as usize;
    Some((0..=bins).map(edge).collect())
}

/// The number of values in each bin; a value on an edge is in the bin that begins there.
fn histogram(sorted: &[f64], edges: &[f64]) -> Vec<u64> {
    let mut counts = vec![0; edges.len() - 1];
    let last = counts.len() - 1;
    for value in sorted {
        let begun = edges.partition_point(|edge| edge <= value);
        counts[begun.saturating_sub(1).min(last)] += 1;
    }
    counts
}
