//! Text primitives: words, sentences, syllables, quotations, and the folding of a word into its key.

pub mod fold;
pub(crate) mod interner;
pub mod quotations;
pub mod sentences;
pub(crate) mod syllables;
mod unicode;
mod unicode_table;
pub(crate) mod vowels;
pub mod words;
