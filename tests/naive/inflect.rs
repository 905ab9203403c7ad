//! English inflection: the irregular forms of the table, the regular ones by the school rules.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::tables;

static IRREGULAR: LazyLock<HashMap<(String, String), String>> = LazyLock::new(|| {
    let rows = tables::rows("lexicons/irregular.tsv");
    rows.iter().map(|row| ((row.cell(0).to_owned(), row.cell(1).to_owned()), row.cell(2).to_owned())).collect()
});

/// A noun and its plurals.
pub(crate) fn noun(word: &str) -> Vec<String> {
    forms(word, "noun", || vec![s_form(word)])
}

/// A verb and its forms.
pub(crate) fn verb(word: &str) -> Vec<String> {
    forms(word, "verb", || {
        let mut forms = vec![s_form(word), ed_form(word), ing_form(word)];
        if is_british_double(word) {
            forms.extend([format!("{word}led"), format!("{word}ling")]);
        }
        forms
    })
}

fn forms(word: &str, pos: &str, regular: impl FnOnce() -> Vec<String>) -> Vec<String> {
    let others = match IRREGULAR.get(&(word.to_owned(), pos.to_owned())) {
        Some(forms) => forms.split(' ').map(str::to_owned).collect(),
        None => regular(),
    };
    [vec![word.to_owned()], others].concat()
}

fn is_vowel(c: char) -> bool {
    "aeiou".contains(c)
}

fn ends(word: &str, endings: &str) -> bool {
    endings.split(' ').any(|ending| word.ends_with(ending))
}

/// Consonant and y: try, tries, tried.
fn y_stem(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('y')?;
    (!stem.ends_with(is_vowel) && !stem.is_empty()).then_some(stem)
}

fn s_form(word: &str) -> String {
    match y_stem(word) {
        Some(stem) => format!("{stem}ies"),
        None if ends(word, "s x z ch sh") => format!("{word}es"),
        None => format!("{word}s"),
    }
}

fn ed_form(word: &str) -> String {
    match y_stem(word) {
        Some(stem) => format!("{stem}ied"),
        None if word.ends_with('e') => format!("{word}d"),
        None => format!("{}ed", before_vowel(word)),
    }
}

fn ing_form(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match word.strip_suffix('e') {
        Some(stem) if !ends(word, "ee ye oe") => format!("{stem}ing"),
        _ => format!("{}ing", before_vowel(word)),
    }
}

/// One short syllable that ends in vowel and consonant doubles the consonant: slam, slamm-.
fn before_vowel(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let [.., before, vowel, last] = letters[..] else { return word.to_owned() };
    let qu = word.len() >= 4 && word[..word.len() - 2].ends_with("qu");
    let short = is_vowel(vowel) && (!is_vowel(before) || qu);
    let doubles = short && !is_vowel(last) && !"wxy".contains(last) && syllables(word) == 1;
    if doubles { format!("{word}{last}") } else { word.to_owned() }
}

/// A longer verb in vowel and l: imperil, imperilled beside imperiled.
fn is_british_double(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters[..], [_, .., before, vowel, 'l'] if is_vowel(vowel) && !is_vowel(before)) && syllables(word) > 1
}

/// Runs of vowels, y among them but at the start.
fn syllables(word: &str) -> usize {
    let marked: String =
        word.char_indices().map(|(at, c)| if is_vowel(c) || c == 'y' && at > 0 { 'v' } else { ' ' }).collect();
    marked.split_whitespace().count()
}
