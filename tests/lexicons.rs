//! The word data: where it comes from, that it holds together, and that it takes no side.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

mod tables;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use connote::{Analyzer, Category, Language, Lexicon, Report, Side, Term};
use sha2::{Digest, Sha256};

/// Whether a file is a table by its name.
fn is_table(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "tsv")
}

/// The names of all lexicons.
fn names() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicons");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    files.filter(|name| is_table(name)).collect()
}

fn content(name: &str) -> String {
    tables::file(&format!("lexicons/{name}"))
}

/// What the header of a lexicon says of it: the lines before the first row.
fn header(name: &str, field: &str) -> String {
    let content = content(name);
    let lines = content.lines().take_while(|line| tables::is_comment(line));
    let values: Vec<&str> = lines.filter_map(|line| line.strip_prefix(&format!("# {field}: "))).collect();
    let [value] = values[..] else { panic!("{name}: {} lines of '# {field}: ' where one belongs", values.len()) };
    value.to_owned()
}

fn loaded() -> Vec<Term> {
    Lexicon::from_tsv("loaded.tsv", &content("loaded.tsv")).unwrap().terms().to_vec()
}

#[test]
fn every_lexicon_names_its_source_and_licence() {
    let names = names();
    assert!(names.len() >= 15, "the files are found");
    let notice = tables::file("NOTICE");
    for name in &names {
        let (source, licence) = (header(name, "source"), header(name, "licence"));
        assert!(header(name, "columns").len() > 3, "{name} names its columns");
        assert!(content(name).starts_with("# "), "{name} begins with its title");
        // In NOTICE a paragraph names the files, their source and their licence.
        let names_it =
            |block: &&str| block.contains("source: ") && block.split([',', '\n', ' ']).any(|word| word == name);
        let block = notice.split("\n\n").find(names_it).unwrap_or_else(|| panic!("NOTICE does not name {name}"));
        assert!(block.contains(&format!("source: {source}\n")), "NOTICE, {name}: {source}");
        assert!(block.ends_with(&format!("licence: {licence}")), "NOTICE, {name}: {licence}");
    }
}

#[test]
fn notice_names_no_file_that_is_not_there() {
    let names = names();
    for word in tables::file("NOTICE").split([',', '\n', ' ', ':']).filter(|word| is_table(word)) {
        assert!(names.contains(word), "NOTICE names {word}");
    }
}

#[test]
fn reports_name_every_lexicon_with_its_hash() {
    let read = |language| Analyzer::builder().language(language).build().unwrap().analyze("").unwrap();
    let reports: Vec<Report> = Language::ALL.into_iter().map(read).collect();
    let sources = reports.iter().flat_map(Report::lexicons);
    let sources: BTreeMap<&str, &str> = sources.map(|source| (source.name.as_str(), source.sha256.as_str())).collect();
    assert_eq!(sources.keys().copied().collect::<BTreeSet<_>>(), names().iter().map(String::as_str).collect());
    for (name, hash) in sources {
        let bytes: Vec<u8> = (0..64).step_by(2).map(|at| u8::from_str_radix(&hash[at..at + 2], 16).unwrap()).collect();
        assert_eq!(bytes, Sha256::digest(content(name)).as_slice(), "{name}");
    }
}

#[test]
fn no_entry_stands_twice() {
    // What makes an entry: the word, or the word with its kind.
    let wide = ["irregular.tsv", "loaded.tsv", "syntax.tsv", "vader_rules.tsv"];
    for name in names() {
        let rows = tables::rows(&format!("lexicons/{name}"));
        assert!(!rows.is_empty(), "{name} has rows");
        let columns = rows.iter().map(|row| row.cells.len()).collect::<HashSet<_>>();
        assert_eq!(columns.len(), 1, "{name}: rows of {columns:?} columns");
        let mut seen = HashMap::new();
        let mut again = 0;
        for row in &rows {
            let entry: Vec<_> = row.cells.iter().take(if wide.contains(&name.as_str()) { 2 } else { 1 }).collect();
            if let Some(first) = seen.insert(entry, row.line) {
                // The package has 14 tokens twice; of two the later counts.
                assert_eq!(name, "vader.tsv", "{name}, line {}: {} stands in line {first} too", row.line, row.cell(0));
                again += 1;
            }
            let tidy = row.cells.iter().all(|cell| cell.trim() == cell && !cell.contains("  "));
            assert!(tidy, "{name}, line {}: needless white space", row.line);
            assert!(!row.cell(0).is_empty(), "{name}, line {}: an empty entry", row.line);
        }
        assert_eq!(again, if name == "vader.tsv" { 14 } else { 0 }, "{name}");
    }
}

/// What is wrong with a lexicon of loaded terms: entries that stand twice or are not whole, and the exact part of the
/// balance: both sides have their names for a thing, as many and as strong, and there is a neutral one.
fn faults(terms: &[Term]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = HashSet::new();
    for term in terms {
        let mut fault = |what: &str| faults.push(format!("'{}' {what}", term.text));
        if !seen.insert((&term.text, term.form)) {
            fault("stands twice");
        }
        if term.note.len() <= 2 {
            fault("has no note");
        }
        if matches!(term.category, Category::Attribution | Category::ScareQuote) {
            fault("has a category that is found by syntax, not by a list");
        }
        let is_frame = term.category == Category::PartisanFrame;
        if term.pair.is_some() != is_frame || term.side.is_some() != is_frame {
            fault("has no pair and side where it is a partisan frame, or has them where it is none");
        }
        if is_frame && term.neutral.is_none() {
            fault("has no neutral name");
        }
    }
    let of = |side| terms.iter().filter(move |term| term.side == Some(side)).collect::<Vec<_>>();
    let (left, right) = (of(Side::Left), of(Side::Right));
    let mean = |terms: &[&Term]| terms.iter().map(|term| f64::from(term.strength)).sum::<f64>() / terms.len() as f64;
    for (what, left, right) in
        [("number", left.len() as f64, right.len() as f64), ("mean strength", mean(&left), mean(&right))]
    {
        if (left - right).abs() > 0.1 * left.max(right) {
            faults.push(format!("{what}: left {left}, right {right}"));
        }
    }
    let pairs: BTreeSet<&str> = terms.iter().filter_map(|term| term.pair.as_deref()).collect();
    for pair in pairs {
        let strengths = |side: &[&Term]| -> BTreeSet<u8> {
            side.iter().filter(|term| term.pair.as_deref() == Some(pair)).map(|term| term.strength).collect()
        };
        let (left, right) = (strengths(&left), strengths(&right));
        if left.is_empty() || right.is_empty() {
            faults.push(format!("{pair}: one side only"));
        } else if left != right {
            faults.push(format!("{pair}: one side's terms are stronger"));
        }
    }
    faults
}

#[test]
fn loaded_terms_are_whole_and_balanced() {
    let terms = loaded();
    assert_eq!(faults(&terms), Vec::<String>::new());
    assert!(terms.len() >= 600, "{} terms", terms.len());
    // Attribution and scare quotes are found by syntax, not by a list.
    for category in &Category::ALL[..18] {
        let entries = terms.iter().filter(|term| term.category == *category).count();
        assert!(entries >= 20, "{}: {entries} entries", category.name());
    }
}

/// Each change spoils a lexicon that is whole, and the check says how.
#[test]
fn the_check_of_loaded_terms_finds_what_is_wrong() {
    let whole = "sham\tnoun\tlegitimacy\t3\tdispute\t-\t-\ta verdict\n\
                 death levy\tnoun\tpartisan_frame\t2\testate tax\testate\tright\ta frame\n\
                 heirs' windfall\tnoun\tpartisan_frame\t2\testate tax\testate\tleft\ta frame\n";
    let cases = [
        ("", "", vec![]),
        ("a verdict\n", "-\n", vec!["'sham' has no note"]),
        ("legitimacy", "attribution", vec!["'sham' has a category that is found by syntax, not by a list"]),
        (
            "3\tdispute\t-\t-",
            "3\tdispute\tshams\tleft",
            vec![
                "'sham' has no pair and side where it is a partisan frame, or has them where it is none",
                "number: left 2, right 1",
                "mean strength: left 2.5, right 2",
                "shams: one side only",
            ],
        ),
        ("estate tax\testate\tleft", "-\testate\tleft", vec!["'heirs' windfall' has no neutral name"]),
        (
            "partisan_frame\t2\testate tax\testate\tright",
            "partisan_frame\t3\testate tax\testate\tright",
            vec!["mean strength: left 2, right 3", "estate: one side's terms are stronger"],
        ),
        ("tax\testate\tright", "tax\tlevy\tright", vec!["estate: one side only", "levy: one side only"]),
    ];
    for (from, to, expected) in cases {
        let lexicon = Lexicon::from_tsv("terms.tsv", &whole.replacen(from, to, 1)).unwrap();
        assert_eq!(faults(lexicon.terms()), expected, "{from:?} for {to:?}");
    }
    let lexicon = Lexicon::from_tsv("terms.tsv", whole).unwrap();
    let twice = [lexicon.terms(), &lexicon.terms()[..1]].concat();
    assert_eq!(faults(&twice), ["'sham' stands twice"]);
}

/// Every term is found where it stands, as itself or inside a longer one: no guard and no rule of words hides it.
#[test]
fn every_term_is_within_reach() {
    let analyzer = Analyzer::new().unwrap();
    for term in loaded() {
        let term = term.text.replace("...", "all that");
        let text = format!("Then, {term}, then.");
        let report = analyzer.analyze(&text).unwrap();
        let mut hits = report.loaded.hits().iter().map(|hit| hit.span.of(&text));
        assert!(hits.any(|hit| hit.contains(&term)), "'{term}' is never found");
    }
}

/// One term of a pair put in the other's place, among as many words, changes neither category nor strength nor score.
#[test]
fn swapping_the_sides_changes_nothing() {
    let analyzer = Analyzer::new().unwrap();
    let templates = [
        "The council spoke of {} on Monday",
        "Talk of {} had filled the hall by noon",
        "In short, {}, the paper wrote",
    ];
    let mut pairs: BTreeMap<String, Vec<Term>> = BTreeMap::new();
    for term in loaded() {
        if let Some(pair) = term.pair.clone() {
            pairs.entry(pair).or_default().push(term);
        }
    }
    for (pair, terms) in pairs {
        let texts = |term: &Term| term.text.replace("...", "the");
        let words = |text: &str| analyzer.analyze(text).unwrap().counts.words as usize;
        let longest = terms.iter().map(|term| words(&texts(term))).max().unwrap();
        for template in templates {
            let mut found = BTreeSet::new();
            for term in terms.iter().map(texts) {
                let text = template.replace("{}", &term) + &" today".repeat(longest - words(&term)) + ".";
                let loaded = analyzer.analyze(&text).unwrap().loaded;
                let hits: Vec<_> = loaded.hits().iter().map(|hit| (hit.category, hit.strength, hit.voice)).collect();
                assert_eq!(hits.len(), 1, "{text}: {hits:?}");
                found.insert((hits[0], loaded.score().map(f64::to_bits), loaded.per_1000().map(f64::to_bits)));
            }
            assert_eq!(found.len(), 1, "{pair}: {found:?}");
        }
    }
}

/// A guard that holds no term guards nothing; one that is a term itself hides it.
#[test]
fn guards_hold_a_term_and_are_none() {
    let analyzer = Analyzer::new().unwrap();
    let terms: HashSet<String> = loaded().into_iter().map(|term| term.text.to_lowercase()).collect();
    for row in tables::rows("lexicons/guards.tsv") {
        assert!(!terms.contains(&row.cell(0).to_lowercase()), "line {}: '{}' is a term", row.line, row.cell(0));
        let report = analyzer.analyze(&format!("it was {} again", row.cell(0))).unwrap();
        assert!(report.loaded.hits().is_empty(), "line {}: '{}' does not guard", row.line, row.cell(0));
    }
}
