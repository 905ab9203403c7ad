//! The Unicode forms of a text give the same counts.
//!
//! What NFKC does to characters that are no letters is beyond this: it makes digits of superscripts and fractions,
//! letters of `™` and `№`, full stops of full-width ones, and three characters of an ellipsis or two of a ligature, which
//! may push a hard-wrapped line over the limit of one.

use connote::{Analyzer, Error};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "The", "café", "Zürich", "ended", "naïve", "oﬃce", "ﬁrst", "ＡＢＣ", "ｗｏｒｄ", "２０２４", "gov\u{ad}ern\u{ad}ment",
    "El\u{ad}ena", "São", "Ângela", "É", "I", "U.S", "Dr", "Nguyễn", "Łódź", "résumé", "co‑op", "far‐right", "don’t",
    "l’été", "Renée’s", "São-Paulo", "élan-vital", "naïve.The", "été.Élan", "zéro\u{200b}largeur", "re\u{200d}join",
    "#café", "@josé", "état@x.fr", "COVID‑19", "ﬂoods", "Åse", "ñ", "“Why", "Zoë?”", "said", "M", "É.", "No", "12",
    "1.5", "p.m", "Ё", "й", "日本", "ガ", "ｶﾞ",
];
#[rustfmt::skip]
const GAPS: &[&str] = &[
    " ", " ", " ", "\u{a0}", "\u{202f}", "\u{2009}", "\u{2003}", "\u{3000}", ". ", ". ", ".\u{a0}", ".\u{202f}", "? ",
    "! ", "...", ", ", ": ", "; ", "—", " – ", "\n\n", ".” ", "?” ", ".’ ", ") ", " (", ".", " . . . ", "\u{200b}",
    "\u{feff}",
];

fn texts() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(WORDS);
    let gap = proptest::sample::select(GAPS);
    proptest::collection::vec((word, gap), 1..12)
        .prop_map(|pairs| pairs.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

/// Everything that is counted, and the words in each sentence.
fn profile(analyzer: &Analyzer, text: &str) -> Result<Vec<Vec<String>>, Error> {
    let document = analyzer.document(text)?;
    let types = document.types();
    let word = |index: u32| {
        let word = document.words()[index as usize];
        let known = types[word.id as usize];
        format!("{} {} {} {:?}", document.type_text(word.id), known.syllables(), known.letters(), word.kind)
    };
    Ok(document.sentences().iter().map(|s| (s.first_word..s.end_word).map(word).collect()).collect())
}

/// `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig { cases: config.cases.max(2048), failure_persistence: None, ..config }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_form_gives_the_same_counts(text in texts()) {
        let analyzer = Analyzer::new()?;
        let wanted = profile(&analyzer, &text)?;
        for form in [text.nfc().collect::<String>(), text.nfd().collect(), text.nfkc().collect(), text.nfkd().collect()] {
            prop_assert_eq!(&profile(&analyzer, &form)?, &wanted, "{:?}", form);
            let (one, other) = (analyzer.analyze(&text)?.counts, analyzer.analyze(&form)?.counts);
            prop_assert_eq!(
                (one.words, one.types, one.sentences, one.syllables, one.letters),
                (other.words, other.types, other.sentences, other.syllables, other.letters)
            );
        }
    }
}
