//! WARC files, through the real program: pages are rows, whatever a crawler made of them.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod program;

use std::io::Write;

use program::{connote, folder, stderr, stdout};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

/// Bytes in chunks of seven.
fn chunked(bytes: &[u8]) -> Vec<u8> {
    let chunk = |part: &[u8]| [format!("{:x};name=value\r\n", part.len()).as_bytes(), part, b"\r\n"].concat();
    [bytes.chunks(7).flat_map(chunk).collect(), b"0\r\n\r\n".to_vec()].concat()
}

fn record(kind: &str, address: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn answer(address: &str, head: &str, body: &[u8]) -> Vec<u8> {
    record("response", address, &[format!("HTTP/1.1 {head}\r\n\r\n").as_bytes(), body].concat())
}

const HTML: &str = "200 OK\r\nContent-Type: text/html";

/// Pages of 1 to 5 words among what is no page.
fn records() -> Vec<Vec<u8>> {
    let latin = format!("{HTML}; charset=ISO-8859-1");
    let packed = format!("{HTML}\r\ncontent-encoding: gzip\r\nTransfer-Encoding: chunked");
    vec![
        record("warcinfo", "", b"software: a crawler"),
        record("request", "http://a.example/", b"GET / HTTP/1.1\r\n\r\n"),
        answer("http://a.example/1", HTML, b"<html><body><p>Rain.</p><script>no();</script></body></html>"),
        answer("http://a.example/gone", "404 Not Found\r\nContent-Type: text/html", b"<p>Not found here.</p>"),
        answer("http://a.example/picture", "200 OK\r\nContent-Type: image/png", b"\x89PNG"),
        answer("<http://a.example/2>", &latin, b"<p>Caf\xE9 r\xF4ti.</p>"),
        answer("http://a.example/3", &packed, &chunked(&gzip("<p>Čović went home.</p>".as_bytes()))),
        answer("http://a.example/4", &format!("{HTML}\r\nTransfer-Encoding: chunked"), b"<p>A very wet day.</p>"),
        record("revisit", "http://a.example/1", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
        answer(
            "http://a.example/5",
            "200\r\ncontent-type: application/xhtml+xml;charset=utf-8",
            b"<p>One <b>two</b> three four five.</p>",
        ),
    ]
}

const TABLE: &str = "id,words\nhttp://a.example/1,1\nhttp://a.example/2,2\nhttp://a.example/3,3\nhttp://a.example/4,4\nhttp://a.example/5,5\n";

#[test]
fn pages_are_rows() {
    let dir = folder("warc");
    std::fs::write(dir.join("a.warc"), records().concat()).unwrap();
    std::fs::write(dir.join("a.warc.gz"), records().iter().flat_map(|record| gzip(record)).collect::<Vec<_>>())
        .unwrap();
    std::fs::write(dir.join("a.warc.zst"), zstd::encode_all(records().concat().as_slice(), 1).unwrap()).unwrap();
    for input in ["a.warc", "a.warc.gz", "a.warc.zst"] {
        stdout(&connote(&dir, &["score", input, "-o", "a.csv", "--columns", "words"]));
        assert_eq!(std::fs::read_to_string(dir.join("a.csv")).unwrap(), TABLE, "{input}");
    }
    stdout(&connote(&dir, &["words", "a.warc.gz", "-o", "words.csv"]));
    assert!(std::fs::read_to_string(dir.join("words.csv")).unwrap().contains("\nčović,1,1,"));
}

#[test]
fn bad_pages_are_rejected_alone() {
    let dir = folder("warc_rejects");
    let mut all = records();
    all.insert(3, answer("http://b.example/", HTML, b"<p>Caf\xE9</p>"));
    all.insert(5, answer("http://c.example/", &format!("{HTML}\r\nContent-Encoding: br"), b"\x0b\x00\x80"));
    all.insert(
        6,
        answer("http://d.example/", &format!("{HTML}\r\nContent-Encoding: gzip"), &gzip(&vec![b' '; 33 << 20])),
    );
    std::fs::write(dir.join("a.warc"), all.concat()).unwrap();
    let args = ["score", "a.warc", "-o", "a.csv", "--columns", "words"];
    let stopped = connote(&dir, &args);
    assert_eq!(stopped.status.code(), Some(1));
    let reason = "a.warc, record 4 (http://b.example/): byte 0xE9 is no UTF-8";
    assert!(stderr(&stopped).contains(reason), "{}", stderr(&stopped));
    stdout(&connote(&dir, &[&args[..], &["--on-error", "skip"]].concat()));
    assert_eq!(std::fs::read_to_string(dir.join("a.csv")).unwrap(), TABLE);
    let rejects = std::fs::read(dir.join("a.csv.rejects")).unwrap();
    let rejects = String::from_utf8_lossy(&rejects);
    for reason in [
        reason,
        "record 6 (http://c.example/): packed as \"br\"",
        "record 7 (http://d.example/): a page of more than 32 MiB",
    ] {
        assert!(rejects.contains(reason), "{reason}: {rejects}");
    }
}

#[test]
fn what_was_read_before_the_damage_stays() {
    let dir = folder("warc_damage");
    let whole = records().concat();
    let endless = [b"WARC/1.0\r\n".as_slice(), &vec![b'a'; 1 << 17]].concat();
    for (damage, reason) in [
        (whole[..whole.len() - 30].to_vec(), "unexpected end of file"),
        ([whole.as_slice(), b"<html>"].concat(), "its head has no end"),
        ([whole.as_slice(), b"<html>\r\n\r\n"].concat(), "no record of WARC 1 begins here"),
        ([whole.as_slice(), b"WARC/1.0\r\nWARC-Type: response\r\n\r\n"].concat(), "the record has no Content-Length"),
        ([whole.as_slice(), &endless].concat(), "its head has no end"),
    ] {
        std::fs::write(dir.join("a.warc"), &damage).unwrap();
        stdout(&connote(&dir, &["score", "a.warc", "-o", "a.csv", "--columns", "words", "--on-error", "skip"]));
        let table = std::fs::read_to_string(dir.join("a.csv")).unwrap();
        assert!(TABLE.starts_with(&table) && table.lines().count() >= 5, "{table}");
        let rejects = std::fs::read_to_string(dir.join("a.csv.rejects")).unwrap();
        assert!(rejects.starts_with("# a.warc, record 1") && rejects.contains(reason), "{rejects}");
    }
}
