//! What stands around loaded terms: negation, mention, reported words.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use connote::{Analyzer, Category};

#[test]
fn cases() {
    let analyzer = Analyzer::new().unwrap();
    let mut count = 0;
    for line in include_str!("data/loaded_around.tsv").lines().filter(|line| !line.starts_with('#')) {
        let (text, expected) = line.split_once('\t').unwrap();
        let report = analyzer.analyze(text).unwrap();
        let is_term = |category| !matches!(category, Category::Attribution | Category::ScareQuote);
        let terms = report.loaded.hits().iter().filter(|hit| is_term(hit.category));
        let found: Vec<String> = terms
            .map(|hit| {
                let marks = [(hit.negated, 'n'), (hit.mentioned, 'm'), (hit.reported, 'r')];
                let marks: String = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| mark).collect();
                format!("{}:{}", hit.span.of(text), if marks.is_empty() { "-" } else { &marks })
            })
            .collect();
        assert_eq!(found.join("\t"), expected, "{text}");
        count += 1;
    }
    assert!(count > 15);
}

/// The sentence before says nothing about a verb.
#[test]
fn negation_stays_in_its_sentence() {
    let report =
        Analyzer::new().unwrap().analyze("There was no basis. Araghchi praised the plan.\n\nHe said no.").unwrap();
    assert!(report.loaded.hits().iter().all(|hit| !hit.negated));
    let negated = |text: &str| {
        let report = Analyzer::new().unwrap().analyze(text).unwrap();
        let verbs: Vec<_> = report.loaded.hits().iter().filter(|hit| hit.category == Category::Attribution).collect();
        assert_eq!(verbs.len(), 1, "{text}");
        verbs[0].negated
    };
    assert!(!negated("There was no basis. Araghchi claimed that it rained."));
    assert!(negated("There was a basis. Araghchi never claimed that it rained."));
}
