//! Saved tables: a file from which a table can be read again, and merged without being read into memory.
//!
//! The file is a mark and the number of its form; the length of the settings and the settings as JSON; the entries in
//! code-point order of their keys (see `entries`); the numbers of keys, tokens and documents; and the SHA-256 of
//! everything before. Equal tables have equal bytes.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use crate::error::Error;

use super::counter::MOST_DOCUMENTS;
use super::entries::{Damage, Input, Output};
use super::settings::TableSettings;
use super::table::{FrequencyTable, TableEntry};

/// The first bytes. The first is no text, the last changes where line ends are changed.
const MARK: &[u8; 8] = b"\x89cntfrq\n";
/// The number of the form that is written.
const FORM: u64 = 1;
/// Settings are no longer than this: a few million stop words.
const LONGEST_SETTINGS: u64 = 1 << 26;

/// The sums of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Totals {
    pub(crate) types: u64,
    pub(crate) tokens: u64,
    pub(crate) documents: u64,
}

/// A table on its way into a file, entry by entry.
pub(crate) struct TableWriter<W> {
    output: Output<W>,
    types: u64,
}

impl<W: Write> TableWriter<W> {
    pub(crate) fn new(writer: W, settings: &TableSettings) -> io::Result<Self> {
        let mut output = Output::new(writer);
        let settings = serde_json::to_vec(settings)?;
        output.bytes(MARK)?;
        output.number(FORM)?;
        output.number(settings.len() as u64)?;
        output.bytes(&settings)?;
        Ok(Self { output, types: 0 })
    }

    /// Adds an entry; entries come in code-point order of their keys.
    pub(crate) fn push(&mut self, entry: &TableEntry<'_>) -> io::Result<()> {
        self.types += 1;
        self.output.entry(entry)
    }

    pub(crate) fn finish(mut self, tokens: u64, documents: u64) -> io::Result<W> {
        self.output.end()?;
        for number in [self.types, tokens, documents] {
            self.output.number(number)?;
        }
        self.output.finish()
    }
}

/// A saved table that is read entry by entry. What was read is known to be whole only at the end.
pub(crate) struct TableReader<R> {
    name: String,
    input: Input<R>,
    settings: TableSettings,
    /// What was read so far, and at the end the totals.
    totals: Totals,
    /// The key before, which comes first.
    last: String,
    most_documents: u64,
}

impl TableReader<File> {
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let file = File::open(path).map_err(|error| Error::io(path, error))?;
        Self::new(file, &path.display().to_string())
    }
}

impl<R: Read> TableReader<R> {
    /// Reads what stands before the entries; `name` is used in errors.
    pub(crate) fn new(reader: R, name: &str) -> Result<Self, Error> {
        let mut input = Input::new(reader);
        let mut mark = Vec::new();
        match input.bytes(MARK.len(), &mut mark) {
            Err(error) if error.kind() != ErrorKind::UnexpectedEof => return Err(Error::io(name, error)),
            _ if mark.is_empty() || !MARK.starts_with(&mark) => {
                return Err(Error::input(name, "no saved frequency table (`connote words --save` writes one)"));
            }
            read => read.map_err(|error| damaged(name, &input, error.into()))?,
        }
        let form = input.number().map_err(|damage| damaged(name, &input, damage))?;
        if form > FORM {
            let reason =
                format!("a frequency table of form {form}, which a newer connote saved; this one reads {FORM}");
            return Err(Error::input(name, reason));
        }
        let settings = read_settings(&mut input).map_err(|damage| damaged(name, &input, damage))?;
        let settings = serde_json::from_slice(&settings)
            .map_err(|error| Error::input(name, format!("damaged: its settings cannot be read ({error})")))?;
        let (totals, last) = (Totals::default(), String::new());
        Ok(Self { name: name.to_owned(), input, settings, totals, last, most_documents: 0 })
    }

    pub(crate) fn settings(&self) -> &TableSettings {
        &self.settings
    }

    /// The sums of what was read so far: those of the table after its last entry.
    pub(crate) fn totals(&self) -> Totals {
        self.totals
    }

    /// The next entry. None after the last, when everything was found whole.
    pub(crate) fn next(&mut self) -> Result<Option<TableEntry<'_>>, Error> {
        let Self { name, input, totals, last, most_documents, .. } = self;
        match read_entry(input, totals, last, most_documents) {
            Ok(Some((count, documents))) => Ok(Some(TableEntry { key: last, count, documents })),
            Ok(None) => Ok(None),
            Err(damage) => Err(damaged(name, input, damage)),
        }
    }
}

fn read_settings<R: Read>(input: &mut Input<R>) -> Result<Vec<u8>, Damage> {
    let length = input.number()?;
    if length > LONGEST_SETTINGS {
        return Err(Damage::Wrong("settings without end"));
    }
    let mut settings = Vec::new();
    input.bytes(length as usize, &mut settings)?;
    Ok(settings)
}

/// Reads an entry, its key into `last`, or the end.
fn read_entry<R: Read>(
    input: &mut Input<R>,
    totals: &mut Totals,
    last: &mut String,
    most_documents: &mut u64,
) -> Result<Option<(u64, u64)>, Damage> {
    if let Some(TableEntry { key, count, documents }) = input.entry()? {
        if *last.as_str() >= *key {
            return Err(Damage::Wrong("keys out of order"));
        }
        if documents == 0 || documents > count.min(MOST_DOCUMENTS) {
            return Err(Damage::Wrong("a key in no document, or in more than it occurs"));
        }
        last.clear();
        last.push_str(key);
        totals.types += 1;
        totals.tokens = totals.tokens.checked_add(count).ok_or(Damage::Wrong("more occurrences than 64 bits count"))?;
        *most_documents = documents.max(*most_documents);
        return Ok(Some((count, documents)));
    }
    let found = Totals { types: input.number()?, tokens: input.number()?, documents: input.number()? };
    if !input.checks()? {
        return Err(Damage::Wrong("bytes that are not those of its checksum"));
    }
    totals.documents = found.documents;
    if found != *totals || found.documents < *most_documents {
        return Err(Damage::Wrong("totals that are not those of its entries"));
    }
    Ok(None)
}

fn damaged<R: Read>(name: &str, input: &Input<R>, damage: Damage) -> Error {
    match damage {
        Damage::Io(error) if error.kind() == ErrorKind::UnexpectedEof => {
            let reason = format!("the table is cut off after byte {}; save or copy it again", input.position());
            Error::input(name, reason)
        }
        Damage::Io(error) => Error::io(name, error),
        Damage::Wrong(what) => {
            let reason = format!("the table is damaged: {what}, before byte {}", input.position());
            Error::input(name, reason)
        }
    }
}

impl FrequencyTable {
    /// Saves the table: `connote words --merge` and [`FrequencyTable::load`] read it. The file takes its name when it is
    /// complete.
    ///
    /// # Errors
    /// [`Error::Io`] when the file cannot be written.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        let path = path.as_ref();
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let write = || {
            self.write_to(File::create(&part)?)?.sync_all()?;
            fs::rename(&part, path)
        };
        write().map_err(|error| {
            // What failed first is what the user hears of.
            let _ = fs::remove_file(&part);
            Error::io(path, error)
        })
    }

    /// Writes the bytes of the saved file: equal for equal tables.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_to<W: Write>(&self, writer: W) -> io::Result<W> {
        let mut writer = TableWriter::new(writer, self.settings())?;
        self.by_key().try_for_each(|entry| writer.push(&entry))?;
        writer.finish(self.tokens(), self.documents())
    }

    /// Reads a saved table.
    ///
    /// ```
    /// use connote::{FrequencyTable, TableSettings};
    /// let mut table = FrequencyTable::new(TableSettings::default())?;
    /// table.add("The regime fell.")?;
    /// let path = std::env::temp_dir().join("example.freq");
    /// table.save(&path)?;
    /// assert_eq!(FrequencyTable::load(&path)?, table);
    /// # std::fs::remove_file(path).ok();
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Io`] when the file cannot be read; [`Error::Input`] when it is no table, cut off, damaged, or saved by a
    /// newer version.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        Self::collect(TableReader::open(path.as_ref())?)
    }

    /// Reads a table from the bytes of a saved file; `name` is used in errors.
    ///
    /// # Errors
    /// As [`FrequencyTable::load`].
    pub fn read_from(reader: impl Read, name: &str) -> Result<Self, Error> {
        Self::collect(TableReader::new(reader, name)?)
    }

    fn collect<R: Read>(mut reader: TableReader<R>) -> Result<Self, Error> {
        let mut table = Self::new(reader.settings().clone())?;
        while let Some(entry) = reader.next()? {
            table.push(&entry);
        }
        let Totals { tokens, documents, .. } = reader.totals();
        table.add_totals(tokens, documents)?;
        Ok(table)
    }
}

/// The settings of a saved table, of which no more is read.
///
/// # Errors
/// As [`FrequencyTable::load`].
#[cfg(feature = "cli")]
pub(crate) fn settings_of(path: &Path) -> Result<TableSettings, Error> {
    TableReader::open(path).map(|reader| reader.settings)
}
