//! Words: where they begin and end.
//!
//! The boundaries are those of UAX #29 (Unicode 17), with the policy of news text on top:
//!
//! * a token needs a letter or a decimal digit; emoji, fractions and marks are no words;
//! * `:` and the narrow no-break space never join; a missing space after a full stop splits (`ended.The`);
//! * hyphens join when both neighbours are letters or digits and one is a letter (`COVID-19`, not `1-3`);
//! * one to three capitals join over an ampersand (`AT&T`);
//! * URLs and e-mail addresses, `@mentions` and `#hashtags` are one token each, of their own kind.
//!
//! [`Tokens`] reads ASCII, Latin letters and the usual punctuation of news by a table of bytes. A piece between two
//! white spaces that holds anything else goes through the general rule ([`general_tokens`]), which is also the oracle
//! of the tests.

use unicode_segmentation::UnicodeSegmentation;

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

// Bits of the table of bytes; the low ones are those of `Shape`.
const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 4;
const WIDE: u8 = 8;
const INITIAL: u8 = 16;
const UNDERSCORE: u8 = 32;
const LETTER: u8 = LOWER | UPPER;
/// Characters that continue a word whatever stands beside them.
const INNER: u8 = LETTER | DIGIT | UNDERSCORE;

static CLASS: [u8; 256] = {
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

/// A character beyond ASCII, as the fast path sees it.
enum Wide {
    /// A Latin letter, of so many bytes.
    Letter(usize),
    /// U+2018, U+2019: inside a word between letters or between digits.
    Apostrophe,
    /// U+2010, U+2011.
    Hyphen,
    /// Parts words, of so many bytes.
    Break(usize),
    /// White space, of so many bytes: parts words and pieces.
    Other,
}

/// Classifies the character that starts at `at`. What is not surely harmless is `Other`.
fn wide(bytes: &[u8], at: usize) -> Wide {
    let (b1, b2) = (bytes.get(at + 1).copied().unwrap_or(0), bytes.get(at + 2).copied().unwrap_or(0));
    match bytes[at] {
        // U+0080-U+00BF but ª U+00AD µ · º
        0xC2 if !matches!(b1, 0xAA | 0xAD | 0xB5 | 0xB7 | 0xBA) => Wide::Break(2),
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

fn is_alphanumeric_at(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(&b) if b < 0x80 => CLASS[b as usize] & (LETTER | DIGIT) != 0,
        Some(_) => matches!(wide(bytes, at), Wide::Letter(_)),
        None => false,
    }
}

fn is_letter_at(bytes: &[u8], at: usize) -> bool {
    is_alphanumeric_at(bytes, at) && !bytes[at].is_ascii_digit()
}

/// The tokens of a text, in order. Linear in the text, whatever the text.
#[derive(Debug, Clone)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    /// Tokens of a piece that went through the general rule, last first.
    pending: Vec<Token>,
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
        Self { text, at: 0, pending: Vec::new() }
    }

    /// The rest of the piece that begins at `start` by the general rule.
    fn take_piece(&mut self, start: usize) -> Option<Token> {
        let bytes = self.text.as_bytes();
        let end = bytes[start..].iter().position(u8::is_ascii_whitespace).map_or(bytes.len(), |n| start + n);
        general_tokens(self.text, start, end, &mut self.pending);
        self.pending.reverse();
        self.at = end;
        self.pending.pop()
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        if let Some(token) = self.pending.pop() {
            return Some(token);
        }
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        loop {
            // Between words.
            let start = loop {
                let class = CLASS[*bytes.get(at)? as usize];
                if class & INNER != 0 {
                    break at;
                }
                if class & WIDE != 0 {
                    match wide(bytes, at) {
                        Wide::Letter(_) => break at,
                        Wide::Break(width) => at += width,
                        Wide::Apostrophe | Wide::Hyphen => at += 3,
                        Wide::Other => match self.take_piece(at) {
                            Some(token) => return Some(token),
                            None => at = self.at,
                        },
                    }
                } else if matches!(bytes[at], b'@' | b'#')
                    && let Some(unit) = tag(self.text, at)
                {
                    match unit {
                        Tag::Token(token) => {
                            self.at = token.end;
                            return Some(token);
                        }
                        Tag::General => match self.take_piece(at) {
                            Some(token) => return Some(token),
                            None => at = self.at,
                        },
                    }
                } else {
                    at += 1;
                }
            };
            // Inside a word that began at `start`.
            let mut seen = if bytes[start].is_ascii_uppercase() { INITIAL } else { 0 };
            let mut other = false;
            at = start;
            loop {
                while let Some(&byte) = bytes.get(at)
                    && CLASS[byte as usize] & INNER != 0
                {
                    seen |= CLASS[byte as usize];
                    at += 1;
                }
                let Some(&byte) = bytes.get(at) else { break };
                if byte == b' ' {
                    break;
                }
                let width = match byte {
                    0x80.. => match wide(bytes, at) {
                        Wide::Letter(width) => {
                            seen |= WIDE;
                            at += width;
                            continue;
                        }
                        Wide::Apostrophe => 3,
                        Wide::Hyphen => 3,
                        Wide::Break(_) => 0,
                        Wide::Other => {
                            other = true;
                            break;
                        }
                    },
                    b'\'' | b'.' | b',' | b';' | b'-' | b'&' => 1,
                    _ => 0,
                };
                if width == 0 || at == start {
                    break;
                }
                // A character beyond the fast path on the far side may or may not be a letter: the general rule knows.
                if bytes.get(at + width).is_some_and(|&b| b >= 0x80) && matches!(wide(bytes, at + width), Wide::Other) {
                    other = true;
                    break;
                }
                if !joins(bytes, start, at, width) {
                    break;
                }
                if byte >= 0x80 {
                    seen |= WIDE;
                }
                at += width;
            }
            if other {
                match self.take_piece(start) {
                    Some(token) => return Some(token),
                    None => {
                        at = self.at;
                        continue;
                    }
                }
            }
            let end = at;
            if seen & WIDE != 0 && bytes[start] >= 0x80 && starts_upper(&self.text[start..end]) {
                seen |= INITIAL;
            }
            if let Some(unit) = address(self.text, start, end) {
                self.at = unit.end;
                return Some(unit);
            }
            if seen & (LETTER | DIGIT | WIDE) == 0 {
                continue;
            }
            let kind = if seen & (LETTER | WIDE) == 0 { TokenKind::Number } else { TokenKind::Word };
            self.at = end;
            return Some(Token { start, end, kind, shape: Shape(seen & !UNDERSCORE) });
        }
    }
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether the joiner of `width` bytes at `at`, inside the word that began at `start`, has a word on both sides.
fn joins(bytes: &[u8], start: usize, at: usize, width: usize) -> bool {
    let next = at + width;
    let (before, after) = (previous_start(bytes, at), next);
    let (letter_before, letter_after) = (is_letter_at(bytes, before), is_letter_at(bytes, after));
    let digit_before = bytes[before].is_ascii_digit();
    let digit_after = bytes.get(after).is_some_and(u8::is_ascii_digit);
    match bytes[at] {
        b'.' if letter_before && letter_after => !missing_space(bytes, start, at),
        b'\'' | b'.' => (letter_before && letter_after) || (digit_before && digit_after),
        b',' | b';' => digit_before && digit_after,
        b'-' => (letter_before && (letter_after || digit_after)) || (digit_before && letter_after),
        b'&' => capitals_around(bytes, start, at),
        _ if bytes[at + 2] >= 0x98 => (letter_before && letter_after) || (digit_before && digit_after),
        _ => (letter_before && (letter_after || digit_after)) || (digit_before && letter_after),
    }
}

/// Start of the character before `at`.
fn previous_start(bytes: &[u8], at: usize) -> usize {
    let mut before = at - 1;
    while bytes[before] & 0xC0 == 0x80 && before > 0 {
        before -= 1;
    }
    before
}

/// `ended.The`: two lower-case letters, a full stop, a capital and a lower-case letter.
fn missing_space(bytes: &[u8], start: usize, stop: usize) -> bool {
    let lower = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    stop >= start + 2
        && lower(stop - 1)
        && lower(stop - 2)
        && bytes.get(stop + 1).is_some_and(u8::is_ascii_uppercase)
        && lower(stop + 2)
}

/// `AT&T`: one to three capitals, and nothing else, on each side of the ampersand.
fn capitals_around(bytes: &[u8], start: usize, at: usize) -> bool {
    let after = bytes[at + 1..].iter().take(4).take_while(|b| b.is_ascii_uppercase()).count();
    (1..=3).contains(&(at - start))
        && bytes[start..at].iter().all(u8::is_ascii_uppercase)
        && (1..=3).contains(&after)
        && !bytes.get(at + 1 + after).is_some_and(|&b| b >= 0x80 || CLASS[b as usize] & INNER != 0)
}

/// What stands at `@` or `#`.
enum Tag {
    Token(Token),
    /// Something beyond ASCII follows: ask the general rule.
    General,
}

/// A mention or hashtag at `at`; none when the sign follows a letter or digit, or no name follows it.
fn tag(text: &str, at: usize) -> Option<Tag> {
    let bytes = text.as_bytes();
    if at > 0 && CLASS[bytes[at - 1] as usize] & INNER != 0 {
        return None;
    }
    let mut seen = 0;
    let mut end = at + 1;
    while let Some(&byte) = bytes.get(end)
        && CLASS[byte as usize] & INNER != 0
    {
        seen |= CLASS[byte as usize];
        end += 1;
    }
    if bytes.get(end).is_some_and(|&b| b >= 0x80)
        && !matches!(wide(bytes, end), Wide::Break(_) | Wide::Apostrophe | Wide::Hyphen)
    {
        return Some(Tag::General);
    }
    if seen & LETTER == 0 {
        return None;
    }
    let kind = if bytes[at] == b'@' { TokenKind::Mention } else { TokenKind::Hashtag };
    Some(Tag::Token(Token { start: at, end, kind, shape: Shape(seen & !UNDERSCORE) }))
}

/// A URL or an e-mail address whose first word is `start..end`.
fn address(text: &str, start: usize, end: usize) -> Option<Token> {
    let bytes = text.as_bytes();
    let next = *bytes.get(end)?;
    let found = |end, kind| Some(Token { start, end, kind, shape: Shape::default() });
    let word = &bytes[start..end];
    let after = bytes.get(end + 1).copied().unwrap_or(0);
    match next {
        b':' if bytes[end..].starts_with(b"://")
            && [b"http".as_slice(), b"https", b"ftp"].iter().any(|scheme| word.eq_ignore_ascii_case(scheme)) =>
        {
            found(url_end(bytes, end + 3), TokenKind::Url)
        }
        // Cheap to rule out: a space, a comma or a quotation mark follows nearly every word.
        b'@' | b'+' | b'%' | b'.' | b'-' if next == b'@' || after > b' ' => {
            email_end(bytes, start).and_then(|end| found(end, TokenKind::Email)).or_else(|| www(bytes, start, end))
        }
        _ => www(bytes, start, end),
    }
}

fn www(bytes: &[u8], start: usize, end: usize) -> Option<Token> {
    (end - start > 4 && bytes[start..start + 4].eq_ignore_ascii_case(b"www.")).then(|| Token {
        start,
        end: url_end(bytes, end),
        kind: TokenKind::Url,
        shape: Shape::default(),
    })
}

/// End of a URL that is being read at `at`: up to white space or a mark that never stands in one, less the
/// punctuation of the sentence around it.
fn url_end(bytes: &[u8], at: usize) -> usize {
    let stop =
        |b: &u8| *b <= b' ' || *b >= 0x80 || matches!(b, b'"' | b'<' | b'>' | b'`' | b'{' | b'}' | b'|' | b'\\' | b'^');
    let mut end = bytes[at..].iter().position(stop).map_or(bytes.len(), |n| at + n);
    let open = bytes[at..end].contains(&b'(');
    while end > at
        && (matches!(bytes[end - 1], b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b']' | b'*')
            || (bytes[end - 1] == b')' && !open))
    {
        end -= 1;
    }
    end
}

/// End of an e-mail address that begins at `start`. Looks 64 bytes (the longest local part, RFC 5321) ahead for the
/// sign and 255 for the domain.
fn email_end(bytes: &[u8], start: usize) -> Option<usize> {
    let local = |b: &u8| CLASS[*b as usize] & INNER != 0 && *b < 0x80 || matches!(b, b'.' | b'+' | b'-' | b'%');
    let sign = start + bytes[start..].iter().take(65).position(|b| !local(b))?;
    if bytes[sign] != b'@' {
        return None;
    }
    let domain = |b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let mut end = sign + 1 + bytes[sign + 1..].iter().take(255).take_while(domain).count();
    while matches!(bytes[end - 1], b'.' | b'-') {
        end -= 1;
    }
    bytes[sign + 1..end].contains(&b'.').then_some(end)
}

/// The general rule: the tokens of the piece `start..end`, a run without ASCII white space, appended to `tokens`.
///
/// UAX #29 boundaries first, then the policy of this module over them.
pub(crate) fn general_tokens(text: &str, start: usize, end: usize, tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let mut next = start;
    let mut open: Option<(usize, usize)> = None;
    for (offset, segment) in text[start..end].split_word_bound_indices() {
        let (from, to) = (start + offset, start + offset + segment.len());
        if to <= next {
            continue;
        }
        for (from, to) in policy_pieces(text, from.max(next), to) {
            if from < next {
                continue;
            }
            if let Some((word_start, word_end)) = open {
                if word_end == from && is_joiner(&text[from..to]) {
                    continue;
                }
                let joined = text[word_end..from].is_empty()
                    || (is_joiner(&text[word_end..from]) && general_joins(text, word_start, word_end, from, to));
                if joined && word_end != from {
                    open = Some((word_start, to));
                    next = to;
                    continue;
                }
                push_general(text, word_start, word_end, tokens, &mut next);
                open = None;
                if from < next {
                    continue;
                }
            }
            if matches!(bytes[from], b'@' | b'#')
                && let Some(token) = general_tag(text, from, end)
            {
                next = token.end;
                tokens.push(token);
                continue;
            }
            if text[from..to].chars().any(|c| is_word_character(c) || c == '_') {
                open = Some((from, to));
                next = to;
            }
        }
    }
    if let Some((word_start, word_end)) = open {
        push_general(text, word_start, word_end, tokens, &mut next);
    }
}

fn push_general(text: &str, start: usize, end: usize, tokens: &mut Vec<Token>, next: &mut usize) {
    if let Some(token) = address(text, start, end) {
        *next = (*next).max(token.end);
        tokens.push(token);
        return;
    }
    let word = &text[start..end];
    let (mut letter, mut digit, mut seen) = (false, false, 0);
    for c in word.chars() {
        letter |= is_letter(c);
        digit |= is_digit(c);
        seen |= if c.is_ascii() { CLASS[c as usize] } else { WIDE };
    }
    if starts_upper(word) {
        seen |= INITIAL;
    }
    if letter || digit {
        let kind = if letter { TokenKind::Word } else { TokenKind::Number };
        tokens.push(Token { start, end, kind, shape: Shape(seen & !UNDERSCORE) });
    }
}

/// A letter: categories L* (and the marks and numbers that Unicode calls alphabetic, but no digits or symbols).
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F189}')
}

/// A decimal digit, category Nd, as far as news needs to tell it from fractions and superscripts.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || (c.is_numeric() && decimal_blocks(c))
}

/// The decimal digits beyond ASCII: the scripts' own zeros to nines and the full-width and mathematical forms.
fn decimal_blocks(c: char) -> bool {
    const ZEROS: [u32; 38] = [
        0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20,
        0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0,
        0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30,
    ];
    let code = c as u32;
    ZEROS.iter().any(|&zero| (zero..zero + 10).contains(&code)) || (0x1D7CE..=0x1D7FF).contains(&code)
}

fn is_word_character(c: char) -> bool {
    is_letter(c) || is_digit(c)
}

fn is_joiner(piece: &str) -> bool {
    matches!(piece, "-" | "\u{2010}" | "\u{2011}" | "&")
}

fn general_joins(text: &str, start: usize, end: usize, from: usize, to: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes[end] == b'&' {
        return capitals_around(bytes, start, end);
    }
    let (Some(before), Some(after)) = (text[..end].chars().next_back(), text[from..to].chars().next()) else {
        return false;
    };
    (is_letter(before) && is_word_character(after)) || (is_digit(before) && is_letter(after))
}

/// Parts a UAX #29 segment where this module's policy never joins.
fn policy_pieces(text: &str, from: usize, to: usize) -> impl Iterator<Item = (usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = from;
    std::iter::from_fn(move || {
        if at >= to {
            return None;
        }
        let start = at;
        for (offset, c) in text[start..to].char_indices() {
            let here = start + offset;
            let parts = matches!(c, ':' | '\u{202F}') || (c == '.' && missing_space(bytes, from, here));
            if parts {
                at = if offset == 0 { here + c.len_utf8() } else { here };
                return Some((start, at));
            }
        }
        at = to;
        Some((start, to))
    })
}

/// A mention or hashtag whose name may hold letters of any script.
fn general_tag(text: &str, at: usize, end: usize) -> Option<Token> {
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| is_word_character(c) || c == '_') {
        return None;
    }
    let name = text[at + 1..end]
        .char_indices()
        .find(|&(_, c)| !(c == '_' || c.is_alphanumeric() && is_word_character(c)))
        .map_or(end - at - 1, |(offset, _)| offset);
    let name = &text[at + 1..at + 1 + name];
    name.chars().any(is_letter).then(|| Token {
        start: at,
        end: at + 1 + name.len(),
        kind: if text.as_bytes()[at] == b'@' { TokenKind::Mention } else { TokenKind::Hashtag },
        shape: Shape(
            name.chars().fold(0, |seen, c| seen | if c.is_ascii() { CLASS[c as usize] } else { WIDE }) & !UNDERSCORE,
        ),
    })
}
