//! WARC files of web crawls (ISO 28500): a row for every page of HTML that was fetched with status 200, read as a file of
//! HTML is. Other records are no articles and are passed over. The only field to pass through is `id`, the page's address.

use std::io::{self, BufRead, Read, Take};

use encoding_rs::Encoding;
use flate2::read::MultiGzDecoder;

use super::{Cell, Reader, Row, Rows};
use crate::cli::input::{Source, decode, without_mark};
use crate::cli::prose::{Markup, Prose};
use crate::error::Error;

/// The longest page that is read, packed or not, and the longest head of a record: they are held in memory.
const PAGE_BYTES: u64 = 32 << 20;
const HEAD_BYTES: u64 = 1 << 16;

pub(super) fn read(reader: &mut Reader<'_>, source: &Source, rows: &mut Rows) -> Result<(), Error> {
    let name = source.name();
    if reader.fields.title.is_some() {
        return Err(Error::input(name, "a page has no field for --title"));
    }
    let mut records = match source.open(reader.bar) {
        Ok(records) => records,
        Err(error) => return reader.rejects.add_input(error),
    };
    for number in 1_u64.. {
        let place = || format!("{name}, record {number}");
        let page = match next(&mut records) {
            Ok(Record::Page(page)) => page,
            Ok(Record::Other) => continue,
            Ok(Record::End) => break,
            // Nobody knows where the next record begins.
            Err(error) => return reader.rejects.add_input(Error::input(place(), format!("cannot be read: {error}"))),
        };
        let id = |field: &String| (field == "id").then(|| Cell::Text(page.address.clone()));
        let ids = rows.names().iter().map(id).collect();
        let text = page.text();
        let prose = text
            .as_deref()
            .map_err(Clone::clone)
            .and_then(|text| Prose::read(text, Markup::Html).map_err(|comment| comment.reason));
        match prose {
            Ok(prose) => reader.push(rows, Row { text: Some(prose.text()), title: None, ids }, place, &page.body)?,
            Err(reason) => reader.rejects.add(&format!("{} ({})", place(), page.address), &reason, &page.body)?,
        }
    }
    Ok(())
}

enum Record {
    Page(Page),
    /// No page.
    Other,
    /// There is none.
    End,
}

/// A page as it was fetched.
struct Page {
    address: String,
    head: Head,
    body: Vec<u8>,
}

/// Reads a record to its end.
fn next(file: &mut dyn BufRead) -> io::Result<Record> {
    let Some(head) = Head::read(file)? else { return Ok(Record::End) };
    if !head.first.starts_with("WARC/1.") {
        return Err(io::Error::other("no record of WARC 1 begins here"));
    }
    let length = head.value("content-length").and_then(|length| length.parse().ok());
    let length = length.ok_or_else(|| io::Error::other("the record has no Content-Length"))?;
    let mut block = file.take(length);
    let record = if head.value("warc-type") == Some("response") { page(&head, &mut block)? } else { Record::Other };
    io::copy(&mut block, &mut io::sink())?;
    if block.limit() > 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(record)
}

fn page(record: &Head, block: &mut Take<&mut dyn BufRead>) -> io::Result<Record> {
    let Some(head) = Head::read(block)? else { return Ok(Record::Other) };
    let kind = head.value("content-type").unwrap_or_default();
    let is_page = ["text/html", "application/xhtml+xml"].iter().any(|html| kind.to_ascii_lowercase().starts_with(html));
    if !is_page || !head.first.starts_with("HTTP/") || head.first.split(' ').nth(1) != Some("200") {
        return Ok(Record::Other);
    }
    let mut body = Vec::new();
    block.take(PAGE_BYTES + 1).read_to_end(&mut body)?;
    let address = record.value("warc-target-uri").unwrap_or_default().trim_matches(['<', '>']).to_owned();
    Ok(Record::Page(Page { address, head, body }))
}

impl Page {
    /// Its HTML, unpacked, as text.
    fn text(&self) -> Result<String, String> {
        let too_long = |bytes: &[u8]| bytes.len() as u64 > PAGE_BYTES;
        let is_chunked = self.head.value("transfer-encoding").is_some_and(|coding| coding.contains("chunked"));
        // Crawlers often take the chunks apart and leave the header.
        let mut bytes = is_chunked.then(|| joined(&self.body)).flatten().unwrap_or_else(|| self.body.clone());
        match self.head.value("content-encoding") {
            None | Some("" | "identity") => {}
            Some("gzip" | "x-gzip") => {
                let mut unpacked = Vec::new();
                let read = MultiGzDecoder::new(bytes.as_slice()).take(PAGE_BYTES + 1).read_to_end(&mut unpacked);
                read.map_err(|error| format!("cannot be unpacked: {error}"))?;
                bytes = unpacked;
            }
            Some(other) => return Err(format!("packed as {other:?}, where only gzip is read")),
        }
        if too_long(&self.body) || too_long(&bytes) {
            return Err(format!("a page of more than {} MiB", PAGE_BYTES >> 20));
        }
        let bytes = without_mark(&bytes);
        let charset = || {
            let kind = self.head.value("content-type")?.to_ascii_lowercase();
            let label = kind.split("charset=").nth(1)?.split(';').next()?.trim_matches(['"', '\'', ' ']).to_owned();
            Encoding::for_label(label.as_bytes())
        };
        decode(bytes).map(str::to_owned).or_else(|(_, _, reason)| {
            let decoded =
                charset().and_then(|charset| charset.decode_without_bom_handling_and_without_replacement(bytes));
            decoded.map(Into::into).ok_or(reason)
        })
    }
}

/// The bytes of chunks (RFC 9112), if these are chunks.
fn joined(mut chunks: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    loop {
        let end = chunks.windows(2).position(|pair| pair == b"\r\n")?;
        let size = str::from_utf8(&chunks[..end]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(bytes);
        }
        let start = end + 2;
        bytes.extend_from_slice(chunks.get(start..start.checked_add(size)?)?);
        chunks = chunks.get(start + size..)?.strip_prefix(b"\r\n")?;
    }
}

/// The head of a record, or of an answer of a server in it.
struct Head {
    first: String,
    /// Names in lower case.
    values: Vec<(String, String)>,
}

impl Head {
    /// Reads up to the empty line behind it; none at the end of the input.
    fn read(from: &mut dyn BufRead) -> io::Result<Option<Self>> {
        let mut lines = from.take(HEAD_BYTES);
        let mut head = Self { first: String::new(), values: Vec::new() };
        let mut line = Vec::new();
        loop {
            line.clear();
            if lines.read_until(b'\n', &mut line)? == 0 {
                let is_cut = !head.first.is_empty() || lines.limit() == 0;
                return if is_cut { Err(io::Error::other("its head has no end")) } else { Ok(None) };
            }
            let text = String::from_utf8_lossy(&line);
            let text = text.trim();
            if head.first.is_empty() {
                // Empty lines stand between two records.
                text.clone_into(&mut head.first);
            } else if text.is_empty() {
                return Ok(Some(head));
            } else if let Some((name, value)) = text.split_once(':') {
                head.values.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
