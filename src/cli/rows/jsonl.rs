//! JSON lines: one object a line. Empty lines hold no row.

use std::fmt;
use std::io::BufRead;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Cell, Reader, Row, Rows};
use crate::cli::input::{Source, decode, without_mark};
use crate::error::Error;

pub(super) fn read(reader: &mut Reader<'_>, source: &Source, rows: &mut Rows) -> Result<(), Error> {
    let mut lines = match source.open(reader.bar) {
        Ok(lines) => lines,
        Err(error) => return reader.rejects.add_input(error),
    };
    let wanted = Wanted::new(reader, rows);
    let name = source.name();
    let mut raw = Vec::new();
    let mut number = 0_u64;
    loop {
        raw.clear();
        let read = lines.read_until(b'\n', &mut raw);
        number += 1;
        match read {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) => {
                let error = Error::input(format!("{name}:{number}"), format!("cannot be read: {error}"));
                return reader.rejects.add_input(error);
            }
        }
        let line = if number == 1 { without_mark(&raw) } else { &raw };
        if line.trim_ascii().is_empty() {
            continue;
        }
        match wanted.row(line) {
            Ok(found) => {
                let text = found.text.as_deref();
                let row = Row { text, title: found.title.as_deref(), ids: found.ids };
                reader.push(rows, row, || format!("{name}:{number}"), &raw)?;
            }
            Err(bad) => {
                let column = bad.column.map(|column| format!(":{column}")).unwrap_or_default();
                reader.rejects.add(&format!("{name}:{number}{column}"), &bad.reason, &raw)?;
            }
        }
    }
}

/// What is wrong with a line.
struct Bad {
    column: Option<usize>,
    reason: String,
}

impl Bad {
    fn new(reason: String) -> Self {
        Self { column: None, reason }
    }

    /// What the parser says, in the place of its own.
    fn json(error: &serde_json::Error, line: &str, part: &str) -> Self {
        let offset = part.as_ptr() as usize - line.as_ptr() as usize;
        let end = offset + error.column().saturating_sub(1);
        let column = line.char_indices().take_while(|(at, _)| *at < end).count() + 1;
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        Self { column: Some(column), reason: format!("not a JSON object: {message}") }
    }
}

struct Found {
    text: Option<String>,
    title: Option<String>,
    ids: Vec<Option<Cell>>,
}

/// The fields that are read, each once.
struct Wanted {
    names: Vec<String>,
    text: usize,
    title: Option<usize>,
    ids: Vec<usize>,
}

impl Wanted {
    fn new(reader: &Reader<'_>, rows: &Rows) -> Self {
        let mut names: Vec<String> = Vec::new();
        let mut number = |name: &String| {
            names.iter().position(|known| known == name).unwrap_or_else(|| {
                names.push(name.clone());
                names.len() - 1
            })
        };
        let text = number(&reader.fields.text);
        let title = reader.fields.title.as_ref().map(&mut number);
        let ids = rows.names().iter().map(&mut number).collect();
        Self { names, text, title, ids }
    }

    fn row(&self, line: &[u8]) -> Result<Found, Bad> {
        let line = decode(line).map_err(|(_, column, reason)| Bad { column: Some(column), reason })?;
        let mut json = serde_json::Deserializer::from_str(line);
        let values = Seed(&self.names).deserialize(&mut json).and_then(|values| json.end().map(|()| values));
        let values = values.map_err(|error| Bad::json(&error, line, line))?;
        let Some(text) = values[self.text] else {
            let mut keys = String::new();
            for key in
                serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line).unwrap_or_default().keys()
            {
                keys += if keys.is_empty() { "" } else { ", " };
                keys += key;
            }
            let name = &self.names[self.text];
            return Err(Bad::new(format!("no field {name:?} (the fields are: {keys}); name the text's with --text")));
        };
        let title = self.title.and_then(|title| values[title]);
        let ids = self.ids.iter().map(|&id| values[id].map(|raw| self.cell(id, raw, line)).transpose());
        Ok(Found {
            text: self.string(self.text, text, line)?,
            title: title.map_or(Ok(None), |raw| self.string(self.title.unwrap_or_default(), raw, line))?,
            ids: ids.collect::<Result<_, _>>()?,
        })
    }

    /// A value that has to be a string or null.
    fn string(&self, field: usize, raw: &RawValue, line: &str) -> Result<Option<String>, Bad> {
        match self.cell(field, raw, line) {
            Ok(Cell::Null) => Ok(None),
            Ok(Cell::Text(text)) if u32::try_from(text.len()).is_err() => {
                Err(Bad::new(format!("field {:?} has 4 GiB or more; split it into articles", self.names[field])))
            }
            Ok(Cell::Text(text)) => Ok(Some(text)),
            Ok(Cell::Number(_)) => Err(self.no_string(field, "a number")),
            Ok(Cell::Flag(_)) => Err(self.no_string(field, "true or false")),
            Err(bad) if bad.column.is_none() => Err(self.no_string(field, "an array or object")),
            Err(bad) => Err(bad),
        }
    }

    fn no_string(&self, field: usize, what: &str) -> Bad {
        Bad::new(format!("field {:?} is {what}, where a string or null belongs", self.names[field]))
    }

    fn cell(&self, field: usize, raw: &RawValue, line: &str) -> Result<Cell, Bad> {
        let json = raw.get();
        Ok(match json.as_bytes().first() {
            Some(b'"') => {
                let text = serde_json::from_str(json).map_err(|error| Bad::json(&error, line, json))?;
                Cell::Text(text)
            }
            Some(b'n') => Cell::Null,
            Some(b't') => Cell::Flag(true),
            Some(b'f') => Cell::Flag(false),
            Some(b'[' | b'{') => {
                let reason = "is an array or object; only strings, numbers, true and false are passed through";
                return Err(Bad::new(format!("field {:?} {reason}", self.names[field])));
            }
            _ => Cell::Number(json.to_owned()),
        })
    }
}

/// Reads the values of the wanted fields as they are written; the last one counts, as in Python.
struct Seed<'a>(&'a [String]);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Vec<Option<&'de RawValue>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Vec<Option<&'de RawValue>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut values = vec![None; self.0.len()];
        while let Some(field) = map.next_key_seed(Key(self.0))? {
            match field.and_then(|field| values.get_mut(field)) {
                Some(value) => *value = Some(map.next_value()?),
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(values)
    }
}

/// The number of a key among the wanted fields.
struct Key<'a>(&'a [String]);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().position(|name| name == key))
    }
}
