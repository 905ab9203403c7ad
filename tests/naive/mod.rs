//! The measures once more, so plain that they cannot be wrong: strings, sets and loops within loops, no interning, no
//! numbers for words, no tricks. Slow, and the oracle of `tests/oracle.rs`.
//!
//! Taken as given are the words, sentences and quotations of a text, which have tests of their own, and the syllables
//! of a single word.

pub(crate) mod agreement;
pub(crate) mod counts;
pub(crate) mod diversity;
pub(crate) mod inflect;
pub(crate) mod loaded;
pub(crate) mod readability;
pub(crate) mod vader;

use std::collections::HashSet;
use std::ops::Range;

use connote::text::words::{Shape, TokenKind};
use connote::{Document, Span};
use unicode_normalization::UnicodeNormalization;

use crate::tables;

/// A word of the text.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) span: Range<usize>,
    pub(crate) text: String,
    pub(crate) folded: String,
    /// A word of letters that begins with a capital.
    pub(crate) is_capital: bool,
    pub(crate) named: bool,
    pub(crate) quoted: bool,
}

/// What the measures are computed from.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) whole: String,
    pub(crate) words: Vec<Word>,
    /// Each sentence: its bytes and its words.
    pub(crate) sentences: Vec<(Range<usize>, Range<usize>)>,
    pub(crate) paragraphs: usize,
    pub(crate) headline: Option<Range<usize>>,
}

impl Text {
    /// The words and sentences as the document has them, the words folded anew.
    pub(crate) fn of(document: &Document<'_>) -> Self {
        let whole = document.text();
        let words = document.words().iter().map(|word| {
            let text = whole[bytes(word.span)].to_owned();
            Word {
                span: bytes(word.span),
                folded: folded(&text),
                text,
                is_capital: word.kind == TokenKind::Word && word.shape.has(Shape::INITIAL_UPPER),
                named: word.named,
                quoted: word.quoted,
            }
        });
        let sentences = document.sentences().iter();
        Self {
            whole: whole.to_owned(),
            words: words.collect(),
            sentences: sentences.map(|s| (bytes(s.span), s.first_word as usize..s.end_word as usize)).collect(),
            paragraphs: document.paragraph_count(),
            headline: document.headline().map(bytes),
        }
    }

    /// The words with their counts, the most frequent first, equal ones in code-point order.
    pub(crate) fn frequency(&self) -> Vec<(String, u64)> {
        let distinct: HashSet<&str> = self.words.iter().map(|word| word.folded.as_str()).collect();
        let count = |word: &str| self.words.iter().filter(|other| other.folded == word).count() as u64;
        let mut table: Vec<(String, u64)> = distinct.into_iter().map(|word| (word.to_owned(), count(word))).collect();
        table.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        table
    }
}

/// A span as a range of bytes.
pub(crate) fn bytes(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// The key of a word: nothing invisible, straight apostrophes, plain hyphens, lower case, in Unicode form NFKC.
pub(crate) fn folded(word: &str) -> String {
    // Soft hyphen, joiners and directional marks, keycap, variation selectors, byte order mark, tags.
    let invisible = |c: char| {
        matches!(c as u32, 0xAD | 0x34F | 0x61C | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x20E3
            | 0xFE00..=0xFE0F | 0xFEFF | 0xE0000..=0xE0FFF)
    };
    let composed: String = word.replace(invisible, "").nfkc().collect();
    let plain = composed.replace(['\u{2018}', '\u{2019}', '\u{2BC}'], "'").replace(['‐', '‑'], "-");
    plain.to_lowercase().nfkc().collect()
}

/// The first column of a lexicon.
pub(crate) fn word_list(name: &str) -> HashSet<String> {
    tables::rows(&format!("lexicons/{name}")).iter().map(|row| row.cell(0).to_owned()).collect()
}
