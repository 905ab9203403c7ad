//! How a text feels.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use super::{Attribute, Places, Report, attribute, cached};
use crate::value::{Span, value_class};

/// How a text feels: by the rules of news sentiment (`score` and what goes with it), and by VADER 3.3.2 (Hutto & Gilbert
/// 2014), number for number (`neg`, `neu`, `pos`, `compound`).
///
/// The sum behind `compound` grows with the length of a text: for an article prefer `score`.
#[pyclass(frozen, module = "connote")]
pub(crate) struct Sentiment(pub(super) Py<Report>);

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

value_class! {
    /// The sentiment of a sentence: as news, and the four numbers of VADER 3.3.2 (Hutto & Gilbert 2014).
    SentencePolarity {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The sentence, without the white space around it.
        text: String,
        /// Its sentiment as news, -1 to 1.
        score: f64,
        /// Share of the negative, 0 to 1.
        neg: f64,
        /// Share of the neutral, 0 to 1.
        neu: f64,
        /// Share of the positive, 0 to 1.
        pos: f64,
        /// The sum of all valences, brought into -1 to 1.
        compound: f64,
    }
}

value_class! {
    /// What shifts a word with feeling.
    Shifter {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The word or phrase as it stands in the text.
        text: String,
        /// `negator`, `booster`, `dampener`, `contrast` or `concession`.
        shift: String,
        /// The factor on the value.
        factor: f64,
    }
}

value_class! {
    /// The feeling in the words of one voice, by the rules of news sentiment.
    VoiceSentiment {
        /// The words that name the speaker, where they first do so; `None` of the writer, and of quotations that name
        /// nobody.
        speaker: Option<String>,
        /// Whether the words are quoted; the writer's own are not.
        quoted: bool,
        /// Words of the voice.
        words: u64,
        /// Words and phrases with feeling among them.
        hits: u64,
        /// Sum of the values above 0; a word has about -4 to 4.
        positive: f64,
        /// Sum of the values below 0, itself 0 or less.
        negative: f64,
    }
}

value_class! {
    /// A word or phrase with feeling, by the rules of news sentiment.
    SentimentHit {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The word or phrase as it stands in the text.
        text: String,
        /// What it adds to its sentence: the base value times the factors of its shifters.
        value: f64,
        /// Its value by itself, about -4 to 4.
        base: f64,
        /// The list that has it: `news`, `vader`, `opinion` or `phrase`.
        source: String,
        /// Whether it stands in a direct or fragment quotation.
        quoted: bool,
        /// What shifts it.
        shifters: Vec<Shifter>,
    }
}
