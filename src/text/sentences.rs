//! Sentences: where one ends and the next begins.
//!
//! A sentence may end at a *mark*: a full stop, `?`, `!`, an ellipsis, their relatives in other scripts, or a line end.
//! [`break_at`] decides about one mark from what stands a few characters around it; [`sentences`] strings the decisions
//! together. Both read an abbreviation list and a list of words that commonly open a sentence.
//!
//! The rules, in the order in which they are asked:
//!
//! * the last of a run of marks decides (`?!`, `...`, `. . .`); closing quotes and brackets belong to the sentence;
//! * a blank line always ends a sentence; a single line end does at the end of a paragraph, a heading or a list item, and
//!   not inside hard-wrapped text ([`line_break`]);
//! * with no white space after it, a stop ends a sentence only where the space was lost (`ended.The next`), never inside
//!   an address, a number or a file name;
//! * a number or letter of a list stays with its item, and begins a new one (`1) One 2) Two`);
//! * after an abbreviation or an initial, what follows decides ([`Habit`]);
//! * a small letter goes on after a quotation, a bracket, an ellipsis and an abbreviation.
//!
//! Quotations do not shield their sentences: `“We won. They lost,” he said` is two.

use std::collections::HashMap;
use std::iter::FusedIterator;
use std::ops::Range;
use std::sync::LazyLock;

/// The longest word looked up, in bytes; longer ones are no abbreviations and no openers.
const LONGEST_WORD: usize = 12;
/// How far back an address (`https://…`) is looked for from a stop with no space after it, in bytes.
const ADDRESS_REACH: usize = 64;
/// A sentence this short may turn out to hold no letter or digit; marks alone are no sentence (`*** `, `... And`).
const BARE_REACH: usize = 8;
/// Hard-wrapped lines are no shorter than this, in bytes, except the last of a paragraph.
const WRAP_MIN: usize = 50;
/// Hard-wrapped lines are no longer than this, in bytes: a longer line is a whole paragraph.
const WRAP_MAX: usize = 100;
/// At most this many capitalised words name the speaker in `“Why?” Mayor Jane Smith asked`.
const SPEAKER_WORDS: usize = 4;
/// The longest number of a list item, in digits: four are a year.
const MARKER_DIGITS: usize = 3;

/// The byte ranges of the sentences of `text`, in order.
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
    Sentences { text, emitted: 0, start: first_start(text) }
}

/// Iterator over the sentences of a text; see [`sentences`].
#[derive(Debug, Clone)]
pub struct Sentences<'t> {
    text: &'t str,
    /// End of the last sentence handed out.
    emitted: usize,
    /// First character of the next sentence that is not white space.
    start: usize,
}

impl Iterator for Sentences<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let (text, start) = (self.text, self.start);
        if start >= text.len() {
            return None;
        }
        let mut from = start;
        let end = loop {
            let Some(step) = text.as_bytes()[from..].iter().position(|&byte| CANDIDATE[usize::from(byte)]) else {
                break text.len();
            };
            match break_at(text, start, from + step) {
                Some(end) => break end,
                None => from += step + 1,
            }
        };
        let range = self.emitted..end;
        (self.emitted, self.start) = (end, end);
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
/// `start` is where the current sentence begins, white space not counted. Any byte may be asked about; most hold no
/// mark. The start found is past the mark, except where the mark belongs to the number of a new list item.
///
/// Reads a bounded distance to both sides, except over runs of closing marks and of white space right after the mark;
/// asked about every byte, it reads each such run at most twice.
pub(crate) fn break_at(text: &str, start: usize, at: usize) -> Option<usize> {
    let (mark, length) = Mark::read(text.as_bytes(), at)?;
    if at < start {
        return None;
    }
    let after = at + length;
    match mark {
        Mark::Line => line_break(text, start, at),
        Mark::Bullet => bullet_break(text, start, at, length),
        Mark::Bracket => marker_break(text, start, at).or_else(|| emoticon_break(text, start, at)),
        Mark::Stop | Mark::Query | Mark::Ellipsis | Mark::Wide => stop_break(text, start, at, after, mark),
    }
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
            [b'\r', b'\n', ..] => (Self::Line, 2),
            [b'\n' | b'\r' | 0x0B | 0x0C, ..] => (Self::Line, 1),
            // U+0085 next line.
            [0xC2, 0x85, ..] => (Self::Line, 2),
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
            // 。 ！ ． ？ ｡
            [0xE3, 0x80, 0x82, ..] | [0xEF, 0xBC, 0x81 | 0x8E | 0x9F, ..] | [0xEF, 0xBD, 0xA1, ..] => (Self::Wide, 3),
            // । ॥
            [0xE0, 0xA5, 0xA4 | 0xA5, ..] => (Self::Wide, 3),
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

/// A run of white space.
#[derive(Debug, Clone, Copy)]
struct Gap {
    end: usize,
    /// Line ends in it, counted up to two: a blank line.
    lines: u8,
}

impl Gap {
    fn after(text: &str, from: usize) -> Self {
        let bytes = text.as_bytes();
        let (mut end, mut lines) = (from, 0);
        while let Some(&byte) = bytes.get(end) {
            end += match byte {
                b' ' | b'\t' => 1,
                b'!'..=0x7F => break,
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

/// White space, with the two invisible characters that scraped text is strewn with.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}')
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Decides at a stop, a question or exclamation mark or an ellipsis; `after` is the first byte past it.
fn stop_break(text: &str, start: usize, at: usize, after: usize, mark: Mark) -> Option<usize> {
    if goes_on_in_marks(text, after) {
        return None;
    }
    let tail = Tail::after(text, after);
    if tail.end == text.len() {
        return Some(tail.end);
    }
    if mark == Mark::Wide {
        return Some(Gap::after(text, tail.end).end);
    }
    let gap = Gap::after(text, tail.end);
    if gap.end == tail.end {
        return is_glued(text, at, tail.end).then_some(tail.end);
    }
    if gap.end == text.len() || gap.lines > 1 {
        return Some(gap.end);
    }
    if is_bare(text, start, at) {
        return None;
    }
    if let Some(item) = marker_break(text, start, at) {
        return Some(item);
    }
    if Marker::read(text, start).is_some_and(|marker| marker.end > at) {
        return None;
    }
    let next = Follower::read(text, gap.end);
    let word = word_before(text, at);
    let ends = match mark {
        Mark::Stop if char_before(text, at).is_some_and(|c| c == '.' || c == ' ') => {
            after_ellipsis(text, at, tail, &next)
        }
        Mark::Ellipsis => after_ellipsis(text, at, tail, &next),
        Mark::Stop => after_stop(text, start, at, word, tail, gap, &next),
        _ => after_query(text, word, tail, gap, &next),
    };
    ends.then_some(gap.end)
}

/// Whether another mark of the same run follows: directly (`?!`) or after one space (`. . .`).
fn goes_on_in_marks(text: &str, after: usize) -> bool {
    let bytes = text.as_bytes();
    if Mark::read(bytes, after).is_some_and(|(mark, _)| mark.is_terminal()) {
        return true;
    }
    let Some(space) = char_at(text, after).filter(|&c| c == ' ' || c == '\u{A0}') else { return false };
    let next = after + space.len_utf8();
    // A stop that a letter or digit follows begins something: `.NET`, `.5`.
    Mark::read(bytes, next).is_some_and(|(mark, length)| {
        mark.is_terminal() && !char_at(text, next + length).is_some_and(char::is_alphanumeric)
    })
}

/// Whether the sentence has no letter and no digit yet. A long one is taken to have some.
fn is_bare(text: &str, start: usize, at: usize) -> bool {
    at - start <= BARE_REACH && !text[start..at].contains(char::is_alphanumeric)
}

/// What closes a sentence after its mark.
#[derive(Debug, Clone, Copy)]
struct Tail {
    end: usize,
    quote: bool,
    bracket: bool,
}

impl Tail {
    fn after(text: &str, from: usize) -> Self {
        let mut tail = Self { end: from, quote: false, bracket: false };
        while let Some(c) = char_at(text, tail.end) {
            let next = tail.end + c.len_utf8();
            match c {
                // A straight quote right before a word opens.
                '"' | '\'' | '“' | '‘' | '*' | '_' if char_at(text, next).is_some_and(char::is_alphanumeric) => {
                    break;
                }
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
            ' ' | '\u{A0}' => end + c.len_utf8(),
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
        [b':' | b';' | b'=', b')' | b'(' | b'D' | b'P' | b'p' | b'/' | b'|', ..] => Some(2),
        [b':' | b';' | b'=', b'-' | b'\'', b')' | b'(' | b'D' | b'P' | b'p' | b'/' | b'|', ..] => Some(3),
        [b'<', b'3', ..] => Some(2),
        _ => None,
    }
}

/// The end of a footnote number in square brackets (`word.[12]`) whose first digit is at `from`.
fn note_end(text: &str, from: usize) -> Option<usize> {
    let rest = &text.as_bytes()[from..];
    let digits = rest.iter().take(MARKER_DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
    (digits > 0 && rest.get(digits) == Some(&b']')).then_some(from + digits + 1)
}

/// Whether the space between two sentences was lost at the stop at `at`; `next` is where the second would begin.
fn is_glued(text: &str, at: usize, next: usize) -> bool {
    let word = text[..at].trim_end_matches('.');
    if !word.chars().rev().take(2).all(char::is_lowercase) {
        return false;
    }
    let follower = Follower::read(text, next);
    if follower.kind != Kind::Upper || class_of(follower.word) == Some(Class::Domain) {
        return false;
    }
    // What comes after the word tells prose from names of files, hosts and methods.
    let prose = match follower.rest.as_bytes() {
        [b'@' | b'_' | b'/' | b'\\' | b'=' | b'(' | b'0'..=b'9', ..] => false,
        [b'.', byte, ..] => !byte.is_ascii_alphanumeric(),
        _ => true,
    };
    prose && !is_address(text, at)
}

/// Whether the piece that ends at `at` looks like a part of an address.
fn is_address(text: &str, at: usize) -> bool {
    let mut piece = "";
    for (back, (i, c)) in text[..at].char_indices().rev().enumerate() {
        if is_space(c) || back == ADDRESS_REACH {
            break;
        }
        piece = &text[i..at];
    }
    piece.contains(['@', '/', '\\', '_']) || piece.starts_with("www.")
}

/// What stands after the white space.
#[derive(Debug, Clone, Copy)]
struct Follower<'t> {
    kind: Kind,
    /// Its letters or digits, cut at [`LONGEST_WORD`].
    word: &'t str,
    /// The text after them.
    rest: &'t str,
    /// Whether quotation marks or brackets open before it.
    opened: bool,
    /// Whether it is a mark that goes on with what came before.
    goes_on: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
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

    fn read(text: &'t str, from: usize) -> Self {
        let whole = &text[from..];
        let mut chars = whole.char_indices();
        let mut first = chars.next();
        let mut opened = false;
        for _ in 0..Self::OPENERS {
            match first {
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
            _ if c.is_lowercase() && word.chars().nth(1).is_some_and(char::is_uppercase) => Kind::Upper,
            _ if c.is_lowercase() => Kind::Lower,
            _ if c.is_numeric() => Kind::Digit,
            _ if c.is_alphabetic() => Kind::Caseless,
            _ => Kind::Other,
        };
        Self { kind, word, rest, opened, goes_on: matches!(c, ',' | ';' | ':' | ')' | ']' | '}' | '/' | '%') }
    }

    /// Whether it is a word that sentences commonly begin with.
    fn opens_sentence(&self) -> bool {
        match class_of(self.word) {
            // `A. Smith`, `I. Newton`.
            Some(Class::Opener) => !self.rest.starts_with('.'),
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

/// Length of the word `text` begins with, cut at [`LONGEST_WORD`].
fn leading_word(text: &str) -> usize {
    let end = text.char_indices().take_while(|&(i, c)| i < LONGEST_WORD && c.is_alphanumeric()).last();
    end.map_or(0, |(i, c)| i + c.len_utf8())
}

/// The word that ends at `at`, with its inner stops (`U.S`); empty when there is none, or a long one.
fn word_before(text: &str, at: usize) -> &str {
    let mut from = at;
    for (i, c) in text[..at].char_indices().rev() {
        if !(c.is_alphanumeric() || c == '.' || c == '°' || c == '§') {
            break;
        }
        if at - i > LONGEST_WORD {
            return "";
        }
        from = i;
    }
    text[from..at].trim_start_matches('.')
}

/// Decides after a single full stop.
fn after_stop(text: &str, start: usize, at: usize, word: &str, tail: Tail, gap: Gap, next: &Follower) -> bool {
    let habit = Habit::of(word);
    if habit == Habit::Word {
        return match next.kind {
            Kind::Upper | Kind::Digit | Kind::Caseless => true,
            Kind::Lower => !tail.quote && !tail.bracket && ends_small(text, at),
            Kind::Other => !next.goes_on,
        };
    }
    let _ = (start, gap);
    match next.kind {
        Kind::Lower | Kind::Digit | Kind::Other => {
            matches!(habit, Habit::Reference | Habit::Capital) && next.kind == Kind::Other && next.opened
        }
        Kind::Caseless => false,
        Kind::Upper => match habit {
            Habit::Word | Habit::Capital => true,
            Habit::Never => false,
            Habit::Opener => next.opens_sentence(),
            Habit::AfterComma => {
                next.opens_sentence() || follows_comma(text, at - word.len()) && class_of(next.word).is_none()
            }
            Habit::Time => class_of(next.word) != Some(Class::Dated) && !is_fronted_time(text, start, at - word.len()),
            Habit::Reference => {
                !(next.word.len() == 1 && !next.rest.starts_with(['\'', '’', ' ']) || is_roman(next.word))
            }
        },
    }
}

/// Whether the word that ends at `at` is in small letters.
fn ends_small(text: &str, at: usize) -> bool {
    text[..at].chars().rev().take(2).all(char::is_lowercase)
}

/// Whether a comma stands before the word at `from`.
fn follows_comma(text: &str, from: usize) -> bool {
    text[..from].trim_end_matches([' ', '\u{A0}']).ends_with(',')
}

/// Whether the time whose `a.m.` begins at `from` fronts its sentence: `At 5 a.m. Smith left`.
fn is_fronted_time(text: &str, start: usize, from: usize) -> bool {
    /// `Between 10:30 `
    const REACH: usize = 14;
    from.checked_sub(start).is_some_and(|length| length <= REACH)
        && class_of(&text[start..start + leading_word(&text[start..])]) == Some(Class::Opener)
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// Decides after an ellipsis, written as one character, or with stops, close or spaced.
fn after_ellipsis(text: &str, at: usize, tail: Tail, next: &Follower) -> bool {
    // `[...]` leaves something out.
    if tail.bracket && text[..at].trim_end_matches(['.', ' ']).ends_with('[') {
        return false;
    }
    // `I` is a capital anywhere.
    matches!(next.kind, Kind::Upper | Kind::Caseless) && next.word != "I"
}

/// Decides after question and exclamation marks.
fn after_query(text: &str, word: &str, tail: Tail, gap: Gap, next: &Follower) -> bool {
    let _ = text;
    if class_of(word) == Some(Class::Brand) && !tail.quote {
        return next.opens_sentence();
    }
    match next.kind {
        Kind::Lower => !tail.quote && !tail.bracket,
        Kind::Other => !next.goes_on,
        Kind::Upper if tail.quote && gap.lines == 0 => !next.opened && !names_speaker(next) || next.opened,
        _ => true,
    }
}

/// Whether a name and a verb of attribution follow: `“Why?” Mayor Jane Smith asked`.
fn names_speaker(next: &Follower) -> bool {
    if class_of(next.word) == Some(Class::Opener) {
        return false;
    }
    let mut rest = next.rest;
    for _ in 0..SPEAKER_WORDS {
        let trimmed = rest.trim_start_matches(['.', '’', '\'']);
        let Some(at) = trimmed.strip_prefix(' ') else { return false };
        let (word, after) = at.split_at(leading_word(at));
        if word.starts_with(char::is_lowercase) {
            return class_of(word) == Some(Class::Reporting);
        }
        if word.is_empty() {
            return false;
        }
        rest = after;
    }
    false
}

/// The number or letter of a list item: `1.`, `2)`, `(3)`, `4.)`, `b.`, with a bullet before it or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Marker {
    number: u32,
    letter: bool,
    stop: bool,
    bracket: bool,
    end: usize,
}

impl Marker {
    fn read(text: &str, from: usize) -> Option<Self> {
        let bytes = text.as_bytes();
        let mut at = from;
        if let Some((Mark::Bullet, length)) = Mark::read(bytes, at) {
            at += length;
            at += usize::from(bytes.get(at) == Some(&b' '));
        }
        at += usize::from(bytes.get(at) == Some(&b'('));
        let digits = bytes[at..].iter().take(MARKER_DIGITS).take_while(|byte| byte.is_ascii_digit());
        let (length, mut number) =
            digits.fold((0, 0), |(length, number), digit| (length + 1, number * 10 + u32::from(digit - b'0')));
        at += length;
        let letter = length == 0;
        if letter {
            number = bytes.get(at).filter(|byte| byte.is_ascii_lowercase()).map(|&byte| u32::from(byte))?;
            at += 1;
        }
        let stop = bytes.get(at) == Some(&b'.');
        at += usize::from(stop);
        let bracket = bytes.get(at) == Some(&b')');
        at += usize::from(bracket);
        let spaced = char_at(text, at).is_some_and(is_space);
        ((stop || bracket) && spaced).then_some(Self { number, letter, stop, bracket, end: at })
    }

    /// Whether `next` is the marker after this one in the same list.
    fn precedes(self, next: Self) -> bool {
        self.number + 1 == next.number
            && (self.letter, self.stop, self.bracket) == (next.letter, next.stop, next.bracket)
    }
}

/// The start of a list item inside a line, if the mark at `at` belongs to its number: `1) One 2) Two`.
fn marker_break(text: &str, start: usize, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // `2.)`
    let at = if bytes[at] == b')' && at > 0 && bytes[at - 1] == b'.' { at - 1 } else { at };
    let label = bytes[start..at].iter().rev().take(MARKER_DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
    let mut from = at - label.max(usize::from(at > start && bytes[at - 1].is_ascii_lowercase()));
    if from == at {
        return None;
    }
    from -= usize::from(from > start && bytes[from - 1] == b'(');
    let first = Marker::read(text, start)?;
    if first.end > at {
        return None;
    }
    // A bullet before the number begins the item.
    let before = text[start..from].trim_end_matches(' ');
    if let Some(c) = before.chars().next_back()
        && let Some((Mark::Bullet, length)) = Mark::read(bytes, start + before.len() - c.len_utf8())
    {
        from = start + before.len() - length;
    }
    let spaced = char_before(text, from).is_some_and(is_space);
    (spaced && first.precedes(Marker::read(text, from)?)).then_some(from)
}

/// A capital after an emoticon begins a sentence.
fn emoticon_break(text: &str, start: usize, at: usize) -> Option<usize> {
    let eyes = text[..at].trim_end_matches(['-', '\'']);
    let own = at - eyes.len() < 2
        && eyes.ends_with([':', ';', '='])
        && eyes.len() > start + 1
        && char_before(text, eyes.len() - 1).is_some_and(is_space);
    let gap = Gap::after(text, at + 1);
    (own && gap.end > at + 1 && Follower::read(text, gap.end).kind == Kind::Upper).then_some(gap.end)
}

/// A bullet inside a line begins the next item when the sentence began with the same bullet.
fn bullet_break(text: &str, start: usize, at: usize, length: usize) -> Option<usize> {
    let same = at > start && text.as_bytes()[start..].starts_with(&text.as_bytes()[at..at + length]);
    (same && char_before(text, at).is_some_and(is_space)).then_some(at)
}

/// Decides at a line end.
fn line_break(text: &str, start: usize, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if at > 0 && bytes[at] == b'\n' && bytes[at - 1] == b'\r' {
        return None;
    }
    let gap = Gap::after(text, at);
    if gap.end == text.len() || gap.lines > 1 {
        return Some(gap.end);
    }
    let line = Line::before(text, at);
    let ends = line.ends_block(text, start) || opens_block(text, gap.end) || {
        let next = Line::after(text, gap.end);
        line.is_complete(next)
    };
    ends.then_some(gap.end)
}

/// One line of the text, read up to [`WRAP_MAX`].
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    text: &'t str,
}

impl<'t> Line<'t> {
    /// The line that ends at `at`.
    fn before(text: &'t str, at: usize) -> Self {
        let bytes = text.as_bytes();
        let start = (at.saturating_sub(WRAP_MAX + 1)..at)
            .rev()
            .find(|&i| bytes[i] == b'\n' || bytes[i] == b'\r')
            .map_or(at.saturating_sub(WRAP_MAX + 1), |i| i + 1);
        let start = (start..=at).find(|&i| text.is_char_boundary(i)).unwrap_or(at);
        Self { text: text[start..at].trim() }
    }

    /// The line that begins at `from`.
    fn after(text: &'t str, from: usize) -> Self {
        let limit = text.len().min(from + WRAP_MAX + 1);
        let limit = (from..=limit).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(from);
        let piece = &text[from..limit];
        Self { text: piece.split(['\n', '\r']).next().unwrap_or(piece).trim() }
    }

    /// Whether the line is longer than hard wrapping leaves any.
    fn is_paragraph(self) -> bool {
        self.text.len() > WRAP_MAX - 4
    }

    fn ends_block(self, _text: &str, _start: usize) -> bool {
        self.is_paragraph()
    }

    /// Whether a line without a terminal mark is complete, seen from the `next` one.
    fn is_complete(self, next: Line) -> bool {
        let Some(first) = next.text.chars().find(|c| c.is_alphanumeric()) else { return false };
        if first.is_lowercase() {
            return false;
        }
        let last = self.text.chars().next_back();
        if matches!(last, Some(',' | ';' | '-' | '–' | '—' | '(' | '&' | '/')) {
            return false;
        }
        if last == Some('.') && matches!(Habit::of(word_before(self.text, self.text.len() - 1)), Habit::Never) {
            return false;
        }
        if self.text.rsplit(' ').next().is_some_and(|word| class_of(word) == Some(Class::Link)) {
            return false;
        }
        self.text.len() < WRAP_MIN || next.is_paragraph()
    }
}

/// Whether a list item begins at `from`.
fn opens_block(text: &str, from: usize) -> bool {
    matches!(Mark::read(text.as_bytes(), from), Some((Mark::Bullet, _)))
        || Marker::read(text, from).is_some_and(|marker| !marker.letter)
        || ["- ", "* ", "– ", "— ", "+ ", "> ", "# ", "## ", "### "].iter().any(|sign| text[from..].starts_with(sign))
}

/// What a listed word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Class {
    Title,
    Rank,
    Month,
    Weekday,
    State,
    Company,
    Suffix,
    Street,
    Reference,
    Latin,
    List,
    Unit,
    Clock,
    Brand,
    Domain,
    Opener,
    Asker,
    Dated,
    Reporting,
    Link,
}

impl Class {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::Title,
            "rank" => Self::Rank,
            "month" => Self::Month,
            "weekday" => Self::Weekday,
            "state" => Self::State,
            "company" => Self::Company,
            "suffix" => Self::Suffix,
            "street" => Self::Street,
            "reference" => Self::Reference,
            "latin" => Self::Latin,
            "list" => Self::List,
            "unit" => Self::Unit,
            "clock" => Self::Clock,
            "brand" => Self::Brand,
            "domain" => Self::Domain,
            "opener" => Self::Opener,
            "asker" => Self::Asker,
            "dated" => Self::Dated,
            "reporting" => Self::Reporting,
            "link" => Self::Link,
            _ => return None,
        })
    }
}

/// What follows the stop of a word when a sentence ends there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Habit {
    /// No abbreviation.
    Word,
    /// Nothing: it never ends a sentence.
    Never,
    /// A common sentence opener.
    Opener,
    /// The same; or any capital, when the abbreviation stands after a comma.
    AfterComma,
    /// Any capital.
    Capital,
    /// Any capital but days, months and time zones.
    Time,
    /// Anything but a number.
    Reference,
}

impl Habit {
    fn of(word: &str) -> Self {
        match abbreviation_class(word) {
            Some(Class::Title | Class::Rank | Class::Latin) => Self::Never,
            Some(Class::Month | Class::Weekday | Class::Company | Class::Suffix | Class::Street) => Self::Opener,
            Some(Class::State) => Self::AfterComma,
            Some(Class::List | Class::Unit) => Self::Capital,
            Some(Class::Clock) => Self::Time,
            Some(Class::Reference) => Self::Reference,
            _ if is_initials(word) => Self::Opener,
            _ => Self::Word,
        }
    }
}

/// One capital, or single letters with stops between: `J`, `U.S`.
fn is_initials(word: &str) -> bool {
    let mut letters = word.split('.').map(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    });
    letters.all(|single| single) && (word.contains('.') || word.starts_with(char::is_uppercase))
}

type Classes = HashMap<&'static str, Class>;

/// Reads a list of `word<TAB>class` lines; `#` begins a comment line.
fn read_list(list: &'static str) -> Classes {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(word, class)| Some((word, Class::named(class)?)))
        .collect()
}

static ABBREVIATIONS: LazyLock<Classes> = LazyLock::new(|| read_list(include_str!("../../lexicons/abbreviations.tsv")));
static OPENERS: LazyLock<Classes> = LazyLock::new(|| read_list(include_str!("../../lexicons/openers.tsv")));

fn abbreviation_class(word: &str) -> Option<Class> {
    look_up(&ABBREVIATIONS, word)
}

fn class_of(word: &str) -> Option<Class> {
    look_up(&OPENERS, word).or_else(|| {
        look_up(&ABBREVIATIONS, word)
            .filter(|class| matches!(class, Class::Brand | Class::Domain | Class::Title | Class::Rank))
    })
}

/// The class of `word` as written or, written in capitals (`SEN`), with only its first letter so.
fn look_up(classes: &Classes, word: &str) -> Option<Class> {
    if word.is_empty() || word.len() > LONGEST_WORD {
        return None;
    }
    if let Some(&class) = classes.get(word) {
        return Some(class);
    }
    if word.len() < 2 || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let mut title = [0; LONGEST_WORD];
    let title = &mut title[..word.len()];
    title.copy_from_slice(word.as_bytes());
    title[1..].make_ascii_lowercase();
    classes.get(std::str::from_utf8(title).ok()?).copied()
}
