//! The command line and the page, through the real program.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod program;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use connote::{Analyzer, CorpusSample, Lexicon, Resampling, compare, html};
use program::{connote, connote_with, folder, stderr, stdout};
use serde_json::value::RawValue;

/// JSON lines of articles whose ids count up.
fn articles(count: usize) -> String {
    let line = |id: usize| {
        let text = format!("The regime fell on day {id}. {}", "Critics cheered the sham. ".repeat(id % 7));
        format!("{}\n", serde_json::json!({ "id": id, "title": format!("Day {id}"), "text": text }))
    };
    (0..count).map(line).collect()
}

/// The cells of a line as they are written.
fn cells(line: &str) -> BTreeMap<String, String> {
    let row: BTreeMap<String, &RawValue> = serde_json::from_str(line).unwrap();
    row.into_iter().map(|(name, cell)| (name, cell.get().to_owned())).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

#[test]
fn every_way_in_and_out_gives_the_same_table() {
    let dir = folder("ways");
    let jsonl = articles(300);
    std::fs::write(dir.join("a.jsonl"), &jsonl).unwrap();
    std::fs::write(dir.join("bom.jsonl"), format!("\u{FEFF}{}", jsonl.replace('\n', "\r\n"))).unwrap();
    std::fs::write(dir.join("a.jsonl.gz"), gzip(jsonl.as_bytes())).unwrap();
    std::fs::write(dir.join("a.jsonl.zst"), zstd::encode_all(jsonl.as_bytes(), 1).unwrap()).unwrap();
    let columns = "words,flesch_reading_ease,loaded_per_1000,smog_index";
    let ways: &[&[&str]] = &[
        &["a.jsonl"],
        &["a.jsonl", "--threads", "1"],
        &["a.jsonl", "--threads", "2"],
        &["a.jsonl", "--id", "id"],
        &["bom.jsonl"],
        &["a.jsonl.gz"],
        &["a.jsonl.zst"],
        &["*.gz"],
    ];
    let run = |input: &[&str]| {
        let args = [&["score"], input, &["-o", "-", "--columns", columns]].concat();
        stdout(&connote_with(&dir, &args, jsonl.as_bytes()))
    };
    let expected = run(&["-"]);
    let ids: Vec<u64> = expected
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_u64().unwrap())
        .collect();
    assert_eq!(ids, (0..300).collect::<Vec<_>>(), "complete, in the order of the input");
    for way in ways {
        assert_eq!(run(way), expected, "{way:?}");
    }

    let analyzer = Analyzer::new().unwrap();
    for (line, row) in jsonl.lines().zip(expected.lines()) {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let row = cells(row);
        let report = analyzer.analyze(value["text"].as_str().unwrap()).unwrap();
        assert_eq!(row["words"], report.counts.words.to_string());
        assert_eq!(row["flesch_reading_ease"].parse().ok(), report.readability.get("flesch_reading_ease"));
    }
}

#[test]
fn tables_keep_their_numbers_in_each_format() {
    let dir = folder("formats");
    std::fs::write(dir.join("a.jsonl"), articles(50)).unwrap();
    // Texts and titles as a Parquet table come from the program itself: columns pass through.
    stdout(&connote(&dir, &["score", "a.jsonl", "-o", "texts.parquet", "--id", "id,title,text", "--columns", "words"]));
    stdout(&connote(&dir, &["score", "a.jsonl", "-o", "texts.csv", "--id", "id,title,text", "--columns", "words"]));
    let score = |input: &str, output: &str| {
        let args = ["score", input, "-o", output, "--title", "title", "--id", "id"];
        stdout(&connote(&dir, &args));
        std::fs::read(dir.join(output)).unwrap()
    };
    let from_json = score("a.jsonl", "json.jsonl");
    assert_eq!(score("texts.parquet", "parquet.jsonl"), from_json);
    let unquoted = |bytes: &[u8]| {
        let row = |line: &str| cells(&line.replace("\"id\":\"", "\"id\":").replacen("\",", ",", 1));
        String::from_utf8(bytes.to_vec()).unwrap().lines().map(row).collect::<Vec<_>>()
    };
    assert_eq!(unquoted(&score("texts.csv", "csv.jsonl")), unquoted(&from_json));
    assert_eq!(score("texts.parquet", "one.csv"), score("a.jsonl", "two.csv"));
    assert_eq!(score("texts.parquet", "one.parquet"), score("a.jsonl", "two.parquet"));
    assert!(!dir.join("one.parquet.part").exists());

    let rows = std::fs::read_to_string(dir.join("one.csv")).unwrap();
    let mut table = csv::Reader::from_reader(rows.as_bytes());
    let header = table.headers().unwrap().clone();
    assert_eq!(header.len(), 1 + connote::columns().len());
    for (record, line) in table.records().zip(String::from_utf8(from_json).unwrap().lines()) {
        let row = cells(line);
        for (name, cell) in header.iter().zip(&record.unwrap()) {
            assert_eq!(if cell.is_empty() { "null" } else { cell }, row[name], "{name}");
        }
    }
}

#[test]
fn titles_are_headlines() {
    let dir = folder("titles");
    let lines = "{\"title\":\"Regime falls\",\"text\":\"People came.\"}\n{\"title\":null,\"text\":\"People came.\"}\n";
    let args = ["score", "-", "-o", "-", "--title", "title", "--columns", "words,loaded_in_headline"];
    let output = connote_with(&dir, &args, lines.as_bytes());
    assert_eq!(stdout(&output), "{\"words\":4,\"loaded_in_headline\":1}\n{\"words\":2,\"loaded_in_headline\":0}\n");
}

#[test]
fn any_text_is_scored() {
    let dir = folder("texts");
    let long = "a".repeat(1 << 20);
    let cases = [
        ("null", "{\"text\":null}".to_owned(), "null"),
        ("empty", "{\"text\":\"\"}".to_owned(), "0"),
        ("NUL", "{\"text\":\"a\\u0000b\"}".to_owned(), "2"),
        ("line end inside", "{\"text\":\"a\\r\\nb\"}".to_owned(), "2"),
        ("1 MB word", format!("{{\"text\":\"{long}\"}}"), "1"),
        ("the last field counts", "{\"text\":\"a\",\"text\":\"a b\"}".to_owned(), "2"),
        ("other fields of any kind", "{\"x\":[{\"y\":1e99}],\"text\":\"a\"}".to_owned(), "1"),
    ];
    for (name, line, words) in cases {
        let output = connote_with(&dir, &["score", "-", "-o", "-", "--columns", "words"], line.as_bytes());
        assert_eq!(stdout(&output), format!("{{\"words\":{words}}}\n"), "{name}");
    }
}

#[test]
fn an_empty_input_gives_an_empty_table() {
    let dir = folder("empty");
    std::fs::write(dir.join("a.jsonl"), "").unwrap();
    std::fs::write(dir.join("b.csv"), "text,id\n").unwrap();
    for input in ["a.jsonl", "b.csv"] {
        stdout(&connote(&dir, &["score", input, "-o", "out.csv", "--id", "id", "--columns", "words,types"]));
        assert_eq!(std::fs::read_to_string(dir.join("out.csv")).unwrap(), "id,words,types\n", "{input}");
    }
    stdout(&connote(&dir, &["score", "a.jsonl", "-o", "out.parquet", "--id", "text"]));
    stdout(&connote(&dir, &["score", "out.parquet", "-o", "again.csv", "--columns", "words"]));
    assert_eq!(std::fs::read_to_string(dir.join("again.csv")).unwrap(), "words\n");
}

/// Name of a case, name and content of a file, what the error says.
const BAD: &[(&str, &str, &[u8], &str)] = &[
    ("no JSON", "a.jsonl", b"{\"text\":\"a\"}\n{\"text\": oops}\n", "a.jsonl:2:10: not a JSON object: expected value"),
    ("cut off", "a.jsonl", b"{\"text\":\"a\"}\n\n{\"text\":\"b", "a.jsonl:3:10: not a JSON object: EOF"),
    ("array", "a.jsonl", b"{\"text\":\"a\"}\n[1]\n", "a.jsonl:2:1: not a JSON object"),
    ("two objects", "a.jsonl", b"{\"text\":\"a\"}\n{\"text\":\"a\"} x\n", "a.jsonl:2:14: not a JSON object: trailing"),
    (
        "no field",
        "a.jsonl",
        b"{\"text\":\"a\"}\n{\"body\":\"a\",\"id\":1}\n",
        "a.jsonl:2: no field \"text\" (the fields are: body, id)",
    ),
    (
        "number",
        "a.jsonl",
        b"{\"text\":\"a\"}\n{\"text\":7}\n",
        "a.jsonl:2: field \"text\" is a number, where a string or null belongs",
    ),
    ("object", "a.jsonl", b"{\"text\":\"a\"}\n{\"text\":{}}\n", "a.jsonl:2: field \"text\" is an array or object"),
    ("no UTF-8", "a.jsonl", b"{\"text\":\"a\"}\n{\"text\":\"a\xFFb\"}\n", "a.jsonl:2:11: byte 0xFF is no UTF-8"),
    ("lone surrogate", "a.jsonl", b"{\"text\":\"a\"}\n{\"text\":\"\\ud800\"}\n", "a.jsonl:2:"),
    (
        "nested id",
        "a.jsonl",
        b"{\"text\":\"a\"}\n{\"text\":\"a\",\"id\":[1]}\n",
        "a.jsonl:2: field \"id\" is an array or object",
    ),
    ("short row", "a.csv", b"id,text\n1,a\n2\n", "a.csv:3: 1 cells, where the header has 2"),
    (
        "row after lines in quotes",
        "a.csv",
        b"id,text\r\n1,\"a\r\nb\"\r\n2\r\n",
        "a.csv:4: 1 cells, where the header has 2",
    ),
    ("no UTF-8 in CSV", "a.csv", b"id,text\n1,a\n2,\xFF\n", "a.csv:3: column \"text\": byte 0xFF is no UTF-8"),
    ("no UTF-8 in a text", "a.txt", b"one\ntwo \xFF\n", "a.txt:2:5: byte 0xFF is no UTF-8"),
];

#[test]
fn a_bad_row_stops_with_its_place_and_writes_nothing() {
    let dir = folder("bad");
    for (name, file, content, expected) in BAD {
        std::fs::write(dir.join(file), content).unwrap();
        let output = connote(&dir, &["score", file, "-o", "out.jsonl"]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(stderr(&output).contains(expected), "{name}: {}", stderr(&output));
        let left: Vec<_> = std::fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.iter().all(|left| !left.to_string_lossy().starts_with("out")), "{name}: {left:?}");
    }
}

#[test]
fn a_bad_row_is_skipped_counted_and_kept() {
    let dir = folder("skip");
    for (name, file, content, expected) in BAD {
        std::fs::write(dir.join(file), content).unwrap();
        let args = ["score", file, "-o", "out.csv", "--on-error", "skip", "--rejects", "bad", "--columns", "words"];
        let output = connote(&dir, &args);
        assert!(output.status.success(), "{name}: {}", stderr(&output));
        assert!(stderr(&output).contains("1 skipped, see bad"), "{name}: {}", stderr(&output));
        let rows = std::fs::read_to_string(dir.join("out.csv")).unwrap().lines().count();
        assert_eq!(rows, if *name == "no UTF-8 in a text" { 1 } else { 2 }, "{name}");
        let rejects = std::fs::read(dir.join("bad")).unwrap();
        let (reason, row) = rejects.split_at(rejects.iter().position(|&b| b == b'\n').unwrap() + 1);
        assert!(String::from_utf8_lossy(reason).starts_with(&format!("# {expected}")), "{name}");
        assert!(
            content.windows(row.len()).any(|part| part == row) || [content, &b"\n"[..]].concat().ends_with(row),
            "{name}"
        );
        assert!(row.len() > 1, "{name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read_is_skipped_and_every_other_row_kept() {
    let dir = folder("unreadable");
    let cut = |mut bytes: Vec<u8>| {
        bytes.truncate(bytes.len() / 2);
        bytes
    };
    let zstd = zstd::encode_all(&b"text\none\n"[..], 1).unwrap();
    let files: [(&str, &[u8]); 7] = [
        ("a.jsonl", b"{\"text\":\"one\"}\n"),
        ("b.jsonl.gz", &cut(gzip(articles(2000).as_bytes()))),
        ("c.csv.zst", &cut(zstd)),
        ("d.parquet", b"PAR1 no more"),
        ("e.csv", b"text\none two\n"),
        ("g.jsonl.gz", b"no gzip"),
        ("h.txt", b"one two three"),
    ];
    std::fs::create_dir(dir.join("in")).unwrap();
    for (name, content) in files {
        std::fs::write(dir.join("in").join(name), content).unwrap();
    }
    // Can be opened; reading it fails, whoever reads.
    std::os::unix::fs::symlink("/proc/self/mem", dir.join("in/f.txt")).unwrap();
    let args = ["score", "in", "-o", "out.csv", "--columns", "words"];
    let output = connote(&dir, &[&args[..], &["--on-error", "skip"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stderr(&output).contains("5 skipped, see out.csv.rejects"), "{}", stderr(&output));
    let rejects = std::fs::read_to_string(dir.join("out.csv.rejects")).unwrap();
    let files: Vec<&str> = rejects.lines().map(|line| line.split_once(": ").unwrap().0).collect();
    assert!(files[0].starts_with("# in/b.jsonl.gz:"), "{rejects}");
    assert!(files[1].starts_with("# in/c.csv.zst"), "{rejects}");
    assert_eq!(files[2..], ["# in/d.parquet", "# in/f.txt", "# in/g.jsonl.gz:1"], "{rejects}");
    let rows = std::fs::read_to_string(dir.join("out.csv")).unwrap();
    let rows: Vec<&str> = rows.lines().collect();
    assert_eq!((rows[..2].to_vec(), &rows[rows.len() - 2..]), (vec!["id,words", ",1"], &[",2", ",3"][..]));
    assert!(rows.len() > 500, "what could be read of the cut file is kept: {}", rows.len());
    // Otherwise the first of them is an error.
    let output = connote(&dir, &args);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains(files[0].trim_start_matches("# ")), "{}", stderr(&output));
    assert!(!dir.join("out.csv.part").exists());
    // A table of nothing that could be read is still one.
    let args = ["score", "in/d.parquet", "-o", "none.csv", "--on-error", "skip", "--columns", "words"];
    stdout(&connote(&dir, &args));
    assert_eq!(std::fs::read_to_string(dir.join("none.csv")).unwrap(), "words\n");
}

#[test]
fn articles_are_grouped() {
    let dir = folder("groups");
    let rows: &[(&str, i64, Option<&str>)] = &[
        ("Post", 2020, Some("One two three. Four.")),
        ("Echo", 2020, Some("One.")),
        ("Post", 2021, Some("")),
        ("Post", 2020, Some("One two.")),
        ("Post", 2020, None),
        ("Echo", 2020, Some("One two three four.")),
    ];
    let line = |&(outlet, year, text): &(&str, i64, Option<&str>)| {
        format!("{}\n", serde_json::json!({ "outlet": outlet, "year": year, "text": text }))
    };
    std::fs::write(dir.join("a.jsonl"), rows.iter().map(line).collect::<Vec<_>>().concat()).unwrap();
    let columns = "words,mean_sentence_length";
    let args = ["score", "a.jsonl", "--columns", columns, "--group-by", "outlet,year"];
    for threads in ["1", "2"] {
        let table = stdout(&connote(&dir, &[&args[..], &["-o", "-", "--threads", threads]].concat()));
        let expected = "{\"outlet\":\"Echo\",\"year\":2020,\"texts\":2,\"words\":5,\"mean_sentence_length_mean\":2.5,\
                        \"mean_sentence_length_sd\":2.1213203435596424}\n\
                        {\"outlet\":\"Post\",\"year\":2020,\"texts\":2,\"words\":6,\"mean_sentence_length_mean\":2.0,\
                        \"mean_sentence_length_sd\":0.0}\n\
                        {\"outlet\":\"Post\",\"year\":2021,\"texts\":1,\"words\":0,\"mean_sentence_length_mean\":null,\
                        \"mean_sentence_length_sd\":null}\n";
        assert_eq!(table, expected);
    }
    let shown = connote(&dir, &args);
    assert_eq!(
        stdout(&shown).lines().collect::<Vec<_>>(),
        [
            "outlet, year        texts        words  mean_sentence_length",
            "Echo, 2020              2            5                  2.50",
            "Post, 2020              2            6                  2.00",
            "Post, 2021              1            0                     –",
        ]
    );
    let all = stdout(&connote(&dir, &["score", "a.jsonl", "--group-by", "outlet"]));
    assert!(all.lines().all(|line| line.chars().count() <= 80) && all.contains("columns more"), "{all}");
    let cases: [(&[&str], &str); 4] = [
        (&["--group-by", "paper"], "no row has a field \"paper\""),
        (&["--group-by", "outlet,outlet"], "\"outlet\" stands there twice"),
        (&["--group-by", "outlet", "--resume"], "cannot be used with"),
        (&["--group-by", "outlet", "-o", "a.xls"], "a.xls: its ending says no format"),
    ];
    for (more, expected) in cases {
        let output = connote(&dir, &[&["score", "a.jsonl"], more].concat());
        assert!(!output.status.success() && stderr(&output).contains(expected), "{more:?}: {}", stderr(&output));
    }
}

#[test]
fn wrong_arguments_say_what_would_be_right() {
    let dir = folder("arguments");
    std::fs::write(dir.join("a.jsonl"), articles(2)).unwrap();
    std::fs::write(dir.join("a.csv"), "body\nx\n").unwrap();
    std::fs::write(dir.join("a.doc"), "x").unwrap();
    std::fs::write(dir.join("cut.jsonl.gz"), &gzip(articles(500).as_bytes())[..200]).unwrap();
    let cases: &[(&[&str], i32, &str)] = &[
        (&[], 2, "Usage"),
        (&["score", "a.jsonl"], 2, "--output"),
        (&["score", "a.jsonl", "-o", "x.txt"], 1, ".parquet, .jsonl or .csv"),
        (&["score", "none.jsonl", "-o", "x.csv"], 1, "none.jsonl: No such file"),
        (&["score", "a.doc", "-o", "x.csv"], 1, "a.doc: its ending says no format"),
        (&["score", "a.csv", "-o", "x.csv"], 1, "a.csv:1: no column \"text\" (the columns are: body)"),
        (&["score", "a.jsonl", "-o", "x.csv", "--columns", "flesch"], 1, "like it: flesch_reading_ease"),
        (&["score", "a.jsonl", "-o", "x.csv", "--id", "idd"], 1, "no row has a field \"idd\""),
        (&["score", "a.jsonl", "-o", "x.csv", "--id", "words"], 1, "\"words\" is the name of a score"),
        (&["score", "a.jsonl", "-o", "x.csv", "--threads", "0"], 2, "--threads"),
        (&["score", "cut.jsonl.gz", "-o", "x.csv"], 1, "cut.jsonl.gz:"),
        (&["score", "a.jsonl", "-o", "no/x.csv"], 1, "no/x.csv.part: No such file"),
        (&["report", "none.txt"], 1, "none.txt: No such file"),
        (
            &["report", "a.csv", "--language", "tlh"],
            2,
            "'tlh' is not known; known are en (English), ar (Arabic), de (German)",
        ),
        (&["score", "a.jsonl", "-o", "x.csv", "--language", "tlh"], 2, "uk (Ukrainian)"),
        (&["score", "a.jsonl", "-o", "x.csv", "--columns", "fog_pl"], 1, "(`connote columns` lists all)"),
        (
            &["score", "a.jsonl", "-o", "x.csv", "--columns", "gunning_fog", "--language", "pl"],
            1,
            "(`connote columns --language pl` lists all)",
        ),
    ];
    for (args, code, expected) in cases {
        let output = connote(&dir, args);
        assert_eq!(output.status.code(), Some(*code), "{args:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(expected), "{args:?}: {}", stderr(&output));
    }
    assert_eq!(std::fs::read_dir(&dir).unwrap().count(), 4, "nothing is left behind");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let dir = folder("full");
    std::fs::write(dir.join("a.jsonl"), articles(2000)).unwrap();
    std::os::unix::fs::symlink("/dev/full", dir.join("out.csv")).unwrap();
    let output = connote(&dir, &["score", "a.jsonl", "-o", "out.csv"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("No space left"), "{}", stderr(&output));
}

#[expect(clippy::format_collect, reason = "a few thousand lines")]
#[test]
fn ids_keep_what_they_are() {
    let dir = folder("ids");
    let cases: &[(&str, &[&str], &[&str])] = &[
        ("whole", &["1", "-7", "null"], &["1", "-7", "null"]),
        ("fractions", &["1", "2.5"], &["1.0", "2.5"]),
        ("flags", &["true", "false"], &["true", "false"]),
        ("text", &["\"=1+1\"", "\"a\\\"b\\n\""], &["\"=1+1\"", "\"a\\\"b\\n\""]),
        ("beyond 64 bits", &["18446744073709551616", "2"], &["\"18446744073709551616\"", "\"2\""]),
        ("mixed", &["1", "\"a\""], &["\"1\"", "\"a\""]),
    ];
    for (name, values, expected) in cases {
        let lines: String = values.iter().map(|value| format!("{{\"text\":\"\",\"id\":{value}}}\n")).collect();
        let output = connote_with(&dir, &["score", "-", "-o", "-", "--columns", "words"], lines.as_bytes());
        let rows: String = expected.iter().map(|value| format!("{{\"id\":{value},\"words\":0}}\n")).collect();
        assert_eq!(stdout(&output), rows, "{name}");
    }
}

#[test]
fn a_folder_of_texts_is_read_in_order() {
    let dir = folder("texts-folder");
    std::fs::create_dir_all(dir.join("news/b")).unwrap();
    for (name, text) in [("c.txt", "one two three"), ("a.txt", "\u{FEFF}one"), ("b/x.txt", "one two"), ("b/x.pdf", "")]
    {
        std::fs::write(dir.join("news").join(name), text).unwrap();
    }
    let expected = "{\"file\":\"news/a.txt\",\"words\":1}\n{\"file\":\"news/b/x.txt\",\"words\":2}\n{\"file\":\"news/c.txt\",\"words\":3}\n";
    assert_eq!(stdout(&connote(&dir, &["score", "news", "-o", "-", "--columns", "words"])), expected);
    assert_eq!(stdout(&connote(&dir, &["score", "news/**/*.txt", "-o", "-", "--columns", "words"])), expected);
}

#[test]
fn pages_are_read_as_their_prose() {
    let dir = folder("pages");
    std::fs::create_dir(dir.join("news")).unwrap();
    let page = "<!DOCTYPE html><title>Regime falls</title><nav>Home News</nav><h1>Regime falls</h1>\n\
                <p>It&rsquo;s <b>over</b>.<script>let words = \"many\";</script><p>Critics\n cheered.";
    std::fs::write(dir.join("news/a.html"), page).unwrap();
    std::fs::write(dir.join("news/b.txt"), "Regime falls\n\nIt’s over.\n\nCritics cheered.").unwrap();
    let columns = "words,characters,sentences,loaded_in_headline,flesch_kincaid_grade";
    let table = stdout(&connote(&dir, &["score", "news", "-o", "-", "--columns", columns]));
    let (page, text) = table.split_once('\n').unwrap();
    assert_eq!(page.replace("a.html", "b.txt"), text.trim_end());
    assert!(page.starts_with("{\"file\":\"news/a.html\",\"words\":6,"), "{page}");
    // A comment for `connote lint` that cannot be followed is an error here, too.
    std::fs::write(dir.join("news/c.html"), "<p>a</p>\n<!-- connote: of -->").unwrap();
    let output = connote(&dir, &["score", "news", "-o", "out.csv"]);
    assert!(stderr(&output).contains("news/c.html:2:1: a comment asks connote for \"of\""), "{}", stderr(&output));
}

#[test]
fn the_report_fits_the_terminal_and_is_plain_in_a_pipe() {
    let dir = folder("report");
    let text = "Regime slams “so-called” critics\n\nThe illicit regime said: “You bully the innocent.” It was a horrific disaster.\n";
    std::fs::write(dir.join("a.txt"), text).unwrap();
    for columns in ["20", "60", "80", "400"] {
        let output = Command::new(env!("CARGO_BIN_EXE_connote"))
            .args(["report", "a.txt"])
            .current_dir(&dir)
            .env("COLUMNS", columns)
            .output()
            .unwrap();
        let report = stdout(&output);
        let limit = columns.parse::<usize>().unwrap().clamp(60, 100);
        assert!(report.lines().all(|line| console::measure_text_width(line) <= limit), "{columns}: {report}");
        assert!(!report.contains('\u{1B}'));
        for expected in
            ["Readability", "Words", "Sentiment", "Loaded wording", "Quotations", "3:13 ●●○ regime", "regime"]
        {
            assert!(report.contains(expected), "{columns}: {expected} in {report}");
        }
    }
    let json: serde_json::Value =
        serde_json::from_str(&stdout(&connote(&dir, &["report", "a.txt", "--json"]))).unwrap();
    assert_eq!(json["headline"]["text"], "Regime slams “so-called” critics");
    stdout(&connote(&dir, &["report", "a.txt", "-o", "a.html"]));
    assert!(std::fs::read_to_string(dir.join("a.html")).unwrap().starts_with("<!DOCTYPE html>"));
    let piped = connote_with(&dir, &["report", "-", "--title", "Sham"], b"");
    assert!(stdout(&piped).starts_with("Sham\n1 word"), "{}", stdout(&piped));
}

#[test]
fn the_list_of_columns_is_the_registry() {
    let listed = stdout(&connote(&folder("columns"), &["columns", "--tsv"]));
    let names: Vec<&str> = listed.lines().skip(1).map(|line| line.split('\t').next().unwrap()).collect();
    let known = connote::columns().iter().chain(connote::lists());
    assert_eq!(names, known.map(|column| column.name.as_str()).collect::<Vec<_>>());
    let version = stdout(&connote(&folder("version"), &["--version"]));
    assert_eq!(version, format!("connote {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn other_languages_have_their_own_numbers() {
    let dir = folder("languages");
    let text = "Die Sonne scheint heute. Alle Leute freuen sich sehr darüber.";
    std::fs::write(dir.join("a.txt"), text).unwrap();
    std::fs::write(dir.join("a.jsonl"), serde_json::json!({ "text": text }).to_string()).unwrap();
    let german = Analyzer::builder().language("de".parse().unwrap()).build().unwrap();
    let amstad = german.analyze(text).unwrap().readability.get("flesch_de_amstad").unwrap();

    let json = stdout(&connote(&dir, &["report", "a.txt", "--json", "--language", "de"]));
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&report["language"], &report["sentiment"]), (&"de".into(), &serde_json::Value::Null));
    assert_eq!(report["readability"]["flesch_de_amstad"].as_f64(), Some(amstad), "{report}");
    for args in
        [&["report", "a.txt", "--language", "German"][..], &["report", "a.txt", "--html", "--language", "de-AT"]]
    {
        let shown = stdout(&connote(&dir, args));
        assert!(shown.contains("Amstad") && !shown.contains("VADER") && !shown.contains("Loaded"), "{shown}");
    }

    let args = ["score", "a.jsonl", "-o", "-", "--language", "de", "--columns", "words,flesch_de_amstad"];
    let row: serde_json::Value = serde_json::from_str(&stdout(&connote(&dir, &args))).unwrap();
    assert_eq!((row["words"].as_u64(), row["flesch_de_amstad"].as_f64()), (Some(10), Some(amstad)));
    let listed = stdout(&connote(&dir, &["columns", "--language", "de", "--tsv"]));
    assert!(listed.contains("\nflesch_de_amstad\t") && !listed.contains("\ngunning_fog\t"));
}

#[test]
fn hostile_text_stays_text() {
    let analyzer = Analyzer::new().unwrap();
    let hostile =
        "<script>alert(1)</script> \"onload='x'\" & <img src=x onerror=y> regime </style></article><!-- \0\u{1B}";
    let titled = analyzer.analyze_titled("</title><script>alert(2)</script> regime", hostile).unwrap();
    let entry = "regime\tnoun\teuphemism\t2\t<img src=x>\t-\t-\t<script>alert(3)</script>\n";
    let own = Lexicon::from_tsv("<img src=x>\0", entry).unwrap();
    let noting = Analyzer::builder().lexicon(own).build().unwrap();
    let noted = noting.analyze_titled("</title><script>alert(2)</script> regime", hostile).unwrap();
    assert!(noted.loaded.hits().iter().any(|hit| noted.loaded.neutral(hit) == Some("<img src=x>")));
    let mut sample = CorpusSample::new(&analyzer).unwrap();
    sample.add(&titled).unwrap();
    let comparison = compare(&sample, &sample, Resampling::default()).unwrap();
    assert!(comparison.sentences[0].iter().any(|telling| telling.sentence.contains('<')));
    let compared = html::comparison(&comparison, ["<img src=x>", "a\"onload='y'\0"]);
    for html in [html::page(&titled), html::fragment(&titled), html::page(&noted), compared] {
        for tag in ["<script", "<img", "<!-- ", "\0", "\u{1B}"] {
            assert!(!html.contains(tag), "{tag:?}");
        }
        assert_eq!(html.matches("</style>").count(), 1);
        assert!(html.matches("regime</span><span class=\"tip\"").count() == 2 || html.contains(">regime</mark>"));
        for word in ["http:", "https:", "url(", "@import", "<link"] {
            assert!(!html.contains(word), "{word:?} would ask the network");
        }
        for tag in ["mark", "span", "p", "div", "h2", "small"] {
            let count = |pattern: String| html.matches(&pattern).count();
            let opened = count(format!("<{tag}>")) + count(format!("<{tag} "));
            assert_eq!(opened, count(format!("</{tag}>")), "<{tag}>");
        }
    }
}

/// Counts a corpus in eight parts and at once.
#[test]
fn words_of_parts_are_those_of_the_whole() {
    let dir = folder("words_parts");
    // Eight thousand words and more that occur once: too much for the half megabyte that a thread has below.
    let line = |id: usize| {
        let text = format!("The regime fell on day{id}. “Our {}th case{id} failed,” critics{id} cheered.", id % 90);
        serde_json::json!({ "title": format!("Day {id}"), "text": text }).to_string()
    };
    let lines: Vec<String> = (0..4000).map(line).collect();
    std::fs::write(dir.join("all.jsonl"), lines.join("\n")).unwrap();
    for settings in [&["-n", "1"][..], &["-n", "2", "--skip", "1", "--stop-words"], &["--voices", "own", "--stem"]] {
        let count = |name: &str, more: &[&str]| {
            let save = format!("{name}.freq");
            let args = [&["words", name, "--title", "title", "--save", &save], settings, more].concat();
            assert_eq!(stdout(&connote(&dir, &args)), "", "what is saved is not shown");
            save
        };
        let whole = std::fs::read(dir.join(count("all.jsonl", &[]))).unwrap();
        count("all.jsonl", &["--memory", "1", "--threads", "2"]);
        assert!(std::fs::read(dir.join("all.jsonl.freq")).unwrap() == whole);
        let mut parts: Vec<String> = Vec::new();
        for (part, lines) in lines.chunks(500).enumerate() {
            let name = format!("{part}.jsonl");
            std::fs::write(dir.join(&name), lines.join("\n")).unwrap();
            parts.push(count(&name, &[]));
        }
        assert_eq!(parts.len(), 8);
        for memory in ["512", "1"] {
            let inputs: Vec<&str> = parts.iter().map(String::as_str).collect();
            let args = [&["words", "--merge", "--save", "merged.freq", "--memory", memory], &inputs[..]].concat();
            stdout(&connote(&dir, &args));
            assert!(std::fs::read(dir.join("merged.freq")).unwrap() == whole);
            parts.rotate_left(3);
        }
    }
}

#[test]
fn words_are_written_by_frequency() {
    let dir = folder("words_formats");
    std::fs::write(dir.join("a.jsonl"), articles(20)).unwrap();
    let jsonl = stdout(&connote(&dir, &["words", "a.jsonl", "-o", "-"]));
    let rows: Vec<BTreeMap<String, String>> = jsonl.lines().map(cells).collect();
    let counts: Vec<u64> = rows.iter().map(|row| row["count"].parse().unwrap()).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b));
    assert_eq!((rows[0]["key"].as_str(), counts[0], rows[0]["documents"].as_str()), ("\"the\"", 77, "20"));
    let tokens: u64 = counts.iter().sum();
    let per_million: f64 = rows[0]["per_million"].parse().unwrap();
    assert!((per_million - 77e6 / tokens as f64).abs() < 1e-9);
    // Within the limits, and the first of these.
    let args = ["words", "a.jsonl", "-o", "some.csv", "--min-count", "2", "--max-documents", "19", "--top", "3"];
    stdout(&connote(&dir, &args));
    let csv = std::fs::read_to_string(dir.join("some.csv")).unwrap();
    let keys: Vec<&str> = csv.lines().map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(keys, ["key", "cheered", "critics", "sham"]);
    // The table of one file format is that of the other.
    stdout(&connote(&dir, &["words", "a.jsonl", "-o", "all.parquet", "--save", "all.freq"]));
    assert_eq!(stdout(&connote(&dir, &["words", "--merge", "all.freq", "-o", "-"])), jsonl);
    let shown = connote(&dir, &["words", "a.jsonl", "--top", "1"]);
    assert_eq!(stdout(&shown).lines().last().unwrap().split_whitespace().last(), Some("the"));
    assert!(stderr(&shown).contains("20 documents"), "{}", stderr(&shown));
    // Nothing to count is a table with columns and without rows.
    std::fs::write(dir.join("empty.jsonl"), "").unwrap();
    stdout(&connote(&dir, &["words", "empty.jsonl", "-o", "empty.csv"]));
    assert_eq!(std::fs::read_to_string(dir.join("empty.csv")).unwrap(), "key,count,documents,per_million,zipf\n");
}

#[test]
fn words_read_what_score_reads() {
    let dir = folder("words_inputs");
    let jsonl = articles(30);
    std::fs::write(dir.join("a.jsonl.gz"), gzip(jsonl.as_bytes())).unwrap();
    stdout(&connote_with(&dir, &["score", "-", "-o", "a.csv", "--id", "text", "--columns", "words"], jsonl.as_bytes()));
    stdout(&connote_with(&dir, &["score", "-", "-o", "a.parquet", "--id", "text"], jsonl.as_bytes()));
    std::fs::create_dir(dir.join("texts")).unwrap();
    for (number, line) in jsonl.lines().enumerate() {
        let text: String = serde_json::from_str(&cells(line)["text"]).unwrap();
        std::fs::write(dir.join(format!("texts/{number}.txt")), text).unwrap();
    }
    let expected = stdout(&connote_with(&dir, &["words", "-", "-o", "-"], jsonl.as_bytes()));
    for input in ["a.jsonl.gz", "a.csv", "a.parquet", "texts"] {
        assert_eq!(stdout(&connote(&dir, &["words", input, "-o", "-"])), expected, "{input}");
    }
}

#[test]
fn wrong_words_say_what_would_be_right() {
    let dir = folder("words_wrong");
    std::fs::write(dir.join("a.jsonl"), articles(3)).unwrap();
    std::fs::write(dir.join("bad.jsonl"), "{\"text\": \"a\"}\n{\"text\": 3}\n").unwrap();
    stdout(&connote(&dir, &["words", "a.jsonl", "--save", "words.freq"]));
    stdout(&connote(&dir, &["words", "a.jsonl", "-n", "2", "--save", "pairs.freq"]));
    let saved = std::fs::read(dir.join("words.freq")).unwrap();
    std::fs::write(dir.join("cut.freq"), &saved[..saved.len() / 2]).unwrap();
    for (args, message) in [
        (
            &["words", "--merge", "words.freq", "pairs.freq"][..],
            "pairs.freq: they count differently (n: 1 here, 2 there)",
        ),
        (&["words", "--merge", "words.freq", "cut.freq"], "cut.freq: the table is cut off after byte"),
        (&["words", "--merge", "words.freq", "a.jsonl"], "a.jsonl: no saved frequency table"),
        (&["words", "--merge", "absent.freq"], "absent.freq"),
        (&["words", "--merge", "-n", "2", "words.freq"], "cannot be used with"),
        (&["words", "a.jsonl", "-n", "9"], "n: 9 where 1 to 5 words belong"),
        (&["words", "a.jsonl", "--case", "upper"], "known are fold, keep_acronyms"),
        (&["words", "a.jsonl", "--stop-words=absent.txt"], "absent.txt"),
        (&["words", "a.jsonl", "--stop-words", "--language", "de"], "there is no list for"),
        (&["words", "bad.jsonl", "--save", "bad.freq"], "bad.jsonl:2"),
        (&["words", "a.jsonl", "-o", "words.xls"], "words.xls"),
    ] {
        let output = connote(&dir, args);
        assert!(!output.status.success() && stderr(&output).contains(message), "{args:?}: {}", stderr(&output));
    }
    assert!(!dir.join("bad.freq").exists() && !dir.join("bad.freq.part").exists());
    // Skipped rows are kept beside what is written.
    let output = connote(&dir, &["words", "bad.jsonl", "--save", "good.freq", "--on-error", "skip"]);
    assert!(stderr(&output).contains("1 skipped, see good.freq.rejects"), "{}", stderr(&output));
}

/// A file of the tests' own lexicons.
fn lexicon(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/lexicons").join(name).display().to_string()
}

#[test]
fn own_lexicons_add_columns_and_sections() {
    let dir = folder("own-lexicons");
    std::fs::write(dir.join("a.jsonl"), "{\"id\": 1, \"text\": \"Kind widget pushers were at ease.\"}\n").unwrap();
    std::fs::write(dir.join("a.txt"), "Kind widget pushers were at ease.\n").unwrap();
    let (moods, weights, house) = (lexicon("moods.dic"), lexicon("weights.tsv"), lexicon("house.yaml"));
    let own = ["--lexicon", &moods, "--lexicon", &weights, "--lexicon", &house];
    let score = |columns| [&["score", "a.jsonl", "-o", "-", "--columns", columns][..], &own].concat();
    let output = connote(&dir, &score("moods_calm_deep,weights_all_sum,loaded_name_calling"));
    let row = cells(&stdout(&output));
    assert_eq!([&row["moods_calm_deep"], &row["weights_all_sum"], &row["loaded_name_calling"]], ["1", "1.5", "1"]);
    let output = connote(&dir, &score("moods_calm_deap"));
    assert!(!output.status.success() && stderr(&output).contains("no column is named"), "{}", stderr(&output));
    let columns = connote(&dir, &[&["columns", "--tsv"][..], &own].concat());
    assert!(
        stdout(&columns).contains("moods_storm_share\tnumber\tshare\thits of category storm of moods, over all words")
    );
    let report = [&["report", "a.txt", "--hits"][..], &own].concat();
    let text = stdout(&connote(&dir, &report));
    for part in [
        "moods  1 hit",
        "calm.deep                     1 16.7 % of words, 0 quoted",
        "sum 1.5, mean 1.50",
        "1:26 calm.deep",
    ] {
        assert!(text.contains(part), "{part}:\n{text}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&stdout(&connote(&dir, &[&report[..], &["--json"]].concat()))).unwrap();
    assert_eq!(json["dictionaries"]["moods"]["hits"][0]["text"], "at ease");
}

#[test]
fn lexicons_are_checked_listed_and_explained() {
    let dir = folder("lexicon");
    std::fs::write(dir.join("wrong.csv"), "term,category\n*able,bad\nkind,good\nkind,good\n").unwrap();
    std::fs::write(dir.join("faces.csv"), "term,category\n:),good\nkind,good\n").unwrap();
    let right = connote(&dir, &["lexicon", "check", &lexicon("moods.yaml"), &lexicon("house.yaml"), "faces.csv"]);
    let text = stdout(&right);
    assert!(text.contains("moods.yaml: 8 entries in 3 categories\n"), "{text}");
    assert!(text.contains("house.yaml: 2 loaded terms, 1 off\n"), "{text}");
    assert!(stderr(&right).contains("warning: faces.csv, line 2: ':)' holds no word; left out"), "{}", stderr(&right));
    let wrong = connote(&dir, &["lexicon", "check", "wrong.csv", "faces.csv"]);
    assert_eq!(wrong.status.code(), Some(1));
    let text = String::from_utf8(wrong.stdout).unwrap();
    assert!(text.contains("wrong.csv, line 2: ") && text.contains("wrong.csv, line 4: 'kind' stands twice"), "{text}");
    assert!(text.contains("faces.csv: 1 entry in 1 category"), "{text}");

    // What is listed can be read again.
    for (from, to) in [("moods.dic", "moods.tsv"), ("norms.csv", "norms.tsv"), ("house.yaml", "house.tsv")] {
        let table = stdout(&connote(&dir, &["lexicon", "list", &lexicon(from)]));
        std::fs::write(dir.join(to), &table).unwrap();
        assert_eq!(stdout(&connote(&dir, &["lexicon", "list", to])), table, "{from}");
    }
    let hedges = stdout(&connote(&dir, &["lexicon", "list", "--category", "hedge"]));
    assert!(hedges.lines().count() > 20 && hedges.lines().skip(1).all(|line| line.contains("\thedge\t")), "{hedges}");
    let none = connote(&dir, &["lexicon", "list", "--category", "hegde"]);
    assert!(!none.status.success() && stderr(&none).contains("there are absolutism, certainty"), "{}", stderr(&none));

    let own = ["--lexicon", &lexicon("house.yaml"), "--lexicon", &lexicon("weights.tsv")];
    let explain = |term| [&["lexicon", "explain", term][..], &own].concat();
    let text = stdout(&connote(&dir, &explain("Regimes")));
    for part in
        ["regime ●●○ contentious label", "(does not count)", "taken out by: ", "house.yaml", "forms    regime, regimes"]
    {
        assert!(text.contains(part), "{part}:\n{text}");
    }
    let text = stdout(&connote(&dir, &explain("regime")));
    assert!(text.contains("inside of: ") && text.contains("guarded in: ") && text.contains("beauty regime"), "{text}");
    let text = stdout(&connote(&dir, &explain("not kind")));
    for part in
        ["no loaded term", "weights: all, -1 (not kind)", "kind: 1 syllable, Dale-Chall familiar", "not: ", "stop word"]
    {
        assert!(text.contains(part), "{part}:\n{text}");
    }
    let text = stdout(&connote(&dir, &explain("flip-flopping")));
    assert!(text.contains("flip-flop*"), "{text}");
    let json = stdout(&connote(&dir, &[&explain("claimed")[..], &["--json"]].concat()));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["verbs"][0]["verb"], "claim");
    assert!(!connote(&dir, &["lexicon", "explain", "!!"]).status.success());
}

#[test]
fn two_corpora_are_compared() {
    let dir = folder("compare");
    let lines = |texts: &[&str]| {
        let line = |text: &&str| serde_json::json!({ "headline": "News", "text": text }).to_string();
        texts.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    std::fs::write(dir.join("calm.jsonl"), lines(&["The council met on Monday.", "The council voted."])).unwrap();
    std::fs::write(dir.join("loud.jsonl"), lines(&["The regime crushed them.", "Cronies looted it."])).unwrap();
    let args = ["compare", "calm.jsonl", "loud.jsonl", "--title", "headline"];
    let shown = stdout(&connote(&dir, &args));
    let own = shown.lines().find(|line| line.starts_with("own ")).unwrap();
    assert_eq!(own.split_whitespace().nth(1), Some("0.0"), "{shown}");
    assert!(shown.contains("none that is surer than chance"), "{shown}");
    assert!(own.ends_with("−1.00") && own.contains('*'), "{own}");
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
    let mut narrow = Command::new(env!("CARGO_BIN_EXE_connote"));
    let narrow = narrow.args(args).current_dir(&dir).env("COLUMNS", "60").output().unwrap();
    let narrow = stdout(&narrow);
    assert!(narrow.lines().all(|line| line.chars().count() <= 60), "{narrow}");
    assert!(narrow.lines().any(|line| line.starts_with("contentious label own ") && line.contains('*')), "{narrow}");
    let page = stdout(&connote(&dir, &[&args[..], &["--html"]].concat()));
    assert!(page.contains("<title>calm and loud") && page.contains(">regime</mark>"), "{page}");
    let json: serde_json::Value =
        serde_json::from_str(&stdout(&connote(&dir, &[&args[..], &["-o", "-"]].concat()))).unwrap();
    assert_eq!(json["key_words"][0]["word"], "council");
    assert_eq!(json["texts"], serde_json::json!([2, 2]));
    assert_eq!(json["connote"], env!("CARGO_PKG_VERSION"));
    let report = Analyzer::new().unwrap().analyze("").unwrap();
    assert_eq!(json["lexicons"], serde_json::to_value(report.lexicons()).unwrap());
    assert!(report.lexicons().iter().all(|source| page.contains(&source.sha256)), "{page}");
    let named = |name: &str| json["measures"].as_array().unwrap().iter().find(|row| row["name"] == name).unwrap();
    assert_eq!(named("loaded_own")["effect"], -1.0);
    let none = connote(&dir, &["compare", "calm.jsonl", "loud.jsonl", "--text", "body"]);
    assert!(stderr(&none).contains("body"), "{}", stderr(&none));
}

#[test]
fn lists_are_written_on_demand() {
    let dir = folder("lists");
    std::fs::write(dir.join("a.jsonl"), articles(3)).unwrap();
    let names: Vec<&str> = connote::lists().iter().map(|column| column.name.as_str()).collect();
    let columns = format!("words,{}", names.join(","));
    let args = ["score", "a.jsonl", "--title", "title", "-o", "-", "--columns", &columns];
    let analyzer = Analyzer::new().unwrap();
    for (line, article) in stdout(&connote(&dir, &args)).lines().zip(articles(3).lines()) {
        let (row, article): (serde_json::Value, serde_json::Value) =
            (serde_json::from_str(line).unwrap(), serde_json::from_str(article).unwrap());
        let part = |name: &str| article[name].as_str().unwrap();
        let report = analyzer.analyze_titled(part("title"), part("text")).unwrap();
        let report = report.to_value(connote::OffsetUnit::CodePoint).unwrap();
        assert_eq!(row["hit_list"], report["loaded"]["hits"]);
        assert_eq!(row["quotation_list"], report["quotations"]);
        assert_eq!(row["frequency_list"], report["frequency"]["words"]);
        assert_eq!(
            row["sentence_list"].as_array().unwrap().len(),
            report["sentiment"]["sentences"].as_array().unwrap().len()
        );
    }
    for (output, option, reason) in [
        ("a.csv.gz", "--id", "\"hit_list\" is a list: CSV has no place for it; write .parquet or .jsonl"),
        ("a.parquet", "--group-by", "\"hit_list\" is a list: groups have sums and means of numbers only"),
    ] {
        let output = connote(&dir, &["score", "a.jsonl", "-o", output, option, "id", "--columns", "words,hit_list"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(reason), "{}", stderr(&output));
    }
    assert!(!dir.join("a.csv.gz").exists() && !dir.join("a.csv.gz.part").exists());
}

#[test]
fn shells_and_man_know_every_command() {
    let dir = folder("shells");
    let commands = ["report", "score", "words", "compare", "lint", "columns", "lexicon", "completions", "man"];
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = stdout(&connote(&dir, &["completions", shell]));
        assert!(commands.iter().all(|command| script.contains(command)) && script.contains("group-by"), "{shell}");
    }
    std::fs::write(dir.join("connote.bash"), stdout(&connote(&dir, &["completions", "bash"]))).unwrap();
    let asked = "COMP_WORDS=(connote score --gro); COMP_CWORD=2; _connote connote --gro score; echo $COMPREPLY";
    let bash = ["-ec", &format!("source connote.bash; {asked}")];
    let completed = Command::new("bash").args(bash).current_dir(&dir).output().unwrap();
    assert_eq!(stdout(&completed), "--group-by\n");
    stdout(&connote(&dir, &["man", "man1"]));
    for command in commands {
        let page = std::fs::read_to_string(dir.join(format!("man1/connote-{command}.1"))).unwrap();
        assert!(page.contains(&format!(".TH connote-{command} 1")), "{page}");
    }
    assert!(std::fs::read_to_string(dir.join("man1/connote.1")).unwrap().contains("connote\\-score(1)"));
}
