//! The fast measures are those of the oracle.

use crate::naive::agreement;

pub fn check(text: &str) {
    agreement::words_and_counts(text);
    agreement::frequency_and_diversity(text);
    agreement::sentiment(text);
    agreement::loaded_terms(text);
}
