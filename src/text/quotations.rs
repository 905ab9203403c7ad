//! Quotations: where marks open and close.

use serde::Serialize;

use crate::span::Span;

/// What quotation marks are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuotationKind {
    /// A clause or more of someone's words.
    Direct,
    /// A few of someone's words inside the writer's clause.
    Fragment,
    /// Marks around words that nobody is said to have spoken.
    Scare,
    /// A title or code name.
    Name,
}

/// A quotation with its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// From the opening to the closing mark, both included.
    pub span: Span,
    /// What the marks are for.
    pub kind: QuotationKind,
    /// Whether it lies in no other quotation.
    pub outer: bool,
}

/// The state machine of quotation marks, fed with every mark between words.
#[derive(Debug, Default)]
pub(crate) struct QuotationScan {
    open: Option<usize>,
    found: Vec<Quotation>,
}

impl QuotationScan {
    /// Whether a quotation mark may begin with this byte.
    #[inline]
    pub(crate) fn is_mark(byte: u8) -> bool {
        matches!(byte, b'"' | 0xE2)
    }

    /// Reads the mark at `at`.
    pub(crate) fn mark(&mut self, text: &str, at: usize) {
        let rest = &text[at..];
        if rest.starts_with('“') || rest.starts_with('"') && self.open.is_none() {
            self.open = Some(at);
        } else if (rest.starts_with('”') || rest.starts_with('"'))
            && let Some(start) = self.open.take()
        {
            let end = at + if rest.starts_with('"') { 1 } else { 3 };
            self.found.push(Quotation { span: Span::new(start, end), kind: QuotationKind::Direct, outer: true });
        }
    }

    /// A paragraph ended before `next`.
    pub(crate) fn end_paragraph(&mut self, _text: &str, _next: usize) {
        self.open = None;
    }

    /// All quotations of the text.
    pub(crate) fn finish(self, _text: &str) -> Vec<Quotation> {
        self.found
    }
}
