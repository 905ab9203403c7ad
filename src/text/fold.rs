//! Folding: the key under which a word is counted and looked up.
//!
//! Lower case; curly apostrophes straight; hyphens U+2010 and U+2011 plain; soft hyphens and joiners removed; beyond
//! ASCII in Unicode form NFKC, so that composed, decomposed, ligature and full-width spellings are one word. The text
//! itself is never rewritten.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Appends the key of `word` to `key`.
///
/// ```
/// let mut key = String::new();
/// connote::text::fold::fold_into("Don’t", &mut key);
/// assert_eq!(key, "don't");
/// ```
pub fn fold_into(word: &str, key: &mut String) {
    let start = key.len();
    key.push_str(word);
    if word.is_ascii() {
        key[start..].make_ascii_lowercase();
        return;
    }
    // The usual word beyond ASCII differs by an apostrophe, or holds an accented letter in composed form.
    let kept: String = match is_nfkc_quick(word.chars()) {
        IsNormalized::Yes => word.chars().filter_map(fold_char).collect(),
        _ => word.nfkc().filter_map(fold_char).collect(),
    };
    key.truncate(start);
    key.push_str(&kept.to_lowercase());
}

/// The character a key has for `c`; none where the key leaves it out.
fn fold_char(c: char) -> Option<char> {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{FF07}' => Some('\''),
        '\u{2010}' | '\u{2011}' => Some('-'),
        // Soft hyphen, zero-width space and joiners, directional marks, byte order mark, variation selectors, keycap.
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{20E3}' => None,
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::fold_into;

    #[test]
    fn keys() {
        for (word, key) in [
            ("U.S", "u.s"),
            ("don’t", "don't"),
            ("far‑right", "far-right"),
            ("gov\u{AD}ern\u{AD}ment", "government"),
            ("cafe\u{301}", "café"),
            ("oﬃce", "office"),
            ("ＡＢＣ", "abc"),
            ("Straße", "straße"),
            ("İstanbul", "i\u{307}stanbul"),
            ("ΣΊΣΥΦΟΣ", "σίσυφος"),
            ("1\u{FE0F}\u{20E3}", "1"),
        ] {
            let mut folded = String::from("before ");
            fold_into(word, &mut folded);
            assert_eq!(folded, format!("before {key}"));
        }
    }
}
