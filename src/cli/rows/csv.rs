//! CSV with a header (RFC 4180). An empty cell is null; everything else is text, exactly as it stands: a cell that a
//! spreadsheet would take for a formula is passed through unchanged.

use std::io::{self, BufRead, Read};

use csv::{ByteRecord, ReaderBuilder};

use super::{Cell, Reader, Row, Rows};
use crate::cli::input::{Source, decode};
use crate::error::Error;

pub(super) fn read(reader: &mut Reader<'_>, source: &Source, rows: &mut Rows) -> Result<(), Error> {
    let name = source.name();
    let inner = match source.open(reader.bar) {
        Ok(bytes) => bytes,
        Err(error) => return reader.rejects.add_input(error),
    };
    let bytes = Recorder { inner, kept: Vec::new(), start: 0 };
    let mut table = ReaderBuilder::new().flexible(true).from_reader(bytes);
    let cannot_read = |error: csv::Error| -> Error {
        let line = error.position().map_or(1, csv::Position::line);
        Error::input(format!("{name}:{line}"), format!("cannot be read: {error}"))
    };
    let header = match table.byte_headers() {
        Ok(header) => header.clone(),
        Err(error) => return reader.rejects.add_input(cannot_read(error)),
    };
    if header.is_empty() {
        return Ok(());
    }
    let header: Vec<String> = header.iter().map(|field| String::from_utf8_lossy(field).into_owned()).collect();
    let column = |field: &str| header.iter().position(|known| known == field);
    let required = |field: &str, option: &str| {
        column(field).ok_or_else(|| {
            let known = header.join(", ");
            Error::input(format!("{name}:1"), format!("no column {field:?} (the columns are: {known}); see {option}"))
        })
    };
    let text = required(&reader.fields.text, "--text")?;
    let title = reader.fields.title.as_ref().map(|title| required(title, "--title")).transpose()?;
    let ids: Vec<Option<usize>> = rows.names().iter().map(|field| column(field)).collect();
    let mut record = ByteRecord::new();
    loop {
        let start = table.position().clone();
        table.get_mut().forget_before(start.byte());
        match table.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(error) => return reader.rejects.add_input(cannot_read(error)),
        }
        let end = table.position().byte();
        // The parser leaves the second half of CR LF, and empty lines, to the row after them.
        let raw = table.get_ref().between(start.byte(), end);
        let lead = raw.iter().take_while(|&&b| matches!(b, b'\r' | b'\n')).count();
        let (lead, raw) = raw.split_at(lead);
        let line = start.line() + lead.split(|&b| b == b'\n').count() as u64 - 1;
        let place = || format!("{name}:{line}");
        if record.len() != header.len() {
            let (found, belong) = (record.len(), header.len());
            reader.rejects.add(&place(), &format!("{found} cells, where the header has {belong}"), raw)?;
            continue;
        }
        let cell = |column: usize| -> Result<Option<&str>, String> {
            let cell = record.get(column).unwrap_or_default();
            let text = decode(cell).map_err(|(_, _, reason)| format!("column {:?}: {reason}", header[column]))?;
            if u32::try_from(text.len()).is_err() {
                return Err(format!("column {:?} has 4 GiB or more; split it into articles", header[column]));
            }
            Ok(Some(text).filter(|text| !text.is_empty()))
        };
        let id = |column: &Option<usize>| {
            let text = column.map(cell).transpose()?;
            Ok(text.map(|text| text.map_or(Cell::Null, |text| Cell::Text(text.to_owned()))))
        };
        let row = || -> Result<Row<'_>, String> {
            let title = title.map_or(Ok(None), cell)?;
            Ok(Row { text: cell(text)?, title, ids: ids.iter().map(id).collect::<Result<_, String>>()? })
        };
        match row() {
            Ok(row) => reader.push(rows, row, place, raw)?,
            Err(reason) => reader.rejects.add(&place(), &reason, raw)?,
        }
    }
}

/// Keeps what was read, until it is forgotten: a row can be given back as it was.
struct Recorder {
    inner: Box<dyn BufRead + Send>,
    kept: Vec<u8>,
    /// Offset of the first byte that is kept.
    start: u64,
}

impl Recorder {
    fn forget_before(&mut self, offset: u64) {
        let count = usize::try_from(offset - self.start).unwrap_or(0).min(self.kept.len());
        // Moving the rest is cheap: it is at most what the parser reads ahead.
        self.kept.drain(..count);
        self.start += count as u64;
    }

    fn between(&self, start: u64, end: u64) -> &[u8] {
        let at = |offset: u64| usize::try_from(offset.saturating_sub(self.start)).unwrap_or(usize::MAX);
        self.kept.get(at(start)..at(end)).unwrap_or_default()
    }
}

impl Read for Recorder {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.kept.extend_from_slice(&buffer[..count]);
        Ok(count)
    }
}
