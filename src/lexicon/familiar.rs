//! Familiar words: the lists of Dale-Chall and Spache with the inflections that their papers count as familiar, and
//! the combinations of short words that Gunning does not count as hard.

use super::inflect::Inflections;
use super::vocabulary::{Vocabulary, WordFlags};

/// Longer words than this are on no list in any form, which keeps a text of one word linear.
const LONGEST: usize = 64;

/// By which of some lists a folded word is familiar: listed, a numeral, or a regular form of a listed word.
///
/// The forms are those of Dale and Chall (1948, instructions): plurals and possessives; -s, -es, -ies, -ing, -ed, -ied
/// and the participle in -n of verbs ([`mark_participles`]); -er, -est, -ier and -iest of adjectives, but not the nouns
/// in -er (burner is unfamiliar although burn is listed); -ly; and hyphenated words whose parts are familiar.
/// Derivations (un-, -ness) are not. Contractions of listed words are familiar as their parts are.
pub(crate) fn familiar_by(vocabulary: &Vocabulary, folded: &str, lists: WordFlags) -> WordFlags {
    if folded.len() > LONGEST {
        return WordFlags::default();
    }
    if folded.contains('-') {
        return folded.split('-').fold(lists, |lists, part| familiar_by(vocabulary, part, lists));
    }
    if folded.starts_with(|c: char| c.is_ascii_digit()) {
        return lists;
    }
    let listed = |word: &str| vocabulary.look_up(word).flags.among(lists);
    let base = folded.find('\'').and_then(|_| CLITICS.iter().find_map(|clitic| folded.strip_suffix(clitic)));
    let compared = |word: &str| {
        let flags = vocabulary.look_up(word).flags;
        if flags.has(WordFlags::COMPARED) { flags.among(lists) } else { WordFlags::default() }
    };
    let own = base.map_or(WordFlags::default(), &listed);
    let base = base.unwrap_or(folded);
    listed(folded).or(own).or(inflected_by(base, &listed)).or(compared_by(base, &compared))
}

/// The possessive, and what contractions end in.
const CLITICS: [&str; 8] = ["'s", "'", "n't", "'ll", "'d", "'ve", "'re", "'m"];
/// The endings of nouns, verbs and adverbs, and what may be put back in their place.
const ENDINGS: [(&str, &[&str]); 8] = [
    ("ies", &["y"]),
    ("ied", &["y"]),
    ("ily", &["y"]),
    ("s", &[""]),
    ("ing", &["", "e"]),
    ("ed", &["", "e"]),
    ("ly", &["", "le"]),
    // fully has lost an l
    ("lly", &["ll"]),
];
/// The endings of compared adjectives.
const COMPARISON: [(&str, &[&str]); 4] = [("ier", &["y"]), ("iest", &["y"]), ("er", &["", "e"]), ("est", &["", "e"])];
/// The ends after which a plural or third person is made by -es.
const BEFORE_ES: [&str; 6] = ["s", "x", "z", "ch", "sh", "o"];

fn inflected_by(word: &str, listed: &impl Fn(&str) -> WordFlags) -> WordFlags {
    let mut found = WordFlags::default();
    // All endings end so, and half of the words do not.
    if !word.ends_with(['s', 'd', 'g', 'y']) {
        return found;
    }
    for (ending, restored) in ENDINGS {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 2) else { continue };
        found.insert(restored_by(stem, restored, listed));
        if matches!(ending, "ing" | "ed")
            && let Some(single) = undoubled(stem)
        {
            found.insert(listed(single));
        }
        // dying, lying: -ie became y
        if ending == "ing"
            && let Some(stem) = stem.strip_suffix('y')
        {
            found.insert(restored_by(stem, &["ie"], listed));
        }
    }
    if let Some(stem) = word.strip_suffix("es")
        && stem.len() >= 2
        && BEFORE_ES.iter().any(|end| stem.ends_with(end))
    {
        found.insert(listed(stem));
    }
    found
}

fn compared_by(word: &str, compared: &impl Fn(&str) -> WordFlags) -> WordFlags {
    let mut found = WordFlags::default();
    for (ending, restored) in COMPARISON {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 2) else { continue };
        found.insert(restored_by(stem, restored, compared));
        if let Some(single) = undoubled(stem) {
            found.insert(compared(single));
        }
    }
    found
}

fn restored_by(stem: &str, restored: &[&str], listed: &impl Fn(&str) -> WordFlags) -> WordFlags {
    let with = |end: &&str| if end.is_empty() { listed(stem) } else { listed(&[stem, end].concat()) };
    restored.iter().map(with).fold(WordFlags::default(), WordFlags::or)
}

/// The stem without its doubled consonant: stopp gives stop.
fn undoubled(stem: &str) -> Option<&str> {
    let bytes = stem.as_bytes();
    let n = bytes.len();
    (n >= 3 && bytes[n - 1] == bytes[n - 2] && bytes[n - 1].is_ascii_lowercase()).then(|| &stem[..n - 1])
}

/// Lists the participles in -n of listed verbs: eaten for eat, spoken for speak.
pub(crate) fn mark_participles(vocabulary: &mut Vocabulary, inflections: &Inflections, list: WordFlags) {
    for (base, forms) in inflections.irregular_verbs() {
        if !vocabulary.look_up(base).flags.has(list) {
            continue;
        }
        // The ending is added to the verb or its past: beat-en, give-n, writ-ten, spoke-n, hid-den.
        let stems = || forms.iter().map(String::as_str).chain([base, base.trim_end_matches('e')]);
        for form in forms {
            let Some(short) = form.strip_suffix('n') else { continue };
            let stem = short.strip_suffix('e').unwrap_or(short);
            if stems().any(|known| known == short || known == stem || Some(known) == undoubled(stem)) {
                vocabulary.entry_mut(form).flags.insert(list);
            }
        }
    }
}

/// Whether a word is a combination of two short easy words, such as bookkeeper and manpower (Gunning 1952): both on
/// the Dale-Chall list, the second also as a plural or with -er or -ing, and of fewer than `most` syllables each.
///
/// Function words do not make such combinations (understanding is no sum of under and standing), nor do words that are
/// also endings (leader-ship, comfort-able). What only looks like a combination is marked in `word_classes.tsv`.
pub(crate) fn is_easy_compound(vocabulary: &Vocabulary, folded: &str, is_short: &impl Fn(&str) -> bool) -> bool {
    const SHORTEST_PART: usize = 3;
    const ALSO_ENDINGS: [&str; 10] = ["able", "age", "ant", "ate", "fully", "hood", "less", "ness", "ship", "some"];
    if !folded.is_ascii() || folded.len() > LONGEST || vocabulary.look_up(folded).flags.has(WordFlags::UNDIVIDED) {
        return false;
    }
    let easy = |part: &str| {
        let flags = vocabulary.look_up(part).flags;
        flags.has(WordFlags::DALE_CHALL) && !flags.has(WordFlags::STOP) && !ALSO_ENDINGS.contains(&part)
    };
    let easy_form = |part: &str| {
        let plural = part.strip_suffix('s').unwrap_or(part);
        // keeper and keeping, but no ager from age
        let acting = ["er", "ing"].iter().find_map(|ending| plural.strip_suffix(ending));
        easy(part)
            || easy(plural)
            || acting.is_some_and(|stem| stem.len() > SHORTEST_PART && easy(stem))
            || part.strip_suffix("ies").is_some_and(|stem| easy(&[stem, "y"].concat()))
            || part.strip_suffix("es").is_some_and(|stem| BEFORE_ES.iter().any(|end| stem.ends_with(end)) && easy(stem))
    };
    (SHORTEST_PART..folded.len().saturating_sub(SHORTEST_PART - 1)).any(|at| {
        let (first, second) = folded.split_at(at);
        easy(first) && easy_form(second) && is_short(first) && is_short(second)
    })
}
