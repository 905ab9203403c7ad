//! The report and its families, as views of the core's report: Python objects are made when they are asked for.

mod counts;
mod dictionaries;
mod frequency;
mod loaded;
mod quotations;
mod readability;
mod sentiment;

use connote::{CharCursor, OffsetUnit};
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString, PyTuple};
use std::fmt::Write;

pub(crate) use counts::{Counts, Diversity};
pub(crate) use dictionaries::{CategoryScore, DictionaryHit, DictionaryScores};
pub(crate) use frequency::{Frequency, WordCount};
pub(crate) use loaded::{Loaded, LoadedHit, LoadedPart, LoadedSentence, VoiceHits};
pub(crate) use quotations::{Quotation, SourceProfile, SourceVerb};
pub(crate) use readability::{Formula, Readability, SentenceDifficulty};
pub(crate) use sentiment::{SentencePolarity, Sentiment, SentimentHit, Shifter, VoiceSentiment};

use crate::analyzer::Analyzer;
use crate::error::exception;
use crate::value::{LexiconSource, Span};

/// Everything that is known of one text.
///
/// Offsets are code points of `text`, `end` exclusive: `report.text[hit.start:hit.end] == hit.text`. Reports are
/// equal when text, headline and word data are. A pickled report holds the text and the analyzer and is measured anew
/// where it is loaded.
#[pyclass(frozen, module = "connote")]
pub(crate) struct Report {
    core: connote::Report,
    analyzer: Py<Analyzer>,
    /// Length in bytes of the title that was given.
    title: Option<usize>,
    text: PyOnceLock<Py<PyString>>,
    sentences: PyOnceLock<Py<PyTuple>>,
    hits: PyOnceLock<Py<PyTuple>>,
    loaded_sentences: PyOnceLock<Py<PyTuple>>,
    sentiment_hits: PyOnceLock<Py<PyTuple>>,
    quotations: PyOnceLock<Py<PyTuple>>,
    sources: PyOnceLock<Py<PyTuple>>,
}

impl Report {
    pub(crate) fn core(&self) -> &connote::Report {
        &self.core
    }

    pub(crate) fn new(core: connote::Report, analyzer: Py<Analyzer>, title: Option<usize>) -> Self {
        Self {
            core,
            analyzer,
            title,
            text: PyOnceLock::new(),
            sentences: PyOnceLock::new(),
            hits: PyOnceLock::new(),
            loaded_sentences: PyOnceLock::new(),
            sentiment_hits: PyOnceLock::new(),
            quotations: PyOnceLock::new(),
            sources: PyOnceLock::new(),
        }
    }

    fn places(&self) -> Places<'_> {
        Places::new(self.core.text())
    }
}

/// Turns byte spans into code-point offsets with the text between.
pub(crate) struct Places<'t> {
    text: &'t str,
    cursor: CharCursor<'t>,
}

impl<'t> Places<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, cursor: CharCursor::new(text) }
    }

    pub(crate) fn of(&self, span: connote::Span) -> Span {
        let start = self.cursor.chars_before(span.start);
        let end = self.cursor.chars_before(span.end);
        Span { start, end, text: span.of(self.text).to_owned() }
    }
}

#[pymethods]
impl Report {
    /// The text that was measured; with a title, the title, a blank line and the text.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> &Bound<'py, PyString> {
        self.text.get_or_init(py, || PyString::new(py, self.core.text()).unbind()).bind(py)
    }

    /// The headline: the title that was given, or the first line if it reads like one.
    #[getter]
    fn headline(&self) -> Option<Span> {
        self.core.headline.map(|span| self.places().of(span))
    }

    /// How much of everything there is.
    #[getter]
    fn counts(&self) -> Counts {
        Counts::from(&self.core.counts)
    }

    /// Code of the language.
    #[getter]
    fn language(&self) -> &'static str {
        self.core.language().code()
    }

    /// Where the things stand that a count counted, in order: the words, of a count of distinct words the first of each,
    /// of a sum the words summed over. For a count of single characters there is nothing to show.
    ///
    /// Args:
    ///     count: Its name, as in `counts`.
    ///
    /// Raises:
    ///     KeyError: No count has this name.
    ///
    /// >>> import connote
    /// >>> report = connote.analyze("Her university created a policy.")
    /// >>> [span.text for span in report.counted("complex_words")]
    /// ['university', 'policy']
    fn counted(&self, count: &str) -> PyResult<Vec<Span>> {
        let kind = connote::CountKind::ALL.iter().find(|kind| kind.name() == count);
        let kind =
            kind.ok_or_else(|| PyKeyError::new_err(format!("there is no count '{count}'; see report.counts")))?;
        let document = self.core.document().map_err(exception)?;
        let places = self.places();
        Ok(document.counted(*kind).into_iter().map(|span| places.of(span)).collect())
    }

    /// The hardest sentences, the hardest first; equal ones in the order of the text.
    ///
    /// Args:
    ///     n: How many sentences at most.
    #[pyo3(signature = (n=5))]
    fn hardest_sentences(&self, n: usize) -> PyResult<Vec<SentenceDifficulty>> {
        let document = self.core.document().map_err(exception)?;
        let places = self.places();
        let sentence = |sentence: connote::SentenceDifficulty| {
            let Span { start, end, text } = places.of(sentence.span.trimmed(self.core.text()));
            SentenceDifficulty { start, end, text, words: sentence.words, difficulty: sentence.difficulty }
        };
        Ok(document.hardest_sentences(n).into_iter().map(sentence).collect())
    }

    /// How hard it is to read.
    #[getter]
    fn readability(slf: &Bound<'_, Self>) -> Readability {
        Readability(slf.clone().unbind())
    }

    /// Which words it leans on.
    #[getter]
    fn frequency(slf: &Bound<'_, Self>) -> Frequency {
        Frequency(slf.clone().unbind())
    }

    /// How varied they are.
    #[getter]
    fn diversity(&self) -> Diversity {
        Diversity::from(&self.core.diversity)
    }

    /// How it feels; `None` in other languages than English, for which there is no lexicon.
    #[getter]
    fn sentiment(slf: &Bound<'_, Self>) -> Option<Sentiment> {
        slf.get().core.has_sentiment().then(|| Sentiment(slf.clone().unbind()))
    }

    /// Where its wording is loaded; in other languages than English `None`, unless the analyzer was given a lexicon.
    #[getter]
    fn loaded(slf: &Bound<'_, Self>) -> Option<Loaded> {
        slf.get().core.has_terms().then(|| Loaded(slf.clone().unbind()))
    }

    /// What it has of each dictionary that the analyzer was given, by name.
    #[getter]
    fn dictionaries<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        let by_name = PyDict::new(slf.py());
        for (number, scores) in slf.get().core.dictionaries.iter().enumerate() {
            by_name.set_item(scores.name(), DictionaryScores { report: slf.clone().unbind(), number })?;
        }
        Ok(by_name)
    }

    /// What it has of one dictionary, `dictionaries[name]`.
    ///
    /// Raises:
    ///     KeyError: The analyzer was given no dictionary of this name.
    fn dictionary(slf: &Bound<'_, Self>, name: &str) -> PyResult<DictionaryScores> {
        let number = slf.get().core.dictionaries.iter().position(|scores| scores.name() == name);
        let number = number.ok_or_else(|| PyKeyError::new_err(format!("there is no dictionary '{name}'")))?;
        Ok(DictionaryScores { report: slf.clone().unbind(), number })
    }

    /// Every quotation, in the order of the opening marks.
    #[getter]
    fn quotations<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        cached(py, &self.quotations, || {
            let places = self.places();
            self.core.quotations.iter().map(move |quotation| {
                let Span { start, end, text } = places.of(quotation.span);
                let speaker = quotation.speaker.map(|span| places.of(span));
                let mention = quotation.speaker_mention.map(|span| places.of(span));
                Quotation {
                    start,
                    end,
                    text,
                    kind: quotation.kind.name().to_owned(),
                    outer: quotation.outer,
                    continuation: quotation.continuation,
                    speaker_span: speaker.as_ref().map(|span| (span.start, span.end)),
                    speaker: speaker.map(|span| span.text),
                    speaker_mention_span: mention.as_ref().map(|span| (span.start, span.end)),
                    speaker_mention: mention.map(|span| span.text),
                    verb: self.core.verb(quotation).map(str::to_owned),
                    verb_span: quotation.verb.map(|span| places.of(span)).map(|span| (span.start, span.end)),
                }
            })
        })
    }

    /// The sources of the text: what is quoted of each, and the verbs by which the writer reports its words. The one with
    /// most quoted words first.
    ///
    /// >>> import connote
    /// >>> text = "“We lost a lot,” Ann Poole said. Poole insisted that it was so. Officials claimed it was “a lie”."
    /// >>> [(source.name, source.named, source.words) for source in connote.analyze(text).sources]
    /// [('Ann Poole', True, 4), ('Officials', False, 2)]
    /// >>> [verb.verb for verb in connote.analyze(text).sources[0].verbs]
    /// ['say', 'insist']
    #[getter]
    fn sources<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        cached(py, &self.sources, || {
            let places = self.places();
            self.core.sources().into_iter().map(move |source| {
                let by_class = connote::VerbClass::ALL.map(|class| (class.name().to_owned(), source.count_of(class)));
                let connote::SourceProfile { kind, named, quotations, words, verbs, .. } = source;
                let name = source.name.map(|span| places.of(span));
                SourceProfile {
                    name_span: name.as_ref().map(|span| (span.start, span.end)),
                    name: name.map(|span| span.text),
                    kind: kind.map(|kind| kind.name().to_owned()),
                    named,
                    quotations,
                    words,
                    by_class: by_class.into(),
                    verbs: verbs.into_iter().map(SourceVerb::from).collect(),
                }
            })
        })
    }

    /// The word data behind the numbers: name and SHA-256 of every lexicon.
    #[getter]
    fn lexicons<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.core.lexicons().iter().map(LexiconSource::from).collect::<Vec<_>>())
    }

    /// The whole report as plain dicts, lists, strings and numbers: what `to_json` writes.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        Ok(py.import("json")?.call_method1("loads", (self.to_json()?,))?.cast_into()?)
    }

    /// The whole report as JSON; the same text gives the same bytes.
    fn to_json(&self) -> PyResult<String> {
        self.core.to_json(OffsetUnit::CodePoint).map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// The report as a self-contained HTML page, with the loaded words marked in the text.
    fn to_html(&self) -> String {
        connote::html::page(&self.core)
    }

    fn _repr_html_(&self) -> String {
        connote::html::fragment(&self.core)
    }

    fn __repr__(&self) -> String {
        let counts = &self.core.counts;
        let grade = self.core.readability.consensus_grade.map_or_else(|| "None".to_owned(), |g| format!("{g:.1}"));
        let mut text =
            format!("Report(words={}, sentences={}, consensus_grade={grade}", counts.words, counts.sentences);
        if self.core.has_sentiment() {
            let _ = write!(text, ", compound={:.4}", self.core.sentiment.document.compound);
        }
        if self.core.has_terms() {
            let _ = write!(text, ", loaded_hits={}", self.core.loaded.hits().len());
        }
        text + ")"
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        let Ok(other) = other.cast::<Self>() else { return false };
        let (a, b) = (&self.core, &other.get().core);
        a.text() == b.text() && a.headline == b.headline && a.lexicons() == b.lexicons()
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.text(py).hash()
    }

    #[allow(clippy::type_complexity)]
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (&str, Option<&str>))> {
        let text = self.core.text();
        let (title, text) = match self.title.map(|end| text.split_at(end)) {
            Some((title, rest)) => (Some(title), rest.strip_prefix("\n\n").unwrap_or(rest)),
            None => (None, text),
        };
        Ok((self.analyzer.bind(py).getattr("analyze")?, (text, title)))
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }
}

/// The tuple of values, made at the first call.
fn cached<'a, 'py, T, I>(
    py: Python<'py>,
    cell: &'a PyOnceLock<Py<PyTuple>>,
    values: impl FnOnce() -> I,
) -> PyResult<&'a Bound<'py, PyTuple>>
where
    I: Iterator<Item = T>,
    T: IntoPyObject<'py>,
{
    let tuple = cell.get_or_try_init(py, || PyTuple::new(py, values().collect::<Vec<_>>()).map(Bound::unbind))?;
    Ok(tuple.bind(py))
}

/// Pickling of a view: an attribute of its report.
type Attribute<'py> = (Bound<'py, PyAny>, (Py<Report>, &'static str));

fn attribute<'py>(py: Python<'py>, report: &Py<Report>, name: &'static str) -> PyResult<Attribute<'py>> {
    Ok((py.import("builtins")?.getattr("getattr")?, (report.clone_ref(py), name)))
}
