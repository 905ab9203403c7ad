//! Whether a sentence ends at a line end: at the end of a paragraph, a heading or a list item, and not inside
//! hard-wrapped text.

use super::abbreviations::{Class, Habit, class_of};
use super::around::{Gap, word_before};
use super::lists::opens_block;
use crate::text::unicode::is_alphanumeric;

/// Hard-wrapped lines are no shorter than this, in bytes, except the last of a paragraph.
const WRAP_MIN: usize = 50;
/// Hard-wrapped lines are no longer than this, in bytes: a longer line is a whole paragraph.
const WRAP_MAX: usize = 96;
/// What is read of a line, in bytes: enough to know that it is longer, white space at its ends not counted.
const LINE_REACH: usize = 101;

/// Decides at a line end.
pub(super) fn line_break(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if at > 0 && bytes[at] == b'\n' && bytes[at - 1] == b'\r' {
        return None;
    }
    let gap = Gap::after(text, at);
    if gap.end == text.len() || gap.lines > 1 {
        return Some(gap.end);
    }
    let line = Line::before(text, at);
    let ends = line.is_paragraph() || opens_block(text, gap.end) || line.is_complete(Line::after(text, gap.end));
    ends.then_some(gap.end)
}

/// One line of the text, read up to [`LINE_REACH`].
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    text: &'t str,
}

impl<'t> Line<'t> {
    /// The line that ends at `at`.
    fn before(text: &'t str, at: usize) -> Self {
        let bytes = text.as_bytes();
        let start = (at.saturating_sub(LINE_REACH)..at)
            .rev()
            .find(|&i| bytes[i] == b'\n' || bytes[i] == b'\r')
            .map_or(at.saturating_sub(LINE_REACH), |i| i + 1);
        let start = (start..=at).find(|&i| text.is_char_boundary(i)).unwrap_or(at);
        Self { text: text[start..at].trim() }
    }

    /// The line that begins at `from`.
    fn after(text: &'t str, from: usize) -> Self {
        let limit = text.len().min(from + LINE_REACH);
        let limit = (from..=limit).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(from);
        let piece = &text[from..limit];
        Self { text: piece.split(['\n', '\r']).next().unwrap_or(piece).trim() }
    }

    /// Whether the line is longer than hard wrapping leaves any.
    fn is_paragraph(self) -> bool {
        self.text.len() > WRAP_MAX
    }

    /// Whether a line without a terminal mark is complete, seen from the `next` one.
    fn is_complete(self, next: Line) -> bool {
        let Some(first) = next.text.chars().find(|&c| is_alphanumeric(c)) else { return false };
        if first.is_lowercase() {
            return false;
        }
        let last = self.text.chars().next_back();
        if matches!(last, Some(',' | ';' | '-' | '–' | '—' | '(' | '&' | '/')) {
            return false;
        }
        if last == Some('.') && matches!(Habit::of(word_before(self.text, self.text.len() - 1)), Habit::Never) {
            return false;
        }
        if self.text.rsplit(' ').next().is_some_and(|word| class_of(word) == Some(Class::Link)) {
            return false;
        }
        self.text.len() < WRAP_MIN || next.is_paragraph()
    }
}

