//! Lexemes: everything that is known of a folded word, whatever the text it stands in.

use super::Lexicons;
use super::familiar::{self, FamiliarList};
use super::valence::{FactsId, facts_of};
use super::vocabulary::{Entry, NONE, WordFlags};
use crate::text::interner::Key;

/// What the lexicons and the rules say of a folded word: a pure function of the two.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lexeme {
    /// Pronounced syllables, at least 1.
    pub(crate) syllables: u32,
    pub(crate) letters: u32,
    /// Letters and digits.
    pub(crate) characters: u32,
    /// The flags of its entry; those of the familiar lists hold for the inflected forms, too.
    pub(crate) flags: WordFlags,
    /// Its number in the vocabulary, or [`NONE`].
    pub(crate) word: u32,
    /// That of the word whose possessive it is, or [`NONE`]: that of "regime" for "regime's".
    pub(crate) owner: u32,
    /// Node of the loaded terms that begin with it, or [`NONE`].
    pub(crate) terms: u32,
    /// Node of the reporting verbs that begin with it, or [`NONE`].
    pub(crate) verbs: u32,
    /// What VADER's rules know of it.
    pub(crate) vader: FactsId,
}

/// A polysyllable has this many syllables (SMOG, 1969).
pub(crate) const POLYSYLLABLE: u32 = 3;

impl Lexicons {
    /// The lexeme of a folded word, which the vocabulary knows as number `known`.
    pub(crate) fn lexeme(&self, folded: &str, known: u32) -> Lexeme {
        let entry = self.vocabulary.entry(known);
        let syllables = match entry.syllables {
            0 => self.syllables.count(folded),
            syllables => u32::from(syllables),
        };
        let mut flags = entry.flags;
        let lists = [(FamiliarList::DaleChall, WordFlags::DALE_CHALL), (FamiliarList::Spache, WordFlags::SPACHE)];
        for (list, flag) in lists {
            if !flags.has(flag) && familiar::is_familiar(&self.vocabulary, folded, list) {
                flags.insert(flag);
            }
        }
        if syllables >= POLYSYLLABLE && self.is_complex(folded, syllables) {
            flags.insert(WordFlags::COMPLEX);
        }
        let owner = folded.strip_suffix("'s").map_or(NONE, |owner| self.vocabulary.number(owner));
        let Entry { terms, verbs, .. } = *entry;
        let (letters, characters) = letters_and_characters(folded);
        let vader = facts_of(folded, entry.vader);
        Lexeme { syllables, letters, characters, flags, word: known, owner, terms, verbs, vader }
    }

    /// Whether a word of three syllables or more is hard by Gunning's rules (1952), proper names aside: no verb form
    /// that reaches three by -ed or -es, no combination of short easy words.
    fn is_complex(&self, folded: &str, syllables: u32) -> bool {
        /// Endings that add a syllable to a verb or noun.
        const ADDING: [&str; 9] = ["ted", "ded", "ses", "xes", "zes", "ches", "shes", "ces", "ges"];
        if folded.contains('-') {
            return folded.split('-').any(|part| {
                let syllables = self.folded_syllables(part);
                syllables >= POLYSYLLABLE && self.is_complex(part, syllables)
            });
        }
        let added = u32::from(ADDING.iter().any(|end| folded.ends_with(end)));
        syllables - added >= POLYSYLLABLE && !familiar::is_easy_compound(&self.vocabulary, folded)
    }
}

fn letters_and_characters(folded: &str) -> (u32, u32) {
    let (mut letters, mut characters) = (0, 0);
    if folded.is_ascii() {
        for byte in folded.bytes() {
            letters += u32::from(byte.is_ascii_alphabetic());
            characters += u32::from(byte.is_ascii_alphanumeric());
        }
    } else {
        for c in folded.chars() {
            letters += u32::from(c.is_alphabetic());
            characters += u32::from(c.is_alphanumeric());
        }
    }
    (letters, characters)
}

/// Remembers the lexemes of words from text to text: most words of a text stood in an earlier one.
///
/// One place per hash; a new word takes the place of the one that was there. Nothing that is reported depends on it.
#[derive(Debug)]
pub(crate) struct LexemeCache {
    /// Number of the entry plus one, or zero.
    places: Vec<u32>,
    entries: Vec<(Key, Lexeme)>,
}

/// Places of the cache: as many different words as a few hundred articles have.
const PLACES: usize = 1 << 15;

impl Default for LexemeCache {
    fn default() -> Self {
        Self { places: vec![0; PLACES], entries: Vec::new() }
    }
}

impl LexemeCache {
    /// The lexeme of a folded word with this key.
    #[inline]
    pub(crate) fn lexeme(&mut self, lexicons: &Lexicons, key: Key, folded: &str) -> Lexeme {
        let read = || lexicons.lexeme(folded, lexicons.vocabulary.find(key, || folded));
        // A long key is not the whole word.
        if key.is_long() {
            return read();
        }
        let place = &mut self.places[key.hash() & (PLACES - 1)];
        let Some(at) = place.checked_sub(1) else {
            let lexeme = read();
            self.entries.push((key, lexeme));
            *place = self.entries.len() as u32;
            return lexeme;
        };
        let (remembered, lexeme) = &mut self.entries[at as usize];
        if *remembered != key {
            (*remembered, *lexeme) = (key, read());
        }
        *lexeme
    }
}
