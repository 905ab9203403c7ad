//! Word frequency: how often each folded word occurs.

use std::sync::OnceLock;

use crate::document::{Document, WordType};
use crate::lexicon::vocabulary::WordFlags;
use crate::text::interner::Words;

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

/// Every word of a text with its count.
#[derive(Debug, Clone)]
pub struct Frequency {
    words: Words,
    /// In order of first occurrence.
    entries: Vec<Entry>,
    /// The numbers of the entries, the most frequent first; made when they are first asked for.
    ranks: OnceLock<Vec<u32>>,
    tokens: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    count: u32,
    is_stop_word: bool,
}

/// Counts the words of the document, whose word types are not needed any more.
pub(crate) fn frequency(document: Document<'_>) -> Frequency {
    let entry = |word: &WordType| Entry { count: word.count, is_stop_word: word.lexeme.flags.has(WordFlags::STOP) };
    let entries = document.types().iter().map(entry).collect();
    let tokens = document.words().len() as u64;
    Frequency { words: document.into_type_texts(), entries, ranks: OnceLock::new(), tokens }
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
        self.entries.iter().filter(|entry| entry.count == 1).count()
    }

    /// Every word, the most frequent first; equal counts in code-point order.
    pub fn iter(&self) -> impl Iterator<Item = WordCount<'_>> {
        self.ranks().iter().map(|&id| self.word_count(id as usize))
    }

    fn ranks(&self) -> &[u32] {
        self.ranks.get_or_init(|| {
            let mut ranks: Vec<u32> = (0..self.entries.len() as u32).collect();
            ranks.sort_unstable_by(|&a, &b| {
                let (first, second) = (&self.entries[a as usize], &self.entries[b as usize]);
                second.count.cmp(&first.count).then_with(|| self.words.get(a).cmp(self.words.get(b)))
            });
            ranks
        })
    }

    /// The `n` most frequent words, with function words or without.
    pub fn top(&self, n: usize, stop_words: bool) -> Vec<WordCount<'_>> {
        self.iter().filter(|word| stop_words || !word.is_stop_word).take(n).collect()
    }

    /// The count of a folded word; 0 when it does not occur.
    pub fn count(&self, word: &str) -> u64 {
        let found = self.entries.iter().enumerate().find(|&(id, _)| self.words.get(id as u32) == word);
        found.map_or(0, |(_, entry)| u64::from(entry.count))
    }

    fn word_count(&self, id: usize) -> WordCount<'_> {
        let Entry { count, is_stop_word } = self.entries[id];
        WordCount {
            word: self.words.get(id as u32),
            count: u64::from(count),
            per_million: 1e6 * f64::from(count) / self.tokens as f64,
            is_stop_word,
        }
    }
}
