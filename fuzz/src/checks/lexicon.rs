//! Whatever a user's lexicon holds: an error with its place, or entries that a text can be read with.

use connote::{Analyzer, Error, Lexicon, LexiconFormat, OffsetUnit};

use super::is_whole;

const FORMATS: [LexiconFormat; 5] =
    [LexiconFormat::Tsv, LexiconFormat::Csv, LexiconFormat::Json, LexiconFormat::Dic, LexiconFormat::Yaml];

pub fn check(content: &str) {
    for format in FORMATS {
        match Lexicon::from_text(format, "house", content) {
            Ok(lexicon) => read(&lexicon, content),
            Err(error) => {
                assert!(matches!(error, Error::Lexicon { .. }), "{error:?}");
                assert!(error.to_string().starts_with("house, "), "{error}");
            }
        }
    }
}

/// Reads the file of the lexicon itself: its words are those of the entries.
fn read(lexicon: &Lexicon, content: &str) {
    assert_eq!(lexicon.len(), lexicon.terms().len() + lexicon.off().len() + lexicon.entries().count());
    let analyzer = Analyzer::builder().lexicon(lexicon.clone()).dictionary_hits(true).build().unwrap();
    let report = analyzer.analyze(content).unwrap();
    report.to_json(OffsetUnit::CodePoint).unwrap();
    assert_eq!(report.dictionaries.len(), usize::from(lexicon.is_dictionary()));
    for scores in &report.dictionaries {
        assert!(scores.hits().iter().all(|hit| is_whole(hit.span, content)));
        assert_eq!(scores.categories().map(|(_, score)| score.count).sum::<u64>(), scores.hits().len() as u64);
        assert!(scores.categories().map(|(name, _)| name).eq(lexicon.categories()));
    }
    // An entry without marks stands in a text of its own words.
    let is_plain = |pattern: &str| pattern.chars().all(|c| c.is_alphanumeric() || c == ' ');
    for entry in lexicon.entries().filter(|entry| is_plain(entry.pattern)) {
        let report = analyzer.analyze(entry.pattern).unwrap();
        let found = report.dictionaries[0].category(entry.category).unwrap();
        assert!(found.count > 0, "{:?} of {:?}", entry.pattern, entry.category);
    }
}
