//! Sentiment: that of news, sentence by sentence (`news`), and VADER 3.3.2, number for number (`vader`).

pub(crate) mod news;
mod scorer;
mod tokens;
mod vader;
pub(crate) mod voices;

use serde::Serialize;

use crate::document::Document;
use crate::lexicon::lexeme::Hints;
use crate::span::Span;
use crate::text::words::Shape;
pub use news::{NewsSentiment, SentimentHit, Shifter};
pub use scorer::{Vader, VaderToken};
use tokens::{Pieces, Scratch, Token};
pub use vader::Polarity;
use vader::Tally;
pub use voices::VoiceSentiment;

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

    /// The `n` most negative sentences, the worst first, equal ones in the order of the text; only those below 0.
    pub fn most_negative(&self, n: usize) -> Vec<SentencePolarity> {
        self.extremes(n, -1.0)
    }

    /// The `n` most positive sentences, the best first, equal ones in the order of the text; only those above 0.
    pub fn most_positive(&self, n: usize) -> Vec<SentencePolarity> {
        self.extremes(n, 1.0)
    }

    fn extremes(&self, n: usize, sign: f64) -> Vec<SentencePolarity> {
        let felt = |sentence: &&SentencePolarity| sign * sentence.score > 0.0;
        let mut sentences: Vec<_> = self.sentences.iter().filter(felt).copied().collect();
        sentences.sort_by(|a, b| (sign * b.score).total_cmp(&(sign * a.score)));
        sentences.truncate(n);
        sentences
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

/// Scores the document as news, and nothing else.
pub(crate) fn news_alone(document: &Document<'_>) -> Sentiment {
    Sentiment { news: news::news(document, |_| {}), ..Sentiment::default() }
}

/// The four numbers of VADER of the document and its sentences, over one sequence of tokens.
fn polarities(document: &Document<'_>) -> (Polarity, Vec<SentencePolarity>) {
    let text = document.text();
    let valences = &*document.lexicons().valences;
    let mut scratch = Scratch::default();
    let holds_emoji = tokens::has_emoji(valences, text);
    if holds_emoji && valences.has_odd_emoji() {
        return polarities_apart(document);
    }
    let words = document.words();
    let mut word = 0;
    let mut pieces = Pieces::of(text);
    let mut marks = tokens::marks(text).peekable();
    let mut noted = Vec::with_capacity(document.words().len() / 4);
    let mut weighed = Vec::new();
    let mut differing = Vec::new();
    let mut all = Tally::default();
    let mut sentences = Vec::with_capacity(document.sentences().len());
    for sentence in document.sentences() {
        let span = sentence.span.trimmed(text);
        let slice = span.of(text);
        let first_noted = noted.len();
        let mut own = Tally { first: all.tokens, ..Tally::default() };
        while let Some((_, mark)) = marks.next_if(|&(at, _)| at < span.end as usize) {
            own = own.with(mark);
        }
        while let Some(start) = pieces.next_start().filter(|&start| start < span.end as usize) {
            while words.get(word).is_some_and(|word| (word.span.start as usize) < start) {
                word += 1;
            }
            // Most pieces are words that count alone.
            let end = sentence.end_word as usize;
            let passed = document.hinted(word, end, Hints::VADER_PIECE).unwrap_or(end) - word;
            if passed > 0 && pieces.skip_words(&words[word..word + passed]) {
                own.tokens += passed as u32;
                word += passed;
                continue;
            }
            // Nearly every other piece is a word, too, and what VADER knows of it was looked up with all else.
            match document.plain_token(word) {
                Some((span, token)) if pieces.skip_word(span) => token.note(&mut own, &mut noted),
                _ if holds_emoji => {
                    tokens::read_piece(valences, pieces.take(), &mut scratch.spelled, &mut own, &mut noted);
                }
                _ => pieces.read(valences).note(&mut own, &mut noted),
            }
        }
        all = all.and(own);
        vader::value(valences, &mut noted[first_noted..], own);
        differing.extend(vader::differing(&noted[first_noted..], own).map(|at| first_noted + at));
        if sentence.is_empty() {
            continue;
        }
        // A sentence that ends without white space shares a piece with its neighbour.
        let shares = !ends_at_space(text, span.end as usize) || !ends_at_space(text, span.start as usize);
        let polarity = if shares {
            tokens::polarity_scores(valences, slice, &mut scratch)
        } else {
            vader::score_valued(valences, &noted[first_noted..], own, &mut weighed)
        };
        sentences.push(SentencePolarity { span, score: 0.0, polarity });
    }
    (vader::score_again(valences, &mut noted, all, &differing), sentences)
}

/// The same where any letter or mark may be an emoji: the text and its sentences one by one.
fn polarities_apart(document: &Document<'_>) -> (Polarity, Vec<SentencePolarity>) {
    let text = document.text();
    let valences = &*document.lexicons().valences;
    let mut scratch = Scratch::default();
    let spoken = document.sentences().iter().filter(|sentence| !sentence.is_empty());
    let sentences = spoken.map(|sentence| {
        let span = sentence.span.trimmed(text);
        let polarity = tokens::polarity_scores(valences, span.of(text), &mut scratch);
        SentencePolarity { span, score: 0.0, polarity }
    });
    let sentences = sentences.collect();
    (tokens::polarity_scores(valences, text, &mut scratch), sentences)
}

impl Document<'_> {
    /// Word `index` as a token of VADER, if it is all ASCII.
    #[inline]
    fn plain_token(&self, index: usize) -> Option<(Span, Token)> {
        let word = self.words().get(index).filter(|word| !word.shape.has(Shape::NON_ASCII))?;
        let facts = self.types()[word.id as usize].lexeme.vader;
        let upper = word.shape.has(Shape::UPPER) && !word.shape.has(Shape::LOWER);
        Some((word.span, Token { facts, upper }))
    }
}

/// Whether a piece may end or begin at this offset: white space on one side, or an end of the text.
fn ends_at_space(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    before.chars().next_back().is_none_or(tokens::is_split) || after.chars().next().is_none_or(tokens::is_split)
}
