//! `connote compare`: what sets two corpora apart, and how sure that is.

use std::io::Write;
use std::path::{Path, PathBuf};

use anstyle::Style;
use clap::Args;

use super::corpus::Corpus;
use super::lexicon;
use super::output::Target;
use super::terminal::{padded, width};
use crate::analyzer::Analyzer;
use crate::arrow;
use crate::corpus::comparison::{ComparedMeasure, Comparison, CorpusSample, Resampling, compare};
use crate::corpus::keyness::KeyWord;
use crate::error::Error;
use crate::html;
use crate::language::Language;
use crate::plain;

/// Compare two corpora: readability, sentiment, loaded words and key words
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The first corpus: a file (.jsonl, .csv, each also .gz or .zst; .parquet; .txt, .html), a folder or a pattern
    #[arg(value_name = "FIRST")]
    first: PathBuf,
    /// The second corpus
    #[arg(value_name = "SECOND")]
    second: PathBuf,
    /// Field of the article's text
    #[arg(long, value_name = "FIELD", default_value = "text")]
    text: String,
    /// Field of the title, if it stands apart from the text
    #[arg(long, value_name = "FIELD")]
    title: Option<String>,
    /// Code or English name of the language
    #[arg(long, default_value = "en")]
    language: Language,
    /// A lexicon of your own with loaded terms; may be given more than once
    #[arg(long = "lexicon", value_name = "FILE")]
    lexicons: Vec<PathBuf>,
    /// How often texts are drawn for the intervals
    #[arg(long, value_name = "N", default_value_t = Resampling::default().resamples)]
    resamples: u32,
    /// Share of the draws that lie in an interval
    #[arg(long, value_name = "SHARE", default_value_t = Resampling::default().confidence)]
    confidence: f64,
    /// The same seed draws the same texts
    #[arg(long, value_name = "N", default_value_t = Resampling::default().seed)]
    seed: u64,
    /// Key words of each corpus that are shown
    #[arg(long, value_name = "N", default_value_t = 15)]
    top: usize,
    /// Write everything as JSON, with every key word
    #[arg(long, conflicts_with = "html")]
    json: bool,
    /// Write a self-contained HTML page
    #[arg(long)]
    html: bool,
    /// Where to write; an ending .html says the format, else it is JSON; - for standard output
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  connote compare daily.jsonl evening.jsonl.gz --title headline
  connote compare before/ after/ -o comparison.json
  connote compare daily.jsonl evening.jsonl -o comparison.html

An interval that does not hold 0 is marked with a star. The effect is Cliff's delta: 1 where every text of FIRST lies
above every text of SECOND, -1 where it lies below, 0 where neither does so oftener.";

pub(super) fn run(arguments: &Arguments) -> Result<(), Error> {
    let analyzer = lexicon::analyzer(arguments.language, &arguments.lexicons, false)?;
    let ending = arguments.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
    let is_html = arguments.html || !arguments.json && matches!(ending, Some("html" | "htm"));
    let is_said = arguments.json || arguments.html;
    let output = arguments.output.as_deref().or(is_said.then_some(Path::new("-"))).map(Target::create).transpose()?;
    let sample = |input: &Path| sample(&analyzer, &Corpus::of(input, &arguments.text, arguments.title.as_deref()));
    let (first, second) = (sample(&arguments.first)?, sample(&arguments.second)?);
    let Arguments { resamples, confidence, seed, .. } = *arguments;
    let comparison = compare(&first, &second, Resampling { resamples, confidence, seed })?;
    if let Some(mut target) = output {
        if is_html {
            let names = [&arguments.first, &arguments.second].map(|path| name(path));
            let page = html::comparison(&comparison, [&names[0], &names[1]]);
            target.write_all(page.as_bytes()).map_err(|error| target.failed(error))?;
            return target.finish();
        }
        let written = serde_json::to_writer_pretty(&mut target, &comparison).map_err(Into::into);
        written.map_err(|error| target.failed(error))?;
        return target.finish();
    }
    show(&comparison, arguments);
    Ok(())
}

/// The name of a corpus: that of its file or folder, without what tells the format.
fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    name.split('.').next().filter(|stem| !stem.is_empty()).unwrap_or(&name).to_owned()
}

/// Analyses the articles of one corpus.
fn sample(analyzer: &Analyzer, corpus: &Corpus) -> Result<CorpusSample, Error> {
    let mut sample = CorpusSample::new(analyzer)?;
    corpus.each_block(None, |block| {
        let documents = arrow::documents(block.titles.as_deref(), &block.texts)?;
        sample.add_each(documents.len(), |at| {
            let (title, text) = documents[at];
            if title.is_empty() { analyzer.analyze(text) } else { analyzer.analyze_titled(title, text) }
        })
    })?;
    Ok(sample)
}

const BOLD: Style = Style::new().bold();
/// Key words that are shown: at most this share of them is there by chance.
const MOST_FALSE: f64 = 0.05;
/// Columns of the numbers of a row without its interval, and of the interval.
const NUMBERS: usize = 35;
const INTERVAL: usize = 17;
/// Narrower terminals have no room for intervals beside the names: there the star alone says it.
const ROOM: usize = 80;

fn show(comparison: &Comparison<'_>, arguments: &Arguments) {
    for (name, path, side) in [("FIRST", &arguments.first, 0), ("SECOND", &arguments.second, 1)] {
        let texts = plain::counted(comparison.texts[side] as u64, "text");
        let words = plain::counted(comparison.words[side], "word");
        anstream::println!("{BOLD}{name:<6}{BOLD:#} {}: {texts}, {words}", path.display());
    }
    let is_rate = |row: &&ComparedMeasure| row.measure.is_rate();
    let (rates, means): (Vec<_>, Vec<_>) = comparison.measures.iter().partition(is_rate);
    for (title, rows) in [("Means over texts", means), ("Loaded words per 1,000", rates)] {
        let interval = if width() < ROOM { 0 } else { INTERVAL };
        let name = width() - NUMBERS - interval;
        let difference = if interval == 0 { "diff." } else { "difference, interval" };
        let heads = [("FIRST", 9), ("SECOND", 9), (difference, 10 + interval), ("effect", 7)];
        let heads = heads.map(|(head, width)| format!("{head:>width$}")).concat();
        anstream::println!("\n{BOLD}{}{heads}{BOLD:#}", padded(title, name));
        for row in rows.into_iter().filter(|row| row.difference.is_some_and(|difference| difference != 0.0)) {
            let label = row.measure.name.trim_start_matches("loaded_").replace('_', " ");
            anstream::println!("{}{}", padded(&label, name), numbers(row, interval));
        }
    }
    let sure = || comparison.key_words.iter().filter(|row| row.q <= MOST_FALSE);
    key_words("FIRST", 1, sure(), arguments.top);
    key_words("SECOND", -1, sure().rev(), arguments.top);
}

/// The surest key words of one corpus.
fn key_words<'r>(side: &str, sign: i8, rows: impl Iterator<Item = &'r KeyWord<'r>>, top: usize) {
    anstream::println!("\n{BOLD}Key words of {side}{BOLD:#} (G2; how many times as frequent)");
    let mut rows = rows.filter(|row| row.sign == sign).take(top).peekable();
    if rows.peek().is_none() {
        anstream::println!("  none that is surer than chance");
    }
    for row in rows {
        let times = plain::number(row.log_ratio.map(|ratio| (f64::from(sign) * ratio).exp2()), 1);
        anstream::println!("  {} {:>9} {times:>9}", padded(row.word, 24), plain::number(Some(row.g2), 1));
    }
}

/// The numbers of a row, the interval in so many columns, or none; a star where the interval does not hold 0.
fn numbers(row: &ComparedMeasure, columns: usize) -> String {
    // As many digits as there is room for.
    let largest = row.values.iter().flatten().fold(0.0_f64, |largest, value| largest.max(value.abs()));
    let places = match largest {
        ..1.0 => 3,
        ..100.0 => 2,
        _ => 1,
    };
    let number = |value| plain::number(value, places);
    let ends = |[low, high]: [f64; 2]| format!("[{}, {}]", number(Some(low)), number(Some(high)));
    let interval = row.interval.filter(|_| columns > 0).map_or_else(String::new, ends);
    let star = if row.is_sure() { '*' } else { ' ' };
    let [first, second] = row.values.map(number);
    let (difference, effect) = (number(row.difference), plain::number(row.effect, 2));
    format!("{first:>9}{second:>9}{difference:>9}{star}{interval:>columns$}{effect:>7}")
}
