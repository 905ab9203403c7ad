//! Files that strangers name and link, and what they put into the cells of a table.
#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod program;

use program::{connote, folder, stderr, stdout};

/// The first column of a table of CSV.
fn first_column(table: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.records().map(|row| row.unwrap()[0].to_owned()).collect()
}

/// What a spreadsheet would take for a formula, and what parts cells and rows, comes out as it went in.
#[test]
fn cells_come_out_as_they_went_in() {
    let dir = folder("hostile-cells");
    let ids =
        ["=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "a\",\"b", "line\r\nend", "\ttab", "\0", "'", " ", "\u{202E}"];
    let mut rows = csv::Writer::from_path(dir.join("in.csv")).unwrap();
    rows.write_record(["id", "text"]).unwrap();
    for id in ids {
        rows.write_record([id, "It rained."]).unwrap();
    }
    rows.flush().unwrap();
    let args = ["score", "in.csv", "--id", "id", "-o", "out.csv", "--columns", "words"];
    stdout(&connote(&dir, &args));
    let table = std::fs::read_to_string(dir.join("out.csv")).unwrap();
    assert_eq!(first_column(&table), ids);
}

#[cfg(unix)]
#[test]
fn links_lead_round_no_circle() {
    use std::os::unix::fs::symlink;

    let dir = folder("hostile-links");
    let news = dir.join("news");
    std::fs::create_dir_all(news.join("b")).unwrap();
    std::fs::write(dir.join("outside.txt"), "one two").unwrap();
    std::fs::write(news.join("a.txt"), "one").unwrap();
    symlink(".", news.join("itself")).unwrap();
    symlink("..", news.join("b/up")).unwrap();
    symlink("/", news.join("root")).unwrap();
    symlink("nowhere.txt", news.join("broken.txt")).unwrap();
    symlink("round.txt", news.join("round.txt")).unwrap();
    symlink("../outside.txt", news.join("link.txt")).unwrap();
    std::os::unix::net::UnixListener::bind(news.join("socket.txt")).unwrap();
    let table = stdout(&connote(&dir, &["score", "news", "-o", "-", "--columns", "words"]));
    assert_eq!(table, "{\"file\":\"news/a.txt\",\"words\":1}\n{\"file\":\"news/link.txt\",\"words\":2}\n");
}

#[cfg(target_os = "linux")]
#[test]
fn any_name_is_read() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let dir = folder("hostile-names");
    let news = dir.join("news");
    std::fs::create_dir_all(&news).unwrap();
    let names: [&[u8]; 6] = [b"--help.txt", b"=cmd|x.txt", b"[a]*?.txt", b"line\nend.txt", b"quote\".txt", b"\xE9.txt"];
    for name in names {
        std::fs::write(news.join(OsStr::from_bytes(name)), "It rained.").unwrap();
    }
    stdout(&connote(&dir, &["score", "news", "-o", "out.csv", "--columns", "words"]));
    let table = std::fs::read_to_string(dir.join("out.csv")).expect("a table in UTF-8");
    let expected = names.map(|name| format!("news/{}", String::from_utf8_lossy(name)));
    assert_eq!(first_column(&table), expected);
    std::fs::write(dir.join("\u{1B}[31m.jsonl"), "x").unwrap();
    let error = stderr(&connote(&dir, &["score", "\u{1B}[31m.jsonl", "-o", "-"]));
    assert!(error.contains("\u{FFFD}[31m.jsonl:1:1: "), "{error}");
    // A file of that name goes before the pattern.
    let table = stdout(&connote(&dir, &["score", "news/[a]*?.txt", "-o", "-", "--columns", "words"]));
    assert_eq!(table, "{\"file\":\"news/[a]*?.txt\",\"words\":2}\n");
}
