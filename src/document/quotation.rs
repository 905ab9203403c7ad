//! Whose words they are: what each quotation is for, who speaks and by which verb.
//!
//! A quotation belongs to the attribution that follows it directly, or else to the last one before it in its sentence;
//! standing alone, it goes on with the one before. The kinds are those of [`QuotationKind`].

use std::ops::Range;

use serde::Serialize;

use super::attribution::Attribution;
use super::sources::{Reader, Source, SourceKind};
use crate::lexicon::vocabulary::WordFlags;
use crate::span::Span;
use crate::text::quotations::Marked;
use crate::text::words::Shape;

/// What quotation marks are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuotationKind {
    /// A clause or more of someone's words.
    Direct,
    /// A few of someone's words inside the writer's clause.
    Fragment,
    /// Marks around words that nobody is said to have spoken.
    Scare,
    /// A title or code name.
    Name,
}

impl QuotationKind {
    /// Whether someone else's words are inside.
    pub fn is_speech(self) -> bool {
        matches!(self, Self::Direct | Self::Fragment)
    }

    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Fragment => "fragment",
            Self::Scare => "scare",
            Self::Name => "name",
        }
    }
}

/// A quotation with its marks, its source and its reporting verb.
///
/// A quotation that goes on over several paragraphs is one `Quotation` per paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quotation {
    /// From the opening to the closing mark, both included.
    pub span: Span,
    /// What the marks are for.
    pub kind: QuotationKind,
    /// Whether it lies in no other quotation.
    pub outer: bool,
    /// The words that name the speaker best: the name in full at its first mention, or the mention itself.
    pub speaker: Option<Span>,
    /// The words beside the quotation that say who speaks: a surname, a title, a pronoun.
    pub speaker_mention: Option<Span>,
    /// The reporting verb.
    pub verb: Option<Span>,
    /// Whether it goes on with the quotation before, whose speaker and verb it shares.
    pub continuation: bool,
    pub(crate) verb_number: Option<u16>,
    /// What kind of source the words name that name the speaker best.
    pub(crate) speaker_kind: Option<SourceKind>,
}

/// So many words may stand between a quotation and the source that follows it.
const FOLLOWING_REACH: usize = 8;
/// Longer words in marks are not there to keep a distance.
const SCARE_WORDS: usize = 4;
/// Longer titles are rare.
const NAME_WORDS: usize = 20;
/// So many words tell whether a quotation begins with a clause.
const CLAUSE_REACH: usize = 12;

/// Sentences that quotations join: the writer's words around them.
#[derive(Debug, Clone)]
struct Carrier {
    /// Indices of its words.
    words: Range<usize>,
    /// Indices of its marks.
    marks: Range<usize>,
    /// Indices of the attributions in it.
    attributions: Range<usize>,
    starts_paragraph: bool,
}

/// Gives every pair of marks its kind, speaker and verb.
pub(super) fn quotations(reader: &Reader<'_, '_>, marks: &[Marked], attributions: &[Attribution]) -> Vec<Quotation> {
    let mut linker = Linker { reader: *reader, marks, attributions, quotations: Vec::with_capacity(marks.len()) };
    let mut before = None;
    let sentences = &reader.document.sentences;
    let (mut sentence, mut mark, mut attribution, mut starts_paragraph) = (0, 0, 0, true);
    while mark < marks.len() && sentence < sentences.len() {
        // Sentences before the next mark matter only by the last of them.
        let first = sentence;
        let mut end = sentences[sentence].span.end;
        let first_mark = mark;
        loop {
            while mark < marks.len() && marks[mark].span.start < end {
                end = end.max(marks[mark].span.end);
                mark += 1;
            }
            while sentence < sentences.len() && sentences[sentence].span.start < end {
                sentence += 1;
            }
            let reached = sentences[sentence - 1].span.end;
            if reached <= end && (mark == marks.len() || marks[mark].span.start >= end) {
                break;
            }
            end = end.max(reached);
        }
        let last = &sentences[sentence - 1];
        let words = sentences[first].first_word as usize..last.end_word as usize;
        while attributions.get(attribution).is_some_and(|found| found.first < words.start) {
            attribution += 1;
        }
        let from = attribution;
        while attributions.get(attribution).is_some_and(|found| found.first < words.end) {
            attribution += 1;
        }
        let carrier = Carrier { words, marks: first_mark..mark, attributions: from..attribution, starts_paragraph };
        starts_paragraph = last.ends_paragraph;
        linker.read(&carrier, before.as_ref());
        before = Some(carrier);
    }
    linker.quotations
}

/// A pair of marks as the rules see it.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, not states")]
struct Piece {
    mark: Marked,
    /// Indices of the words inside.
    words: Range<usize>,
    in_headline: bool,
    /// Whether it ends with a stop or comma, inside the mark or right after it.
    is_stopped: bool,
    ends_with_comma: bool,
    exclaims: bool,
    /// Length of the closing marks: where what follows them begins behind the last word inside.
    after: usize,
    /// What stands between the word before and the opening mark.
    introduction: Introduction,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Introduction {
    /// It begins its sentence.
    None,
    Colon,
    Comma,
    /// A word stands directly before it.
    Word,
}

struct Linker<'d, 't> {
    reader: Reader<'d, 't>,
    marks: &'d [Marked],
    attributions: &'d [Attribution],
    quotations: Vec<Quotation>,
}

impl Linker<'_, '_> {
    fn read(&mut self, carrier: &Carrier, before: Option<&Carrier>) {
        if carrier.marks.is_empty() {
            return;
        }
        // A quotation goes on with the last one of its own sentence or of the one before.
        let mut previous: Option<usize> = before
            .filter(|before| !before.marks.is_empty())
            .and_then(|before| before.marks.clone().rev().find(|&mark| self.marks[mark].outer));
        let own_words = self.has_own_words(carrier);
        let mut next = carrier.words.start;
        for index in carrier.marks.clone() {
            let mark = self.marks[index];
            let piece = self.piece(carrier, mark, &mut next);
            let mut quotation = Quotation {
                span: mark.span,
                kind: QuotationKind::Fragment,
                outer: mark.outer,
                speaker: None,
                speaker_mention: None,
                verb: None,
                continuation: false,
                verb_number: None,
                speaker_kind: None,
            };
            let is_title = self.is_introduced_title(&piece);
            let found = self.attribution(carrier, index, &piece).filter(|_| !is_title);
            if let Some(found) = found {
                quotation.speaker = Some(found.speaker);
                quotation.speaker_kind = Some(found.kind);
                quotation.speaker_mention = Some(self.reader.span(found.source));
                quotation.verb = Some(found.verb);
                quotation.verb_number = Some(found.number);
            } else if mark.outer && !is_title {
                let source = self.source_without_verb(carrier, &piece);
                quotation.speaker = source.map(|source| self.reader.span(source));
                quotation.speaker_kind = source.map(|source| source.kind);
                quotation.speaker_mention = quotation.speaker;
            }
            quotation.kind = if is_title {
                QuotationKind::Name
            } else {
                self.kind(&piece, found.as_ref(), quotation.speaker.is_some(), own_words)
            };
            // “I think,” she said, “of going.”
            let splits = |previous: &Quotation| {
                previous.kind == QuotationKind::Direct && previous.verb == quotation.verb && previous.verb.is_some()
            };
            if mark.outer
                && quotation.kind == QuotationKind::Fragment
                && piece.introduction == Introduction::Comma
                && previous.is_some_and(|previous| splits(&self.quotations[previous]))
            {
                quotation.kind = QuotationKind::Direct;
            }
            if mark.outer && quotation.kind == QuotationKind::Direct {
                let shared = previous.filter(|&previous| self.quotations[previous].kind == QuotationKind::Direct);
                if let Some(shared) = shared
                    && found.is_some()
                    && self.quotations[shared].verb == quotation.verb
                {
                    quotation.continuation = true;
                } else if quotation.speaker.is_none() && !own_words {
                    self.continue_from(&mut quotation, mark, carrier, before, shared);
                }
            }
            if quotation.kind == QuotationKind::Scare {
                quotation.speaker = None;
                quotation.speaker_kind = None;
                quotation.speaker_mention = None;
                quotation.verb = None;
                quotation.verb_number = None;
            }
            if mark.continued && quotation.speaker.is_some() {
                self.tell_earlier_paragraphs(index, &mut quotation);
            }
            self.quotations.push(quotation);
            if mark.outer {
                previous = Some(index);
            }
        }
    }

    /// The source of a quotation without a reporting verb: `Smith: “…”`, `“…” – Smith`, and where the verb is no
    /// listed one, `Smith sighed, “…”`, `“…,” Smith sighed`.
    fn source_without_verb(&self, carrier: &Carrier, piece: &Piece) -> Option<Source> {
        let reader = &self.reader;
        let next = piece.words.end;
        let after = &reader.gap(next)[reader.gap(next).len().min(piece.after)..];
        let dash = after.trim_start().starts_with(['–', '—', '―', '-']) && !after.contains("\n\n");
        let is_named = |source: &Source| source.begin == next && source.kind == SourceKind::Name;
        if dash && next < reader.words.len() && piece.introduction == Introduction::None {
            return reader.starting_at(next, reader.words.len()).filter(is_named);
        }
        match piece.introduction {
            Introduction::None if piece.ends_with_comma && next < carrier.words.end => {
                reader.starting_at(next, carrier.words.end).filter(is_named)
            }
            Introduction::Colon => reader.opening(carrier.words.start, piece.words.start),
            Introduction::Comma if !piece.words.is_empty() && reader.is_capital(piece.words.start) => reader
                .opening(carrier.words.start, piece.words.start)
                .filter(|source| matches!(source.kind, SourceKind::Name | SourceKind::Person | SourceKind::Pronoun)),
            _ => None,
        }
    }

    /// A quotation without words of the writer beside it: it goes on with the one before, or with the source of the
    /// sentence before.
    fn continue_from(
        &self,
        quotation: &mut Quotation,
        mark: Marked,
        carrier: &Carrier,
        before: Option<&Carrier>,
        shared: Option<usize>,
    ) {
        let reader = &self.reader;
        if let Some(shared) = shared
            && let Some(before) = before
            && self.quotations[shared].speaker.is_some()
            && before.words.end == carrier.words.start
        {
            let shared = &self.quotations[shared];
            quotation.speaker = shared.speaker;
            quotation.speaker_kind = shared.speaker_kind;
            quotation.speaker_mention = shared.speaker_mention;
            quotation.verb = shared.verb;
            quotation.verb_number = shared.verb_number;
            quotation.continuation = true;
            return;
        }
        if mark.continued || carrier.words.start == 0 {
            return;
        }
        let introduced = reader.gap(carrier.words.start).contains(':');
        if !introduced && carrier.starts_paragraph {
            return;
        }
        let earlier = self.attributions[..carrier.attributions.start].last();
        let sentences = &reader.document.sentences;
        let at = sentences.partition_point(|sentence| (sentence.end_word as usize) < carrier.words.start);
        let sentence = &sentences[at.min(sentences.len() - 1)];
        if let Some(found) = earlier.filter(|found| found.first >= sentence.first_word as usize) {
            quotation.speaker = Some(found.speaker);
            quotation.speaker_kind = Some(found.kind);
            quotation.speaker_mention = Some(reader.span(found.source));
            if introduced {
                quotation.verb = Some(found.verb);
                quotation.verb_number = Some(found.number);
            }
        } else if introduced {
            let source = reader.opening(sentence.first_word as usize, sentence.end_word as usize);
            quotation.speaker = source.map(|source| reader.span(source));
            quotation.speaker_kind = source.map(|source| source.kind);
            quotation.speaker_mention = quotation.speaker;
        }
    }

    /// The paragraphs of one quotation have one speaker, who may be named with any of them.
    fn tell_earlier_paragraphs(&mut self, mut index: usize, last: &mut Quotation) {
        last.continuation = true;
        let from = index;
        while index > 0 && (self.marks[index].continued || !self.marks[index].outer) {
            index -= 1;
        }
        for earlier in index..from {
            let quotation = &mut self.quotations[earlier];
            if quotation.outer && quotation.speaker.is_none() {
                quotation.speaker = last.speaker;
                quotation.speaker_kind = last.speaker_kind;
                quotation.speaker_mention = last.speaker_mention;
                quotation.verb = last.verb;
                quotation.verb_number = last.verb_number;
            }
        }
    }

    fn has_own_words(&self, carrier: &Carrier) -> bool {
        let mut outer = self.marks[carrier.marks.clone()].iter().filter(|mark| mark.outer).peekable();
        self.reader.words[carrier.words.clone()].iter().any(|word| {
            while outer.next_if(|mark| mark.span.end <= word.span.start).is_some() {}
            outer.peek().is_none_or(|mark| word.span.start < mark.span.start)
        })
    }

    fn piece(&self, carrier: &Carrier, mark: Marked, next: &mut usize) -> Piece {
        let reader = &self.reader;
        let words = reader.words;
        while *next < carrier.words.end && words[*next].span.start < mark.span.start {
            *next += 1;
        }
        let first = *next;
        let inside = words[first..carrier.words.end].partition_point(|word| word.span.start < mark.span.end);
        let text = reader.document.text;
        let inner = mark.span.of(text).trim_end_matches(['"', '”', '“', '’', '\'', '»', '›', '‘']);
        let after = &text[mark.span.end as usize..];
        let from = first.checked_sub(1).map_or(0, |before| words[before].span.end as usize);
        let introduction = text[from.min(mark.span.start as usize)..mark.span.start as usize].trim();
        let introduction = if first == carrier.words.start || introduction.ends_with(['.', '!', '?', '”', '"', '’'])
        {
            Introduction::None
        } else if introduction.ends_with(':') {
            Introduction::Colon
        } else if introduction.ends_with([',', '—', '–', ';', '-', '…']) {
            Introduction::Comma
        } else {
            Introduction::Word
        };
        Piece {
            mark,
            words: first..first + inside,
            in_headline: reader.document.headline.is_some_and(|headline| headline.contains(mark.span)),
            exclaims: inner.ends_with(['!', '?']),
            ends_with_comma: inner.ends_with(',') || after.starts_with(','),
            after: words[..first + inside]
                .last()
                .map_or(0, |last| mark.span.end.saturating_sub(last.span.end) as usize),
            is_stopped: inner.ends_with([',', '.', '?', '!', '…', '—', ';', '-']) || after.starts_with(','),
            introduction,
        }
    }

    /// The attribution that governs a pair of marks.
    fn attribution(&self, carrier: &Carrier, index: usize, piece: &Piece) -> Option<Attribution> {
        let within = self.enclosing(index, carrier);
        let (lower, upper) = match within {
            Some(outer) => (self.marks[outer].span.start, self.marks[outer].span.end),
            None => (0, u32::MAX),
        };
        let level = |found: &&Attribution| {
            found.verb.start >= lower && found.verb.end <= upper && self.is_at_level(found.verb, index, within, carrier)
        };
        let around = &self.attributions[carrier.attributions.clone()];
        // Attributions of one sentence are few, but a text without stops is one sentence.
        let split = around.partition_point(|found| found.verb.start < piece.mark.span.start);
        // Marks inside the source say nothing: opponents of the “tax” say.
        let is_after = |found: &&Attribution| begin(found) >= piece.words.end;
        let mut later = around[split..].iter().take(FOLLOWING_REACH).filter(level).filter(is_after);
        let after = later.next().map(|found| {
            // A resident, who asked to stay unnamed, said
            let is_aside = found.first > 0 && matches!(self.reader.folded(found.first - 1), "who" | "which");
            let main = later.next().filter(|main| is_aside && main.source == found.source);
            main.unwrap_or(found)
        });
        let before = around[..split].iter().rev().take(FOLLOWING_REACH).find(|found| level(found));
        let from = piece.words.end;
        let next_mark = self.marks[index + 1..carrier.marks.end].iter().find(|mark| mark.outer == piece.mark.outer);
        let follows = |found: &&Attribution| {
            begin(found) <= from + FOLLOWING_REACH && next_mark.is_none_or(|mark| found.verb.start < mark.span.start)
        };
        let near = after.filter(follows);
        let leads = piece.introduction == Introduction::None || before.is_none();
        if let Some(near) = near
            && leads
            && self.stands_directly(near, piece)
        {
            return Some(*near);
        }
        if let Some(before) = before {
            return Some(*before);
        }
        // “…” plan, Smith said
        let trailing = after.filter(|found| {
            let begin = begin(found);
            near.is_some() && piece.introduction == Introduction::None
                || found.source.first > found.first
                || self.reader.gap(begin).contains(',')
        });
        trailing.copied()
    }

    /// Whether only the source and small words stand between the marks and the attribution.
    fn stands_directly(&self, found: &Attribution, piece: &Piece) -> bool {
        let begin = begin(found);
        begin <= piece.words.end + 2 || self.reader.gap(begin).contains(',')
    }

    /// The pair of marks around pair `index`.
    fn enclosing(&self, index: usize, carrier: &Carrier) -> Option<usize> {
        if self.marks[index].outer {
            return None;
        }
        let span = self.marks[index].span;
        (carrier.marks.start..index).rev().take(FOLLOWING_REACH).find(|&other| self.marks[other].span.contains(span))
    }

    /// Whether the verb stands in no pair of marks but the one around both.
    fn is_at_level(&self, verb: Span, index: usize, within: Option<usize>, carrier: &Carrier) -> bool {
        let marks = &self.marks[carrier.marks.clone()];
        let at = marks.partition_point(|mark| mark.span.start <= verb.start);
        let level = within.map(|within| within - carrier.marks.start);
        let own = index - carrier.marks.start;
        !(0..at).rev().take(FOLLOWING_REACH).any(|other| {
            Some(other) != level
                && other != own
                && marks[other].span.contains(verb)
                && level.is_none_or(|level| marks[level].span.contains(marks[other].span))
        })
    }

    fn kind(&self, piece: &Piece, found: Option<&Attribution>, has_speaker: bool, own_words: bool) -> QuotationKind {
        let reader = &self.reader;
        let words = piece.words.clone();
        let length = words.len();
        let before = words.start.checked_sub(1).filter(|_| piece.introduction == Introduction::Word);
        let before_is = |flag| before.is_some_and(|before| reader.is(before, flag));
        if before_is(WordFlags::DISTANCE) {
            return QuotationKind::Scare;
        }
        if length == 0 {
            return if found.is_some() { QuotationKind::Fragment } else { QuotationKind::Scare };
        }
        let capital = reader.is_capital(words.start) || reader.words[words.start].shape.has(Shape::DIGIT);
        let entitled = before_is(WordFlags::NAMING.or(WordFlags::WORK));
        let speech_before = piece.introduction != Introduction::Word;
        if capital && entitled && length <= NAME_WORDS {
            return QuotationKind::Name;
        }
        let titled = !piece.in_headline
            && length <= NAME_WORDS
            && self.is_title_cased(words.clone())
            && (own_words && !(speech_before && piece.is_stopped && has_speaker) && !(found.is_some() && length == 1));
        if titled {
            return QuotationKind::Name;
        }
        let is_clause = self.begins_clause(words.clone());
        if speech_before && capital && (piece.is_stopped || is_clause)
            || is_clause && (has_speaker || length > SCARE_WORDS)
        {
            return QuotationKind::Direct;
        }
        if capital && has_speaker && piece.exclaims {
            return QuotationKind::Direct;
        }
        if !has_speaker && length <= SCARE_WORDS {
            return QuotationKind::Scare;
        }
        if capital && speech_before && (length > SCARE_WORDS || !own_words) {
            return QuotationKind::Direct;
        }
        QuotationKind::Fragment
    }

    /// Whether the marks hold a title that the word before them announces: a hearing entitled: “…”.
    fn is_introduced_title(&self, piece: &Piece) -> bool {
        piece.introduction != Introduction::None
            && piece.words.start > 0
            && self.reader.is(piece.words.start - 1, WordFlags::NAMING)
            && self.is_title_cased(piece.words.clone())
    }

    /// Whether all words but the small ones have capitals.
    fn is_title_cased(&self, words: Range<usize>) -> bool {
        let reader = &self.reader;
        let small = WordFlags::STOP.or(WordFlags::PREPOSITION).or(WordFlags::CONJUNCTION).or(WordFlags::PARTICLE);
        let mut names = 0;
        let (first, length) = (words.start, words.len());
        for index in words {
            let is_upper = reader.is_capital(index) || reader.words[index].shape.has(Shape::DIGIT);
            let is_small = index > first && reader.is(index, small);
            if !is_upper && !is_small {
                return false;
            }
            names += usize::from(is_upper && !reader.is(index, WordFlags::STOP));
        }
        // Lock her up! is no title.
        names > 1 || length == 1
    }

    /// Whether a quotation begins with a clause of its own and not inside one of the writer's.
    fn begins_clause(&self, words: Range<usize>) -> bool {
        let reader = &self.reader;
        let joined = words.len() > 1 && matches!(reader.folded(words.start), "and" | "but" | "so");
        let words = words.start + usize::from(joined)..words.end;
        let first = words.start;
        let flags = reader.flags(first);
        if words.len() > 1 && flags.has(WordFlags::CONTRACTION) {
            return true;
        }
        let nominative = WordFlags::SUBJECT.or(WordFlags::PRONOUN);
        if words.len() > 2 && flags.has(nominative) || words.len() > 1 && matches!(reader.folded(first), "i" | "we") {
            return true;
        }
        for index in words.take(CLAUSE_REACH).skip(1) {
            let flags = reader.flags(index);
            if flags.has(WordFlags::AUXILIARY) && !reader.is(first, WordFlags::AUXILIARY.or(WordFlags::PREPOSITION)) {
                return true;
            }
            let relative = flags.has(nominative) || matches!(reader.folded(index), "who" | "which" | "that" | "to");
            if relative || !reader.joined(index) {
                return false;
            }
        }
        false
    }
}

/// Index of the first word of an attribution, be it of the source or the verb.
fn begin(found: &Attribution) -> usize {
    found.source.begin.min(found.first)
}
