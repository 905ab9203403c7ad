//! The fast measures against the naive ones, over texts made at random.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]
#![expect(clippy::float_cmp, reason = "sentiment is equal to the last bit")]

mod naive;
mod news;
mod tables;

use naive::agreement::{self, ANALYZER, listed, numbers, read};
use proptest::prelude::*;

proptest! {
    #![proptest_config(news::config(256))]

    #[test]
    fn words_and_counts(text in news::article(12)) {
        agreement::words_and_counts(&text);
    }

    #[test]
    fn frequency_and_diversity(text in news::article(30)) {
        agreement::frequency_and_diversity(&text);
    }

    #[test]
    fn sentiment(text in news::article(12)) {
        agreement::sentiment(&text);
    }

    #[test]
    fn loaded_terms(text in news::article(20)) {
        agreement::loaded_terms(&text);
    }
}

/// Every form of every term is found where it stands alone, unless an entry before it has the same form.
#[test]
fn every_form_of_every_term_is_found() {
    let lexicon = connote::Lexicon::from_tsv("loaded.tsv", &tables::file("lexicons/loaded.tsv")).unwrap();
    for term in lexicon.terms() {
        for form in naive::loaded::forms(term) {
            let text = format!("then, {}, then", form.replace("...", "one or two"));
            let (report, naive) = read(&text);
            let fast: Vec<_> = listed(&report.loaded).iter().map(|hit| hit.span.of(&text)).collect();
            let slow: Vec<_> = naive::loaded::hits(&naive).into_iter().map(|hit| &text[hit.span]).collect();
            assert_eq!(fast, slow, "{form}");
        }
    }
}

/// The numbers of the package itself, on sentences of our own.
#[test]
fn vader_cases() {
    let cases = tables::rows("tests/data/vader_cases.tsv");
    assert!(cases.len() > 100, "the table is whole");
    for row in cases {
        let text: String = serde_json::from_str(row.cell(0)).expect("a JSON string");
        let expected = [1, 2, 3, 4].map(|column| row.cell(column).parse::<f64>().expect("a number"));
        assert_eq!(numbers(ANALYZER.polarity_scores(&text)), expected, "{text}");
        assert_eq!(naive::vader::scores(&text), expected, "the oracle: {text}");
    }
}
