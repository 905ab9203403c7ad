//! The word data of news sentiment: values, what shifts them, phrases, subjectivity.

use super::phrases::{Numbers, Phrases, Step};
use super::tsv::{Row, rows};
use super::vocabulary::{NONE, Vocabulary};
use crate::error::Error;

/// The value of a word that is known as positive by its sign alone: half-way between what VADER's raters gave to such
/// words and nothing, as chosen by `train/sentiment`.
const SIGN_VALUE: f64 = 1.3;
/// A word with this in it negates, listed or not.
const CONTRACTED_NOT: &str = "n't";

/// Which list a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ValueSource {
    /// `vader.tsv`: mean rating by ten people (Hutto & Gilbert 2014).
    Vader,
    /// `opinion.tsv`: positive or negative (Hu & Liu 2004).
    Opinion,
    /// `news.tsv`: fitted to people's ratings of sentences of news.
    News,
    /// `news_phrases.tsv`: a phrase.
    Phrase,
}

impl ValueSource {
    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Vader => "vader",
            Self::Opinion => "opinion",
            Self::News => "news",
            Self::Phrase => "phrase",
        }
    }
}

/// What a word or phrase does to the sentiment of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Shift {
    /// Turns what follows it in its clause: `not`, `failed`.
    Negator,
    /// More of what follows: `very`.
    Booster,
    /// Less of what follows: `slightly`.
    Dampener,
    /// What follows weighs more than what came before: `but`.
    Contrast,
    /// Its clause weighs less than the rest of the sentence: `although`.
    Concession,
}

impl Shift {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "negator" => Self::Negator,
            "booster" => Self::Booster,
            "dampener" => Self::Dampener,
            "contrast" => Self::Contrast,
            "concession" => Self::Concession,
            _ => return None,
        })
    }

    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Negator => "negator",
            Self::Booster => "booster",
            Self::Dampener => "dampener",
            Self::Contrast => "contrast",
            Self::Concession => "concession",
        }
    }
}

/// Where what is known of a word stands in [`News`]; the default is that of a word of which nothing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct NewsId(u32);

impl NewsId {
    /// Of a word of which nothing is known.
    pub(crate) const NONE: Self = Self(0);
}

/// What is known of a word. Small, as words of all articles share the processor's cache.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct NewsWord {
    /// -4 to 4; counts if there is a source.
    value: f64,
    /// 0 to 1, or [`UNKNOWN`].
    subjectivity: f64,
    /// Node of the phrases that begin with it, or [`NONE`].
    phrases: u32,
    source: Option<ValueSource>,
    pub(crate) shift: Option<Shift>,
}

/// The subjectivity of words for which it is not known.
const UNKNOWN: f64 = -1.0;

impl Default for NewsWord {
    fn default() -> Self {
        Self { value: 0.0, subjectivity: UNKNOWN, phrases: NONE, source: None, shift: None }
    }
}

impl NewsWord {
    /// Its value, -4 to 4, and the list that says so.
    pub(crate) fn value(&self) -> Option<(f64, ValueSource)> {
        Some((self.value, self.source?))
    }

    /// Whether more is known of it than the phrases that begin with it.
    pub(crate) fn counts_alone(&self) -> bool {
        *self != Self { phrases: self.phrases, ..Self::default() }
    }

    /// Whether phrases begin with it.
    pub(crate) fn begins_phrases(&self) -> bool {
        self.phrases != NONE
    }

    /// Its subjectivity, 0 to 1.
    pub(crate) fn subjectivity(&self) -> Option<f64> {
        (self.subjectivity >= 0.0).then_some(self.subjectivity)
    }

    fn set(&mut self, value: f64, source: ValueSource) {
        (self.value, self.source) = (value, Some(source));
    }
}

/// What a phrase means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum PhraseMeaning {
    /// The phrase has a value; with 0 the words inside have none either.
    Value(f64),
    Shift(Shift),
    /// The words inside shift nothing.
    Plain,
}

/// The tables, ready for look-up; the words themselves are in the vocabulary.
#[derive(Debug, Clone)]
pub(crate) struct News {
    /// The first is of words of which nothing is known, the second of contracted negations.
    words: Vec<NewsWord>,
    phrases: Phrases<PhraseMeaning>,
}

impl Default for News {
    fn default() -> Self {
        let contracted = NewsWord { shift: Some(Shift::Negator), ..NewsWord::default() };
        Self { words: vec![NewsWord::default(), contracted], phrases: Phrases::new() }
    }
}

/// The files that the tables are read from, each with its name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewsFiles {
    pub(crate) vader: (&'static str, &'static str),
    pub(crate) opinion: (&'static str, &'static str),
    pub(crate) news: (&'static str, &'static str),
    pub(crate) phrases: (&'static str, &'static str),
    pub(crate) shifters: (&'static str, &'static str),
    pub(crate) subjectivity: (&'static str, &'static str),
}

impl News {
    /// Reads the tables and puts their words into the vocabulary. Of the lists of values a later one outdoes an earlier.
    pub(crate) fn parse(files: NewsFiles, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let mut read = Self::default();
        for row in rows(files.opinion.0, files.opinion.1) {
            let [word, sign] = row.cells("word, sign")?;
            read.word_mut(word, vocabulary).set(number(&row, sign)? * SIGN_VALUE, ValueSource::Opinion);
        }
        for row in rows(files.vader.0, files.vader.1) {
            let [word, value] = row.cells("token, valence")?;
            // Emoticons are no words.
            if word.starts_with(char::is_alphanumeric) {
                read.word_mut(word, vocabulary).set(number(&row, value)?, ValueSource::Vader);
            }
        }
        for row in rows(files.news.0, files.news.1) {
            let [word, value] = row.cells("word, value")?;
            read.word_mut(word, vocabulary).set(number(&row, value)?, ValueSource::News);
        }
        for row in rows(files.subjectivity.0, files.subjectivity.1) {
            let [word, value] = row.cells("word, subjectivity")?;
            if !word.contains(' ') {
                read.word_mut(word, vocabulary).subjectivity = number(&row, value)?;
            }
        }
        for row in rows(files.shifters.0, files.shifters.1) {
            let [phrase, role] = row.cells("word or phrase, role")?;
            let shift = Shift::named(role);
            if shift.is_none() && role != "plain" {
                return Err(row.error(format!("there is no role '{role}'")));
            }
            match (phrase.contains(' '), shift) {
                (false, shift) => read.word_mut(phrase, vocabulary).shift = shift,
                (true, Some(shift)) => read.add_phrase(phrase, PhraseMeaning::Shift(shift), vocabulary),
                (true, None) => read.add_phrase(phrase, PhraseMeaning::Plain, vocabulary),
            }
        }
        for row in rows(files.phrases.0, files.phrases.1) {
            let [phrase, value] = row.cells("phrase, value")?;
            read.add_phrase(phrase, PhraseMeaning::Value(number(&row, value)?), vocabulary);
        }
        Ok(read)
    }

    /// Whether there are no tables.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.len() == Self::default().words.len()
    }

    /// What is known of a word.
    #[inline]
    pub(crate) fn word(&self, id: NewsId) -> &NewsWord {
        self.words.get(id.0 as usize).unwrap_or(&self.words[0])
    }

    /// The longest phrase that begins with this word, `word(n)` being the numbers of the n-th after it: how many words
    /// it takes and what it means.
    pub(crate) fn phrase(
        &self,
        first: &NewsWord,
        word: impl Fn(usize) -> Option<u32>,
    ) -> Option<(usize, PhraseMeaning)> {
        let numbers = |n| word(n).map(|word| Numbers { words: [word, NONE], wildcard: NONE });
        if first.phrases == NONE {
            return None;
        }
        let found = self.phrases.longest(first.phrases, &[], &numbers)?;
        Some((found.words, found.meaning))
    }

    fn add_phrase(&mut self, phrase: &str, meaning: PhraseMeaning, vocabulary: &mut Vocabulary) {
        let steps = vocabulary.steps(phrase);
        let Some((_, rest)) = steps.split_first() else { return };
        if let Some(&Step::Word(second)) = rest.first() {
            vocabulary.continues_news(second);
        }
        let first = phrase.split(' ').next().unwrap_or_default();
        let mut node = self.word_mut(first, vocabulary).phrases;
        self.phrases.meaning_mut(&mut node, rest).get_or_insert(meaning);
        self.word_mut(first, vocabulary).phrases = node;
    }

    /// What is known of a word, to be changed.
    fn word_mut(&mut self, word: &str, vocabulary: &mut Vocabulary) -> &mut NewsWord {
        let id = &mut vocabulary.entry_mut(word).news;
        if *id == NewsId::default() {
            *id = NewsId(self.words.len() as u32);
            let negates = word.contains(CONTRACTED_NOT);
            self.words.push(NewsWord { shift: negates.then_some(Shift::Negator), ..NewsWord::default() });
        }
        &mut self.words[id.0 as usize]
    }
}

/// What is known of a folded word whose entry says this.
pub(crate) fn news_of(folded: &str, listed: NewsId) -> NewsId {
    if listed == NewsId::default() && folded.contains(CONTRACTED_NOT) { NewsId(1) } else { listed }
}

fn number(row: &Row<'_>, cell: &str) -> Result<f64, Error> {
    let number = cell.parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| row.error(format!("'{cell}' where a number such as -1.5 belongs")))
}
