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
    if word.is_ascii() {
        key.push_str(word);
        key[start..].make_ascii_lowercase();
        return;
    }
    // The usual word beyond ASCII has a curly apostrophe, or letters that stay as they are.
    for c in word.chars() {
        match plain(c) {
            c if c.is_ascii() => key.push(c.to_ascii_lowercase()),
            c if is_composed(c) => key.extend(c.to_lowercase()),
            _ => {
                key.truncate(start);
                return fold_general(word, key);
            }
        }
    }
}

/// As [`fold_into`], but capitals stay capitals.
///
/// ```
/// let mut key = String::new();
/// connote::text::fold::keep_capitals_into("NATO’s", &mut key);
/// assert_eq!(key, "NATO's");
/// ```
pub fn keep_capitals_into(word: &str, key: &mut String) {
    key.extend(word.chars().filter(|&c| !is_invisible(c)).nfkc().map(plain));
}

/// As [`fold_into`], for a word of any characters.
fn fold_general(word: &str, key: &mut String) {
    // The next most usual holds an accented letter in composed form. What is invisible goes first, as it keeps a letter
    // and its mark from composing.
    let visible = || word.chars().filter(|&c| !is_invisible(c));
    let kept: String = match is_nfkc_quick(visible()) {
        IsNormalized::Yes => visible().map(plain).collect(),
        _ => visible().nfkc().map(plain).collect(),
    };
    let lower = kept.to_lowercase();
    // A small letter may compose where its capital does not.
    if lower == kept || is_nfkc_quick(lower.chars()) == IsNormalized::Yes {
        key.push_str(&lower);
    } else {
        key.extend(lower.nfkc());
    }
}

/// The plain form of an apostrophe or hyphen.
fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{02BC}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        _ => c,
    }
}

/// Whether `c` is a letter of a common script which, as its small letter, is in form NFKC whatever stands beside it.
///
/// A test holds every one against Unicode; a letter left out takes the long way.
fn is_composed(c: char) -> bool {
    matches!(
        c,
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='į' | 'Ĵ'..='ľ' | 'Ł'..='ň' | 'Ŋ'..='ž'
            // Greek but for the sigma, whose small letter depends on its place
            | 'Ά' | 'Έ'..='Ί' | 'Ό' | 'Ύ'..='Ρ' | 'Τ'..='ώ'
            // Cyrillic, Hebrew, Arabic
            | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' | 'א'..='ת' | 'ء'..='ي'
            // kana, Chinese characters, Hangul
            | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '\u{4E00}'..='\u{9FFF}' | '가'..='힣'
    )
}

/// Whether the key leaves a character out: soft hyphen, grapheme joiner, zero-width space and joiners, directional
/// marks, byte order mark, variation selectors, tags, keycap.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}'
            | '\u{034F}'
            | '\u{061C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{20E3}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::{fold_general, fold_into, is_composed};
    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, is_nfkc_quick};

    #[test]
    fn composed_letters_take_the_short_way_alone() {
        let letters: Vec<char> = ('\0'..=char::MAX).filter(|&c| is_composed(c)).collect();
        assert!(letters.len() > 30_000, "{}", letters.len());
        for c in letters {
            let small: String = c.to_lowercase().collect();
            assert_eq!(is_nfkc_quick(small.chars().chain([c])), IsNormalized::Yes, "{c}");
            assert_eq!(canonical_combining_class(c), 0, "{c}");
            let mut general = String::new();
            fold_general(&c.to_string(), &mut general);
            assert_eq!(small, general, "{c}");
        }
    }

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
            ("cafe\u{200D}\u{301}", "café"),
            ("e\u{323}\u{302}", "ệ"),
            ("５Ｇ", "5g"),
            ("ＡＴ＆Ｔ", "at&t"),
            ("Ⅷ", "viii"),
            ("T\u{308}", "ẗ"),
        ] {
            let mut folded = String::from("before ");
            fold_into(word, &mut folded);
            assert_eq!(folded, format!("before {key}"));
            let mut general = String::new();
            fold_general(word, &mut general);
            assert_eq!(general, key);
        }
    }
}
