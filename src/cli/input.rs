//! What is read: files, folders and patterns, opened and unpacked, and their bytes as text.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use indicatif::ProgressBar;

use super::formats::{Format, Packing, format_of};
use crate::error::Error;

/// The name of standard input in errors.
pub(super) const STDIN: &str = "standard input";

/// One input.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// Where it is; none for standard input.
    pub(super) path: Option<PathBuf>,
    pub(super) format: Format,
    packing: Packing,
    /// Size in bytes, as stored; 0 for standard input.
    pub(super) bytes: u64,
    /// When it was last written, where the system knows.
    pub(super) modified: Option<SystemTime>,
}

const ENDINGS: &str = ".jsonl, .csv, .warc (each also .gz or .zst), .parquet, .txt or .html";

/// The inputs that an argument names: a file, a folder (every file in it that can be read, in order of names), a
/// pattern (`news/*.txt`), or `-`.
pub(super) fn sources(argument: &Path) -> Result<Vec<Source>, Error> {
    if argument.as_os_str() == "-" {
        return Ok(vec![Source {
            path: None,
            format: Format::Jsonl,
            packing: Packing::None,
            bytes: 0,
            modified: None,
        }]);
    }
    let name = argument.display().to_string();
    let mut paths = Vec::new();
    if argument.is_dir() {
        files_below(argument, &mut paths)?;
        paths.retain(|path| format_of(path).is_some());
        if paths.is_empty() {
            return Err(Error::input(name, format!("the folder holds no file that ends in {ENDINGS}")));
        }
        paths.sort();
    } else if !argument.exists() && name.contains(['*', '?', '[']) {
        let found = glob::glob(&name).map_err(|error| Error::input(&name, format!("not a pattern: {error}")))?;
        for path in found {
            let path = path.map_err(|error| {
                let folder = error.path().to_owned();
                Error::io(folder, error.into())
            })?;
            if path.is_file() {
                paths.push(path);
            }
        }
        if paths.is_empty() {
            return Err(Error::input(name, "no file has a name of this pattern"));
        }
    } else {
        paths.push(argument.to_owned());
    }
    paths.into_iter().map(Source::of).collect()
}

fn files_below(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(|error| Error::io(folder, error))? {
        let entry = entry.map_err(|error| Error::io(folder, error))?;
        let kind = entry.file_type().map_err(|error| Error::io(entry.path(), error))?;
        if kind.is_dir() {
            files_below(&entry.path(), paths)?;
        } else if entry.path().is_file() {
            paths.push(entry.path());
        }
    }
    Ok(())
}

impl Source {
    fn of(path: PathBuf) -> Result<Self, Error> {
        let found = fs::metadata(&path).map_err(|error| Error::io(&path, error))?;
        let Some((format, packing)) = format_of(&path) else {
            let reason = format!("its ending says no format: {ENDINGS} belongs there");
            return Err(Error::input(path.display().to_string(), reason));
        };
        Ok(Self { path: Some(path), format, packing, bytes: found.len(), modified: found.modified().ok() })
    }

    /// The name in errors.
    pub(super) fn name(&self) -> String {
        self.path.as_ref().map_or_else(|| STDIN.to_owned(), |path| path.display().to_string())
    }

    /// Size and time of the last change: what tells whether it is still the same.
    pub(super) fn state(&self) -> String {
        let modified = self.modified.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
        let seconds = modified.map(|since| format!(", written at {}.{:09}", since.as_secs(), since.subsec_nanos()));
        format!("{} bytes{}", self.bytes, seconds.unwrap_or_default())
    }

    /// An error of the system, with the name.
    pub(super) fn failed(&self, error: io::Error) -> Error {
        Error::io(self.name(), error)
    }

    pub(super) fn file(&self) -> Result<File, Error> {
        // The name in errors is not that of a file whose name is no Unicode.
        let path = self.path.as_deref().unwrap_or(Path::new(STDIN));
        File::open(path).map_err(|error| self.failed(error))
    }

    /// The bytes, unpacked; the stored ones are counted by the bar.
    pub(super) fn open(&self, bar: &ProgressBar) -> Result<Box<dyn BufRead + Send>, Error> {
        const BUFFER: usize = 1 << 17;
        if self.path.is_none() {
            return Ok(Box::new(BufReader::with_capacity(BUFFER, io::stdin())));
        }
        let stored = BufReader::with_capacity(BUFFER, bar.wrap_read(self.file()?));
        let unpacked: Box<dyn Read + Send> = match self.packing {
            Packing::None => return Ok(Box::new(stored)),
            Packing::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(stored)),
            Packing::Zstd => {
                Box::new(zstd::stream::read::Decoder::with_buffer(stored).map_err(|error| self.failed(error))?)
            }
        };
        Ok(Box::new(BufReader::with_capacity(BUFFER, unpacked)))
    }
}

/// The mark that some programs put before UTF-8; it says how the file is written and is no part of its text.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Bytes without a byte order mark.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes)
}

/// Bytes as text. What is wrong comes with line and column, counted from 1 in these bytes.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, (usize, usize, String)> {
    std::str::from_utf8(bytes).map_err(|error| {
        let good = &bytes[..error.valid_up_to()];
        let line_start = good.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let line = good.split(|&b| b == b'\n').count();
        let column = String::from_utf8_lossy(&good[line_start..]).chars().count() + 1;
        let byte = bytes[error.valid_up_to()];
        (line, column, format!("byte 0x{byte:02X} is no UTF-8; convert the file to UTF-8"))
    })
}

/// A whole file as text.
pub(super) fn read_text(path: &Path) -> Result<String, Error> {
    let (name, bytes) = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().read_to_end(&mut bytes);
        (STDIN.to_owned(), read.map(|_| bytes))
    } else {
        (path.display().to_string(), fs::read(path))
    };
    let bytes = bytes.map_err(|error| Error::io(&name, error))?;
    match decode(without_mark(&bytes)) {
        Ok(text) => Ok(text.to_owned()),
        Err((line, column, reason)) => Err(Error::input(format!("{name}:{line}:{column}"), reason)),
    }
}
