//! Lexemes: everything that is known of a folded word, whatever the text it stands in.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Lexicons;
use super::familiar;
use super::news::{NewsId, news_of};
use super::phrases::Numbers;
use super::valence::{FactsId, facts_of};
use super::vocabulary::{NONE, WordFlags};
use crate::language::{Language, Script};
use crate::text::interner::Key;
use crate::text::vowels;

/// What the lexicons and the rules say of a folded word: a pure function of the two.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lexeme {
    /// Pronounced syllables; only sounds without a vowel (`hm`, `sh`) have none.
    pub(crate) syllables: u32,
    pub(crate) letters: u32,
    /// Letters and digits.
    pub(crate) characters: u32,
    /// All characters.
    pub(crate) length: u32,
    /// Letters of another script than the language's.
    pub(crate) foreign_letters: u32,
    /// The flags of its entry; those of the familiar lists hold for the inflected forms, too. With its hints.
    pub(crate) flags: WordFlags,
    /// Its number in the vocabulary, or [`NONE`].
    pub(crate) word: u32,
    /// That of the word whose possessive it is, or [`NONE`]: that of "regime" for "regime's".
    pub(crate) owner: u32,
    /// The longest wildcard of the user's lexicons that stands for it, or [`NONE`].
    pub(crate) wildcard: u32,
    /// What VADER's rules know of it.
    pub(crate) vader: FactsId,
    /// What the rules for news know of it.
    pub(crate) news: NewsId,
}

/// Who has to look closer at a word: everyone else passes over it without a look at its lexeme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Hints(pub(crate) u16);

impl Hints {
    /// Reporting verbs begin with it.
    pub(crate) const VERBS: Self = Self(1);
    /// Loaded terms or guards begin with it, whatever word comes next; where it stands, also if the next word is one that
    /// continues some.
    pub(crate) const TERMS: Self = Self(1 << 1);
    /// Loaded terms or guards begin with it if the next word is one that continues some.
    pub(crate) const LONG_TERMS: Self = Self(1 << 5);
    /// Is the second word of loaded terms or guards.
    pub(crate) const CONTINUES_TERM: Self = Self(1 << 6);
    /// Patterns of dictionaries begin with it.
    pub(crate) const PATTERNS: Self = Self(1 << 2);
    /// The rules for news know it, by itself or as the beginning of a phrase that may stand there.
    pub(crate) const NEWS: Self = Self(1 << 3);
    /// VADER's rules know it, or may read it otherwise than as this word.
    pub(crate) const VADER: Self = Self(1 << 4);
    /// Begins with a capital where it stands.
    pub(crate) const CAPITAL: Self = Self(1 << 7);
    /// More or less than one space stands between the word before and it.
    pub(crate) const APART: Self = Self(1 << 8);
    /// VADER reads a piece of the text there, as more than a space, or a mark and a space, stands between the word before and
    /// it, or between it and the word after it, or as it is one of VADER's words.
    pub(crate) const VADER_PIECE: Self = Self(1 << 9);
    /// Phrases of the rules for news begin with it; where it stands, only if the next word is one that continues some.
    pub(crate) const NEWS_PHRASES: Self = Self(1 << 10);
    /// Is the second word of phrases of the rules for news.
    pub(crate) const CONTINUES_NEWS: Self = Self(1 << 11);
    /// How many there are.
    pub(crate) const NUMBER: usize = 12;

    /// The number of a hint.
    pub(crate) const fn number(self) -> usize {
        self.0.trailing_zeros() as usize
    }

    pub(crate) fn to_bytes(self) -> [u8; 2] {
        self.0.to_le_bytes()
    }

    pub(crate) fn when(self, holds: bool) -> Self {
        if holds { self } else { Self(0) }
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Lexeme {
    /// Who has to look closer at it.
    pub(crate) fn hints(&self) -> Hints {
        Hints(self.flags.high_bits())
    }

    /// Under which numbers phrases know the word.
    pub(crate) fn numbers(&self) -> Numbers {
        Numbers { words: [self.word, self.owner], wildcard: self.wildcard }
    }
}

/// Hard English words have this many syllables (Gunning 1952).
const HARD: u32 = 3;
/// Hard Polish words have this many (Pisarek 1969, as measured on the forms of the text, not on base forms).
const HARD_POLISH: u32 = 4;
/// Hard Arabic words have this many (El-Haj & Rayson 2016).
const HARD_ARABIC: u32 = 5;

impl Lexicons {
    /// The lexeme of a folded word, which the vocabulary knows as number `known`.
    pub(crate) fn lexeme(&self, folded: &str, known: u32) -> Lexeme {
        let entry = self.vocabulary.entry(known);
        let syllables = self.syllables_in(folded, entry);
        let mut flags = entry.flags;
        match self.language {
            Language::English => {
                const LISTS: WordFlags = WordFlags::DALE_CHALL.or(WordFlags::SPACHE);
                if !flags.has(LISTS) {
                    flags.insert(familiar::familiar_by(&self.vocabulary, folded, LISTS));
                }
                if syllables >= HARD && self.is_hard(folded, syllables) {
                    flags.insert(WordFlags::COMPLEX);
                }
            }
            Language::Polish if syllables >= HARD_POLISH => flags.insert(WordFlags::COMPLEX),
            Language::Arabic if syllables >= HARD_ARABIC => {
                flags.insert(WordFlags::COMPLEX);
                if vowels::is_faseeh(folded) {
                    flags.insert(WordFlags::FASEEH);
                }
            }
            _ => {}
        }
        let owner = folded.strip_suffix("'s").map_or(NONE, |owner| self.vocabulary.number(owner));
        let wildcard = self.vocabulary.wildcards.longest(folded);
        let WordLength { letters, characters, length, foreign_letters } =
            WordLength::of(folded, self.language.script());
        let vader = facts_of(folded, entry.vader);
        let news = news_of(folded, entry.news);
        let begins = || self.vocabulary.term_starts([known, owner], wildcard);
        let begins_terms = begins().any(|node| self.vocabulary.terms.is_open(node));
        let owner_flags = self.vocabulary.entry(owner).flags;
        let begins_patterns = self.vocabulary.pattern_starts([known, owner], wildcard).next().is_some();
        let Hints(hints) = Hints::VERBS
            .when(entry.verbs != NONE)
            .or(Hints::TERMS.when(begins_terms))
            .or(Hints::LONG_TERMS.when(!begins_terms && begins().next().is_some()))
            .or(Hints::CONTINUES_TERM.when(entry.flags.or(owner_flags).has(WordFlags::CONTINUES_TERM)))
            .or(Hints::PATTERNS.when(begins_patterns))
            .or(Hints::NEWS.when(self.news.word(news).counts_alone()))
            .or(Hints::NEWS_PHRASES.when(self.news.word(news).begins_phrases()))
            .or(Hints::CONTINUES_NEWS.when(entry.flags.has(WordFlags::CONTINUES_NEWS)))
            .or(Hints::VADER.when(vader != FactsId::default() || !is_plain(folded)));
        Lexeme {
            syllables,
            letters,
            characters,
            length,
            foreign_letters,
            flags: flags.with_high_bits(hints),
            word: known,
            owner,
            wildcard,
            vader,
            news,
        }
    }

    /// Whether a word of three syllables or more is hard by Gunning's rules (1952), proper names aside: no verb form
    /// that reaches three by -ed or -es, no combination of short easy words. A number is such a combination when it is
    /// read aloud: nineteen forty-eight.
    fn is_hard(&self, folded: &str, syllables: u32) -> bool {
        if folded.contains('-') {
            return folded.split('-').any(|part| {
                let syllables = self.folded_syllables(part);
                syllables >= HARD && self.is_hard(part, syllables)
            });
        }
        let is_short = |part: &str| self.folded_syllables(part) < HARD;
        let owner = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')).unwrap_or(folded);
        folded.contains(char::is_alphabetic)
            && !folded.starts_with(|c: char| c.is_ascii_digit())
            && (owner.len() == folded.len() || !is_short(owner))
            && syllables - u32::from(adds_syllable(folded)) >= HARD
            && !familiar::is_easy_compound(&self.vocabulary, owner, &is_short)
    }
}

/// Whether a word begins and ends with an ASCII letter or digit: VADER strips any other mark from its ends.
fn is_plain(folded: &str) -> bool {
    let ends = [folded.bytes().next(), folded.bytes().next_back()];
    ends.into_iter().flatten().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a word ends in an -ed or -es that is heard as a syllable: after t and d, after hissing sounds.
fn adds_syllable(word: &str) -> bool {
    const HEARD: [&str; 9] = ["ted", "ded", "ses", "xes", "zes", "ches", "shes", "ces", "ges"];
    HEARD.iter().any(|end| word.ends_with(end))
}

/// How long a word is.
struct WordLength {
    letters: u32,
    characters: u32,
    length: u32,
    foreign_letters: u32,
}

impl WordLength {
    fn of(folded: &str, script: Script) -> Self {
        let mut count = Self { letters: 0, characters: 0, length: 0, foreign_letters: 0 };
        if folded.is_ascii() {
            count.length = folded.len() as u32;
            for byte in folded.bytes() {
                count.letters += u32::from(byte.is_ascii_alphabetic());
                count.characters += u32::from(byte.is_ascii_alphanumeric());
            }
            count.foreign_letters = if script == Script::Latin { 0 } else { count.letters };
        } else {
            for c in folded.chars() {
                let is_letter = c.is_alphabetic();
                count.length += 1;
                count.letters += u32::from(is_letter);
                count.characters += u32::from(is_letter || c.is_numeric());
                count.foreign_letters += u32::from(is_letter && !script.has(c));
            }
        }
        count
    }
}

/// The caches of the threads that read with one set of lexicons, each taken for the time of one text, so that threads
/// never wait for each other's texts; there are never more than threads that read at once.
#[derive(Debug, Default)]
pub(crate) struct LexemeCaches(Mutex<Vec<LexemeCache>>);

impl LexemeCaches {
    pub(crate) fn with<T>(&self, read: impl FnOnce(&mut LexemeCache) -> T) -> T {
        let mut cache = self.lock().pop().unwrap_or_default();
        let result = read(&mut cache);
        self.lock().push(cache);
        result
    }

    fn lock(&self) -> MutexGuard<'_, Vec<LexemeCache>> {
        // A panic elsewhere leaves the list whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Remembers the lexemes of words from text to text: most words of a text stood in an earlier one.
///
/// A word may stand in any place of the group that its hash names; in a full group a new word takes the place of another
/// that came late.
/// Nothing that is reported depends on it.
#[derive(Debug)]
pub(crate) struct LexemeCache {
    groups: Vec<Group>,
    /// In the order of first sight, so that the common words, which come first, stand close together.
    entries: Vec<Remembered>,
    /// The words whose keys are not the whole word.
    long: HashMap<Box<str>, Lexeme>,
}

/// A word and its lexeme: one line of the processor's cache.
#[repr(align(64))]
#[derive(Debug)]
struct Remembered {
    key: Key,
    lexeme: Lexeme,
}

/// The places of some words: half a line of the processor's cache.
#[repr(align(32))]
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    /// A byte of the hash of each word, so that other words are told apart without a look at their entries.
    tags: u64,
    /// The number of each word's entry plus one; zero where a place is free.
    places: [u32; WAYS],
}

impl Group {
    /// The high bit of the byte of each place that has a tag. All places at once, as a guess which of them it is would
    /// fail.
    #[inline]
    fn matching(&self, tag: u8) -> u64 {
        const EACH: u64 = 0x0101_0101_0101;
        const LOW: u64 = EACH * 0x7F;
        let differing = self.tags ^ (EACH * u64::from(tag));
        !(((differing & LOW) + LOW) | differing) & !LOW & (EACH * 0xFF)
    }

    fn set(&mut self, place: usize, tag: u8, number: u32) {
        let shift = 8 * place;
        self.tags = self.tags & !(0xFF << shift) | u64::from(tag) << shift;
        self.places[place] = number;
    }
}

/// Places of a group.
const WAYS: usize = 6;
/// So many places of a group keep their words, which came first and so are mostly common ones.
const KEPT: usize = WAYS / 2;
/// Groups of the cache: it holds as many different words as some thousand articles have.
const GROUPS: usize = 1 << 14;
/// So many long words are remembered, then they are forgotten, as most of them stand in one article alone.
const LONG_WORDS: usize = 1 << 13;

impl Default for LexemeCache {
    fn default() -> Self {
        Self { groups: vec![Group::default(); GROUPS], entries: Vec::new(), long: HashMap::new() }
    }
}

impl LexemeCache {
    /// The entries that most likely remember some keys; no entry has the number of one that none remembers. First all places
    /// and then all entries are looked at, so that the processor waits for many at once.
    pub(crate) fn likely(&self, keys: impl Iterator<Item = Key> + Clone) -> Vec<usize> {
        let mut likely: Vec<usize> = keys.clone().map(|key| self.likely_place(key)).collect();
        for (entry, key) in likely.iter_mut().zip(keys) {
            let is_remembered = self.entries.get(*entry).is_some_and(|remembered| remembered.key == key);
            *entry = if is_remembered { *entry } else { usize::MAX };
        }
        likely
    }

    #[inline]
    fn likely_place(&self, key: Key) -> usize {
        let hash = key.hash();
        let group = &self.groups[hash & (GROUPS - 1)];
        let place = group.matching(tag(hash)).trailing_zeros() as usize / 8;
        // Where no place has the tag or it is free, no entry has this number.
        (group.places.get(place).copied().unwrap_or(0) as usize).wrapping_sub(1)
    }

    /// The lexeme of a folded word with this key, which the entry `likely` remembers, or else another, or none yet.
    #[inline]
    pub(crate) fn lexeme<'f>(
        &mut self,
        likely: usize,
        lexicons: &Lexicons,
        key: Key,
        folded: impl Fn() -> &'f str,
    ) -> Lexeme {
        match self.entries.get(likely) {
            Some(remembered) if remembered.key == key && !key.is_long() => remembered.lexeme,
            _ => self.find(lexicons, key, folded()),
        }
    }

    fn find(&mut self, lexicons: &Lexicons, key: Key, folded: &str) -> Lexeme {
        let read = || lexicons.lexeme(folded, lexicons.vocabulary.find(key, || folded));
        if key.is_long() {
            return self.long.get(folded).copied().unwrap_or_else(|| {
                if self.long.len() == LONG_WORDS {
                    self.long.clear();
                }
                *self.long.entry(folded.into()).or_insert_with(read)
            });
        }
        let hash = key.hash();
        let tag = tag(hash);
        let group = &self.groups[hash & (GROUPS - 1)];
        let mut matching = group.matching(tag);
        while matching != 0 {
            let place = group.places[matching.trailing_zeros() as usize / 8];
            matching &= matching - 1;
            let entry = place.checked_sub(1).and_then(|at| self.entries.get(at as usize));
            if let Some(remembered) = entry.filter(|remembered| remembered.key == key) {
                return remembered.lexeme;
            }
        }
        self.remember(hash, tag, key, read())
    }

    fn remember(&mut self, hash: usize, tag: u8, key: Key, lexeme: Lexeme) -> Lexeme {
        let group = &mut self.groups[hash & (GROUPS - 1)];
        if let Some(free) = group.places.iter().position(|&place| place == 0) {
            self.entries.push(Remembered { key, lexeme });
            group.set(free, tag, self.entries.len() as u32);
        } else {
            let place = KEPT + hash / GROUPS % (WAYS - KEPT);
            let number = group.places[place];
            self.entries[number as usize - 1] = Remembered { key, lexeme };
            group.set(place, tag, number);
        }
        lexeme
    }
}

/// The byte of a hash by which the words of a group are told apart.
fn tag(hash: usize) -> u8 {
    (hash >> 32) as u8
}
