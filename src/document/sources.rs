//! Who speaks: noun phrases that can be the source of words, read backwards from a verb or forwards from a mark.

use serde::Serialize;

use super::{Document, Word};
use crate::lexicon::lexeme::Hints;
use crate::lexicon::vocabulary::WordFlags;
use crate::span::Span;
use crate::text::words::Shape;

/// Nouns that can speak.
pub(super) const SPEAKING: WordFlags = WordFlags::PERSON.or(WordFlags::ORGANIZATION).or(WordFlags::DOCUMENT);
/// Words that no noun phrase goes across.
const BORDER: WordFlags =
    WordFlags::PREPOSITION.or(WordFlags::CONJUNCTION).or(WordFlags::AUXILIARY).or(WordFlags::DATE);
/// What a source tells of its person.
const PERSONAL: WordFlags = WordFlags::FEMALE.or(WordFlags::MALE).or(WordFlags::PLURAL);

/// The longest way back over the adjectives before a noun, in words.
const NOUN_REACH: usize = 6;
/// The longest appositive or bracket between a source and its verb, in words.
const APPOSITIVE_REACH: usize = 25;
/// How many prepositional phrases may follow a source: an aide to the head of the bank said.
const PHRASES: usize = 3;

/// What kind of source words come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SourceKind {
    /// A name of a person, or of whatever else has a capital.
    Name,
    /// People by what they are: an official, critics, the minister.
    Person,
    /// An organization: the ministry, the Harbour Board.
    Organization,
    /// A document: the report, a survey.
    Document,
    /// A pronoun of which the text does not say whom it means.
    Pronoun,
}

impl SourceKind {
    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Document => "document",
            Self::Pronoun => "pronoun",
        }
    }
}

/// A noun phrase that words come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Source {
    /// Index of the first word: after the titles of a name.
    pub(crate) first: usize,
    /// Index of the last word, which is the head.
    pub(crate) last: usize,
    /// Index of the first word with titles and determiners.
    pub(crate) begin: usize,
    pub(crate) kind: SourceKind,
    /// Gender and number, as far as known.
    pub(crate) flags: WordFlags,
}

/// The words of a document with what stands between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) words: &'d [Word],
    text: &'d str,
}

impl<'d, 't> Reader<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>) -> Self {
        Self { document, words: &document.words, text: document.text }
    }

    pub(super) fn flags(&self, index: usize) -> WordFlags {
        self.document.types[self.words[index].id as usize].lexeme.flags
    }

    pub(super) fn is(&self, index: usize, flag: WordFlags) -> bool {
        self.flags(index).any(flag)
    }

    pub(super) fn folded(&self, index: usize) -> &'d str {
        self.document.interner.text(self.words[index].id)
    }

    pub(super) fn span(&self, source: Source) -> Span {
        Span { start: self.words[source.first].span.start, end: self.words[source.last].span.end }
    }

    /// What stands before word `index` and after the one before it.
    pub(super) fn gap(&self, index: usize) -> &'d str {
        let from = index.checked_sub(1).map_or(0, |before| self.words[before].span.end as usize);
        let to = self.words.get(index).map_or(self.text.len(), |word| word.span.start as usize);
        &self.text[from..to]
    }

    /// Whether there is a word `index` and it begins with a capital.
    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.shape.has(Shape::INITIAL_UPPER))
    }

    /// Whether word `index` ends in 's, or in an s with an apostrophe after it.
    pub(super) fn is_possessive(&self, index: usize) -> bool {
        let end = self.words[index].span.end as usize;
        let before = &self.text.as_bytes()[..end];
        if !matches!(before.last(), Some(b's' | b'S')) {
            return false;
        }
        let stem = &before[..end - 1];
        stem.ends_with(b"'") || stem.ends_with("’".as_bytes()) || self.text[end..].starts_with(['’', '\''])
    }

    /// Whether only white space, or the full stop of an abbreviation, stands before word `index`; a line end is white
    /// space where the sentence goes on behind it.
    #[inline]
    pub(super) fn joined(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        !self.document.is_hinted(index, Hints::APART) || self.joined_widely(before, index)
    }

    #[cold]
    fn joined_widely(&self, before: usize, index: usize) -> bool {
        let gap = self.gap(index);
        let space = gap.strip_prefix('.').unwrap_or(gap);
        if space.is_empty() || space.matches('\n').count() > 1 || !space.trim_start().is_empty() {
            return false;
        }
        let word = self.words[before].span.of(self.text);
        space.len() == gap.len() || word.len() <= 2 || word.contains('.') || self.is(before, WordFlags::TITLE)
    }

    /// First word of the run of capitals that ends with `last`, particles and `of` inside: Bank of England.
    fn capitals_before(&self, first: usize, last: usize) -> usize {
        let mut start = last;
        while start > first && self.joined(start) && !self.is_possessive(start - 1) {
            let before = start - 1;
            if self.is_capital(before) {
                start = before;
            } else if before > first
                && self.joined(before)
                && self.is_capital(before - 1)
                && !self.is_possessive(before - 1)
                && (self.is(before, WordFlags::PARTICLE) || self.folded(before) == "of")
            {
                start = before - 1;
            } else if self.is(before, WordFlags::PARTICLE) && self.folded(before).len() > 1 && start == last {
                // A name that begins with its particle: al Assad, bin Salman.
                return before;
            } else {
                break;
            }
        }
        start
    }

    /// The name in a run of capitals, or the titled person whom it describes; `opens` says that a capital of the first
    /// word tells nothing.
    pub(super) fn name(&self, run: usize, last: usize, opens: bool) -> Option<Source> {
        let mut begin = run;
        while begin < last && (opens && begin == run && self.is_small(begin) || self.is(begin, WordFlags::DETERMINER)) {
            begin += 1;
        }
        while begin < last && self.is(begin, WordFlags::DATE) && !self.is(begin, WordFlags::GIVEN) {
            begin += 1;
        }
        let small = || self.is_small(begin) || !self.is_capital(last) || self.is(last, WordFlags::DATE);
        if begin == last && small() && !self.is(last, WordFlags::GIVEN) {
            return None;
        }
        let mut flags = WordFlags::default();
        let mut first = begin;
        let mut kind = SourceKind::Name;
        for index in begin..=last {
            let word = self.flags(index);
            // Lanny A. Breuer
            if index > begin && index < last && self.words[index].span.len() == 1 {
                let before = self.words[index - 1].shape;
                first = if before.has(Shape::LOWER) { index - 1 } else { index };
                kind = SourceKind::Name;
                break;
            }
            if word.any(WordFlags::TITLE.or(WordFlags::PERSON)) && !(index == last && index > first && first > begin) {
                flags.insert(word.among(PERSONAL));
                first = index + 1;
            } else if word.has(WordFlags::ORGANIZATION) {
                kind = SourceKind::Organization;
            } else if word.has(WordFlags::GIVEN) && index < last {
                if first == index || self.folded(first) == "of" {
                    first = index;
                }
                flags.insert(word.among(PERSONAL));
                kind = SourceKind::Name;
                break;
            }
        }
        if first <= last && self.folded(first) == "of" {
            // Secretary of State Marco Rubio
            first = if last >= first + 3 { first + 2 } else { last + 1 };
        }
        if first > last {
            return Some(Source { first: begin, last, begin: run, kind: SourceKind::Person, flags });
        }
        if first > begin {
            kind = SourceKind::Name;
        }
        Some(Source { first, last, begin: run, kind, flags })
    }

    fn is_small(&self, index: usize) -> bool {
        self.is(index, WordFlags::STOP.or(WordFlags::CONJUNCTION).or(WordFlags::PREPOSITION).or(WordFlags::BETWEEN))
    }

    /// The source whose last word is `last`; `first` is the first word of the sentence.
    pub(super) fn ending_at(&self, first: usize, last: usize) -> Option<Source> {
        self.ending_within(first, last, PHRASES)
    }

    fn ending_within(&self, first: usize, last: usize, phrases: usize) -> Option<Source> {
        let last = self.before_bracket(first, last);
        let flags = self.flags(last);
        if flags.has(WordFlags::PRONOUN) {
            return Some(Source { first: last, last, begin: last, kind: SourceKind::Pronoun, flags });
        }
        if self.is_possessive(last) || flags.has(WordFlags::DATE) && !flags.has(WordFlags::GIVEN) {
            return None;
        }
        let run = self.is_capital(last).then(|| self.capitals_before(first, last));
        let source = match run {
            Some(run) if !flags.any(SPEAKING) || run < last => self.name(run, last, run == first)?,
            _ => self.noun(first, last, flags)?,
        };
        // The head stands before the preposition: a study by the university.
        let before = source.begin;
        if phrases > 0
            && before > first + 1
            && self.joined(before)
            && self.is(before - 1, WordFlags::PREPOSITION)
            && self.joined(before - 1)
            && let Some(head) = self.ending_within(first, before - 2, phrases - 1)
            && head.kind != SourceKind::Pronoun
        {
            return Some(head);
        }
        Some(source)
    }

    /// The last word before a bracket that `last` stands in: Sanders (I-Vt.).
    fn before_bracket(&self, first: usize, last: usize) -> usize {
        if !self.gap(last + 1).contains(')') {
            return last;
        }
        let reach = first.max(last.saturating_sub(NOUN_REACH));
        (reach + 1..=last).rev().find(|&index| self.gap(index).contains('(')).map_or(last, |opening| opening - 1)
    }

    /// The noun phrase around a noun that can speak.
    fn noun(&self, first: usize, last: usize, flags: WordFlags) -> Option<Source> {
        let kind = kind_of(flags)?;
        let mut begin = last;
        while begin > first && last - begin < NOUN_REACH && self.joined(begin) && !self.is(begin - 1, BORDER) {
            begin -= 1;
            if self.is(begin, WordFlags::DETERMINER) {
                break;
            }
        }
        Some(Source { first: begin, last, begin, kind, flags: flags.among(PERSONAL) })
    }

    /// The source before a comma or a bracket that stands before word `verb`: the one whom an appositive describes, or
    /// the name that is the appositive.
    pub(super) fn before_aside(&self, first: usize, verb: usize) -> Option<Source> {
        let gap = self.gap(verb);
        let (opening, is_bracket) = if gap.contains(')') { ('(', true) } else { (',', false) };
        let reach = first.max(verb.saturating_sub(APPOSITIVE_REACH));
        let start = (reach + 1..verb).rev().find(|&index| self.gap(index).contains(opening))?;
        if is_bracket {
            return self.ending_at(first, start - 1);
        }
        let inner = self.ending_at(start, verb - 1);
        if let Some(name) = inner
            && name.kind == SourceKind::Name
            && name.begin == start
        {
            return inner;
        }
        // A relative clause belongs to the last noun before it, other asides as well.
        self.ending_at(first, start - 1).or(inner)
    }

    /// The source that begins with word `from`; words from `end` on are out of reach.
    pub(super) fn starting_at(&self, from: usize, end: usize) -> Option<Source> {
        let end = end.min(self.words.len());
        let mut found = None;
        let mut index = from;
        while index < end.min(from + 2 * NOUN_REACH) && (index == from || self.joined(index)) {
            let flags = self.flags(index);
            if flags.has(WordFlags::PRONOUN) {
                let pronoun = Source { first: index, last: index, begin: from, kind: SourceKind::Pronoun, flags };
                return found.or((index == from).then_some(pronoun));
            }
            if self.is_possessive(index) || flags.has(WordFlags::DETERMINER) && found.is_none() {
                index += 1;
                continue;
            }
            let last = self.capitals_after(index, end);
            if let Some(last) = last.filter(|&last| last > index || !flags.any(SPEAKING))
                && let Some(name) = self.name(index, last, index == from)
            {
                found = Some(Source { begin: from, ..name });
                index = last + 1;
            } else if flags.any(SPEAKING) && !self.is_verb_after(found, index) {
                let kind = kind_of(flags)?;
                found = Some(Source { first: from, last: index, begin: from, kind, flags: flags.among(PERSONAL) });
                index += 1;
            } else if found.is_some() || flags.any(BORDER.or(WordFlags::BETWEEN)) {
                break;
            } else {
                index += 1;
            }
        }
        // the company's director, Jane Doe,
        if let Some(noun) = found
            && noun.kind == SourceKind::Person
            && index == noun.last + 1
            && index < end
            && self.gap(index) == ", "
            && let Some(last) = self.capitals_after(index, end)
            && self.gap(last + 1).starts_with([',', '.', '\n'])
            && last > index
            && let Some(name) = self.name(index, last, false)
            && name.kind == SourceKind::Name
        {
            return Some(Source { flags: name.flags.or(noun.flags), begin: from, ..name });
        }
        found
    }

    /// Whether a word that can be a noun is the verb of the source before it, with which it agrees: the group reports,
    /// the groups report.
    fn is_verb_after(&self, found: Option<Source>, index: usize) -> bool {
        let is_verb = |source: Source| source.flags.has(WordFlags::PLURAL) != self.folded(index).ends_with('s');
        self.document.is_hinted(index, Hints::VERBS) && found.is_some_and(is_verb)
    }

    /// Last word of the run of capitals that begins with `first`.
    pub(super) fn capitals_after(&self, first: usize, end: usize) -> Option<usize> {
        // von Hale, bin Salman
        let is_particle = || self.is(first, WordFlags::PARTICLE) && self.folded(first).len() > 2;
        if !self.is_capital(first) && !is_particle() {
            return None;
        }
        let mut last = first;
        // The end of the run without what follows its last `of`.
        let mut solid = first;
        let mut is_person = false;
        while last + 1 < end && self.joined(last + 1) && !self.is_possessive(last) {
            is_person |= self.is(last, WordFlags::GIVEN);
            let next = last + 1;
            let capital_at = |index: usize| index < end && self.joined(index) && self.is_capital(index);
            if self.is_capital(next) && !self.is(next, WordFlags::DATE) {
                last = next;
                continue;
            }
            // Rao of the city hospital is Rao.
            let is_of = self.folded(next) == "of" && !is_person;
            if (is_of || self.is(next, WordFlags::PARTICLE)) && capital_at(next + 1) {
                solid = last;
                last = next + 1;
            } else if is_of
                && next + 1 < end
                && self.joined(next + 1)
                && self.folded(next + 1) == "the"
                && capital_at(next + 2)
            {
                solid = last;
                last = next + 2;
            } else {
                break;
            }
        }
        if self.is_possessive(last) {
            last = solid;
        }
        (self.is_capital(last) && !self.is_possessive(last)).then_some(last)
    }

    /// The first word after a dateline: `WASHINGTON, June 4 (AP) — `.
    fn after_dateline(&self, first: usize, end: usize) -> usize {
        let shape = self.words[first].shape;
        if !shape.has(Shape::UPPER) || shape.has(Shape::LOWER) || self.words[first].span.len() < 3 {
            return first;
        }
        let dash = |gap: &str| gap.contains(['–', '—']) || gap.contains("--") || gap.contains(" - ");
        (first + 1..end.min(first + 2 * NOUN_REACH)).find(|&index| dash(self.gap(index))).unwrap_or(first)
    }

    /// The source at the beginning of a sentence, behind an opening phrase: On Monday, Smith.
    pub(super) fn opening(&self, first: usize, end: usize) -> Option<Source> {
        if first >= end {
            return None;
        }
        let mut from = self.after_dateline(first, end);
        let leading = WordFlags::PREPOSITION.or(WordFlags::CONJUNCTION).or(WordFlags::BETWEEN);
        // First, last week: a common word has its capital from the sentence.
        let common = WordFlags::DALE_CHALL.or(WordFlags::STOP);
        let is_common = self.is(first, common)
            && !self.is(first, WordFlags::GIVEN.or(SPEAKING).or(WordFlags::PRONOUN).or(WordFlags::DETERMINER))
            && first + 1 < end
            && !self.is_capital(first + 1);
        if from == first && (self.is(first, leading) || is_common) {
            let reach = end.min(first + 2 * NOUN_REACH);
            from = (first + 1..reach).find(|&index| self.gap(index).contains(',')).unwrap_or(first + 1);
        }
        (from < end).then(|| self.starting_at(from, end)).flatten()
    }
}

fn kind_of(flags: WordFlags) -> Option<SourceKind> {
    if flags.has(WordFlags::PERSON) {
        Some(SourceKind::Person)
    } else if flags.has(WordFlags::ORGANIZATION) {
        Some(SourceKind::Organization)
    } else {
        flags.has(WordFlags::DOCUMENT).then_some(SourceKind::Document)
    }
}
