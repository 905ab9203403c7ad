//! `connote score`: a corpus in, a table of numbers out, one row per article.
//!
//! Reading, scoring and writing go on at once: blocks of rows pass from the reader through all cores to the writer, a
//! few at a time, in the order of the input.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
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
use super::formats::{Format, format_of};
use super::groups::Groups;
use super::input::Source;
use super::output::{Mark, Table, Task};
use super::rows::{Block, Fields, Reader, Rejects};
use super::{columns, lexicon};
use crate::analyzer::Analyzer;
use crate::columns::{Column, columns_for};
use crate::error::Error;
use crate::language::Language;
use crate::{arrow, plain};

/// Score a corpus: one row of numbers per article, or per group of articles
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    scoring: Scoring,
    /// The table to write: .parquet, .jsonl or .csv (the last two also .gz or .zst), or - for JSONL on standard output
    #[arg(short, long, value_name = "OUT", required_unless_present = "group_by")]
    output: Option<PathBuf>,
    /// Fields to pass through, by commas [default: id, where there is one: the address of a page of .warc; the path (`file`)
    /// of .txt and .html]
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    id: Vec<String>,
    /// Fields that say the group of an article, by commas: one row per group, with sums of counts, and mean and standard
    /// deviation of numbers; without OUT for reading
    #[arg(long, value_name = "FIELD", value_delimiter = ',', conflicts_with_all = ["id", "resume"])]
    group_by: Vec<String>,
    /// Go on where a run stopped that was to write the same table; the output is that of one run
    #[arg(long)]
    resume: bool,
    /// Language of the articles: code or English name
    #[arg(long, value_name = "CODE", default_value = "en")]
    language: Language,
    /// A lexicon of your own: loaded terms, or a dictionary, whose columns come last; may be given more than once
    #[arg(long = "lexicon", value_name = "FILE")]
    lexicons: Vec<PathBuf>,
}

/// Which articles are scored, and by what.
#[derive(Debug, Clone, Args)]
pub struct Scoring {
    /// The articles.
    #[command(flatten)]
    pub corpus: Corpus,
    /// Columns to compute, by commas [default: all but lists; `connote columns` lists them, those of another --language
    /// too]
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub columns: Vec<String>,
}

const EXAMPLES: &str = "\
Examples:
  connote score news.jsonl.gz -o scores.parquet --text body --title headline --id id,outlet
  connote score part-*.csv -o scores.csv --columns words,flesch_kincaid_grade,loaded_per_1000
  connote score news.jsonl -o hits.parquet --columns words,hit_list,quotation_list
  connote score artikel.jsonl -o scores.csv --language de
  connote score news.jsonl --group-by outlet --columns words,flesch_kincaid_grade,loaded_per_1000
  connote score articles/ -o scores.csv          a folder of .txt and .html
  connote score news.jsonl -o scores.csv --lexicon LIWC.dic --lexicon house.tsv
  zcat news.jsonl.gz | connote score - -o - | head

Rows keep the order of the input. A null text gives a row of nulls. The output is written as OUT.part and takes its
name when it is complete; what was stopped goes on with --resume, to the same bytes. Fields are passed through exactly as they are, also where a spreadsheet would take text
that begins with = + - or @ for a formula: import such a CSV as text.";

pub(super) fn run(arguments: &Arguments) -> Result<(), Error> {
    let began = Instant::now();
    let analyzer = lexicon::analyzer(arguments.language, &arguments.lexicons, false)?;
    let Arguments { scoring, output, id, group_by, resume, .. } = arguments;
    let inputs = scoring.corpus.sources()?;
    let bar = progress(&inputs);
    let run = Run { analyzer: &analyzer, scoring, inputs: &inputs, bar: &bar, go_on: &|| true };
    let pool = scoring.corpus.pool()?;
    let scored = pool.install(|| match output {
        Some(output) if group_by.is_empty() => run.to_file(output, id, *resume),
        _ => Ok(run.write_groups(group_by, output.as_deref())?),
    });
    bar.finish_and_clear();
    let Scored { rows, rejected } = scored.map_err(|Failed { error, safe }| {
        if safe.rows > 0 {
            anstream::eprintln!("{} are safe; --resume goes on from there", plain::counted(safe.rows, "article"));
        }
        error
    })?;
    let time = began.elapsed();
    let rate = plain::count(rows * 1000 / u64::try_from(time.as_millis()).unwrap_or(u64::MAX).max(1));
    let (articles, seconds) = (plain::counted(rows, "article"), time.as_secs_f64());
    let place = output.as_ref().map_or_else(String::new, |output| format!(" to {}", output.display()));
    anstream::eprintln!("{articles} in {seconds:.1} s ({rate} a second){place}");
    scoring.corpus.tell_rejects(rejected, output.as_deref())
}

/// What was scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scored {
    /// How many articles.
    pub rows: u64,
    /// How many rows and files of the input could not be read.
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
/// whether to go on. `ids` are the fields to pass through, none for the default. With `resume` it goes on where a run
/// stopped that was to write the same table.
///
/// # Errors
/// [`Error::Io`] for a file that cannot be read or written; [`Error::Input`] for a row or an option that is wrong;
/// [`Error::Stopped`] after the answer no. What was safe by then can be resumed.
pub fn score_file(
    analyzer: &Analyzer,
    scoring: &Scoring,
    output: &Path,
    ids: &[String],
    resume: bool,
    go_on: &(dyn Fn() -> bool + Sync),
) -> Result<Scored, Error> {
    let inputs = scoring.corpus.sources()?;
    let run = Run { analyzer, scoring, inputs: &inputs, bar: &ProgressBar::hidden(), go_on };
    run.to_file(output, ids, resume).map_err(|failed| failed.error)
}

/// Scores a corpus into a table of groups, as `connote score --group-by` does: one row for each combination of values of the
/// fields `by`, in the order of their names, with the number of texts, the sums of counts, and mean and standard deviation
/// (`_mean`, `_sd`) of numbers.
///
/// # Errors
/// As [`score_file`].
pub fn score_groups(
    analyzer: &Analyzer,
    scoring: &Scoring,
    by: &[String],
    go_on: &(dyn Fn() -> bool + Sync),
) -> Result<RecordBatch, Error> {
    let inputs = scoring.corpus.sources()?;
    let run = Run { analyzer, scoring, inputs: &inputs, bar: &ProgressBar::hidden(), go_on };
    run.to_groups(by, None)?.1.table()
}

/// One pass over a corpus.
struct Run<'a> {
    analyzer: &'a Analyzer,
    scoring: &'a Scoring,
    inputs: &'a [Source],
    bar: &'a ProgressBar,
    go_on: &'a (dyn Fn() -> bool + Sync),
}

impl Run<'_> {
    /// One row per article, in a file.
    fn to_file(&self, output: &Path, ids: &[String], resume: bool) -> Result<Scored, Failed> {
        let columns = columns_for(self.analyzer)?;
        let columns = columns::named(&columns, &self.scoring.columns, self.analyzer.language())?;
        if matches!(format_of(output), Some((Format::Csv, _))) {
            columns::refuse_lists(&columns, "CSV has no place for it; write .parquet or .jsonl")?;
        }
        let fields = self.fields(ids, "--id", &columns)?;
        let mut rejects = self.scoring.corpus.rejects(Some(output))?;
        let task = task(self.analyzer, &fields, &columns, self.inputs);
        let mut table = Table::with_journal(output, &task, resume)?;
        let safe = table.safe();
        let done = self.score(&fields, &columns, safe, &mut rejects, |block, scores, done| {
            table.write(&self.signed(with_ids(block, &scores)?)?)?;
            if done.blocks.is_multiple_of(STRETCH) { table.mark(done) } else { Ok(()) }
        });
        let done = done.map_err(|error| Failed { error, safe: table.safe() })?;
        let safe = table.safe();
        let finished = if done.blocks > safe.blocks { table.mark(done) } else { Ok(()) };
        finished.and_then(|()| table.finish()).map_err(|error| Failed { error, safe })?;
        Ok(Scored { rows: done.rows, rejected: rejects.finish()? })
    }

    /// One row per group, in a file, or for reading.
    fn write_groups(&self, by: &[String], output: Option<&Path>) -> Result<Scored, Error> {
        let table = output.map(Table::create).transpose()?;
        let (scored, groups) = self.to_groups(by, output)?;
        self.bar.finish_and_clear();
        match table {
            None => groups.show()?,
            Some(mut table) => {
                table.write(&self.signed(groups.table()?)?)?;
                table.finish()?;
            }
        }
        Ok(scored)
    }

    /// One row per group; `output` is the file that they will be written to.
    fn to_groups(&self, by: &[String], output: Option<&Path>) -> Result<(Scored, Groups), Error> {
        let columns = columns_for(self.analyzer)?;
        let columns = columns::named(&columns, &self.scoring.columns, self.analyzer.language())?;
        columns::refuse_lists(&columns, "groups have sums and means of numbers only")?;
        let fields = self.fields(by, "--group-by", &columns)?;
        let mut rejects = self.scoring.corpus.rejects(output)?;
        let mut groups = Groups::default();
        let add = |block, scores, _| groups.add(&block, &scores);
        let done = self.score(&fields, &columns, Mark::default(), &mut rejects, add)?;
        Ok((Scored { rows: done.rows, rejected: rejects.finish()? }, groups))
    }

    /// A table that says what made its numbers: the version, the language and the lexicons with their hashes. Parquet keeps
    /// that as `connote` among its metadata.
    fn signed(&self, table: RecordBatch) -> Result<RecordBatch, Error> {
        let facts = serde_json::json!({
            "version": env!("CARGO_PKG_VERSION"),
            "language": self.analyzer.language().code(),
            "lexicons": self.analyzer.lexicons().sources(),
        });
        let metadata = HashMap::from([("connote".to_owned(), facts.to_string())]);
        let schema = table.schema_ref().as_ref().clone().with_metadata(metadata);
        table.with_schema(Arc::new(schema)).map_err(|error| Error::input("table of scores", error.to_string()))
    }

    /// The fields to read. No two columns of the table may have one name.
    fn fields(&self, ids: &[String], option: &str, columns: &[&Column]) -> Result<Fields, Error> {
        for (index, id) in ids.iter().enumerate() {
            if ids[..index].contains(id) {
                return Err(Error::input(option, format!("{id:?} stands there twice")));
            }
            if columns.iter().any(|column| column.name == *id) {
                let reason = format!("{id:?} is the name of a score; rename the field, or name other --columns");
                return Err(Error::input(option, reason));
            }
        }
        let Corpus { text, title, .. } = &self.scoring.corpus;
        let ids = Some(ids.to_vec()).filter(|ids| !ids.is_empty());
        Ok(Fields { text: text.clone(), title: title.clone(), ids })
    }

    /// Reads, scores and hands on, all at once, what is not yet `safe`; what was done at the end of the input.
    fn score(
        &self,
        fields: &Fields,
        columns: &[&Column],
        safe: Mark,
        rejects: &mut Rejects,
        mut take: impl FnMut(Block, RecordBatch, Mark) -> Result<(), Error> + Send,
    ) -> Result<Mark, Error> {
        let (block_sender, blocks) = sync_channel(WAITING);
        let (result_sender, results) = sync_channel(WAITING);
        let mut reader = Reader::new(fields, rejects, self.bar, block_sender);
        thread::scope(|scope| {
            let read = scope.spawn(move || reader.read(self.inputs).map(|()| drop(reader)));
            let taken = scope.spawn(move || {
                results.into_iter().try_for_each(|(block, scores, done): (Block, RecordBatch, Mark)| {
                    take(block, scores, done)?;
                    self.bar.set_message(plain::counted(done.rows, "article"));
                    Ok(())
                })
            });
            let mut scorer = Scorer { run: self, columns, safe, done: Mark::default(), ids: None };
            let worked = scorer.score_all(blocks, &result_sender);
            // The ends of the channels, dropped when a step ends, tell the others to stop.
            drop(result_sender);
            let taken = taken.join().unwrap_or_else(|_| Err(panicked("writer")));
            let read = read.join().unwrap_or_else(|_| Err(panicked("reader")));
            // What failed last in the chain is the cause; the steps before it only found their successor gone.
            taken.and(worked).and(read)?;
            scorer.end()
        })
    }
}

/// Blocks of a stretch of the table, after which it is safe on the disk: some seconds of work, and the rows that a row group
/// of Parquet has.
const STRETCH: u64 = 32;

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

/// The step between reading and writing.
struct Scorer<'a> {
    run: &'a Run<'a>,
    columns: &'a [&'a Column],
    /// What was written before: it is read again, to see that it is the same, and passed over.
    safe: Mark,
    done: Mark,
    /// Names and types of the columns that are passed through.
    ids: Option<Vec<(String, DataType)>>,
}

impl Scorer<'_> {
    fn score_all(
        &mut self,
        blocks: Receiver<Block>,
        results: &SyncSender<(Block, RecordBatch, Mark)>,
    ) -> Result<(), Error> {
        let Run { analyzer, go_on, .. } = *self.run;
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
            let scores = match &block.titles {
                Some(titles) => arrow::score_titled_while(analyzer, titles, &block.texts, self.columns, go_on),
                None => arrow::score_while(analyzer, &block.texts, self.columns, go_on),
            }?;
            if results.send((block, scores, self.done)).is_err() {
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
