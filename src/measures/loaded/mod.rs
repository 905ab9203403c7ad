//! Loaded terms: which words lean, what kind of leaning it is, and whose words they are.

mod around;
mod score;
mod statistics;

use std::sync::Arc;

use around::Reported;
use serde::Serialize;

use crate::document::Document;
use crate::document::phrases::Run;
use crate::document::quotation::QuotationKind;
use crate::lexicon::lexeme::Hints;
use crate::lexicon::phrases::PhraseMatch;
use crate::lexicon::vocabulary::Meaning;
use crate::lexicon::{Category, Lexicons, Term};
use crate::span::Span;
use crate::text::words::{Shape, TokenKind};
pub use score::LoadedSentence;
pub use statistics::{LoadedPart, VoiceHits};

/// Whose words a hit stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Voice {
    /// The writer's, in the body.
    Own,
    /// The writer's, in the headline.
    Headline,
    /// Someone's whose words are quoted.
    DirectQuote,
    /// The writer's, inside marks that keep a distance.
    ScareQuote,
}

impl Voice {
    /// Every voice, in the order of reports.
    pub const ALL: [Self; 4] = [Self::Own, Self::Headline, Self::DirectQuote, Self::ScareQuote];

    /// The name used in reports and columns.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Headline => "headline",
            Self::DirectQuote => "direct_quote",
            Self::ScareQuote => "scare_quote",
        }
    }

    /// Whether the writer answers for the words.
    pub fn is_writers(self) -> bool {
        self != Self::DirectQuote
    }
}

/// A loaded expression in the text.
#[expect(clippy::struct_excessive_bools, reason = "independent facts of one hit")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct LoadedHit {
    /// Where it stands.
    pub span: Span,
    /// What kind of loaded wording it is.
    pub category: Category,
    /// 1 mild, 2 clearly evaluative, 3 partisan, insulting or a verdict.
    pub strength: u8,
    /// Whose words it stands in.
    pub voice: Voice,
    /// Whether it stands in the headline, whatever the voice.
    pub in_headline: bool,
    /// Whether a negation stands before it: "not a dictator".
    pub negated: bool,
    /// Whether it is talked about, not used: "dubbed a dictator".
    pub mentioned: bool,
    /// Whether it stands in the writer's words for what someone said: "officials said the regime fell".
    pub reported: bool,
    /// Index of the quotation it stands in.
    pub quotation: Option<u32>,
    /// The words that name whose words they are: the speaker of the quotation, or the source of a reporting verb.
    pub speaker: Option<Span>,
    entry: Entry,
}

impl LoadedHit {
    /// Whether the loaded density counts it: of strength 2 or 3, and no hedge, weasel, booster or reporting verb.
    pub fn is_loaded(&self) -> bool {
        self.strength >= DENSITY_STRENGTH && self.category.is_loaded()
    }
}

/// What stands behind a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Term(u32),
    Verb(u16),
    /// Quotation marks.
    Marks,
}

/// The loaded terms of a text.
#[derive(Debug, Clone)]
pub struct Loaded {
    hits: Vec<LoadedHit>,
    sentences: Vec<LoadedSentence>,
    /// Words that the writer answers for: outside direct quotations.
    pub own_words: u64,
    /// Words in direct quotations.
    pub quoted_words: u64,
    /// The writer's words in the headline; none without a headline.
    headline_words: Option<u64>,
    lexicons: Arc<Lexicons>,
}

impl Loaded {
    /// Of a text that was not searched.
    pub(crate) fn empty(lexicons: &Arc<Lexicons>) -> Self {
        Self {
            hits: Vec::new(),
            sentences: Vec::new(),
            own_words: 0,
            quoted_words: 0,
            headline_words: None,
            lexicons: Arc::clone(lexicons),
        }
    }
}

/// A loaded density counts hits of this strength or more.
const DENSITY_STRENGTH: u8 = 2;

/// Finds the loaded terms of the document.
pub(crate) fn loaded(document: &Document<'_>, lexicons: &Arc<Lexicons>) -> Loaded {
    let mut hits = Vec::new();
    let mut places = Places::new(document);
    let mut reported = Reported::new(document);
    let words = document.words();
    for sentence in document.sentences() {
        reported.enter(sentence);
        let (first, end) = (sentence.first_word as usize, sentence.end_word as usize);
        let mut index = first;
        while let Some(next) = document.hinted(index, end, Hints::TERMS) {
            index = next;
            let found = longest(document, index, end);
            let Some(found) = found else {
                index += 1;
                continue;
            };
            if let Meaning::Term(number) = found.meaning
                && let Some(term) = lexicons.terms.get(number as usize)
                && !is_part_of_name(document, term, index, found.words)
            {
                let span = Span { start: words[index].span.start, end: words[index + found.words - 1].span.end };
                let place = places.of(span);
                hits.push(LoadedHit {
                    span,
                    category: term.category,
                    strength: term.strength,
                    voice: place.voice,
                    in_headline: place.in_headline,
                    negated: around::is_negated(document, index, first),
                    mentioned: around::is_mentioned(document, index, first),
                    reported: place.voice.is_writers() && reported.holds(span),
                    quotation: place.quotation,
                    speaker: place.speaker,
                    entry: Entry::Term(number),
                });
            }
            index += found.words;
        }
    }
    for (number, quotation) in document.quotations().iter().enumerate() {
        // Marks inside a quotation are the speaker's.
        if quotation.kind == QuotationKind::Scare && quotation.outer {
            hits.push(LoadedHit {
                span: quotation.span,
                category: Category::ScareQuote,
                strength: 1,
                voice: Voice::ScareQuote,
                in_headline: document.headline().is_some_and(|headline| headline.contains(quotation.span)),
                negated: false,
                mentioned: false,
                reported: false,
                quotation: Some(number as u32),
                speaker: None,
                entry: Entry::Marks,
            });
        }
    }
    let mut places = Places::new(document);
    let sentences = document.sentences();
    for attribution in document.attributions().iter().filter(|attribution| attribution.reports) {
        let strength = attribution.strength(document);
        if strength > 0 {
            let place = places.of(attribution.verb);
            let sentence = sentences.partition_point(|sentence| sentence.end_word as usize <= attribution.first);
            let first = sentences.get(sentence).map_or(0, |sentence| sentence.first_word as usize);
            hits.push(LoadedHit {
                span: attribution.verb,
                category: Category::Attribution,
                strength,
                voice: place.voice,
                in_headline: place.in_headline,
                negated: around::is_negated(document, attribution.first, first),
                mentioned: false,
                reported: false,
                quotation: place.quotation,
                speaker: Some(attribution.speaker),
                entry: Entry::Verb(attribution.number),
            });
        }
    }
    hits.sort_by_key(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end), hit.category));
    let quoted_words = document.sentences().iter().map(|sentence| u64::from(sentence.quoted)).sum();
    Loaded {
        sentences: score::sentences(document, &hits),
        hits,
        own_words: words.len() as u64 - quoted_words,
        quoted_words,
        headline_words: statistics::headline_words(document),
        lexicons: Arc::clone(lexicons),
    }
}

/// The longest term or guard at word `index` of a sentence that ends before word `end`; of equally long ones that of
/// the user's first lexicon, then the one that is nearer to the letter.
fn longest(document: &Document<'_>, index: usize, end: usize) -> Option<PhraseMatch<Meaning>> {
    let lexeme = &document.types()[document.words()[index].id as usize].lexeme;
    let lexicons = document.lexicons();
    let vocabulary = &lexicons.vocabulary;
    let run = Run::new(document, index, end);
    let mut best: Option<(PhraseMatch<Meaning>, usize)> = None;
    for node in vocabulary.term_starts([lexeme.word, lexeme.owner], lexeme.wildcard) {
        vocabulary.terms.visit(node, vocabulary.wildcards.shorter(), &|n| run.numbers(n), &mut |found| {
            let rank = lexicons.rank(found.meaning);
            if best.is_none_or(|(best, first)| found.words > best.words || found.words == best.words && rank < first) {
                best = Some((found, rank));
            }
        });
    }
    best.map(|(found, _)| found)
}

/// Whether the words belong to a name: capitals only, in a run of capitals, away from the start of a sentence.
fn is_part_of_name(document: &Document<'_>, term: &Term, index: usize, length: usize) -> bool {
    let words = document.words();
    let all_named = words[index..index + length].iter().all(|word| word.named && !is_shouted(word.shape));
    if !all_named || term.is_proper() {
        return false;
    }
    let bytes = document.text().as_bytes();
    let adjacent = |a: usize, b: usize| bytes[words[a].span.end as usize..words[b].span.start as usize] == *b" ";
    let capital = |at: usize| words[at].shape.has(Shape::INITIAL_UPPER) && words[at].kind == TokenKind::Word;
    let before = index.checked_sub(1).is_some_and(|before| capital(before) && adjacent(before, index));
    let next = index + length;
    let after = next < words.len() && capital(next) && adjacent(next - 1, next);
    before || after
}

/// All capitals are a stress, not a name.
fn is_shouted(shape: Shape) -> bool {
    shape.has(Shape::UPPER) && !shape.has(Shape::LOWER)
}

/// Where a span stands: read in the order of the text.
struct Places<'d, 't> {
    document: &'d Document<'t>,
    next: usize,
}

struct Place {
    voice: Voice,
    in_headline: bool,
    quotation: Option<u32>,
    speaker: Option<Span>,
}

impl<'d, 't> Places<'d, 't> {
    fn new(document: &'d Document<'t>) -> Self {
        Self { document, next: 0 }
    }

    fn of(&mut self, span: Span) -> Place {
        let quotations = self.document.quotations();
        while quotations.get(self.next).is_some_and(|quotation| !quotation.outer || quotation.span.end <= span.start) {
            self.next += 1;
        }
        let inside = quotations.get(self.next).filter(|quotation| quotation.span.contains(span));
        let in_headline = self.document.headline().is_some_and(|headline| headline.contains(span));
        let voice = match inside.map(|quotation| quotation.kind) {
            Some(QuotationKind::Direct | QuotationKind::Fragment) => Voice::DirectQuote,
            Some(QuotationKind::Scare) => Voice::ScareQuote,
            Some(QuotationKind::Name) | None if in_headline => Voice::Headline,
            Some(QuotationKind::Name) | None => Voice::Own,
        };
        let speaker = inside.and_then(|quotation| quotation.speaker);
        Place { voice, in_headline, quotation: inside.map(|_| self.next as u32), speaker }
    }
}

impl Loaded {
    /// Every hit, in the order of the text.
    pub fn hits(&self) -> &[LoadedHit] {
        &self.hits
    }

    /// The listed term, or the base form of the verb, behind a hit; none for quotation marks.
    pub fn term(&self, hit: &LoadedHit) -> Option<&str> {
        match hit.entry {
            Entry::Term(number) => Some(&self.lexicons.terms.get(number as usize)?.text),
            Entry::Verb(number) => Some(&self.lexicons.verbs.get(number as usize)?.lemma),
            Entry::Marks => None,
        }
    }

    /// What a neutral writer would put in place of a hit.
    pub fn neutral(&self, hit: &LoadedHit) -> Option<&str> {
        match hit.entry {
            Entry::Term(number) => self.lexicons.terms.get(number as usize)?.neutral.as_deref(),
            Entry::Verb(number) => self.lexicons.verbs.get(number as usize)?.neutral.as_deref(),
            Entry::Marks => None,
        }
    }

    /// Why the term or the verb of a hit is listed; none for quotation marks.
    pub fn note(&self, hit: &LoadedHit) -> Option<&str> {
        match hit.entry {
            Entry::Term(number) => Some(&self.lexicons.terms.get(number as usize)?.note),
            Entry::Verb(number) => Some(&self.lexicons.verbs.get(usize::from(number))?.note),
            Entry::Marks => None,
        }
    }
}
