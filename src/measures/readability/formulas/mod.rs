//! The table of formulas, and what a row of it says.
//!
//! Constants are those of the papers; where programs and secondary sources disagree, the definition of the row is the
//! reading that was taken. Nothing is rounded or clamped. A formula whose divisor is zero has no value.

mod characters;
mod languages;
mod syllables;
mod word_lists;

use crate::language::Language;
use crate::measures::counts::{CountKind, Counts};

/// What a formula estimates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Estimates {
    /// A school grade of the United States: years of school needed.
    Grade,
    /// Years of school needed in the formula's own country.
    Years,
    /// Reading ease, about 0 to 100.
    Ease,
    /// Expected share of words that readers fill in right.
    Cloze,
    /// A number on the author's own scale.
    Index,
    /// A mean of the text, from which formulas are made.
    Mean,
    /// Seconds of reading.
    Seconds,
}

impl Estimates {
    /// The unit of the values.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Grade => "grade",
            Self::Years => "years of school",
            Self::Ease => "ease, 0 to 100",
            Self::Cloze => "cloze",
            Self::Index => "index",
            Self::Mean => "mean",
            Self::Seconds => "seconds",
        }
    }
}

/// What a higher score says of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// It is harder to read.
    Harder,
    /// It is easier to read.
    Easier,
}

/// A formula of the table.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Formula {
    /// Name in reports, columns and files.
    pub name: &'static str,
    /// Other names by which [`Formula::named`] finds it.
    pub aliases: &'static [&'static str],
    /// Name in print.
    pub title: &'static str,
    /// What the number means.
    pub estimates: Estimates,
    /// What a higher number says.
    pub higher_is: Direction,
    /// The scores of ordinary prose, from and to; scores outside are valid. None where the author gives no range.
    pub range: Option<(f64, f64)>,
    /// What the author calls the scores: a score below a bound, and not below the one before it, has its level.
    pub levels: &'static [(f64, &'static str)],
    /// Author and year.
    pub source: &'static str,
    /// The formula as written in its paper, in the names of [`Counts`].
    pub definition: &'static str,
    /// The counts it is made of.
    pub needs: &'static [CountKind],
    /// The languages it was made for; empty where it does not depend on the language.
    pub languages: &'static [Language],
    /// Fewer words than this and the value carries a caveat.
    pub minimum_words: u64,
    /// Fewer sentences than this and the value carries a caveat.
    pub minimum_sentences: u64,
    /// Whether it is one of the best known of its language, to be shown first.
    pub common: bool,
    /// Whether the median over formulas includes it.
    pub in_consensus: bool,
    compute: fn(&Counts) -> Option<f64>,
}

const ENGLISH: &[Language] = &[Language::English];

impl Formula {
    /// An English formula of which no more is known.
    const fn new(
        name: &'static str,
        title: &'static str,
        estimates: Estimates,
        source: &'static str,
        definition: &'static str,
        needs: &'static [CountKind],
        compute: fn(&Counts) -> Option<f64>,
    ) -> Self {
        let higher_is = match estimates {
            Estimates::Ease | Estimates::Cloze => Direction::Easier,
            _ => Direction::Harder,
        };
        let range = match estimates {
            Estimates::Grade | Estimates::Years => Some((1.0, 17.0)),
            Estimates::Ease => Some((0.0, 100.0)),
            _ => None,
        };
        Self {
            name,
            aliases: &[],
            title,
            estimates,
            higher_is,
            range,
            levels: &[],
            source,
            definition,
            needs,
            languages: ENGLISH,
            minimum_words: 1,
            minimum_sentences: 1,
            common: false,
            in_consensus: false,
            compute,
        }
    }

    const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    const fn higher_is(mut self, direction: Direction) -> Self {
        self.higher_is = direction;
        self
    }

    const fn range(mut self, from: f64, to: f64) -> Self {
        self.range = Some((from, to));
        self
    }

    const fn levels(mut self, levels: &'static [(f64, &'static str)]) -> Self {
        self.levels = levels;
        self
    }

    const fn languages(mut self, languages: &'static [Language]) -> Self {
        self.languages = languages;
        self
    }

    const fn minimum(mut self, words: u64, sentences: u64) -> Self {
        self.minimum_words = words;
        self.minimum_sentences = sentences;
        self
    }

    const fn common(mut self) -> Self {
        self.common = true;
        self
    }

    const fn in_consensus(mut self) -> Self {
        self.in_consensus = true;
        self
    }
}

/// Every formula, in the order of reports: [`FORMULAS`] as a whole.
static TABLE: [Formula; SIZE] = table();

/// Every formula, in the order of reports.
pub static FORMULAS: &[Formula] = &TABLE;

const FAMILIES: [&[Formula]; 4] =
    [&syllables::FORMULAS, &characters::FORMULAS, &word_lists::FORMULAS, &languages::FORMULAS];

const SIZE: usize = FAMILIES[0].len() + FAMILIES[1].len() + FAMILIES[2].len() + FAMILIES[3].len();

#[expect(clippy::large_stack_arrays, reason = "the compiler makes it, no stack holds it")]
const fn table() -> [Formula; SIZE] {
    let mut table = [FAMILIES[0][0]; SIZE];
    let (mut family, mut row, mut at) = (0, 0, 0);
    while at < SIZE {
        if row == FAMILIES[family].len() {
            family += 1;
            row = 0;
        }
        table[at] = FAMILIES[family][row];
        row += 1;
        at += 1;
    }
    table
}

impl Formula {
    /// The formula with this name or alias.
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMULAS.iter().find(|formula| formula.name == name || formula.aliases.contains(&name))
    }

    /// Whether it holds for texts in this language.
    pub fn is_for(&self, language: Language) -> bool {
        self.languages.is_empty() || self.languages.contains(&language)
    }

    /// The value for these counts; none where a divisor is zero, or where a count that needs a list is none.
    ///
    /// ```
    /// use connote::{Counts, Formula};
    /// let mut counts = Counts::default();
    /// (counts.words, counts.sentences, counts.syllables) = (204, 22, 245);
    /// let ease = Formula::named("flesch_reading_ease").and_then(|formula| formula.score(&counts));
    /// assert!((ease.unwrap() - 95.820_240_641_711_23).abs() < 1e-12);
    /// ```
    pub fn score(&self, counts: &Counts) -> Option<f64> {
        (self.compute)(counts).filter(|score| score.is_finite())
    }

    /// What the author calls a score, such as "fairly difficult"; none where there are no such names.
    ///
    /// ```
    /// let ease = connote::Formula::named("flesch_reading_ease").unwrap();
    /// assert_eq!(ease.level(64.0), Some("standard"));
    /// ```
    pub fn level(&self, score: f64) -> Option<&'static str> {
        self.levels.iter().find(|(bound, _)| score < *bound).map(|&(_, level)| level)
    }
}

/// The words of the formulas.
impl Counts {
    /// Words per sentence.
    pub(super) fn sentence_length(&self) -> Option<f64> {
        ratio(self.words, self.sentences)
    }

    /// Syllables per word.
    pub(super) fn word_syllables(&self) -> Option<f64> {
        ratio(self.syllables, self.words)
    }

    /// Letters per word.
    fn word_letters(&self) -> Option<f64> {
        ratio(self.letters, self.words)
    }

    /// Letters and digits per word.
    fn word_characters(&self) -> Option<f64> {
        ratio(self.characters, self.words)
    }

    /// `count` in a hundred words.
    pub(super) fn percent(&self, count: u64) -> Option<f64> {
        // Multiplied first, so that 25 in 500 are 5 % exactly.
        (self.words > 0).then(|| 100.0 * count as f64 / self.words as f64)
    }

    /// `count` in a sentence.
    fn per_sentence(&self, count: u64) -> Option<f64> {
        ratio(count, self.sentences)
    }
}

fn ratio(count: u64, of: u64) -> Option<f64> {
    (of > 0).then(|| count as f64 / of as f64)
}
