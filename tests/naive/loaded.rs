//! Loaded terms: at every word, every form of every entry is tried, and the longest stays.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use connote::text::words::Tokens;
use connote::{Form, Lexicon, Term};

use super::{Text, folded, inflect, vader};
use crate::tables;

/// A step of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Step {
    Word(String),
    /// Up to four words.
    Gap,
}

/// A sequence of words and the term it is a form of; a guard has no term.
#[derive(Debug, Clone)]
struct Entry {
    steps: Vec<Step>,
    term: Option<usize>,
}

/// A hit: its bytes and its term.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hit {
    pub(crate) span: Range<usize>,
    pub(crate) term: Term,
    pub(crate) negated: bool,
}

/// The terms, and their forms by their first words.
struct Entries {
    terms: Vec<Term>,
    by_first_word: HashMap<String, Vec<Entry>>,
}

static ENTRIES: LazyLock<Entries> = LazyLock::new(|| {
    let lexicon = Lexicon::from_tsv("loaded.tsv", &tables::file("lexicons/loaded.tsv")).expect("the lexicon is whole");
    let mut entries = Entries { terms: lexicon.terms().to_vec(), by_first_word: HashMap::new() };
    let mut seen = HashSet::new();
    let mut add = |phrase: &str, term: Option<usize>| {
        let steps = steps(phrase);
        // What comes first stays: guards, then terms in the order of the file.
        if let Some(Step::Word(first)) = steps.first()
            && seen.insert(steps.clone())
        {
            entries.by_first_word.entry(first.clone()).or_default().push(Entry { steps, term });
        }
    };
    for row in tables::rows("lexicons/guards.tsv") {
        add(row.cell(0), None);
    }
    for (number, term) in entries.terms.iter().enumerate() {
        for form in forms(term) {
            add(&form, Some(number));
        }
    }
    entries
});

/// Every form of a term: a noun phrase inflects its last word, a verb phrase its first.
pub(crate) fn forms(term: &Term) -> Vec<String> {
    let text = term.text.as_str();
    match term.form {
        Form::Noun => {
            let (before, last) = text.rfind(' ').map_or(("", text), |at| text.split_at(at + 1));
            inflect::noun(last).iter().map(|form| format!("{before}{form}")).collect()
        }
        Form::Verb => {
            let (first, after) = text.find(' ').map_or((text, ""), |at| text.split_at(at));
            inflect::verb(first).iter().map(|form| format!("{form}{after}")).collect()
        }
        _ => vec![text.to_owned()],
    }
}

fn steps(phrase: &str) -> Vec<Step> {
    let words = phrase.split(' ').map(|word| match word {
        "..." => vec![Step::Gap],
        word => Tokens::new(word).map(|token| Step::Word(folded(&word[token.start..token.end]))).collect(),
    });
    words.collect::<Vec<_>>().concat()
}

/// The terms of a text, in order.
pub(crate) fn hits(text: &Text) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (_, words) in &text.sentences {
        let mut at = words.start;
        while at < words.end {
            let Some((length, term)) = longest(text, at, words.end) else {
                at += 1;
                continue;
            };
            if let Some(term) = term.map(|number| &ENTRIES.terms[number])
                && !is_in_name(text, term, at..at + length, words.start)
            {
                let span = text.words[at].span.start..text.words[at + length - 1].span.end;
                let before = &text.words[words.start.max(at.saturating_sub(3))..at];
                let negated = before.iter().any(|word| word.folded == "no" || vader::negates(&word.folded));
                hits.push(Hit { span, term: term.clone(), negated });
            }
            at += length;
        }
    }
    hits
}

/// The loaded score of so many words of the writer's with hits of these strengths.
pub(crate) fn score(strengths: &[u8], words: usize) -> Option<f64> {
    let mut share = 0;
    for strength in strengths {
        share += match strength {
            1 => 40,
            2 => 80,
            _ => 160,
        };
    }
    (words > 0).then(|| share as f64 / (share + words + 20) as f64)
}

/// The longest entry at a word: its length in words and its term.
fn longest(text: &Text, at: usize, end: usize) -> Option<(usize, Option<usize>)> {
    /// No entry takes more words.
    const LONGEST: usize = 12;
    let mut reach = at + 1;
    while reach < end.min(at + LONGEST) && are_neighbours(text, reach - 1) {
        reach += 1;
    }
    let words: Vec<&str> = text.words[at..reach].iter().map(|word| word.folded.as_str()).collect();
    let own = words[0];
    let owner = own.strip_suffix("'s").unwrap_or(own);
    let candidates = [own, owner].into_iter().filter_map(|first| ENTRIES.by_first_word.get(first)).flatten();
    let found = candidates.filter_map(|entry| Some((reading(&entry.steps, &words)?, entry)));
    found.max_by_key(|(reading, _)| reading.clone()).map(|(reading, entry)| (reading.words, entry.term))
}

/// Whether nothing but white space stands between a word and the next, the apostrophe of a plural aside.
fn are_neighbours(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let gap = &text.whole[word.span.end..text.words[at + 1].span.start];
    let gap = if word.text.ends_with(['s', 'S']) { gap.strip_prefix(['\'', '’']).unwrap_or(gap) } else { gap };
    gap == "\u{A0}" || gap.chars().all(|c| c.is_ascii_whitespace())
}

/// How an entry fits the words of a text. The greater is meant: more words, and of equally many the one that is nearer
/// to the letter: from the front, a word as written before a possessive, that before a gap, a short gap before a long.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Reading {
    words: usize,
    liberties: Reverse<Vec<usize>>,
}

/// The best reading of the steps; none if they do not fit.
fn reading(steps: &[Step], words: &[&str]) -> Option<Reading> {
    let after = |liberty: usize, taken: usize, rest: &[Step]| {
        let Reading { words, liberties: Reverse(liberties) } = reading(rest, &words[taken..])?;
        Some(Reading { words: words + taken, liberties: Reverse([vec![liberty], liberties].concat()) })
    };
    match steps {
        [] => Some(Reading { words: 0, liberties: Reverse(Vec::new()) }),
        [Step::Word(step), rest @ ..] => {
            let word = *words.first()?;
            let possessive = word.strip_suffix("'s") == Some(step);
            (word == step || possessive).then(|| after(usize::from(possessive), 1, rest))?
        }
        [Step::Gap, rest @ ..] => (0..=words.len().min(4)).filter_map(|gap| after(2 + gap, gap, rest)).max(),
    }
}

/// Whether the words are part of a name: all with capitals, and a further capital beside them.
fn is_in_name(text: &Text, term: &Term, words: Range<usize>, sentence: usize) -> bool {
    let latin = |word: &str, is: fn(&u8) -> bool| word.as_bytes().iter().any(is);
    let shouted = |word: &str| latin(word, u8::is_ascii_uppercase) && !latin(word, u8::is_ascii_lowercase);
    let named = text.words[words.clone()].iter().all(|word| word.named && !shouted(&word.text));
    let capital = |at: usize| text.words[at].is_capital;
    let one_space = |at: usize| &text.whole[text.words[at].span.end..text.words[at + 1].span.start] == " ";
    let before = words.start > sentence && capital(words.start - 1) && one_space(words.start - 1);
    let after = words.end < text.words.len() && capital(words.end) && one_space(words.end - 1);
    named && (before || after) && !term.text.contains(char::is_uppercase)
}
