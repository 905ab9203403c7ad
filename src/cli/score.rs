//! `connote score`: a corpus in, a table of numbers out, one row per article.
//!
//! Reading, scoring and writing go on at once: blocks of rows pass from the reader through all cores to the writer, a
//! few at a time, in the order of the input.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use arrow_array::RecordBatch;
use arrow_schema::{Field, Schema};
use clap::Args;
use indicatif::ProgressBar;
use rayon::ThreadPool;

use super::corpus::{Corpus, WAITING, panicked, progress};
use super::output::Table;
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
    corpus: Corpus,
    /// The table to write: .parquet, .jsonl or .csv, or - for JSONL on standard output
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// Fields to pass through, by commas [default: id, where there is one; the path (`file`) of .txt files]
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    id: Vec<String>,
    /// Language of the articles: code or English name
    #[arg(long, value_name = "CODE", default_value = "en")]
    language: Language,
    /// Columns to compute, by commas [default: all; `connote columns` lists them, those of another --language too]
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    columns: Vec<String>,
    /// A lexicon of your own: loaded terms, or a dictionary, whose columns come last; may be given more than once
    #[arg(long = "lexicon", value_name = "FILE")]
    lexicons: Vec<PathBuf>,
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
name when it is complete. Fields are passed through exactly as they are, also where a spreadsheet would take text
that begins with = + - or @ for a formula: import such a CSV as text.";

pub(super) fn run(arguments: &Arguments) -> Result<(), Error> {
    let began = Instant::now();
    let analyzer = lexicon::analyzer(arguments.language, &arguments.lexicons, false)?;
    let columns = columns_for(&analyzer)?;
    let columns = columns::named(&columns, &arguments.columns, arguments.language)?;
    let fields = Fields {
        text: arguments.corpus.text.clone(),
        title: arguments.corpus.title.clone(),
        ids: Some(arguments.id.clone()).filter(|ids| !ids.is_empty()),
    };
    check_names(&fields, &columns)?;
    let inputs = arguments.corpus.sources()?;
    let mut rejects = arguments.corpus.rejects(Some(&arguments.output))?;
    let pool = arguments.corpus.pool()?;
    let mut table = Table::create(&arguments.output)?;
    let bar = progress(&inputs);

    let (block_sender, blocks) = sync_channel(WAITING);
    let (batch_sender, batches) = sync_channel(WAITING);
    let mut reader = Reader { fields: &fields, rejects: &mut rejects, bar: &bar, blocks: block_sender };
    let rows = thread::scope(|scope| {
        let read = scope.spawn(move || reader.read(&inputs).map(|()| drop(reader)));
        let written = scope.spawn({
            let (table, bar) = (&mut table, &bar);
            move || write(table, batches, bar)
        });
        let scored = score_all(&analyzer, &pool, &columns, blocks, &batch_sender);
        // The ends of the channels, dropped when a step ends, tell the others to stop.
        drop(batch_sender);
        let written = written.join().unwrap_or_else(|_| Err(panicked("writer")));
        let read = read.join().unwrap_or_else(|_| Err(panicked("reader")));
        // What failed last in the chain is the cause; the steps before it only found their successor gone.
        let rows = written?;
        scored?;
        read.map(|()| rows)
    })?;
    bar.finish_and_clear();

    table.finish()?;
    summary(arguments, rows, began.elapsed());
    arguments.corpus.finish_rejects(rejects, Some(&arguments.output))
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

fn score_all(
    analyzer: &Analyzer,
    pool: &ThreadPool,
    columns: &[&Column],
    blocks: Receiver<Block>,
    batches: &SyncSender<RecordBatch>,
) -> Result<(), Error> {
    for block in blocks {
        let scores = pool.install(|| match &block.titles {
            Some(titles) => arrow::score_titled(analyzer, titles, &block.texts, columns),
            None => arrow::score(analyzer, &block.texts, columns),
        })?;
        if batches.send(with_ids(block, &scores)?).is_err() {
            break;
        }
    }
    Ok(())
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

fn write(table: &mut Table, batches: Receiver<RecordBatch>, bar: &ProgressBar) -> Result<u64, Error> {
    let mut rows = 0;
    for batch in batches {
        table.write(&batch)?;
        rows += batch.num_rows() as u64;
        bar.set_message(plain::counted(rows, "article"));
    }
    Ok(rows)
}

/// One line on stderr: what was done.
fn summary(arguments: &Arguments, rows: u64, time: Duration) {
    let rate = plain::count(rows * 1000 / u64::try_from(time.as_millis()).unwrap_or(u64::MAX).max(1));
    let (articles, seconds) = (plain::counted(rows, "article"), time.as_secs_f64());
    anstream::eprintln!("{articles} in {seconds:.1} s ({rate} a second) to {}", arguments.output.display());
}
