//! The report and its four families, as views of the core's report: Python objects are made when they are asked for.

use connote::text::fold::fold_into;
use connote::{Category, CharCursor, OffsetUnit, Voice};
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString, PyTuple};
use std::fmt::Write;

use crate::analyzer::Analyzer;
use crate::error::exception;
use crate::value::{
    CategoryScore, Counts, DictionaryHit, Diversity, LexiconSource, LoadedHit, Quotation, SentenceDifficulty,
    SentencePolarity, SentimentHit, Shifter, Span, VoiceSentiment, WordCount,
};

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
    sentiment_hits: PyOnceLock<Py<PyTuple>>,
    quotations: PyOnceLock<Py<PyTuple>>,
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
            sentiment_hits: PyOnceLock::new(),
            quotations: PyOnceLock::new(),
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

    /// The word data behind the numbers: name and SHA-256 of every lexicon.
    #[getter]
    fn lexicons<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let source = |source: &connote::LexiconSource| LexiconSource {
            name: source.name.clone(),
            sha256: source.sha256.clone(),
        };
        PyTuple::new(py, self.core.lexicons().iter().map(source).collect::<Vec<_>>())
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

/// How hard a text is to read: the score of every formula, by name, as an attribute or an item.
///
/// A score is `None` for a text without words. Nothing is rounded or clamped.
#[pyclass(frozen, mapping, module = "connote")]
pub(crate) struct Readability(Py<Report>);

impl Readability {
    fn core(&self) -> &connote::Readability {
        &self.0.get().core.readability
    }
}

#[pymethods]
impl Readability {
    /// Median of the formulas that estimate a school grade; `None` for a text without words.
    #[getter]
    fn consensus_grade(&self) -> Option<f64> {
        self.core().consensus_grade
    }

    /// The lowest and the highest of the grades whose median `consensus_grade` is, and the formulas they come from;
    /// `None` for a text without words.
    #[getter]
    fn consensus<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDict>>> {
        let Some(consensus) = self.core().consensus() else { return Ok(None) };
        let spread = PyDict::new(py);
        spread.set_item("lowest", consensus.lowest)?;
        spread.set_item("highest", consensus.highest)?;
        let formulas: Vec<&str> = consensus.scores.iter().map(|(formula, _)| formula.name).collect();
        spread.set_item("formulas", formulas)?;
        Ok(Some(spread))
    }

    /// The area on Fry's graph (1968, 1977): a grade from 1 to 16, `beyond`, `long_sentences` or `long_words`; `None` for
    /// a text without words and in other languages than English.
    #[getter]
    fn fry_graph(&self) -> Option<String> {
        self.core().area(connote::Graph::Fry).map(connote::GraphArea::name)
    }

    /// The area on Raygor's graph (1977): a grade from 3 to 13, `beyond`, `long_sentences` or `long_words`; `None` for a
    /// text without words and in other languages than English.
    #[getter]
    fn raygor_graph(&self) -> Option<String> {
        self.core().area(connote::Graph::Raygor).map(connote::GraphArea::name)
    }

    /// What speaks against every score of the text: `no_text`, `few_words` (fewer than 100), `other_script` (more than 5 %
    /// of the letters) or `mostly_fragments` (headings and list items).
    #[getter]
    fn text_caveats(&self) -> Vec<&'static str> {
        self.core().text_caveats().map(connote::Caveat::name).collect()
    }

    /// The formulas whose score is missing or should not be trusted, each with the reason: `no_text` (there is no word),
    /// `no_word_list` (the formula counts words off a list that is not freely licensed), `undefined` (the text is too
    /// short) or `sample_too_small` (fewer sentences or words than the formula's author asks for).
    #[getter]
    fn caveats<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let caveats = PyDict::new(py);
        for (formula, caveat) in self.core().caveats() {
            caveats.set_item(formula.name, caveat.name())?;
        }
        Ok(caveats)
    }

    /// The names of the formulas of the language.
    fn keys(&self) -> Vec<&'static str> {
        self.core().iter().map(|(formula, _)| formula.name).collect()
    }

    /// The scores by formula.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let scores = PyDict::new(py);
        for (formula, score) in self.core().iter() {
            scores.set_item(formula.name, score)?;
        }
        Ok(scores)
    }

    fn __getitem__(&self, name: &str) -> PyResult<Option<f64>> {
        match connote::Formula::named(name) {
            Some(formula) => Ok(self.core().get(formula.name)),
            None => Err(PyKeyError::new_err(format!("there is no formula '{name}'; see connote.formulas()"))),
        }
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.keys().into_pyobject(py)?.call_method0("__iter__")
    }

    fn __len__(&self) -> usize {
        self.core().iter().count()
    }

    fn __contains__(&self, name: &str) -> bool {
        connote::Formula::named(name).is_some_and(|formula| formula.is_for(self.core().language()))
    }

    fn __repr__(&self) -> String {
        let number = |value: Option<f64>| value.map_or_else(|| "None".to_owned(), |value| format!("{value:.1}"));
        let ease = self.core().get("flesch_reading_ease");
        format!(
            "Readability(consensus_grade={}, flesch_reading_ease={})",
            number(self.core().consensus_grade),
            number(ease)
        )
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| self.core() == other.get().core())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Attribute<'py>> {
        attribute(py, &self.0, "readability")
    }
}

/// Which words a text leans on: every folded word with its count, the most frequent first.
#[pyclass(frozen, module = "connote")]
pub(crate) struct Frequency(Py<Report>);

impl Frequency {
    fn core(&self) -> &connote::Frequency {
        &self.0.get().core.frequency
    }
}

#[pymethods]
impl Frequency {
    /// Number of words.
    #[getter]
    fn tokens(&self) -> u64 {
        self.core().tokens()
    }

    /// Number of distinct folded words.
    #[getter]
    fn types(&self) -> usize {
        self.core().types()
    }

    /// Number of words that occur once.
    #[getter]
    fn hapaxes(&self) -> usize {
        self.core().hapaxes()
    }

    /// The most frequent words; equal counts in code-point order.
    ///
    /// Args:
    ///     n: How many words at most.
    ///     stop_words: Whether function words (the, of, and) are among them.
    #[pyo3(signature = (n=20, *, stop_words=false))]
    fn top(&self, n: usize, stop_words: bool) -> Vec<WordCount> {
        let value = |word: connote::WordCount<'_>| WordCount {
            word: word.word.to_owned(),
            count: word.count,
            per_million: word.per_million,
        };
        self.core().top(n, stop_words).into_iter().map(value).collect()
    }

    /// How often a word occurs; case and the form of apostrophes do not matter.
    fn count(&self, word: &str) -> u64 {
        let mut folded = String::new();
        fold_into(word, &mut folded);
        self.core().count(&folded)
    }

    /// The counts by word, the most frequent first.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = PyDict::new(py);
        for word in self.core().iter() {
            counts.set_item(word.word, word.count)?;
        }
        Ok(counts)
    }

    fn __repr__(&self) -> String {
        format!("Frequency(tokens={}, types={}, hapaxes={})", self.tokens(), self.types(), self.hapaxes())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| self.core().iter().eq(other.get().core().iter()))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Attribute<'py>> {
        attribute(py, &self.0, "frequency")
    }
}

/// How a text feels: by the rules of news sentiment (`score` and what goes with it), and by VADER 3.3.2 (Hutto & Gilbert
/// 2014), number for number (`neg`, `neu`, `pos`, `compound`).
///
/// The sum behind `compound` grows with the length of a text: for an article prefer `score`.
#[pyclass(frozen, module = "connote")]
pub(crate) struct Sentiment(Py<Report>);

impl Sentiment {
    fn core(&self) -> &connote::Sentiment {
        &self.0.get().core.sentiment
    }

    fn sentence_values(&self, sentences: &[connote::SentencePolarity]) -> Vec<SentencePolarity> {
        let places = self.0.get().places();
        sentences.iter().map(|sentence| sentence_value(&places, sentence)).collect()
    }
}

fn sentence_value(places: &Places<'_>, sentence: &connote::SentencePolarity) -> SentencePolarity {
    let Span { start, end, text } = places.of(sentence.span);
    let connote::Polarity { neg, neu, pos, compound } = sentence.polarity;
    SentencePolarity { start, end, text, score: sentence.score, neg, neu, pos, compound }
}

#[pymethods]
impl Sentiment {
    /// News: mean score of the sentences, -1 (negative) to 1 (positive); `None` without a word.
    #[getter]
    fn score(&self) -> Option<f64> {
        self.core().news.score
    }

    /// News: the same over the writer's own words, outside quotations.
    #[getter]
    fn own(&self) -> Option<f64> {
        self.core().news.own
    }

    /// News: the same over the words in direct and fragment quotations.
    #[getter]
    fn quoted(&self) -> Option<f64> {
        self.core().news.quoted
    }

    /// News: share of the words that have a value, 0 to 1.
    #[getter]
    fn coverage(&self) -> Option<f64> {
        self.core().news.coverage
    }

    /// Mean subjectivity, 0 to 1, of the words for which it is known (pattern.en, De Smedt & Daelemans 2012).
    #[getter]
    fn subjectivity(&self) -> Option<f64> {
        self.core().news.subjectivity
    }

    /// News: every word and phrase with feeling, with what shifts it, in the order of the text.
    #[getter]
    fn hits<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        let report = self.0.get();
        cached(py, &report.sentiment_hits, || {
            let places = report.places();
            let hits = report.core.sentiment_hits();
            hits.into_iter().map(move |hit| {
                let Span { start, end, text } = places.of(hit.span);
                let shifters = hit.shifters.iter().map(|shifter| {
                    let Span { start, end, text } = places.of(shifter.span);
                    Shifter { start, end, text, shift: shifter.shift.name().to_owned(), factor: shifter.factor }
                });
                let shifters = shifters.collect();
                let source = hit.source.name().to_owned();
                SentimentHit {
                    start,
                    end,
                    text,
                    value: hit.value,
                    base: hit.base,
                    source,
                    quoted: hit.quoted,
                    shifters,
                }
            })
        })
    }

    /// News: what the words of each voice feel like: the writer's own first, then every quoted speaker, in the order in
    /// which they are first quoted.
    ///
    /// >>> import connote
    /// >>> text = "The talks went well. “A disaster,” Smith said. “A terrible failure,” Jones said."
    /// >>> [(voice.speaker, voice.hits) for voice in connote.analyze(text).sentiment.voices]
    /// [(None, 1), ('Smith', 1), ('Jones', 2)]
    #[getter]
    fn voices<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let core = &self.0.get().core;
        let voices = core.sentiment_voices().into_iter().map(|voice| {
            let speaker = voice.speaker.map(|span| span.of(core.text()).to_owned());
            let connote::VoiceSentiment { quoted, words, hits, positive, negative, .. } = voice;
            VoiceSentiment { speaker, quoted, words, hits, positive, negative }
        });
        PyTuple::new(py, voices.collect::<Vec<_>>())
    }

    /// The `n` most negative sentences, the worst first; only those below 0.
    ///
    /// >>> import connote
    /// >>> connote.analyze("A great day. A terrible night.").sentiment.most_negative()[0].text
    /// 'A terrible night.'
    #[pyo3(signature = (n=5))]
    fn most_negative(&self, n: usize) -> Vec<SentencePolarity> {
        self.sentence_values(&self.core().most_negative(n))
    }

    /// The `n` most positive sentences, the best first; only those above 0.
    ///
    /// >>> import connote
    /// >>> connote.analyze("A great day. A terrible night.").sentiment.most_positive()[0].text
    /// 'A great day.'
    #[pyo3(signature = (n=5))]
    fn most_positive(&self, n: usize) -> Vec<SentencePolarity> {
        self.sentence_values(&self.core().most_positive(n))
    }

    /// The course of the sentiment: for each sentence the mean score of the `window` sentences around it, fewer at both
    /// ends.
    ///
    /// >>> import connote
    /// >>> connote.analyze("A great day. A terrible night.").sentiment.arc(1)[0] > 0
    /// True
    #[pyo3(signature = (window=5))]
    fn arc(&self, window: usize) -> Vec<f64> {
        self.core().arc(window)
    }

    /// Share of the negative, 0 to 1.
    #[getter]
    fn neg(&self) -> f64 {
        self.core().document.neg
    }

    /// Share of the neutral, 0 to 1.
    #[getter]
    fn neu(&self) -> f64 {
        self.core().document.neu
    }

    /// Share of the positive, 0 to 1.
    #[getter]
    fn pos(&self) -> f64 {
        self.core().document.pos
    }

    /// The sum of all valences of the text, brought into -1 to 1.
    #[getter]
    fn compound(&self) -> f64 {
        self.core().document.compound
    }

    /// Mean of the sentences' compounds, -1 to 1; `None` without a sentence.
    #[getter]
    fn mean_compound(&self) -> Option<f64> {
        self.core().mean_compound()
    }

    /// The numbers of each sentence that holds a word.
    #[getter]
    fn sentences<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        let report = self.0.get();
        cached(py, &report.sentences, || {
            let places = report.places();
            self.core().sentences.iter().map(move |sentence| sentence_value(&places, sentence))
        })
    }

    fn __repr__(&self) -> String {
        let connote::Polarity { neg, neu, pos, compound } = self.core().document;
        let score = self.core().news.score.map_or_else(|| "None".to_owned(), |score| format!("{score:.4}"));
        format!("Sentiment(score={score}, neg={neg}, neu={neu}, pos={pos}, compound={compound})")
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| self.core() == other.get().core())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Attribute<'py>> {
        attribute(py, &self.0, "sentiment")
    }
}

/// Where the wording of a text is loaded, what kind of leaning it is, and whose words they are.
#[pyclass(frozen, module = "connote")]
pub(crate) struct Loaded(Py<Report>);

impl Loaded {
    fn core(&self) -> &connote::Loaded {
        &self.0.get().core.loaded
    }
}

#[pymethods]
impl Loaded {
    /// Hits of strength 2 or 3 that the writer answers for, in a thousand of the writer's words; hedges, weasels and
    /// reporting verbs left out. `None` without a word of the writer's.
    #[getter]
    fn per_1000(&self) -> Option<f64> {
        self.core().per_1000()
    }

    /// The same for the words in direct quotations.
    #[getter]
    fn quoted_per_1000(&self) -> Option<f64> {
        self.core().quoted_per_1000()
    }

    /// Words that the writer answers for: outside direct quotations.
    #[getter]
    fn own_words(&self) -> u64 {
        self.core().own_words
    }

    /// Words in direct quotations.
    #[getter]
    fn quoted_words(&self) -> u64 {
        self.core().quoted_words
    }

    /// Number of hits of each category, those without a hit too.
    #[getter]
    fn by_category<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = PyDict::new(py);
        for category in Category::ALL {
            counts.set_item(category.name(), self.core().count_of(category))?;
        }
        Ok(counts)
    }

    /// Number of hits in each voice, those without a hit too.
    #[getter]
    fn by_voice<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = PyDict::new(py);
        for voice in Voice::ALL {
            counts.set_item(voice.name(), self.core().count_in(voice))?;
        }
        Ok(counts)
    }

    /// Every hit, in the order of the text.
    #[getter]
    fn hits<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        let report = self.0.get();
        let loaded = self.core();
        cached(py, &report.hits, || {
            let places = report.places();
            loaded.hits().iter().map(move |hit| {
                let Span { start, end, text } = places.of(hit.span);
                LoadedHit {
                    start,
                    end,
                    text,
                    term: loaded.term(hit).map(str::to_owned),
                    category: hit.category.name().to_owned(),
                    strength: hit.strength,
                    voice: hit.voice.name().to_owned(),
                    speaker: report.core.speaker(hit).map(str::to_owned),
                    in_headline: hit.in_headline,
                    negated: hit.negated,
                    neutral: loaded.neutral(hit).map(str::to_owned),
                    note: loaded.note(hit).map(str::to_owned),
                }
            })
        })
    }

    fn __repr__(&self) -> String {
        let per_1000 = self.core().per_1000().map_or_else(|| "None".to_owned(), |value| format!("{value:.1}"));
        format!("Loaded(per_1000={per_1000}, hits={})", self.core().hits().len())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        let Ok(other) = other.cast::<Self>() else { return false };
        let (a, b) = (&self.0.get().core, &other.get().0.get().core);
        a.text() == b.text() && a.loaded.hits() == b.loaded.hits() && a.lexicons() == b.lexicons()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Attribute<'py>> {
        attribute(py, &self.0, "loaded")
    }
}

/// What a text has of one dictionary: the score of every category, as items too.
///
/// >>> import connote
/// >>> moods = connote.Lexicon.from_dic("moods", "%\n1\tstorm\n%\nrag*\t1\n")
/// >>> report = connote.Analyzer(lexicons=[moods], dictionary_hits=True).analyze("He raged: “The rage of the young!”")
/// >>> scores = report.dictionaries["moods"]
/// >>> scores["storm"].count, scores["storm"].quoted, scores["storm"].share
/// (2, 1, 0.2857142857142857)
/// >>> [(hit.text, hit.voice) for hit in scores.hits]
/// [('raged', 'own'), ('rage', 'direct_quote')]
#[pyclass(frozen, module = "connote")]
pub(crate) struct DictionaryScores {
    report: Py<Report>,
    number: usize,
}

impl DictionaryScores {
    /// The scores, which were there when the view was made.
    fn core(&self) -> Option<&connote::DictionaryScores> {
        self.report.get().core.dictionaries.get(self.number)
    }
}

#[pymethods]
impl DictionaryScores {
    /// The name of the dictionary: that of its file, without folder and ending.
    #[getter]
    fn name(&self) -> &str {
        self.core().map_or("", connote::DictionaryScores::name)
    }

    /// The score of every category, in the order of the file.
    #[getter]
    fn categories<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let categories = PyDict::new(py);
        for (name, score) in self.core().into_iter().flat_map(connote::DictionaryScores::categories) {
            categories.set_item(name, CategoryScore::from(score))?;
        }
        Ok(categories)
    }

    /// Every hit, in the order of the text; empty unless the analyzer has `dictionary_hits=True`.
    #[getter]
    fn hits<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let places = self.report.get().places();
        let mut hits = Vec::new();
        for (scores, hit) in
            self.core().into_iter().flat_map(|scores| scores.hits().iter().map(move |hit| (scores, hit)))
        {
            let Span { start, end, text } = places.of(hit.span);
            let voice = if hit.quoted { Voice::DirectQuote } else { Voice::Own };
            let (category, weight) = (scores.category_of(hit).to_owned(), hit.weight);
            hits.push(DictionaryHit { start, end, text, category, weight, voice: voice.name().to_owned() });
        }
        PyTuple::new(py, hits)
    }

    fn __getitem__(&self, category: &str) -> PyResult<CategoryScore> {
        let score = self.core().and_then(|scores| scores.category(category));
        let known = || PyKeyError::new_err(format!("'{}' has no category '{category}'", self.name()));
        score.map(CategoryScore::from).ok_or_else(known)
    }

    fn __repr__(&self) -> String {
        let categories = self.core().map_or(0, |scores| scores.categories().count());
        format!("DictionaryScores({:?}, categories={categories})", self.name())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        let py = other.py();
        let Ok(other) = other.cast::<Self>() else { return Ok(false) };
        let same_hits = |other: &Self| -> PyResult<bool> { self.hits(py)?.eq(other.hits(py)?) };
        let other = other.get();
        Ok(self.name() == other.name() && self.categories(py)?.eq(other.categories(py)?)? && same_hits(other)?)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((self.report.bind(py).getattr("dictionary")?, (self.name().to_owned(),)))
    }
}
