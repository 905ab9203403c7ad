//! The rows of all inputs, in blocks of bounded size.

mod csv;
mod jsonl;
mod parquet;
mod texts;
mod warc;

use std::io::Write;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;

use arrow_array::builder::LargeStringBuilder;
use arrow_array::{ArrayRef, BooleanArray, Float64Array, Int64Array, StringArray};
use indicatif::ProgressBar;

use super::formats::Format;
use super::input::Source;
use super::output::Target;
use super::prose::Markup;
use crate::error::Error;

/// Which fields of the input are read.
#[derive(Debug, Clone)]
pub(super) struct Fields {
    pub(super) text: String,
    pub(super) title: Option<String>,
    /// Those that are passed through. None asked for: `id`, where there is one.
    pub(super) ids: Option<Vec<String>>,
}

impl Fields {
    /// The fields to pass through.
    fn passed(&self, by_default: &str) -> Vec<String> {
        self.ids.clone().unwrap_or_else(|| vec![by_default.to_owned()])
    }
}

/// A stretch of rows.
pub(super) struct Block {
    pub(super) texts: ArrayRef,
    pub(super) titles: Option<ArrayRef>,
    /// The columns that are passed through, by name.
    pub(super) ids: Vec<(String, ArrayRef)>,
}

/// Rows and inputs that cannot be read: an error, or written to a file and counted.
pub(super) struct Rejects {
    pub(super) file: Option<Target>,
    pub(super) count: u64,
}

impl Rejects {
    /// Closes the file; how many rows and inputs are in it.
    pub(super) fn finish(self) -> Result<u64, Error> {
        self.file.map_or(Ok(()), Target::finish).map(|()| self.count)
    }

    /// An input that cannot be read, or not to its end. What was read of it stays.
    fn add_input(&mut self, error: Error) -> Result<(), Error> {
        match (&self.file, error) {
            (Some(_), Error::Io { path, source }) => self.add(&path.display().to_string(), &source.to_string(), b""),
            (Some(_), Error::Input { place, reason }) => self.add(&place, &reason, b""),
            (_, error) => Err(error),
        }
    }

    /// A row that cannot be read. The rejects file gets a line `# place: reason` and the row as it was.
    fn add(&mut self, place: &str, reason: &str, row: &[u8]) -> Result<(), Error> {
        let Some(file) = &mut self.file else { return Err(Error::input(place, reason)) };
        self.count += 1;
        let end: &[u8] = if row.is_empty() || row.ends_with(b"\n") { b"" } else { b"\n" };
        let written = writeln!(file, "# {place}: {reason}").and_then(|()| file.write_all(row));
        written.and_then(|()| file.write_all(end)).map_err(|error| file.failed(error))
    }
}

/// Where blocks go.
pub(super) struct Reader<'a> {
    fields: &'a Fields,
    rejects: &'a mut Rejects,
    bar: &'a ProgressBar,
    blocks: SyncSender<Block>,
    has_sent: bool,
}

/// The other end has gone: it has an error of its own to tell.
fn gone() -> Error {
    Error::input("blocks", "the work stopped before its end")
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        fields: &'a Fields,
        rejects: &'a mut Rejects,
        bar: &'a ProgressBar,
        blocks: SyncSender<Block>,
    ) -> Self {
        Self { fields, rejects, bar, blocks, has_sent: false }
    }

    /// Reads all sources to their ends.
    pub(super) fn read(&mut self, sources: &[Source]) -> Result<(), Error> {
        let are_files = sources.iter().all(|source| matches!(source.format, Format::Text | Format::Html));
        let by_default = if are_files { "file" } else { "id" };
        let mut rows = Rows::new(self.fields, by_default);
        for source in sources {
            match source.format {
                Format::Jsonl => jsonl::read(self, source, &mut rows)?,
                Format::Csv => csv::read(self, source, &mut rows)?,
                Format::Text => texts::read(self, source, Markup::None, &mut rows)?,
                Format::Html => texts::read(self, source, Markup::Html, &mut rows)?,
                Format::Warc => warc::read(self, source, &mut rows)?,
                Format::Parquet => {
                    if !rows.is_empty() {
                        self.send(&mut rows)?;
                    }
                    parquet::read(self, source)?;
                }
            }
        }
        // Without a row there is still a table, of columns alone.
        if !rows.is_empty() || !self.has_sent {
            self.send(&mut rows)?;
        }
        Ok(())
    }

    /// Takes a row; one that does not fit is rejected.
    fn push(&mut self, rows: &mut Rows, row: Row<'_>, place: impl Fn() -> String, raw: &[u8]) -> Result<(), Error> {
        if let Err(reason) = rows.push(row) {
            return self.rejects.add(&place(), &reason, raw);
        }
        if rows.bytes >= BLOCK_BYTES || rows.count >= BLOCK_ROWS { self.send(rows) } else { Ok(()) }
    }

    fn send(&mut self, rows: &mut Rows) -> Result<(), Error> {
        self.hand_on(rows.take()?)
    }

    fn hand_on(&mut self, block: Block) -> Result<(), Error> {
        self.has_sent = true;
        self.blocks.send(block).map_err(|_| gone())
    }
}

/// A block ends after so many bytes of text, or rows: enough to keep all cores busy, little enough for memory.
const BLOCK_BYTES: usize = 4 << 20;
pub(super) const BLOCK_ROWS: usize = 1 << 10;

/// A value that is passed through.
#[derive(Debug, Clone, PartialEq)]
enum Cell {
    Null,
    Text(String),
    /// As it was written.
    Number(String),
    Flag(bool),
}

impl Cell {
    fn kind(&self) -> Option<Kind> {
        match self {
            Self::Null => None,
            Self::Flag(_) => Some(Kind::Flag),
            Self::Number(text) if text.parse::<i64>().is_ok() => Some(Kind::Whole),
            Self::Number(text) if text.contains(['.', 'e', 'E']) => Some(Kind::Number),
            // Whole numbers beyond 64 bits keep their digits as text.
            Self::Number(_) | Self::Text(_) => Some(Kind::Text),
        }
    }

    fn flag(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }

    fn text(&self) -> Option<&str> {
        match self {
            Self::Null => None,
            Self::Text(text) | Self::Number(text) => Some(text),
            Self::Flag(flag) => Some(if *flag { "true" } else { "false" }),
        }
    }
}

/// The type of a column that is passed through: the narrowest that holds the values of the first block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Flag,
    Whole,
    Number,
    Text,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Flag => "true or false",
            Self::Whole => "whole numbers",
            Self::Number => "numbers",
            Self::Text => "text",
        }
    }

    fn joined(self, other: Self) -> Self {
        match (self, other) {
            (a, b) if a == b => a,
            (Self::Whole | Self::Number, Self::Whole | Self::Number) => Self::Number,
            _ => Self::Text,
        }
    }

    fn array(self, cells: &[Cell]) -> ArrayRef {
        match self {
            Self::Flag => Arc::new(cells.iter().map(Cell::flag).collect::<BooleanArray>()),
            Self::Whole => Arc::new(cells.iter().map(|cell| cell.text()?.parse().ok()).collect::<Int64Array>()),
            Self::Number => Arc::new(cells.iter().map(|cell| cell.text()?.parse().ok()).collect::<Float64Array>()),
            Self::Text => Arc::new(cells.iter().map(Cell::text).collect::<StringArray>()),
        }
    }
}

/// A row as a format gives it.
struct Row<'a> {
    text: Option<&'a str>,
    title: Option<&'a str>,
    /// One for each field that is passed through; none where the row lacks the field.
    ids: Vec<Option<Cell>>,
}

/// Rows that wait until a block is full.
struct Rows {
    texts: LargeStringBuilder,
    titles: Option<LargeStringBuilder>,
    ids: Vec<Passed>,
    /// Whether the user named the fields to pass through.
    are_named: bool,
    count: usize,
    bytes: usize,
    was_sent: bool,
}

/// A column that is passed through.
struct Passed {
    name: String,
    cells: Vec<Cell>,
    occurs: bool,
    kind: Option<Kind>,
}

impl Rows {
    fn new(fields: &Fields, by_default: &str) -> Self {
        let passed = |name| Passed { name, cells: Vec::new(), occurs: false, kind: None };
        Self {
            texts: LargeStringBuilder::new(),
            titles: fields.title.as_ref().map(|_| LargeStringBuilder::new()),
            ids: fields.passed(by_default).into_iter().map(passed).collect(),
            are_named: fields.ids.is_some(),
            count: 0,
            bytes: 0,
            was_sent: false,
        }
    }

    fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The names of the fields to pass through.
    fn names(&self) -> Vec<String> {
        self.ids.iter().map(|passed| passed.name.clone()).collect()
    }

    fn push(&mut self, row: Row<'_>) -> Result<(), String> {
        for (passed, cell) in self.ids.iter().zip(&row.ids) {
            let (Some(kind), Some(cell)) = (passed.kind, cell) else { continue };
            if cell.kind().is_some_and(|found| kind.joined(found) != kind) {
                let text = cell.text().unwrap_or_default();
                let name = &passed.name;
                return Err(format!("field {name:?} is {text:?} where the rows before have {}", kind.name()));
            }
        }
        for (passed, cell) in self.ids.iter_mut().zip(row.ids) {
            passed.occurs |= cell.is_some();
            passed.cells.push(cell.unwrap_or(Cell::Null));
        }
        self.bytes += row.text.map_or(0, str::len) + row.title.map_or(0, str::len);
        self.count += 1;
        self.texts.append_option(row.text);
        if let Some(titles) = &mut self.titles {
            titles.append_option(row.title);
        }
        Ok(())
    }

    /// The rows so far. The first block says which columns there are, and of which type.
    fn take(&mut self) -> Result<Block, Error> {
        if !self.was_sent && self.count > 0 {
            let is_named = self.are_named;
            if let Some(passed) = self.ids.iter().find(|passed| !passed.occurs && is_named) {
                let reason = format!("no row has a field {:?}", passed.name);
                return Err(Error::input("--id", reason));
            }
        }
        if !self.was_sent {
            let is_named = self.are_named;
            self.ids.iter_mut().filter(|passed| passed.occurs || is_named).for_each(|passed| {
                let kinds = passed.cells.iter().filter_map(Cell::kind);
                passed.kind = Some(kinds.reduce(Kind::joined).unwrap_or(Kind::Text));
            });
        }
        self.was_sent = true;
        (self.count, self.bytes) = (0, 0);
        let mut ids = Vec::new();
        for passed in &mut self.ids {
            if let Some(kind) = passed.kind {
                ids.push((passed.name.clone(), kind.array(&passed.cells)));
            }
            passed.cells.clear();
        }
        let titles = self.titles.as_mut().map(|titles| Arc::new(titles.finish()) as ArrayRef);
        Ok(Block { texts: Arc::new(self.texts.finish()), titles, ids })
    }
}
