//! Lexicons of the user's own: formats, wildcards, phrases, and what reports say of them.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod tables;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use connote::text::fold::fold_into;
use connote::{Analyzer, Error, Lexicon, OffsetUnit, Report, Value, columns, columns_for};
use proptest::prelude::*;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/lexicons").join(name)
}

fn lexicon(name: &str) -> Lexicon {
    Lexicon::from_path(path(name)).unwrap_or_else(|error| panic!("{error}"))
}

fn read(format: &str, name: &str, content: &str) -> Result<Lexicon, Error> {
    match format {
        "tsv" => Lexicon::from_tsv(name, content),
        "csv" => Lexicon::from_csv(name, content),
        "json" => Lexicon::from_json(name, content),
        "dic" => Lexicon::from_dic(name, content),
        "yaml" => Lexicon::from_yaml(name, content),
        _ => panic!("no format {format}"),
    }
}

fn analyze(lexicons: impl IntoIterator<Item = Lexicon>, text: &str) -> Report {
    read_as("en", lexicons, text)
}

fn read_as(language: &str, lexicons: impl IntoIterator<Item = Lexicon>, text: &str) -> Report {
    let language = language.parse().unwrap();
    let builder = lexicons
        .into_iter()
        .fold(Analyzer::builder().language(language).dictionary_hits(true), connote::AnalyzerBuilder::lexicon);
    builder.build().unwrap().analyze(text).unwrap()
}

/// The entries in an order of their own.
fn entries(lexicon: &Lexicon) -> Vec<String> {
    let mut entries: Vec<String> =
        lexicon.entries().map(|e| format!("{} | {} | {:?}", e.category, e.pattern, e.weight)).collect();
    entries.sort();
    entries
}

#[test]
fn every_format_says_the_same() {
    let table = lexicon("moods.tsv");
    assert_eq!(table.label(), "moods");
    assert_eq!(table.len(), 8);
    for name in ["moods.csv", "moods.json", "moods.yaml", "moods.dic", "moods.dicx"] {
        assert_eq!(entries(&lexicon(name)), entries(&table), "{name}");
    }
}

#[test]
fn weights_are_read_alone_and_by_category() {
    let weights = lexicon("weights.tsv");
    assert_eq!(weights.categories(), ["all"]);
    assert_eq!(weights.entries().map(|entry| entry.weight).collect::<Vec<_>>(), [Some(1.5), Some(-2.0), Some(-1.0)]);
    let norms = lexicon("norms.csv");
    assert_eq!(norms.categories(), ["valence", "arousal"]);
    assert_eq!(norms.len(), 5, "an empty cell is no entry");
    let json = Lexicon::from_json(
        "n",
        r#"{"valence": {"kind": 1.5, "cruel*": -2, "not kind": -1}, "arousal": {"kind": 0.2, "cruel*": 0.9}}"#,
    );
    assert_eq!(entries(&json.unwrap()), entries(&norms));
}

#[test]
fn wrong_files_are_refused_with_their_place() {
    for row in tables::rows("tests/data/wrong_dictionaries.tsv") {
        let (what, format) = (row.cell(0), row.cell(1));
        let content: String = serde_json::from_str(row.cell(2)).expect("a JSON string");
        let error = read(format, "mine", &content).map(|lexicon| lexicon.len()).unwrap_err();
        assert!(matches!(error, Error::Lexicon { .. }), "{format}, {what}: {error:?}");
        let (message, place) = (error.to_string(), format!("mine, {}: ", row.cell(3)));
        assert!(message.starts_with(&place), "{format}, {what}: {message}");
        assert!(message.contains(row.cell(4)), "{format}, {what}: {message}");
    }
}

#[test]
fn a_check_finds_every_error() {
    let folder = std::env::temp_dir().join(format!("connote-dictionaries-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("mine.csv");
    std::fs::write(&file, "term,category,weight\nkind,good,1\nun*able,bad,1\ncruel,bad,much\nkind,good,2\n").unwrap();
    let errors = Lexicon::check(&file).unwrap();
    let lines: Vec<String> = errors.iter().map(|e| e.to_string().split(": ").next().unwrap().to_owned()).collect();
    assert_eq!(lines, [3, 4, 5].map(|line| format!("{}, line {line}", file.display())));
    assert!(Lexicon::check(path("moods.dic")).unwrap().is_empty());
    let other = folder.join("mine.xlsx");
    std::fs::write(&other, "").unwrap();
    let error = Lexicon::from_path(&other).unwrap_err().to_string();
    assert!(error.contains("one of .tsv, .csv, .dicx, .json, .dic, .yaml, .yml"), "{error}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_no_text_can_hold_is_left_out_and_named() {
    let terms = "term,category\n:),good\nand/or,bad\nkind,good\n\"kind, fair\",good\n";
    let lexicon = Lexicon::from_csv("faces", terms).unwrap();
    assert_eq!(lexicon.len(), 1);
    assert_eq!(
        lexicon.warnings(),
        [
            "faces, line 2: ':)' holds no word; left out",
            "faces, line 3: 'and/or' has a mark between words, over which no phrase reaches; left out",
            "faces, line 5: 'kind, fair' has a mark between words, over which no phrase reaches; left out"
        ]
    );
}

#[test]
fn phrases_reach_over_the_full_stop_of_an_abbreviation() {
    let lexicon = Lexicon::from_tsv("aid", "term\tcategory\nU.S. aid\ta\nMr. Smith\tb\nlost badly\tc\n").unwrap();
    let text = "The U.S. aid came, and Mr. Smith left. They lost. Badly lit, Mr.\nSmith slept; U.S.aid.";
    let report = analyze([lexicon], text);
    let hits: Vec<_> = report.dictionaries[0].hits().iter().map(|hit| hit.span.of(text)).collect();
    assert_eq!(hits, ["U.S. aid", "Mr. Smith", "Mr.\nSmith"]);
}

#[test]
fn the_longest_pattern_of_a_category_counts() {
    let text = "Peace! He was not very calm, though at ease; “The wind never really blows,” she raged quietly.";
    let report = analyze([lexicon("moods.json")], text);
    let moods = &report.dictionaries[0];
    let hits: Vec<_> = moods.hits().iter().map(|h| (h.span.of(text), moods.category_of(h), h.quoted)).collect();
    assert_eq!(
        hits,
        [
            ("Peace", "calm", false),
            ("Peace", "storm", false),
            ("not very calm", "storm", false),
            ("at ease", "calm.deep", false),
            ("wind never really blows", "storm", true),
            ("raged", "storm", false),
            ("quietly", "calm.deep", false),
        ]
    );
    let storm = moods.category("storm").unwrap();
    assert_eq!((storm.count, storm.quoted, storm.sum, storm.mean), (4, 1, None, None));
    assert_eq!(storm.share, Some(4.0 / report.counts.words as f64));
    assert_eq!(
        moods.categories().map(|(name, score)| (name, score.count)).collect::<Vec<_>>(),
        [("calm", 1), ("calm.deep", 2), ("storm", 4)]
    );
}

#[test]
fn weights_are_summed_and_averaged() {
    let report = analyze([lexicon("weights.tsv"), lexicon("norms.csv")], "A kind man, not kind to cruelty. Kind!");
    let all = report.dictionaries[0].category("all").unwrap();
    assert_eq!((all.count, all.sum, all.mean), (4, Some(0.0), Some(0.0)));
    let arousal = report.dictionaries[1].category("arousal").unwrap();
    // "not kind" has no arousal, so that the word inside has its own.
    assert_eq!((arousal.count, arousal.sum), (4, Some(0.2 + 0.2 + 0.9 + 0.2)));
    assert_eq!(arousal.mean, Some((0.2 + 0.2 + 0.9 + 0.2) / 4.0));
    let norms = &report.dictionaries[1];
    let categories: Vec<_> = norms.hits().iter().map(|hit| norms.category_of(hit)).collect();
    assert_eq!(categories, ["valence", "arousal"].repeat(4));
    let none = analyze([lexicon("weights.tsv")], "");
    let all = none.dictionaries[0].category("all").unwrap();
    assert_eq!((all.count, all.share, all.sum, all.mean), (0, None, Some(0.0), None));
}

#[test]
fn loaded_terms_add_override_and_take_out() {
    let text = "The regimes cheered. The regime change. Widget pushers flip-flopped.";
    let found = |report: &Report| {
        let hits = report.loaded.hits().iter().map(|hit| (hit.span.of(text).to_owned(), hit.strength));
        hits.collect::<Vec<_>>()
    };
    let plain: Vec<String> = found(&analyze([], text)).into_iter().map(|(text, _)| text).collect();
    assert!(plain.contains(&"regimes".to_owned()) && !plain.contains(&"Widget pushers".to_owned()), "{plain:?}");
    let own: Vec<_> = found(&analyze([lexicon("house.yaml")], text));
    assert!(
        own.contains(&("Widget pushers".to_owned(), 2)) && own.contains(&("flip-flopped".to_owned(), 1)),
        "{own:?}"
    );
    assert!(!own.iter().any(|(text, _)| text == "regimes" || text == "regime"), "{own:?}");
    // What is off in one list may be on in an earlier one.
    let on = "[{\"term\": \"regim*\", \"strength\": 3, \"category\": \"puffery\"}]";
    let on = Lexicon::from_json("on", on).unwrap();
    let report = analyze([on.clone(), lexicon("house.yaml")], text);
    assert!(found(&report).contains(&("regimes".to_owned(), 3)), "a wildcard of the user's wins: {:?}", found(&report));
    // The longest counts, and of equally long ones that which is nearer to the letter.
    let near = r#"[{"term": "brut*", "strength": 3, "category": "puffery"},
        {"term": "widget's", "strength": 1, "category": "puffery"},
        {"term": "widget", "strength": 2, "category": "puffery"}]"#;
    let text = "The brutal regime bought a widget’s end.";
    let report = analyze([Lexicon::from_json("near", near).unwrap()], text);
    let hits: Vec<_> = report.loaded.hits().iter().map(|hit| (hit.span.of(text), hit.strength)).collect();
    assert_eq!(hits, [("brutal regime", 3), ("widget’s", 1)]);
    // A guard does not hide a term of the user's.
    let fool = Lexicon::from_tsv("f", "april fool\tnoun\tpuffery\t1\t-\t-\t-\ta test\n").unwrap();
    assert_eq!(analyze([fool], "An April fool.").loaded.hits().len(), 1);
}

#[test]
fn lists_are_merged_and_thinned() {
    let base = lexicon("weights.tsv");
    let over = Lexicon::from_json("over", r#"{"Kind": 3, "fair": 1}"#).unwrap();
    let merged = base.merge(&over).unwrap();
    assert_eq!(
        entries(&merged),
        [
            "all | Kind | Some(3.0)",
            "all | cruel* | Some(-2.0)",
            "all | fair | Some(1.0)",
            "all | not kind | Some(-1.0)"
        ]
    );
    assert_eq!(merged.sources().len(), 2);
    assert_eq!(entries(&merged.without(&["cruel*", "NOT kind"]).unwrap()).len(), 2);
    assert!(merged.without(&["unkind"]).unwrap_err().to_string().contains("no entry 'unkind'"));
    assert!(base.merge(&lexicon("house.yaml")).is_err());
    let house = lexicon("house.yaml");
    let back = Lexicon::from_tsv("b", "regime\tnoun\tpuffery\t1\t-\t-\t-\tback\n").unwrap();
    let merged = house.merge(&back).unwrap();
    assert_eq!((merged.terms().len(), merged.off().len()), (3, 0));
    assert_eq!(back.merge(&house).unwrap().off().len(), 1);
}

#[test]
fn columns_follow_those_of_the_language() {
    let analyzer = Analyzer::builder().lexicon(lexicon("moods.yaml")).lexicon(lexicon("weights.tsv")).build().unwrap();
    let all = columns_for(&analyzer).unwrap();
    let names: Vec<&str> = all[columns().len()..].iter().map(|column| column.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "moods_calm_deep",
            "moods_calm_deep_share",
            "moods_calm",
            "moods_calm_share",
            "moods_storm",
            "moods_storm_share",
            "weights_all",
            "weights_all_share",
            "weights_all_sum",
            "weights_all_mean"
        ]
    );
    let report = analyzer.analyze("A kind and quiet man.").unwrap();
    let value = |name: &str| all.iter().find(|column| column.name == name).unwrap().value(&report);
    assert_eq!(value("moods_calm_deep"), Value::Count(Some(1)));
    assert_eq!(value("moods_calm_deep_share"), Value::Number(Some(0.2)));
    assert_eq!(value("weights_all_mean"), Value::Number(Some(1.5)));
    let clash = Lexicon::from_json("loaded", r#"{"hedge": ["maybe"]}"#).unwrap();
    let error = columns_for(&Analyzer::builder().lexicon(clash).build().unwrap()).unwrap_err().to_string();
    assert!(error.contains("'loaded_hedge'"), "{error}");
    let twice = Analyzer::builder().lexicon(lexicon("moods.yaml")).lexicon(lexicon("moods.dic")).build();
    assert!(twice.unwrap_err().to_string().contains("another dictionary 'moods'"));
}

#[test]
fn reports_write_dictionaries_in_json() {
    let report = analyze([lexicon("weights.tsv")], "“Kind!” she said.");
    let json = report.to_value(OffsetUnit::CodePoint).unwrap();
    assert_eq!(
        json["dictionaries"]["weights"],
        serde_json::json!({
            "categories": {"all": {"count": 1, "quoted": 1, "share": 1.0 / 3.0, "sum": 1.5, "mean": 1.5}},
            "hits": [{"start": 1, "end": 5, "text": "Kind", "category": "all", "weight": 1.5, "voice": "direct_quote"}],
        })
    );
    assert_eq!(report.lexicons()[0].name, path("weights.tsv").display().to_string());
    let analyzer = Analyzer::builder().language("de".parse().unwrap()).lexicon(lexicon("weights.tsv")).build().unwrap();
    let report = analyzer.analyze("Kind und Kegel.").unwrap();
    assert_eq!(report.dictionaries[0].category("all").unwrap().count, 1, "dictionaries are of any language");
    assert!(!report.has_terms() && report.dictionaries[0].hits().is_empty());
}

/// A slow reading of a dictionary, without a trie, without numbers, without a table of prefixes.
mod naive {
    use super::fold_into;

    fn folded(word: &str) -> String {
        let mut folded = String::new();
        fold_into(word, &mut folded);
        folded
    }

    /// In how many words a pattern fits the beginning of `words`, each way with the liberties that it takes.
    fn fits(pattern: &[&str], words: &[String]) -> Vec<(usize, Vec<usize>)> {
        let Some((first, rest)) = pattern.split_first() else { return vec![(0, Vec::new())] };
        let mut found = Vec::new();
        let mut go_on = |taken: usize, liberty: usize| {
            if taken <= words.len() {
                found.extend(
                    fits(rest, &words[taken..])
                        .into_iter()
                        .map(|(count, liberties)| (count + taken, [vec![liberty], liberties].concat())),
                );
            }
        };
        if *first == "..." {
            (0..=4).for_each(|gap| go_on(gap, 2000 + gap));
            return found;
        }
        let Some(word) = words.first() else { return found };
        if let Some(prefix) = first.strip_suffix('*') {
            if word.starts_with(&folded(prefix)) {
                go_on(1, 1000 - prefix.len());
            }
        } else if *word == folded(first) {
            go_on(1, 0);
        } else if word.strip_suffix("'s") == Some(&folded(first)) {
            go_on(1, 1);
        }
        found
    }

    /// The hits of one category in runs of words: run, first word, number of words, weight.
    pub(super) fn hits(entries: &[(String, f64)], runs: &[Vec<String>]) -> Vec<(usize, usize, usize, f64)> {
        let mut hits = Vec::new();
        for (run, words) in runs.iter().enumerate() {
            let mut at = 0;
            while at < words.len() {
                let reach = &words[at..words.len().min(at + 12)];
                let found = entries.iter().flat_map(|(pattern, weight)| {
                    let pattern: Vec<&str> = pattern.split(' ').collect();
                    fits(&pattern, reach).into_iter().map(move |(count, liberties)| (count, liberties, *weight))
                });
                let best = found.min_by_key(|(count, liberties, _)| (std::cmp::Reverse(*count), liberties.clone()));
                match best {
                    Some((count, _, weight)) => {
                        hits.push((run, at, count, weight));
                        at += count;
                    }
                    None => at += 1,
                }
            }
        }
        hits
    }
}

/// Words of few letters, so that patterns meet texts.
const WORDS: [&str; 10] = ["ta", "tax", "taxes", "cut", "cuts", "cut's", "not", "No", "tax's", "ünder"];

fn pattern() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        5 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
        2 => prop::sample::select(&["t*", "ta*", "tax*", "c*", "cut*", "n*", "Ü*"][..]).prop_map(str::to_owned),
    ];
    let next = prop_oneof![6 => word.clone(), 1 => Just("*".to_owned()), 1 => Just("... cut".to_owned())];
    (word, prop::collection::vec(next, 0..4)).prop_map(|(first, rest)| [vec![first], rest].concat().join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a file holds, it is read or refused; nothing panics.
    #[test]
    fn any_text_is_read_or_refused(text in "[%\\t\\n\\r 12ab*.,;:\"'\\[\\]{}#&!|>?é-]{0,60}", other in any::<String>()) {
        for text in [&text, &other] {
            for format in ["tsv", "csv", "json", "dic", "yaml"] {
                for head in ["", "term,category\n", "term\tweight\n", "%\n1\ta\n%\n", "term,form,strength\n", "- term: "] {
                    if let Ok(lexicon) = read(format, "mine", &format!("{head}{text}")) {
                        prop_assert_eq!(lexicon.entries().count() + lexicon.terms().len() + lexicon.off().len(), lexicon.len());
                    }
                }
            }
        }
    }

    #[test]
    fn matches_equal_a_slow_matcher(
        entries in prop::collection::vec((pattern(), 0..2_usize), 1..12),
        runs in prop::collection::vec(prop::collection::vec(prop::sample::select(&WORDS[..]), 0..16), 1..4),
    ) {
        let mut lists: [BTreeMap<String, (String, f64)>; 2] = [BTreeMap::new(), BTreeMap::new()];
        let mut rows = "term\tcategory\tweight\n".to_owned();
        for (number, (pattern, category)) in entries.iter().enumerate() {
            let weight = number as f64;
            let is_new = !lists[*category].contains_key(&pattern.to_lowercase());
            if is_new {
                lists[*category].insert(pattern.to_lowercase(), (pattern.clone(), weight));
                rows = rows + pattern + &format!("\tc{category}\t{weight}\n");
            }
        }
        let text = runs.iter().map(|run| run.join(" ")).collect::<Vec<_>>().join(", ");
        let lexicon = Lexicon::from_tsv("mine", &rows).unwrap();
        // A language without lists of its own is set up quickly.
        let report = read_as("it", [lexicon], &text);
        let scores = &report.dictionaries[0];
        let runs: Vec<Vec<String>> = runs.iter().map(|run| run.iter().map(|word| {
            let mut folded = String::new();
            fold_into(word, &mut folded);
            folded
        }).collect()).collect();
        for (category, list) in lists.iter().enumerate() {
            let name = format!("c{category}");
            let list: Vec<(String, f64)> = list.values().cloned().collect();
            let slow: Vec<(usize, f64)> =
                naive::hits(&list, &runs).into_iter().map(|(_, _, count, weight)| (count, weight)).collect();
            let fast: Vec<(usize, f64)> = scores
                .hits()
                .iter()
                .filter(|hit| scores.category_of(hit) == name)
                .map(|hit| (hit.span.of(&text).split_whitespace().count(), hit.weight.unwrap()))
                .collect();
            prop_assert_eq!(&fast, &slow, "{} in {:?}", name, text);
            if let Some(score) = scores.category(&name) {
                prop_assert_eq!(score.count as usize, slow.len());
                prop_assert_eq!(score.sum, Some(slow.iter().map(|(_, weight)| weight).sum::<f64>()));
            }
        }
    }
}
