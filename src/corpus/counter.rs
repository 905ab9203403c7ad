//! Counting: a hash table from keys to counts, made for a key every few nanoseconds.
//!
//! A key lies beside its counts in a place of 32 bytes, so that most words cost one line of the cache. What has more than
//! 16 bytes, hardly any word, lies among the texts. The hash is keyed per process; nothing that is reported depends on
//! it, as everything that leaves is sorted.

use std::cmp::Ordering;

use crate::text::interner::Key;

const INLINE: usize = Key::INLINE;

/// The last byte of a long key's place: no UTF-8 text has it.
const LONG: u8 = 0xFF;
/// Bytes of a long key's hash; those between hash and mark say where its text lies.
const HASH: usize = 8;
/// Bytes of the length before a long key's text.
const LENGTH: usize = 4;

/// Bits of the number of a document, beside the number of documents.
const DOCUMENT_BITS: u32 = 24;
const DOCUMENT: u64 = (1 << DOCUMENT_BITS) - 1;
/// The most documents that can be counted.
pub(crate) const MOST_DOCUMENTS: u64 = u64::MAX >> DOCUMENT_BITS;

/// A key with its counts; empty while the count is 0.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(32))]
struct Place {
    /// The text with zeros after it, or the hash of a long key, where its text lies, and the mark.
    key: [u8; INLINE],
    count: u64,
    /// The number of documents, and in the low bits the one that it was seen in last.
    documents: u64,
}

/// Counts of keys.
#[derive(Debug, Clone)]
pub(crate) struct Counter {
    /// A power of two of them, at most three quarters full.
    places: Vec<Place>,
    length: usize,
    /// The long keys, each behind its length.
    texts: Vec<u8>,
    /// The document that is being read.
    document: u64,
}

impl Default for Counter {
    fn default() -> Self {
        Self { places: vec![Place::default(); 64], length: 0, texts: Vec::new(), document: 0 }
    }
}

impl Counter {
    /// Number of distinct keys.
    pub(crate) fn len(&self) -> usize {
        self.length
    }

    /// The most memory in bytes that so many keys make it take, growth and sorting included; what an earlier, larger
    /// table left behind does not count.
    #[cfg(feature = "spill")]
    pub(crate) fn memory(&self) -> usize {
        4 * size_of::<Place>() * self.length + 2 * self.texts.len()
    }

    /// Forgets all keys, and keeps the memory.
    #[cfg(feature = "spill")]
    pub(crate) fn clear(&mut self) {
        self.places.fill(Place::default());
        self.texts.clear();
        (self.length, self.document) = (0, 0);
    }

    /// What is counted from here on stands in another document.
    pub(crate) fn begin_document(&mut self) {
        self.document += 1;
        if self.document > DOCUMENT {
            self.places.iter_mut().for_each(|place| place.documents &= !DOCUMENT);
            self.document = 1;
        }
    }

    /// Counts a key once; `folded` is asked for the text of a long key only.
    #[inline]
    pub(crate) fn add<'f>(&mut self, key: Key, folded: impl Fn() -> &'f str) {
        let document = self.document;
        let place = self.place(key, folded);
        place.count += 1;
        if place.documents & DOCUMENT != document {
            place.documents = ((place.documents >> DOCUMENT_BITS) + 1) << DOCUMENT_BITS | document;
        }
    }

    /// Counts a text of `count` occurrences, at least one, in `documents` other documents. Sums beyond all that can be
    /// counted end there: the totals of the table tell.
    pub(crate) fn add_many(&mut self, text: &str, count: u64, documents: u64) {
        let place = self.place(Key::of(text), || text);
        place.count = place.count.saturating_add(count);
        place.documents = place.documents.saturating_add(documents << DOCUMENT_BITS);
    }

    /// The place of a key, which gets one when it is new. Whoever asks adds to its count.
    #[inline]
    fn place<'f>(&mut self, key: Key, folded: impl Fn() -> &'f str) -> &mut Place {
        let at = match self.find(key, &folded) {
            Ok(at) => at,
            Err(at) => self.insert(at, key, if key.is_long() { folded() } else { "" }),
        };
        &mut self.places[at]
    }

    /// Where a key is, or would be.
    #[inline]
    fn find<'f>(&self, key: Key, folded: impl Fn() -> &'f str) -> Result<usize, usize> {
        let mask = self.places.len() - 1;
        let mut at = key.hash() & mask;
        let wanted = key.to_bytes();
        loop {
            let place = &self.places[at];
            if place.key == wanted && !key.is_long() {
                return Ok(at);
            }
            if place.count == 0 {
                return Err(at);
            }
            if key.is_long()
                && place.key[INLINE - 1] == LONG
                && place.key[..HASH] == wanted[..HASH]
                && self.long(&place.key) == folded().as_bytes()
            {
                return Ok(at);
            }
            at = (at + 1) & mask;
        }
    }

    #[cold]
    fn insert(&mut self, mut at: usize, key: Key, long: &str) -> usize {
        if 4 * (self.length + 1) > 3 * self.places.len() {
            self.grow();
            at = self.free(key);
        }
        let mut bytes = key.to_bytes();
        if key.is_long() {
            let start = (self.texts.len() as u64).to_le_bytes();
            bytes[HASH..INLINE - 1].copy_from_slice(&start[..INLINE - 1 - HASH]);
            self.texts.extend_from_slice(&(long.len() as u32).to_le_bytes());
            self.texts.extend_from_slice(long.as_bytes());
        }
        self.length += 1;
        self.places[at].key = bytes;
        at
    }

    fn grow(&mut self) {
        let larger = vec![Place::default(); 2 * self.places.len()];
        for place in std::mem::replace(&mut self.places, larger) {
            if place.count > 0 {
                let at = self.free(self.key(&place.key));
                self.places[at] = place;
            }
        }
    }

    /// The first empty place for a key.
    fn free(&self, key: Key) -> usize {
        let mask = self.places.len() - 1;
        let mut at = key.hash() & mask;
        while self.places[at].count > 0 {
            at = (at + 1) & mask;
        }
        at
    }

    /// The key that a place was given to.
    fn key(&self, bytes: &[u8; INLINE]) -> Key {
        if bytes[INLINE - 1] == LONG {
            let mut hash = [0; HASH];
            hash.copy_from_slice(&bytes[..HASH]);
            Key::long(u64::from_le_bytes(hash), self.long(bytes).len())
        } else {
            Key::from_inline(*bytes)
        }
    }

    /// The bytes of a long key.
    fn long(&self, key: &[u8; INLINE]) -> &[u8] {
        let mut start = [0; 8];
        start[..INLINE - 1 - HASH].copy_from_slice(&key[HASH..INLINE - 1]);
        let (length, rest) = self.texts[u64::from_le_bytes(start) as usize..].split_at(LENGTH);
        let length = length.iter().rev().fold(0, |length, &byte| length << 8 | usize::from(byte));
        &rest[..length]
    }

    fn bytes(&self, at: usize) -> &[u8] {
        let key = &self.places[at].key;
        if key[INLINE - 1] == LONG {
            return self.long(key);
        }
        let unused = u128::from_le_bytes(*key).leading_zeros() / 8;
        &key[..INLINE - unused as usize]
    }

    /// The text of the key at a place.
    pub(crate) fn text(&self, at: usize) -> &str {
        // Only texts are put in.
        std::str::from_utf8(self.bytes(at)).unwrap_or_default()
    }

    /// Occurrences of the key at a place, and documents that it occurs in.
    pub(crate) fn counts(&self, at: usize) -> (u64, u64) {
        let Place { count, documents, .. } = self.places[at];
        (count, documents >> DOCUMENT_BITS)
    }

    /// The place of a text, if it was counted.
    pub(crate) fn get(&self, text: &str) -> Option<usize> {
        self.find(Key::of(text), || text).ok().filter(|&at| self.places[at].count > 0)
    }

    /// The places of all keys, in no order.
    pub(crate) fn places(&self) -> impl Iterator<Item = usize> {
        (0..self.places.len()).filter(|&at| self.places[at].count > 0)
    }

    /// The places of all keys, these in code-point order.
    pub(crate) fn sorted(&self) -> Vec<u32> {
        // The first bytes decide nearly always.
        let start = |at: usize| {
            let bytes = self.bytes(at);
            let mut start = [0; 8];
            let length = bytes.len().min(start.len());
            start[..length].copy_from_slice(&bytes[..length]);
            u64::from_be_bytes(start)
        };
        let mut keys: Vec<(u64, u32)> = self.places().map(|at| (start(at), at as u32)).collect();
        keys.sort_unstable_by(|(first, a), (second, b)| match first.cmp(second) {
            Ordering::Equal => self.bytes(*a as usize).cmp(self.bytes(*b as usize)),
            other => other,
        });
        keys.into_iter().map(|(_, at)| at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_keys_of_any_length() {
        let text = |number: u32| format!("{:01$}", number, 1 + (number % 40) as usize);
        let mut counter = Counter::default();
        for document in 0..3 {
            counter.begin_document();
            for number in document * 1_000..10_000 {
                let text = text(number);
                counter.add(Key::of(&text), || &text);
                counter.add(Key::of(&text), || &text);
            }
        }
        for number in 0..10_000 {
            let documents = u64::from(number / 1_000).min(2) + 1;
            let text = text(number);
            let found = counter.get(&text).map(|at| (counter.text(at), counter.counts(at)));
            assert_eq!(found, Some((text.as_str(), (2 * documents, documents))));
        }
        assert_eq!(counter.get("absent"), None);
        let texts: Vec<&str> = counter.sorted().into_iter().map(|at| counter.text(at as usize)).collect();
        assert!(texts.is_sorted() && texts.len() == counter.len(), "each once, in order");
    }

    #[test]
    fn documents_are_told_apart_when_their_numbers_begin_anew() {
        let mut counter = Counter { document: DOCUMENT - 2, ..Counter::default() };
        for _ in 0..5 {
            counter.begin_document();
            counter.add(Key::of("a"), || "a");
            counter.add(Key::of("a"), || "a");
        }
        assert_eq!(counter.get("a").map(|at| counter.counts(at)), Some((10, 5)));
    }
}
