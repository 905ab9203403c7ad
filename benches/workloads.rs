//! Fixed amounts of work, to be counted in instructions: `cargo bench --bench workloads -- NAME` does one of them once.
//!
//! `make instructions` (`benches/instructions.py`) runs each under callgrind, which collects inside [`work`] alone, and holds
//! the counts against `benches/record/instructions.tsv`.
#![expect(clippy::unwrap_used, reason = "a bench may stop")]

mod corpus;

use std::hint::black_box;

use connote::{Analyzer, FrequencyTable, OffsetUnit, TableSettings, Vader};

/// The texts of a workload in bytes.
const SIZE: usize = 200_000;

const NAMES: [&str; 6] = ["report", "headlines", "json", "scan", "vader", "table"];

/// What callgrind counts.
#[inline(never)]
fn work(run: impl FnOnce() -> usize) -> usize {
    black_box(run())
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let all = if arguments.is_empty() { &NAMES[..] } else { &[] };
    for name in arguments.iter().map(String::as_str).chain(all.iter().copied()) {
        println!("{name}\t{}", run(name));
    }
}

/// Runs a workload and says what came out, in one number.
fn run(name: &str) -> usize {
    let texts = corpus::articles(SIZE);
    let analyzer = Analyzer::new().unwrap();
    let vader = analyzer.vader();
    // What is remembered from text to text is there when the counting begins.
    let reports: Vec<_> = texts.iter().map(|text| analyzer.analyze(text).unwrap()).collect();
    let report = |text: &str| analyzer.analyze(text).unwrap().loaded.hits().len();
    match name {
        "report" => work(|| texts.iter().map(|text| report(text)).sum()),
        "headlines" => work(|| texts.iter().flat_map(|text| text.lines()).map(report).sum()),
        "json" => {
            // The checksums of the lexicons are made once.
            reports[0].to_json(OffsetUnit::CodePoint).unwrap();
            work(|| reports.iter().map(|report| report.to_json(OffsetUnit::CodePoint).unwrap().len()).sum())
        }
        "scan" => work(|| texts.iter().map(|text| analyzer.document(text).unwrap().words().len()).sum()),
        "vader" => work(|| texts.iter().filter(|text| is_good(&vader, text)).count()),
        "table" => work(|| {
            let mut table = FrequencyTable::new(TableSettings::default()).unwrap();
            for text in &texts {
                table.add(text).unwrap();
            }
            table.len()
        }),
        _ => panic!("no workload '{name}'; there are {}", NAMES.join(", ")),
    }
}

fn is_good(vader: &Vader, text: &str) -> bool {
    vader.polarity_scores(text).compound > 0.0
}
