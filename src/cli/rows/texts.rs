//! Plain texts: one article a file. The only field to pass through is `file`, its path.

use std::io::Read;

use super::{Cell, Reader, Row, Rows};
use crate::cli::input::{Source, decode, without_mark};
use crate::error::Error;

pub(super) fn read(reader: &mut Reader<'_>, source: &Source, rows: &mut Rows) -> Result<(), Error> {
    let name = source.name();
    if reader.fields.title.is_some() {
        return Err(Error::input(name, "a .txt file has no field for --title"));
    }
    let mut raw = Vec::new();
    let read =
        source.open(reader.bar).and_then(|mut bytes| bytes.read_to_end(&mut raw).map_err(|error| source.failed(error)));
    if let Err(error) = read {
        return reader.rejects.add_input(error);
    }
    match decode(without_mark(&raw)) {
        Ok(text) => {
            let id = |field: &String| (field == "file").then(|| Cell::Text(name.clone()));
            let ids = rows.names().iter().map(id).collect();
            reader.push(rows, Row { text: Some(text), title: None, ids }, || name.clone(), &raw)
        }
        Err((line, column, reason)) => reader.rejects.add(&format!("{name}:{line}:{column}"), &reason, &raw),
    }
}
