//! The tables of VADER: which words are rated, which words its rules name, and how emoji are spelled.
//!
//! Source: vaderSentiment 3.3.2 (MIT, (c) 2016 C.J. Hutto; Hutto & Gilbert 2014).

use std::collections::HashMap;

use super::tsv::{Row, rows};
use super::vocabulary::Vocabulary;
use crate::error::Error;

/// A token with this in it negates, listed or not.
const CONTRACTED_NOT: &str = "n't";

/// What a word does to others: a set of bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Role(u32);

impl Role {
    /// Has a valence of its own.
    pub(crate) const LISTED: Self = Self(1);
    /// In the list of negators, or holds `n't`.
    pub(crate) const NEGATOR: Self = Self(1 << 1);
    pub(crate) const NO: Self = Self(1 << 2);
    /// `or` and `nor`, over which `no` reaches.
    pub(crate) const OR: Self = Self(1 << 3);
    pub(crate) const NEVER: Self = Self(1 << 4);
    /// `so` and `this`.
    pub(crate) const SO: Self = Self(1 << 5);
    pub(crate) const WITHOUT: Self = Self(1 << 6);
    pub(crate) const DOUBT: Self = Self(1 << 7);
    pub(crate) const LEAST: Self = Self(1 << 8);
    /// `at` and `very`, after which `least` is no negation.
    pub(crate) const BEFORE_LEAST: Self = Self(1 << 9);
    pub(crate) const BUT: Self = Self(1 << 10);
    pub(crate) const KIND: Self = Self(1 << 11);
    pub(crate) const OF: Self = Self(1 << 12);

    /// The role that the table of rules calls `name`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "negator" => Self::NEGATOR,
            "no" => Self::NO,
            "or" => Self::OR,
            "never" => Self::NEVER,
            "so" => Self::SO,
            "without" => Self::WITHOUT,
            "doubt" => Self::DOUBT,
            "least" => Self::LEAST,
            "before-least" => Self::BEFORE_LEAST,
            "but" => Self::BUT,
            "kind" => Self::KIND,
            "of" => Self::OF,
            _ => return None,
        })
    }
}

/// What the rules need to know of a token's lower-case form.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Facts {
    /// Mean rating, -4 to 4; counts if the role is [`Role::LISTED`].
    pub(crate) valence: f64,
    /// What the word adds to the valence of one that follows; 0 if it is no booster.
    pub(crate) booster: f64,
    /// What it does to others.
    pub(crate) role: Role,
    /// Its number among the words of phrases; 0 if it is in none.
    pub(crate) phrase_word: u16,
}

impl Facts {
    /// Of a word without any.
    pub(crate) const NONE: Self = Self { valence: 0.0, booster: 0.0, role: Role(0), phrase_word: 0 };

    pub(crate) fn is(&self, role: Role) -> bool {
        self.role.0 & role.0 != 0
    }
}

/// Where a word's facts stand in [`Valences`]; the default is that of a word without any.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct FactsId(pub(crate) u32);

/// The facts of a token that is in no table but holds [`CONTRACTED_NOT`]. Those at 0 are of all others.
const CONTRACTED: FactsId = FactsId(1);

/// Phrases by the numbers of their words, each with a value.
#[derive(Debug, Clone, Default)]
pub(crate) struct ValuedPhrases(Vec<(Vec<u16>, f64)>);

impl ValuedPhrases {
    /// The value of a phrase. There are a dozen, and most words are in none, so a scan will do.
    pub(crate) fn value(&self, words: &[u16]) -> Option<f64> {
        if words.contains(&0) {
            return None;
        }
        self.0.iter().find(|(phrase, _)| phrase == words).map(|&(_, value)| value)
    }
}

/// The tables, ready for look-up; the words themselves are in the vocabulary.
#[derive(Debug, Clone, Default)]
pub(crate) struct Valences {
    facts: Vec<Facts>,
    /// Phrases that replace the valence of a word beside or inside them.
    pub(crate) idioms: ValuedPhrases,
    /// Boosters of several words.
    pub(crate) booster_phrases: ValuedPhrases,
    /// Emoji of one code point, in their order, with their descriptions.
    emoji: Vec<(char, Box<str>)>,
}

impl Valences {
    /// Reads the table of words (token, valence), of emoji (emoji, description) and of rules (word or phrase, role,
    /// value), each given as name and content, and puts the words into the vocabulary.
    ///
    /// Of two lines for one token the later counts. Emoji of several code points are left out, as the package never
    /// finds them.
    pub(crate) fn parse(
        words: (&str, &str),
        emoji: (&str, &str),
        rules: (&str, &str),
        vocabulary: &mut Vocabulary,
    ) -> Result<Self, Error> {
        let negator = Facts { role: Role::NEGATOR, ..Facts::NONE };
        let mut valences = Self { facts: vec![Facts::NONE, negator], ..Self::default() };
        for row in rows(words.0, words.1) {
            let [token, valence] = row.cells("token, valence")?;
            let valence = number(&row, valence)?;
            let facts = valences.facts_mut(token, vocabulary);
            facts.valence = valence;
            facts.role.0 |= Role::LISTED.0;
        }
        let mut last = 0;
        for row in rows(rules.0, rules.1) {
            let [word, role, value] = row.cells("word or phrase, role, value")?;
            match (role, word.contains(' ')) {
                ("idiom", _) => {
                    let phrase = (valences.phrase(word, &mut last, vocabulary), number(&row, value)?);
                    valences.idioms.0.push(phrase);
                }
                ("booster", true) => {
                    let phrase = (valences.phrase(word, &mut last, vocabulary), number(&row, value)?);
                    valences.booster_phrases.0.push(phrase);
                }
                ("booster", false) => valences.facts_mut(word, vocabulary).booster = number(&row, value)?,
                _ => {
                    let role = Role::named(role).ok_or_else(|| row.error(format!("there is no role '{role}'")))?;
                    valences.facts_mut(word, vocabulary).role.0 |= role.0;
                }
            }
        }
        let mut descriptions = HashMap::new();
        for row in rows(emoji.0, emoji.1) {
            let [emoji, description] = row.cells("emoji, description")?;
            let mut chars = emoji.chars();
            if let (Some(c), None) = (chars.next(), chars.next()) {
                descriptions.insert(c, Box::from(description));
            }
        }
        valences.emoji = descriptions.into_iter().collect();
        valences.emoji.sort_unstable();
        Ok(valences)
    }

    /// The facts with this number.
    #[inline]
    pub(crate) fn facts(&self, id: FactsId) -> &Facts {
        self.facts.get(id.0 as usize).unwrap_or(&Facts::NONE)
    }

    /// The words that stand for an emoji of one character.
    pub(crate) fn emoji(&self, c: char) -> Option<&str> {
        if c.is_ascii() {
            return None;
        }
        let place = self.emoji.binary_search_by_key(&c, |&(emoji, _)| emoji).ok()?;
        self.emoji.get(place).map(|(_, description)| &**description)
    }

    /// A phrase as the numbers of its words; words that have none yet get the next.
    fn phrase(&mut self, phrase: &str, last: &mut u16, vocabulary: &mut Vocabulary) -> Vec<u16> {
        let mut number = |word| {
            let number = &mut self.facts_mut(word, vocabulary).phrase_word;
            if *number == 0 {
                *last += 1;
                *number = *last;
            }
            *number
        };
        phrase.split(' ').map(&mut number).collect()
    }

    /// The facts of a word, to be changed; new ones if it has none yet.
    fn facts_mut(&mut self, word: &str, vocabulary: &mut Vocabulary) -> &mut Facts {
        let id = &mut vocabulary.entry_mut(word).vader;
        if *id == FactsId::default() {
            *id = FactsId(self.facts.len() as u32);
            let role = if word.contains(CONTRACTED_NOT) { Role::NEGATOR } else { Role::default() };
            self.facts.push(Facts { role, ..Facts::NONE });
        }
        &mut self.facts[id.0 as usize]
    }
}

/// The facts of a lower-case token, whose entry has these.
pub(crate) fn facts_of(token: &str, listed: FactsId) -> FactsId {
    if listed == FactsId::default() && token.contains(CONTRACTED_NOT) { CONTRACTED } else { listed }
}

fn number(row: &Row<'_>, cell: &str) -> Result<f64, Error> {
    let number = cell.trim().parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| row.error(format!("'{cell}' where a number such as -1.5 belongs")))
}
