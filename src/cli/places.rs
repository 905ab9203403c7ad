//! Places in a file as people and editors count them: line and column.

use crate::span::CharCursor;

/// Turns offsets in a text into lines and columns, both counted from 1, columns in characters. In any order.
pub(super) struct Places<'t> {
    /// Where each line begins.
    lines: Vec<u32>,
    cursor: CharCursor<'t>,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let starts = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at as u32 + 1);
        Self { lines: std::iter::once(0).chain(starts).collect(), cursor: CharCursor::new(text) }
    }

    /// Line and column of a byte offset.
    pub(super) fn line_column(&self, at: u32) -> (usize, usize) {
        let line = self.lines.partition_point(|&start| start <= at);
        let start = self.lines[line - 1];
        (line, self.cursor.chars_before(at) - self.cursor.chars_before(start) + 1)
    }

    /// The same as "line:column".
    pub(super) fn of(&self, at: u32) -> String {
        let (line, column) = self.line_column(at);
        format!("{line}:{column}")
    }
}
