//! The one vocabulary: every word that any lexicon knows, compiled together, so that one look-up tells everything.

use super::inflect::{Inflections, PartOfSpeech};
use super::news::NewsId;
use super::pattern::{Part, part};
use super::phrases::{Phrases, Step};
use super::term::{Form, Term};
use super::valence::FactsId;
use super::wildcards::Wildcards;
use crate::text::interner::{Interner, Key};

/// No number: the word, phrase or term does not exist.
pub(crate) const NONE: u32 = u32::MAX;

/// Yes-or-no facts of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct WordFlags(u64);

impl WordFlags {
    pub(crate) const DALE_CHALL: Self = Self(1);
    pub(crate) const SPACHE: Self = Self(2);
    pub(crate) const STOP: Self = Self(4);
    /// A noun for a person who can speak: minister.
    pub(crate) const PERSON: Self = Self(8);
    /// A noun for a body that can speak: agency.
    pub(crate) const ORGANIZATION: Self = Self(16);
    /// A noun for a text that can be quoted: statement.
    pub(crate) const DOCUMENT: Self = Self(32);
    /// A pronoun for someone who can speak: she.
    pub(crate) const PRONOUN: Self = Self(64);
    pub(crate) const FEMALE: Self = Self(128);
    pub(crate) const MALE: Self = Self(256);
    pub(crate) const PLURAL: Self = Self(512);
    /// Hard by the rules of the language's fog index, unless it is a name.
    pub(crate) const COMPLEX: Self = Self(1024);
    /// `Mr`, `Sen`.
    pub(crate) const TITLE: Self = Self(1 << 11);
    /// A given name.
    pub(crate) const GIVEN: Self = Self(1 << 12);
    // The roles of `syntax.tsv`, which describes them.
    pub(crate) const AUXILIARY: Self = Self(1 << 13);
    pub(crate) const BE: Self = Self(1 << 14);
    pub(crate) const CONTRACTION: Self = Self(1 << 15);
    pub(crate) const SUBJECT: Self = Self(1 << 16);
    pub(crate) const BETWEEN: Self = Self(1 << 17);
    pub(crate) const DETERMINER: Self = Self(1 << 18);
    pub(crate) const PREPOSITION: Self = Self(1 << 19);
    pub(crate) const CONJUNCTION: Self = Self(1 << 20);
    pub(crate) const DATE: Self = Self(1 << 21);
    pub(crate) const PARTICLE: Self = Self(1 << 22);
    pub(crate) const NAMING: Self = Self(1 << 23);
    pub(crate) const WORK: Self = Self(1 << 24);
    pub(crate) const COURT: Self = Self(1 << 25);
    pub(crate) const WARNING: Self = Self(1 << 26);
    pub(crate) const DISTANCE: Self = Self(1 << 27);
    // The classes of `word_classes.tsv`, which describes them.
    pub(crate) const ANY_PREPOSITION: Self = Self(1 << 28);
    pub(crate) const ANY_CONJUNCTION: Self = Self(1 << 29);
    pub(crate) const ANY_PRONOUN: Self = Self(1 << 30);
    pub(crate) const COMPARED: Self = Self(1 << 31);
    pub(crate) const OHAYRE: Self = Self(1 << 32);
    pub(crate) const UNDIVIDED: Self = Self(1 << 33);
    /// A hard Arabic word of the formal language.
    pub(crate) const FASEEH: Self = Self(1 << 34);
    pub(crate) const MENTION: Self = Self(1 << 36);
    /// The second word of a loaded term or guard.
    pub(crate) const CONTINUES_TERM: Self = Self(1 << 35);
    /// The second word of a phrase of the rules for news.
    pub(crate) const CONTINUES_NEWS: Self = Self(1 << 37);
    // The sixteen highest bits are free for the hints of a lexeme.
    const HIGH_BITS: u32 = u64::BITS - u16::BITS;

    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether some flag of `other` is set.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The flags of both.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The flags that `others` has, too.
    pub(crate) fn among(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    pub(crate) fn high_bits(self) -> u16 {
        (self.0 >> Self::HIGH_BITS) as u16
    }

    pub(crate) fn with_high_bits(self, bits: u16) -> Self {
        Self(self.0 | u64::from(bits) << Self::HIGH_BITS)
    }

    pub(crate) fn insert(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// What the vocabulary knows of a word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    /// Syllables where the rules would be wrong; 0 leaves it to them.
    pub(crate) syllables: u8,
    pub(crate) flags: WordFlags,
    /// Node of the reporting verbs that begin with this word, or [`NONE`].
    pub(crate) verbs: u32,
    pub(crate) vader: FactsId,
    pub(crate) news: NewsId,
}

impl Entry {
    pub(crate) const UNKNOWN: Self =
        Self { syllables: 0, flags: WordFlags(0), verbs: NONE, vader: FactsId(0), news: NewsId::NONE };
}

/// Every word that any lexicon knows. Read-only once built; shared by all threads.
#[derive(Debug, Clone)]
pub(crate) struct Vocabulary {
    words: Interner,
    entries: Vec<Entry>,
    pub(crate) terms: Phrases<Meaning>,
    pub(crate) verbs: Phrases<u16>,
    /// The patterns of dictionaries, each with the number of the first category that lists it.
    pub(crate) patterns: Phrases<u32>,
    /// Nodes of the loaded terms that begin with a word, by its number; the rest begin none. Apart from the entries, as
    /// they are asked for at every tenth word.
    term_starts: Vec<u32>,
    /// The same for the patterns.
    pattern_starts: Vec<u32>,
    pub(crate) wildcards: Wildcards,
}

/// What a sequence of words means to the loaded terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A loaded term, by number.
    Term(u32),
    /// No loaded term by the word of a lexicon of the user's, by its number; shadows what it contains.
    Off(u32),
    /// A name or plain expression, which shadows what it contains.
    Guard,
}

impl Vocabulary {
    pub(crate) fn with_capacity(words: usize) -> Self {
        Self {
            words: Interner::with_capacity(words),
            entries: Vec::with_capacity(words),
            terms: Phrases::new(),
            verbs: Phrases::new(),
            patterns: Phrases::new(),
            term_starts: Vec::new(),
            pattern_starts: Vec::new(),
            wildcards: Wildcards::default(),
        }
    }

    /// The number of the word with this key, or [`NONE`].
    #[inline]
    pub(crate) fn find<'f>(&self, key: Key, folded: impl FnOnce() -> &'f str) -> u32 {
        self.words.get(key, folded).unwrap_or(NONE)
    }

    /// What is known of word number `id`.
    #[inline]
    pub(crate) fn entry(&self, id: u32) -> &Entry {
        self.entries.get(id as usize).unwrap_or(const { &Entry::UNKNOWN })
    }

    /// What is known of a folded word.
    pub(crate) fn look_up(&self, folded: &str) -> &Entry {
        self.entry(self.number(folded))
    }

    /// The number of a folded word, or [`NONE`].
    pub(crate) fn number(&self, folded: &str) -> u32 {
        self.words.get_text(folded).unwrap_or(NONE)
    }

    /// The entry of a folded word, which is added when it is new.
    pub(crate) fn entry_mut(&mut self, folded: &str) -> &mut Entry {
        let id = self.word(folded);
        &mut self.entries[id as usize]
    }

    fn word(&mut self, folded: &str) -> u32 {
        let id = self.words.intern_text(folded);
        if id as usize == self.entries.len() {
            self.entries.push(Entry::UNKNOWN);
        }
        id
    }

    /// Adds a loaded term under all its forms.
    pub(crate) fn add_term(&mut self, number: u32, term: &Term, inflections: &Inflections) {
        for form in forms(&term.text, term.form, inflections) {
            self.add_term_phrase(&form, Meaning::Term(number));
        }
    }

    /// Adds a phrase that shadows the terms inside it.
    pub(crate) fn add_guard(&mut self, phrase: &str) {
        self.add_term_phrase(phrase, Meaning::Guard);
    }

    /// Takes the forms of a term out of the loaded terms.
    pub(crate) fn add_off(&mut self, lexicon: u32, text: &str, form: Form, inflections: &Inflections) {
        for form in forms(text, form, inflections) {
            self.add_term_phrase(&form, Meaning::Off(lexicon));
        }
    }

    /// The first meaning given to a sequence stays.
    fn add_term_phrase(&mut self, phrase: &str, meaning: Meaning) {
        let steps = self.steps(phrase);
        if let Some(&Step::Word(second)) = steps.get(1) {
            self.entries[second as usize].flags.insert(WordFlags::CONTINUES_TERM);
        }
        if let Some((&step, rest)) = steps.split_first()
            && let Some(first) = match step {
                Step::Word(word) => Some(start_mut(&mut self.term_starts, word, self.entries.len())),
                Step::Wildcard(wildcard) => self.wildcards.terms_mut(wildcard),
                Step::Gap => None,
            }
        {
            self.terms.meaning_mut(first, rest).get_or_insert(meaning);
        }
    }

    /// Notes that a word is the second of a phrase of the rules for news.
    pub(crate) fn continues_news(&mut self, word: u32) {
        self.entries[word as usize].flags.insert(WordFlags::CONTINUES_NEWS);
    }

    /// Adds a reporting verb, of one word or more, under all its forms.
    pub(crate) fn add_verb(&mut self, number: u16, lemma: &str, inflections: &Inflections) {
        for form in forms(lemma, Form::Verb, inflections) {
            let steps = self.steps(&form);
            if let Some((&Step::Word(first), rest)) = steps.split_first() {
                self.verbs.meaning_mut(&mut self.entries[first as usize].verbs, rest).get_or_insert(number);
            }
        }
    }

    /// The meaning of a pattern of a dictionary.
    pub(crate) fn pattern_mut(&mut self, parts: &[Part]) -> Option<&mut Option<u32>> {
        let steps = self.steps_of(parts);
        let (&step, rest) = steps.split_first()?;
        let first = match step {
            Step::Word(word) => start_mut(&mut self.pattern_starts, word, self.entries.len()),
            Step::Wildcard(wildcard) => self.wildcards.patterns_mut(wildcard)?,
            Step::Gap => return None,
        };
        Some(self.patterns.meaning_mut(first, rest))
    }

    /// Nodes of the patterns that begin with a word of these numbers, what is nearer to the letter first.
    pub(crate) fn pattern_starts(&self, words: [u32; 2], wildcard: u32) -> impl Iterator<Item = u32> {
        let words = words.into_iter().filter_map(|word| self.pattern_starts.get(word as usize).copied());
        words.chain(self.wildcards.patterns(wildcard)).filter(|&node| node != NONE)
    }

    /// Nodes of the loaded terms that begin with a word of these numbers, what is nearer to the letter first.
    pub(crate) fn term_starts(&self, words: [u32; 2], wildcard: u32) -> impl Iterator<Item = u32> {
        let words = words.into_iter().filter_map(|word| self.term_starts.get(word as usize).copied());
        words.chain(self.wildcards.terms(wildcard)).filter(|&node| node != NONE)
    }

    /// The steps of a phrase that was checked when it was read.
    pub(crate) fn steps(&mut self, phrase: &str) -> Vec<Step> {
        let mut parts = Vec::new();
        if phrase.split(' ').any(|word| part(word, &mut parts).is_err()) {
            return Vec::new();
        }
        self.steps_of(&parts)
    }

    fn steps_of(&mut self, parts: &[Part]) -> Vec<Step> {
        let step = |part: &Part| match part {
            Part::Word(word) => Step::Word(self.word(word)),
            Part::Prefix(prefix) => Step::Wildcard(self.wildcards.number(prefix)),
            Part::Gap => Step::Gap,
        };
        parts.iter().map(step).collect()
    }
}

/// The node of what begins with a word, one of so many that are known.
fn start_mut(starts: &mut Vec<u32>, word: u32, words: usize) -> &mut u32 {
    let word = word as usize;
    if starts.len() <= word {
        starts.resize(words, NONE);
    }
    &mut starts[word]
}

/// The forms of a term or verb: a noun phrase inflects its last word, a verb phrase its first.
pub(crate) fn forms(text: &str, form: Form, inflections: &Inflections) -> Vec<String> {
    match form {
        Form::Noun => {
            let (before, last) = text.rfind(' ').map_or(("", text), |at| text.split_at(at + 1));
            inflections.forms(last, PartOfSpeech::Noun).iter().map(|form| format!("{before}{form}")).collect()
        }
        Form::Verb => {
            let (first, after) = text.find(' ').map_or((text, ""), |at| text.split_at(at));
            inflections.forms(first, PartOfSpeech::Verb).iter().map(|form| format!("{form}{after}")).collect()
        }
        Form::Fixed | Form::Adjective => vec![text.to_owned()],
    }
}
