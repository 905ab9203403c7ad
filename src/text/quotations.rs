//! Quotation marks: where they open and close.
//!
//! A state machine over the marks alone, without any word list but the elisions (`'em`). The rules:
//!
//! * “ ” « » ‹ › „ tell by themselves whether they open or close, unless they stand the wrong way round (`»so«`, `”so”`);
//! * a straight double mark opens after white space, a bracket, a dash or another opening mark, closes before white space
//!   or a mark, and between two letters does what is due;
//! * a single mark opens only after white space, a bracket, a dash, another opening mark or at the start of a line; ’ never
//!   opens. It is an apostrophe between letters, before a decade or an elision (`'90s`, `’em`), and where no single
//!   quotation is open. After an s and before a space (`the workers’ union`) it closes only if nothing later does;
//! * inches and feet (`6'2"`) are no marks;
//! * at the end of a paragraph everything is closed. A quotation that the next paragraph takes up by repeating the
//!   opening mark goes to the end of its paragraph; every paragraph of it is a quotation of its own, from the second on
//!   marked as continued. One that is not taken up goes to the end of the paragraph if it began
//!   with the paragraph or after a colon or comma; other marks without a partner are strays.

use std::sync::LazyLock;

use crate::span::Span;

/// Words that begin with an apostrophe.
static ELISIONS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    include_str!("../../lexicons/elisions.tsv").lines().filter(|line| !line.starts_with('#')).collect()
});
/// The longest elision, in bytes.
const LONGEST_ELISION: usize = 8;
/// Quotations nested deeper are not told apart; English needs three levels.
const DEEPEST: usize = 8;

/// A pair of marks around words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marked {
    /// From the opening to the closing mark, both included; to the end of the paragraph where the latter is missing.
    pub(crate) span: Span,
    /// Whether it lies in no other quotation.
    pub(crate) outer: bool,
    /// Whether it goes on with the quotation of the paragraph before.
    pub(crate) continued: bool,
}

/// The kinds of marks that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pair {
    /// “ ”, also „ “ and “ “
    Double,
    /// " "
    Straight,
    /// ‘ ’, also ‚ ‘
    Single,
    /// ' '
    StraightSingle,
    /// « »
    Guillemets,
    /// ‹ ›
    Angles,
}

impl Pair {
    fn is_single(self) -> bool {
        matches!(self, Self::Single | Self::StraightSingle)
    }
}

/// What a mark does by its looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    /// It looks the same on both sides.
    Either,
}

fn read_mark(rest: &str) -> Option<(Pair, Side, usize)> {
    let mark = rest.chars().next()?;
    let (pair, side) = match mark {
        '"' => (Pair::Straight, Side::Either),
        '“' | '„' | '‟' => (Pair::Double, Side::Opens),
        '”' => (Pair::Double, Side::Closes),
        '\'' => (Pair::StraightSingle, Side::Either),
        '‘' | '‚' | '‛' => (Pair::Single, Side::Opens),
        '’' => (Pair::Single, Side::Closes),
        '«' => (Pair::Guillemets, Side::Opens),
        '»' => (Pair::Guillemets, Side::Closes),
        '‹' => (Pair::Angles, Side::Opens),
        '›' => (Pair::Angles, Side::Closes),
        _ => return None,
    };
    Some((pair, side, mark.len_utf8()))
}

/// An opening mark whose partner has not come yet.
#[derive(Debug, Clone, Copy)]
struct Open {
    pair: Pair,
    at: usize,
    /// End of a mark that closes unless a better one follows: `workers’ `.
    perhaps: Option<usize>,
    /// Whether it begins its paragraph or follows a colon or comma.
    begins_speech: bool,
    /// Whether the same mark opened again before this one was closed.
    reopened: bool,
    continued: bool,
}

/// The state machine, fed with every mark between words.
#[derive(Debug, Default)]
pub(crate) struct QuotationScan {
    open: Vec<Open>,
    found: Vec<Marked>,
    /// One past the last mark, if it opened.
    opened: Option<usize>,
    /// Where the mark stands that takes up the quotation of the paragraph before.
    resumes: Option<usize>,
    paragraph: usize,
}

impl QuotationScan {
    /// Whether a quotation mark may begin with this byte.
    #[inline]
    pub(crate) fn is_mark(byte: u8) -> bool {
        matches!(byte, b'"' | b'\'' | 0xE2 | 0xC2)
    }

    /// Reads the mark at `at`, if it is one.
    pub(crate) fn mark(&mut self, text: &str, at: usize) {
        let Some((pair, side, length)) = text.get(at..).and_then(read_mark) else { return };
        let around = Around::new(text, at, length, self.opened == Some(at));
        let opens = match (pair.is_single(), side) {
            (true, Side::Closes) => false,
            (true, _) => around.may_open && !around.before_space && !is_elision(&text[at + length..]),
            (false, Side::Either) => self.straight_opens(pair, &around),
            // German ends with “, and a mark that stands the wrong way round does what is due.
            (false, Side::Opens) => !(self.has_open(pair) && !around.may_open && around.may_close),
            (false, Side::Closes) => !self.has_open(pair) && around.may_open && !around.may_close,
        };
        if opens {
            self.push(text, pair, at);
            self.opened = Some(at + length);
        } else if pair.is_single() {
            self.close_single(pair, at + length, &around);
        } else if !around.after_feet {
            self.close(pair, at + length);
        }
    }

    fn straight_opens(&self, pair: Pair, around: &Around) -> bool {
        match (around.may_open, around.may_close) {
            (true, false) => true,
            (true, true) if !around.before_space => true,
            (false, true) => false,
            _ => !self.has_open(pair) && !around.after_digit,
        }
    }

    fn has_open(&self, pair: Pair) -> bool {
        self.open.iter().any(|open| open.pair == pair)
    }

    fn push(&mut self, text: &str, pair: Pair, at: usize) {
        // A single mark right after its like (‘so’ and ‘so’) shows that the doubtful one before did close.
        if let Some(last) = self.open.last()
            && last.pair == pair
            && last.perhaps.is_some()
        {
            self.pop();
        }
        for open in self.open.iter_mut().filter(|open| open.pair == pair) {
            open.reopened = true;
        }
        if self.open.len() < DEEPEST {
            let before = text[self.paragraph..at].trim_end();
            self.open.push(Open {
                pair,
                at,
                perhaps: None,
                begins_speech: before.is_empty() || before.ends_with([':', ',']),
                reopened: false,
                continued: self.resumes == Some(at),
            });
        }
    }

    fn close_single(&mut self, pair: Pair, end: usize, around: &Around) {
        let Some(open) = self.open.last_mut().filter(|open| open.pair == pair) else { return };
        if !around.may_close {
            return;
        }
        if around.may_be_apostrophe() || around.after_s && open.perhaps.is_some() {
            open.perhaps.get_or_insert(end);
        } else {
            open.perhaps = Some(end);
            self.pop();
        }
    }

    fn close(&mut self, pair: Pair, end: usize) {
        let Some(depth) = self.open.iter().rposition(|open| open.pair == pair) else { return };
        while self.open.len() > depth + 1 {
            self.pop();
        }
        self.open[depth].perhaps = Some(end);
        self.pop();
    }

    /// Takes the innermost open mark off; it is a quotation if something closed it.
    fn pop(&mut self) {
        if let Some(Open { at, perhaps: Some(end), continued, .. }) = self.open.pop() {
            self.found.push(Marked { span: Span::new(at, end), outer: true, continued });
        }
    }

    /// A paragraph ended before `next`.
    pub(crate) fn end_paragraph(&mut self, text: &str, next: usize) {
        if !self.open.is_empty() {
            let end = text[..next].trim_end().len();
            let resumed = next + text[next..].len() - text[next..].trim_start().len();
            let resuming = read_mark(&text[resumed..]).filter(|&(_, side, _)| side != Side::Closes);
            self.resumes = None;
            for mut open in std::mem::take(&mut self.open) {
                let is_resumed = self.resumes.is_none()
                    && resuming.is_some_and(|(pair, ..)| pair == open.pair)
                    && (open.begins_speech || !open.pair.is_single());
                if is_resumed && !open.reopened && open.perhaps.is_none() {
                    self.resumes = Some(resumed);
                    open.perhaps = Some(end);
                } else if open.begins_speech && !open.pair.is_single() && !open.reopened {
                    open.perhaps = Some(end);
                }
                if let Some(end) = open.perhaps {
                    self.found.push(Marked { span: Span::new(open.at, end), outer: true, continued: open.continued });
                }
            }
        }
        self.paragraph = next;
    }

    /// All quotations of the text, in the order of their opening marks.
    pub(crate) fn finish(mut self, text: &str) -> Vec<Marked> {
        self.end_paragraph(text, text.len());
        let mut found = self.found;
        found.sort_by_key(|marked| (marked.span.start, std::cmp::Reverse(marked.span.end)));
        let mut end = 0;
        for marked in &mut found {
            marked.outer = marked.span.start >= end;
            end = end.max(marked.span.end);
        }
        found
    }
}

/// What stands beside a mark.
#[expect(clippy::struct_excessive_bools, reason = "independent facts of two neighbours")]
struct Around {
    may_open: bool,
    may_close: bool,
    before_space: bool,
    after_digit: bool,
    after_s: bool,
    /// After `in`, as in `goin’`.
    after_in: bool,
    /// After feet and inches: `6'2`.
    after_feet: bool,
}

impl Around {
    fn new(text: &str, at: usize, length: usize, after_opening: bool) -> Self {
        let before = &text[..at];
        let previous = before.chars().next_back();
        let next = text[at + length..].chars().next();
        let before_space = next.is_none_or(char::is_whitespace);
        let after_digit = previous.is_some_and(|c| c.is_ascii_digit());
        Self {
            may_open: after_opening
                || previous.is_none_or(|c| {
                    c.is_whitespace()
                        || matches!(c, '(' | '[' | '{' | '-' | '–' | '—' | '―' | '/' | '“' | '‘' | '«' | '‹' | '„')
                }),
            may_close: !next.is_some_and(char::is_alphanumeric)
                && (before_space || next.is_some_and(|c| !matches!(c, '(' | '[' | '{' | '$' | '£' | '€'))),
            before_space,
            after_digit,
            after_s: matches!(previous, Some('s' | 'S')),
            after_in: before.ends_with("in"),
            after_feet: after_digit
                && before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').ends_with(['\'', '’', '′']),
        }
    }

    /// Whether a single mark here may be the apostrophe of a plural or of a dropped g.
    fn may_be_apostrophe(&self) -> bool {
        self.before_space && (self.after_s || self.after_in || self.after_digit)
    }
}

/// Whether what follows a single mark is a decade or a word that begins with an apostrophe.
fn is_elision(rest: &str) -> bool {
    let end = rest.bytes().take(LONGEST_ELISION + 1).take_while(u8::is_ascii_alphanumeric).count();
    let word = &rest[..end];
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    digits == 2 && matches!(&word[digits..], "" | "s")
        || ELISIONS.iter().any(|elision| elision.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quotations of `text`, every byte fed, a paragraph at every blank line.
    fn marked(text: &str) -> Vec<Marked> {
        let mut scan = QuotationScan::default();
        for (at, c) in text.char_indices() {
            if text[at..].starts_with("\n\n") {
                scan.end_paragraph(text, at + 2);
            }
            let inside = text[..at].ends_with(char::is_alphanumeric)
                && text[at + c.len_utf8()..].starts_with(char::is_alphanumeric);
            if !inside || matches!(c, '"' | '“' | '”') {
                scan.mark(text, at);
            }
        }
        scan.finish(text)
    }

    #[test]
    fn marks_of_every_kind() {
        for (text, expected) in [
            ("“a” \"b\" ‘c’ 'd' «e» ‹f› „g“", vec!["“a”", "\"b\"", "‘c’", "'d'", "«e»", "‹f›", "„g“"]),
            ("“He said ‘no’ twice.”", vec!["“He said ‘no’ twice.”", "‘no’"]),
            ("the workers’ union of the '90s", vec![]),
            ("‘The workers’ union won,’ he said", vec!["‘The workers’ union won,’"]),
            ("the ‘dreamers’ and ‘losers’ left", vec!["‘dreamers’", "‘losers’"]),
            ("He is 6'2\" tall, \"very tall\"", vec!["\"very tall\""]),
            ("\"He's 6'2\" tall,\" she said", vec!["\"He's 6'2\" tall,\""]),
            ("“One.\n\n“Two.” End.", vec!["“One.", "“Two.”"]),
            ("A stray “mark here.\n\nAnd “this”.", vec!["“this”"]),
            ("“All of it.\n\nAnd then.", vec!["“All of it."]),
            ("»So«, er sagt", vec!["»So«"]),
            ("rock ’n’ roll ‘em ‘90s", vec![]),
        ] {
            let found: Vec<&str> = marked(text).iter().map(|marked| marked.span.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn deep_nesting_is_bounded() {
        let text = "“ ‘ \" ' « ".repeat(20_000);
        assert!(marked(&text).len() < 10);
    }
}
