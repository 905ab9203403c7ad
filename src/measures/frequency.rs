//! Word frequency: how often each folded word occurs.

use crate::document::Document;
use crate::lexicon::vocabulary::WordFlags;

/// A word with its count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WordCount<'t> {
    /// The folded word.
    pub word: &'t str,
    /// Occurrences.
    pub count: u64,
    /// Occurrences in a million words of this text.
    pub per_million: f64,
    /// Whether it is a function word.
    pub is_stop_word: bool,
}

/// Every word of a text with its count, the most frequent first; equal counts in code-point order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frequency {
    words: String,
    entries: Vec<Entry>,
    tokens: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    start: u32,
    end: u32,
    count: u32,
    is_stop_word: bool,
}

/// Counts the words of the document.
pub(crate) fn frequency(document: &Document<'_>) -> Frequency {
    let mut words = String::new();
    let mut entries = Vec::with_capacity(document.types().len());
    for (id, word) in document.types().iter().enumerate() {
        let start = words.len() as u32;
        words.push_str(document.type_text(id as u32));
        let is_stop_word = word.lexeme.flags.has(WordFlags::STOP);
        entries.push(Entry { start, end: words.len() as u32, count: word.count, is_stop_word });
    }
    let text = |entry: &Entry| &words[entry.start as usize..entry.end as usize];
    entries.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| text(a).cmp(text(b))));
    Frequency { words, entries, tokens: document.words().len() as u64 }
}

impl Frequency {
    /// Number of words.
    pub fn tokens(&self) -> u64 {
        self.tokens
    }

    /// Number of distinct folded words.
    pub fn types(&self) -> usize {
        self.entries.len()
    }

    /// Number of words that occur once.
    pub fn hapaxes(&self) -> usize {
        self.entries.len() - self.entries.partition_point(|entry| entry.count > 1)
    }

    /// Every word, the most frequent first.
    pub fn iter(&self) -> impl Iterator<Item = WordCount<'_>> {
        self.entries.iter().map(|entry| self.word_count(entry))
    }

    /// The `n` most frequent words, with function words or without.
    pub fn top(&self, n: usize, stop_words: bool) -> Vec<WordCount<'_>> {
        self.iter().filter(|word| stop_words || !word.is_stop_word).take(n).collect()
    }

    /// The count of a folded word; 0 when it does not occur.
    pub fn count(&self, word: &str) -> u64 {
        self.iter().find(|entry| entry.word == word).map_or(0, |entry| entry.count)
    }

    fn word_count(&self, entry: &Entry) -> WordCount<'_> {
        WordCount {
            word: &self.words[entry.start as usize..entry.end as usize],
            count: u64::from(entry.count),
            per_million: 1e6 * f64::from(entry.count) / self.tokens as f64,
            is_stop_word: entry.is_stop_word,
        }
    }
}
