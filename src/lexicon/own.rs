//! The user's own lexicons.

use std::collections::HashSet;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::dictionary::{DictionaryEntry, normal};
use super::formats::{self, Content, LexiconFormat, label_of};
use super::term::{Off, Term};
use crate::error::Error;

/// A list of words of your own, in one of two kinds that its fields tell apart.
///
/// **Loaded terms** have the fields of the embedded ones: `term`, `form` (`fixed`, `noun`, `verb` or `adj`; fixed if it is
/// not said), `category`, `strength` (1 to 3) and, if you like, `neutral`, `pair`, `side`, `note`. They add to the
/// embedded terms and win over them; with the category `off` they take a term out, and what is inside it. A file is
/// of this kind if it has a field `form` or `strength`. Hits are in [`Report::loaded`](crate::Report::loaded).
///
/// **Dictionaries** have words in categories, with weights, or both: LIWC's `.dic`, quanteda's YAML, sentiment lists.
/// Each has its counts in [`Report::dictionaries`](crate::Report::dictionaries) and its columns in tables.
///
/// Entries of both kinds are words or phrases, whatever their case. `abandon*` stands for every word that begins so, `*`
/// alone in a phrase for any word, `...` between two words for up to four.
///
/// | format | loaded terms | dictionary |
/// |---|---|---|
/// | TSV, CSV | a first line with the names of the columns (TSV: or none, and all eight in the order above) | columns `term`, `category`, `weight`, or `term` and a column for each category with weights or `X`; without names, words and weights |
/// | JSON, YAML | a list of entries with the fields above | a list of entries with `term`, `category`, `weight`; or categories with their words: `{"good": ["kind", "fair*"]}`, `{"good": {"kind": 1.5}}`, in levels that are joined with full stops |
/// | `.dic` | – | LIWC's dictionaries |
///
/// ```
/// use connote::{Analyzer, Lexicon};
/// let house = Lexicon::from_tsv("house", "spin doctor\tnoun\tname_calling\t2\tadviser\t-\t-\ta jibe\n")?;
/// let moods = Lexicon::from_json("moods", r#"{"calm": ["quiet", "at ease"], "storm": {"rag*": 2, "furious": 3}}"#)?;
/// let analyzer = Analyzer::builder().lexicon(house).lexicon(moods).build()?;
/// let report = analyzer.analyze("The spin doctors raged. All was quiet.")?;
/// assert_eq!(report.loaded.hits().len(), 1);
/// let moods = &report.dictionaries[0];
/// assert_eq!(moods.category("storm").map(|storm| (storm.count, storm.sum)), Some((1, Some(2.0))));
/// # Ok::<(), connote::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Lexicon {
    name: String,
    sources: Vec<LexiconSource>,
    content: Arc<Content>,
    warnings: Vec<String>,
}

/// Which word data stands behind a number: the provenance part of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LexiconSource {
    /// Name of the list, or the path it was read from.
    pub name: String,
    /// SHA-256 of its content, in hexadecimal.
    pub sha256: String,
}

impl LexiconSource {
    pub(crate) fn of(name: &str, content: &str) -> Self {
        let mut sha256 = String::new();
        for byte in Sha256::digest(content.as_bytes()) {
            let _ = write!(sha256, "{byte:02x}");
        }
        Self { name: name.to_owned(), sha256 }
    }
}

impl Lexicon {
    /// Reads a tab-separated lexicon. `name` stands in errors and in the provenance of reports; a dictionary is known by
    /// it in reports and columns, without folder and ending.
    ///
    /// # Errors
    /// [`Error::Lexicon`] with the first place where something is wrong, and what would be right.
    pub fn from_tsv(name: &str, content: &str) -> Result<Self, Error> {
        Self::from_text(LexiconFormat::Tsv, name, content)
    }

    /// Reads a comma-separated lexicon; see [`Lexicon::from_tsv`].
    ///
    /// ```
    /// let mine = connote::Lexicon::from_csv("mine", "term,category,weight\nkind,good,1.5\ncruel*,bad,-2\n")?;
    /// assert_eq!(mine.entries().map(|entry| entry.category).collect::<Vec<_>>(), ["good", "bad"]);
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Lexicon::from_tsv`].
    pub fn from_csv(name: &str, content: &str) -> Result<Self, Error> {
        Self::from_text(LexiconFormat::Csv, name, content)
    }

    /// Reads a lexicon in JSON; see [`Lexicon::from_tsv`]. Errors name the path, as in `$.positive[2]`.
    ///
    /// # Errors
    /// As [`Lexicon::from_tsv`].
    pub fn from_json(name: &str, content: &str) -> Result<Self, Error> {
        Self::from_text(LexiconFormat::Json, name, content)
    }

    /// Reads a dictionary in LIWC's format (`.dic`); see [`Lexicon::from_tsv`].
    ///
    /// ```
    /// let moods = connote::Lexicon::from_dic("moods", "%\n1\tcalm\n2\tstorm\n%\nquiet*\t1\nrage\t2\n")?;
    /// assert_eq!(moods.categories(), ["calm", "storm"]);
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Lexicon::from_tsv`].
    pub fn from_dic(name: &str, content: &str) -> Result<Self, Error> {
        Self::from_text(LexiconFormat::Dic, name, content)
    }

    /// Reads a lexicon in YAML, as quanteda writes dictionaries; see [`Lexicon::from_tsv`].
    ///
    /// ```
    /// let moods = connote::Lexicon::from_yaml("moods", "calm:\n  deep: [quiet*, at ease]\nstorm: rage\n")?;
    /// assert_eq!(moods.categories(), ["calm.deep", "storm"]);
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Lexicon::from_tsv`].
    pub fn from_yaml(name: &str, content: &str) -> Result<Self, Error> {
        Self::from_text(LexiconFormat::Yaml, name, content)
    }

    /// Reads a lexicon from a file in UTF-8, whose ending says the format: .tsv, .csv, .dicx, .json, .dic, .yaml, .yml.
    ///
    /// # Errors
    /// [`Error::Io`] when the file cannot be read as UTF-8, [`Error::Input`] for another ending, [`Error::Lexicon`] when
    /// an entry is wrong.
    pub fn from_path(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let (format, content) = open(path)?;
        Self::from_text(format, &path.display().to_string(), &content)
    }

    /// Everything that is wrong with a file, in its order.
    ///
    /// # Errors
    /// As [`Lexicon::from_path`], but [`Error::Lexicon`].
    pub fn check(path: impl AsRef<Path>) -> Result<Vec<Error>, Error> {
        let path = path.as_ref();
        let (format, content) = open(path)?;
        Ok(formats::read(format, &path.display().to_string(), &content).errors)
    }

    /// The embedded list of loaded terms of English.
    ///
    /// # Errors
    /// None in practice: the tests read it.
    pub fn embedded() -> Result<Self, Error> {
        Self::from_tsv(super::LOADED.0, super::LOADED.1)
    }

    /// Reads a lexicon in a format; see [`Lexicon::from_tsv`].
    ///
    /// # Errors
    /// As [`Lexicon::from_tsv`].
    pub fn from_text(format: LexiconFormat, name: &str, content: &str) -> Result<Self, Error> {
        let read = formats::read(format, name, content);
        match read.errors.into_iter().next() {
            Some(error) => Err(error),
            None => Ok(Self {
                name: name.to_owned(),
                sources: vec![LexiconSource::of(name, content)],
                content: Arc::new(read.content),
                warnings: read.warnings,
            }),
        }
    }
}

fn open(path: &Path) -> Result<(LexiconFormat, String), Error> {
    let content = std::fs::read_to_string(path).map_err(|source| Error::io(path, source))?;
    Ok((LexiconFormat::of_path(path)?, content))
}

impl Lexicon {
    /// The name that it was given, or the path of its file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name of a dictionary in reports and columns: that of its file, without folder and ending.
    pub fn label(&self) -> &str {
        label_of(&self.name)
    }

    /// Whether it is a dictionary, not a list of loaded terms.
    pub fn is_dictionary(&self) -> bool {
        matches!(*self.content, Content::Dictionary(_))
    }

    /// The loaded terms, in the order of the file; none in a dictionary.
    pub fn terms(&self) -> &[Term] {
        match &*self.content {
            Content::Terms { terms, .. } => terms,
            Content::Dictionary(_) => &[],
        }
    }

    /// The terms that it takes out.
    pub fn off(&self) -> &[Off] {
        match &*self.content {
            Content::Terms { off, .. } => off,
            Content::Dictionary(_) => &[],
        }
    }

    /// The entries of a dictionary, in the order of the file: one for each category of a pattern.
    pub fn entries(&self) -> impl Iterator<Item = DictionaryEntry<'_>> {
        let dictionary = match &*self.content {
            Content::Dictionary(dictionary) => Some(dictionary),
            Content::Terms { .. } => None,
        };
        dictionary.into_iter().flat_map(super::dictionary::Dictionary::entries)
    }

    /// The categories of a dictionary, in the order of the file.
    pub fn categories(&self) -> &[String] {
        match &*self.content {
            Content::Dictionary(dictionary) => dictionary.categories(),
            Content::Terms { .. } => &[],
        }
    }

    /// Number of entries.
    pub fn len(&self) -> usize {
        self.terms().len() + self.off().len() + self.entries().count()
    }

    /// Whether it has no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What was left out when it was read, with its place and the reason: emoticons and other entries of a dictionary
    /// that no words of a text can be.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// The name and the hash of each list that it was made from.
    pub fn sources(&self) -> &[LexiconSource] {
        &self.sources
    }

    /// The words of every entry.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &str> {
        let terms = self.terms().iter().map(|term| term.text.as_str());
        let off = self.off().iter().map(|off| off.text.as_str());
        terms.chain(off).chain(self.entries().map(|entry| entry.pattern))
    }

    pub(super) fn content(&self) -> &Content {
        &self.content
    }

    /// Both lists as one, with the name of this; where both have an entry for the same words (and form, or category) that
    /// of `other` counts.
    ///
    /// ```
    /// use connote::Lexicon;
    /// let base = Lexicon::from_json("base", r#"{"good": {"kind": 1, "fair": 1}}"#)?;
    /// let merged = base.merge(&Lexicon::from_json("mine", r#"{"good": {"kind": 2}}"#)?)?;
    /// assert_eq!(merged.entries().map(|entry| entry.weight).collect::<Vec<_>>(), [Some(1.0), Some(2.0)]);
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Input`] when one is a dictionary and the other a list of loaded terms.
    pub fn merge(&self, other: &Self) -> Result<Self, Error> {
        let content = match (&*self.content, &*other.content) {
            (Content::Dictionary(base), Content::Dictionary(over)) => Content::Dictionary(base.merged(over)),
            (Content::Terms { terms, off }, Content::Terms { terms: new_terms, off: new_off }) => {
                let of_term = |term: &Term| (normal(&term.text), Some(term.form));
                let of_off = |off: &Off| (normal(&off.text), off.form);
                let new: HashSet<_> = new_terms.iter().map(of_term).chain(new_off.iter().map(of_off)).collect();
                // What is off in all forms takes every form out.
                let kept_terms = terms
                    .iter()
                    .filter(|term| !new.contains(&of_term(term)) && !new.contains(&(normal(&term.text), None)));
                let kept_off = off.iter().filter(|off| !new.contains(&of_off(off)));
                Content::Terms {
                    terms: kept_terms.chain(new_terms).cloned().collect(),
                    off: kept_off.chain(new_off).cloned().collect(),
                }
            }
            _ => {
                let reason = format!("a dictionary and a list of loaded terms cannot be one ({})", self.name);
                return Err(Error::input(&other.name, reason));
            }
        };
        let sources = self.sources.iter().chain(&other.sources).cloned().collect();
        let warnings = self.warnings.iter().chain(&other.warnings).cloned().collect();
        Ok(Self { name: self.name.clone(), sources, content: Arc::new(content), warnings })
    }

    /// The list without the entries for these words.
    ///
    /// ```
    /// let base = connote::Lexicon::from_json("base", r#"{"good": ["kind*", "fair"], "kinds": ["kind*"]}"#)?;
    /// assert_eq!(base.without(&["kind*"])?.len(), 1);
    /// assert!(base.without(&["kind"]).is_err());
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Input`] when there is no such entry.
    pub fn without<S: AsRef<str>>(&self, patterns: &[S]) -> Result<Self, Error> {
        let mut rest = self.clone();
        for pattern in patterns.iter().map(AsRef::as_ref) {
            let found = match Arc::make_mut(&mut rest.content) {
                Content::Dictionary(dictionary) => dictionary.remove(pattern),
                Content::Terms { terms, off } => {
                    let (before, pattern) = (terms.len() + off.len(), normal(pattern));
                    terms.retain(|term| normal(&term.text) != pattern);
                    off.retain(|off| normal(&off.text) != pattern);
                    terms.len() + off.len() < before
                }
            };
            if !found {
                return Err(Error::input(&self.name, format!("there is no entry '{pattern}' to leave out")));
            }
        }
        Ok(rest)
    }
}
