//! Words: named cases, the conformance file of UAX #29, and the fast path against the general rule.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use connote::text::fold::fold_into;
use connote::text::words::{Shape, Token, TokenKind, Tokens, boundaries};
use proptest::prelude::*;
use serde_json::Value;

/// What texts are made of: everything that a rule asks about, in and beyond the fast path.
#[rustfmt::skip]
const ATOMS: &[&str] = &[
    "a", "b", "Z", "the", "The", "ended", "U", "S", "é", "É", "ß", "ÿ", "Ā", "ɏ", "ɐ", "1", "23", "_", "__", ".", ".",
    ",", ";", ":", "'", "’", "‘", "-", "‐", "‑", "–", "—", "&", "@", "#", "+", "%", "/", "://", "http", "https",
    "HTTP", "ftp", "www.", "(", ")", "[", "\"", "“", "”", "«", "!", "?", "…", " ", " ", "\n", "\r\n", "\t", "\u{a0}",
    "\u{202f}", "\u{2009}", "\u{200b}", "\u{301}", "\u{308}", "\u{ad}", "\u{200d}", "\u{200c}", "\u{fe0f}",
    "\u{20e3}", "\u{2060}", "\u{feff}", "\u{200e}", "\u{85}", "\u{2028}", "\u{203f}", "\u{2024}", "\u{2027}", "·",
    "¸", "ª", "µ", "½", "²", "×", "€", "™", "👩", "🇺", "🇸", "❤", "🅰", "Ⓐ", "Ⅷ", "ﬁ", "Ａ", "ｂ", "．", "：", "－", "＆", "＠",
    "＃", "７", "д", "Д", "日", "本", "カ", "ー", "ｶ", "\u{ff9e}", "ไ", "ा", "क", "א", "״", "٣", "٫", "𝟗", "\u{e0041}",
    "AT&T", "a.b", "ab.Cd", "x@y.z", "a+b@c.de", "@user", "#tag", "e\u{301}",
];

fn texts() -> impl Strategy<Value = String> {
    let atom = prop_oneof![20 => proptest::sample::select(ATOMS).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    proptest::collection::vec(atom, 0..16).prop_map(|atoms| atoms.concat())
}

fn words(text: &str) -> Vec<&str> {
    Tokens::new(text).filter(|token| token.kind.is_word()).map(|token| &text[token.start..token.end]).collect()
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[test]
fn named_cases() {
    let file: Value = serde_json::from_str(include_str!("data/words.json")).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 67);
    for case in cases {
        let found = words(case["text"].as_str().unwrap());
        let keys: Vec<String> = found
            .iter()
            .map(|word| {
                let mut key = String::new();
                fold_into(word, &mut key);
                key
            })
            .collect();
        assert_eq!(found, strings(&case["words"]), "{}", case["name"]);
        assert_eq!(keys, strings(&case["keys"]), "{}", case["name"]);
    }
}

#[test]
fn kinds_and_shapes() {
    for (text, kind, shape) in [
        ("don't", TokenKind::Word, vec![Shape::LOWER]),
        ("Zürich", TokenKind::Word, vec![Shape::INITIAL_UPPER, Shape::UPPER, Shape::LOWER, Shape::NON_ASCII]),
        ("Émile", TokenKind::Word, vec![Shape::INITIAL_UPPER, Shape::LOWER, Shape::NON_ASCII]),
        ("E\u{301}mile", TokenKind::Word, vec![Shape::INITIAL_UPPER, Shape::UPPER, Shape::LOWER, Shape::NON_ASCII]),
        ("COVID-19", TokenKind::Word, vec![Shape::INITIAL_UPPER, Shape::UPPER, Shape::DIGIT]),
        ("1,234.56", TokenKind::Number, vec![Shape::DIGIT]),
        ("1’000", TokenKind::Number, vec![Shape::DIGIT, Shape::NON_ASCII]),
        ("٣٤", TokenKind::Number, vec![Shape::NON_ASCII]),
        ("\u{11DE3}", TokenKind::Number, vec![Shape::NON_ASCII]),
        ("Ⅷ", TokenKind::Word, vec![Shape::INITIAL_UPPER, Shape::NON_ASCII]),
        ("@jane_doe", TokenKind::Mention, vec![Shape::LOWER]),
        ("#café", TokenKind::Hashtag, vec![Shape::LOWER, Shape::NON_ASCII]),
        ("＃Ａ", TokenKind::Hashtag, vec![Shape::NON_ASCII]),
        ("https://a.org/b_(c)", TokenKind::Url, vec![]),
        ("www.a.org", TokenKind::Url, vec![]),
        ("j.doe+news@a-b.org", TokenKind::Email, vec![]),
    ] {
        let tokens: Vec<Token> = Tokens::new(text).collect();
        assert_eq!(tokens.len(), 1, "{text}");
        let token = tokens[0];
        assert_eq!((token.start, token.end, token.kind), (0, text.len(), kind), "{text}");
        for bit in [Shape::INITIAL_UPPER, Shape::LOWER, Shape::UPPER, Shape::DIGIT, Shape::NON_ASCII] {
            assert_eq!(token.shape.has(bit), shape.contains(&bit), "{text} {bit:?}");
        }
    }
    for text in ["", " ", "___", "½ ² ™", "🎉 👩\u{200d}👩", "\u{301}", "Ⓐ", "@ # @1", "…—"] {
        assert_eq!(Tokens::new(text).filter(|token| token.kind != TokenKind::Number).count(), 0, "{text}");
    }
}

#[test]
fn boundaries_conform_to_uax_29() {
    let mut cases = 0;
    for line in include_str!("data/word_break_test.txt").lines().filter(|line| !line.starts_with('#')) {
        let (mut text, mut wanted) = (String::new(), Vec::new());
        for item in line.split_whitespace() {
            match item {
                "÷" => wanted.push(text.len()),
                "×" => {}
                code => text.extend(char::from_u32(u32::from_str_radix(code, 16).unwrap())),
            }
        }
        let found: Vec<usize> = std::iter::once(0).chain(boundaries(&text).map(|segment| segment.end)).collect();
        assert_eq!(found, wanted, "{line}");
        cases += 1;
    }
    assert_eq!(cases, 1944);
}

/// `unicode-segmentation` errs where a letter that may be an emoji follows a joiner (`WB3c`); elsewhere it is an oracle.
#[test]
fn boundaries_agree_with_another_library() {
    use unicode_segmentation::UnicodeSegmentation;
    proptest!(|(text in texts())| {
        prop_assume!(!text.contains('\u{200d}'));
        let found: Vec<&str> = boundaries(&text).map(|segment| &text[segment]).collect();
        prop_assert_eq!(found, text.split_word_bounds().collect::<Vec<_>>());
    });
}

/// `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig { cases: config.cases.max(4096), failure_persistence: None, ..config }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_fast_path_is_the_general_rule(text in texts()) {
        prop_assert_eq!(Tokens::new(&text).collect::<Vec<_>>(), Tokens::by_general_rule(&text).collect::<Vec<_>>());
    }

    #[test]
    fn tokens_are_in_order_and_hold_something(text in texts()) {
        let mut end = 0;
        for token in Tokens::new(&text) {
            prop_assert!(end <= token.start && token.start < token.end);
            prop_assert!(text[token.start..token.end].contains(char::is_alphanumeric));
            prop_assert!(!text[token.start..token.end].contains(char::is_whitespace));
            end = token.end;
        }
    }

    #[test]
    fn texts_parted_by_white_space_are_read_alone(first in texts(), second in texts()) {
        let joined = format!("{first}\n{second}");
        let parts: Vec<&str> = words(&first).into_iter().chain(words(&second)).collect();
        prop_assert_eq!(words(&joined), parts);
    }

    #[test]
    fn boundaries_tile_the_text(text in texts()) {
        let mut end = 0;
        for segment in boundaries(&text) {
            prop_assert!(segment.start == end && segment.end > end);
            end = segment.end;
        }
        prop_assert_eq!(end, text.len());
    }

    #[test]
    fn a_key_is_its_own_key(text in texts()) {
        for word in words(&text) {
            let (mut key, mut again) = (String::new(), String::new());
            fold_into(word, &mut key);
            fold_into(&key, &mut again);
            prop_assert_eq!(&key, &again);
        }
    }
}
