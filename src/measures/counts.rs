//! Counts: what every readability formula is made of.
//!
//! Most are sums over the word types of the document. The few that depend on what stands between the words (white
//! space, units, punctuation) are read off in one walk over the gaps. [`Document::counted`] shows for each count which
//! words, sentences or units it counted.

use serde::Serialize;
use unicode_normalization::char::is_combining_mark;

use crate::document::{Document, Sentence, Word, WordType};
use crate::language::Language;
use crate::lexicon::lexeme::Hints;
use crate::lexicon::vocabulary::WordFlags;
use crate::span::Span;
use crate::text::words::TokenKind;

/// Declares the counts once: the struct, the enum of their kinds, names and meanings.
macro_rules! counts {
    ($($(#[doc = $meaning:literal])+ $field:ident: $type:ty = $kind:ident, $unit:literal;)+) => {
        /// How much of everything a text has. Every count is a number of occurrences unless it says otherwise.
        ///
        /// A count that needs a word list is none in languages without that list. Counts can be made by hand, for
        /// [`Formula::score`](crate::Formula::score).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
        #[non_exhaustive]
        pub struct Counts {
            $($(#[doc = $meaning])+ pub $field: $type,)+
        }

        /// Which count.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum CountKind {
            $($(#[doc = $meaning])+ $kind,)+
        }

        impl CountKind {
            /// Every count, in the order of reports.
            pub const ALL: &[Self] = &[$(Self::$kind,)+];

            /// Name in reports and columns: the field of [`Counts`].
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => stringify!($field),)+
                }
            }

            /// What is counted, in a sentence or two.
            pub fn meaning(self) -> &'static str {
                match self {
                    $(Self::$kind => concat!($($meaning),+).trim_ascii(),)+
                }
            }

            /// What there are so many of.
            pub fn unit(self) -> &'static str {
                match self {
                    $(Self::$kind => $unit,)+
                }
            }

            /// The count of this kind.
            pub fn of(self, counts: &Counts) -> Option<u64> {
                match self {
                    $(Self::$kind => counts.$field.into(),)+
                }
            }
        }
    };
}

counts! {
    /// Words: tokens with a letter or digit, URLs and e-mail addresses not among them. Numbers joined by hyphens (52-48)
    /// are one word, as everything that stands between spaces is.
    words: u64 = Words, "words";
    /// Distinct folded words; the parts of joined numbers each for themselves.
    types: u64 = Types, "words";
    /// Sentences that hold a word; at least 1 when there is a word.
    sentences: u64 = Sentences, "sentences";
    /// Paragraphs.
    paragraphs: u64 = Paragraphs, "paragraphs";
    /// Units: stretches with a word that end at a sentence end, a colon, a semicolon or a dash (Wheeler & Smith 1954).
    units: u64 = Units, "units";
    /// Blanks between words: pairs of neighbouring words with white space between them (Danielson & Bryan 1963).
    blanks: u64 = Blanks, "blanks";
    /// Characters that are not white space, punctuation among them; the same in every Unicode normal form, so that an
    /// accent is no character of its own and an ellipsis is three full stops.
    non_space_characters: u64 = NonSpaceCharacters, "characters";
    /// Punctuation marks between words; a run of the same mark is one.
    punctuation_marks: u64 = PunctuationMarks, "marks";
    /// Pronounced syllables; in English numbers are counted as read aloud.
    syllables: u64 = Syllables, "syllables";
    /// Letters of words.
    letters: u64 = Letters, "letters";
    /// Letters and digits of words.
    characters: u64 = Characters, "characters";
    /// Sum of the squares of the words' numbers of letters, for the variance of word length.
    squared_letters: u64 = SquaredLetters, "letters squared";
    /// Letters of another script than the language's.
    foreign_letters: u64 = ForeignLetters, "letters";
    /// Words of one syllable.
    monosyllables: u64 = Monosyllables, "words";
    /// Words of two syllables or more.
    multisyllables: u64 = Multisyllables, "words";
    /// Words of three syllables or more (McLaughlin 1969: no exclusions).
    polysyllables: u64 = Polysyllables, "words";
    /// Words of one syllable but the, is, are, was and were (O'Hayre 1966).
    ohayre_monosyllables: Option<u64> = OhayreMonosyllables, "words";
    /// Hard words. English: Gunning's (1952), three syllables or more, but no proper names, no combinations of short
    /// easy words, no verb forms that reach three by -ed or -es. Polish: four syllables or more, no proper names
    /// (Pisarek 1969). Arabic: more than four syllables (El-Haj & Rayson 2016).
    complex_words: Option<u64> = ComplexWords, "words";
    /// Words of three letters or fewer, at least one (McAlpine 2006).
    mini_words: u64 = MiniWords, "words";
    /// Words of six letters or more (Raygor 1977).
    six_letter_words: u64 = SixLetterWords, "words";
    /// Words of more than six letters (Björnsson 1968).
    long_words: u64 = LongWords, "words";
    /// Words that are unfamiliar by the Dale-Chall list and its inflection rules.
    unfamiliar_words: Option<u64> = UnfamiliarWords, "words";
    /// Distinct words that are unfamiliar by the revised Spache list; each counts once.
    spache_unfamiliar_types: Option<u64> = SpacheUnfamiliarTypes, "words";
    /// Prepositions, by a list of words: a word of several classes is one whenever it occurs.
    prepositions: Option<u64> = Prepositions, "words";
    /// Conjunctions, by a list of words.
    conjunctions: Option<u64> = Conjunctions, "words";
    /// Pronouns, by a list of words: personal, possessive, reflexive, indefinite and interrogative.
    pronouns: Option<u64> = Pronouns, "words";
    /// Hard Arabic words with a letter or ending of the formal language (El-Haj & Rayson 2016).
    faseeh_words: Option<u64> = FaseehWords, "words";
    /// Words off the Harris-Jacobson list (1974), which is not freely licensed: never counted in a text.
    harris_jacobson_words: Option<u64> = HarrisJacobsonWords, "words";
    /// Distinct words off the list of 1,000 common German words of Bamberger and Vanecek (1984), which is not freely
    /// licensed: never counted in a text.
    uncommon_types: Option<u64> = UncommonTypes, "words";
    /// Foreign words in a German text, which no list tells: never counted in a text.
    foreign_words: Option<u64> = ForeignWords, "words";
    /// Words of sentences without an end mark: headings, list items, captions.
    fragment_words: u64 = FragmentWords, "words";
    /// Words inside quotation marks around someone's words.
    quoted_words: u64 = QuotedWords, "words";
}

impl CountKind {
    /// Whether texts in this language are counted so: not where the count needs a word list that is not there.
    pub fn is_for(self, language: Language) -> bool {
        match self {
            Self::OhayreMonosyllables | Self::UnfamiliarWords | Self::SpacheUnfamiliarTypes => {
                language == Language::English
            }
            Self::ComplexWords => matches!(language, Language::English | Language::Polish | Language::Arabic),
            Self::Prepositions | Self::Conjunctions | Self::Pronouns => {
                matches!(language, Language::English | Language::German)
            }
            Self::FaseehWords => language == Language::Arabic,
            Self::HarrisJacobsonWords | Self::UncommonTypes | Self::ForeignWords => false,
            _ => true,
        }
    }
}

/// A polysyllable has this many syllables (McLaughlin 1969).
const POLYSYLLABLE: u32 = 3;
/// A long word has more letters than this (Björnsson 1968).
pub(crate) const LONG_WORD_LETTERS: u32 = 6;
/// A mini-word has at most this many letters (McAlpine 2006).
const MINI_WORD_LETTERS: u32 = 3;
/// Raygor's long words have at least this many letters (1977).
const RAYGOR_LETTERS: u32 = 6;

/// Counts everything over the types of the document and the gaps between its words.
pub(crate) fn counts(document: &Document<'_>) -> Counts {
    let language = document.lexicons().language;
    let mut counts = Counts {
        words: document.words().len() as u64,
        types: document.types().len() as u64,
        paragraphs: document.paragraph_count() as u64,
        ..Counts::default()
    };
    let (mut complex, mut unfamiliar, mut spache, mut faseeh, mut ohayre, mut voiceless) = (0, 0, 0, 0, 0, 0);
    let (mut prepositions, mut conjunctions, mut pronouns) = (0, 0, 0);
    for word in document.types() {
        let lexeme = &word.lexeme;
        let (count, unnamed) = (u64::from(word.count), u64::from(word.count - word.names()));
        let letters = u64::from(lexeme.letters);
        let when = |is_counted: bool| if is_counted { count } else { 0 };
        counts.syllables += count * u64::from(lexeme.syllables);
        counts.letters += count * letters;
        counts.squared_letters = counts.squared_letters.saturating_add(count.saturating_mul(letters * letters));
        counts.characters += count * u64::from(lexeme.characters);
        counts.non_space_characters += count * u64::from(lexeme.length);
        counts.foreign_letters += count * u64::from(lexeme.foreign_letters);
        counts.quoted_words += u64::from(word.quoted);
        counts.monosyllables += when(lexeme.syllables == 1);
        voiceless += when(lexeme.syllables == 0);
        counts.polysyllables += when(lexeme.syllables >= POLYSYLLABLE);
        counts.mini_words += when((1..=MINI_WORD_LETTERS).contains(&lexeme.letters));
        counts.six_letter_words += when(lexeme.letters >= RAYGOR_LETTERS);
        counts.long_words += when(lexeme.letters > LONG_WORD_LETTERS);
        ohayre += when(lexeme.syllables == 1 && !lexeme.flags.has(WordFlags::OHAYRE));
        complex += if lexeme.flags.has(WordFlags::COMPLEX) { unnamed } else { 0 };
        faseeh += when(lexeme.flags.has(WordFlags::FASEEH));
        unfamiliar += if lexeme.flags.has(WordFlags::DALE_CHALL) { 0 } else { unnamed };
        spache += u64::from(unnamed > 0 && !lexeme.flags.has(WordFlags::SPACHE));
        prepositions += when(lexeme.flags.has(WordFlags::ANY_PREPOSITION));
        conjunctions += when(lexeme.flags.has(WordFlags::ANY_CONJUNCTION));
        pronouns += when(lexeme.flags.has(WordFlags::ANY_PRONOUN));
    }
    let listed = |kind: CountKind, count: u64| kind.is_for(language).then_some(count);
    counts.ohayre_monosyllables = listed(CountKind::OhayreMonosyllables, ohayre);
    counts.complex_words = listed(CountKind::ComplexWords, complex);
    counts.unfamiliar_words = listed(CountKind::UnfamiliarWords, unfamiliar);
    counts.spache_unfamiliar_types = listed(CountKind::SpacheUnfamiliarTypes, spache);
    counts.faseeh_words = listed(CountKind::FaseehWords, faseeh);
    counts.prepositions = listed(CountKind::Prepositions, prepositions);
    counts.conjunctions = listed(CountKind::Conjunctions, conjunctions);
    counts.pronouns = listed(CountKind::Pronouns, pronouns);
    count_layout(document, &mut counts);
    counts.multisyllables = counts.words - counts.monosyllables - voiceless;
    counts
}

/// Counts what depends on the gaps between words: sentences, units, blanks, marks and characters.
fn count_layout(document: &Document<'_>, counts: &mut Counts) {
    let text = document.text();
    let all = document.words();
    for sentence in document.sentences() {
        let words = document.words_of(sentence);
        if words.is_empty() {
            continue;
        }
        counts.sentences += 1;
        counts.units += 1;
        let words_before = counts.words;
        let (first, end_word) = (sentence.first_word as usize, sentence.end_word as usize);
        // The last part of a number of several parts, and their syllables.
        let mut joined: Option<(usize, u32)> = None;
        let mut next = first;
        while let Some(index) = document.hinted(next, end_word, Hints::APART) {
            let word = &all[index];
            let before = index.checked_sub(1).map(|before| &all[before]);
            if index > first
                && let Some(before) = before
                && is_joined(text, before, word)
            {
                let syllables = |word: &Word| document.types()[word.id as usize].lexeme.syllables;
                let so_far = joined.filter(|&(part, _)| part + 1 == index);
                let so_far = so_far.map_or_else(|| syllables(before), |(_, syllables)| syllables);
                counts.join(so_far, syllables(word));
                counts.quoted_words -= u64::from(word.quoted);
                joined = Some((index, so_far + syllables(word)));
            }
            let gap = Gap::read(&text[before.map_or(0, |before| before.span.end as usize)..word.span.start as usize]);
            counts.blanks += (index - next) as u64 + u64::from(gap.has_space && index > 0);
            counts.units += u64::from(gap.ends_unit && index > first);
            counts.punctuation_marks += gap.marks;
            counts.non_space_characters += gap.characters;
            next = index + 1;
        }
        counts.blanks += (end_word - next) as u64;
        if is_fragment(text, sentence) {
            counts.fragment_words += words.len() as u64 - (words_before - counts.words);
        }
    }
    let gap = Gap::read(&text[all.last().map_or(0, |last| last.span.end as usize)..]);
    counts.punctuation_marks += gap.marks;
    counts.non_space_characters += gap.characters;
}

/// Whether two tokens are numbers with a hyphen between them, such as the 52-48 of a vote: one word of the count.
fn is_joined(text: &str, before: &Word, word: &Word) -> bool {
    word.kind == TokenKind::Number
        && before.kind == TokenKind::Number
        && Span { start: before.span.end, end: word.span.start }.of(text) == "-"
}

impl Counts {
    /// Makes one word of two numbers with so many syllables, which were counted as two.
    fn join(&mut self, before: u32, part: u32) {
        self.words -= 1;
        let short = u64::from(before == 1) + u64::from(part == 1);
        self.monosyllables -= short;
        self.ohayre_monosyllables = self.ohayre_monosyllables.map(|count| count - short);
        self.polysyllables += u64::from(before + part >= POLYSYLLABLE);
        self.polysyllables -= u64::from(before >= POLYSYLLABLE) + u64::from(part >= POLYSYLLABLE);
    }
}

/// What stands between two words.
#[derive(Debug, Default)]
struct Gap {
    has_space: bool,
    ends_unit: bool,
    /// Runs of the same punctuation mark.
    marks: u64,
    /// Characters that are not white space.
    characters: u64,
}

impl Gap {
    fn read(gap: &str) -> Self {
        // Nearly all gaps with a mark are these.
        if matches!(gap, ", " | ". ") {
            return Self { has_space: true, ends_unit: false, marks: 1, characters: 1 };
        }
        let mut found = Self::default();
        let mut last = ' ';
        for c in gap.chars() {
            if c.is_whitespace() {
                found.has_space = true;
                last = c;
                continue;
            }
            // As many as NFKC makes of them.
            found.characters += match c {
                '…' | '‴' => 3,
                '″' => 2,
                _ => u64::from(!is_combining_mark(c)),
            };
            let mark = if c == '…' { '.' } else { c };
            found.marks += u64::from(is_mark(mark) && mark != last);
            // A hyphen between spaces stands for a dash, and so do two.
            let is_dash = matches!(mark, '\u{2012}'..='\u{2015}') || mark == '-' && matches!(last, '-' | ' ');
            found.ends_unit |= is_dash || matches!(mark, ':' | ';');
            last = mark;
        }
        found
    }
}

/// Whether a character is a punctuation mark: of ASCII, general, East Asian or in full width.
fn is_mark(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{2010}'..='\u{2027}' | '«' | '»' | '¿' | '¡' | '\u{3001}'..='\u{3002}' | '\u{3008}'..='\u{3011}'
            | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}')
}

/// Whether no mark ends a sentence that holds words.
fn is_fragment(text: &str, sentence: &Sentence) -> bool {
    let end = sentence.span.trimmed(text).of(text);
    // As most do.
    if end.ends_with('.') {
        return false;
    }
    let end = end.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    !end.ends_with(['.', '!', '?', '…', '。', '؟', ':', ';'])
}

impl Document<'_> {
    /// The counts of the document.
    ///
    /// ```
    /// let analyzer = connote::Analyzer::new()?;
    /// let counts = analyzer.document("Dr. Smith paid $3.5 million on Jan. 5. He left.")?.counts();
    /// assert_eq!((counts.words, counts.sentences), (10, 2));
    /// # Ok::<(), connote::Error>(())
    /// ```
    pub fn counts(&self) -> Counts {
        counts(self)
    }

    /// Where the things stand that a count counted, in order: the words, of a count of distinct words the first of
    /// each, of a sum (syllables, letters) the words summed over; sentences, paragraphs and units as a whole. For a
    /// count of single characters there is nothing to show.
    ///
    /// ```
    /// use connote::CountKind;
    /// let text = "Her university created a policy.";
    /// let analyzer = connote::Analyzer::new()?;
    /// let hard = analyzer.document(text)?.counted(CountKind::ComplexWords);
    /// assert_eq!(hard.iter().map(|span| span.of(text)).collect::<Vec<_>>(), ["university", "policy"]);
    /// # Ok::<(), connote::Error>(())
    /// ```
    pub fn counted(&self, kind: CountKind) -> Vec<Span> {
        match kind {
            _ if !kind.is_for(self.lexicons().language) => Vec::new(),
            CountKind::Types | CountKind::SpacheUnfamiliarTypes => self.counted_types(kind),
            CountKind::Sentences => {
                self.sentences().iter().filter(|sentence| !sentence.is_empty()).map(|sentence| sentence.span).collect()
            }
            CountKind::Paragraphs => self.paragraph_spans(),
            CountKind::Units => self.unit_spans(),
            CountKind::FragmentWords => {
                let fragments = self.sentences().iter().filter(|sentence| is_fragment(self.text(), sentence));
                fragments.flat_map(|sentence| self.counted_words(CountKind::Words, self.words_of(sentence))).collect()
            }
            _ => self.counted_words(kind, self.words()),
        }
    }

    /// The words of a sentence.
    pub(crate) fn words_of(&self, sentence: &Sentence) -> &[Word] {
        &self.words()[sentence.first_word as usize..sentence.end_word as usize]
    }

    fn counted_words(&self, kind: CountKind, words: &[Word]) -> Vec<Span> {
        let is_one = |before: &Word, word: &Word| is_joined(self.text(), before, word);
        let counted = words.chunk_by(is_one).filter(|parts| match parts {
            [word] => self.is_counted(kind, word),
            _ => self.is_number_counted(kind, parts),
        });
        counted.map(|parts| Span { start: parts[0].span.start, end: parts[parts.len() - 1].span.end }).collect()
    }

    /// Whether a word of several numbers counts towards `kind`.
    fn is_number_counted(&self, kind: CountKind, parts: &[Word]) -> bool {
        let syllables = || parts.iter().map(|part| self.types()[part.id as usize].lexeme.syllables).sum::<u32>();
        match kind {
            CountKind::Words | CountKind::Syllables | CountKind::Characters | CountKind::Multisyllables => true,
            CountKind::Polysyllables => syllables() >= POLYSYLLABLE,
            CountKind::QuotedWords => parts[0].quoted,
            _ => false,
        }
    }

    /// Whether an occurrence of a word counts towards `kind`.
    fn is_counted(&self, kind: CountKind, word: &Word) -> bool {
        let word_type = &self.types()[word.id as usize];
        let lexeme = &word_type.lexeme;
        let is_unnamed = || !(word.named || word_type.names() == word_type.count);
        match kind {
            CountKind::Words | CountKind::Syllables => true,
            CountKind::Letters | CountKind::SquaredLetters => lexeme.letters > 0,
            CountKind::Characters => lexeme.characters > 0,
            CountKind::ForeignLetters => lexeme.foreign_letters > 0,
            CountKind::Monosyllables => lexeme.syllables == 1,
            CountKind::Multisyllables => lexeme.syllables > 1,
            CountKind::Polysyllables => lexeme.syllables >= POLYSYLLABLE,
            CountKind::OhayreMonosyllables => lexeme.syllables == 1 && !lexeme.flags.has(WordFlags::OHAYRE),
            CountKind::ComplexWords => lexeme.flags.has(WordFlags::COMPLEX) && is_unnamed(),
            CountKind::MiniWords => (1..=MINI_WORD_LETTERS).contains(&lexeme.letters),
            CountKind::SixLetterWords => lexeme.letters >= RAYGOR_LETTERS,
            CountKind::LongWords => lexeme.letters > LONG_WORD_LETTERS,
            CountKind::UnfamiliarWords => !lexeme.flags.has(WordFlags::DALE_CHALL) && is_unnamed(),
            CountKind::SpacheUnfamiliarTypes => !lexeme.flags.has(WordFlags::SPACHE) && is_unnamed(),
            CountKind::Prepositions => lexeme.flags.has(WordFlags::ANY_PREPOSITION),
            CountKind::Conjunctions => lexeme.flags.has(WordFlags::ANY_CONJUNCTION),
            CountKind::Pronouns => lexeme.flags.has(WordFlags::ANY_PRONOUN),
            CountKind::FaseehWords => lexeme.flags.has(WordFlags::FASEEH),
            CountKind::QuotedWords => word.quoted,
            _ => false,
        }
    }

    fn counted_types(&self, kind: CountKind) -> Vec<Span> {
        let mut seen = vec![false; self.types().len()];
        let is_first = |word: &&Word| {
            let counted = kind == CountKind::Types || self.is_counted(kind, word);
            counted && !std::mem::replace(&mut seen[word.id as usize], true)
        };
        self.words().iter().filter(is_first).map(|word| word.span).collect()
    }

    fn paragraph_spans(&self) -> Vec<Span> {
        let mut start = 0;
        let ends = self.sentences().iter().filter(|sentence| sentence.ends_paragraph);
        ends.map(|last| {
            let span = Span { start, end: last.span.end };
            start = last.span.end;
            span
        })
        .collect()
    }

    fn unit_spans(&self) -> Vec<Span> {
        let mut units = Vec::new();
        for sentence in self.sentences() {
            let words = self.words_of(sentence);
            let mut start = sentence.span.start;
            for pair in words.windows(2) {
                let (before, after) = (pair[0].span.end, pair[1].span.start);
                if Gap::read(Span { start: before, end: after }.of(self.text())).ends_unit {
                    units.push(Span { start, end: after });
                    start = after;
                }
            }
            if !words.is_empty() {
                units.push(Span { start, end: sentence.span.end });
            }
        }
        units
    }
}

impl WordType {
    /// How many occurrences are names: those with a capital away from the start of a sentence, and all where the word
    /// is never written small.
    pub(crate) fn names(&self) -> u32 {
        if self.named > 0 && self.named + self.initial == self.count { self.count } else { self.named }
    }
}
