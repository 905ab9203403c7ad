//! A report to look at: the text with its loaded words marked, and the four families in plain language.
//!
//! [`page`] is a document of its own, [`fragment`] a piece for notebooks. Neither has a script or asks the network for
//! anything, and all text of the article is escaped. Markup and styles stand in `templates/`.

mod markup;

use std::borrow::Cow;

use askama::Template;

use crate::language::Language;
use crate::lexicon::Category;
use crate::measures::loaded::Voice;
use crate::plain::{self, Group};
use crate::report::Report;
use markup::{Paragraph, Piece, paragraphs, printable};

const MARKS: &str = include_str!("../templates/marks.css");

/// The report as a self-contained HTML document.
///
/// ```
/// let report = connote::Analyzer::new()?.analyze("The regime <b>fell</b>.")?;
/// let page = connote::html::page(&report);
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// assert!(page.contains("&#60;b&#62;fell"));
/// # Ok::<(), connote::Error>(())
/// ```
pub fn page(report: &Report) -> String {
    Page { view: View::of(report), marks: MARKS, style: include_str!("../templates/page.css") }.to_string()
}

/// The report as a piece of HTML for a notebook: its styles hold for nothing outside it.
///
/// ```
/// let report = connote::Analyzer::new()?.analyze("The regime fell.")?;
/// assert!(connote::html::fragment(&report).contains("<mark"));
/// # Ok::<(), connote::Error>(())
/// ```
pub fn fragment(report: &Report) -> String {
    Fragment { view: View::of(report), marks: MARKS, style: include_str!("../templates/fragment.css") }.to_string()
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'r> {
    view: View<'r>,
    marks: &'static str,
    style: &'static str,
}

#[derive(Template)]
#[template(path = "fragment.html")]
struct Fragment<'r> {
    view: View<'r>,
    marks: &'static str,
    style: &'static str,
}

/// What the templates say of a report, ready to print.
struct View<'r> {
    version: &'static str,
    title: String,
    size: String,
    paragraphs: Vec<Paragraph<'r>>,
    hits: Vec<Hit<'r>>,
    quotations: Vec<Quotation>,
    categories: Vec<CategoryCount>,
    voices: Vec<VoiceCount>,
    readability: ReadabilityCard,
    words: WordsCard<'r>,
    /// None where there is no lexicon for it.
    sentiment: Option<SentimentCard>,
    has_terms: bool,
    score: String,
    per_1000: String,
    quoted_per_1000: String,
    lexicons: Vec<String>,
}

/// A loaded expression.
struct Hit<'r> {
    label: String,
    group: &'static str,
    category: &'static str,
    voice: &'static str,
    voice_label: &'static str,
    level: u8,
    strength: &'static str,
    negated: bool,
    term: Option<&'r str>,
    note: Option<&'r str>,
    neutral: Option<&'r str>,
}

/// A quotation.
struct Quotation {
    kind: &'static str,
    speaker: Option<String>,
    text: String,
}

struct CategoryCount {
    name: &'static str,
    label: String,
    group: &'static str,
    count: u64,
}

struct VoiceCount {
    name: &'static str,
    label: &'static str,
    count: u64,
}

struct ReadabilityCard {
    grade: String,
    meaning: &'static str,
    /// What the formulas of the grade estimate.
    unit: &'static str,
    formulas: Vec<Score>,
}

struct Score {
    title: &'static str,
    value: String,
    meaning: &'static str,
    source: &'static str,
    definition: &'static str,
    caveat: Option<String>,
}

struct WordsCard<'r> {
    words: String,
    types: String,
    mtld: String,
    mattr: String,
    top: Vec<TopWord<'r>>,
}

struct TopWord<'r> {
    word: Cow<'r, str>,
    count: String,
    percent: u64,
}

struct SentimentCard {
    mean: String,
    meaning: &'static str,
    own: String,
    quoted: String,
    compound: String,
    arc: Vec<Bar>,
}

/// A bar of the arc: one sentence, or the mean of a run of them.
struct Bar {
    x: String,
    y: String,
    width: String,
    height: String,
    sign: &'static str,
    about: String,
}

/// How many of the most frequent words a card shows.
const TOP_WORDS: usize = 12;
/// How many formulas a card shows before the table of all.
const SHORT_LIST: usize = 4;
/// How many bars the arc has at most, and its height above and below the line, in units of the drawing.
const BARS: usize = 120;
const ARC_HEIGHT: f64 = 20.0;
/// A title or a listed quotation is cut after this many characters.
const TITLE_CHARACTERS: usize = 140;
const QUOTATION_CHARACTERS: usize = 280;

impl<'r> View<'r> {
    fn of(report: &'r Report) -> Self {
        let text = report.text();
        let counts = &report.counts;
        let title = report.headline.map_or("Report", |headline| headline.of(text));
        let size = [
            plain::counted(counts.words, "word"),
            plain::counted(counts.sentences, "sentence"),
            plain::counted(counts.paragraphs, "paragraph"),
            format!("{} min to read", plain::minutes(counts.words)),
        ];
        Self {
            version: env!("CARGO_PKG_VERSION"),
            title: printable(&plain::snippet(title, TITLE_CHARACTERS)).into_owned(),
            size: size.join(" · "),
            paragraphs: paragraphs(report),
            hits: hits(report),
            quotations: quotations(report),
            categories: categories(report),
            voices: voices(report),
            readability: readability(report),
            words: words(report),
            sentiment: report.has_sentiment().then(|| sentiment(report)),
            has_terms: report.has_terms(),
            score: plain::number(report.loaded.score(), 2),
            per_1000: plain::number(report.loaded.per_1000(), 1),
            quoted_per_1000: plain::number(report.loaded.quoted_per_1000(), 1),
            lexicons: report.lexicons().iter().map(|source| source.name.clone()).collect(),
        }
    }
}

fn hits(report: &Report) -> Vec<Hit<'_>> {
    let loaded = &report.loaded;
    loaded
        .hits()
        .iter()
        .map(|hit| Hit {
            label: plain::category(hit.category),
            group: Group::of(hit.category).name(),
            category: hit.category.name(),
            voice: hit.voice.name(),
            voice_label: plain::voice(hit.voice),
            level: hit.strength,
            strength: plain::strength(hit.strength),
            negated: hit.negated,
            term: loaded.term(hit),
            note: loaded.note(hit).filter(|note| !note.is_empty()),
            neutral: loaded.neutral(hit),
        })
        .collect()
}

fn quotations(report: &Report) -> Vec<Quotation> {
    report
        .quotations
        .iter()
        .map(|quotation| Quotation {
            kind: plain::quotation(quotation.kind),
            speaker: quotation.speaker.map(|speaker| speaker.of(report.text()).to_owned()),
            text: plain::snippet(quotation.span.of(report.text()), QUOTATION_CHARACTERS),
        })
        .collect()
}

fn categories(report: &Report) -> Vec<CategoryCount> {
    let mut categories: Vec<_> = Category::ALL
        .into_iter()
        .map(|category| CategoryCount {
            name: category.name(),
            label: plain::category(category),
            group: Group::of(category).name(),
            count: report.loaded.of_category(category).hits,
        })
        .filter(|category| category.count > 0)
        .collect();
    categories.sort_by_key(|category| std::cmp::Reverse(category.count));
    categories
}

fn voices(report: &Report) -> Vec<VoiceCount> {
    let count = |voice: Voice| VoiceCount {
        name: voice.name(),
        label: plain::voice(voice),
        count: report.loaded.count_in(voice),
    };
    Voice::ALL.into_iter().map(count).collect()
}

fn readability(report: &Report) -> ReadabilityCard {
    let readability = &report.readability;
    let score = |(formula, score): (&'static crate::Formula, Option<f64>)| Score {
        title: formula.title,
        value: plain::number(score, 1),
        meaning: score.map_or("", |score| plain::score(formula, score)),
        source: formula.source,
        definition: formula.definition,
        caveat: readability.caveat(formula).map(|caveat| plain::caveat(formula, caveat)),
    };
    let (common, others): (Vec<_>, Vec<_>) = readability.iter().partition(|(formula, _)| formula.common);
    ReadabilityCard {
        grade: plain::number(readability.consensus_grade, 1),
        meaning: readability.consensus_grade.map_or_else(|| plain::no_grade(report.counts.words), plain::grade),
        unit: match report.language() {
            Language::English => "school grade of the United States",
            _ => "number of years at school",
        },
        formulas: common.into_iter().chain(others).map(score).collect(),
    }
}

fn words(report: &Report) -> WordsCard<'_> {
    let top = report.frequency.top(TOP_WORDS, false);
    let most = top.first().map_or(1, |word| word.count.max(1));
    WordsCard {
        words: plain::count(report.counts.words),
        types: plain::count(report.counts.types),
        mtld: plain::number(report.diversity.mtld, 0),
        mattr: plain::number(report.diversity.mattr, 2),
        top: top
            .into_iter()
            .map(|word| TopWord {
                word: printable(word.word),
                count: plain::count(word.count),
                percent: 100 * word.count / most,
            })
            .collect(),
    }
}

fn sentiment(report: &Report) -> SentimentCard {
    let sentiment = &report.sentiment;
    let mean = sentiment.news.score;
    SentimentCard {
        mean: plain::number(mean, 2),
        meaning: mean.map_or("no sentence to measure", plain::tone),
        own: plain::number(sentiment.news.own, 2),
        quoted: plain::number(sentiment.news.quoted, 2),
        compound: plain::number(Some(sentiment.document.compound), 2),
        arc: arc(report),
    }
}

/// The sentences' scores from left to right.
fn arc(report: &Report) -> Vec<Bar> {
    let sentences = &report.sentiment.sentences;
    let run = sentences.len().div_ceil(BARS).max(1);
    let bars = sentences.len().div_ceil(run).max(1);
    let width = 100.0 / bars as f64;
    sentences
        .chunks(run)
        .enumerate()
        .map(|(at, sentences)| {
            let mean = sentences.iter().map(|sentence| sentence.score).sum::<f64>() / sentences.len() as f64;
            let height = (mean.abs() * ARC_HEIGHT).max(0.4);
            let (first, last) = (at * run + 1, at * run + sentences.len());
            let which = if first == last { format!("Sentence {first}") } else { format!("Sentences {first}–{last}") };
            Bar {
                x: format!("{:.2}", at as f64 * width),
                y: format!("{:.2}", if mean > 0.0 { ARC_HEIGHT - height } else { ARC_HEIGHT }),
                width: format!("{:.2}", width * 0.8),
                height: format!("{height:.2}"),
                sign: if mean > 0.0 { "up" } else { "down" },
                about: format!("{which}: {}, {}", plain::number(Some(mean), 2), plain::tone(mean)),
            }
        })
        .collect()
}
