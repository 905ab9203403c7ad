//! Sentences: where one ends and the next begins.
//!
//! A sentence may end at a *mark*: a full stop, `?`, `!`, an ellipsis, their relatives in other scripts, or a line end.
//! One function decides about one mark from what stands a few characters around it; [`sentences`] strings the decisions
//! together. Both read the abbreviations of the language and the words that commonly open a sentence.
//!
//! The rules, in the order in which they are asked:
//!
//! * the last of a run of marks decides (`?!`, `...`, `. . .`); closing quotes and brackets belong to the sentence;
//! * a blank line always ends a sentence; a single line end does at the end of a paragraph, a heading or a list item, and
//!   not inside hard-wrapped text (`lines`);
//! * with no white space after it, a stop ends a sentence only where the space was lost (`ended.The next`), never inside
//!   an address, a number or a file name;
//! * a number or letter of a list stays with its item, and begins a new one (`1) One 2) Two`);
//! * after an abbreviation, an initial and, in some languages, an ordinal (`3. Oktober`), what follows decides (`abbreviations`);
//! * a small letter goes on after a quotation, a bracket, an ellipsis and an abbreviation.
//!
//! Quotations do not shield their sentences: `“We won. They lost,” he said` is two.

mod abbreviations;
mod around;
mod lines;
mod lists;
mod stops;

use std::iter::FusedIterator;
use std::ops::Range;

use super::words::Tokens;
use crate::language::Language;
pub(crate) use abbreviations::SentenceWords;
use around::{Gap, is_inside_word};
use lines::line_break;
use lists::{bullet_break, marker_break};
use stops::{emoticon_break, stop_break};

/// The byte ranges of the sentences of an English `text`, in order.
///
/// The ranges tile the text: white space after a sentence belongs to it, leading white space to the first. A text with
/// nothing but white space has no sentence.
///
/// ```
/// # use connote::text::sentences::sentences;
/// let text = "Dr. Smith paid $3.5 million. “Why?” she asked.";
/// let found: Vec<&str> = sentences(text).map(|range| &text[range]).collect();
/// assert_eq!(found, ["Dr. Smith paid $3.5 million. ", "“Why?” she asked."]);
/// ```
pub fn sentences(text: &str) -> Sentences<'_> {
    sentences_in(text, Language::English)
}

/// As [`sentences`], of a text in any of the languages: by its own abbreviations, ordinals and openers.
///
/// ```
/// # use connote::{Language, text::sentences::sentences_in};
/// let text = "Am 3. Oktober sprach Dr. Merz. Viele kamen.";
/// assert_eq!(sentences_in(text, Language::German).count(), 2);
/// ```
pub fn sentences_in(text: &str, language: Language) -> Sentences<'_> {
    Sentences {
        words: SentenceWords::of(language),
        text,
        emitted: 0,
        start: first_start(text),
        tokens: Tokens::new(text),
        token_end: 0,
        gap: 0..0,
        in_last_gap: false,
    }
}

/// Iterator over the sentences of a text; see [`sentences`].
#[derive(Debug, Clone)]
pub struct Sentences<'t> {
    words: &'static SentenceWords,
    text: &'t str,
    /// End of the last sentence handed out.
    emitted: usize,
    /// First character of the next sentence that is not white space.
    start: usize,
    tokens: Tokens<'t>,
    /// End of the last token read.
    token_end: usize,
    /// What is left to read between two tokens. No sentence ends inside a token.
    gap: Range<usize>,
    in_last_gap: bool,
}

impl Sentences<'_> {
    /// Where the sentence that begins at `self.start` ends.
    fn find_end(&mut self) -> usize {
        let bytes = self.text.as_bytes();
        loop {
            while let Some(step) = bytes[self.gap.clone()].iter().position(|&byte| CANDIDATE[usize::from(byte)]) {
                let at = self.gap.start + step;
                self.gap.start = at + 1;
                if let Some(end) = break_at(self.words, self.text, self.start, at) {
                    return end;
                }
            }
            if self.in_last_gap {
                return self.text.len();
            }
            if let Some(token) = self.tokens.next() {
                self.gap = self.token_end..token.start;
                self.token_end = token.end;
            } else {
                self.gap = self.token_end..self.text.len();
                self.in_last_gap = true;
            }
        }
    }
}

impl Iterator for Sentences<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if self.start >= self.text.len() {
            return None;
        }
        let range = self.emitted..self.find_end();
        (self.emitted, self.start) = (range.end, range.end);
        Some(range)
    }
}

impl FusedIterator for Sentences<'_> {}

/// Where the first sentence begins: the first character that is not white space.
pub(crate) fn first_start(text: &str) -> usize {
    Gap::after(text, 0).end
}

/// The bytes at which [`break_at`] may find a mark; at all others it finds none.
pub(crate) const CANDIDATE: [bool; 256] = {
    let mut table = [false; 256];
    let leads = b".?!)\n\r\x0B\x0C\xC2\xD8\xDB\xE0\xE2\xE3\xEF";
    let mut i = 0;
    while i < leads.len() {
        table[leads[i] as usize] = true;
        i += 1;
    }
    table
};

/// Where the next sentence begins, if one ends at the mark at byte `at`; the end of the text, if the last one does.
///
/// `start` is where the current sentence begins, white space not counted. Any byte between two tokens may be asked about;
/// most hold no mark. The start found is past the mark, except where the mark belongs to the number of a new list item.
///
/// Reads a bounded distance to both sides, except over runs of closing marks and of white space right after the mark;
/// asked about every byte, it reads each such run at most twice.
pub(crate) fn break_at(words: &SentenceWords, text: &str, start: usize, at: usize) -> Option<usize> {
    if at < start {
        return None;
    }
    let (mark, length) = Mark::read(text.as_bytes(), at)?;
    let after = at + length;
    let next = match mark {
        Mark::Line => line_break(words, text, at),
        Mark::Bullet => bullet_break(text, start, at, length),
        Mark::Bracket => marker_break(text, start, at).or_else(|| emoticon_break(text, start, at)),
        Mark::Stop | Mark::Query | Mark::Ellipsis | Mark::Wide => stop_break(words, text, start, at, after, mark),
    };
    next.filter(|&next| !is_inside_word(text, next))
}

/// What may end a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// `.`
    Stop,
    /// `?` `!` and their relatives.
    Query,
    /// `…`
    Ellipsis,
    /// The stops of scripts that need no space after them, and of scripts without abbreviations by stop.
    Wide,
    /// A line end.
    Line,
    /// A closing bracket, which may follow the number of a list item.
    Bracket,
    /// A bullet, which may begin the next item.
    Bullet,
}

impl Mark {
    /// The mark at byte `at`, and its length.
    #[inline]
    fn read(bytes: &[u8], at: usize) -> Option<(Self, usize)> {
        Some(match bytes.get(at..)? {
            [b'.', ..] => (Self::Stop, 1),
            [b'?' | b'!', ..] => (Self::Query, 1),
            [b')', ..] => (Self::Bracket, 1),
            // The last is U+0085, next line.
            [b'\r', b'\n', ..] | [0xC2, 0x85, ..] => (Self::Line, 2),
            [b'\n' | b'\r' | 0x0B | 0x0C, ..] => (Self::Line, 1),
            [0xE2, 0x80, last, ..] => match last {
                0xA6 => (Self::Ellipsis, 3),
                // Line and paragraph separators.
                0xA8 | 0xA9 => (Self::Line, 3),
                // • ‣
                0xA2 | 0xA3 => (Self::Bullet, 3),
                // ‼
                0xBC => (Self::Query, 3),
                _ => return None,
            },
            // ⁇ ⁈ ⁉
            [0xE2, 0x81, 0x87..=0x89, ..] => (Self::Query, 3),
            // ⁃ ▪ ● ◦
            [0xE2, 0x81, 0x83, ..] | [0xE2, 0x96, 0xAA, ..] | [0xE2, 0x97, 0x8F | 0xA6, ..] => (Self::Bullet, 3),
            // 。 ！ ． ？ ｡ । ॥
            [0xE3, 0x80, 0x82, ..]
            | [0xEF, 0xBC, 0x81 | 0x8E | 0x9F, ..]
            | [0xEF, 0xBD, 0xA1, ..]
            | [0xE0, 0xA5, 0xA4 | 0xA5, ..] => (Self::Wide, 3),
            // ؟ ۔
            [0xD8, 0x9F, ..] | [0xDB, 0x94, ..] => (Self::Wide, 2),
            _ => return None,
        })
    }

    /// Whether the mark ends a sentence by itself; line ends and list marks do not.
    fn is_terminal(self) -> bool {
        matches!(self, Self::Stop | Self::Query | Self::Ellipsis | Self::Wide)
    }
}
