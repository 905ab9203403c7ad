//! Languages: which one a text is written in decides its formulas, syllables and word lists.

use std::fmt;
use std::str::FromStr;

use crate::error::Error;

/// A language whose texts can be read.
///
/// English has word lists (familiar words, VADER, loaded terms). In the other languages there are counts, frequency,
/// diversity and the language's own readability formulas; what needs an English list is null there.
///
/// ```
/// use connote::Language;
/// assert_eq!("de".parse::<Language>()?, Language::German);
/// assert!("xx".parse::<Language>().unwrap_err().to_string().contains("de (German)"));
/// # Ok::<(), connote::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Language {
    /// `en`
    #[default]
    English,
    /// `ar`
    Arabic,
    /// `de`
    German,
    /// `es`
    Spanish,
    /// `fr`
    French,
    /// `hu`
    Hungarian,
    /// `it`
    Italian,
    /// `nl`
    Dutch,
    /// `pl`
    Polish,
    /// `pt`
    Portuguese,
    /// `ru`
    Russian,
    /// `uk`
    Ukrainian,
}

/// Letters of what script a language is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Arabic,
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 12] = [
        Self::English,
        Self::Arabic,
        Self::German,
        Self::Spanish,
        Self::French,
        Self::Hungarian,
        Self::Italian,
        Self::Dutch,
        Self::Polish,
        Self::Portuguese,
        Self::Russian,
        Self::Ukrainian,
    ];

    /// The code of ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Arabic => "ar",
            Self::German => "de",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::Hungarian => "hu",
            Self::Italian => "it",
            Self::Dutch => "nl",
            Self::Polish => "pl",
            Self::Portuguese => "pt",
            Self::Russian => "ru",
            Self::Ukrainian => "uk",
        }
    }

    /// The English name.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Arabic => "Arabic",
            Self::German => "German",
            Self::Spanish => "Spanish",
            Self::French => "French",
            Self::Hungarian => "Hungarian",
            Self::Italian => "Italian",
            Self::Dutch => "Dutch",
            Self::Polish => "Polish",
            Self::Portuguese => "Portuguese",
            Self::Russian => "Russian",
            Self::Ukrainian => "Ukrainian",
        }
    }

    pub(crate) fn script(self) -> Script {
        match self {
            Self::Russian | Self::Ukrainian => Script::Cyrillic,
            Self::Arabic => Script::Arabic,
            _ => Script::Latin,
        }
    }
}

impl Script {
    /// Whether a letter belongs to the script.
    pub(crate) fn has(self, letter: char) -> bool {
        match self {
            Self::Latin => {
                letter.is_ascii()
                    || matches!(letter, '\u{AA}'..='\u{24F}' | '\u{250}'..='\u{2AF}' | '\u{1E00}'..='\u{1EFF}'
                        | '\u{FB00}'..='\u{FB06}' | '\u{FF21}'..='\u{FF5A}')
            }
            Self::Cyrillic => matches!(letter, '\u{400}'..='\u{52F}'),
            Self::Arabic => matches!(letter, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}'
                | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Language {
    type Err = Error;

    /// From a code (`de`, also `de-AT` or `de_AT`) or an English name, whatever the case.
    ///
    /// # Errors
    /// [`Error::Input`] with the list of the known languages.
    fn from_str(text: &str) -> Result<Self, Error> {
        let code = text.split(['-', '_']).next().unwrap_or(text);
        let known =
            |language: &&Self| language.code().eq_ignore_ascii_case(code) || language.name().eq_ignore_ascii_case(text);
        Self::ALL.iter().find(known).copied().ok_or_else(|| {
            let all: Vec<String> =
                Self::ALL.iter().map(|known| format!("{} ({})", known.code(), known.name())).collect();
            Error::input("language", format!("'{text}' is not known; known are {}", all.join(", ")))
        })
    }
}
