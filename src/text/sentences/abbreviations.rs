//! The listed words, and what each kind of abbreviation lets follow.

use std::sync::LazyLock;

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
    /// Anything but a digit.
    Number,
    /// Anything but a number, a roman numeral or one letter.
    Reference,
}

impl Habit {
    pub(super) fn of(word: &str) -> Self {
        match abbreviation_class(word) {
            Some(Class::Title | Class::Rank | Class::Latin) => Self::Never,
            Some(Class::Month | Class::Weekday | Class::Company | Class::Suffix | Class::Street) => Self::Opener,
            Some(Class::State) => Self::AfterComma,
            Some(Class::List | Class::Unit) => Self::Capital,
            Some(Class::Clock) => Self::Time,
            Some(Class::Number) => Self::Number,
            Some(Class::Reference) => Self::Reference,
            _ if is_initials(word) => Self::Opener,
            _ => Self::Word,
        }
    }
}

/// One capital, or single letters with stops between: `J`, `U.S`.
fn is_initials(word: &str) -> bool {
    let mut letters = word.split('.').map(|part| {
        let mut chars = part.chars().filter(|&c| !is_attached(c));
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    });
    letters.all(|single| single) && (word.contains('.') || word.starts_with(char::is_uppercase))
}

/// Words with their classes.
#[derive(Debug)]
struct Classes {
    words: Interner,
    classes: Vec<Class>,
}

impl Classes {
    /// Without words.
    fn with_capacity(words: usize) -> Self {
        Self { words: Interner::with_capacity(words), classes: Vec::with_capacity(words) }
    }

    /// Reads a list of `word<TAB>class` lines, each word once; `# ` begins a comment line.
    ///
    /// # Errors
    /// The line that is wrong.
    fn read(list: &'static str) -> Result<Self, String> {
        let mut read = Self::with_capacity(list.lines().count());
        for line in list.lines().filter(|line| !line.starts_with("# ")) {
            let row = line.split_once('\t').and_then(|(word, class)| Some((word, Class::named(class)?)));
            let (word, class) = row.filter(|(word, _)| word.len() <= LONGEST_WORD).ok_or(line)?;
            if read.words.intern_text(word) as usize != read.classes.len() {
                return Err(format!("{line}, a second time"));
            }
            read.classes.push(class);
        }
        Ok(read)
    }

    fn get(&self, word: &str) -> Option<Class> {
        self.classes.get(self.words.get_text(word)? as usize).copied()
    }
}

const ABBREVIATION_LIST: &str = include_str!("../../../lexicons/abbreviations.tsv");
const OPENER_LIST: &str = include_str!("../../../lexicons/openers.tsv");

static ABBREVIATIONS: LazyLock<Classes> = LazyLock::new(|| embedded(ABBREVIATION_LIST));
static OPENERS: LazyLock<Classes> = LazyLock::new(|| embedded(OPENER_LIST));

/// A list that is part of the program: a test has read it whole.
fn embedded(list: &'static str) -> Classes {
    Classes::read(list).unwrap_or_else(|_| Classes::with_capacity(0))
}

fn abbreviation_class(word: &str) -> Option<Class> {
    look_up(&ABBREVIATIONS, word)
}

pub(super) fn class_of(word: &str) -> Option<Class> {
    look_up(&OPENERS, word).or_else(|| {
        look_up(&ABBREVIATIONS, word)
            .filter(|class| matches!(class, Class::Brand | Class::Domain | Class::Title | Class::Rank))
    })
}

/// The class of `word` as written or, written in capitals (`SEN`), with only its first letter so.
fn look_up(classes: &Classes, word: &str) -> Option<Class> {
    if word.is_empty() || word.len() > LONGEST_WORD {
        return None;
    }
    if let Some(class) = classes.get(word) {
        return Some(class);
    }
    if word.len() < 2 || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let mut title = [0; LONGEST_WORD];
    let title = &mut title[..word.len()];
    title.copy_from_slice(word.as_bytes());
    title[1..].make_ascii_lowercase();
    let class = classes.get(std::str::from_utf8(title).ok()?);
    // The two capitals of a postal address (VA, PA) take no stop: one after them is that of a sentence.
    class.filter(|&class| class != Class::State || word.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_whole() {
        for list in [ABBREVIATION_LIST, OPENER_LIST] {
            let rows = list.lines().filter(|line| !line.starts_with("# ")).count();
            assert_eq!(Classes::read(list).map(|read| read.classes.len()), Ok(rows));
        }
    }

    #[test]
    fn a_wrong_row_is_an_error() {
        for list in ["Dr", "Dr\tdoctor", "Dr\ttitle\tx", "Dr\ttitle\nDr\trank", ""] {
            assert_eq!(Classes::read(list).is_ok(), list.is_empty(), "{list:?}");
        }
    }
}
