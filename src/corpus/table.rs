//! The table: how often each word of a corpus occurs, and in how many documents.

use std::sync::{Arc, OnceLock};

use crate::error::Error;
use crate::report::Report;
use crate::span::Span;

use super::counter::{Counter, MOST_DOCUMENTS};
use super::reading::{Reading, Scratch};
use super::settings::TableSettings;

/// A word or n-gram of a table with its counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableEntry<'t> {
    /// The folded word; the words of an n-gram with a space between them.
    pub key: &'t str,
    /// Occurrences.
    pub count: u64,
    /// Documents that it occurs in.
    pub documents: u64,
}

/// Which entries of a table are wanted; the default is all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TableLimits {
    /// The fewest occurrences.
    pub min_count: u64,
    /// The most occurrences.
    pub max_count: Option<u64>,
    /// The fewest documents.
    pub min_documents: u64,
    /// The most documents.
    pub max_documents: Option<u64>,
}

impl TableLimits {
    /// Whether an entry is wanted.
    pub fn admit(&self, entry: &TableEntry<'_>) -> bool {
        (self.min_count..=self.max_count.unwrap_or(u64::MAX)).contains(&entry.count)
            && (self.min_documents..=self.max_documents.unwrap_or(u64::MAX)).contains(&entry.documents)
    }
}

/// How often each word or n-gram of a corpus occurs, and in how many documents.
///
/// Tables of the same settings can be merged: in any order, in any groups, with the same result to the last byte of the
/// saved file as one table of all texts.
///
/// ```
/// use connote::{FrequencyTable, TableSettings};
/// let mut table = FrequencyTable::new(TableSettings::default())?;
/// table.add("The regime fell.")?;
/// table.add("Critics cheered; the regime’s friends did not.")?;
/// assert_eq!((table.tokens(), table.len(), table.documents()), (10, 9, 2));
/// let the = table.top(1)[0];
/// assert_eq!((the.key, the.count, the.documents), ("the", 2, 2));
/// assert_eq!(table.per_million("regime"), Some(100_000.0));
/// # Ok::<(), connote::Error>(())
/// ```
#[derive(Debug)]
pub struct FrequencyTable {
    reading: Arc<Reading>,
    scratch: Scratch,
    counter: Counter,
    tokens: u64,
    documents: u64,
    /// Places of the keys in the order of the table; made when it is first asked for.
    order: OnceLock<Vec<u32>>,
}

impl Clone for FrequencyTable {
    fn clone(&self) -> Self {
        Self { counter: self.counter.clone(), tokens: self.tokens, documents: self.documents, ..self.empty() }
    }
}

impl PartialEq for FrequencyTable {
    fn eq(&self, other: &Self) -> bool {
        self.settings() == other.settings()
            && (self.tokens, self.documents, self.len()) == (other.tokens, other.documents, other.len())
            && self.iter().eq(other.iter())
    }
}

impl FrequencyTable {
    /// An empty table.
    ///
    /// # Errors
    /// [`Error::Input`] for settings that nothing can be counted by: the message names the setting and what would be
    /// right.
    pub fn new(settings: TableSettings) -> Result<Self, Error> {
        Ok(Self::of(Arc::new(Reading::new(settings)?)))
    }

    fn of(reading: Arc<Reading>) -> Self {
        let (scratch, counter) = (Scratch::default(), Counter::default());
        Self { reading, scratch, counter, tokens: 0, documents: 0, order: OnceLock::new() }
    }

    /// An empty table of the same settings.
    pub(crate) fn empty(&self) -> Self {
        Self::of(Arc::clone(&self.reading))
    }

    /// What the table counts.
    pub fn settings(&self) -> &TableSettings {
        &self.reading.settings
    }

    /// Counts a text as a document more.
    ///
    /// # Errors
    /// [`Error::TextTooLong`] for a text of 4 GiB or more where it matters whose words they are;
    /// [`Error::Input`] when the table was counted by another tokenisation.
    pub fn add(&mut self, text: &str) -> Result<(), Error> {
        self.read(text, None)
    }

    /// Counts a text below its title as one document, as
    /// [`Analyzer::analyze_titled`](crate::Analyzer::analyze_titled) reads it.
    ///
    /// # Errors
    /// As [`FrequencyTable::add`].
    pub fn add_titled(&mut self, title: &str, text: &str) -> Result<(), Error> {
        if title.trim().is_empty() {
            return self.add(text);
        }
        self.read(&[title, text].join("\n\n"), Some(title.len()))
    }

    /// Counts the text of a report.
    ///
    /// # Errors
    /// [`Error::Input`] when the report is in another language than the table.
    pub fn add_report(&mut self, report: &Report) -> Result<(), Error> {
        let (here, there) = (self.settings().language, report.language());
        if here != there {
            let reason = format!("{there} for a table of {here}");
            return Err(Error::input("language of the report", reason));
        }
        self.read(report.text(), report.title().map(|title| title.end as usize))
    }

    fn read(&mut self, text: &str, title_end: Option<usize>) -> Result<(), Error> {
        self.settings().check_tokenisation()?;
        let title = title_end.map(|end| Span::new(0, end));
        self.order.take();
        self.counter.begin_document();
        self.tokens += self.reading.read(text, title, &mut self.scratch, &mut self.counter)?;
        self.documents += 1;
        Ok(())
    }

    /// Adds the counts of another table, over other documents.
    ///
    /// ```
    /// use connote::{FrequencyTable, Language, TableSettings};
    /// let mut german = TableSettings::default();
    /// german.language = Language::German;
    /// let mut table = FrequencyTable::new(TableSettings::default())?;
    /// let error = table.merge(&FrequencyTable::new(german)?).unwrap_err();
    /// assert_eq!(error.to_string(), "tables to merge: they count differently (language: en here, de there)");
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Input`] when the settings differ; the message says which.
    pub fn merge(&mut self, other: &Self) -> Result<(), Error> {
        self.check_same(other.settings(), "tables to merge")?;
        self.order.take();
        self.add_totals(other.tokens, other.documents)?;
        other.counter.places().for_each(|at| self.push(&other.entry(at)));
        Ok(())
    }

    /// That another table, which errors call `name`, counts what this one does.
    pub(crate) fn check_same(&self, other: &TableSettings, name: &str) -> Result<(), Error> {
        let difference = self.settings().difference(other);
        difference
            .map_or(Ok(()), |difference| Err(Error::input(name, format!("they count differently ({difference})"))))
    }

    /// Adds an entry of another table.
    pub(crate) fn push(&mut self, entry: &TableEntry<'_>) {
        self.order.take();
        self.counter.add_many(entry.key, entry.count, entry.documents);
    }

    /// Adds the totals of another table, whose entries were pushed.
    ///
    /// # Errors
    /// [`Error::Input`] for more tokens or documents than can be counted.
    pub(crate) fn add_totals(&mut self, tokens: u64, documents: u64) -> Result<(), Error> {
        let sums = self.tokens.checked_add(tokens).zip(self.documents.checked_add(documents));
        let sums = sums.filter(|&(_, documents)| documents <= MOST_DOCUMENTS);
        (self.tokens, self.documents) = sums.ok_or_else(|| {
            let reason = format!("more than {} tokens or {MOST_DOCUMENTS} documents", u64::MAX);
            Error::input("tables to merge", reason)
        })?;
        Ok(())
    }

    /// Bytes of memory that its entries make it take.
    #[cfg(feature = "spill")]
    pub(crate) fn memory(&self) -> usize {
        self.counter.memory()
    }

    /// Forgets all counts, and keeps the memory.
    #[cfg(feature = "spill")]
    pub(crate) fn clear(&mut self) {
        self.counter.clear();
        (self.tokens, self.documents) = (0, 0);
        self.order.take();
    }

    /// Occurrences of all keys together: words, or n-grams.
    pub fn tokens(&self) -> u64 {
        self.tokens
    }

    /// Documents.
    pub fn documents(&self) -> u64 {
        self.documents
    }

    /// Distinct keys.
    pub fn len(&self) -> usize {
        self.counter.len()
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.counter.len() == 0
    }

    /// The entry of a word, or of the words of an n-gram with a space between them, if it occurs: as it stands in the
    /// table, or as it may stand in a text (`Critics`, `won’t`), which is brought into that form.
    pub fn get(&self, key: &str) -> Option<TableEntry<'_>> {
        let at = self.counter.get(key).or_else(|| self.counter.get(&self.reading.key(key)));
        at.map(|at| self.entry(at))
    }

    /// Occurrences of a key; 0 when it does not occur.
    pub fn count(&self, key: &str) -> u64 {
        self.get(key).map_or(0, |entry| entry.count)
    }

    /// Documents that a key occurs in.
    pub fn document_count(&self, key: &str) -> u64 {
        self.get(key).map_or(0, |entry| entry.documents)
    }

    /// Occurrences in a million keys of the table; none for an empty table.
    pub fn per_million(&self, key: &str) -> Option<f64> {
        per_million(self.count(key), self.tokens)
    }

    /// Rank by count, from 1: one more than the keys that occur more often, so that equal counts share the best of their
    /// ranks. None for a key that does not occur.
    pub fn rank(&self, key: &str) -> Option<u64> {
        let count = self.get(key)?.count;
        let before = self.order().partition_point(|&at| self.counter.counts(at as usize).0 > count);
        Some(before as u64 + 1)
    }

    /// Value on the Zipf scale, 1 (one in a hundred million) to 7 (the commonest): the decimal logarithm of the
    /// occurrences in a thousand million words (van Heuven et al. 2014), without smoothing. None for a key that does not
    /// occur.
    pub fn zipf(&self, key: &str) -> Option<f64> {
        zipf(self.count(key), self.tokens)
    }

    /// Value on the Zipf scale with Laplace smoothing, which gives words that do not occur a value, too:
    /// `lg((count + 1) / ((tokens + types) / 1,000,000)) + 3` (van Heuven et al. 2014). None for an empty table.
    pub fn zipf_smoothed(&self, key: &str) -> Option<f64> {
        let size = self.tokens as f64 + self.len() as f64;
        (!self.is_empty()).then(|| ((self.count(key) + 1) as f64 / (size / 1e6)).log10() + 3.0)
    }

    /// Every entry, the most frequent first; equal counts in code-point order of their keys.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = TableEntry<'_>> + Clone {
        self.order().iter().map(|&at| self.entry(at as usize))
    }

    /// The `n` most frequent entries, equal counts in code-point order of their keys.
    pub fn top(&self, n: usize) -> Vec<TableEntry<'_>> {
        self.iter().take(n).collect()
    }

    /// Every entry, in code-point order of the keys.
    pub fn by_key(&self) -> impl Iterator<Item = TableEntry<'_>> {
        self.counter.sorted().into_iter().map(|at| self.entry(at as usize))
    }

    fn entry(&self, at: usize) -> TableEntry<'_> {
        let (count, documents) = self.counter.counts(at);
        TableEntry { key: self.counter.text(at), count, documents }
    }

    fn order(&self) -> &[u32] {
        self.order.get_or_init(|| {
            let mut order = self.counter.sorted();
            order.sort_by_key(|&at| std::cmp::Reverse(self.counter.counts(at as usize).0));
            order
        })
    }
}

/// Occurrences in a million of `tokens`.
pub(crate) fn per_million(count: u64, tokens: u64) -> Option<f64> {
    (tokens > 0).then(|| 1e6 * count as f64 / tokens as f64)
}

/// Value on the Zipf scale of `count` in `tokens`.
pub(crate) fn zipf(count: u64, tokens: u64) -> Option<f64> {
    per_million(count, tokens).filter(|&value| value > 0.0).map(|value| value.log10() + 3.0)
}
