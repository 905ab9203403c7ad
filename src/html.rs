//! Pages to look at: an article with its loaded words marked and the four families in plain language, and two corpora
//! side by side.
//!
//! A page is a document of its own, a fragment a piece for notebooks. Neither has a script or asks the network for
//! anything, and all text is escaped. Markup and styles stand in `templates/`.

mod article;
mod comparison;
mod markup;

pub use article::{fragment, page};
pub use comparison::comparison;

use crate::lexicon::LexiconSource;
use markup::printable;

/// Colours, and how quotations and hits are marked: the same in every page.
const MARKS: &str = include_str!("../templates/marks.css");
/// What pages are made of: cards, tables, lists.
const PAGE: &str = include_str!("../templates/page.css");
/// What made a page.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The word data behind a page.
fn word_lists(sources: &[LexiconSource]) -> Vec<LexiconSource> {
    let shown = |source: &LexiconSource| LexiconSource {
        name: printable(&source.name).into_owned(),
        sha256: source.sha256.clone(),
    };
    sources.iter().map(shown).collect()
}
