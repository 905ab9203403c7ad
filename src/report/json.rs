//! The report as JSON: what is written of each part, and where its spans stand.

use serde::Serialize;
use serde::ser::Serializer;

use super::{OffsetUnit, Report};
use crate::document::Document;
use crate::document::quotation::{Quotation, QuotationKind};
use crate::document::sources::SourceKind;
use crate::lexicon::news::{Shift, ValueSource};
use crate::lexicon::{Category, LexiconSource, VerbClass};
use crate::measures::counts::Counts;
use crate::measures::dictionaries::{CategoryScore, DictionaryHit, DictionaryScores};
use crate::measures::diversity::Diversity;
use crate::measures::loaded::{LoadedHit, LoadedPart, LoadedSentence, Voice, VoiceHits};
use crate::measures::readability::Readability;
use crate::measures::sentiment::news;
use crate::measures::sentiment::voices::voices;
use crate::measures::sentiment::{NewsSentiment, Polarity, SentencePolarity, SentimentHit, VoiceSentiment};
use crate::measures::sources::{SourceProfile, SourceVerb, sources};
use crate::span::{CharCursor, Span};

/// Version of the JSON: counts up when a field goes away or means something else, not when one is added.
const SCHEMA: u32 = 1;

impl Report {
    /// The report as JSON, with spans in the given unit. The same text gives the same bytes.
    ///
    /// # Errors
    /// [`serde_json::Error`] never arises from a report; it is part of the signature of the writer.
    pub fn to_json(&self, unit: OffsetUnit) -> Result<String, serde_json::Error> {
        serde_json::to_string(&self.view(unit))
    }

    /// The report as a JSON value, with spans in the given unit.
    ///
    /// # Errors
    /// As [`Report::to_json`].
    pub fn to_value(&self, unit: OffsetUnit) -> Result<serde_json::Value, serde_json::Error> {
        serde_json::to_value(self.view(unit))
    }

    fn view(&self, unit: OffsetUnit) -> View<'_> {
        let places = self.places(unit);
        let read_again = |document: Document<'_>| {
            let hits = if self.has_sentiment() { news::hits(&document) } else { Vec::new() };
            let voices = if self.has_sentiment() { voices(&document, &hits) } else { Vec::new() };
            (hits, voices, sources(&document))
        };
        let (hits, voices, sources) = self.document().map(read_again).unwrap_or_default();
        View {
            connote: env!("CARGO_PKG_VERSION"),
            schema: SCHEMA,
            language: self.language().code(),
            offset_unit: match unit {
                OffsetUnit::Byte => "byte",
                OffsetUnit::CodePoint => "code_point",
            },
            headline: self.headline.map(|span| places.of(span)),
            counts: &self.counts,
            readability: &self.readability,
            frequency: FrequencyView {
                tokens: self.frequency.tokens(),
                types: self.frequency.types(),
                hapaxes: self.frequency.hapaxes(),
                words: self.word_views().collect(),
            },
            diversity: &self.diversity,
            sentiment: self.has_sentiment().then(|| self.sentiment_view(&hits, voices, &places)),
            loaded: self.has_terms().then(|| self.loaded_view(&places)),
            dictionaries: self
                .dictionaries
                .iter()
                .map(|scores| (scores.name(), Self::dictionary_view(scores, &places)))
                .collect(),
            quotations: self.quotations.iter().map(|quotation| self.quotation_view(quotation, &places)).collect(),
            sources: sources.into_iter().map(|source| self.source_view(source, &places)).collect(),
            lexicons: self.lexicons.sources(),
        }
    }

    fn places(&self, unit: OffsetUnit) -> Places<'_> {
        Places { text: &self.text, unit, cursor: CharCursor::new(&self.text) }
    }

    fn voice_view(&self, voice: VoiceSentiment) -> VoiceView<'_> {
        let VoiceSentiment { speaker, quoted, words, hits, positive, negative } = voice;
        VoiceView { speaker: speaker.map(|span| span.of(&self.text)), quoted, words, hits, positive, negative }
    }

    fn word_views(&self) -> impl Iterator<Item = WordView<'_>> {
        self.frequency.iter().map(|word| WordView { word: word.word, count: word.count, per_million: word.per_million })
    }

    fn sentiment_view<'r>(
        &'r self,
        hits: &[SentimentHit],
        voices: Vec<VoiceSentiment>,
        places: &Places<'r>,
    ) -> SentimentView<'r> {
        let polarity = self.sentiment.document;
        SentimentView {
            neg: polarity.neg,
            neu: polarity.neu,
            pos: polarity.pos,
            compound: polarity.compound,
            mean_compound: self.sentiment.mean_compound(),
            news: self.sentiment.news,
            hits: hits.iter().map(|hit| SentimentHitView::of(hit, places)).collect(),
            voices: voices.into_iter().map(|voice| self.voice_view(voice)).collect(),
            sentences: self.sentiment.sentences.iter().map(|sentence| SentenceView::of(sentence, places)).collect(),
        }
    }

    fn loaded_view<'r>(&'r self, places: &Places<'r>) -> LoadedView<'r> {
        LoadedView {
            score: self.loaded.score(),
            per_1000: self.loaded.per_1000(),
            quoted_per_1000: self.loaded.quoted_per_1000(),
            own_words: self.loaded.own_words,
            quoted_words: self.loaded.quoted_words,
            by_category: Category::ALL
                .iter()
                .map(|&category| (category.name(), self.loaded.of_category(category)))
                .collect(),
            by_strength: [("1", 1), ("2", 2), ("3", 3)]
                .map(|(name, strength)| (name, self.loaded.of_strength(strength)))
                .to_vec(),
            by_voice: Voice::ALL.iter().map(|&voice| (voice.name(), self.loaded.count_in(voice))).collect(),
            boosters: self.loaded.boosters(),
            headline: self.loaded.headline(),
            body: self.loaded.body(),
            sentences: self
                .loaded
                .sentences()
                .iter()
                .map(|sentence| LoadedSentenceView::of(sentence, places))
                .collect(),
            hits: self.loaded.hits().iter().map(|hit| self.hit_view(hit, places)).collect(),
        }
    }

    fn dictionary_view<'r>(scores: &'r DictionaryScores, places: &Places<'r>) -> DictionaryView<'r> {
        let hit = |hit: &DictionaryHit| {
            let DictionaryHit { span, weight, quoted, .. } = *hit;
            let voice = if quoted { Voice::DirectQuote } else { Voice::Own };
            DictionaryHitView { place: places.of(span), category: scores.category_of(hit), weight, voice }
        };
        DictionaryView {
            categories: scores.categories().map(|(name, score)| (name, *score)).collect(),
            hits: scores.hits().iter().map(hit).collect(),
        }
    }

    fn hit_view<'r>(&'r self, hit: &LoadedHit, places: &Places<'r>) -> HitView<'r> {
        HitView {
            place: places.of(hit.span),
            term: self.loaded.term(hit),
            category: hit.category,
            strength: hit.strength,
            voice: hit.voice,
            speaker: self.speaker(hit),
            in_headline: hit.in_headline,
            negated: hit.negated,
            mentioned: hit.mentioned,
            reported: hit.reported,
            neutral: self.loaded.neutral(hit),
            note: self.loaded.note(hit),
        }
    }

    fn source_view<'r>(&'r self, source: SourceProfile, places: &Places<'r>) -> SourceView<'r> {
        let by_class = VerbClass::ALL.iter().map(|&class| (class.name(), source.count_of(class))).collect();
        let SourceProfile { name, kind, named, quotations, words, verbs } = source;
        SourceView {
            name: name.map(|span| span.of(&self.text)),
            name_span: name.map(|span| places.offsets(span)),
            kind,
            named,
            quotations,
            words,
            by_class,
            verbs,
        }
    }

    fn quotation_view<'r>(&'r self, quotation: &Quotation, places: &Places<'r>) -> QuotationView<'r> {
        QuotationView {
            place: places.of(quotation.span),
            kind: quotation.kind,
            outer: quotation.outer,
            continuation: quotation.continuation,
            speaker: quotation.speaker.map(|span| span.of(&self.text)),
            speaker_span: quotation.speaker.map(|span| places.offsets(span)),
            speaker_mention: quotation.speaker_mention.map(|span| span.of(&self.text)),
            speaker_mention_span: quotation.speaker_mention.map(|span| places.offsets(span)),
            verb: self.verb(quotation),
            verb_span: quotation.verb.map(|span| places.offsets(span)),
        }
    }
}

/// Parts of the JSON for the columns of tables, offsets in code points; none where the JSON has none.
impl Report {
    pub(crate) fn hit_list(&self) -> Option<String> {
        let places = self.places(OffsetUnit::CodePoint);
        self.has_terms().then(|| json(self.loaded.hits().iter().map(|hit| self.hit_view(hit, &places))))?
    }

    pub(crate) fn sentence_list(&self) -> Option<String> {
        let places = self.places(OffsetUnit::CodePoint);
        let item = |(felt, loaded): (&SentencePolarity, &LoadedSentence)| {
            let (start, end) = places.offsets(loaded.span);
            let sentiment = self.has_sentiment().then(|| SentenceScores::of(felt));
            let loaded_score = loaded.score.filter(|_| self.has_terms());
            SentenceItem { start, end, words: loaded.words, sentiment, loaded_score }
        };
        // Both families have every sentence with a word.
        json(self.sentiment.sentences.iter().zip(self.loaded.sentences()).map(item))
    }

    pub(crate) fn quotation_list(&self) -> Option<String> {
        let places = self.places(OffsetUnit::CodePoint);
        json(self.quotations.iter().map(|quotation| self.quotation_view(quotation, &places)))
    }

    pub(crate) fn frequency_list(&self) -> Option<String> {
        json(self.word_views())
    }
}

/// Items as JSON; serializing plain values does not fail.
fn json(items: impl Iterator<Item = impl Serialize>) -> Option<String> {
    serde_json::to_string(&items.collect::<Vec<_>>()).ok()
}

impl Serialize for Report {
    /// As [`Report::to_json`] with byte offsets.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view(OffsetUnit::Byte).serialize(serializer)
    }
}

/// Turns spans into what is written of them.
struct Places<'r> {
    text: &'r str,
    unit: OffsetUnit,
    cursor: CharCursor<'r>,
}

impl<'r> Places<'r> {
    fn offsets(&self, span: Span) -> (usize, usize) {
        match self.unit {
            OffsetUnit::Byte => (span.start as usize, span.end as usize),
            OffsetUnit::CodePoint => (self.cursor.chars_before(span.start), self.cursor.chars_before(span.end)),
        }
    }

    fn of(&self, span: Span) -> PlaceView<'r> {
        let (start, end) = self.offsets(span);
        PlaceView { start, end, text: span.of(self.text) }
    }
}

#[derive(Serialize)]
struct PlaceView<'r> {
    start: usize,
    end: usize,
    text: &'r str,
}

#[derive(Serialize)]
struct View<'r> {
    connote: &'static str,
    schema: u32,
    language: &'static str,
    offset_unit: &'static str,
    headline: Option<PlaceView<'r>>,
    counts: &'r Counts,
    readability: &'r Readability,
    frequency: FrequencyView<'r>,
    diversity: &'r Diversity,
    sentiment: Option<SentimentView<'r>>,
    loaded: Option<LoadedView<'r>>,
    /// By name.
    #[serde(serialize_with = "as_map")]
    dictionaries: Vec<(&'r str, DictionaryView<'r>)>,
    quotations: Vec<QuotationView<'r>>,
    sources: Vec<SourceView<'r>>,
    lexicons: &'r [LexiconSource],
}

#[derive(Serialize)]
struct FrequencyView<'r> {
    tokens: u64,
    types: usize,
    hapaxes: usize,
    words: Vec<WordView<'r>>,
}

#[derive(Serialize)]
struct WordView<'r> {
    word: &'r str,
    count: u64,
    per_million: f64,
}

#[derive(Serialize)]
struct SentimentView<'r> {
    #[serde(flatten)]
    news: NewsSentiment,
    neg: f64,
    neu: f64,
    pos: f64,
    compound: f64,
    mean_compound: Option<f64>,
    sentences: Vec<SentenceView>,
    hits: Vec<SentimentHitView<'r>>,
    voices: Vec<VoiceView<'r>>,
}

#[derive(Serialize)]
struct VoiceView<'r> {
    speaker: Option<&'r str>,
    quoted: bool,
    words: u64,
    hits: u64,
    positive: f64,
    negative: f64,
}

#[derive(Serialize)]
struct SentimentHitView<'r> {
    #[serde(flatten)]
    place: PlaceView<'r>,
    value: f64,
    base: f64,
    source: ValueSource,
    quoted: bool,
    shifters: Vec<ShifterView<'r>>,
}

impl<'r> SentimentHitView<'r> {
    fn of(hit: &SentimentHit, places: &Places<'r>) -> Self {
        let shifters = hit.shifters.iter().map(|shifter| ShifterView {
            place: places.of(shifter.span),
            shift: shifter.shift,
            factor: shifter.factor,
        });
        let shifters = shifters.collect();
        let &SentimentHit { span, value, base, source, quoted, .. } = hit;
        Self { place: places.of(span), value, base, source, quoted, shifters }
    }
}

#[derive(Serialize)]
struct ShifterView<'r> {
    #[serde(flatten)]
    place: PlaceView<'r>,
    shift: Shift,
    factor: f64,
}

#[derive(Serialize)]
struct SentenceView {
    start: usize,
    end: usize,
    #[serde(flatten)]
    scores: SentenceScores,
}

#[derive(Serialize)]
struct SentenceScores {
    score: f64,
    neg: f64,
    neu: f64,
    pos: f64,
    compound: f64,
}

impl SentenceView {
    fn of(sentence: &SentencePolarity, places: &Places<'_>) -> Self {
        let (start, end) = places.offsets(sentence.span);
        Self { start, end, scores: SentenceScores::of(sentence) }
    }
}

impl SentenceScores {
    fn of(sentence: &SentencePolarity) -> Self {
        let Polarity { neg, neu, pos, compound } = sentence.polarity;
        Self { score: sentence.score, neg, neu, pos, compound }
    }
}

/// A sentence with what both families say of it.
#[derive(Serialize)]
struct SentenceItem {
    start: usize,
    end: usize,
    words: u64,
    #[serde(flatten)]
    sentiment: Option<SentenceScores>,
    loaded_score: Option<f64>,
}

#[derive(Serialize)]
struct LoadedView<'r> {
    score: Option<f64>,
    per_1000: Option<f64>,
    quoted_per_1000: Option<f64>,
    own_words: u64,
    quoted_words: u64,
    #[serde(serialize_with = "as_map")]
    by_category: Vec<(&'static str, VoiceHits)>,
    #[serde(serialize_with = "as_map")]
    by_strength: Vec<(&'static str, VoiceHits)>,
    #[serde(serialize_with = "as_map")]
    by_voice: Vec<(&'static str, u64)>,
    boosters: VoiceHits,
    headline: Option<LoadedPart>,
    body: LoadedPart,
    sentences: Vec<LoadedSentenceView>,
    hits: Vec<HitView<'r>>,
}

#[derive(Serialize)]
struct LoadedSentenceView {
    start: usize,
    end: usize,
    words: u64,
    score: Option<f64>,
}

impl LoadedSentenceView {
    fn of(sentence: &LoadedSentence, places: &Places<'_>) -> Self {
        let (start, end) = places.offsets(sentence.span);
        Self { start, end, words: sentence.words, score: sentence.score }
    }
}

#[expect(clippy::struct_excessive_bools, reason = "independent facts of one hit")]
#[derive(Serialize)]
struct HitView<'r> {
    #[serde(flatten)]
    place: PlaceView<'r>,
    term: Option<&'r str>,
    category: Category,
    strength: u8,
    voice: Voice,
    speaker: Option<&'r str>,
    in_headline: bool,
    negated: bool,
    mentioned: bool,
    reported: bool,
    neutral: Option<&'r str>,
    note: Option<&'r str>,
}

#[derive(Serialize)]
struct DictionaryView<'r> {
    #[serde(serialize_with = "as_map")]
    categories: Vec<(&'r str, CategoryScore)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hits: Vec<DictionaryHitView<'r>>,
}

#[derive(Serialize)]
struct DictionaryHitView<'r> {
    #[serde(flatten)]
    place: PlaceView<'r>,
    category: &'r str,
    weight: Option<f64>,
    voice: Voice,
}

#[derive(Serialize)]
struct QuotationView<'r> {
    #[serde(flatten)]
    place: PlaceView<'r>,
    kind: QuotationKind,
    outer: bool,
    continuation: bool,
    /// The name in full where it is known.
    speaker: Option<&'r str>,
    speaker_span: Option<(usize, usize)>,
    /// The words beside the quotation.
    speaker_mention: Option<&'r str>,
    speaker_mention_span: Option<(usize, usize)>,
    /// Base form of the reporting verb.
    verb: Option<&'r str>,
    verb_span: Option<(usize, usize)>,
}

#[derive(Serialize)]
struct SourceView<'r> {
    name: Option<&'r str>,
    name_span: Option<(usize, usize)>,
    kind: Option<SourceKind>,
    named: bool,
    quotations: u64,
    words: u64,
    #[serde(serialize_with = "as_map")]
    by_class: Vec<(&'static str, u64)>,
    verbs: Vec<SourceVerb>,
}

/// Pairs as a map, in their order.
fn as_map<S: Serializer, V: Serialize>(pairs: &[(&str, V)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, value)| (name, value)))
}
