//! List items: their numbers, letters and bullets.

use super::Mark;
use super::around::{char_at, char_before, is_space};

/// The longest number of a list item, in digits: four are a year.
pub(super) const MARKER_DIGITS: usize = 3;

/// The number or letter of a list item: `1.`, `2)`, `(3)`, `4.)`, `b.`, with a bullet before it or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    number: u32,
    letter: bool,
    stop: bool,
    bracket: bool,
    pub(super) end: usize,
}

impl Marker {
    pub(super) fn read(text: &str, from: usize) -> Option<Self> {
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
pub(super) fn marker_break(text: &str, start: usize, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // `2.)`
    let at = if bytes[at] == b')' && at > start && bytes[at - 1] == b'.' { at - 1 } else { at };
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

/// A bullet inside a line begins the next item when the sentence began with the same bullet.
pub(super) fn bullet_break(text: &str, start: usize, at: usize, length: usize) -> Option<usize> {
    let same = at > start && text.as_bytes()[start..].starts_with(&text.as_bytes()[at..at + length]);
    (same && char_before(text, at).is_some_and(is_space)).then_some(at)
}

/// Whether a list item begins at `from`.
pub(super) fn opens_block(text: &str, from: usize) -> bool {
    matches!(Mark::read(text.as_bytes(), from), Some((Mark::Bullet, _)))
        || Marker::read(text, from).is_some_and(|marker| !marker.letter)
        || text[from..].starts_with(['-', '*', '–', '—', '+', '>', '#'])
            && ["- ", "* ", "– ", "— ", "+ ", "> ", "# ", "## ", "### "]
                .iter()
                .any(|sign| text[from..].starts_with(sign))
}
