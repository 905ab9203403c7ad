//! Sentiment of news: sentence by sentence over words, with what shifts them inside their clause.
//!
//! The value of a sentence of `n` words is `S / √n`, where `S` is the sum of the values of its words and phrases, each
//! times the factors of what shifts it; its score brings that into -1 to 1 as `x / √(x² + 4)`. The score of a text is
//! the mean over its sentences, so it does not grow with length.
//!
//! * A negator turns and halves what follows within four words of its clause; a booster or dampener within two words
//!   changes it by 15 %.
//! * Before `but` words weigh 0.7, after it 1.3; in the clause of `although` 0.7, outside of it 1.3.
//! * A comma, semicolon, colon, bracket or dash ends a clause. Names have no feeling.
//!
//! The rules are those that follow people's ratings of editorials best (`train/sentiment`); the values of words are
//! fitted there, starting from VADER (Hutto & Gilbert 2014) and the opinion lexicon (Hu & Liu 2004).

use serde::Serialize;

use crate::document::{Document, Sentence};
use crate::lexicon::lexeme::Hints;
use crate::lexicon::news::{PhraseMeaning, Shift, ValueSource};
use crate::span::Span;

/// How many words back a negator reaches.
const NEGATOR_REACH: usize = 4;
/// How many words back a booster or dampener reaches.
const BOOSTER_REACH: usize = 2;
const NEGATED: f64 = -0.5;
const BOOSTED: f64 = 1.15;
const DAMPENED: f64 = 0.85;
const LIGHT: f64 = 0.7;
const HEAVY: f64 = 1.3;
/// What is added to the square of a sentence's value before it is brought into -1 to 1.
const ALPHA: f64 = 4.0;

/// The sentiment of a text of news.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
#[non_exhaustive]
pub struct NewsSentiment {
    /// Mean score of the sentences, -1 (negative) to 1 (positive). None without a word.
    pub score: Option<f64>,
    /// The same over the writer's own words alone: of each sentence, the words outside quotations.
    pub own: Option<f64>,
    /// The same over the words in direct and fragment quotations.
    pub quoted: Option<f64>,
    /// Share of the words that have a value, 0 to 1.
    pub coverage: Option<f64>,
    /// Mean subjectivity, 0 to 1, of the words for which it is known (pattern.en, De Smedt & Daelemans 2012).
    pub subjectivity: Option<f64>,
}

/// A word or phrase with feeling.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SentimentHit {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// What it adds to its sentence: the base value times all factors.
    pub value: f64,
    /// Its value by itself, about -4 to 4.
    pub base: f64,
    /// The list that has it.
    pub source: ValueSource,
    /// Whether it stands in a direct or fragment quotation.
    pub quoted: bool,
    /// What shifts it, in the order of the rules.
    pub shifters: Vec<Shifter>,
}

/// What shifts a word with feeling.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Shifter {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// What it does.
    pub shift: Shift,
    /// The factor on the value.
    pub factor: f64,
}

/// A word or phrase with a value, in words of the document.
#[derive(Debug, Clone, Copy)]
struct Found {
    first: usize,
    last: usize,
    base: f64,
    source: ValueSource,
    quoted: bool,
    factor: f64,
}

/// A shifting word or phrase, in words of the document.
#[derive(Debug, Clone, Copy)]
struct Shifting {
    first: usize,
    last: usize,
    shift: Shift,
}

/// Reads the sentences of a document one by one.
pub(super) struct Reader<'d, 't> {
    document: &'d Document<'t>,
    /// Whether every word that may have a value is given the value 1.
    every: bool,
    found: Vec<Found>,
    shifting: Vec<Shifting>,
    known: usize,
    subjectivity: (f64, usize),
}

impl<'d, 't> Reader<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>) -> Self {
        Self { document, every: false, found: Vec::new(), shifting: Vec::new(), known: 0, subjectivity: (0.0, 0) }
    }

    /// Reads a sentence; `applied` is told of every factor.
    fn read(&mut self, sentence: &Sentence, mut applied: impl FnMut(usize, Shifting, f64)) {
        self.find(sentence);
        for index in 0..self.found.len() {
            self.shift(index, &mut applied);
        }
        self.weigh(sentence, &mut applied);
    }

    /// The words and phrases with a value, and those that shift.
    fn find(&mut self, sentence: &Sentence) {
        let Self { document, every, found, shifting, .. } = self;
        let (words, types, news) = (document.words(), document.types(), &document.lexicons().news);
        found.clear();
        shifting.clear();
        let (mut from, end) = (sentence.first_word as usize, sentence.end_word as usize);
        let next = |from| if *every { (from < end).then_some(from) } else { document.hinted(from, end, Hints::NEWS) };
        while let Some(at) = next(from) {
            let word = &words[at];
            let known = news.word(types[word.id as usize].lexeme.news);
            let number = |n: usize| {
                let next = at + n;
                (next < end && document.joined(next)).then(|| types[words[next].id as usize].lexeme.word)
            };
            if document.is_hinted(at, Hints::NEWS_PHRASES)
                && let Some((length, meaning)) = news.phrase(known, number)
            {
                let last = at + length - 1;
                match meaning {
                    PhraseMeaning::Value(base) if base != 0.0 => {
                        let source = ValueSource::Phrase;
                        found.push(Found { first: at, last, base, source, quoted: word.quoted, factor: 1.0 });
                        self.known += length;
                    }
                    PhraseMeaning::Shift(shift) => shifting.push(Shifting { first: at, last, shift }),
                    PhraseMeaning::Value(_) | PhraseMeaning::Plain => {}
                }
                from = last + 1;
                continue;
            }
            if let Some(shift) = known.shift {
                shifting.push(Shifting { first: at, last: at, shift });
            }
            let value = if *every { Some((1.0, ValueSource::News)) } else { known.value() };
            if let Some((base, source)) = value.filter(|_| !word.named) {
                found.push(Found { first: at, last: at, base, source, quoted: word.quoted, factor: 1.0 });
                self.known += 1;
            }
            if let Some(subjectivity) = known.subjectivity() {
                self.subjectivity.0 += subjectivity;
                self.subjectivity.1 += 1;
            }
            from = at + 1;
        }
    }

    /// Negators, boosters and dampeners before a word, in its clause.
    fn shift(&mut self, index: usize, applied: &mut impl FnMut(usize, Shifting, f64)) {
        if self.shifting.is_empty() {
            return;
        }
        let found = &mut self.found[index];
        let before = self.shifting.partition_point(|shifting| shifting.last < found.first);
        for &shifting in self.shifting[..before].iter().rev() {
            let distance = found.first - shifting.last;
            if distance > NEGATOR_REACH {
                break;
            }
            let factor = match shifting.shift {
                Shift::Negator => NEGATED,
                Shift::Booster if distance <= BOOSTER_REACH => BOOSTED,
                Shift::Dampener if distance <= BOOSTER_REACH => DAMPENED,
                _ => continue,
            };
            if self.document.clause_ends(shifting.last, found.first) {
                break;
            }
            found.factor *= factor;
            applied(index, shifting, factor);
        }
    }

    /// The sides of a contrast or a concession.
    fn weigh(&mut self, sentence: &Sentence, applied: &mut impl FnMut(usize, Shifting, f64)) {
        let start = sentence.first_word as usize;
        let turns = |shifting: &&Shifting| match shifting.shift {
            Shift::Contrast => shifting.first > start,
            Shift::Concession => true,
            _ => false,
        };
        let Some(&turn) = self.shifting.iter().find(turns) else { return };
        let light = if turn.shift == Shift::Contrast {
            start..turn.first
        } else {
            let end = sentence.end_word as usize;
            let clause = turn.last + 1..end;
            let clause_end = clause.into_iter().find(|&index| self.document.clause_ends(index - 1, index));
            turn.first..clause_end.unwrap_or(end)
        };
        for (index, found) in self.found.iter_mut().enumerate() {
            let factor = if light.contains(&found.first) { LIGHT } else { HEAVY };
            found.factor *= factor;
            applied(index, turn, factor);
        }
    }

    /// The score of the words of one kind, of which there are so many.
    fn score(&self, words: usize, counts: impl Fn(&Found) -> bool) -> Option<f64> {
        let sum: f64 = self.found.iter().filter(|found| counts(found)).map(|found| found.base * found.factor).sum();
        (words > 0).then(|| squash(sum / (words as f64).sqrt()))
    }
}

/// Brings the value of a sentence into -1 to 1.
fn squash(value: f64) -> f64 {
    value / (value * value + ALPHA).sqrt()
}

/// A mean that grows number by number.
#[derive(Debug, Clone, Copy, Default)]
struct Mean {
    sum: f64,
    count: usize,
}

impl Mean {
    fn add(&mut self, value: Option<f64>) {
        self.sum += value.unwrap_or_default();
        self.count += usize::from(value.is_some());
    }

    fn value(self) -> Option<f64> {
        (self.count > 0).then(|| self.sum / self.count as f64)
    }
}

/// Scores a document; `each` is given the score of every sentence that holds a word.
pub(super) fn news(document: &Document<'_>, mut each: impl FnMut(f64)) -> NewsSentiment {
    if document.lexicons().news.is_empty() {
        return NewsSentiment::default();
    }
    let mut reader = Reader::new(document);
    let [mut all, mut own, mut quoted] = [Mean::default(); 3];
    for sentence in document.sentences() {
        reader.read(sentence, |_, _, _| {});
        let words = sentence.len();
        let score = reader.score(words, |_| true);
        score.into_iter().for_each(&mut each);
        all.add(score);
        // Most sentences are of one voice.
        match sentence.quoted as usize {
            0 => own.add(score),
            words_quoted if words_quoted == words => quoted.add(score),
            words_quoted => {
                own.add(reader.score(words - words_quoted, |found| !found.quoted));
                quoted.add(reader.score(words_quoted, |found| found.quoted));
            }
        }
    }
    let words = document.words().len();
    let (sum, count) = reader.subjectivity;
    NewsSentiment {
        score: all.value(),
        own: own.value(),
        quoted: quoted.value(),
        coverage: (words > 0).then(|| reader.known as f64 / words as f64),
        subjectivity: (count > 0).then(|| sum / count as f64),
    }
}

/// Every word and phrase with feeling, and what shifts it.
pub(crate) fn hits(document: &Document<'_>) -> Vec<SentimentHit> {
    let words = document.words();
    let span = |first: usize, last: usize| Span { start: words[first].span.start, end: words[last].span.end };
    let mut reader = Reader::new(document);
    let mut hits = Vec::new();
    let mut shifters: Vec<(usize, Shifter)> = Vec::new();
    for sentence in document.sentences() {
        shifters.clear();
        reader.read(sentence, |index, Shifting { first, last, shift }, factor| {
            shifters.push((index, Shifter { span: span(first, last), shift, factor }));
        });
        // Stable: the shifters of one word stay in the order of the rules.
        shifters.sort_by_key(|&(index, _)| index);
        let mut rest = shifters.iter().peekable();
        for (index, found) in reader.found.iter().enumerate() {
            let own = std::iter::from_fn(|| rest.next_if(|&&(of, _)| of == index)).map(|&(_, shifter)| shifter);
            hits.push(SentimentHit {
                span: span(found.first, found.last),
                value: found.base * found.factor,
                base: found.base,
                source: found.source,
                quoted: found.quoted,
                shifters: own.collect(),
            });
        }
    }
    hits
}

impl Document<'_> {
    /// The factor by which the rules of news sentiment change the value of each word, in the order of
    /// [`Document::words`]: 0 for names and inside phrases that have a value of their own. What values are fitted with.
    pub fn sentiment_factors(&self) -> Vec<f64> {
        let mut factors = vec![0.0; self.words().len()];
        let mut reader = Reader { every: true, ..Reader::new(self) };
        for sentence in self.sentences() {
            reader.read(sentence, |_, _, _| {});
            for found in reader.found.iter().filter(|found| found.source != ValueSource::Phrase) {
                factors[found.first] = found.factor;
            }
        }
        factors
    }
}
