//! Bytes per second of every stage: `cargo bench --bench analyze`, or `CONNOTE_CORPUS=texts.jsonl.gz cargo bench …`.
//!
//! Run by `cargo test --benches`, each bench reads a small corpus once.
#![expect(clippy::unwrap_used, reason = "a bench may stop")]

mod corpus;

use std::hint::black_box;
use std::time::Duration;

use connote::text::sentences::sentences;
use connote::text::words::Tokens;
use connote::{Analyzer, FORMULAS, FrequencyTable, KeynessPrior, TableSettings, Vader};
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime};

/// Whether time is measured; else everything runs once, as a test.
fn measures() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}

/// The corpus of a measurement in bytes, and that of a test.
fn corpus_size() -> usize {
    if measures() { 8_000_000 } else { 40_000 }
}

fn group<'c>(criterion: &'c mut Criterion, name: &str, bytes: usize) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(bytes as u64));
    // Every run reads the whole corpus, so ten of them are enough.
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    group
}

fn total(texts: &[String]) -> usize {
    texts.iter().map(String::len).sum()
}

/// The parts of the work, alone.
fn parts(criterion: &mut Criterion) {
    let texts = corpus::articles(corpus_size());
    let analyzer = Analyzer::new().unwrap();
    let mut group = group(criterion, "part", total(&texts));
    group.bench_function("words", |bench| {
        bench.iter(|| texts.iter().map(|text| Tokens::new(text).count()).sum::<usize>());
    });
    group.bench_function("sentences", |bench| {
        bench.iter(|| texts.iter().map(|text| sentences(text).count()).sum::<usize>());
    });
    group.bench_function("document", |bench| {
        bench.iter(|| texts.iter().map(|text| analyzer.document(text).unwrap().words().len()).sum::<usize>());
    });
    let counts: Vec<_> = texts.iter().map(|text| analyzer.analyze(text).unwrap().counts).collect();
    group.bench_function("formulas", |bench| {
        let scores = |counts| FORMULAS.iter().filter_map(move |formula| formula.score(counts));
        bench.iter(|| counts.iter().flat_map(scores).sum::<f64>());
    });
    group.finish();
}

/// What readability costs on top of the scan: the goal is that all formulas add less than 15 %.
fn readability(criterion: &mut Criterion) {
    let texts = corpus::articles(corpus_size());
    let analyzer = Analyzer::new().unwrap();
    let mut group = group(criterion, "readability", total(&texts));
    let scan = |text: &String| analyzer.document(text).unwrap().words().len();
    group.bench_function("scan", |bench| bench.iter(|| texts.iter().map(scan).sum::<usize>()));
    let count = |text: &String| analyzer.document(text).unwrap().counts();
    group.bench_function("scan_counts", |bench| {
        bench.iter(|| texts.iter().map(|text| black_box(count(text)).words).sum::<u64>());
    });
    group.bench_function("scan_counts_formulas", |bench| {
        let scores = |text| {
            let counts = count(text);
            FORMULAS.iter().filter_map(|formula| formula.score(&counts)).sum::<f64>()
        };
        bench.iter(|| texts.iter().map(scores).sum::<f64>());
    });
    group.finish();
}

/// VADER alone: sentence by sentence, by article, as one text, and a text of emoji. The bytes per second of the first
/// three should not differ much.
fn vader(criterion: &mut Criterion) {
    let articles = corpus::articles(corpus_size());
    let split = |text: &String| sentences(text).map(|range| text[range].to_owned()).collect::<Vec<_>>();
    let single: Vec<String> = articles.iter().flat_map(split).collect();
    let whole = articles.join("\n\n").repeat(2);
    let end = (0..=10_000_000.min(whole.len())).rev().find(|&end| whole.is_char_boundary(end));
    let whole = vec![whole[..end.unwrap_or(0)].to_owned()];
    let emoji = vec!["What a day 😁😡 it was❤ ".repeat(corpus_size() / 30)];
    let vader = Vader::new().unwrap();
    for (name, texts) in [("sentences", &single), ("articles", &articles), ("10MB", &whole), ("emoji", &emoji)] {
        let mut group = group(criterion, "vader", total(texts));
        group.bench_function(name, |bench| {
            bench.iter(|| texts.iter().map(|text| vader.polarity_scores(text).compound).sum::<f64>());
        });
        group.finish();
    }
}

/// A dictionary of 100,000 entries: words of the texts, pairs of them, wildcards, and words that stand in no text.
fn dictionary(texts: &[String]) -> String {
    let mut words: Vec<String> = texts
        .iter()
        .flat_map(|text| text.split_whitespace())
        .filter(|word| word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .map(str::to_lowercase)
        .collect();
    words.sort();
    words.dedup();
    words.truncate(20_000);
    let pairs = words.chunks_exact(2).map(|pair| pair.join(" "));
    let wildcards = words.iter().step_by(4).map(|word| format!("{word}x*"));
    let prefixes = words.iter().step_by(40).map(|word| format!("{}*", &word[..4]));
    let rest = (0..).map(|number| format!("absent{number:06}"));
    let mut entries: Vec<String> = words.iter().cloned().chain(pairs).chain(wildcards).chain(prefixes).collect();
    entries.sort();
    entries.dedup();
    entries.extend(rest.take(100_000 - entries.len()));
    let rows = entries.iter().enumerate().map(|(number, entry)| format!("{entry}\tc{}\t{}\n", number % 20, number % 7));
    "term\tcategory\tweight\n".to_owned() + &rows.collect::<String>()
}

/// All four families with their evidence.
fn reports(criterion: &mut Criterion) {
    let texts = corpus::articles(corpus_size());
    let analyzer = Analyzer::new().unwrap();
    let mut group = group(criterion, "report", total(&texts));
    group.bench_function("one_thread", |bench| {
        bench.iter(|| {
            for text in &texts {
                black_box(analyzer.analyze(text).unwrap());
            }
        });
    });
    let dictionary = connote::Lexicon::from_tsv("dictionary", &dictionary(&texts)).unwrap();
    let with_dictionary = Analyzer::builder().lexicon(dictionary).build().unwrap();
    group.bench_function("with_dictionary", |bench| {
        bench.iter(|| {
            for text in &texts {
                black_box(with_dictionary.analyze(text).unwrap());
            }
        });
    });
    #[cfg(feature = "parallel")]
    group.bench_function("batch", |bench| bench.iter(|| black_box(analyzer.analyze_batch(&texts)).len()));
    let reports: Vec<_> = texts.iter().take(texts.len() / 8).map(|text| analyzer.analyze(text).unwrap()).collect();
    group.throughput(Throughput::Bytes(reports.iter().map(|report| report.text().len() as u64).sum()));
    group.bench_function("json", |bench| {
        bench.iter(|| {
            for report in &reports {
                black_box(report.to_json(connote::OffsetUnit::CodePoint).unwrap());
            }
        });
    });
    group.finish();
}

/// Loaded terms of a user's own: 20,000, half of them pairs of words that stand in the texts.
#[cfg(feature = "arrow")]
fn own_terms(texts: &[String]) -> String {
    let is_plain = |word: &&str| word.len() > 4 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let words = texts.iter().flat_map(|text| text.split_whitespace().filter(is_plain)).collect::<Vec<_>>();
    let mut terms: Vec<String> = words.chunks_exact(2).map(|pair| pair.join(" ")).collect();
    terms.sort();
    terms.dedup();
    terms.truncate(10_000);
    let absent = (0..).map(|number| format!("absent{number:06}"));
    terms.extend(absent.take(20_000 - terms.len()));
    let fields = "\tnoun\tname_calling\t2\t-\t-\t-\ta house rule\n";
    terms.join(fields) + fields
}

/// What each family adds to the scan and the counts, on one thread: tables make only what their columns read. The
/// throughput is in words; the goal for news is less than 10 ns a word, for loaded terms less than 15.
#[cfg(feature = "arrow")]
fn families(criterion: &mut Criterion) {
    let texts = corpus::articles(corpus_size());
    let analyzer = Analyzer::new().unwrap();
    let own_terms = connote::Lexicon::from_tsv("own", &own_terms(&texts)).unwrap();
    let with_own_terms = Analyzer::builder().lexicon(own_terms).build().unwrap();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let words: u64 = texts.iter().map(|text| analyzer.analyze(text).unwrap().counts.words).sum();
    let texts = arrow_array::LargeStringArray::from_iter_values(&texts);
    let mut group = group(criterion, "family", texts.value_data().len());
    group.throughput(Throughput::Elements(words));
    for (name, analyzer, column) in [
        ("none", &analyzer, None),
        ("diversity", &analyzer, Some("mtld")),
        ("news", &analyzer, Some("sentiment")),
        ("news_and_vader", &analyzer, Some("sentiment_compound")),
        ("loaded", &analyzer, Some("loaded_per_1000")),
        ("none_with_own_terms", &with_own_terms, None),
        ("loaded_with_own_terms", &with_own_terms, Some("loaded_per_1000")),
    ] {
        let read = |known: &&connote::Column| known.name == "words" || Some(known.name.as_str()) == column;
        let columns: Vec<_> = connote::columns().iter().filter(read).collect();
        group.bench_function(name, |bench| {
            bench.iter(|| pool.install(|| connote::arrow::score(analyzer, &texts, &columns)).unwrap().num_rows());
        });
    }
    group.finish();
}

/// Without tables nothing is left out of a report.
#[cfg(not(feature = "arrow"))]
fn families(_: &mut Criterion) {}

/// Headlines, and the corpus cut into documents of a kilobyte to its whole: the bytes per second should not depend on the
/// length. The same bytes each time, as a text that is read again and again is read faster than a new one.
fn lengths(criterion: &mut Criterion) {
    let texts = corpus::articles(corpus_size());
    let analyzer = Analyzer::new().unwrap();
    let headlines: Vec<&str> = texts.iter().filter_map(|text| text.lines().next()).collect();
    let bytes = headlines.iter().map(|text| text.len()).sum();
    let mut lengths = group(criterion, "length", bytes);
    lengths.bench_function("headlines", |bench| {
        bench.iter(|| {
            for text in &headlines {
                black_box(analyzer.analyze(text).unwrap());
            }
        });
    });
    let whole = texts.join("\n\n");
    lengths.throughput(Throughput::Bytes(whole.len() as u64));
    for (name, size) in
        [("1kB", 1_000), ("10kB", 10_000), ("100kB", 100_000), ("1MB", 1_000_000), ("whole", whole.len())]
    {
        let pieces = cut(&whole, size);
        let words = |text: &&str| black_box(analyzer.analyze(text).unwrap()).counts.words;
        lengths.bench_function(name, |bench| bench.iter(|| pieces.iter().map(words).sum::<u64>()));
    }
    lengths.finish();
}

/// A text in pieces of about this many bytes.
fn cut(text: &str, size: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = (size.min(rest.len())..=rest.len()).find(|&end| rest.is_char_boundary(end)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces
}

/// Tables of counts over the whole corpus.
fn tables(criterion: &mut Criterion) {
    let texts = corpus::articles(corpus_size());
    let mut group = group(criterion, "table", total(&texts));
    let count = |settings: &TableSettings| {
        let mut table = FrequencyTable::new(settings.clone()).unwrap();
        for text in &texts {
            table.add(text).unwrap();
        }
        black_box(table).len()
    };
    let words = TableSettings::default();
    group.bench_function("words", |bench| bench.iter(|| count(&words)));
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let count = || {
            let mut table = FrequencyTable::new(words.clone()).unwrap();
            pool.install(|| table.add_all(&texts)).unwrap();
            black_box(table).len()
        };
        group.bench_function(format!("words on {threads} threads"), |bench| bench.iter(count));
    }
    let mut pairs = TableSettings::default();
    pairs.n = 2;
    group.bench_function("2-grams", |bench| bench.iter(|| count(&pairs)));
    group.finish();
}

/// Two tables of a million types, half of them in both.
fn key_words(criterion: &mut Criterion) {
    let types = if measures() { 1_000_000 } else { 1_000 };
    let mixed = |number: u64| number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
    // Zipf's law, with noise among the rare ones.
    let table = |first: u64, most: u64| -> Vec<(String, u64)> {
        (0..types).map(|rank| (format!("word{:x}", mixed(first + rank)), most / (rank + 1) + 1 + rank % 3)).collect()
    };
    let (target, reference) = (table(0, 3 * types), table(types / 2, 2 * types));
    let mut group = criterion.benchmark_group("keyness");
    group.sample_size(10).measurement_time(Duration::from_secs(8));
    group.bench_function("two tables of a million types", |bench| {
        bench.iter(|| {
            let target = target.iter().map(|(word, count)| (word.as_str(), *count));
            let reference = reference.iter().map(|(word, count)| (word.as_str(), *count));
            black_box(connote::keyness(target, reference, KeynessPrior::Corpora).unwrap()).len()
        });
    });
    group.finish();
}

/// From nothing to the first report: the lexicons are compiled.
fn start(criterion: &mut Criterion) {
    let lexicon = connote::Lexicon::from_tsv("house", "spin doctor\tnoun\tname_calling\t2\tadviser\t-\t-\ta jibe\n");
    let lexicon = lexicon.unwrap();
    let mut start = criterion.benchmark_group("start");
    start.sample_size(10).measurement_time(Duration::from_secs(2));
    // With a lexicon of one's own nothing is shared with analyzers before.
    start.bench_function("analyzer", |bench| {
        bench.iter(|| Analyzer::builder().lexicon(lexicon.clone()).build().unwrap());
    });
    let content = dictionary(&corpus::articles(corpus_size()));
    start.bench_function("read_100000_entries", |bench| {
        bench.iter(|| black_box(connote::Lexicon::from_tsv("dictionary", &content).unwrap()).len());
    });
    let dictionary = connote::Lexicon::from_tsv("dictionary", &content).unwrap();
    start.bench_function("analyzer_with_100000_entries", |bench| {
        bench.iter(|| Analyzer::builder().lexicon(dictionary.clone()).build().unwrap());
    });
    start.finish();
}

criterion_group!(benches, parts, vader, readability, reports, families, lengths, tables, key_words, start);
criterion_main!(benches);
