//! The prose of a file: its text without markup, every piece of it mapped back to where it stands in the file.

mod html;
mod markdown;

use std::ops::Range;
use std::path::Path;

use crate::span::Span;

/// How prose is written in a file.
#[derive(Debug, Clone, Copy)]
pub(super) enum Markup {
    /// As it is.
    None,
    Markdown,
    Html,
}

impl Markup {
    /// What the ending of a file's name says.
    pub(super) fn of(path: &Path) -> Self {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        match ending.as_deref() {
            Some("md" | "markdown") => Self::Markdown,
            Some("html" | "htm" | "xhtml") => Self::Html,
            _ => Self::None,
        }
    }
}

/// A comment that asks connote for something it cannot do: where it stands, and what would be right.
#[derive(Debug)]
pub(super) struct WrongComment {
    pub(super) at: usize,
    pub(super) reason: String,
}

/// The prose of a file.
#[derive(Debug, Default)]
pub(super) struct Prose<'s> {
    source: &'s str,
    text: String,
    pieces: Vec<Piece>,
    /// Whether the next words begin a block.
    is_new_block: bool,
    silent: Stretches,
    quoted: Stretches,
}

/// A piece of the text and where it comes from.
#[derive(Debug)]
struct Piece {
    /// Where it begins in the text.
    start: usize,
    source: Range<usize>,
    /// Whether it stands in the file as in the text: then byte answers to byte.
    is_verbatim: bool,
}

impl<'s> Prose<'s> {
    /// No prose yet.
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, ..Self::default() }
    }

    /// Reads the prose of a file.
    pub(super) fn read(source: &'s str, markup: Markup) -> Result<Self, WrongComment> {
        let mut prose = Self::new(source);
        match markup {
            Markup::None => prose.copy(0..source.len()),
            Markup::Markdown => markdown::read(&mut prose)?,
            Markup::Html => html::Reader::default().read(&mut prose, 0..source.len())?,
        }
        prose.silent.finish(prose.text.len());
        prose.quoted.finish(prose.text.len());
        Ok(prose)
    }

    pub(super) fn source(&self) -> &'s str {
        self.source
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds words that stand at a place of the file, there perhaps written otherwise.
    pub(super) fn add(&mut self, words: &str, source: Range<usize>) {
        if words.is_empty() {
            return;
        }
        if std::mem::take(&mut self.is_new_block) && !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let is_verbatim = self.source.get(source.clone()) == Some(words);
        let start = self.text.len();
        self.text.push_str(words);
        match self.pieces.last_mut() {
            Some(last)
                if is_verbatim
                    && last.is_verbatim
                    && last.source.end == source.start
                    && last.start + last.source.len() == start =>
            {
                last.source.end = source.end;
            }
            _ => self.pieces.push(Piece { start, source, is_verbatim }),
        }
    }

    /// Adds words as they stand in the file.
    pub(super) fn copy(&mut self, place: Range<usize>) {
        self.add(self.source.get(place.clone()).unwrap_or_default(), place);
    }

    /// Adds a sign for code in a sentence: the words around it are no neighbours.
    pub(super) fn add_code(&mut self, source: Range<usize>) {
        self.add("\u{FFFC}", source);
    }

    /// Adds white space, of which no more than one character counts.
    pub(super) fn add_space(&mut self, source: Range<usize>) {
        if !self.is_new_block && !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.add(" ", source);
        }
    }

    /// Ends a block: what follows is another paragraph.
    pub(super) fn end_block(&mut self) {
        self.is_new_block = true;
    }

    /// Begins or ends a stretch whose words nobody is to hear of.
    pub(super) fn set_silent(&mut self, is_silent: bool) {
        if is_silent != (self.silent.depth > 0) {
            self.silent.step(is_silent, self.text.len());
        }
    }

    /// Begins or ends a block of someone else's words.
    pub(super) fn set_quoted(&mut self, is_quoted: bool) {
        self.quoted.step(is_quoted, self.text.len());
    }

    pub(super) fn is_silent(&self, span: Span) -> bool {
        self.silent.hold(span.start as usize)
    }

    pub(super) fn is_quoted(&self, span: Span) -> bool {
        self.quoted.hold(span.start as usize)
    }

    /// Where a span of the text stands in the file.
    pub(super) fn place(&self, span: Span) -> Range<usize> {
        let (start, end) = (span.start as usize, span.end as usize);
        let from = self.piece(|piece| piece.start <= start).map_or(0, |piece| {
            let within = if piece.is_verbatim { start - piece.start } else { 0 };
            (piece.source.start + within).min(piece.source.end)
        });
        let to = self.piece(|piece| piece.start < end).map_or(0, |piece| {
            let within = if piece.is_verbatim { end - piece.start } else { piece.source.len() };
            (piece.source.start + within).min(piece.source.end)
        });
        from..to.max(from)
    }

    /// The last piece of those that begin early enough.
    fn piece(&self, is_early: impl Fn(&Piece) -> bool) -> Option<&Piece> {
        self.pieces.get(self.pieces.partition_point(is_early).checked_sub(1)?)
    }
}

/// Stretches of the text, in its order.
#[derive(Debug, Default)]
struct Stretches {
    ranges: Vec<Range<usize>>,
    /// Where the open one began.
    start: usize,
    /// How many are open, one inside the other.
    depth: usize,
}

impl Stretches {
    fn step(&mut self, begins: bool, at: usize) {
        match (begins, self.depth) {
            (true, depth) => {
                self.depth += 1;
                self.start = if depth == 0 { at } else { self.start };
            }
            (false, 0) => {}
            (false, depth) => {
                self.depth -= 1;
                if depth == 1 {
                    self.ranges.push(self.start..at);
                }
            }
        }
    }

    fn finish(&mut self, at: usize) {
        if self.depth > 0 {
            self.depth = 0;
            self.ranges.push(self.start..at);
        }
    }

    fn hold(&self, at: usize) -> bool {
        let next = self.ranges.partition_point(|range| range.end <= at);
        self.ranges.get(next).is_some_and(|range| range.contains(&at))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// What markup is made of, and what breaks it.
    const PARTS: &str = "a é 😡 # - > * _ ` ``` | [ ] ( ) ! \\ 1. --- +++ : = & ; rsquo &amp; <p> <b </b> <!-- --> connote: off on <q> \
                         <br> <nav> </nav> <code> <blockquote> </blockquote> <script> </script> http://a.b";

    fn source() -> impl Strategy<Value = String> {
        let parts = PARTS.split(' ').chain([" ", " ", "\n", "\n\n", "\r\n", "\t", "    "]).collect::<Vec<_>>();
        proptest::collection::vec(select(parts), 0..32).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_word_has_its_place(source in source()) {
            for markup in [Markup::None, Markup::Markdown, Markup::Html] {
                let Ok(prose) = Prose::read(&source, markup) else { continue };
                let mut last = 0;
                for (at, c) in prose.text().char_indices().filter(|(_, c)| c.is_alphanumeric()) {
                    let place = prose.place(Span::new(at, at + c.len_utf8()));
                    prop_assert!(place.start >= last, "{:?} {:?}: {:?}", markup, source, prose);
                    let written = source.get(place.clone());
                    prop_assert!(written.is_some_and(|written| written.starts_with([c, '&'])), "{:?} {:?}: {:?}", markup, source, prose);
                    last = place.end;
                }
            }
        }
    }
}
