//! Syllables of words in languages other than English: vowels, counted by the spelling rules of the language.
//!
//! Each of these languages spells its vowels so regularly that a table of the letter groups with one vowel sound is
//! better than hyphenation patterns, which leave out syllables of one letter and know nothing of silent ones. Share of
//! the 6,000 most frequent words (`wordfreq` 3.1) on which the count agrees with the vowels that espeak-ng 1.52 speaks,
//! for this module and for TeX patterns (pyphen 0.17):
//!
//! | | de | es | fr | hu | it | nl | pl | pt | ru | uk |
//! |---|---|---|---|---|---|---|---|---|---|---|
//! | here | .98 | .99 | .93 | .99 | .86 | .98 | .99 | .79 | .99 | .99 |
//! | TeX | .80 | .86 | .81 | .84 | .85 | .93 | .98 | .81 | .90 | .33 |
//!
//! espeak-ng is a judge, not a gold standard: in Italian it speaks most rising diphthongs (`storia`) as two vowels, in
//! Portuguese it puts vowels between consonants (`parte`), and in French it leaves out the e of `samedi`, which is counted
//! here as in verse, so that both rows are low there.
//!
//! A number has a syllable for each digit. A word of several letters without a vowel is spelt out, a syllable a letter (`SPD`). Arabic is counted as OSMAN does,
//! see [`arabic`].

use crate::language::Language;

/// How a language spells vowels.
struct Spelling {
    /// Letters that carry a syllable, alone or in a group.
    vowels: &'static str,
    /// Groups of vowels that carry one syllable together, longer ones first.
    groups: &'static [&'static str],
}

const fn spelling(vowels: &'static str, groups: &'static [&'static str]) -> Spelling {
    Spelling { vowels, groups }
}

const GERMAN: Spelling =
    spelling("aeiouäöüy", &["aa", "ee", "oo", "ie", "ei", "ai", "eu", "äu", "au", "oi", "ey", "ay", "oy"]);
const SPANISH: Spelling = spelling(
    "aeiouáéíóúü",
    &[
        "iai", "iei", "uai", "uei", "iau", "uau", "iái", "iéi", "uái", "uéi", "ai", "ei", "oi", "au", "eu", "ou", "ái",
        "éi", "ói", "áu", "éu", "óu", "ia", "ie", "io", "ua", "ue", "uo", "iá", "ié", "ió", "uá", "ué", "uó", "üa",
        "üe", "üi", "üé", "üí", "iu", "ui", "iú", "uí",
    ],
);
const FRENCH: Spelling = spelling(
    "aeiouyàâäéèêëîïôöùûüœæ",
    &[
        "ieu", "eau", "oeu", "œu", "oui", "aoû", "ouï", "ai", "au", "ei", "eu", "ou", "oi", "oy", "ay", "ey", "ui",
        "ie", "ia", "io", "iè", "ié", "iê", "aî", "oû", "oî", "eû", "uî", "yeu", "ya", "ye", "yo", "où",
    ],
);
const HUNGARIAN: Spelling = spelling("aáeéiíoóöőuúüű", &[]);
const ITALIAN: Spelling = spelling(
    "aeiouàèéìíòóùú",
    &[
        "iuo", "uoi", "iei", "iai", "uai", "uei", "ai", "ei", "oi", "au", "eu", "ou", "ài", "èi", "òi", "ia", "ie",
        "io", "ua", "ue", "uo", "ià", "iè", "ié", "iò", "uà", "uè", "uò", "iu", "iù", "ui",
    ],
);
const DUTCH: Spelling = spelling(
    "aeiouyáéíóúàèëïöüê",
    &[
        "eeuw", "ieuw", "aai", "ooi", "oei", "aa", "ee", "oo", "uu", "éé", "óó", "ie", "oe", "eu", "ui", "ij", "ei",
        "ou", "au", "ai", "oi", "ay", "ey", "oy",
    ],
);
const POLISH: Spelling = spelling("aąeęioóuy", &["ia", "ią", "ie", "ię", "io", "ió", "iu", "ii"]);
const PORTUGUESE: Spelling = spelling(
    "aeiouáâãàéêíóôõúü",
    &["ai", "ei", "oi", "au", "eu", "ou", "ái", "éi", "ói", "áu", "éu", "óu", "êi", "ôi", "ão", "ãe", "õe", "iu", "ui"],
);
const CYRILLIC: Spelling = spelling("аеёиоуыэюяєії", &[]);

impl Spelling {
    fn of(language: Language) -> Option<&'static Self> {
        Some(match language {
            Language::German => &GERMAN,
            Language::Spanish => &SPANISH,
            Language::French => &FRENCH,
            Language::Hungarian => &HUNGARIAN,
            Language::Italian => &ITALIAN,
            Language::Dutch => &DUTCH,
            Language::Polish => &POLISH,
            Language::Portuguese => &PORTUGUESE,
            Language::Russian | Language::Ukrainian => &CYRILLIC,
            Language::English | Language::Arabic => return None,
        })
    }

    /// The number of vowels and groups of vowels in `word`.
    fn count(&self, word: &str) -> u32 {
        let mut count = 0;
        let mut rest = word;
        while let Some(c) = rest.chars().next() {
            let group = self.groups.iter().find(|group| rest.starts_with(**group));
            count += u32::from(group.is_some() || self.vowels.contains(c));
            rest = &rest[group.map_or(c.len_utf8(), |group| group.len())..];
        }
        count
    }
}

/// The syllables of a folded word; at least 1.
pub(crate) fn count(language: Language, word: &str) -> u32 {
    if language == Language::Arabic {
        return arabic(word);
    }
    let Some(spelling) = Spelling::of(language) else { return 1 };
    let digits = word.chars().filter(char::is_ascii_digit).count() as u32;
    let parts = word.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    let spoken =
        parts.map(|part| spelling.count(&without_silent(language, part)) + hiatus(language, part)).sum::<u32>();
    match digits + spoken {
        0 if word.is_ascii() => word.chars().filter(char::is_ascii_alphabetic).count().max(1) as u32,
        syllables => syllables.max(1),
    }
}

/// The word without the vowel letters that are not heard: the u of qu, and what ends French words.
fn without_silent(language: Language, word: &str) -> String {
    let mut heard = word.replace("qu", "q");
    match language {
        Language::Spanish => {
            for (silent, kept) in [("gue", "ge"), ("gui", "gi"), ("gué", "gé"), ("guí", "gí")] {
                heard = heard.replace(silent, kept);
            }
            if heard.ends_with('y') {
                heard.pop();
                heard.push('i');
            }
        }
        Language::French => {
            heard = heard.replace("gue", "ge").replace("gui", "gi");
            // parlent is silent at the end, moment and président are not.
            let stem = ["ent", "es", "e"].iter().find_map(|end| heard.strip_suffix(end));
            let spoken_ent = ["ment", "dent", "cent", "gent"].iter().any(|end| heard.ends_with(end));
            if let Some(stem) = stem.filter(|stem| !spoken_ent && FRENCH.count(stem) > 0) {
                heard.truncate(stem.len());
            }
        }
        Language::Portuguese => heard = heard.replace("gue", "ge").replace("gui", "gi"),
        _ => {}
    }
    heard
}

/// Syllables that the groups hide: Muse-um, Itali-en, mi-o, Euro- and auto- in Polish.
fn hiatus(language: Language, word: &str) -> u32 {
    match language {
        Language::German => {
            let after_syllable = word.strip_suffix("ien").is_some_and(|stem| GERMAN.count(stem) > 0);
            u32::from(word.ends_with("eum") || after_syllable)
        }
        Language::Dutch => u32::from(word.ends_with("eum")),
        Language::Italian => {
            let open = ["ia", "ie", "io", "ua", "ue", "uo"].iter().find_map(|end| word.strip_suffix(end));
            u32::from(open.is_some_and(|stem| !stem.is_empty() && ITALIAN.count(stem) == 0))
        }
        _ => 0,
    }
}

/// Syllables as OSMAN counts them (El-Haj & Rayson 2016, from the authors' program): a short vowel is one, a long vowel
/// (a short one before alef, waw or yeh) and a doubled or nunated letter are two. A word without vowel signs has a
/// syllable for each letter but alef and its like, less two.
fn arabic(word: &str) -> u32 {
    const LONG: [char; 3] = ['\u{627}', '\u{648}', '\u{64A}'];
    let (mut short, mut heavy) = (0, 0);
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\u{64E}'..='\u{650}' => {
                let is_long = letters.peek().is_some_and(|next| LONG.contains(next));
                if is_long { heavy += 1 } else { short += 1 }
            }
            '\u{64B}'..='\u{64D}' | '\u{651}' => heavy += 1,
            _ => {}
        }
    }
    if short == 0 {
        let bare = word.chars().filter(|c| !matches!(c, '\u{627}' | '\u{649}')).count() as u32;
        short = bare.saturating_sub(2);
    }
    (short + 2 * heavy).max(1)
}

/// Whether a hard Arabic word is of the formal language: it has one of its letters or endings (El-Haj & Rayson 2016).
pub(crate) fn is_faseeh(word: &str) -> bool {
    word.contains(['\u{621}', '\u{626}', '\u{624}', '\u{638}', '\u{630}'])
        || word.ends_with("\u{648}\u{646}")
        || word.ends_with("\u{648}\u{627}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_other_languages() {
        for (language, words) in [
            (Language::German, "haus 1 abend 2 museum 3 italien 4 qualität 3 spd 3 rad-weg 2 1948 4 übung 2"),
            (Language::Spanish, "guerra 2 agua 2 ciudad 2 país 2 aéreo 4 muy 1 pingüino 3 buey 1 día 2 queso 2"),
            (Language::French, "homme 1 maison 2 moment 2 parlent 1 oiseau 2 l'homme 1 guerre 1 créé 2 le 1 rue 1"),
            (Language::Hungarian, "magyarország 4 autó 3 kétségtelen 4"),
            (Language::Italian, "mio 2 più 1 acqua 2 uomo 2 italiano 4 guerra 2"),
            (Language::Dutch, "vrijheid 2 museum 3 leeuw 1 nieuw 1 schoenen 2 één 1"),
            (Language::Polish, "nauka 3 piekarnia 3 książka 2 życie 2 w 1"),
            (Language::Portuguese, "não 1 coração 3 guerra 2 água 3 quente 2"),
            (Language::Russian, "молоко 3 ёлка 2 в 1"),
            (Language::Ukrainian, "їжак 2 україна 4"),
        ] {
            let mut pairs = words.split(' ');
            while let (Some(word), Some(syllables)) = (pairs.next(), pairs.next()) {
                assert_eq!(count(language, word).to_string(), syllables, "{language}: {word}");
            }
        }
    }

    #[test]
    fn arabic_syllables_as_in_osman() {
        // kataba: three short vowels; kitaabun: a short, a long, a nunation.
        assert_eq!(count(Language::Arabic, "كَتَبَ"), 3);
        assert_eq!(count(Language::Arabic, "كِتَابٌ"), 5);
        assert_eq!(count(Language::Arabic, "مدرسة"), 3);
        assert!(is_faseeh("يكتبون") && !is_faseeh("مدرسة"));
    }
}
