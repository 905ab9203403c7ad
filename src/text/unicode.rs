//! Characters: what Unicode 17 says of them, as far as finding words needs it.
//!
//! The table is the library's own, so that results do not depend on the Unicode version of the compiler.

use std::sync::LazyLock;

use super::unicode_table::RANGES;

// Word_Break, in the low five bits.
pub(super) const OTHER: u8 = 0;
pub(super) const CR: u8 = 1;
pub(super) const LF: u8 = 2;
pub(super) const NEWLINE: u8 = 3;
pub(super) const EXTEND: u8 = 4;
pub(super) const ZWJ: u8 = 5;
pub(super) const FORMAT: u8 = 6;
pub(super) const WSEGSPACE: u8 = 7;
pub(super) const KATAKANA: u8 = 8;
pub(super) const HEBREW_LETTER: u8 = 9;
pub(super) const ALETTER: u8 = 10;
pub(super) const SINGLE_QUOTE: u8 = 11;
pub(super) const DOUBLE_QUOTE: u8 = 12;
pub(super) const MIDLETTER: u8 = 13;
pub(super) const MIDNUM: u8 = 14;
pub(super) const MIDNUMLET: u8 = 15;
pub(super) const NUMERIC: u8 = 16;
pub(super) const EXTENDNUMLET: u8 = 17;
pub(super) const REGIONAL_INDICATOR: u8 = 18;
const WORD_BREAK: u8 = 31;

// The bits above them.
pub(super) const IS_LETTER: u8 = 32;
pub(super) const IS_DIGIT: u8 = 64;
pub(super) const IS_PICTOGRAPH: u8 = 128;

/// One byte a code point. Most of it is never touched, and the system gives memory for what is.
static TABLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut table = vec![0; char::MAX as usize + 1];
    for (first, last, properties) in RANGES {
        table[first as usize..=last as usize].fill(properties);
    }
    table
});

/// The table, at hand for a loop over many characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Characters(&'static [u8]);

impl Characters {
    pub(super) fn get() -> Self {
        Self(&TABLE)
    }

    #[inline]
    pub(super) fn properties(self, c: char) -> Properties {
        Properties(self.0[c as usize])
    }
}

/// What Unicode says of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Properties(u8);

impl Properties {
    #[inline]
    pub(super) fn of(c: char) -> Self {
        Characters::get().properties(c)
    }

    /// The `Word_Break` property of UAX #29.
    pub(super) fn word_break(self) -> u8 {
        self.0 & WORD_BREAK
    }

    /// A letter: the categories L, and Nl, the numbers written as letters (`Ⅷ`), which NFKC makes letters of. Marks are
    /// none: they belong to the letter before them.
    pub(super) fn is_letter(self) -> bool {
        self.0 & IS_LETTER != 0
    }

    /// A decimal digit: the category Nd. Fractions and superscripts are none.
    pub(super) fn is_digit(self) -> bool {
        self.0 & IS_DIGIT != 0
    }

    pub(super) fn is_alphanumeric(self) -> bool {
        self.0 & (IS_LETTER | IS_DIGIT) != 0
    }

    /// An emoji, or a character that may become one.
    pub(super) fn is_pictograph(self) -> bool {
        self.0 & IS_PICTOGRAPH != 0
    }

    /// A mark, joiner or format character: it belongs to the character before it (WB4).
    pub(super) fn is_attached(self) -> bool {
        matches!(self.word_break(), EXTEND | FORMAT | ZWJ)
    }
}

/// Whether `c` is a mark, joiner or format character, which belongs to the character before it.
pub(super) fn is_attached(c: char) -> bool {
    !c.is_ascii() && Properties::of(c).is_attached()
}

/// Whether `c` is a letter or a decimal digit.
pub(super) fn is_alphanumeric(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { Properties::of(c).is_alphanumeric() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted_and_apart() {
        assert!(RANGES.iter().all(|&(first, last, _)| first <= last));
        assert!(RANGES.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn categories() {
        for (c, letter, digit) in [
            ('a', true, false),
            ('é', true, false),
            ('ﬁ', true, false),
            ('日', true, false),
            ('Ⅷ', true, false),
            ('ª', true, false),
            ('7', false, true),
            ('٣', false, true),
            ('７', false, true),
            ('𝟗', false, true),
            ('\u{11DE0}', false, true),
            ('½', false, false),
            ('²', false, false),
            ('Ⓐ', false, false),
            ('\u{301}', false, false),
            ('_', false, false),
        ] {
            let properties = Properties::of(c);
            assert_eq!((properties.is_letter(), properties.is_digit()), (letter, digit), "{c:?}");
        }
    }
}
