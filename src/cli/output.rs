//! What is written: a target that appears only when it is complete, and tables in three formats.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, Float64Array, Int64Array, RecordBatch};
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::{ArrowError, DataType, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;

use crate::error::Error;

/// The name of standard output in errors.
pub(super) const STDOUT: &str = "standard output";

/// A file that is written under a temporary name beside its place (`NAME.part`) and moved there when complete, so that
/// the place never holds half a file. `-` is standard output; devices and pipes are written as they are.
pub(super) struct Target {
    path: PathBuf,
    part: Option<PathBuf>,
    writer: BufWriter<Box<dyn Write + Send>>,
}

impl Target {
    pub(super) fn create(path: &Path) -> Result<Self, Error> {
        if path.as_os_str() == "-" {
            return Ok(Self { path: STDOUT.into(), part: None, writer: BufWriter::new(Box::new(io::stdout())) });
        }
        // A link keeps pointing where it points: its goal is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let is_special = fs::metadata(&path).is_ok_and(|found| !found.is_file() && !found.is_dir());
        let Some(name) = path.file_name().filter(|_| !path.is_dir()) else {
            return Err(Error::input(path.display().to_string(), "a folder, where the name of a file belongs"));
        };
        let mut part_name = name.to_owned();
        part_name.push(".part");
        let part = (!is_special).then(|| path.with_file_name(part_name));
        let opened = part.as_deref().unwrap_or(&path);
        let file = File::create(opened).map_err(|error| Error::io(opened, error))?;
        Ok(Self { path, part, writer: BufWriter::with_capacity(1 << 18, Box::new(file)) })
    }

    /// Writes everything out and puts the file in its place.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        self.flush().map_err(|error| self.failed(error))?;
        if let Some(part) = &self.part {
            let moved = File::open(part).and_then(|file| file.sync_all()).and_then(|()| fs::rename(part, &self.path));
            moved.map_err(|error| self.failed(error))?;
            self.part = None;
        }
        Ok(())
    }

    pub(super) fn failed(&self, error: io::Error) -> Error {
        Error::io(&self.path, error)
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        if let Some(part) = &self.part {
            // What failed before is what the user hears of.
            let _ = fs::remove_file(part);
        }
    }
}

/// The formats of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Jsonl,
    Csv,
    Parquet,
}

impl Format {
    fn of(path: &Path) -> Result<Self, Error> {
        if path.as_os_str() == "-" {
            return Ok(Self::Jsonl);
        }
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("jsonl" | "ndjson") => Ok(Self::Jsonl),
            Some("csv") => Ok(Self::Csv),
            Some("parquet") => Ok(Self::Parquet),
            _ => Err(Error::input(
                path.display().to_string(),
                "its ending says no format: .parquet, .jsonl or .csv belongs there, or - for JSONL on standard output",
            )),
        }
    }
}

/// A table on its way into a file.
pub(super) struct Table {
    path: PathBuf,
    format: Format,
    target: Option<Target>,
    parquet: Option<ArrowWriter<Target>>,
    schema: Option<SchemaRef>,
    row: Vec<u8>,
}

/// Rows of a row group of Parquet: bounds what the writer holds back.
const ROW_GROUP: usize = 1 << 15;
/// Zstandard level of Parquet: its default.
const LEVEL: i32 = 3;

impl Table {
    pub(super) fn create(path: &Path) -> Result<Self, Error> {
        let format = Format::of(path)?;
        let target = Some(Target::create(path)?);
        Ok(Self { path: path.to_owned(), format, target, parquet: None, schema: None, row: Vec::new() })
    }

    /// Writes rows; every batch has the columns of the first.
    pub(super) fn write(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        match &self.schema {
            None => {
                self.schema = Some(batch.schema());
                self.begin(batch)?;
            }
            Some(schema) if *schema != batch.schema() => {
                return Err(Error::input(
                    self.path.display().to_string(),
                    "the inputs give the columns of --id different types; score them one by one",
                ));
            }
            Some(_) => {}
        }
        if let Some(parquet) = &mut self.parquet {
            let written = parquet.write(batch);
            return written.map_err(|error| self.parquet_failed(error));
        }
        let Some(target) = &mut self.target else { return Ok(()) };
        let written = match self.format {
            Format::Csv => write_csv(batch, target),
            Format::Jsonl | Format::Parquet => write_jsonl(batch, target, &mut self.row),
        };
        written.map_err(|error| Error::io(&self.path, error))
    }

    /// Writes what stands before the first row.
    fn begin(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        match self.format {
            Format::Jsonl => Ok(()),
            Format::Csv => {
                let Some(target) = &mut self.target else { return Ok(()) };
                let mut writer = csv::Writer::from_writer(target);
                let names = batch.schema_ref().fields().iter().map(|field| field.name().as_bytes());
                let written = writer.write_record(names).map_err(io::Error::from).and_then(|()| writer.flush());
                written.map_err(|error| Error::io(&self.path, error))
            }
            Format::Parquet => {
                let Some(target) = self.target.take() else { return Ok(()) };
                let level = ZstdLevel::try_new(LEVEL).map_err(|error| self.parquet_failed(error))?;
                let properties = WriterProperties::builder()
                    .set_compression(Compression::ZSTD(level))
                    .set_max_row_group_row_count(Some(ROW_GROUP))
                    .set_created_by(format!("connote {}", env!("CARGO_PKG_VERSION")))
                    .build();
                let writer = ArrowWriter::try_new(target, batch.schema(), Some(properties));
                self.parquet = Some(writer.map_err(|error| self.parquet_failed(error))?);
                Ok(())
            }
        }
    }

    /// Ends the table and puts the file in its place.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        let target = match self.parquet.take() {
            Some(parquet) => Some(parquet.into_inner().map_err(|error| self.parquet_failed(error))?),
            None => self.target.take(),
        };
        target.map_or(Ok(()), Target::finish)
    }

    fn parquet_failed(&self, error: ParquetError) -> Error {
        let source = match error {
            ParquetError::External(source) => source.downcast::<io::Error>().map_or_else(io::Error::other, |io| *io),
            other => io::Error::other(other),
        };
        Error::io(&self.path, source)
    }
}

/// A column of a batch, ready to be written cell by cell. Numbers are written in the shortest form that reads back to
/// the same number.
enum Cells<'a> {
    Counts(&'a Int64Array),
    Numbers(&'a Float64Array),
    /// A column that was passed through.
    Passed {
        array: &'a ArrayRef,
        text: ArrayFormatter<'a>,
        is_bare: bool,
    },
}

impl<'a> Cells<'a> {
    fn of_all(batch: &'a RecordBatch, options: &'a FormatOptions<'a>) -> io::Result<Vec<Self>> {
        batch.columns().iter().map(|array| Self::of(array, options).map_err(io::Error::other)).collect()
    }

    fn of(array: &'a ArrayRef, options: &'a FormatOptions<'a>) -> Result<Self, ArrowError> {
        Ok(match array.data_type() {
            DataType::Int64 => Self::Counts(array.as_primitive::<Int64Type>()),
            DataType::Float64 => Self::Numbers(array.as_primitive::<Float64Type>()),
            other => Self::Passed {
                array,
                text: ArrayFormatter::try_new(array, options)?,
                is_bare: other.is_integer() || *other == DataType::Boolean,
            },
        })
    }

    fn is_null(&self, row: usize) -> bool {
        match self {
            Self::Counts(array) => array.is_null(row),
            Self::Numbers(array) => array.is_null(row) || !array.value(row).is_finite(),
            Self::Passed { array, .. } => array.is_null(row),
        }
    }

    /// The cell as JSON; as bare text for CSV.
    fn write(&self, row: usize, as_json: bool, out: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Self::Counts(array) => serde_json::to_writer(out, &array.value(row)).map_err(io::Error::from),
            Self::Numbers(array) => serde_json::to_writer(out, &array.value(row)).map_err(io::Error::from),
            Self::Passed { text, is_bare, .. } => {
                let text = text.value(row).try_to_string().map_err(io::Error::other)?;
                if as_json && !is_bare {
                    return serde_json::to_writer(out, &text).map_err(io::Error::from);
                }
                out.extend_from_slice(text.as_bytes());
                Ok(())
            }
        }
    }
}

fn write_jsonl(batch: &RecordBatch, out: &mut impl Write, buffer: &mut Vec<u8>) -> io::Result<()> {
    let options = FormatOptions::default();
    let columns = Cells::of_all(batch, &options)?;
    let names = batch.schema_ref().fields().iter().map(|field| serde_json::to_vec(field.name()));
    let names = names.collect::<Result<Vec<_>, _>>()?;
    for row in 0..batch.num_rows() {
        buffer.clear();
        for (index, (name, column)) in names.iter().zip(&columns).enumerate() {
            buffer.push(if index == 0 { b'{' } else { b',' });
            buffer.extend_from_slice(name);
            buffer.push(b':');
            if column.is_null(row) {
                buffer.extend_from_slice(b"null");
            } else {
                column.write(row, true, buffer)?;
            }
        }
        buffer.extend_from_slice(b"}\n");
        out.write_all(buffer)?;
    }
    Ok(())
}

fn write_csv(batch: &RecordBatch, out: &mut impl Write) -> io::Result<()> {
    let options = FormatOptions::default();
    let columns = Cells::of_all(batch, &options)?;
    let mut writer = csv::Writer::from_writer(out);
    let mut cell = Vec::new();
    for row in 0..batch.num_rows() {
        for column in &columns {
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
