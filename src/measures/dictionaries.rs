//! The user's dictionaries: how many words of each category a text has, and what they weigh.

use std::sync::Arc;

use serde::Serialize;

use crate::document::Document;
use crate::document::phrases::Run;
use crate::lexicon::Lexicons;
use crate::lexicon::dictionary::{Compiled, Listing};
use crate::lexicon::lexeme::Hints;
use crate::span::Span;

/// What a text has of one category of a dictionary.
///
/// Of patterns of the category that overlap the longest counts, of equally long ones that which is nearer to the letter:
/// a word as it is written before a wildcard, a long wildcard before a short. Categories do not hinder each other.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CategoryScore {
    /// Hits: words and phrases of the category.
    pub count: u64,
    /// Hits in direct quotations.
    pub quoted: u64,
    /// Hits in words of the text, 0 to 1; none without a word.
    pub share: Option<f64>,
    /// Sum of the hits' weights; none if the category has no weights.
    pub sum: Option<f64>,
    /// Mean of the hits' weights; none without a hit that has one.
    pub mean: Option<f64>,
}

/// A word or phrase of a dictionary in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct DictionaryHit {
    /// Where it stands.
    pub span: Span,
    /// Which category of the dictionary it belongs to, counted from 0.
    pub category: usize,
    /// Its weight, if it has one.
    pub weight: Option<f64>,
    /// Whether it stands in a direct quotation, not in the writer's own words.
    pub quoted: bool,
}

/// What a text has of one dictionary.
#[derive(Debug, Clone)]
pub struct DictionaryScores {
    lexicons: Arc<Lexicons>,
    number: usize,
    scores: Vec<CategoryScore>,
    hits: Vec<DictionaryHit>,
}

impl DictionaryScores {
    /// The name of the dictionary: that of its file, without folder and ending.
    pub fn name(&self) -> &str {
        self.lexicons.dictionaries.list.get(self.number).map_or("", |dictionary| &dictionary.label)
    }

    /// The score of a category.
    pub fn category(&self, name: &str) -> Option<&CategoryScore> {
        self.categories().find(|(known, _)| *known == name).map(|(_, score)| score)
    }

    /// The score of category number `at`.
    pub(crate) fn score(&self, at: usize) -> Option<CategoryScore> {
        self.scores.get(at).copied()
    }

    /// Every category with its score, in the order of the file.
    pub fn categories(&self) -> impl Iterator<Item = (&str, &CategoryScore)> {
        let dictionary = self.lexicons.dictionaries.list.get(self.number);
        let names = dictionary.into_iter().flat_map(|dictionary| &dictionary.categories);
        names.map(|category| category.name.as_str()).zip(&self.scores)
    }

    /// Every hit, in the order of the text; none unless the analyzer was told to keep them, by
    /// [`AnalyzerBuilder::dictionary_hits`](crate::AnalyzerBuilder::dictionary_hits).
    pub fn hits(&self) -> &[DictionaryHit] {
        &self.hits
    }

    /// The name of the category of a hit.
    pub fn category_of(&self, hit: &DictionaryHit) -> &str {
        let dictionary = self.lexicons.dictionaries.list.get(self.number);
        dictionary.and_then(|dictionary| dictionary.categories.get(hit.category)).map_or("", |category| &category.name)
    }
}

/// What is known of a category while the text is read.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    count: u64,
    quoted: u64,
    weighted: u64,
    sum: f64,
    /// The first word that no hit of the category has taken yet.
    free: u32,
    /// The word of [`Tally::best`].
    at: u32,
    /// Words and weight of the longest pattern at the word that is being read.
    best: (u32, Option<f64>),
}

/// Scores the document by every dictionary; `keeps_hits` says whether single hits are kept.
pub(crate) fn dictionaries(
    document: &Document<'_>,
    lexicons: &Arc<Lexicons>,
    keeps_hits: bool,
) -> Vec<DictionaryScores> {
    let dictionaries = &lexicons.dictionaries;
    if dictionaries.list.is_empty() {
        return Vec::new();
    }
    let mut tallies = vec![Tally::default(); dictionaries.categories];
    let mut hits: Vec<(u32, DictionaryHit)> = Vec::new();
    let words = document.words();
    // The categories with a pattern at the word that is being read.
    let mut open: Vec<u32> = Vec::new();
    for sentence in document.sentences() {
        let mut from = sentence.first_word as usize;
        while let Some(index) = document.hinted(from, sentence.end_word as usize, Hints::PATTERNS) {
            from = index + 1;
            let word = &words[index];
            let index = index as u32;
            read_word(document, index, sentence.end_word, &mut |taken, listing| {
                let tally = &mut tallies[listing.category as usize];
                if tally.free > index {
                    return;
                }
                let is_first = tally.best.0 == 0 || tally.at != index;
                if is_first {
                    open.push(listing.category);
                }
                if is_first || taken > tally.best.0 {
                    (tally.at, tally.best) = (index, (taken, listing.weight));
                }
            });
            for category in open.drain(..) {
                let tally = &mut tallies[category as usize];
                let (taken, weight) = tally.best;
                tally.free = index + taken;
                tally.count += 1;
                tally.quoted += u64::from(word.quoted);
                if let Some(weight) = weight {
                    tally.weighted += 1;
                    tally.sum += weight;
                }
                if keeps_hits {
                    let span = Span { start: word.span.start, end: words[(index + taken - 1) as usize].span.end };
                    let hit = DictionaryHit { span, category: 0, weight, quoted: word.quoted };
                    hits.push((category, hit));
                }
            }
        }
    }
    hits.sort_by_key(|&(category, hit)| (hit.span.start, category));
    let score = |(number, dictionary): (usize, &Compiled)| {
        let first = dictionary.first_category;
        let own = first..first + dictionary.categories.len();
        let scores = tallies[own.clone()].iter().zip(&dictionary.categories).map(|(tally, category)| CategoryScore {
            count: tally.count,
            quoted: tally.quoted,
            share: (!words.is_empty()).then(|| tally.count as f64 / words.len() as f64),
            sum: category.weighted.then_some(tally.sum),
            mean: (tally.weighted > 0).then(|| tally.sum / tally.weighted as f64),
        });
        let hits = hits.iter().filter(|(category, _)| own.contains(&(*category as usize)));
        DictionaryScores {
            lexicons: Arc::clone(lexicons),
            number,
            scores: scores.collect(),
            hits: hits.map(|&(category, hit)| DictionaryHit { category: category as usize - first, ..hit }).collect(),
        }
    };
    dictionaries.list.iter().enumerate().map(score).collect()
}

/// Finds every pattern that begins with word `index` of a sentence that ends before word `end`: how many words it takes,
/// and each category that lists it.
fn read_word(document: &Document<'_>, index: u32, end: u32, found: &mut impl FnMut(u32, Listing)) {
    let lexicons = document.lexicons();
    let vocabulary = &lexicons.vocabulary;
    let numbers = document.types()[document.words()[index as usize].id as usize].lexeme.numbers();
    let run = Run::new(document, index as usize, end as usize);
    for node in vocabulary.pattern_starts(numbers.words, numbers.wildcard) {
        vocabulary.patterns.visit(node, vocabulary.wildcards.shorter(), &|n| run.numbers(n), &mut |pattern| {
            for listing in lexicons.dictionaries.listings(pattern.meaning) {
                found(pattern.words as u32, listing);
            }
        });
    }
}
