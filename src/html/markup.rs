//! The text of a report as paragraphs of nested pieces: sentences around quotations around hits, whatever overlaps.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use crate::document::has_blank_line;
use crate::report::Report;
use crate::span::Span;

/// A paragraph of the text.
#[derive(Debug, PartialEq)]
pub(super) struct Paragraph<'r> {
    /// Whether it is the headline.
    pub(super) is_headline: bool,
    /// What stands in it, in order; every opening has its closing.
    pub(super) pieces: Vec<Piece<'r>>,
    /// The sentences that begin in it.
    pub(super) sentences: Range<usize>,
}

/// A piece of a paragraph.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'r> {
    /// Text without marks.
    Text(Cow<'r, str>),
    /// A sentence begins: its index, and whether this is its first piece.
    OpenSentence(usize, bool),
    /// The sentence ends.
    CloseSentence,
    /// A quotation begins: its index in the report.
    OpenQuotation(usize),
    /// The quotation ends.
    CloseQuotation,
    /// A hit begins: its index in the report, and whether this is its first piece.
    OpenHit(usize, bool),
    /// The hit ends: the same again.
    CloseHit(usize, bool),
}

/// What an annotation marks; of the same span, sentences lie outside quotations, and these outside hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Sentence(usize),
    Quotation(usize),
    Hit(usize),
}

/// A mark over a part of the text; ordered so that an outer one comes before those inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Annotation {
    start: usize,
    end: Reverse<usize>,
    mark: Mark,
    is_first: bool,
}

/// Reads the paragraphs of a report's text, with the sentences in the order of the text. White space between paragraphs
/// is left out.
pub(super) fn paragraphs<'r>(report: &'r Report, sentences: &[Span]) -> Vec<Paragraph<'r>> {
    let text = report.text();
    let mut waiting = BinaryHeap::new();
    let mut add = |span: Span, mark| {
        let (start, end) = (span.start as usize, span.end as usize);
        waiting.push(Reverse(Annotation { start, end: Reverse(end), mark, is_first: true }));
    };
    for (index, &sentence) in sentences.iter().enumerate() {
        add(sentence, Mark::Sentence(index));
    }
    for (index, quotation) in report.quotations.iter().enumerate() {
        add(quotation.span, Mark::Quotation(index));
    }
    for (index, hit) in report.loaded.hits().iter().enumerate() {
        add(hit.span, Mark::Hit(index));
    }
    let headline = report.headline;
    let begun = |place: u32| sentences.partition_point(|sentence| sentence.start < place);
    blocks(text, headline)
        .into_iter()
        .map(|block| Paragraph {
            is_headline: headline.is_some_and(|headline| headline.contains(block)),
            pieces: pieces(text, block, &mut waiting),
            sentences: begun(block.start)..begun(block.end),
        })
        .collect()
}

/// The paragraphs of a text, without the white space around them: between blank lines where the text has some, else
/// lines.
fn blocks(text: &str, headline: Option<Span>) -> Vec<Span> {
    // The blank line below the headline says nothing about the text.
    let below = headline.map_or(0, |headline| headline.end as usize);
    let by_blank_lines = has_blank_line(text.get(below..).unwrap_or_default().trim_start());
    let mut blocks: Vec<Span> = Vec::new();
    let mut joins = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start();
        let start = at + line.len() - trimmed.len();
        at += line.len();
        let trimmed = trimmed.trim_end();
        if trimmed.is_empty() {
            joins = false;
            continue;
        }
        let span = Span::new(start, start + trimmed.len());
        match blocks.last_mut() {
            Some(block) if joins => block.end = span.end,
            _ => blocks.push(span),
        }
        joins = by_blank_lines;
    }
    blocks
}

/// The pieces of one paragraph. What reaches beyond it, or beyond the mark around it, is cut there and goes on after.
fn pieces<'r>(text: &'r str, block: Span, waiting: &mut BinaryHeap<Reverse<Annotation>>) -> Vec<Piece<'r>> {
    let (mut at, block_end) = (block.start as usize, block.end as usize);
    let mut pieces = Vec::new();
    let mut open: Vec<Annotation> = Vec::new();
    let advance = |pieces: &mut Vec<Piece<'r>>, at: &mut usize, to: usize| {
        if *at < to {
            pieces.push(Piece::Text(printable(&text[*at..to])));
            *at = to;
        }
    };
    loop {
        let next = waiting.peek().map(|next| next.0).filter(|next| next.start < block_end);
        while let Some(inner) = open.last().copied() {
            if next.is_some_and(|next| next.start < inner.end.0) {
                break;
            }
            advance(&mut pieces, &mut at, inner.end.0);
            pieces.push(inner.closing());
            open.pop();
        }
        let Some(mut next) = next else { break };
        waiting.pop();
        let limit = open.last().map_or(block_end, |outer| outer.end.0);
        next.start = next.start.max(at);
        if next.end.0 > limit {
            let rest = Annotation { start: limit, is_first: false, ..next };
            waiting.push(Reverse(rest));
            next.end = Reverse(limit);
        }
        if next.start >= next.end.0 {
            continue;
        }
        advance(&mut pieces, &mut at, next.start);
        pieces.push(next.opening());
        open.push(next);
    }
    advance(&mut pieces, &mut at, block_end);
    pieces
}

impl Annotation {
    fn opening<'r>(self) -> Piece<'r> {
        match self.mark {
            Mark::Sentence(index) => Piece::OpenSentence(index, self.is_first),
            Mark::Quotation(index) => Piece::OpenQuotation(index),
            Mark::Hit(index) => Piece::OpenHit(index, self.is_first),
        }
    }

    fn closing<'r>(self) -> Piece<'r> {
        match self.mark {
            Mark::Sentence(_) => Piece::CloseSentence,
            Mark::Quotation(_) => Piece::CloseQuotation,
            Mark::Hit(index) => Piece::CloseHit(index, self.is_first),
        }
    }
}

/// Control characters as their pictures (U+2400 and on): HTML has no place for them, and nothing is to vanish.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    let is_control = |c: char| c.is_control() && !c.is_whitespace();
    if !text.contains(is_control) {
        return Cow::Borrowed(text);
    }
    let picture = |c: char| match c {
        '\u{7F}' => '\u{2421}',
        c if c.is_ascii() => char::from_u32(0x2400 + c as u32).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::REPLACEMENT_CHARACTER,
    };
    Cow::Owned(text.chars().map(|c| if is_control(c) { picture(c) } else { c }).collect())
}

#[cfg(test)]
#[expect(clippy::type_complexity, reason = "a table of cases")]
mod tests {
    use super::*;

    /// The pieces of the paragraph `text` under annotations, written with brackets.
    fn marked(text: &str, annotations: &[(usize, usize, Mark)]) -> String {
        let mut waiting = annotations
            .iter()
            .map(|&(start, end, mark)| Reverse(Annotation { start, end: Reverse(end), mark, is_first: true }))
            .collect();
        blocks(text, None)
            .into_iter()
            .map(|block| {
                pieces(text, block, &mut waiting)
                    .iter()
                    .map(|piece| match piece {
                        Piece::Text(text) => text.to_string(),
                        Piece::OpenSentence(_, true) => "(".to_owned(),
                        Piece::OpenSentence(_, false) => "(-".to_owned(),
                        Piece::CloseSentence => ")".to_owned(),
                        Piece::OpenQuotation(_) => "<".to_owned(),
                        Piece::CloseQuotation => ">".to_owned(),
                        Piece::OpenHit(index, true) => format!("[{index}:"),
                        Piece::OpenHit(..) => "[".to_owned(),
                        Piece::CloseHit(..) => "]".to_owned(),
                    })
                    .collect::<String>()
            })
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn marks_nest_whatever_their_order_and_overlap() {
        let (s, q, h) = (Mark::Sentence, Mark::Quotation(0), Mark::Hit);
        let cases: &[(&str, &[(usize, usize, Mark)], &str)] = &[
            ("a regime b", &[(2, 8, h(0))], "a [0:regime] b"),
            ("a 'regime' b", &[(2, 10, q), (2, 10, h(0)), (3, 9, h(1))], "a <[0:'[1:regime]']> b"),
            ("abcdef", &[(0, 4, h(0)), (2, 6, h(1))], "[0:ab[1:cd]][ef]"),
            ("abcdef", &[(0, 3, h(0)), (3, 6, h(1))], "[0:abc][1:def]"),
            ("'ab\n\ncd' e", &[(0, 8, q), (5, 7, h(0))], "<'ab>|<[0:cd]'> e"),
            ("'A. B.' c", &[(0, 3, s(0)), (4, 9, s(1)), (0, 7, q)], "<('A.) (B.')>(- c)"),
            ("'A.'", &[(0, 4, s(0)), (0, 4, q), (1, 2, h(0))], "(<'[0:A].'>)"),
            ("ab\ncd", &[], "ab|cd"),
            ("ab\ncd\n\nef", &[], "ab\ncd|ef"),
            ("", &[], ""),
        ];
        for (text, annotations, expected) in cases {
            assert_eq!(marked(text, annotations), *expected, "{text:?}");
        }
    }

    #[test]
    fn control_characters_are_seen() {
        assert_eq!(printable("a\0b\tc\u{7F}\u{85}\u{9F}"), "a␀b\tc␡\u{85}\u{FFFD}");
    }
}
