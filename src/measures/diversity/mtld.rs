//! MTLD: the measure of textual lexical diversity (McCarthy 2005; McCarthy & Jarvis 2010).
//!
//! The words are walked; where the type-token ratio falls past 0.72, a factor ends and the next begins. What is left at
//! the end counts as a part of a factor: as much as its ratio has fallen from 1 towards 0.72. Programs differ in what
//! ends a factor, and their values by up to 7 %, so each rule has a name.

use super::WordSequence;

/// A factor ends when the type-token ratio falls past 72 in 100.
pub(super) const PERCENT: u64 = 72;
/// How far a ratio falls within a factor.
const FALL: f64 = (100 - PERCENT) as f64 / 100.0;

/// What ends a factor.
#[derive(Debug)]
pub(super) struct Rule {
    /// A ratio of exactly 0.72 ends it too.
    at_threshold: bool,
    /// The shortest factor, in words.
    shortest: u64,
    /// The stretch that holds the last word is a part of a factor, also where it would be a whole one.
    last_is_part: bool,
}

pub(super) const LE: Rule = Rule { at_threshold: true, shortest: 1, last_is_part: false };
pub(super) const LT: Rule = Rule { at_threshold: false, shortest: 1, last_is_part: false };
pub(super) const LT_MIN10: Rule = Rule { at_threshold: false, shortest: 10, last_is_part: false };
pub(super) const LT_MIN10_LAST_PART: Rule = Rule { at_threshold: false, shortest: 10, last_is_part: true };

impl Rule {
    /// In integers: a ratio of exactly 0.72 is not below it.
    fn ends(&self, types: u64, tokens: u64, is_last: bool) -> bool {
        let (found, limit) = (100 * types, PERCENT * tokens);
        let past = found < limit || (self.at_threshold && found == limit);
        past && tokens >= self.shortest && !(self.last_is_part && is_last)
    }
}

/// What one walk finds.
#[derive(Debug, Default)]
struct Walk {
    complete: u64,
    /// Words and distinct words after the last complete factor.
    rest: (u64, u64),
}

impl Walk {
    /// The rest as a part of a factor.
    fn part(&self) -> f64 {
        let (tokens, types) = self.rest;
        if tokens == 0 { 0.0 } else { (tokens - types) as f64 / tokens as f64 / FALL }
    }
}

/// The words over the number of factors, mean of both directions; none where no word comes again.
pub(super) fn mtld(words: &WordSequence, rule: &Rule) -> Option<f64> {
    let tokens = words.n()?;
    let lengths = walks(words, rule).map(|walk| tokens / (walk.complete as f64 + walk.part()));
    (words.types() < words.tokens()).then(|| f64::midpoint(lengths[0], lengths[1]))
}

/// The mean length of the factors of both directions, where a part counts as one of the length that it would grow to.
pub(super) fn mean_factor_length(words: &WordSequence, rule: &Rule) -> Option<f64> {
    let (mut length, mut factors) = (0.0, 0_u64);
    for walk in walks(words, rule) {
        length += (words.tokens() as u64 - walk.rest.0) as f64;
        factors += walk.complete;
        if walk.part() > 0.0 {
            length += walk.rest.0 as f64 / walk.part();
            factors += 1;
        }
    }
    (factors > 0).then(|| length / factors as f64)
}

fn walks(words: &WordSequence, rule: &Rule) -> [Walk; 2] {
    // Each word is stamped with the factor that saw it last, so that nothing is cleared between factors.
    let mut stamps = Stamps { seen_in: vec![0; words.types()], factor: 0 };
    let ids = &words.ids;
    [stamps.walk(ids.iter(), ids.len(), rule), stamps.walk(ids.iter().rev(), ids.len(), rule)]
}

struct Stamps {
    seen_in: Vec<u32>,
    factor: u32,
}

impl Stamps {
    fn walk<'i>(&mut self, ids: impl Iterator<Item = &'i u32>, length: usize, rule: &Rule) -> Walk {
        let mut walk = Walk::default();
        self.factor += 1;
        for (index, &id) in ids.enumerate() {
            let (tokens, types) = &mut walk.rest;
            *tokens += 1;
            let seen_in = &mut self.seen_in[id as usize];
            *types += u64::from(*seen_in != self.factor);
            *seen_in = self.factor;
            if rule.ends(*types, *tokens, index + 1 == length) {
                walk.complete += 1;
                walk.rest = (0, 0);
                self.factor += 1;
            }
        }
        walk
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_of_plain_sequences() {
        // All distinct: no factor, so no length of one.
        let distinct: WordSequence = (0..100).collect();
        assert_eq!(mtld(&distinct, &LT_MIN10), None);
        assert_eq!(mean_factor_length(&distinct, &LT_MIN10_LAST_PART), None);
        // One word over and over: a factor every ten words, or every two.
        let same: WordSequence = [7; 100].into_iter().collect();
        assert_eq!(mtld(&same, &LT_MIN10), Some(10.0));
        assert_eq!(mtld(&same, &LT), Some(2.0));
        // The last ten words are a part: nine factors, and 0.9 of a fall of 0.28.
        assert_eq!(mtld(&same, &LT_MIN10_LAST_PART), Some(100.0 / (9.0 + 0.9 / 0.28)));
        assert_eq!(mean_factor_length(&same, &LT_MIN10_LAST_PART), Some((90.0 + 10.0 / (0.9 / 0.28)) / 10.0));
    }

    #[test]
    fn a_ratio_of_exactly_the_threshold() {
        // 18 distinct words among 25 are 0.72.
        let words: WordSequence = (0..18).chain([0; 7]).collect();
        let [le, _] = walks(&words, &LE);
        let [lt, _] = walks(&words, &LT);
        assert_eq!((le.complete, lt.complete), (1, 0));
    }
}
