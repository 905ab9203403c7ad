//! The general rule: the words of any script, character by character.
//!
//! UAX #29 as in [`boundaries`](super::boundaries), tailored to news as the page of [`words`](super) says.

use std::iter::Peekable;

use super::boundaries::{bridges, links};
use super::bytes::{INITIAL, seen};
use crate::text::unicode::{
    Characters, DOUBLE_QUOTE, HEBREW_LETTER, MIDLETTER, MIDNUM, MIDNUMLET, OTHER, Properties, SINGLE_QUOTE,
    is_alphanumeric, is_attached,
};

/// A run of characters that nothing parts, and the bits of what it holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment {
    pub(super) end: usize,
    pub(super) seen: u8,
}

/// A character that is no mark, joiner or format character.
#[derive(Debug, Clone, Copy)]
struct Base {
    properties: Properties,
    word_break: u8,
}

impl Base {
    #[inline]
    fn of(c: char, characters: Characters) -> Self {
        let properties = characters.properties(c);
        let word_break = match c {
            // Colons and the narrow no-break space never join.
            ':' | '\u{FE13}' | '\u{FE55}' | '\u{FF1A}' | '\u{202F}' => OTHER,
            _ => properties.word_break(),
        };
        Self { properties, word_break }
    }
}

impl Segment {
    /// Reads the segment that begins at `start`.
    pub(super) fn read(text: &str, start: usize) -> Self {
        Self { end: start, seen: 0 }.read_on(text, start)
    }

    /// Reads the rest of a segment of which `start..self.end` is known, and no mark at its end.
    pub(super) fn read_on(mut self, text: &str, start: usize) -> Self {
        let characters = Characters::get();
        let mut last = text[start..self.end].chars().next_back().map(|c| Base::of(c, characters));
        // Whether the last character joins only because of the next one.
        let mut bridged = false;
        let from = self.end;
        for (offset, c) in text[from..].char_indices() {
            let at = from + offset;
            let base = Base::of(c, characters);
            match last {
                None => {
                    last = Some(base);
                    if base.properties.is_letter() && c.is_uppercase() {
                        self.seen |= INITIAL;
                    }
                }
                Some(_) if base.properties.is_attached() => {}
                Some(before) => {
                    if bridged {
                        bridged = false;
                    } else if !links(before.word_break, base.word_break) {
                        bridged = may_bridge(c, base) && is_bridge(text, start, at, before, c, base);
                        // WB7a
                        if !bridged && (before.word_break, base.word_break) != (HEBREW_LETTER, SINGLE_QUOTE) {
                            break;
                        }
                    }
                    last = Some(base);
                }
            }
            self.seen |= seen(c, base.properties);
            self.end = at + c.len_utf8();
        }
        self
    }
}

/// Whether a character joins its neighbours at all.
#[inline]
fn may_bridge(c: char, base: Base) -> bool {
    matches!(base.word_break, SINGLE_QUOTE | DOUBLE_QUOTE | MIDLETTER | MIDNUM | MIDNUMLET)
        || matches!(c, '-' | '&' | '\u{2010}' | '\u{2011}' | '\u{FE63}' | '\u{FF06}' | '\u{FF0D}')
}

/// Whether the mark `c` at `at` joins what stands `before` it to what follows; the segment began at `start`.
fn is_bridge(text: &str, start: usize, at: usize, before: Base, c: char, mark: Base) -> bool {
    let next = at + c.len_utf8();
    match c {
        '-' | '\u{2010}' | '\u{2011}' | '\u{FE63}' | '\u{FF0D}' => text[next..].chars().next().is_some_and(|c| {
            let (left, right) = (before.properties, Properties::of(c));
            (left.is_letter() && right.is_alphanumeric()) || (left.is_digit() && right.is_letter())
        }),
        '&' | '\u{FF06}' => capitals_around(text, start, at, next),
        _ => {
            let characters = Characters::get();
            let after = || bases(&text[next..]).next().map_or(OTHER, |c| Base::of(c, characters).word_break);
            bridges(before.word_break, mark.word_break, after)
                && !(is_full_stop(c) && missing_space(text, start, at, next))
        }
    }
}

/// The full stop, and what NFKC makes one.
fn is_full_stop(c: char) -> bool {
    matches!(c, '.' | '\u{2024}' | '\u{FE52}' | '\u{FF0E}')
}

/// The characters of `text` but marks, joiners and format characters.
fn bases(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().filter(|&c| !is_attached(c))
}

/// `ended.The`, `ended.I was`: two lower-case letters, a full stop, and a capital with a lower-case letter after it, or
/// `A` or `I` alone. The stop is at `stop`, what follows it at `next`.
pub(super) fn missing_space(text: &str, start: usize, stop: usize, next: usize) -> bool {
    let mut after = bases(&text[next..]);
    let begins = match (after.next(), after.next()) {
        (Some('A' | 'I'), Some(second)) if second.is_whitespace() => true,
        (Some('I'), Some('\'' | '’')) => true,
        (Some(first), Some(second)) => first.is_uppercase() && second.is_lowercase(),
        _ => false,
    };
    let mut before = bases(&text[start..stop]).rev();
    begins && before.next().is_some_and(char::is_lowercase) && before.next().is_some_and(char::is_lowercase)
}

/// `AT&T`: one to three capitals, and nothing else, on each side of the ampersand, which is `at..next`.
pub(super) fn capitals_around(text: &str, start: usize, at: usize, next: usize) -> bool {
    let (mut before, mut after) = (bases(&text[start..at]).peekable(), bases(&text[next..]).peekable());
    takes_capitals(&mut before)
        && before.next().is_none()
        && takes_capitals(&mut after)
        && !after.next().is_some_and(|c| c == '_' || is_alphanumeric(c))
}

/// Whether some characters begin with one to three capitals, which are taken from them.
fn takes_capitals(chars: &mut Peekable<impl Iterator<Item = char>>) -> bool {
    const MOST: usize = 3;
    let capitals = (0..=MOST).take_while(|_| chars.next_if(|c| c.is_uppercase()).is_some()).count();
    (1..=MOST).contains(&capitals)
}
