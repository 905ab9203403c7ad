//! LIWC's dictionaries (Pennebaker, Booth & Francis 2007): between two lines of `%` the categories, each with its number;
//! then the words, each with the numbers of its categories. A category that is indented belongs to the one above it.

use std::collections::HashMap;

use super::{Place, Reader};

pub(super) fn read(reader: &mut Reader<'_>, content: &str) {
    let mut lines = content.lines().enumerate().map(|(index, line)| (index + 1, line)).filter(|(_, line)| {
        let line = line.trim();
        !line.is_empty()
    });
    match lines.next() {
        Some((_, line)) if line.trim() == "%" => {}
        first => {
            let line = first.map_or(1, |(line, _)| line);
            let reason = "a line of % belongs before the list of categories, another after it";
            return reader.error(Place::Line(line), reason);
        }
    }
    let mut categories = Categories::default();
    let mut last = 1;
    loop {
        let Some((line, text)) = lines.next() else {
            return reader.error(Place::Line(last), "a line of % belongs after the list of categories");
        };
        last = line;
        if text.trim() == "%" {
            break;
        }
        if let Err(reason) = categories.add(reader, text) {
            reader.error(Place::Line(line), reason);
        }
    }
    for (line, text) in lines {
        if let Err(reason) = entry(reader, &categories, line, text) {
            reader.error(Place::Line(line), reason);
        }
    }
}

/// The categories by the numbers that stand before them.
#[derive(Debug, Default)]
struct Categories<'t> {
    numbers: HashMap<&'t str, u32>,
    names: Vec<String>,
    /// The categories that the next may belong to: how far each is indented, and its name.
    open: Vec<(usize, String)>,
}

impl<'t> Categories<'t> {
    fn add(&mut self, reader: &mut Reader<'_>, line: &'t str) -> Result<(), String> {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        let (number, name) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let name = name.trim();
        if name.is_empty() {
            return Err(format!("'{}' where the number and the name of a category belong", text.trim()));
        }
        while self.open.last().is_some_and(|(outer, _)| *outer >= indent) {
            self.open.pop();
        }
        let name = self.open.last().map_or_else(|| name.to_owned(), |(_, outer)| format!("{outer}.{name}"));
        self.open.push((indent, name.clone()));
        if self.numbers.contains_key(number) {
            return Err(format!("category number '{number}' stands twice"));
        }
        let is_new = !self.names.contains(&name);
        self.numbers.insert(number, reader.dictionary.category(&name));
        if !is_new {
            return Err(format!("category '{name}' stands twice"));
        }
        self.names.push(name);
        Ok(())
    }
}

fn entry(reader: &mut Reader<'_>, categories: &Categories<'_>, line: usize, text: &str) -> Result<(), String> {
    // Words may hold spaces where a tab stands before the numbers; else the numbers are those at the end.
    let (pattern, numbers) = text.split_once('\t').unwrap_or_else(|| {
        let mut pattern = text;
        while let Some((before, last)) = pattern.trim_end().rsplit_once(char::is_whitespace)
            && (categories.numbers.contains_key(last) || last.bytes().all(|byte| byte.is_ascii_digit()))
        {
            pattern = before;
        }
        text.split_at(pattern.len())
    });
    let pattern = pattern.trim();
    if numbers.trim().is_empty() {
        return Err(format!("'{pattern}' has no category: after a tab the numbers of its categories belong"));
    }
    let mut found = Vec::new();
    for number in numbers.split_whitespace() {
        if number.contains(['(', ')', '/', '<', '>']) {
            let reason =
                "is a category that depends on other words: give the numbers of one sense, or a phrase of its own";
            return Err(format!("'{number}' of '{pattern}' {reason}"));
        }
        let Some(&category) = categories.numbers.get(number) else {
            return Err(format!("'{pattern}': there is no category number '{number}' in the list above"));
        };
        found.push(category);
    }
    for category in found {
        reader.add_pattern(Place::Line(line), pattern, category, None);
    }
    Ok(())
}
