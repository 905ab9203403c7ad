//! What holds for every text.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod news;
mod tables;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use connote::{Analyzer, Category, CharCursor, OffsetUnit, Report, Span, Value, Voice, VoiceHits, columns};
use proptest::prelude::*;
use serde_json::Value as Json;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new().unwrap());

fn report(text: &str) -> Report {
    ANALYZER.analyze(text).unwrap()
}

fn json(report: &Report) -> String {
    report.to_json(OffsetUnit::Byte).unwrap()
}

/// News, or any characters at all.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => news::article(15), 1 => any::<String>(), 1 => "[ -~\n]{0,400}", 1 => "[\\PC\\r\\n\\t\\x00]{0,200}"]
}

/// Every object of a JSON value that has a start and an end, with its text if it says it.
fn places(value: &Json, found: &mut Vec<(u64, u64, Option<String>)>) {
    match value {
        Json::Object(object) => {
            if let (Some(start), Some(end)) = (object.get("start"), object.get("end")) {
                let text = object.get("text").and_then(Json::as_str).map(str::to_owned);
                found.push((start.as_u64().unwrap(), end.as_u64().unwrap(), text));
            }
            object.values().for_each(|value| places(value, found));
        }
        Json::Array(values) => values.iter().for_each(|value| places(value, found)),
        _ => {}
    }
}

/// The sums of a map of counts.
fn total(value: &Json) -> u64 {
    value.as_object().expect("a map").values().map(|count| count.as_u64().expect("a count")).sum()
}

proptest! {
    #![proptest_config(news::config(256))]

    #[test]
    fn sentences_tile_the_text(text in any_text()) {
        let document = ANALYZER.document(&text).unwrap();
        let mut end = Span { start: 0, end: 0 };
        let mut words = 0;
        for sentence in document.sentences() {
            prop_assert_eq!(sentence.span.start, end.end);
            prop_assert!(!sentence.span.is_empty());
            prop_assert!(text.is_char_boundary(sentence.span.end as usize));
            prop_assert_eq!(sentence.first_word, words);
            prop_assert!(sentence.first_word <= sentence.end_word);
            for word in &document.words()[sentence.first_word as usize..sentence.end_word as usize] {
                prop_assert!(sentence.span.contains(word.span));
            }
            (end, words) = (sentence.span, sentence.end_word);
        }
        // White space alone is no sentence.
        prop_assert_eq!(end.end as usize, if text.trim().is_empty() { 0 } else { text.len() });
        prop_assert_eq!(words as usize, document.words().len());
        prop_assert_eq!(document.sentences().last().is_none_or(|last| last.ends_paragraph), true);
        let paragraphs = document.sentences().iter().filter(|sentence| sentence.ends_paragraph).count();
        prop_assert_eq!(document.paragraph_count(), paragraphs);
    }

    #[test]
    fn words_stand_in_order(text in any_text()) {
        let document = ANALYZER.document(&text).unwrap();
        let mut end = 0;
        for word in document.words() {
            prop_assert!(end <= word.span.start && !word.span.is_empty());
            prop_assert!(text.get(word.span.start as usize..word.span.end as usize).is_some());
            prop_assert!(word.span.of(&text).chars().any(char::is_alphanumeric), "{:?}", word.span.of(&text));
            prop_assert!((word.id as usize) < document.types().len());
            end = word.span.end;
        }
        for (id, word) in document.types().iter().enumerate() {
            let of_type = || document.words().iter().filter(|other| other.id as usize == id);
            prop_assert_eq!(word.count as usize, of_type().count());
            prop_assert_eq!(word.named as usize, of_type().filter(|word| word.named).count());
            prop_assert_eq!(word.quoted as usize, of_type().filter(|word| word.quoted).count());
            // CMUdict writes a few sounds without a vowel: hm, shh.
            prop_assert!(word.syllables() >= 1 || !document.type_text(id as u32).contains(['a', 'e', 'i', 'o', 'u', 'y']));
            prop_assert!(word.letters() <= word.characters());
        }
    }

    #[test]
    fn spans_point_into_the_text(text in any_text()) {
        let report = report(&text);
        let inside = |span: Span| text.get(span.start as usize..span.end as usize).is_some_and(|piece| !piece.is_empty());
        for quotation in &report.quotations {
            prop_assert!(inside(quotation.span));
        }
        for hit in report.loaded.hits() {
            prop_assert!(inside(hit.span));
            if let Some(quotation) = hit.quotation {
                prop_assert!(report.quotations[quotation as usize].span.contains(hit.span));
            }
        }
        prop_assert!(report.headline.is_none_or(inside));
        prop_assert!(report.sentiment.sentences.iter().all(|sentence| inside(sentence.span)));
        prop_assert!(report.quotations.is_sorted_by_key(|quotation| quotation.span.start));
        prop_assert!(report.loaded.hits().is_sorted_by_key(|hit| hit.span.start));
        let sentences = |report: &Report| report.sentiment.sentences.iter().map(|one| one.span).collect::<Vec<_>>();
        let loaded: Vec<Span> = report.loaded.sentences().iter().map(|sentence| sentence.span).collect();
        prop_assert_eq!(loaded, sentences(&report));
        prop_assert!(report.sentiment.sentences.is_sorted_by_key(|sentence| sentence.span.start));
    }

    #[test]
    fn parts_sum_to_the_whole(text in any_text()) {
        let report = report(&text);
        let counts = report.counts;
        let tokens = report.frequency.tokens();
        prop_assert_eq!(report.frequency.iter().map(|word| word.count).sum::<u64>(), tokens);
        prop_assert_eq!(report.frequency.types() as u64, counts.types);
        // The two numbers of 52-48 are one word to the formulas.
        prop_assert!(counts.words <= tokens && counts.types <= tokens);
        prop_assert!(counts.letters <= counts.characters);
        prop_assert!(counts.monosyllables + counts.polysyllables <= counts.words);
        prop_assert!(counts.complex_words.unwrap() <= counts.polysyllables);
        prop_assert!(counts.sentences <= counts.words && (counts.sentences > 0) == (counts.words > 0));
        let loaded = &report.loaded;
        let hits = loaded.hits().len() as u64;
        let by_category = Category::ALL.map(|category| loaded.of_category(category));
        let by_strength = [1, 2, 3].map(|strength| loaded.of_strength(strength));
        for kinds in [&by_category[..], &by_strength] {
            let sum = |of: fn(&VoiceHits) -> u64| kinds.iter().map(of).sum::<u64>();
            prop_assert_eq!(sum(|kind| kind.hits), hits);
            let by_voice = [
                sum(|kind| kind.own),
                sum(|kind| kind.headline),
                sum(|kind| kind.direct_quote),
                sum(|kind| kind.scare_quote),
            ];
            prop_assert_eq!(by_voice, Voice::ALL.map(|voice| loaded.count_in(voice)));
        }
        let (headline, body) = (loaded.headline(), loaded.body());
        prop_assert_eq!(headline.is_some(), report.headline.is_some());
        let counted = loaded.hits().iter().filter(|hit| hit.is_loaded() && hit.voice.is_writers()).count() as u64;
        prop_assert_eq!(headline.map_or(0, |part| part.hits) + body.hits, counted);
        prop_assert_eq!(headline.map_or(0, |part| part.words) + body.words, loaded.own_words);
        prop_assert_eq!(loaded.own_words + loaded.quoted_words, tokens);
        prop_assert!(counts.quoted_words <= loaded.quoted_words);
        let sources = report.sources();
        prop_assert_eq!(sources.iter().map(|source| source.words).sum::<u64>(), loaded.quoted_words);
        let speech = report.quotations.iter().filter(|quotation| quotation.outer && quotation.kind.is_speech()).count();
        prop_assert_eq!(sources.iter().map(|source| source.quotations).sum::<u64>(), speech as u64);
        prop_assert!(sources.is_sorted_by_key(|source| Reverse(source.words)));
        let value = report.to_value(OffsetUnit::Byte).unwrap();
        prop_assert_eq!(total(&value["loaded"]["by_voice"]), hits);
    }

    /// JSON has no NaN: what is not finite would pass as null. Without words nothing is measured.
    #[test]
    fn numbers_are_finite_and_in_range(text in any_text()) {
        let report = report(&text);
        for column in columns() {
            if let Value::Number(number) = column.value(&report) {
                prop_assert!(number.is_none_or(f64::is_finite), "{}", column.name);
                // VADER's tokens are not words: marks count as neutral, and emoticons are rated.
                let needs_words = !column.name.starts_with("sentiment_");
                prop_assert!(report.counts.words > 0 || !needs_words || number.is_none(), "{}", column.name);
            }
        }
        let polarities = report.sentiment.sentences.iter().map(|sentence| sentence.polarity);
        for polarity in polarities.chain([report.sentiment.document]) {
            prop_assert!((-1.0..=1.0).contains(&polarity.compound));
            let shares = [polarity.neg, polarity.neu, polarity.pos];
            prop_assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)));
            let sum: f64 = shares.iter().sum();
            // Each share is rounded to three places.
            prop_assert!(sum == 0.0 || (sum - 1.0).abs() < 0.0016, "{sum}");
        }
        let scores = report.loaded.sentences().iter().map(|sentence| sentence.score);
        prop_assert!(scores.chain([report.loaded.score()]).flatten().all(|score| (0.0..1.0).contains(&score)));
        let diversity = report.diversity;
        for share in [diversity.ttr, diversity.mattr, diversity.hapax_per_token, diversity.hapax_per_type] {
            prop_assert!(share.is_none_or(|share| (0.0..=1.0).contains(&share)));
        }
        prop_assert_eq!(report.readability.consensus_grade.is_some(), report.counts.words > 0);
    }

    #[test]
    fn offsets_in_bytes_and_in_characters_say_the_same(text in any_text()) {
        let report = report(&text);
        let (mut in_bytes, mut in_characters) = (Vec::new(), Vec::new());
        places(&report.to_value(OffsetUnit::Byte).unwrap(), &mut in_bytes);
        places(&report.to_value(OffsetUnit::CodePoint).unwrap(), &mut in_characters);
        prop_assert_eq!(in_bytes.len(), in_characters.len());
        let characters: Vec<char> = text.chars().collect();
        for (bytes, chars) in in_bytes.iter().zip(&in_characters) {
            let piece = &text[bytes.0 as usize..bytes.1 as usize];
            prop_assert_eq!(piece, characters[chars.0 as usize..chars.1 as usize].iter().collect::<String>());
            prop_assert!(bytes.2.as_deref().is_none_or(|text| text == piece));
        }
        let cursor = CharCursor::new(&text);
        for (at, _) in text.char_indices().rev() {
            prop_assert_eq!(cursor.chars_before(at as u32), text[..at].chars().count());
        }
    }

    #[test]
    fn the_same_text_gives_the_same_bytes(text in any_text()) {
        let first = json(&report(&text));
        prop_assert_eq!(&first, &json(&report(&text)));
        prop_assert_eq!(&first, &json(&Analyzer::new().unwrap().analyze(&text).unwrap()));
        prop_assert_eq!(&first, &serde_json::to_string(&report(&text)).unwrap());
    }

    /// Behind a blank line nothing of the first copy reaches into the second.
    #[test]
    fn twice_the_text_is_twice_the_counts(text in news::article(15)) {
        // A headline stands at the top only, and blank lines change what a line end means.
        let text = format!("This is how it began.\n\n{}\n\n", text.trim());
        let (once, twice) = (report(&text), report(&text.repeat(2)));
        prop_assert_eq!(2 * once.counts.words, twice.counts.words);
        prop_assert_eq!(2 * once.counts.sentences, twice.counts.sentences);
        prop_assert_eq!(2 * once.counts.syllables, twice.counts.syllables);
        prop_assert_eq!(2 * once.counts.letters, twice.counts.letters);
        prop_assert_eq!(2 * once.counts.paragraphs, twice.counts.paragraphs);
        let unfamiliar = |report: &Report| report.counts.unfamiliar_words.unwrap();
        prop_assert_eq!(2 * unfamiliar(&once), unfamiliar(&twice));
        prop_assert_eq!(once.counts.types, twice.counts.types);
        prop_assert_eq!(once.counts.spache_unfamiliar_types, twice.counts.spache_unfamiliar_types);
        prop_assert_eq!(2 * once.loaded.hits().len(), twice.loaded.hits().len());
        let table = |report: &Report| -> BTreeMap<String, u64> {
            report.frequency.iter().map(|word| (word.word.to_owned(), word.count)).collect()
        };
        prop_assert_eq!(table(&once).into_iter().map(|(word, count)| (word, 2 * count)).collect::<BTreeMap<_, _>>(), table(&twice));
    }
}

#[cfg(feature = "parallel")]
proptest! {
    #![proptest_config(news::config(32))]

    #[test]
    fn a_batch_equals_its_singles(texts in proptest::collection::vec(any_text(), 0..24)) {
        let singles: Vec<String> = texts.iter().map(|text| json(&report(text))).collect();
        for threads in [1, 2] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let batch = pool.install(|| ANALYZER.analyze_batch(&texts));
            let batch: Vec<String> = batch.into_iter().map(|report| json(&report.unwrap())).collect();
            prop_assert_eq!(&batch, &singles);
        }
    }
}

#[test]
fn the_last_paragraph_counts_however_it_ends() {
    for end in ["", " ", "\n", "\n\n", "\r\n", ". ", ".", ".”", "?\n", "!\n\n\n", ".\t"] {
        assert_eq!(report(&format!("A ferry sank{end}")).counts.paragraphs, 1, "{end:?}");
        assert_eq!(report(&format!("A ferry sank.\n\nNobody drowned{end}")).counts.paragraphs, 2, "{end:?}");
    }
}
