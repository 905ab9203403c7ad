//! The tables of VADER: which words are rated, which words its rules name, and how emoji are spelled.
//!
//! Source: vaderSentiment 3.3.2 (MIT, (c) 2016 C.J. Hutto; Hutto & Gilbert 2014).

use std::sync::{Arc, LazyLock};

use super::tsv::{Row, rows};
use super::{VADER, VADER_EMOJI, VADER_RULES};
use crate::error::Error;
use crate::text::interner::{Interner, Key};

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

/// Those of a token that is in no table but holds [`CONTRACTED_NOT`].
const CONTRACTED: FactsId = FactsId(1);

impl FactsId {
    /// Of the word with this number in the table of words.
    fn of_word(number: u32) -> Self {
        Self(number + CONTRACTED.0 + 1)
    }
}

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

/// The tables, ready for look-up by lower-case token.
#[derive(Debug, Clone, Default)]
pub(crate) struct Valences {
    words: Interner,
    /// Of the tokens that hold [`CONTRACTED_NOT`] at [`CONTRACTED`], then of the words.
    facts: Vec<Facts>,
    filter: Filter,
    /// Phrases that replace the valence of a word beside or inside them.
    pub(crate) idioms: ValuedPhrases,
    /// Boosters of several words.
    pub(crate) booster_phrases: ValuedPhrases,
    /// Emoji of one code point, in their order, with their descriptions.
    emoji: Vec<(char, Box<str>)>,
    /// Whether some of them begin with other bytes than emoji do.
    odd_emoji: bool,
}

/// Ratings beyond this would make sums that are no numbers.
const LARGEST: f64 = 1e100;

/// The tables of the package.
static EMBEDDED: LazyLock<Result<Arc<Valences>, String>> = LazyLock::new(|| {
    let valences = || Valences::new(&embedded_words()?, &embedded_emoji()?);
    valences().map(Arc::new).map_err(|error| error.to_string())
});

/// The words of the package, each with its rating, in its order. Of two for one token the later counts.
///
/// # Errors
/// Never: the tests read them.
pub(crate) fn embedded_words() -> Result<Vec<(&'static str, f64)>, Error> {
    let read = |row: Row<'static>| {
        let [token, valence] = row.cells("token, valence")?;
        Ok((token, number(&row, valence)?))
    };
    rows(VADER.0, VADER.1).map(read).collect()
}

/// The emoji of the package, each with its description, in its order.
///
/// # Errors
/// Never: the tests read them.
pub(crate) fn embedded_emoji() -> Result<Vec<(&'static str, &'static str)>, Error> {
    rows(VADER_EMOJI.0, VADER_EMOJI.1).map(|row| row.cells("emoji, description").map(Into::into)).collect()
}

impl Valences {
    /// The tables of the package, shared.
    ///
    /// # Errors
    /// Never: the tests read them.
    pub(crate) fn embedded() -> Result<Arc<Self>, Error> {
        EMBEDDED.clone().map_err(|reason| Error::input("embedded lexicons", reason))
    }

    /// Tables of these words and emoji, with the rules of the package. Of two entries for one token or emoji the later
    /// counts. Emoji of several code points are left out, as the package never finds them.
    ///
    /// # Errors
    /// [`Error::Input`] for a rating that is no number.
    pub(crate) fn new(words: &[(&str, f64)], emoji: &[(&str, &str)]) -> Result<Self, Error> {
        let mut valences = Self {
            words: Interner::with_capacity(words.len() + 200),
            facts: vec![Facts { role: Role::NEGATOR, ..Facts::NONE }],
            ..Self::default()
        };
        for &(token, valence) in words {
            // Not a number is not in any range.
            if !(-LARGEST..=LARGEST).contains(&valence) {
                return Err(Error::input(
                    format!("'{token}'"),
                    format!("{valence} where a finite number such as -1.5 belongs"),
                ));
            }
            let facts = valences.facts_mut(token);
            facts.valence = valence;
            facts.role.0 |= Role::LISTED.0;
        }
        valences.add_rules()?;
        // Later entries come first, and of each emoji the first is kept.
        valences.emoji =
            emoji.iter().rev().filter_map(|&(emoji, description)| Some((single(emoji)?, description.into()))).collect();
        valences.emoji.sort_by_key(|&(emoji, _)| emoji);
        valences.emoji.dedup_by_key(|&mut (emoji, _)| emoji);
        let is_odd = |&(emoji, _): &(char, _)| !may_begin_emoji(emoji.encode_utf8(&mut [0; 4]).as_bytes());
        valences.odd_emoji = valences.emoji.iter().any(is_odd);
        Ok(valences)
    }

    fn add_rules(&mut self) -> Result<(), Error> {
        let mut last = 0;
        for row in rows(VADER_RULES.0, VADER_RULES.1) {
            let [word, role, value] = row.cells("word or phrase, role, value")?;
            match (role, word.contains(' ')) {
                ("idiom", _) => {
                    let phrase = (self.phrase(word, &mut last), number(&row, value)?);
                    self.idioms.0.push(phrase);
                }
                ("booster", true) => {
                    let phrase = (self.phrase(word, &mut last), number(&row, value)?);
                    self.booster_phrases.0.push(phrase);
                }
                ("booster", false) => self.facts_mut(word).booster = number(&row, value)?,
                _ => {
                    let role = Role::named(role).ok_or_else(|| row.error(format!("there is no role '{role}'")))?;
                    self.facts_mut(word).role.0 |= role.0;
                }
            }
        }
        Ok(())
    }

    /// The facts with this number.
    #[inline]
    pub(crate) fn facts(&self, id: FactsId) -> &Facts {
        self.facts.get((id.0 as usize).wrapping_sub(1)).unwrap_or(&Facts::NONE)
    }

    /// Where the facts of a lower-case token stand.
    pub(crate) fn look_up(&self, token: &str) -> FactsId {
        // A key does not tell a NUL at the end from what fills it up.
        let may_be_listed = !token.ends_with('\0');
        let listed = if may_be_listed { self.look_up_key(Key::of(token), || token) } else { FactsId::default() };
        facts_of(token, listed)
    }

    /// The same by the token's key, for one that does not hold an apostrophe; `token` is asked for a long one only.
    #[inline]
    pub(crate) fn look_up_key<'t>(&self, key: Key, token: impl FnOnce() -> &'t str) -> FactsId {
        if !self.filter.may_hold(key) {
            return FactsId::default();
        }
        self.words.get(key, token).map_or_else(FactsId::default, FactsId::of_word)
    }

    /// The words that have facts, each with where they stand.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, FactsId)> {
        let numbers = 0..(self.facts.len() as u32).saturating_sub(CONTRACTED.0);
        numbers.map(|number| (self.words.text(number), FactsId::of_word(number)))
    }

    /// The words that stand for an emoji of one character.
    #[inline]
    pub(crate) fn emoji(&self, c: char) -> Option<&str> {
        // Nearly all characters of a text come before all emoji.
        if c < self.emoji.first()?.0 {
            return None;
        }
        let place = self.emoji.binary_search_by_key(&c, |&(emoji, _)| emoji).ok()?;
        self.emoji.get(place).map(|(_, description)| &**description)
    }

    /// Whether letters or marks of every text are emoji, by a list of the user's own.
    pub(crate) fn has_odd_emoji(&self) -> bool {
        self.odd_emoji
    }

    /// Whether a text may hold an emoji. False for nearly all news, and cheap to ask.
    pub(crate) fn may_hold_emoji(&self, text: &[u8]) -> bool {
        self.odd_emoji || may_begin_emoji(text)
    }

    /// A phrase as the numbers of its words; words that have none yet get the next.
    fn phrase(&mut self, phrase: &str, last: &mut u16) -> Vec<u16> {
        let mut number = |word| {
            let number = &mut self.facts_mut(word).phrase_word;
            if *number == 0 {
                *last += 1;
                *number = *last;
            }
            *number
        };
        phrase.split(' ').map(&mut number).collect()
    }

    /// The facts of a word, to be changed; new ones if it has none yet.
    fn facts_mut(&mut self, word: &str) -> &mut Facts {
        let id = FactsId::of_word(self.words.intern_text(word));
        let at = (id.0 - CONTRACTED.0) as usize;
        if at == self.facts.len() {
            self.filter.insert(Key::of(word));
            let role = if word.contains(CONTRACTED_NOT) { Role::NEGATOR } else { Role::default() };
            self.facts.push(Facts { role, ..Facts::NONE });
        }
        &mut self.facts[at]
    }
}

/// Says of nine words in ten without facts that they have none, from memory that is always near: a bit for each hash.
#[derive(Debug, Clone)]
struct Filter(Box<[u64; Self::LENGTH]>);

impl Filter {
    const LENGTH: usize = 1 << 10;

    /// Which bit of which number stands for a key; the table of words goes by other bits of the hash.
    #[inline]
    fn place(key: Key) -> (usize, u32) {
        let hash = key.hash() >> 24;
        (hash / 64 % Self::LENGTH, (hash % 64) as u32)
    }

    fn insert(&mut self, key: Key) {
        let (number, bit) = Self::place(key);
        self.0[number] |= 1 << bit;
    }

    #[inline]
    fn may_hold(&self, key: Key) -> bool {
        let (number, bit) = Self::place(key);
        self.0[number] >> bit & 1 == 1
    }
}

impl Default for Filter {
    fn default() -> Self {
        Self(Box::new([0; Self::LENGTH]))
    }
}

/// The facts of a lower-case token, whose entry has these.
pub(crate) fn facts_of(token: &str, listed: FactsId) -> FactsId {
    if listed == FactsId::default() && token.contains(CONTRACTED_NOT) { CONTRACTED } else { listed }
}

/// Whether some bytes may begin an emoji; quotation marks, dashes and accented letters of news do not. Most stretches are
/// all ASCII; in the rest all bytes are read without a branch, so that the compiler takes many at a time.
fn may_begin_emoji(bytes: &[u8]) -> bool {
    const STRETCH: usize = 64;
    (0..bytes.len()).step_by(STRETCH).any(|start| {
        let end = bytes.len().min(start + STRETCH);
        !bytes[start..end].is_ascii() && has_emoji_lead(&bytes[start..bytes.len().min(end + 1)])
    })
}

#[expect(clippy::needless_bitwise_bool, reason = "no branches")]
fn has_emoji_lead(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(false, |may, (&first, &second)| {
        // © and ®; beyond U+203B; U+3000 and above.
        may | ((first == 0xC2) & ((second == 0xA9) | (second == 0xAE)))
            | ((first == 0xE2) & (second > 0x80))
            | ((first == 0x80) & (second >= 0xBC))
            | (first == 0xE3)
            | (first >= 0xF0)
    })
}

/// The character that a text consists of.
fn single(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

fn number(row: &Row<'_>, cell: &str) -> Result<f64, Error> {
    let number = cell.trim().parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| row.error(format!("'{cell}' where a number such as -1.5 belongs")))
}
