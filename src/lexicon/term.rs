//! Loaded terms: what an entry of a term lexicon says.

use serde::Serialize;

use super::tsv::{optional, rows};
use crate::error::Error;
use crate::text::words::Tokens;

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

    /// Whether hits say how a side is painted; hedges, weasels and reporting verbs say how a claim is carried and stay
    /// out of the loaded density.
    pub fn is_loaded(self) -> bool {
        !matches!(self, Self::Hedge | Self::Weasel | Self::Attribution)
    }
}

/// How an entry is inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// Exactly as written.
    Fixed,
    /// The last word takes the plural.
    Noun,
    /// The first word takes -s, -ed and -ing, or its irregular forms.
    Verb,
    /// An adjective, as written.
    Adjective,
}

/// One entry of a term lexicon.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Term {
    /// The word, phrase or pattern as listed; `...` stands for up to four words between.
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
    /// Why it is listed.
    pub note: String,
}

/// The side of a partisan frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Used on the left.
    Left,
    /// Used on the right.
    Right,
}

const COLUMNS: &str = "term, form, category, strength, neutral, pair, side, note";

impl Term {
    /// Whether the term is a name or made from one (`Islamist`, `MAGA`): its capital tells nothing.
    pub(crate) fn is_proper(&self) -> bool {
        self.text.chars().any(char::is_uppercase)
    }

    /// The entries of a term lexicon in its TSV form; `name` is used in errors.
    ///
    /// # Errors
    /// [`Error::Lexicon`] with the line: a wrong number of columns, a term that no text can hold, an unknown form,
    /// category or side, a strength that is not 1, 2 or 3, or a term that stands twice.
    pub(crate) fn parse_all(name: &str, content: &str) -> Result<Vec<Self>, Error> {
        let mut terms = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for row in rows(name, content) {
            let [text, form, category, strength, neutral, pair, side, note] = row.cells(COLUMNS)?;
            if !seen.insert((text, form)) {
                return Err(row.error(format!("'{text}' ({form}) stands twice")));
            }
            terms.push(Self {
                text: checked(text).map_err(|reason| row.error(reason))?.to_owned(),
                form: match form {
                    "fixed" => Form::Fixed,
                    "noun" => Form::Noun,
                    "verb" => Form::Verb,
                    "adj" => Form::Adjective,
                    _ => return Err(row.error(format!("form '{form}' where fixed, noun, verb or adj belongs"))),
                },
                category: Category::from_name(category).ok_or_else(|| {
                    row.error(format!("there is no category '{category}'; the categories are {}", category_names()))
                })?,
                strength: match strength {
                    "1" => 1,
                    "2" => 2,
                    "3" => 3,
                    _ => return Err(row.error(format!("strength '{strength}' where 1, 2 or 3 belongs"))),
                },
                neutral: optional(neutral).map(str::to_owned),
                pair: optional(pair).map(str::to_owned),
                side: match side {
                    "left" => Some(Side::Left),
                    "right" => Some(Side::Right),
                    "-" | "" => None,
                    _ => return Err(row.error(format!("side '{side}' where left, right or - belongs"))),
                },
                note: note.to_owned(),
            });
        }
        Ok(terms)
    }
}

/// The most words that a phrase may take.
pub(crate) const LONGEST_PHRASE: usize = 12;
const GAP: &str = "...";

/// A term that can be found in a text, or what is wrong with it.
fn checked(term: &str) -> Result<&str, String> {
    let Some(term) = optional(term) else { return Err("an empty term".to_owned()) };
    let words: Vec<&str> = term.split(' ').collect();
    if words.iter().any(|word| word.trim() != *word || word.is_empty()) {
        return Err(format!("'{term}' where one space between words belongs"));
    }
    if words.len() > LONGEST_PHRASE {
        return Err(format!("'{term}' has more than {LONGEST_PHRASE} words, the most that a phrase may take"));
    }
    let gap = |at: usize| words.get(at).is_none_or(|&word| word == GAP);
    if gap(0) || (1..words.len()).any(|at| gap(at) && gap(at + 1)) {
        return Err(format!("'{GAP}' stands between two words, not as in '{term}'"));
    }
    match words.iter().find(|&&word| word != GAP && Tokens::new(word).next().is_none()) {
        Some(word) => Err(format!("'{word}' holds no word")),
        None => Ok(term),
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
