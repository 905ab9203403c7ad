//! YAML as a tree: every scalar is kept as it is written, so that `no` and `null` are words.

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, StrInput};

use super::trees::{Kind, Node, Value};

/// Lists in lists: no lexicon has as many levels, and hostile files end here.
const DEEPEST: usize = 64;

/// Why a file cannot be read: line and reason.
type Wrong = (usize, String);

/// The value of a file; none if it holds nothing.
pub(super) fn parse(content: &str) -> Result<Option<Node<'_>>, Wrong> {
    let mut events = Events(Parser::new_from_str(content));
    let mut root = None;
    loop {
        let (event, span) = events.next()?;
        match event {
            Event::StreamEnd => return Ok(root),
            Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
            _ if root.is_some() => return Err((span.start.line(), "one document belongs in a file".to_owned())),
            event => root = Some(events.node(event, span, 0)?),
        }
    }
}

struct Events<'t>(Parser<'t, StrInput<'t>>);

impl<'t> Events<'t> {
    fn next(&mut self) -> Result<(Event<'t>, Span), Wrong> {
        let wrong = |error: ScanError| (error.marker().line(), error.info().to_owned());
        self.0.next_event().unwrap_or_else(|| Ok((Event::StreamEnd, Span::default()))).map_err(wrong)
    }

    fn node(&mut self, event: Event<'t>, span: Span, depth: usize) -> Result<Node<'t>, Wrong> {
        let line = span.start.line();
        if depth > DEEPEST {
            return Err((line, format!("more than {DEEPEST} levels")));
        }
        let value = match event {
            Event::Scalar(text, style, ..) => {
                Value::Scalar(text, if style == ScalarStyle::Plain { Kind::Plain } else { Kind::Quoted })
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break Value::List(items),
                        (event, span) => items.push(self.node(event, span, depth + 1)?),
                    }
                }
            }
            Event::MappingStart(..) => {
                let mut entries = Vec::new();
                loop {
                    match self.next()? {
                        (Event::MappingEnd, _) => break Value::Map(entries),
                        (Event::Scalar(key, ..), key_span) => {
                            let (event, span) = self.next()?;
                            let mut value = self.node(event, span, depth + 1)?;
                            // The line of a nested value is that of its first part; errors name its key.
                            value.line = key_span.start.line();
                            entries.push((key, value));
                        }
                        (_, span) => return Err((span.start.line(), "a list where a key belongs".to_owned())),
                    }
                }
            }
            Event::Alias(_) => return Err((line, "an alias (*) where the words themselves belong".to_owned())),
            _ => return Err((line, "the file ends too early".to_owned())),
        };
        Ok(Node { line, value })
    }
}
