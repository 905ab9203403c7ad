//! Syllables of words that CMUdict lacks, as `tests/data/syllables.tsv` has them.

use connote::{Analyzer, Error};

const CASES: &str = include_str!("data/syllables.tsv");

#[test]
fn words_have_the_syllables_of_the_table() -> Result<(), Error> {
    let analyzer = Analyzer::new()?;
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in CASES.lines().filter(|row| !row.starts_with('#')) {
        let [word, syllables, why] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("`{row}` has no 3 cells") };
        let counted = analyzer.syllables(word).to_string();
        if counted != syllables {
            wrong.push(format!("{word}: {counted} where {syllables} are right ({why})"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 150, "the table is cut off");
    Ok(())
}

#[test]
fn case_and_typography_make_no_difference() -> Result<(), Error> {
    let analyzer = Analyzer::new()?;
    for (one, other) in
        [("GOVERNMENT", "government"), ("Trump’s", "trump's"), ("COVID‑19", "covid-19"), ("cafe\u{301}", "café")]
    {
        assert_eq!(analyzer.syllables(one), analyzer.syllables(other), "{one}");
    }
    Ok(())
}

#[test]
fn what_is_not_spoken_has_no_syllables() -> Result<(), Error> {
    let analyzer = Analyzer::new()?;
    for word in ["", "-", "...", "'", "&", "—"] {
        assert_eq!(analyzer.syllables(word), 0, "{word:?}");
    }
    Ok(())
}

/// A word of a megabyte of any kind is counted in time proportional to its length: were it quadratic, this would take
/// minutes.
#[test]
fn long_words_take_linear_time() -> Result<(), Error> {
    const LENGTH: usize = 1 << 20;
    let analyzer = Analyzer::new()?;
    for piece in
        ["a", "e", "b", "banana", "1", "1.", "1,111", "1a", "a-", "a.", "'", "n't", "'s", "&", "é", "京", "e\u{301}"]
    {
        let word = piece.repeat(LENGTH / piece.len());
        let syllables = analyzer.syllables(&word);
        assert!(syllables as usize <= 4 * word.len(), "{piece}");
    }
    assert_eq!(analyzer.syllables(&"banana".repeat(100_000)) / 100_000, 3);
    Ok(())
}
