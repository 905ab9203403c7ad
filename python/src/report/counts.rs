//! How much of everything a text has, and how varied its words are.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::value::value_class;

value_class! {
    /// How much of everything a text has. Each count is a number of occurrences unless it says otherwise; a count that
    /// needs a word list is `None` in languages without that list.
    Counts {
        /// Words: tokens with a letter or digit, URLs and e-mail addresses not among them. Numbers joined by hyphens (52-48)
        /// are one word, as everything that stands between spaces is.
        words: u64,
        /// Distinct folded words; the parts of joined numbers each for themselves.
        types: u64,
        /// Sentences that hold a word; at least 1 when there is a word.
        sentences: u64,
        /// Paragraphs.
        paragraphs: u64,
        /// Units: stretches with a word that end at a sentence end, a colon, a semicolon or a dash (Wheeler & Smith 1954).
        units: u64,
        /// Blanks between words: pairs of neighbouring words with white space between them (Danielson & Bryan 1963).
        blanks: u64,
        /// Characters that are not white space, punctuation among them.
        non_space_characters: u64,
        /// Punctuation marks between words; a run of the same mark is one.
        punctuation_marks: u64,
        /// Pronounced syllables; in English numbers are counted as read aloud.
        syllables: u64,
        /// Letters of words.
        letters: u64,
        /// Letters and digits of words.
        characters: u64,
        /// Sum of the squares of the words' numbers of letters, for the variance of word length.
        squared_letters: u64,
        /// Letters of another script than the language's.
        foreign_letters: u64,
        /// Words of one syllable.
        monosyllables: u64,
        /// Words of two syllables or more.
        multisyllables: u64,
        /// Words of three syllables or more (McLaughlin 1969: no exclusions).
        polysyllables: u64,
        /// Words of one syllable but the, is, are, was and were (O'Hayre 1966).
        ohayre_monosyllables: Option<u64>,
        /// Hard words. English: Gunning's (1952), three syllables or more, but no proper names, no combinations of short
        /// easy words, no verb forms that reach three by -ed or -es. Polish: four syllables or more, no proper names
        /// (Pisarek 1969). Arabic: more than four syllables (El-Haj & Rayson 2016).
        complex_words: Option<u64>,
        /// Words of three letters or fewer, at least one (McAlpine 2006).
        mini_words: u64,
        /// Words of six letters or more (Raygor 1977).
        six_letter_words: u64,
        /// Words of more than six letters (Björnsson 1968).
        long_words: u64,
        /// Words that are unfamiliar by the Dale-Chall list and its inflection rules.
        unfamiliar_words: Option<u64>,
        /// Distinct words that are unfamiliar by the revised Spache list; each counts once.
        spache_unfamiliar_types: Option<u64>,
        /// Prepositions, by a list of words: a word of several classes is one whenever it occurs.
        prepositions: Option<u64>,
        /// Conjunctions, by a list of words.
        conjunctions: Option<u64>,
        /// Pronouns, by a list of words: personal, possessive, reflexive, indefinite and interrogative.
        pronouns: Option<u64>,
        /// Hard Arabic words with a letter or ending of the formal language (El-Haj & Rayson 2016).
        faseeh_words: Option<u64>,
        /// Words off the Harris-Jacobson list (1974), which is not freely licensed: never counted in a text.
        harris_jacobson_words: Option<u64>,
        /// Distinct words off the list of 1,000 common German words of Bamberger and Vanecek (1984), which is not freely
        /// licensed: never counted in a text.
        uncommon_types: Option<u64>,
        /// Foreign words in a German text, which no list tells: never counted in a text.
        foreign_words: Option<u64>,
        /// Words of sentences without an end mark: headings, list items, captions.
        fragment_words: u64,
        /// Words inside quotation marks around someone's words.
        quoted_words: u64,
    }
}

impl From<&connote::Counts> for Counts {
    fn from(counts: &connote::Counts) -> Self {
        Self {
            words: counts.words,
            types: counts.types,
            sentences: counts.sentences,
            paragraphs: counts.paragraphs,
            units: counts.units,
            blanks: counts.blanks,
            non_space_characters: counts.non_space_characters,
            punctuation_marks: counts.punctuation_marks,
            syllables: counts.syllables,
            letters: counts.letters,
            characters: counts.characters,
            squared_letters: counts.squared_letters,
            foreign_letters: counts.foreign_letters,
            monosyllables: counts.monosyllables,
            multisyllables: counts.multisyllables,
            polysyllables: counts.polysyllables,
            ohayre_monosyllables: counts.ohayre_monosyllables,
            complex_words: counts.complex_words,
            mini_words: counts.mini_words,
            six_letter_words: counts.six_letter_words,
            long_words: counts.long_words,
            unfamiliar_words: counts.unfamiliar_words,
            spache_unfamiliar_types: counts.spache_unfamiliar_types,
            prepositions: counts.prepositions,
            conjunctions: counts.conjunctions,
            pronouns: counts.pronouns,
            faseeh_words: counts.faseeh_words,
            harris_jacobson_words: counts.harris_jacobson_words,
            uncommon_types: counts.uncommon_types,
            foreign_words: counts.foreign_words,
            fragment_words: counts.fragment_words,
            quoted_words: counts.quoted_words,
        }
    }
}

impl From<&Counts> for connote::Counts {
    fn from(counts: &Counts) -> Self {
        let mut core = Self::default();
        core.words = counts.words;
        core.types = counts.types;
        core.sentences = counts.sentences;
        core.paragraphs = counts.paragraphs;
        core.units = counts.units;
        core.blanks = counts.blanks;
        core.non_space_characters = counts.non_space_characters;
        core.punctuation_marks = counts.punctuation_marks;
        core.syllables = counts.syllables;
        core.letters = counts.letters;
        core.characters = counts.characters;
        core.squared_letters = counts.squared_letters;
        core.foreign_letters = counts.foreign_letters;
        core.monosyllables = counts.monosyllables;
        core.multisyllables = counts.multisyllables;
        core.polysyllables = counts.polysyllables;
        core.ohayre_monosyllables = counts.ohayre_monosyllables;
        core.complex_words = counts.complex_words;
        core.mini_words = counts.mini_words;
        core.six_letter_words = counts.six_letter_words;
        core.long_words = counts.long_words;
        core.unfamiliar_words = counts.unfamiliar_words;
        core.spache_unfamiliar_types = counts.spache_unfamiliar_types;
        core.prepositions = counts.prepositions;
        core.conjunctions = counts.conjunctions;
        core.pronouns = counts.pronouns;
        core.faseeh_words = counts.faseeh_words;
        core.harris_jacobson_words = counts.harris_jacobson_words;
        core.uncommon_types = counts.uncommon_types;
        core.foreign_words = counts.foreign_words;
        core.fragment_words = counts.fragment_words;
        core.quoted_words = counts.quoted_words;
        core
    }
}

value_class! {
    /// How varied the words of a text are; `None` where a measure is not defined for it.
    Diversity {
        /// Type-token ratio, 0 to 1: distinct words over words (Johnson 1944; Templin 1957). Falls with length.
        ttr: Option<f64>,
        /// Words that occur once, over all words; 0 to 1.
        hapax_per_token: Option<f64>,
        /// Words that occur once, over distinct words; 0 to 1.
        hapax_per_type: Option<f64>,
        /// Moving-average type-token ratio over windows of 50 words (Covington & McFall 2010), 0 to 1.
        mattr: Option<f64>,
        /// Measure of textual lexical diversity (McCarthy & Jarvis 2010), in words: the mean length of a stretch
        /// whose type-token ratio stays at 0.72 or above.
        mtld: Option<f64>,
    }
}

impl From<&connote::Diversity> for Diversity {
    fn from(diversity: &connote::Diversity) -> Self {
        Self {
            ttr: diversity.ttr,
            hapax_per_token: diversity.hapax_per_token,
            hapax_per_type: diversity.hapax_per_type,
            mattr: diversity.mattr,
            mtld: diversity.mtld,
        }
    }
}
