//! Readability: every formula over the same counts, with what speaks against trusting a score.

mod formulas;
mod graphs;
mod sentences;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::counts::Counts;
use crate::language::Language;
pub use formulas::{Direction, Estimates, FORMULAS, Formula};
pub use graphs::{Graph, GraphArea};
pub use sentences::SentenceDifficulty;

/// Why a score is missing or should not be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Caveat {
    /// No word, or no sentence: there is no score.
    NoText,
    /// A count of the formula needs a word list that cannot be shipped: there is no score.
    NoWordList,
    /// A divisor or the variance of the formula is zero, as for a single word: there is no score.
    Undefined,
    /// Fewer sentences or words than the author of the formula asks for.
    SampleTooSmall,
    /// Fewer than 100 words: the sample that most formulas were made on.
    FewWords,
    /// More than 5 % of the letters are of another script than the language's.
    OtherScript,
    /// More than half of the words stand in headings, list items and captions, which are no sentences.
    MostlyFragments,
}

impl Caveat {
    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoText => "no_text",
            Self::NoWordList => "no_word_list",
            Self::Undefined => "undefined",
            Self::SampleTooSmall => "sample_too_small",
            Self::FewWords => "few_words",
            Self::OtherScript => "other_script",
            Self::MostlyFragments => "mostly_fragments",
        }
    }

    /// What it means, for a reader of the report.
    ///
    /// ```
    /// assert!(connote::Caveat::FewWords.message().starts_with("The text has fewer than 100 words"));
    /// ```
    pub fn message(self) -> &'static str {
        match self {
            Self::NoText => "The text has no words, so there is no score.",
            Self::NoWordList => {
                "The formula counts words off a list that is not freely licensed, so there is no score. Count them \
                 yourself and score the counts."
            }
            Self::Undefined => "The text is too short for the formula to give a number.",
            Self::SampleTooSmall => {
                "The text has fewer sentences or words than the author of the formula asks for; the score is scaled up \
                 from a small sample."
            }
            Self::FewWords => "The text has fewer than 100 words, so one long word or sentence moves every score much.",
            Self::OtherScript => {
                "More than 5 % of the letters are of another script, for which the formulas were not made."
            }
            Self::MostlyFragments => {
                "Most words stand in headings, list items or captions, so sentence lengths mean little."
            }
        }
    }
}

/// Most formulas were made on samples of this many words.
const SAMPLE_WORDS: u64 = 100;
/// One letter in so many may be of another script.
const OTHER_SCRIPT: u64 = 20;

/// The scores of a text, by formula. Holds the counts; scores are worked out when they are asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Readability {
    counts: Counts,
    language: Language,
    /// Median of the formulas that estimate a grade (in other languages than English, years of school); see
    /// [`Readability::consensus`].
    pub consensus_grade: Option<f64>,
}

/// What the formulas that estimate a grade say together.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Consensus {
    /// Their median.
    pub grade: f64,
    /// The lowest of them.
    pub lowest: f64,
    /// The highest of them.
    pub highest: f64,
    /// The formulas with their scores, in the order of [`FORMULAS`]: one of each family, so that no family outvotes
    /// the others.
    pub scores: Vec<(&'static Formula, f64)>,
}

/// All formulas of a language over the same counts.
pub(crate) fn readability(counts: &Counts, language: Language) -> Readability {
    let mut readability = Readability { counts: *counts, language, consensus_grade: None };
    readability.consensus_grade = readability.consensus().map(|consensus| consensus.grade);
    readability
}

impl Readability {
    /// The score of a formula, by its name or an alias; none where it is not defined, and for a name that is not among
    /// the formulas of the language.
    pub fn get(&self, name: &str) -> Option<f64> {
        self.score(Formula::named(name)?)
    }

    /// The score of a formula of the language.
    pub(crate) fn score(&self, formula: &Formula) -> Option<f64> {
        if formula.is_for(self.language) && self.counts.words > 0 { formula.score(&self.counts) } else { None }
    }

    /// Every formula of the language with its score.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Formula, Option<f64>)> {
        let of_language = FORMULAS.iter().filter(|formula| formula.is_for(self.language));
        of_language.map(|formula| (formula, self.score(formula)))
    }

    /// Why the score of a formula is missing, or what the formula itself says against it. What holds for the whole text
    /// is in [`Readability::text_caveats`].
    pub fn caveat(&self, formula: &Formula) -> Option<Caveat> {
        let counts = &self.counts;
        if self.score(formula).is_none() {
            let unlisted = formula.needs.iter().any(|kind| kind.of(counts).is_none());
            return Some(match counts.words {
                0 => Caveat::NoText,
                _ if unlisted => Caveat::NoWordList,
                _ => Caveat::Undefined,
            });
        }
        let too_small = counts.sentences < formula.minimum_sentences || counts.words < formula.minimum_words;
        too_small.then_some(Caveat::SampleTooSmall)
    }

    /// The formulas with a [`Readability::caveat`] of their own.
    pub fn caveats(&self) -> impl Iterator<Item = (&'static Formula, Caveat)> {
        self.iter().filter_map(|(formula, _)| Some((formula, self.caveat(formula)?)))
    }

    /// What speaks against every score of the text.
    pub fn text_caveats(&self) -> impl Iterator<Item = Caveat> + use<> {
        let counts = &self.counts;
        let caveats = [
            (counts.words == 0, Caveat::NoText),
            ((1..SAMPLE_WORDS).contains(&counts.words), Caveat::FewWords),
            (counts.foreign_letters > counts.letters / OTHER_SCRIPT, Caveat::OtherScript),
            (counts.fragment_words > counts.words / 2, Caveat::MostlyFragments),
        ];
        caveats.into_iter().filter(|(holds, _)| *holds).map(|(_, caveat)| caveat)
    }

    /// The median of the formulas that estimate a grade, their spread, and which they are; none without a score.
    pub fn consensus(&self) -> Option<Consensus> {
        let asked = FORMULAS.iter().filter(|formula| formula.in_consensus);
        let scores: Vec<_> = asked.filter_map(|formula| Some((formula, self.score(formula)?))).collect();
        let mut grades: Vec<f64> = scores.iter().map(|&(_, grade)| grade).collect();
        grades.sort_unstable_by(f64::total_cmp);
        let (&lowest, &highest) = (grades.first()?, grades.last()?);
        let middle = grades.len() / 2;
        let grade =
            if grades.len() % 2 == 1 { grades[middle] } else { f64::midpoint(grades[middle - 1], grades[middle]) };
        Some(Consensus { grade, lowest, highest, scores })
    }

    /// The counts behind the scores.
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// The language whose formulas these are.
    pub fn language(&self) -> Language {
        self.language
    }
}

impl Serialize for Readability {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (formula, score) in self.iter() {
            map.serialize_entry(formula.name, &score)?;
        }
        map.serialize_entry("consensus_grade", &self.consensus_grade)?;
        map.serialize_entry("consensus", &self.consensus().as_ref().map(ConsensusView::of))?;
        for graph in Graph::ALL {
            map.serialize_entry(graph.name(), &self.area(graph))?;
        }
        let caveats: Vec<_> = self.caveats().map(|(formula, caveat)| (formula.name, caveat)).collect();
        map.serialize_entry("caveats", &Pairs(&caveats))?;
        map.serialize_entry("text_caveats", &self.text_caveats().collect::<Vec<_>>())?;
        map.end()
    }
}

/// What is written of a [`Consensus`].
#[derive(serde::Serialize)]
struct ConsensusView {
    lowest: f64,
    highest: f64,
    formulas: Vec<&'static str>,
}

impl ConsensusView {
    fn of(consensus: &Consensus) -> Self {
        let formulas = consensus.scores.iter().map(|(formula, _)| formula.name).collect();
        Self { lowest: consensus.lowest, highest: consensus.highest, formulas }
    }
}

/// Pairs as a map, in their order.
struct Pairs<'a, V>(&'a [(&'static str, V)]);

impl<V: Serialize> Serialize for Pairs<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
