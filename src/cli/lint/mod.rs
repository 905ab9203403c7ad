//! `connote lint`: the loaded words of some files, each with its place, for editors, hooks and CI.

mod finding;
mod github;
mod json;
mod sarif;
mod text;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use self::finding::Finding;
use super::input::{STDIN, read_text};
use super::output::STDOUT;
use super::places::Places;
use super::prose::{Markup, Prose, WrongComment};
use super::{failed, lexicon};
use crate::analyzer::Analyzer;
use crate::error::Error;
use crate::language::Language;
use crate::lexicon::Category;
use crate::measures::loaded::{LoadedHit, Voice};
use crate::plain;

/// Find loaded words in files: each with its place, why it is loaded and what would be neutral
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The files: Markdown (.md, .markdown), HTML (.html, .htm, .xhtml) or plain text (any other), or - for standard
    /// input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The least strength: 1 mild, 2 clear, 3 strong [default: 2; 1 with --category]
    #[arg(long, value_name = "1|2|3", value_parser = clap::value_parser!(u8).range(1..=3))]
    strength: Option<u8>,
    /// Only this category; may be given more than once
    #[arg(long = "category", value_name = "NAME", value_parser = category)]
    categories: Vec<Category>,
    /// Find words in direct quotations, too, which the writer does not answer for
    #[arg(long)]
    quoted: bool,
    /// Language of the texts: code or English name
    #[arg(long, value_name = "CODE", default_value = "en")]
    language: Language,
    /// A lexicon of your own with loaded terms; may be given more than once
    #[arg(long = "lexicon", value_name = "FILE")]
    lexicons: Vec<PathBuf>,
    /// End with exit code 0 whatever is found
    #[arg(long)]
    exit_zero: bool,
    /// The name of what stands on standard input: for findings, and to tell Markdown and HTML by
    #[arg(long, value_name = "NAME")]
    stdin_name: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  connote lint article.md
  connote lint drafts/*.html --strength 3 --quoted
  connote lint article.txt --category weasel --category attribution
  connote lint news/*.md --format sarif > connote.sarif
  connote lint news/*.md --format github            annotations, in a workflow on GitHub

Places are line:column, columns in characters. In Markdown and HTML no code, address, navigation or
title of the page is read, block quotes are quotations, and <!-- connote: off --> passes over what
follows, up to <!-- connote: on -->. Hedges and scare quotes are of strength 1.

Exit code: 0 nothing found, 1 something found, 2 a file or an option that cannot be used.";

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One line each, for people
    Text,
    /// One document, for programs
    Json,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// Workflow commands of GitHub Actions: annotations at the line
    Github,
}

fn category(name: &str) -> Result<Category, String> {
    Category::from_name(name).ok_or_else(|| {
        let known = Category::ALL.map(Category::name).join(", ");
        format!("there is no such category; there are {known}")
    })
}

/// Exit codes.
const FOUND: u8 = 1;
const FAILED: u8 = 2;

/// Runs the command; the exit code.
pub(super) fn run(arguments: &Arguments) -> u8 {
    lint(arguments).unwrap_or_else(|error| fail(&error))
}

/// Says what went wrong; the exit code.
fn fail(error: &Error) -> u8 {
    if failed(error) == 0 { 0 } else { FAILED }
}

fn lint(arguments: &Arguments) -> Result<u8, Error> {
    let analyzer = lexicon::analyzer(arguments.language, &arguments.lexicons, false)?;
    if !analyzer.analyze("")?.has_terms() {
        let reason = format!("there are no loaded terms in {}; give some with --lexicon", arguments.language);
        return Err(Error::input("--language", reason));
    }
    let mut findings = Vec::new();
    let mut files = 0;
    let mut code = 0;
    for file in &arguments.files {
        match read(file, &analyzer, arguments) {
            Ok(found) => {
                findings.extend(found);
                files += 1;
            }
            // The other files are read all the same.
            Err(error) => code = fail(&error),
        }
    }
    let text = match arguments.format {
        Format::Text => text::render(&findings),
        Format::Json => json::render(&findings)?,
        Format::Sarif => sarif::render(&findings, code == 0)?,
        Format::Github => github::render(&findings),
    };
    anstream::stdout().write_all(text.as_bytes()).map_err(|error| Error::io(STDOUT, error))?;
    if matches!(arguments.format, Format::Text) && files > 0 {
        text::summary(&findings, files);
    }
    Ok(if code == 0 && !findings.is_empty() && !arguments.exit_zero { FOUND } else { code })
}

/// The findings of a file, in its order.
fn read(file: &Path, analyzer: &Analyzer, arguments: &Arguments) -> Result<Vec<Finding>, Error> {
    let named = match &arguments.stdin_name {
        Some(name) if file.as_os_str() == "-" => name,
        _ => file,
    };
    let name = if named.as_os_str() == "-" { STDIN.to_owned() } else { named.display().to_string() };
    let source = read_text(file)?;
    if u32::try_from(source.len()).is_err() {
        return Err(Error::TextTooLong { bytes: source.len() });
    }
    let places = Places::new(&source);
    let prose = Prose::read(&source, Markup::of(named))
        .map_err(|WrongComment { at, reason }| Error::input(format!("{name}:{}", places.of(at as u32)), reason))?;
    let report = analyzer.analyze(prose.text())?;
    let loaded = &report.loaded;
    let finding = |hit: &LoadedHit| {
        let voice = if prose.is_quoted(hit.span) { Voice::DirectQuote } else { hit.voice };
        let is_asked = is_asked(hit, arguments) && (arguments.quoted || voice.is_writers());
        (is_asked && !prose.is_silent(hit.span)).then(|| {
            let place = prose.place(hit.span);
            let (line, column) = places.line_column(place.start as u32);
            let (end_line, end_column) = places.line_column(place.end as u32);
            let note = loaded.note(hit).filter(|note| !note.is_empty());
            Finding {
                file: name.clone(),
                line,
                column,
                end_line,
                end_column,
                text: hit.span.of(report.text()).to_owned(),
                term: loaded.term(hit).map(str::to_owned),
                category: hit.category,
                strength: hit.strength,
                voice,
                speaker: report.speaker(hit).map(str::to_owned),
                negated: hit.negated,
                why: note.unwrap_or(plain::meaning(hit.category)).to_owned(),
                neutral: loaded.neutral(hit).map(str::to_owned),
            }
        })
    };
    Ok(loaded.hits().iter().filter_map(finding).collect())
}

/// Whether a hit is of a strength and category that is asked for.
fn is_asked(hit: &LoadedHit, arguments: &Arguments) -> bool {
    let Arguments { categories, strength, .. } = arguments;
    let least = strength.unwrap_or(if categories.is_empty() { 2 } else { 1 });
    hit.strength >= least && (categories.is_empty() || categories.contains(&hit.category))
}
