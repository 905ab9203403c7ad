//! Patterns: how a lexicon writes the words that an entry stands for.
//!
//! Words with one space between; `abandon*` stands for every word that begins so; inside a phrase `*` alone is any one
//! word and `...` none to four. Case and the form of apostrophes do not matter.

use crate::text::fold::fold_into;
use crate::text::words::{Token, Tokens};

/// The most words that a phrase may take.
pub(crate) const LONGEST_PHRASE: usize = 12;
const GAP: &str = "...";
const WILDCARD: char = '*';
/// Marks behind a word, over which no phrase goes on; a full stop and an apostrophe may belong to the word.
const PARTING: [char; 11] = [',', ';', ':', '!', '?', ')', ']', '"', '”', '–', '—'];

/// One step of a pattern, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    Word(String),
    /// Every word that begins so; any word for an empty text.
    Prefix(String),
    Gap,
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It is written in a way that means nothing.
    Wrong(String),
    /// No text can hold it: it has no word, as an emoticon, or a mark between two (`and/or`).
    Unreachable(String),
}

impl Unfit {
    pub(crate) fn reason(self) -> String {
        match self {
            Self::Wrong(reason) | Self::Unreachable(reason) => reason,
        }
    }
}

/// The words of a pattern without the endings that a lexicon may give them, or what is wrong with it.
pub(crate) fn parts(pattern: &str) -> Result<Vec<Part>, Unfit> {
    // Most patterns are one plain word.
    if !pattern.is_empty() && pattern.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Ok(vec![Part::Word(folded(pattern))]);
    }
    if pattern.is_empty() || pattern == "-" {
        return Err(Unfit::Wrong("an empty term".to_owned()));
    }
    let words: Vec<&str> = pattern.split(' ').collect();
    if words.iter().any(|word| word.trim() != *word || word.is_empty()) {
        return Err(Unfit::Wrong(format!("'{pattern}' where one space between words belongs")));
    }
    if words.len() > LONGEST_PHRASE {
        let reason = format!("'{pattern}' has more than {LONGEST_PHRASE} words, the most that a phrase may take");
        return Err(Unfit::Wrong(reason));
    }
    let gap = |at: usize| words.get(at).is_none_or(|&word| word == GAP);
    if gap(0) || (1..words.len()).any(|at| gap(at) && gap(at + 1)) {
        return Err(Unfit::Wrong(format!("'{GAP}' stands between two words, not as in '{pattern}'")));
    }
    let mut parts = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        part(word, &mut parts)?;
        if at + 1 < words.len() && word.ends_with(PARTING) {
            let reason = format!("'{pattern}' has a mark between words, over which no phrase reaches");
            return Err(Unfit::Unreachable(reason));
        }
    }
    if matches!(parts.first(), Some(Part::Prefix(prefix)) if prefix.is_empty()) {
        return Err(Unfit::Wrong(format!("'{WILDCARD}' alone stands after a word, not as in '{pattern}'")));
    }
    Ok(parts)
}

/// A word of a pattern, read as the words of a text are.
pub(crate) fn part(word: &str, parts: &mut Vec<Part>) -> Result<(), Unfit> {
    if word == GAP {
        parts.push(Part::Gap);
        return Ok(());
    }
    let Some(prefix) = word.strip_suffix(WILDCARD) else {
        if word.contains(WILDCARD) {
            let reason = format!("'{WILDCARD}' stands at the end of a word or alone, not as in '{word}'");
            return Err(Unfit::Wrong(reason));
        }
        let mut end = None;
        for token in Tokens::new(word) {
            if end.is_some_and(|end| end < token.start) {
                let reason = format!("'{word}' has a mark between words, over which no phrase reaches");
                return Err(Unfit::Unreachable(reason));
            }
            end = Some(token.end);
            parts.push(Part::Word(folded(&word[token.start..token.end])));
        }
        return if end.is_none() { Err(Unfit::Unreachable(format!("'{word}' holds no word"))) } else { Ok(()) };
    };
    if prefix.is_empty() {
        parts.push(Part::Prefix(String::new()));
        return Ok(());
    }
    if prefix.contains(WILDCARD) {
        return Err(Unfit::Wrong(format!("'{WILDCARD}' stands at the end of a word or alone, not as in '{word}'")));
    }
    // What a word may begin with: a letter after it belongs to the same word (`anti-*`).
    let longer = format!("{prefix}a");
    let is_beginning = |token: &Token| token.end == longer.len() && token.start == 0;
    if !Tokens::new(&longer).next().is_some_and(|token| is_beginning(&token)) {
        return Err(Unfit::Unreachable(format!("no word begins with '{prefix}'")));
    }
    parts.push(Part::Prefix(folded(prefix)));
    Ok(())
}

fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// A pattern as it is compared with others: folded, words with one space between.
pub(crate) fn normal(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push(' ');
        }
        match part {
            Part::Word(word) => text.push_str(word),
            Part::Prefix(prefix) => {
                text.push_str(prefix);
                text.push(WILDCARD);
            }
            Part::Gap => text.push_str(GAP),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_read_as_texts_are() {
        for (pattern, read) in [
            ("Good", "good"),
            ("abandon*", "abandon*"),
            ("Tax* cut*", "tax* cut*"),
            ("not * good", "not * good"),
            ("ram ... through", "ram ... through"),
            ("don’t*", "don't*"),
            ("Anti-*", "anti-*"),
            ("U.S.", "u.s"),
            ("#Resist*", "#resist*"),
            ("Ünab*", "ünab*"),
        ] {
            let parts = parts(pattern).map_err(Unfit::reason);
            assert_eq!(parts.map(|parts| normal(&parts)), Ok(read.to_owned()), "{pattern}");
        }
    }

    #[test]
    fn what_means_nothing_is_refused() {
        for (pattern, says) in [
            ("", "an empty term"),
            ("*", "'*' alone stands after a word"),
            ("* good", "'*' alone stands after a word"),
            ("*able", "'*' stands at the end of a word"),
            ("a*b", "'*' stands at the end of a word"),
            ("a**", "'*' stands at the end of a word"),
            ("!!*", "no word begins with '!!'"),
            ("... good", "'...' stands between two words"),
            ("very  good", "one space between words"),
        ] {
            let reason = parts(pattern).map_err(Unfit::reason).err();
            assert!(reason.as_ref().is_some_and(|reason| reason.contains(says)), "{pattern}: {reason:?}");
        }
        for pattern in ["very :)", "and/or", ":-*"] {
            assert!(matches!(parts(pattern), Err(Unfit::Unreachable(_))), "{pattern}");
        }
    }
}
