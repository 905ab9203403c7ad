//! What is written: a target that appears only when it is complete, and tables in three formats.

mod cells;
mod encoder;
mod journal;
mod parquet;
mod table;

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

pub(super) use journal::{Mark, Task};
pub(super) use table::Table;

use crate::error::Error;

/// The name of standard output in errors.
pub(super) const STDOUT: &str = "standard output";

/// A file that is written under a temporary name beside its place (`NAME.part`) and moved there when complete, so that
/// the place never holds half a file. `-` is standard output; devices and pipes are written as they are.
pub(super) struct Target {
    path: PathBuf,
    part: Option<PathBuf>,
    writer: BufWriter<Box<dyn Write + Send>>,
    /// How many there are, with those from before.
    bytes: u64,
    /// Whether what is written stays under its temporary name when it cannot be finished.
    is_kept: bool,
}

impl Target {
    pub(super) fn create(path: &Path) -> Result<Self, Error> {
        Self::open(path, 0)
    }

    /// Keeps the first bytes of what was written before under the temporary name, and goes on behind them.
    fn open(path: &Path, kept: u64) -> Result<Self, Error> {
        if path.as_os_str() == "-" {
            return Ok(Self::new(STDOUT.into(), None, Box::new(io::stdout()), 0));
        }
        // A link keeps pointing where it points: its goal is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let is_special = fs::metadata(&path).is_ok_and(|found| !found.is_file() && !found.is_dir());
        if path.file_name().is_none() || path.is_dir() {
            return Err(Error::input(path.display().to_string(), "a folder, where the name of a file belongs"));
        }
        let part = (!is_special).then(|| with_ending(&path, ".part"));
        let opened = part.as_deref().unwrap_or(&path);
        let file = OpenOptions::new().write(true).create(true).truncate(kept == 0).open(opened);
        let file = file.and_then(|mut file| {
            if kept > 0 {
                file.set_len(kept)?;
                file.seek(SeekFrom::Start(kept))?;
            }
            Ok(file)
        });
        let file = file.map_err(|error| Error::io(opened, error))?;
        Ok(Self::new(path, part, Box::new(file), kept))
    }

    /// A file that is written under another temporary name.
    fn under(path: PathBuf, part: PathBuf) -> io::Result<Self> {
        let file = File::create(&part)?;
        Ok(Self::new(path, Some(part), Box::new(file), 0))
    }

    fn new(path: PathBuf, part: Option<PathBuf>, writer: Box<dyn Write + Send>, bytes: u64) -> Self {
        Self { path, part, writer: BufWriter::with_capacity(1 << 18, writer), bytes, is_kept: false }
    }

    /// Writes everything out, to the disk.
    fn secure(&mut self) -> io::Result<()> {
        self.flush()?;
        self.part.as_ref().map_or(Ok(()), |part| OpenOptions::new().write(true).open(part)?.sync_all())
    }

    /// Writes everything out and puts the file in its place.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        let written = self.secure();
        let moved = written.and_then(|()| self.part.as_ref().map_or(Ok(()), |part| fs::rename(part, &self.path)));
        moved.map_err(|error| self.failed(error))?;
        self.part = None;
        Ok(())
    }

    /// Removes what was written.
    fn remove(mut self) {
        self.is_kept = false;
    }

    pub(super) fn failed(&self, error: io::Error) -> Error {
        Error::io(&self.path, error)
    }
}

/// A path with something behind its name.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(ending);
    path.into()
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.writer.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        if let Some(part) = self.part.as_ref().filter(|_| !self.is_kept) {
            // What failed before is what the user hears of.
            let _ = fs::remove_file(part);
        }
    }
}
