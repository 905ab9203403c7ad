//! Text primitives: words, sentences, syllables, quotations, and the folding of a word into its key.

pub mod fold;
pub(crate) mod interner;
pub mod quotations;
pub mod sentences;
pub mod syllables;
pub mod words;
