//! VADER 3.3.2: own words, every token behind the numbers, and what its users complain of.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]
#![expect(clippy::float_cmp, reason = "numbers are equal to the last bit")]

mod tables;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use connote::{Analyzer, Error, Polarity, Vader};
use serde::Deserialize;

static VADER: LazyLock<Vader> = LazyLock::new(|| Vader::new().unwrap());

#[derive(Deserialize)]
struct OwnWords {
    lists: Vec<OwnList>,
}

#[derive(Deserialize)]
struct OwnList {
    name: String,
    changes: BTreeMap<String, Option<f64>>,
    cases: Vec<(String, f64, f64, f64, f64)>,
}

fn numbers(polarity: Polarity) -> [f64; 4] {
    [polarity.neg, polarity.neu, polarity.pos, polarity.compound]
}

/// The sum as the package computes it without marks.
fn compound_of(sum: f64) -> f64 {
    format!("{:.4}", sum / (sum * sum + 15.0).sqrt()).parse().unwrap()
}

#[test]
fn own_words_count_as_in_the_package() {
    let table: OwnWords = serde_json::from_str(&tables::file("tests/data/vader_own_words.json")).unwrap();
    assert!(table.lists.iter().map(|list| list.cases.len()).sum::<usize>() > 100, "the table is whole");
    for OwnList { name, changes, cases } in &table.lists {
        let mut words = Vader::embedded_words().unwrap();
        words.retain(|(word, _)| !changes.contains_key(*word));
        words.extend(changes.iter().filter_map(|(word, rating)| Some((word.as_str(), (*rating)?))));
        let vader = Vader::with(&words, &Vader::embedded_emoji().unwrap()).unwrap();
        let analyzer = Analyzer::builder().vader(vader.clone()).build().unwrap();
        for (text, neg, neu, pos, compound) in cases {
            assert_eq!(numbers(vader.polarity_scores(text)), [*neg, *neu, *pos, *compound], "{name}: {text}");
            let report = analyzer.analyze(text).unwrap();
            assert_eq!(numbers(report.sentiment.document), [*neg, *neu, *pos, *compound], "{name}, report: {text}");
        }
    }
}

#[test]
fn own_emoji_are_read() {
    let words = Vader::embedded_words().unwrap();
    let vader =
        Vader::with(&words, &[("🫠", "hate"), ("~", "love"), ("👍🏽", "love"), ("❤", "x"), ("❤", "joy")]).unwrap();
    for (text, plain) in
        [("so🫠it", "so hateit"), ("a ~ b~", "a love b love"), ("👍🏽", "👍🏽"), ("😁", "😁"), ("I ❤ it", "I joy it")]
    {
        let without = Vader::with(&words, &[]).unwrap();
        assert_eq!(vader.polarity_scores(text), without.polarity_scores(plain), "{text}");
    }
}

#[test]
fn ratings_are_finite() {
    for rating in [f64::NAN, f64::INFINITY, -f64::INFINITY, 1e101] {
        let error = Vader::with(&[("fine", 1.0), ("odd", rating)], &[]).unwrap_err();
        assert!(matches!(error, Error::Input { .. }) && error.to_string().starts_with("'odd': "), "{error}");
    }
    let vader = Vader::with(&[("up", 1e100), ("down", -1e100)], &[]).unwrap();
    let polarity = vader.polarity_scores(&"up very up down, never so down but UP ".repeat(1000));
    assert!(numbers(polarity).iter().all(|number| number.is_finite()));
}

/// The tokens explain the numbers: without marks the compound is that of their sum.
#[test]
fn tokens_add_up() {
    let mut texts = 0;
    for row in tables::rows("tests/data/vader_cases.tsv") {
        let text: String = serde_json::from_str(row.cell(0)).expect("a JSON string");
        let tokens = VADER.tokens(&text).unwrap();
        assert!(tokens.iter().all(|token| token.listed.is_some() || token.summed == 0.0), "{text}");
        assert!(tokens.iter().all(|token| text.get(token.span.start as usize..token.span.end as usize).is_some()));
        if text.contains(['!', '?']) || tokens.is_empty() {
            continue;
        }
        texts += 1;
        let sum = tokens.iter().fold(0.0, |sum, token| sum + token.summed);
        assert_eq!(compound_of(sum), VADER.polarity_scores(&text).compound, "{text}");
        if !tokens.iter().any(|token| token.text.eq_ignore_ascii_case("but")) {
            assert!(tokens.iter().all(|token| token.shifted == token.summed), "{text}");
        }
    }
    assert!(texts > 100);
}

/// vaderSentiment #151, #79: the sum runs away with length. VADER's number for the whole text must stay that of the
/// package; the score of news and the mean over sentences do not depend on how often they are said.
#[test]
fn long_texts_diverge_only_as_a_whole() {
    let once = "The trains are bad good. The roads are good.\n\n";
    let analyzer = Analyzer::new().unwrap();
    let [short, long] = [1, 500].map(|times| analyzer.analyze(&once.repeat(times)).unwrap().sentiment);
    assert!(short.document.compound < 0.4 && long.document.compound > 0.999);
    assert!((short.mean_compound().unwrap() - long.mean_compound().unwrap()).abs() < 1e-9);
    assert!((short.news.score.unwrap() - long.news.score.unwrap()).abs() < 1e-9);
    assert_eq!(VADER.polarity_scores("bad good").compound, -0.1531);
    assert_eq!(VADER.polarity_scores(&format!("{}bad", "bad good ".repeat(9))).compound, -0.8979);
}

/// A report reads VADER's tokens along with its words; a text and each of its sentences must have the numbers that they
/// have alone, wherever emoji stand and whatever they are glued to.
#[test]
fn emoji_count_in_a_report_as_alone() {
    let words = Vader::embedded_words().unwrap();
    let mut emoji = Vader::embedded_emoji().unwrap();
    emoji.push(("🙂", "fine? why?! fine?"));
    let vader = Vader::with(&words, &emoji).unwrap();
    let analyzer = Analyzer::builder().vader(vader.clone()).build().unwrap();
    let pieces =
        ["Great news!", "The talks failed 😡.", "😁", "It is good😁 and BAD.", "Not🙂good? So it is", "It is 🔛."];
    let mut read = 0;
    for first in pieces {
        for second in pieces {
            for third in pieces {
                for space in [" ", "\n", "\n\n", ""] {
                    let text = [first, second, third].join(space);
                    let sentiment = analyzer.analyze(&text).unwrap().sentiment;
                    assert_eq!(sentiment.document, vader.polarity_scores(&text), "{text}");
                    for sentence in &sentiment.sentences {
                        let alone = sentence.span.of(&text);
                        assert_eq!(sentence.polarity, vader.polarity_scores(alone), "{alone} in {text}");
                        read += 1;
                    }
                }
            }
        }
    }
    assert!(read > 1_000, "sentences were found: {read}");
}

/// vaderSentiment #110: the package needs a minute for a text of emoji. A megabyte here takes as long as one of words;
/// anything but linear time would stop this test for hours.
#[test]
fn many_emoji_are_linear() {
    let vader = &*VADER;
    for piece in ["🤬", "😁😡", "❤ bad, but ", "a❤\u{fe0f}"] {
        let text = piece.repeat(1_000_000 / piece.len());
        let one = vader.tokens(piece).unwrap().len();
        let glued = !piece.ends_with(' ') && !piece.starts_with(|c| "🤬😁".contains(c));
        let tokens = vader.tokens(&text).unwrap();
        let pieces = text.len() / piece.len();
        assert_eq!(tokens.len(), one * pieces - if glued { pieces - 1 } else { 0 }, "{piece}");
        assert!(vader.polarity_scores(&text).compound.abs() <= 1.0);
    }
}

/// vaderSentiment #70, #72, #102: a negated word counts for three quarters of its opposite, so that a plan which is not
/// the worst is better than a good one. VADER's numbers must stay so; by the rules for news it is hardly good.
#[test]
fn negated_negatives_are_hardly_positive() {
    let analyzer = Analyzer::new().unwrap();
    let news = |text| analyzer.analyze(text).unwrap().sentiment.news.score.unwrap();
    for (text, compound) in [
        ("That is no problem", 0.3089),
        ("no complaints", 0.3089),
        ("not the worst", 0.5096),
        ("It is not the worst plan", 0.5096),
        ("It is a good plan", 0.4404),
    ] {
        assert_eq!(VADER.polarity_scores(text).compound, compound, "{text}");
    }
    let [not_worst, good] = ["It is not the worst plan.", "It is a good plan."].map(news);
    assert!(0.0 < not_worst && not_worst < good / 2.0, "{not_worst} {good}");
    let [without, with] = ["That is no problem.", "That is a problem."].map(news);
    assert!(with < 0.0 && 0.0 < without && without < good / 2.0, "{with} {without} {good}");
}

/// A sentence is scored as if it stood alone, also where no white space parts it from the next.
#[test]
fn sentences_are_scored_alone() {
    let text = "It was bad!Good news came. It was fine.";
    let sentiment = Analyzer::new().unwrap().analyze(text).unwrap().sentiment;
    let scored: Vec<_> =
        sentiment.sentences.iter().map(|sentence| (sentence.span.of(text), sentence.polarity)).collect();
    let alone = ["It was bad!", "Good news came.", "It was fine."].map(|text| (text, VADER.polarity_scores(text)));
    assert_eq!(scored, alone);
    // The document has no sentences for VADER: a negation reaches from one into the next. Its words are no others than
    // those of the report, though they end elsewhere.
    for text in ["Never! He was good to all of them today.", "A #good day.", "A good_ day.", "A good-bad day, @good."] {
        assert_eq!(Analyzer::new().unwrap().analyze(text).unwrap().sentiment.document, VADER.polarity_scores(text));
    }
}

/// So is one of an analyzer whose own emoji are marks of running text.
#[test]
fn sentences_with_own_emoji_are_scored_alone() {
    let words = Vader::embedded_words().unwrap();
    let vader = Vader::with(&words, &[("~", "love")]).unwrap();
    let text = "It was ~ bad. He sat.";
    let sentiment = Analyzer::builder().vader(vader.clone()).build().unwrap().analyze(text).unwrap().sentiment;
    let scored: Vec<_> =
        sentiment.sentences.iter().map(|sentence| (sentence.span.of(text), sentence.polarity)).collect();
    assert_eq!(scored, ["It was ~ bad.", "He sat."].map(|text| (text, vader.polarity_scores(text))));
}

/// Where all is in capitals they say nothing, also with letters that are not ASCII.
#[test]
fn capitals_alone_stress_nothing() {
    assert_eq!(VADER.polarity_scores("É GOOD"), VADER.polarity_scores("é good"));
    assert!(VADER.polarity_scores("é GOOD").compound > VADER.polarity_scores("é good").compound);
}
