//! What stands around a hit: a negation, a word that talks about it, a reporting verb.

use crate::document::attribution::Attribution;
use crate::document::{Document, Sentence};
use crate::lexicon::VerbClass;
use crate::lexicon::valence::Role;
use crate::lexicon::vocabulary::WordFlags;
use crate::span::Span;

/// How many words before a hit a negation may stand.
const NEGATION_REACH: usize = 3;
/// So many words after a reporting verb are the clause that it reports; fewer are a date or a place.
const CLAUSE_WORDS: usize = 3;
/// So many words after a source that follows its phrase a comma is looked for.
const COMMA_REACH: usize = 12;

/// Whether a negation stands before word `index` of a sentence that begins with word `first`.
pub(super) fn is_negated(document: &Document<'_>, index: usize, first: usize) -> bool {
    document.words()[first.max(index.saturating_sub(NEGATION_REACH))..index].iter().any(|word| {
        let facts = document.lexicons().valences.facts(document.types()[word.id as usize].lexeme.vader);
        facts.is(Role::NEGATOR) || facts.is(Role::NO)
    })
}

/// Whether word `index` of a sentence that begins with word `first` is talked about, not used: the term “regime”, dubbed a
/// traitor.
pub(super) fn is_mentioned(document: &Document<'_>, index: usize, first: usize) -> bool {
    let before = &document.words()[first..index];
    let text = |word: usize| before.get(word).map_or("", |word| document.type_text(word.id));
    let Some(mut last) = before.len().checked_sub(1) else { return false };
    if matches!(text(last), "a" | "an") && last > 0 {
        last -= 1;
    }
    document.types()[before[last].id as usize].lexeme.flags.has(WordFlags::MENTION)
}

/// Where a sentence reports someone's words without marks; read sentence by sentence, in order.
pub(super) struct Reported<'d, 't> {
    document: &'d Document<'t>,
    next: usize,
    /// Words up to here are reported by a verb behind them, words from there on by a verb before them.
    to: u32,
    from: u32,
}

/// The words of a sentence that a verb reports.
enum Clause {
    /// Those from here to the end of the sentence.
    From(u32),
    /// Those up to here.
    To(u32),
}

impl<'d, 't> Reported<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>) -> Self {
        Self { document, next: 0, to: 0, from: u32::MAX }
    }

    /// Goes on to a sentence.
    pub(super) fn enter(&mut self, sentence: &Sentence) {
        (self.to, self.from) = (0, u32::MAX);
        let attributions = &self.document.attributions()[self.next..];
        let own = attributions.iter().take_while(|attribution| attribution.verb.start < sentence.span.end);
        for attribution in own {
            self.next += 1;
            match clause(self.document, attribution, sentence) {
                Some(Clause::From(start)) => self.from = self.from.min(start),
                Some(Clause::To(end)) => self.to = self.to.max(end),
                None => {}
            }
        }
    }

    /// Whether a span of the sentence stands in reported words.
    pub(super) fn holds(&self, span: Span) -> bool {
        span.end <= self.to || span.start >= self.from
    }
}

/// The clause of a sentence that a verb reports: what follows the verb and its source, or where next to nothing does, what
/// goes before them up to a comma.
fn clause(document: &Document<'_>, attribution: &Attribution, sentence: &Sentence) -> Option<Clause> {
    let words = document.words();
    let entry = document.lexicons().verbs.get(usize::from(attribution.number))?;
    let source = attribution.source;
    let gap =
        |index: usize| Span { start: words[index - 1].span.end, end: words[index].span.start }.of(document.text());
    let verb_words = words[attribution.first..].iter().take_while(|word| word.span.end <= attribution.verb.end).count();
    let verb_end = attribution.first + verb_words;
    let end = sentence.end_word as usize;
    // Who slams a plan reports nothing, who complains that it is dear does.
    let takes_object = matches!(entry.class, VerbClass::StanceNegative | VerbClass::StancePositive);
    let says_that = verb_end < end && document.type_text(words[verb_end].id) == "that";
    if !attribution.reports || takes_object && !says_that {
        return None;
    }
    let after = source.last + 1;
    let follows = if entry.source_follows {
        // According to the union, the plan is dear.
        let near = after..end.min(after + COMMA_REACH);
        near.into_iter().find(|&index| gap(index).contains(',')).unwrap_or(end)
    } else {
        verb_end.max(after)
    };
    let begins = source.begin.min(attribution.first);
    let before = if begins <= sentence.first_word as usize { "" } else { gap(begins) };
    // “…,” she said on Monday.
    if before.contains(['”', '"', '’', '»']) {
        return None;
    }
    if end >= follows + CLAUSE_WORDS {
        // What is said in marks is no reported clause.
        let is_quoted = gap(follows).contains(['“', '"', '‘', '«']);
        return (!is_quoted).then(|| Clause::From(words[follows].span.start));
    }
    before.contains(',').then(|| Clause::To(words[begins].span.start))
}
