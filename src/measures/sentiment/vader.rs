//! The rules of VADER 3.3.2: from what is known of each token to the four numbers.
//!
//! Source: C.J. Hutto and E.E. Gilbert (2014), VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social
//! Media Text, ICWSM-14; as in the package vaderSentiment 3.3.2 (MIT, (c) 2016 C.J. Hutto), number for number and slip
//! for slip. No strings here: the vocabulary says what a word is, [`super::tokens`] finds the words of a text.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::lexicon::valence::{Facts, FactsId, Role, Valences};

/// Factor of a negation.
const NEGATION: f64 = -0.74;
/// Added for capitals among words that are not.
const CAPITALS: f64 = 0.733;
/// Factor of `never so` and `never this` (and, by a slip of the package, of any `so` or `this` before the word).
const NEVER_SO: f64 = 1.25;
/// Share of a booster that is left at distance 1, 2 and 3.
const FADING: [f64; 3] = [1.0, 0.95, 0.9];
/// How far before a word the rules look.
const REACH: usize = FADING.len();
/// Per exclamation mark, and how many count.
const EXCLAMATION: f64 = 0.292;
const MAX_EXCLAMATIONS: usize = 4;
/// Per question mark of two or three, and for more.
const QUESTION: f64 = 0.18;
const MANY_QUESTIONS: f64 = 0.96;
/// Brings a sum of valences into -1..1: roughly the largest sum one expects, squared.
const ALPHA: f64 = 15.0;

/// Up to so many listed words, searching them is faster than keeping order.
const FEW: usize = 256;

/// The four numbers of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Polarity {
    /// Share of the negative, three decimals.
    pub neg: f64,
    /// Share of the neutral, three decimals.
    pub neu: f64,
    /// Share of the positive, three decimals.
    pub pos: f64,
    /// The sum of all valences, brought into -1..1, four decimals.
    pub compound: f64,
}

/// A token that has facts; most have none.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Noted {
    /// Number of the token in its text.
    pub(crate) token: u32,
    /// The facts of its lower-case form.
    pub(crate) facts: FactsId,
    /// Whether the text has it in capitals.
    pub(crate) upper: bool,
    /// What it adds to the sum.
    pub(crate) valence: f64,
}

/// What counts of a text besides its noted tokens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Number of its first token.
    pub(crate) first: u32,
    /// How many tokens it has, and how many of them in capitals.
    pub(crate) tokens: u32,
    pub(crate) upper: u32,
    pub(crate) exclamations: usize,
    pub(crate) questions: usize,
}

impl Tally {
    /// Whether capitals stress a word: not where all words have them.
    fn capitals_tell(self) -> bool {
        0 < self.upper && self.upper < self.tokens
    }

    /// Of this text and the one that follows it.
    pub(super) fn and(self, next: Self) -> Self {
        Self {
            first: self.first,
            tokens: self.tokens + next.tokens,
            upper: self.upper + next.upper,
            exclamations: self.exclamations + next.exclamations,
            questions: self.questions + next.questions,
        }
    }

    /// With one more exclamation or question mark.
    pub(super) fn with(self, mark: u8) -> Self {
        let [exclamations, questions] = [b'!', b'?'].map(|counted| usize::from(mark == counted));
        Self { exclamations: self.exclamations + exclamations, questions: self.questions + questions, ..self }
    }
}

/// Scores a text by its tokens that have facts and what counts besides.
///
/// Leaves the valence of each, as summed, in `noted`; all others have none. Time grows with the number of tokens noted
/// (with its logarithm, too, if the text says `but`).
pub(crate) fn score(rules: &Valences, noted: &mut [Noted], tally: Tally) -> Polarity {
    value(rules, noted, tally);
    weigh(rules, noted);
    totals(noted, tally)
}

/// Gives each of the tokens the valence it has among its neighbours.
pub(super) fn value(rules: &Valences, noted: &mut [Noted], tally: Tally) {
    for at in 0..noted.len() {
        noted[at].valence = valence(rules, noted, at, tally);
    }
}

/// The valence of noted token `at` among its neighbours.
fn valence(rules: &Valences, noted: &[Noted], at: usize, tally: Tally) -> f64 {
    // Only listed words look around.
    if !rules.facts(noted[at].facts).is(Role::LISTED) {
        return 0.0;
    }
    Neighbours::of(rules, noted, at, tally.capitals_tell()).valence(rules, noted[at].token - tally.first)
}

/// Which of the noted tokens of a part of a text have another valence in the whole: those whose neighbours stand in
/// other parts, and all where capitals may tell.
pub(super) fn differing(noted: &[Noted], part: Tally) -> impl Iterator<Item = usize> {
    let reach = REACH as u32;
    let inner = part.first + reach..(part.first + part.tokens).saturating_sub(reach);
    let shouts = noted.iter().any(|note| note.upper);
    (0..noted.len()).filter(move |&at| shouts || !inner.contains(&noted[at].token))
}

/// Scores a whole text, of whose noted tokens only these have another valence than they hold.
pub(super) fn score_again(rules: &Valences, noted: &mut [Noted], tally: Tally, differing: &[usize]) -> Polarity {
    for &at in differing {
        noted[at].valence = valence(rules, noted, at, tally);
    }
    weigh(rules, noted);
    totals(noted, tally)
}

/// Weighs what stands before and after the first `but`, if there is one.
pub(super) fn weigh(rules: &Valences, noted: &mut [Noted]) {
    if let Some(but) = first_but(rules, noted) {
        shift_around(but, noted);
    }
}

/// The token of the first `but`.
fn first_but(rules: &Valences, noted: &[Noted]) -> Option<u32> {
    noted.iter().find(|note| rules.facts(note.facts).is(Role::BUT)).map(|but| but.token)
}

/// Scores a text whose noted tokens have their valences, and leaves them as they are; `weighed` is room.
pub(super) fn score_valued(rules: &Valences, noted: &[Noted], tally: Tally, weighed: &mut Vec<Noted>) -> Polarity {
    let Some(but) = first_but(rules, noted) else { return totals(noted, tally) };
    weighed.clear();
    weighed.extend_from_slice(noted);
    shift_around(but, weighed);
    totals(weighed, tally)
}

/// A token, three before it and two after it: the facts of each, and whether capitals stress it.
struct Neighbours<'a>([(&'a Facts, bool); REACH + 3]);

impl<'a> Neighbours<'a> {
    fn of(rules: &'a Valences, noted: &[Noted], at: usize, capitals_tell: bool) -> Self {
        let mut near = [(&Facts::NONE, false); REACH + 3];
        let own = noted[at].token as usize;
        let facts = |note: &Noted| (rules.facts(note.facts), note.upper && capitals_tell);
        near[REACH] = facts(&noted[at]);
        for note in noted[..at].iter().rev().take_while(|note| own - note.token as usize <= REACH) {
            near[REACH - (own - note.token as usize)] = facts(note);
        }
        for note in noted[at + 1..].iter().take_while(|note| note.token as usize - own < REACH) {
            near[REACH + (note.token as usize - own)] = facts(note);
        }
        Self(near)
    }

    /// The valence of the token, which is listed and which `before` others precede.
    fn valence(&self, rules: &Valences, before: u32) -> f64 {
        let (own, stressed) = self.0[REACH];
        if own.booster != 0.0 || own.is(Role::KIND) && self.after().is(Role::OF) {
            return 0.0;
        }
        let mut valence = self.valence_after_no();
        if stressed {
            valence += along(valence, CAPITALS);
        }
        for distance in 1..=REACH.min(before as usize) {
            let (before, stressed) = self.0[REACH - distance];
            if before.is(Role::LISTED) {
                continue;
            }
            if before.booster != 0.0 {
                let boost = if valence < 0.0 { -before.booster } else { before.booster };
                let stress = if stressed { along(valence, CAPITALS) } else { 0.0 };
                valence += (boost + stress) * FADING[distance - 1];
            }
            valence *= self.negation(distance);
            if distance == REACH {
                valence = self.phrases(rules, valence);
            }
        }
        let [two, one] = [self.before(2), self.before(1)];
        if one.is(Role::LEAST) && !one.is(Role::LISTED) && !two.is(Role::BEFORE_LEAST) {
            valence *= NEGATION;
        }
        valence
    }

    /// Of the token `distance` before.
    fn before(&self, distance: usize) -> &Facts {
        self.0[REACH - distance].0
    }

    /// Of the next token.
    fn after(&self) -> &Facts {
        self.0[REACH + 1].0
    }

    /// The listed valence, turned by a `no` before it; that of a `no` which has something to turn is 0.
    fn valence_after_no(&self) -> f64 {
        let [three, two, one, own, after, _] = self.0.map(|(facts, _)| facts);
        if one.is(Role::NO) || two.is(Role::NO) || three.is(Role::NO) && one.is(Role::OR) {
            own.valence * NEGATION
        } else if own.is(Role::NO) && after.is(Role::LISTED) {
            0.0
        } else {
            own.valence
        }
    }

    /// The factor of a negation at this distance before the token; 1 without one.
    fn negation(&self, distance: usize) -> f64 {
        let [negator, two, one] = [distance, 2, 1].map(|distance| self.before(distance));
        let (so, doubt) = match distance {
            2 => (negator.is(Role::NEVER) && one.is(Role::SO), one.is(Role::DOUBT)),
            // The package means `never` and either of two places for `so`; it writes `never so` or any `so`.
            3 => (
                negator.is(Role::NEVER) && two.is(Role::SO) || one.is(Role::SO),
                one.is(Role::DOUBT) || two.is(Role::DOUBT),
            ),
            _ => (false, false),
        };
        if so {
            NEVER_SO
        } else if negator.is(Role::NEGATOR) && !(negator.is(Role::WITHOUT) && doubt) {
            NEGATION
        } else {
            1.0
        }
    }

    /// The valence as phrases with and before the token have it.
    fn phrases(&self, rules: &Valences, mut valence: f64) -> f64 {
        let words = self.0.map(|(facts, _)| facts.phrase_word);
        if !words.windows(2).any(|pair| !pair.contains(&0)) {
            return valence;
        }
        let idiom = |from: usize, to: usize| rules.idioms.value(&words[from..to]);
        let with_or_before = [(2, 4), (1, 4), (1, 3), (0, 3), (0, 2)];
        if let Some(value) = with_or_before.into_iter().find_map(|(from, to)| idiom(from, to)) {
            valence = value;
        }
        if let Some(value) = idiom(3, 6).or_else(|| idiom(3, 5)) {
            valence = value;
        }
        for (from, to) in [(0, 3), (0, 2), (1, 3)] {
            valence += rules.booster_phrases.value(&words[from..to]).unwrap_or(0.0);
        }
        valence
    }
}

/// `amount` with the sign of `valence`; that of 0 is minus.
fn along(valence: f64, amount: f64) -> f64 {
    if valence > 0.0 { amount } else { -amount }
}

/// Halves the valences before the first `but` and raises those after it.
///
/// The package finds each valence again by its value, so that the first token of that value, changed before or not,
/// is the one to change. Among few that is a search, among many each value keeps its places in order.
fn shift_around(but: u32, noted: &mut [Noted]) {
    let listed: Vec<usize> = (0..noted.len()).filter(|&i| noted[i].valence != 0.0).collect();
    let shift = |note: &mut Noted| note.valence *= if note.token < but { 0.5 } else { 1.5 };
    if listed.len() <= FEW {
        let mut values: Vec<u64> = listed.iter().map(|&i| noted[i].valence.to_bits()).collect();
        for k in 0..values.len() {
            let first = values[..k].iter().position(|&earlier| earlier == values[k]).unwrap_or(k);
            let note = &mut noted[listed[first]];
            if note.token != but {
                shift(note);
                values[first] = note.valence.to_bits();
            }
        }
        return;
    }
    let mut places: BTreeSet<(u64, usize)> = BTreeSet::new();
    for i in listed {
        let value = noted[i].valence.to_bits();
        places.insert((value, i));
        let Some(&same) = places.range((value, 0)..).next() else { continue };
        let (_, first) = same;
        if noted[first].token != but {
            places.remove(&same);
            shift(&mut noted[first]);
            places.insert((noted[first].valence.to_bits(), first));
        }
    }
}

/// What exclamation and question marks add to the prevailing sign.
fn emphasis(exclamations: usize, questions: usize) -> f64 {
    let asked = match questions {
        0 | 1 => 0.0,
        2 | 3 => questions as f64 * QUESTION,
        _ => MANY_QUESTIONS,
    };
    exclamations.min(MAX_EXCLAMATIONS) as f64 * EXCLAMATION + asked
}

/// The four numbers of a text. Sums go from left to right, as the last bit depends on it.
pub(super) fn totals(noted: &[Noted], tally: Tally) -> Polarity {
    if tally.tokens == 0 {
        return Polarity::default();
    }
    let emphasis = emphasis(tally.exclamations, tally.questions);
    let (mut sum, mut positive, mut negative, mut neutral) = (0.0, 0.0, 0.0, tally.tokens as usize - noted.len());
    for &Noted { valence, .. } in noted {
        sum += valence;
        // The neutral are counted as 1 each, so 1 is added to what is compared with them. All three are added to each time,
        // as a guess which one it is would fail.
        positive += if valence > 0.0 { valence + 1.0 } else { 0.0 };
        negative += if valence < 0.0 { 1.0 - valence } else { 0.0 };
        neutral += usize::from(valence == 0.0);
    }
    if sum > 0.0 {
        sum += emphasis;
    } else if sum < 0.0 {
        sum -= emphasis;
    }
    if positive > negative {
        positive += emphasis;
    } else if positive < negative {
        negative += emphasis;
    }
    let total = positive + negative + neutral as f64;
    Polarity {
        neg: round(negative / total, 1e3),
        neu: round(neutral as f64 / total, 1e3),
        pos: round(positive / total, 1e3),
        compound: round((sum / (sum * sum + ALPHA).sqrt()).clamp(-1.0, 1.0), 1e4),
    }
}

/// Rounds to a multiple of 1 / `scale`, a power of ten: the exact binary value to the nearest, ties to even.
///
/// Exact for |x| * `scale` below 2^51. The half-way point h above an integer is a float then, and rounding keeps order:
/// a product that is below (above) h as a float is so exactly. Where the float is h itself, the error of the product
/// decides, which a fused multiply-add gives without loss. The quotient of two integers is the float nearest to it,
/// which is what the decimal number would be read as.
fn round(x: f64, scale: f64) -> f64 {
    let product = x.abs() * scale;
    let below = product as i64;
    let over_half = match product - below as f64 - 0.5 {
        0.0 => x.abs().mul_add(scale, -product),
        difference => difference,
    };
    let up = over_half > 0.0 || over_half == 0.0 && below % 2 == 1;
    ((below + i64::from(up)) as f64 / scale).copysign(x)
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "numbers are equal to the last bit")]
mod tests {
    use super::{FEW, Noted, Role, Tally, emphasis, round, shift_around, totals};

    /// Tokens of these valences, all of them noted.
    fn noted(valences: &[f64]) -> Vec<Noted> {
        (0..).zip(valences).map(|(token, &valence)| Noted { token, valence, ..Noted::default() }).collect()
    }

    fn shifted(but: u32, valences: &[f64]) -> Vec<f64> {
        let mut noted = noted(valences);
        shift_around(but, &mut noted);
        noted.iter().map(|note| note.valence).collect()
    }

    #[test]
    fn rounding_is_that_of_the_decimal_digits() {
        for (scale, digits) in [(1e3, 3), (1e4, 4)] {
            for k in 0..10_u32.pow(digits) {
                let half = (f64::from(k) + 0.5) / scale;
                for x in [half.next_down().next_down(), half.next_down(), half, half.next_up(), half / 3.0, -half] {
                    let decimal = format!("{x:.0$}", digits as usize);
                    assert_eq!(decimal.parse(), Ok(round(x, scale)), "{x:e}");
                }
            }
        }
        // Ties that are exact in binary go to the even digit.
        assert_eq!([round(0.0625, 1e3), round(0.1875, 1e3), round(-0.0625, 1e3)], [0.062, 0.188, -0.062]);
        assert_eq!([round(0.03125, 1e4), round(0.09375, 1e4)], [0.0312, 0.0938]);
        assert_eq!([round(0.0, 1e3), round(1.0, 1e3), round(0.999_99, 1e4)], [0.0, 1.0, 1.0]);
    }

    #[test]
    fn marks() {
        let sums = [(0, 0), (1, 1), (4, 0), (9, 0), (0, 2), (0, 3), (0, 4), (2, 9)].map(|(e, q)| emphasis(e, q));
        assert_eq!(sums, [0.0, 0.292, 1.168, 1.168, 0.36, 0.54, 0.96, 0.584 + 0.96]);
    }

    #[test]
    fn but_changes_the_first_of_equal_valences() {
        // The 4 before `but` becomes 2, is found again at the 2 after it and halved once more; that 2 stays.
        assert_eq!(shifted(1, &[4.0, 0.0, 2.0]), [1.0, 0.0, 2.0]);
        // Three equal ones: each is the first of those left.
        assert_eq!(shifted(2, &[2.0, 2.0, 0.0, 2.0, -1.0]), [1.0, 1.0, 0.0, 3.0, -1.5]);
        // After `but`, a raised one meets a later equal: 2 to 3, and again to 4.5.
        assert_eq!(shifted(0, &[0.0, 2.0, 3.0]), [0.0, 4.5, 3.0]);
    }

    #[test]
    fn but_agrees_with_the_plain_search() {
        let mut many = 0;
        let values = [0.0, 1.0, 2.0, 4.0, 3.0, -2.0, 1.5, 0.5, -1.0, 4.5];
        let mut seed = 1_u32;
        let mut random = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as usize
        };
        for _ in 0..2_000 {
            let length = 1 + random() % (3 * FEW);
            let mut plain: Vec<f64> = (0..length).map(|_| values[random() % values.len()]).collect();
            many += usize::from(plain.iter().filter(|&&v| v != 0.0).count() > FEW);
            let but = random() % length;
            let fast = shifted(but as u32, &plain);
            for i in 0..length {
                let value = plain[i];
                match plain.iter().position(|&v| v == value) {
                    Some(first) if first < but => plain[first] = value * 0.5,
                    Some(first) if first > but => plain[first] = value * 1.5,
                    _ => {}
                }
            }
            assert_eq!(fast, plain);
        }
        assert!((500..1_500).contains(&many), "both ways are tried");
    }

    #[test]
    fn shares_and_sum() {
        // good (1.9) among three neutral ones: 2.9 / 5.9, 3 / 5.9, 1.9 / sqrt(1.9^2 + 15).
        let polarity = totals(&noted(&[1.9]), Tally { tokens: 4, ..Tally::default() });
        let numbers = [polarity.neg, polarity.neu, polarity.pos, polarity.compound];
        assert_eq!(numbers, [0.0, 0.508, 0.492, 0.4404]);
        // Equal shares take no emphasis, nor does a sum of 0.
        let polarity = totals(&noted(&[2.0, -2.0]), Tally { tokens: 2, exclamations: 4, ..Tally::default() });
        assert_eq!([polarity.neg, polarity.neu, polarity.pos, polarity.compound], [0.5, 0.0, 0.5, 0.0]);
        assert_eq!(totals(&[], Tally { exclamations: 4, ..Tally::default() }).neu, 0.0);
    }

    #[test]
    fn roles_have_names() {
        assert_eq!(Role::named("negator"), Some(Role::NEGATOR));
        assert_eq!(Role::named("listed"), None);
    }
}
