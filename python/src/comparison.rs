//! Comparison of corpora.

use arrow_array::Array;
use connote::{CorpusSample, Resampling};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::analyzer::Analyzer;
use crate::arrow::Texts;
use crate::batch::{Batch, thread_count};
use crate::error::exception;
use crate::statistics::values::KeyWord;
use crate::value::value_class;

value_class! {
    /// How a measure differs between two corpora.
    ComparedMeasure {
        /// Name of the measure: a column, as a mean over texts, or a rate of loaded words.
        name: String,
        /// Unit of the values and of their difference.
        unit: String,
        /// What was measured, in one line.
        meaning: String,
        /// Its value in the first corpus; None where no text has one.
        first: Option<f64>,
        /// Its value in the second corpus; None where no text has one.
        second: Option<f64>,
        /// The first value less the second.
        difference: Option<f64>,
        /// Where the difference lies, by the bootstrap over texts; None where a draw had no value, and of fewer than two
        /// texts with a value.
        interval: Option<(f64, f64)>,
        /// Cliff's delta (1993), -1 to 1: how much oftener a text of the first corpus lies above one of the second than
        /// below it.
        effect: Option<f64>,
        /// Texts of the first corpus in which the measure is defined.
        first_texts: usize,
        /// Texts of the second corpus in which the measure is defined.
        second_texts: usize,
    }
}

value_class! {
    /// Two corpora compared. Every row has `to_dict()`, so that `pandas.DataFrame` takes a list of them.
    Comparison {
        /// Texts of the first corpus.
        first_texts: usize,
        /// Texts of the second corpus.
        second_texts: usize,
        /// Words of the first corpus.
        first_words: u64,
        /// Words of the second corpus.
        second_words: u64,
        /// Means of readability, diversity and sentiment; rates of loaded words by category and voice.
        measures: Vec<ComparedMeasure>,
        /// Every word of both: those of the first corpus come first, the surest at the top; those of the second come
        /// last, the surest at the bottom.
        key_words: Vec<KeyWord>,
    }
}

impl From<&connote::ComparedMeasure> for ComparedMeasure {
    fn from(row: &connote::ComparedMeasure) -> Self {
        Self {
            name: row.measure.name.clone(),
            unit: row.measure.unit.to_owned(),
            meaning: row.measure.meaning.clone(),
            first: row.values[0],
            second: row.values[1],
            difference: row.difference,
            interval: row.interval.map(Into::into),
            effect: row.effect,
            first_texts: row.texts[0],
            second_texts: row.texts[1],
        }
    }
}

impl From<&connote::Comparison<'_>> for Comparison {
    fn from(comparison: &connote::Comparison<'_>) -> Self {
        Self {
            first_texts: comparison.texts[0],
            second_texts: comparison.texts[1],
            first_words: comparison.words[0],
            second_words: comparison.words[1],
            measures: comparison.measures.iter().map(Into::into).collect(),
            key_words: comparison.key_words.iter().map(Into::into).collect(),
        }
    }
}

/// Compares two corpora: readability, diversity, sentiment and loaded words, each difference with an interval and an
/// effect size, and the key words of both.
///
/// Words of one text are no independent observations, texts are: the intervals are drawn from whole texts, with
/// replacement (percentile bootstrap, Efron & Tibshirani 1993).
///
/// Args:
///     first: The texts of a corpus: an iterable of `str`, or a string column of any Arrow library. Nulls are no texts.
///     second: The texts of the other.
///     analyzer: What analyses them; the analyzer of English texts if None.
///     resamples: How often texts are drawn, 1 or more.
///     confidence: Share of the draws that lie in an interval, above 0 and below 1.
///     seed: The same seed draws the same texts, on any machine and any number of threads.
///     threads: Number of threads; one per core if None.
///
/// Raises:
///     ConnoteError: A corpus without a word, or settings that say nothing.
///     TypeError: A text is no `str`; the message names the row.
///
/// >>> import connote
/// >>> calm = ["The council met on Monday.", "The council voted."]
/// >>> loud = ["The regime crushed them.", "Cronies looted the city."]
/// >>> comparison = connote.compare(calm, loud)
/// >>> loaded = {row.name: row for row in comparison.measures}["loaded_own"]
/// >>> loaded.first, round(loaded.second), loaded.effect
/// (0.0, 375, -1.0)
/// >>> comparison.key_words[0].word, comparison.key_words[-1].sign
/// ('council', -1)
#[pyfunction]
#[pyo3(signature = (first, second, *, analyzer=None, resamples=2000, confidence=0.95, seed=0, threads=None))]
#[expect(clippy::too_many_arguments, reason = "named arguments of Python")]
pub(crate) fn compare(
    py: Python<'_>,
    first: &Bound<'_, PyAny>,
    second: &Bound<'_, PyAny>,
    analyzer: Option<&Bound<'_, Analyzer>>,
    resamples: u32,
    confidence: f64,
    seed: u64,
    threads: Option<i64>,
) -> PyResult<Comparison> {
    let batch = Batch::new(thread_count(threads)?)?;
    let analyzer = match analyzer {
        Some(analyzer) => analyzer.get(),
        None => Analyzer::default(py)?.get(),
    };
    let core = analyzer.core();
    let samples = [sample(py, &batch, core, first)?, sample(py, &batch, core, second)?];
    let resampling = Resampling { resamples, confidence, seed };
    let compare = || {
        let compared = connote::compare(&samples[0], &samples[1], resampling);
        compared.map(|comparison| Comparison::from(&comparison))
    };
    batch.run(py, compare, |_, _| Ok(()))?.map_err(exception)
}

/// The texts of one corpus.
fn sample(
    py: Python<'_>,
    batch: &Batch,
    analyzer: &connote::Analyzer,
    texts: &Bound<'_, PyAny>,
) -> PyResult<CorpusSample> {
    let mut sample = CorpusSample::new(analyzer).map_err(exception)?;
    let mut texts = Texts::read(texts)?;
    loop {
        let group = py.detach(|| texts.next_group())?;
        if group.is_empty() {
            return Ok(sample);
        }
        let chunks: Vec<&dyn Array> = group.iter().map(AsRef::as_ref).collect();
        let add = || connote::arrow::sample_while(&mut sample, analyzer, &chunks, &|| batch.go_on());
        batch.run(py, add, |_, _| Ok(()))?.map_err(exception)?;
    }
}
