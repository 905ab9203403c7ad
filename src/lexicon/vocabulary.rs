//! The one vocabulary: every word that any lexicon knows, compiled together, so that one look-up tells everything.

use super::inflect::{Inflections, PartOfSpeech};
use super::news::NewsId;
use super::phrases::{Phrases, Step};
use super::term::{Form, Term};
use super::valence::FactsId;
use crate::text::fold::fold_into;
use crate::text::interner::{Interner, Key};
use crate::text::words::Tokens;

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
    /// Node of the loaded terms that begin with this word, or [`NONE`].
    pub(crate) terms: u32,
    /// Node of the reporting verbs that begin with this word, or [`NONE`].
    pub(crate) verbs: u32,
    pub(crate) vader: FactsId,
    pub(crate) news: NewsId,
}

impl Entry {
    pub(crate) const UNKNOWN: Self =
        Self { syllables: 0, flags: WordFlags(0), terms: NONE, verbs: NONE, vader: FactsId(0), news: NewsId::NONE };
}

/// Every word that any lexicon knows. Read-only once built; shared by all threads.
#[derive(Debug, Clone)]
pub(crate) struct Vocabulary {
    words: Interner,
    entries: Vec<Entry>,
    pub(crate) terms: Phrases<Meaning>,
    pub(crate) verbs: Phrases<u16>,
}

/// What a sequence of words means to the loaded terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A loaded term, by number.
    Term(u32),
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
        let words: Vec<&str> = term.text.split(' ').collect();
        let meaning = Meaning::Term(number);
        let (inflected, pos) = match term.form {
            Form::Noun => (words.len() - 1, PartOfSpeech::Noun),
            Form::Verb => (0, PartOfSpeech::Verb),
            Form::Fixed | Form::Adjective => return self.add_term_phrase(&words, meaning),
        };
        for form in inflections.forms(words[inflected], pos) {
            let mut words = words.clone();
            words[inflected] = &form;
            self.add_term_phrase(&words, meaning);
        }
    }

    /// Adds a phrase that shadows the terms inside it.
    pub(crate) fn add_guard(&mut self, phrase: &str) {
        self.add_term_phrase(&phrase.split(' ').collect::<Vec<_>>(), Meaning::Guard);
    }

    fn add_term_phrase(&mut self, words: &[&str], meaning: Meaning) {
        let steps = self.steps(words);
        if let Some(&Step::Word(first)) = steps.first() {
            self.entries[first as usize].terms = self.terms.insert(&steps, meaning);
        }
    }

    /// Adds a reporting verb, of one word or more, under all its forms.
    pub(crate) fn add_verb(&mut self, number: u16, lemma: &str, inflections: &Inflections) {
        let words: Vec<&str> = lemma.split(' ').collect();
        for form in inflections.forms(words[0], PartOfSpeech::Verb) {
            let mut words = words.clone();
            words[0] = &form;
            let steps = self.steps(&words);
            if let Some(&Step::Word(first)) = steps.first() {
                self.entries[first as usize].verbs = self.verbs.insert(&steps, number);
            }
        }
    }

    /// A sequence of words (`...` for a gap) as steps; each is read as the tokens of a text would be.
    pub(crate) fn steps(&mut self, words: &[&str]) -> Vec<Step> {
        let mut steps = Vec::with_capacity(words.len());
        for &word in words {
            if word == "..." {
                steps.push(Step::Gap);
                continue;
            }
            for token in Tokens::new(word) {
                let mut folded = String::new();
                fold_into(&word[token.start..token.end], &mut folded);
                steps.push(Step::Word(self.word(&folded)));
            }
        }
        steps
    }
}
