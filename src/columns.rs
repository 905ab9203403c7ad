//! The list of scalar columns: one row of a table per text.
//!
//! The Arrow schema, CSV headers, the command line's `--columns` and the documentation's table all come from here.

use std::sync::LazyLock;

use crate::lexicon::Category;
use crate::measures::loaded::Voice;
use crate::measures::readability::FORMULAS;
use crate::report::Report;

/// A value of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A count.
    Count(u64),
    /// A measure; none where it is not defined.
    Number(Option<f64>),
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// Whole numbers from 0, never missing.
    Count,
    /// Numbers, missing where the measure is not defined.
    Number,
}

impl ColumnKind {
    /// The name used in lists of columns.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Number => "number",
        }
    }
}

/// A scalar column.
pub struct Column {
    /// Name, unique in the list.
    pub name: String,
    /// What its values are.
    pub kind: ColumnKind,
    /// Unit of the values.
    pub unit: &'static str,
    /// What they mean, in one line.
    pub meaning: String,
    get: Box<dyn Fn(&Report) -> Value + Send + Sync>,
}

impl Column {
    /// The value of a report.
    pub fn value(&self, report: &Report) -> Value {
        (self.get)(report)
    }
}

impl std::fmt::Debug for Column {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Column").field("name", &self.name).field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// Every scalar column, in the order of tables.
///
/// ```
/// let names: Vec<&str> = connote::columns().iter().map(|column| column.name.as_str()).collect();
/// assert_eq!(&names[..2], ["words", "types"]);
/// ```
pub fn columns() -> &'static [Column] {
    &COLUMNS
}

static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
    let mut columns = List(Vec::new());
    columns.counts();
    columns.readability();
    columns.words();
    columns.sentiment();
    columns.loaded();
    columns.0
});

/// The list as it grows.
struct List(Vec<Column>);

impl List {
    fn count(
        &mut self,
        name: impl Into<String>,
        unit: &'static str,
        meaning: impl Into<String>,
        get: impl Fn(&Report) -> u64 + Send + Sync + 'static,
    ) {
        let get = Box::new(move |report: &Report| Value::Count(get(report)));
        self.0.push(Column { name: name.into(), kind: ColumnKind::Count, unit, meaning: meaning.into(), get });
    }

    fn number(
        &mut self,
        name: impl Into<String>,
        unit: &'static str,
        meaning: impl Into<String>,
        get: impl Fn(&Report) -> Option<f64> + Send + Sync + 'static,
    ) {
        let get = Box::new(move |report: &Report| Value::Number(get(report)));
        self.0.push(Column { name: name.into(), kind: ColumnKind::Number, unit, meaning: meaning.into(), get });
    }

    fn counts(&mut self) {
        self.count("words", "words", "words, URLs and e-mail addresses not among them", |r| r.counts.words);
        self.count("types", "words", "distinct folded words", |r| r.counts.types);
        self.count("sentences", "sentences", "sentences that hold a word", |r| r.counts.sentences);
        self.count("paragraphs", "paragraphs", "paragraphs", |r| r.counts.paragraphs);
        self.count("syllables", "syllables", "pronounced syllables", |r| r.counts.syllables);
        self.count("letters", "letters", "letters of words", |r| r.counts.letters);
        self.count("characters", "characters", "letters and digits of words", |r| r.counts.characters);
        self.count("monosyllables", "words", "words of one syllable", |r| r.counts.monosyllables);
        self.count("polysyllables", "words", "words of three syllables or more", |r| r.counts.polysyllables);
        self.count("complex_words", "words", "hard words by Gunning's rules", |r| r.counts.complex_words);
        self.count("long_words", "words", "words of more than six letters", |r| r.counts.long_words);
        self.count("unfamiliar_words", "words", "words not familiar by the Dale-Chall list", |r| {
            r.counts.unfamiliar_words
        });
        self.count("spache_unfamiliar_types", "words", "distinct words not familiar by the Spache list", |r| {
            r.counts.spache_unfamiliar_types
        });
        self.count("quoted_words", "words", "words inside quotations", |r| r.counts.quoted_words);
    }

    fn readability(&mut self) {
        for (index, formula) in FORMULAS.iter().enumerate() {
            let meaning = format!("{}: {} ({})", formula.title, formula.definition, formula.source);
            self.number(formula.name, formula.estimates.unit(), meaning, move |r| r.readability.at(index));
        }
        self.number("consensus_grade", "grade", "median of the formulas that estimate a grade", |r| {
            r.readability.consensus_grade
        });
    }

    fn words(&mut self) {
        self.count("hapaxes", "words", "words that occur once", |r| r.frequency.hapaxes() as u64);
        self.number("ttr", "ratio", "type-token ratio", |r| r.diversity.ttr);
        self.number("hapax_per_token", "ratio", "words that occur once, over all words", |r| {
            r.diversity.hapax_per_token
        });
        self.number("hapax_per_type", "ratio", "words that occur once, over distinct words", |r| {
            r.diversity.hapax_per_type
        });
        self.number("mattr", "ratio", "moving-average type-token ratio over 50 words", |r| r.diversity.mattr);
        self.number("mtld", "words", "measure of textual lexical diversity", |r| r.diversity.mtld);
    }

    fn sentiment(&mut self) {
        self.number("sentiment_neg", "share", "VADER: share of the negative", |r| Some(r.sentiment.document.neg));
        self.number("sentiment_neu", "share", "VADER: share of the neutral", |r| Some(r.sentiment.document.neu));
        self.number("sentiment_pos", "share", "VADER: share of the positive", |r| Some(r.sentiment.document.pos));
        self.number("sentiment_compound", "-1 to 1", "VADER: compound of the whole text", |r| {
            Some(r.sentiment.document.compound)
        });
        self.number("sentiment_mean", "-1 to 1", "VADER: mean compound of the sentences", |r| {
            r.sentiment.mean_compound()
        });
    }

    fn loaded(&mut self) {
        self.number(
            "loaded_per_1000",
            "per 1,000 own words",
            "loaded hits of strength 2 or 3 that the writer answers for",
            |r| r.loaded.per_1000(),
        );
        self.number(
            "loaded_quoted_per_1000",
            "per 1,000 quoted words",
            "loaded hits of strength 2 or 3 in quotations",
            |r| r.loaded.quoted_per_1000(),
        );
        self.count("loaded_own_words", "words", "words that the writer answers for", |r| r.loaded.own_words);
        for category in Category::ALL {
            let meaning = format!("hits of category {}", category.name());
            self.count(format!("loaded_{}", category.name()), "hits", meaning, move |r| r.loaded.count_of(category));
        }
        for voice in Voice::ALL {
            let meaning = format!("hits of any category in voice {}", voice.name());
            self.count(format!("loaded_in_{}", voice.name()), "hits", meaning, move |r| r.loaded.count_in(voice));
        }
        self.count("quotations", "quotations", "quotations", |r| r.quotations.len() as u64);
    }
}
