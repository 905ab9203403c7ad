//! Any text is legal, and what is not legal is refused with its place and what would be right.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod tables;

use std::error::Error as _;

use connote::{Analyzer, Error, Lexicon, OffsetUnit, Value, columns};
use serde::de::IgnoredAny;

#[test]
fn hostile_texts_are_read_whole() {
    let analyzer = Analyzer::new().unwrap();
    let mut wrong = Vec::new();
    for row in tables::rows("tests/data/hostile_texts.tsv") {
        let unit: String = serde_json::from_str(row.cell(1)).expect("a JSON string");
        let [times, words, sentences, paragraphs] = [2, 3, 4, 5].map(|column| row.cell(column).parse().unwrap());
        let text = unit.repeat(times);
        let report = analyzer.analyze(&text).unwrap();
        let counts = report.counts;
        let read = [counts.words, counts.sentences, counts.paragraphs].map(|count| count as usize);
        if read != [words, sentences, paragraphs] {
            wrong.push(format!("{}: {read:?}", row.cell(0)));
        }
        assert_eq!(report.text(), text, "{}", row.cell(0));
        assert_eq!(report.sentiment.document, analyzer.polarity_scores(&text), "{}", row.cell(0));
        for column in columns() {
            if let Value::Number(Some(number)) = column.value(&report) {
                assert!(number.is_finite(), "{}: {}", row.cell(0), column.name);
            }
        }
        let json = report.to_json(OffsetUnit::CodePoint).unwrap();
        assert!(serde_json::from_str::<IgnoredAny>(&json).is_ok(), "{}", row.cell(0));
    }
    assert!(wrong.is_empty(), "words, sentences and paragraphs differ:\n{}", wrong.join("\n"));
}

#[test]
fn characters_of_every_plane_are_read() {
    let analyzer = Analyzer::new().unwrap();
    let characters = || (char::MIN..=char::MAX).filter(|c| !c.is_whitespace());
    let alone: String = characters().collect();
    let inside: String = characters().flat_map(|c| ['a', c, 'b', ' ']).collect();
    for text in [alone, inside] {
        let report = analyzer.analyze(&text).unwrap();
        assert_eq!(report.text(), text);
        assert!(report.counts.words > 0);
        let spans = report.quotations.iter().map(|quotation| quotation.span);
        let spans = spans.chain(report.sentiment.sentences.iter().map(|sentence| sentence.span));
        assert!(spans.chain(report.loaded.hits().iter().map(|hit| hit.span)).all(|span| !span.of(&text).is_empty()));
    }
}

#[test]
fn marks_inside_marks_are_read_in_one_go() {
    const DEPTH: usize = 50_000;
    let analyzer = Analyzer::new().unwrap();
    for (open, close) in [("“", "”"), ("“‘", "’”"), ("«‹", "›»"), ("\"'", "'\""), ("([", "])"), ("„", "“")]
    {
        let text = format!("{}word{}", open.repeat(DEPTH), close.repeat(DEPTH));
        let report = analyzer.analyze(&text).unwrap();
        assert_eq!((report.counts.words, report.counts.sentences), (1, 1), "{open}{close}");
        assert!(report.quotations.iter().all(|quotation| quotation.span.of(&text).contains("word")), "{open}{close}");
    }
}

#[test]
fn wrong_lexicons_are_refused_with_their_place() {
    for row in tables::rows("tests/data/wrong_lexicons.tsv") {
        let content: String = serde_json::from_str(row.cell(1)).expect("a JSON string");
        let (line, says): (usize, &str) = (row.cell(2).parse().unwrap(), row.cell(3));
        let error = Lexicon::from_tsv("house.tsv", &content).map(|lexicon| lexicon.terms().len()).unwrap_err();
        let message = error.to_string();
        assert!(matches!(error, Error::Lexicon { .. }), "{}: {error:?}", row.cell(0));
        let prefix = format!("house.tsv, line {line}: ");
        assert!(message.starts_with(&prefix), "{}: {message}", row.cell(0));
        assert!(message.contains(says), "{}: {message}", row.cell(0));
    }
}

#[test]
fn odd_but_right_lexicons_are_read() {
    let entry = "spin doctor\tnoun\tname_calling\t2\tadviser\t-\t-\ta jibe";
    for (content, terms) in [
        (String::new(), 0),
        ("# only a title\n".to_owned(), 0),
        (entry.to_owned(), 1),
        (format!("\u{FEFF}{entry}\r\n\r\n# note\r\n"), 1),
        (format!("\u{FEFF}# title\n{entry}\n"), 1),
        ("#resist\tfixed\tpartisan_frame\t1\t-\t-\t-\ta slogan".to_owned(), 1),
    ] {
        let lexicon = Lexicon::from_tsv("house.tsv", &content).unwrap();
        assert_eq!(lexicon.terms().len(), terms, "{content:?}");
        let analyzer = Analyzer::builder().lexicon(lexicon).build().unwrap();
        let report = analyzer.analyze("Two spin doctors left. #resist").unwrap();
        let own =
            report.loaded.hits().iter().filter(|hit| report.loaded.note(hit).is_some_and(|n| n.starts_with("a ")));
        assert_eq!(own.count(), terms, "{content:?}");
        assert_eq!(report.lexicons()[0].name, "house.tsv");
    }
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let folder = std::env::temp_dir().join(format!("connote-bad-input-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let latin1 = folder.join("latin1.tsv");
    std::fs::write(&latin1, b"caf\xE9\tfixed\tpuffery\t1\t-\t-\t-\tnot UTF-8\n").unwrap();
    let wrong = folder.join("wrong.tsv");
    std::fs::write(&wrong, "# title\nspin\tnoun\n").unwrap();
    for path in [folder.join("missing.tsv"), folder.clone(), latin1] {
        let error = Lexicon::from_path(&path).unwrap_err();
        assert!(matches!(error, Error::Io { .. }) && error.source().is_some(), "{error:?}");
        assert!(error.to_string().starts_with(&path.display().to_string()), "{error}");
    }
    let error = Lexicon::from_path(&wrong).unwrap_err().to_string();
    assert!(error.starts_with(&format!("{}, line 2: ", wrong.display())), "{error}");
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Of two lexicons the first wins, and both win over the embedded list.
#[test]
fn own_entries_win() {
    let entry = |strength: u8| format!("regime\tnoun\teuphemism\t{strength}\trule\t-\t-\thouse style\n");
    let lexicon = |name: &str, strength| Lexicon::from_tsv(name, &entry(strength)).unwrap();
    let analyzer = Analyzer::builder().lexicon(lexicon("a", 1)).lexicon(lexicon("b", 3)).build().unwrap();
    let report = analyzer.analyze("The regimes fell.").unwrap();
    let [hit] = report.loaded.hits() else { panic!("{:?}", report.loaded.hits()) };
    assert_eq!((hit.category.name(), hit.strength), ("euphemism", 1));
    assert_eq!(report.loaded.neutral(hit), Some("rule"));
}
