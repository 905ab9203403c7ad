//! Entries one after the other in a file: each key only by what it does not share with the key before.
//!
//! An entry is the number of bytes shared with the key before, the number of further bytes, these bytes, the count and
//! the number of documents. Numbers are written in groups of seven bits, the lowest first (LEB128). An entry without a
//! key is the end.

use std::io::{self, ErrorKind, Read, Write};

use sha2::{Digest, Sha256};

use super::table::TableEntry;

/// Bytes that are read or written at once.
const BUFFER: usize = 1 << 16;
/// A key is no longer than this: five words of a text of 4 GiB would be, and nobody means them.
const LONGEST_KEY: u64 = 1 << 30;

/// What is wrong with what was read.
#[derive(Debug)]
pub(super) enum Damage {
    /// The system's answer; `UnexpectedEof` where more should follow.
    Io(io::Error),
    /// What does not belong there.
    Wrong(&'static str),
}

impl From<io::Error> for Damage {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Bytes and numbers on their way into a file, with their checksum.
pub(super) struct Output<W> {
    writer: W,
    buffer: Vec<u8>,
    hash: Sha256,
    key: String,
}

impl<W: Write> Output<W> {
    pub(super) fn new(writer: W) -> Self {
        Self { writer, buffer: Vec::with_capacity(BUFFER), hash: Sha256::new(), key: String::new() }
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.buffer.len() + bytes.len() > BUFFER {
            self.flush()?;
        }
        self.buffer.extend_from_slice(bytes);
        Ok(())
    }

    pub(super) fn number(&mut self, mut number: u64) -> io::Result<()> {
        let mut bytes = [0; 10];
        let mut length = 0;
        loop {
            bytes[length] = (number & 0x7F) as u8 | if number > 0x7F { 0x80 } else { 0 };
            length += 1;
            number >>= 7;
            if number == 0 {
                return self.bytes(&bytes[..length]);
            }
        }
    }

    pub(super) fn entry(&mut self, entry: &TableEntry<'_>) -> io::Result<()> {
        let pairs = self.key.bytes().zip(entry.key.bytes());
        let shared = pairs.take_while(|(before, now)| before == now).count();
        let rest = &entry.key.as_bytes()[shared..];
        self.number(shared as u64)?;
        self.number(rest.len() as u64)?;
        self.bytes(rest)?;
        self.number(entry.count)?;
        self.number(entry.documents)?;
        self.key.clear();
        self.key.push_str(entry.key);
        Ok(())
    }

    /// The mark after the last entry.
    pub(super) fn end(&mut self) -> io::Result<()> {
        self.bytes(&[0, 0])
    }

    /// Everything so far goes to the file.
    fn flush(&mut self) -> io::Result<()> {
        self.hash.update(&self.buffer);
        self.writer.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    /// Ends without a checksum.
    #[cfg(feature = "spill")]
    pub(super) fn close(mut self) -> io::Result<W> {
        self.flush()?;
        Ok(self.writer)
    }

    /// Ends with the checksum of everything before it.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.flush()?;
        self.writer.write_all(&self.hash.finalize())?;
        self.writer.flush()?;
        Ok(self.writer)
    }
}

/// Bytes and numbers on their way out of a file, with their checksum.
pub(super) struct Input<R> {
    reader: R,
    buffer: Vec<u8>,
    at: usize,
    /// Where the bytes begin that the hash has not seen.
    unhashed: usize,
    hash: Sha256,
    /// Bytes before the buffer.
    before: u64,
    key: Vec<u8>,
}

impl<R: Read> Input<R> {
    pub(super) fn new(reader: R) -> Self {
        let (buffer, key) = (Vec::with_capacity(BUFFER), Vec::new());
        Self { reader, buffer, at: 0, unhashed: 0, hash: Sha256::new(), before: 0, key }
    }

    /// How many bytes were read.
    pub(super) fn position(&self) -> u64 {
        self.before + self.at as u64
    }

    /// Fills the buffer anew; says no at the end of the file.
    fn refill(&mut self) -> io::Result<bool> {
        self.hash.update(&self.buffer[self.unhashed..]);
        self.before += self.buffer.len() as u64;
        (self.at, self.unhashed) = (0, 0);
        self.buffer.clear();
        self.reader.by_ref().take(BUFFER as u64).read_to_end(&mut self.buffer)?;
        Ok(!self.buffer.is_empty())
    }

    fn byte(&mut self) -> io::Result<u8> {
        if self.at == self.buffer.len() && !self.refill()? {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        self.at += 1;
        Ok(self.buffer[self.at - 1])
    }

    /// Appends so many bytes.
    pub(super) fn bytes(&mut self, mut count: usize, bytes: &mut Vec<u8>) -> io::Result<()> {
        while count > 0 {
            if self.at == self.buffer.len() && !self.refill()? {
                return Err(ErrorKind::UnexpectedEof.into());
            }
            let end = self.buffer.len().min(self.at + count);
            bytes.extend_from_slice(&self.buffer[self.at..end]);
            count -= end - self.at;
            self.at = end;
        }
        Ok(())
    }

    pub(super) fn number(&mut self) -> Result<u64, Damage> {
        let mut number = 0;
        for shift in (0..70).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7F);
            if shift == 63 && bits > 1 {
                break;
            }
            number |= bits << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Damage::Wrong("a number of more than 64 bits"))
    }

    /// The next entry; none at the end mark.
    pub(super) fn entry(&mut self) -> Result<Option<TableEntry<'_>>, Damage> {
        let (shared, rest) = (self.number()?, self.number()?);
        if (shared, rest) == (0, 0) {
            return Ok(None);
        }
        if shared > self.key.len() as u64 {
            return Err(Damage::Wrong("a key that shares more than the key before has"));
        }
        if rest > LONGEST_KEY {
            return Err(Damage::Wrong("a key without end"));
        }
        let mut key = std::mem::take(&mut self.key);
        key.truncate(shared as usize);
        self.bytes(rest as usize, &mut key)?;
        self.key = key;
        let (count, documents) = (self.number()?, self.number()?);
        let key = std::str::from_utf8(&self.key).map_err(|_| Damage::Wrong("a key that is no UTF-8"))?;
        Ok(Some(TableEntry { key, count, documents }))
    }

    /// Reads the checksum at the end, and says whether it is that of everything before.
    pub(super) fn checks(&mut self) -> Result<bool, Damage> {
        self.hash.update(&self.buffer[self.unhashed..self.at]);
        self.unhashed = self.at;
        let expected = self.hash.clone().finalize();
        let mut found = Vec::new();
        self.bytes(expected.len(), &mut found)?;
        if self.at < self.buffer.len() || self.refill()? {
            return Err(Damage::Wrong("bytes after the end"));
        }
        Ok(found == expected.as_slice())
    }
}
