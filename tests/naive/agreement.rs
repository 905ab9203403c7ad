//! The fast measures are those of the oracle, for any text.

use std::ops::Range;
use std::sync::LazyLock;

use connote::{Analyzer, Category, FORMULAS, Language, Loaded, LoadedHit, MATTR_WINDOW, Polarity, Report, Voice};

use super::{Text, Word, bytes, counts, diversity, loaded, readability, vader};

/// English, with the embedded lexicons.
pub(crate) static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new().unwrap());

/// The report of a text and what the oracle reads.
pub(crate) fn read(text: &str) -> (Report, Text) {
    (ANALYZER.analyze(text).unwrap(), Text::of(&ANALYZER.document(text).unwrap()))
}

fn close(fast: Option<f64>, naive: Option<f64>) -> bool {
    match (fast, naive) {
        (Some(fast), Some(naive)) => (fast - naive).abs() <= 1e-9 * naive.abs().max(1.0),
        (fast, naive) => fast.is_none() && naive.is_none(),
    }
}

pub(crate) fn numbers(polarity: Polarity) -> [f64; 4] {
    [polarity.neg, polarity.neu, polarity.pos, polarity.compound]
}

/// The hits of terms: reporting verbs and quotation marks stand in no list of terms.
pub(crate) fn listed(loaded: &Loaded) -> Vec<&LoadedHit> {
    let by_syntax = |hit: &LoadedHit| matches!(hit.category, Category::Attribution | Category::ScareQuote);
    loaded.hits().iter().filter(|hit| !by_syntax(hit)).collect()
}

pub(crate) fn words_and_counts(text: &str) {
    let document = ANALYZER.document(text).unwrap();
    let (report, naive) = read(text);
    for (word, plain) in document.words().iter().zip(&naive.words) {
        assert_eq!(document.type_text(word.id), &plain.folded);
    }
    let counts = counts::counts(&naive, &|word: &str| ANALYZER.syllables(word));
    // What only depends on marks between words has hand-made cases in tests/data/counting.tsv.
    let (mut fast, marks) = (report.counts, connote::Counts::default());
    fast.units = marks.units;
    fast.punctuation_marks = marks.punctuation_marks;
    fast.foreign_letters = marks.foreign_letters;
    fast.fragment_words = marks.fragment_words;
    assert_eq!(fast, counts);
    for formula in readability::FORMULAS {
        let (fast, slow) = (report.readability.get(formula), readability::score(formula, &counts));
        assert!(close(fast, slow), "{formula}: {fast:?}, {slow:?}");
    }
    let grades = FORMULAS.iter().filter(|formula| formula.in_consensus && formula.is_for(Language::English));
    let grades = grades.filter_map(|formula| readability::score(formula.name, &counts)).collect();
    assert!(close(report.readability.consensus_grade, readability::median(grades)));
}

pub(crate) fn frequency_and_diversity(text: &str) {
    let (report, naive) = read(text);
    let table: Vec<_> = report.frequency.iter().map(|word| (word.word.to_owned(), word.count)).collect();
    let slow = naive.frequency();
    assert_eq!(&table, &slow);
    for word in report.frequency.iter() {
        let per_million = word.count as f64 / naive.words.len() as f64 * 1e6;
        assert!(close(Some(word.per_million), Some(per_million)));
        assert_eq!(word.is_stop_word, counts::is_stop_word(word.word), "{}", word.word);
        assert_eq!(report.frequency.count(word.word), word.count);
    }
    assert_eq!(report.frequency.count("no word of the text"), 0);
    for stop_words in [true, false] {
        let top: Vec<_> = report.frequency.top(5, stop_words).iter().map(|word| word.word.to_owned()).collect();
        let words = slow.iter().map(|(word, _)| word).filter(|word| stop_words || !counts::is_stop_word(word));
        assert!(words.take(5).eq(&top), "{top:?}");
    }
    let once = slow.iter().filter(|(_, count)| *count == 1).count();
    assert_eq!(report.frequency.hapaxes(), once);
    let of = |whole: usize| (whole > 0).then(|| once as f64 / whole as f64);
    let diversity = report.diversity;
    assert!(close(diversity.hapax_per_token, of(naive.words.len())));
    assert!(close(diversity.hapax_per_type, of(slow.len())));
    assert!(close(diversity.ttr, diversity::ttr(&naive)));
    assert!(close(diversity.mattr, diversity::mattr(&naive, MATTR_WINDOW)));
    assert!(close(diversity.mtld, diversity::mtld(&naive)));
}

pub(crate) fn sentiment(text: &str) {
    let (report, naive) = read(text);
    assert_eq!(numbers(report.sentiment.document), vader::scores(text));
    assert_eq!(numbers(ANALYZER.polarity_scores(text)), vader::scores(text));
    let spoken: Vec<_> = naive.sentences.iter().filter(|(_, words)| !words.is_empty()).collect();
    assert_eq!(report.sentiment.sentences.len(), spoken.len());
    let mut compounds = 0.0;
    for (fast, (span, _)) in report.sentiment.sentences.iter().zip(spoken) {
        let sentence = text[span.clone()].trim();
        assert_eq!(fast.span.of(text), sentence);
        let scores = vader::scores(sentence);
        assert_eq!(numbers(fast.polarity), scores, "{sentence:?}");
        compounds += scores[3];
    }
    let sentences = report.sentiment.sentences.len();
    assert!(close(report.sentiment.mean_compound(), (sentences > 0).then(|| compounds / sentences as f64)));
}

pub(crate) fn loaded_terms(text: &str) {
    let (report, naive) = read(text);
    let loaded = &report.loaded;
    let fast = listed(loaded);
    let slow = loaded::hits(&naive);
    let seen: Vec<_> = fast.iter().map(|hit| (hit.span.of(text), loaded.term(hit).unwrap())).collect();
    let meant: Vec<_> = slow.iter().map(|hit| (&text[hit.span.clone()], hit.term.text.as_str())).collect();
    assert_eq!(seen, meant);
    for (fast, slow) in fast.iter().zip(&slow) {
        assert_eq!(bytes(fast.span), slow.span.clone());
        assert_eq!((fast.category, fast.strength), (slow.term.category, slow.term.strength));
        assert_eq!(fast.negated, slow.negated, "{fast:?}");
        assert_eq!(loaded.neutral(fast), slow.term.neutral.as_deref());
        assert_eq!(loaded.note(fast), Some(slow.term.note.as_str()));
        let in_headline = naive.headline.as_ref().is_some_and(|h| h.start <= slow.span.start && slow.span.end <= h.end);
        assert_eq!(fast.in_headline, in_headline);
    }
    let own = naive.words.iter().filter(|word| !word.quoted).count();
    let heavy: Vec<_> = loaded.hits().iter().filter(|hit| hit.strength >= 2 && hit.category.is_loaded()).collect();
    let said = heavy.iter().filter(|hit| hit.voice == Voice::DirectQuote).count();
    let rate = |hits: usize, words: usize| (words > 0).then(|| hits as f64 * 1000.0 / words as f64);
    assert!(close(loaded.per_1000(), rate(heavy.len() - said, own)));
    assert!(close(loaded.quoted_per_1000(), rate(said, naive.words.len() - own)));
    let boosters = slow.iter().filter(|hit| hit.term.category == Category::Certainty).count();
    assert_eq!(loaded.boosters().hits, boosters as u64);
    let in_headline =
        |word: &&Word| naive.headline.as_ref().is_some_and(|h| h.start <= word.span.start && word.span.end <= h.end);
    let headline_words = naive.words.iter().filter(in_headline).filter(|word| !word.quoted).count();
    let headline_hits = heavy.iter().filter(|hit| hit.in_headline && hit.voice != Voice::DirectQuote).count();
    if let Some(headline) = loaded.headline() {
        assert_eq!((headline.words, headline.hits), (headline_words as u64, headline_hits as u64));
        assert!(close(headline.per_1000, rate(headline_hits, headline_words)));
    }
    assert_eq!(loaded.sentences().len(), report.sentiment.sentences.len());
    let strengths = |bytes: &Range<usize>| -> Vec<u8> {
        let counts = |hit: &&LoadedHit| hit.category.is_loaded() && hit.voice != Voice::DirectQuote;
        let inside = |hit: &&LoadedHit| bytes.contains(&(hit.span.start as usize));
        loaded.hits().iter().filter(counts).filter(inside).map(|hit| hit.strength).collect()
    };
    let with_words = naive.sentences.iter().filter(|(_, words)| !words.is_empty());
    for (fast, (bytes, words)) in loaded.sentences().iter().zip(with_words) {
        let words = naive.words[words.clone()].iter().filter(|word| !word.quoted).count();
        let slow = loaded::score(&strengths(bytes), words);
        assert_eq!(fast.words, words as u64);
        assert!(close(fast.score, slow), "{fast:?}: {slow:?}");
    }
    assert!(close(loaded.score(), loaded::score(&strengths(&(0..text.len())), own)));
    assert!(close(loaded.body().per_1000, rate(heavy.len() - said - headline_hits, own - headline_words)));
}
