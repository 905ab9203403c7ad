//! The page and the fragment are well formed whatever the text, and show all of it.

use connote::html::{fragment, page};

use super::titled;

/// Tags that have no counterpart.
const VOID: [&str; 5] = ["!DOCTYPE", "br", "input", "line", "meta"];
/// What the page writes between the words of the article.
const ADDED: [&str; 3] = ["p class=\"margin", "ol class=\"margin", "span class=\"tip"];

pub fn check(text: &str) {
    let report = titled(text);
    for (html, article) in [(page(&report), "article "), (fragment(&report), "div class=\"text\"")] {
        assert_eq!(visible(&shown(&html, article)), visible(report.text()));
    }
}

/// The characters that a page can show: white space may be another, and control characters are pictures.
fn visible(text: &str) -> String {
    let has_picture = |c: char| c.is_control() || matches!(c, '\u{2400}'..='\u{2421}' | char::REPLACEMENT_CHARACTER);
    text.chars().filter(|&c| !c.is_whitespace() && !has_picture(c)).collect()
}

/// The text of an element; on the way every tag of the page must have its counterpart.
fn shown(html: &str, element: &str) -> String {
    let mut shown = String::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        let is_in = |beginning: &str| open.iter().any(|tag| tag.starts_with(beginning));
        assert!(is_in("style") || !text.contains(['>', '"', '\'']), "{text:?}");
        if is_in(element) && !ADDED.into_iter().any(is_in) {
            shown += &unescaped(text);
        }
        let tag;
        (tag, rest) = after.split_once('>').unwrap();
        assert!(tag.matches('"').count() % 2 == 0, "{tag}");
        let name = |tag: &'_ str| tag.split_ascii_whitespace().next().unwrap().to_owned();
        match tag.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop().map(name).as_deref(), Some(closed)),
            None if VOID.contains(&name(tag).as_str()) => {}
            None => open.push(tag),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    shown
}

/// Characters for their numbers; nothing else begins with an ampersand.
fn unescaped(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut unescaped = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, after) = piece.strip_prefix('#').and_then(|piece| piece.split_once(';')).unwrap();
        unescaped.push(char::from_u32(number.parse().unwrap()).unwrap());
        unescaped += after;
    }
    unescaped
}
