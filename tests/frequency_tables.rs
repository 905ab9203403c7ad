//! Frequency tables: the laws of merging, the saved form, and counts against a plain way to count.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

mod news;
mod tables;

use std::collections::BTreeMap;

use connote::{Analyzer, CasePolicy, FrequencyTable, Language, NumberPolicy, StopWords, TableSettings, Voices};
use proptest::prelude::*;

fn ngrams(n: u8, skip: u8) -> TableSettings {
    let mut settings = TableSettings::default();
    (settings.n, settings.skip) = (n, skip);
    settings
}

fn table(settings: &TableSettings, texts: &[String]) -> FrequencyTable {
    let mut table = FrequencyTable::new(settings.clone()).unwrap();
    for text in texts {
        table.add(text).unwrap();
    }
    table
}

fn bytes(table: &FrequencyTable) -> Vec<u8> {
    table.write_to(Vec::new()).unwrap()
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let text = prop_oneof![3 => news::article(6), 1 => any::<String>(), 1 => "([ab] ){0,30}[.] ([AB] ){0,5}"];
    proptest::collection::vec(text, 0..8)
}

/// Every choice of `n` ascending places below `reach`, the first being 0.
fn choices(n: usize, reach: usize) -> Vec<Vec<usize>> {
    let is_one = |set: &u32| set.count_ones() as usize == n && set & 1 == 1;
    let places = |set: u32| (0..reach).filter(|place| set >> place & 1 == 1).collect();
    (0..1u32 << reach).filter(is_one).map(places).collect()
}

/// Counts within sentences in the plainest way.
fn naive(texts: &[String], n: usize, skip: usize) -> BTreeMap<String, (u64, u64)> {
    let analyzer = Analyzer::new().unwrap();
    let mut counts = BTreeMap::<String, (u64, u64)>::new();
    for text in texts {
        let document = analyzer.document(text).unwrap();
        let mut here = BTreeMap::<String, u64>::new();
        for sentence in document.sentences() {
            let words = &document.words()[sentence.first_word as usize..sentence.end_word as usize];
            let words: Vec<String> = words
                .iter()
                .map(|word| {
                    let mut folded = String::new();
                    connote::text::fold::fold_into(word.span.of(text), &mut folded);
                    folded
                })
                .collect();
            for first in 0..words.len() {
                for choice in choices(n, n + skip) {
                    let gram: Option<Vec<&str>> =
                        choice.iter().map(|place| words.get(first + place).map(String::as_str)).collect();
                    if let Some(gram) = gram {
                        *here.entry(gram.join(" ")).or_default() += 1;
                    }
                }
            }
        }
        for (key, count) in here {
            let entry = counts.entry(key).or_default();
            *entry = (entry.0 + count, entry.1 + 1);
        }
    }
    counts
}

proptest! {
    #![proptest_config(news::config(48))]

    #[test]
    fn merging_has_no_order(texts in texts(), cut in 0..9usize, n in 1..4u8) {
        let settings = ngrams(n, 0);
        let whole = table(&settings, &texts);
        let (first, rest) = texts.split_at(cut.min(texts.len()));
        let (second, third) = rest.split_at(rest.len() / 2);
        let parts = [first, second, third].map(|part| table(&settings, part));
        for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0], [2, 1, 0]] {
            let mut left = parts[order[0]].clone();
            left.merge(&parts[order[1]]).unwrap();
            left.merge(&parts[order[2]]).unwrap();
            let mut tail = parts[order[1]].clone();
            tail.merge(&parts[order[2]]).unwrap();
            let mut right = parts[order[0]].clone();
            right.merge(&tail).unwrap();
            prop_assert!(left == whole && bytes(&left) == bytes(&whole) && bytes(&right) == bytes(&whole));
        }
    }

    #[test]
    fn counts_are_those_of_the_plain_way(texts in texts(), n in 1..4u8, skip in 0..3u8) {
        let skip = if n == 1 { 0 } else { skip };
        let found = table(&ngrams(n, skip), &texts);
        let naive = naive(&texts, n.into(), skip.into());
        let counts: BTreeMap<String, (u64, u64)> =
            found.iter().map(|entry| (entry.key.to_owned(), (entry.count, entry.documents))).collect();
        prop_assert_eq!(found.tokens(), counts.values().map(|(count, _)| count).sum::<u64>());
        prop_assert_eq!(counts, naive);
    }

    #[test]
    fn counts_are_those_of_the_reports(texts in texts()) {
        let analyzer = Analyzer::new().unwrap();
        let found = table(&TableSettings::default(), &texts);
        let mut from_reports = FrequencyTable::new(TableSettings::default()).unwrap();
        let mut words = 0;
        let mut sums = BTreeMap::<String, u64>::new();
        for text in &texts {
            let report = analyzer.analyze(text).unwrap();
            from_reports.add_report(&report).unwrap();
            words += report.counts.words;
            report.frequency.iter().for_each(|word| *sums.entry(word.word.to_owned()).or_default() += word.count);
        }
        prop_assert_eq!(found.tokens(), words);
        prop_assert!(found == from_reports);
        prop_assert_eq!(sums, found.iter().map(|entry| (entry.key.to_owned(), entry.count)).collect());
    }

    #[test]
    fn the_voices_make_the_whole(texts in texts()) {
        let of = |voices| {
            let mut settings = TableSettings::default();
            settings.voices = voices;
            table(&settings, &texts)
        };
        let (all, own, quoted) = (of(Voices::All), of(Voices::Own), of(Voices::Quoted));
        prop_assert_eq!(all.tokens(), own.tokens() + quoted.tokens());
        for entry in all.iter() {
            prop_assert_eq!(entry.count, own.count(entry.key) + quoted.count(entry.key));
        }
    }

    #[test]
    fn a_saved_table_comes_back_and_a_damaged_one_does_not(texts in texts(), at in any::<prop::sample::Index>()) {
        let saved = bytes(&table(&ngrams(2, 1), &texts));
        let loaded = FrequencyTable::read_from(saved.as_slice(), "it").unwrap();
        prop_assert!(bytes(&loaded) == saved);
        let at = at.index(saved.len());
        prop_assert!(FrequencyTable::read_from(&saved[..at], "it").is_err());
        let mut changed = saved.clone();
        changed[at] ^= 0x10;
        prop_assert!(FrequencyTable::read_from(changed.as_slice(), "it").is_err());
    }

    #[cfg(feature = "spill")]
    #[test]
    fn bounded_memory_changes_nothing(texts in proptest::collection::vec(news::article(6), 0..40)) {
        let settings = ngrams(3, 0);
        let whole = table(&settings, &texts);
        // So little that every document goes to a file of its own.
        let count = connote::BoundedCount::new(settings, 1).unwrap();
        count.add_all(&texts).unwrap();
        let mut counted = count.finish().unwrap();
        let mut listed = Vec::new();
        counted.each(&connote::TableLimits::default(), |entry| {
            listed.push((entry.key.to_owned(), entry.count, entry.documents));
            Ok(true)
        }).unwrap();
        prop_assert!(counted.write_to(Vec::new()).unwrap() == bytes(&whole));
        let expected: Vec<_> = whole.iter().map(|e| (e.key.to_owned(), e.count, e.documents)).collect();
        prop_assert_eq!(listed, expected);
    }
}

#[test]
fn what_is_no_table_says_so() {
    let mut whole = bytes(&table(&TableSettings::default(), &["The regime fell.".to_owned()]));
    let error = |bytes: &[u8]| FrequencyTable::read_from(bytes, "x.freq").unwrap_err().to_string();
    assert_eq!(error(b"a,b\n1,2\n"), "x.freq: no saved frequency table (`connote words --save` writes one)");
    assert!(error(&whole[..whole.len() - 9]).contains("cut off after byte"), "{}", error(&whole[..whole.len() - 9]));
    let mut longer = whole.clone();
    longer.push(0);
    assert!(error(&longer).contains("bytes after the end"));
    whole[8] = 2;
    assert_eq!(error(&whole), "x.freq: a frequency table of form 2, which a newer connote saved; this one reads 1");
}

#[test]
fn tables_of_other_settings_do_not_merge() {
    type Change = fn(&mut TableSettings);
    let changes: [(&str, Change); 9] = [
        ("language: en here, de there", |settings| settings.language = Language::German),
        ("n: 1 here, 2 there", |settings| settings.n = 2),
        ("skip: 0 here, 1 there", |settings| (settings.n, settings.skip) = (1, 1)),
        ("across_sentences: false here, true there", |settings| settings.across_sentences = true),
        ("case: fold here, keep_acronyms there", |settings| settings.case = CasePolicy::KeepAcronyms),
        ("numbers: keep here, drop there", |settings| settings.numbers = NumberPolicy::Drop),
        ("voices: all here, own there", |settings| settings.voices = Voices::Own),
        ("stop_words: kept here, a list of 1 there", |s| s.stop_words = Some(StopWords::from_words(["the"]))),
        ("stem: false here, true there", |settings| settings.stem = true),
    ];
    for (difference, change) in changes {
        let mut settings = TableSettings::default();
        change(&mut settings);
        let Ok(other) = FrequencyTable::new(settings) else {
            // Nothing can be counted by these.
            assert!(difference.starts_with("skip") || cfg!(not(feature = "stem")));
            continue;
        };
        let mut table = FrequencyTable::new(TableSettings::default()).unwrap();
        let error = table.merge(&other).unwrap_err().to_string();
        assert_eq!(error, format!("tables to merge: they count differently ({difference})"));
    }
}

#[test]
fn policies_do_what_they_say() {
    let text = "The US told us: WHO experts fear 3 cases. Officials said “the plan failed”.".to_owned();
    let keys = |change: fn(&mut TableSettings)| {
        let mut settings = TableSettings::default();
        change(&mut settings);
        let table = table(&settings, std::slice::from_ref(&text));
        table.by_key().map(|entry| entry.key.to_owned()).collect::<Vec<_>>().join(",")
    };
    assert_eq!(
        keys(|settings| settings.case = CasePolicy::KeepAcronyms),
        "3,US,WHO,cases,experts,failed,fear,officials,plan,said,the,told,us"
    );
    assert!(keys(|settings| settings.numbers = NumberPolicy::Join).starts_with("#,cases"));
    assert!(keys(|settings| settings.numbers = NumberPolicy::Drop).starts_with("cases"));
    assert_eq!(keys(|settings| settings.voices = Voices::Quoted), "failed,plan,the");
    let left = keys(|settings| settings.stop_words = StopWords::of(Language::English).ok());
    assert!(left.contains("experts") && !left.contains("the,"), "{left}");
    #[cfg(feature = "stem")]
    assert!(keys(|settings| settings.stem = true).contains("case,expert,fail,fear"));
}

#[test]
fn undefined_values_are_none() {
    let empty = FrequencyTable::new(TableSettings::default()).unwrap();
    assert_eq!(
        (empty.per_million("a"), empty.zipf("a"), empty.zipf_smoothed("a"), empty.rank("a")),
        Default::default()
    );
    let one = table(&TableSettings::default(), &["a a b c".to_owned()]);
    assert_eq!((one.rank("a"), one.rank("b"), one.rank("c"), one.rank("d")), (Some(1), Some(2), Some(2), None));
    assert_eq!((one.per_million("d"), one.zipf("d")), (Some(0.0), None));
}
