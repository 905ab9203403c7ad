//! `connote columns`: the table of columns.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::output::STDOUT;
use super::{lexicon, terminal};
use crate::columns::{Column, ColumnKind, columns_for, lists};
use crate::error::Error;
use crate::language::Language;

/// List the columns that `score` can write: name, type, unit, meaning; lists last, which it writes only where they are
/// named
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Language of the articles: code or English name
    #[arg(long, value_name = "CODE", default_value = "en")]
    language: Language,
    /// As tab-separated values, for programs
    #[arg(long)]
    tsv: bool,
    /// A lexicon of your own, whose columns are listed, too; may be given more than once
    #[arg(long = "lexicon", value_name = "FILE")]
    lexicons: Vec<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), Error> {
    let columns = columns_for(&lexicon::analyzer(arguments.language, &arguments.lexicons, false)?)?;
    let columns: Vec<&Column> = columns.iter().chain(lists()).collect();
    let text = if arguments.tsv { tsv(&columns) } else { table(&columns) };
    anstream::stdout().write_all(text.as_bytes()).map_err(|error| Error::io(STDOUT, error))
}

fn tsv(columns: &[&Column]) -> String {
    let mut text = "name\tkind\tunit\tmeaning\n".to_owned();
    for column in columns {
        let cells = [column.name.as_str(), column.kind.name(), column.unit, &column.meaning];
        text += &cells.join("\t");
        text.push('\n');
    }
    text
}

fn table(columns: &[&Column]) -> String {
    let bold = anstyle::Style::new().bold();
    let faint = anstyle::Style::new().dimmed();
    let width = terminal::width();
    let mut lines = Vec::new();
    for column in columns {
        lines.push(format!("{bold}{}{bold:#} {faint}{}, {}{faint:#}", column.name, column.kind.name(), column.unit));
        lines.extend(terminal::wrapped(&column.meaning, width - 4).iter().map(|line| format!("    {line}")));
    }
    lines.join("\n") + "\n"
}

/// The columns of these names, in the order asked for; all but lists without a name. Errors say which list of a language
/// to look at.
pub(super) fn named<'c>(columns: &'c [Column], names: &[String], language: Language) -> Result<Vec<&'c Column>, Error> {
    if names.is_empty() {
        return Ok(columns.iter().collect());
    }
    let mut chosen: Vec<&Column> = Vec::with_capacity(names.len());
    for name in names {
        if chosen.iter().any(|column| column.name == *name) {
            return Err(Error::input("--columns", format!("{name:?} stands there twice")));
        }
        let mut known = columns.iter().chain(lists());
        let column = known.find(|column| column.name == *name).ok_or_else(|| {
            let like: Vec<&str> = columns
                .iter()
                .chain(lists())
                .map(|column| column.name.as_str())
                .filter(|known| !name.is_empty() && (known.contains(name.as_str()) || name.contains(known)))
                .collect();
            let hint = if like.is_empty() { String::new() } else { format!("; like it: {}", like.join(", ")) };
            let list = match language {
                Language::English => "`connote columns`".to_owned(),
                _ => format!("`connote columns --language {}`", language.code()),
            };
            Error::input("--columns", format!("no column is named {name:?} ({list} lists all){hint}"))
        })?;
        chosen.push(column);
    }
    Ok(chosen)
}

/// An error where a list is among the columns.
pub(super) fn refuse_lists(columns: &[&Column], reason: &str) -> Result<(), Error> {
    let found = columns.iter().find(|column| matches!(column.kind, ColumnKind::List(_)));
    found.map_or(Ok(()), |list| Err(Error::input("--columns", format!("{:?} is a list: {reason}", list.name))))
}
