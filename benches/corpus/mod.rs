//! The texts of the benches: a corpus that the environment names, or articles of our own grown to the size asked for.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

/// A JSONL file, gzipped or not, whose objects have a string field `text`.
const VARIABLE: &str = "CONNOTE_CORPUS";

/// The articles that the generated ones are made of; see `benches/texts/`.
const ARTICLES: [&str; 8] = [
    include_str!("../../examples/sample_article.txt"),
    include_str!("../texts/border.txt"),
    include_str!("../texts/court.txt"),
    include_str!("../texts/earnings.txt"),
    include_str!("../texts/glacier.txt"),
    include_str!("../texts/interview.txt"),
    include_str!("../texts/storm.txt"),
    include_str!("../texts/utility.txt"),
];

/// About `bytes` bytes of articles: from the corpus that the environment names, else generated.
pub(crate) fn articles(bytes: usize) -> Vec<String> {
    match std::env::var(VARIABLE) {
        Ok(path) => read(&path, bytes),
        Err(_) => Generator::default().articles(bytes),
    }
}

/// The texts of a JSONL file, up to the size asked for.
fn read(path: &str, bytes: usize) -> Vec<String> {
    let file = File::open(path).unwrap_or_else(|error| panic!("{VARIABLE}={path}: {error}"));
    let plain: Box<dyn Read> = if Path::new(path).extension().is_some_and(|end| end == "gz") {
        Box::new(MultiGzDecoder::new(file))
    } else {
        Box::new(file)
    };
    let mut texts = Vec::new();
    let mut size = 0;
    for (number, line) in BufReader::new(plain).lines().enumerate() {
        let line = line.unwrap_or_else(|error| panic!("{path}, line {}: {error}", number + 1));
        let record: serde_json::Value =
            serde_json::from_str(&line).unwrap_or_else(|error| panic!("{path}, line {}: {error}", number + 1));
        let text = record["text"].as_str().unwrap_or_else(|| panic!("{path}, line {}: no text", number + 1));
        size += text.len();
        texts.push(text.to_owned());
        if size >= bytes {
            break;
        }
    }
    texts
}

/// Makes articles, the same in every run.
///
/// Each is a draw of paragraphs from all articles, under a headline, with every fourth longer word in small letters
/// exchanged for another and every second name for a made-up one. The n-th of the new words is drawn about 1/n as often
/// as the first (Zipf). 8 MB hold 16,000 different words, half of what real news of that size has.
struct Generator {
    paragraphs: Vec<&'static str>,
    headlines: Vec<&'static str>,
    words: Vec<String>,
    names: Vec<String>,
    state: u64,
}

impl Default for Generator {
    fn default() -> Self {
        let blocks = ARTICLES.map(|article| article.split("\n\n").map(str::trim).collect::<Vec<_>>());
        let stems: Vec<&str> = ARTICLES
            .iter()
            .flat_map(|article| article.split(|c: char| !c.is_ascii_lowercase()))
            .filter(|word| word.len() > 4)
            .collect();
        let mut generator = Self {
            headlines: blocks.iter().map(|blocks| blocks[0]).collect(),
            paragraphs: blocks.iter().flat_map(|blocks| blocks[1..].iter().copied()).collect(),
            words: stems.iter().map(|&word| word.to_owned()).collect(),
            names: Vec::new(),
            state: 0x9E37_79B9_7F4A_7C15,
        };
        // Blends of two words: news-like lengths and letters, mostly unknown to any lexicon.
        for _ in 0..24_000 {
            let [first, second] = [(); 2].map(|()| stems[generator.below(stems.len())]);
            let blend = [&first[..first.len() - first.len() / 3], &second[second.len() / 2..]].concat();
            generator.words.push(blend);
        }
        let capital = |word: &String| word[..1].to_uppercase() + &word[1..];
        generator.names = generator.words.iter().skip(stems.len()).step_by(4).map(capital).collect();
        generator
    }
}

impl Generator {
    fn articles(mut self, bytes: usize) -> Vec<String> {
        let mut texts = Vec::new();
        let mut size = 0;
        while size < bytes {
            let article = self.article();
            size += article.len();
            texts.push(article);
        }
        texts
    }

    fn article(&mut self) -> String {
        let headline = self.below(self.headlines.len());
        let mut article = self.headlines[headline].to_owned();
        // 4 to 40 paragraphs, mostly 8 to 20: the lengths of the news.
        let length = 4 + self.below(13) + self.below(13) + if self.below(8) == 0 { self.below(14) } else { 0 };
        for _ in 0..length {
            let paragraph = self.below(self.paragraphs.len());
            article.push_str("\n\n");
            self.vary(self.paragraphs[paragraph], &mut article);
        }
        article
    }

    /// Appends a paragraph with some of its words exchanged.
    fn vary(&mut self, paragraph: &str, article: &mut String) {
        for piece in paragraph.split_inclusive(' ') {
            let word = piece.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
            let letters = word.len() > 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
            let is_small = letters && word.bytes().all(|byte| byte.is_ascii_lowercase());
            let is_name = letters && word.as_bytes()[1..].iter().all(u8::is_ascii_lowercase) && !is_small;
            if is_small && self.below(4) == 0 {
                let rank = self.zipf(self.words.len());
                article.push_str(&self.words[rank]);
                article.push_str(&piece[word.len()..]);
            } else if is_name && self.below(2) == 0 {
                let rank = self.zipf(self.names.len());
                article.push_str(&self.names[rank]);
                article.push_str(&piece[word.len()..]);
            } else {
                article.push_str(piece);
            }
        }
    }

    /// The next number of a xorshift generator (Marsaglia 2003), 53 bits.
    fn random(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state >> 11
    }

    fn below(&mut self, end: usize) -> usize {
        self.random() as usize % end
    }

    /// A rank below `end`, each about as likely as one over its number.
    fn zipf(&mut self, end: usize) -> usize {
        // A uniform logarithm: below 2, 4, 8, ... with the same chance each.
        let bits = self.below(end.ilog2() as usize + 1) as u32;
        ((1 << bits) + self.below(1 << bits) - 1).min(end - 1)
    }
}
