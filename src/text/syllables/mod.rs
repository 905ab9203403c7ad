//! Syllables of a word: how many vowel sounds its spelling stands for.
//!
//! English spelling leaves one question open at every vowel letter: does it carry a syllable of its own? It does in
//! `be` and not in `came`, twice in `create` and not at all in the `e` of `placement`. [`Rules`] answers it by a table
//! of letter contexts with weights, learnt from the pronunciations of CMUdict by `train/syllables`. Each vowel letter
//! starts from a plain default, counts if it is the first of a run of vowel letters and does not otherwise; the weights
//! of all contexts found around it are added, and a positive sum is a syllable. The model is a sparse logistic
//! regression whose target is the number of syllables of the whole word (a Poisson-binomial distribution), so that no
//! alignment of letters and sounds is needed. The idea of predicting vowel sounds letter by letter from a window of
//! letters is that of `NETtalk` (Sejnowski & Rosenberg 1987, *Complex Systems* 1: 145-168); contexts of all widths side
//! by side, with the boundary written as a full stop, are those of Liang's hyphenation patterns (1983, *Word
//! Hy-phen-a-tion by Com-put-er*, Stanford).
//!
//! The words that the rules get wrong stand in `syllables.tsv`. Where CMUdict lists several pronunciations of a word,
//! the first one listed is taken.

mod numbers;
pub(crate) mod rules;

use unicode_normalization::char::decompose_canonical;

pub(crate) use rules::Rules;
use rules::is_vowel;

use super::unicode::is_alphanumeric;

/// Counts the syllables of words: by a list of words, and by rules for all others.
#[derive(Debug, Clone)]
pub(crate) struct Syllables {
    rules: Rules,
    /// In alphabetical order.
    words: Vec<(&'static str, u8)>,
    /// Where the words begin that start with each byte, and where the last ones end.
    starts: [usize; 257],
}

impl Syllables {
    /// Counts by `rules` except for `words`, which are in alphabetical order.
    pub(crate) fn new(rules: Rules, words: Vec<(&'static str, u8)>) -> Self {
        debug_assert!(words.is_sorted());
        let starts = std::array::from_fn(|byte| words.partition_point(|(word, _)| first_byte(word) < byte));
        Self { rules, words, starts }
    }

    /// The words that the rules would get wrong, and their syllables.
    pub(crate) fn words(&self) -> &[(&'static str, u8)] {
        &self.words
    }

    /// The syllables of a folded word; at least 1 if it holds a letter or a digit and is not listed with 0 (`hm`).
    ///
    /// The whole word is not looked up, because the vocabulary has done so already; its parts are.
    ///
    /// * The parts of a hyphenated word are added up; so are single letters (`u.s`, `p.m`) and whatever else stands
    ///   between marks. A full stop inside a name of the web is read: `example.com` has five.
    /// * A possessive adds a syllable after a hissing sound only: `horse's`, not `dog's`.
    /// * Numbers are read as in American English: `365` = three hundred sixty-five; `3.5` = three point five;
    ///   four digits as a year (1100 to 1999 and 2010 to 2099): `1918`, `2024`; `21st`, `1990s`.
    /// * A word without vowel letters is spelt out (`bbc`), unless the list has it (`mr`).
    /// * Letters joined by an ampersand are spelt out, and the ampersand is read: `at&t`.
    /// * An accent is dropped (`ř` as `r`) but keeps its vowel sounded where it is there for that: `é`, `ï`, `ö`, `è`.
    /// * A Chinese, Japanese or Korean character counts 1; a run of letters of any other script counts 1.
    ///
    /// Takes time in proportion to the length of the word.
    pub(crate) fn count(&self, word: &str) -> u32 {
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return self.letters(word.as_bytes());
        }
        let is_mark = |c: char| c.is_ascii_punctuation() && !matches!(c, '\'' | '.' | ',') || matches!(c, '‐'..='―');
        let ands = word.bytes().filter(|&byte| byte == b'&').count() as u32;
        let parts = word.split(is_mark).map(|part| match part.len() {
            1..=2 if ands > 0 && part.is_ascii() => spelt(part.as_bytes()),
            _ => self.part(part),
        });
        let spoken = word.chars().any(char::is_alphanumeric);
        (parts.sum::<u32>() + ands).max(1) * u32::from(spoken)
    }

    /// The syllables that a possessive `'s` adds to `owner`: one after a hissing sound, else none.
    fn possessive(owner: &str) -> u32 {
        const HISSES: [&str; 9] = ["s", "x", "z", "ch", "sh", "ce", "se", "ze", "ge"];
        u32::from(HISSES.iter().any(|hiss| owner.ends_with(hiss)))
    }

    /// The syllables of a piece without hyphens: a word with its clitic, a number, letters between full stops.
    fn part(&self, part: &str) -> u32 {
        if let Some(count) = self.listed(part) {
            return count;
        }
        if !part.contains('\'') {
            return self.runs(part);
        }
        let part = part.trim_matches('\'');
        if let Some(owner) = part.strip_suffix("'s") {
            return self.owner(owner) + Self::possessive(owner);
        }
        // A contraction is a syllable of its own where no vowel sound comes before it: didn't, that'll, could've.
        for clitic in ["n't", "'ll", "'d", "'ve", "'re"] {
            if let Some(head) = part.strip_suffix(clitic).filter(|head| !head.is_empty()) {
                return self.owner(head) + u32::from(ends_in_consonant_sound(head));
            }
        }
        self.owner(part)
    }

    /// The syllables of a piece without its clitic.
    fn owner(&self, owner: &str) -> u32 {
        self.listed(owner).unwrap_or_else(|| self.runs(owner))
    }

    /// Adds up the runs of Latin letters, of digits and of other characters in `part`.
    fn runs(&self, part: &str) -> u32 {
        let mut count = 0;
        let mut letters: Vec<u8> = Vec::with_capacity(part.len());
        // Whether the last run of letters was longer than one and a full stop came after it.
        let mut stopped = false;
        let mut foreign = false;
        let mut rest = part;
        while let Some(c) = rest.chars().next() {
            let mut length = c.len_utf8();
            // o'clock is read as one run; a mark that did not combine says nothing.
            if !fold_latin(c, &mut letters) && c != '\'' && !is_combining(c) {
                count += self.run(&letters, stopped);
                stopped = c == '.' && letters.len() > 1;
                letters.clear();
                if c.is_ascii_digit() {
                    let (syllables, digits) = numbers::number(rest);
                    count += syllables;
                    length = digits;
                } else {
                    count += u32::from(is_syllabic(c) || is_alphanumeric(c) && !foreign);
                }
                foreign = is_alphanumeric(c) && !c.is_ascii() && !is_syllabic(c);
            }
            rest = &rest[length..];
        }
        count + self.run(&letters, stopped)
    }

    /// The syllables of a run of letters, and of "dot" where one is read before it: `example.com`, not `ph.d`.
    fn run(&self, letters: &[u8], stopped: bool) -> u32 {
        if letters.is_empty() { 0 } else { self.letters(letters) + u32::from(stopped && letters.len() > 1) }
    }

    /// The syllables of a run of letters; a capital is a vowel whose accent keeps it sounded.
    fn letters(&self, word: &[u8]) -> u32 {
        self.rules.count(word).or_else(|| self.listed(std::str::from_utf8(word).ok()?)).unwrap_or_else(|| spelt(word))
    }

    /// The syllables of a word of the list.
    fn listed(&self, word: &str) -> Option<u32> {
        let first = first_byte(word);
        let words = &self.words[self.starts[first]..self.starts[first + 1]];
        let at = words.binary_search_by_key(&word, |&(listed, _)| listed).ok()?;
        Some(u32::from(words[at].1))
    }
}

/// The first byte of a word; 0 of none.
fn first_byte(word: &str) -> usize {
    word.bytes().next().map_or(0, usize::from)
}

/// The names of letters: only "double-u" has more than one syllable.
fn spelt(word: &[u8]) -> u32 {
    word.iter().map(|&letter| if letter == b'w' { 3 } else { 1 }).sum()
}

/// Whether a word ends in a consonant as heard: `that`, `have`, not `we`, `who`, `they`, `how`.
fn ends_in_consonant_sound(word: &str) -> bool {
    match word.as_bytes() {
        [stem @ .., b'e'] => stem.iter().any(|&letter| is_vowel(letter)),
        [.., last] => !is_vowel(*last) && *last != b'w',
        [] => false,
    }
}

/// Appends the base letters of a Latin letter; `false` if `c` is none.
///
/// A vowel whose accent says that it is sounded is appended as a capital: an acute or a diaeresis (`café`, `naïve`,
/// `Müller`), and a grave on e (`learnèd`).
fn fold_latin(c: char, letters: &mut Vec<u8>) -> bool {
    if c.is_ascii() {
        if c.is_ascii_alphabetic() {
            letters.push(c.to_ascii_lowercase() as u8);
        }
        return c.is_ascii_alphabetic();
    }
    let spelling = match c {
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ß' | 'ẞ' => "ss",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ħ' | 'Ħ' => "h",
        'ı' => "i",
        'ə' | 'Ə' => "e",
        _ => "",
    };
    letters.extend_from_slice(spelling.as_bytes());
    let (mut base, mut sounded) = (None, false);
    decompose_canonical(c, |piece| match piece {
        'a'..='z' | 'A'..='Z' => base = Some(piece.to_ascii_lowercase() as u8),
        '\u{0301}' | '\u{0308}' => sounded = true,
        '\u{0300}' => sounded |= base == Some(b'e'),
        _ => {}
    });
    if let Some(base) = base {
        letters.push(if sounded && is_vowel(base) { base.to_ascii_uppercase() } else { base });
    }
    base.is_some() || !spelling.is_empty()
}

/// Whether `c` is a mark that combines with the letter before it.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}')
}

/// Whether a character of a script stands for about one syllable: Chinese characters, kana, Hangul.
fn is_syllabic(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}
