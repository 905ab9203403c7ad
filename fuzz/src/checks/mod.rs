//! What must hold for every text: one module for each target, which `tests/fuzz.rs` reads too.

pub mod lexicon;
pub mod oracle;
pub mod page;
pub mod quotations;
pub mod report;
pub mod sentences;
pub mod syllables;
pub mod vader;
pub mod words;

use connote::{Report, Span};

use crate::naive::agreement::ANALYZER;

/// Whether a span holds something and cuts no character.
fn is_whole(span: Span, text: &str) -> bool {
    text.get(span.start as usize..span.end as usize).is_some_and(|piece| !piece.is_empty())
}

/// The report of a text whose first line is its title, and of one without lines as it is.
fn titled(text: &str) -> Report {
    match text.split_once('\n') {
        Some((title, body)) => ANALYZER.analyze_titled(title, body).unwrap(),
        None => ANALYZER.analyze(text).unwrap(),
    }
}
