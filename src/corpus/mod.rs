//! Corpora: tables of counts over many texts, and what is computed from them.

#[cfg(feature = "spill")]
pub(crate) mod bounded;
pub(crate) mod collocations;
pub(crate) mod comparison;
pub(crate) mod concordance;
mod contingency;
mod counter;
#[cfg(feature = "parallel")]
mod counting;
pub(crate) mod dispersion;
mod entries;
pub(crate) mod keyness;
pub(crate) mod laws;
mod reading;
#[cfg(feature = "spill")]
mod runs;
pub(crate) mod saved;
pub(crate) mod settings;
mod stems;
pub(crate) mod table;
