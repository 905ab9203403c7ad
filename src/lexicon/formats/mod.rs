//! The formats of lexicon files, all read into the same entries. Every error of a file is found, not the first alone.

mod dic;
mod json;
mod tables;
mod trees;
mod yaml;

use std::collections::HashSet;
use std::fmt;
use std::path::Path;

use super::dictionary::{Dictionary, DictionaryBuilder};
use super::pattern::Unfit;
use super::term::{Fields, Form, Listed, Off, Term};
use crate::error::Error;

/// A format of lexicon files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LexiconFormat {
    /// Tab-separated: one entry a line, `# ` begins a comment, `-` is an empty cell.
    Tsv,
    /// Comma-separated (RFC 4180), its first line names the columns; also LIWC-22's `.dicx`.
    Csv,
    /// A list of entries, or categories with their words.
    Json,
    /// LIWC's dictionaries: numbered categories between two lines of `%`, then words with their numbers.
    Dic,
    /// A list of entries, or categories with their words as quanteda writes them.
    Yaml,
}

impl LexiconFormat {
    /// Every format with the endings of its files.
    const ENDINGS: [(Self, &[&str]); 5] = [
        (Self::Tsv, &["tsv"]),
        (Self::Csv, &["csv", "dicx"]),
        (Self::Json, &["json"]),
        (Self::Dic, &["dic"]),
        (Self::Yaml, &["yaml", "yml"]),
    ];

    /// Its name: that of the function which reads it, without `from_`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tsv => "tsv",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Dic => "dic",
            Self::Yaml => "yaml",
        }
    }

    /// The format of files whose name ends so.
    fn of_ending(ending: &str) -> Option<Self> {
        let known = |(_, endings): &&(Self, &[&str])| endings.iter().any(|known| known.eq_ignore_ascii_case(ending));
        Self::ENDINGS.iter().find(known).map(|&(format, _)| format)
    }

    /// The format that a path ends with.
    ///
    /// ```
    /// use connote::LexiconFormat;
    /// assert_eq!(LexiconFormat::of_path("lists/moods.yml")?, LexiconFormat::Yaml);
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Input`] with the known endings.
    pub fn of_path(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        Self::of_ending(ending).ok_or_else(|| {
            let known: Vec<String> =
                Self::ENDINGS.iter().flat_map(|(_, endings)| endings.iter().map(|known| format!(".{known}"))).collect();
            let reason = format!("the ending says the format of a lexicon: one of {}", known.join(", "));
            Error::input(path.display().to_string(), reason)
        })
    }
}

/// The name of a dictionary in reports: that of its file, without folder and ending.
pub(crate) fn label_of(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match file.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && LexiconFormat::of_ending(ending).is_some() => stem,
        _ => file,
    }
}

/// What a lexicon says: of loaded terms, or of words in categories.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content {
    Terms { terms: Vec<Term>, off: Vec<Off> },
    Dictionary(Dictionary),
}

/// A file that was read.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) content: Content,
    /// What was left out, and why.
    pub(crate) warnings: Vec<String>,
    pub(crate) errors: Vec<Error>,
}

/// Reads a lexicon; `name` stands in errors.
pub(crate) fn read(format: LexiconFormat, name: &str, content: &str) -> Read {
    let mut reader = Reader { name, ..Reader::default() };
    let content = content.strip_prefix('\u{FEFF}').unwrap_or(content);
    match format {
        LexiconFormat::Tsv => tables::read_tsv(&mut reader, content),
        LexiconFormat::Csv => tables::read_csv(&mut reader, content),
        LexiconFormat::Json => trees::read_json(&mut reader, content),
        LexiconFormat::Dic => dic::read(&mut reader, content),
        LexiconFormat::Yaml => trees::read_yaml(&mut reader, content),
    }
    reader.finish()
}

/// Where an entry stands.
#[derive(Debug, Clone, Copy)]
enum Place<'a> {
    Line(usize),
    /// In JSON: keys and numbers from the top.
    Path(&'a [Segment<'a>]),
}

#[derive(Debug, Clone, Copy)]
enum Segment<'a> {
    Key(&'a str),
    Index(usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, "line {line}"),
            Self::Path(path) => {
                f.write_str("$")?;
                path.iter().try_for_each(|segment| match segment {
                    Segment::Index(index) => write!(f, "[{index}]"),
                    Segment::Key(key) if key.chars().all(|c| c.is_alphanumeric() || c == '_') => write!(f, ".{key}"),
                    Segment::Key(key) => write!(f, "[{key:?}]"),
                })
            }
        }
    }
}

/// Gathers what a file says and what is wrong with it.
#[derive(Debug, Default)]
struct Reader<'n> {
    name: &'n str,
    listed: Vec<Listed>,
    seen: HashSet<(String, Option<Form>)>,
    dictionary: DictionaryBuilder,
    warnings: Vec<String>,
    errors: Vec<Error>,
}

impl Reader<'_> {
    fn error(&mut self, place: Place<'_>, reason: impl Into<String>) {
        self.errors.push(Error::lexicon_at(self.name, place.to_string(), reason));
    }

    /// Adds an entry of loaded terms.
    fn add_term(&mut self, place: Place<'_>, fields: &Fields<'_>) {
        let listed = match fields.entry() {
            Ok(listed) => listed,
            Err(reason) => return self.error(place, reason),
        };
        let (text, form) = listed.key();
        if !self.seen.insert((super::dictionary::normal(text), form)) {
            let form = fields.form.map_or_else(String::new, |form| format!(" ({form})"));
            let reason = format!("'{text}'{form} stands twice");
            return self.error(place, reason);
        }
        self.listed.push(listed);
    }

    /// Adds a pattern to a category of a dictionary.
    fn add_pattern(&mut self, place: Place<'_>, pattern: &str, category: u32, weight: Option<f64>) {
        match self.dictionary.add(pattern, category, weight) {
            Ok(()) => {}
            Err(Unfit::Wrong(reason)) => self.error(place, reason),
            Err(Unfit::Unreachable(reason)) => {
                self.warnings.push(format!("{}, {place}: {reason}; left out", self.name));
            }
        }
    }

    fn finish(self) -> Read {
        let content = if self.dictionary.is_empty() {
            let (mut terms, mut off) = (Vec::new(), Vec::new());
            for listed in self.listed {
                match listed {
                    Listed::Term(term) => terms.push(term),
                    Listed::Off(entry) => off.push(entry),
                }
            }
            Content::Terms { terms, off }
        } else {
            Content::Dictionary(self.dictionary.finish())
        };
        Read { content, warnings: self.warnings, errors: self.errors }
    }
}

/// A weight: a finite number.
fn weight(text: &str) -> Result<f64, String> {
    let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| format!("'{text}' where a number such as -1.5 belongs"))
}
