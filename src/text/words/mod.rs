//! Words: where they begin and end.
//!
//! The boundaries are those of UAX #29 (Unicode 17), with the policy of news text on top:
//!
//! * a token needs a letter or a decimal digit; emoji, fractions and marks are no words;
//! * `:` and the narrow no-break space never join; a missing space after a full stop splits (`ended.The`,
//!   `ended.I was`);
//! * hyphens join when both neighbours are letters or digits and one is a letter (`COVID-19`, not `1-3`);
//! * one to three capitals join over an ampersand (`AT&T`);
//! * URLs and e-mail addresses, `@mentions` and `#hashtags` are one token each, of their own kind.
//!
//! Marks, joiners and format characters belong to the character before them (`cafe` + U+0301). A letter is one of the
//! categories L and Nl, a digit one of Nd.
//!
//! [`Tokens`] reads ASCII, Latin letters and the usual punctuation of news eight bytes at a time (`bytes`). A word that
//! holds anything else goes through the general rule (`general`), which is also the oracle of the tests.

mod boundaries;
mod bytes;
mod general;
mod units;

use crate::text::interner::Key;
pub use boundaries::{Boundaries, boundaries};
use bytes::{
    CLASS, DIGIT, DIGIT_BEYOND, INITIAL, INNER, LETTER, LETTER_BEYOND, LOWER, Reading, SHAPE, UPPER, WIDE, Wide, wide,
};
use general::Segment;
use units::{Addresses, is_sign, tag};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Holds a letter: `don't`, `COVID-19`, `U.S`.
    Word,
    /// Digits without a letter: `1,234.56`.
    Number,
    /// `@name`.
    Mention,
    /// `#tag`.
    Hashtag,
    /// `https://…` or `www.…`; not a word.
    Url,
    /// An e-mail address; not a word.
    Email,
}

impl TokenKind {
    /// Whether the token is counted as a word.
    pub fn is_word(self) -> bool {
        !matches!(self, Self::Url | Self::Email)
    }

    /// The name used at the doors.
    pub fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Number => "number",
            Self::Mention => "mention",
            Self::Hashtag => "hashtag",
            Self::Url => "url",
            Self::Email => "email",
        }
    }
}

/// Which characters a token holds: a set of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape(u8);

impl Shape {
    /// Begins with a capital.
    pub const INITIAL_UPPER: Self = Self(INITIAL);
    /// Holds an ASCII lower-case letter.
    pub const LOWER: Self = Self(LOWER);
    /// Holds an ASCII capital.
    pub const UPPER: Self = Self(UPPER);
    /// Holds an ASCII digit.
    pub const DIGIT: Self = Self(DIGIT);
    /// Holds a character beyond ASCII.
    pub const NON_ASCII: Self = Self(WIDE);

    /// Whether every bit of `other` is set.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// A token: bytes `start..end` of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it is.
    pub kind: TokenKind,
    /// Which characters it holds.
    pub shape: Shape,
}

/// The tokens of a text, in order. Linear in the text, whatever the text.
#[derive(Debug, Clone)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    addresses: Addresses,
}

impl Segment {
    /// The token that a segment from `start` is, if it holds a letter or a digit.
    #[inline]
    fn token(self, start: usize) -> Option<Token> {
        let Self { end, seen } = self;
        if seen & (LETTER | DIGIT | LETTER_BEYOND | DIGIT_BEYOND) == 0 {
            return None;
        }
        let kind = if seen & (LETTER | LETTER_BEYOND) == 0 { TokenKind::Number } else { TokenKind::Word };
        Some(Token { start, end, kind, shape: Shape(seen & SHAPE) })
    }
}

impl<'t> Tokens<'t> {
    /// The tokens of `text`.
    ///
    /// ```
    /// use connote::text::words::Tokens;
    /// let text = "The well-known U.S. senator—a Democrat—resigned.";
    /// let words: Vec<_> = Tokens::new(text).map(|token| &text[token.start..token.end]).collect();
    /// assert_eq!(words, ["The", "well-known", "U.S", "senator", "a", "Democrat", "resigned"]);
    /// ```
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0, addresses: Addresses::default() }
    }

    /// The same tokens by the general rule alone: slower, and the oracle of the fast path.
    pub fn by_general_rule(text: &'t str) -> impl Iterator<Item = Token> + 't {
        let mut tokens = Self::new(text);
        std::iter::from_fn(move || {
            while tokens.at < text.len() {
                if let Some(token) = tokens.read_general(tokens.at) {
                    return Some(token);
                }
            }
            None
        })
    }

    /// Reads one segment by the general rule; it may be no token.
    fn read_general(&mut self, start: usize) -> Option<Token> {
        if self.text[start..].starts_with(is_sign)
            && let Some(token) = tag(self.text, start)
        {
            self.at = token.end;
            return Some(token);
        }
        self.finish(start, Segment::read(self.text, start))
    }

    /// The word that begins at `start`, by the fast path as far as it goes.
    #[inline]
    fn read_word(&mut self, start: usize) -> Option<Token> {
        let (segment, reading) = bytes::word(self.text, start);
        match reading {
            Reading::Complete => self.finish(start, segment),
            Reading::Begun => self.finish(start, segment.read_on(self.text, start)),
        }
    }

    /// The token that a segment is, or the address that begins with it.
    #[inline]
    fn finish(&mut self, start: usize, segment: Segment) -> Option<Token> {
        self.at = segment.end;
        let token = segment.token(start)?;
        if let Some(unit) = self.addresses.find(self.text.as_bytes(), start, segment.end) {
            self.at = unit.end;
            return Some(unit);
        }
        Some(token)
    }
}

impl Tokens<'_> {
    /// The next token, with its key where reading makes one.
    #[inline]
    pub(crate) fn next_keyed(&mut self) -> Option<(Token, Option<Key>)> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        loop {
            let byte = *bytes.get(at)?;
            if byte == b' ' {
                at += 1;
                continue;
            }
            let class = CLASS[byte as usize];
            if class & LETTER != 0
                && let Some((segment, key)) = bytes::plain_word(bytes, at)
            {
                self.at = segment.end;
                return segment.token(at).map(|token| (token, Some(key)));
            }
            let token = if class & INNER != 0 {
                self.read_word(at)
            } else if class & WIDE != 0 {
                match wide(bytes, at) {
                    Wide::Letter(_) => self.read_word(at),
                    Wide::Break(width) => {
                        at += width;
                        continue;
                    }
                    Wide::Apostrophe | Wide::Hyphen => {
                        at += 3;
                        continue;
                    }
                    Wide::Other => self.read_general(at),
                }
            } else if matches!(byte, b'@' | b'#')
                && let Some(token) = tag(self.text, at)
            {
                self.at = token.end;
                Some(token)
            } else {
                at += 1;
                continue;
            };
            if let Some(token) = token {
                return Some((token, None));
            }
            at = self.at;
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        self.next_keyed().map(|(token, _)| token)
    }
}

impl std::iter::FusedIterator for Tokens<'_> {}
