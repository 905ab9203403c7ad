//! Quotations, their speakers and the reporting verbs: the cases of `data/quotations.tsv`.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write;

use connote::{Analyzer, Category, QuotationKind, Report, SourceKind, SourceVerb};

fn quotations(report: &Report) -> String {
    let text = report.text();
    let mut line = String::new();
    for quotation in &report.quotations {
        let kind = match quotation.kind {
            QuotationKind::Direct => "direct",
            QuotationKind::Fragment => "fragment",
            QuotationKind::Scare => "scare",
            QuotationKind::Name => "name",
            _ => "unknown",
        };
        let gap = if line.is_empty() { "" } else { " || " };
        let continued = if quotation.continuation { "+" } else { "" };
        let speaker = quotation.speaker.map_or("-", |span| span.of(text));
        let verb = report.verb(quotation).unwrap_or("-");
        write!(line, "{gap}{continued}{kind};{speaker};{verb};{}", quotation.span.of(text)).unwrap();
    }
    if line.is_empty() { "-".to_owned() } else { line }
}

fn attribution_hits(report: &Report) -> String {
    let hits = report.loaded.hits().iter().filter(|hit| hit.category == Category::Attribution);
    let words: Vec<String> = hits.map(|hit| format!("{}:{}", hit.span.of(report.text()), hit.strength)).collect();
    if words.is_empty() { "-".to_owned() } else { words.join(" ") }
}

#[test]
fn cases() {
    let analyzer = Analyzer::new().unwrap();
    let mut wrong = String::new();
    let mut count = 0;
    for line in include_str!("data/quotations.tsv").lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [group, text, expected_quotations, expected_hits] = cells[..] else { panic!("four columns: {line}") };
        let report = analyzer.analyze(&text.replace("\\n", "\n")).unwrap();
        let found = (quotations(&report), attribution_hits(&report));
        if found != (expected_quotations.to_owned(), expected_hits.to_owned()) {
            writeln!(wrong, "{group}: {text}\n  expected {expected_quotations}  {expected_hits}").unwrap();
            writeln!(wrong, "  found    {}  {}", found.0, found.1).unwrap();
        }
        count += 1;
    }
    assert!(count > 80);
    assert!(wrong.is_empty(), "{wrong}");
}

fn sources(report: &Report) -> String {
    let mut line = String::new();
    for source in report.sources() {
        let gap = if line.is_empty() { "" } else { " || " };
        let name = source.name.map_or("-", |span| span.of(report.text()));
        let kind = source.kind.map_or("-", SourceKind::name);
        let named = if source.named { "named" } else { "unnamed" };
        let verb =
            |verb: &SourceVerb| format!("{}:{}:{}", verb.verb.replace(' ', "_"), verb.verb_class.name(), verb.count);
        let verbs = source.verbs.iter().map(verb).collect::<Vec<_>>().join(" ");
        let verbs = if verbs.is_empty() { "-" } else { &verbs };
        write!(line, "{gap}{name};{kind};{named};{};{};{verbs}", source.quotations, source.words).unwrap();
    }
    if line.is_empty() { "-".to_owned() } else { line }
}

#[test]
fn cases_of_sources() {
    let analyzer = Analyzer::new().unwrap();
    let mut wrong = String::new();
    for line in include_str!("data/sources.tsv").lines().filter(|line| !line.starts_with('#')) {
        let (text, expected) = line.split_once('\t').unwrap();
        let found = sources(&analyzer.analyze(&text.replace("\\n", "\n")).unwrap());
        if found != expected {
            writeln!(wrong, "{text}\n  expected {expected}\n  found    {found}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Words in direct and fragment quotations are someone else's; those in scare quotes and names are the writer's.
#[test]
fn quoted_words() {
    let analyzer = Analyzer::new().unwrap();
    let text = "Ann Poole said it was “a farce”. “We lost,” she said. The “reform” failed. He read “War and Peace”.";
    let document = analyzer.document(text).unwrap();
    let quoted: Vec<&str> = document.words().iter().filter(|word| word.quoted).map(|word| word.span.of(text)).collect();
    assert_eq!(quoted, ["a", "farce", "We", "lost"]);
}

/// Mentions point at the words beside the quotation, speakers at the name in full.
#[test]
fn mentions_and_names() {
    let analyzer = Analyzer::new().unwrap();
    let report = analyzer.analyze("Mayor Ann Poole left. “We lost,” Poole said.").unwrap();
    let quotation = &report.quotations[0];
    assert_eq!(quotation.speaker_mention.unwrap().start, 37);
    assert_eq!(quotation.speaker.unwrap().start, 6);
    assert_eq!(quotation.verb.unwrap().of(report.text()), "said");
}

/// Time grows with length on texts that are all marks, names or verbs.
#[test]
fn hostile_texts_are_linear() {
    let analyzer = Analyzer::new().unwrap();
    for piece in
        ["“ ‘ \" ", "He said, ", "“a” said ", "Ann Poole ", "Minister Ann Poole, ", "said that “", "' \"'", "(said) "]
    {
        let document = analyzer.document(&piece.repeat(20_000)).map(|document| document.words().len());
        assert!(document.is_ok());
    }
}
