//! Trees: JSON and YAML lexicons, lists of entries or categories with their words.
//!
//! A list of objects has an entry in each, with the columns of a table as fields. An object has categories: of words in
//! a list, of words with weights in an object, of further categories.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Place, Reader, Segment, json, weight, yaml};
use crate::lexicon::dictionary::ALL;
use crate::lexicon::term::{COLUMNS, Fields};

/// A value with its place.
#[derive(Debug)]
pub(super) struct Node<'t> {
    /// Counted from 1; 0 in JSON, which is read by paths.
    pub(super) line: usize,
    pub(super) value: Value<'t>,
}

#[derive(Debug)]
pub(super) enum Value<'t> {
    Scalar(Cow<'t, str>, Kind),
    List(Vec<Node<'t>>),
    Map(Vec<(Cow<'t, str>, Node<'t>)>),
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// In quotation marks.
    Quoted,
    /// In YAML, without: a number where one is meant, else a text.
    Plain,
    Number,
    /// `true`, `false` or `null` of JSON.
    Literal,
}

impl Kind {
    /// Whether a scalar is a number.
    fn is_number(self, text: &str) -> bool {
        self == Self::Number || self == Self::Plain && text.parse::<f64>().is_ok()
    }

    /// Whether it says that there is nothing.
    fn is_null(self, text: &str) -> bool {
        match self {
            Self::Plain => matches!(text, "" | "~" | "null"),
            Self::Literal => text == "null",
            Self::Quoted | Self::Number => false,
        }
    }
}

pub(super) fn read_json(reader: &mut Reader<'_>, content: &str) {
    match json::parse(content) {
        Ok(root) => Walk { reader, path: Vec::new() }.root(&root),
        Err(error) => reader.error(Place::Line(error.line()), error.to_string()),
    }
}

pub(super) fn read_yaml(reader: &mut Reader<'_>, content: &str) {
    match yaml::parse(content) {
        Ok(Some(root)) => Walk { reader, path: Vec::new() }.root(&root),
        Ok(None) => {}
        Err((line, reason)) => reader.error(Place::Line(line), reason),
    }
}

struct Walk<'w, 'n, 't> {
    reader: &'w mut Reader<'n>,
    path: Vec<Segment<'t>>,
}

impl<'t> Walk<'_, '_, 't> {
    fn error(&mut self, node: &Node<'_>, reason: impl Into<String>) {
        let place = if node.line > 0 { Place::Line(node.line) } else { Place::Path(&self.path) };
        self.reader.error(place, reason);
    }

    fn add_pattern(&mut self, node: &Node<'_>, pattern: &str, category: &str, weight: Option<f64>) {
        let category = self.reader.dictionary.category(category);
        let place = if node.line > 0 { Place::Line(node.line) } else { Place::Path(&self.path) };
        self.reader.add_pattern(place, pattern, category, weight);
    }

    /// Does something one step further down.
    fn at(&mut self, segment: Segment<'t>, walk: impl FnOnce(&mut Self)) {
        self.path.push(segment);
        walk(self);
        self.path.pop();
    }

    fn root(mut self, root: &'t Node<'t>) {
        match &root.value {
            Value::Map(map) => self.categories(root, map, ""),
            Value::List(items) => {
                let has = |item: &Node<'_>, name: &str| matches!(&item.value, Value::Map(fields) if fields.iter().any(|(key, _)| key == name));
                let is_terms = items.iter().any(|item| has(item, "form") || has(item, "strength"));
                for (index, item) in items.iter().enumerate() {
                    self.at(Segment::Index(index), |walk| match &item.value {
                        Value::Map(fields) if is_terms => walk.term(item, fields),
                        Value::Map(fields) => walk.entry(item, fields),
                        Value::Scalar(..) if !is_terms => walk.word(item, ALL),
                        _ => walk.error(item, "an entry with the field term belongs here"),
                    });
                }
            }
            Value::Scalar(..) => self.error(root, "a list of entries, or categories with their words, belong here"),
        }
    }

    /// Categories inside `outer`, or words with their weights.
    fn categories(&mut self, node: &'t Node<'t>, map: &'t [(Cow<'t, str>, Node<'t>)], outer: &str) {
        if map.is_empty() {
            self.error(node, "a category without words");
        }
        let mut seen = HashSet::with_capacity(map.len());
        for (key, value) in map {
            self.at(Segment::Key(key), |walk| {
                if !seen.insert(key) {
                    return walk.error(value, format!("'{key}' stands twice"));
                }
                let inner = || if outer.is_empty() { key.to_string() } else { format!("{outer}.{key}") };
                match &value.value {
                    Value::Map(map) => walk.categories(value, map, &inner()),
                    Value::List(items) => walk.words(value, items, &inner()),
                    Value::Scalar(text, kind) if kind.is_number(text) => match weight(text) {
                        Ok(weight) => {
                            walk.add_pattern(value, key, if outer.is_empty() { ALL } else { outer }, Some(weight));
                        }
                        Err(reason) => walk.error(value, format!("{reason} (in quotation marks it is a word)")),
                    },
                    Value::Scalar(text, Kind::Quoted) if text.parse::<f64>().is_ok() => {
                        walk.error(value, format!("'{text}' in quotation marks: a weight is a number without them"));
                    }
                    Value::Scalar(text, kind) if kind.is_null(text) => walk.error(value, "a category without words"),
                    Value::Scalar(..) => walk.word(value, &inner()),
                }
            });
        }
    }

    /// The words of a category; a list may hold further categories, as quanteda's do.
    fn words(&mut self, node: &'t Node<'t>, items: &'t [Node<'t>], category: &str) {
        if items.is_empty() {
            self.error(node, "a category without words");
        }
        for (index, item) in items.iter().enumerate() {
            self.at(Segment::Index(index), |walk| match &item.value {
                Value::Scalar(..) => walk.word(item, category),
                Value::Map(map) => walk.categories(item, map, category),
                Value::List(_) => walk.error(item, "a list where a word belongs"),
            });
        }
    }

    fn word(&mut self, node: &Node<'_>, category: &str) {
        match &node.value {
            Value::Scalar(text, Kind::Literal) => self.error(node, format!("{text} where a word belongs")),
            Value::Scalar(text, _) => self.add_pattern(node, text, category, None),
            Value::List(_) | Value::Map(_) => self.error(node, "a list where a word belongs"),
        }
    }

    /// An entry of loaded terms.
    fn term(&mut self, node: &'t Node<'t>, map: &'t [(Cow<'t, str>, Node<'t>)]) {
        let mut fields = Fields::default();
        for (key, value) in map {
            let name = if key == "word" { "term" } else { key };
            let mut wrong = None;
            match (fields.field_mut(name), &value.value) {
                (None, _) => {
                    wrong = Some(format!("there is no field '{key}'; loaded terms have {}", COLUMNS.join(", ")));
                }
                (Some(Some(_)), _) => wrong = Some(format!("field '{key}' stands twice")),
                (Some(_), Value::Scalar(text, kind)) if kind.is_null(text) => {}
                (Some(field), Value::Scalar(text, kind)) if *kind != Kind::Literal => {
                    *field = Some(text.as_ref()).filter(|text| !matches!(*text, "" | "-"));
                }
                _ => wrong = Some(format!("field '{key}' is no text")),
            }
            if let Some(reason) = wrong {
                return self.error(node, reason);
            }
        }
        let place = if node.line > 0 { Place::Line(node.line) } else { Place::Path(&self.path) };
        self.reader.add_term(place, &fields);
    }

    /// An entry of a dictionary.
    fn entry(&mut self, node: &'t Node<'t>, map: &'t [(Cow<'t, str>, Node<'t>)]) {
        let (mut word, mut value) = (None, None);
        let mut categories: Vec<&str> = Vec::new();
        let mut seen = HashSet::new();
        for (key, field) in map {
            if !seen.insert(key) {
                return self.error(node, format!("field '{key}' stands twice"));
            }
            match (key.as_ref(), &field.value) {
                (_, Value::Scalar(text, kind)) if kind.is_null(text) => {}
                ("term" | "word", Value::Scalar(text, kind)) if *kind != Kind::Literal => word = Some(text.as_ref()),
                ("category", Value::Scalar(text, kind)) if *kind != Kind::Literal => categories.push(text),
                ("category", Value::List(items)) => {
                    for item in items {
                        match &item.value {
                            Value::Scalar(text, kind) if *kind != Kind::Literal => categories.push(text),
                            _ => return self.error(node, "field 'category' is neither a text nor a list of texts"),
                        }
                    }
                }
                ("weight", Value::Scalar(text, kind)) if *kind != Kind::Quoted => match weight(text) {
                    Ok(number) => value = Some(number),
                    Err(reason) => return self.error(node, reason),
                },
                ("weight", _) => return self.error(node, "field 'weight' is no number"),
                ("term" | "word" | "category", _) => return self.error(node, format!("field '{key}' is no text")),
                _ => {
                    let reason =
                        "an entry has term, category and weight; one of loaded terms has form or strength, too";
                    return self.error(node, format!("there is no field '{key}': {reason}"));
                }
            }
        }
        let Some(word) = word else { return self.error(node, "an entry with the field term belongs here") };
        if categories.is_empty() {
            categories.push(ALL);
        }
        for category in categories {
            self.add_pattern(node, word, category, value);
        }
    }
}
