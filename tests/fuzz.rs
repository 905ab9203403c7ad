//! What the targets of `fuzz/` check, over the texts that led them on: `fuzz/seeds/`, made by libFuzzer.
#![cfg(feature = "html")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]
#![expect(clippy::float_cmp, reason = "sentiment is equal to the last bit")]

#[expect(unreachable_pub, reason = "the targets reach them")]
#[path = "../fuzz/src/checks/mod.rs"]
mod checks;
mod naive;
mod tables;

fn read(target: &str, check: fn(&str)) {
    let seeds = tables::file(&format!("fuzz/seeds/{target}.jsonl"));
    assert!(seeds.lines().count() > 20, "the seeds of {target} are there");
    for seed in seeds.lines() {
        println!("{seed}");
        check(&serde_json::from_str::<String>(seed).unwrap());
    }
}

#[test]
fn lexicon() {
    read("lexicon", checks::lexicon::check);
}

#[test]
fn oracle() {
    read("oracle", checks::oracle::check);
}

#[test]
fn page() {
    read("page", checks::page::check);
}

#[test]
fn quotations() {
    read("quotations", checks::quotations::check);
}

#[test]
fn report() {
    read("report", checks::report::check);
}

#[test]
fn sentences() {
    read("sentences", checks::sentences::check);
}

#[test]
fn syllables() {
    read("syllables", checks::syllables::check);
}

#[test]
fn vader() {
    read("vader", checks::vader::check);
}

#[test]
fn words() {
    read("words", checks::words::check);
}
