//! Golden reports: a hash of the JSON of every bundled article, whole, in parts and under its title, in every language. A
//! number that changes is seen here; it belongs under "Changed output" in the changelog. `make golden` writes the hashes anew.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use connote::{Analyzer, Language, OffsetUnit, Report};
use sha2::{Digest, Sha256};

const HEAD: &str = "# SHA-256 of the JSON of bundled articles, without version and word lists; `make golden` writes it.\narticle\tsha256\n";

/// The hash of everything that a report says, but not of what said it.
fn hash(report: &Report) -> String {
    let mut json = report.to_value(OffsetUnit::CodePoint).unwrap();
    for provenance in ["connote", "lexicons"] {
        assert!(json.as_object_mut().unwrap().remove(provenance).is_some());
    }
    Sha256::digest(json.to_string()).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

/// The hashes of all articles by their names.
fn hashes() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root.join("benches/texts")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.push(root.join("examples/sample_article.txt"));
    let english = Analyzer::new().unwrap();
    let analyzers =
        Language::ALL.map(|language| (language.code(), Analyzer::builder().language(language).build().unwrap()));
    let mut hashes = BTreeMap::new();
    for path in paths {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        for (code, analyzer) in &analyzers {
            hashes.insert(format!("{name}, {code}"), hash(&analyzer.analyze(&text).unwrap()));
        }
        let (title, body) = text.split_once('\n').unwrap();
        hashes.insert(format!("{name}, titled"), hash(&english.analyze_titled(title, body).unwrap()));
        for (number, paragraph) in body.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()).enumerate() {
            hashes.insert(format!("{name}, paragraph {number:02}"), hash(&english.analyze(paragraph).unwrap()));
        }
    }
    hashes
}

#[test]
fn reports_are_what_they_were() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/golden.tsv");
    let hashes = hashes();
    if std::env::var_os("CONNOTE_GOLDEN").is_some() {
        let mut table = HEAD.to_owned();
        for (name, hash) in &hashes {
            writeln!(table, "{name}\t{hash}").unwrap();
        }
        fs::write(path, table).unwrap();
        return;
    }
    let golden = fs::read_to_string(path).unwrap();
    let rows = golden.strip_prefix(HEAD).unwrap().lines().map(|line| line.split_once('\t').unwrap());
    let golden: BTreeMap<&str, &str> = rows.collect();
    assert!(golden.len() > 180 && hashes.keys().eq(golden.keys()), "the articles are others: make golden");
    let changed: Vec<_> =
        hashes.iter().filter(|(name, hash)| golden[name.as_str()] != *hash).map(|(name, _)| name).collect();
    assert!(
        changed.is_empty(),
        "other reports than before; if they are right, say so in CHANGELOG and make golden: {changed:#?}"
    );
}
