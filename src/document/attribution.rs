//! Who reports: reporting verbs and phrases with their sources.
//!
//! A reporting verb counts as an attribution when a source is its subject: a name, a noun that can speak
//! (`sources.tsv`) or a pronoun, before the verb (`Smith said`), behind an aside (`Smith, a nurse, said`), after it
//! (`said Smith`), or left out (`and added`, `adding`).

use super::people::People;
use super::sources::{Reader, Source, SourceKind};
use super::{Document, Sentence};
use crate::lexicon::lexeme::Hints;
use crate::lexicon::phrases::Numbers;
use crate::lexicon::vocabulary::{NONE, WordFlags};
use crate::lexicon::{Context, VerbClass};
use crate::span::Span;
use crate::text::quotations::Marked;

/// A reporting verb or phrase with its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attribution {
    pub(crate) verb: Span,
    /// Number of the verb in the lexicon.
    pub(crate) number: u16,
    /// The words that name the source best.
    pub(crate) speaker: Span,
    /// What kind of source these words name.
    pub(crate) kind: SourceKind,
    pub(crate) source: Source,
    /// Index of the first word of the verb.
    pub(crate) first: usize,
    /// Whether a quotation, a clause or a comma shows that the verb reports words.
    pub(crate) reports: bool,
    /// Whether the sentence of a verb that is plain in court reports from one.
    pub(crate) in_court: bool,
}

impl Attribution {
    /// The strength of the verb where it stands: a study may show without praise, a court hears charges.
    pub(crate) fn strength(&self, document: &Document<'_>) -> u8 {
        let Some(verb) = document.lexicons.verbs.get(usize::from(self.number)) else { return 0 };
        let Some((context, strength)) = verb.context else { return verb.strength };
        let holds = match context {
            Context::Document => self.source.kind == SourceKind::Document,
            Context::Court => self.in_court,
            Context::Warning => document.words[self.source.begin..=self.source.last]
                .iter()
                .any(|word| document.types[word.id as usize].lexeme.flags.has(WordFlags::WARNING)),
        };
        if holds { strength } else { verb.strength }
    }
}

/// The longest way from a verb to `that` over a hearer or a date, in words.
const THAT_REACH: usize = 6;
/// The longest way from a verb to the helping verb of the clause that it reports, in words.
const CLAUSE_REACH: usize = 12;
/// So many quotations of a sentence are looked at; a sentence with more of them is no prose.
const MARKS_READ: usize = 8;

/// Reads the attributions of the document.
pub(super) fn attributions(document: &Document<'_>, marks: &[Marked]) -> Vec<Attribution> {
    let reader = Reader::new(document);
    let mut finder = Finder { reader, marks, people: None, found: Vec::new() };
    finder.read_all();
    finder.found
}

/// Finds the attributions, sentence by sentence.
struct Finder<'d, 't> {
    reader: Reader<'d, 't>,
    marks: &'d [Marked],
    /// Read when the first reporting verb turns up.
    people: Option<People>,
    found: Vec<Attribution>,
}

/// A reporting verb before its source is known.
#[derive(Debug, Clone, Copy)]
struct Verb {
    number: u16,
    first: usize,
    last: usize,
}

/// A verb with what stands around it.
#[expect(clippy::struct_excessive_bools, reason = "independent facts of one word")]
#[derive(Debug, Clone, Copy)]
struct Group {
    verb: Verb,
    /// Index of the first word of the sentence, and one past its last.
    first: usize,
    end: usize,
    /// Number of attributions before the sentence.
    begun: usize,
    /// Index of its first helping verb or adverb.
    begin: usize,
    is_helped: bool,
    is_ing: bool,
    /// Whether the verb stands in its base form.
    is_base: bool,
    may_be_noun: bool,
}

impl Finder<'_, '_> {
    fn read_all(&mut self) {
        let document = self.reader.document;
        let mut quotation = 0;
        for sentence in &document.sentences {
            while self.marks.get(quotation).is_some_and(|mark| mark.span.end <= sentence.span.start) {
                quotation += 1;
            }
            self.read_sentence(sentence, quotation);
        }
    }

    fn read_sentence(&mut self, sentence: &Sentence, quotation: usize) {
        let reader = self.reader;
        let document = reader.document;
        let (first, end) = (sentence.first_word as usize, sentence.end_word as usize);
        let begun = self.found.len();
        let mut index = first;
        while let Some(next) = document.hinted(index, end, Hints::VERBS) {
            index = next;
            let word = document.types[reader.words[index].id as usize].lexeme.word;
            let node = document.lexicons.vocabulary.entry(word).verbs;
            let Some(verb) = self.verb(node, index, end) else {
                index += 1;
                continue;
            };
            index = verb.last + 1;
            let entry = &document.lexicons.verbs[usize::from(verb.number)];
            let Some(source) = self.source(verb, first, end, begun) else { continue };
            let marks = self.marks;
            let people = self.people.get_or_insert_with(|| People::read(&reader));
            if People::is_personal(source) {
                people.mention(&reader, source.first, |index| is_quoted(&reader, marks, index));
            }
            let is_subject = !entry.source_follows && !is_quoted(&reader, marks, verb.first);
            let (speaker, kind) = people.name(&reader, source, is_subject);
            let in_court = || (first..end).any(|index| reader.is(index, WordFlags::COURT));
            // A plain verb with capitals on both words is a name more often than not: the United States.
            let is_name = entry.strength == 0
                && verb.first > first
                && reader.joined(verb.first)
                && reader.is_capital(verb.first)
                && reader.is_capital(verb.first - 1);
            self.found.push(Attribution {
                verb: Span { start: reader.words[verb.first].span.start, end: reader.words[verb.last].span.end },
                number: verb.number,
                speaker,
                kind,
                source,
                first: verb.first,
                reports: !is_name && self.reports(verb, source, sentence, quotation),
                in_court: matches!(entry.context, Some((Context::Court, _))) && in_court(),
            });
        }
    }

    /// The verb that begins with word `first`.
    fn verb(&self, node: u32, first: usize, end: usize) -> Option<Verb> {
        let reader = self.reader;
        // The United States Court; the United States.
        let is_named = first > 0
            && reader.is_capital(first)
            && reader.joined(first)
            && reader.is_capital(first - 1)
            && (first + 1 >= end || !reader.joined(first + 1) || reader.is_capital(first + 1))
            && reader.document.headline.is_none_or(|headline| headline.end <= reader.words[first].span.start);
        if reader.is_possessive(first) || is_named {
            return None;
        }
        let verbs = &reader.document.lexicons.vocabulary.verbs;
        // The longest phrase has fewer words.
        let run = (first + 1..end.min(first + 6)).take_while(|&index| reader.joined(index)).count();
        let word = |n: usize| {
            let number = |index: usize| reader.document.types[reader.words[index].id as usize].lexeme.word;
            (n <= run).then(|| Numbers { words: [number(first + n), NONE], wildcard: NONE })
        };
        let found = verbs.longest(node, &[], &word)?;
        Some(Verb { number: found.meaning, first, last: first + found.words - 1 })
    }

    /// The source of a verb, if it is used as a verb and has one.
    fn source(&self, verb: Verb, first: usize, end: usize, begun: usize) -> Option<Source> {
        let reader = self.reader;
        let next = verb.last + 1;
        let entry = &reader.document.lexicons.verbs[usize::from(verb.number)];
        if entry.source_follows {
            return (next < end && reader.joined(next)).then(|| reader.starting_at(next, end)).flatten();
        }
        let folded = reader.folded(verb.first);
        let is_base = entry.lemma.strip_prefix(folded).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let mut group = Group {
            verb,
            first,
            end,
            begun,
            begin: verb.first,
            is_helped: false,
            is_ing: folded.ends_with("ing"),
            is_base,
            may_be_noun: is_base || folded.ends_with('s'),
        };
        if self.is_passive(&mut group) {
            let by = (next..end.min(next + 3)).find(|&index| reader.joined(index) && reader.folded(index) == "by")?;
            return (by + 1 < end).then(|| reader.starting_at(by + 1, end)).flatten();
        }
        if group.begin == first {
            // “…” Said Smith, but no participle that opens the sentence.
            let inverted = !group.is_ing && !group.may_be_noun && next < end && reader.joined(next);
            return inverted.then(|| reader.starting_at(next, end)).flatten();
        }
        if reader.joined(group.begin) { self.source_beside(&group) } else { self.source_across(&group) }
    }

    /// Goes back over the helping verbs and adverbs before the verb. Whether they make it passive.
    fn is_passive(&self, group: &mut Group) -> bool {
        let reader = self.reader;
        let mut is_passive = false;
        while group.begin > group.first && reader.joined(group.begin) {
            let before = group.begin - 1;
            let flags = reader.flags(before);
            let is_helper = flags.any(WordFlags::AUXILIARY.or(WordFlags::BE));
            let is_adverb = flags.has(WordFlags::BETWEEN) && !flags.has(WordFlags::PERSON)
                || !reader.is_capital(before) && reader.folded(before).ends_with("ly");
            // Smith on Friday said
            let is_date = flags.has(WordFlags::DATE) && !flags.has(WordFlags::GIVEN)
                || flags.has(WordFlags::PREPOSITION) && reader.is(group.begin, WordFlags::DATE);
            if !is_helper && !is_adverb && !is_date {
                break;
            }
            is_passive |= flags.has(WordFlags::BE) && !group.is_ing;
            group.is_helped |= is_helper;
            group.begin = before;
        }
        is_passive
    }

    /// The source of a verb that names none: that of the verb before it, or what the sentence begins with.
    fn inherited(&self, group: &Group) -> Option<Source> {
        let earlier = self.found[group.begun..].last().map(|attribution| attribution.source);
        earlier.or_else(|| self.reader.opening(group.first, group.verb.first))
    }

    /// The source of a verb with a word directly before it: Smith said, who said, and said, as saying.
    fn source_beside(&self, group: &Group) -> Option<Source> {
        let reader = self.reader;
        let before = group.begin - 1;
        let next = group.verb.last + 1;
        let flags = reader.flags(before);
        let next_is = |flag| next < group.end && reader.joined(next) && reader.is(next, flag);
        let word = reader.folded(before);
        if let Some(antecedent) = self.antecedent(group.first, before) {
            return Some(antecedent);
        }
        if matches!(word, "and" | "but" | "or" | "then") {
            let is_verb = !group.may_be_noun || !group.is_base && !next_is(WordFlags::PREPOSITION);
            return is_verb.then(|| self.inherited(group)).flatten();
        }
        if word == "to" {
            // An infinitive seldom reports, but it can bring a quotation: went on to say “…”.
            let brings = group.is_base && reader.gap(next).contains(['“', '"', '‘', '«']);
            return brings.then(|| self.inherited(group)).flatten();
        }
        let modifies = WordFlags::PREPOSITION.or(WordFlags::DETERMINER);
        if group.is_ing {
            if matches!(word, "as" | "by" | "in" | "after" | "before" | "while" | "without") {
                return self.inherited(group);
            }
            // months of warning, the ripping activity
            if flags.any(modifies) && !flags.has(WordFlags::PRONOUN) {
                return None;
            }
        }
        let is_noun = group.may_be_noun && !group.is_helped;
        let before_preposition = next_is(WordFlags::PREPOSITION);
        if is_noun && !flags.has(WordFlags::PRONOUN) {
            let is_phrase = group.verb.first != group.verb.last;
            if flags.any(modifies) || reader.is_possessive(before) || before_preposition && !is_phrase {
                return None;
            }
        }
        let is_finite = group.is_helped || group.may_be_noun || group.is_ing;
        let Some(found) = reader.ending_at(group.first, before) else {
            return group.is_ing.then(|| self.inherited(group)).flatten();
        };
        // A letter addressed to them, a plan announced by the bank, officials accused of theft
        let is_participle = before_preposition
            && !is_finite
            && match found.kind {
                SourceKind::Document => true,
                SourceKind::Organization => reader.folded(next) == "by",
                SourceKind::Person => reader.folded(next) == "of",
                SourceKind::Name | SourceKind::Pronoun => false,
            };
        // The Iranian state outlet
        if is_participle || is_noun && !self.agrees(found, group.is_base) {
            return None;
        }
        // She issued a statement condemning it.
        if group.is_ing && found.kind == SourceKind::Document && found.begin > group.first {
            return self.inherited(group).or(Some(found));
        }
        Some(found)
    }

    /// The source of a verb with a mark before it: “…,” said Smith; Smith, a nurse, said; Smith left, saying.
    fn source_across(&self, group: &Group) -> Option<Source> {
        let reader = self.reader;
        let next = group.verb.last + 1;
        let gap = reader.gap(group.begin);
        let closes_quotation = gap.contains(['"', '”', '’', '»', '›', '\'']);
        if !closes_quotation && !gap.contains([',', '—', '–', ')']) && !gap.contains("--") {
            return None;
        }
        if !closes_quotation
            && !group.is_ing
            && let Some(source) = reader.before_aside(group.first, group.begin)
        {
            return Some(source);
        }
        let may_invert = !group.is_helped && !group.is_ing && next < group.end && reader.joined(next);
        if may_invert && (closes_quotation || !gap.contains(')')) {
            // Smith, who lost, called it a farce: what follows is no source.
            let is_object = |source: &Source| reader.folded(source.last) == "it";
            let inverted = reader.starting_at(next, group.end).filter(|source| !is_object(source));
            if let Some(source) = inverted
                && (closes_quotation || self.ends_clause(source, group.end))
            {
                return Some(source);
            }
        }
        if group.is_ing || closes_quotation {
            return self.inherited(group);
        }
        if group.is_base && !group.is_helped {
            return None;
        }
        self.found[group.begun..].last().map(|attribution| attribution.source)
    }

    /// Whether a source agrees in number with a verb in its base form or else in -s.
    fn agrees(&self, source: Source, is_base: bool) -> bool {
        let is_plural = match source.kind {
            // The government say, the government says; "read" is a past form, too.
            SourceKind::Organization | SourceKind::Document => return true,
            // The Harris question, the Democrats claim
            SourceKind::Name => return !is_base || self.reader.folded(source.last).ends_with('s'),
            SourceKind::Pronoun => {
                source.flags.has(WordFlags::PLURAL) || matches!(self.reader.folded(source.last), "i" | "who" | "that")
            }
            SourceKind::Person => source.flags.has(WordFlags::PLURAL),
        };
        is_base == is_plural || matches!(self.reader.folded(source.last), "who" | "that")
    }

    /// The source before a relative pronoun: Smith, who said.
    fn antecedent(&self, first: usize, pronoun: usize) -> Option<Source> {
        let reader = self.reader;
        if !matches!(reader.folded(pronoun), "who" | "which" | "that") || pronoun == first {
            return None;
        }
        let is_that = reader.folded(pronoun) == "that";
        let nearest = reader.ending_at(first, pronoun - 1)?;
        // Hall, the union's head, who said
        let is_aside = nearest.kind == SourceKind::Person && nearest.begin > first + 1;
        let named = (is_aside && reader.gap(nearest.begin).contains(','))
            .then(|| reader.ending_at(first, nearest.begin - 1))
            .flatten()
            .filter(|source| source.kind == SourceKind::Name);
        Some(named.unwrap_or(nearest)).filter(|source| match source.kind {
            SourceKind::Pronoun => false,
            SourceKind::Name => !is_that,
            SourceKind::Person | SourceKind::Organization | SourceKind::Document => true,
        })
    }

    /// Whether a mark or the end of the sentence follows the source.
    fn ends_clause(&self, source: Source, end: usize) -> bool {
        let next = source.last + 1;
        next >= end || !self.reader.joined(next) || self.reader.is(next, WordFlags::DATE.or(WordFlags::PREPOSITION))
    }

    /// Whether a quotation, a clause or a comma shows that the verb reports words.
    fn reports(&self, verb: Verb, source: Source, sentence: &Sentence, quotation: usize) -> bool {
        let reader = self.reader;
        let document = reader.document;
        let (first, end) = (sentence.first_word as usize, sentence.end_word as usize);
        let next = verb.last + 1;
        let verb_end = reader.words[verb.last].span.end;
        let in_sentence = self.marks[quotation..].iter().take_while(|mark| mark.span.start < sentence.span.end);
        for mark in in_sentence.filter(|mark| mark.outer).take(MARKS_READ) {
            let source_start = reader.words[source.begin].span.start;
            if mark.span.start >= verb_end || mark.span.end <= source_start {
                return true;
            }
        }
        let run = (next..end).take_while(|&index| reader.joined(index)).take(CLAUSE_REACH).count();
        if document.lexicons.verbs[verb.number as usize].source_follows {
            return true;
        }
        let words = next..next + run;
        // so that, in that
        let leading = WordFlags::PREPOSITION.or(WordFlags::CONJUNCTION).or(WordFlags::BETWEEN);
        if words
            .clone()
            .take(THAT_REACH)
            .any(|index| reader.folded(index) == "that" && (index == next || !reader.is(index - 1, leading)))
        {
            return true;
        }
        // “…, he insisted.”
        let source_after_comma =
            source.begin > first && source.begin < verb.first && reader.gap(source.begin).contains(',');
        let clause_ends = run == 0 || reader.is(next, WordFlags::DATE);
        let inverted = source.begin == next || source.first > verb.last && reader.folded(source.begin - 1) != "by";
        if source_after_comma && clause_ends || inverted {
            return true;
        }
        if run < 2 {
            return false;
        }
        let flags = reader.flags(next);
        if flags.has(WordFlags::CONTRACTION) {
            return true;
        }
        let class = document.lexicons.verbs[verb.number as usize].class;
        let takes_object = matches!(class, VerbClass::StanceNegative | VerbClass::StancePositive);
        if flags.has(WordFlags::SUBJECT) && flags.has(WordFlags::PRONOUN) && reader.folded(next) != "it" {
            return true;
        }
        let mut helpers = words.skip(1).take_while(|&index| {
            !reader.is(index, WordFlags::CONJUNCTION) && !matches!(reader.folded(index), "who" | "which" | "to" | "as")
        });
        !takes_object && helpers.any(|index| reader.is(index, WordFlags::AUXILIARY))
    }
}

/// Whether a word stands in a quotation.
fn is_quoted(reader: &Reader<'_, '_>, marks: &[Marked], index: usize) -> bool {
    let at = reader.words[index].span.start;
    let before = marks.partition_point(|mark| mark.span.start <= at);
    marks[..before].iter().rev().take(MARKS_READ).any(|mark| at < mark.span.end)
}
