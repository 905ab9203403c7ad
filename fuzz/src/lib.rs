//! What the targets share.

use std::sync::LazyLock;

use connote::{Analyzer, Report, Span};

/// English, with the embedded lexicons.
pub static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new().unwrap());

/// Whether a span holds something and cuts no character.
pub fn is_whole(span: Span, text: &str) -> bool {
    text.get(span.start as usize..span.end as usize).is_some_and(|piece| !piece.is_empty())
}

/// The report of a text whose first line is its title, and of one without lines as it is.
pub fn titled(text: &str) -> Report {
    match text.split_once('\n') {
        Some((title, body)) => ANALYZER.analyze_titled(title, body).unwrap(),
        None => ANALYZER.analyze(text).unwrap(),
    }
}
