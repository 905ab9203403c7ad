//! A table on its way into a file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use arrow_array::RecordBatch;

use super::encoder::Encoder;
use super::journal::{Journal, Mark, Task};
use super::{Target, parquet, with_ending};
use crate::cli::formats::{Format, Packing, format_of};
use crate::error::Error;

/// A table that is written batch by batch, all of the same columns.
///
/// With a journal it is written in stretches that can be read by themselves, and marked when they are safe on the disk: what
/// stops in the middle can go on from the last mark. Stretches of JSONL and CSV stand one behind the other as in the whole
/// file; those of Parquet are files of one row group, joined at the end.
pub(in crate::cli) struct Table {
    path: PathBuf,
    kind: (Format, Packing),
    state: State,
    journal: Option<Journal>,
}

enum State {
    /// Between two stretches.
    Between(Target),
    /// In a stretch.
    Within(Box<Encoder<Target>>),
    /// After an error.
    Broken,
}

const ENDINGS: &str = ".parquet, .jsonl or .csv (the last two also .gz or .zst)";

impl Table {
    /// A table that is written at once.
    pub(in crate::cli) fn create(path: &Path) -> Result<Self, Error> {
        let kind = kind(path)?;
        Ok(Self { path: path.to_owned(), kind, state: State::Between(Target::create(path)?), journal: None })
    }

    /// A table that can go on after a stop; with `resume` it does, where there is something to go on from.
    pub(in crate::cli) fn with_journal(path: &Path, task: &Task, resume: bool) -> Result<Self, Error> {
        let mut table = Self { path: path.to_owned(), kind: kind(path)?, state: State::Broken, journal: None };
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let (part, journal) = (with_ending(&place, ".part"), with_ending(&place, ".part.journal"));
        if resume {
            let bytes = fs::metadata(&part).map_or(0, |found| found.len());
            table.journal = Journal::resume(journal.clone(), task, bytes)?;
        }
        let mut target = Target::open(path, table.safe().bytes)?;
        target.is_kept = table.journal.is_some();
        if table.journal.is_none() && target.part.is_some() {
            table.journal = Some(Journal::create(journal, task)?);
        }
        table.state = State::Between(target);
        Ok(table)
    }

    /// What of it is safe on the disk.
    pub(in crate::cli) fn safe(&self) -> Mark {
        self.journal.as_ref().map(Journal::last).unwrap_or_default()
    }

    pub(in crate::cli) fn write(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        let written = match std::mem::replace(&mut self.state, State::Broken) {
            State::Within(encoder) => Ok(encoder),
            State::Between(target) => {
                let is_first = target.bytes == 0;
                Encoder::new(target, self.kind, &batch.schema(), is_first).map(Box::new)
            }
            State::Broken => Err(broken()),
        };
        let written = written.and_then(|mut encoder| {
            encoder.write(batch)?;
            self.state = State::Within(encoder);
            Ok(())
        });
        written.map_err(|error| Error::io(&self.path, error))
    }

    /// Ends a stretch and marks it in the journal, if there is one: with so many blocks and rows, all counted from the
    /// beginning.
    pub(in crate::cli) fn mark(&mut self, mark: Mark) -> Result<(), Error> {
        let Some(journal) = &mut self.journal else { return Ok(()) };
        let mut target = self.state.take_target().map_err(|error| Error::io(&self.path, error))?;
        let secured = target.secure();
        let bytes = target.bytes;
        secured.map_err(|error| Error::io(&self.path, error))?;
        journal.add(Mark { bytes, ..mark })?;
        target.is_kept = true;
        self.state = State::Between(target);
        Ok(())
    }

    /// Ends the table and puts the file in its place.
    pub(in crate::cli) fn finish(mut self) -> Result<(), Error> {
        let target = self.state.take_target().map_err(|error| Error::io(&self.path, error))?;
        let Some(journal) = self.journal.take() else { return target.finish() };
        match (self.kind.0, target.part.clone()) {
            (Format::Parquet, Some(part)) if journal.marks.len() > 1 => {
                let ends = journal.marks.iter().map(|mark| mark.bytes);
                let whole = Target::under(target.path.clone(), with_ending(&part, ".joined"));
                let joined = whole.and_then(|whole| parquet::join(&part, ends, whole));
                joined.map_err(|error| Error::io(&self.path, error))?.finish()?;
                target.remove();
            }
            _ => target.finish()?,
        }
        journal.remove();
        Ok(())
    }
}

impl State {
    /// The target, after the end of a stretch.
    fn take_target(&mut self) -> io::Result<Target> {
        match std::mem::replace(self, Self::Broken) {
            Self::Between(target) => Ok(target),
            Self::Within(encoder) => encoder.finish(),
            Self::Broken => Err(broken()),
        }
    }
}

/// Nothing is written after an error; it was told.
fn broken() -> io::Error {
    io::Error::other("cannot be written after an error")
}

/// The kind of table that the name of a file says.
fn kind(path: &Path) -> Result<(Format, Packing), Error> {
    if path.as_os_str() == "-" {
        return Ok((Format::Jsonl, Packing::None));
    }
    format_of(path).filter(|(format, _)| !matches!(format, Format::Text | Format::Html | Format::Warc)).ok_or_else(
        || {
            let reason =
                format!("its ending says no format: {ENDINGS} belongs there, or - for JSONL on standard output");
            Error::input(path.display().to_string(), reason)
        },
    )
}
