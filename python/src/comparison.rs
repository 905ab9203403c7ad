//! Comparison of corpora.

use arrow_array::Array;
use connote::{Category, CharCursor, CorpusSample, KeynessPrior, Resampling, keyness};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::analyzer::Analyzer;
use crate::arrow::Texts;
use crate::batch::{Batch, thread_count};
use crate::error::exception;
use crate::statistics::values::KeyWord;
use crate::value::{LexiconSource, value_class};

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
        /// Where the first value lies, by the same bootstrap as `interval`.
        first_interval: Option<(f64, f64)>,
        /// Where the second value lies.
        second_interval: Option<(f64, f64)>,
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
    /// How a measure lies from text to text in two corpora: percentiles, and a histogram with the same bins for both.
    Distribution {
        /// Name of the measure.
        name: String,
        /// The 5th, 25th, 50th, 75th and 95th percentile of the first corpus.
        first_quantiles: (f64, f64, f64, f64, f64),
        /// Those of the second corpus.
        second_quantiles: (f64, f64, f64, f64, f64),
        /// Where the bins begin, and the end of the last one: bins of one width (Freedman & Diaconis 1981), 40 at most,
        /// between the 1st and the 99th percentile of all texts.
        edges: Vec<f64>,
        /// Texts of the first corpus in each bin; those outside are in the first and the last one.
        first_counts: Vec<u64>,
        /// Texts of the second corpus in each bin.
        second_counts: Vec<u64>,
    }
}

value_class! {
    /// A loaded expression of a sentence.
    TellingHit {
        /// Offset of its first character in the sentence.
        start: usize,
        /// One past the offset of its last character.
        end: usize,
        /// The words as they stand there.
        text: String,
        /// What kind of loaded wording it is.
        category: String,
        /// 1 to 3.
        strength: u8,
    }
}

value_class! {
    /// A sentence in which the writer's own words are loaded.
    TellingSentence {
        /// Number of the text in its corpus, from 0; nulls are not counted.
        text: usize,
        /// The sentence, without the white space around it.
        sentence: String,
        /// Its loaded score, 0 to 1.
        score: f64,
        /// The loaded words that the writer answers for, in the order of the sentence.
        hits: Vec<TellingHit>,
    }
}

value_class! {
    /// Two corpora compared. Every row has `to_dict()`, so that `pandas.DataFrame` takes a list of them.
    Comparison {
        /// Version of connote that made the numbers.
        connote: String,
        /// Code of the language of the texts.
        language: String,
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
        /// How the means of `measures` lie from text to text.
        distributions: Vec<Distribution>,
        /// The sentences of the first corpus in which the writers' own words are loaded most; 20 at most.
        first_sentences: Vec<TellingSentence>,
        /// Those of the second corpus.
        second_sentences: Vec<TellingSentence>,
        /// Every word of both: those of the first corpus come first, the surest at the top; those of the second come
        /// last, the surest at the bottom.
        key_words: Vec<KeyWord>,
        /// The word data behind the numbers: name and SHA-256 of every lexicon.
        lexicons: Vec<LexiconSource>,
    }
    methods {
        /// The comparison as a self-contained HTML document, under the names of the corpora: loaded words by category and
        /// voice with intervals, how the texts lie in readability, variety and sentiment, key words, and the sentences
        /// that are loaded most. Its size does not grow with the corpora.
        ///
        /// Args:
        ///     first: Name of the first corpus.
        ///     second: Name of the second corpus.
        #[pyo3(signature = (first="first corpus", second="second corpus"))]
        fn to_html(&self, py: Python<'_>, first: &str, second: &str) -> PyResult<String> {
            let page = || Ok(connote::html::comparison(&self.core()?, [first, second]));
            py.detach(page).map_err(exception)
        }
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
            first_interval: row.intervals[0].map(Into::into),
            second_interval: row.intervals[1].map(Into::into),
            difference: row.difference,
            interval: row.interval.map(Into::into),
            effect: row.effect,
            first_texts: row.texts[0],
            second_texts: row.texts[1],
        }
    }
}

impl From<&connote::Distribution> for Distribution {
    fn from(distribution: &connote::Distribution) -> Self {
        let [first_counts, second_counts] = distribution.counts.clone();
        Self {
            name: distribution.name.clone(),
            first_quantiles: distribution.quantiles[0].into(),
            second_quantiles: distribution.quantiles[1].into(),
            edges: distribution.edges.clone(),
            first_counts,
            second_counts,
        }
    }
}

impl From<&connote::TellingSentence> for TellingSentence {
    fn from(telling: &connote::TellingSentence) -> Self {
        let offsets = CharCursor::new(&telling.sentence);
        let hit = |hit: &connote::TellingHit| TellingHit {
            start: offsets.chars_before(hit.span.start),
            end: offsets.chars_before(hit.span.end),
            text: hit.text.clone(),
            category: hit.category.name().to_owned(),
            strength: hit.strength,
        };
        Self {
            text: telling.text,
            sentence: telling.sentence.clone(),
            score: telling.score,
            hits: telling.hits.iter().map(hit).collect(),
        }
    }
}

impl From<&connote::Comparison<'_>> for Comparison {
    fn from(comparison: &connote::Comparison<'_>) -> Self {
        let [first_sentences, second_sentences] =
            comparison.sentences.each_ref().map(|sentences| sentences.iter().map(Into::into).collect());
        Self {
            connote: comparison.connote.clone(),
            language: comparison.language.code().to_owned(),
            first_texts: comparison.texts[0],
            second_texts: comparison.texts[1],
            first_words: comparison.words[0],
            second_words: comparison.words[1],
            measures: comparison.measures.iter().map(Into::into).collect(),
            distributions: comparison.distributions.iter().map(Into::into).collect(),
            first_sentences,
            second_sentences,
            key_words: comparison.key_words.iter().map(Into::into).collect(),
            lexicons: comparison.lexicons.iter().map(Into::into).collect(),
        }
    }
}

impl Distribution {
    fn core(&self) -> connote::Distribution {
        connote::Distribution {
            name: self.name.clone(),
            quantiles: [self.first_quantiles.into(), self.second_quantiles.into()],
            edges: self.edges.clone(),
            counts: [self.first_counts.clone(), self.second_counts.clone()],
        }
    }
}

impl TellingSentence {
    fn core(&self) -> connote::TellingSentence {
        let mut core = connote::TellingSentence::new(self.text, self.sentence.clone(), self.score);
        let byte = |offset: usize| self.sentence.char_indices().nth(offset).map_or(self.sentence.len(), |(at, _)| at);
        for hit in &self.hits {
            let span = connote::Span { start: byte(hit.start) as u32, end: byte(hit.end) as u32 };
            if let Some(category) = Category::ALL.into_iter().find(|category| category.name() == hit.category) {
                core.mark(span, category, hit.strength);
            }
        }
        core
    }
}

impl ComparedMeasure {
    /// None of a name that is no measure.
    fn core(&self, measures: &[connote::CorpusMeasure]) -> Option<connote::ComparedMeasure> {
        let measure = measures.iter().find(|measure| measure.name == self.name)?;
        let mut core = connote::ComparedMeasure::new(measure.clone());
        core.values = [self.first, self.second];
        core.intervals = [self.first_interval, self.second_interval].map(|interval| interval.map(Into::into));
        core.texts = [self.first_texts, self.second_texts];
        core.difference = self.difference;
        core.interval = self.interval.map(Into::into);
        core.effect = self.effect;
        Some(core)
    }
}

impl Comparison {
    fn core(&self) -> Result<connote::Comparison<'_>, connote::Error> {
        let language = self.language.parse()?;
        let measures = connote::corpus_measures(language);
        let mut core = connote::Comparison::new(language);
        core.connote.clone_from(&self.connote);
        core.texts = [self.first_texts, self.second_texts];
        core.words = [self.first_words, self.second_words];
        core.measures = self.measures.iter().filter_map(|row| row.core(&measures)).collect();
        core.distributions = self.distributions.iter().map(Distribution::core).collect();
        core.sentences = [&self.first_sentences, &self.second_sentences]
            .map(|sentences| sentences.iter().map(TellingSentence::core).collect());
        let counts = |count: fn(&KeyWord) -> u64| self.key_words.iter().map(move |row| (row.word.as_str(), count(row)));
        core.key_words = keyness(counts(|row| row.target), counts(|row| row.reference), KeynessPrior::Corpora)?;
        core.lexicons = self.lexicons.iter().map(LexiconSource::core).collect();
        Ok(core)
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
