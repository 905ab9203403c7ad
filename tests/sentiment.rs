//! Sentiment of news: the cases of `data/news_sentiment.tsv`, and that the scores follow from the hits.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(clippy::float_cmp, reason = "a sentence without feeling is 0, and the same scores are compared")]

use connote::{Analyzer, Report, SentencePolarity, ValueSource};
use proptest::prelude::*;

fn hits(report: &Report) -> String {
    let hits = report.sentiment_hits();
    let told: Vec<String> = hits
        .iter()
        .map(|hit| format!("{} {}", hit.span.of(report.text()), (1e4 * hit.value / hit.base).round() / 1e4))
        .collect();
    if told.is_empty() { "-".to_owned() } else { told.join(" | ") }
}

#[test]
fn cases() {
    let analyzer = Analyzer::new().unwrap();
    let table = include_str!("data/news_sentiment.tsv");
    let mut wrong = Vec::new();
    for (text, expected) in table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
    {
        let found = hits(&analyzer.analyze(text).unwrap());
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Complaints of VADER's users: a text scored at once diverges with its length, and common phrases are misread.
#[test]
fn scores_do_not_grow_with_length() {
    let analyzer = Analyzer::new().unwrap();
    let text = "The talks were bad. The food was good. The flood was a terrible disaster. ";
    let once = analyzer.analyze(text).unwrap().sentiment;
    let often = analyzer.analyze(&text.repeat(100)).unwrap().sentiment;
    let difference = once.news.score.unwrap() - often.news.score.unwrap();
    assert!(difference.abs() < 1e-12, "{difference}");
    assert!(often.document.compound < -0.99, "VADER saturates");
    assert!(analyzer.analyze("It was no problem.").unwrap().sentiment.news.score > Some(0.0));
    assert!(analyzer.analyze("It was not the worst.").unwrap().sentiment.news.score > Some(0.0));
}

#[test]
fn extremes_and_the_course_of_the_sentences() {
    let text = "The town is a success. It was bad. He sat. The road is a terrible disaster. The food was good.";
    let sentiment = Analyzer::new().unwrap().analyze(text).unwrap().sentiment;
    let [success, bad, sat, disaster, good] = [0, 1, 2, 3, 4].map(|at| sentiment.sentences[at].score);
    assert_eq!(sat, 0.0);
    let scores = |sentences: Vec<SentencePolarity>| sentences.iter().map(|s| s.score).collect::<Vec<_>>();
    let (mut best, mut worst) = ([success, good], [bad, disaster]);
    best.sort_by(|a, b| b.total_cmp(a));
    worst.sort_by(f64::total_cmp);
    assert_eq!(scores(sentiment.most_positive(5)), best);
    assert_eq!(scores(sentiment.most_positive(1)), best[..1]);
    assert_eq!(scores(sentiment.most_negative(5)), worst);
    let three =
        [success, (success + bad + sat) / 3.0, (bad + sat + disaster) / 3.0, (sat + disaster + good) / 3.0, good];
    assert_eq!(sentiment.arc(3), three);
    assert_eq!(sentiment.arc(4), three);
    let all = (success + bad + sat + disaster + good) / 5.0;
    assert_eq!(sentiment.arc(5), [success, three[1], all, three[3], good]);
    assert_eq!(sentiment.arc(0), [success, bad, sat, disaster, good]);
}

#[test]
fn own_words_and_quoted_ones() {
    let analyzer = Analyzer::new().unwrap();
    let sentiment = analyzer
        .analyze("Ann Poole said: “The road is a terrible disaster.” The town is a success.")
        .unwrap()
        .sentiment;
    assert!(sentiment.news.own > Some(0.0) && sentiment.news.quoted < Some(0.0));
    assert_eq!(analyzer.analyze("The town is a success.").unwrap().sentiment.news.quoted, None);
    let none = analyzer.analyze("…").unwrap().sentiment;
    assert_eq!((none.news.score, none.news.coverage, none.news.subjectivity), (None, None, None));
}

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "not", "never", "very", "slightly", "but", "although", "good", "bad", "disaster", "hope", "failed", "the", "council",
    "Smith", "said", "no", "problem", "at", "risk", "isn’t", "far", "from",
];
const GAPS: &[&str] = &[" ", " ", " ", " ", ", ", " – ", ". ", "; ", " “", "” ", "\n\n"];

proptest! {
    #[test]
    fn scores_follow_from_hits(pairs in proptest::collection::vec((proptest::sample::select(WORDS), proptest::sample::select(GAPS)), 0..40)) {
        let text: String = pairs.into_iter().flat_map(|(word, gap)| [word, gap]).collect();
        let analyzer = Analyzer::new().unwrap();
        let report = analyzer.analyze(&text).unwrap();
        let document = analyzer.document(&text).unwrap();
        let hits = report.sentiment_hits();
        let spoken: Vec<_> = document.sentences().iter().filter(|sentence| !sentence.is_empty()).collect();
        prop_assert_eq!(spoken.len(), report.sentiment.sentences.len());
        let mut sum = 0.0;
        for (sentence, scored) in spoken.iter().zip(&report.sentiment.sentences) {
            let value: f64 = hits.iter().filter(|hit| sentence.span.contains(hit.span)).map(|hit| hit.value).sum();
            let x = value / (sentence.len() as f64).sqrt();
            let score = x / (x * x + 4.0).sqrt();
            prop_assert!((score - scored.score).abs() < 1e-12, "{} for {}", scored.score, score);
            sum += score;
        }
        let mean = (!spoken.is_empty()).then(|| sum / spoken.len() as f64);
        prop_assert!(mean.zip(report.sentiment.news.score).is_none_or(|(mean, score)| (mean - score).abs() < 1e-12));
        prop_assert_eq!(mean.is_some(), report.sentiment.news.score.is_some());
        let factors = document.sentiment_factors();
        prop_assert_eq!(factors.len(), document.words().len());
        for hit in &hits {
            let factor: f64 = hit.shifters.iter().map(|shifter| shifter.factor).product();
            prop_assert!((hit.base * factor - hit.value).abs() < 1e-12);
            let at = document.words().iter().position(|word| word.span.start == hit.span.start).unwrap();
            let own = if hit.source == ValueSource::Phrase { 0.0 } else { factor };
            prop_assert!((factors[at] - own).abs() < 1e-12, "{at}: {} for {own}", factors[at]);
        }
        for (word, factor) in document.words().iter().zip(&factors) {
            prop_assert!(!word.named || *factor == 0.0);
        }
        // The voices are parts of the whole, and the quoted ones hold what is quoted.
        let voices = report.sentiment_voices();
        let of_voices = |part: fn(&connote::VoiceSentiment) -> f64| voices.iter().map(part).sum::<f64>();
        prop_assert_eq!(voices.iter().map(|voice| voice.words).sum::<u64>(), report.counts.words);
        prop_assert_eq!(voices.iter().map(|voice| voice.hits).sum::<u64>(), hits.len() as u64);
        let values: f64 = hits.iter().map(|hit| hit.value).sum();
        prop_assert!((of_voices(|voice| voice.positive + voice.negative) - values).abs() < 1e-9);
        let quoted = hits.iter().filter(|hit| hit.quoted).count() as u64;
        prop_assert_eq!(voices.iter().filter(|voice| voice.quoted).map(|voice| voice.hits).sum::<u64>(), quoted);
        let worst = report.sentiment.most_negative(2);
        let least = report.sentiment.sentences.iter().map(|sentence| sentence.score).fold(0.0, f64::min);
        prop_assert!((worst.first().map_or(0.0, |sentence| sentence.score) - least).abs() < 1e-15);
        let arc = report.sentiment.arc(3);
        prop_assert_eq!(arc.len(), spoken.len());
    }
}
