//! What commands over a corpus share: which articles they read, and how.

use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::thread;
use std::time::Duration;

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::input::{Source, sources};
use super::output::Target;
use super::rows::{Block, Fields, Reader, Rejects};
use crate::error::Error;
use crate::plain;

/// Which articles a command reads, and what it does with those that cannot be read.
#[derive(Debug, Clone, Args)]
pub struct Corpus {
    /// Files (.jsonl, .csv, .warc, each also .gz or .zst; .parquet; .txt, .html), folders, patterns, or - for JSONL on
    /// standard input
    #[arg(required = true, value_name = "IN")]
    pub inputs: Vec<PathBuf>,
    /// Field of the article's text
    #[arg(long, value_name = "FIELD", default_value = "text")]
    pub text: String,
    /// Field of the title, if it stands apart from the text
    #[arg(long, value_name = "FIELD")]
    pub title: Option<String>,
    /// Cores to work on [default: all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub threads: Option<u16>,
    /// What to do with a row or a file that cannot be read
    #[arg(long, value_enum, default_value_t = OnError::Stop)]
    pub on_error: OnError,
    /// Where skipped rows go, as they were, each below a line with its place and what is wrong [default: OUT.rejects]
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
}

/// What to do with a row or a file that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OnError {
    /// Say which it is and stop
    Stop,
    /// Count it, write it to the rejects file, go on
    Skip,
}

/// Blocks that wait between two steps: enough that none of them idles, few enough for memory.
pub(super) const WAITING: usize = 2;

impl Corpus {
    /// One input, in which a row that cannot be read is an error.
    pub fn of(input: &Path, text: &str, title: Option<&str>) -> Self {
        Self {
            inputs: vec![input.to_owned()],
            text: text.to_owned(),
            title: title.map(str::to_owned),
            threads: None,
            on_error: OnError::Stop,
            rejects: None,
        }
    }

    /// Reads the titles and texts of the inputs, block by block, while `take` works on the block before; `written` is the
    /// file that the command writes.
    pub(super) fn each_block(
        &self,
        written: Option<&Path>,
        mut take: impl FnMut(&Block) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let fields = Fields { text: self.text.clone(), title: self.title.clone(), ids: Some(Vec::new()) };
        let inputs = self.sources()?;
        let mut rejects = self.rejects(written)?;
        let bar = progress(&inputs);
        let (sender, blocks) = sync_channel(WAITING);
        let mut reader = Reader::new(&fields, &mut rejects, &bar, sender);
        thread::scope(|scope| {
            let read = scope.spawn(move || reader.read(&inputs).map(|()| drop(reader)));
            // The channel ends with the loop, also early: the reader then stops.
            let taken = blocks.into_iter().try_for_each(|block| take(&block));
            let read = read.join().unwrap_or_else(|_| Err(panicked("reader")));
            taken.and(read)
        })?;
        bar.finish_and_clear();
        self.tell_rejects(rejects.finish()?, written)
    }

    /// The inputs, in order.
    pub(super) fn sources(&self) -> Result<Vec<Source>, Error> {
        let mut found = Vec::new();
        for input in &self.inputs {
            found.extend(sources(input)?);
        }
        Ok(found)
    }

    pub(super) fn pool(&self) -> Result<ThreadPool, Error> {
        let threads = self.threads.map_or(0, usize::from);
        let pool = ThreadPoolBuilder::new().num_threads(threads).build();
        pool.map_err(|error| Error::input("--threads", error.to_string()))
    }

    /// Where rows go that cannot be read; `output` is the file that the command writes, if it is one.
    pub(super) fn rejects(&self, output: Option<&Path>) -> Result<Rejects, Error> {
        let file = match (self.on_error, &self.rejects) {
            (OnError::Stop, None) => None,
            (OnError::Stop, Some(_)) => return Err(Error::input("--rejects", "belongs to --on-error skip")),
            (OnError::Skip, _) => Some(Target::create(&self.rejects_file(output)?)?),
        };
        Ok(Rejects { file, count: 0 })
    }

    fn rejects_file(&self, output: Option<&Path>) -> Result<PathBuf, Error> {
        match (&self.rejects, output) {
            (Some(path), _) => Ok(path.clone()),
            (None, Some(output)) if output.as_os_str() != "-" => {
                let mut path = output.as_os_str().to_owned();
                path.push(".rejects");
                Ok(path.into())
            }
            (None, _) => {
                Err(Error::input("--on-error skip", "needs --rejects FILE when the table goes to standard output"))
            }
        }
    }

    /// Says how many rows and files are in the rejects file.
    pub(super) fn tell_rejects(&self, count: u64, output: Option<&Path>) -> Result<(), Error> {
        if count > 0 {
            let (count, file) = (plain::count(count), self.rejects_file(output)?);
            anstream::eprintln!("{count} skipped, see {}", file.display());
        }
        Ok(())
    }
}

/// The error of a step whose thread was lost.
pub(super) fn panicked(which: &str) -> Error {
    Error::input(which, "stopped by an error in connote itself; please report it")
}

/// A bar on stderr where that is a terminal.
pub(super) fn progress(inputs: &[Source]) -> ProgressBar {
    if !stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let total: u64 = inputs.iter().map(|input| input.bytes).sum();
    let is_known = inputs.iter().all(|input| input.path.is_some());
    let (bar, template) = if is_known {
        let bar = ProgressBar::new(total);
        (bar, "{wide_bar:.cyan/dim} {percent:>3} %  {msg}  {binary_bytes_per_sec}  {eta} left")
    } else {
        (ProgressBar::new_spinner(), "{spinner:.cyan} {msg}  {elapsed}")
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
