//! The rated sentences, read as the library reads them.

use std::collections::HashMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};

use connote::{Analyzer, ValueSource};
use flate2::read::GzDecoder;

/// As in `src/lexicon/news.rs`.
const SIGN_VALUE: f64 = 1.3;
/// As in `src/measures/sentiment/news.rs`.
const ALPHA: f64 = 4.0;

/// A rated sentence.
pub(crate) struct Rated {
    pub(crate) piece: String,
    /// Mean rating, -4 to 4.
    pub(crate) rating: f64,
    /// What the library takes for sentences in it.
    sentences: Vec<Sentence>,
}

struct Sentence {
    /// Folded words and the factors on their values.
    words: Vec<(String, f64)>,
    /// Sum of the phrases that have a value of their own.
    phrases: f64,
}

impl Rated {
    /// The weight of each word's value in the value of the sentence.
    pub(crate) fn weights(&self) -> impl Iterator<Item = (&str, f64)> {
        let count = self.sentences.len() as f64;
        self.sentences.iter().flat_map(move |sentence| {
            let length = (sentence.words.len() as f64).sqrt() * count;
            sentence.words.iter().map(move |(word, factor)| (word.as_str(), factor / length))
        })
    }

    /// What the phrases add to its value.
    pub(crate) fn phrases(&self) -> f64 {
        let value = |sentence: &Sentence| sentence.phrases / (sentence.words.len() as f64).sqrt();
        self.sentences.iter().map(value).sum::<f64>() / self.sentences.len().max(1) as f64
    }

    /// Its score by these values, as the library computes it.
    pub(crate) fn score(&self, value: impl Fn(&str) -> f64) -> f64 {
        let scores = self.sentences.iter().map(|sentence| {
            let sum: f64 = sentence.words.iter().map(|(word, factor)| value(word) * factor).sum();
            let x = (sum + sentence.phrases) / (sentence.words.len() as f64).sqrt();
            x / (x * x + ALPHA).sqrt()
        });
        scores.sum::<f64>() / self.sentences.len().max(1) as f64
    }
}

/// The sentences of the set `nyt`.
pub(crate) fn read(path: &str) -> Result<Vec<Rated>, Box<dyn Error>> {
    let file = File::open(path).map_err(|error| format!("{path}: {error}"))?;
    let analyzer = Analyzer::new()?;
    let mut rated = Vec::new();
    for (number, line) in BufReader::new(GzDecoder::new(file)).lines().enumerate() {
        let line = line?;
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, set, rating, .., text] = cells[..] else {
            return Err(format!("line {}: too few cells", number + 1).into());
        };
        if set != "nyt" {
            continue;
        }
        let text: String = serde_json::from_str(text)?;
        let report = analyzer.analyze(&text)?;
        let document = analyzer.document(&text)?;
        let factors = document.sentiment_factors();
        let hits = report.sentiment_hits();
        let spoken = document.sentences().iter().filter(|sentence| !sentence.is_empty());
        let sentences = spoken.map(|sentence| {
            let range = sentence.first_word as usize..sentence.end_word as usize;
            let words = range.map(|at| (document.type_text(document.words()[at].id).to_owned(), factors[at]));
            let phrases =
                hits.iter().filter(|hit| hit.source == ValueSource::Phrase && sentence.span.contains(hit.span));
            Sentence { words: words.collect(), phrases: phrases.map(|hit| hit.value).sum() }
        });
        let piece = id.split('_').next().unwrap_or(id).to_owned();
        rated.push(Rated { piece, rating: rating.parse()?, sentences: sentences.collect() });
    }
    Ok(rated)
}

/// The values that fitting starts from: VADER, and a value for a sign.
pub(crate) fn listed() -> Result<HashMap<String, f64>, Box<dyn Error>> {
    let mut values = HashMap::new();
    for (name, scale) in [("opinion.tsv", SIGN_VALUE), ("vader.tsv", 1.0)] {
        let path = format!("{}/../../lexicons/{name}", env!("CARGO_MANIFEST_DIR"));
        for line in std::fs::read_to_string(&path)?.lines().filter(|line| !line.starts_with("# ")) {
            if let Some((word, value)) = line.split_once('\t') {
                values.insert(word.to_owned(), scale * value.parse::<f64>()?);
            }
        }
    }
    Ok(values)
}
