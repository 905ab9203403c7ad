//! The prose of HTML, and of HTML in Markdown.

use std::ops::Range;

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::{Prose, WrongComment};

/// Elements whose content is no prose; nor is the title of a page: it says the headline again.
const SKIPPED: &str = "audio button canvas code datalist iframe kbd math nav noembed noscript object pre samp script \
                       select style svg template textarea title var video xmp";

/// Those of them that stand in sentences.
const CODE: &str = "code kbd samp var";

/// Elements that begin and end a paragraph.
const BLOCKS: &str = "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset \
                      figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu \
                      nav ol option p pre search section summary table tbody td tfoot th thead title tr ul video";

fn is_in(elements: &str, name: &str) -> bool {
    elements.split(' ').any(|element| element == name)
}

/// Reads HTML. In Markdown it comes in parts: what one part leaves open, the next may close.
#[derive(Debug, Default)]
pub(super) struct Reader {
    /// The outermost open element whose content is no prose, and how many of its name are open.
    skipped: Option<(String, usize)>,
}

impl Reader {
    /// Whether words that come now are prose.
    pub(super) fn is_prose(&self) -> bool {
        self.skipped.is_none()
    }

    /// Reads a part of the file.
    pub(super) fn read(&mut self, prose: &mut Prose<'_>, part: Range<usize>) -> Result<(), WrongComment> {
        let mut emitter = DefaultEmitter::new_with_span();
        // What stands in a script is not read as tags.
        emitter.naively_switch_states(true);
        let html = &prose.source()[part.clone()];
        let place = |span: html5gum::Span<usize>| part.start + span.start..part.start + span.end;
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name);
                    self.start_tag(prose, &name, tag.self_closing, place(tag.span));
                }
                Token::EndTag(tag) => self.end_tag(prose, &String::from_utf8_lossy(&tag.name), place(tag.span)),
                Token::String(words) if self.is_prose() => add_text(prose, place(words.span)),
                Token::Comment(comment) => directive(prose, &comment.value, place(comment.span).start)?,
                Token::String(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        Ok(())
    }

    fn start_tag(&mut self, prose: &mut Prose<'_>, name: &str, is_closed: bool, place: Range<usize>) {
        if is_in(BLOCKS, name) {
            prose.end_block();
        }
        match name {
            "blockquote" => prose.set_quoted(true),
            "br" if self.is_prose() => prose.add("\n", place),
            // Shown with quotation marks.
            "q" if self.is_prose() => prose.add("“", place),
            // Only drawings and formulas are closed so.
            "math" | "svg" if is_closed => {}
            _ if is_in(SKIPPED, name) => {
                if self.is_prose() && is_in(CODE, name) {
                    prose.add_code(place);
                }
                self.skip(name);
            }
            _ => {}
        }
    }

    fn skip(&mut self, name: &str) {
        match &mut self.skipped {
            None => self.skipped = Some((name.to_owned(), 1)),
            Some((outer, open)) if outer == name => *open += 1,
            Some(_) => {}
        }
    }

    fn end_tag(&mut self, prose: &mut Prose<'_>, name: &str, place: Range<usize>) {
        match name {
            "blockquote" => prose.set_quoted(false),
            "q" if self.is_prose() => prose.add("”", place),
            _ => {}
        }
        if let Some((outer, open)) = &mut self.skipped
            && outer == name
        {
            *open -= 1;
            if *open == 0 {
                self.skipped = None;
            }
        }
        if is_in(BLOCKS, name) {
            prose.end_block();
        }
    }
}

/// White space of HTML: however much of it is shown as one space.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\x0C' | '\r')
}

/// Adds text between tags: with white space as it is shown and character references resolved.
fn add_text(prose: &mut Prose<'_>, place: Range<usize>) {
    let source = prose.source();
    let mut at = place.start;
    while let Some(rest) = source.get(at..place.end).filter(|rest| !rest.is_empty()) {
        let length = if rest.starts_with('&') {
            reference_length(rest)
        } else if rest.starts_with(is_space) {
            rest.find(|c| !is_space(c)).unwrap_or(rest.len())
        } else {
            rest.find(|c| c == '&' || is_space(c)).unwrap_or(rest.len())
        };
        let part = at..at + length;
        at = part.end;
        match rest.chars().next() {
            Some('&') => add_reference(prose, part),
            Some(c) if is_space(c) => prose.add_space(part),
            _ => prose.copy(part),
        }
    }
}

/// How long a text is that may be a character reference: `&rsquo;`, `&#8217;`, `&ampere`.
fn reference_length(text: &str) -> usize {
    let is_part = |c: char| c == '#' || c.is_ascii_alphanumeric();
    match text[1..].find(|c| !is_part(c)) {
        Some(end) => 1 + end + usize::from(text[1 + end..].starts_with(';')),
        None => text.len(),
    }
}

/// Adds what a character reference stands for. Without a semicolon, letters that follow may be none of it.
fn add_reference(prose: &mut Prose<'_>, place: Range<usize>) {
    let written = &prose.source()[place.clone()];
    let mut meant = String::new();
    for Ok(token) in Tokenizer::new(written) {
        if let Token::String(string) = token {
            meant.push_str(&String::from_utf8_lossy(&string.value));
        }
    }
    let same = written.bytes().rev().zip(meant.bytes().rev()).take_while(|(a, b)| a == b).count();
    let (reference, rest) = (written.len() - same, meant.len() - same);
    prose.add(&meant[..rest], place.start..place.start + reference);
    prose.add(&meant[rest..], place.start + reference..place.end);
}

/// Does what a comment asks connote to do.
fn directive(prose: &mut Prose<'_>, comment: &[u8], at: usize) -> Result<(), WrongComment> {
    let comment = String::from_utf8_lossy(comment);
    let Some(asked) = comment.trim().strip_prefix("connote:") else { return Ok(()) };
    match asked.trim() {
        "off" => prose.set_silent(true),
        "on" => prose.set_silent(false),
        other => {
            let reason = format!("a comment asks connote for {other:?}; it knows `connote: off` and `connote: on`");
            return Err(WrongComment { at, reason });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::span::Span;

    /// What HTML is made of, and what breaks it. `</>` is missing: it is nothing, but lies in the span of the words around.
    const PARTS: &str = "a B é 😡 < > & ; # x41 amp rsquo not &lt &#8217; &#0; &rsquo; <p <b> </b> <br/> <title> </title \
                         <textarea> </textarea> <!-- --> --!> <! <![CDATA[ ]]> / = \" ? -";

    fn html() -> impl Strategy<Value = String> {
        let parts = PARTS.split(' ').chain([" ", "\n", "\r\n", "\t"]).collect::<Vec<_>>();
        let html = proptest::collection::vec(select(parts), 0..24).prop_map(|parts| parts.concat());
        html.prop_filter("no </>", |html| !html.contains("</>"))
    }

    /// Without the white space that HTML does not show.
    fn packed(text: &str) -> String {
        text.replace(is_space, "")
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn words_are_those_of_the_tokenizer(html in html()) {
            let mut emitter = DefaultEmitter::new_with_span();
            emitter.naively_switch_states(true);
            for Ok(token) in Tokenizer::new_with_emitter(&html, emitter) {
                let Token::String(string) = token else { continue };
                let mut prose = Prose::new(&html);
                add_text(&mut prose, string.span.start..string.span.end);
                let words = String::from_utf8_lossy(&string.value);
                prop_assert_eq!(packed(prose.text()), packed(&words), "{:?}", html);
                // Every word has its place, one after the other.
                let mut last = string.span.start;
                for (at, c) in prose.text().char_indices() {
                    let place = prose.place(Span::new(at, at + c.len_utf8()));
                    prop_assert!(place.start >= last && place.end > place.start && place.end <= string.span.end);
                    last = place.start;
                }
            }
        }
    }
}
