//! Time per byte of hostile texts against news: `cargo bench --bench adversarial -- [BYTES]`.
//!
//! Every line repeats one piece to the given size (10 MB), alone and with a character beyond the fast path at its end.
//! A quadratic input would show a ratio in the thousands. Words and sentences alone are held against words and sentences
//! of news, and together against both.

use std::hint::black_box;
use std::time::Instant;

use connote::text::sentences::sentences;
use connote::text::words::Tokens;

const NEWS: &str = "\
BURLINGTON, Vt. — The city council voted 7-2 on Tuesday night to close the Main Street bridge until Nov. 30, after an \
engineer’s report found “serious and widening” cracks in its 94-year-old piers.

Mayor Jane Smith, who had asked for the $1.2 million inspection, called the result “no surprise.” “We knew it was old. \
We did not know it was this bad,” she told reporters. Dr. Alan Reyes, who led the study for Northfield Engineering \
Inc., said the bridge is not about to fall, but should carry no trucks.

Shop owners on both sides of the river objected. \"Who will pay for this?\" asked Maria Lopez, who runs a bakery at \
the corner of First Ave. She said sales fell by 40 percent during the last closure, in 2019. State officials said they \
would open a ferry by 6 a.m. Monday; the crossing takes about 12 minutes.

";
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

fn main() {
    let bytes = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(BYTES);
    let news = NEWS.repeat(bytes / NEWS.len() + 1);
    let (news_words, news_sentences) = (time(&news, count_words), time(&news, count_sentences));
    println!("news: words {news_words:.2} ns/B, sentences {news_sentences:.2} ns/B");
    println!("{:>20} {:>12} {:>12}", "piece", "words", "sentences");
    for piece in PIECES {
        for end in ["", "日"] {
            let text = piece.repeat(bytes / piece.len()) + end;
            let (words, sentences) = (time(&text, count_words), time(&text, count_sentences));
            println!(
                "{:>20} {words:>6.1} {:>4.1}x {sentences:>6.1} {:>4.1}x",
                format!("{piece:?}{end}"),
                words / news_words,
                sentences / news_sentences
            );
        }
    }
}
