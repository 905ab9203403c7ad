//! Units that are no ordinary words: URLs, e-mail addresses, mentions and hashtags.

use super::bytes::{CLASS, INNER, LETTER, LETTER_BEYOND, SHAPE, seen};
use super::{Shape, Token, TokenKind};
use crate::text::unicode::{Properties, is_alphanumeric, is_attached};

/// The longest local part of an e-mail address, in bytes (RFC 5321, 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;
/// The longest domain, in bytes (RFC 5321, 4.5.3.1.2).
const LONGEST_DOMAIN: usize = 255;

/// Finds URLs and e-mail addresses. It remembers the last run of characters that looked like the local part of an
/// address, so that each run is read once, however many words are in it.
#[derive(Debug, Clone, Default)]
pub(super) struct Addresses {
    /// End of the run.
    local_end: usize,
    /// End of the domain that follows it after `@`.
    domain_end: Option<usize>,
}

impl Addresses {
    /// The address whose first word is `start..end`.
    #[inline]
    pub(super) fn find(&mut self, bytes: &[u8], start: usize, end: usize) -> Option<Token> {
        // `www.` has its stop inside the word.
        if bytes[start] | 0x20 == b'w' && end - start > 4 && bytes[start..start + 4].eq_ignore_ascii_case(b"www.") {
            return Some(address(start, url_end(bytes, end), TokenKind::Url));
        }
        // A space, a comma or a quotation mark follows nearly every word.
        match *bytes.get(end)? {
            b':' => scheme_end(bytes, start, end).map(|at| address(start, url_end(bytes, at), TokenKind::Url)),
            b'@' => self.email(bytes, start),
            b'+' | b'%' | b'.' | b'-' if bytes.get(end + 1).is_some_and(|&byte| byte > b' ') => {
                self.email(bytes, start)
            }
            _ => None,
        }
    }

    fn email(&mut self, bytes: &[u8], start: usize) -> Option<Token> {
        if start >= self.local_end {
            let local = |byte: &&u8| {
                byte.is_ascii() && CLASS[**byte as usize] & INNER != 0 || matches!(byte, b'.' | b'+' | b'-' | b'%')
            };
            self.local_end = start + bytes[start..].iter().take_while(local).count();
            self.domain_end =
                if bytes.get(self.local_end) == Some(&b'@') { domain_end(bytes, self.local_end + 1) } else { None };
        }
        let end = self.domain_end.filter(|_| self.local_end - start <= LONGEST_LOCAL)?;
        Some(address(start, end, TokenKind::Email))
    }
}

fn address(start: usize, end: usize, kind: TokenKind) -> Token {
    Token { start, end, kind, shape: Shape::default() }
}

/// Past the `://` at `end`, if `start..end` is the name of a scheme.
fn scheme_end(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    let word = &bytes[start..end];
    let known = ["http", "https", "ftp"].iter().any(|scheme| word.eq_ignore_ascii_case(scheme.as_bytes()));
    (known && bytes[end..].starts_with(b"://")).then_some(end + 3)
}

/// End of a domain with a stop inside that begins at `from`.
fn domain_end(bytes: &[u8], from: usize) -> Option<usize> {
    let part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let mut domain = &bytes[from..from + bytes[from..].iter().take(LONGEST_DOMAIN).take_while(part).count()];
    while let [rest @ .., b'.' | b'-'] = domain {
        domain = rest;
    }
    domain.contains(&b'.').then_some(from + domain.len())
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

/// Whether a mention or hashtag begins with a character.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '@' | '#' | '＠' | '＃')
}

/// The mention or hashtag whose sign is at `at`: none when the sign follows a letter or digit, or no name follows it.
pub(super) fn tag(text: &str, at: usize) -> Option<Token> {
    let is_name = |c: char| c == '_' || is_alphanumeric(c);
    if text.as_bytes()[..at].last().is_some_and(|&byte| CLASS[byte as usize] & INNER != 0) {
        return None;
    }
    let mut chars = text[at..].chars();
    let sign = chars.next()?;
    let name = at + sign.len_utf8();
    if !chars.clone().next().is_some_and(is_name)
        || text[..at].chars().rev().find(|&c| !is_attached(c)).is_some_and(is_name)
    {
        return None;
    }
    let (mut end, mut bits) = (name, seen(sign, Properties::of(sign)));
    for c in chars.take_while(|&c| is_name(c) || is_attached(c)) {
        bits |= seen(c, Properties::of(c));
        end += c.len_utf8();
    }
    let kind = if matches!(sign, '@' | '＠') { TokenKind::Mention } else { TokenKind::Hashtag };
    (bits & (LETTER | LETTER_BEYOND) != 0).then_some(Token { start: at, end, kind, shape: Shape(bits & SHAPE) })
}
