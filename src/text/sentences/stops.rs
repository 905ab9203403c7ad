//! Whether a sentence ends at a stop, a question or exclamation mark or an ellipsis.

use super::Mark;
use super::abbreviations::{Class, Habit, SentenceWords, is_roman};
use super::around::{
    Follower, Gap, Kind, Tail, char_at, char_before, ends_small, is_blank, is_space, leading_word, word_before,
};
use super::lists::{Marker, marker_break};
use crate::text::unicode::{is_alphanumeric, is_attached};

/// How far back an address (`https://…`) is looked for from a stop with no space after it, in characters.
const ADDRESS_REACH: usize = 64;
/// A sentence this short, in bytes, may turn out to hold no letter or digit; marks alone are no sentence (`... And`).
const BARE_REACH: usize = 8;
/// At most this many capitalised words name the speaker in `“Why?” Mayor Jane Smith asked`.
const SPEAKER_WORDS: usize = 4;
/// How far into a sentence `Between 10:30 ` reaches, in characters.
const FRONT_REACH: usize = 14;

/// Decides at a stop, a question or exclamation mark or an ellipsis; `after` is the first byte past it.
pub(super) fn stop_break(
    words: &SentenceWords,
    text: &str,
    start: usize,
    at: usize,
    after: usize,
    mark: Mark,
) -> Option<usize> {
    // Most often one space and a letter follow, and nothing between needs to be read.
    let spaced = matches!(text.as_bytes()[after..], [b' ', next, ..] if next.is_ascii_alphanumeric());
    if !spaced && goes_on_in_marks(text, after) {
        return None;
    }
    let tail = if spaced { Tail::empty(after) } else { Tail::after(text, after, words.turned_quotes) };
    if tail.end == text.len() {
        return Some(tail.end);
    }
    let gap = Gap::after(text, tail.end);
    if mark == Mark::Wide {
        return Some(gap.end);
    }
    if gap.end == tail.end {
        return is_glued(words, text, at, tail.end).then_some(tail.end);
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
        Mark::Stop if char_before(text, at).is_some_and(|c| c == '.' || is_space(c)) => {
            after_ellipsis(text, at, tail, &next)
        }
        Mark::Ellipsis => after_ellipsis(text, at, tail, &next),
        Mark::Stop => after_stop(words, text, start, at, word, tail, &next),
        _ => after_query(words, word, tail, gap, &next),
    };
    ends.then_some(gap.end)
}

/// Whether another mark of the same run follows: directly (`?!`) or after one space (`. . .`).
fn goes_on_in_marks(text: &str, after: usize) -> bool {
    let bytes = text.as_bytes();
    if Mark::read(bytes, after).is_some_and(|(mark, _)| mark.is_terminal()) {
        return true;
    }
    let Some(space) = char_at(text, after).filter(|&c| is_blank(c)) else { return false };
    let next = after + space.len_utf8();
    let Some((mark, length)) = Mark::read(bytes, next).filter(|(mark, _)| mark.is_terminal()) else { return false };
    // Marks that a letter or digit follows begin something: `.NET`, `.5`, `...and`.
    let stops = if mark == Mark::Stop {
        bytes[next + length..].iter().take(2).take_while(|&&byte| byte == b'.').count()
    } else {
        0
    };
    !char_at(text, next + length + stops).is_some_and(is_alphanumeric)
}

/// Whether the sentence has no letter and no digit yet. A long one is taken to have some.
fn is_bare(text: &str, start: usize, at: usize) -> bool {
    at - start <= BARE_REACH && !text[start..at].contains(is_alphanumeric)
}

/// Whether the space between two sentences was lost at the stop at `at`; `next` is where the second would begin.
fn is_glued(words: &SentenceWords, text: &str, at: usize, next: usize) -> bool {
    if !ends_small(text[..at].trim_end_matches('.')) {
        return false;
    }
    let follower = Follower::read(text, next);
    if follower.kind != Kind::Upper || words.class_of(follower.word) == Some(Class::Domain) {
        return false;
    }
    // What comes after the word tells prose from names of files, hosts and methods.
    let mut rest = follower.rest.chars();
    let prose = match rest.next() {
        Some('@' | '_' | '/' | '\\' | '=' | '(') => false,
        Some('.') => !rest.next().is_some_and(is_alphanumeric),
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

/// Decides after a single full stop, which follows `word`.
fn after_stop(
    words: &SentenceWords,
    text: &str,
    start: usize,
    at: usize,
    word: &str,
    tail: Tail,
    next: &Follower,
) -> bool {
    let habit = match words.habit(word) {
        Habit::Number if next.kind != Kind::Digit => Habit::Word,
        Habit::Year if follows_digit(text, at - word.len()) => Habit::Time,
        habit => habit,
    };
    if habit == Habit::Word {
        return match next.kind {
            Kind::Upper | Kind::Digit | Kind::Caseless => true,
            Kind::Lower => !tail.quote && !tail.bracket && ends_small(&text[..at]),
            Kind::Other => !next.goes_on,
        };
    }
    match next.kind {
        Kind::Other => matches!(habit, Habit::Reference | Habit::Capital) && next.opened,
        Kind::Lower | Kind::Digit | Kind::Caseless => false,
        Kind::Upper => match habit {
            Habit::Word | Habit::Capital => true,
            Habit::Never | Habit::Number | Habit::Year => false,
            Habit::Opener => next.opens_sentence(words),
            Habit::AfterComma => {
                next.opens_sentence(words)
                    || follows_comma(text, at - word.len()) && words.class_of(next.word).is_none()
            }
            Habit::Time => {
                words.class_of(next.word) != Some(Class::Dated) && !is_fronted_time(words, text, start, at - word.len())
            }
            Habit::Reference => {
                !(next.word.len() == 1 && !next.rest.starts_with(['\'', '’', ' ']) || is_roman(next.word))
            }
        },
    }
}

/// Whether a comma stands before the word at `from`.
fn follows_comma(text: &str, from: usize) -> bool {
    text[..from].trim_end_matches(is_blank).ends_with(',')
}

/// Whether a number stands before the word at `from`: `1999 г.`
fn follows_digit(text: &str, from: usize) -> bool {
    text[..from].trim_end_matches(is_blank).ends_with(|c: char| c.is_ascii_digit())
}

/// Whether the time whose `a.m.` begins at `from` fronts its sentence: `At 5 a.m. Smith left`.
fn is_fronted_time(words: &SentenceWords, text: &str, start: usize, from: usize) -> bool {
    text.get(start..from).is_some_and(|front| front.chars().filter(|&c| !is_attached(c)).nth(FRONT_REACH).is_none())
        && words.class_of(&text[start..start + leading_word(&text[start..])]) == Some(Class::Opener)
}

/// Decides after an ellipsis, written as one character, or with stops, close or spaced.
fn after_ellipsis(text: &str, at: usize, tail: Tail, next: &Follower) -> bool {
    // `[...]` leaves something out.
    if tail.bracket && text[..at].trim_end_matches(|c| c == '.' || is_blank(c)).ends_with('[') {
        return false;
    }
    // `I` is a capital anywhere.
    matches!(next.kind, Kind::Upper | Kind::Caseless) && next.word != "I"
}

/// Decides after question and exclamation marks.
fn after_query(words: &SentenceWords, word: &str, tail: Tail, gap: Gap, next: &Follower) -> bool {
    if words.class_of(word) == Some(Class::Brand) && !tail.quote {
        return next.opens_sentence(words);
    }
    match next.kind {
        Kind::Lower => !tail.quote && !tail.bracket,
        Kind::Other => !next.goes_on,
        Kind::Upper if tail.quote && gap.lines == 0 => next.opened || !names_speaker(words, next),
        _ => true,
    }
}

/// Whether a name and a verb of attribution follow: `“Why?” Mayor Jane Smith asked`.
fn names_speaker(words: &SentenceWords, next: &Follower) -> bool {
    if words.class_of(next.word) == Some(Class::Opener) {
        return false;
    }
    let mut rest = next.rest;
    for _ in 0..SPEAKER_WORDS {
        let trimmed = rest.trim_start_matches(['.', '’', '\'']);
        let Some(at) = trimmed.strip_prefix(is_blank) else { return false };
        let (word, after) = at.split_at(leading_word(at));
        if word.starts_with(char::is_lowercase) {
            return words.class_of(word) == Some(Class::Reporting);
        }
        if word.is_empty() {
            return false;
        }
        rest = after;
    }
    false
}

/// A capital after an emoticon begins a sentence.
pub(super) fn emoticon_break(text: &str, start: usize, at: usize) -> Option<usize> {
    let eyes = text[..at].trim_end_matches(['-', '\'']);
    let own = at - eyes.len() < 2
        && eyes.ends_with([':', ';', '='])
        && eyes.len() > start + 1
        && char_before(text, eyes.len() - 1).is_some_and(is_space);
    let gap = Gap::after(text, at + 1);
    (own && gap.end > at + 1 && Follower::read(text, gap.end).kind == Kind::Upper).then_some(gap.end)
}
