//! The words of a text as VADER 3.3.2 sees them.
//!
//! Emoji become words, white space splits, punctuation is stripped from longer tokens. Source: the package
//! vaderSentiment 3.3.2 (MIT, (c) 2016 C.J. Hutto; Hutto & Gilbert 2014) and the methods of Python's `str` it calls.

use std::ops::Range;

use super::vader::{self, Noted, Polarity, Tally};
use crate::document::Word;
use crate::lexicon::valence::{FactsId, Valences};
use crate::span::Span;
use crate::text::interner::{Key, LeadingLetters};

/// A token of so many characters or fewer keeps its punctuation: it may be an emoticon.
const SHORT: usize = 2;

/// Room that is used again from text to text.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// The tokens of the last text that have facts.
    pub(super) noted: Vec<Noted>,
    pub(super) spelled: String,
}

/// The four numbers of a text.
pub(crate) fn polarity_scores(valences: &Valences, text: &str, scratch: &mut Scratch) -> Polarity {
    let Scratch { noted, spelled } = scratch;
    let text = spell_emoji(valences, text, spelled, |_, _| ());
    noted.clear();
    let tally = read(valences, text, noted);
    vader::score(valences, noted, tally)
}

/// Notes the tokens of a text that have facts, and counts. Emoji are words already.
pub(super) fn read(valences: &Valences, text: &str, noted: &mut Vec<Noted>) -> Tally {
    let mut tally = count_marks(text);
    let mut pieces = Pieces::of(text);
    while pieces.next_start().is_some() {
        pieces.read(valences).note(&mut tally, noted);
    }
    tally
}

/// The same for a piece that may hold emoji, of a text whose marks are counted apart; `spelled` is room.
pub(super) fn read_piece(
    valences: &Valences,
    piece: &str,
    spelled: &mut String,
    tally: &mut Tally,
    noted: &mut Vec<Noted>,
) {
    let spelled = spell_emoji(valences, piece, spelled, |_, _| ());
    let mut pieces = Pieces::of(spelled);
    while pieces.next_start().is_some() {
        pieces.read(valences).note(tally, noted);
    }
    if spelled != piece {
        // Those of the words that stand for an emoji.
        let [all, own] = [spelled, piece].map(count_marks);
        tally.exclamations += all.exclamations - own.exclamations;
        tally.questions += all.questions - own.questions;
    }
}

/// What the rules ask of a token: the facts of its lower-case form, and whether it is in capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) facts: FactsId,
    pub(super) upper: bool,
}

impl Token {
    /// Counts the token, and notes it if it has facts.
    #[inline]
    pub(super) fn note(self, tally: &mut Tally, noted: &mut Vec<Noted>) {
        let Self { facts, upper } = self;
        if facts != FactsId::default() {
            noted.push(Noted { token: tally.first + tally.tokens, facts, upper, valence: 0.0 });
        }
        tally.tokens += 1;
        tally.upper += u32::from(upper);
    }
}

/// The pieces of a text between white space, each of which is a token.
#[derive(Debug)]
pub(super) struct Pieces<'t> {
    text: &'t str,
    /// Where reading goes on.
    at: usize,
    lower: String,
}

impl<'t> Pieces<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, at: 0, lower: String::new() }
    }

    /// Where the next piece starts, if there is one.
    #[inline]
    pub(super) fn next_start(&mut self) -> Option<usize> {
        while let Some(length) = split_length(self.text, self.at) {
            self.at += length;
        }
        (self.at < self.text.len()).then_some(self.at)
    }

    /// Reads the piece that starts here.
    #[inline]
    pub(super) fn read(&mut self, valences: &Valences) -> Token {
        let bytes = &self.text.as_bytes()[self.at..];
        let LeadingLetters { key, length, has_small, .. } = Key::of_leading_letters(bytes);
        let ends = |at: usize| bytes.get(at).is_none_or(|&b| is_split_byte(b));
        let end = match bytes.get(length) {
            Some(b) if b.is_ascii_punctuation() && length > SHORT => length + 1,
            _ => length,
        };
        // Nearly every piece is a word of letters alone, or with one mark behind it.
        if 0 < length && length < Key::INLINE && ends(end) {
            self.at += end;
            return Token { facts: valences.look_up_key(key, || ""), upper: !has_small };
        }
        token(valences, strip(self.take()), &mut self.lower)
    }

    /// Whether the piece that starts here is the first of these words, each of which is a piece, alone or with a mark behind
    /// it that is stripped, and then a space; then they count as read.
    #[inline]
    pub(super) fn skip_words(&mut self, words: &[Word]) -> bool {
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
        let starts_here = first.span.start as usize == self.at;
        if starts_here {
            self.at = last.span.end as usize + 1;
        }
        starts_here
    }

    /// Whether the piece that starts here is this word, which is all ASCII, alone or with marks behind it that are
    /// stripped; then it counts as read.
    #[inline]
    pub(super) fn skip_word(&mut self, word: Span) -> bool {
        let bytes = self.text.as_bytes();
        let (start, mut end) = (word.start as usize, word.end as usize);
        if start != self.at || !bytes[start].is_ascii_alphanumeric() || !bytes[end - 1].is_ascii_alphanumeric() {
            return false;
        }
        if end - start > SHORT {
            end += bytes[end..].iter().take_while(|byte| byte.is_ascii_punctuation()).count();
        }
        let ends = bytes.get(end).is_none_or(|&byte| is_split_byte(byte));
        if ends {
            self.at = end;
        }
        ends
    }

    /// The piece that starts here, which counts as read.
    pub(super) fn take(&mut self) -> &'t str {
        let rest = &self.text[self.at..];
        let piece = &rest[..rest.find(is_split).unwrap_or(rest.len())];
        self.at += piece.len();
        piece
    }
}

/// The length of the white space character here, if there is one.
#[inline]
fn split_length(text: &str, at: usize) -> Option<usize> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() {
        return is_split_byte(byte).then_some(1);
    }
    text[at..].chars().next().filter(|&c| is_split(c)).map(char::len_utf8)
}

/// Whether an ASCII character splits.
#[inline]
fn is_split_byte(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | 0x1C..=b' ')
}

/// Whether the text holds an emoji that has words.
pub(super) fn has_emoji(valences: &Valences, text: &str) -> bool {
    valences.may_hold_emoji(text.as_bytes()) && text.chars().any(|c| valences.emoji(c).is_some())
}

/// The text with the words of each emoji in its place; `spelled` holds it if there are any.
///
/// A space goes before the words unless there is one; none goes after them, so that what follows is glued on.
/// The package also trims the result, which changes neither tokens nor marks.
///
/// `spelled_at` is told of each emoji where its words stand in the result, and where it stands in the text.
pub(super) fn spell_emoji<'t>(
    valences: &Valences,
    text: &'t str,
    spelled: &'t mut String,
    mut spelled_at: impl FnMut(Range<usize>, Range<usize>),
) -> &'t str {
    if !has_emoji(valences, text) {
        return text;
    }
    spelled.clear();
    let mut copied = 0;
    for (at, c) in text.char_indices() {
        if let Some(description) = valences.emoji(c) {
            spelled.push_str(&text[copied..at]);
            // After a description that ends with a space, one more would change nothing.
            if !spelled.is_empty() && !spelled.ends_with(' ') {
                spelled.push(' ');
            }
            copied = at + c.len_utf8();
            spelled_at(spelled.len()..spelled.len() + description.len(), at..copied);
            spelled.push_str(description);
        }
    }
    spelled.push_str(&text[copied..]);
    spelled
}

/// Whether Python's `str.split` splits here: at white space and the four ASCII separators.
pub(crate) fn is_split(c: char) -> bool {
    if c.is_ascii() { is_split_byte(c as u8) } else { c.is_whitespace() }
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

/// A stripped token with its facts; `lower` is room for its lower-case form.
fn token(valences: &Valences, token: &str, lower: &mut String) -> Token {
    let (mut capital, mut small) = (false, false);
    for c in token.chars() {
        // Of what is not ASCII, the marks of running text (quotation marks, dashes) have no case.
        if !c.is_ascii() && !('\u{2000}'..='\u{206F}').contains(&c) {
            return Token { facts: valences.look_up(&token.to_lowercase()), upper: is_upper(token) };
        }
        capital |= c.is_ascii_uppercase();
        small |= c.is_ascii_lowercase();
    }
    lower.clear();
    lower.push_str(token);
    lower.make_ascii_lowercase();
    Token { facts: valences.look_up(lower), upper: capital && !small }
}

/// The tally of a text without its tokens.
fn count_marks(text: &str) -> Tally {
    marks(text).fold(Tally::default(), |tally, (_, mark)| tally.with(mark))
}

/// The exclamation and question marks of a text, each with its place, in order.
pub(super) fn marks(text: &str) -> impl Iterator<Item = (usize, u8)> {
    /// Most stretches have no mark, and sums of bytes that cannot overflow are what the compiler does sixteen at a time.
    const STRETCH: usize = 128;
    let is_mark = |byte: u8| byte == b'!' || byte == b'?';
    let stretches = text.as_bytes().chunks(STRETCH).enumerate();
    let holding = stretches.filter(move |(_, stretch)| stretch.iter().map(|&b| u8::from(is_mark(b))).sum::<u8>() > 0);
    holding.flat_map(move |(number, stretch)| {
        let marks = stretch.iter().enumerate().filter(move |&(_, &byte)| is_mark(byte));
        marks.map(move |(at, &byte)| (STRETCH * number + at, byte))
    })
}

#[cfg(test)]
#[expect(clippy::float_cmp, clippy::unwrap_used, reason = "numbers are equal to the last bit; tables are whole")]
mod tests {
    use super::{Scratch, is_split, is_title_case, is_upper, polarity_scores, spell_emoji, strip};
    use crate::lexicon::valence::Valences;
    use std::sync::Arc;

    fn valences() -> Arc<Valences> {
        Valences::embedded().unwrap()
    }

    /// The valences and the four numbers of a text.
    fn scores(text: &str) -> (Vec<f64>, [f64; 4]) {
        let mut scratch = Scratch::default();
        let polarity = polarity_scores(&valences(), text, &mut scratch);
        let mut summed = vec![0.0; text.split_whitespace().count()];
        for note in &scratch.noted {
            summed[note.token as usize] = note.valence;
        }
        (summed, [polarity.neg, polarity.neu, polarity.pos, polarity.compound])
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
        let valences = valences();
        let listed = ('\0'..=char::MAX).filter(|&c| valences.emoji(c).is_some());
        assert_eq!(
            listed.inspect(|c| assert!(valences.may_hold_emoji(format!("a {c}").as_bytes()), "{c}")).count(),
            1_212
        );
        assert!(!valences.may_hold_emoji("“It’s a café—déjà vu…”\u{A0}– ‘no’".as_bytes()));
    }

    #[test]
    fn emoji_become_words() {
        let valences = valences();
        for (text, expected) in [
            ("no emoji, “quotes”", "no emoji, “quotes”"),
            ("❤", "red heart"),
            ("I❤you", "I red heartyou"),
            ("a\n❤ b", "a\n red heart b"),
            ("❤❤", "red heart red heart"),
            ("❤\u{fe0f}", "red heart\u{fe0f}"),
        ] {
            assert_eq!(spell_emoji(&valences, text, &mut String::new(), |_, _| ()), expected);
        }
    }
}
