//! Two corpora side by side.

use askama::Template;

use super::markup::printable;
use super::{MARKS, PAGE, word_lists};
use crate::corpus::comparison::{ComparedMeasure, Comparison, Distribution, TellingSentence};
use crate::corpus::keyness::KeyWord;
use crate::lexicon::{Category, LexiconSource};
use crate::plain::{self, Group};

const COMPARISON: &str = include_str!("../../templates/comparison.css");

/// A comparison of two corpora as a self-contained HTML document: loaded words by category and voice with intervals,
/// how the texts lie in readability, variety and sentiment, key words, and the sentences that are loaded most. Its size
/// does not grow with the corpora.
///
/// ```
/// use connote::{Analyzer, CorpusSample, Resampling, compare, html};
/// let analyzer = Analyzer::new()?;
/// let (mut calm, mut loud) = (CorpusSample::new(&analyzer)?, CorpusSample::new(&analyzer)?);
/// calm.add_texts(&analyzer, &["The council met on Monday.", "The council voted."])?;
/// loud.add_texts(&analyzer, &["The regime crushed them.", "Cronies looted the city."])?;
/// let page = html::comparison(&compare(&calm, &loud, Resampling::default())?, ["Calm", "Loud <b>"]);
/// assert!(page.contains("Loud &#60;b&#62;") && page.contains("<mark"));
/// # Ok::<(), connote::Error>(())
/// ```
pub fn comparison(comparison: &Comparison<'_>, names: [&str; 2]) -> String {
    let names = names.map(|name| printable(&plain::snippet(name, NAME_CHARACTERS)).into_owned());
    let [own, quoted] = [false, true].map(|quoted| rates(comparison, quoted));
    let page = Page {
        language: comparison.language.code(),
        sizes: [0, 1].map(|side| {
            let texts = plain::counted(comparison.texts[side] as u64, "text");
            format!("{texts}, {}", plain::counted(comparison.words[side], "word"))
        }),
        apart: apart(comparison, &names),
        voices: [("the writers’ own words", own), ("in quotations", quoted)]
            .into_iter()
            .filter(|(_, rates)| !rates.rows.is_empty())
            .collect(),
        shapes: comparison.distributions.iter().filter_map(|shape| Shape::of(shape, comparison)).collect(),
        key_words: [1, -1].map(|sign| key_words(comparison, sign)),
        sentences: [0, 1].map(|side| comparison.sentences[side].iter().map(Telling::of).collect()),
        measures: comparison.measures.iter().map(Row::of).collect(),
        names,
        lists: word_lists(&comparison.lexicons),
        styles: [MARKS, PAGE, COMPARISON],
    };
    page.to_string()
}

/// How many measures are named as what sets the corpora apart, and how many key words of each are shown.
const APART: usize = 8;
const KEY_WORDS: usize = 30;
/// Key words that are shown: at most this share of them is there by chance.
const MOST_FALSE: f64 = 0.05;
/// A name is cut after this many characters.
const NAME_CHARACTERS: usize = 80;

#[derive(Template)]
#[template(path = "comparison_page.html")]
struct Page {
    language: &'static str,
    names: [String; 2],
    sizes: [String; 2],
    apart: Vec<Row>,
    voices: Vec<(&'static str, Rates)>,
    shapes: Vec<Shape>,
    key_words: [Vec<Word>; 2],
    sentences: [Vec<Telling>; 2],
    measures: Vec<Row>,
    lists: Vec<LexiconSource>,
    styles: [&'static str; 3],
}

/// A measure in numbers.
struct Row {
    label: String,
    unit: &'static str,
    meaning: String,
    values: [String; 2],
    intervals: [String; 2],
    difference: String,
    interval: String,
    effect: String,
    /// Name of the corpus that lies higher, where that is sure.
    higher: Option<String>,
    is_sure: bool,
}

/// Rates of loaded words on one scale.
struct Rates {
    /// The end of the scale.
    most: String,
    rows: Vec<Rate>,
}

struct Rate {
    label: String,
    group: &'static str,
    is_all: bool,
    is_sure: bool,
    /// Of each corpus; none where it has no such words.
    sides: [Side; 2],
}

/// A value with its interval, for the eye, and on the scale in percent.
struct Side {
    value: String,
    interval: String,
    at: f64,
    low: f64,
    width: f64,
}

/// The histograms of a measure: the first corpus above the line, the second below.
struct Shape {
    label: String,
    meaning: String,
    bars: [Vec<Bar>; 2],
    ends: [String; 2],
    quartiles: [String; 2],
    /// The medians on the scale, in percent.
    medians: [f64; 2],
}

struct Bar {
    x: f64,
    width: f64,
    height: f64,
    about: String,
}

struct Word {
    text: String,
    /// Occurrences in the corpus whose key word it is, and in the other.
    here: String,
    there: String,
    times: String,
    percent: u64,
}

/// A sentence in pieces: text, and marked text with its category.
struct Telling {
    text: usize,
    score: String,
    pieces: Vec<Piece>,
}

struct Piece {
    text: String,
    mark: Option<Mark>,
}

struct Mark {
    label: String,
    group: &'static str,
    level: u8,
}

/// Name of a measure as readers see it.
fn label(row: &ComparedMeasure) -> String {
    let measure = &row.measure;
    if !measure.is_rate() {
        return measure.name.replace('_', " ");
    }
    let what = measure.category().map_or_else(|| "loaded words".to_owned(), plain::category);
    format!("{what}, {}", if measure.is_quoted() { "in quotations" } else { "own words" })
}

/// As many digits as numbers of this size are read with.
fn places(largest: f64) -> usize {
    match largest {
        ..1.0 => 3,
        ..100.0 => 2,
        _ => 1,
    }
}

fn span(interval: Option<[f64; 2]>, places: usize) -> String {
    let ends = |[low, high]: [f64; 2]| {
        format!("{} to {}", plain::number(Some(low), places), plain::number(Some(high), places))
    };
    interval.map_or_else(|| "–".to_owned(), ends)
}

impl Row {
    fn of(row: &ComparedMeasure) -> Self {
        let places = places(row.values.iter().flatten().fold(0.0_f64, |largest, value| largest.max(value.abs())));
        Self {
            label: label(row),
            unit: row.measure.unit,
            meaning: row.measure.meaning.clone(),
            values: row.values.map(|value| plain::number(value, places)),
            intervals: row.intervals.map(|interval| span(interval, places)),
            difference: plain::number(row.difference, places),
            interval: span(row.interval, places),
            effect: plain::number(row.effect, 2),
            higher: None,
            is_sure: row.is_sure(),
        }
    }
}

/// The measures that differ for sure, those first by which texts are told apart best.
fn apart(comparison: &Comparison<'_>, names: &[String; 2]) -> Vec<Row> {
    let size = |row: &&ComparedMeasure| row.effect.map_or(0.0, f64::abs);
    let mut rows: Vec<&ComparedMeasure> = comparison.measures.iter().filter(|row| row.is_sure()).collect();
    rows.sort_by(|a, b| size(b).total_cmp(&size(a)));
    let higher = |row: &ComparedMeasure| Some(names[usize::from(row.difference? < 0.0)].clone());
    rows.into_iter().take(APART).map(|row| Row { higher: higher(row), ..Row::of(row) }).collect()
}

/// The rates of one voice, that of all loaded words first, then those of categories by size.
fn rates(comparison: &Comparison<'_>, quoted: bool) -> Rates {
    let size = |row: &&ComparedMeasure| row.values.iter().flatten().sum::<f64>();
    let asked = |row: &&ComparedMeasure| row.measure.is_rate() && row.measure.is_quoted() == quoted && size(row) > 0.0;
    let mut rows: Vec<&ComparedMeasure> = comparison.measures.iter().filter(asked).collect();
    rows.sort_by(|a, b| {
        let all = |row: &&ComparedMeasure| row.measure.category().is_some();
        all(a).cmp(&all(b)).then(size(b).total_cmp(&size(a)))
    });
    let ends = rows
        .iter()
        .flat_map(|row| row.values.into_iter().flatten().chain(row.intervals.iter().flatten().map(|i| i[1])));
    let most = ends.fold(0.0_f64, f64::max);
    let places = places(most / 10.0);
    let rate = |row: &ComparedMeasure| Rate {
        label: row.measure.category().map_or_else(|| "all loaded words".to_owned(), plain::category),
        group: row.measure.category().map_or("carrying", |category: Category| Group::of(category).name()),
        is_all: row.measure.category().is_none(),
        is_sure: row.is_sure(),
        sides: [0, 1].map(|side| {
            let value = row.values[side];
            let [low, high] = row.intervals[side].or(value.map(|value| [value; 2])).unwrap_or_default();
            let percent = |value: f64| 100.0 * value / most;
            Side {
                value: plain::number(value, places),
                interval: span(row.intervals[side], places),
                at: percent(value.unwrap_or_default()),
                low: percent(low),
                width: percent(high - low),
            }
        }),
    };
    Rates { most: plain::number(Some(most), places), rows: rows.into_iter().map(rate).collect() }
}

impl Shape {
    /// Height of a half of the drawing.
    const HALF: f64 = 30.0;

    fn of(distribution: &Distribution, comparison: &Comparison<'_>) -> Option<Self> {
        let row = comparison.measures.iter().find(|row| row.measure.name == distribution.name)?;
        let edges = &distribution.edges;
        let (low, high) = (*edges.first()?, *edges.last()?);
        let places = if high - low < 10.0 { 2 } else { 1 };
        let number = |value: f64| plain::number(Some(value), places);
        let percent =
            |value: f64| if high > low { 100.0 * ((value - low) / (high - low)).clamp(0.0, 1.0) } else { 50.0 };
        let shares = distribution.counts.each_ref().map(|counts| {
            let all = counts.iter().sum::<u64>().max(1) as f64;
            counts.iter().map(|&count| count as f64 / all).collect::<Vec<f64>>()
        });
        let most = shares.iter().flatten().copied().fold(f64::MIN_POSITIVE, f64::max);
        let bars = shares.map(|shares| {
            let width = 100.0 / shares.len() as f64;
            let bar = |(at, share): (usize, &f64)| Bar {
                x: at as f64 * width,
                width: width * 0.9,
                height: Self::HALF * share / most,
                about: format!(
                    "{} to {}: {} % of the texts",
                    number(edges[at]),
                    number(edges[at + 1]),
                    plain::number(Some(100.0 * share), 1)
                ),
            };
            shares.iter().enumerate().filter(|(_, share)| **share > 0.0).map(bar).collect()
        });
        let quartiles = |[_, lower, median, upper, _]: [f64; 5]| {
            format!("median {}, half of the texts {} to {}", number(median), number(lower), number(upper))
        };
        Some(Self {
            label: label(row),
            meaning: row.measure.meaning.replace(", mean over texts", ""),
            bars,
            ends: [number(low), number(high)],
            quartiles: distribution.quantiles.map(quartiles),
            medians: distribution.quantiles.map(|quantiles| percent(quantiles[2])),
        })
    }
}

/// The surest key words of one corpus.
fn key_words(comparison: &Comparison<'_>, sign: i8) -> Vec<Word> {
    let sure = |row: &&KeyWord<'_>| row.sign == sign && row.q <= MOST_FALSE;
    let rows: Vec<&KeyWord<'_>> = match sign {
        1 => comparison.key_words.iter().filter(sure).take(KEY_WORDS).collect(),
        _ => comparison.key_words.iter().rev().filter(sure).take(KEY_WORDS).collect(),
    };
    let most = rows.first().map_or(1.0, |row| row.g2);
    let word = |row: &&KeyWord<'_>| {
        let [first, second] = [row.contrast.target(), row.contrast.reference()].map(plain::count);
        let (here, there) = if sign == 1 { (first, second) } else { (second, first) };
        let times = row.log_ratio.map(|ratio| (f64::from(sign) * ratio).exp2());
        #[expect(clippy::cast_sign_loss, reason = "G2 is not negative")]
        let percent = (100.0 * row.g2 / most) as u64;
        Word {
            text: printable(&plain::snippet(row.word, NAME_CHARACTERS)).into_owned(),
            here,
            there,
            times: plain::number(times, 1),
            percent,
        }
    };
    rows.iter().map(word).collect()
}

impl Telling {
    fn of(sentence: &TellingSentence) -> Self {
        let text = &sentence.sentence;
        let mut pieces = Vec::new();
        let mut at = 0;
        let mut add = |from: usize, to: usize, mark: Option<Mark>| {
            let piece = text.get(from..to).unwrap_or_default();
            if !piece.is_empty() {
                pieces.push(Piece { text: printable(piece).into_owned(), mark });
            }
        };
        for hit in &sentence.hits {
            // A hit inside another is marked with it.
            let (start, end) = (hit.span.start as usize, hit.span.end as usize);
            if start < at {
                continue;
            }
            let (label, group) = (plain::category(hit.category), Group::of(hit.category).name());
            add(at, start, None);
            add(start, end, Some(Mark { label, group, level: hit.strength }));
            at = end;
        }
        add(at, text.len(), None);
        Self { text: sentence.text, score: plain::number(Some(sentence.score), 2), pieces }
    }
}
