//! Phrases: sequences of words, longest match first.
//!
//! A trie over word numbers. A step takes one word, or any word that a wildcard stands for (`tax*`); a gap
//! (`ram ... through`) takes none to four. The node of the first word is kept where the word is looked up.

use crate::text::interner::Key;

/// The most words that a gap may take.
const GAP: usize = 4;
const NONE: u32 = u32::MAX;

/// One step of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Word(u32),
    /// A wildcard, by its number.
    Wildcard(u32),
    Gap,
}

/// What is known after some steps. Where it goes on from here stands in the [`Edges`].
#[derive(Debug, Clone)]
struct Node<M> {
    meaning: Option<M>,
    gap: u32,
    /// The classes of the words over which it goes on, so that nearly all others are told without a look at the edges.
    over: u64,
    has_wildcards: bool,
}

/// One of 64 classes of words; none for no word.
fn class(word: u32) -> u64 {
    if word == NONE { 0 } else { 1 << (word % u64::BITS) }
}

/// Phrases, each with a meaning.
#[derive(Debug, Clone)]
pub(crate) struct Phrases<M> {
    nodes: Vec<Node<M>>,
    edges: Edges,
}

/// A phrase found: how many words it takes, and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PhraseMatch<M> {
    pub(crate) words: usize,
    pub(crate) meaning: M,
}

/// Under which numbers a word is known to phrases.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numbers {
    /// Its own, then that of the word whose possessive it is.
    pub(crate) words: [u32; 2],
    /// The longest wildcard that stands for it.
    pub(crate) wildcard: u32,
}

/// The numbers of the words that follow a first one; see [`Phrases::visit`].
pub(crate) type Following<'a> = dyn Fn(usize) -> Option<Numbers> + 'a;

impl<M: Copy> Phrases<M> {
    pub(crate) fn new() -> Self {
        Self { nodes: Vec::new(), edges: Edges::default() }
    }

    /// The meaning of a phrase, to be read or set. `first` is the node of its first word, or [`NONE`] where no phrase
    /// begins with it yet.
    pub(crate) fn meaning_mut(&mut self, first: &mut u32, rest: &[Step]) -> &mut Option<M> {
        if *first == NONE {
            *first = self.push();
        }
        let node = rest.iter().fold(*first, |node, &step| self.child(node, step));
        &mut self.nodes[node as usize].meaning
    }

    /// Whether a phrase that begins at this node may do without a second word that is listed as such: the first word is a
    /// phrase alone, or a gap or wildcard follows.
    pub(crate) fn is_open(&self, first: u32) -> bool {
        let node = &self.nodes[first as usize];
        node.meaning.is_some() || node.gap != NONE || node.has_wildcards
    }

    fn push(&mut self) -> u32 {
        self.nodes.push(Node { meaning: None, gap: NONE, over: 0, has_wildcards: false });
        self.nodes.len() as u32 - 1
    }

    fn child(&mut self, node: u32, step: Step) -> u32 {
        let new = self.nodes.len() as u32;
        let parent = &mut self.nodes[node as usize];
        let child = match step {
            Step::Word(word) => {
                parent.over |= class(word);
                self.edges.get_or_insert(Edge::over_word(node, word), new)
            }
            Step::Wildcard(wildcard) => {
                parent.has_wildcards = true;
                self.edges.get_or_insert(Edge::over_wildcard(node, wildcard), new)
            }
            Step::Gap if parent.gap != NONE => parent.gap,
            Step::Gap => {
                parent.gap = new;
                new
            }
        };
        if child == new { self.push() } else { child }
    }

    /// The longest phrase that continues `first`, the node of a first word; of equally long ones the first that
    /// [`Phrases::visit`] finds.
    pub(crate) fn longest(&self, first: u32, shorter: &[u32], word: &Following<'_>) -> Option<PhraseMatch<M>> {
        let mut best: Option<PhraseMatch<M>> = None;
        self.visit(first, shorter, word, &mut |found| {
            if best.is_none_or(|best| found.words > best.words) {
                best = Some(found);
            }
        });
        best
    }

    /// Every phrase that continues `first`, the node of a first word: what is nearer to the letter first, so a word as
    /// it is written before its owner, a long wildcard before a short, a short gap before a long. `word(n)` gives the
    /// numbers of the n-th word after the first; none where the run of words that a phrase may take has ended.
    /// `shorter` gives for each wildcard the next shorter one that stands for the same words.
    pub(crate) fn visit(
        &self,
        first: u32,
        shorter: &[u32],
        word: &Following<'_>,
        found: &mut impl FnMut(PhraseMatch<M>),
    ) {
        self.walk(first, 0, shorter, word, found);
    }

    fn walk(
        &self,
        node: u32,
        taken: usize,
        shorter: &[u32],
        word: &Following<'_>,
        found: &mut impl FnMut(PhraseMatch<M>),
    ) {
        let here = &self.nodes[node as usize];
        if let Some(meaning) = here.meaning {
            found(PhraseMatch { words: taken + 1, meaning });
        }
        self.follow(node, taken, shorter, word, found);
        // A gap's node itself means nothing: a word follows.
        if here.gap != NONE {
            for skipped in 0..=GAP {
                self.follow(here.gap, taken + skipped, shorter, word, found);
            }
        }
    }

    fn follow(
        &self,
        node: u32,
        taken: usize,
        shorter: &[u32],
        word: &Following<'_>,
        found: &mut impl FnMut(PhraseMatch<M>),
    ) {
        let Node { over, has_wildcards, .. } = self.nodes[node as usize];
        if over == 0 && !has_wildcards {
            return;
        }
        let Some(numbers) = word(taken + 1) else { return };
        for id in numbers.words {
            if over & class(id) != 0
                && let Some(next) = self.edges.get(Edge::over_word(node, id))
            {
                self.walk(next, taken + 1, shorter, word, found);
            }
        }
        if !has_wildcards {
            return;
        }
        let mut wildcard = numbers.wildcard;
        while wildcard != NONE {
            if let Some(next) = self.edges.get(Edge::over_wildcard(node, wildcard)) {
                self.walk(next, taken + 1, shorter, word, found);
            }
            wildcard = shorter.get(wildcard as usize).copied().unwrap_or(NONE);
        }
    }
}

/// A step from a node over a word or wildcard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Edge {
    from: u32,
    over: u64,
}

impl Edge {
    fn over_word(from: u32, word: u32) -> Self {
        Self { from, over: u64::from(word) }
    }

    fn over_wildcard(from: u32, wildcard: u32) -> Self {
        Self { from, over: 1 << u32::BITS | u64::from(wildcard) }
    }

    fn hash(self) -> usize {
        Key::of_numbers(self.over, u64::from(self.from)).hash()
    }
}

/// Where each step leads: one table for all nodes, so that a step that no phrase takes costs one look.
#[derive(Debug, Clone, Default)]
struct Edges {
    /// A power of two long, at least half of it free.
    slots: Vec<Option<(Edge, u32)>>,
    count: usize,
}

impl Edges {
    fn get(&self, edge: Edge) -> Option<u32> {
        self.slots.get(self.slot(edge)?)?.map(|(_, to)| to)
    }

    /// Where an edge leads, which is `to` for a new one.
    fn get_or_insert(&mut self, edge: Edge, to: u32) -> u32 {
        if 2 * self.count >= self.slots.len() {
            let length = (2 * self.slots.len()).max(16);
            let old = std::mem::replace(&mut self.slots, vec![None; length]);
            for (edge, to) in old.into_iter().flatten() {
                self.insert(edge, to);
            }
        }
        self.get(edge).unwrap_or_else(|| {
            self.count += 1;
            self.insert(edge, to)
        })
    }

    fn insert(&mut self, edge: Edge, to: u32) -> u32 {
        if let Some(slot) = self.slot(edge) {
            self.slots[slot] = Some((edge, to));
        }
        to
    }

    /// The slot that holds an edge, or the free one that it would take; none in a table without slots.
    fn slot(&self, edge: Edge) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = edge.hash() & mask;
        while self.slots[slot].is_some_and(|(other, _)| other != edge) {
            slot = (slot + 1) & mask;
        }
        Some(slot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_wins_and_gaps_are_bounded() {
        let mut phrases = Phrases::new();
        let (ram, through, regime, change) = (0, 1, 2, 3);
        let (mut ram_node, mut regime_node) = (NONE, NONE);
        let mut add = |first: &mut u32, rest: &[Step], meaning| *phrases.meaning_mut(first, rest) = Some(meaning);
        add(&mut ram_node, &[Step::Gap, Step::Word(through)], 7);
        add(&mut regime_node, &[], 8);
        add(&mut regime_node, &[Step::Word(change)], 9);
        // Two wildcards, of which the first stands for all words of the second.
        add(&mut regime_node, &[Step::Wildcard(0)], 10);
        add(&mut regime_node, &[Step::Wildcard(1), Step::Wildcard(0)], 11);
        let search = |first: u32, words: &[u32], wildcard: u32| {
            let numbers = |n: usize| Some(Numbers { words: [*words.get(n)?, NONE], wildcard });
            phrases.longest(first, &[NONE, 0], &numbers)
        };
        let term = |words, id| Some(PhraseMatch { words, meaning: id });
        assert_eq!(search(regime_node, &[regime, 9], NONE), term(1, 8));
        assert_eq!(search(regime_node, &[regime, change], NONE), term(2, 9));
        assert_eq!(search(regime_node, &[regime, change], 0), term(2, 9));
        assert_eq!(search(regime_node, &[regime, 9], 1), term(2, 10));
        assert_eq!(search(regime_node, &[regime, 9, 9], 1), term(3, 11));
        assert_eq!(search(ram_node, &[ram, 9, 9, through], NONE), term(4, 7));
        assert_eq!(search(ram_node, &[ram, 9, 9, 9, 9, through], NONE), term(6, 7));
        assert_eq!(search(ram_node, &[ram, 9, 9, 9, 9, 9, through], NONE), None);
        assert_eq!(search(ram_node, &[ram, through], NONE), term(2, 7));
    }
}
