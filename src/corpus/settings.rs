//! What a table counts: the settings that two tables must share to be merged.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::language::Language;
use crate::lexicon;
use crate::text::fold::fold_into;

/// Raised whenever the same text may give other words than before: counts of different tokenisations do not add up.
pub(crate) const TOKENISATION: u32 = 1;

/// The longest n-grams.
const LONGEST_NGRAM: u8 = 5;

/// The most words that a skip-gram may leave out: more would be a thousand of them at every word.
const MOST_SKIPPED: u8 = 10;

/// What a [`FrequencyTable`](crate::FrequencyTable) counts. The default is every word, folded, whoever's it is: what
/// [`Report::frequency`](crate::Report::frequency) counts.
///
/// ```
/// use connote::{FrequencyTable, TableSettings};
/// let mut settings = TableSettings::default();
/// settings.n = 2;
/// let mut table = FrequencyTable::new(settings)?;
/// table.add("The regime fell. The regime was no more.")?;
/// assert_eq!(table.count("the regime"), 2);
/// assert_eq!(table.count("fell the"), 0);
/// # Ok::<(), connote::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TableSettings {
    /// The language of the texts: whose stems, and whose rules for quotations.
    #[serde(with = "code")]
    pub language: Language,
    /// What happens to capitals.
    pub case: CasePolicy,
    /// What happens to numbers.
    pub numbers: NumberPolicy,
    /// Words that are left out.
    pub stop_words: Option<StopWords>,
    /// Whose words are counted.
    pub voices: Voices,
    /// Whether words are counted under their Snowball stems (Porter 2001); needs the feature `stem`.
    pub stem: bool,
    /// Words of a key: 1 counts words, 2 pairs of neighbours, up to 5.
    pub n: u8,
    /// How many words an n-gram may leave out between its own, up to 10: its first word is fixed, and the others come in
    /// their order from the next `n - 1 + skip` words (Guthrie et al. 2006).
    pub skip: u8,
    /// Whether n-grams reach from a sentence into the next. They never reach from a text into the next, nor over a word
    /// that is left out, unless they skip it.
    pub across_sentences: bool,
    /// The tokenisation that counted.
    tokenisation: u32,
}

impl Default for TableSettings {
    fn default() -> Self {
        Self {
            language: Language::English,
            case: CasePolicy::Fold,
            numbers: NumberPolicy::Keep,
            stop_words: None,
            voices: Voices::All,
            stem: false,
            n: 1,
            skip: 0,
            across_sentences: false,
            tokenisation: TOKENISATION,
        }
    }
}

/// Declares an enum of policies with the names that settings have at the doors and in files.
macro_rules! policy {
    ($(#[doc = $about:literal])+ $name:ident, $place:literal { $($(#[doc = $meaning:literal])+ $kind:ident = $text:literal,)+ }) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[doc = $meaning])+ #[serde(rename = $text)] $kind,)+
        }

        impl $name {
            /// Every policy, the default first.
            pub const ALL: &[Self] = &[$(Self::$kind,)+];

            /// The name used at the doors and in files.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $text,)+
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = Error;

            /// From the name.
            ///
            /// # Errors
            /// [`Error::Input`] with the names that are known.
            fn from_str(text: &str) -> Result<Self, Error> {
                Self::ALL.iter().find(|known| known.name() == text).copied().ok_or_else(|| {
                    let known: Vec<&str> = Self::ALL.iter().map(|known| known.name()).collect();
                    Error::input($place, format!("'{text}' is not known; known are {}", known.join(", ")))
                })
            }
        }
    };
}

policy! {
    /// What happens to capitals.
    CasePolicy, "case" {
        /// Everything is counted in lower case.
        Fold = "fold",
        /// Words all in capitals keep them, so that US and us, WHO and who are two words: those of two capitals or more,
        /// in a sentence that is not all in capitals.
        KeepAcronyms = "keep_acronyms",
    }
}

policy! {
    /// What happens to numbers: tokens of digits without a letter.
    NumberPolicy, "numbers" {
        /// Each is a word.
        Keep = "keep",
        /// All are one word, [`NUMBER`].
        Join = "join",
        /// They are left out.
        Drop = "drop",
    }
}

policy! {
    /// Whose words are counted.
    Voices, "voices" {
        /// Everybody's.
        All = "all",
        /// The writer's: those outside quotations.
        Own = "own",
        /// Those of the people quoted.
        Quoted = "quoted",
    }
}

/// The word that all numbers are counted as with [`NumberPolicy::Join`]; no word of a text is it.
pub const NUMBER: &str = "#";

/// Words that are left out of a table, each in its folded form.
///
/// ```
/// use connote::{Language, StopWords};
/// let english = StopWords::of(Language::English)?;
/// assert!(english.contains("the"));
/// let own = StopWords::from_words(["Der", "die", "das"]);
/// assert!(own.contains("der"));
/// # Ok::<(), connote::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StopWords {
    /// In code-point order, each once.
    words: Vec<String>,
}

impl StopWords {
    /// The embedded list of a language: function words.
    ///
    /// # Errors
    /// [`Error::Input`] where there is none: outside English.
    pub fn of(language: Language) -> Result<Self, Error> {
        if language != Language::English {
            let reason = format!("there is no list for {language}; name words of your own");
            return Err(Error::input("stop words", reason));
        }
        lexicon::stop_words().map(Self::from_words)
    }

    /// A list of one's own, folded as the words of texts are.
    pub fn from_words<T: AsRef<str>>(words: impl IntoIterator<Item = T>) -> Self {
        let fold = |word: T| {
            let mut folded = String::new();
            fold_into(word.as_ref(), &mut folded);
            folded
        };
        let mut words: Vec<String> = words.into_iter().map(fold).collect();
        words.sort_unstable();
        words.dedup();
        Self { words }
    }

    /// The words, in code-point order.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether a folded word is among them.
    pub fn contains(&self, word: &str) -> bool {
        self.words.binary_search_by(|known| known.as_str().cmp(word)).is_ok()
    }
}

impl TableSettings {
    /// Whether each token is a key by itself, whatever stands around it.
    pub(crate) fn is_plain(&self) -> bool {
        *self == Self { language: self.language, across_sentences: self.across_sentences, ..Self::default() }
    }

    /// That the settings can be counted by.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if !(1..=LONGEST_NGRAM).contains(&self.n) {
            return Err(Error::input("n", format!("{} where 1 to {LONGEST_NGRAM} words belong", self.n)));
        }
        if self.skip > MOST_SKIPPED {
            return Err(Error::input("skip", format!("{} where 0 to {MOST_SKIPPED} words belong", self.skip)));
        }
        if self.skip > 0 && self.n == 1 {
            return Err(Error::input("skip", "single words skip nothing; set n to 2 or more"));
        }
        Ok(())
    }

    /// That texts are still read as they were when the table was counted.
    pub(crate) fn check_tokenisation(&self) -> Result<(), Error> {
        if self.tokenisation == TOKENISATION {
            return Ok(());
        }
        let reason = format!(
            "the table was counted by tokenisation {}, and this version of connote reads by {TOKENISATION}: count anew",
            self.tokenisation
        );
        Err(Error::input("tokenisation", reason))
    }

    /// The first setting in which two tables differ, and how: what keeps them from being merged.
    pub(crate) fn difference(&self, other: &Self) -> Option<String> {
        let listed = |words: &Option<StopWords>| match words {
            None => "kept".to_owned(),
            Some(list) => format!("a list of {}", list.words.len()),
        };
        let shown = |settings: &Self| {
            [
                ("tokenisation", settings.tokenisation.to_string()),
                ("language", settings.language.code().to_owned()),
                ("n", settings.n.to_string()),
                ("skip", settings.skip.to_string()),
                ("across_sentences", settings.across_sentences.to_string()),
                ("case", settings.case.name().to_owned()),
                ("numbers", settings.numbers.name().to_owned()),
                ("voices", settings.voices.name().to_owned()),
                ("stem", settings.stem.to_string()),
                ("stop_words", listed(&settings.stop_words)),
            ]
        };
        let mut pairs = shown(self).into_iter().zip(shown(other));
        if let Some(((name, here), (_, there))) = pairs.find(|(here, there)| here != there) {
            return Some(format!("{name}: {here} here, {there} there"));
        }
        (self != other).then(|| "stop_words: the lists hold different words".to_owned())
    }
}

impl fmt::Display for TableSettings {
    /// What differs from the default, in a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.n, self.skip) {
            (1, _) => f.write_str("words")?,
            (n, 0) => write!(f, "{n}-grams")?,
            (n, skip) => write!(f, "{n}-grams with up to {skip} words left out")?,
        }
        write!(f, ", {}", self.language)?;
        if self.case == CasePolicy::KeepAcronyms {
            f.write_str(", acronyms in capitals")?;
        }
        match self.numbers {
            NumberPolicy::Keep => {}
            NumberPolicy::Join => f.write_str(", numbers as one")?,
            NumberPolicy::Drop => f.write_str(", without numbers")?,
        }
        if self.stop_words.is_some() {
            f.write_str(", without stop words")?;
        }
        match self.voices {
            Voices::All => {}
            Voices::Own => f.write_str(", the writer’s own")?,
            Voices::Quoted => f.write_str(", quoted")?,
        }
        f.write_str(if self.stem { ", stems" } else { "" })
    }
}

/// A language as its code.
mod code {
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::language::Language;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
    pub(super) fn serialize<S: Serializer>(language: &Language, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(language.code())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Language, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
