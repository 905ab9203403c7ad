//! Sentiment: that of news, sentence by sentence (`news`), and VADER 3.3.2, number for number (`vader`).

pub(crate) mod news;
mod tokens;
mod vader;

use serde::Serialize;

use crate::document::{Document, Word};
use crate::span::Span;
use crate::text::words::{Shape, TokenKind};
pub use news::{NewsSentiment, SentimentHit, Shifter};
use tokens::{Scratch, count};
pub use vader::Polarity;
use vader::{Noted, Token};

/// The sentiment of a text.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Sentiment {
    /// The sentiment of news: the numbers for articles.
    pub news: NewsSentiment,
    /// The four numbers of VADER for the whole text (Hutto & Gilbert 2014, as computed by vaderSentiment 3.3.2). Their
    /// sum grows with length: beyond a few hundred words `compound` says little but its sign.
    pub document: Polarity,
    /// The numbers of each sentence that holds a word.
    pub sentences: Vec<SentencePolarity>,
}

/// The numbers of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SentencePolarity {
    /// Where the sentence stands, without the white space around it.
    #[serde(flatten)]
    pub span: Span,
    /// Its sentiment as news, -1 to 1.
    pub score: f64,
    /// The four numbers of VADER.
    #[serde(flatten)]
    pub polarity: Polarity,
}

impl Sentiment {
    /// Mean of the sentences' compounds, -1 to 1: does not saturate with length. None without a sentence.
    pub fn mean_compound(&self) -> Option<f64> {
        let sum: f64 = self.sentences.iter().map(|sentence| sentence.polarity.compound).sum();
        (!self.sentences.is_empty()).then(|| sum / self.sentences.len() as f64)
    }

    /// The course of the sentiment: for each sentence the mean score of the `window` sentences around it, fewer at the
    /// ends, where the window is cut off on both sides alike. An even window is that of one sentence less.
    pub fn arc(&self, window: usize) -> Vec<f64> {
        let scores: Vec<f64> = self.sentences.iter().map(|sentence| sentence.score).collect();
        let reach = window.saturating_sub(1) / 2;
        let around = |at: usize| {
            let reach = reach.min(at).min(scores.len() - 1 - at);
            let near = &scores[at - reach..=at + reach];
            near.iter().sum::<f64>() / near.len() as f64
        };
        (0..scores.len()).map(around).collect()
    }
}

/// The four numbers of a text that is scored on its own.
pub(crate) fn polarity_scores(lexicons: &crate::lexicon::Lexicons, text: &str) -> Polarity {
    tokens::polarity_scores(lexicons, text, &mut Scratch::default())
}

/// Scores the document and its sentences.
pub(crate) fn sentiment(document: &Document<'_>) -> Sentiment {
    let (polarity, mut sentences) = polarities(document);
    let mut scored = sentences.iter_mut();
    let news = news::news(document, |score| {
        if let Some(sentence) = scored.next() {
            sentence.score = score;
        }
    });
    Sentiment { news, document: polarity, sentences }
}

/// The four numbers of VADER of the document and its sentences, over one sequence of tokens.
fn polarities(document: &Document<'_>) -> (Polarity, Vec<SentencePolarity>) {
    let text = document.text();
    let lexicons = document.lexicons();
    let mut scratch = Scratch::default();
    let spoken = document.sentences().iter().filter(|sentence| !sentence.is_empty());
    // Emoji rewrite the text before it is split, so texts with emoji are scored piece by piece.
    if tokens::has_emoji(lexicons, text) {
        let sentences = spoken.map(|sentence| {
            let span = sentence.span.trimmed(text);
            let polarity = tokens::polarity_scores(lexicons, span.of(text), &mut scratch);
            SentencePolarity { span, score: 0.0, polarity }
        });
        let sentences = sentences.collect();
        return (tokens::polarity_scores(lexicons, text, &mut scratch), sentences);
    }
    let mut pieces = Pieces::read(document, &mut scratch);
    let mut own = Vec::new();
    let (mut next, mut next_noted) = (0, 0);
    let mut sentences = Vec::with_capacity(document.sentences().len());
    let (mut all_exclamations, mut all_questions) = (0, 0);
    for sentence in document.sentences() {
        let span = sentence.span.trimmed(text);
        let slice = span.of(text);
        let (exclamations, questions) = (count(slice, b'!'), count(slice, b'?'));
        all_exclamations += exclamations;
        all_questions += questions;
        let (first, first_noted) = (next, next_noted);
        while pieces.starts.get(next).is_some_and(|&start| start < span.end) {
            next += 1;
        }
        while pieces.noted.get(next_noted).is_some_and(|note| (note.token as usize) < next) {
            next_noted += 1;
        }
        if sentence.is_empty() {
            continue;
        }
        // A sentence that ends without white space shares a piece with its neighbour.
        let shares = !ends_at_space(text, span.end as usize) || !ends_at_space(text, span.start as usize);
        let polarity = if shares {
            tokens::polarity_scores(lexicons, slice, &mut scratch)
        } else {
            own.clear();
            let noted = &pieces.noted[first_noted..next_noted];
            own.extend(noted.iter().map(|note| Noted { token: note.token - first as u32, valence: 0.0 }));
            vader::score(&lexicons.valences, &pieces.tokens[first..next], &mut own, exclamations, questions)
        };
        sentences.push(SentencePolarity { span, score: 0.0, polarity });
    }
    let Pieces { tokens, noted, .. } = &mut pieces;
    let document = vader::score(&lexicons.valences, tokens, noted, all_exclamations, all_questions);
    (document, sentences)
}

/// Whether a piece may end or begin at this offset: white space on one side, or an end of the text.
fn ends_at_space(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    before.chars().next_back().is_none_or(tokens::is_split) || after.chars().next().is_none_or(tokens::is_split)
}

/// The tokens of VADER, which are the pieces between white space.
struct Pieces {
    tokens: Vec<Token>,
    noted: Vec<Noted>,
    starts: Vec<u32>,
}

impl Pieces {
    /// Reads the pieces of a text; a piece that is one plain word takes what is known of the word's type.
    fn read(document: &Document<'_>, scratch: &mut Scratch) -> Self {
        let text = document.text();
        let bytes = text.as_bytes();
        let words = document.words();
        let capacity = words.len() + words.len() / 16 + 1;
        let mut pieces =
            Self { tokens: Vec::with_capacity(capacity), noted: Vec::new(), starts: Vec::with_capacity(capacity) };
        let mut at = 0;
        let mut next_word = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte == b' ' {
                at += 1;
                continue;
            }
            if !(b' '..0x80).contains(&byte) {
                let space = text[at..].chars().next().filter(|&c| tokens::is_split(c));
                if let Some(space) = space {
                    at += space.len_utf8();
                    continue;
                }
            }
            let start = at;
            while words.get(next_word).is_some_and(|word| (word.span.start as usize) < start) {
                next_word += 1;
            }
            let plain = words.get(next_word).and_then(|word| Some((word, plain_piece(bytes, start, word)?)));
            let token = if let Some((word, end)) = plain {
                at = end;
                let upper = word.shape.has(Shape::UPPER) && !word.shape.has(Shape::LOWER);
                Token { facts: document.types()[word.id as usize].lexeme.vader, upper }
            } else {
                at = text[start..].find(tokens::is_split).map_or(text.len(), |length| start + length);
                tokens::token(document.lexicons(), tokens::strip(&text[start..at]), &mut scratch.lower)
            };
            if token.has_facts() {
                pieces.noted.push(Noted { token: pieces.tokens.len() as u32, valence: 0.0 });
            }
            pieces.tokens.push(token);
            pieces.starts.push(start as u32);
        }
        pieces
    }
}

/// The end of the piece at `start`, if it is the word with ASCII punctuation around it and white space behind: then
/// VADER's token is the word.
#[inline]
fn plain_piece(bytes: &[u8], start: usize, word: &Word) -> Option<usize> {
    /// Shorter words keep their punctuation.
    const SHORT: usize = 2;
    let (word_start, word_end) = (word.span.start as usize, word.span.end as usize);
    if word.shape.has(Shape::NON_ASCII)
        || !matches!(word.kind, TokenKind::Word | TokenKind::Number)
        || !bytes[word_start].is_ascii_alphanumeric()
        || !bytes[word_end - 1].is_ascii_alphanumeric()
        || !bytes[start..word_start].iter().all(u8::is_ascii_punctuation)
    {
        return None;
    }
    let mut end = word_end;
    while bytes.get(end).is_some_and(u8::is_ascii_punctuation) {
        end += 1;
    }
    let bare = start == word_start && end == word_end;
    let ends = bytes.get(end).is_none_or(|&b| b < 0x80 && tokens::is_split(b as char));
    (ends && (bare || word_end - word_start > SHORT)).then_some(end)
}
