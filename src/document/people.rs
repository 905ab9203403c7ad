//! Who is meant: names in full for surnames, persons for pronouns and for titles.

use super::sources::{Reader, Source, SourceKind};
use crate::lexicon::lexeme::Hints;
use crate::lexicon::vocabulary::WordFlags;
use crate::span::Span;

/// A pronoun reaches back this far, in words: about four paragraphs.
const PRONOUN_REACH: usize = 250;
/// So many different persons of one surname or title are told apart; more are ambiguous anyway.
const NAMESAKES: usize = 8;
const GENDER: WordFlags = WordFlags::FEMALE.or(WordFlags::MALE);

/// A name in full: two words or more.
#[derive(Debug, Clone, Copy)]
struct FullName {
    /// Type of the last word: the surname.
    surname: u32,
    first: u32,
    last: u32,
    flags: WordFlags,
    /// Types of the last two words of the title before it; equal where there is one.
    title: Option<(u32, u32)>,
}

/// Someone who may be meant by a pronoun.
#[derive(Debug, Clone, Copy)]
struct Person {
    /// Index of the word where the mention ends.
    at: usize,
    span: Span,
    kind: SourceKind,
    flags: WordFlags,
}

/// The persons of a text, in the order in which they come up.
#[derive(Debug)]
pub(super) struct People {
    /// By surname, each form of a name once, where it stands first.
    names: Vec<FullName>,
    /// Those with titles by the last word of the title, each person once.
    titled: Vec<FullName>,
    /// By place, up to the sentence of the last pronoun.
    recent: Vec<Person>,
    /// Sentences that begin before this word were read for the names with which they begin.
    mentioned: usize,
}

impl People {
    /// Reads the names in full, those of the headline aside, which may be all capitals.
    pub(super) fn read(reader: &Reader<'_, '_>) -> Self {
        let mut names = Vec::new();
        let words = reader.words;
        let body = reader.document.headline.map_or(0, |headline| headline.end);
        for sentence in &reader.document.sentences {
            let (first, end) = (sentence.first_word as usize, sentence.end_word as usize);
            let mut index = if sentence.span.end <= body { end } else { first };
            while let Some(capital) = reader.document.hinted(index, end, Hints::CAPITAL) {
                index = capital;
                if index + 1 == end || !reader.is_capital(index + 1) {
                    index += 1;
                    continue;
                }
                let Some(last) = reader.capitals_after(index, end) else {
                    index += 1;
                    continue;
                };
                if let Some(name) = reader.name(index, last, index == first)
                    && name.first < name.last
                    && name.kind == SourceKind::Name
                {
                    let noun = name.first.checked_sub(1).filter(|_| name.first > first && reader.joined(name.first));
                    let titled = noun.filter(|&noun| reader.is(noun, WordFlags::PERSON));
                    let flags = titled.map_or(name.flags, |noun| name.flags.or(reader.flags(noun).among(GENDER)));
                    names.push(FullName {
                        surname: words[last].id,
                        first: name.first as u32,
                        last: last as u32,
                        flags,
                        title: titled.map(|noun| (words[noun.saturating_sub(1)].id, words[noun].id)),
                    });
                }
                index = last + 1;
            }
        }
        let given = |name: &FullName| words[name.first as usize].id;
        let mut titled: Vec<FullName> = names.iter().copied().filter(|name| name.title.is_some()).collect();
        titled.sort_by_key(|name| (name.title.map(|title| title.1), name.title, name.surname, name.first));
        titled.dedup_by_key(|name| (name.title, name.surname));
        names.sort_by_key(|name| (name.surname, given(name), name.last - name.first, name.first));
        names.dedup_by_key(|name| (name.surname, given(name), name.last - name.first));
        Self { names, titled, recent: Vec::new(), mentioned: 0 }
    }

    fn full_name(&self, reader: &Reader<'_, '_>, source: Source) -> Option<FullName> {
        let surname = reader.words[source.last].id;
        let from = self.names.partition_point(|name| name.surname < surname);
        let namesakes = self.names[from..]
            .iter()
            .take_while(|name| name.surname == surname)
            .take(NAMESAKES)
            .filter(|name| name.first as usize <= source.first && !conflict(name.flags, source.flags));
        let given = |name: &FullName| reader.words[name.first as usize].id;
        let mut fullest: Option<FullName> = None;
        for name in namesakes {
            match fullest {
                Some(other) if given(&other) != given(name) => return None,
                Some(other) if other.last - other.first >= name.last - name.first => {}
                _ => fullest = Some(*name),
            }
        }
        fullest
    }

    /// The words that name a source best, and what kind of source they name. Remembers a subject, so that a pronoun may
    /// mean it.
    pub(super) fn name(&mut self, reader: &Reader<'_, '_>, source: Source, is_subject: bool) -> (Span, SourceKind) {
        let (mut span, mut kind) = (reader.span(source), source.kind);
        let mut flags = source.flags;
        match source.kind {
            SourceKind::Name => {
                if let Some(name) = self.full_name(reader, source) {
                    flags = flags.or(name.flags);
                    if source.first == source.last {
                        span = span_of(reader, name);
                    }
                }
            }
            SourceKind::Person if !flags.has(WordFlags::PLURAL) => {
                if let Some(name) = self.titled(reader, source) {
                    flags = flags.or(name.flags);
                    (span, kind) = (span_of(reader, name), SourceKind::Name);
                }
            }
            SourceKind::Pronoun => {
                return self.meant(source).map_or((span, kind), |person| (person.span, person.kind));
            }
            SourceKind::Person | SourceKind::Organization | SourceKind::Document => return (span, kind),
        }
        if is_subject {
            self.recent.push(Person { at: source.last, span, kind, flags });
        }
        (span, kind)
    }

    /// Remembers the names at the beginning of the sentences between the last pronoun and word `upto`, as far as a
    /// pronoun there may mean them; `is_quoted` says which words are not the writer's.
    pub(super) fn mention(&mut self, reader: &Reader<'_, '_>, upto: usize, is_quoted: impl Fn(usize) -> bool) {
        let sentences = &reader.document.sentences;
        let from = self.mentioned.max(upto.saturating_sub(PRONOUN_REACH));
        let first = sentences.partition_point(|sentence| (sentence.first_word as usize) < from);
        for sentence in sentences[first..].iter().take_while(|sentence| (sentence.first_word as usize) < upto) {
            let (first, end) = (sentence.first_word as usize, sentence.end_word as usize);
            if sentence.is_empty() || is_quoted(first) {
                continue;
            }
            let is_person = |name: FullName| name.title.is_some() || reader.is(name.first as usize, WordFlags::GIVEN);
            if let Some(source) = reader.opening(first, end.min(upto))
                && source.kind == SourceKind::Name
                && self.full_name(reader, source).is_some_and(is_person)
            {
                self.name(reader, source, true);
            }
        }
        self.mentioned = upto;
        let reach = self.recent.partition_point(|person| person.at < from);
        self.recent[reach..].sort_by_key(|person| person.at);
    }

    /// The name before which the title stood that `source` repeats: the foreign minister.
    fn titled(&self, reader: &Reader<'_, '_>, source: Source) -> Option<FullName> {
        let id = |index: usize| reader.words[index].id;
        if source.first == source.last || !reader.is(source.first, WordFlags::DETERMINER) {
            return None;
        }
        let title = (id(source.last - 1), id(source.last));
        let plain = source.last == source.first + 1;
        let mut found: Option<FullName> = None;
        let noun = |name: &FullName| name.title.map(|title| title.1);
        let from = self.titled.partition_point(|name| noun(name) < Some(title.1));
        for name in self.titled[from..].iter().take_while(|name| noun(name) == Some(title.1)).take(NAMESAKES) {
            if name.last as usize >= source.first || !plain && name.title != Some(title) {
                continue;
            }
            if found.is_some_and(|found| found.surname != name.surname) {
                return None;
            }
            found = Some(*name);
        }
        found
    }

    /// Whether a pronoun tells a gender, so that it may mean a person who was named.
    pub(super) fn is_personal(source: Source) -> bool {
        source.kind == SourceKind::Pronoun && source.flags.any(GENDER) && !source.flags.has(WordFlags::PLURAL)
    }

    /// The person whom a pronoun means: the last one whose gender agrees.
    fn meant(&self, pronoun: Source) -> Option<Person> {
        if !Self::is_personal(pronoun) {
            return None;
        }
        self.recent
            .iter()
            .rev()
            .filter(|person| person.at < pronoun.first)
            .take_while(|person| person.at + PRONOUN_REACH > pronoun.first)
            .find(|person| !conflict(person.flags, pronoun.flags))
            .copied()
    }
}

fn span_of(reader: &Reader<'_, '_>, name: FullName) -> Span {
    Span { start: reader.words[name.first as usize].span.start, end: reader.words[name.last as usize].span.end }
}

fn conflict(one: WordFlags, other: WordFlags) -> bool {
    let (one, other) = (one.among(GENDER), other.among(GENDER));
    one.any(GENDER) && other.any(GENDER) && !one.any(other)
}
