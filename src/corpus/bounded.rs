//! Counting a corpus in as little memory as is said, and exactly all the same.
//!
//! A table that has grown to its share of the memory goes to a file, sorted, and begins anew; at the end the files are
//! merged.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::error::Error;

use super::counting::Counting;
use super::runs::{Merged, Order, RunWriter, Runs};
use super::saved::{TableReader, TableWriter};
use super::settings::TableSettings;
use super::table::{FrequencyTable, TableEntry, TableLimits};

/// Counts a corpus whose table may be larger than memory, as those of n-grams are. What does not fit goes to a temporary
/// folder; the counts are exact, and the same with any memory and any number of threads.
///
/// ```
/// use connote::{BoundedCount, FrequencyTable, TableLimits, TableSettings};
/// let mut settings = TableSettings::default();
/// settings.n = 2;
/// let count = BoundedCount::new(settings.clone(), 64 << 20)?;
/// count.add_all(&["The regime fell.", "The regime was no more."])?;
/// let mut counted = count.finish()?;
/// let mut found = Vec::new();
/// counted.each(&TableLimits::default(), |entry| {
///     found.push((entry.key.to_owned(), entry.count));
///     Ok(found.len() < 2)
/// })?;
/// assert_eq!(found, [("the regime".to_owned(), 2), ("no more".to_owned(), 1)]);
/// # Ok::<(), connote::Error>(())
/// ```
#[derive(Debug)]
pub struct BoundedCount {
    counting: Counting,
    /// Bytes that one table may take.
    share: usize,
    spilled: Mutex<Spilled>,
}

/// What went to files.
#[derive(Debug)]
struct Spilled {
    runs: Runs,
    /// The totals, in a table without entries.
    totals: FrequencyTable,
}

impl BoundedCount {
    /// A count in about `memory` bytes, one document and what the counting itself needs (some 50 MB) aside.
    ///
    /// # Errors
    /// [`Error::Input`] for settings that nothing can be counted by.
    pub fn new(settings: TableSettings, memory: usize) -> Result<Self, Error> {
        let empty = FrequencyTable::new(settings)?;
        let spilled = Mutex::new(Spilled { runs: Runs::new(Order::Key), totals: empty.empty() });
        let share = memory / rayon::current_num_threads();
        Ok(Self { counting: Counting::new(empty), share, spilled })
    }

    fn with_spilled<T>(&self, change: impl FnOnce(&mut Spilled) -> T) -> T {
        change(&mut self.spilled.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Counts texts, each a document, on all cores of the current rayon pool.
    ///
    /// # Errors
    /// As [`FrequencyTable::add`]; [`Error::Io`] when nothing can be written into the temporary folder.
    pub fn add_all<T: AsRef<str> + Sync>(&self, texts: &[T]) -> Result<(), Error> {
        self.add_each(texts.len(), |table, at| table.add(texts[at].as_ref()))
    }

    /// Counts `documents` documents in parallel, each added to a table by `add`.
    pub(crate) fn add_each(
        &self,
        documents: usize,
        add: impl Fn(&mut FrequencyTable, usize) -> Result<(), Error> + Sync,
    ) -> Result<(), Error> {
        self.counting.run(documents, |table, document| {
            add(table, document)?;
            self.spill_if_large(table)
        })
    }

    /// Adds the counts of a saved table, over other documents, without reading it into memory as a whole.
    ///
    /// # Errors
    /// [`Error::Input`] when its settings differ, saying which, or when it is no whole table; [`Error::Io`] when it cannot
    /// be read. The count is of no use then.
    pub fn add_saved(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        let mut reader = TableReader::open(path.as_ref())?;
        self.counting.with_table(|table| {
            table.check_same(reader.settings(), &path.as_ref().display().to_string())?;
            while let Some(entry) = reader.next()? {
                table.push(&entry);
                self.spill_if_large(table)?;
            }
            let totals = reader.totals();
            table.add_totals(totals.tokens, totals.documents)
        })
    }

    fn spill_if_large(&self, table: &mut FrequencyTable) -> Result<(), Error> {
        if table.memory() > self.share { self.spill(table) } else { Ok(()) }
    }

    /// Moves a table into a file.
    fn spill(&self, table: &mut FrequencyTable) -> Result<(), Error> {
        let run = write_run(table.by_key())?;
        self.with_spilled(|spilled| {
            spilled.totals.add_totals(table.tokens(), table.documents())?;
            spilled.runs.push(run)
        })?;
        table.clear();
        Ok(())
    }

    /// What was counted.
    ///
    /// # Errors
    /// As [`BoundedCount::add_all`].
    pub fn finish(self) -> Result<Counted, Error> {
        let share = self.share;
        if self.with_spilled(|spilled| spilled.runs.is_empty()) {
            return Ok(Counted { table: self.counting.into_table()?, runs: None, share });
        }
        let Self { counting, spilled, .. } = self;
        let Spilled { mut runs, mut totals } = spilled.into_inner().unwrap_or_else(PoisonError::into_inner);
        for table in counting.into_tables() {
            totals.add_totals(table.tokens(), table.documents())?;
            runs.push(write_run(table.by_key())?)?;
        }
        Ok(Counted { table: totals, runs: Some(runs), share })
    }
}

/// Writes entries into a new file.
fn write_run<'t>(mut entries: impl Iterator<Item = TableEntry<'t>>) -> Result<File, Error> {
    let mut run = RunWriter::create()?;
    entries.try_for_each(|entry| run.push(&entry))?;
    run.finish()
}

/// The table of a [`BoundedCount`]: in memory where it fits, else in files that are read through.
#[derive(Debug)]
pub struct Counted {
    /// The table; where there are runs, its totals alone.
    table: FrequencyTable,
    runs: Option<Runs>,
    share: usize,
}

impl Counted {
    /// What was counted.
    pub fn settings(&self) -> &TableSettings {
        self.table.settings()
    }

    /// Occurrences of all keys together.
    pub fn tokens(&self) -> u64 {
        self.table.tokens()
    }

    /// Documents.
    pub fn documents(&self) -> u64 {
        self.table.documents()
    }

    /// The table in memory, however large it is.
    ///
    /// # Errors
    /// [`Error::Io`] when a temporary file cannot be read.
    pub fn into_table(mut self) -> Result<FrequencyTable, Error> {
        if let Some(runs) = &mut self.runs {
            let mut merged = runs.merged()?;
            while let Some(entry) = merged.next()? {
                self.table.push(&entry);
            }
        }
        Ok(self.table)
    }

    /// Writes the bytes that [`FrequencyTable::write_to`] would.
    ///
    /// # Errors
    /// Those of the writer; an error of a temporary file as [`io::Error::other`].
    pub fn write_to<W: Write>(&mut self, writer: W) -> io::Result<W> {
        let Some(runs) = &mut self.runs else { return self.table.write_to(writer) };
        let mut writer = TableWriter::new(writer, self.table.settings())?;
        let mut merged = runs.merged().map_err(io::Error::other)?;
        while let Some(entry) = merged.next().map_err(io::Error::other)? {
            writer.push(&entry)?;
        }
        writer.finish(self.table.tokens(), self.table.documents())
    }

    /// Hands out the entries within the limits in the order of [`FrequencyTable::iter`], as long as `wants_more` says yes.
    ///
    /// # Errors
    /// Those of `wants_more`; [`Error::Io`] when a temporary file cannot be written or read.
    pub fn each(
        &mut self,
        limits: &TableLimits,
        mut wants_more: impl FnMut(&TableEntry<'_>) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        let mut sorted = match &mut self.runs {
            None => Sorted::Table(&self.table),
            Some(runs) => sort_by_count(&self.table, &mut runs.merged()?, limits, self.share)?,
        };
        sorted.each(|entry| if limits.admit(entry) { wants_more(entry) } else { Ok(true) })
    }
}

/// Entries, the most frequent first.
enum Sorted<'c> {
    Table(&'c FrequencyTable),
    Own(Box<FrequencyTable>),
    Runs(Runs),
}

impl Sorted<'_> {
    fn each(&mut self, mut wants_more: impl FnMut(&TableEntry<'_>) -> Result<bool, Error>) -> Result<(), Error> {
        let table: &FrequencyTable = match self {
            Self::Table(table) => table,
            Self::Own(table) => table,
            Self::Runs(runs) => {
                let mut merged = runs.merged()?;
                while let Some(entry) = merged.next()?
                    && wants_more(&entry)?
                {}
                return Ok(());
            }
        };
        for entry in table.iter() {
            if !wants_more(&entry)? {
                break;
            }
        }
        Ok(())
    }
}

/// Sorts what is within the limits, a table at a time.
fn sort_by_count(
    empty: &FrequencyTable,
    merged: &mut Merged<'_>,
    limits: &TableLimits,
    share: usize,
) -> Result<Sorted<'static>, Error> {
    let mut table = empty.empty();
    let mut runs = Runs::new(Order::Count);
    while let Some(entry) = merged.next()? {
        if limits.admit(&entry) {
            table.push(&entry);
        }
        if table.memory() > share {
            runs.push(write_run(table.iter())?)?;
            table.clear();
        }
    }
    if runs.is_empty() {
        return Ok(Sorted::Own(Box::new(table)));
    }
    runs.push(write_run(table.iter())?)?;
    Ok(Sorted::Runs(runs))
}
