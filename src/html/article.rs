//! A report to look at.

use std::borrow::Cow;
use std::collections::HashMap;

use askama::Template;

use super::markup::{Paragraph, Piece, paragraphs, printable};
use super::{MARKS, PAGE, word_lists};
use crate::document::Document;
use crate::document::quotation::Quotation;
use crate::language::Language;
use crate::lexicon::{Category, LexiconSource};
use crate::measures::dictionaries::{CategoryScore, DictionaryScores};
use crate::measures::loaded::Voice;
use crate::measures::readability::SentenceDifficulty;
use crate::measures::sources::{SourceProfile, sources};
use crate::plain::{self, Group};
use crate::report::Report;
use crate::span::Span;

const ARTICLE: &str = include_str!("../../templates/article.css");
const FRAGMENT: &str = include_str!("../../templates/article_fragment.css");

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
    // What a report does not keep is read again.
    let document = report.document().ok();
    let sentences = document.as_ref().map(|document| sentences(report, document)).unwrap_or_default();
    let heard = document.as_ref().map(|document| heard(report, document, &sentences)).unwrap_or_default();
    Page {
        view: View::of(report, &sentences),
        sentences: &sentences,
        extremes: Extremes::of(&sentences),
        heard,
        marked: only_marked(report, &sentences),
        styles: [MARKS, PAGE, ARTICLE],
    }
    .to_string()
}

/// The report as a piece of HTML for a notebook: its styles hold for nothing outside it.
///
/// ```
/// let report = connote::Analyzer::new()?.analyze("The regime fell.")?;
/// assert!(connote::html::fragment(&report).contains("<mark"));
/// # Ok::<(), connote::Error>(())
/// ```
pub fn fragment(report: &Report) -> String {
    Fragment { view: View::of(report, &[]), sentences: &[], styles: [MARKS, FRAGMENT] }.to_string()
}

#[derive(Template)]
#[template(path = "article_page.html")]
struct Page<'r> {
    view: View<'r>,
    sentences: &'r [Sentence],
    extremes: Extremes<'r>,
    heard: Vec<Heard<'r>>,
    marked: Vec<Listed>,
    styles: [&'static str; 3],
}

#[derive(Template)]
#[template(path = "article_fragment.html")]
struct Fragment<'r> {
    view: View<'r>,
    sentences: &'r [Sentence],
    styles: [&'static str; 2],
}

/// What the templates say of a report, ready to print.
struct View<'r> {
    /// Code of the language of the text; the page itself is English.
    language: &'static str,
    title: String,
    size: String,
    paragraphs: Vec<Paragraph<'r>>,
    hits: Vec<Hit<'r>>,
    quotations: Vec<Said>,
    categories: Vec<CategoryCount>,
    voices: Vec<VoiceCount>,
    strengths: Vec<StrengthCount>,
    mentioned: usize,
    reported: usize,
    readability: ReadabilityCard,
    words: WordsCard<'r>,
    /// None where there is no lexicon for it.
    sentiment: Option<SentimentCard>,
    has_terms: bool,
    score: String,
    per_1000: String,
    quoted_per_1000: String,
    apart: String,
    dictionaries: Vec<Dictionary<'r>>,
    lists: Vec<LexiconSource>,
}

/// A loaded expression.
struct Hit<'r> {
    label: String,
    /// What words of its category do.
    meaning: &'static str,
    group: &'static str,
    category: &'static str,
    voice: &'static str,
    voice_label: &'static str,
    level: u8,
    strength: &'static str,
    negated: bool,
    mentioned: bool,
    reported: bool,
    speaker: Option<&'r str>,
    /// The entry, where the text has another form of it.
    term: Option<&'r str>,
    note: Option<&'r str>,
    neutral: Option<&'r str>,
}

/// What is said of a quotation where it stands.
struct Said {
    kind: &'static str,
    speaker: Option<String>,
}

/// A quotation in the list of a source.
struct Listed {
    kind: &'static str,
    text: String,
    /// The sentence in which it begins, counted from 1.
    sentence: usize,
}

/// What the margin says of a sentence.
struct Sentence {
    span: Span,
    /// Counted from 1.
    number: usize,
    difficulty: f64,
    /// The difficulty as a share of the longest bar.
    percent: u8,
    /// None where there is no lexicon for it.
    feeling: Option<f64>,
}

impl Sentence {
    fn grade(&self) -> String {
        plain::number(Some(self.difficulty), 0)
    }

    fn sentiment(&self) -> String {
        plain::number(self.feeling, 2)
    }

    /// The class of the sentiment in the styles; the bounds are those of [`plain::tone`].
    fn tone(&self) -> &'static str {
        match self.feeling {
            Some(feeling) if feeling >= 0.05 => "up",
            Some(feeling) if feeling <= -0.05 => "down",
            _ => "",
        }
    }
}

/// Sentences that the cards name.
struct Extremes<'p> {
    hardest: Vec<&'p Sentence>,
    /// The most negative and the most positive one.
    moved: Vec<&'p Sentence>,
}

/// A source, and what is quoted of it.
struct Heard<'r> {
    name: Cow<'r, str>,
    is_named: bool,
    /// How many of its words are quoted.
    words: String,
    /// Its words as a share of those of the source that is heard most.
    percent: u64,
    verbs: String,
    quotations: Vec<Listed>,
}

/// What the text has of a dictionary of the user's.
struct Dictionary<'r> {
    name: &'r str,
    rows: Vec<DictionaryRow<'r>>,
}

struct DictionaryRow<'r> {
    category: &'r str,
    count: String,
    percent: String,
    mean: String,
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

struct StrengthCount {
    level: u8,
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
/// How many of the hardest sentences a card names.
const HARDEST: usize = 3;
/// A title or a listed quotation is cut after this many characters.
const TITLE_CHARACTERS: usize = 140;
const QUOTATION_CHARACTERS: usize = 160;

impl<'r> View<'r> {
    fn of(report: &'r Report, sentences: &[Sentence]) -> Self {
        let text = report.text();
        let counts = &report.counts;
        let title = report.headline.map_or("Report", |headline| headline.of(text));
        let size = [
            plain::counted(counts.words, "word"),
            plain::counted(counts.sentences, "sentence"),
            plain::counted(counts.paragraphs, "paragraph"),
            format!("{} min to read", plain::minutes(counts.words)),
        ];
        let spans: Vec<Span> = sentences.iter().map(|sentence| sentence.span).collect();
        let hits = report.loaded.hits();
        Self {
            language: report.language().code(),
            title: printable(&plain::snippet(title, TITLE_CHARACTERS)).into_owned(),
            size: size.join(" · "),
            paragraphs: paragraphs(report, &spans),
            hits: self::hits(report),
            quotations: quotations(report),
            categories: categories(report),
            voices: voices(report),
            strengths: strengths(report),
            mentioned: hits.iter().filter(|hit| hit.mentioned).count(),
            reported: hits.iter().filter(|hit| hit.reported).count(),
            readability: readability(report),
            words: words(report),
            sentiment: report.has_sentiment().then(|| sentiment(report)),
            has_terms: report.has_terms(),
            score: plain::number(report.loaded.score(), 2),
            per_1000: plain::number(report.loaded.per_1000(), 1),
            quoted_per_1000: plain::number(report.loaded.quoted_per_1000(), 1),
            apart: apart(report),
            dictionaries: dictionaries(report),
            lists: word_lists(report.lexicons()),
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
            meaning: plain::meaning(hit.category),
            group: Group::of(hit.category).name(),
            category: hit.category.name(),
            voice: hit.voice.name(),
            voice_label: plain::voice(hit.voice),
            level: hit.strength,
            strength: plain::strength(hit.strength),
            negated: hit.negated,
            mentioned: hit.mentioned,
            reported: hit.reported,
            speaker: report.speaker(hit),
            term: loaded.term(hit).filter(|term| *term != hit.span.of(report.text()).to_lowercase()),
            note: loaded.note(hit).filter(|note| !note.is_empty()),
            neutral: loaded.neutral(hit),
        })
        .collect()
}

fn quotations(report: &Report) -> Vec<Said> {
    let speaker = |span: Span| printable(span.of(report.text())).into_owned();
    let said = |quotation: &Quotation| Said {
        kind: plain::quotation(quotation.kind),
        speaker: quotation.speaker.map(speaker),
    };
    report.quotations.iter().map(said).collect()
}

/// Every sentence that holds a word.
fn sentences(report: &Report, document: &Document<'_>) -> Vec<Sentence> {
    // Bars of English end at grade 25, those of LIX at 80: few sentences of news go beyond.
    let longest = if report.language() == Language::English { 25.0 } else { 80.0 };
    let mut feelings = HashMap::new();
    if report.has_sentiment() {
        feelings.extend(report.sentiment.sentences.iter().map(|sentence| (sentence.span.start, sentence.score)));
    }
    let sentence = |(at, sentence): (usize, &SentenceDifficulty)| {
        let (span, difficulty) = (sentence.span.trimmed(report.text()), sentence.difficulty);
        #[expect(clippy::cast_sign_loss, reason = "not below 0")]
        let percent = (100.0 * (difficulty / longest).clamp(0.0, 1.0)) as u8;
        Sentence { span, number: at + 1, difficulty, percent, feeling: feelings.get(&span.start).copied() }
    };
    document.sentence_difficulties().iter().enumerate().map(sentence).collect()
}

impl<'p> Extremes<'p> {
    fn of(sentences: &'p [Sentence]) -> Self {
        let mut hardest: Vec<&Sentence> = sentences.iter().collect();
        hardest.sort_by(|a, b| b.difficulty.total_cmp(&a.difficulty));
        hardest.truncate(HARDEST);
        let felt = |sign: f64| {
            let feeling = move |sentence: &&Sentence| sign * sentence.feeling.unwrap_or(0.0);
            let most = sentences.iter().rev().max_by(|a, b| feeling(a).total_cmp(&feeling(b)));
            most.filter(|sentence| feeling(sentence) > 0.0)
        };
        Self { hardest, moved: [-1.0, 1.0].into_iter().filter_map(felt).collect() }
    }
}

impl Listed {
    fn of(report: &Report, sentences: &[Sentence], quotation: &Quotation) -> Self {
        let text = plain::snippet(quotation.span.of(report.text()), QUOTATION_CHARACTERS);
        Self {
            kind: plain::quotation(quotation.kind),
            text: printable(&text).into_owned(),
            sentence: sentences.partition_point(|sentence| sentence.span.start <= quotation.span.start),
        }
    }
}

/// The sources, with what is quoted of each.
fn heard<'r>(report: &'r Report, document: &Document<'_>, sentences: &[Sentence]) -> Vec<Heard<'r>> {
    let text = report.text();
    let key = |name: Option<Span>| name.map(|name| name.of(text).to_lowercase());
    let mut quotations: HashMap<Option<String>, Vec<Listed>> = HashMap::new();
    for quotation in report.quotations.iter().filter(|quotation| is_heard(quotation)) {
        quotations.entry(key(quotation.speaker)).or_default().push(Listed::of(report, sentences, quotation));
    }
    let sources = sources(document);
    let most = sources.first().map_or(1, |source| source.words.max(1));
    let heard = |source: &SourceProfile| Heard {
        name: source.name.map_or("nobody named".into(), |name| printable(name.of(text))),
        is_named: source.named,
        words: plain::counted(source.words, "word"),
        percent: 100 * source.words / most,
        verbs: source.verbs.iter().map(plain::verb).collect::<Vec<_>>().join(", "),
        quotations: quotations.remove(&key(source.name)).unwrap_or_default(),
    };
    sources.iter().map(heard).collect()
}

/// Whether a quotation counts for its source.
fn is_heard(quotation: &Quotation) -> bool {
    quotation.outer && quotation.kind.is_speech()
}

/// What stands in marks and is nobody's speech, or is quoted inside a quotation.
fn only_marked(report: &Report, sentences: &[Sentence]) -> Vec<Listed> {
    let quotations = report.quotations.iter().filter(|quotation| !is_heard(quotation));
    quotations.map(|quotation| Listed::of(report, sentences, quotation)).collect()
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

fn strengths(report: &Report) -> Vec<StrengthCount> {
    let count =
        |level| StrengthCount { level, label: plain::strength(level), count: report.loaded.of_strength(level).hits };
    [3, 2, 1].map(count).into()
}

/// What is counted apart from the loaded terms.
fn apart(report: &Report) -> String {
    let [hedges, weasels, verbs] = [Category::Hedge, Category::Weasel, Category::Attribution]
        .map(|category| plain::number(report.loaded.of_category(category).per_1000, 1));
    let boosters = plain::number(report.loaded.boosters().per_1000, 1);
    format!("hedges {hedges}, weasels {weasels}, boosters {boosters}, attribution verbs {verbs}")
}

fn dictionaries(report: &Report) -> Vec<Dictionary<'_>> {
    report.dictionaries.iter().map(Dictionary::of).collect()
}

impl<'r> Dictionary<'r> {
    fn of(scores: &'r DictionaryScores) -> Self {
        let row = |(category, score): (&'r str, &CategoryScore)| DictionaryRow {
            category,
            count: plain::count(score.count),
            percent: plain::number(score.share.map(|share| 100.0 * share), 2),
            mean: plain::number(score.mean, 2),
        };
        Self { name: scores.name(), rows: scores.categories().map(row).collect() }
    }
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
