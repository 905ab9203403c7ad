//! `connote lexicon`: word lists of your own, and what the lists know of a word.

use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use clap::{Args, Subcommand};

use super::output::STDOUT;
use super::terminal;
use crate::analyzer::Analyzer;
use crate::error::Error;
use crate::language::Language;
use crate::lexicon::{Explanation, Lexicon, Term, TermMatch, WordFacts};
use crate::plain;

/// Check and list lexicons, and explain what they know of a word
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  connote lexicon check house.tsv moods.dic      every error with its place; exit code 1 if there is one
  connote lexicon list --category hedge          the embedded loaded terms of a category
  connote lexicon list moods.yaml                the entries of a file
  connote lexicon explain \"so-called\" --lexicon house.tsv

A lexicon is a list of loaded terms (term, form, category, strength, neutral, pair, side, note; the category off takes a
term out), or a dictionary: words in categories, with weights, or both. Formats, by the ending: .tsv, .csv, .json, .yaml,
.yml, LIWC's .dic and .dicx. `abandon*` stands for every word that begins so, `*` in a phrase for any word, `...` for up
to four.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Check files: print every error with its place and what would be right
    Check {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// List the entries of a file, or the embedded loaded terms, as tab-separated values
    List {
        /// The file [default: the embedded loaded terms]
        file: Option<PathBuf>,
        /// Only the entries of a category
        #[arg(long)]
        category: Option<String>,
    },
    /// Explain a word or phrase: the entries that match it, what hides them, what other lists know
    Explain {
        /// The word or phrase
        term: String,
        /// A lexicon of your own; may be given more than once
        #[arg(long = "lexicon", value_name = "FILE")]
        lexicons: Vec<PathBuf>,
        /// Language of the texts: code or English name
        #[arg(long, value_name = "CODE", default_value = "en")]
        language: Language,
        /// Write JSON
        #[arg(long)]
        json: bool,
    },
}

/// Runs the command; the exit code.
pub(super) fn run(arguments: &Arguments) -> Result<u8, Error> {
    match &arguments.command {
        Command::Check { files } => check(files),
        Command::List { file, category } => list(file.as_deref(), category.as_deref()).and_then(|text| print(&text)),
        Command::Explain { term, lexicons, language, json } => {
            let explanation = analyzer(*language, lexicons, false)?.explain(term)?;
            if explanation.words.is_empty() {
                return Err(Error::input("TERM", format!("'{term}' holds no word")));
            }
            print(&if *json { to_json(&explanation)? } else { explained(&explanation) })
        }
    }
}

fn print(text: &str) -> Result<u8, Error> {
    anstream::stdout().write_all(text.as_bytes()).map_err(|error| Error::io(STDOUT, error))?;
    Ok(0)
}

/// An analyzer of texts in a language, with the lexicons of some files. What was left out of them is said on stderr.
pub(super) fn analyzer(language: Language, files: &[PathBuf], hits: bool) -> Result<Analyzer, Error> {
    let mut builder = Analyzer::builder().language(language).dictionary_hits(hits);
    for file in files {
        let lexicon = Lexicon::from_path(file)?;
        lexicon.warnings().iter().for_each(|warning| warn(warning));
        builder = builder.lexicon(lexicon);
    }
    builder.build()
}

fn warn(warning: &str) {
    let style = AnsiColor::Yellow.on_default().bold();
    anstream::eprintln!("{style}warning:{style:#} {warning}");
}

fn check(files: &[PathBuf]) -> Result<u8, Error> {
    let mut wrong = 0;
    for file in files {
        let errors = Lexicon::check(file)?;
        wrong += errors.len();
        if !errors.is_empty() {
            let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
            print(&(lines.join("\n") + "\n"))?;
            continue;
        }
        let lexicon = Lexicon::from_path(file)?;
        lexicon.warnings().iter().for_each(|warning| warn(warning));
        // A name that two categories share would show only in a table.
        crate::columns::columns_for(&Analyzer::builder().lexicon(lexicon.clone()).build()?)?;
        print(&format!("{}: {}\n", file.display(), size(&lexicon)))?;
    }
    if wrong > 0 {
        anstream::eprintln!("{}", plain::counted(wrong as u64, "error"));
    }
    Ok(u8::from(wrong > 0))
}

fn size(lexicon: &Lexicon) -> String {
    if !lexicon.is_dictionary() {
        let off = lexicon.off().len();
        let terms = plain::counted(lexicon.terms().len() as u64, "loaded term");
        return if off > 0 { format!("{terms}, {off} off") } else { terms };
    }
    let categories = lexicon.categories().len();
    let entries = if lexicon.len() == 1 { "entry" } else { "entries" };
    let categories = if categories == 1 { "1 category".to_owned() } else { format!("{categories} categories") };
    format!("{} {entries} in {categories}", plain::count(lexicon.len() as u64))
}

/// The entries as a table that can be read again.
fn list(file: Option<&Path>, category: Option<&str>) -> Result<String, Error> {
    let lexicon = file.map_or_else(Lexicon::embedded, Lexicon::from_path)?;
    let mut known: Vec<&str> = lexicon.categories().iter().map(String::as_str).collect();
    known.extend(lexicon.terms().iter().map(|term| term.category.name()));
    if !lexicon.off().is_empty() {
        known.push("off");
    }
    if let Some(name) = category.filter(|name| !known.contains(name)) {
        known.sort_unstable();
        known.dedup();
        return Err(Error::input("--category", format!("no entry has {name:?}; there are {}", known.join(", "))));
    }
    let is_asked = |name: &str| category.is_none_or(|asked| asked == name);
    let mut table = String::new();
    if lexicon.is_dictionary() {
        let weighted = lexicon.entries().any(|entry| entry.weight.is_some());
        table += if weighted { "term\tcategory\tweight\n" } else { "term\tcategory\n" };
        for entry in lexicon.entries().filter(|entry| is_asked(entry.category)) {
            table = table + entry.pattern + "\t" + entry.category;
            if weighted {
                table += &entry.weight.map_or_else(|| "\t-".to_owned(), |weight| format!("\t{weight}"));
            }
            table.push('\n');
        }
        return Ok(table);
    }
    table += "term\tform\tcategory\tstrength\tneutral\tpair\tside\tnote\n";
    for term in lexicon.terms().iter().filter(|term| is_asked(term.category.name())) {
        let Term { text, form, category, strength, neutral, pair, side, note, .. } = term;
        let cell = |cell: Option<&str>| cell.unwrap_or("-").to_owned();
        let cells = [
            text.clone(),
            form.name().to_owned(),
            category.name().to_owned(),
            strength.to_string(),
            cell(neutral.as_deref()),
            cell(pair.as_deref()),
            cell(side.map(crate::lexicon::Side::name)),
            cell(Some(note.as_str()).filter(|note| !note.is_empty())),
        ];
        table += &(cells.join("\t") + "\n");
    }
    for off in lexicon.off().iter().filter(|_| is_asked("off")) {
        let form = off.form.map_or("-", crate::lexicon::Form::name);
        let _ = writeln!(table, "{}\t{form}\toff\t-\t-\t-\t-\t-", off.text);
    }
    Ok(table)
}

fn to_json(explanation: &Explanation) -> Result<String, Error> {
    let json = serde_json::to_string(explanation);
    json.map(|json| json + "\n").map_err(|error| Error::input("explanation", error.to_string()))
}

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

fn explained(explanation: &Explanation) -> String {
    let Explanation { terms, off, longer, guards, verbs, entries, words } = explanation;
    let mut text = String::new();
    for (index, found) in terms.iter().enumerate() {
        let TermMatch { lexicon, term, forms, .. } = found;
        let shadow = if index > 0 || !off.is_empty() { " (does not count)" } else { "" };
        let category = plain::category(term.category);
        let dots = terminal::dots(term.strength);
        let _ = writeln!(text, "{BOLD}{}{BOLD:#} {dots} {category} {FAINT}{lexicon}{shadow}{FAINT:#}", term.text);
        let mut line = |name: &str, value: &str| {
            if !value.is_empty() {
                let _ = writeln!(text, "    {FAINT}{name:<8}{FAINT:#} {value}");
            }
        };
        line("neutral", term.neutral.as_deref().unwrap_or_default());
        line("note", &term.note);
        if let (Some(pair), Some(side)) = (&term.pair, term.side) {
            line("side", &format!("{} (of the pair {pair})", side.name()));
        }
        line("forms", &if forms.len() > 1 { forms.join(", ") } else { String::new() });
    }
    if terms.is_empty() {
        text += "no loaded term\n";
    }
    for (name, values) in [("taken out by", off), ("inside of", longer), ("guarded in", guards)] {
        if !values.is_empty() {
            let _ = writeln!(text, "{name}: {}", values.join(", "));
        }
    }
    for verb in verbs {
        let neutral = verb.neutral.as_ref().map_or_else(String::new, |neutral| format!(" → {neutral}"));
        let _ = writeln!(text, "reporting verb: {}, strength {}{neutral}", verb.verb, verb.strength);
    }
    for entry in entries {
        let weight = entry.weight.map_or_else(String::new, |weight| format!(", {weight}"));
        let _ = writeln!(text, "{}: {}{weight} ({})", entry.dictionary, entry.category, entry.pattern);
    }
    for facts in words {
        let WordFacts { word, syllables, dale_chall, spache, stop_word, valence, .. } = facts;
        let mut known = vec![plain::counted(u64::from(*syllables), "syllable")];
        if let Some(familiar) = dale_chall {
            known.push(format!("Dale-Chall {}", if *familiar { "familiar" } else { "unfamiliar" }));
        }
        if let Some(familiar) = spache {
            known.push(format!("Spache {}", if *familiar { "familiar" } else { "unfamiliar" }));
        }
        if *stop_word == Some(true) {
            known.push("stop word".to_owned());
        }
        known.push(valence.map_or_else(|| "no valence in VADER".to_owned(), |value| format!("VADER {value:+}")));
        let _ = writeln!(text, "{word}: {}", known.join(", "));
    }
    text
}
