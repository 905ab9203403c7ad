//! The values that reports hand out: frozen, comparable, picklable, with their fields as properties.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

/// Declares a value class: its fields are properties, arguments of its constructor, and what it is pickled by. Methods of
/// its own follow the fields.
macro_rules! value_class {
    (
        $(#[doc = $doc:literal])* $name:ident { $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)* }
        $(methods { $($methods:tt)* })?
    ) => {
        $(#[doc = $doc])*
        #[pyclass(frozen, eq, get_all, from_py_object, module = "connote")]
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct $name {
            $($(#[doc = $field_doc])* pub(crate) $field: $type,)*
        }

        #[pymethods]
        impl $name {
            #[new]
            #[allow(clippy::too_many_arguments)]
            fn new($($field: $type),*) -> Self {
                Self { $($field),* }
            }

            /// The fields by name.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
                let fields = PyDict::new(py);
                $(fields.set_item(stringify!($field), self.$field.clone())?;)*
                Ok(fields)
            }

            fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
                let fields = [$(slf.getattr(stringify!($field))?),*];
                Ok((slf.get_type().into_any(), PyTuple::new(slf.py(), fields)?))
            }

            // Equal values have equal fields, and so equal hashes; one with a list or a dict among them has none.
            fn __hash__(slf: &Bound<'_, Self>) -> PyResult<isize> {
                PyTuple::new(slf.py(), [$(slf.getattr(stringify!($field))?),*])?.hash()
            }

            fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
                let fields: Vec<String> =
                    [$((stringify!($field), slf.getattr(stringify!($field))?)),*]
                        .into_iter()
                        .map(|(name, value)| Ok(format!("{name}={}", value.repr()?)))
                        .collect::<PyResult<_>>()?;
                Ok(format!("{}({})", stringify!($name), fields.join(", ")))
            }

            fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
                slf.clone()
            }

            fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
                slf.clone()
            }

            $($($methods)*)?
        }
    };
}

pub(crate) use value_class;

value_class! {
    /// A piece of a text: code-point offsets, `end` exclusive.
    Span {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The piece itself, `report.text[start:end]`.
        text: String,
    }
}

value_class! {
    /// A word of a text.
    Word {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The word as it stands in the text.
        text: String,
        /// `word`, `number`, `mention` (`@name`) or `hashtag`.
        kind: String,
    }
}

value_class! {
    /// A sentence of a text, without the white space around it.
    Sentence {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The sentence as it stands in the text.
        text: String,
        /// Number of words, at least 1.
        words: usize,
        /// Whether a paragraph ends with it.
        ends_paragraph: bool,
    }
}

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

value_class! {
    /// A word with its count.
    WordCount {
        /// The folded word: lower case, straight apostrophes.
        word: String,
        /// Occurrences.
        count: u64,
        /// Occurrences in a million words of this text.
        per_million: f64,
    }
}

value_class! {
    /// The sentiment of a sentence: as news, and the four numbers of VADER 3.3.2 (Hutto & Gilbert 2014).
    SentencePolarity {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The sentence, without the white space around it.
        text: String,
        /// Its sentiment as news, -1 to 1.
        score: f64,
        /// Share of the negative, 0 to 1.
        neg: f64,
        /// Share of the neutral, 0 to 1.
        neu: f64,
        /// Share of the positive, 0 to 1.
        pos: f64,
        /// The sum of all valences, brought into -1 to 1.
        compound: f64,
    }
}

value_class! {
    /// What shifts a word with feeling.
    Shifter {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The word or phrase as it stands in the text.
        text: String,
        /// `negator`, `booster`, `dampener`, `contrast` or `concession`.
        shift: String,
        /// The factor on the value.
        factor: f64,
    }
}

value_class! {
    /// The feeling in the words of one voice, by the rules of news sentiment.
    VoiceSentiment {
        /// The words that name the speaker, where they first do so; `None` of the writer, and of quotations that name
        /// nobody.
        speaker: Option<String>,
        /// Whether the words are quoted; the writer's own are not.
        quoted: bool,
        /// Words of the voice.
        words: u64,
        /// Words and phrases with feeling among them.
        hits: u64,
        /// Sum of the values above 0; a word has about -4 to 4.
        positive: f64,
        /// Sum of the values below 0, itself 0 or less.
        negative: f64,
    }
}

value_class! {
    /// A word or phrase with feeling, by the rules of news sentiment.
    SentimentHit {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The word or phrase as it stands in the text.
        text: String,
        /// What it adds to its sentence: the base value times the factors of its shifters.
        value: f64,
        /// Its value by itself, about -4 to 4.
        base: f64,
        /// The list that has it: `news`, `vader`, `opinion` or `phrase`.
        source: String,
        /// Whether it stands in a direct or fragment quotation.
        quoted: bool,
        /// What shifts it.
        shifters: Vec<Shifter>,
    }
}

value_class! {
    /// A token as VADER 3.3.2 reads it, and what it adds to the sum.
    VaderToken {
        /// Offset of the first character; that of the emoji for the words of one.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The token: a piece of the text without the punctuation that VADER strips, or a word that stands for an emoji.
        text: String,
        /// Its rating in the word list, -4 to 4; None if it is not listed.
        listed: Option<f64>,
        /// The rating as capitals and the words around it shift it; 0 if it has none.
        shifted: f64,
        /// The same after the first `but` of the text was heard: what is summed.
        summed: f64,
    }
}

value_class! {
    /// Loaded hits of one kind, by voice, with their densities.
    VoiceHits {
        /// All of them.
        hits: u64,
        /// Those in the writer's own words, in the body.
        own: u64,
        /// Those in the writer's own words, in the headline.
        headline: u64,
        /// Those in direct quotations.
        direct_quote: u64,
        /// Those inside marks that keep a distance.
        scare_quote: u64,
        /// Hits that the writer answers for (`own`, `headline`, `scare_quote`) in a thousand of the writer's words; `None`
        /// without a word of the writer's.
        per_1000: Option<f64>,
        /// Hits in direct quotations in a thousand quoted words; `None` without a quoted word.
        quoted_per_1000: Option<f64>,
    }
}

value_class! {
    /// The headline or the body: the writer's words in it, and what is loaded of them.
    LoadedPart {
        /// Words that the writer answers for.
        words: u64,
        /// Hits that the loaded density counts: of strength 2 or 3, no hedge, weasel, booster or reporting verb, in
        /// words that the writer answers for.
        hits: u64,
        /// Hits in a thousand of these words; `None` without a word.
        per_1000: Option<f64>,
    }
}

value_class! {
    /// How loaded the writer's words of a sentence are.
    LoadedSentence {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The sentence as it stands in the text.
        text: String,
        /// Its words outside direct quotations.
        words: u64,
        /// Its score, 0 to 1; see `Loaded.score`. `None` without a word of the writer's.
        score: Option<f64>,
    }
}

impl From<connote::VoiceHits> for VoiceHits {
    fn from(kind: connote::VoiceHits) -> Self {
        let connote::VoiceHits { hits, own, headline, direct_quote, scare_quote, per_1000, quoted_per_1000, .. } = kind;
        Self { hits, own, headline, direct_quote, scare_quote, per_1000, quoted_per_1000 }
    }
}

impl From<connote::LoadedPart> for LoadedPart {
    fn from(part: connote::LoadedPart) -> Self {
        let connote::LoadedPart { words, hits, per_1000, .. } = part;
        Self { words, hits, per_1000 }
    }
}

value_class! {
    /// A loaded expression in the text.
    LoadedHit {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The expression as it stands in the text.
        text: String,
        /// The listed term behind it, or the base form of the verb; `None` for quotation marks.
        term: Option<String>,
        /// What kind of loaded wording it is: `contentious_label`, `emotive`, `weasel`, ...
        category: String,
        /// 1 mild, 2 clearly evaluative, 3 partisan, insulting or a verdict.
        strength: u8,
        /// Whose words it stands in: `own`, `headline`, `direct_quote` or `scare_quote`.
        voice: String,
        /// Whose words it is: the speaker of the quotation around it, or the source of a reporting verb.
        speaker: Option<String>,
        /// Whether it stands in the headline, whatever the voice.
        in_headline: bool,
        /// Whether a negation stands before it: "not a dictator".
        negated: bool,
        /// Whether it is talked about, not used: "dubbed a dictator".
        mentioned: bool,
        /// Whether it stands in the writer's words for what someone said: "officials said the regime fell".
        reported: bool,
        /// What a neutral writer would put, where there is such a word.
        neutral: Option<String>,
        /// Why the term or the verb is listed; `None` for quotation marks.
        note: Option<String>,
    }
}

value_class! {
    /// What a text has of one category of a dictionary.
    ///
    /// Of patterns of the category that overlap the longest counts, of equally long ones that which is nearer to the
    /// letter: a word as it is written before a wildcard, a long wildcard before a short. Categories do not hinder each
    /// other.
    CategoryScore {
        /// Hits: words and phrases of the category.
        count: u64,
        /// Hits in direct quotations.
        quoted: u64,
        /// Hits in words of the text, 0 to 1; `None` without a word.
        share: Option<f64>,
        /// Sum of the hits' weights; `None` if the category has no weights.
        sum: Option<f64>,
        /// Mean of the hits' weights; `None` without a hit that has one.
        mean: Option<f64>,
    }
}

impl From<&connote::CategoryScore> for CategoryScore {
    fn from(score: &connote::CategoryScore) -> Self {
        let connote::CategoryScore { count, quoted, share, sum, mean, .. } = *score;
        Self { count, quoted, share, sum, mean }
    }
}

value_class! {
    /// A word or phrase of a dictionary in the text.
    DictionaryHit {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The words as they stand in the text.
        text: String,
        /// The category that lists them.
        category: String,
        /// Their weight, if they have one.
        weight: Option<f64>,
        /// Whose words they are: `own` or `direct_quote`.
        voice: String,
    }
}

value_class! {
    /// A quotation with its marks, its source and its reporting verb.
    ///
    /// A quotation that goes on over several paragraphs is one per paragraph.
    Quotation {
        /// Offset of the opening mark.
        start: usize,
        /// One past the offset of the closing mark.
        end: usize,
        /// The quotation as it stands in the text, marks included.
        text: String,
        /// `direct` (a clause or more of someone's words), `fragment` (a few of them inside the writer's clause),
        /// `scare` (words that nobody is said to have spoken) or `name` (a title or code name).
        kind: String,
        /// Whether it lies in no other quotation.
        outer: bool,
        /// Whether it goes on with the quotation before, whose speaker and verb it shares.
        continuation: bool,
        /// The words that name the speaker best: the name in full at its first mention, or the mention itself.
        speaker: Option<String>,
        /// Where they stand: offsets of the first character and one past the last.
        speaker_span: Option<(usize, usize)>,
        /// The words beside the quotation that say who speaks: a surname, a title, a pronoun.
        speaker_mention: Option<String>,
        /// Where they stand.
        speaker_mention_span: Option<(usize, usize)>,
        /// The base form of the reporting verb.
        verb: Option<String>,
        /// Where the verb stands.
        verb_span: Option<(usize, usize)>,
    }
}

value_class! {
    /// A source of the text: what is quoted of it, and the verbs by which the writer reports its words.
    SourceProfile {
        /// The words that name it best, where they first stand: the name in full, or the words themselves. `None` for
        /// quotations that name nobody.
        name: Option<String>,
        /// Where they stand: offsets of the first character and one past the last.
        name_span: Option<(usize, usize)>,
        /// `name` (of a person, or of whatever else has a capital), `person` (people by what they are: an official, critics,
        /// the minister), `organization`, `document` or `pronoun` (of which the text does not say whom it means). `None` for
        /// quotations that name nobody.
        kind: Option<String>,
        /// Whether it has a name. People without one are anonymous, or known by their office: an official, the minister.
        named: bool,
        /// Its direct and fragment quotations, each pair of marks.
        quotations: u64,
        /// The words in them.
        words: u64,
        /// Number of its reporting verbs by class: `neutral` (said), `factive` (noted, admitted), `doubt` (claimed),
        /// `strong` (insisted, warned), `stance_negative` (ranted) and `stance_positive` (praised).
        by_class: BTreeMap<String, u64>,
        /// The verbs and phrases by which the writer reports its words, quoted or not, in the order of their first use.
        verbs: Vec<SourceVerb>,
    }
}

value_class! {
    /// A reporting verb or phrase of a source.
    SourceVerb {
        /// Base form: say, point out, according to.
        verb: String,
        /// What it says of the words, as in `SourceProfile.by_class`; `neutral` where its context makes it plain (a study
        /// shows).
        verb_class: String,
        /// How often it stands there.
        count: u64,
    }
}

impl From<connote::SourceVerb> for SourceVerb {
    fn from(verb: connote::SourceVerb) -> Self {
        Self { verb_class: verb.verb_class.name().to_owned(), count: verb.count, verb: verb.verb }
    }
}

value_class! {
    /// Word data behind a number: which list, and which version of it.
    LexiconSource {
        /// Name of the list, or the path it was read from.
        name: String,
        /// SHA-256 of its content, in hexadecimal.
        sha256: String,
    }
}

impl From<&connote::LexiconSource> for LexiconSource {
    fn from(source: &connote::LexiconSource) -> Self {
        Self { name: source.name.clone(), sha256: source.sha256.clone() }
    }
}

impl LexiconSource {
    pub(crate) fn core(&self) -> connote::LexiconSource {
        connote::LexiconSource { name: self.name.clone(), sha256: self.sha256.clone() }
    }
}

value_class! {
    /// A column of the table that `score` returns.
    Column {
        /// Name, unique in the list.
        name: String,
        /// `count` (whole numbers from 0), `number` (null where the measure is not defined) or `list`.
        kind: String,
        /// Unit of the values; of the items of a list.
        unit: String,
        /// What they mean, in one line; of a list where it stands in `Report.to_dict()`, and the fields of its items.
        meaning: String,
    }
}

impl From<&connote::Column> for Column {
    fn from(column: &connote::Column) -> Self {
        Self {
            name: column.name.clone(),
            kind: column.kind.name().to_owned(),
            unit: column.unit.to_owned(),
            meaning: column.meaning.clone(),
        }
    }
}

value_class! {
    /// A sentence and how hard it is.
    SentenceDifficulty {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The sentence as it stands in the text.
        text: String,
        /// Number of words.
        words: u64,
        /// English: the Flesch-Kincaid grade (1975) of the sentence taken alone. Other languages: its LIX (Björnsson
        /// 1968). Only good for comparing the sentences of one text.
        difficulty: f64,
    }
}

value_class! {
    /// A readability formula.
    Formula {
        /// Name in reports and columns, and of the function that computes it.
        name: String,
        /// Name in print.
        title: String,
        /// Unit of the values: a grade, an ease from 0 to 100, a percentage or an index.
        unit: String,
        /// Author and year.
        source: String,
        /// The formula as written in its paper, in the names of `Counts`.
        definition: String,
        /// What a higher number says: `harder` or `easier`.
        higher_is: String,
        /// Codes of the languages it was made for; empty where it does not depend on the language.
        languages: Vec<String>,
        /// Fewer words than this and the value carries a caveat.
        minimum_words: u64,
        /// Fewer sentences than this and the value carries a caveat.
        minimum_sentences: u64,
        /// Whether `consensus_grade` includes it.
        in_consensus: bool,
    }
}
