//! The sentences that show best how a corpus is worded.

use serde::Serialize;

use crate::lexicon::Category;
use crate::report::Report;
use crate::span::Span;

/// A sentence in which the writer's own words are loaded.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TellingSentence {
    /// Number of the text in its corpus, from 0.
    pub text: usize,
    /// The sentence, without the white space around it.
    pub sentence: String,
    /// Its loaded score, 0 to 1: see [`Loaded::score`](crate::Loaded::score).
    pub score: f64,
    /// The loaded words that the writer answers for, in the order of the sentence.
    pub hits: Vec<TellingHit>,
}

/// A loaded expression of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TellingHit {
    /// Where it stands in the sentence.
    #[serde(skip)]
    pub span: Span,
    /// The words as they stand there.
    pub text: String,
    /// What kind of loaded wording it is.
    pub category: Category,
    /// 1 to 3.
    pub strength: u8,
}

impl TellingSentence {
    /// A sentence without hits, for what reads one from elsewhere and fills it.
    pub fn new(text: usize, sentence: String, score: f64) -> Self {
        Self { text, sentence, score, hits: Vec::new() }
    }

    /// Marks a loaded expression.
    pub fn mark(&mut self, span: Span, category: Category, strength: u8) {
        self.hits.push(TellingHit { span, text: span.of(&self.sentence).to_owned(), category, strength });
    }
}

/// So many sentences of a corpus are kept.
const KEPT: usize = 20;
/// Longer sentences, in bytes, are no sentences but tables and lists.
const LONGEST: usize = 1000;

/// The most telling sentences so far, the most loaded first.
#[derive(Debug, Clone, Default)]
pub(super) struct Telling(Vec<TellingSentence>);

impl Telling {
    /// Takes those of a text that are more loaded than the ones that are kept. Copies of a sentence count once.
    pub(super) fn add(&mut self, text: usize, report: &Report) {
        for loaded in report.loaded.sentences() {
            let Some(score) = loaded.score.filter(|&score| score > 0.0) else { continue };
            let least = self.0.get(KEPT - 1).map_or(0.0, |least| least.score);
            let sentence = loaded.span.of(report.text());
            if score <= least || sentence.len() > LONGEST || self.0.iter().any(|kept| kept.sentence == sentence) {
                continue;
            }
            let mut telling = TellingSentence::new(text, sentence.to_owned(), score);
            let hits = report.loaded.hits();
            let first = hits.partition_point(|hit| hit.span.start < loaded.span.start);
            let inside = hits[first..].iter().take_while(|hit| hit.span.start < loaded.span.end);
            for hit in inside
                .filter(|hit| hit.voice.is_writers() && hit.category.is_loaded() && loaded.span.contains(hit.span))
            {
                let start = loaded.span.start;
                let span = Span { start: hit.span.start - start, end: hit.span.end - start };
                telling.mark(span, hit.category, hit.strength);
            }
            let place = self.0.partition_point(|kept| kept.score >= score);
            self.0.insert(place, telling);
            self.0.truncate(KEPT);
        }
    }

    pub(super) fn sentences(&self) -> Vec<TellingSentence> {
        self.0.clone()
    }
}
