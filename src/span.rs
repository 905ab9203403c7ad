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

    /// The span without the white space at the ends of its piece of `text`.
    ///
    /// ```
    /// let span = connote::Span { start: 0, end: 4 };
    /// assert_eq!(span.trimmed(" a. "), connote::Span { start: 1, end: 3 });
    /// ```
    #[must_use]
    pub fn trimmed(&self, text: &str) -> Self {
        let piece = self.of(text);
        // Nearly all sentences.
        if let [first, .., last, b' '] = piece.as_bytes()
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return Self { start: self.start, end: self.end - 1 };
        }
        let lead = piece.len() - piece.trim_start().len();
        Self { start: self.start + lead as u32, end: self.start + piece.trim_end().len().max(lead) as u32 }
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
/// Offsets are asked for in any order, each in constant time.
///
/// ```
/// let cursor = connote::CharCursor::new("“a”");
/// assert_eq!(cursor.chars_before(4), 2);
/// assert_eq!(cursor.chars_before(3), 1);
/// ```
#[derive(Debug, Clone)]
pub struct CharCursor<'t> {
    text: &'t str,
    /// Code points before every block of the text and after the last; nothing for ASCII, where bytes are code points.
    before: Vec<u32>,
}

/// Length of a block in bytes: short enough to be counted at every question, long enough to take no memory.
const BLOCK: usize = 256;

impl<'t> CharCursor<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            return Self { text, before: Vec::new() };
        }
        let mut chars = 0;
        let mut before = vec![0];
        for block in text.as_bytes().chunks(BLOCK) {
            chars += char_starts(block) as u32;
            before.push(chars);
        }
        Self { text, before }
    }

    /// Number of code points before byte offset `byte`.
    pub fn chars_before(&self, byte: u32) -> usize {
        let byte = byte as usize;
        match self.before.get(byte / BLOCK) {
            Some(&before) => before as usize + char_starts(&self.text.as_bytes()[byte / BLOCK * BLOCK..byte]),
            None => byte,
        }
    }
}

/// Number of code points that start in these bytes: all but those that continue one.
fn char_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte.cast_signed() >= -0x40).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_in_any_order() {
        for length in [0, 1, 255, 256, 257, 511, 512, 513, 2000] {
            for text in ["a".repeat(length), "aé€😡".repeat(length), "é".repeat(length)] {
                let cursor = CharCursor::new(&text);
                let mut expected: Vec<(usize, usize)> =
                    text.char_indices().enumerate().map(|(chars, (byte, _))| (byte, chars)).collect();
                expected.push((text.len(), expected.len()));
                for &(byte, chars) in expected.iter().rev() {
                    assert_eq!(cursor.chars_before(byte as u32), chars, "{byte} of {}", text.len());
                }
            }
        }
    }
}
