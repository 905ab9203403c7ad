//! News-like texts at random: sentences of our own with words of every lexicon in them, quoted, shouted, misspelt,
//! punctuated and spaced in every way.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed};

use crate::tables;

/// So many cases, the same in every run; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for more and for others.
pub(crate) fn config(cases: u32) -> Config {
    const SEED: u64 = 1948;
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(SEED);
    }
    config
}

type Words = LazyLock<Vec<String>>;

fn first_column(name: &str) -> Vec<String> {
    tables::rows(&format!("lexicons/{name}")).iter().map(|row| row.cell(0).to_owned()).collect()
}

static TERMS: Words =
    LazyLock::new(|| first_column("loaded.tsv").iter().map(|term| term.replace("...", "the old town")).collect());
static GUARDS: Words = LazyLock::new(|| first_column("guards.tsv"));
static RATED: Words = LazyLock::new(|| first_column("vader.tsv"));
static RULES: Words = LazyLock::new(|| first_column("vader_rules.tsv"));
static EMOJI: Words = LazyLock::new(|| first_column("vader_emoji.tsv"));
static FAMILIAR: Words = LazyLock::new(|| first_column("dale_chall.tsv"));
static IRREGULAR: Words = LazyLock::new(|| {
    let rows = tables::rows("lexicons/irregular.tsv");
    rows.iter().flat_map(|row| row.cell(2).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
});
static VERBS: Words = LazyLock::new(|| first_column("attribution.tsv"));
static SPEAKERS: Words = LazyLock::new(|| first_column("sources.tsv"));

/// Sentences around words of the lexicons: `*` takes any piece.
const FRAMES: [&str; 18] = [
    "The * of Harrow Bay said on Monday that the * was not *",
    "* and * met in Quillport, where a * had been planned",
    "It is no * to call the * a *",
    "Mayor Ines Calder rammed the * through the council of *",
    "Residents never so * as this called it *, *, and *",
    "“*,” said Tomas Brandt, a * of the ferry workers, “but *”",
    "\"* *,\" she *, \"is what * means\"",
    "The so-called * cost $4.2 million, or 12% of the *",
    "Was the * really *",
    "QUILLPORT, Ore. (CP) — * officials *",
    "Without doubt * is * but *",
    "- * for the * people of St. Alder",
    "Critics of the ‘*’ plan, which Mr. Okoro * at 9:30 a.m., have * it",
    "* * * *",
    "Gov. Dana Whitlock’s * *",
    "See https://example.org/a?b=c or write to desk@example.org about *",
    "THE * THAT * BUILT",
    "In 1987 the 3rd * of the U.S. *'s *",
];

/// Odd pieces, where programs go wrong.
const ODD: [&str; 30] = [
    "naïve",
    "cafe\u{301}",
    "São Tomé",
    "gov\u{AD}ern\u{AD}ment",
    "oﬃce",
    "ＡＢＣ",
    "Straße",
    "İstanbul",
    "ΣΊΣΥΦΟΣ",
    "北京市",
    "الأخبار",
    "новости",
    "नमस्ते",
    "🇺🇸",
    "👩‍👩‍👧",
    "❤\u{FE0F}",
    "1\u{FE0F}\u{20E3}",
    "don’t",
    "isn‘t",
    "rock ’n’ roll",
    "far‑right",
    "#NewsNight",
    "@desk_cp",
    "AT&T",
    "O’Brien's",
    "x\u{200B}y",
    "½",
    "1,234.56",
    "ǅ",
    "'tis",
];

/// A word or phrase, in some form and case.
fn piece() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => select(&TERMS[..]),
        2 => select(&GUARDS[..]),
        4 => select(&RATED[..]),
        4 => select(&RULES[..]),
        6 => select(&FAMILIAR[..]),
        1 => select(&IRREGULAR[..]),
        2 => select(&VERBS[..]),
        2 => select(&SPEAKERS[..]),
        1 => select(&EMOJI[..]),
        1 => select(&ODD[..]).prop_map(str::to_owned),
        1 => "[a-zA-Z]{1,12}(-[a-z]{2,8})?",
        1 => "\\PC{1,6}",
    ];
    let endings =
        prop_oneof![12 => Just(""), 5 => select(&["s", "ed", "ing", "'s", "’s", "ly", "er", "es", "d", "n't"][..])];
    let cases = prop_oneof![8 => Just(as_is as fn(&str) -> String), 2 => Just(capital as _), 1 => Just(shouted as _), 1 => Just(title as _)];
    (word, endings, cases).prop_map(|(word, ending, case)| case(&format!("{word}{ending}")))
}

fn as_is(word: &str) -> String {
    word.to_owned()
}

fn shouted(word: &str) -> String {
    word.to_uppercase()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn title(words: &str) -> String {
    words.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}

/// A frame with its places filled, or a row of pieces, and what ends it.
fn sentence() -> impl Strategy<Value = String> {
    let pieces = || proptest::collection::vec(piece(), 5);
    let framed = (select(&FRAMES[..]), pieces()).prop_map(|(frame, pieces)| {
        let mut parts = frame.split('*');
        let mut sentence = parts.next().unwrap_or_default().to_owned();
        for (part, piece) in parts.zip(pieces) {
            sentence = sentence + &piece + part;
        }
        sentence
    });
    let joint = prop_oneof![10 => Just(" "), 1 => Just(", "), 1 => Just(" — "), 1 => Just("\n"), 1 => Just("\u{A0}"),
        1 => Just("-"), 1 => Just("  "), 1 => Just("; "), 1 => Just(" \""), 1 => Just("” "), 1 => Just("/")];
    let row = proptest::collection::vec((piece(), joint), 1..12)
        .prop_map(|row| row.into_iter().map(|(piece, joint)| piece + joint).collect::<String>());
    let end = prop_oneof![12 => Just(". "), 2 => Just("? "), 2 => Just("! "), 1 => Just(".” "), 1 => Just("!!!!! "),
        1 => Just("?? "), 1 => Just("... "), 1 => Just("… "), 1 => Just(": "), 1 => Just(" "), 1 => Just(".\r\n"),
        3 => Just(".\n\n"), 2 => Just("\n"), 1 => Just("\n\n“")];
    (prop_oneof![framed, row], end).prop_map(|(sentence, end)| sentence + end)
}

/// A text of up to `sentences` sentences.
pub(crate) fn article(sentences: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(sentence(), 0..=sentences).prop_map(|sentences| sentences.concat())
}
