//! Sentences: named cases, and what holds of any text.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use connote::text::sentences::{sentences, sentences_in};
use connote::{Analyzer, Language};
use proptest::prelude::*;
use serde_json::Value;

#[rustfmt::skip]
const ATOMS: &[&str] = &[
    "a", "B", "the", "The", "He", "said", "Smith", "word", "ended", "Dr", "Mr", "U.S", "J", "No", "Nev", "a.m", "Inc",
    "etc", "v", "Yahoo", "Why", "I", "1", "12", "3.5", "2024", "é", "É", "e\u{301}", "日本", "д", ".", ".", ". ", ". ",
    "? ", "! ", "?", "!", "…", "...", ". . .", "‼", "。", "．", "।", "؟ ", ",", ":", ";", "\"", "'", "“", "”", "‘", "’",
    "«", "»", "(", ")", "[", "]", "[1]", "{", "*", "**", "_", "-", "- ", "–", "—", "•", "• ", "‣ ", ":)", ";-(", "<3",
    "❤", "🎉", "\u{fe0f}", "\u{200d}", " ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\u{b}", "\u{85}",
    "\u{2028}", "\u{a0}", "\u{202f}", "\u{200b}", "\u{feff}", "\u{ad}", "1) ", "2) ", "(3) ", "a. ", "b) ", "4.) ",
    "http://a.b/c?D", "www.a.org.", "x@y.z", "@user", "#tag", "ab.Cd", "end.The", "end.I ",
];

fn texts() -> impl Strategy<Value = String> {
    let atom = prop_oneof![20 => proptest::sample::select(ATOMS).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    proptest::collection::vec(atom, 0..24).prop_map(|atoms| atoms.concat())
}

#[test]
fn named_cases() {
    let file: Value = serde_json::from_str(include_str!("data/sentences.json")).unwrap();
    for case in file["cases"].as_array().unwrap() {
        let wanted: Vec<&str> = case["sentences"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let text = wanted.concat();
        let found: Vec<&str> = sentences(&text).map(|range| &text[range]).collect();
        assert_eq!(found, wanted, "{}", case["name"]);
    }
}

#[test]
fn named_cases_of_other_languages() {
    let file: Value = serde_json::from_str(include_str!("data/sentences_languages.json")).unwrap();
    let mut wrong = Vec::new();
    for case in file["cases"].as_array().unwrap() {
        let language: Language = case["language"].as_str().unwrap().parse().unwrap();
        let wanted: Vec<&str> = case["sentences"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let text = wanted.concat();
        let found: Vec<&str> = sentences_in(&text, language).map(|range| &text[range]).collect();
        let analyzer = Analyzer::builder().language(language).build().unwrap();
        let document = analyzer.document(&text).unwrap();
        let read: Vec<&str> = document.sentences().iter().map(|sentence| sentence.span.of(&text)).collect();
        assert_eq!(found, read, "{language} {}", case["name"]);
        if found != wanted {
            wrong.push(format!("{language} {}: {found:?}", case["name"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn white_space_is_no_sentence() {
    for text in ["", " ", "\n\n", "\u{a0}\u{feff}\t"] {
        assert_eq!(sentences(text).count(), 0, "{text:?}");
    }
}

/// `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig { cases: config.cases.max(4096), failure_persistence: None, ..config }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn sentences_tile_the_text(text in texts()) {
        let mut end = 0;
        for range in sentences(&text) {
            prop_assert!(range.start == end && range.end > end);
            // Slicing panics where a character is cut.
            prop_assert!(!text[range.clone()].trim().is_empty());
            end = range.end;
        }
        let rest = text[end..].chars().all(|c| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}'));
        prop_assert!(end == text.len() || (end == 0 && rest));
    }

    #[test]
    fn the_document_has_the_same_sentences(text in texts()) {
        let analyzer = Analyzer::new()?;
        let document = analyzer.document(&text)?;
        let found: Vec<_> = document.sentences().iter().map(|s| s.span.start as usize..s.span.end as usize).collect();
        prop_assert_eq!(found, sentences(&text).collect::<Vec<_>>());
    }

    #[test]
    fn every_word_is_in_its_sentence(text in texts()) {
        let analyzer = Analyzer::new()?;
        let document = analyzer.document(&text)?;
        let mut next = 0;
        for sentence in document.sentences() {
            prop_assert_eq!(sentence.first_word, next);
            next = sentence.end_word;
            for word in &document.words()[sentence.first_word as usize..sentence.end_word as usize] {
                prop_assert!(sentence.span.contains(word.span));
            }
        }
        prop_assert_eq!(next as usize, document.words().len());
    }
}
