//! Counts: what every readability formula is made of.

use serde::Serialize;

use crate::document::Document;
use crate::lexicon::lexeme::POLYSYLLABLE;
use crate::lexicon::vocabulary::WordFlags;

/// How much of everything a text has. Every count is a number of occurrences unless it says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct Counts {
    /// Words: tokens with a letter or digit, URLs and e-mail addresses not among them.
    pub words: u64,
    /// Distinct folded words.
    pub types: u64,
    /// Sentences that hold a word; at least 1 when there is a word.
    pub sentences: u64,
    /// Paragraphs.
    pub paragraphs: u64,
    /// Pronounced syllables; numbers are counted as read aloud.
    pub syllables: u64,
    /// Letters of words.
    pub letters: u64,
    /// Letters and digits of words.
    pub characters: u64,
    /// Words of one syllable.
    pub monosyllables: u64,
    /// Words of three syllables or more (McLaughlin 1969: no exclusions).
    pub polysyllables: u64,
    /// Gunning's hard words: three syllables or more, but no proper names, no combinations of short easy words, no
    /// verb forms that reach three by -ed or -es (Gunning 1952).
    pub complex_words: u64,
    /// Words of more than six letters (Björnsson 1968).
    pub long_words: u64,
    /// Words that are unfamiliar by the Dale-Chall list and its inflection rules.
    pub unfamiliar_words: u64,
    /// Distinct words that are unfamiliar by the revised Spache list; each counts once.
    pub spache_unfamiliar_types: u64,
    /// Words inside quotation marks around someone's words.
    pub quoted_words: u64,
}

/// A long word has more letters than this (Björnsson 1968).
const LONG_WORD_LETTERS: u32 = 6;

/// Counts everything over the types of the document.
pub(crate) fn counts(document: &Document<'_>) -> Counts {
    let mut counts = Counts {
        words: document.words().len() as u64,
        types: document.types().len() as u64,
        sentences: document.sentences().iter().filter(|sentence| !sentence.is_empty()).count() as u64,
        paragraphs: document.paragraph_count() as u64,
        ..Counts::default()
    };
    for word in document.types() {
        let count = u64::from(word.count);
        // A word that looks like a name wherever it stands is one; otherwise its lower-case uses decide.
        let unnamed = u64::from(word.count - word.named);
        let lexeme = &word.lexeme;
        counts.syllables += count * u64::from(lexeme.syllables);
        counts.letters += count * u64::from(lexeme.letters);
        counts.characters += count * u64::from(lexeme.characters);
        counts.quoted_words += u64::from(word.quoted);
        counts.monosyllables += if lexeme.syllables == 1 { count } else { 0 };
        counts.long_words += if lexeme.letters > LONG_WORD_LETTERS { count } else { 0 };
        counts.polysyllables += if lexeme.syllables >= POLYSYLLABLE { count } else { 0 };
        counts.complex_words += if lexeme.flags.has(WordFlags::COMPLEX) { unnamed } else { 0 };
        counts.unfamiliar_words += if lexeme.flags.has(WordFlags::DALE_CHALL) { 0 } else { unnamed };
        counts.spache_unfamiliar_types += u64::from(unnamed > 0 && !lexeme.flags.has(WordFlags::SPACHE));
    }
    counts
}
