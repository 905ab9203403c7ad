//! The fast measures against the naive ones, over texts made at random.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]
#![expect(clippy::float_cmp, reason = "sentiment is equal to the last bit")]

mod naive;
mod news;
mod tables;

use std::ops::Range;
use std::sync::LazyLock;

use connote::{Analyzer, Category, FORMULAS, Language, Loaded, LoadedHit, MATTR_WINDOW, Polarity, Report, Voice};
use proptest::prelude::*;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new().unwrap());

/// The report of a text and what the oracle reads.
fn read(text: &str) -> (Report, naive::Text) {
    (ANALYZER.analyze(text).unwrap(), naive::Text::of(&ANALYZER.document(text).unwrap()))
}

fn close(fast: Option<f64>, naive: Option<f64>) -> bool {
    match (fast, naive) {
        (Some(fast), Some(naive)) => (fast - naive).abs() <= 1e-9 * naive.abs().max(1.0),
        (fast, naive) => fast.is_none() && naive.is_none(),
    }
}

fn numbers(polarity: Polarity) -> [f64; 4] {
    [polarity.neg, polarity.neu, polarity.pos, polarity.compound]
}

/// The hits of terms: reporting verbs and quotation marks stand in no list of terms.
fn listed(loaded: &Loaded) -> Vec<&LoadedHit> {
    let by_syntax = |hit: &LoadedHit| matches!(hit.category, Category::Attribution | Category::ScareQuote);
    loaded.hits().iter().filter(|hit| !by_syntax(hit)).collect()
}

proptest! {
    #![proptest_config(news::config(256))]

    #[test]
    fn words_and_counts(text in news::article(12)) {
        let document = ANALYZER.document(&text).unwrap();
        let (report, naive) = read(&text);
        for (word, plain) in document.words().iter().zip(&naive.words) {
            prop_assert_eq!(document.type_text(word.id), &plain.folded);
        }
        let counts = naive::counts::counts(&naive, &|word: &str| ANALYZER.syllables(word));
        // What only depends on marks between words has hand-made cases in tests/data/counting.tsv.
        let (mut fast, marks) = (report.counts, connote::Counts::default());
        fast.units = marks.units;
        fast.punctuation_marks = marks.punctuation_marks;
        fast.foreign_letters = marks.foreign_letters;
        fast.fragment_words = marks.fragment_words;
        prop_assert_eq!(fast, counts);
        for formula in naive::readability::FORMULAS {
            let (fast, slow) = (report.readability.get(formula), naive::readability::score(formula, &counts));
            prop_assert!(close(fast, slow), "{}: {fast:?}, {slow:?}", formula);
        }
        let grades = FORMULAS.iter().filter(|formula| formula.in_consensus && formula.is_for(Language::English));
        let grades = grades.filter_map(|formula| naive::readability::score(formula.name, &counts)).collect();
        prop_assert!(close(report.readability.consensus_grade, naive::readability::median(grades)));
    }

    #[test]
    fn frequency_and_diversity(text in news::article(30)) {
        let (report, naive) = read(&text);
        let table: Vec<_> = report.frequency.iter().map(|word| (word.word.to_owned(), word.count)).collect();
        let slow = naive.frequency();
        prop_assert_eq!(&table, &slow);
        for word in report.frequency.iter() {
            let per_million = word.count as f64 / naive.words.len() as f64 * 1e6;
            prop_assert!(close(Some(word.per_million), Some(per_million)));
            prop_assert_eq!(word.is_stop_word, naive::counts::is_stop_word(word.word), "{}", word.word);
        }
        let once = slow.iter().filter(|(_, count)| *count == 1).count();
        prop_assert_eq!(report.frequency.hapaxes(), once);
        let of = |whole: usize| (whole > 0).then(|| once as f64 / whole as f64);
        let diversity = report.diversity;
        prop_assert!(close(diversity.hapax_per_token, of(naive.words.len())));
        prop_assert!(close(diversity.hapax_per_type, of(slow.len())));
        prop_assert!(close(diversity.ttr, naive::diversity::ttr(&naive)));
        prop_assert!(close(diversity.mattr, naive::diversity::mattr(&naive, MATTR_WINDOW)));
        prop_assert!(close(diversity.mtld, naive::diversity::mtld(&naive)));
    }

    #[test]
    fn sentiment(text in news::article(12)) {
        let (report, naive) = read(&text);
        prop_assert_eq!(numbers(report.sentiment.document), naive::vader::scores(&text));
        prop_assert_eq!(numbers(ANALYZER.polarity_scores(&text)), naive::vader::scores(&text));
        let spoken: Vec<_> = naive.sentences.iter().filter(|(_, words)| !words.is_empty()).collect();
        prop_assert_eq!(report.sentiment.sentences.len(), spoken.len());
        let mut compounds = 0.0;
        for (fast, (span, _)) in report.sentiment.sentences.iter().zip(spoken) {
            let sentence = text[span.clone()].trim();
            prop_assert_eq!(fast.span.of(&text), sentence);
            let scores = naive::vader::scores(sentence);
            prop_assert_eq!(numbers(fast.polarity), scores, "{:?}", sentence);
            compounds += scores[3];
        }
        let sentences = report.sentiment.sentences.len();
        prop_assert!(close(report.sentiment.mean_compound(), (sentences > 0).then(|| compounds / sentences as f64)));
    }

    #[test]
    fn loaded_terms(text in news::article(20)) {
        let (report, naive) = read(&text);
        let loaded = &report.loaded;
        let fast = listed(loaded);
        let slow = naive::loaded::hits(&naive);
        let seen: Vec<_> = fast.iter().map(|hit| (hit.span.of(&text), loaded.term(hit).unwrap())).collect();
        let meant: Vec<_> = slow.iter().map(|hit| (&text[hit.span.clone()], hit.term.text.as_str())).collect();
        prop_assert_eq!(seen, meant);
        for (fast, slow) in fast.iter().zip(&slow) {
            prop_assert_eq!(naive::bytes(fast.span), slow.span.clone());
            prop_assert_eq!((fast.category, fast.strength), (slow.term.category, slow.term.strength));
            prop_assert_eq!(fast.negated, slow.negated, "{:?}", fast);
            prop_assert_eq!(loaded.neutral(fast), slow.term.neutral.as_deref());
            prop_assert_eq!(loaded.note(fast), Some(slow.term.note.as_str()));
            let in_headline = naive.headline.as_ref().is_some_and(|h| h.start <= slow.span.start && slow.span.end <= h.end);
            prop_assert_eq!(fast.in_headline, in_headline);
        }
        let own = naive.words.iter().filter(|word| !word.quoted).count();
        let heavy: Vec<_> = loaded.hits().iter().filter(|hit| hit.strength >= 2 && hit.category.is_loaded()).collect();
        let said = heavy.iter().filter(|hit| hit.voice == Voice::DirectQuote).count();
        let rate = |hits: usize, words: usize| (words > 0).then(|| hits as f64 * 1000.0 / words as f64);
        prop_assert!(close(loaded.per_1000(), rate(heavy.len() - said, own)));
        prop_assert!(close(loaded.quoted_per_1000(), rate(said, naive.words.len() - own)));
        let boosters = slow.iter().filter(|hit| hit.term.category == Category::Certainty).count();
        prop_assert_eq!(loaded.boosters().hits, boosters as u64);
        let in_headline = |word: &&naive::Word| {
            naive.headline.as_ref().is_some_and(|h| h.start <= word.span.start && word.span.end <= h.end)
        };
        let headline_words = naive.words.iter().filter(in_headline).filter(|word| !word.quoted).count();
        let headline_hits = heavy.iter().filter(|hit| hit.in_headline && hit.voice != Voice::DirectQuote).count();
        if let Some(headline) = loaded.headline() {
            prop_assert_eq!((headline.words, headline.hits), (headline_words as u64, headline_hits as u64));
            prop_assert!(close(headline.per_1000, rate(headline_hits, headline_words)));
        }
        prop_assert_eq!(loaded.sentences().len(), report.sentiment.sentences.len());
        let strengths = |bytes: &Range<usize>| -> Vec<u8> {
            let counts = |hit: &&LoadedHit| hit.category.is_loaded() && hit.voice != Voice::DirectQuote;
            let inside = |hit: &&LoadedHit| bytes.contains(&(hit.span.start as usize));
            loaded.hits().iter().filter(counts).filter(inside).map(|hit| hit.strength).collect()
        };
        let with_words = naive.sentences.iter().filter(|(_, words)| !words.is_empty());
        for (fast, (bytes, words)) in loaded.sentences().iter().zip(with_words) {
            let words = naive.words[words.clone()].iter().filter(|word| !word.quoted).count();
            let slow = naive::loaded::score(&strengths(bytes), words);
            prop_assert_eq!(fast.words, words as u64);
            prop_assert!(close(fast.score, slow), "{:?}: {:?}", fast, slow);
        }
        prop_assert!(close(loaded.score(), naive::loaded::score(&strengths(&(0..text.len())), own)));
        prop_assert!(close(loaded.body().per_1000, rate(heavy.len() - said - headline_hits, own - headline_words)));
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
