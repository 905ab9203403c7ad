//! Fits the values of words in news to people's ratings of sentences, and writes `lexicons/news.tsv`.
//!
//! `cargo run --release --manifest-path train/sentiment/Cargo.toml -- RATINGS.tsv.gz [OUT.tsv]`
//!
//! The ratings are those of sentences from New York Times editorials that came with VADER (Hutto & Gilbert 2014, MIT):
//! about 20 people each. Only numbers leave this program: corrected values of words that the lists have and that stood in
//! two rated sentences or more, never a sentence. Words of no list could be fitted as well, but gain little (r .586 for
//! .582) and make `years` feel good.
//!
//! The values start from VADER and the opinion lexicon; a ridge regression corrects them so that the values of the
//! sentences by the rules of `src/measures/sentiment/news.rs` follow the ratings. It is cross-validated over pieces, so
//! that no sentence is predicted from its own piece.

mod fit;
mod ratings;

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write;

use fit::{Design, pearson, spearman};
use ratings::{Rated, read};

/// Strength of the ridge: corrections are held against 0 with this weight.
const RIDGE: f64 = 1.0;
/// Smaller corrections are left out.
const LEAST_CORRECTION: f64 = 0.05;
const FOLDS: usize = 5;
/// Orders the pieces before they are dealt into folds.
const SEED: u64 = 1;

const HEADER: &str = "\
# Values of words in news
# source: fitted by train/sentiment to mean ratings of New York Times editorial sentences that came with vaderSentiment
# (Hutto & Gilbert 2014; MIT, (c) 2016 C.J. Hutto), starting from VADER and from the opinion lexicon of Hu & Liu (2004,
# CC BY 4.0); a value here outdoes theirs
# licence: MIT OR Apache-2.0, (c) 2026 the connote authors
# columns: word, value (-4 to 4)
";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("which ratings? give the path of vader_golden.tsv.gz")?;
    let out =
        arguments.next().unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../../lexicons/news.tsv").into());
    let rated = read(&path)?;
    let listed = ratings::listed()?;
    let design = Design::new(&rated, &listed);
    println!("{} sentences of {} pieces, {} words", rated.len(), design.pieces().len(), design.words().len());

    let folds = design.folds(FOLDS, SEED);
    let mut predicted = vec![0.0; rated.len()];
    for fold in 0..FOLDS {
        let train: Vec<usize> = (0..rated.len()).filter(|&row| folds[row] != fold).collect();
        let values = kept(&design, &design.fit(&train, RIDGE), &listed);
        for row in (0..rated.len()).filter(|&row| folds[row] == fold) {
            predicted[row] = rated[row].score(|word| value_of(word, &values, &listed));
        }
    }
    report(
        "values of the lists",
        &rated,
        &rated.iter().map(|row| row.score(|word| value_of(word, &HashMap::new(), &listed))).collect::<Vec<_>>(),
    );
    report("fitted, cross-validated over pieces", &rated, &predicted);

    let all: Vec<usize> = (0..rated.len()).collect();
    let values = kept(&design, &design.fit(&all, RIDGE), &listed);
    let mut words: Vec<(&str, f64)> = values.iter().map(|(word, &value)| (word.as_str(), value)).collect();
    words.sort_unstable_by(|one, other| one.0.cmp(other.0));
    let mut table = HEADER.to_owned();
    for (word, value) in &words {
        writeln!(table, "{word}\t{value}")?;
    }
    std::fs::write(&out, table)?;
    println!("{} values in {out}", words.len());
    Ok(())
}

fn value_of(word: &str, fitted: &HashMap<String, f64>, listed: &HashMap<String, f64>) -> f64 {
    fitted.get(word).or_else(|| listed.get(word)).copied().unwrap_or(0.0)
}

/// The values that are worth a line, with two decimals.
fn kept(design: &Design, corrections: &[f64], listed: &HashMap<String, f64>) -> HashMap<String, f64> {
    let words = design.words().iter().zip(corrections);
    let worth = words.filter_map(|(word, &correction)| {
        let value = (listed.get(word)? + correction).clamp(-4.0, 4.0);
        (correction.abs() >= LEAST_CORRECTION).then(|| (word.clone(), (100.0 * value).round() / 100.0))
    });
    worth.collect()
}

/// Prints how well the scores follow the ratings: by sentence, and by the mean of each piece.
fn report(name: &str, rated: &[Rated], scores: &[f64]) {
    let ratings: Vec<f64> = rated.iter().map(|row| row.rating).collect();
    let mut pieces: HashMap<&str, (f64, f64, f64)> = HashMap::new();
    for (row, score) in rated.iter().zip(scores) {
        let sums = pieces.entry(&row.piece).or_default();
        *sums = (sums.0 + score, sums.1 + row.rating, sums.2 + 1.0);
    }
    let mut means: Vec<(f64, f64)> =
        pieces.values().map(|&(score, rating, count)| (score / count, rating / count)).collect();
    means.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    let (by_score, by_rating): (Vec<f64>, Vec<f64>) = means.into_iter().unzip();
    println!(
        "{name}: r {:.4}, rho {:.4}, pieces r {:.4}",
        pearson(scores, &ratings),
        spearman(scores, &ratings),
        pearson(&by_score, &by_rating)
    );
}
