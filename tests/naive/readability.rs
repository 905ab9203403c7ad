//! The formulas, each in the symbols of the literature: ASL words per sentence, ASW syllables per word, shares per
//! hundred words.

use connote::Counts;

/// The formulas that are written out here; the others have scores in `tests/data/formulas.tsv`.
pub(crate) const FORMULAS: [&str; 15] = [
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
    "linsear_write",
    "dale_chall_1948",
    "dale_chall_adjusted",
    "dale_chall_psk",
    "dale_chall_1995_cloze",
    "spache_1953",
    "spache_1974",
    "lix",
    "rix",
];

/// The score of a formula; none for a text without words and for a formula that is not known here.
pub(crate) fn score(formula: &str, counts: &Counts) -> Option<f64> {
    let [words, sentences, syllables, letters, characters] =
        [counts.words, counts.sentences, counts.syllables, counts.letters, counts.characters].map(|n| n as f64);
    let [poly, hard, long, dc, sp] = [
        counts.polysyllables,
        counts.complex_words.unwrap_or_default(),
        counts.long_words,
        counts.unfamiliar_words.unwrap_or_default(),
        counts.spache_unfamiliar_types.unwrap_or_default(),
    ]
    .map(|n| n as f64);
    if words == 0.0 || sentences == 0.0 {
        return None;
    }
    let asl = words / sentences;
    let asw = syllables / words;
    let share = |count: f64| count / words * 100.0;
    Some(match formula {
        // Flesch 1948
        "flesch_reading_ease" => 206.835 - (1.015 * asl) - (84.6 * asw),
        // Kincaid, Fishburne, Rogers & Chissom 1975
        "flesch_kincaid_grade" => (0.39 * asl) + (11.8 * asw) - 15.59,
        // Gunning 1952
        "gunning_fog" => (asl + share(hard)) * 0.4,
        // McLaughlin 1969, equation D
        "smog_index" => 3.1291 + 1.043 * f64::sqrt(poly * (30.0 / sentences)),
        // Smith & Senter 1967
        "automated_readability_index" => (4.71 * (characters / words)) + (0.5 * asl) - 21.43,
        // Coleman & Liau 1975, short form
        "coleman_liau_index" => (0.0588 * share(letters)) - (0.296 * share(sentences)) - 15.8,
        // no primary paper: easy words count 1, hard words 3
        "linsear_write" => {
            let points = ((words - poly) + (3.0 * poly)) / sentences;
            if points > 20.0 { points / 2.0 } else { points / 2.0 - 1.0 }
        }
        // Dale & Chall 1948, the constant always added
        "dale_chall_1948" => (0.1579 * share(dc)) + (0.0496 * asl) + 3.6365,
        // later convention: the constant only above 5 %
        "dale_chall_adjusted" if share(dc) > 5.0 => (0.1579 * share(dc)) + (0.0496 * asl) + 3.6365,
        "dale_chall_adjusted" => (0.1579 * share(dc)) + (0.0496 * asl),
        // Powers, Sumner & Kearl 1958
        "dale_chall_psk" => 3.2672 + (0.1155 * share(dc)) + (0.0596 * asl),
        // Chall & Dale 1995
        "dale_chall_1995_cloze" => 64.0 - ((0.95 * share(dc)) + (0.69 * asl)),
        // Spache 1953, Spache 1974
        "spache_1953" => (0.141 * asl) + (0.086 * share(sp)) + 0.839,
        "spache_1974" => (0.121 * asl) + (0.082 * share(sp)) + 0.659,
        // Björnsson 1968
        "lix" => asl + share(long),
        // Anderson 1983
        "rix" => long / sentences,
        _ => return None,
    })
}

/// The middle of the grades; of an even number, the mean of the middle two.
pub(crate) fn median(mut grades: Vec<f64>) -> Option<f64> {
    grades.sort_by(f64::total_cmp);
    let (lower, upper) = (grades.len().checked_sub(1)? / 2, grades.len() / 2);
    Some(f64::midpoint(grades[lower], grades[upper]))
}
