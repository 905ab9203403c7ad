//! The tab-separated tables of `lexicons/` and `tests/data/`, read line by line.

use std::path::Path;

/// A line of a table that is no comment.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Counted from 1.
    pub(crate) line: usize,
    pub(crate) cells: Vec<String>,
}

impl Row {
    /// Cell number `index`; the test stops where the table is too narrow.
    pub(crate) fn cell(&self, index: usize) -> &str {
        self.cells.get(index).unwrap_or_else(|| panic!("line {}: no column {}", self.line, index + 1))
    }
}

/// A file of the package, by its path from the root.
pub(crate) fn file(path: &str) -> String {
    // The targets of `fuzz/` are a package of their own inside the root.
    let mut roots = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|root| root.join(path));
    let full = roots.find(|full| full.exists()).unwrap_or_else(|| path.into());
    std::fs::read_to_string(full).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The rows of a table.
pub(crate) fn rows(path: &str) -> Vec<Row> {
    let content = file(path);
    let lines = content.lines().enumerate().filter(|(_, line)| !line.is_empty() && !is_comment(line));
    lines.map(|(at, line)| Row { line: at + 1, cells: line.split('\t').map(str::to_owned).collect() }).collect()
}

/// Whether a line is a comment: `#` and a space, as an entry may begin with `#`.
pub(crate) fn is_comment(line: &str) -> bool {
    line == "#" || line.starts_with("# ")
}
