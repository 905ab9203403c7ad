//! Regular English inflection, and the table of the irregular.

use std::collections::BTreeMap;

use super::tsv::rows;
use crate::error::Error;

/// How the forms of a word are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PartOfSpeech {
    Noun,
    Verb,
}

/// Irregular words and their inflected forms.
#[derive(Debug, Default)]
pub(crate) struct Inflections {
    irregular: BTreeMap<(String, PartOfSpeech), Vec<String>>,
}

impl Inflections {
    /// Reads `base, noun|verb, forms separated by spaces`.
    pub(crate) fn parse(name: &str, content: &str) -> Result<Self, Error> {
        let mut irregular = BTreeMap::new();
        for row in rows(name, content) {
            let [base, pos, forms] = row.cells("word, noun or verb, forms")?;
            let pos = match pos {
                "noun" => PartOfSpeech::Noun,
                "verb" => PartOfSpeech::Verb,
                _ => return Err(row.error(format!("'{pos}' where noun or verb belongs"))),
            };
            let forms = forms.split(' ').map(str::to_owned).collect();
            if irregular.insert((base.to_owned(), pos), forms).is_some() {
                return Err(row.error(format!("'{base}' stands twice")));
            }
        }
        Ok(Self { irregular })
    }

    /// The irregular verbs with their inflected forms.
    pub(crate) fn irregular_verbs(&self) -> impl Iterator<Item = (&str, &[String])> {
        let verbs = self.irregular.iter().filter(|((_, pos), _)| *pos == PartOfSpeech::Verb);
        verbs.map(|((base, _), forms)| (base.as_str(), forms.as_slice()))
    }

    /// All forms of `word`, the base form first.
    pub(crate) fn forms(&self, word: &str, pos: PartOfSpeech) -> Vec<String> {
        let mut forms = vec![word.to_owned()];
        if let Some(irregular) = self.irregular.get(&(word.to_owned(), pos)) {
            forms.extend(irregular.iter().cloned());
            return forms;
        }
        forms.push(with_s(word));
        if pos == PartOfSpeech::Verb {
            forms.push(with_ed(word));
            forms.push(with_ing(word));
            // Both spellings are in use: British travelled and American traveled.
            if let Some(plain) = word.strip_suffix('l')
                && doubles_in_britain(word)
            {
                forms.push(format!("{plain}lled"));
                forms.push(format!("{plain}lling"));
            }
        }
        forms
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn consonant_y(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() > 1 && bytes[bytes.len() - 1] == b'y' && !is_vowel(bytes[bytes.len() - 2])
}

fn with_s(word: &str) -> String {
    if consonant_y(word) {
        return format!("{}ies", &word[..word.len() - 1]);
    }
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    format!("{word}{}", if sibilant { "es" } else { "s" })
}

fn with_ed(word: &str) -> String {
    if word.ends_with('e') {
        return format!("{word}d");
    }
    if consonant_y(word) {
        return format!("{}ied", &word[..word.len() - 1]);
    }
    format!("{}ed", doubled(word))
}

fn with_ing(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match word.strip_suffix('e') {
        Some(stem) if !word.ends_with("ee") && !word.ends_with("ye") && !word.ends_with("oe") => format!("{stem}ing"),
        _ => format!("{}ing", doubled(word)),
    }
}

/// The word with its last consonant doubled where a short stressed vowel stands before it: `gut` gives `gutt`.
///
/// Stress is not spelt; words of one vowel group are stressed, longer ones are not doubled.
fn doubled(word: &str) -> String {
    let bytes = word.as_bytes();
    let n = bytes.len();
    let last_doubles = n >= 3
        && !is_vowel(bytes[n - 1])
        && !matches!(bytes[n - 1], b'w' | b'x' | b'y')
        && is_vowel(bytes[n - 2])
        && (!is_vowel(bytes[n - 3]) || bytes[n - 3] == b'u' && n >= 4 && bytes[n - 4] == b'q');
    if last_doubles && vowel_groups(word) == 1 {
        let mut stem = word.to_owned();
        stem.push(bytes[n - 1] as char);
        return stem;
    }
    word.to_owned()
}

fn doubles_in_britain(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() > 3 && is_vowel(bytes[bytes.len() - 2]) && !is_vowel(bytes[bytes.len() - 3]) && vowel_groups(word) > 1
}

fn vowel_groups(word: &str) -> usize {
    let mut groups = 0;
    let mut inside = false;
    for (index, &byte) in word.as_bytes().iter().enumerate() {
        let vowel = is_vowel(byte) || byte == b'y' && index > 0;
        groups += usize::from(vowel && !inside);
        inside = vowel;
    }
    groups
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "the table is whole")]
mod tests {
    use super::*;

    #[test]
    fn regular_and_irregular_forms() {
        let inflections = Inflections::parse("test", "flee\tverb\tflees fled fleeing\nthief\tnoun\tthieves\n").unwrap();
        for (word, pos, forms) in [
            ("gut", PartOfSpeech::Verb, "gut guts gutted gutting"),
            ("slam", PartOfSpeech::Verb, "slam slams slammed slamming"),
            ("cave", PartOfSpeech::Verb, "cave caves caved caving"),
            ("decry", PartOfSpeech::Verb, "decry decries decried decrying"),
            ("fail", PartOfSpeech::Verb, "fail fails failed failing"),
            ("lash", PartOfSpeech::Verb, "lash lashes lashed lashing"),
            ("plunder", PartOfSpeech::Verb, "plunder plunders plundered plundering"),
            ("quip", PartOfSpeech::Verb, "quip quips quipped quipping"),
            ("imperil", PartOfSpeech::Verb, "imperil imperils imperiled imperiling imperilled imperilling"),
            ("flee", PartOfSpeech::Verb, "flee flees fled fleeing"),
            ("crony", PartOfSpeech::Noun, "crony cronies"),
            ("thief", PartOfSpeech::Noun, "thief thieves"),
            ("boss", PartOfSpeech::Noun, "boss bosses"),
        ] {
            assert_eq!(inflections.forms(word, pos).join(" "), forms);
        }
    }
}
