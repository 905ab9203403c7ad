//! Phrases: sequences of words, longest match first.
//!
//! A trie over word numbers. A step takes one word; a gap (`ram ... through`) takes none to four.

/// The most words that a gap may take.
const GAP: usize = 4;
const NONE: u32 = u32::MAX;

/// One step of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Word(u32),
    Gap,
}

#[derive(Debug, Clone)]
struct Node<M> {
    /// Sorted by word.
    next: Vec<(u32, u32)>,
    gap: Option<u32>,
    meaning: Option<M>,
}

impl<M> Node<M> {
    fn new() -> Self {
        Self { next: Vec::new(), gap: None, meaning: None }
    }
}

/// Phrases, each with a meaning.
#[derive(Debug, Clone)]
pub(crate) struct Phrases<M> {
    nodes: Vec<Node<M>>,
}

/// A phrase found: how many words it takes, and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PhraseMatch<M> {
    pub(crate) words: usize,
    pub(crate) meaning: M,
}

/// The numbers of the words that follow a first one; see [`Phrases::longest`].
pub(crate) type Following<'a> = dyn Fn(usize) -> Option<[u32; 2]> + 'a;

impl<M: Copy> Phrases<M> {
    pub(crate) fn new() -> Self {
        Self { nodes: vec![Node::new()] }
    }

    /// Adds a phrase; the first meaning given to a sequence stays. Gives the node of its first word.
    pub(crate) fn insert(&mut self, steps: &[Step], meaning: M) -> u32 {
        let mut node = 0;
        let mut first = 0;
        for (index, step) in steps.iter().enumerate() {
            node = match *step {
                Step::Word(word) => self.child(node, word),
                Step::Gap => self.gap(node),
            };
            if index == 0 {
                first = node;
            }
        }
        self.nodes[node as usize].meaning.get_or_insert(meaning);
        first
    }

    fn push(&mut self) -> u32 {
        self.nodes.push(Node::new());
        self.nodes.len() as u32 - 1
    }

    fn child(&mut self, node: u32, word: u32) -> u32 {
        match self.nodes[node as usize].next.binary_search_by_key(&word, |&(word, _)| word) {
            Ok(at) => self.nodes[node as usize].next[at].1,
            Err(at) => {
                let child = self.push();
                self.nodes[node as usize].next.insert(at, (word, child));
                child
            }
        }
    }

    fn gap(&mut self, node: u32) -> u32 {
        if let Some(child) = self.nodes[node as usize].gap {
            return child;
        }
        let child = self.push();
        self.nodes[node as usize].gap = Some(child);
        child
    }

    /// The longest phrase that continues `first`, the node of a first word. `word(n)` gives the numbers under which the
    /// n-th word after the first is known, its own, then that of the word whose possessive it is; none where the run of
    /// words that a phrase may take has ended.
    pub(crate) fn longest(&self, first: u32, word: &Following<'_>) -> Option<PhraseMatch<M>> {
        self.walk(first, 0, word)
    }

    fn walk(&self, node: u32, taken: usize, word: &Following<'_>) -> Option<PhraseMatch<M>> {
        let here = &self.nodes[node as usize];
        let mut best = here.meaning.map(|meaning| PhraseMatch { words: taken + 1, meaning });
        let mut follow = |node: u32, taken: usize| {
            let next = &self.nodes[node as usize].next;
            if next.is_empty() {
                return;
            }
            for id in word(taken + 1).into_iter().flatten() {
                if id != NONE
                    && let Ok(at) = next.binary_search_by_key(&id, |&(word, _)| word)
                    && let Some(found) = self.walk(next[at].1, taken + 1, word)
                    && best.is_none_or(|best| found.words > best.words)
                {
                    best = Some(found);
                }
            }
        };
        follow(node, taken);
        // A gap's node itself means nothing: a word follows.
        if let Some(gap) = here.gap {
            for skipped in 0..=GAP {
                follow(gap, taken + skipped);
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_wins_and_gaps_are_bounded() {
        let mut phrases = Phrases::new();
        let (ram, through, regime, change) = (0, 1, 2, 3);
        let ram_node = phrases.insert(&[Step::Word(ram), Step::Gap, Step::Word(through)], 7);
        let regime_node = phrases.insert(&[Step::Word(regime)], 8);
        phrases.insert(&[Step::Word(regime), Step::Word(change)], 9);
        let search = |first: u32, words: &[u32]| phrases.longest(first, &|n| Some([*words.get(n)?, NONE]));
        let term = |words, id| Some(PhraseMatch { words, meaning: id });
        assert_eq!(search(regime_node, &[regime, 9]), term(1, 8));
        assert_eq!(search(regime_node, &[regime, change]), Some(PhraseMatch { words: 2, meaning: 9 }));
        assert_eq!(search(ram_node, &[ram, 9, 9, through]), term(4, 7));
        assert_eq!(search(ram_node, &[ram, 9, 9, 9, 9, through]), term(6, 7));
        assert_eq!(search(ram_node, &[ram, 9, 9, 9, 9, 9, through]), None);
        assert_eq!(search(ram_node, &[ram, through]), term(2, 7));
    }
}
