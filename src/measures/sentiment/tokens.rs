//! The words of a text as VADER 3.3.2 sees them.
//!
//! Emoji become words, white space splits, punctuation is stripped from longer tokens. Source: the package
//! vaderSentiment 3.3.2 (MIT, (c) 2016 C.J. Hutto; Hutto & Gilbert 2014) and the methods of Python's `str` it calls.

use super::vader::{self, Noted, Polarity, Token};
use crate::lexicon::Lexicons;
use crate::lexicon::valence::{FactsId, facts_of};

/// A token of so many characters or fewer keeps its punctuation: it may be an emoticon.
const SHORT: usize = 2;

/// Room that is used again from text to text.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// The tokens of the last text.
    tokens: Vec<Token>,
    /// Those that have facts.
    noted: Vec<Noted>,
    spelled: String,
    pub(super) lower: String,
}

/// The four numbers of a text.
pub(crate) fn polarity_scores(lexicons: &Lexicons, text: &str, scratch: &mut Scratch) -> Polarity {
    let Scratch { tokens, noted, spelled, lower } = scratch;
    let text = spell_emoji(lexicons, text, spelled);
    tokens.clear();
    noted.clear();
    for piece in pieces(text) {
        let token = token(lexicons, strip(piece), lower);
        if token.has_facts() {
            noted.push(Noted { token: tokens.len() as u32, valence: 0.0 });
        }
        tokens.push(token);
    }
    vader::score(&lexicons.valences, tokens, noted, count(text, b'!'), count(text, b'?'))
}

/// Whether the text holds an emoji that has words.
pub(super) fn has_emoji(lexicons: &Lexicons, text: &str) -> bool {
    may_hold_emoji(text.as_bytes()) && text.chars().any(|c| lexicons.valences.emoji(c).is_some())
}

/// Whether some bytes may begin an emoji; quotation marks, dashes and accented letters of news do not. Reads all bytes
/// without a branch, so that the compiler takes many at a time.
#[expect(clippy::needless_bitwise_bool, reason = "no branches")]
fn may_hold_emoji(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(false, |may, (&first, &second)| {
        // © and ®; beyond U+203B; U+3000 and above.
        may | ((first == 0xC2) & ((second == 0xA9) | (second == 0xAE)))
            | ((first == 0xE2) & (second > 0x80))
            | ((first == 0x80) & (second >= 0xBC))
            | (first == 0xE3)
            | (first >= 0xF0)
    })
}

/// The text with the words of each emoji in its place; `spelled` holds it if there are any.
///
/// A space goes before the words unless there is one; none goes after them, so that what follows is glued on.
/// The package also trims the result, which changes neither tokens nor marks.
fn spell_emoji<'t>(lexicons: &Lexicons, text: &'t str, spelled: &'t mut String) -> &'t str {
    if !has_emoji(lexicons, text) {
        return text;
    }
    spelled.clear();
    let mut after_space = true;
    for c in text.chars() {
        if let Some(description) = lexicons.valences.emoji(c) {
            if !after_space {
                spelled.push(' ');
            }
            spelled.push_str(description);
            after_space = false;
        } else {
            spelled.push(c);
            after_space = c == ' ';
        }
    }
    spelled
}

/// The pieces between white space.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_split).filter(|piece| !piece.is_empty())
}

/// Whether Python's `str.split` splits here: at white space and the four ASCII separators.
pub(crate) fn is_split(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\x1C'..=' ') || !c.is_ascii() && c.is_whitespace()
}

/// A piece without ASCII punctuation at its ends, unless that leaves two characters or fewer.
pub(crate) fn strip(piece: &str) -> &str {
    let mut bytes = piece.bytes();
    if ![bytes.next(), bytes.next_back()].into_iter().flatten().any(|b| b.is_ascii_punctuation()) {
        return piece;
    }
    let stripped = piece.trim_matches(|c: char| c.is_ascii_punctuation());
    if stripped.chars().nth(SHORT).is_some() { stripped } else { piece }
}

/// Whether Python's `str.isupper` holds: some character has case, and each that has is a capital.
pub(crate) fn is_upper(token: &str) -> bool {
    let mut capitals = false;
    for c in token.chars() {
        if c.is_lowercase() || is_title_case(c) {
            return false;
        }
        capitals |= c.is_uppercase();
    }
    capitals
}

/// Whether a character is in title case (category Lt): a digraph or a Greek letter with iota whose first part is a
/// capital.
fn is_title_case(c: char) -> bool {
    matches!(c,
        'ǅ' | 'ǈ' | 'ǋ' | 'ǲ' | '\u{1F88}'..='\u{1F8F}' | '\u{1F98}'..='\u{1F9F}' | '\u{1FA8}'..='\u{1FAF}'
        | 'ᾼ' | 'ῌ' | 'ῼ')
}

/// The facts of a token in lower case.
fn look_up(lexicons: &Lexicons, token: &str) -> FactsId {
    facts_of(token, lexicons.vocabulary.look_up(token).vader)
}

/// A token with its facts; `lower` is room for its lower-case form.
pub(super) fn token(lexicons: &Lexicons, token: &str, lower: &mut String) -> Token {
    if !token.is_ascii() {
        return Token { facts: look_up(lexicons, &token.to_lowercase()), upper: is_upper(token) };
    }
    if !token.bytes().any(|b| b.is_ascii_uppercase()) {
        return Token { facts: look_up(lexicons, token), upper: false };
    }
    lower.clear();
    lower.push_str(token);
    lower.make_ascii_lowercase();
    Token { facts: look_up(lexicons, lower), upper: !token.bytes().any(|b| b.is_ascii_lowercase()) }
}

/// How often an ASCII character occurs.
pub(super) fn count(text: &str, byte: u8) -> usize {
    text.bytes().filter(|&b| b == byte).count()
}

#[cfg(test)]
#[expect(clippy::float_cmp, clippy::unwrap_used, reason = "numbers are equal to the last bit; tables are whole")]
mod tests {
    use super::{Scratch, is_split, is_title_case, is_upper, may_hold_emoji, polarity_scores, spell_emoji, strip};
    use crate::lexicon::Lexicons;
    use std::sync::Arc;

    fn lexicons() -> Arc<Lexicons> {
        Lexicons::english().unwrap()
    }

    /// The valences and the four numbers of a text.
    fn scores(text: &str) -> (Vec<f64>, [f64; 4]) {
        let mut scratch = Scratch::default();
        let polarity = polarity_scores(&lexicons(), text, &mut scratch);
        let mut valences = vec![0.0; scratch.tokens.len()];
        for note in &scratch.noted {
            valences[note.token as usize] = note.valence;
        }
        (valences, [polarity.neg, polarity.neu, polarity.pos, polarity.compound])
    }

    #[test]
    fn valences_by_hand() {
        // good 1.9, bad -2.5, war -2.9, hope 1.9
        for (text, expected) in [
            ("a good harvest", vec![0.0, 1.9, 0.0]),
            ("a GOOD harvest", vec![0.0, 1.9 + 0.733, 0.0]),
            ("A BAD HARVEST", vec![0.0, -2.5, 0.0]),
            ("very good", vec![0.0, 1.9 + 0.293]),
            ("very bad", vec![0.0, -2.5 - 0.293]),
            ("hardly bad", vec![0.0, -2.5 + 0.293]),
            ("very old bad roads", vec![0.0, 0.0, -2.5 + -0.293 * 0.95, 0.0]),
            ("very old stone bad roads", vec![0.0, 0.0, 0.0, -2.5 + -0.293 * 0.9, 0.0]),
            ("VERY good", vec![0.0, 1.9 + (0.293 + 0.733)]),
            ("not good", vec![0.0, 1.9 * -0.74]),
            ("not not good", vec![0.0, 0.0, 1.9 * -0.74 * -0.74]),
            ("never so good", vec![0.0, 0.0, (1.9 + 0.293) * 1.25]),
            ("without doubt good", vec![0.0, -1.5 * -0.74, 1.9]),
            ("least good", vec![0.0, 1.9 * -0.74]),
            ("at least good", vec![0.0, 0.0, 1.9]),
            ("no hope", vec![0.0, 1.9 * -0.74]),
            ("no war or hope", vec![0.0, -2.9 * -0.74, 0.0, 1.9 * -0.74]),
            ("for us the kiss of death", vec![0.0, 0.0, 0.0, -1.5, 0.0, -1.5]),
            ("that is only kind of good", vec![0.0, 0.0, 0.0, 0.0, 0.0, 1.9 - 0.293]),
            ("good but bad", vec![1.9 * 0.5, 0.0, -2.5 * 1.5]),
        ] {
            assert_eq!(scores(text).0, expected, "{text}");
        }
    }

    #[test]
    fn entries_out_of_reach_stay_so() {
        let words = include_str!("../../../lexicons/vader.tsv").lines().filter_map(|line| line.split('\t').next());
        let unreachable: Vec<&str> = words
            .filter(|word| !word.starts_with("# "))
            .filter(|word| word.contains(' ') || word.chars().any(char::is_uppercase) || strip(word) != *word)
            .collect();
        assert_eq!(unreachable.len(), 19);
        for phrase in ["fed up", "can't stand", "^urs", "( '}{' )"] {
            assert!(unreachable.contains(&phrase));
            assert_eq!(scores(phrase).1[3], 0.0, "{phrase}");
        }
    }

    #[test]
    fn splits_as_python() {
        let mut split = String::new();
        for c in ('\0'..=char::MAX).filter(|&c| is_split(c)) {
            split.push(c);
        }
        assert_eq!(
            split,
            "\t\n\u{b}\u{c}\r\u{1c}\u{1d}\u{1e}\u{1f} \u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\
             \u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}"
        );
    }

    #[test]
    fn strips_longer_tokens_only() {
        for (piece, stripped) in [
            ("good!", "good"),
            ("\"(good)\"", "good"),
            ("no,", "no,"),
            (":)", ":)"),
            (":-)", ":-)"),
            ("a--", "a--"),
            ("n't", "n't"),
            ("don't.", "don't"),
            ("“good”", "“good”"),
            ("…", "…"),
            ("éé!", "éé!"),
            ("ééé!", "ééé"),
            ("x", "x"),
        ] {
            assert_eq!(strip(piece), stripped, "{piece}");
        }
    }

    #[test]
    fn capitals_as_python() {
        for (token, upper) in [
            ("GOOD", true),
            ("GOOD123-", true),
            ("Good", false),
            ("123", false),
            ("", false),
            ("ÉTÉ", true),
            ("STRAßE", false),
            ("ǅ", false),
            ("AǅB", false),
            ("Ⅷ", true),
            ("ª", false),
            ("日本", false),
            ("A日本", true),
            ("ᾼ", false),
        ] {
            assert_eq!(is_upper(token), upper, "{token}");
        }
        assert_eq!(('\0'..=char::MAX).filter(|&c| is_title_case(c)).count(), 31);
    }

    #[test]
    fn every_emoji_is_looked_for() {
        let lexicons = lexicons();
        let listed = ('\0'..=char::MAX).filter(|&c| lexicons.valences.emoji(c).is_some());
        assert_eq!(listed.inspect(|c| assert!(may_hold_emoji(format!("a {c}").as_bytes()), "{c}")).count(), 1_212);
        assert!(!may_hold_emoji("“It’s a café—déjà vu…”\u{A0}– ‘no’".as_bytes()));
    }

    #[test]
    fn emoji_become_words() {
        let lexicons = lexicons();
        for (text, expected) in [
            ("no emoji, “quotes”", "no emoji, “quotes”"),
            ("❤", "red heart"),
            ("I❤you", "I red heartyou"),
            ("a\n❤ b", "a\n red heart b"),
            ("❤❤", "red heart red heart"),
            ("❤\u{fe0f}", "red heart\u{fe0f}"),
        ] {
            assert_eq!(spell_emoji(&lexicons, text, &mut String::new()), expected);
        }
    }
}
