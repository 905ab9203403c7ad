//! Which measure has to look at which word: a bit for each word and each hint, so that the next word is found without a look
//! at those that are passed over.

use crate::lexicon::lexeme::Hints;

/// Words whose bits stand together.
const BLOCK: usize = u64::BITS as usize;

/// The hints of the words of a document.
#[derive(Debug, Default)]
pub(super) struct HintMap {
    /// For each hint and each [`BLOCK`] of words the bits of the words.
    bits: Vec<u64>,
    blocks: usize,
}

impl HintMap {
    /// The map of some words, given the hints of each.
    pub(super) fn of(words: usize, mut hints: impl Iterator<Item = Hints>) -> Self {
        let blocks = words.div_ceil(BLOCK);
        let mut map = Self { bits: vec![0; Hints::NUMBER * blocks], blocks };
        for block in 0..blocks {
            // Behind the last word nothing goes on.
            let mut rows = [Hints::VADER_PIECE; BLOCK];
            for (row, hints) in rows.iter_mut().zip(&mut hints) {
                *row = hints;
            }
            for (number, column) in columns(&rows).into_iter().enumerate() {
                map.bits[number * blocks + block] = column;
            }
        }
        map.look_ahead();
        map
    }

    /// Settles the hints that depend on the next word.
    fn look_ahead(&mut self) {
        for block in 0..self.blocks {
            let next = |who: Hints, behind: u64| {
                let first = if block + 1 < self.blocks { self.bits(block + 1, who) } else { behind };
                self.bits(block, who) >> 1 | first << (BLOCK - 1)
            };
            let here = |who: Hints| self.bits(block, who);
            let terms = here(Hints::TERMS) | here(Hints::LONG_TERMS) & next(Hints::CONTINUES_TERM, 0);
            let phrases = here(Hints::NEWS_PHRASES) & next(Hints::CONTINUES_NEWS, 0);
            let news = here(Hints::NEWS) | phrases;
            let pieces = here(Hints::VADER) | here(Hints::VADER_PIECE) | next(Hints::VADER_PIECE, 1);
            let settled = [
                (Hints::TERMS, terms),
                (Hints::NEWS_PHRASES, phrases),
                (Hints::NEWS, news),
                (Hints::VADER_PIECE, pieces),
            ];
            for (who, bits) in settled {
                self.bits[who.number() * self.blocks + block] = bits;
            }
        }
    }

    /// Whether this one has to look at word `index`.
    #[inline]
    pub(super) fn has(&self, index: usize, who: Hints) -> bool {
        self.bits(index / BLOCK, who) >> (index % BLOCK) & 1 == 1
    }

    /// The next word from `index` on, before word `end`, at which this one has to look.
    #[inline]
    pub(super) fn next(&self, index: usize, end: usize, who: Hints) -> Option<usize> {
        let mut block = index / BLOCK;
        let mut bits = self.bits(block, who) & (u64::MAX << (index % BLOCK));
        while bits == 0 {
            block += 1;
            if block * BLOCK >= end {
                return None;
            }
            bits = self.bits(block, who);
        }
        Some(block * BLOCK + bits.trailing_zeros() as usize).filter(|&found| found < end)
    }

    /// The words of a block at which this one has to look.
    #[inline]
    fn bits(&self, block: usize, who: Hints) -> u64 {
        self.bits.get(who.number() * self.blocks + block).copied().unwrap_or(0)
    }
}

/// The hints of a block of words, by hint: eight words and eight hints at a time.
fn columns(rows: &[Hints; BLOCK]) -> [u64; Hints::NUMBER] {
    let mut columns = [0; Hints::NUMBER];
    for (place, eight) in rows.as_chunks::<8>().0.iter().enumerate() {
        let bytes = eight.map(Hints::to_bytes);
        for (half, columns) in columns.chunks_mut(8).enumerate() {
            let turned = turned(u64::from_le_bytes(bytes.map(|bytes| bytes[half])));
            for (column, byte) in columns.iter_mut().zip(turned.to_le_bytes()) {
                *column |= u64::from(byte) << (8 * place);
            }
        }
    }
    columns
}

/// Eight bytes with rows and columns of bits exchanged (Warren 2013, Hacker's Delight, 7-3).
fn turned(bytes: u64) -> u64 {
    let exchange = |bytes: u64, shift: u32, mask: u64| {
        let differing = (bytes ^ (bytes >> shift)) & mask;
        bytes ^ differing ^ (differing << shift)
    };
    let pairs = exchange(bytes, 7, 0x00AA_00AA_00AA_00AA);
    let fours = exchange(pairs, 14, 0x0000_CCCC_0000_CCCC);
    exchange(fours, 28, 0x0000_0000_F0F0_F0F0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Some hints in every mixture.
    fn hints(index: usize) -> Hints {
        let numbers = (0..Hints::NUMBER).filter(|number| index % (3 * number + 2) == 1);
        numbers.fold(Hints::default(), |hints, number| hints.or(Hints(1 << number)))
    }

    /// Whether this one has to look at a word of so many, as the words beside it have it.
    fn looks(words: usize, index: usize, who: Hints) -> bool {
        let has = |index: usize, who: Hints| index < words && hints(index).0 & who.0 != 0;
        let phrases = has(index, Hints::NEWS_PHRASES) && has(index + 1, Hints::CONTINUES_NEWS);
        match who {
            Hints::TERMS => has(index, who) || has(index, Hints::LONG_TERMS) && has(index + 1, Hints::CONTINUES_TERM),
            Hints::NEWS => has(index, who) || phrases,
            Hints::NEWS_PHRASES => phrases,
            Hints::VADER_PIECE => {
                let is_last = index + 1 == words;
                has(index, Hints::VADER) || has(index, who) || is_last || has(index + 1, who)
            }
            _ => has(index, who),
        }
    }

    #[test]
    fn the_next_word_is_the_next_with_a_hint() {
        for words in [0, 1, 63, 64, 65, 200] {
            let map = HintMap::of(words, (0..words).map(hints));
            for who in (0..Hints::NUMBER).map(|number| Hints(1 << number)) {
                for index in 0..words {
                    assert_eq!(map.has(index, who), looks(words, index, who), "{words} {index} {who:?}");
                    for end in [index, words - 1, words] {
                        let next = (index..end).find(|&word| looks(words, word, who));
                        assert_eq!(map.next(index, end, who), next, "{words} {index}..{end} {who:?}");
                    }
                }
            }
        }
    }
}
