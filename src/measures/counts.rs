//! Counts: what every readability formula is made of.

use serde::Serialize;

use crate::document::Document;
use crate::lexicon::familiar::{self, FamiliarList};
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

/// A polysyllable has this many syllables.
const POLYSYLLABLE: u32 = 3;
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
    for (id, word) in document.types().iter().enumerate() {
        let folded = document.type_text(id as u32);
        let count = u64::from(word.count);
        // A word that looks like a name wherever it stands is one; otherwise its lower-case uses decide.
        let unnamed = u64::from(word.count - word.named);
        counts.syllables += count * u64::from(word.syllables);
        counts.letters += count * u64::from(word.letters);
        counts.characters += count * u64::from(word.characters);
        counts.quoted_words += u64::from(word.quoted);
        if word.syllables == 1 {
            counts.monosyllables += count;
        }
        if word.letters > LONG_WORD_LETTERS {
            counts.long_words += count;
        }
        if word.syllables >= POLYSYLLABLE {
            counts.polysyllables += count;
            if unnamed > 0 && is_complex(document, folded, word.syllables) {
                counts.complex_words += unnamed;
            }
        }
        if unnamed > 0 {
            let flags = document.entry(id as u32).flags;
            let unfamiliar = |list: FamiliarList, flag| {
                !flags.has(flag) && !familiar::is_familiar(document.vocabulary(), folded, list)
            };
            if unfamiliar(FamiliarList::DaleChall, WordFlags::DALE_CHALL) {
                counts.unfamiliar_words += unnamed;
            }
            if unfamiliar(FamiliarList::Spache, WordFlags::SPACHE) {
                counts.spache_unfamiliar_types += 1;
            }
        }
    }
    counts
}

/// Whether a word of three syllables or more is hard by Gunning's rules, proper names aside.
fn is_complex(document: &Document<'_>, folded: &str, syllables: u32) -> bool {
    if folded.contains('-') {
        return folded.split('-').any(|part| {
            let known = document.vocabulary().look_up(part).syllables;
            let part_syllables = if known == 0 { document.lexicons().syllables.count(part) } else { u32::from(known) };
            part_syllables >= POLYSYLLABLE && is_complex(document, part, part_syllables)
        });
    }
    let ending = ["ted", "ded", "ses", "xes", "zes", "ches", "shes", "ces", "ges"];
    let added = u32::from(ending.iter().any(|end| folded.ends_with(end)));
    syllables - added >= POLYSYLLABLE && !familiar::is_easy_compound(document.vocabulary(), folded)
}
