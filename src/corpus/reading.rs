//! Reading: from a text to the keys that a table counts.

use crate::analyzer::{Analyzer, Wanted};
use crate::error::Error;
use crate::span::Span;
use crate::text::fold::{fold_into, keep_capitals_into};
use crate::text::interner::{Interner, Key};
use crate::text::sentences::sentences;
use crate::text::words::{TokenKind, Tokens};

use super::counter::Counter;
use super::settings::{CasePolicy, NUMBER, NumberPolicy, StopWords, TableSettings, Voices};
use super::stems::{Stemmer, Stems};

/// Settings, ready to read by.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) settings: TableSettings,
    is_plain: bool,
    stop_words: Interner,
    /// Where it matters who speaks.
    analyzer: Option<Analyzer>,
    stemmer: Option<Stemmer>,
}

/// What is reused from text to text.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    buffer: String,
    pieces: Vec<Piece>,
    /// Numbers of pieces at which sentences end.
    ends: Vec<usize>,
    units: Units,
    stems: Stems,
}

/// A word on its way into the table.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: usize,
    end: usize,
    kind: TokenKind,
    is_left_out: bool,
}

/// The words of a stretch in the form in which they are counted, one after the other.
#[derive(Debug, Default)]
struct Units {
    texts: String,
    /// Where each lies; none where a word is left out.
    places: Vec<Option<(usize, usize)>>,
}

impl Units {
    fn clear(&mut self) {
        self.texts.clear();
        self.places.clear();
    }

    fn get(&self, at: usize) -> Option<&str> {
        let (start, end) = (*self.places.get(at)?)?;
        Some(&self.texts[start..end])
    }
}

impl Reading {
    pub(crate) fn new(settings: TableSettings) -> Result<Self, Error> {
        settings.check()?;
        let mut stop_words = Interner::with_capacity(0);
        for word in settings.stop_words.iter().flat_map(StopWords::words) {
            stop_words.intern_text(word);
        }
        let analyzer = match settings.voices {
            Voices::All => None,
            Voices::Own | Voices::Quoted => Some(Analyzer::builder().language(settings.language).build()?),
        };
        let stemmer = if settings.stem { Some(Stemmer::of(settings.language)?) } else { None };
        Ok(Self { is_plain: settings.is_plain(), settings, stop_words, analyzer, stemmer })
    }

    /// Counts the keys of a text, which begins with its title if it has one, and returns how many they are.
    pub(crate) fn read(
        &self,
        text: &str,
        title: Option<Span>,
        scratch: &mut Scratch,
        counter: &mut Counter,
    ) -> Result<u64, Error> {
        if self.is_plain {
            return Ok(count_words(text, &mut scratch.buffer, counter));
        }
        scratch.pieces.clear();
        scratch.ends.clear();
        match &self.analyzer {
            Some(analyzer) => self.cut_by_voice(analyzer, text, title, scratch)?,
            None => cut(text, scratch),
        }
        let Scratch { buffer, pieces, ends, units, stems } = scratch;
        units.clear();
        let (mut start, mut tokens) = (0, 0);
        for &end in &*ends {
            self.add_units(text, &pieces[start..end], units, stems);
            if !self.settings.across_sentences {
                tokens += self.count(units, buffer, counter);
                units.clear();
            }
            start = end;
        }
        Ok(tokens + self.count(units, buffer, counter))
    }

    /// The key of words that are written as in a text, with a space between them.
    pub(crate) fn key(&self, words: &str) -> String {
        let mut key = String::with_capacity(words.len());
        for word in words.split(' ') {
            if !key.is_empty() {
                key.push(' ');
            }
            if self.settings.case == CasePolicy::KeepAcronyms && is_acronym(word) {
                keep_capitals_into(word, &mut key);
                continue;
            }
            let start = key.len();
            fold_into(word, &mut key);
            if let Some(stemmer) = &self.stemmer {
                let stem = stemmer.stem(&key[start..]);
                key.truncate(start);
                key.push_str(&stem);
            }
        }
        key
    }

    /// Cuts a text into words and sentences, and leaves out those of the other voice.
    fn cut_by_voice(
        &self,
        analyzer: &Analyzer,
        text: &str,
        title: Option<Span>,
        scratch: &mut Scratch,
    ) -> Result<(), Error> {
        let document = analyzer.parse(text, title, Wanted::QUOTATIONS)?;
        let wants_quoted = self.settings.voices == Voices::Quoted;
        scratch.pieces.extend(document.words().iter().map(|word| Piece {
            start: word.span.start as usize,
            end: word.span.end as usize,
            kind: word.kind,
            is_left_out: word.quoted != wants_quoted,
        }));
        scratch.ends.extend(document.sentences().iter().map(|sentence| sentence.end_word as usize));
        Ok(())
    }

    /// Adds the words of a sentence in the form in which they are counted.
    fn add_units(&self, text: &str, pieces: &[Piece], units: &mut Units, stems: &mut Stems) {
        let keeps_acronyms = self.settings.case == CasePolicy::KeepAcronyms
            && pieces.iter().any(|piece| text[piece.start..piece.end].chars().any(char::is_lowercase));
        for piece in pieces {
            let start = units.texts.len();
            let is_kept = !piece.is_left_out && self.add_unit(text, piece, keeps_acronyms, &mut units.texts, stems);
            if !is_kept {
                units.texts.truncate(start);
            }
            units.places.push(is_kept.then_some((start, units.texts.len())));
        }
    }

    /// Appends the form in which a word is counted; says no when it is left out.
    fn add_unit(&self, text: &str, piece: &Piece, keeps_acronyms: bool, units: &mut String, stems: &mut Stems) -> bool {
        let word = &text[piece.start..piece.end];
        if piece.kind == TokenKind::Number {
            match self.settings.numbers {
                NumberPolicy::Keep => {}
                NumberPolicy::Join => {
                    units.push_str(NUMBER);
                    return true;
                }
                NumberPolicy::Drop => return false,
            }
        }
        if keeps_acronyms && piece.kind == TokenKind::Word && is_acronym(word) {
            // Not the stop word that it would be in small letters: US, IT.
            keep_capitals_into(word, units);
            return true;
        }
        let start = units.len();
        fold_into(word, units);
        let folded = &units[start..];
        if self.stop_words.get_text(folded).is_some() {
            return false;
        }
        if piece.kind == TokenKind::Word
            && let Some(stemmer) = &self.stemmer
        {
            let stem = stems.stem(folded, || stemmer.stem(folded));
            units.truncate(start);
            units.push_str(stem);
        }
        true
    }

    /// Counts the n-grams of a stretch and returns how many they are.
    fn count(&self, units: &Units, key: &mut String, counter: &mut Counter) -> u64 {
        let n = usize::from(self.settings.n);
        let reach = n + usize::from(self.settings.skip);
        let mut tokens = 0;
        for first in 0..units.places.len() {
            let end = units.places.len().min(first + reach);
            key.clear();
            tokens += add_ngrams(units, first, end, n, key, counter);
        }
        tokens
    }
}

/// Adds the word at `at` to the key, and counts every n-gram that it then begins with: of `n` words more, this one
/// among them, all before `end`. Without words to skip, `end` leaves one choice.
fn add_ngrams(units: &Units, at: usize, end: usize, n: usize, key: &mut String, counter: &mut Counter) -> u64 {
    let Some(unit) = units.get(at) else { return 0 };
    let length = key.len();
    if length > 0 {
        key.push(' ');
    }
    key.push_str(unit);
    let tokens = if n == 1 {
        counter.add(Key::of(key), || key);
        1
    } else {
        (at + 1..end)
            .take_while(|next| next + n - 1 <= end)
            .map(|next| add_ngrams(units, next, end, n - 1, key, counter))
            .sum()
    };
    key.truncate(length);
    tokens
}

/// The shortest way: every token is a key.
fn count_words(text: &str, buffer: &mut String, counter: &mut Counter) -> u64 {
    let mut count = 0;
    let mut tokens = Tokens::new(text);
    while let Some((token, key)) = tokens.next_keyed() {
        if token.kind.is_word() {
            let key = key.unwrap_or_else(|| Key::of_token(text, &token, buffer));
            counter.add(key, || buffer);
            count += 1;
        }
    }
    count
}

/// Cuts a text into words and sentences.
fn cut(text: &str, scratch: &mut Scratch) {
    let words = Tokens::new(text).filter(|token| token.kind.is_word());
    scratch.pieces.extend(words.map(|token| Piece {
        start: token.start,
        end: token.end,
        kind: token.kind,
        is_left_out: false,
    }));
    let mut at = 0;
    for sentence in sentences(text) {
        at += scratch.pieces[at..].iter().take_while(|piece| piece.start < sentence.end).count();
        scratch.ends.push(at);
    }
}

/// Whether a word is all in capitals, two at least, but for a possessive ending.
fn is_acronym(word: &str) -> bool {
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let mut capitals = 0;
    for c in stem.chars().filter(|c| c.is_alphabetic()) {
        if !c.is_uppercase() {
            return false;
        }
        capitals += 1;
    }
    capitals >= 2
}
