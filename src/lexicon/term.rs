//! Loaded terms: what an entry of a term lexicon says.

use serde::Serialize;

use super::pattern::{self, Part, Unfit};
use super::tsv::{optional, rows};
use crate::error::Error;

/// The kinds of loaded wording; the first eighteen are categories of words, the last two are read off the syntax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Category {
    /// Sorts someone into a class that they would reject: regime, strongman.
    ContentiousLabel,
    /// Plain insult: bully, crook.
    NameCalling,
    /// A verdict on lawfulness or genuineness without a source: illicit, sham.
    Legitimacy,
    /// Places one side with virtue, history or evil: the right side of history.
    MoralFrame,
    /// One side's established name for a thing: death tax.
    PartisanFrame,
    /// People as animals, disease, water or an invading force: swarm.
    Dehumanizing,
    /// Raises fear, pity, anger or awe: bloodbath.
    Emotive,
    /// Adds violence, stealth or contempt to an ordinary act: slam, gut.
    ChargedVerb,
    /// Unearned praise or importance: spectacular.
    Puffery,
    /// Raises the tone without adding a fact: utterly.
    Intensifier,
    /// Shrinks what follows: merely.
    Minimizer,
    /// All or nothing: never, every single.
    Absolutism,
    /// The writer's stamp of truth: clearly.
    Certainty,
    /// An aside that steers the reader: tellingly.
    Editorial,
    /// Lowers commitment: reportedly.
    Hedge,
    /// A claim passed to an unnamed crowd: critics say.
    Weasel,
    /// Casts doubt on a word or status: so-called.
    Doubt,
    /// A soft name for harm: collateral damage.
    Euphemism,
    /// A reporting verb that is not plain: claimed, insisted.
    Attribution,
    /// Quotation marks around words that nobody is said to have spoken.
    ScareQuote,
}

impl Category {
    /// Every category, in the order of reports.
    pub const ALL: [Self; 20] = [
        Self::ContentiousLabel,
        Self::NameCalling,
        Self::Legitimacy,
        Self::MoralFrame,
        Self::PartisanFrame,
        Self::Dehumanizing,
        Self::Emotive,
        Self::ChargedVerb,
        Self::Puffery,
        Self::Intensifier,
        Self::Minimizer,
        Self::Absolutism,
        Self::Certainty,
        Self::Editorial,
        Self::Hedge,
        Self::Weasel,
        Self::Doubt,
        Self::Euphemism,
        Self::Attribution,
        Self::ScareQuote,
    ];

    /// The name used in files, reports and columns.
    pub fn name(self) -> &'static str {
        match self {
            Self::ContentiousLabel => "contentious_label",
            Self::NameCalling => "name_calling",
            Self::Legitimacy => "legitimacy",
            Self::MoralFrame => "moral_frame",
            Self::PartisanFrame => "partisan_frame",
            Self::Dehumanizing => "dehumanizing",
            Self::Emotive => "emotive",
            Self::ChargedVerb => "charged_verb",
            Self::Puffery => "puffery",
            Self::Intensifier => "intensifier",
            Self::Minimizer => "minimizer",
            Self::Absolutism => "absolutism",
            Self::Certainty => "certainty",
            Self::Editorial => "editorial",
            Self::Hedge => "hedge",
            Self::Weasel => "weasel",
            Self::Doubt => "doubt",
            Self::Euphemism => "euphemism",
            Self::Attribution => "attribution",
            Self::ScareQuote => "scare_quote",
        }
    }

    /// The category of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }

    /// Whether hits say how a side is painted; hedges, weasels, boosters (the writer's own certainty) and reporting verbs
    /// say how a claim is carried and stay out of the loaded density.
    pub fn is_loaded(self) -> bool {
        !matches!(self, Self::Hedge | Self::Weasel | Self::Certainty | Self::Attribution)
    }
}

/// How an entry is inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Form {
    /// Exactly as written.
    Fixed,
    /// The last word takes the plural.
    Noun,
    /// The first word takes -s, -ed and -ing, or its irregular forms.
    Verb,
    /// An adjective, as written.
    #[serde(rename = "adj")]
    Adjective,
}

impl Form {
    /// The name used in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Noun => "noun",
            Self::Verb => "verb",
            Self::Adjective => "adj",
        }
    }
}

/// One entry of a term lexicon.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Term {
    /// The word, phrase or pattern as listed; `...` stands for up to four words between.
    #[serde(rename = "term")]
    pub text: String,
    /// How it is inflected.
    pub form: Form,
    /// What kind of loaded wording it is.
    pub category: Category,
    /// 1 mild or loaded in some contexts only; 2 clearly evaluative; 3 partisan, insulting or a verdict.
    pub strength: u8,
    /// What a neutral writer would put.
    pub neutral: Option<String>,
    /// For partisan frames: the name shared with the other side's term.
    pub pair: Option<String>,
    /// For partisan frames: the side that uses the term.
    pub side: Option<Side>,
    /// Why it is listed; remarks for those who keep the list stand behind a semicolon.
    pub note: String,
}

/// The side of a partisan frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Used on the left.
    Left,
    /// Used on the right.
    Right,
}

impl Side {
    /// The name used in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

/// The columns of a table of loaded terms without a line that names them.
pub(crate) const COLUMNS: [&str; 8] = ["term", "form", "category", "strength", "neutral", "pair", "side", "note"];
/// The category that takes a term out.
const OFF: &str = "off";

/// An entry that takes a term out of those before which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Off {
    /// The word, phrase or pattern as listed.
    pub text: String,
    /// Which of its forms; none for all.
    pub form: Option<Form>,
}

/// What an entry of a file does.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Listed {
    Term(Term),
    Off(Off),
}

impl Listed {
    /// The words and their form, of which there may be one entry in a lexicon.
    pub(crate) fn key(&self) -> (&str, Option<Form>) {
        match self {
            Self::Term(term) => (&term.text, Some(term.form)),
            Self::Off(off) => (&off.text, off.form),
        }
    }
}

/// The fields of an entry as a file gives them; none where it has no such field, or an empty one.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fields<'a> {
    pub(crate) term: Option<&'a str>,
    pub(crate) form: Option<&'a str>,
    pub(crate) category: Option<&'a str>,
    pub(crate) strength: Option<&'a str>,
    pub(crate) neutral: Option<&'a str>,
    pub(crate) pair: Option<&'a str>,
    pub(crate) side: Option<&'a str>,
    pub(crate) note: Option<&'a str>,
}

impl<'a> Fields<'a> {
    /// The field of a name, to be set.
    pub(crate) fn field_mut(&mut self, name: &str) -> Option<&mut Option<&'a str>> {
        Some(match name {
            "term" => &mut self.term,
            "form" => &mut self.form,
            "category" => &mut self.category,
            "strength" => &mut self.strength,
            "neutral" => &mut self.neutral,
            "pair" => &mut self.pair,
            "side" => &mut self.side,
            "note" => &mut self.note,
            _ => return None,
        })
    }

    /// The entry, or what is wrong with it.
    pub(crate) fn entry(&self) -> Result<Listed, String> {
        let text = self.term.unwrap_or_default();
        let parts = pattern::parts(text).map_err(Unfit::reason)?;
        let form = match self.form {
            None => None,
            Some("fixed") => Some(Form::Fixed),
            Some("noun") => Some(Form::Noun),
            Some("verb") => Some(Form::Verb),
            Some("adj") => Some(Form::Adjective),
            Some(form) => return Err(format!("form '{form}' where fixed, noun, verb or adj belongs")),
        };
        let inflected = match form {
            Some(Form::Noun) => parts.last(),
            Some(Form::Verb) => parts.first(),
            _ => None,
        };
        if matches!(inflected, Some(Part::Prefix(_))) {
            return Err(format!("'{text}' has every ending already: form fixed belongs"));
        }
        let text = text.to_owned();
        if self.category == Some(OFF) {
            return match self.strength {
                None => Ok(Listed::Off(Off { text, form })),
                Some(strength) => Err(format!("strength '{strength}' for a term that is off, where - belongs")),
            };
        }
        let category = self.category.unwrap_or_default();
        Ok(Listed::Term(Term {
            text,
            form: form.unwrap_or(Form::Fixed),
            category: Category::from_name(category).ok_or_else(|| {
                format!(
                    "there is no category '{category}'; the categories are {}, and {OFF} to take a term out",
                    category_names()
                )
            })?,
            strength: match self.strength {
                Some("1") => 1,
                Some("2") => 2,
                Some("3") => 3,
                strength => return Err(format!("strength '{}' where 1, 2 or 3 belongs", strength.unwrap_or("-"))),
            },
            neutral: self.neutral.map(str::to_owned),
            pair: self.pair.map(str::to_owned),
            side: match self.side {
                None => None,
                Some("left") => Some(Side::Left),
                Some("right") => Some(Side::Right),
                Some(side) => return Err(format!("side '{side}' where left, right or - belongs")),
            },
            note: self.note.unwrap_or_default().to_owned(),
        }))
    }
}

impl Term {
    /// Whether the term is a name or made from one (`Islamist`, `MAGA`): its capital tells nothing.
    pub(crate) fn is_proper(&self) -> bool {
        self.text.chars().any(char::is_uppercase)
    }

    /// The entries of an embedded table of terms.
    ///
    /// # Errors
    /// [`Error::Lexicon`] with the line.
    pub(crate) fn parse_all(name: &str, content: &str) -> Result<Vec<Self>, Error> {
        let mut terms = Vec::new();
        for row in rows(name, content) {
            let cells: [&str; 8] = row.cells(&COLUMNS.join(", "))?;
            let [term, form, category, strength, neutral, pair, side, note] = cells.map(optional);
            let fields = Fields { term, form, category, strength, neutral, pair, side, note };
            match fields.entry().map_err(|reason| row.error(reason))? {
                Listed::Term(term) => terms.push(term),
                Listed::Off(_) => return Err(row.error("an embedded term that is off")),
            }
        }
        Ok(terms)
    }
}

/// The names of all categories. Pushed one by one: joined as an array of known length, they keep LLVM busy for many
/// minutes.
fn category_names() -> String {
    let mut names = String::new();
    for category in Category::ALL {
        if !names.is_empty() {
            names.push_str(", ");
        }
        names.push_str(category.name());
    }
    names
}
