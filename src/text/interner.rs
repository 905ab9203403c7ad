//! Interning: every distinct key gets a dense number, in order of first sight.
//!
//! Keys of up to 16 bytes, nearly every word, live as two integers and compare as such; longer ones compare by hash and
//! then by text. The hash is keyed per process, so that no text can be written to collide; nothing that is reported
//! depends on it.

use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;

use super::fold::fold_into;
use super::words::{Shape, Token};

const INLINE: usize = Key::INLINE;
/// Marks the high half of a long key: no UTF-8 text has this byte.
const LONG: u64 = 0xFF << 56;

static SEED: LazyLock<(u64, u64)> = LazyLock::new(|| {
    let state = RandomState::new();
    (state.hash_one(1_u8), state.hash_one(2_u8) | 1)
});

/// A folded word, ready to be looked up in any interner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key {
    low: u64,
    high: u64,
}

impl Key {
    /// Keys of words up to this length, in bytes, are the words themselves.
    pub(crate) const INLINE: usize = 16;

    /// The key of an already folded text.
    pub(crate) fn of(folded: &str) -> Self {
        let bytes = folded.as_bytes();
        if bytes.len() > INLINE {
            return Self::long(hash_long(bytes), bytes.len());
        }
        let mut inline = [0; INLINE];
        inline[..bytes.len()].copy_from_slice(bytes);
        Self::from_inline(inline)
    }

    /// The key of a text of up to 16 bytes, with zeros after it.
    pub(crate) fn from_inline(inline: [u8; INLINE]) -> Self {
        let both = u128::from_le_bytes(inline);
        Self { low: both as u64, high: (both >> 64) as u64 }
    }

    /// A key of two numbers, for tables of other things than words.
    pub(crate) fn of_numbers(low: u64, high: u64) -> Self {
        Self { low, high }
    }

    /// The key of a longer text with this hash.
    pub(crate) fn long(hash: u64, length: usize) -> Self {
        Self { low: hash, high: LONG | length as u64 }
    }

    /// The text with zeros after it; of a long key its hash, its length and a mark.
    #[inline]
    pub(crate) fn to_bytes(self) -> [u8; INLINE] {
        (u128::from(self.high) << 64 | u128::from(self.low)).to_le_bytes()
    }

    /// Whether the key of a token is made of its bytes, without a folded text.
    #[inline]
    fn is_plain(token: &Token) -> bool {
        token.end - token.start <= INLINE && !token.shape.has(Shape::NON_ASCII)
    }

    /// Appends the folded text of a token with this key; `folded` is the one that [`Key::of_token`] made, if it made one.
    #[inline]
    pub(crate) fn push_token(self, texts: &mut String, token: &Token, folded: &str) {
        let inline = self.to_bytes();
        match str::from_utf8(&inline) {
            // As many bytes at each word, so that the processor does not guess how many.
            Ok(inline) if Self::is_plain(token) => {
                let end = texts.len() + (token.end - token.start);
                texts.push_str(inline);
                texts.truncate(end);
            }
            _ => texts.push_str(folded),
        }
    }

    /// The key of a token; `buffer` receives the folded text when it does not fit inline or is not plain ASCII.
    #[inline]
    pub(crate) fn of_token(text: &str, token: &Token, buffer: &mut String) -> Self {
        let length = token.end - token.start;
        if !Self::is_plain(token) {
            buffer.clear();
            fold_into(&text[token.start..token.end], buffer);
            return Self::of(buffer);
        }
        let rest = &text.as_bytes()[token.start..];
        let inline = rest.first_chunk::<INLINE>().copied().unwrap_or_else(|| {
            let mut chunk = [0; INLINE];
            chunk[..rest.len()].copy_from_slice(rest);
            chunk
        });
        let both = Self::from_inline(inline);
        let (low, high) = FIRST_BYTES[length];
        Self { low: ascii_lower(both.low & low), high: ascii_lower(both.high & high) }
    }

    /// The ASCII letters that some bytes begin with, up to [`INLINE`]. Reads eight bytes at a time.
    #[inline]
    pub(crate) fn of_leading_letters(bytes: &[u8]) -> LeadingLetters {
        const CASE: u64 = ONES * 0x20;
        let inline = bytes.first_chunk::<INLINE>().copied().unwrap_or_else(|| {
            let mut chunk = [0; INLINE];
            chunk[..bytes.len()].copy_from_slice(bytes);
            chunk
        });
        let both = Self::from_inline(inline);
        let (length, kept) = leading_letters(both.low);
        let low = both.low & kept;
        let case = CASE & kept;
        // Read in any case: a guess whether the word goes on would fail too often.
        let goes_on = u64::from(length == 8).wrapping_neg();
        let (rest, kept) = leading_letters(both.high);
        let high = both.high & kept & goes_on;
        let rest_case = CASE & kept & goes_on;
        LeadingLetters {
            key: Self { low: low | case, high: high | rest_case },
            length: length + (rest & goes_on as usize),
            has_small: low & case | high & rest_case != 0,
            has_capital: !low & case | !high & rest_case != 0,
        }
    }

    /// Whether the key is a hash of the word, not the word itself.
    pub(crate) fn is_long(self) -> bool {
        self.high >= LONG
    }

    #[inline]
    pub(crate) fn hash(self) -> usize {
        let (a, b) = *SEED;
        let product = u128::from(self.low ^ a) * u128::from(self.high.wrapping_mul(b) ^ a.rotate_left(32) | 1);
        ((product >> 64) as u64 ^ product as u64) as usize
    }
}

/// Some ASCII letters at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LeadingLetters {
    /// The key of their lower case.
    pub(crate) key: Key,
    pub(crate) length: usize,
    pub(crate) has_small: bool,
    pub(crate) has_capital: bool,
}

/// The bits of the first bytes of a key, by their number.
static FIRST_BYTES: [(u64, u64); INLINE + 1] = {
    let mut table = [(0, 0); INLINE + 1];
    let mut length = 0;
    while length <= INLINE {
        let bits = if length == INLINE { u128::MAX } else { (1 << (8 * length)) - 1 };
        table[length] = (bits as u64, (bits >> 64) as u64);
        length += 1;
    }
    table
};

/// One in each of eight bytes.
const ONES: u64 = u64::MAX / 255;

/// How many of eight bytes are ASCII letters up to the first that is none, and the bits of those.
#[inline]
fn leading_letters(bytes: u64) -> (usize, u64) {
    // Capitals become small letters. Seven bits each, so that no sum reaches the next byte.
    let small = (bytes | (ONES * 0x20)) & (ONES * 0x7F);
    let from_a = small + ONES * u64::from(0x80 - b'a');
    let past_z = small + ONES * u64::from(0x80 - b'z' - 1);
    let others = (!from_a | past_z | bytes) & (ONES * 0x80);
    let length = others.trailing_zeros() / 8;
    // Shifting in two steps keeps a length of 0 and 8 legal.
    let unused = 4 * (8 - length);
    (length as usize, u64::MAX >> unused >> unused)
}

/// Lower case of eight ASCII bytes at once; other bytes below 0x80 stay as they are.
#[inline]
fn ascii_lower(bytes: u64) -> u64 {
    let from_a = bytes + ONES * u64::from(0x80 - b'A');
    let past_z = bytes + ONES * u64::from(0x80 - b'Z' - 1);
    bytes | ((from_a & !past_z & (ONES * 0x80)) >> 2)
}

fn hash_long(bytes: &[u8]) -> u64 {
    let (a, b) = *SEED;
    let mut hash = a ^ bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        let product = u128::from(hash ^ u64::from_le_bytes(word)) * u128::from(b);
        hash = (product >> 64) as u64 ^ product as u64;
    }
    hash
}

/// Texts with dense numbers, one after the other in one string.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    texts: String,
    ends: Vec<u32>,
}

impl Words {
    /// The text with number `id`.
    #[inline]
    pub(crate) fn get(&self, id: u32) -> &str {
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends[id - 1] as usize };
        &self.texts[start..self.ends[id] as usize]
    }
}

/// A set of keys with dense numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interner {
    /// Number of a key plus one, or zero; a power of two long.
    slots: Vec<u32>,
    keys: Vec<Key>,
    words: Words,
}

impl Interner {
    pub(crate) fn with_capacity(keys: usize) -> Self {
        Self {
            slots: vec![0; (2 * keys).next_power_of_two().max(16)],
            keys: Vec::with_capacity(keys),
            words: Words { texts: String::with_capacity(8 * keys), ends: Vec::with_capacity(keys) },
        }
    }

    /// The text of key number `id`.
    pub(crate) fn text(&self, id: u32) -> &str {
        self.words.get(id)
    }

    /// All keys with their numbers, in order.
    pub(crate) fn keys(&self) -> impl ExactSizeIterator<Item = (u32, Key)> + Clone {
        self.keys.iter().enumerate().map(|(id, &key)| (id as u32, key))
    }

    /// The texts of all keys.
    pub(crate) fn into_words(self) -> Words {
        self.words
    }

    /// The number of `key`, if it was seen; `folded` is asked for the text of a long key only.
    #[inline]
    pub(crate) fn get<'f>(&self, key: Key, folded: impl FnOnce() -> &'f str) -> Option<u32> {
        self.find(key, folded).ok()
    }

    /// The number of a folded text, if it was seen.
    pub(crate) fn get_text(&self, folded: &str) -> Option<u32> {
        self.get(Key::of(folded), || folded)
    }

    #[inline]
    fn find<'f>(&self, key: Key, folded: impl FnOnce() -> &'f str) -> Result<u32, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = key.hash() & mask;
        let mut long_text = None;
        let mut folded = Some(folded);
        loop {
            let Some(id) = self.slots[slot].checked_sub(1) else {
                return Err(slot);
            };
            if self.keys[id as usize] == key {
                if !key.is_long() {
                    return Ok(id);
                }
                if let Some(folded) = folded.take() {
                    long_text = Some(folded());
                }
                if long_text == Some(self.text(id)) {
                    return Ok(id);
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The number of `key`, and whether it is new; `folded` appends its text when it is needed.
    #[inline]
    pub(crate) fn intern<'f>(
        &mut self,
        key: Key,
        folded: impl Fn() -> &'f str,
        append: impl FnOnce(&mut String),
    ) -> (u32, bool) {
        match self.find(key, folded) {
            Ok(id) => (id, false),
            Err(slot) => {
                let id = self.keys.len() as u32;
                self.slots[slot] = id + 1;
                self.keys.push(key);
                append(&mut self.words.texts);
                self.words.ends.push(self.words.texts.len() as u32);
                if 2 * self.keys.len() > self.slots.len() {
                    self.grow();
                }
                (id, true)
            }
        }
    }

    /// The number of a folded text, which is added when it is new.
    pub(crate) fn intern_text(&mut self, folded: &str) -> u32 {
        self.intern(Key::of(folded), || folded, |texts| texts.push_str(folded)).0
    }

    fn grow(&mut self) {
        let length = 2 * self.slots.len();
        self.slots.clear();
        self.slots.resize(length, 0);
        for (id, key) in self.keys.iter().enumerate() {
            let mut slot = key.hash() & (length - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (length - 1);
            }
            self.slots[slot] = id as u32 + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::Tokens;

    #[test]
    fn keys_of_tokens_are_keys_of_folded_texts() {
        let text = "The U.S. didn’t SAY snake_case COVID-19 uncharacteristically Anti-Inflammatory- sixteen-letters-x @User Zürich #Tag AT&T";
        let mut buffer = String::new();
        for token in Tokens::new(text) {
            let mut folded = String::new();
            fold_into(&text[token.start..token.end], &mut folded);
            assert_eq!(Key::of_token(text, &token, &mut buffer), Key::of(&folded), "{folded}");
        }
    }

    #[test]
    fn keys_of_letters_are_keys_of_lower_case() {
        for (text, length) in [
            ("", 0),
            (" a", 0),
            ("A", 1),
            ("Zebra", 5),
            ("abcdefg,", 7),
            ("ABCDEFGH", 8),
            ("ABCDEFGHi", 9),
            ("abcdefghijklmno-", 15),
            ("ABCDEFGHIJKLMNOP", 16),
            ("abcdefghijklmnopqrst", 16),
            ("caf\u{e9}", 3),
            ("a@b", 1),
            ("a[b", 1),
            ("a`b", 1),
            ("a{b", 1),
            ("a\0b", 1),
            ("\u{e1}bc", 0),
        ] {
            let letters = &text[..length];
            let expected = LeadingLetters {
                key: Key::of(&letters.to_ascii_lowercase()),
                length,
                has_small: letters.contains(|c: char| c.is_ascii_lowercase()),
                has_capital: letters.contains(|c: char| c.is_ascii_uppercase()),
            };
            assert_eq!(Key::of_leading_letters(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_dense_and_stable() {
        let mut interner = Interner::with_capacity(0);
        for round in 0..2 {
            for number in 0..10_000_u32 {
                let text = format!("{:01$}", number, 1 + (number % 40) as usize);
                let id = interner.intern_text(&text);
                if round == 1 {
                    assert_eq!(interner.text(id), text);
                }
            }
        }
        assert_eq!(interner.get_text("absent"), None);
        assert_eq!(interner.intern_text("absent") as usize, interner.keys.len() - 1);
    }
}
