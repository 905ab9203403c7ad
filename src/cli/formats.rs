//! The formats of files, as the endings of their names say.

use std::ffi::OsStr;
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Jsonl,
    Csv,
    Parquet,
    Text,
    Html,
    Warc,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    None,
    Gzip,
    Zstd,
}

/// The format of a file, and how it is packed.
pub(super) fn format_of(path: &Path) -> Option<(Format, Packing)> {
    let ending = |path: &Path| path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    let (packing, ending) = match ending(path)?.as_str() {
        "gz" => (Packing::Gzip, ending(&path.with_extension(""))?),
        "zst" => (Packing::Zstd, ending(&path.with_extension(""))?),
        other => (Packing::None, other.to_owned()),
    };
    let format = match ending.as_str() {
        "jsonl" | "ndjson" => Format::Jsonl,
        "csv" => Format::Csv,
        "txt" => Format::Text,
        "html" | "htm" | "xhtml" => Format::Html,
        "warc" => Format::Warc,
        "parquet" if packing == Packing::None => Format::Parquet,
        _ => return None,
    };
    Some((format, packing))
}
