//! Wildcards: `abandon*` stands for every word that begins so.
//!
//! All that stand for one word begin each other, so a word is known by the longest of them alone; the shorter ones
//! follow from it.

use super::vocabulary::NONE;

/// The wildcards of all lexicons of an analyzer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wildcards {
    /// In alphabetical order; the place of each is its number. The empty one stands for any word.
    prefixes: Vec<Box<str>>,
    /// The first bytes of each, which nearly always tell it from a word without a look at the text.
    heads: Vec<u64>,
    /// The next shorter wildcard that stands for the same words, or [`NONE`].
    shorter: Vec<u32>,
    /// Nodes of the loaded terms that begin with a wildcard, or [`NONE`].
    terms: Vec<u32>,
    /// Nodes of the patterns of dictionaries that begin with it, or [`NONE`].
    patterns: Vec<u32>,
}

impl Wildcards {
    /// The wildcards with these beginnings of words, folded, in any order.
    pub(crate) fn new(mut prefixes: Vec<Box<str>>) -> Self {
        prefixes.sort_unstable();
        prefixes.dedup();
        let mut shorter = Vec::with_capacity(prefixes.len());
        for (at, prefix) in prefixes.iter().enumerate() {
            let mut before = at.checked_sub(1).map_or(NONE, |at| at as u32);
            while before != NONE && !prefix.starts_with(&*prefixes[before as usize]) {
                before = shorter[before as usize];
            }
            shorter.push(before);
        }
        let none = vec![NONE; prefixes.len()];
        let heads = prefixes.iter().map(|prefix| head(prefix)).collect();
        Self { prefixes, heads, shorter, terms: none.clone(), patterns: none }
    }

    /// The longest wildcard that stands for a folded word, or [`NONE`].
    pub(crate) fn longest(&self, folded: &str) -> u32 {
        let head = head(folded);
        let first = self.heads.partition_point(|&known| known < head);
        let same = self.heads[first..].partition_point(|&known| known == head);
        let after = first + self.prefixes[first..first + same].partition_point(|prefix| **prefix <= *folded);
        let mut found = after.checked_sub(1).map_or(NONE, |at| at as u32);
        // What begins the word begins all that stands between it and the word in alphabetical order.
        while found != NONE && !folded.starts_with(&*self.prefixes[found as usize]) {
            found = self.shorter[found as usize];
        }
        found
    }

    /// For each wildcard the next shorter one.
    pub(crate) fn shorter(&self) -> &[u32] {
        &self.shorter
    }

    /// The number of a wildcard, or [`NONE`].
    pub(crate) fn number(&self, prefix: &str) -> u32 {
        self.prefixes.binary_search_by(|known| (**known).cmp(prefix)).map_or(NONE, |at| at as u32)
    }

    /// The wildcard and the shorter ones.
    fn chain(&self, wildcard: u32) -> impl Iterator<Item = usize> {
        let next =
            |&at: &usize| self.shorter.get(at).filter(|&&shorter| shorter != NONE).map(|&shorter| shorter as usize);
        std::iter::successors((wildcard != NONE).then_some(wildcard as usize), next)
    }

    /// Nodes of the loaded terms that begin with a wildcard or a shorter one.
    pub(crate) fn terms(&self, wildcard: u32) -> impl Iterator<Item = u32> {
        self.chain(wildcard).filter_map(|at| self.terms.get(at).copied())
    }

    pub(crate) fn terms_mut(&mut self, wildcard: u32) -> Option<&mut u32> {
        self.terms.get_mut(wildcard as usize)
    }

    /// Nodes of the patterns of dictionaries that begin with a wildcard or a shorter one.
    pub(crate) fn patterns(&self, wildcard: u32) -> impl Iterator<Item = u32> {
        self.chain(wildcard).filter_map(|at| self.patterns.get(at).copied())
    }

    pub(crate) fn patterns_mut(&mut self, wildcard: u32) -> Option<&mut u32> {
        self.patterns.get_mut(wildcard as usize)
    }
}

/// The first eight bytes of a text as a number, in the order of texts; zeros stand for what is missing.
fn head(text: &str) -> u64 {
    let mut head = [0; 8];
    let length = text.len().min(8);
    head[..length].copy_from_slice(&text.as_bytes()[..length]);
    u64::from_be_bytes(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_beginning_is_found_and_leads_to_the_shorter() {
        let prefixes = ["ab", "abandon", "abandonmen", "abandonment", "abc", "tax", "taxe", "b"];
        for with_any in [false, true] {
            let all = prefixes.iter().copied().chain(with_any.then_some(""));
            let wildcards = Wildcards::new(all.clone().map(Box::from).collect());
            for word in [
                "abandoned",
                "abandonments",
                "abandonme",
                "abandon",
                "abacus",
                "abcd",
                "taxes",
                "taxi",
                "a",
                "zebra",
                "b",
                "été",
                "",
            ] {
                let chain: Vec<&str> =
                    wildcards.chain(wildcards.longest(word)).map(|at| &*wildcards.prefixes[at]).collect();
                let mut naive: Vec<&str> = all.clone().filter(|prefix| word.starts_with(prefix)).collect();
                naive.sort_by_key(|prefix| std::cmp::Reverse(prefix.len()));
                assert_eq!(chain, naive, "{word}");
            }
        }
    }
}
