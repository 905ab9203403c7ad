//! VADER 3.3.2 (Hutto & Gilbert 2014; MIT, (c) 2016 C.J. Hutto), rule by rule over strings.
#![expect(clippy::float_cmp, reason = "as in the package: equal to the last bit")]

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::tables;

/// What capitals add.
const CAPITALS: f64 = 0.733;
/// What a negation makes of a valence.
const NEGATION: f64 = -0.74;

struct Tables {
    valences: HashMap<String, f64>,
    emoji: HashMap<String, String>,
    negators: HashSet<String>,
    boosters: HashMap<String, f64>,
    idioms: HashMap<String, f64>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let number = |cell: &str| cell.trim().parse::<f64>().expect("a number");
    let rules = tables::rows("lexicons/vader_rules.tsv");
    let of = |role: &str| -> HashMap<String, f64> {
        let rows = rules.iter().filter(|row| row.cell(1) == role);
        rows.map(|row| (row.cell(0).to_owned(), number(row.cell(2)))).collect()
    };
    let words = tables::rows("lexicons/vader.tsv");
    let emoji = tables::rows("lexicons/vader_emoji.tsv");
    Tables {
        // Of two lines for one token the later counts.
        valences: words.iter().map(|row| (row.cell(0).to_owned(), number(row.cell(1)))).collect(),
        emoji: emoji.iter().map(|row| (row.cell(0).to_owned(), row.cell(1).to_owned())).collect(),
        negators: rules.iter().filter(|row| row.cell(1) == "negator").map(|row| row.cell(0).to_owned()).collect(),
        boosters: of("booster"),
        idioms: of("idiom"),
    }
});

/// The valence of a token in lower case, if the lexicon has it.
fn listed(word: &str) -> Option<f64> {
    TABLES.valences.get(word).copied()
}

/// Whether a token in lower case negates.
pub(crate) fn negates(word: &str) -> bool {
    TABLES.negators.contains(word) || word.contains("n't")
}

/// neg, neu, pos and compound of a text.
pub(crate) fn scores(text: &str) -> [f64; 4] {
    let text = spelled(text);
    let tokens: Vec<&str> = text.split(is_space).filter(|piece| !piece.is_empty()).map(stripped).collect();
    let lower: Vec<String> = tokens.iter().map(|token| token.to_lowercase()).collect();
    let shouted = tokens.iter().filter(|token| is_upper(token)).count();
    let capitals_differ = 0 < shouted && shouted < tokens.len();
    let shouts = |at: usize| capitals_differ && is_upper(tokens[at]);
    let mut valences: Vec<f64> = (0..tokens.len()).map(|at| valence(&lower, at, &shouts)).collect();
    if let Some(but) = lower.iter().position(|word| word == "but") {
        for j in 0..valences.len() {
            let value = valences[j];
            // As in the package: the first equal value is changed, not the one in turn.
            let first = valences.iter().position(|&other| other == value).expect("it is there");
            if first < but {
                valences[first] = value * 0.5;
            } else if first > but {
                valences[first] = value * 1.5;
            }
        }
    }
    totals(&valences, &text)
}

/// The text with its emoji written out: a space before the words unless there is one, none after them.
fn spelled(text: &str) -> String {
    let mut spelled = String::new();
    for c in text.chars() {
        match TABLES.emoji.get(&c.to_string()) {
            Some(words) => {
                if !spelled.is_empty() && !spelled.ends_with(' ') {
                    spelled.push(' ');
                }
                spelled.push_str(words);
            }
            None => spelled.push(c),
        }
    }
    spelled
}

/// White space of Python's `str.split`.
fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1C}'..='\u{1F}').contains(&c)
}

/// A token without punctuation at its ends, unless two characters or fewer are left.
fn stripped(token: &str) -> &str {
    let bare = token.trim_matches(|c: char| c.is_ascii_punctuation());
    if bare.chars().count() <= 2 { token } else { bare }
}

/// Python's `str.isupper`: some cased character, and none in lower or title case.
fn is_upper(token: &str) -> bool {
    let title = |c: char| !c.is_uppercase() && c.to_lowercase().next() != Some(c);
    token.chars().any(char::is_uppercase) && !token.chars().any(|c| c.is_lowercase() || title(c))
}

/// The valence of token `i`.
fn valence(w: &[String], i: usize, shouts: &impl Fn(usize) -> bool) -> f64 {
    let at = |back: usize| i.checked_sub(back).map(|j| w[j].as_str());
    let is = |back: usize, words: &[&str]| at(back).is_some_and(|word| words.contains(&word));
    let next = w.get(i + 1).map(String::as_str);
    if TABLES.boosters.contains_key(&w[i]) || w[i] == "kind" && next == Some("of") {
        return 0.0;
    }
    let Some(own) = listed(&w[i]) else { return 0.0 };
    let mut v = own;
    if w[i] == "no" && next.and_then(listed).is_some() {
        v = 0.0;
    }
    if is(1, &["no"]) || is(2, &["no"]) || is(3, &["no"]) && is(1, &["or", "nor"]) {
        v = own * NEGATION;
    }
    if shouts(i) {
        v += if v > 0.0 { CAPITALS } else { -CAPITALS };
    }
    for distance in 1..=3 {
        let Some(p) = at(distance) else { break };
        if listed(p).is_some() {
            continue;
        }
        v += boost(p, v, shouts(i - distance)) * [1.0, 0.95, 0.9][distance - 1];
        v *= negation(w, i, distance);
        if distance == 3 {
            v = idioms(w, i, v);
        }
    }
    if is(1, &["least"]) && !is(2, &["at", "very"]) {
        v *= NEGATION;
    }
    v
}

/// What a booster in front adds to a valence.
fn boost(word: &str, v: f64, shouts: bool) -> f64 {
    let Some(&booster) = TABLES.boosters.get(word) else { return 0.0 };
    let sign = if v < 0.0 { -1.0 } else { 1.0 };
    let stress = if !shouts {
        0.0
    } else if v > 0.0 {
        CAPITALS
    } else {
        -CAPITALS
    };
    booster * sign + stress
}

/// By how much the word at a distance in front multiplies a valence.
fn negation(w: &[String], i: usize, distance: usize) -> f64 {
    const AMPLIFIED: f64 = 1.25;
    let p = w[i - distance].as_str();
    let so = |back: usize| matches!(w[i - back].as_str(), "so" | "this");
    let doubt = |back: usize| w[i - back] == "doubt";
    let negated = if negates(p) { NEGATION } else { 1.0 };
    match distance {
        2 if p == "never" && so(1) => AMPLIFIED,
        2 if p == "without" && doubt(1) => 1.0,
        3 if p == "never" && so(2) || so(1) => AMPLIFIED,
        3 if p == "without" && (doubt(2) || doubt(1)) => 1.0,
        _ => negated,
    }
}

/// Phrases around token `i`, which replace its valence, and boosters of several words before it.
fn idioms(w: &[String], i: usize, v: f64) -> f64 {
    let words = |from: usize, to: usize| w.get(from..to).map(|words| words.join(" ")).unwrap_or_default();
    let idiom = |from, to| TABLES.idioms.get(&words(from, to)).copied();
    let before = [(i - 1, i + 1), (i - 2, i + 1), (i - 2, i), (i - 3, i), (i - 3, i - 1)];
    let mut v = before.iter().find_map(|&(from, to)| idiom(from, to)).unwrap_or(v);
    v = idiom(i, i + 2).unwrap_or(v);
    v = idiom(i, i + 3).unwrap_or(v);
    for (from, to) in [(i - 3, i), (i - 3, i - 1), (i - 2, i)] {
        v += TABLES.boosters.get(&words(from, to)).copied().unwrap_or(0.0);
    }
    v
}

fn totals(valences: &[f64], text: &str) -> [f64; 4] {
    if valences.is_empty() {
        return [0.0; 4];
    }
    let count = |mark: char| text.chars().filter(|&c| c == mark).count();
    let exclamations = 0.292 * count('!').min(4) as f64;
    let questions = match count('?') {
        0 | 1 => 0.0,
        n @ (2 | 3) => 0.18 * n as f64,
        _ => 0.96,
    };
    let emphasis = exclamations + questions;
    let mut sum: f64 = valences.iter().fold(0.0, |sum, v| sum + v);
    if sum != 0.0 {
        sum += emphasis * sum.signum();
    }
    let compound = (sum / (sum * sum + 15.0).sqrt()).clamp(-1.0, 1.0);
    let mut positive = valences.iter().filter(|&&v| v > 0.0).fold(0.0, |sum, v| sum + (v + 1.0));
    let mut negative = valences.iter().filter(|&&v| v < 0.0).fold(0.0, |sum, v| sum + (v - 1.0));
    let neutral = valences.iter().filter(|&&v| v == 0.0).count() as f64;
    if positive > f64::abs(negative) {
        positive += emphasis;
    } else if positive < f64::abs(negative) {
        negative -= emphasis;
    }
    let total = positive + f64::abs(negative) + neutral;
    let share = |x: f64| rounded(f64::abs(x) / total, 3);
    [share(negative), share(neutral), share(positive), rounded(compound, 4)]
}

/// Rounded as the decimal digits are.
fn rounded(x: f64, digits: usize) -> f64 {
    format!("{x:.digits$}").parse().expect("digits are a number")
}
