//! Corpora: tables of counts over many texts, and what is computed from them.

pub(crate) mod collocations;
pub(crate) mod concordance;
mod contingency;
pub(crate) mod dispersion;
pub(crate) mod keyness;
pub(crate) mod laws;
