//! Time per byte of hostile texts against news: `cargo bench --bench adversarial -- [BYTES [PIECE...]]`.
//!
//! Every line repeats one piece to the given size (10 MB), alone and with a character beyond the fast path at its end.
//! A quadratic input would show a ratio in the thousands. Words alone, sentences alone and the whole document are each
//! held against the same of news. `CONNOTE_CORPUS` names other news than the generated articles.

#![expect(clippy::expect_used, reason = "a bench may stop")]

mod corpus;

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::Instant;

use connote::Analyzer;
use connote::text::sentences::sentences;
use connote::text::words::Tokens;

const BYTES: usize = 10_000_000;

#[rustfmt::skip]
const PIECES: &[&str] = &[
    "@", "#", "@a", "#a@", "www.", "www.a ", "a.", "A.", "A&", "AT&T&", "&", "http://", "http://a ", "http://(", "a@b.c",
    "a@", "a+", "a-a+", "a%", "a-", "a'", "'", "-", ".", "1,", "1.", "1) ", "(", ")", "_", "a_", "é", "é.", "a\u{301}",
    "\u{301}", ".\u{301}", "a.\u{301}", "\u{200d}", "a\u{200d}", "a:", "日", "д", "дом ", "дом.", "ไทย", "👩\u{200d}👧",
    "🇺🇸", "\"", "“", "”", "’", "\n", " ", "\r\n", " \n", "\u{a0}", "\u{200b}", "...", ". ", ".\n", "? ", "?\" ", "…", ". . ",
    ":) ", ".)", ") ", "1) a ", "• ", "• a ", "a\n", "A\n", "Word word.\n", "Mr. ", "U.S. ", "J. ", "a.m. ", "a.B",
    "ab.Cd", "ended.The", "\"Why?\" Smith ", ".[1]", ".[", ".❤", ". ❤ ", ". :) ", "א\"", "\u{202f}", "a--", "©", "½", "Ａ",
    "0", "a", "A", "a.b@c.d.",
];

/// Nanoseconds a byte, the best of three.
fn time(text: &str, read: fn(&str) -> usize) -> f64 {
    let once = || {
        let start = Instant::now();
        black_box(read(black_box(text)));
        start.elapsed().as_secs_f64() * 1e9 / text.len() as f64
    };
    once().min(once()).min(once())
}

fn count_words(text: &str) -> usize {
    Tokens::new(text).count()
}

fn count_sentences(text: &str) -> usize {
    sentences(text).count()
}

/// Words, sentences, syllables and quotations together.
fn count_document(text: &str) -> usize {
    static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new().expect("the embedded lexicons"));
    ANALYZER.document(text).expect("a text of legal size").words().len()
}

/// Reads a text and says how much there was of what it counts.
type Count = fn(&str) -> usize;

const PARTS: [(&str, Count); 3] =
    [("words", count_words), ("sentences", count_sentences), ("document", count_document)];

fn main() {
    // Cargo hands over `--bench` as well.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let bytes = arguments.first().map_or(BYTES, |bytes| bytes.parse().expect("a number of bytes"));
    let asked: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
    let pieces = if asked.is_empty() { PIECES } else { &asked };
    let news = corpus::articles(bytes).join("\n\n");
    let of_news = PARTS.map(|(_, read)| time(&news, read));
    let mut most = [0.0_f64; PARTS.len()];
    println!("{:>20} {}", "piece", PARTS.map(|(name, _)| format!("{name:>15}")).join(""));
    println!("{:>20} {}", "news, ns/B", of_news.map(|time| format!("{time:>15.2}")).join(""));
    for piece in pieces {
        for end in ["", "日"] {
            let text = piece.repeat(bytes / piece.len()) + end;
            print!("{:>20} ", format!("{piece:?}{end}"));
            for (part, &(_, read)) in PARTS.iter().enumerate() {
                let time = time(&text, read);
                let ratio = time / of_news[part];
                most[part] = most[part].max(ratio);
                print!("{time:>8.1} {ratio:>5.1}x");
            }
            println!();
        }
    }
    println!("{:>20} {}", "most", most.map(|ratio| format!("{ratio:>14.1}x")).join(""));
}
