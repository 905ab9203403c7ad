//! Tables: tab-separated and comma-separated lexicons.

use super::{Place, Reader, weight};
use crate::lexicon::dictionary::ALL;
use crate::lexicon::term::{COLUMNS, Fields};
use crate::lexicon::tsv::{optional, rows};

/// Names of the column of words: our own, others', that of LIWC-22.
const WORDS: [&str; 3] = ["term", "word", "dicterm"];
/// Marks in LIWC-22 that a word belongs to the category of the column.
const MEMBER: &str = "X";

pub(super) fn read_tsv(reader: &mut Reader<'_>, content: &str) {
    let mut table = Table::default();
    for row in rows(reader.name, content) {
        let cells: Vec<&str> = row.text().split('\t').collect();
        table.row(reader, row.line(), &cells);
    }
}

pub(super) fn read_csv(reader: &mut Reader<'_>, content: &str) {
    let mut table = Table { names_needed: true, ..Table::default() };
    let mut csv = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(content.as_bytes());
    let mut record = csv::StringRecord::new();
    loop {
        match csv.read_record(&mut record) {
            Ok(false) => return,
            Ok(true) => {
                let line = record.position().map_or(1, |position| position.line() as usize);
                let cells: Vec<&str> = record.iter().collect();
                if cells.iter().any(|cell| cell.contains(['\n', '\r'])) {
                    let reason = "a line break in a cell: a quotation mark is not closed, or stands inside a cell";
                    return reader.error(Place::Line(line), reason);
                }
                table.row(reader, line, &cells);
            }
            Err(error) => return reader.error(Place::Line(csv.position().line() as usize), error.to_string()),
        }
    }
}

/// What the columns of a table are.
#[derive(Debug, Clone)]
enum Layout {
    /// Loaded terms: for each column the field.
    Terms(Vec<&'static str>),
    /// Words, each with its category, its weight, or both.
    Long { word: usize, category: Option<usize>, weight: Option<usize>, columns: usize },
    /// Words, and a column of weights for each category.
    Wide { word: usize, categories: Vec<(usize, u32)>, columns: usize },
    /// The first line was wrong, so that the others mean nothing.
    Unknown,
}

#[derive(Debug, Default)]
struct Table {
    /// Whether the first line has to name the columns.
    names_needed: bool,
    layout: Option<Layout>,
    /// Whether the columns were named.
    named: bool,
}

impl Table {
    fn row(&mut self, reader: &mut Reader<'_>, line: usize, cells: &[&str]) {
        let layout = match self.layout.take() {
            Some(layout) => layout,
            None => match self.first(reader, cells) {
                Ok(layout) if self.named => {
                    self.layout = Some(layout);
                    return;
                }
                Ok(layout) => layout,
                Err(reason) => {
                    reader.error(Place::Line(line), reason);
                    Layout::Unknown
                }
            },
        };
        self.entry(reader, Place::Line(line), &layout, cells);
        self.layout = Some(layout);
    }

    /// What the first line says of the columns, by their names or by their number.
    fn first(&mut self, reader: &mut Reader<'_>, cells: &[&str]) -> Result<Layout, String> {
        let names: Vec<String> = cells.iter().map(|cell| cell.trim().to_lowercase()).collect();
        let word = names.iter().position(|name| WORDS.contains(&name.as_str()));
        let numbers = names.iter().any(|name| name.parse::<f64>().is_ok());
        let (Some(word), false) = (word, numbers) else {
            return match cells.len() {
                2 => Ok(Layout::Long { word: 0, category: None, weight: Some(1), columns: 2 }),
                _ if self.names_needed => Err(format!(
                    "the first line names the columns: term, category, weight; or those of loaded terms: {}",
                    COLUMNS.join(", ")
                )),
                _ => Ok(Layout::Terms(COLUMNS.to_vec())),
            };
        };
        self.named = true;
        for (at, name) in names.iter().enumerate() {
            if name.is_empty() {
                return Err(format!("column {} has no name", at + 1));
            }
            if names[..at].contains(name) {
                return Err(format!("column '{name}' stands twice"));
            }
        }
        let find = |name: &str| names.iter().position(|known| known == name);
        let columns = names.len();
        if find("form").is_some() || find("strength").is_some() {
            let field = |(at, name): (usize, &String)| match COLUMNS.iter().find(|known| *known == name) {
                Some(field) => Ok(*field),
                None if at == word => Ok("term"),
                None => Err(format!("there is no column '{name}'; loaded terms have {}", COLUMNS.join(", "))),
            };
            return Ok(Layout::Terms(names.iter().enumerate().map(field).collect::<Result<_, _>>()?));
        }
        let (category, weight) = (find("category"), find("weight"));
        let others: Vec<usize> =
            (0..columns).filter(|&at| at != word && Some(at) != category && Some(at) != weight).collect();
        match others.first() {
            None => Ok(Layout::Long { word, category, weight, columns }),
            Some(&other) if category.is_some() || weight.is_some() => {
                let known = "beside category and weight there is only term";
                Err(format!("there is no column '{}'; {known}", names[other]))
            }
            Some(_) => {
                let number = |at: usize| (at, reader.dictionary.category(cells[at].trim()));
                Ok(Layout::Wide { word, categories: others.into_iter().map(number).collect(), columns })
            }
        }
    }

    fn entry(&self, reader: &mut Reader<'_>, place: Place<'_>, layout: &Layout, cells: &[&str]) {
        let (columns, names) = match layout {
            Layout::Terms(fields) => (fields.len(), format!(": {}", fields.join(", "))),
            Layout::Long { columns, .. } | Layout::Wide { columns, .. } => (*columns, String::new()),
            Layout::Unknown => return,
        };
        if cells.len() != columns {
            let hint = if self.named { "" } else { ", or a first line that names them" };
            return reader.error(place, format!("{} columns where {columns} belong{names}{hint}", cells.len()));
        }
        match layout {
            Layout::Terms(names) => {
                let mut fields = Fields::default();
                for (name, cell) in names.iter().zip(cells) {
                    if let Some(field) = fields.field_mut(name) {
                        *field = optional(cell);
                    }
                }
                reader.add_term(place, &fields);
            }
            Layout::Long { word, category, weight: weights, .. } => {
                let name = category.map_or(ALL, |at| cells[at].trim());
                if name.is_empty() || name == "-" {
                    return reader.error(place, format!("'{}' has no category", cells[*word]));
                }
                let value = match weights
                    .map(|at| cells[at])
                    .filter(|cell| category.is_none() || optional(cell.trim()).is_some())
                {
                    None => None,
                    Some(cell) => match weight(cell) {
                        Ok(value) => Some(value),
                        Err(reason) => {
                            let hint = if self.named { "" } else { "; 2 columns without names are term and weight" };
                            return reader.error(place, reason + hint);
                        }
                    },
                };
                let category = reader.dictionary.category(name);
                reader.add_pattern(place, cells[*word], category, value);
            }
            Layout::Wide { word, categories, .. } => {
                if categories.iter().all(|&(at, _)| optional(cells[at].trim()).is_none()) {
                    return reader.error(place, format!("'{}' has no category", cells[*word]));
                }
                for &(at, category) in categories {
                    let value = match optional(cells[at].trim()) {
                        None => continue,
                        Some(MEMBER | "x") => None,
                        Some(cell) => match weight(cell) {
                            Ok(value) => Some(value),
                            Err(reason) => {
                                let what = format!("{reason} (or {MEMBER}, or nothing)");
                                reader.error(place, format!("column {}: {what}", at + 1));
                                continue;
                            }
                        },
                    };
                    reader.add_pattern(place, cells[*word], category, value);
                }
            }
            Layout::Unknown => {}
        }
    }
}
