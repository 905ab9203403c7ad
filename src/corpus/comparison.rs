//! Comparison of two corpora: what differs from text to text, how much, and how sure that is.
//!
//! Words of one text are no independent observations, texts are. So the interval of every difference is drawn from
//! whole texts, with replacement (Efron 1979: the bootstrap), and the effect size compares texts with texts.

mod distribution;
mod telling;

use std::cmp::Ordering;

#[cfg(feature = "parallel")]
use rayon::prelude::*;

use serde::{Serialize, Serializer};

use super::keyness::{KeyWord, KeynessPrior, keyness};
use super::settings::TableSettings;
use super::table::FrequencyTable;
use crate::analyzer::Analyzer;
use crate::columns::{Value, columns_of};
use crate::error::Error;
use crate::language::Language;
use crate::lexicon::{Category, LexiconSource};
use crate::measures::loaded::LoadedHit;
use crate::report::Report;
pub use distribution::Distribution;
use telling::Telling;
pub use telling::{TellingHit, TellingSentence};

/// Something that is measured of every text of a corpus and compared.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct CorpusMeasure {
    /// Name, unique in a comparison: that of a column, or of a rate.
    pub name: String,
    /// Unit of its values and of their difference.
    pub unit: &'static str,
    /// What it means, in one line.
    pub meaning: String,
    #[serde(skip)]
    reading: Reading,
}

/// How a measure is read from a report.
#[derive(Debug, Clone, Copy)]
enum Reading {
    /// A column, by its place: the mean over texts.
    Mean(usize),
    /// Loaded hits over words, of all texts together.
    Rate { category: Option<Category>, writers: bool },
}

/// The columns that are compared, where the language has them.
const MEANS: [&str; 9] = [
    "flesch_reading_ease",
    "consensus_grade",
    "mean_sentence_length",
    "mean_word_syllables",
    "mattr",
    "mtld",
    "sentiment",
    "sentiment_own",
    "sentiment_quoted",
];
/// Rates are per this many words.
const RATE_WORDS: f64 = 1000.0;

/// What is compared of texts in a language: means of columns, and rates of loaded words by category and voice.
///
/// ```
/// let measures = connote::corpus_measures(connote::Language::English);
/// assert!(measures.iter().any(|measure| measure.name == "loaded_name_calling_quoted"));
/// ```
pub fn corpus_measures(language: Language) -> Vec<CorpusMeasure> {
    let columns = columns_of(language);
    let mean = |name: &&str| {
        let place = columns.iter().position(|column| column.name == *name)?;
        let column = &columns[place];
        Some(CorpusMeasure {
            name: column.name.clone(),
            unit: column.unit,
            meaning: format!("{}, mean over texts", column.meaning),
            reading: Reading::Mean(place),
        })
    };
    let rate = |(category, writers): (Option<Category>, bool)| {
        let what = category.map_or("", Category::name);
        let joint = if what.is_empty() { "" } else { "_" };
        let (voice, whose) = if writers { ("own", "that the writer answers for") } else { ("quoted", "in quotations") };
        let hits = category.map_or("loaded hits of strength 2 or 3", |_| "hits of the category");
        CorpusMeasure {
            name: format!("loaded{joint}{what}_{voice}"),
            unit: "per 1,000 words",
            meaning: format!("{hits} per 1,000 words {whose}, of all texts together"),
            reading: Reading::Rate { category, writers },
        }
    };
    let categories = || std::iter::once(None).chain(Category::ALL.into_iter().map(Some));
    let rates = categories().flat_map(|category| [(category, true), (category, false)]).map(rate);
    let has_terms = language == Language::English;
    MEANS.iter().filter_map(mean).chain(rates.filter(|_| has_terms)).collect()
}

impl CorpusMeasure {
    /// Whether it is a rate of loaded words over all texts, and no mean over texts.
    pub fn is_rate(&self) -> bool {
        matches!(self.reading, Reading::Rate { .. })
    }

    /// The category of a rate; none of the rate of all loaded words, and of a mean.
    pub fn category(&self) -> Option<Category> {
        match self.reading {
            Reading::Rate { category, .. } => category,
            Reading::Mean(_) => None,
        }
    }

    /// Whether it is a rate in quotations, and not in words that the writer answers for.
    pub fn is_quoted(&self) -> bool {
        matches!(self.reading, Reading::Rate { writers: false, .. })
    }

    /// What a text adds to the upper and to the lower part of the quotient; nothing where it is not defined.
    fn of(&self, report: &Report) -> Parts {
        match self.reading {
            Reading::Mean(place) => {
                let value = columns_of(report.language()).get(place).map(|column| column.value(report));
                match value {
                    Some(Value::Number(Some(number))) => Parts { upper: number, lower: 1.0 },
                    Some(Value::Count(Some(count))) => Parts { upper: count as f64, lower: 1.0 },
                    _ => Parts::default(),
                }
            }
            Reading::Rate { category, writers } => {
                let counts = |hit: &&LoadedHit| {
                    hit.voice.is_writers() == writers && category.map_or(hit.is_loaded(), |asked| hit.category == asked)
                };
                let words = if writers { report.loaded.own_words } else { report.loaded.quoted_words };
                let hits = report.loaded.hits().iter().filter(counts).count();
                Parts { upper: RATE_WORDS * hits as f64, lower: words as f64 }
            }
        }
    }
}

/// The upper and lower part of a quotient that is taken over several texts.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Parts {
    upper: f64,
    lower: f64,
}

impl Parts {
    /// None where the lower part is nothing.
    fn quotient(self) -> Option<f64> {
        (self.lower > 0.0).then(|| self.upper / self.lower)
    }

    fn plus(self, other: Self) -> Self {
        Self { upper: self.upper + other.upper, lower: self.lower + other.lower }
    }
}

/// The texts of one corpus, as far as a comparison needs them: the measures of each and the words of all.
///
/// ```
/// let analyzer = connote::Analyzer::new()?;
/// let mut sample = connote::CorpusSample::new(&analyzer)?;
/// sample.add(&analyzer.analyze("The mayor slammed the plan.")?)?;
/// assert_eq!((sample.texts(), sample.words().count("plan")), (1, 1));
/// # Ok::<(), connote::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct CorpusSample {
    /// The word data that the texts were read with.
    lexicons: Vec<LexiconSource>,
    measures: Vec<CorpusMeasure>,
    /// Text by text, the parts of every measure.
    parts: Vec<Parts>,
    words: FrequencyTable,
    telling: Telling,
}

impl CorpusSample {
    /// An empty sample of texts that `analyzer`, or one of the same language and lexicons, reads.
    ///
    /// # Errors
    /// None with the settings that a sample counts words by; it is part of the signature of the table.
    pub fn new(analyzer: &Analyzer) -> Result<Self, Error> {
        let language = analyzer.language();
        let mut settings = TableSettings::default();
        settings.language = language;
        let words = FrequencyTable::new(settings)?;
        let lexicons = analyzer.lexicons().sources().to_vec();
        let measures = corpus_measures(language);
        Ok(Self { lexicons, measures, parts: Vec::new(), words, telling: Telling::default() })
    }

    /// Adds a text.
    ///
    /// # Errors
    /// A report of a text in another language, or by other lexicons.
    pub fn add(&mut self, report: &Report) -> Result<(), Error> {
        if report.language() == self.words.settings().language {
            same_lexicons(&self.lexicons, report.lexicons())?;
        }
        self.words.add_report(report)?;
        self.telling.add(self.texts(), report);
        self.parts.extend(self.measures.iter().map(|measure| measure.of(report)));
        Ok(())
    }

    /// Analyses texts, on all cores, and adds them.
    ///
    /// # Errors
    /// A text that is too long, and an analyzer of another language or other lexicons.
    pub fn add_texts<T: AsRef<str> + Sync>(&mut self, analyzer: &Analyzer, texts: &[T]) -> Result<(), Error> {
        self.add_each(texts.len(), |at| analyzer.analyze(texts[at].as_ref()))
    }

    /// Adds the reports of so many texts, which are made on all cores.
    pub(crate) fn add_each(
        &mut self,
        texts: usize,
        report: impl Fn(usize) -> Result<Report, Error> + Send + Sync,
    ) -> Result<(), Error> {
        /// So many reports are kept at a time.
        const BATCH: usize = 256;
        for begin in (0..texts).step_by(BATCH) {
            let batch = begin..texts.min(begin + BATCH);
            #[cfg(feature = "parallel")]
            let reports: Result<Vec<_>, Error> = batch.into_par_iter().map(&report).collect();
            #[cfg(not(feature = "parallel"))]
            let reports: Result<Vec<_>, Error> = batch.map(&report).collect();
            for report in reports? {
                self.add(&report)?;
            }
        }
        Ok(())
    }

    /// Number of texts.
    pub fn texts(&self) -> usize {
        self.parts.len() / self.measures.len()
    }

    /// The words of all texts.
    pub fn words(&self) -> &FrequencyTable {
        &self.words
    }

    /// The parts of the measures of one text.
    fn text(&self, number: usize) -> &[Parts] {
        &self.parts[number * self.measures.len()..(number + 1) * self.measures.len()]
    }

    /// The quotients of every measure over some texts.
    fn quotients(&self, texts: impl Iterator<Item = usize>) -> Vec<Option<f64>> {
        let mut sums = vec![Parts::default(); self.measures.len()];
        for number in texts {
            for (sum, &parts) in sums.iter_mut().zip(self.text(number)) {
                *sum = sum.plus(parts);
            }
        }
        sums.into_iter().map(Parts::quotient).collect()
    }

    /// A measure text by text, where it is defined, in order of size.
    fn values(&self, measure: usize) -> Vec<f64> {
        let of_texts = (0..self.texts()).filter_map(|number| self.text(number)[measure].quotient());
        let mut values: Vec<f64> = of_texts.collect();
        values.sort_unstable_by(f64::total_cmp);
        values
    }
}

/// Whether rates by two sets of lexicons can be compared: by the same ones only.
fn same_lexicons(here: &[LexiconSource], there: &[LexiconSource]) -> Result<(), Error> {
    let only_one = |one: &[LexiconSource], other: &[LexiconSource]| {
        one.iter().find(|source| !other.contains(source)).map(|source| source.name.clone())
    };
    if here == there {
        return Ok(());
    }
    match only_one(here, there).or_else(|| only_one(there, here)) {
        Some(name) => Err(Error::input("lexicons", format!("only one side was read with this '{name}'"))),
        None => Ok(()),
    }
}

/// How sure a comparison shall be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resampling {
    /// How often texts are drawn, 1 or more.
    pub resamples: u32,
    /// Share of the draws that lie in an interval, above 0 and below 1.
    pub confidence: f64,
    /// The same seed draws the same texts, on any machine and any number of threads.
    pub seed: u64,
}

impl Default for Resampling {
    /// 2,000 draws, 95 %, seed 0.
    fn default() -> Self {
        Self { resamples: 2000, confidence: 0.95, seed: 0 }
    }
}

impl Resampling {
    fn check(self) -> Result<(), Error> {
        if self.resamples == 0 {
            return Err(Error::input("resamples", "0; texts are drawn once at least"));
        }
        if !(self.confidence > 0.0 && self.confidence < 1.0) {
            return Err(Error::input("confidence", format!("{}; it is above 0 and below 1", self.confidence)));
        }
        Ok(())
    }
}

/// How a measure differs between two corpora.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct ComparedMeasure {
    /// What was measured.
    #[serde(flatten)]
    pub measure: CorpusMeasure,
    /// Its value in each corpus; none where no text has one.
    pub values: [Option<f64>; 2],
    /// Where each value lies, by the same bootstrap as `interval`.
    pub intervals: [Option<[f64; 2]>; 2],
    /// Texts of each corpus in which it is defined.
    pub texts: [usize; 2],
    /// The first value less the second.
    pub difference: Option<f64>,
    /// Where the difference lies by the bootstrap over texts (percentile interval, Efron & Tibshirani 1993); none where
    /// a draw had no value, and of fewer than two texts.
    pub interval: Option<[f64; 2]>,
    /// Cliff's delta (1993), -1 to 1: how much oftener a text of the first corpus lies above one of the second than
    /// below it.
    pub effect: Option<f64>,
}

impl ComparedMeasure {
    /// A row without values, for what reads a comparison from elsewhere and fills it.
    pub fn new(measure: CorpusMeasure) -> Self {
        let (values, intervals) = ([None; 2], [None; 2]);
        Self { measure, values, intervals, texts: [0; 2], difference: None, interval: None, effect: None }
    }

    /// Whether the interval of the difference leaves out 0.
    pub fn is_sure(&self) -> bool {
        self.interval.is_some_and(|[low, high]| low > 0.0 || high < 0.0)
    }
}

/// Two corpora compared.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Comparison<'s> {
    /// Version of connote that made the numbers.
    pub connote: String,
    /// Language of the texts.
    #[serde(serialize_with = "code")]
    pub language: Language,
    /// Texts of each corpus.
    pub texts: [usize; 2],
    /// Words of each corpus.
    pub words: [u64; 2],
    /// Every measure of [`corpus_measures`].
    pub measures: Vec<ComparedMeasure>,
    /// How the means of `measures` lie from text to text.
    pub distributions: Vec<Distribution>,
    /// The sentences of each corpus in which the writers' own words are loaded most, the first ones of equal score; 20 at
    /// most.
    pub sentences: [Vec<TellingSentence>; 2],
    /// Every word, those of the first corpus at the top: see [`keyness()`].
    pub key_words: Vec<KeyWord<'s>>,
    /// The word data behind the numbers.
    pub lexicons: Vec<LexiconSource>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn code<S: Serializer>(language: &Language, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(language.code())
}

impl Comparison<'_> {
    /// A comparison of nothing, for what reads one from elsewhere and fills it.
    pub fn new(language: Language) -> Self {
        Self {
            connote: env!("CARGO_PKG_VERSION").to_owned(),
            language,
            texts: [0; 2],
            words: [0; 2],
            measures: Vec::new(),
            distributions: Vec::new(),
            sentences: [Vec::new(), Vec::new()],
            key_words: Vec::new(),
            lexicons: Vec::new(),
        }
    }
}

/// Compares two corpora: means of readability, diversity and sentiment, rates of loaded words by category and voice,
/// each with an interval and an effect size, and the key words.
///
/// # Errors
/// A corpus without a word, corpora in different languages or read with different lexicons, and a [`Resampling`] that says nothing.
///
/// ```
/// use connote::{Analyzer, CorpusSample, Resampling, compare};
/// let analyzer = Analyzer::new()?;
/// let (mut calm, mut loud) = (CorpusSample::new(&analyzer)?, CorpusSample::new(&analyzer)?);
/// calm.add_texts(&analyzer, &["The council met on Monday.", "The council voted."])?;
/// loud.add_texts(&analyzer, &["The regime crushed them.", "Cronies looted the city."])?;
/// let comparison = compare(&calm, &loud, Resampling::default())?;
/// let loaded = comparison.measures.iter().find(|row| row.measure.name == "loaded_own").expect("a measure");
/// assert!(loaded.difference.expect("defined") < 0.0);
/// assert_eq!(comparison.key_words[0].word, "council");
/// # Ok::<(), connote::Error>(())
/// ```
pub fn compare<'s>(
    first: &'s CorpusSample,
    second: &'s CorpusSample,
    resampling: Resampling,
) -> Result<Comparison<'s>, Error> {
    resampling.check()?;
    let samples = [first, second];
    let languages = samples.map(|sample| sample.words.settings().language);
    if languages[0] != languages[1] {
        let reason = format!("{} and {}; the corpora of a comparison are in one", languages[0], languages[1]);
        return Err(Error::input("language", reason));
    }
    same_lexicons(&first.lexicons, &second.lexicons)?;
    let counts = |sample: &'s CorpusSample| sample.words.iter().map(|entry| (entry.key, entry.count));
    let key_words = keyness(counts(first), counts(second), KeynessPrior::Corpora)?;
    let values = samples.map(|sample| sample.quotients(0..sample.texts()));
    let draws = draws(samples, resampling);
    let compared = |(number, measure): (usize, &CorpusMeasure)| {
        let values = [values[0][number], values[1][number]];
        let of_texts = samples.map(|sample| sample.values(number));
        let texts = [of_texts[0].len(), of_texts[1].len()];
        let confidence = resampling.confidence;
        let of_draws = |texts: usize, value: &dyn Fn([Option<f64>; 2]) -> Option<f64>| {
            let values = draws.iter().map(|draw| value([draw[0][number], draw[1][number]]));
            if texts < 2 { None } else { interval(values.collect::<Option<_>>()?, confidence) }
        };
        let difference = |[first, second]: [Option<f64>; 2]| Some(first? - second?);
        ComparedMeasure {
            measure: measure.clone(),
            values,
            intervals: [of_draws(texts[0], &|[first, _]| first), of_draws(texts[1], &|[_, second]| second)],
            texts,
            difference: difference(values),
            interval: of_draws(texts[0].min(texts[1]), &difference),
            effect: cliffs_delta(&of_texts),
        }
    };
    let means = first.measures.iter().enumerate().filter(|(_, measure)| !measure.is_rate());
    let distribution =
        |(number, measure): (usize, &CorpusMeasure)| Distribution::of(measure, samples.map(|s| s.values(number)));
    Ok(Comparison {
        texts: samples.map(CorpusSample::texts),
        words: samples.map(|sample| sample.words.tokens()),
        distributions: means.filter_map(distribution).collect(),
        sentences: samples.map(|sample| sample.telling.sentences()),
        measures: first.measures.iter().enumerate().map(compared).collect(),
        key_words,
        lexicons: first.lexicons.clone(),
        ..Comparison::new(languages[0])
    })
}

/// The values of every measure in both corpora, draw by draw.
fn draws(samples: [&CorpusSample; 2], resampling: Resampling) -> Vec<[Vec<Option<f64>>; 2]> {
    let draw = |number: u32| {
        // A generator of its own for each draw: the order in which they are made does not matter.
        let mut random = fastrand::Rng::with_seed(resampling.seed ^ u64::from(number).wrapping_mul(GOLDEN));
        samples.map(|sample| {
            let texts = sample.texts() as u64;
            sample.quotients((0..texts).map(|_| random.u64(..texts) as usize))
        })
    };
    #[cfg(feature = "parallel")]
    return (0..resampling.resamples).into_par_iter().map(draw).collect();
    #[cfg(not(feature = "parallel"))]
    return (0..resampling.resamples).map(draw).collect();
}

/// The golden ratio in 64 bits, which spreads neighbouring numbers over all seeds (Knuth 1973, 6.4).
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// The percentile interval of draws; none without a draw.
fn interval(mut draws: Vec<f64>, confidence: f64) -> Option<[f64; 2]> {
    draws.sort_unstable_by(f64::total_cmp);
    let tail = (1.0 - confidence) / 2.0;
    Some([quantile(&draws, tail)?, quantile(&draws, 1.0 - tail)?])
}

/// The quantile of sorted values; what lies between two of them is shared out in proportion (type 7 of Hyndman & Fan
/// 1996). None of no value.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = share * (sorted.len().checked_sub(1)?) as f64;
    #[expect(clippy::cast_sign_loss, reason = "a share of a length is not negative")]
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    Some(below + (above - below) * place.fract())
}

/// Cliff's delta of two sorted lists: in one walk over both, how many of the second each of the first lies above, less
/// how many it lies below.
fn cliffs_delta([first, second]: &[Vec<f64>; 2]) -> Option<f64> {
    if first.is_empty() || second.is_empty() {
        return None;
    }
    let (mut below, mut up_to) = (0, 0);
    let mut balance = 0.0;
    for value in first {
        while second.get(below).is_some_and(|other| other.total_cmp(value) == Ordering::Less) {
            below += 1;
        }
        while second.get(up_to).is_some_and(|other| other.total_cmp(value) != Ordering::Greater) {
            up_to += 1;
        }
        balance += below as f64 - (second.len() - up_to) as f64;
    }
    Some(balance / first.len() as f64 / second.len() as f64)
}
