//! The fast path: ASCII eight bytes at a time, Latin letters and the usual punctuation of news.

use super::general::{Segment, capitals_around, missing_space};
use crate::text::interner::{Key, LeadingLetters};
use crate::text::unicode::Properties;

// What a word holds. The low five bits are those of `Shape`.
pub(super) const LOWER: u8 = 1;
pub(super) const UPPER: u8 = 2;
pub(super) const DIGIT: u8 = 4;
pub(super) const WIDE: u8 = 8;
pub(super) const INITIAL: u8 = 16;
pub(super) const SHAPE: u8 = 31;
const UNDERSCORE: u8 = 32;
pub(super) const LETTER_BEYOND: u8 = 64;
pub(super) const DIGIT_BEYOND: u8 = 128;

pub(super) const LETTER: u8 = LOWER | UPPER;
/// ASCII characters that continue a word whatever stands beside them.
pub(super) const INNER: u8 = LETTER | DIGIT | UNDERSCORE;

pub(super) static CLASS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'_' => UNDERSCORE,
            0x80.. => WIDE,
            _ => 0,
        };
        byte += 1;
    }
    table
};

/// What a character adds to the bits of a word.
#[inline]
pub(super) fn seen(c: char, properties: Properties) -> u8 {
    match () {
        () if c.is_ascii() => CLASS[c as usize],
        // A letter by its category, but words are folded to the apostrophe that it looks like.
        () if c == '\u{2BC}' => WIDE,
        () if properties.is_letter() => WIDE | LETTER_BEYOND,
        () if properties.is_digit() => WIDE | DIGIT_BEYOND,
        () => WIDE,
    }
}

/// A character beyond ASCII, as the fast path sees it.
pub(super) enum Wide {
    /// A Latin letter, of so many bytes.
    Letter(usize),
    /// U+2018, U+2019: inside a word between letters or between digits.
    Apostrophe,
    /// U+2010, U+2011.
    Hyphen,
    /// Parts words, of so many bytes.
    Break(usize),
    /// The general rule knows.
    Other,
}

/// Classifies the character that starts at `at`. What is not surely harmless is `Other`.
#[inline]
pub(super) fn wide(bytes: &[u8], at: usize) -> Wide {
    let (b1, b2) = (bytes.get(at + 1).copied().unwrap_or(0), bytes.get(at + 2).copied().unwrap_or(0));
    match bytes[at] {
        // U+0080-U+00BF but ª U+00AD µ · ¸ º
        0xC2 if !matches!(b1, 0xAA | 0xAD | 0xB5 | 0xB7 | 0xB8 | 0xBA) => Wide::Break(2),
        // × ÷
        0xC3 if matches!(b1, 0x97 | 0xB7) => Wide::Break(2),
        // U+00C0-U+024F
        0xC3..=0xC8 => Wide::Letter(2),
        0xC9 if b1 <= 0x8F => Wide::Letter(2),
        0xE2 => match (b1, b2) {
            (0x80, 0x98 | 0x99) => Wide::Apostrophe,
            (0x80, 0x90 | 0x91) => Wide::Hyphen,
            // but ZWNJ ZWJ LRM RLM, one-dot leader, hyphenation point, embedding marks, undertie
            (0x80, 0x8C..=0x8F | 0xA4 | 0xA7 | 0xAA..=0xAE | 0xBF) => Wide::Other,
            // general punctuation, currency signs
            (0x80, _) | (0x82, 0xA0..=0xBF) => Wide::Break(3),
            _ => Wide::Other,
        },
        _ => Wide::Other,
    }
}

/// How far the fast path came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// The word is complete.
    Complete,
    /// The general rule goes on from the end.
    Begun,
}

/// The word at `start`, if it is of at most fifteen ASCII letters and a space ends it, as most are: with its key. No
/// address begins with it.
#[inline]
pub(super) fn plain_word(bytes: &[u8], start: usize) -> Option<(Segment, Key)> {
    let LeadingLetters { key, length, has_small, has_capital } = Key::of_leading_letters(&bytes[start..]);
    let end = start + length;
    if length == Key::INLINE || bytes.get(end) != Some(&b' ') {
        return None;
    }
    let case = |holds: bool, bit: u8| if holds { bit } else { 0 };
    let initial = case(bytes[start].is_ascii_uppercase(), INITIAL);
    Some((Segment { end, seen: case(has_small, LOWER) | case(has_capital, UPPER) | initial }, key))
}

/// Reads the word that begins at `start` as far as the fast path can.
#[inline]
pub(super) fn word(text: &str, start: usize) -> (Segment, Reading) {
    let bytes = text.as_bytes();
    let initial = bytes[start].is_ascii_uppercase();
    let mut seen = if initial { INITIAL | UPPER } else { 0 };
    let mut at = inner_end(bytes, start + usize::from(initial), &mut seen);
    let mut reading = Reading::Complete;
    while let Some(&byte) = bytes.get(at)
        && byte != b' '
    {
        let width = match byte {
            b'\'' | b'.' | b',' | b';' | b'-' | b'&' => 1,
            0x80.. => match wide(bytes, at) {
                Wide::Letter(width) => {
                    seen |= WIDE | LETTER_BEYOND;
                    at = inner_end(bytes, at + width, &mut seen);
                    continue;
                }
                Wide::Apostrophe | Wide::Hyphen => 3,
                Wide::Break(_) => break,
                Wide::Other => {
                    reading = Reading::Begun;
                    break;
                }
            },
            _ => break,
        };
        // A character beyond the fast path on the far side may or may not be a letter.
        if bytes.get(at + width).is_some_and(|&b| b >= 0x80) && matches!(wide(bytes, at + width), Wide::Other) {
            reading = Reading::Begun;
            break;
        }
        if !joins(text, start, at, width) {
            break;
        }
        if byte >= 0x80 {
            seen |= WIDE;
        }
        at = inner_end(bytes, at + width, &mut seen);
    }
    if bytes[start] >= 0x80 && text[start..].chars().next().is_some_and(char::is_uppercase) {
        seen |= INITIAL;
    }
    (Segment { end: at, seen }, reading)
}

/// Eight bytes, each of them `byte`.
const fn eight(byte: u8) -> u64 {
    u64::MAX / 255 * byte as u64
}

/// The high bit of each byte.
const HIGH: u64 = eight(0x80);

/// The high bit of each byte of `low`, all below 0x80, that is `first` or more and `last` or less.
const fn within(low: u64, first: u8, last: u8) -> u64 {
    (low + eight(0x80 - first)) & !(low + eight(0x7F - last))
}

/// The end of the run of letters, digits and underscores at `at`; adds what it holds to `seen`.
#[inline]
fn inner_end(bytes: &[u8], mut at: usize, seen: &mut u8) -> usize {
    // Small letters, which is all that most words have.
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let chunk = u64::from_le_bytes(*chunk);
        let others = (!within(chunk & !HIGH, b'a', b'z') | chunk) & HIGH;
        let length = others.trailing_zeros() as usize / 8;
        *seen |= if length > 0 { LOWER } else { 0 };
        at += length;
        if length == 8 {
            continue;
        }
        if CLASS[usize::from(bytes[at])] & INNER == 0 {
            return at;
        }
        break;
    }
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let chunk = u64::from_le_bytes(*chunk);
        let low = chunk & !HIGH;
        let ascii = !chunk & HIGH;
        let letters = within(low | eight(0x20), b'a', b'z') & ascii;
        let digits = within(low, b'0', b'9') & ascii;
        let underscores = within(low, b'_', b'_') & ascii;
        let others = !(letters | digits | underscores) & HIGH;
        let length = others.trailing_zeros() / 8;
        // The bytes before the first other one: all eight when there is none.
        let run = others.wrapping_sub(1) & !others;
        // A small letter has the bit that, two places up, is the high one.
        let lower = letters & (chunk << 2);
        // Every byte becomes its row of `CLASS`; then they are thrown together.
        let mut classes = run & (lower >> 7 | (letters & !lower) >> 6 | digits >> 5 | underscores >> 2);
        classes |= classes >> 32;
        classes |= classes >> 16;
        *seen |= (classes | classes >> 8) as u8;
        at += length as usize;
        if length < 8 {
            return at;
        }
    }
    while let Some(&byte) = bytes.get(at)
        && CLASS[byte as usize] & INNER != 0
    {
        *seen |= CLASS[byte as usize];
        at += 1;
    }
    at
}

fn is_letter_at(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphabetic(),
        Some(_) => matches!(wide(bytes, at), Wide::Letter(_)),
        None => false,
    }
}

/// Whether the joiner of `width` bytes at `at`, inside the word that began at `start`, has a word on both sides.
fn joins(text: &str, start: usize, at: usize, width: usize) -> bool {
    if at == start {
        return false;
    }
    let bytes = text.as_bytes();
    let next = at + width;
    // A letter beyond ASCII has two bytes here.
    let before = if bytes[at - 1].is_ascii() { at - 1 } else { at - 2 };
    let letters = (is_letter_at(bytes, before), is_letter_at(bytes, next));
    let digits = (bytes[before].is_ascii_digit(), bytes.get(next).is_some_and(u8::is_ascii_digit));
    match bytes[at] {
        b'.' if letters == (true, true) => !missing_space(text, start, at, next),
        b',' | b';' => digits == (true, true),
        b'&' => capitals_around(text, start, at, next),
        b'-' => (letters.0 && (letters.1 || digits.1)) || (digits.0 && letters.1),
        0x80.. if matches!(wide(bytes, at), Wide::Hyphen) => {
            (letters.0 && (letters.1 || digits.1)) || (digits.0 && letters.1)
        }
        _ => letters == (true, true) || digits == (true, true),
    }
}
