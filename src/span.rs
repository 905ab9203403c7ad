//! Places in a text.

use serde::{Deserialize, Serialize};

/// A piece of a text: byte offsets, end exclusive, both on character boundaries.
///
/// ```
/// let span = connote::Span { start: 4, end: 10 };
/// assert_eq!(span.of("The regime fell."), "regime");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// From byte offsets of a text whose length was checked at the door.
    pub(crate) fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The piece of `text` this span points at; empty when the span is not of this text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing is inside.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside.
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// Turns byte offsets into code-point offsets, for consumers (Python, web pages) that count characters.
///
/// Offsets are asked for in any order; each costs the distance from the one before.
///
/// ```
/// let mut cursor = connote::CharCursor::new("“a”");
/// assert_eq!(cursor.chars_before(3), 1);
/// assert_eq!(cursor.chars_before(4), 2);
/// ```
#[derive(Debug, Clone)]
pub struct CharCursor<'t> {
    text: &'t str,
    ascii: bool,
    byte: usize,
    chars: usize,
}

impl<'t> CharCursor<'t> {
    /// A cursor at the start of `text`.
    pub fn new(text: &'t str) -> Self {
        Self { text, ascii: text.is_ascii(), byte: 0, chars: 0 }
    }

    /// Number of code points before byte offset `byte`.
    pub fn chars_before(&mut self, byte: u32) -> usize {
        let byte = byte as usize;
        if self.ascii {
            return byte;
        }
        // From where the cursor stands, forwards or back: spans that overlap are near each other.
        if byte < self.byte {
            self.chars -= starts(&self.text.as_bytes()[byte..self.byte]);
        } else {
            self.chars += starts(&self.text.as_bytes()[self.byte..byte]);
        }
        self.byte = byte;
        self.chars
    }
}

/// Number of characters that begin in these bytes: all bytes but those that continue one.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}
