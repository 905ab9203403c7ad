//! `connote score`: a corpus in, a table of numbers out, one row per article.
//!
//! Reading, scoring and writing go on at once: blocks of rows pass from the reader through all cores to the writer, a
//! few at a time, in the order of the input.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Instant;

use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use clap::Args;
use flate2::Crc;
use indicatif::ProgressBar;

use super::corpus::{Corpus, WAITING, panicked, progress};
use super::input::Source;
use super::output::{Mark, Table, Task};
use super::rows::{Block, Fields, Reader};
use super::{columns, lexicon};
use crate::analyzer::Analyzer;
use crate::columns::{Column, columns_for};
use crate::error::Error;
use crate::language::Language;
use crate::{arrow, plain};

/// Score a corpus: one row of numbers per article
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    scoring: FileScoring,
    /// Language of the articles: code or English name
    #[arg(long, value_name = "CODE", default_value = "en")]
    language: Language,
    /// A lexicon of your own: loaded terms, or a dictionary, whose columns come last; may be given more than once
    #[arg(long = "lexicon", value_name = "FILE")]
    lexicons: Vec<PathBuf>,
}

/// Which articles are scored, and how the table of them is written: see [`score_file`].
#[derive(Debug, Clone, Args)]
pub struct FileScoring {
    /// The articles.
    #[command(flatten)]
    pub corpus: Corpus,
    /// The table to write: .parquet, .jsonl or .csv (the last two also .gz or .zst), or - for JSONL on standard output
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// Fields to pass through, by commas [default: id, where there is one; the path (`file`) of .txt files]
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    pub id: Vec<String>,
    /// Columns to compute, by commas [default: all; `connote columns` lists them, those of another --language too]
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// Go on where a run stopped that was to write the same table; the output is that of one run
    #[arg(long)]
    pub resume: bool,
}

const EXAMPLES: &str = "\
Examples:
  connote score news.jsonl.gz -o scores.parquet --text body --title headline --id id,outlet
  connote score part-*.csv -o scores.csv --columns words,flesch_kincaid_grade,loaded_per_1000
  connote score artikel.jsonl -o scores.csv --language de
  connote score articles/ -o scores.csv          a folder of .txt files
  connote score news.jsonl -o scores.csv --lexicon LIWC.dic --lexicon house.tsv
  zcat news.jsonl.gz | connote score - -o - | head

Rows keep the order of the input. A null text gives a row of nulls. The output is written as OUT.part and takes its
name when it is complete; what was stopped goes on with --resume, to the same bytes. Fields are passed through exactly as they are, also where a spreadsheet would take text
that begins with = + - or @ for a formula: import such a CSV as text.";

pub(super) fn run(arguments: &Arguments) -> Result<(), Error> {
    let began = Instant::now();
    let analyzer = lexicon::analyzer(arguments.language, &arguments.lexicons, false)?;
    let scoring = &arguments.scoring;
    let inputs = scoring.corpus.sources()?;
    let bar = progress(&inputs);
    let done = scoring.corpus.pool()?.install(|| score(&analyzer, scoring, &inputs, &bar, &|| true));
    bar.finish_and_clear();
    let Scored { rows, rejected } = done.map_err(|Failed { error, safe }| {
        if safe.rows > 0 {
            anstream::eprintln!("{} are safe; --resume goes on from there", plain::counted(safe.rows, "article"));
        }
        error
    })?;
    let time = began.elapsed();
    let rate = plain::count(rows * 1000 / u64::try_from(time.as_millis()).unwrap_or(u64::MAX).max(1));
    let (articles, seconds) = (plain::counted(rows, "article"), time.as_secs_f64());
    anstream::eprintln!("{articles} in {seconds:.1} s ({rate} a second) to {}", scoring.output.display());
    scoring.corpus.tell_rejects(rejected, Some(&scoring.output))
}

/// What a table of scores holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scored {
    /// How many articles.
    pub rows: u64,
    /// How many rows of the input could not be read.
    pub rejected: u64,
}

/// An error, and what was safe on the disk by then.
struct Failed {
    error: Error,
    safe: Mark,
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self { error, safe: Mark::default() }
    }
}

/// Scores a corpus into a file, as `connote score` does, on all cores of the current rayon pool; asks before each article
/// whether to go on.
///
/// # Errors
/// [`Error::Io`] for a file that cannot be read or written; [`Error::Input`] for a row or an option that is wrong;
/// [`Error::Stopped`] after the answer no. What is done by then can be resumed.
pub fn score_file(
    analyzer: &Analyzer,
    scoring: &FileScoring,
    go_on: &(dyn Fn() -> bool + Sync),
) -> Result<Scored, Error> {
    let inputs = scoring.corpus.sources()?;
    score(analyzer, scoring, &inputs, &ProgressBar::hidden(), go_on).map_err(|failed| failed.error)
}

fn score(
    analyzer: &Analyzer,
    scoring: &FileScoring,
    inputs: &[Source],
    bar: &ProgressBar,
    go_on: &(dyn Fn() -> bool + Sync),
) -> Result<Scored, Failed> {
    let columns = columns_for(analyzer)?;
    let columns = columns::named(&columns, &scoring.columns, analyzer.language())?;
    let fields = Fields {
        text: scoring.corpus.text.clone(),
        title: scoring.corpus.title.clone(),
        ids: Some(scoring.id.clone()).filter(|ids| !ids.is_empty()),
    };
    check_names(&fields, &columns)?;
    let mut rejects = scoring.corpus.rejects(Some(&scoring.output))?;
    let task = task(analyzer, &fields, &columns, inputs);
    let mut table = Table::with_journal(&scoring.output, &task, scoring.resume)?;
    let safe = table.safe();

    let (block_sender, blocks) = sync_channel(WAITING);
    let (batch_sender, batches) = sync_channel(WAITING);
    let mut reader = Reader { fields: &fields, rejects: &mut rejects, bar, blocks: block_sender };
    let done = thread::scope(|scope| {
        let read = scope.spawn(move || reader.read(inputs).map(|()| drop(reader)));
        let written = scope.spawn({
            let table = &mut table;
            move || write(table, batches, bar)
        });
        let mut scorer = Scorer { analyzer, columns: &columns, safe, done: Mark::default(), ids: None, go_on };
        let worked = scorer.score_all(blocks, &batch_sender);
        // The ends of the channels, dropped when a step ends, tell the others to stop.
        drop(batch_sender);
        let written = written.join().unwrap_or_else(|_| Err(panicked("writer")));
        let read = read.join().unwrap_or_else(|_| Err(panicked("reader")));
        // What failed last in the chain is the cause; the steps before it only found their successor gone.
        written.and(worked).and(read)?;
        scorer.end()
    });
    let done = done.map_err(|error| Failed { error, safe: table.safe() })?;
    let safe = table.safe();
    let finished = if done.blocks > safe.blocks { table.mark(done) } else { Ok(()) };
    finished.and_then(|()| table.finish()).map_err(|error| Failed { error, safe })?;
    Ok(Scored { rows: done.rows, rejected: rejects.finish()? })
}

/// What decides the bytes of the table.
fn task(analyzer: &Analyzer, fields: &Fields, columns: &[&Column], inputs: &[Source]) -> Task {
    let columns: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let mut facts = vec![
        ("the version of connote".to_owned(), env!("CARGO_PKG_VERSION").to_owned()),
        ("the language".to_owned(), analyzer.language().code().to_owned()),
        ("the field of the text".to_owned(), fields.text.clone()),
        ("the field of the title".to_owned(), fields.title.clone().unwrap_or_else(|| "none".to_owned())),
        (
            "the list of fields to pass through".to_owned(),
            fields.ids.as_ref().map_or("default".to_owned(), |ids| ids.join(",")),
        ),
        ("the list of columns".to_owned(), columns.join(",")),
    ];
    let lexicons = analyzer.lexicons().sources().iter();
    facts.extend(lexicons.map(|source| (format!("lexicon {}", source.name), source.sha256.clone())));
    facts.extend(inputs.iter().map(|input| (format!("input {}", input.name()), input.state())));
    Task(facts)
}

/// No two columns of the table may have one name.
fn check_names(fields: &Fields, columns: &[&Column]) -> Result<(), Error> {
    let ids = fields.ids.as_deref().unwrap_or_default();
    for (index, id) in ids.iter().enumerate() {
        if ids[..index].contains(id) {
            return Err(Error::input("--id", format!("{id:?} stands there twice")));
        }
        if columns.iter().any(|column| column.name == *id) {
            let reason = format!("{id:?} is the name of a score; rename the field, or name other --columns");
            return Err(Error::input("--id", reason));
        }
    }
    Ok(())
}

/// The step between reading and writing.
struct Scorer<'a> {
    analyzer: &'a Analyzer,
    columns: &'a [&'a Column],
    /// What was written before: it is read again, to see that it is the same, and passed over.
    safe: Mark,
    done: Mark,
    /// Names and types of the columns that are passed through.
    ids: Option<Vec<(String, DataType)>>,
    go_on: &'a (dyn Fn() -> bool + Sync),
}

impl Scorer<'_> {
    fn score_all(&mut self, blocks: Receiver<Block>, batches: &SyncSender<(RecordBatch, Mark)>) -> Result<(), Error> {
        let mut checksum = Crc::new();
        for block in blocks {
            self.check_ids(&block)?;
            for (title, text) in arrow::documents(block.titles.as_deref(), &block.texts)? {
                for part in [title, "\0", text, "\0"] {
                    checksum.update(part.as_bytes());
                }
            }
            self.done.blocks += 1;
            self.done.rows += block.texts.len() as u64;
            self.done.checksum = checksum.sum();
            if self.done.blocks <= self.safe.blocks {
                let Mark { blocks, rows, checksum, .. } = self.safe;
                if self.done.blocks == blocks && (self.done.rows, self.done.checksum) != (rows, checksum) {
                    return Err(changed());
                }
                continue;
            }
            let (titles, texts) = (block.titles.as_deref(), &block.texts);
            let scores = match titles {
                Some(titles) => arrow::score_titled_while(self.analyzer, titles, texts, self.columns, self.go_on),
                None => arrow::score_while(self.analyzer, texts, self.columns, self.go_on),
            }?;
            if batches.send((with_ids(block, &scores)?, self.done)).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Every block passes through what the first does.
    fn check_ids(&mut self, block: &Block) -> Result<(), Error> {
        let ids: Vec<_> = block.ids.iter().map(|(name, ids)| (name.clone(), ids.data_type().clone())).collect();
        if *self.ids.get_or_insert_with(|| ids.clone()) == ids {
            return Ok(());
        }
        Err(Error::input("--id", "the inputs give the fields to pass through different types; score them one by one"))
    }

    /// What was done at the end of the input.
    fn end(self) -> Result<Mark, Error> {
        if self.done.blocks < self.safe.blocks { Err(changed()) } else { Ok(self.done) }
    }
}

fn changed() -> Error {
    Error::input("--resume", "the articles are not those of the unfinished table; without --resume it begins anew")
}

/// The columns that are passed through, then the scores.
fn with_ids(block: Block, scores: &RecordBatch) -> Result<RecordBatch, Error> {
    let mut fields = Vec::new();
    let mut arrays = Vec::new();
    for (name, array) in block.ids {
        fields.push(Arc::new(Field::new(name, array.data_type().clone(), true)));
        arrays.push(array);
    }
    fields.extend(scores.schema_ref().fields().iter().cloned());
    arrays.extend(scores.columns().iter().cloned());
    let schema = Arc::new(Schema::new(fields));
    RecordBatch::try_new(schema, arrays).map_err(|error| Error::input("table of scores", error.to_string()))
}

/// Blocks of a stretch of the table, after which it is safe on the disk: some seconds of work, and the rows that a row group
/// of Parquet has.
const STRETCH: u64 = 32;

fn write(table: &mut Table, scored: Receiver<(RecordBatch, Mark)>, bar: &ProgressBar) -> Result<(), Error> {
    for (batch, done) in scored {
        table.write(&batch)?;
        if done.blocks.is_multiple_of(STRETCH) {
            table.mark(done)?;
        }
        bar.set_message(plain::counted(done.rows, "article"));
    }
    Ok(())
}
