//! The one error of the crate.

use std::fmt;
use std::path::{Path, PathBuf};

/// What went wrong, and where.
///
/// The message names the file, line, row or entry and says what would be right.
/// New kinds may be added; match with a wildcard.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A text of 4 GiB or more: offsets are 32 bits wide.
    TextTooLong {
        /// The text's length in bytes.
        bytes: usize,
    },
    /// A large text, for which there is not the memory.
    OutOfMemory {
        /// About how much reading it takes, in bytes.
        bytes: usize,
    },
    /// An entry of a lexicon that cannot be read.
    Lexicon {
        /// The lexicon's name or path.
        name: String,
        /// The line, counted from 1 (`line 3`), or in JSON the path (`$.positive[2]`).
        place: String,
        /// What is wrong and what would be right.
        reason: String,
    },
    /// A file that cannot be opened, read or written.
    Io {
        /// The file.
        path: PathBuf,
        /// The operating system's answer.
        source: std::io::Error,
    },
    /// An input or an option that cannot be used.
    Input {
        /// Where it stands: a file and line, a row, a column or an option.
        place: String,
        /// What is wrong and what would be right.
        reason: String,
    },
    /// The caller stopped the work before its end.
    Stopped,
}

impl Error {
    pub(crate) fn lexicon(name: &str, line: usize, reason: impl Into<String>) -> Self {
        Self::lexicon_at(name, format!("line {line}"), reason)
    }

    pub(crate) fn lexicon_at(name: &str, place: String, reason: impl Into<String>) -> Self {
        Self::Lexicon { name: name.to_owned(), place, reason: reason.into() }
    }

    /// An input that cannot be used, with its place.
    pub fn input(place: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Input { place: place.into(), reason: reason.into() }
    }

    /// A file operation that failed.
    pub fn io(path: impl AsRef<Path>, source: std::io::Error) -> Self {
        Self::Io { path: path.as_ref().to_owned(), source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TextTooLong { bytes } => {
                write!(f, "the text has {bytes} bytes; the limit is {} (split it into articles)", u32::MAX)
            }
            Self::OutOfMemory { bytes } => {
                write!(
                    f,
                    "to read the text takes about {bytes} bytes of memory, which are not there (split it into articles)"
                )
            }
            Self::Lexicon { name, place, reason } => write!(f, "{name}, {place}: {reason}"),
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Input { place, reason } => write!(f, "{place}: {reason}"),
            Self::Stopped => f.write_str("stopped before the end"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
