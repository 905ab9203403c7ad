//! Made-up words: compounds and derivations of the kind that news language coins every day.
//!
//! A dictionary holds few words such as `livestream` or `antioxidant`, so that the fit would learn little of a silent e
//! inside a word and of a prefix before a vowel. The words made here are joined from words of the sample whose
//! syllables are known, and the parts keep theirs.

use std::collections::BTreeMap;

use crate::fit::{Sample, Shuffle};

/// Prefixes that keep their syllables before any word, and how many these are.
const PREFIXES: [(&str, u32); 28] = [
    ("anti", 2),
    ("auto", 2),
    ("bio", 2),
    ("co", 1),
    ("counter", 2),
    ("crypto", 2),
    ("cyber", 2),
    ("de", 1),
    ("eco", 2),
    ("extra", 2),
    ("geo", 2),
    ("hyper", 2),
    ("inter", 2),
    ("micro", 2),
    ("multi", 2),
    ("neuro", 2),
    ("non", 1),
    ("out", 1),
    ("over", 2),
    ("pre", 1),
    ("pseudo", 2),
    ("re", 1),
    ("sub", 1),
    ("super", 2),
    ("tele", 2),
    ("ultra", 2),
    ("un", 1),
    ("under", 2),
];
/// How many words are tried with each verb that ends in a silent e.
const COMPOUNDS: usize = 20;
/// How many words are tried with each prefix.
const DERIVATIONS: usize = 200;

/// Compounds and derivations of the words of `samples` that are not words of it themselves.
///
/// Parts are verbs and their forms. They are told from surnames, which are half of CMUdict, by their form in -ing.
pub fn compose(samples: &[Sample]) -> Vec<Sample> {
    let counts: BTreeMap<&str, u32> = samples.iter().map(|sample| (sample.word.as_str(), sample.first)).collect();
    let (mut heads, mut tails) = (Vec::new(), Vec::new());
    for (&word, &count) in counts.iter().filter(|(word, _)| word.len() >= 3) {
        let stem = word.strip_suffix('e').unwrap_or(word);
        let ing = format!("{stem}ing");
        if counts.get(ing.as_str()) != Some(&(count + 1)) {
            continue;
        }
        let silent_e = stem.len() < word.len() && !stem.ends_with(is_vowel) && !counts.contains_key(stem);
        if silent_e && count == 1 {
            heads.push((word, count));
        }
        let forms = [word.to_owned(), ing, format!("{stem}ed"), format!("{stem}er"), format!("{word}s")];
        tails.extend(forms.iter().filter_map(|form| counts.get_key_value(form.as_str())));
    }
    let (before_vowel, before_consonant): (Vec<_>, Vec<_>) =
        tails.into_iter().partition(|(tail, _)| tail.starts_with(is_vowel));
    let mut shuffle = Shuffle::new(3);
    let mut made = BTreeMap::new();
    let mut join = |(head, own): (&str, u32), tails: &[(&&str, &u32)], times: usize| {
        for _ in 0..times {
            let Some(&(tail, count)) = shuffle.choose(tails) else { return };
            let word = format!("{head}{tail}");
            if !counts.contains_key(word.as_str()) {
                made.insert(word, own + count);
            }
        }
    };
    for head in heads {
        // A vowel would be read together with the silent e.
        join(head, &before_consonant, COMPOUNDS);
    }
    for prefix in PREFIXES {
        join(prefix, &before_vowel, DERIVATIONS / 2);
        join(prefix, &before_consonant, DERIVATIONS / 2);
    }
    made.into_iter().map(|(word, count)| Sample::new(word, count)).collect()
}

fn is_vowel(letter: char) -> bool {
    "aeiouy".contains(letter)
}
