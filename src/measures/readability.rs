//! Readability: one table of formulas.
//!
//! Constants are those of the papers (see `FORMULAS`); nothing is rounded or clamped. A formula without its counts, for
//! instance without a word, has no value.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::counts::Counts;

/// What a formula estimates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Estimates {
    /// A school grade of the United States: years of school needed; higher is harder.
    Grade,
    /// Reading ease, about 0 to 100; higher is easier.
    Ease,
    /// Expected share of words that readers fill in right, in per cent; higher is easier.
    Cloze,
    /// A number on the author's own scale; higher is harder.
    Index,
}

impl Estimates {
    /// The unit of the values.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Grade => "grade",
            Self::Ease => "ease, 0 to 100",
            Self::Cloze => "cloze, per cent",
            Self::Index => "index",
        }
    }
}

/// A formula of the table.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Formula {
    /// Name in reports, columns and files.
    pub name: &'static str,
    /// Name in print.
    pub title: &'static str,
    /// What the number means.
    pub estimates: Estimates,
    /// Author and year.
    pub source: &'static str,
    /// The formula as written in its paper, in the names of [`Counts`].
    pub definition: &'static str,
    /// Fewer sentences than this and the value carries a caveat.
    pub minimum_sentences: u64,
    /// Whether the median over formulas includes it.
    pub in_consensus: bool,
    compute: fn(&Ratios) -> f64,
}

/// The ratios that formulas are made of; they exist only for a text with a word and a sentence.
struct Ratios {
    words: f64,
    sentences: f64,
    /// Words per sentence.
    sentence_length: f64,
    /// Syllables per word.
    syllables: f64,
    letters: f64,
    characters: f64,
    polysyllables: f64,
    complex: f64,
    long: f64,
    unfamiliar: f64,
    spache_unfamiliar: f64,
}

impl Ratios {
    fn of(counts: &Counts) -> Option<Self> {
        if counts.words == 0 || counts.sentences == 0 {
            return None;
        }
        let (words, sentences) = (counts.words as f64, counts.sentences as f64);
        Some(Self {
            words,
            sentences,
            sentence_length: words / sentences,
            syllables: counts.syllables as f64 / words,
            letters: counts.letters as f64,
            characters: counts.characters as f64,
            polysyllables: counts.polysyllables as f64,
            complex: counts.complex_words as f64,
            long: counts.long_words as f64,
            unfamiliar: counts.unfamiliar_words as f64,
            spache_unfamiliar: counts.spache_unfamiliar_types as f64,
        })
    }

    /// `count` in a hundred words.
    fn percent(&self, count: f64) -> f64 {
        100.0 * count / self.words
    }
}

/// McLaughlin's sample: the constants of SMOG hold for 30 sentences.
const SMOG_SENTENCES: u64 = 30;

const fn formula(
    name: &'static str,
    title: &'static str,
    estimates: Estimates,
    source: &'static str,
    definition: &'static str,
    compute: fn(&Ratios) -> f64,
) -> Formula {
    let in_consensus = matches!(estimates, Estimates::Grade);
    Formula { name, title, estimates, source, definition, minimum_sentences: 1, in_consensus, compute }
}

/// Every formula, in the order of reports.
pub const FORMULAS: [Formula; 14] = [
    formula(
        "flesch_reading_ease",
        "Flesch Reading Ease",
        Estimates::Ease,
        "Flesch 1948",
        "206.835 - 1.015 words/sentences - 84.6 syllables/words",
        |r| 206.835 - 1.015 * r.sentence_length - 84.6 * r.syllables,
    ),
    formula(
        "flesch_kincaid_grade",
        "Flesch-Kincaid Grade Level",
        Estimates::Grade,
        "Kincaid, Fishburne, Rogers & Chissom 1975",
        "0.39 words/sentences + 11.8 syllables/words - 15.59",
        |r| 0.39 * r.sentence_length + 11.8 * r.syllables - 15.59,
    ),
    formula(
        "gunning_fog",
        "Gunning Fog Index",
        Estimates::Grade,
        "Gunning 1952",
        "0.4 (words/sentences + 100 complex_words/words)",
        |r| 0.4 * (r.sentence_length + r.percent(r.complex)),
    ),
    Formula {
        minimum_sentences: SMOG_SENTENCES,
        ..formula(
            "smog_index",
            "SMOG Grade",
            Estimates::Grade,
            "McLaughlin 1969",
            "1.0430 sqrt(30 polysyllables/sentences) + 3.1291",
            |r| 1.0430 * (30.0 * r.polysyllables / r.sentences).sqrt() + 3.1291,
        )
    },
    formula(
        "automated_readability_index",
        "Automated Readability Index",
        Estimates::Grade,
        "Smith & Senter 1967",
        "4.71 characters/words + 0.5 words/sentences - 21.43",
        |r| 4.71 * (r.characters / r.words) + 0.5 * r.sentence_length - 21.43,
    ),
    formula(
        "coleman_liau_index",
        "Coleman-Liau Index",
        Estimates::Grade,
        "Coleman & Liau 1975",
        "0.0588 (100 letters/words) - 0.296 (100 sentences/words) - 15.8",
        |r| 0.0588 * r.percent(r.letters) - 0.296 * r.percent(r.sentences) - 15.8,
    ),
    formula(
        "linsear_write",
        "Linsear Write",
        Estimates::Grade,
        "modern convention, no primary paper",
        "x = (words + 2 polysyllables)/sentences; x/2 above 20, else (x - 2)/2",
        |r| {
            let x = (r.words + 2.0 * r.polysyllables) / r.sentences;
            if x > 20.0 { x / 2.0 } else { (x - 2.0) / 2.0 }
        },
    ),
    Formula {
        in_consensus: false,
        ..formula(
            "dale_chall_1948",
            "Dale-Chall",
            Estimates::Index,
            "Dale & Chall 1948",
            "0.1579 (100 unfamiliar_words/words) + 0.0496 words/sentences + 3.6365",
            |r| 0.1579 * r.percent(r.unfamiliar) + 0.0496 * r.sentence_length + 3.6365,
        )
    },
    formula(
        "dale_chall_1995",
        "New Dale-Chall",
        Estimates::Cloze,
        "Chall & Dale 1995",
        "64 - 0.95 (100 unfamiliar_words/words) - 0.69 words/sentences",
        |r| 64.0 - 0.95 * r.percent(r.unfamiliar) - 0.69 * r.sentence_length,
    ),
    Formula {
        in_consensus: false,
        ..formula(
            "spache_1953",
            "Spache",
            Estimates::Grade,
            "Spache 1953; over the revised list, as Dale's list of 769 words is not freely licensed",
            "0.141 words/sentences + 0.086 (100 spache_unfamiliar_types/words) + 0.839",
            |r| 0.141 * r.sentence_length + 0.086 * r.percent(r.spache_unfamiliar) + 0.839,
        )
    },
    Formula {
        // Made for the first three grades: it flattens above them.
        in_consensus: false,
        ..formula(
            "spache_1974",
            "Spache, revised",
            Estimates::Grade,
            "Spache 1974",
            "0.121 words/sentences + 0.082 (100 spache_unfamiliar_types/words) + 0.659",
            |r| 0.121 * r.sentence_length + 0.082 * r.percent(r.spache_unfamiliar) + 0.659,
        )
    },
    formula("lix", "LIX", Estimates::Index, "Björnsson 1968", "words/sentences + 100 long_words/words", |r| {
        r.sentence_length + r.percent(r.long)
    }),
    formula("rix", "RIX", Estimates::Index, "Anderson 1983", "long_words/sentences", |r| r.long / r.sentences),
    formula(
        "dale_chall_adjusted",
        "Dale-Chall, adjusted",
        Estimates::Index,
        "later convention",
        "dale_chall_1948, with 3.6365 only when more than 5 % of the words are unfamiliar",
        |r| {
            let unfamiliar = r.percent(r.unfamiliar);
            let adjustment = if unfamiliar > 5.0 { 3.6365 } else { 0.0 };
            0.1579 * unfamiliar + 0.0496 * r.sentence_length + adjustment
        },
    ),
];

impl Formula {
    /// The formula of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        static TABLE: [Formula; FORMULAS.len()] = FORMULAS;
        TABLE.iter().find(|formula| formula.name == name)
    }

    /// The value for these counts; none without a word or a sentence.
    ///
    /// ```
    /// use connote::{Counts, Formula};
    /// let mut counts = Counts::default();
    /// (counts.words, counts.sentences, counts.syllables) = (204, 22, 245);
    /// let ease = Formula::named("flesch_reading_ease").and_then(|formula| formula.score(&counts));
    /// assert!((ease.unwrap() - 95.820_240_641_711_23).abs() < 1e-12);
    /// ```
    pub fn score(&self, counts: &Counts) -> Option<f64> {
        Ratios::of(counts).map(|ratios| (self.compute)(&ratios)).filter(|value| value.is_finite())
    }
}

/// Why a score should not be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Caveat {
    /// No word, or no sentence: there is no score.
    NoText,
    /// Fewer sentences than the author of the formula asks for.
    SampleTooSmall,
}

impl Caveat {
    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoText => "no_text",
            Self::SampleTooSmall => "sample_too_small",
        }
    }
}

/// The scores of a text, by formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Readability {
    scores: [Option<f64>; FORMULAS.len()],
    sentences: u64,
    /// Median of the formulas that estimate a grade.
    pub consensus_grade: Option<f64>,
}

/// All formulas over the same counts.
pub(crate) fn readability(counts: &Counts) -> Readability {
    let ratios = Ratios::of(counts);
    let scores = FORMULAS
        .each_ref()
        .map(|formula| ratios.as_ref().map(|ratios| (formula.compute)(ratios)).filter(|value| value.is_finite()));
    let mut grades: Vec<f64> = FORMULAS
        .iter()
        .zip(scores)
        .filter(|(formula, _)| formula.in_consensus)
        .filter_map(|(_, score)| score)
        .collect();
    grades.sort_unstable_by(f64::total_cmp);
    let middle = grades.len() / 2;
    let consensus_grade = match grades.len() {
        0 => None,
        n if n % 2 == 1 => Some(grades[middle]),
        _ => Some(f64::midpoint(grades[middle - 1], grades[middle])),
    };
    Readability { scores, sentences: counts.sentences, consensus_grade }
}

impl Readability {
    /// The score of a formula; none for a text without words, and for a name that is not in [`FORMULAS`].
    pub fn get(&self, name: &str) -> Option<f64> {
        self.iter().find(|(formula, _)| formula.name == name).and_then(|(_, score)| score)
    }

    /// The score of formula number `index` of [`FORMULAS`].
    pub(crate) fn at(&self, index: usize) -> Option<f64> {
        self.scores.get(index).copied().flatten()
    }

    /// Every formula with its score.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Formula, Option<f64>)> {
        static TABLE: [Formula; FORMULAS.len()] = FORMULAS;
        TABLE.iter().zip(self.scores)
    }

    /// Why the score of a formula should not be trusted, if there is a reason.
    pub fn caveat(&self, formula: &Formula) -> Option<Caveat> {
        if self.get(formula.name).is_none() {
            return Some(Caveat::NoText);
        }
        (self.sentences < formula.minimum_sentences).then_some(Caveat::SampleTooSmall)
    }

    /// The formulas whose score should not be trusted, and why.
    pub fn caveats(&self) -> impl Iterator<Item = (&'static Formula, Caveat)> {
        self.iter().filter_map(|(formula, _)| Some((formula, self.caveat(formula)?)))
    }
}

impl Serialize for Readability {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (formula, score) in self.iter() {
            map.serialize_entry(formula.name, &score)?;
        }
        map.serialize_entry("consensus_grade", &self.consensus_grade)?;
        let caveats: Vec<_> = self.caveats().map(|(formula, caveat)| (formula.name, caveat)).collect();
        map.serialize_entry("caveats", &Pairs(&caveats))?;
        map.end()
    }
}

/// Pairs as a map, in their order.
struct Pairs<'a, V>(&'a [(&'static str, V)]);

impl<V: Serialize> Serialize for Pairs<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
