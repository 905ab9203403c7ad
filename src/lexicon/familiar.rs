//! Familiar words: the lists of Dale-Chall and Spache with the inflections that their papers count as familiar.

use super::vocabulary::{Vocabulary, WordFlags};

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FamiliarList {
    DaleChall,
    Spache,
}

impl FamiliarList {
    fn flag(self) -> WordFlags {
        match self {
            Self::DaleChall => WordFlags::DALE_CHALL,
            Self::Spache => WordFlags::SPACHE,
        }
    }
}

/// Longer words than this are on no list in any form, which keeps a text of one word linear.
const LONGEST: usize = 64;

/// Whether a folded word is familiar: listed, a numeral, or a regular form of a listed word.
///
/// The forms are those of Dale and Chall (1948): plurals and possessives, -s -es -ies, -ing, -ed -ied, the participle
/// in -n, -er -est -ier -iest, -ly, and hyphenated words whose parts are familiar. Derivations (un-, -ness) are not.
pub(crate) fn is_familiar(vocabulary: &Vocabulary, folded: &str, list: FamiliarList) -> bool {
    if folded.len() > LONGEST {
        return false;
    }
    if folded.contains('-') {
        return folded.split('-').all(|part| is_familiar(vocabulary, part, list));
    }
    let listed = |word: &str| vocabulary.look_up(word).flags.has(list.flag());
    if folded.starts_with(|c: char| c.is_ascii_digit()) || listed(folded) {
        return true;
    }
    let base = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')).unwrap_or(folded);
    (base.len() < folded.len() && listed(base)) || is_inflected(base, &listed)
}

/// The endings, and what may be put back in their place.
const ENDINGS: [(&str, &[&str]); 13] = [
    ("ies", &["y"]),
    ("ied", &["y"]),
    ("ier", &["y"]),
    ("iest", &["y"]),
    ("ily", &["y"]),
    ("es", &[""]),
    ("s", &[""]),
    ("ing", &["", "e"]),
    ("ed", &["", "e"]),
    ("est", &["", "e"]),
    ("er", &["", "e"]),
    ("ly", &["", "le"]),
    ("n", &[""]),
];

fn is_inflected(word: &str, listed: &impl Fn(&str) -> bool) -> bool {
    let mut base = String::new();
    ENDINGS.iter().any(|(ending, replacements)| {
        let Some(stem) = word.strip_suffix(ending) else { return false };
        if stem.len() < 2 {
            return false;
        }
        let found = replacements.iter().any(|replacement| {
            base.clear();
            base.push_str(stem);
            base.push_str(replacement);
            listed(&base)
        });
        found || (matches!(*ending, "ing" | "ed" | "er" | "est") && undoubled(stem).is_some_and(listed))
    })
}

/// The stem without its doubled consonant: stopp gives stop.
fn undoubled(stem: &str) -> Option<&str> {
    let bytes = stem.as_bytes();
    let n = bytes.len();
    (n >= 3 && bytes[n - 1] == bytes[n - 2] && bytes[n - 1].is_ascii_lowercase()).then(|| &stem[..n - 1])
}

/// Whether a word is a combination of two short familiar words, such as bookkeeper (Gunning 1952). Function words do
/// not make such combinations: understanding is no sum of under and standing.
pub(crate) fn is_easy_compound(vocabulary: &Vocabulary, folded: &str) -> bool {
    const SHORTEST_PART: usize = 3;
    if !folded.is_ascii() || folded.len() > LONGEST {
        return false;
    }
    let easy = |part: &str| {
        !vocabulary.look_up(part).flags.has(WordFlags::STOP) && is_familiar(vocabulary, part, FamiliarList::DaleChall)
    };
    (SHORTEST_PART..folded.len().saturating_sub(SHORTEST_PART - 1)).any(|at| {
        let (first, second) = folded.split_at(at);
        vocabulary.look_up(first).flags.has(WordFlags::DALE_CHALL) && easy(first) && easy(second)
    })
}
