//! `connote words`: a corpus in, a table of its words or n-grams out, in bounded memory.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::corpus::Corpus;
use super::output::{STDOUT, Table, Target};
use super::rows::Block;
use crate::arrow;
use crate::corpus::bounded::{BoundedCount, Counted};
use crate::corpus::saved::settings_of;
use crate::corpus::settings::{CasePolicy, NumberPolicy, StopWords, TableSettings, Voices};
use crate::corpus::table::{FrequencyTable, TableEntry, TableLimits, per_million, zipf};
use crate::error::Error;
use crate::language::Language;
use crate::plain;

/// Count the words or n-grams of a corpus, in as little memory as is said
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    corpus: Corpus,
    /// The table to write, the most frequent first: .parquet, .jsonl or .csv, or - for JSONL on standard output
    /// [default: the first 50 for reading]
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Save the whole table, to be merged or loaded later
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// The inputs are saved tables: merge them
    #[arg(long, conflicts_with_all = ["Settings", "text", "title", "on_error", "rejects"])]
    merge: bool,
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    limits: Limits,
    /// Megabytes that the counts may take; what does not fit goes to a temporary folder
    #[arg(long, value_name = "MB", default_value_t = 512, value_parser = clap::value_parser!(u32).range(1..))]
    memory: u32,
}

/// What is counted.
#[derive(Debug, Args)]
#[group(id = "Settings", multiple = true)]
struct Settings {
    /// Words of an n-gram, 1 to 5
    #[arg(short, value_name = "N", default_value_t = 1)]
    n: u8,
    /// Words that an n-gram may leave out between its own, up to 10
    #[arg(long, value_name = "WORDS", default_value_t = 0)]
    skip: u8,
    /// Let n-grams reach from a sentence into the next
    #[arg(long)]
    across_sentences: bool,
    /// Code or English name of the language
    #[arg(long, default_value = "en")]
    language: Language,
    /// fold, or `keep_acronyms`: US is not us
    #[arg(long, value_name = "POLICY", default_value = "fold")]
    case: CasePolicy,
    /// keep, join (all are one word, #) or drop
    #[arg(long, value_name = "POLICY", default_value = "keep")]
    numbers: NumberPolicy,
    /// Whose words: all, own (the writer's) or quoted
    #[arg(long, value_name = "VOICE", default_value = "all")]
    voices: Voices,
    /// Leave out the words of a file, one a line; without FILE the embedded function words
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true)]
    #[expect(clippy::option_option, reason = "no option, the option alone, with a file")]
    stop_words: Option<Option<PathBuf>>,
    /// Count words under their Snowball stems
    #[arg(long)]
    stem: bool,
}

/// What is written of the table; it is saved whole.
#[derive(Debug, Args)]
struct Limits {
    /// The first N entries only
    #[arg(long, value_name = "N")]
    top: Option<u64>,
    /// The fewest occurrences
    #[arg(long, value_name = "N", default_value_t = 1)]
    min_count: u64,
    /// The most occurrences
    #[arg(long, value_name = "N")]
    max_count: Option<u64>,
    /// The fewest documents
    #[arg(long, value_name = "N", default_value_t = 1)]
    min_documents: u64,
    /// The most documents
    #[arg(long, value_name = "N")]
    max_documents: Option<u64>,
}

const EXAMPLES: &str = "\
Examples:
  connote words news.jsonl.gz --text body --stop-words
  connote words articles/ -n 2 --min-count 5 -o pairs.csv
  connote words part-1.jsonl --save 1.freq       on one machine
  connote words part-2.jsonl --save 2.freq       on another
  connote words --merge 1.freq 2.freq --save all.freq -o all.parquet

A saved table has the same bytes whether it was counted at once or merged from parts, in any order.
The columns are key, count, documents, per_million and zipf (van Heuven et al. 2014).";

/// Entries of a batch that is written.
const BATCH: usize = 1 << 14;
/// Entries that are shown where no table is written.
const SHOWN: u64 = 50;

pub(super) fn run(arguments: &Arguments) -> Result<(), Error> {
    let began = Instant::now();
    let output = arguments.output.as_deref().map(Table::create).transpose()?;
    let save = arguments.save.as_deref().map(Target::create).transpose()?;
    let mut counted = if arguments.merge {
        merge(arguments)?
    } else {
        let written = arguments.output.as_deref().or(arguments.save.as_deref());
        let (settings, pool) = (arguments.settings.read()?, arguments.corpus.pool()?);
        pool.install(|| count(&arguments.corpus, written, settings, memory(arguments), &|| true))?
    };
    let seconds = began.elapsed().as_secs_f64();
    if let Some(mut target) = save {
        let written = counted.write_to(&mut target).map(drop);
        written.map_err(|error| target.failed(error))?;
        target.finish()?;
    }
    match output {
        Some(table) => write(table, &mut counted, &arguments.limits)?,
        None if arguments.save.is_none() => show(&mut counted, &arguments.limits)?,
        None => {}
    }
    let (tokens, documents) = (plain::count(counted.tokens()), plain::counted(counted.documents(), "document"));
    anstream::eprintln!("{}: {tokens} in {documents}, {seconds:.1} s", counted.settings());
    Ok(())
}

fn memory(arguments: &Arguments) -> usize {
    usize::try_from(arguments.memory).unwrap_or(usize::MAX).saturating_mul(1 << 20)
}

/// Counts the articles of the inputs in the current pool; `written` is the file that the command writes.
fn count(
    corpus: &Corpus,
    written: Option<&Path>,
    settings: TableSettings,
    memory: usize,
    go_on: &(dyn Fn() -> bool + Sync),
) -> Result<Counted, Error> {
    let count = BoundedCount::new(settings, memory)?;
    corpus.each_block(written, |block| add(&count, block, go_on))?;
    count.finish()
}

/// Counts the articles of an input that `connote words` reads (a file, a folder or a pattern) in memory, on all cores of
/// the current rayon pool; asks before each article whether to go on.
///
/// # Errors
/// [`Error::Io`] for a file that cannot be read; [`Error::Input`] for a row that is wrong, with file and line;
/// [`Error::Stopped`] after the answer no.
pub fn count_file(
    path: &Path,
    text: &str,
    title: Option<&str>,
    settings: TableSettings,
    go_on: &(dyn Fn() -> bool + Sync),
) -> Result<FrequencyTable, Error> {
    count(&Corpus::of(path, text, title), None, settings, usize::MAX, go_on)?.into_table()
}

fn add(count: &BoundedCount, block: &Block, go_on: &(dyn Fn() -> bool + Sync)) -> Result<(), Error> {
    let documents = arrow::documents(block.titles.as_deref(), &block.texts)?;
    count.add_each(documents.len(), |table, at| {
        let (title, text) = documents[at];
        if go_on() { table.add_titled(title, text) } else { Err(Error::Stopped) }
    })
}

/// Merges saved tables.
fn merge(arguments: &Arguments) -> Result<Counted, Error> {
    let inputs = &arguments.corpus.inputs;
    let first = inputs.first().ok_or_else(|| Error::input("IN", "a saved table belongs here"))?;
    let count = BoundedCount::new(settings_of(first)?, memory(arguments))?;
    inputs.iter().try_for_each(|input| count.add_saved(input))?;
    count.finish()
}

impl Settings {
    fn read(&self) -> Result<TableSettings, Error> {
        let stop_words = match &self.stop_words {
            None => None,
            Some(None) => Some(StopWords::of(self.language)?),
            Some(Some(file)) => Some(read_stop_words(file)?),
        };
        let mut settings = TableSettings::default();
        (settings.n, settings.skip, settings.across_sentences) = (self.n, self.skip, self.across_sentences);
        (settings.language, settings.voices, settings.stem) = (self.language, self.voices, self.stem);
        (settings.case, settings.numbers, settings.stop_words) = (self.case, self.numbers, stop_words);
        Ok(settings)
    }
}

fn read_stop_words(file: &Path) -> Result<StopWords, Error> {
    let text = fs::read_to_string(file).map_err(|error| Error::io(file, error))?;
    let words = text.trim_start_matches('\u{FEFF}').lines().map(str::trim);
    Ok(StopWords::from_words(words.filter(|word| !word.is_empty() && !word.starts_with('#'))))
}

/// Hands out what is to be written, and the largest number of it.
fn each(
    counted: &mut Counted,
    limits: &Limits,
    top: Option<u64>,
    mut take: impl FnMut(&TableEntry<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let &Limits { min_count, max_count, min_documents, max_documents, .. } = limits;
    let mut left = top.unwrap_or(u64::MAX);
    let admitted = TableLimits { min_count, max_count, min_documents, max_documents };
    counted.each(&admitted, |entry| {
        if left == 0 {
            return Ok(false);
        }
        left -= 1;
        take(entry).map(|()| left > 0)
    })
}

fn write(mut table: Table, counted: &mut Counted, limits: &Limits) -> Result<(), Error> {
    let tokens = counted.tokens();
    let mut part = FrequencyTable::new(counted.settings().clone())?;
    each(counted, limits, limits.top, |entry| {
        part.push(entry);
        if part.len() == BATCH {
            table.write(&arrow::entries(part.iter(), tokens)?)?;
            part.clear();
        }
        Ok(())
    })?;
    // An empty table has its columns, too.
    table.write(&arrow::entries(part.iter(), tokens)?)?;
    table.finish()
}

/// Writes the first entries for reading.
fn show(counted: &mut Counted, limits: &Limits) -> Result<(), Error> {
    let tokens = counted.tokens();
    let mut lines = vec![format!("{:>12} {:>10} {:>11} {:>5}\n", "count", "documents", "per million", "Zipf")];
    each(counted, limits, limits.top.or(Some(SHOWN)), |entry| {
        let (count, documents) = (plain::count(entry.count), plain::count(entry.documents));
        let per_million = plain::number(per_million(entry.count, tokens), 1);
        let zipf = plain::number(zipf(entry.count, tokens), 2);
        lines.push(format!("{count:>12} {documents:>10} {per_million:>11} {zipf:>5}  {}\n", entry.key));
        Ok(())
    })?;
    anstream::stdout().write_all(lines.concat().as_bytes()).map_err(|error| Error::io(STDOUT, error))
}
