//! `connote report`: one article.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::input::read_text;
use super::output::{STDOUT, Target};
use super::{lexicon, terminal};
use crate::error::Error;
use crate::html;
use crate::language::Language;
use crate::report::OffsetUnit;

/// Report on one article: in the terminal, as JSON or as a page
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The article: a text file in UTF-8, or - for standard input
    file: PathBuf,
    /// The title, if it does not stand in the file
    #[arg(long)]
    title: Option<String>,
    /// Language of the article: code or English name
    #[arg(long, value_name = "CODE", default_value = "en")]
    language: Language,
    /// A lexicon of your own: loaded terms, or a dictionary; may be given more than once
    #[arg(long = "lexicon", value_name = "FILE")]
    lexicons: Vec<PathBuf>,
    /// Keep every hit of the dictionaries with its place
    #[arg(long, requires = "lexicons")]
    hits: bool,
    /// Write JSON, with spans in code points
    #[arg(long, conflicts_with = "html")]
    json: bool,
    /// Write a self-contained HTML page
    #[arg(long)]
    html: bool,
    /// Where to write; an ending .json or .html says the format [default: standard output]
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  connote report article.txt
  connote report article.txt -o article.html
  connote report artikel.txt --language de
  connote report article.txt --lexicon moods.yaml --hits --json | jq .dictionaries.moods
  curl -s https://example.org/article.txt | connote report - --json | jq .loaded.per_1000

Places are line:column. Colours follow the terminal and NO_COLOR; the width is the terminal's, or COLUMNS.";

pub(super) fn run(arguments: &Arguments) -> Result<(), Error> {
    let text = read_text(&arguments.file)?;
    let analyzer = lexicon::analyzer(arguments.language, &arguments.lexicons, arguments.hits)?;
    let report = analyzer.analyze_titled(arguments.title.as_deref().unwrap_or_default(), &text)?;
    let ending = arguments.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
    let is_said = arguments.json || arguments.html;
    let text = if arguments.json || !is_said && ending == Some("json") {
        let json = report.to_json(OffsetUnit::CodePoint);
        json.map_err(|error| Error::input("report", error.to_string()))? + "\n"
    } else if arguments.html || matches!(ending, Some("html" | "htm")) {
        html::page(&report)
    } else {
        let text = terminal::render(&report, terminal::width());
        if arguments.output.is_none() {
            return anstream::stdout().write_all(text.as_bytes()).map_err(|error| Error::io(STDOUT, error));
        }
        anstream::adapter::strip_str(&text).to_string()
    };
    let mut target = Target::create(arguments.output.as_deref().unwrap_or(Path::new("-")))?;
    target.write_all(text.as_bytes()).map_err(|error| target.failed(error))?;
    target.finish()
}
