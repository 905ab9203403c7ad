//! The list of columns: one row of a table per text. Scalar columns are those of a table unless others are named;
//! [`lists`] are computed on demand.
//!
//! The Arrow schema, CSV headers, the command line's `--columns` and the documentation's table all come from here.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use crate::analyzer::{Analyzer, Wanted};
use crate::error::Error;
use crate::language::Language;
use crate::lexicon::Category;
use crate::lexicon::dictionary::CategoryFacts;
use crate::measures::counts::CountKind;
use crate::measures::loaded::{Loaded, Voice};
use crate::measures::readability::FORMULAS;
use crate::measures::sentiment::NewsSentiment;
use crate::report::Report;

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A count; none where the language has no list for it.
    Count(Option<u64>),
    /// A measure; none where it is not defined.
    Number(Option<f64>),
    /// A list as JSON, offsets in code points; none where the report's JSON has none.
    List(Option<String>),
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// Whole numbers from 0, missing where the language has no list for what is counted.
    Count,
    /// Numbers, missing where the measure is not defined.
    Number,
    /// Lists of items that have these fields.
    List(&'static [ItemField]),
}

impl ColumnKind {
    /// The name used in lists of columns.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Number => "number",
            Self::List(_) => "list",
        }
    }
}

/// A field of the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ItemField {
    /// Name, as in the JSON of a report.
    pub name: &'static str,
    /// What its values are.
    pub kind: ItemKind,
}

/// What the values of a field of an item are. Any but a flag may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// Whole numbers from 0.
    Count,
    /// Numbers.
    Number,
    /// Text.
    Text,
    /// True or false.
    Flag,
    /// Two offsets: of the first character, and one past the last.
    Span,
}

/// A column of a table.
pub struct Column {
    /// Name, unique in the list.
    pub name: String,
    /// What its values are.
    pub kind: ColumnKind,
    /// Unit of the values.
    pub unit: &'static str,
    /// What they mean, in one line.
    pub meaning: String,
    /// What of a report it reads.
    #[cfg_attr(
        not(any(test, feature = "arrow")),
        expect(dead_code, reason = "tables alone leave out what is not wanted")
    )]
    pub(crate) wanted: Wanted,
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

/// Every scalar column of English texts, in the order of tables; [`lists`] has the others.
///
/// ```
/// let names: Vec<&str> = connote::columns().iter().map(|column| column.name.as_str()).collect();
/// assert_eq!(&names[..2], ["words", "types"]);
/// ```
pub fn columns() -> &'static [Column] {
    columns_of(Language::English)
}

/// Every scalar column of texts in a language, in the order of tables: its own formulas and counts. A column of another
/// language is null where it does not apply.
pub fn columns_of(language: Language) -> &'static [Column] {
    static COLUMNS: LazyLock<Vec<(Language, OnceLock<Vec<Column>>)>> =
        LazyLock::new(|| Language::ALL.iter().map(|&language| (language, OnceLock::new())).collect());
    let found = COLUMNS.iter().find(|(known, _)| *known == language);
    found.map_or(&[], |(_, columns)| columns.get_or_init(|| List::of(language).columns))
}

/// Every scalar column that an analyzer can compute: those of its language, then for each category of its dictionaries
/// the count, the share of the words, and where there are weights their sum and mean, as in `moods_calm`,
/// `moods_calm_share`, `moods_calm_sum`, `moods_calm_mean`. Names are in lower case, with `_` for all that is neither
/// letter nor digit.
///
/// ```
/// let moods = connote::Lexicon::from_json("moods", r#"{"calm": ["quiet", "at ease"]}"#)?;
/// let analyzer = connote::Analyzer::builder().lexicon(moods).build()?;
/// let columns = connote::columns_for(&analyzer)?;
/// let calm = columns.iter().find(|column| column.name == "moods_calm");
/// let report = analyzer.analyze("They were at ease.")?;
/// assert_eq!(calm.map(|column| column.value(&report)), Some(connote::Value::Count(Some(1))));
/// # Ok::<(), connote::Error>(())
/// ```
///
/// # Errors
/// [`Error::Input`] when two columns have one name.
pub fn columns_for(analyzer: &Analyzer) -> Result<Vec<Column>, Error> {
    let mut list = List::of(analyzer.language());
    list.wanted = Wanted::DICTIONARIES;
    let mut names: HashMap<String, String> =
        list.columns.iter().map(|column| (column.name.clone(), "a column of connote's own".to_owned())).collect();
    for (number, dictionary) in analyzer.lexicons().dictionaries.list.iter().enumerate() {
        for (at, category) in dictionary.categories.iter().enumerate() {
            let before = list.columns.len();
            list.category(number, &dictionary.label, at, category);
            for column in &list.columns[before..] {
                let place = format!("category '{}' of dictionary '{}'", category.name, dictionary.label);
                if let Some(other) = names.insert(column.name.clone(), place.clone()) {
                    let reason = format!("its column '{}' would have the name of {other}; rename one", column.name);
                    return Err(Error::input(place, reason));
                }
            }
        }
    }
    Ok(list.columns)
}

/// The columns of lists, which a table has only where they are named: what stands behind its numbers, item by item, as
/// in the JSON of a report. Offsets are code points of the report's text, which begins with the title, if there is one.
///
/// ```
/// let names: Vec<&str> = connote::lists().iter().map(|column| column.name.as_str()).collect();
/// assert_eq!(names, ["hit_list", "sentence_list", "quotation_list", "frequency_list"]);
/// ```
pub fn lists() -> &'static [Column] {
    static LISTS: LazyLock<Vec<Column>> = LazyLock::new(|| {
        let mut list = List { columns: Vec::new(), wanted: Wanted::NONE };
        list.wanted = Wanted::LOADED;
        list.items("hit_list", "hits", "loaded.hits", HIT, Report::hit_list);
        list.wanted = Wanted::LOADED.or(Wanted::SENTIMENT);
        let sentences = "sentiment.sentences, with words, and score as loaded_score, of loaded.sentences";
        list.items("sentence_list", "sentences", sentences, SENTENCE, Report::sentence_list);
        list.wanted = Wanted::QUOTATIONS;
        list.items("quotation_list", "quotations", "quotations", QUOTATION, Report::quotation_list);
        list.wanted = Wanted::NONE;
        list.items("frequency_list", "words", "frequency.words", WORD, Report::frequency_list);
        list.columns
    });
    &LISTS
}

const fn field(name: &'static str, kind: ItemKind) -> ItemField {
    ItemField { name, kind }
}

const HIT: &[ItemField] = &[
    field("start", ItemKind::Count),
    field("end", ItemKind::Count),
    field("text", ItemKind::Text),
    field("term", ItemKind::Text),
    field("category", ItemKind::Text),
    field("strength", ItemKind::Count),
    field("voice", ItemKind::Text),
    field("speaker", ItemKind::Text),
    field("in_headline", ItemKind::Flag),
    field("negated", ItemKind::Flag),
    field("mentioned", ItemKind::Flag),
    field("reported", ItemKind::Flag),
    field("neutral", ItemKind::Text),
    field("note", ItemKind::Text),
];

const SENTENCE: &[ItemField] = &[
    field("start", ItemKind::Count),
    field("end", ItemKind::Count),
    field("words", ItemKind::Count),
    field("score", ItemKind::Number),
    field("neg", ItemKind::Number),
    field("neu", ItemKind::Number),
    field("pos", ItemKind::Number),
    field("compound", ItemKind::Number),
    field("loaded_score", ItemKind::Number),
];

const QUOTATION: &[ItemField] = &[
    field("start", ItemKind::Count),
    field("end", ItemKind::Count),
    field("text", ItemKind::Text),
    field("kind", ItemKind::Text),
    field("outer", ItemKind::Flag),
    field("continuation", ItemKind::Flag),
    field("speaker", ItemKind::Text),
    field("speaker_span", ItemKind::Span),
    field("speaker_mention", ItemKind::Text),
    field("speaker_mention_span", ItemKind::Span),
    field("verb", ItemKind::Text),
    field("verb_span", ItemKind::Span),
];

const WORD: &[ItemField] =
    &[field("word", ItemKind::Text), field("count", ItemKind::Count), field("per_million", ItemKind::Number)];

/// The list as it grows.
struct List {
    columns: Vec<Column>,
    /// What the columns that are being added read.
    wanted: Wanted,
}

impl List {
    fn of(language: Language) -> Self {
        let mut list = Self { columns: Vec::new(), wanted: Wanted::NONE };
        list.counts(language);
        list.wanted = Wanted::NONE;
        list.readability(language);
        list.wanted = Wanted::DIVERSITY;
        list.words();
        if language == Language::English {
            list.wanted = Wanted::NEWS;
            list.news_sentiment();
            list.wanted = Wanted::SENTIMENT;
            list.vader();
        }
        list.wanted = Wanted::LOADED;
        list.loaded();
        list
    }

    fn add(
        &mut self,
        name: String,
        kind: ColumnKind,
        unit: &'static str,
        meaning: String,
        get: impl Fn(&Report) -> Value + Send + Sync + 'static,
    ) {
        self.columns.push(Column { name, kind, unit, meaning, wanted: self.wanted, get: Box::new(get) });
    }

    fn count(
        &mut self,
        name: impl Into<String>,
        unit: &'static str,
        meaning: impl Into<String>,
        get: impl Fn(&Report) -> Option<u64> + Send + Sync + 'static,
    ) {
        let get = move |report: &Report| Value::Count(get(report));
        self.add(name.into(), ColumnKind::Count, unit, meaning.into(), get);
    }

    fn number(
        &mut self,
        name: impl Into<String>,
        unit: &'static str,
        meaning: impl Into<String>,
        get: impl Fn(&Report) -> Option<f64> + Send + Sync + 'static,
    ) {
        let get = move |report: &Report| Value::Number(get(report));
        self.add(name.into(), ColumnKind::Number, unit, meaning.into(), get);
    }

    /// A column of lists, with the place in the JSON of a report where they stand.
    fn items(
        &mut self,
        name: &str,
        unit: &'static str,
        place: &str,
        fields: &'static [ItemField],
        get: fn(&Report) -> Option<String>,
    ) {
        let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
        let meaning = format!("{place}: {}", names.join(", "));
        self.add(name.to_owned(), ColumnKind::List(fields), unit, meaning, move |r| Value::List(get(r)));
    }

    fn counts(&mut self, language: Language) {
        for &kind in CountKind::ALL.iter().filter(|kind| kind.is_for(language)) {
            self.wanted = if kind == CountKind::QuotedWords { Wanted::QUOTATIONS } else { Wanted::NONE };
            self.count(kind.name(), kind.unit(), kind.meaning(), move |r| kind.of(&r.counts));
        }
    }

    fn readability(&mut self, language: Language) {
        for formula in FORMULAS.iter().filter(|formula| formula.is_for(language)) {
            let meaning = format!("{}: {} ({})", formula.title, formula.definition, formula.source);
            self.number(formula.name, formula.estimates.unit(), meaning, |r| r.readability.score(formula));
        }
        self.number("consensus_grade", "grade", "median of the formulas that estimate a grade", |r| {
            r.readability.consensus_grade
        });
    }

    fn words(&mut self) {
        self.count("hapaxes", "words", "words that occur once", |r| Some(r.frequency.hapaxes() as u64));
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

    fn news_sentiment(&mut self) {
        let news = |get: fn(&NewsSentiment) -> Option<f64>| {
            move |r: &Report| if r.has_sentiment() { get(&r.sentiment.news) } else { None }
        };
        self.number("sentiment", "-1 to 1", "news: mean score of the sentences", news(|n| n.score));
        self.wanted = Wanted::NEWS.or(Wanted::QUOTATIONS);
        self.number("sentiment_own", "-1 to 1", "news: the same over the writer's own words", news(|n| n.own));
        self.number("sentiment_quoted", "-1 to 1", "news: the same over quoted words", news(|n| n.quoted));
        self.wanted = Wanted::NEWS;
        self.number("sentiment_coverage", "share", "news: words that have a value", news(|n| n.coverage));
        self.number(
            "subjectivity",
            "0 to 1",
            "mean subjectivity of the words for which it is known",
            news(|n| n.subjectivity),
        );
    }

    fn vader(&mut self) {
        self.number("sentiment_neg", "share", "VADER: share of the negative", |r| {
            r.has_sentiment().then_some(r.sentiment.document.neg)
        });
        self.number("sentiment_neu", "share", "VADER: share of the neutral", |r| {
            r.has_sentiment().then_some(r.sentiment.document.neu)
        });
        self.number("sentiment_pos", "share", "VADER: share of the positive", |r| {
            r.has_sentiment().then_some(r.sentiment.document.pos)
        });
        self.number("sentiment_compound", "-1 to 1", "VADER: compound of the whole text", |r| {
            r.has_sentiment().then_some(r.sentiment.document.compound)
        });
        self.number("sentiment_mean", "-1 to 1", "VADER: mean compound of the sentences", |r| {
            if r.has_sentiment() { r.sentiment.mean_compound() } else { None }
        });
    }

    /// The columns of category number `at` of a dictionary.
    fn category(&mut self, dictionary: usize, label: &str, at: usize, category: &CategoryFacts) {
        let name = column_name(&format!("{label}_{}", category.name));
        let score = move |r: &Report| r.dictionaries.get(dictionary)?.score(at);
        let what = format!("category {} of {label}", category.name);
        self.count(name.clone(), "hits", format!("hits of {what}"), move |r| Some(score(r)?.count));
        self.number(format!("{name}_share"), "share", format!("hits of {what}, over all words"), move |r| {
            score(r)?.share
        });
        if category.weighted {
            self.number(format!("{name}_sum"), "weight", format!("sum of the weights of {what}"), move |r| {
                score(r)?.sum
            });
            self.number(format!("{name}_mean"), "weight", format!("mean of the weights of {what}"), move |r| {
                score(r)?.mean
            });
        }
    }

    fn loaded(&mut self) {
        const OWN: &str = "per 1,000 own words";
        let density =
            |get: fn(&Loaded) -> Option<f64>| move |r: &Report| if r.has_terms() { get(&r.loaded) } else { None };
        self.number(
            "loaded_score",
            "0 to 1",
            "how loaded the writer's words are: W / (W + (own words + 20) / 40), W the hits weighted 1, 2, 4 by strength",
            density(Loaded::score),
        );
        self.number(
            "loaded_per_1000",
            OWN,
            "loaded hits of strength 2 or 3 that the writer answers for",
            density(Loaded::per_1000),
        );
        self.number(
            "loaded_quoted_per_1000",
            "per 1,000 quoted words",
            "loaded hits of strength 2 or 3 in quotations",
            density(Loaded::quoted_per_1000),
        );
        self.number(
            "loaded_headline_per_1000",
            "per 1,000 own words of the headline",
            "the same as loaded_per_1000, in the headline",
            density(|loaded| loaded.headline()?.per_1000),
        );
        self.number(
            "loaded_body_per_1000",
            "per 1,000 own words of the body",
            "the same as loaded_per_1000, outside the headline",
            density(|loaded| loaded.body().per_1000),
        );
        self.number(
            "hedges_per_1000",
            OWN,
            "hedges that the writer answers for",
            density(|loaded| loaded.of_category(Category::Hedge).per_1000),
        );
        self.number(
            "weasels_per_1000",
            OWN,
            "claims passed to an unnamed crowd",
            density(|loaded| loaded.of_category(Category::Weasel).per_1000),
        );
        self.number(
            "boosters_per_1000",
            OWN,
            "words by which the writer stamps a claim as true: hits of category certainty that the writer answers for",
            density(|loaded| loaded.boosters().per_1000),
        );
        self.number(
            "attribution_verbs_per_1000",
            OWN,
            "reporting verbs that are not plain",
            density(|loaded| loaded.of_category(Category::Attribution).per_1000),
        );
        self.count("loaded_own_words", "words", "words that the writer answers for", |r| {
            r.has_terms().then_some(r.loaded.own_words)
        });
        for category in Category::ALL {
            let meaning = format!("hits of category {}", category.name());
            self.count(format!("loaded_{}", category.name()), "hits", meaning, move |r| {
                r.has_terms().then(|| r.loaded.of_category(category).hits)
            });
        }
        for strength in 1..=3 {
            let meaning = format!("hits of any category of strength {strength}");
            self.count(format!("loaded_strength_{strength}"), "hits", meaning, move |r| {
                r.has_terms().then(|| r.loaded.of_strength(strength).hits)
            });
        }
        for voice in Voice::ALL {
            let meaning = format!("hits of any category in voice {}", voice.name());
            self.count(format!("loaded_in_{}", voice.name()), "hits", meaning, move |r| {
                r.has_terms().then(|| r.loaded.count_in(voice))
            });
        }
        self.count("quotations", "quotations", "quotations", |r| Some(r.quotations.len() as u64));
    }
}

/// A name for a column: lower case, letters and digits, `_` for the rest.
fn column_name(text: &str) -> String {
    text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_alone_is_that_of_the_whole_report() -> Result<(), Error> {
        let analyzer = Analyzer::new()?;
        let text =
            "A Bad Day\n\n“We lost a terrible war,” Ann Poole said. The brutal regime, critics claimed, was no good.";
        let report = analyzer.analyze(text)?;
        for column in columns() {
            let alone = analyzer.analyze_for(text, column.wanted)?;
            assert_eq!(column.value(&alone), column.value(&report), "{}", column.name);
        }
        Ok(())
    }
}
