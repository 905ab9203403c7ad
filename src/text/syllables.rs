//! Syllables of a word by rule: how many vowel sounds its spelling stands for.
//!
//! English spelling leaves one question open at every vowel letter: does it carry a syllable of its own? It does in
//! `be` and not in `came`, twice in `create` and not at all in the `e` of `placement`. [`SyllableRules`] answers it by a
//! table of letter contexts with weights, learnt from the pronunciations of CMUdict (see the head of
//! `syllable_rules.tsv`). Each vowel letter starts from a plain default, counts if it is the first of a run of vowel
//! letters and does not otherwise; the weights of all contexts found around it are added, and a positive sum is a
//! syllable. The model is a sparse logistic regression whose target is the number of syllables of the whole word
//! (a Poisson-binomial distribution), so that no alignment of letters and sounds is needed. The idea of
//! predicting vowel sounds letter by letter from a window of letters is that of `NETtalk` (Sejnowski & Rosenberg 1987,
//! *Complex Systems* 1: 145-168); contexts of all widths side by side, with the boundary written as a full stop,
//! are those of Liang's hyphenation patterns (1983, *Word Hy-phen-a-tion by Com-put-er*, Stanford).
//!
//! Numbers are counted as read aloud, as the formulas were published: "four for 1918, nineteen-eighteen" (Flesch 1948,
//! *Journal of Applied Psychology* 32: 221-233).
//!
//! This module knows rules only. The words that the rules get wrong stand in `syllables.tsv`, and whoever counts looks
//! a word up there first.

use std::fmt;
use std::ops::RangeInclusive;

use unicode_normalization::char::decompose_canonical;

/// How many letters before and after a vowel letter a context may name.
const REACH: usize = 5;
/// The symbols of a context: letters are 1 to 26, [`EDGE`] is the word boundary, [`TURN`] ends the letters to the right.
pub(crate) const EDGE: u8 = 27;
pub(crate) const TURN: u8 = 0;
/// The weight with which a letter starts: for a syllable if positive.
const DEFAULT: i32 = 20;
/// Numbers of four digits that are read as years, two digits at a time.
const YEARS: RangeInclusive<u64> = 1100..=1999;

/// A line of the table of rules that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what would be right.
    pub reason: String,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl std::error::Error for RuleError {}

/// A node of the trie of contexts: its weight, and which symbols continue it.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    weight: i32,
    /// Bit `s` is set if symbol `s` continues the context.
    symbols: u32,
    /// The first child; the others follow in the order of their symbols.
    first: u32,
}

/// Counts the syllables of words by a table of letter contexts.
///
/// ```ignore
/// let rules = SyllableRules::parse("clientE.\t-60\n")?;
/// assert_eq!(rules.count("clientele"), 3);
/// ```
#[derive(Debug, Clone)]
pub struct SyllableRules {
    /// The root is node 0. A path reads: the letter itself, the letters to its right, [`TURN`], the letters to its left.
    nodes: Vec<Node>,
    /// Words without vowel letters that are read as words, in alphabetical order.
    words: Vec<(Box<str>, u32)>,
}

impl SyllableRules {
    /// Reads the table: `context<TAB>weight` or `word<TAB>count` a line, `#` for comments.
    ///
    /// A context holds one capital, the letter that is judged, and up to five letters on either side; a full stop is
    /// the word boundary. A row without a capital is a whole word without vowel letters that is not spelt out.
    ///
    /// # Errors
    ///
    /// The first line that does not have this form, or repeats another.
    pub fn parse(table: &str) -> Result<Self, RuleError> {
        let mut contexts = Vec::new();
        let mut words = Vec::new();
        for (index, row) in table.lines().enumerate() {
            if row.is_empty() || row.starts_with('#') {
                continue;
            }
            let line = index + 1;
            let wrong = |reason: &str| RuleError { line, reason: format!("`{row}`: {reason}") };
            let (key, value) = row.split_once('\t').ok_or_else(|| wrong("a row is a context, a tab and a number"))?;
            let value: i16 =
                value.parse().map_err(|_| wrong("the second column is a whole number, -32768 to 32767"))?;
            if key.bytes().any(|byte| byte.is_ascii_uppercase()) {
                let path = pack_context(key.as_bytes()).ok_or_else(|| {
                    wrong("a context is one capital with up to five small letters on either side, the outermost a full stop at a word boundary")
                })?;
                contexts.push((path, i32::from(value), line));
            } else {
                let count = u32::try_from(value).ok().filter(|&count| count > 0);
                words.push((key.into(), count.ok_or_else(|| wrong("a word has at least one syllable"))?));
            }
        }
        contexts.sort_unstable();
        if let Some(pair) = contexts.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(RuleError { line: pair[1].2, reason: format!("the context of line {} again", pair[0].2) });
        }
        words.sort_unstable();
        Ok(Self { nodes: trie(&contexts), words })
    }

    /// The syllables of a word in lower case with straight apostrophes; at least 1 if it holds a letter or a digit.
    ///
    /// * The parts of a hyphenated word are added up; so are single letters (`u.s`, `p.m`) and whatever else stands
    ///   between marks. A full stop inside a name of the web is read: `example.com` has five.
    /// * A possessive adds a syllable after a hissing sound only: `horse's`, not `dog's`.
    /// * Numbers are read as in American English: `365` = three hundred sixty-five; `3.5` = three point five;
    ///   four digits from 1100 to 1999 as a year; `21st`, `1990s`.
    /// * A word without vowel letters is spelt out (`bbc`), unless the table lists it (`mr`).
    /// * An accent is dropped (`ř` as `r`) but keeps its vowel sounded where it is there for that: `é`, `ï`, `ö`, `è`.
    /// * A Chinese, Japanese or Korean character counts 1; a run of letters of any other script counts 1.
    ///
    /// Takes time in proportion to the length of the word.
    pub fn count(&self, word: &str) -> u32 {
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return self.letters(word.as_bytes());
        }
        let marks = |c: char| c.is_ascii_punctuation() && !matches!(c, '\'' | '.' | ',') || matches!(c, '‐'..='―');
        let parts: u32 = word.split(marks).map(|part| self.part(part)).sum();
        // AT&T is read with "and".
        let ands = word.matches('&').count() as u32;
        let spoken = word.chars().any(char::is_alphanumeric);
        (parts + ands).max(1) * u32::from(spoken)
    }

    /// The syllables that a possessive `'s` adds to `owner`: one after a hissing sound, else none.
    pub fn possessive(owner: &str) -> u32 {
        const HISSES: [&str; 9] = ["s", "x", "z", "ch", "sh", "ce", "se", "ze", "ge"];
        u32::from(HISSES.iter().any(|hiss| owner.ends_with(hiss)))
    }

    /// The syllables of a piece without hyphens: a word with its clitic, a number, letters between full stops.
    fn part(&self, part: &str) -> u32 {
        let part = part.trim_matches('\'');
        if let Some(owner) = part.strip_suffix("'s") {
            return self.runs(owner) + Self::possessive(owner);
        }
        // A contraction is a syllable of its own where no vowel sound comes before it: didn't, that'll, could've.
        for clitic in ["n't", "'ll", "'d", "'ve", "'re"] {
            if let Some(head) = part.strip_suffix(clitic).filter(|head| !head.is_empty()) {
                return self.runs(head) + u32::from(ends_in_consonant_sound(head));
            }
        }
        self.runs(part)
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
            if !fold_latin(c, &mut letters) && c != '\'' && !is_mark(c) {
                count += self.run(&letters, stopped);
                stopped = c == '.' && letters.len() > 1;
                letters.clear();
                if c.is_ascii_digit() {
                    let (syllables, digits) = number(rest);
                    count += syllables;
                    length = digits;
                } else {
                    count += u32::from(is_syllabic(c) || c.is_alphanumeric() && !foreign);
                }
                foreign = c.is_alphanumeric() && !c.is_ascii() && !is_syllabic(c);
            }
            rest = &rest[length..];
        }
        count + self.run(&letters, stopped)
    }

    /// The syllables of a run of letters, and of "dot" where one is read before it: `example.com`, not `ph.d`.
    fn run(&self, letters: &[u8], stopped: bool) -> u32 {
        self.letters(letters) + u32::from(stopped && letters.len() > 1)
    }

    /// The syllables of a run of letters `a` to `z`; a capital is a vowel whose accent keeps it sounded.
    fn letters(&self, word: &[u8]) -> u32 {
        let mut syllables = 0;
        let mut vowels = false;
        for (at, &letter) in word.iter().enumerate() {
            let Some(default) = default_weight(word, at) else { continue };
            vowels |= is_vowel(letter);
            syllables += u32::from(letter.is_ascii_uppercase() || default + self.weight(word, at) > 0);
        }
        match (vowels, word) {
            (_, []) => 0,
            (true, _) => syllables.max(1),
            (false, _) => self.spelt(word),
        }
    }

    /// The sum of the weights of all contexts around the letter at `at`.
    fn weight(&self, word: &[u8], at: usize) -> i32 {
        let mut sum = 0;
        let mut right = at;
        let mut spine = self.child(0, symbol(word, at));
        while let Some(turning) = spine {
            let mut left = at;
            let mut reached = self.child(turning, TURN);
            while let Some(node) = reached {
                sum += self.nodes[node].weight;
                left = left.wrapping_sub(1);
                reached = self.child(node, symbol(word, left));
            }
            right += 1;
            spine = self.child(turning, symbol(word, right));
        }
        sum
    }

    /// The node after `node` on the path that goes on with `symbol`.
    #[inline]
    fn child(&self, node: usize, symbol: u8) -> Option<usize> {
        let Node { symbols, first, .. } = self.nodes[node];
        let bit = 1u32 << symbol;
        (symbols & bit != 0).then(|| first as usize + (symbols & (bit - 1)).count_ones() as usize)
    }

    /// The syllables of a word without vowel letters: as listed, else the names of its letters.
    fn spelt(&self, word: &[u8]) -> u32 {
        match self.words.binary_search_by(|(known, _)| known.as_bytes().cmp(word)) {
            Ok(at) => self.words[at].1,
            Err(_) => word.iter().map(|&letter| if letter == b'w' { 3 } else { 1 }).sum(),
        }
    }
}

/// The trie of sorted contexts, level by level, so that the children of a node stand side by side.
fn trie(contexts: &[(u64, i32, usize)]) -> Vec<Node> {
    let mut nodes = vec![Node::default()];
    // The rows that pass through each node of a level.
    let mut level = vec![0..contexts.len()];
    for depth in 0..DEPTH {
        let parents = nodes.len() - level.len();
        let mut next = Vec::new();
        for (parent, rows) in (parents..).zip(level) {
            nodes[parent].first = nodes.len() as u32;
            let mut start = rows.start;
            while start < rows.end {
                let path = contexts[start].0;
                let symbol = path_symbol(path, depth);
                let same = |row: &(u64, i32, usize)| path_symbol(row.0, depth) == symbol;
                let end = start + contexts[start..rows.end].iter().take_while(|row| same(row)).count();
                // A path that is used up is all zeros from here; the first zero after the letter is the turn.
                if symbol != TURN || !is_turned(path, depth) {
                    nodes[parent].symbols |= 1 << symbol;
                    let ends = is_turned(path, depth + 1) && path_rest(path, depth + 1) == 0;
                    nodes.push(Node { weight: if ends { contexts[start].1 } else { 0 }, ..Node::default() });
                    next.push(start..end);
                }
                start = end;
            }
        }
        level = next;
    }
    nodes
}

/// A path has the letter, up to [`REACH`] symbols to its right, the turn, and up to [`REACH`] to its left.
pub(crate) const DEPTH: usize = 2 * REACH + 2;

/// The path of a context in 5 bits a symbol from the top, or none if it is not a context.
pub(crate) fn pack_context(context: &[u8]) -> Option<u64> {
    let at = context.iter().position(u8::is_ascii_uppercase)?;
    let (left, right) = (&context[..at], &context[at + 1..]);
    let well_formed = |side: &[u8]| match side {
        [inner @ .., last] => (last.is_ascii_lowercase() || *last == b'.') && inner.iter().all(u8::is_ascii_lowercase),
        [] => true,
    };
    let outwards: Vec<u8> = left.iter().rev().copied().collect();
    if left.len() > REACH || right.len() > REACH || !well_formed(&outwards) || !well_formed(right) {
        return None;
    }
    let code = |&byte: &u8| if byte == b'.' { EDGE } else { byte & 31 };
    let symbols = context[at..].iter().map(code).chain([TURN]).chain(outwards.iter().map(code));
    Some(symbols.enumerate().fold(0, |path, (depth, symbol)| path | u64::from(symbol) << path_shift(depth)))
}

/// Where the symbol of a depth stands in a path.
fn path_shift(depth: usize) -> usize {
    5 * (DEPTH - 1 - depth)
}

/// The symbol of `path` at `depth`.
pub(crate) fn path_symbol(path: u64, depth: usize) -> u8 {
    (path >> path_shift(depth)) as u8 & 31
}

/// What is left of `path` from `depth` on.
fn path_rest(path: u64, depth: usize) -> u64 {
    path & ((1 << (5 * (DEPTH - depth))) - 1)
}

/// Whether `path` has its turn before `depth`.
fn is_turned(path: u64, depth: usize) -> bool {
    (0..depth).any(|earlier| path_symbol(path, earlier) == TURN)
}

/// The symbol of the letter at `at`, or of the word boundary.
#[inline]
fn symbol(word: &[u8], at: usize) -> u8 {
    word.get(at).map_or(EDGE, |letter| letter & 31)
}

/// Whether a letter is one of a, e, i, o, u and y.
#[inline]
fn is_vowel(letter: u8) -> bool {
    const VOWELS: u32 = 1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21 | 1 << 25;
    VOWELS >> (letter & 31) & 1 != 0
}

/// The weight with which the letter at `at` starts, or none if it can carry no syllable.
///
/// A vowel letter counts by default unless another stands before it. A few consonants can carry a syllable but by
/// default do not: the m of `prism` and `rhythm`, the l of `Vogl`, and the c of `McGee`, which has the vowel before it.
pub(crate) fn default_weight(word: &[u8], at: usize) -> Option<i32> {
    let letter = word[at];
    let before = if at == 0 { b'.' } else { word[at - 1] };
    if is_vowel(letter) {
        return Some(if is_vowel(before) && at > 0 { -DEFAULT } else { DEFAULT });
    }
    let at_end = || matches!(word.get(at + 1), None | Some(b's'));
    let carries = match letter {
        b'm' => matches!(before, b's' | b'h') && at_end(),
        b'l' => !is_vowel(before) && !matches!(before, b'l' | b'r' | b'w' | b'.') && at_end(),
        b'c' => before == b'm' && at == 1,
        _ => false,
    };
    carries.then_some(-DEFAULT)
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
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}')
}

/// Whether a character of a script stands for about one syllable: Chinese characters, kana, Hangul.
fn is_syllabic(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// The syllables of the number at the head of `text`, which begins with a digit, and its length in bytes.
///
/// It takes grouping commas, a decimal fraction, and the ending of an ordinal or a plural with it.
fn number(text: &str) -> (u32, usize) {
    let bytes = text.as_bytes();
    let digits_at =
        |at: usize| bytes.get(at..).map_or(0, |tail| tail.iter().take_while(|b| b.is_ascii_digit()).count());
    let mut length = digits_at(0);
    let mut digits = bytes[..length].to_vec();
    let grouped = length <= 3 && bytes.get(length) == Some(&b',') && digits_at(length + 1) == 3;
    while grouped && bytes.get(length) == Some(&b',') && digits_at(length + 1) == 3 {
        digits.extend_from_slice(&bytes[length + 1..length + 4]);
        length += 4;
    }
    let decimals = if bytes.get(length) == Some(&b'.') { digits_at(length + 1) } else { 0 };
    let value = small_value(&digits).filter(|_| digits[0] != b'0' || digits.len() == 1);
    let mut syllables = match value {
        Some(year) if YEARS.contains(&year) && !grouped && decimals == 0 => year_syllables(year),
        Some(value) => cardinal_syllables(value),
        None => digit_by_digit(&digits),
    };
    if decimals > 0 {
        let fraction = &bytes[length + 1..=length + decimals];
        return (syllables + 1 + digit_by_digit(fraction), length + 1 + decimals);
    }
    let letters = bytes[length..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let ending = &bytes[length..length + letters];
    let last = value.unwrap_or(0) % 100;
    match ending {
        // One more in "second" and "twentieth", none in "first", "third", "fourth" and "hundredth".
        b"st" | b"nd" | b"rd" | b"th" => {
            syllables += u32::from(last % 10 == 2 && last != 12 || last % 10 == 0 && last > 10);
            length += letters;
        }
        // "nineteen nineties", "twos"; but "sixes".
        b"s" => {
            syllables += u32::from(last % 10 == 6 && last != 16);
            length += letters;
        }
        _ => {}
    }
    (syllables, length)
}

/// The value of up to 18 digits.
fn small_value(digits: &[u8]) -> Option<u64> {
    (digits.len() <= 18).then(|| digits.iter().fold(0, |value, digit| value * 10 + u64::from(digit - b'0')))
}

/// Digits read one after the other: only "zero" and "seven" have two syllables.
fn digit_by_digit(digits: &[u8]) -> u32 {
    digits.iter().map(|digit| if matches!(digit, b'0' | b'7') { 2 } else { 1 }).sum()
}

/// A year read two digits at a time: "nineteen eighteen", "nineteen oh five", "nineteen hundred".
fn year_syllables(year: u64) -> u32 {
    let tail = match year % 100 {
        0 => 2,
        units @ 1..=9 => 1 + below_thousand(units),
        rest => below_thousand(rest),
    };
    below_thousand(year / 100) + tail
}

/// A whole number as an American reads it, without "and".
fn cardinal_syllables(value: u64) -> u32 {
    // Hundreds, thousand, million, billion, trillion, quadrillion.
    const SCALES: [u32; 6] = [0, 2, 2, 2, 2, 3];
    if value == 0 {
        return 2;
    }
    let mut syllables = 0;
    let mut rest = value;
    for scale in SCALES {
        let group = rest % 1000;
        if group > 0 {
            syllables += below_thousand(group) + scale;
        }
        rest /= 1000;
    }
    syllables
}

/// A number from 0 (nothing) to 999.
fn below_thousand(value: u64) -> u32 {
    let units = |value: u64| match value {
        0 => 0,
        7 => 2,
        1..=10 | 12 => 1,
        11 | 17 => 3,
        _ => 2,
    };
    let tens = |value: u64| match value {
        0..=19 => units(value),
        70..=79 => 3 + units(value % 10),
        _ => 2 + units(value % 10),
    };
    let hundreds = if value >= 100 { units(value / 100) + 2 } else { 0 };
    hundreds + tens(value % 100)
}
