//! The run of words that a phrase may take.

use std::cell::Cell;

use super::{Document, Word};
use crate::lexicon::LONGEST_PHRASE;
use crate::lexicon::phrases::Numbers;
use crate::span::Span;

/// The words that a phrase may take from one on. Most first words are followed by no second: the gaps between the words
/// are read as far as a phrase asks.
pub(crate) struct Run<'d, 't> {
    document: &'d Document<'t>,
    words: &'d [Word],
    /// How many words after the first are known to belong to it.
    read: Cell<usize>,
}

impl<'d, 't> Run<'d, 't> {
    /// The run from word `index` of a sentence that ends before word `end`.
    #[inline]
    pub(crate) fn new(document: &'d Document<'t>, index: usize, end: usize) -> Self {
        let words = &document.words()[index..end.min(index + LONGEST_PHRASE)];
        Self { document, words, read: Cell::new(0) }
    }

    /// The numbers of the n-th word after the first; none where the run has ended.
    pub(crate) fn numbers(&self, n: usize) -> Option<Numbers> {
        while self.read.get() < n {
            let at = self.read.get();
            let (before, after) = (self.words.get(at)?, self.words.get(at + 1)?);
            if !is_gap_in_phrase(self.document.text().as_bytes(), before.span, after.span) {
                return None;
            }
            self.read.set(at + 1);
        }
        Some(self.document.types()[self.words.get(n)?.id as usize].lexeme.numbers())
    }
}

/// Whether a phrase may go on from one word of a sentence to the next: over white space, and before it the apostrophe of a
/// plural (`workers' rights`) or a full stop, which does not end the sentence, but shortens the word (`U.S. aid`).
fn is_gap_in_phrase(bytes: &[u8], before: Span, after: Span) -> bool {
    let mut gap = &bytes[before.end as usize..after.start as usize];
    if let Some(rest) = gap.strip_prefix(b".")
        && rest.first().is_some_and(u8::is_ascii_whitespace)
    {
        gap = rest;
    }
    if matches!(bytes[before.end as usize - 1], b's' | b'S') {
        gap = gap.strip_prefix(b"'").or(gap.strip_prefix("’".as_bytes())).unwrap_or(gap);
    }
    gap.iter().all(u8::is_ascii_whitespace) || gap == "\u{A0}".as_bytes()
}
