//! The document: one scan of the text, and everything that the measures read.

pub(crate) mod attribution;
mod hints;
mod people;
pub(crate) mod phrases;
pub(crate) mod quotation;
pub(crate) mod sources;

use attribution::{Attribution, attributions};
use hints::HintMap;
use quotation::{Quotation, quotations};
use sources::Reader;

use crate::error::Error;
use crate::lexicon::Lexicons;
use crate::lexicon::lexeme::{Hints, Lexeme, LexemeCache};
use crate::span::Span;
use crate::text::interner::{Interner, Key, Words};
use crate::text::quotations::{Marked, QuotationScan};
use crate::text::sentences;
use crate::text::words::{Shape, Token, TokenKind, Tokens};

/// A word of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Number of its type: the folded form, see [`Document::types`].
    pub id: u32,
    /// Which characters it holds.
    pub shape: Shape,
    /// What kind of token it is.
    pub kind: TokenKind,
    /// Whether it looks like a name: a capital away from the start of a sentence.
    pub named: bool,
    /// Whether it stands inside quotation marks around someone's words.
    pub quoted: bool,
}

/// A folded word of the text and what is known of it.
#[derive(Debug, Clone, Copy)]
pub struct WordType {
    /// How often it occurs.
    pub count: u32,
    /// How often it looks like a name.
    pub named: u32,
    /// How often it begins with a capital that says nothing, at the start of a sentence or in a headline.
    pub initial: u32,
    /// How often it stands inside a quotation.
    pub quoted: u32,
    /// What is known of it, whatever the text.
    pub(crate) lexeme: Lexeme,
}

impl WordType {
    /// Pronounced syllables: at least 1, but for the few sounds without a vowel in CMUdict (`hm`, `sh`), which have none.
    pub fn syllables(&self) -> u32 {
        self.lexeme.syllables
    }

    /// Letters.
    pub fn letters(&self) -> u32 {
        self.lexeme.letters
    }

    /// Letters and digits.
    pub fn characters(&self) -> u32 {
        self.lexeme.characters
    }
}

/// A sentence: its text with the white space after it, and its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands; the spans of all sentences tile the text.
    pub span: Span,
    /// Index of its first word.
    pub first_word: u32,
    /// One past the index of its last word.
    pub end_word: u32,
    /// Whether a paragraph ends with it.
    pub ends_paragraph: bool,
    /// How many of its words stand inside quotation marks around someone's words.
    pub(crate) quoted: u32,
}

impl Sentence {
    /// Number of words.
    pub fn len(&self) -> usize {
        (self.end_word - self.first_word) as usize
    }

    /// Whether no word is inside.
    pub fn is_empty(&self) -> bool {
        self.first_word == self.end_word
    }
}

/// A text, read once: its words, word types, sentences, paragraphs and quotations. The measures see nothing else.
#[derive(Debug)]
pub struct Document<'t> {
    text: &'t str,
    lexicons: &'t Lexicons,
    words: Vec<Word>,
    /// Who has to look at each word.
    hints: HintMap,
    interner: Interner,
    types: Vec<WordType>,
    sentences: Vec<Sentence>,
    quotations: Vec<Quotation>,
    attributions: Vec<Attribution>,
    headline: Option<Span>,
    paragraphs: usize,
    has_blank_lines: bool,
}

/// Blocks before the headline that are labels: a section name, "Featured".
const LABEL_WORDS: usize = 2;
/// A block longer than this is no headline.
const HEADLINE_WORDS: usize = 25;

impl<'t> Document<'t> {
    /// Reads a text that begins with the given headline, or with one to be found. Without the quotations nobody is quoted
    /// and nobody reports.
    pub(crate) fn parse(
        text: &'t str,
        headline: Option<Span>,
        lexicons: &'t Lexicons,
        with_quotations: bool,
    ) -> Result<Self, Error> {
        if u32::try_from(text.len()).is_err() {
            return Err(Error::TextTooLong { bytes: text.len() });
        }
        let mut document = Self {
            text,
            lexicons,
            // English news has a word every six bytes and a type every two to three words.
            words: Vec::with_capacity(text.len() / 5 + 4),
            hints: HintMap::default(),
            interner: Interner::with_capacity(text.len() / 12 + 16),
            types: Vec::new(),
            sentences: Vec::with_capacity(text.len() / 100 + 1),
            quotations: Vec::new(),
            attributions: Vec::new(),
            headline,
            paragraphs: 0,
            // The blank line below a given headline says nothing about the text.
            has_blank_lines: has_blank_line(headline.map_or(text, |span| text[span.end as usize..].trim_start())),
        };
        let mut occurrences = Vec::with_capacity(document.words.capacity());
        let marks = document.scan(&mut occurrences);
        lexicons.remembered.with(|cache| document.read_types(cache, &occurrences));
        if headline.is_none() {
            document.find_headline();
        }
        if with_quotations {
            document.attributions = attributions(&document, &marks);
            document.quotations = quotations(&Reader::new(&document), &marks, &document.attributions);
        }
        document.mark_words();
        Ok(document)
    }

    /// The one pass: tokens with their types, sentence ends and quotation marks. Says of each word who has to look at it
    /// for how it stands in the text.
    fn scan(&mut self, hints: &mut Vec<Hints>) -> Vec<Marked> {
        let text = self.text;
        let bytes = text.as_bytes();
        let mut quotations = QuotationScan::default();
        let mut buffer = String::new();
        let mut open = OpenSentence { mark_floor: sentences::first_start(text), ..OpenSentence::default() };
        let mut gap = 0;
        // Start of the token before, if it is a word.
        let mut word_before = None;
        let mut tokens = Tokens::new(text);
        while let Some((token, key)) = tokens.next_keyed() {
            // What stands between most words says nothing.
            let is_spaced = token.start == gap + 1 && bytes[gap] == b' ';
            if open.end.is_some() || !is_spaced && bytes[gap..token.start] != *b", " {
                self.read_gap(gap, token.start, &mut open, &mut quotations);
            }
            if token.kind.is_word() {
                let between = word_before.map(|start| (gap - start, &bytes[gap..token.start]));
                hints.push(hints_between(between).or(hints_of(token.shape)));
                self.push_word(&token, key, &mut buffer);
            }
            word_before = token.kind.is_word().then_some(token.start);
            gap = token.end;
        }
        self.read_gap(gap, bytes.len(), &mut open, &mut quotations);
        if open.mark_floor < bytes.len() {
            self.end_sentence(&mut open, bytes.len(), true, &mut quotations);
        }
        quotations.finish(text)
    }

    /// Reads what stands between two words: marks that may end a sentence, line ends and quotation marks.
    fn read_gap(&mut self, from: usize, to: usize, open: &mut OpenSentence, quotations: &mut QuotationScan) {
        let text = self.text;
        let bytes = text.as_bytes();
        for at in from..to {
            self.end_sentence_before(at, open, quotations);
            let byte = bytes[at];
            if QuotationScan::is_mark(byte) {
                quotations.mark(text, at);
            }
            if open.end.is_none()
                && sentences::CANDIDATE[usize::from(byte)]
                && let Some(next) = sentences::break_at(self.lexicons.sentence_words, text, open.mark_floor, at)
            {
                // The number of a list item is read before its mark says that the item begins with it.
                open.end = Some((next, next == text.len() || self.ends_paragraph(&text[at.min(next)..next])));
            }
        }
        self.end_sentence_before(to, open, quotations);
    }

    /// Ends the sentence whose end was seen, once everything before `at` was read.
    fn end_sentence_before(&mut self, at: usize, open: &mut OpenSentence, quotations: &mut QuotationScan) {
        if let Some((next, ends_paragraph)) = open.end.filter(|&(next, _)| next <= at) {
            open.end = None;
            self.end_sentence(open, next, ends_paragraph, quotations);
        }
    }

    /// Whether the end of a sentence, with the white space after it, ends a paragraph: at a blank line, or at any line
    /// end in a text without blank lines.
    fn ends_paragraph(&self, end: &str) -> bool {
        let mut lines = end.split(['\n', '\u{2028}', '\u{2029}', '\u{85}']).skip(1);
        let Some(first) = lines.next() else {
            return end.contains('\r');
        };
        !self.has_blank_lines || (first.trim().is_empty() && lines.next().is_some())
    }

    fn end_sentence(
        &mut self,
        open: &mut OpenSentence,
        end: usize,
        ends_paragraph: bool,
        quotations: &mut QuotationScan,
    ) {
        if self.text[open.start..end].trim_start().is_empty() {
            // White space alone is no sentence.
            return;
        }
        let ends_paragraph = ends_paragraph || end == self.text.len();
        let later = self.words.iter().rev().take_while(|word| word.span.start as usize >= end).count();
        let end_word = (self.words.len() - later) as u32;
        self.sentences.push(Sentence {
            span: Span::new(open.start, end),
            first_word: open.first_word,
            end_word,
            ends_paragraph,
            quoted: 0,
        });
        open.start = end;
        open.mark_floor = end;
        open.first_word = end_word;
        if ends_paragraph {
            self.paragraphs += 1;
            quotations.end_paragraph(self.text, end);
        }
    }

    #[inline]
    fn push_word(&mut self, token: &Token, key: Option<Key>, buffer: &mut String) {
        let key = key.unwrap_or_else(|| Key::of_token(self.text, token, buffer));
        let folded = &*buffer;
        let append = |texts: &mut String| key.push_token(texts, token, folded);
        let (id, _) = self.interner.intern(key, || folded, append);
        self.words.push(Word {
            span: Span::new(token.start, token.end),
            id,
            shape: token.shape,
            kind: token.kind,
            named: false,
            quoted: false,
        });
    }
}

impl Document<'_> {
    /// Looks up all types and counts them. `occurrences` are the hints of the words as they stand in the text.
    fn read_types(&mut self, cache: &mut LexemeCache, occurrences: &[Hints]) {
        let Self { lexicons, interner, .. } = self;
        let likely = cache.likely(interner.keys().map(|(_, key)| key));
        self.types = interner
            .keys()
            .zip(likely)
            .map(|((id, key), likely)| WordType {
                count: 0,
                named: 0,
                initial: 0,
                quoted: 0,
                lexeme: cache.lexeme(likely, lexicons, key, || interner.text(id)),
            })
            .collect();
        let types = &mut self.types;
        let hints = self.words.iter().zip(occurrences).map(|(word, &occurrence)| {
            let word_type = &mut types[word.id as usize];
            word_type.count += 1;
            word_type.lexeme.hints().or(occurrence)
        });
        self.hints = HintMap::of(self.words.len(), hints);
    }

    /// The headline: the first block of a few words on one line, without a full stop, with a text below it.
    fn find_headline(&mut self) {
        let mut first = 0;
        let mut labels = 0;
        while let Some(last) = self.sentences[first..].iter().position(|sentence| sentence.ends_paragraph) {
            let last = first + last;
            if last + 1 >= self.sentences.len() || labels > LABEL_WORDS {
                return;
            }
            let span = Span { start: self.sentences[first].span.start, end: self.sentences[last].span.end };
            let words = (self.sentences[last].end_word - self.sentences[first].first_word) as usize;
            let block = span.of(self.text);
            let trimmed = block.trim_end();
            if words > LABEL_WORDS || trimmed.is_empty() {
                let end = trimmed.trim_end_matches(['"', '\'', '”', '’', ')', ']']);
                let closed = end.ends_with(['.', ':', ';', ',']) && !end.ends_with("...");
                if !trimmed.is_empty() && words <= HEADLINE_WORDS && !closed && !trimmed.trim_start().contains('\n') {
                    let lead = (block.len() - block.trim_start().len()) as u32;
                    self.headline = Some(Span { start: span.start + lead, end: span.start + trimmed.len() as u32 });
                }
                return;
            }
            labels += 1;
            first = last + 1;
        }
    }

    /// Marks the words inside quotations and those that look like names, and counts both for their types.
    fn mark_words(&mut self) {
        self.mark_quoted();
        let text = self.text;
        let headline_end = self.headline.map_or(0, |headline| headline.end);
        for sentence in &self.sentences {
            let (first, end) = (sentence.first_word as usize, sentence.end_word as usize);
            let shouted = is_shouted(&self.words[first..end]);
            let mut from = first;
            while let Some(index) = self.hints.next(from, end, Hints::CAPITAL) {
                from = index + 1;
                let word = &mut self.words[index];
                let says_nothing = shouted
                    || index == first
                    || word.span.start < headline_end
                    || self.hints.has(index, Hints::APART) && opens_clause(text, word.span.start as usize);
                let word_type = &mut self.types[word.id as usize];
                if says_nothing {
                    word_type.initial += 1;
                } else {
                    word.named = true;
                    word_type.named += 1;
                }
            }
        }
    }

    /// Marks the words inside quotations.
    fn mark_quoted(&mut self) {
        let mut sentence = 0;
        for quotation in self.quotations.iter().filter(|quotation| quotation.outer && quotation.kind.is_speech()) {
            let first = self.words.partition_point(|word| word.span.start < quotation.span.start);
            for (index, word) in self.words.iter_mut().enumerate().skip(first) {
                if word.span.end > quotation.span.end {
                    break;
                }
                word.quoted = true;
                self.types[word.id as usize].quoted += 1;
                while self.sentences[sentence].end_word as usize <= index {
                    sentence += 1;
                }
                self.sentences[sentence].quoted += 1;
            }
        }
    }
}

/// Who has to look closer at a word for what stands between the word before, of so many bytes, and it; for that there is
/// no word before it.
#[inline]
fn hints_between(between: Option<(usize, &[u8])>) -> Hints {
    const BOTH: Hints = Hints::APART.or(Hints::VADER_PIECE);
    match between {
        Some((_, b" ")) => Hints::default(),
        // VADER strips a mark from words of three letters and more.
        Some((3.., [mark, b' '])) if mark.is_ascii_punctuation() => Hints::APART,
        _ => BOTH,
    }
}

/// Who has to look closer at a word of this shape.
fn hints_of(shape: Shape) -> Hints {
    // VADER knows no other apostrophe than that of ASCII, and weighs words in capitals.
    let for_vader = shape.has(Shape::NON_ASCII) || shape.has(Shape::UPPER) && !shape.has(Shape::LOWER);
    Hints::VADER.when(for_vader).or(Hints::CAPITAL.when(shape.has(Shape::INITIAL_UPPER)))
}

/// Whether a sentence is all capitals, which then say nothing.
fn is_shouted(words: &[Word]) -> bool {
    words.iter().all(|word| !word.shape.has(Shape::LOWER) && !word.shape.has(Shape::NON_ASCII))
}

/// Whether a capital at `start` says nothing because a quotation, a bracket or a colon opens just before it.
fn opens_clause(text: &str, start: usize) -> bool {
    let mut before = text[..start].chars().rev();
    match before.next() {
        Some('"' | '\'' | '(' | '[' | '“' | '‘' | '«') => true,
        // A no-break space is a space.
        Some(space) if space.is_whitespace() && space != '\n' => before.next() == Some(':'),
        _ => false,
    }
}

impl<'t> Document<'t> {
    /// The text, as it was given.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The words in order: everything that is counted, URLs and e-mail addresses not among them.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The next word from `index` on, before word `end`, at which this one has to look.
    #[inline]
    pub(crate) fn hinted(&self, index: usize, end: usize, who: Hints) -> Option<usize> {
        self.hints.next(index, end, who)
    }

    /// Whether this one has to look at word `index`.
    #[inline]
    pub(crate) fn is_hinted(&self, index: usize, who: Hints) -> bool {
        self.hints.has(index, who)
    }

    /// The distinct folded words, by [`Word::id`], in order of first occurrence.
    pub fn types(&self) -> &[WordType] {
        &self.types
    }

    /// The folded form of a type.
    pub fn type_text(&self, id: u32) -> &str {
        self.interner.text(id)
    }

    /// The folded forms of all types.
    pub(crate) fn into_type_texts(self) -> Words {
        self.interner.into_words()
    }

    /// The sentences in order; their spans tile the text.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The quotations in order of their opening marks.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// The reporting verbs and phrases with their sources, in the order of the text.
    pub(crate) fn attributions(&self) -> &[Attribution] {
        &self.attributions
    }

    /// The headline, if the text begins with one.
    pub fn headline(&self) -> Option<Span> {
        self.headline
    }

    /// Number of paragraphs.
    pub fn paragraph_count(&self) -> usize {
        self.paragraphs
    }

    /// What stands between word `index` and the one before it.
    fn gap(&self, index: usize) -> &'t str {
        let from = index.checked_sub(1).map_or(0, |before| self.words[before].span.end);
        &self.text[from as usize..self.words[index].span.start as usize]
    }

    /// Whether only white space stands between word `index` and the one before it.
    pub(crate) fn joined(&self, index: usize) -> bool {
        if !self.hints.has(index, Hints::APART) {
            return true;
        }
        let gap = self.gap(index);
        !gap.is_empty() && gap.chars().all(char::is_whitespace)
    }

    /// Whether a mark that ends a clause stands between two words.
    pub(crate) fn clause_ends(&self, before: usize, after: usize) -> bool {
        let apart = (before + 1..=after).filter(|&index| self.hints.has(index, Hints::APART));
        apart
            .map(|index| self.gap(index))
            .any(|gap| gap.contains([',', ';', ':', '(', ')', '[', ']', '–', '—']) || gap.contains("--"))
    }

    pub(crate) fn lexicons(&self) -> &Lexicons {
        self.lexicons
    }
}

/// Whether some line of the text is blank.
pub(crate) fn has_blank_line(text: &str) -> bool {
    let mut empty = false;
    for line in text.split_inclusive('\n') {
        if empty && line.trim().is_empty() {
            return true;
        }
        empty = line.ends_with('\n');
    }
    false
}

/// The sentence that is being read.
#[derive(Debug, Default)]
struct OpenSentence {
    start: usize,
    /// Its first character that is not white space: only the first sentence begins with some.
    mark_floor: usize,
    first_word: u32,
    /// Its end, and whether a paragraph ends there: seen at its mark, but closing marks, a footnote (`Why?[1] Next`) and
    /// an emoticon still belong to it.
    end: Option<(usize, bool)>,
}
