//! The listed words, and what each kind of abbreviation lets follow.

use std::sync::{LazyLock, OnceLock};

use crate::language::Language;
use crate::text::interner::Interner;
use crate::text::unicode::is_attached;

/// The longest word looked up, in bytes; longer ones are no abbreviations and no openers.
const LONGEST_WORD: usize = 16;

/// What a listed word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Class {
    Title,
    Rank,
    Month,
    Weekday,
    State,
    Company,
    Suffix,
    Street,
    Number,
    Reference,
    Latin,
    List,
    Unit,
    Clock,
    Year,
    Brand,
    Domain,
    Opener,
    Asker,
    Dated,
    Reporting,
    Link,
}

impl Class {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::Title,
            "rank" => Self::Rank,
            "month" => Self::Month,
            "weekday" => Self::Weekday,
            "state" => Self::State,
            "company" => Self::Company,
            "suffix" => Self::Suffix,
            "street" => Self::Street,
            "number" => Self::Number,
            "reference" => Self::Reference,
            "latin" => Self::Latin,
            "list" => Self::List,
            "unit" => Self::Unit,
            "clock" => Self::Clock,
            "year" => Self::Year,
            "brand" => Self::Brand,
            "domain" => Self::Domain,
            "opener" => Self::Opener,
            "asker" => Self::Asker,
            "dated" => Self::Dated,
            "reporting" => Self::Reporting,
            "link" => Self::Link,
            _ => return None,
        })
    }

    /// Whether it is a class of openers.tsv: what it says of a word, it says before any stop.
    fn is_of_openers(self) -> bool {
        matches!(self, Self::Opener | Self::Asker | Self::Dated | Self::Reporting | Self::Link)
    }
}

/// What follows the stop of a word when a sentence ends there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Habit {
    /// No abbreviation.
    Word,
    /// Nothing: it never ends a sentence.
    Never,
    /// A common sentence opener.
    Opener,
    /// The same; or any capital, when the abbreviation stands after a comma.
    AfterComma,
    /// Any capital.
    Capital,
    /// Any capital but days, months and time zones.
    Time,
    /// After a number as of [`Habit::Time`]; else nothing.
    Year,
    /// Anything but a digit.
    Number,
    /// Anything but a number, a roman numeral or one letter.
    Reference,
}

/// One capital, or single letters with stops between: `J`, `U.S`.
fn is_initials(word: &str) -> bool {
    let mut letters = word.split('.').map(|part| {
        let mut chars = part.chars().filter(|&c| !is_attached(c));
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    });
    letters.all(|single| single) && (word.contains('.') || word.starts_with(char::is_uppercase))
}

/// What the lists say of a word.
#[derive(Debug, Clone, Copy, Default)]
struct Listed {
    /// Before a stop.
    abbreviation: Option<Class>,
    /// Wherever it stands.
    opener: Option<Class>,
}

/// What tells where the sentences of a language end.
#[derive(Debug)]
pub(crate) struct SentenceWords {
    words: Interner,
    listed: Vec<Listed>,
    /// Whether a number with a stop is an ordinal: `3. Oktober`.
    pub(super) ordinals: bool,
    /// Whether `«` closes what `»` opens.
    pub(super) turned_quotes: bool,
}

/// The lists of a language, by file: abbreviations and openers, or both in one.
macro_rules! list {
    ($name:literal) => {
        include_str!(concat!("../../../lexicons/", $name))
    };
}

const ENGLISH: [&str; 2] = [list!("abbreviations.tsv"), list!("openers.tsv")];
const OTHERS: [(Language, &str); 11] = [
    (Language::Arabic, list!("sentence_words_ar.tsv")),
    (Language::German, list!("sentence_words_de.tsv")),
    (Language::Spanish, list!("sentence_words_es.tsv")),
    (Language::French, list!("sentence_words_fr.tsv")),
    (Language::Hungarian, list!("sentence_words_hu.tsv")),
    (Language::Italian, list!("sentence_words_it.tsv")),
    (Language::Dutch, list!("sentence_words_nl.tsv")),
    (Language::Polish, list!("sentence_words_pl.tsv")),
    (Language::Portuguese, list!("sentence_words_pt.tsv")),
    (Language::Russian, list!("sentence_words_ru.tsv")),
    (Language::Ukrainian, list!("sentence_words_uk.tsv")),
];

impl SentenceWords {
    /// The words of a language, read at first use.
    pub(crate) fn of(language: Language) -> &'static Self {
        static READ_ENGLISH: LazyLock<SentenceWords> =
            LazyLock::new(|| SentenceWords::embedded(Language::English, &ENGLISH));
        static READ_OTHERS: [OnceLock<SentenceWords>; OTHERS.len()] = [const { OnceLock::new() }; OTHERS.len()];
        let other = OTHERS.iter().zip(&READ_OTHERS).find(|((known, _), _)| *known == language);
        other.map_or_else(|| &*READ_ENGLISH, |((_, list), read)| read.get_or_init(|| Self::embedded(language, &[list])))
    }

    /// Reads lists that are part of the program: a test has read them whole.
    fn embedded(language: Language, lists: &[&'static str]) -> Self {
        let turned = matches!(language, Language::German | Language::Hungarian | Language::Polish);
        let rows = lists.iter().map(|list| list.lines().count()).sum();
        let mut words = Self {
            words: Interner::with_capacity(rows),
            listed: Vec::with_capacity(rows),
            ordinals: turned,
            turned_quotes: turned,
        };
        for list in lists {
            words.read(list).unwrap_or_default();
        }
        words
    }

    /// Reads a list of `word<TAB>class` lines, each word at most once as an abbreviation and once as an opener; `# `
    /// begins a comment line.
    ///
    /// # Errors
    /// The line that is wrong.
    fn read(&mut self, list: &'static str) -> Result<(), String> {
        for line in list.lines().filter(|line| !line.starts_with("# ")) {
            let row = line.split_once('\t').and_then(|(word, class)| Some((word, Class::named(class)?)));
            let (word, class) = row.filter(|(word, _)| word.len() <= LONGEST_WORD).ok_or(line)?;
            let id = self.words.intern_text(word) as usize;
            if id == self.listed.len() {
                self.listed.push(Listed::default());
            }
            let Listed { abbreviation, opener } = &mut self.listed[id];
            let place = if class.is_of_openers() { opener } else { abbreviation };
            if place.replace(class).is_some() {
                return Err(format!("{line}, a second time"));
            }
        }
        Ok(())
    }

    pub(super) fn habit(&self, word: &str) -> Habit {
        match self.look_up(word).abbreviation {
            Some(Class::Title | Class::Rank | Class::Latin) => Habit::Never,
            Some(Class::Month | Class::Weekday | Class::Company | Class::Suffix | Class::Street) => Habit::Opener,
            Some(Class::State) => Habit::AfterComma,
            Some(Class::List | Class::Unit) => Habit::Capital,
            Some(Class::Clock) => Habit::Time,
            Some(Class::Year) => Habit::Year,
            Some(Class::Number) => Habit::Number,
            Some(Class::Reference) => Habit::Reference,
            _ if is_initials(word) || self.ordinals && is_ordinal(word) => Habit::Opener,
            _ => Habit::Word,
        }
    }

    pub(super) fn class_of(&self, word: &str) -> Option<Class> {
        let Listed { abbreviation, opener } = self.look_up(word);
        opener.or_else(|| {
            abbreviation.filter(|class| matches!(class, Class::Brand | Class::Domain | Class::Title | Class::Rank))
        })
    }

    /// What the lists say of `word` as written or, written in capitals (`SEN`), with only its first letter so.
    fn look_up(&self, word: &str) -> Listed {
        if word.is_empty() || word.len() > LONGEST_WORD {
            return Listed::default();
        }
        let listed = self.get(word);
        if word.len() < 2 || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return listed;
        }
        let mut title = [0; LONGEST_WORD];
        let title = &mut title[..word.len()];
        title.copy_from_slice(word.as_bytes());
        title[1..].make_ascii_lowercase();
        let titled = std::str::from_utf8(title).map_or_else(|_| Listed::default(), |title| self.get(title));
        // The two capitals of a postal address (VA, PA) take no stop: one after them is that of a sentence.
        let abbreviation = titled.abbreviation.filter(|&class| class != Class::State || word.len() > 2);
        Listed { abbreviation: listed.abbreviation.or(abbreviation), opener: listed.opener.or(titled.opener) }
    }

    /// What the lists say of `word` as written.
    fn get(&self, word: &str) -> Listed {
        self.words.get_text(word).map_or_else(Listed::default, |id| self.listed[id as usize])
    }
}

/// Whether a number before a stop may be an ordinal: of one or two digits (`3. Oktober`), or roman (`Ludwig XIV.`).
fn is_ordinal(word: &str) -> bool {
    let digits = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    digits || is_roman(word)
}

pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_whole() {
        for language in Language::ALL {
            let lists = OTHERS
                .iter()
                .find(|(known, _)| *known == language)
                .map_or(&ENGLISH[..], |(_, list)| std::slice::from_ref(list));
            let mut words = SentenceWords::embedded(language, &[]);
            let rows = lists.iter().flat_map(|list| list.lines()).filter(|line| !line.starts_with("# ")).count();
            for list in lists {
                assert_eq!(words.read(list), Ok(()), "{language}");
            }
            let read = words.listed.iter().flat_map(|listed| [listed.abbreviation, listed.opener]).flatten().count();
            assert_eq!(read, rows, "{language}");
            assert_eq!(words.class_of("The").is_some(), language == Language::English, "{language}");
        }
    }

    #[test]
    fn a_wrong_row_is_an_error() {
        for list in ["Dr", "Dr\tdoctor", "Dr\ttitle\tx", "Dr\ttitle\nDr\trank", "I\topener\nI\tasker", ""] {
            let mut words = SentenceWords::embedded(Language::English, &[]);
            assert_eq!(words.read(list).is_ok(), list.is_empty(), "{list:?}");
        }
    }
}
