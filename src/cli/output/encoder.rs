//! Rows as bytes of a format: a whole file, or a stretch of one.

use std::io::{self, Write};

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use flate2::Compression;
use flate2::write::GzEncoder;
use parquet::arrow::ArrowWriter;

use super::cells::{write_csv, write_csv_header, write_jsonl};
use super::parquet::{io_error, writer};
use crate::cli::formats::{Format, Packing};

/// Writes rows. What it has written when it is finished can be read by itself, and stretches of JSONL and CSV, packed or
/// not, make one file when they stand one behind the other.
pub(super) enum Encoder<W: Write + Send> {
    Jsonl(Packer<W>),
    Csv(Packer<W>),
    Parquet(Box<ArrowWriter<W>>),
}

/// Zstandard level: its default.
pub(super) const LEVEL: i32 = 3;

impl<W: Write + Send> Encoder<W> {
    /// Begins a stretch. The first one has what stands before the first row.
    pub(super) fn new(
        out: W,
        (format, packing): (Format, Packing),
        schema: &SchemaRef,
        is_first: bool,
    ) -> io::Result<Self> {
        Ok(match format {
            Format::Parquet => Self::Parquet(Box::new(writer(out, schema.clone())?)),
            Format::Csv => {
                let mut packer = Packer::new(out, packing)?;
                if is_first {
                    write_csv_header(schema, &mut packer)?;
                }
                Self::Csv(packer)
            }
            Format::Jsonl | Format::Text | Format::Html | Format::Warc => Self::Jsonl(Packer::new(out, packing)?),
        })
    }

    pub(super) fn write(&mut self, batch: &RecordBatch) -> io::Result<()> {
        match self {
            Self::Jsonl(packer) => write_jsonl(batch, packer),
            Self::Csv(packer) => write_csv(batch, packer),
            Self::Parquet(writer) => writer.write(batch).map_err(io_error),
        }
    }

    /// Ends the stretch.
    pub(super) fn finish(self) -> io::Result<W> {
        match self {
            Self::Jsonl(packer) | Self::Csv(packer) => packer.finish(),
            Self::Parquet(writer) => writer.into_inner().map_err(io_error),
        }
    }
}

/// Packs bytes.
pub(super) enum Packer<W: Write> {
    None(W),
    Gzip(GzEncoder<W>),
    Zstd(zstd::Encoder<'static, W>),
}

impl<W: Write> Packer<W> {
    fn new(out: W, packing: Packing) -> io::Result<Self> {
        Ok(match packing {
            Packing::None => Self::None(out),
            Packing::Gzip => Self::Gzip(GzEncoder::new(out, Compression::default())),
            Packing::Zstd => Self::Zstd(zstd::Encoder::new(out, LEVEL)?),
        })
    }

    fn finish(self) -> io::Result<W> {
        match self {
            Self::None(out) => Ok(out),
            Self::Gzip(packer) => packer.finish(),
            Self::Zstd(packer) => packer.finish(),
        }
    }
}

impl<W: Write> Write for Packer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::None(out) => out.write(bytes),
            Self::Gzip(packer) => packer.write(bytes),
            Self::Zstd(packer) => packer.write(bytes),
        }
    }

    /// Does nothing: a packer that is flushed packs worse, and what it packs is safe when it is finished.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
