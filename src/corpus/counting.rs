//! Counting on all cores: each thread into a table of its own, and these merged at the end.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use crate::error::Error;

use super::table::FrequencyTable;

/// Documents that a thread counts at a time.
const STRETCH: usize = 64;

/// A count that goes on. What comes out is the same with any number of threads.
#[derive(Debug)]
pub(super) struct Counting {
    empty: FrequencyTable,
    /// Tables that no thread counts into just now; never more than threads.
    idle: Mutex<Vec<FrequencyTable>>,
}

impl Counting {
    /// Counts as an empty table says.
    pub(super) fn new(empty: FrequencyTable) -> Self {
        Self { empty, idle: Mutex::default() }
    }

    /// Counts `documents` documents, each added to a table by `add`, on all cores of the current rayon pool.
    pub(super) fn run(
        &self,
        documents: usize,
        add: impl Fn(&mut FrequencyTable, usize) -> Result<(), Error> + Sync,
    ) -> Result<(), Error> {
        (0..documents.div_ceil(STRETCH)).into_par_iter().try_for_each(|stretch| {
            self.with_table(|table| {
                (stretch * STRETCH..documents.min((stretch + 1) * STRETCH))
                    .try_for_each(|document| add(table, document))
            })
        })
    }

    /// Changes a table that no other thread has.
    pub(super) fn with_table<T>(&self, change: impl FnOnce(&mut FrequencyTable) -> T) -> T {
        let mut table = self.idle().pop().unwrap_or_else(|| self.empty.empty());
        let result = change(&mut table);
        self.idle().push(table);
        result
    }

    fn idle(&self) -> MutexGuard<'_, Vec<FrequencyTable>> {
        // Whoever panicked in between left whole tables behind.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The tables; together they hold the counts.
    pub(super) fn into_tables(self) -> Vec<FrequencyTable> {
        self.idle.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// All counts in one table.
    pub(super) fn into_table(self) -> Result<FrequencyTable, Error> {
        let empty = self.empty.empty();
        let mut tables = self.into_tables();
        // The largest takes the others in.
        tables.sort_by_key(FrequencyTable::len);
        let mut table = tables.pop().unwrap_or(empty);
        tables.iter().try_for_each(|other| table.merge(other))?;
        Ok(table)
    }
}

impl FrequencyTable {
    /// Counts texts, each a document, on all cores of the current rayon pool. The result is that of
    /// [`FrequencyTable::add`] one by one.
    ///
    /// ```
    /// use connote::{FrequencyTable, TableSettings};
    /// let mut table = FrequencyTable::new(TableSettings::default())?;
    /// table.add_all(&["The regime fell.", "Critics cheered."])?;
    /// assert_eq!((table.tokens(), table.documents()), (5, 2));
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`FrequencyTable::add`]; the table is then what it was before.
    pub fn add_all<T: AsRef<str> + Sync>(&mut self, texts: &[T]) -> Result<(), Error> {
        self.add_each(texts.len(), |table, at| table.add(texts[at].as_ref()))
    }

    /// Counts `documents` documents in parallel, each added to a table by `add`.
    pub(crate) fn add_each(
        &mut self,
        documents: usize,
        add: impl Fn(&mut Self, usize) -> Result<(), Error> + Sync,
    ) -> Result<(), Error> {
        let counting = Counting::new(self.empty());
        counting.run(documents, add)?;
        let counted = counting.into_table()?;
        if self.documents() == 0 {
            *self = counted;
            return Ok(());
        }
        self.merge(&counted)
    }
}
