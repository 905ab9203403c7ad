//! Lexical diversity: how varied the words of a text are.

use serde::Serialize;

use crate::document::Document;

/// Lexical diversity of a text; none where a measure is not defined for it.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
#[non_exhaustive]
pub struct Diversity {
    /// Type-token ratio, 0 to 1: distinct words over words (Johnson 1944; Templin 1957). Falls with length.
    pub ttr: Option<f64>,
    /// Words that occur once, over all words.
    pub hapax_per_token: Option<f64>,
    /// Words that occur once, over distinct words.
    pub hapax_per_type: Option<f64>,
    /// Moving-average type-token ratio over windows of 50 words (Covington & McFall 2010), 0 to 1.
    pub mattr: Option<f64>,
    /// Measure of textual lexical diversity (McCarthy & Jarvis 2010), in words: the mean length of a stretch whose
    /// type-token ratio stays at 0.72 or above; factors of at least 10 words, mean of both directions.
    pub mtld: Option<f64>,
}

/// Window of the moving average, in words.
pub const MATTR_WINDOW: usize = 50;
/// A factor of MTLD ends when the type-token ratio falls below 72 in 100.
const MTLD_PERCENT: u64 = 72;
/// The shortest factor of MTLD (McCarthy & Jarvis 2010).
const MTLD_SHORTEST: u64 = 10;

pub(crate) fn diversity(document: &Document<'_>) -> Diversity {
    let ids: Vec<u32> = document.words().iter().map(|word| word.id).collect();
    let types = document.types().len();
    if ids.is_empty() {
        return Diversity::default();
    }
    let tokens = ids.len() as f64;
    let hapaxes = document.types().iter().filter(|word| word.count == 1).count() as f64;
    let mut stretch = Stretch { seen_in: vec![0; types], factor: 0 };
    Diversity {
        ttr: Some(types as f64 / tokens),
        hapax_per_token: Some(hapaxes / tokens),
        hapax_per_type: Some(hapaxes / types as f64),
        mattr: mattr(&ids, types, MATTR_WINDOW),
        mtld: stretch.mtld(&ids),
    }
}

/// Mean type-token ratio of all windows of `window` words; none for a shorter text. Linear in the text.
fn mattr(ids: &[u32], types: usize, window: usize) -> Option<f64> {
    if ids.len() < window {
        return None;
    }
    let mut counts = vec![0_u32; types];
    let mut distinct = 0_u64;
    let mut sum = 0_u64;
    for (index, &id) in ids.iter().enumerate() {
        distinct += u64::from(counts[id as usize] == 0);
        counts[id as usize] += 1;
        if index + 1 >= window {
            sum += distinct;
            let leaving = ids[index + 1 - window] as usize;
            counts[leaving] -= 1;
            distinct -= u64::from(counts[leaving] == 0);
        }
    }
    let windows = ids.len() - window + 1;
    Some(sum as f64 / (window * windows) as f64)
}

/// The types of the stretch that is being walked: each is stamped with the number of the factor that saw it last, so
/// that nothing is cleared between factors.
struct Stretch {
    seen_in: Vec<u32>,
    factor: u32,
}

impl Stretch {
    fn mtld(&mut self, ids: &[u32]) -> Option<f64> {
        let forward = self.factors(ids.iter().copied());
        let backward = self.factors(ids.iter().rev().copied());
        if forward == 0.0 || backward == 0.0 {
            return None;
        }
        let tokens = ids.len() as f64;
        Some(f64::midpoint(tokens / forward, tokens / backward))
    }

    /// Number of factors in one direction, the rest at the end as a part of one.
    fn factors(&mut self, ids: impl Iterator<Item = u32>) -> f64 {
        let (mut complete, mut tokens, mut types) = (0.0, 0_u64, 0_u64);
        self.factor += 1;
        for id in ids {
            tokens += 1;
            let seen_in = &mut self.seen_in[id as usize];
            types += u64::from(*seen_in != self.factor);
            *seen_in = self.factor;
            // In integers: a ratio of exactly 0.72 is not below it.
            if tokens >= MTLD_SHORTEST && 100 * types < MTLD_PERCENT * tokens {
                complete += 1.0;
                (tokens, types) = (0, 0);
                self.factor += 1;
            }
        }
        if tokens > 0 {
            let ratio = types as f64 / tokens as f64;
            complete += (1.0 - ratio) / (1.0 - MTLD_PERCENT as f64 / 100.0);
        }
        complete
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_and_factors() {
        // a b a b: windows of two all hold two types; of three, two of three.
        assert_eq!(mattr(&[0, 1, 0, 1], 2, 2), Some(1.0));
        assert_eq!(mattr(&[0, 1, 0, 1], 2, 3), Some(2.0 / 3.0));
        assert_eq!(mattr(&[0, 1], 2, 3), None);
        let mut stretch = Stretch { seen_in: vec![0; 100], factor: 0 };
        // All distinct: no factor, so no length of one.
        assert_eq!(stretch.mtld(&(0..100).collect::<Vec<_>>()), None);
        // One word over and over: a factor every ten words.
        assert_eq!(stretch.mtld(&[7; 100]), Some(10.0));
    }
}
