//! Lexical diversity: how varied the words of a text are.
//!
//! Reports hold the few measures of [`Diversity`]; every named variant of the literature is a row of
//! [`DIVERSITY_MEASURES`], worked out for a [`WordSequence`] when it is asked for. All but the moving averages of MTLD,
//! which take the logarithm of the text's length per word, are linear in the text.

mod entropy;
mod hapaxes;
mod hypergeometric;
mod moving_mtld;
mod mtld;
mod ratios;
mod repeats;
mod sequence;
mod table;
mod windows;

use serde::Serialize;

use crate::document::Document;

pub use sequence::WordSequence;
pub use table::{DIVERSITY_MEASURES, DiversityMeasure};

/// Lexical diversity of a text; none where a measure is not defined for it.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
#[non_exhaustive]
pub struct Diversity {
    /// Type-token ratio, 0 to 1: distinct words over words (Johnson 1944; Templin 1957). Falls with length.
    pub ttr: Option<f64>,
    /// Words that occur once, over all words.
    pub hapax_per_token: Option<f64>,
    /// Words that occur once, over distinct words.
    pub hapax_per_type: Option<f64>,
    /// Moving-average type-token ratio over windows of 50 words (Covington & McFall 2010), 0 to 1.
    pub mattr: Option<f64>,
    /// Measure of textual lexical diversity (McCarthy & Jarvis 2010), in words: the mean length of a stretch whose
    /// type-token ratio stays at 0.72 or above; factors of at least 10 words, mean of both directions.
    pub mtld: Option<f64>,
}

/// Window of the moving average of reports, in words.
pub const MATTR_WINDOW: usize = 50;

pub(crate) fn diversity(document: &Document<'_>) -> Diversity {
    let ids = document.words().iter().map(|word| word.id).collect();
    let sequence = WordSequence::of_numbers(ids, document.types().iter().map(|word| word.count).collect());
    Diversity {
        ttr: ratios::ttr(&sequence),
        hapax_per_token: hapaxes::per_token(&sequence),
        hapax_per_type: hapaxes::per_type(&sequence),
        mattr: windows::mattr(&sequence, MATTR_WINDOW),
        mtld: mtld::mtld(&sequence, &mtld::LT_MIN10),
    }
}
