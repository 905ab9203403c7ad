//! The cells of a table as lines of JSON and of CSV.

use std::io::{self, Write};

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, Float64Array, Int64Array, RecordBatch};
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_json::EncoderOptions;
use arrow_json::writer::{NullableEncoder, make_encoder};
use arrow_schema::{ArrowError, DataType, FieldRef, Schema};

/// A column of a batch, ready to be written cell by cell. Numbers are written in the shortest form that reads back to
/// the same number.
enum Cells<'a> {
    Counts(&'a Int64Array),
    Numbers(&'a Float64Array),
    /// Lists as JSON; CSV has none.
    Lists(NullableEncoder<'a>),
    /// A column that was passed through.
    Passed {
        array: &'a ArrayRef,
        text: ArrayFormatter<'a>,
        is_bare: bool,
    },
}

/// How cells are written.
struct Options {
    lists: EncoderOptions,
    passed: FormatOptions<'static>,
}

impl Default for Options {
    fn default() -> Self {
        // Every item has every field, as in the JSON of a report.
        Self { lists: EncoderOptions::default().with_explicit_nulls(true), passed: FormatOptions::default() }
    }
}

impl<'a> Cells<'a> {
    fn of_all(batch: &'a RecordBatch, options: &'a Options) -> io::Result<Vec<Self>> {
        let columns = batch.schema_ref().fields().iter().zip(batch.columns());
        columns.map(|(field, array)| Self::of(field, array, options).map_err(io::Error::other)).collect()
    }

    fn of(field: &'a FieldRef, array: &'a ArrayRef, options: &'a Options) -> Result<Self, ArrowError> {
        Ok(match array.data_type() {
            DataType::List(_) => Self::Lists(make_encoder(field, array, &options.lists)?),
            DataType::Int64 => Self::Counts(array.as_primitive::<Int64Type>()),
            DataType::Float64 => Self::Numbers(array.as_primitive::<Float64Type>()),
            other => Self::Passed {
                array,
                text: ArrayFormatter::try_new(array, &options.passed)?,
                is_bare: other.is_integer() || *other == DataType::Boolean,
            },
        })
    }

    fn is_null(&self, row: usize) -> bool {
        match self {
            Self::Counts(array) => array.is_null(row),
            Self::Numbers(array) => array.is_null(row) || !array.value(row).is_finite(),
            Self::Lists(encoder) => encoder.is_null(row),
            Self::Passed { array, .. } => array.is_null(row),
        }
    }

    /// The cell as JSON; as bare text for CSV.
    fn write(&mut self, row: usize, as_json: bool, out: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Self::Lists(encoder) => {
                encoder.encode(row, out);
                Ok(())
            }
            Self::Counts(array) => serde_json::to_writer(out, &array.value(row)).map_err(io::Error::from),
            Self::Numbers(array) => serde_json::to_writer(out, &array.value(row)).map_err(io::Error::from),
            Self::Passed { text, is_bare, .. } => {
                let text = text.value(row).try_to_string().map_err(io::Error::other)?;
                if as_json && !*is_bare {
                    return serde_json::to_writer(out, &text).map_err(io::Error::from);
                }
                out.extend_from_slice(text.as_bytes());
                Ok(())
            }
        }
    }
}

/// Writes rows as JSON lines.
pub(super) fn write_jsonl(batch: &RecordBatch, out: &mut impl Write) -> io::Result<()> {
    let mut buffer = Vec::new();
    let options = Options::default();
    let mut columns = Cells::of_all(batch, &options)?;
    let names = batch.schema_ref().fields().iter().map(|field| serde_json::to_vec(field.name()));
    let names = names.collect::<Result<Vec<_>, _>>()?;
    for row in 0..batch.num_rows() {
        buffer.clear();
        for (index, (name, column)) in names.iter().zip(&mut columns).enumerate() {
            buffer.push(if index == 0 { b'{' } else { b',' });
            buffer.extend_from_slice(name);
            buffer.push(b':');
            if column.is_null(row) {
                buffer.extend_from_slice(b"null");
            } else {
                column.write(row, true, &mut buffer)?;
            }
        }
        buffer.extend_from_slice(b"}\n");
        out.write_all(&buffer)?;
    }
    Ok(())
}

/// Writes the names of the columns as CSV.
pub(super) fn write_csv_header(schema: &Schema, out: &mut impl Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(schema.fields().iter().map(|field| field.name().as_bytes()))?;
    writer.flush()
}

/// Writes rows as CSV.
pub(super) fn write_csv(batch: &RecordBatch, out: &mut impl Write) -> io::Result<()> {
    let options = Options::default();
    let mut columns = Cells::of_all(batch, &options)?;
    let mut writer = csv::Writer::from_writer(out);
    let mut cell = Vec::new();
    for row in 0..batch.num_rows() {
        for column in &mut columns {
            cell.clear();
            if !column.is_null(row) {
                column.write(row, false, &mut cell)?;
            }
            writer.write_field(&cell)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}
