//! Dictionaries: lists of words in categories, or with weights, of the user's own.

use std::collections::{HashMap, HashSet};

use super::pattern::{self, Unfit};
use super::vocabulary::{NONE, Vocabulary};

/// The category of entries that name none.
pub(crate) const ALL: &str = "all";

/// What a dictionary says of a pattern.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct DictionaryEntry<'l> {
    /// The word, phrase or pattern as listed: `*` at the end of a word stands for any ending, alone for any word; `...`
    /// for up to four words between.
    pub pattern: &'l str,
    /// The category, those of nested lists joined with full stops; `all` where the list has none.
    pub category: &'l str,
    /// The weight, if the list has weights.
    pub weight: Option<f64>,
}

#[derive(Debug, Clone, PartialEq)]
struct Entry {
    pattern: Box<str>,
    category: u32,
    weight: Option<f64>,
}

/// Patterns in categories, with or without weights, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Dictionary {
    categories: Vec<String>,
    entries: Vec<Entry>,
}

impl Dictionary {
    pub(crate) fn categories(&self) -> &[String] {
        &self.categories
    }

    pub(crate) fn entries(&self) -> impl ExactSizeIterator<Item = DictionaryEntry<'_>> {
        self.entries.iter().map(|entry| DictionaryEntry {
            pattern: &entry.pattern,
            category: &self.categories[entry.category as usize],
            weight: entry.weight,
        })
    }
}

/// A dictionary that is being read.
#[derive(Debug, Default)]
pub(crate) struct DictionaryBuilder {
    dictionary: Dictionary,
    numbers: HashMap<String, u32>,
    /// The patterns of each category, to find those that stand twice.
    seen: HashSet<(u32, Box<str>)>,
}

impl DictionaryBuilder {
    /// The number of a category, which is added when it is new.
    pub(crate) fn category(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = self.dictionary.categories.len() as u32;
        self.dictionary.categories.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    /// Adds a pattern to a category, or says what is wrong with it.
    pub(crate) fn add(&mut self, pattern: &str, category: u32, weight: Option<f64>) -> Result<(), Unfit> {
        let parts = pattern::parts(pattern)?;
        if !self.seen.insert((category, pattern::normal(&parts).into_boxed_str())) {
            let category = &self.dictionary.categories[category as usize];
            let place = if category == ALL { String::new() } else { format!(" in category '{category}'") };
            return Err(Unfit::Wrong(format!("'{pattern}' stands twice{place}")));
        }
        self.dictionary.entries.push(Entry { pattern: Box::from(pattern), category, weight });
        Ok(())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.dictionary.entries.is_empty() && self.dictionary.categories.is_empty()
    }

    pub(crate) fn finish(self) -> Dictionary {
        self.dictionary
    }
}

/// The normal form of a pattern that was checked when it was read.
pub(crate) fn normal(pattern: &str) -> String {
    pattern::parts(pattern).map_or_else(|_| pattern.to_owned(), |parts| pattern::normal(&parts))
}

impl Dictionary {
    /// The entries of both; of two for one pattern in one category that of `other`.
    pub(crate) fn merged(&self, other: &Self) -> Self {
        let mut merged = DictionaryBuilder::default();
        let over: HashSet<(&str, String)> =
            other.entries().map(|entry| (entry.category, normal(entry.pattern))).collect();
        let kept = self.entries().filter(|entry| !over.contains(&(entry.category, normal(entry.pattern))));
        for name in self.categories.iter().chain(&other.categories) {
            merged.category(name);
        }
        let mut entries = Vec::new();
        for entry in kept.chain(other.entries()) {
            let category = merged.category(entry.category);
            entries.push(Entry { pattern: Box::from(entry.pattern), category, weight: entry.weight });
        }
        Self { entries, ..merged.finish() }
    }

    /// Takes a pattern out of all categories; whether it was there.
    pub(crate) fn remove(&mut self, pattern: &str) -> bool {
        let (before, pattern) = (self.entries.len(), normal(pattern));
        self.entries.retain(|entry| normal(&entry.pattern) != pattern);
        self.entries.len() < before
    }
}

/// A category of a compiled dictionary.
#[derive(Debug, Clone)]
pub(crate) struct CategoryFacts {
    pub(crate) name: String,
    /// Whether an entry has a weight.
    pub(crate) weighted: bool,
}

/// A compiled dictionary.
#[derive(Debug, Clone)]
pub(crate) struct Compiled {
    pub(crate) label: String,
    /// Its categories, in the numbers of all dictionaries.
    pub(crate) first_category: usize,
    pub(crate) categories: Vec<CategoryFacts>,
}

/// That a pattern is listed in a category.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Listing {
    /// In the numbers of all dictionaries.
    pub(crate) category: u32,
    pub(crate) weight: Option<f64>,
    /// The next listing of the same pattern, or [`NONE`].
    next: u32,
}

/// All dictionaries of an analyzer; their patterns are in the vocabulary.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dictionaries {
    pub(crate) list: Vec<Compiled>,
    listings: Vec<Listing>,
    /// Number of categories.
    pub(crate) categories: usize,
}

impl Dictionaries {
    /// Adds a dictionary and puts its patterns into the vocabulary.
    pub(crate) fn add(&mut self, label: &str, dictionary: &Dictionary, vocabulary: &mut Vocabulary) {
        let first_category = self.categories;
        let mut categories: Vec<CategoryFacts> =
            dictionary.categories.iter().map(|name| CategoryFacts { name: name.clone(), weighted: false }).collect();
        self.listings.reserve(dictionary.entries.len());
        for entry in &dictionary.entries {
            categories[entry.category as usize].weighted |= entry.weight.is_some();
            // Patterns were checked when they were read.
            if let Ok(parts) = pattern::parts(&entry.pattern)
                && let Some(first) = vocabulary.pattern_mut(&parts)
            {
                let next = first.replace(self.listings.len() as u32).unwrap_or(NONE);
                let category = first_category as u32 + entry.category;
                self.listings.push(Listing { category, weight: entry.weight, next });
            }
        }
        self.categories += categories.len();
        self.list.push(Compiled { label: label.to_owned(), first_category, categories });
    }

    /// The listings of a pattern, from its first on.
    pub(crate) fn listings(&self, first: u32) -> impl Iterator<Item = Listing> {
        let at = |number: u32| self.listings.get(number as usize).copied();
        std::iter::successors(at(first), move |listing| at(listing.next))
    }
}
