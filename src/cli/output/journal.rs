//! The journal beside an unfinished table: what the table is, and how much of it is safe on the disk.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// What decides the bytes of a table, each thing with its name: an unfinished table is only continued from the same.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::cli) struct Task(pub(in crate::cli) Vec<(String, String)>);

impl Task {
    /// The first thing that differs from another task.
    fn difference(&self, other: &Self) -> Option<String> {
        let mut pairs = self.0.iter().zip(&other.0);
        let different = pairs.find(|(here, there)| here != there);
        if let Some(((name, here), (other_name, there))) = different {
            let same = name == other_name;
            return Some(if same {
                format!("{name} was {there}, and is {here}")
            } else {
                format!("{name} stands where {other_name} stood")
            });
        }
        let (here, there) = (self.0.len(), other.0.len());
        let more = self.0.get(there).map(|(name, _)| format!("{name} is new"));
        more.or_else(|| other.0.get(here).map(|(name, _)| format!("{name} is missing")))
    }
}

/// So much of a table is safe.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(in crate::cli) struct Mark {
    /// Blocks of the input.
    pub(in crate::cli) blocks: u64,
    /// Rows that were written.
    pub(in crate::cli) rows: u64,
    /// Checksum of their texts and titles.
    pub(in crate::cli) checksum: u32,
    /// Bytes of the table.
    pub(in crate::cli) bytes: u64,
}

/// A file of lines of JSON: the task, then a mark for each stretch of the table. What a stop in the middle left of a line
/// does not count.
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    pub(super) marks: Vec<Mark>,
}

impl Journal {
    pub(super) fn create(path: PathBuf, task: &Task) -> Result<Self, Error> {
        let created = File::create(&path).map_err(|error| Error::io(&path, error))?;
        let mut journal = Self { path, file: created, marks: Vec::new() };
        journal.write(task).map_err(|error| Error::io(&journal.path, error))?;
        Ok(journal)
    }

    /// Goes on with the journal of a table of which there are so many bytes; none where nothing is safe.
    pub(super) fn resume(path: PathBuf, task: &Task, bytes: u64) -> Result<Option<Self>, Error> {
        let Some((before, marks, end)) = read(&path, bytes)? else { return Ok(None) };
        if let Some(difference) = task.difference(&before) {
            let reason = format!("the unfinished table is another one: {difference}; without --resume it begins anew");
            return Err(Error::input(path.display().to_string(), reason));
        }
        let opened = OpenOptions::new().write(true).open(&path).and_then(|mut file| {
            file.set_len(end)?;
            file.seek(SeekFrom::Start(end))?;
            Ok(file)
        });
        let file = opened.map_err(|error| Error::io(&path, error))?;
        Ok(Some(Self { path, file, marks }))
    }

    /// What is safe.
    pub(super) fn last(&self) -> Mark {
        self.marks.last().copied().unwrap_or_default()
    }

    pub(super) fn add(&mut self, mark: Mark) -> Result<(), Error> {
        let written = self.write(&mark).and_then(|()| self.file.sync_all());
        written.map_err(|error| Error::io(&self.path, error))?;
        self.marks.push(mark);
        Ok(())
    }

    fn write(&mut self, line: &impl Serialize) -> io::Result<()> {
        let mut line = serde_json::to_vec(line)?;
        line.push(b'\n');
        self.file.write_all(&line)
    }

    /// The table is complete.
    pub(super) fn remove(mut self) {
        self.marks.clear();
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        if self.marks.is_empty() {
            // A journal that stays says nothing of a table that is not there.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// The task and the marks of a journal, and where they end.
fn read(path: &Path, bytes: u64) -> Result<Option<(Task, Vec<Mark>, u64)>, Error> {
    let content = match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        other => other.map_err(|error| Error::io(path, error))?,
    };
    let mut lines = content.split_inclusive(|&byte| byte == b'\n');
    let Some(first) = lines.next() else { return Ok(None) };
    let Ok(task) = serde_json::from_slice(first) else { return Ok(None) };
    let (mut marks, mut end) = (Vec::new(), first.len());
    for line in lines.filter(|line| line.ends_with(b"\n")) {
        match serde_json::from_slice::<Mark>(line) {
            Ok(mark) if mark.bytes <= bytes => marks.push(mark),
            _ => break,
        }
        end += line.len();
    }
    Ok(Some((task, marks, end as u64)).filter(|(_, marks, _)| !marks.is_empty()))
}
