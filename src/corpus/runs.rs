//! Sorted runs: what does not fit into memory goes to files in order, and comes back merged.
//!
//! The files have no name, so that they go with the process, however it ends.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::fs::File;
use std::io::Seek;

use crate::error::Error;

use super::entries::{Damage, Input, Output};
use super::table::TableEntry;

/// Runs of one size; so many are merged into one of the next. A process may have at least 256 files open.
const RUNS: usize = 64;

/// The order of runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// By key, in code points; entries of one key are added up.
    Key,
    /// The most frequent first; equal counts by key.
    Count,
}

impl Order {
    /// What comes before the key in the order.
    fn rank(self, entry: &TableEntry<'_>) -> u64 {
        match self {
            Self::Key => 0,
            Self::Count => u64::MAX - entry.count,
        }
    }
}

/// Files of sorted entries.
#[derive(Debug)]
pub(super) struct Runs {
    order: Order,
    /// Those of the size that tables have in memory first; of each size fewer than [`RUNS`].
    sizes: Vec<Vec<File>>,
}

impl Runs {
    pub(super) fn new(order: Order) -> Self {
        Self { order, sizes: Vec::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sizes.is_empty()
    }

    /// Takes a run that was written in the order of the others.
    pub(super) fn push(&mut self, mut run: File) -> Result<(), Error> {
        for runs in &mut self.sizes {
            runs.push(run);
            if runs.len() < RUNS {
                return Ok(());
            }
            run = merge(self.order, &std::mem::take(runs))?;
        }
        self.sizes.push(vec![run]);
        Ok(())
    }

    /// All entries in order.
    pub(super) fn merged(&mut self) -> Result<Merged<'_>, Error> {
        Merged::new(self.order, self.sizes.iter().flatten())
    }
}

fn merge(order: Order, runs: &[File]) -> Result<File, Error> {
    let mut whole = RunWriter::create()?;
    let mut merged = Merged::new(order, runs)?;
    while let Some(entry) = merged.next()? {
        whole.push(&entry)?;
    }
    whole.finish()
}

/// The error of a file without a name.
fn failed(error: std::io::Error) -> Error {
    Error::io(std::env::temp_dir(), error)
}

/// A run on its way into its file.
pub(super) struct RunWriter(Output<File>);

impl RunWriter {
    pub(super) fn create() -> Result<Self, Error> {
        tempfile::tempfile().map(|file| Self(Output::new(file))).map_err(failed)
    }

    pub(super) fn push(&mut self, entry: &TableEntry<'_>) -> Result<(), Error> {
        self.0.entry(entry).map_err(failed)
    }

    pub(super) fn finish(mut self) -> Result<File, Error> {
        self.0.end().map_err(failed)?;
        self.0.close().map_err(failed)
    }
}

/// A run on its way out of its file.
struct Source<'r>(Input<&'r File>);

impl<'r> Source<'r> {
    fn open(mut file: &'r File) -> Result<Self, Error> {
        file.rewind().map_err(failed)?;
        Ok(Self(Input::new(file)))
    }

    fn next(&mut self) -> Result<Option<TableEntry<'_>>, Error> {
        self.0.entry().map_err(|damage| match damage {
            Damage::Io(error) => failed(error),
            Damage::Wrong(what) => Error::input("temporary file", format!("damaged: {what}")),
        })
    }
}

/// The next entry of a source. The order of the fields is that of the heap.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Head {
    rank: u64,
    key: String,
    source: usize,
    count: u64,
    documents: u64,
}

/// Entries of many sources in one order.
pub(super) struct Merged<'r> {
    order: Order,
    sources: Vec<Source<'r>>,
    heads: BinaryHeap<Reverse<Head>>,
    /// The entry handed out.
    key: String,
}

impl<'r> Merged<'r> {
    fn new(order: Order, files: impl IntoIterator<Item = &'r File>) -> Result<Self, Error> {
        let mut sources = files.into_iter().map(Source::open).collect::<Result<Vec<_>, Error>>()?;
        let mut heads = BinaryHeap::with_capacity(sources.len());
        for (number, source) in sources.iter_mut().enumerate() {
            if let Some(entry) = source.next()? {
                let TableEntry { key, count, documents } = entry;
                let (rank, key) = (order.rank(&entry), key.to_owned());
                heads.push(Reverse(Head { rank, key, source: number, count, documents }));
            }
        }
        Ok(Self { order, sources, heads, key: String::new() })
    }

    /// The next entry; none after the last.
    pub(super) fn next(&mut self) -> Result<Option<TableEntry<'_>>, Error> {
        let Some(mut head) = self.heads.peek_mut() else { return Ok(None) };
        std::mem::swap(&mut self.key, &mut head.0.key);
        let (mut count, mut documents) = (head.0.count, head.0.documents);
        advance(head, self.order, &mut self.sources)?;
        while self.order == Order::Key
            && let Some(head) = self.heads.peek_mut()
            && head.0.key == self.key
        {
            count += head.0.count;
            documents += head.0.documents;
            advance(head, self.order, &mut self.sources)?;
        }
        Ok(Some(TableEntry { key: &self.key, count, documents }))
    }
}

/// Puts the next entry of a source in the place of its last.
fn advance(mut head: PeekMut<'_, Reverse<Head>>, order: Order, sources: &mut [Source<'_>]) -> Result<(), Error> {
    match sources[head.0.source].next()? {
        Some(entry) => {
            let next = &mut head.0;
            (next.rank, next.count, next.documents) = (order.rank(&entry), entry.count, entry.documents);
            next.key.clear();
            next.key.push_str(entry.key);
        }
        None => {
            PeekMut::pop(head);
        }
    }
    Ok(())
}
