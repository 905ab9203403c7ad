//! Which vowel letters of a word carry a syllable: a table of letter contexts with weights.

use crate::error::Error;

/// How many letters before and after the judged letter a context may name.
pub(crate) const REACH: usize = 4;
/// The weight with which a letter starts: for a syllable if positive.
const DEFAULT: i32 = 20;

/// The symbols of a path beside the letters, which are 1 to 26: the word boundary, the turn from the letters to the
/// right to those to the left, and the end.
const EDGE: u8 = 27;
const TURN: u8 = 28;
const END: u8 = 0;
/// A path has the letter, up to [`REACH`] symbols to its right, the turn, and up to [`REACH`] to its left.
const DEPTH: usize = 2 * REACH + 2;

/// A node of the trie of paths.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    /// The weight of the context that ends here, or 0.
    weight: i32,
    /// Bit `s` is set if symbol `s` goes on from here.
    symbols: u32,
    /// The first child; the others follow in the order of their symbols.
    first: u32,
}

/// The weights of letter contexts.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    /// The root is node 0; every node stands before its children, and these side by side.
    nodes: Vec<Node>,
}

impl Rules {
    /// Reads a table of `context<TAB>weight` rows, `#` for comments; `name` is the table's name in errors.
    ///
    /// A context holds one capital, the letter that is judged, and up to [`REACH`] letters on either side; a full stop
    /// is the word boundary. The rows are in the order of their paths: by the letter, then by the letters to its right
    /// outwards, then by those to its left outwards; the end of a side comes after what goes on, for the right side,
    /// and before it, for the left.
    ///
    /// # Errors
    ///
    /// The first row that does not have this form or stands out of order.
    pub(crate) fn parse(name: &str, table: &str) -> Result<Self, Error> {
        let mut rows: Vec<(u64, i32)> = Vec::with_capacity(table.len() / 8);
        for (index, row) in table.lines().enumerate() {
            if row.is_empty() || row.starts_with('#') {
                continue;
            }
            let wrong = |reason: &str| Error::lexicon(name, index + 1, format!("`{row}`: {reason}"));
            let (context, weight) =
                row.split_once('\t').ok_or_else(|| wrong("a row is a context, a tab and a weight"))?;
            let weight: i16 = weight.parse().map_err(|_| wrong("the weight is a whole number from -32768 to 32767"))?;
            let path = path(context.as_bytes()).ok_or_else(|| {
                wrong(
                    "a context is one capital with up to four small letters on either side, the outermost a full stop at a word boundary",
                )
            })?;
            if rows.last().is_some_and(|&(last, _)| last >= path) {
                return Err(wrong("the row does not come after the one above in the order of contexts"));
            }
            rows.push((path, i32::from(weight)));
        }
        Ok(Self { nodes: trie(&rows) })
    }

    /// The syllables of a run of letters `a` to `z`, at least 1; none if it holds no vowel letter.
    ///
    /// A capital is a vowel whose accent keeps it sounded, whatever the weights.
    pub(super) fn count(&self, word: &[u8]) -> Option<u32> {
        let mut syllables = 0;
        let mut vowels = false;
        for (at, &letter) in word.iter().enumerate() {
            let Some(default) = default_weight(word, at) else { continue };
            vowels |= is_vowel(letter);
            syllables += u32::from(letter.is_ascii_uppercase() || default + self.weight(word, at) > 0);
        }
        vowels.then_some(syllables.max(1))
    }

    /// The sum of the weights of all contexts around the letter at `at`.
    fn weight(&self, word: &[u8], at: usize) -> i32 {
        let mut sum = 0;
        let mut right = at;
        let mut spine = self.child(0, symbol(word, at));
        while let Some(turning) = spine {
            let mut left = at;
            let mut reached = self.child(turning, TURN);
            while let Some(node) = reached {
                sum += self.nodes[node].weight;
                left = left.wrapping_sub(1);
                reached = self.child(node, symbol(word, left));
            }
            right += 1;
            spine = self.child(turning, symbol(word, right));
        }
        sum
    }

    /// The node after `node` on the path that goes on with `symbol`.
    #[inline]
    fn child(&self, node: usize, symbol: u8) -> Option<usize> {
        let Node { symbols, first, .. } = self.nodes[node];
        let bit = 1u32 << symbol;
        (symbols & bit != 0).then(|| first as usize + (symbols & (bit - 1)).count_ones() as usize)
    }
}

/// The trie of sorted paths, in one walk by levels.
fn trie(rows: &[(u64, i32)]) -> Vec<Node> {
    let mut nodes = vec![Node::default()];
    // The rows that pass through each node, and the depth of its children.
    let mut passing = vec![(0..rows.len(), 0)];
    let mut parent = 0;
    while let Some((mut rest, depth)) = passing.get(parent).cloned() {
        nodes[parent].first = nodes.len() as u32;
        while !rest.is_empty() {
            let symbol = path_symbol(rows[rest.start].0, depth);
            let same = rows[rest.clone()].iter().take_while(|row| path_symbol(row.0, depth) == symbol).count();
            if symbol == END {
                nodes[parent].weight = rows[rest.start].1;
            } else {
                nodes[parent].symbols |= 1 << symbol;
                nodes.push(Node::default());
                passing.push((rest.start..rest.start + same, depth + 1));
            }
            rest.start += same;
        }
        parent += 1;
    }
    nodes
}

/// The path of a context, 5 bits a symbol from the top, or none if it is not a context.
pub(crate) fn path(context: &[u8]) -> Option<u64> {
    let at = context.iter().position(u8::is_ascii_uppercase)?;
    let (left, right) = (&context[..at], &context[at + 1..]);
    if left.len() > REACH || right.len() > REACH {
        return None;
    }
    let mut path = u64::from(context[at] & 31);
    let mut depth = 1;
    let mut push = |symbol: u8| {
        path = path << 5 | u64::from(symbol);
        depth += 1;
    };
    for (index, &byte) in right.iter().enumerate() {
        push(letter_or_edge(byte, index + 1 == right.len())?);
    }
    push(TURN);
    for (index, &byte) in left.iter().enumerate().rev() {
        push(letter_or_edge(byte, index == 0)?);
    }
    Some(path << (5 * (DEPTH - depth)))
}

/// The symbol of a byte beside the judged letter; only the outermost may be the boundary.
fn letter_or_edge(byte: u8, outermost: bool) -> Option<u8> {
    match byte {
        b'a'..=b'z' => Some(byte & 31),
        b'.' if outermost => Some(EDGE),
        _ => None,
    }
}

/// The symbol of `path` at `depth`; the end lies behind a path of full length too.
fn path_symbol(path: u64, depth: usize) -> u8 {
    if depth < DEPTH { (path >> (5 * (DEPTH - 1 - depth))) as u8 & 31 } else { END }
}

/// The symbol of the letter at `at`, or of the word boundary.
#[inline]
fn symbol(word: &[u8], at: usize) -> u8 {
    word.get(at).map_or(EDGE, |letter| letter & 31)
}

/// Whether a letter is one of a, e, i, o, u and y.
#[inline]
pub(super) fn is_vowel(letter: u8) -> bool {
    const VOWELS: u32 = 1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21 | 1 << 25;
    VOWELS >> (letter & 31) & 1 != 0
}

/// The weight with which the letter at `at` starts, or none if it can carry no syllable.
///
/// A vowel letter counts by default unless another stands before it. A few consonants can carry a syllable but by
/// default do not: the m of `prism` and `rhythm`, the l of `Vogl`, and the c of `McGee`, which has the vowel before it.
#[inline]
pub(crate) fn default_weight(word: &[u8], at: usize) -> Option<i32> {
    let letter = word[at];
    let before = if at == 0 { b'.' } else { word[at - 1] };
    if is_vowel(letter) {
        return Some(if is_vowel(before) && at > 0 { -DEFAULT } else { DEFAULT });
    }
    let at_end = || matches!(word.get(at + 1), None | Some(b's'));
    let carries = match letter {
        b'm' => matches!(before, b's' | b'h') && at_end(),
        b'l' => !is_vowel(before) && !matches!(before, b'l' | b'r' | b'w' | b'.') && at_end(),
        b'c' => before == b'm' && at == 1,
        _ => false,
    };
    carries.then_some(-DEFAULT)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;

    fn rules(table: &str) -> Rules {
        Rules::parse("test.tsv", table).unwrap()
    }

    #[test]
    fn without_contexts_every_run_of_vowel_letters_counts() {
        let rules = rules("");
        for (word, count) in [("be", 1), ("came", 2), ("create", 2), ("rhythm", 1), ("idea", 2), ("mcgee", 1)] {
            assert_eq!(rules.count(word.as_bytes()), Some(count), "{word}");
        }
        assert_eq!(rules.count(b"bbc"), None);
        assert_eq!(rules.count(b""), None);
    }

    #[test]
    fn contexts_add_up() {
        // A silent e at the end, but not after a consonant with l; a second vowel after i.
        let rules = rules("iA\t30\nE.\t-30\nlE.\t5\nblE.\t10\n");
        for (word, count) in [("came", 1), ("able", 2), ("whale", 1), ("be", 1), ("dial", 2), ("cafE", 2)] {
            assert_eq!(rules.count(word.as_bytes()), Some(count), "{word}");
        }
    }

    #[test]
    fn a_context_may_fill_the_reach() {
        let rules = rules("abcdEfghi\t-30\n");
        assert_eq!(rules.count(b"abcdefghi"), Some(2));
        assert_eq!(rules.count(b"abcdefghj"), Some(2));
        assert_eq!(rules.count(b"xbcdefghi"), Some(2));
    }

    #[test]
    fn a_context_has_one_capital_and_a_limited_reach() {
        let contexts = ["Abc", "Ab", "aAb", "A", "aA", "baA", "bA", ".A", "E.", "E"];
        let paths = contexts.map(|context| path(context.as_bytes()).unwrap());
        assert!(paths.is_sorted_by(|a, b| a < b), "{paths:?}");
        for context in ["", "a", "AA", "a.bC", "C.a", "abcdeF", "Fabcde", "a-B", "é", "1A"] {
            assert_eq!(path(context.as_bytes()), None, "{context}");
        }
    }

    #[test]
    fn a_wrong_row_is_named() {
        for (table, message) in [
            ("# head\n\nE.", "test.tsv, line 3: `E.`: a row is a context, a tab and a weight"),
            ("E.\tmany", "test.tsv, line 1: `E.\tmany`: the weight is a whole number from -32768 to 32767"),
            ("E.\t-40000", "test.tsv, line 1: `E.\t-40000`: the weight is a whole number from -32768 to 32767"),
            ("e.\t3", "test.tsv, line 1: `e.\t3`: a context is one capital with up to four small letters"),
            ("E.\t3\nE.\t4", "test.tsv, line 2: `E.\t4`: the row does not come after the one above"),
        ] {
            let error = Rules::parse("test.tsv", table).unwrap_err().to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
