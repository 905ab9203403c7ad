//! Tab-separated word data: `#` lines are comments, every other line is a row.

use crate::error::Error;

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'t> {
    table: &'t str,
    line: usize,
    text: &'t str,
}

impl<'t> Row<'t> {
    /// Exactly `N` cells; `columns` names them for the error.
    pub(crate) fn cells<const N: usize>(&self, columns: &str) -> Result<[&'t str; N], Error> {
        let mut cells = [""; N];
        let mut count = 0;
        for cell in self.text.split('\t') {
            if let Some(place) = cells.get_mut(count) {
                *place = cell;
            }
            count += 1;
        }
        if count != N {
            return Err(self.error(format!("{count} columns where {N} belong: {columns}")));
        }
        Ok(cells)
    }

    /// The whole row.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// Its line, counted from 1.
    pub(crate) fn line(&self) -> usize {
        self.line
    }

    /// An error at this row.
    pub(crate) fn error(&self, reason: impl Into<String>) -> Error {
        Error::lexicon(self.table, self.line, reason)
    }
}

/// The rows of `content`; `table` is the name used in errors.
pub(crate) fn rows<'t>(table: &'t str, content: &'t str) -> impl Iterator<Item = Row<'t>> {
    content
        .strip_prefix('\u{FEFF}')
        .unwrap_or(content)
        .lines()
        .enumerate()
        .filter(|(_, text)| !text.is_empty() && !text.starts_with("# ") && *text != "#")
        .map(move |(index, text)| Row { table, line: index + 1, text })
}

/// A cell of `-` is empty.
pub(crate) fn optional(cell: &str) -> Option<&str> {
    (cell != "-" && !cell.is_empty()).then_some(cell)
}
