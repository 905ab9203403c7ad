//! What stands around a mark: white space, closing marks, the words before and after.
//!
//! Marks, joiners and format characters belong to the letter before them, so that composed and decomposed text read
//! alike.

use super::Mark;
use super::abbreviations::{Class, SentenceWords};
use super::lists::MARKER_DIGITS;
use crate::text::unicode::{is_alphanumeric, is_attached};

/// How much of a word is read, in letters; longer ones are no abbreviations and no names.
const WORD_REACH: usize = 40;

/// White space, with the two invisible characters that scraped text is strewn with.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}')
}

/// White space within a line.
pub(super) fn is_blank(c: char) -> bool {
    is_space(c) && !matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A character of a word.
pub(super) fn is_inner(c: char) -> bool {
    is_alphanumeric(c) || is_attached(c)
}

/// Whether the word that `text` ends with, up to two letters back, is in small letters.
pub(super) fn ends_small(text: &str) -> bool {
    text.chars().rev().filter(|&c| !is_attached(c)).take(2).all(char::is_lowercase)
}

pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

pub(super) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// A run of white space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    pub(super) end: usize,
    /// Line ends in it, counted up to two: a blank line.
    pub(super) lines: u8,
}

impl Gap {
    pub(super) fn after(text: &str, from: usize) -> Self {
        let bytes = text.as_bytes();
        let (mut end, mut lines) = (from, 0);
        while let Some(&byte) = bytes.get(end) {
            end += match byte {
                b' ' | b'\t' => 1,
                b'!'..=0x7F => break,
                b'\n' => {
                    lines = 2.min(lines + 1);
                    1
                }
                _ => match (Mark::read(bytes, end), char_at(text, end)) {
                    (Some((Mark::Line, length)), _) => {
                        lines = 2.min(lines + 1);
                        length
                    }
                    (_, Some(c)) if is_space(c) => c.len_utf8(),
                    _ => break,
                },
            };
        }
        Self { end, lines }
    }
}

/// Whether a word goes on at `at`: invisible marks, which look like space here, may stand between its characters.
pub(super) fn is_inside_word(text: &str, at: usize) -> bool {
    /// More marks than this do not stand on one character of any language.
    const MARKS: usize = 8;
    let joins = |c: char| is_alphanumeric(c) || c == '_';
    if text.as_bytes()[..at].last().is_some_and(|&byte| byte.is_ascii() && !joins(char::from(byte))) {
        return false;
    }
    char_at(text, at).is_some_and(|c| joins(c) || is_attached(c))
        && text[..at].chars().rev().take(MARKS + 1).find(|&c| !is_attached(c)).is_none_or(joins)
}

/// What closes a sentence after its mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    pub(super) end: usize,
    pub(super) quote: bool,
    pub(super) bracket: bool,
}

impl Tail {
    /// Nothing.
    pub(super) fn empty(end: usize) -> Self {
        Self { end, quote: false, bracket: false }
    }

    pub(super) fn after(text: &str, from: usize, turned_quotes: bool) -> Self {
        let mut tail = Self::empty(from);
        while let Some(c) = char_at(text, tail.end) {
            let next = tail.end + c.len_utf8();
            match c {
                // A straight quote right before a word opens.
                '"' | '\'' | '“' | '‘' | '*' | '_' if char_at(text, next).is_some_and(is_alphanumeric) => {
                    break;
                }
                '«' | '‹' if turned_quotes => tail.quote = true,
                '"' | '\'' | '“' | '”' | '’' | '‘' | '»' | '›' | '」' | '』' => tail.quote = true,
                ')' | ']' | '}' | '）' | '】' | '》' => tail.bracket = true,
                '*' | '_' => {}
                '[' => match note_end(text, next) {
                    Some(end) => {
                        tail.end = end;
                        continue;
                    }
                    None => break,
                },
                _ => break,
            }
            tail.end = next;
        }
        tail.end = lone_end(text, tail.end);
        tail
    }
}

/// The end of what belongs to the sentence though a space parts them: a closing mark by itself, an emoticon, emoji.
fn lone_end(text: &str, from: usize) -> usize {
    let mut end = from;
    while let Some(c) = char_at(text, end) {
        let next = match c {
            _ if is_blank(c) => end + c.len_utf8(),
            _ if is_emoji(c) => end,
            _ => break,
        };
        let piece = char_at(text, next).filter(|&c| is_emoji(c) || matches!(c, ')' | ']' | '”' | '»'));
        let length = piece.map(char::len_utf8).or_else(|| emoticon(&text[next..]));
        let Some(length) = length else { break };
        let whole = char_at(text, next + length).is_none_or(|c| is_space(c) || is_emoji(c));
        if !whole {
            break;
        }
        end = next + length;
    }
    end
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{FE0F}' | '\u{200D}')
}

/// The length of the emoticon `text` begins with: `:)`, `;-(`, `:P`.
fn emoticon(text: &str) -> Option<usize> {
    match text.as_bytes() {
        [b':' | b';' | b'=', b')' | b'(' | b'D' | b'P' | b'p' | b'/' | b'|', ..] | [b'<', b'3', ..] => Some(2),
        [b':' | b';' | b'=', b'-' | b'\'', b')' | b'(' | b'D' | b'P' | b'p' | b'/' | b'|', ..] => Some(3),
        _ => None,
    }
}

/// The end of a footnote number in square brackets (`word.[12]`) whose first digit is at `from`.
fn note_end(text: &str, from: usize) -> Option<usize> {
    let rest = &text.as_bytes()[from..];
    let digits = rest.iter().take(MARKER_DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
    (digits > 0 && rest.get(digits) == Some(&b']')).then_some(from + digits + 1)
}

/// What stands after the white space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Follower<'t> {
    pub(super) kind: Kind,
    /// Its letters or digits, cut at [`WORD_REACH`].
    pub(super) word: &'t str,
    /// The text after them.
    pub(super) rest: &'t str,
    /// Whether quotation marks or brackets open before it.
    pub(super) opened: bool,
    /// Whether it is a mark that goes on with what came before.
    pub(super) goes_on: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Upper,
    Lower,
    Digit,
    /// A letter of a script without case.
    Caseless,
    Other,
}

impl<'t> Follower<'t> {
    /// Opening marks read over before the word.
    const OPENERS: usize = 4;

    pub(super) fn read(text: &'t str, from: usize) -> Self {
        let whole = &text[from..];
        let mut chars = whole.char_indices();
        let mut first = chars.next();
        let mut opened = false;
        for _ in 0..Self::OPENERS {
            match first {
                Some((_, c)) if is_attached(c) => first = chars.next(),
                Some((
                    _,
                    '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '”' | '’' | '`' | '(' | '[' | '{' | '¿' | '¡'
                    | '「',
                )) => {
                    opened = true;
                    first = chars.next();
                }
                _ => break,
            }
        }
        let Some((at, c)) = first else {
            return Self { kind: Kind::Other, word: "", rest: "", opened, goes_on: false };
        };
        let length = leading_word(&whole[at..]);
        let (word, rest) = whole[at..].split_at(length);
        let kind = match c {
            _ if c.is_uppercase() => Kind::Upper,
            // iPhone, eBay: a name, of which a sentence may be made as of any other.
            _ if c.is_lowercase()
                && word.chars().filter(|&c| !is_attached(c)).nth(1).is_some_and(char::is_uppercase) =>
            {
                Kind::Upper
            }
            _ if c.is_lowercase() => Kind::Lower,
            _ if c.is_numeric() => Kind::Digit,
            _ if c.is_alphabetic() => Kind::Caseless,
            _ => Kind::Other,
        };
        Self { kind, word, rest, opened, goes_on: matches!(c, ',' | ';' | ':' | ')' | ']' | '}' | '/' | '%') }
    }

    /// Whether it is a word that sentences commonly begin with.
    pub(super) fn opens_sentence(&self, words: &SentenceWords) -> bool {
        // `A. Smith`, `No. 5`, but `No...`
        if self.rest.starts_with('.') && !self.rest.starts_with("..") {
            return false;
        }
        match words.class_of(self.word) {
            Some(Class::Opener) => true,
            Some(Class::Asker) => self.goes_on_small(),
            _ => false,
        }
    }

    /// Whether a word in small letters comes after it.
    fn goes_on_small(&self) -> bool {
        let mut rest = self.rest.chars();
        rest.next().is_some_and(is_space) && rest.next().is_some_and(char::is_lowercase)
    }
}

/// Length of the word `text` begins with, cut at [`WORD_REACH`].
pub(super) fn leading_word(text: &str) -> usize {
    let plain = text.bytes().take(WORD_REACH).take_while(u8::is_ascii_alphanumeric).count();
    if plain < WORD_REACH && text.as_bytes().get(plain).is_none_or(u8::is_ascii) {
        return plain;
    }
    let mut letters = 0;
    text.char_indices()
        .find(|&(_, c)| {
            letters += usize::from(!is_attached(c));
            letters > WORD_REACH || !is_inner(c)
        })
        .map_or(text.len(), |(i, _)| i)
}

/// The word that ends at `at`, with its inner stops (`U.S`); empty when there is none, or a long one.
pub(super) fn word_before(text: &str, at: usize) -> &str {
    let bytes = &text.as_bytes()[..at];
    let plain = bytes.iter().rev().take(WORD_REACH).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let before = bytes.len() - plain;
    if plain < WORD_REACH && bytes[..before].last().is_none_or(|&byte| byte.is_ascii() && byte != b'.') {
        return &text[before..at];
    }
    let (mut from, mut letters) = (at, 0);
    for (i, c) in text[..at].char_indices().rev() {
        if !(is_inner(c) || matches!(c, '.' | '°' | '§')) {
            break;
        }
        letters += usize::from(!is_attached(c));
        if letters > WORD_REACH {
            return "";
        }
        from = i;
    }
    text[from..at].trim_start_matches('.')
}
