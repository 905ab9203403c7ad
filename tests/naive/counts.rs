//! Counts, word by word.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use connote::Counts;
use unicode_normalization::char::is_combining_mark;

use super::{Text, Word, word_list};
use crate::tables;

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
    let (mut hard, mut unfamiliar, mut unfamiliar_types) = (0, 0, HashSet::new());
    for word in words(text) {
        let count: u32 = word.iter().map(|part| syllables(&part.text)).sum();
        counts.words += 1;
        counts.monosyllables += u64::from(count == 1);
        counts.multisyllables += u64::from(count >= 2);
        counts.polysyllables += u64::from(count >= 3);
        counts.quoted_words += u64::from(word[0].quoted);
    }
    for word in &text.words {
        let letters = word.folded.chars().filter(|c| c.is_alphabetic()).count();
        counts.syllables += u64::from(syllables(&word.text));
        counts.letters += letters as u64;
        counts.squared_letters += (letters * letters) as u64;
        counts.characters += word.folded.chars().filter(|c| c.is_alphanumeric()).count() as u64;
        counts.mini_words += u64::from((1..=3).contains(&letters));
        counts.six_letter_words += u64::from(letters >= 6);
        counts.long_words += u64::from(letters >= 7);
        if !is_name(text, word) {
            hard += u64::from(is_hard(&word.folded, syllables));
            unfamiliar += u64::from(!DALE_CHALL.has(&word.folded));
            if !SPACHE.has(&word.folded) {
                unfamiliar_types.insert(&word.folded);
            }
        }
    }
    counts.complex_words = Some(hard);
    counts.unfamiliar_words = Some(unfamiliar);
    counts.spache_unfamiliar_types = Some(unfamiliar_types.len() as u64);
    counts.types = text.words.iter().map(|word| &word.folded).collect::<HashSet<_>>().len() as u64;
    counts.sentences = text.sentences.iter().filter(|(_, words)| !words.is_empty()).count() as u64;
    counts.paragraphs = text.paragraphs as u64;
    counts.non_space_characters = characters(text) as u64;
    counts.blanks = text.words.windows(2).filter(|pair| gap(text, pair).contains(char::is_whitespace)).count() as u64;
    counts.prepositions = Some(of_class(text, "preposition"));
    counts.conjunctions = Some(of_class(text, "conjunction"));
    counts.pronouns = Some(of_class(text, "pronoun"));
    let uncounted = text.words.iter().filter(|word| syllables(&word.text) == 1 && has_class(&word.folded, "ohayre"));
    counts.ohayre_monosyllables = Some(counts.monosyllables - uncounted.count() as u64);
    counts
}

/// The characters of the words as they are folded, and of the rest without accents, an ellipsis as three.
fn characters(text: &Text) -> usize {
    let mut rest = text.whole.clone();
    for word in text.words.iter().rev() {
        rest.replace_range(word.span.clone(), " ");
    }
    let rest = rest.replace('…', "...");
    let marks = rest.chars().filter(|&c| !c.is_whitespace() && !is_combining_mark(c)).count();
    marks + text.words.iter().map(|word| word.folded.chars().count()).sum::<usize>()
}

/// What stands between two neighbouring words.
fn gap<'t>(text: &'t Text, pair: &[Word]) -> &'t str {
    &text.whole[pair[0].span.end..pair[1].span.start]
}

/// The words as formulas count them: numbers with a hyphen between them are one.
fn words(text: &Text) -> Vec<Vec<&Word>> {
    let mut words: Vec<Vec<&Word>> = Vec::new();
    for word in &text.words {
        let is_number =
            |word: &Word| word.text.chars().all(|c| !c.is_alphabetic()) && !word.text.starts_with(['@', '#']);
        let sentence = |word: &Word| text.sentences.iter().position(|(span, _)| span.contains(&word.span.start));
        match words.last_mut() {
            Some(parts)
                if is_number(word)
                    && parts.iter().all(|part| is_number(part))
                    && &text.whole[parts[parts.len() - 1].span.end..word.span.start] == "-"
                    && sentence(parts[0]) == sentence(word) =>
            {
                parts.push(word);
            }
            _ => words.push(vec![word]),
        }
    }
    words
}

/// A name has a capital inside a sentence, or has one everywhere and inside a sentence somewhere.
fn is_name(text: &Text, word: &Word) -> bool {
    let mut same = text.words.iter().filter(|other| other.folded == word.folded);
    let capital = |word: &Word| word.text.chars().next().is_some_and(char::is_uppercase);
    word.named || same.clone().any(|other| other.named) && same.all(capital)
}

static CLASSES: LazyLock<HashSet<(String, String)>> = LazyLock::new(|| {
    let rows = tables::rows("lexicons/word_classes.tsv");
    let pairs = rows.iter().flat_map(|row| row.cell(1).split(' ').map(|class| (row.cell(0), class)));
    pairs.map(|(word, class)| (word.to_owned(), class.to_owned())).collect()
});

fn has_class(folded: &str, class: &str) -> bool {
    CLASSES.contains(&(folded.to_owned(), class.to_owned()))
}

fn of_class(text: &Text, class: &str) -> u64 {
    text.words.iter().filter(|word| has_class(&word.folded, class)).count() as u64
}

/// Gunning's hard words: three syllables or more, those of -ed and -es not counted, no number and no sum of two easy
/// words.
fn is_hard(folded: &str, syllables: &impl Fn(&str) -> u32) -> bool {
    if folded.contains('-') {
        return folded.split('-').any(|part| is_hard(part, syllables));
    }
    let spoken_ending = "ted ded ses xes zes ches shes ces ges".split(' ').any(|ending| folded.ends_with(ending));
    let base = syllables(folded) - u32::from(spoken_ending && !folded.is_empty());
    let owner = folded.strip_suffix("'s").or(folded.strip_suffix('\'')).unwrap_or(folded);
    let is_number = folded.starts_with(|c: char| c.is_ascii_digit()) || !folded.contains(char::is_alphabetic);
    base >= 3 && !is_number && (owner == folded || syllables(owner) >= 3) && !is_easy_compound(owner, syllables)
}

/// Two words of three letters or more, one written behind the other, of fewer than three syllables each, both listed,
/// the second also with -s, -er, -ing and their plurals; neither a function word nor an ending.
fn is_easy_compound(folded: &str, syllables: &impl Fn(&str) -> u32) -> bool {
    let splits = 3..=folded.len().saturating_sub(3);
    let short = |part: &str| syllables(part) < 3;
    folded.is_ascii()
        && folded.len() <= Familiar::LONGEST
        && !has_class(folded, "undivided")
        && splits
            .map(|at| folded.split_at(at))
            .any(|(first, second)| EASY.contains(first) && short(first) && short(second) && EASY_FORMS.contains(second))
}

/// What a combination may begin with.
static EASY: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let endings = ["able", "age", "ant", "ate", "fully", "hood", "less", "ness", "ship", "some"];
    let easy = |word: &&String| !is_stop_word(word) && !endings.contains(&word.as_str());
    DALE_CHALL.listed.iter().filter(easy).cloned().collect()
});

/// What it may end with.
static EASY_FORMS: LazyLock<HashSet<String>> =
    LazyLock::new(|| EASY.iter().flat_map(|word| easy_forms(word)).collect());

fn easy_forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned(), format!("{word}s")];
    if let Some(stem) = word.strip_suffix('y') {
        forms.push(format!("{stem}ies"));
    }
    if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| word.ends_with(end)) {
        forms.push(format!("{word}es"));
    }
    if word.len() > 3 {
        forms.extend(["er", "ers", "ing", "ings"].map(|ending| format!("{word}{ending}")));
    }
    forms
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
        let mut listed = word_list(name);
        for row in tables::rows("lexicons/irregular.tsv") {
            if row.cell(1) == "verb" && listed.contains(row.cell(0)) {
                listed.extend(participles(row.cell(0), row.cell(2)));
            }
        }
        let mut forms = HashSet::new();
        for word in listed.iter().collect::<BTreeSet<_>>() {
            let mut add = |stem: &str, endings: &str| {
                if stem.len() >= 2 {
                    forms.extend(endings.split(' ').map(|ending| format!("{stem}{ending}")));
                }
            };
            let compared = has_class(word, "adjective");
            add(word, "s ing ed ly");
            if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| word.ends_with(end)) {
                add(word, "es");
            }
            if compared {
                add(word, "er est");
            }
            if let Some(stem) = word.strip_suffix('y') {
                add(stem, if compared { "ies ied ily ier iest" } else { "ies ied ily" });
            }
            if let Some(stem) = word.strip_suffix('e') {
                add(stem, if compared { "ing ed er est" } else { "ing ed" });
            }
            if let Some(stem) = word.strip_suffix("le") {
                add(stem, "ly");
            }
            if let Some(stem) = word.strip_suffix("ll") {
                add(stem, "lly");
            }
            if let Some(stem) = word.strip_suffix("ie") {
                // dying: the shortest stem is one letter with its y
                add(&format!("{stem}y"), "ing");
            }
            // The last letter is doubled: stopped, but nothing of a letter alone.
            if let Some(last) = word.chars().last().filter(|c| c.is_ascii_lowercase() && word.len() > 1) {
                add(&format!("{word}{last}"), if compared { "ing ed er est" } else { "ing ed" });
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
        let clitics = ["'s", "'", "n't", "'ll", "'d", "'ve", "'re", "'m"];
        let base = clitics.iter().find_map(|clitic| folded.strip_suffix(clitic)).unwrap_or(folded);
        folded.starts_with(|c: char| c.is_ascii_digit()) || self.forms.contains(base)
    }
}

/// The participles in -n of an irregular verb: an ending behind the verb or one of its forms.
fn participles(base: &str, forms: &str) -> Vec<String> {
    let stems: Vec<&str> = forms.split(' ').chain([base, base.trim_end_matches('e')]).collect();
    let doubled = |stem: &str| format!("{stem}{}", stem.chars().last().unwrap_or_default());
    let is_made = |form: &&str| {
        stems.iter().any(|stem| {
            [format!("{stem}n"), format!("{stem}en"), format!("{}en", doubled(stem))].iter().any(|made| made == form)
        })
    };
    forms.split(' ').filter(|form| form.ends_with('n')).filter(is_made).map(str::to_owned).collect()
}
