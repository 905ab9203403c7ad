//! Whether a sentence ends at a line end: at the end of a paragraph, a heading or a list item, and not inside
//! hard-wrapped text.

use super::abbreviations::{Class, Habit, SentenceWords};
use super::around::{Gap, is_blank, word_before};
use super::lists::opens_block;
use crate::text::unicode::{is_alphanumeric, is_attached};

/// Hard-wrapped lines are no shorter than this, in characters, except the last of a paragraph.
const WRAP_MIN: usize = 50;
/// Hard-wrapped lines are no longer than this, in characters: a longer line is a whole paragraph.
const WRAP_MAX: usize = 96;

/// Decides at a line end.
pub(super) fn line_break(words: &SentenceWords, text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if at > 0 && bytes[at] == b'\n' && bytes[at - 1] == b'\r' {
        return None;
    }
    let gap = Gap::after(text, at);
    if gap.end == text.len() || gap.lines > 1 {
        return Some(gap.end);
    }
    let line = Line::before(text, at);
    let ends = line.is_paragraph() || opens_block(text, gap.end) || line.is_complete(words, Line::after(text, gap.end));
    ends.then_some(gap.end)
}

/// One line of the text, or as much of it as shows that it is longer than hard wrapping leaves any.
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    text: &'t str,
    /// Characters, marks not counted.
    length: usize,
}

impl<'t> Line<'t> {
    /// The line that ends at `at`.
    fn before(text: &'t str, at: usize) -> Self {
        let (mut start, mut length) = (at, 0);
        for (i, c) in text[..at].trim_end_matches(is_blank).char_indices().rev() {
            if length > WRAP_MAX || matches!(c, '\n' | '\r') {
                break;
            }
            start = i;
            length += usize::from(!is_attached(c));
        }
        Self { text: text[start..at].trim(), length }
    }

    /// The line that begins at `from`, where a character stands that is not white space.
    fn after(text: &'t str, from: usize) -> Self {
        let (mut end, mut length) = (from, 0);
        for (i, c) in text[from..].char_indices() {
            if length > WRAP_MAX || matches!(c, '\n' | '\r') {
                break;
            }
            end = from + i + c.len_utf8();
            length += usize::from(!is_attached(c));
        }
        Self { text: text[from..end].trim(), length }
    }

    /// Whether the line is longer than hard wrapping leaves any.
    fn is_paragraph(self) -> bool {
        self.length > WRAP_MAX
    }

    /// Whether a line without a terminal mark is complete, seen from the `next` one.
    fn is_complete(self, words: &SentenceWords, next: Line) -> bool {
        let Some(first) = next.text.chars().find(|&c| is_alphanumeric(c)) else { return false };
        if first.is_lowercase() {
            return false;
        }
        let last = self.text.chars().next_back();
        if matches!(last, Some(',' | ';' | '-' | '–' | '—' | '(' | '&' | '/')) {
            return false;
        }
        if last == Some('.') && matches!(words.habit(word_before(self.text, self.text.len() - 1)), Habit::Never) {
            return false;
        }
        if self.text.rsplit(' ').next().is_some_and(|word| words.class_of(word) == Some(Class::Link)) {
            return false;
        }
        self.length < WRAP_MIN || next.is_paragraph()
    }
}
