//! Counts, word by word.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use connote::Counts;

use super::{Text, word_list};

static STOP_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| word_list("stop_words.tsv"));
static DALE_CHALL: LazyLock<Familiar> = LazyLock::new(|| Familiar::read("dale_chall.tsv"));
static SPACHE: LazyLock<Familiar> = LazyLock::new(|| Familiar::read("spache.tsv"));

/// Whether a word is a function word.
pub(crate) fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.contains(folded)
}

/// All counts of a text; `syllables` counts those of one word.
pub(crate) fn counts(text: &Text, syllables: &impl Fn(&str) -> u32) -> Counts {
    let mut counts = Counts::default();
    let mut types = HashSet::new();
    let mut unfamiliar = HashSet::new();
    for word in &text.words {
        let count = syllables(&word.text);
        let letters = word.folded.chars().filter(|c| c.is_alphabetic()).count();
        counts.words += 1;
        counts.syllables += u64::from(count);
        counts.letters += letters as u64;
        counts.characters += word.folded.chars().filter(|c| c.is_alphanumeric()).count() as u64;
        counts.monosyllables += u64::from(count == 1);
        counts.polysyllables += u64::from(count >= 3);
        counts.long_words += u64::from(letters >= 7);
        counts.quoted_words += u64::from(word.quoted);
        types.insert(&word.folded);
        if !word.named {
            counts.complex_words += u64::from(is_hard(&word.folded, syllables));
            counts.unfamiliar_words += u64::from(!DALE_CHALL.has(&word.folded));
            if !SPACHE.has(&word.folded) {
                unfamiliar.insert(&word.folded);
            }
        }
    }
    counts.types = types.len() as u64;
    counts.spache_unfamiliar_types = unfamiliar.len() as u64;
    counts.sentences = text.sentences.iter().filter(|(_, words)| !words.is_empty()).count() as u64;
    counts.paragraphs = text.paragraphs as u64;
    counts
}

/// Gunning's hard words: three syllables or more, those of -ed and -es not counted, and no sum of two easy words.
fn is_hard(folded: &str, syllables: &impl Fn(&str) -> u32) -> bool {
    if syllables(folded) < 3 {
        return false;
    }
    if folded.contains('-') {
        return folded.split('-').any(|part| is_hard(part, syllables));
    }
    let spoken_ending = "ted ded ses xes zes ches shes ces ges".split(' ').any(|ending| folded.ends_with(ending));
    let base = syllables(folded) - u32::from(spoken_ending);
    base >= 3 && !is_easy_compound(folded)
}

/// Two words of three letters or more, one written behind the other: the first listed, the second familiar, neither a
/// function word.
fn is_easy_compound(folded: &str) -> bool {
    let splits = 3..=folded.len().saturating_sub(3);
    folded.is_ascii()
        && folded.len() <= Familiar::LONGEST
        && splits.map(|at| folded.split_at(at)).any(|(first, second)| {
            DALE_CHALL.listed.contains(first) && DALE_CHALL.has(second) && !is_stop_word(first) && !is_stop_word(second)
        })
}

/// A list of familiar words with every form that its paper counts as familiar, written out.
struct Familiar {
    listed: HashSet<String>,
    forms: HashSet<String>,
}

impl Familiar {
    /// No form of a listed word is longer, in bytes.
    const LONGEST: usize = 64;

    fn read(name: &str) -> Self {
        let listed = word_list(name);
        let mut forms = HashSet::new();
        for word in listed.iter().collect::<BTreeSet<_>>() {
            let mut add = |stem: &str, endings: &str| {
                if stem.len() >= 2 {
                    forms.extend(endings.split(' ').map(|ending| format!("{stem}{ending}")));
                }
            };
            add(word, "s es ing ed er est ly n");
            if let Some(stem) = word.strip_suffix('y') {
                add(stem, "ies ied ier iest ily");
            }
            if let Some(stem) = word.strip_suffix('e') {
                add(stem, "ing ed er est");
            }
            if let Some(stem) = word.strip_suffix("le") {
                add(stem, "ly");
            }
            // The last letter is doubled: stopped, but nothing of a letter alone.
            if let Some(last) = word.chars().last().filter(|c| c.is_ascii_lowercase() && word.len() > 1) {
                add(&format!("{word}{last}"), "ing ed er est");
            }
        }
        forms.extend(listed.iter().cloned());
        Self { listed, forms }
    }

    fn has(&self, folded: &str) -> bool {
        if folded.len() > Self::LONGEST {
            return false;
        }
        if self.listed.contains(folded) {
            return true;
        }
        if folded.contains('-') {
            return folded.split('-').all(|part| self.has(part));
        }
        let owner = folded.strip_suffix("'s").or(folded.strip_suffix('\'')).unwrap_or(folded);
        folded.starts_with(|c: char| c.is_ascii_digit()) || self.forms.contains(folded) || self.forms.contains(owner)
    }
}
