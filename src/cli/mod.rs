//! The command line: `connote report`, `connote score`, `connote words`, `connote compare`, `connote lint`,
//! `connote columns`, `connote lexicon`, `connote completions`, `connote man`.
//!
//! The same in the program and in the Python package.

mod columns;
mod compare;
mod corpus;
mod formats;
mod groups;
mod input;
mod lexicon;
mod lint;
mod output;
mod places;
mod prose;
mod report;
mod rows;
mod score;
mod shell;
mod terminal;
mod words;

use std::ffi::OsString;
use std::io::ErrorKind;

use clap::{Parser, Subcommand};

pub use corpus::{Corpus, OnError};
pub use score::{Scored, Scoring, score_file, score_groups};
pub use words::count_file;

use crate::error::Error;

/// Readability, word frequency, sentiment and loaded wording of articles.
#[derive(Debug, Parser)]
#[command(name = "connote", version, arg_required_else_help = true, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  connote report article.txt                     one article, in the terminal
  connote report article.txt -o article.html     the same as a page, loaded words marked
  connote score news.jsonl -o scores.parquet     a corpus, one row of numbers per article
  connote words news.jsonl                       the words of a corpus, by frequency
  connote compare left.jsonl right.jsonl         what sets two corpora apart, and how sure that is
  connote lint article.md                        every loaded word with its place, for editors and CI
  connote columns                                what the numbers are
  connote lexicon explain regime                 what the word lists know of a word";

#[derive(Debug, Subcommand)]
enum Command {
    Report(report::Arguments),
    Score(score::Arguments),
    Words(words::Arguments),
    Compare(compare::Arguments),
    Lint(lint::Arguments),
    Columns(columns::Arguments),
    Lexicon(lexicon::Arguments),
    Completions(shell::Completions),
    Man(shell::Manual),
}

/// Runs the command line; `args` begin with the name of the program. Returns the exit code: 0 done, 1 an error, which
/// was written to stderr, 2 arguments that cannot be understood. Rows and files that were skipped as asked for are no error. `lint` ends as linters do: 1 findings, 2 an error.
///
/// ```
/// let args = ["connote", "--version"].map(Into::into).to_vec();
/// assert_eq!(connote::cli::run(args), 0);
/// ```
pub fn run(args: Vec<OsString>) -> u8 {
    let arguments = match Arguments::try_parse_from(args) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Nobody is left to hear of it when this cannot be written.
            let _ = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let done = match arguments.command {
        Command::Report(arguments) => report::run(&arguments),
        Command::Score(arguments) => score::run(&arguments),
        Command::Words(arguments) => words::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Lint(arguments) => return lint::run(&arguments),
        Command::Columns(arguments) => columns::run(&arguments),
        Command::Completions(arguments) => shell::complete(&arguments),
        Command::Man(arguments) => shell::write_manual(&arguments),
        Command::Lexicon(arguments) => return lexicon::run(&arguments).unwrap_or_else(|error| failed(&error)),
    };
    done.map_or_else(|error| failed(&error), |()| 0)
}

/// Writes an error to stderr and gives the exit code.
fn failed(error: &Error) -> u8 {
    match error {
        // The reader of a pipe has seen enough.
        Error::Io { source, .. } if source.kind() == ErrorKind::BrokenPipe => 0,
        error => {
            let style = anstyle::AnsiColor::Red.on_default().bold();
            // Names of files and of fields are no commands to a terminal.
            let shown = error.to_string().replace(|c: char| c.is_control() && c != '\n', "\u{FFFD}");
            anstream::eprintln!("{style}error:{style:#} {shown}");
            1
        }
    }
}
