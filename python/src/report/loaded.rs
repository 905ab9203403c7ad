//! Where the wording of a text is loaded.

use connote::{Category, Voice};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use super::{Attribute, Report, attribute, cached};
use crate::value::{Span, value_class};

/// Where the wording of a text is loaded, what kind of leaning it is, and whose words they are.
#[pyclass(frozen, module = "connote")]
pub(crate) struct Loaded(pub(super) Py<Report>);

impl Loaded {
    fn core(&self) -> &connote::Loaded {
        &self.0.get().core.loaded
    }
}

#[pymethods]
impl Loaded {
    /// How loaded the writer's words are, from 0 to below 1: W / (W + (n + 20) / 40), in a sentence as in the whole text.
    /// `None` without a word of the writer's.
    ///
    /// W sums the weights of the hits that the writer answers for: 1, 2 and 4 for strengths 1, 2 and 3; hedges,
    /// weasels, boosters and reporting verbs are left out. n counts the writer's words. It is a density brought into 0
    /// to 1 and does not grow with length; the 20 neutral words that are added keep short sentences from the extremes.
    ///
    /// 0.5 is calibrated: there the score best tells sentences that people called biased from others, macro-F1 .713
    /// on 1,690 sentences labelled by experts (development half of BABE, Spinde et al. 2021; measured on 2026-11-29). They
    /// called 68 % of the sentences above it biased, and 26 % of the others. Whole texts are milder: of 2,252 news posts and
    /// press releases half scored below 0.28, and one in ten above 0.62.
    ///
    /// >>> import connote
    /// >>> loaded = connote.analyze("The regime fell. It rained.").loaded
    /// >>> [round(sentence.score, 2) for sentence in loaded.sentences], round(loaded.score, 2)
    /// ([0.78, 0.0], 0.76)
    #[getter]
    fn score(&self) -> Option<f64> {
        self.core().score()
    }

    /// The score of each sentence that holds a word, in the order of the text: as many as `sentiment.sentences` has.
    #[getter]
    fn sentences<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        let report = self.0.get();
        cached(py, &report.loaded_sentences, || {
            let places = report.places();
            self.core().sentences().iter().map(move |sentence| {
                let Span { start, end, text } = places.of(sentence.span);
                LoadedSentence { start, end, text, words: sentence.words, score: sentence.score }
            })
        })
    }

    /// Hits of strength 2 or 3 that the writer answers for, in a thousand of the writer's words; hedges, weasels,
    /// boosters and reporting verbs left out. `None` without a word of the writer's.
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

    /// Hits of each category, those without a hit too. Hedges, weasels and reporting verbs have their densities here, and
    /// stay out of `per_1000`. The reporting verbs are those that are not plain.
    ///
    /// >>> import connote
    /// >>> labels = connote.analyze("The regime fell. “A brutal regime,” Smith said.").loaded.by_category["contentious_label"]
    /// >>> labels.hits, labels.own, labels.direct_quote, labels.per_1000
    /// (2, 1, 1, 200.0)
    #[getter]
    fn by_category<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let hits = PyDict::new(py);
        for category in Category::ALL {
            hits.set_item(category.name(), VoiceHits::from(self.core().of_category(category)))?;
        }
        Ok(hits)
    }

    /// Hits of each strength, 1 to 3, whatever the category.
    #[getter]
    fn by_strength<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let hits = PyDict::new(py);
        for strength in 1..=3 {
            hits.set_item(strength, VoiceHits::from(self.core().of_strength(strength)))?;
        }
        Ok(hits)
    }

    /// Boosters: the writer's own stamp of truth on a claim, the category `certainty` (Hyland 2005).
    #[getter]
    fn boosters(&self) -> VoiceHits {
        VoiceHits::from(self.core().boosters())
    }

    /// How loaded the headline is; `None` without a headline.
    #[getter]
    fn headline(&self) -> Option<LoadedPart> {
        self.core().headline().map(LoadedPart::from)
    }

    /// How loaded the text below the headline is, or all of it without a headline.
    #[getter]
    fn body(&self) -> LoadedPart {
        LoadedPart::from(self.core().body())
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
                    mentioned: hit.mentioned,
                    reported: hit.reported,
                    neutral: loaded.neutral(hit).map(str::to_owned),
                    note: loaded.note(hit).map(str::to_owned),
                }
            })
        })
    }

    fn __repr__(&self) -> String {
        let per_1000 = self.core().per_1000().map_or_else(|| "None".to_owned(), |value| format!("{value:.1}"));
        let score = self.core().score().map_or_else(|| "None".to_owned(), |score| format!("{score:.2}"));
        format!("Loaded(score={score}, per_1000={per_1000}, hits={})", self.core().hits().len())
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

value_class! {
    /// Loaded hits of one kind, by voice, with their densities.
    VoiceHits {
        /// All of them.
        hits: u64,
        /// Those in the writer's own words, in the body.
        own: u64,
        /// Those in the writer's own words, in the headline.
        headline: u64,
        /// Those in direct quotations.
        direct_quote: u64,
        /// Those inside marks that keep a distance.
        scare_quote: u64,
        /// Hits that the writer answers for (`own`, `headline`, `scare_quote`) in a thousand of the writer's words; `None`
        /// without a word of the writer's.
        per_1000: Option<f64>,
        /// Hits in direct quotations in a thousand quoted words; `None` without a quoted word.
        quoted_per_1000: Option<f64>,
    }
}

impl From<connote::VoiceHits> for VoiceHits {
    fn from(kind: connote::VoiceHits) -> Self {
        let connote::VoiceHits { hits, own, headline, direct_quote, scare_quote, per_1000, quoted_per_1000, .. } = kind;
        Self { hits, own, headline, direct_quote, scare_quote, per_1000, quoted_per_1000 }
    }
}

value_class! {
    /// The headline or the body: the writer's words in it, and what is loaded of them.
    LoadedPart {
        /// Words that the writer answers for.
        words: u64,
        /// Hits that the loaded density counts: of strength 2 or 3, no hedge, weasel, booster or reporting verb, in
        /// words that the writer answers for.
        hits: u64,
        /// Hits in a thousand of these words; `None` without a word.
        per_1000: Option<f64>,
    }
}

impl From<connote::LoadedPart> for LoadedPart {
    fn from(part: connote::LoadedPart) -> Self {
        let connote::LoadedPart { words, hits, per_1000, .. } = part;
        Self { words, hits, per_1000 }
    }
}

value_class! {
    /// How loaded the writer's words of a sentence are.
    LoadedSentence {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The sentence as it stands in the text.
        text: String,
        /// Its words outside direct quotations.
        words: u64,
        /// Its score, 0 to 1; see `Loaded.score`. `None` without a word of the writer's.
        score: Option<f64>,
    }
}

value_class! {
    /// A loaded expression in the text.
    LoadedHit {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The expression as it stands in the text.
        text: String,
        /// The listed term behind it, or the base form of the verb; `None` for quotation marks.
        term: Option<String>,
        /// What kind of loaded wording it is: `contentious_label`, `emotive`, `weasel`, ...
        category: String,
        /// 1 mild, 2 clearly evaluative, 3 partisan, insulting or a verdict.
        strength: u8,
        /// Whose words it stands in: `own`, `headline`, `direct_quote` or `scare_quote`.
        voice: String,
        /// Whose words it is: the speaker of the quotation around it, or the source of a reporting verb.
        speaker: Option<String>,
        /// Whether it stands in the headline, whatever the voice.
        in_headline: bool,
        /// Whether a negation stands before it: "not a dictator".
        negated: bool,
        /// Whether it is talked about, not used: "dubbed a dictator".
        mentioned: bool,
        /// Whether it stands in the writer's words for what someone said: "officials said the regime fell".
        reported: bool,
        /// What a neutral writer would put, where there is such a word.
        neutral: Option<String>,
        /// Why the term or the verb is listed; `None` for quotation marks.
        note: Option<String>,
    }
}
