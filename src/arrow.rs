//! The one batch door: a column of texts in, a record batch of scores out, rows in input order.
//!
//! Python, the command line and distributed engines all score through [`score`]; words are counted through [`count`].

use std::sync::Arc;

use arrow_array::builder::LargeStringBuilder;
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, Float64Array, Int64Array, RecordBatch, UInt64Array, new_empty_array};
use arrow_json::ReaderBuilder;
use arrow_schema::{ArrowError, DataType, Field, Schema};
use arrow_select::concat::concat_batches;
use arrow_select::take::take_record_batch;
use rayon::prelude::*;

use crate::analyzer::{Analyzer, Wanted};
use crate::columns::{Column, ColumnKind, ItemField, ItemKind, Value};
use crate::corpus::comparison::CorpusSample;
use crate::corpus::table::{FrequencyTable, TableEntry, per_million, zipf};
use crate::error::Error;
use crate::report::Report;

/// The schema of a table of these columns. Counts are `Int64`, which every engine reads; lists are lists of structs; a row
/// is null where the text is.
pub fn schema(columns: &[&Column]) -> Schema {
    let field = |column: &&Column| Field::new(&column.name, data_type(column.kind), true);
    Schema::new(columns.iter().map(field).collect::<Vec<_>>())
}

fn data_type(kind: ColumnKind) -> DataType {
    match kind {
        ColumnKind::Count => DataType::Int64,
        ColumnKind::Number => DataType::Float64,
        ColumnKind::List(fields) => DataType::new_list(DataType::Struct(fields.iter().map(item_field).collect()), true),
    }
}

fn item_field(field: &ItemField) -> Field {
    let data_type = match field.kind {
        ItemKind::Count => DataType::Int64,
        ItemKind::Number => DataType::Float64,
        ItemKind::Text => DataType::Utf8,
        ItemKind::Flag => DataType::Boolean,
        ItemKind::Span => DataType::new_list(DataType::Int64, true),
    };
    Field::new(field.name, data_type, true)
}

/// Scores a column of texts on all cores of the current rayon pool: one row per text, in input order. A null text is a
/// null row.
///
/// Takes `Utf8`, `LargeUtf8`, `Utf8View`, dictionaries of these (each value is scored once) and `Null`.
///
/// # Errors
/// [`Error::Input`] for a column of another type; [`Error::TextTooLong`] for a text of 4 GiB or more.
pub fn score(analyzer: &Analyzer, texts: &dyn Array, columns: &[&Column]) -> Result<RecordBatch, Error> {
    score_while(analyzer, texts, columns, &|| true)
}

/// As [`score`], but asks before each text whether to go on: for progress, and to stop early.
///
/// # Errors
/// As [`score`], and [`Error::Stopped`] after the answer no.
pub fn score_while(
    analyzer: &Analyzer,
    texts: &dyn Array,
    columns: &[&Column],
    go_on: &(dyn Fn() -> bool + Sync),
) -> Result<RecordBatch, Error> {
    let texts = Texts::read(texts)?;
    let wanted = wanted(columns);
    let scores = table(columns, texts.distinct.len(), |at| {
        if !go_on() {
            return Err(Error::Stopped);
        }
        texts.distinct[at].map(|text| analyzer.analyze_for(text, wanted)).transpose()
    })?;
    match &texts.rows {
        None => Ok(scores),
        Some(rows) => take_record_batch(&scores, &UInt64Array::from(rows.clone())).map_err(into_error),
    }
}

/// As [`score`] for texts with their titles, by [`Analyzer::analyze_titled`]. A null title is none.
///
/// # Errors
/// As [`score`]; [`Error::Input`] when there is not one title for each text.
pub fn score_titled(
    analyzer: &Analyzer,
    titles: &dyn Array,
    texts: &dyn Array,
    columns: &[&Column],
) -> Result<RecordBatch, Error> {
    score_titled_while(analyzer, titles, texts, columns, &|| true)
}

/// As [`score_titled`], but asks before each text whether to go on.
///
/// # Errors
/// As [`score_titled`], and [`Error::Stopped`] after the answer no.
pub fn score_titled_while(
    analyzer: &Analyzer,
    titles: &dyn Array,
    texts: &dyn Array,
    columns: &[&Column],
    go_on: &(dyn Fn() -> bool + Sync),
) -> Result<RecordBatch, Error> {
    if titles.len() != texts.len() {
        let reason = format!("{} titles for {} texts", titles.len(), texts.len());
        return Err(Error::input("column of titles", reason));
    }
    let (titles, texts) = (Texts::read(titles)?, Texts::read(texts)?);
    let wanted = wanted(columns);
    table(columns, texts.len(), |row| {
        if !go_on() {
            return Err(Error::Stopped);
        }
        let Some(text) = texts.get(row) else { return Ok(None) };
        let title = titles.get(row).unwrap_or_default();
        analyzer.analyze_titled_for(title, text, wanted).map(Some)
    })
}

/// The documents of a column of texts and, if there is one, of their titles; a null text is none.
#[cfg(feature = "cli")]
pub(crate) fn documents<'a>(
    titles: Option<&'a dyn Array>,
    texts: &'a dyn Array,
) -> Result<Vec<(&'a str, &'a str)>, Error> {
    let (titles, texts) = (titles.map(Texts::read).transpose()?, Texts::read(texts)?);
    let title = |row| titles.as_ref().and_then(|titles| titles.get(row)).unwrap_or_default();
    Ok((0..texts.len()).filter_map(|row| Some((title(row), texts.get(row)?))).collect())
}

/// Counts a column of texts, each a document, on all cores of the current rayon pool. A null text is none.
///
/// Takes the columns that [`score`] takes; a text of a dictionary counts in every row that it stands in.
///
/// # Errors
/// [`Error::Input`] for a column of another type; else as [`FrequencyTable::add`]. The table is then what it was before.
pub fn count(table: &mut FrequencyTable, texts: &dyn Array) -> Result<(), Error> {
    count_while(table, &[texts], &|| true)
}

/// As [`count`] for a column that comes in chunks, but asks before each text whether to go on.
///
/// # Errors
/// As [`count`], and [`Error::Stopped`] after the answer no.
pub fn count_while(
    table: &mut FrequencyTable,
    chunks: &[&dyn Array],
    go_on: &(dyn Fn() -> bool + Sync),
) -> Result<(), Error> {
    let texts = texts(chunks)?;
    table.add_each(texts.len(), |table, at| if go_on() { table.add(texts[at]) } else { Err(Error::Stopped) })
}

/// Analyses the texts of string columns on all cores and adds them to a sample, after asking before each text whether to
/// go on; nulls are no texts.
///
/// # Errors
/// As [`count`], an analyzer of another language, and [`Error::Stopped`] after the answer no.
pub fn sample_while(
    sample: &mut CorpusSample,
    analyzer: &Analyzer,
    chunks: &[&dyn Array],
    go_on: &(dyn Fn() -> bool + Sync),
) -> Result<(), Error> {
    let texts = texts(chunks)?;
    sample.add_each(texts.len(), |at| if go_on() { analyzer.analyze(texts[at]) } else { Err(Error::Stopped) })
}

/// The texts of string columns, nulls left out.
fn texts<'a>(chunks: &[&'a dyn Array]) -> Result<Vec<&'a str>, Error> {
    let chunks = chunks.iter().map(|&chunk| Texts::read(chunk)).collect::<Result<Vec<_>, _>>()?;
    Ok(chunks.iter().flat_map(|chunk| (0..chunk.len()).filter_map(|row| chunk.get(row))).collect())
}

/// Entries of a table as columns: `key`, `count`, `documents`, `per_million` and `zipf` of a table of so many `tokens`
/// (see [`FrequencyTable::per_million`] and [`FrequencyTable::zipf`]).
///
/// # Errors
/// [`Error::Input`] for a count of 2^63 or more, which no engine reads.
pub fn entries<'t>(entries: impl Iterator<Item = TableEntry<'t>>, tokens: u64) -> Result<RecordBatch, Error> {
    let (mut keys, mut counts, mut documents) = (LargeStringBuilder::new(), Vec::new(), Vec::new());
    let (mut per_millions, mut zipfs) = (Vec::new(), Vec::new());
    for entry in entries {
        keys.append_value(entry.key);
        per_millions.push(per_million(entry.count, tokens));
        zipfs.push(zipf(entry.count, tokens));
        let too_large = |_| Error::input(entry.key, "its count is 2^63 or more");
        counts.push(i64::try_from(entry.count).map_err(too_large)?);
        documents.push(i64::try_from(entry.documents).map_err(too_large)?);
    }
    let columns: [(&str, ArrayRef); 5] = [
        ("key", Arc::new(keys.finish())),
        ("count", Arc::new(Int64Array::from(counts))),
        ("documents", Arc::new(Int64Array::from(documents))),
        ("per_million", Arc::new(Float64Array::from(per_millions))),
        ("zipf", Arc::new(Float64Array::from(zipfs))),
    ];
    RecordBatch::try_from_iter(columns).map_err(|error| Error::input("table of words", error.to_string()))
}

/// What of a report the columns read.
fn wanted(columns: &[&Column]) -> Wanted {
    columns.iter().fold(Wanted::NONE, |wanted, column| wanted.or(column.wanted))
}

/// The table of so many rows, each read by itself, on all cores; the values of a block of rows become columns while they
/// are near.
fn table(
    columns: &[&Column],
    rows: usize,
    read: impl Fn(usize) -> Result<Option<Report>, Error> + Sync,
) -> Result<RecordBatch, Error> {
    let schema = Arc::new(schema(columns));
    let values = |row| -> Result<Option<Vec<Value>>, Error> {
        Ok(read(row)?.map(|report| columns.iter().map(|column| column.value(&report)).collect()))
    };
    let block = |first: usize, length: usize| {
        let rows = (first..rows.min(first + length)).map(values).collect::<Result<Vec<_>, _>>()?;
        let arrays =
            columns.iter().enumerate().map(|(at, column)| array(column.kind, &rows, at)).collect::<Result<_, _>>();
        arrays.and_then(|arrays| RecordBatch::try_new(Arc::clone(&schema), arrays)).map_err(into_error)
    };
    // Few rows are shared among the cores, too.
    let length = rows.div_ceil(BLOCKS_EACH * rayon::current_num_threads()).clamp(1, BLOCK);
    let blocks = (0..rows.div_ceil(length)).into_par_iter().map(|number| block(number * length, length));
    let blocks = blocks.collect::<Result<Vec<_>, _>>()?;
    concat_batches(&schema, &blocks).map_err(into_error)
}

/// Rows of a block of a table at most, and blocks for each core at least.
const BLOCK: usize = 64;
const BLOCKS_EACH: usize = 8;

#[expect(clippy::needless_pass_by_value, reason = "what map_err hands over")]
fn into_error(error: ArrowError) -> Error {
    Error::input("table of scores", error.to_string())
}

/// The texts of a column: each distinct one once, where the column says so.
struct Texts<'a> {
    distinct: Vec<Option<&'a str>>,
    /// For a dictionary: which of the distinct texts stands in each row.
    rows: Option<Vec<Option<u64>>>,
}

impl<'a> Texts<'a> {
    fn read(column: &'a dyn Array) -> Result<Self, Error> {
        if let Some(dictionary) = column.as_any_dictionary_opt() {
            let distinct = Self::read(dictionary.values().as_ref())?.distinct;
            let keys = dictionary.normalized_keys();
            let rows = keys.iter().enumerate().map(|(row, &key)| dictionary.is_valid(row).then_some(key as u64));
            return Ok(Self { rows: Some(rows.collect()), distinct });
        }
        let distinct = match column.data_type() {
            DataType::Utf8 => column.as_string::<i32>().iter().collect(),
            DataType::LargeUtf8 => column.as_string::<i64>().iter().collect(),
            DataType::Utf8View => column.as_string_view().iter().collect(),
            DataType::Null => vec![None; column.len()],
            other => {
                return Err(Error::input(
                    "column of texts",
                    format!("type {other} where strings belong (cast it to string)"),
                ));
            }
        };
        Ok(Self { distinct, rows: None })
    }

    fn len(&self) -> usize {
        self.rows.as_ref().map_or(self.distinct.len(), Vec::len)
    }

    /// The text of a row.
    fn get(&self, row: usize) -> Option<&'a str> {
        let at = self.rows.as_ref().map_or(Some(row), |rows| rows.get(row)?.map(|at| at as usize))?;
        *self.distinct.get(at)?
    }
}

fn array(kind: ColumnKind, rows: &[Option<Vec<Value>>], at: usize) -> Result<ArrayRef, ArrowError> {
    let values = rows.iter().map(|row| row.as_ref().and_then(|row| row.get(at)));
    Ok(match kind {
        ColumnKind::Count => {
            let count = |value: Option<&Value>| match value? {
                Value::Count(count) => i64::try_from((*count)?).ok(),
                _ => None,
            };
            Arc::new(values.map(count).collect::<Int64Array>())
        }
        ColumnKind::Number => {
            let number = |value: Option<&Value>| match value? {
                Value::Number(number) => *number,
                _ => None,
            };
            Arc::new(values.map(number).collect::<Float64Array>())
        }
        ColumnKind::List(_) => {
            let list = values.map(|value| match value {
                Some(Value::List(Some(json))) => json.as_str(),
                _ => "null",
            });
            lists(&data_type(kind), &list.collect::<Vec<_>>())?
        }
    })
}

/// Lists that are written as JSON.
fn lists(data_type: &DataType, rows: &[&str]) -> Result<ArrayRef, ArrowError> {
    let field = Field::new("list", data_type.clone(), true);
    let mut decoder = ReaderBuilder::new_with_field(field).with_batch_size(rows.len()).build_decoder()?;
    for row in rows {
        decoder.decode(row.as_bytes())?;
        decoder.decode(b"\n")?;
    }
    Ok(decoder.flush()?.map_or_else(|| new_empty_array(data_type), |batch| Arc::clone(batch.column(0))))
}
