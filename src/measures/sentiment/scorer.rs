//! VADER alone: the numbers of a text, and every token behind them.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::tokens::{self, Pieces, Scratch};
use super::vader::{self, Polarity};
use crate::error::Error;
use crate::lexicon::valence::{self, Role, Valences};
use crate::span::Span;

/// VADER 3.3.2 alone, without the rest of a report: with the words of the package or with others. Cheap to clone.
///
/// Source: Hutto & Gilbert (2014), as computed by vaderSentiment 3.3.2, whose numbers it gives for every text.
///
/// ```
/// use connote::Vader;
///
/// let vader = Vader::new()?;
/// assert_eq!(vader.polarity_scores("The shit").compound, -0.5574);
///
/// let mut words = Vader::embedded_words()?;
/// words.push(("gutted", -2.1));
/// let vader = Vader::with(&words, &Vader::embedded_emoji()?)?;
/// assert_eq!(vader.polarity_scores("They gutted aid.").compound, -0.4767);
/// # Ok::<(), connote::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Vader {
    valences: Arc<Valences>,
}

/// A token of a text as VADER reads it, and what it adds to the sum.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaderToken {
    /// Where it stands in the text, without the punctuation that VADER strips. All words of an emoji stand where it does.
    #[serde(flatten)]
    pub span: Span,
    /// The token: a piece of the text, or a word that stands for an emoji.
    pub text: String,
    /// Its rating in the word list, -4 to 4; None if it is not listed.
    pub listed: Option<f64>,
    /// The rating as capitals and the words around it shift it; 0 if it has none.
    pub shifted: f64,
    /// The same after the first `but` of the text was heard: what is summed.
    pub summed: f64,
}

impl Vader {
    /// With the words and emoji of the package.
    ///
    /// # Errors
    /// None in practice: the tests compile the embedded lists.
    pub fn new() -> Result<Self, Error> {
        Valences::embedded().map(Self::of)
    }

    /// With these words in place of the package's, each with its rating, and these emoji with the words they are read
    /// as. The words of the rules (negators, boosters, idioms) stay those of the package.
    ///
    /// Of two entries for one word the later counts. As in the package a text is looked up in lower case, so that a word
    /// with a capital is never found; nor is one with a space, or an emoji of several code points.
    ///
    /// # Errors
    /// [`Error::Input`] for a rating that is not finite, or beyond ±1e100.
    pub fn with(words: &[(&str, f64)], emoji: &[(&str, &str)]) -> Result<Self, Error> {
        Valences::new(words, emoji).map(Arc::new).map(Self::of)
    }

    pub(crate) fn of(valences: Arc<Valences>) -> Self {
        Self { valences }
    }

    pub(crate) fn valences(&self) -> &Arc<Valences> {
        &self.valences
    }

    /// The word list of the package: 7,520 entries with their mean ratings, -4 to 4. Of two for one word the later counts.
    ///
    /// # Errors
    /// None in practice: the tests read it.
    pub fn embedded_words() -> Result<Vec<(&'static str, f64)>, Error> {
        valence::embedded_words()
    }

    /// The emoji of the package, each with the words it is read as.
    ///
    /// # Errors
    /// None in practice: the tests read it.
    pub fn embedded_emoji() -> Result<Vec<(&'static str, &'static str)>, Error> {
        valence::embedded_emoji()
    }

    /// The four numbers of a text. Time grows with its length, whatever it holds.
    pub fn polarity_scores(&self, text: &str) -> Polarity {
        tokens::polarity_scores(&self.valences, text, &mut Scratch::default())
    }

    /// Every token of a text, in its order, with what it adds to the sum. The marks `!` and `?`, which add to the sum as a
    /// whole, are not among them.
    ///
    /// ```
    /// let tokens = connote::Vader::new()?.tokens("Not good, but (very) useful!")?;
    /// let texts: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
    /// assert_eq!(texts, ["Not", "good", "but", "very", "useful"]);
    /// assert_eq!(tokens[1].listed, Some(1.9));
    /// assert_eq!(tokens[1].shifted, 1.9 * -0.74);
    /// assert_eq!(tokens[1].summed, 1.9 * -0.74 * 0.5);
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::TextTooLong`] for a text of 4 GiB or more.
    pub fn tokens(&self, text: &str) -> Result<Vec<VaderToken>, Error> {
        if u32::try_from(text.len()).is_err() {
            return Err(Error::TextTooLong { bytes: text.len() });
        }
        let rules = &*self.valences;
        let (mut spelled, mut emoji) = (String::new(), Vec::new());
        let spelled = tokens::spell_emoji(rules, text, &mut spelled, |spelled, written| emoji.push((spelled, written)));
        let mut found = Vec::new();
        let mut pieces = Pieces::of(spelled);
        while let Some(start) = pieces.next_start() {
            let piece = pieces.take();
            let token = tokens::strip(piece);
            let start = start + piece.find(token).unwrap_or(0);
            let span = written(&emoji, start..start + token.len());
            found.push(VaderToken { span, text: token.to_owned(), listed: None, shifted: 0.0, summed: 0.0 });
        }
        let mut noted = Vec::new();
        let tally = tokens::read(rules, spelled, &mut noted);
        vader::value(rules, &mut noted, tally);
        for note in &noted {
            let facts = rules.facts(note.facts);
            let token = &mut found[note.token as usize];
            token.listed = facts.is(Role::LISTED).then_some(facts.valence);
            token.shifted = note.valence;
        }
        vader::weigh(rules, &mut noted);
        for note in &noted {
            found[note.token as usize].summed = note.valence;
        }
        Ok(found)
    }
}

/// Where a piece of the spelled text stands in the text as it was written, the places of the emoji being known in both.
fn written(emoji: &[(Range<usize>, Range<usize>)], piece: Range<usize>) -> Span {
    let after = |next: usize, at: usize| match next.checked_sub(1).and_then(|last| emoji.get(last)) {
        Some((spelled, written)) => written.end + (at - spelled.end),
        None => at,
    };
    let next = emoji.partition_point(|(spelled, _)| spelled.end <= piece.start);
    let start = match emoji.get(next) {
        Some((spelled, written)) if spelled.start <= piece.start => written.start,
        _ => after(next, piece.start),
    };
    let next = emoji.partition_point(|(spelled, _)| spelled.end < piece.end);
    let end = match emoji.get(next) {
        Some((spelled, written)) if spelled.start < piece.end => written.end,
        _ => after(next, piece.end),
    };
    Span::new(start, end)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "the embedded lists are whole")]
mod tests {
    use super::Vader;

    #[test]
    fn tokens_stand_where_they_are_written() {
        let vader = Vader::new().unwrap();
        for (text, expected) in [
            ("", &[][..]),
            (" a  (good)!\n", &[("a", "a"), ("good", "good")]),
            ("no, :)", &[("no,", "no,"), (":)", ":)")]),
            ("I❤you so", &[("I", "I"), ("red", "❤"), ("heartyou", "❤you"), ("so", "so")]),
            ("❤❤ ok.", &[("red", "❤"), ("heart", "❤"), ("red", "❤"), ("heart", "❤"), ("ok.", "ok.")]),
            ("“Ça va”—❤\u{fe0f}", &[("“Ça", "“Ça"), ("va”—", "va”—"), ("red", "❤"), ("heart\u{fe0f}", "❤\u{fe0f}")]),
        ] {
            let tokens = vader.tokens(text).unwrap();
            let read: Vec<_> = tokens.iter().map(|token| (token.text.as_str(), token.span.of(text))).collect();
            assert_eq!(read, expected, "{text}");
            assert!(tokens.is_sorted_by_key(|token| token.span.start), "{text}");
        }
    }
}
