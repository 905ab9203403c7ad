//! What all lexicons know of a word or phrase.

use serde::Serialize;

use super::inflect::Inflections;
use super::pattern::{self, Part};
use super::term::{Form, Term};
use super::tsv::rows;
use super::valence::Role;
use super::vocabulary::{WordFlags, forms};
use super::{GUARDS, IRREGULAR, LOADED, Lexicon, Lexicons};
use crate::error::Error;
use crate::language::Language;
use crate::text::fold::fold_into;
use crate::text::words::Tokens;

/// What the lexicons of an analyzer know of a word or phrase.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// The loaded terms that it is a form of. The first counts, unless the words are [`off`](Explanation::off).
    pub terms: Vec<TermMatch>,
    /// The lexicons that take it out of the loaded terms.
    pub off: Vec<String>,
    /// Longer loaded terms that hold it; where one of them stands, it alone counts.
    pub longer: Vec<String>,
    /// Names and plain expressions that hold it, inside which it is not loaded.
    pub guards: Vec<String>,
    /// The reporting verbs that it is a form of.
    pub verbs: Vec<VerbMatch>,
    /// The entries of dictionaries that stand for it.
    pub entries: Vec<EntryMatch>,
    /// What other lists know of its words.
    pub words: Vec<WordFacts>,
}

/// A loaded term that some words are a form of.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct TermMatch {
    /// The list that it is in.
    pub lexicon: String,
    /// The entry.
    #[serde(flatten)]
    pub term: Term,
    /// Every form that is found.
    pub forms: Vec<String>,
}

/// A reporting verb that some words are a form of.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct VerbMatch {
    /// Its base form.
    pub verb: String,
    /// 0 for the neutral, up to 3.
    pub strength: u8,
    /// What a neutral writer would put.
    pub neutral: Option<String>,
}

/// An entry of a dictionary that stands for some words.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct EntryMatch {
    /// The dictionary.
    pub dictionary: String,
    /// The entry's category.
    pub category: String,
    /// The entry.
    pub pattern: String,
    /// Its weight, if it has one.
    pub weight: Option<f64>,
}

/// What the other lists know of a word.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct WordFacts {
    /// The word, folded.
    pub word: String,
    /// Its syllables.
    pub syllables: u32,
    /// Whether it is familiar by the list of Dale and Chall, with its inflections; none in other languages than English.
    pub dale_chall: Option<bool>,
    /// Whether it is familiar by Spache's list.
    pub spache: Option<bool>,
    /// Whether it is a stop word.
    pub stop_word: Option<bool>,
    /// Its rating by VADER, -4 to 4, if it has one.
    pub valence: Option<f64>,
}

impl Lexicons {
    /// What is known of a word or phrase, whatever its case.
    ///
    /// # Errors
    /// None in practice: the embedded lists are read by the tests.
    pub(crate) fn explain(&self, text: &str) -> Result<Explanation, Error> {
        let words: Vec<String> = Tokens::new(text).map(|token| folded(&text[token.start..token.end])).collect();
        let is_english = self.language == Language::English;
        let inflections =
            if is_english { Inflections::parse(IRREGULAR.0, IRREGULAR.1)? } else { Inflections::default() };
        let mut found = Explanation {
            terms: Vec::new(),
            off: Vec::new(),
            longer: Vec::new(),
            guards: Vec::new(),
            verbs: Vec::new(),
            entries: Vec::new(),
            words: words.iter().map(|word| self.word_facts(word)).collect(),
        };
        if words.is_empty() {
            return Ok(found);
        }
        let embedded = if is_english { Some(Lexicon::from_tsv(LOADED.0, LOADED.1)?) } else { None };
        for lexicon in self.own.iter().chain(&embedded) {
            for term in lexicon.terms() {
                let forms = forms(&term.text, term.form, &inflections);
                match forms.iter().map(|form| relation(form, &words)).max().unwrap_or(Relation::None) {
                    Relation::Same => {
                        found.terms.push(TermMatch { lexicon: lexicon.name().to_owned(), term: term.clone(), forms });
                    }
                    Relation::Holds => found.longer.push(term.text.clone()),
                    Relation::None => {}
                }
            }
            for off in lexicon.off() {
                let all = off.form.map_or_else(|| vec![Form::Noun, Form::Verb], |form| vec![form]);
                let mut forms = all.into_iter().flat_map(|form| forms(&off.text, form, &inflections));
                if forms.any(|form| relation(&form, &words) == Relation::Same) {
                    found.off.push(lexicon.name().to_owned());
                }
            }
            for entry in lexicon.entries() {
                if relation(entry.pattern, &words) == Relation::Same {
                    found.entries.push(EntryMatch {
                        dictionary: lexicon.label().to_owned(),
                        category: entry.category.to_owned(),
                        pattern: entry.pattern.to_owned(),
                        weight: entry.weight,
                    });
                }
            }
        }
        if is_english {
            for row in rows(GUARDS.0, GUARDS.1) {
                let [phrase, _note] = row.cells("phrase, note")?;
                if relation(phrase, &words) != Relation::None {
                    found.guards.push(phrase.to_owned());
                }
            }
        }
        for verb in &self.verbs {
            let forms = forms(&verb.lemma, Form::Verb, &inflections);
            if forms.iter().any(|form| relation(form, &words) == Relation::Same) {
                found.verbs.push(VerbMatch {
                    verb: verb.lemma.clone(),
                    strength: verb.strength,
                    neutral: verb.neutral.clone(),
                });
            }
        }
        Ok(found)
    }

    fn word_facts(&self, word: &str) -> WordFacts {
        let lexeme = self.lexeme(word, self.vocabulary.number(word));
        let has = |flag| (self.language == Language::English).then(|| lexeme.flags.has(flag));
        WordFacts {
            word: word.to_owned(),
            syllables: lexeme.syllables,
            dale_chall: has(WordFlags::DALE_CHALL),
            spache: has(WordFlags::SPACHE),
            stop_word: has(WordFlags::STOP),
            valence: Some(self.valences.facts(lexeme.vader)).filter(|facts| facts.is(Role::LISTED)).map(|f| f.valence),
        }
    }
}

fn folded(word: &str) -> String {
    let mut folded = String::new();
    fold_into(word, &mut folded);
    folded
}

/// How an entry stands to some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Relation {
    None,
    /// It holds them and more.
    Holds,
    /// It stands for them.
    Same,
}

fn relation(pattern: &str, words: &[String]) -> Relation {
    let Ok(parts) = pattern::parts(pattern) else { return Relation::None };
    if stands_for(&parts, words) {
        return Relation::Same;
    }
    let holds = parts.len() > words.len()
        && parts.windows(words.len()).any(|parts| parts.iter().zip(words).all(|(part, word)| is_word(part, word)));
    if holds { Relation::Holds } else { Relation::None }
}

fn is_word(part: &Part, word: &str) -> bool {
    matches!(part, Part::Word(known) if known == word)
}

fn stands_for(parts: &[Part], words: &[String]) -> bool {
    match (parts, words) {
        ([], []) => true,
        ([Part::Gap, rest @ ..], _) => (0..=words.len().min(4)).any(|gap| stands_for(rest, &words[gap..])),
        ([Part::Word(known), rest @ ..], [word, others @ ..]) => known == word && stands_for(rest, others),
        ([Part::Prefix(prefix), rest @ ..], [word, others @ ..]) => {
            word.starts_with(&**prefix) && stands_for(rest, others)
        }
        _ => false,
    }
}
