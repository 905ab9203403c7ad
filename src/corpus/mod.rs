//! Corpora: tables of counts over many texts, and what is computed from them.

mod contingency;
pub(crate) mod keyness;
