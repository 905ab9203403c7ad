//! The formulas against scores computed apart from the code, and what they say of texts without a score.
#![expect(clippy::expect_used, reason = "a test may stop")]

mod tables;

use connote::{Analyzer, Caveat, Counts, Error, FORMULAS, Formula};

/// The counts of a row, whose columns have the names of the fields.
fn counts(names: &tables::Row, row: &tables::Row) -> Counts {
    let mut counts = Counts::default();
    for (name, cell) in names.cells.iter().zip(&row.cells).skip(1) {
        let count = match name.as_str() {
            "words" => &mut counts.words,
            "sentences" => &mut counts.sentences,
            "syllables" => &mut counts.syllables,
            "letters" => &mut counts.letters,
            "characters" => &mut counts.characters,
            "polysyllables" => &mut counts.polysyllables,
            "complex_words" => &mut counts.complex_words,
            "long_words" => &mut counts.long_words,
            "unfamiliar_words" => &mut counts.unfamiliar_words,
            "spache_unfamiliar_types" => &mut counts.spache_unfamiliar_types,
            _ => continue,
        };
        *count = cell.parse().expect("a count");
    }
    counts
}

#[test]
fn scores_are_those_of_the_papers() {
    let rows = tables::rows("tests/data/readability.tsv");
    let (names, cases) = rows.split_first().expect("a row of names");
    for formula in &FORMULAS {
        let column = names.cells.iter().position(|name| name == formula.name);
        let column = column.unwrap_or_else(|| panic!("tests/data/readability.tsv has no column {}", formula.name));
        for row in cases {
            let expected: f64 = row.cell(column).parse().expect("a score");
            let score = formula.score(&counts(names, row)).expect("a score");
            let error = (score - expected).abs();
            assert!(error <= 1e-13 * expected.abs().max(100.0), "{}, {}: {score}", formula.name, row.cell(0));
        }
    }
}

#[test]
fn no_words_no_score() -> Result<(), Error> {
    for text in ["", " \n", "... !?", "***\n\n***", "https://example.org", "😀 😀."] {
        let report = Analyzer::new()?.analyze(text)?;
        for (formula, score) in report.readability.iter() {
            assert_eq!(score, None, "{text:?}: {}", formula.name);
            assert_eq!(report.readability.caveat(formula), Some(Caveat::NoText));
        }
        assert_eq!(report.readability.consensus_grade, None);
    }
    let mut counts = Counts::default();
    counts.words = 10;
    assert_eq!(FORMULAS.iter().find_map(|formula| formula.score(&counts)), None, "no sentence");
    Ok(())
}

#[test]
fn small_samples_carry_a_caveat() -> Result<(), Error> {
    let smog = Formula::named("smog_index").expect("it is in the table");
    for (sentences, caveat) in [(1, Some(Caveat::SampleTooSmall)), (29, Some(Caveat::SampleTooSmall)), (30, None)] {
        let report = Analyzer::new()?.analyze(&"The ferry company closed the harbour. ".repeat(sentences))?;
        assert_eq!(report.counts.sentences, sentences as u64);
        assert_eq!(report.readability.caveat(smog), caveat, "{sentences} sentences");
        assert!(report.readability.get("smog_index").is_some(), "the score is given all the same");
        assert_eq!(report.readability.caveats().count(), usize::from(caveat.is_some()));
    }
    Ok(())
}

#[test]
fn every_formula_says_what_it_is() {
    for formula in &FORMULAS {
        assert!(FORMULAS.iter().filter(|other| other.name == formula.name).count() == 1, "{}", formula.name);
        for text in [formula.title, formula.source, formula.definition] {
            assert!(!text.trim().is_empty(), "{}", formula.name);
        }
        assert_eq!(Formula::named(formula.name).map(|found| found.title), Some(formula.title));
    }
    assert!(Formula::named("flesch").is_none());
}
