//! Parquet files, and several of them as one.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;

use arrow_schema::SchemaRef;
use bytes::Bytes;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::column::writer::ColumnCloseResult;
use parquet::errors::ParquetError;
use parquet::file::metadata::{KeyValue, PageIndexPolicy, ParquetMetaData, ParquetMetaDataReader};
use parquet::file::properties::{WriterProperties, WriterPropertiesBuilder};
use parquet::file::writer::SerializedFileWriter;

use super::encoder::LEVEL;

/// Rows and bytes of a row group: they bound what the writer holds back. Only lists reach the bytes.
const ROW_GROUP: usize = 1 << 15;
const ROW_GROUP_BYTES: usize = 24 << 20;

fn properties() -> WriterPropertiesBuilder {
    WriterProperties::builder().set_created_by(format!("connote {}", env!("CARGO_PKG_VERSION")))
}

/// A writer of one file.
pub(super) fn writer<W: Write + Send>(out: W, schema: SchemaRef) -> io::Result<ArrowWriter<W>> {
    let level = ZstdLevel::try_new(LEVEL).map_err(io_error)?;
    let metadata = schema.metadata().iter().map(|(key, value)| KeyValue::new(key.clone(), value.clone())).collect();
    let properties = properties()
        .set_compression(Compression::ZSTD(level))
        .set_max_row_group_row_count(Some(ROW_GROUP))
        .set_max_row_group_bytes(Some(ROW_GROUP_BYTES))
        .set_key_value_metadata(Some(metadata));
    ArrowWriter::try_new(out, schema, Some(properties.build())).map_err(io_error)
}

/// The system's own error, if that is behind it.
pub(super) fn io_error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(source) => source.downcast::<io::Error>().map_or_else(io::Error::other, |io| *io),
        other => io::Error::other(other),
    }
}

/// Joins the files that stand one behind the other in a file, and end there, into one. Their row groups are copied as they
/// are.
pub(super) fn join<W: Write + Send>(path: &Path, ends: impl Iterator<Item = u64>, out: W) -> io::Result<W> {
    let (mut file, mut start) = (File::open(path)?, 0);
    let mut parts = ends.map(|end| {
        let mut part = Vec::new();
        (&mut file).take(end - std::mem::replace(&mut start, end)).read_to_end(&mut part)?;
        Part::read(part.into())
    });
    let Some(first) = parts.next().transpose()? else { return Ok(out) };
    let mut whole = first.like(out)?;
    first.append_to(&mut whole)?;
    parts.try_for_each(|part| part?.append_to(&mut whole))?;
    whole.into_inner().map_err(io_error)
}

/// A file in memory.
struct Part {
    bytes: Bytes,
    metadata: ParquetMetaData,
}

impl Part {
    fn read(bytes: Bytes) -> io::Result<Self> {
        let reader = ParquetMetaDataReader::new().with_page_index_policy(PageIndexPolicy::Optional);
        let metadata = reader.parse_and_finish(&bytes).map_err(io_error)?;
        Ok(Self { bytes, metadata })
    }

    /// A writer of a file of the same columns.
    fn like<W: Write + Send>(&self, out: W) -> io::Result<SerializedFileWriter<W>> {
        let file = self.metadata.file_metadata();
        let properties = properties().set_key_value_metadata(file.key_value_metadata().cloned()).build();
        let schema = file.schema_descr().root_schema_ptr();
        SerializedFileWriter::new(out, schema, Arc::new(properties)).map_err(io_error)
    }

    fn append_to<W: Write + Send>(&self, whole: &mut SerializedFileWriter<W>) -> io::Result<()> {
        for (group, rows) in self.metadata.row_groups().iter().enumerate() {
            let mut writer = whole.next_row_group().map_err(io_error)?;
            for (at, column) in rows.columns().iter().enumerate() {
                let index = self.metadata.page_index();
                let written = ColumnCloseResult {
                    bytes_written: u64::try_from(column.compressed_size()).unwrap_or(0),
                    rows_written: u64::try_from(rows.num_rows()).unwrap_or(0),
                    metadata: column.clone(),
                    bloom_filter: None,
                    column_index: index.and_then(|index| index.column_index(group, at)).cloned(),
                    offset_index: index.and_then(|index| index.offset_index(group, at)).cloned(),
                };
                writer.append_column(&self.bytes, written).map_err(io_error)?;
            }
            writer.close().map_err(io_error)?;
        }
        Ok(())
    }
}
