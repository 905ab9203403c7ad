//! Plain texts and pages: one article a file. The only field to pass through is `file`, its path.

use std::io::Read;

use super::{Cell, Reader, Row, Rows};
use crate::cli::input::{Source, decode, without_mark};
use crate::cli::places::Places;
use crate::cli::prose::{Markup, Prose, WrongComment};
use crate::error::Error;

pub(super) fn read(reader: &mut Reader<'_>, source: &Source, markup: Markup, rows: &mut Rows) -> Result<(), Error> {
    let name = source.name();
    if reader.fields.title.is_some() {
        return Err(Error::input(name, "a file of one text has no field for --title"));
    }
    let mut raw = Vec::new();
    let read =
        source.open(reader.bar).and_then(|mut bytes| bytes.read_to_end(&mut raw).map_err(|error| source.failed(error)));
    if let Err(error) = read {
        return reader.rejects.add_input(error);
    }
    let text = match decode(without_mark(&raw)) {
        Ok(text) => text,
        Err((line, column, reason)) => {
            return reader.rejects.add(&format!("{name}:{line}:{column}"), &reason, &raw);
        }
    };
    let prose = match Prose::read(text, markup) {
        Ok(prose) => prose,
        Err(WrongComment { at, reason }) => {
            return reader.rejects.add(&format!("{name}:{}", Places::new(text).of(at as u32)), &reason, &raw);
        }
    };
    let id = |field: &String| (field == "file").then(|| Cell::Text(name.clone()));
    let ids = rows.names().iter().map(id).collect();
    reader.push(rows, Row { text: Some(prose.text()), title: None, ids }, || name.clone(), &raw)
}
