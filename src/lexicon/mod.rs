//! Word data: the embedded lexicons, the user's own, and the one vocabulary that they are compiled into.

pub(crate) mod dictionary;
mod explain;
pub(crate) mod familiar;
pub(crate) mod formats;
pub(crate) mod inflect;
pub(crate) mod lexeme;
pub(crate) mod news;
mod own;
pub(crate) mod pattern;
pub(crate) mod phrases;
mod term;
pub(crate) mod tsv;
pub(crate) mod valence;
pub(crate) mod vocabulary;
pub(crate) mod wildcards;

use std::sync::{Arc, LazyLock, OnceLock};

use serde::Serialize;

use crate::error::Error;
use crate::language::Language;
use crate::text::fold::fold_into;
use crate::text::sentences::SentenceWords;
use crate::text::syllables::{Rules, Syllables};
use crate::text::vowels;
use dictionary::Dictionaries;
pub use dictionary::DictionaryEntry;
pub use explain::{EntryMatch, Explanation, TermMatch, VerbMatch, WordFacts};
use familiar::mark_participles;
use formats::Content;
pub use formats::LexiconFormat;
use inflect::Inflections;
use lexeme::LexemeCaches;
use news::{News, NewsFiles};
pub use own::{Lexicon, LexiconSource};
pub(crate) use pattern::LONGEST_PHRASE;
use pattern::Part;
pub use term::{Category, Form, Off, Side, Term};
use tsv::{optional, rows};
use valence::Valences;
use vocabulary::{Entry, Meaning, Vocabulary, WordFlags};
use wildcards::Wildcards;

/// A reporting verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReportingVerb {
    /// Base form: say, point out, according to.
    pub lemma: String,
    /// What the verb says of the words it carries.
    pub class: VerbClass,
    /// 0 for the neutral, up to 3.
    pub strength: u8,
    /// What a neutral writer would put.
    pub neutral: Option<String>,
    /// Why it is listed, as in [`Term::note`].
    pub note: String,
    /// Where it has another strength.
    pub context: Option<(Context, u8)>,
    /// Whether it is a phrase before its source: according to.
    pub source_follows: bool,
}

/// Where a reporting verb has another strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Context {
    /// A document is its subject: the study found.
    Document,
    /// The sentence reports from a court.
    Court,
    /// Its subject is a body that warns of weather or disease.
    Warning,
}

/// What a reporting verb says of the words it carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum VerbClass {
    /// Says nothing of them: said.
    Neutral,
    /// Presents them as true: noted, admitted.
    Factive,
    /// Keeps a distance: claimed, alleged.
    Doubt,
    /// Raises their volume: insisted, warned.
    Strong,
    /// Paints a bad manner: ranted, lamented.
    StanceNegative,
    /// Paints a good one: praised, touted.
    StancePositive,
}

impl VerbClass {
    /// Every class, in the order of reports.
    pub const ALL: [Self; 6] =
        [Self::Neutral, Self::Factive, Self::Doubt, Self::Strong, Self::StanceNegative, Self::StancePositive];

    /// The name used in files and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Factive => "factive",
            Self::Doubt => "doubt",
            Self::Strong => "strong",
            Self::StanceNegative => "stance_negative",
            Self::StancePositive => "stance_positive",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }
}

/// Everything that an analyzer looks words up in. Read-only once built; shared by all threads.
#[derive(Debug)]
pub(crate) struct Lexicons {
    pub(crate) language: Language,
    /// What ends a sentence.
    pub(crate) sentence_words: &'static SentenceWords,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) syllables: Syllables,
    pub(crate) valences: Arc<Valences>,
    pub(crate) news: News,
    /// The user's, then the embedded.
    pub(crate) terms: Vec<Term>,
    /// For each lexicon of the user's, one past the number of its last term.
    own_ends: Vec<u32>,
    pub(crate) verbs: Vec<ReportingVerb>,
    pub(crate) dictionaries: Dictionaries,
    /// The user's lexicons.
    pub(crate) own: Vec<Lexicon>,
    /// The embedded lists of the language.
    embedded: &'static [(&'static str, &'static str)],
    sources: OnceLock<Vec<LexiconSource>>,
    /// What the readers of texts remember of the words.
    pub(crate) remembered: LexemeCaches,
}

/// One embedded file: its name and content.
macro_rules! embedded {
    ($name:literal) => {
        ($name, include_str!(concat!("../../lexicons/", $name)))
    };
}

/// Read by the sentences, and part of the provenance of their number.
const ABBREVIATIONS: (&str, &str) = embedded!("abbreviations.tsv");
/// As the abbreviations.
const OPENERS: (&str, &str) = embedded!("openers.tsv");
/// Read by the quotation marks.
const ELISIONS: (&str, &str) = embedded!("elisions.tsv");
const DALE_CHALL: (&str, &str) = embedded!("dale_chall.tsv");
const SPACHE: (&str, &str) = embedded!("spache.tsv");
const STOP_WORDS: (&str, &str) = embedded!("stop_words.tsv");
const SYLLABLES: (&str, &str) = embedded!("syllables.tsv");
const SYLLABLE_RULES: (&str, &str) = embedded!("syllable_rules.tsv");
const WORD_CLASSES: (&str, &str) = embedded!("word_classes.tsv");
const WORD_CLASSES_DE: (&str, &str) = embedded!("word_classes_de.tsv");
const IRREGULAR: (&str, &str) = embedded!("irregular.tsv");
const LOADED: (&str, &str) = embedded!("loaded.tsv");
const GUARDS: (&str, &str) = embedded!("guards.tsv");
const ATTRIBUTION: (&str, &str) = embedded!("attribution.tsv");
const SOURCES: (&str, &str) = embedded!("sources.tsv");
const NAMES: (&str, &str) = embedded!("names.tsv");
const SYNTAX: (&str, &str) = embedded!("syntax.tsv");
const NEWS: (&str, &str) = embedded!("news.tsv");
const NEWS_PHRASES: (&str, &str) = embedded!("news_phrases.tsv");
const NEWS_SHIFTERS: (&str, &str) = embedded!("news_shifters.tsv");
const OPINION: (&str, &str) = embedded!("opinion.tsv");
const SUBJECTIVITY: (&str, &str) = embedded!("subjectivity.tsv");
const VADER: (&str, &str) = embedded!("vader.tsv");
const VADER_EMOJI: (&str, &str) = embedded!("vader_emoji.tsv");
const VADER_RULES: (&str, &str) = embedded!("vader_rules.tsv");

/// Every embedded list that a number of English texts depends on.
const EMBEDDED: [(&str, &str); 24] = [
    ABBREVIATIONS,
    OPENERS,
    DALE_CHALL,
    SPACHE,
    STOP_WORDS,
    SYLLABLES,
    SYLLABLE_RULES,
    WORD_CLASSES,
    IRREGULAR,
    LOADED,
    GUARDS,
    ATTRIBUTION,
    SOURCES,
    NAMES,
    SYNTAX,
    ELISIONS,
    VADER,
    VADER_EMOJI,
    VADER_RULES,
    OPINION,
    NEWS,
    NEWS_PHRASES,
    NEWS_SHIFTERS,
    SUBJECTIVITY,
];

/// The embedded lexicons, compiled at first use.
static ENGLISH: LazyLock<Result<Arc<Lexicons>, String>> =
    LazyLock::new(|| Lexicons::build_english(&[], None).map(Arc::new).map_err(|error| error.to_string()));

impl Lexicons {
    /// The embedded English lexicons, shared.
    ///
    /// # Errors
    /// Never for the embedded files: the tests compile them.
    pub(crate) fn english() -> Result<Arc<Self>, Error> {
        ENGLISH.clone().map_err(|reason| Error::input("embedded lexicons", reason))
    }

    /// The lexicons of a language with the user's before them: an entry of the user's wins. Valences of the user's stand
    /// in place of the embedded ones, in English.
    ///
    /// # Errors
    /// [`Error::Lexicon`] when a lexicon cannot be compiled.
    pub(crate) fn of(language: Language, own: &[Lexicon], valences: Option<Arc<Valences>>) -> Result<Arc<Self>, Error> {
        match (language, own) {
            (Language::English, []) if valences.is_none() => Self::english(),
            (Language::English, _) => Self::build_english(own, valences).map(Arc::new),
            _ => Self::build_other(language, own).map(Arc::new),
        }
    }

    /// The lexicons of a language other than English: word classes where there are any, and the user's terms.
    fn build_other(language: Language, own: &[Lexicon]) -> Result<Self, Error> {
        let mut vocabulary = Vocabulary::with_capacity(1_000);
        let embedded: &[(&str, &str)] = match language {
            // The first of both is read by the sentences.
            Language::Arabic => &[embedded!("sentence_words_ar.tsv")],
            Language::German => &[embedded!("sentence_words_de.tsv"), WORD_CLASSES_DE],
            Language::Spanish => &[embedded!("sentence_words_es.tsv")],
            Language::French => &[embedded!("sentence_words_fr.tsv")],
            Language::Hungarian => &[embedded!("sentence_words_hu.tsv")],
            Language::Italian => &[embedded!("sentence_words_it.tsv")],
            Language::Dutch => &[embedded!("sentence_words_nl.tsv")],
            Language::Polish => &[embedded!("sentence_words_pl.tsv")],
            Language::Portuguese => &[embedded!("sentence_words_pt.tsv")],
            Language::Russian => &[embedded!("sentence_words_ru.tsv")],
            Language::Ukrainian => &[embedded!("sentence_words_uk.tsv")],
            Language::English => &[],
        };
        for &classes in embedded.iter().filter(|list| **list == WORD_CLASSES_DE) {
            add_word_classes(&mut vocabulary, classes)?;
        }
        let terms = add_own(&mut vocabulary, own, &Inflections::default());
        let dictionaries = add_dictionaries(&mut vocabulary, own)?;
        Ok(Self {
            language,
            sentence_words: SentenceWords::of(language),
            vocabulary,
            own_ends: own_ends(own),
            terms,
            dictionaries,
            own: own.to_vec(),
            embedded,
            syllables: Syllables::new(Rules::parse(SYLLABLE_RULES.0, "")?, Vec::new()),
            valences: Arc::default(),
            news: News::default(),
            verbs: Vec::new(),
            sources: OnceLock::new(),
            remembered: LexemeCaches::default(),
        })
    }

    fn build_english(own: &[Lexicon], valences: Option<Arc<Valences>>) -> Result<Self, Error> {
        // The embedded lists hold about so many different words and forms.
        let mut vocabulary = Vocabulary::with_capacity(40_000);
        let flags = [(DALE_CHALL, WordFlags::DALE_CHALL), (SPACHE, WordFlags::SPACHE), (STOP_WORDS, WordFlags::STOP)];
        for ((name, content), flag) in flags {
            for row in rows(name, content) {
                let [word] = row.cells("word")?;
                vocabulary.entry_mut(word).flags.insert(flag);
            }
        }
        let syllables = syllables()?;
        // The vocabulary answers for whole words, which it looks up anyway.
        for &(word, count) in syllables.words() {
            vocabulary.entry_mut(word).syllables = count;
        }
        add_word_classes(&mut vocabulary, WORD_CLASSES)?;
        let inflections = Inflections::parse(IRREGULAR.0, IRREGULAR.1)?;
        for list in [WordFlags::DALE_CHALL, WordFlags::SPACHE] {
            mark_participles(&mut vocabulary, &inflections, list);
        }
        let mut terms = add_own(&mut vocabulary, own, &inflections);
        let own_terms = terms.len();
        for row in rows(GUARDS.0, GUARDS.1) {
            let [phrase, _note] = row.cells("phrase, note")?;
            vocabulary.add_guard(phrase);
        }
        terms.extend(Term::parse_all(LOADED.0, LOADED.1)?);
        for (number, term) in terms.iter().enumerate().skip(own_terms) {
            vocabulary.add_term(number as u32, term, &inflections);
        }
        let verbs = reporting_verbs(&mut vocabulary, &inflections)?;
        add_sources(&mut vocabulary)?;
        add_names(&mut vocabulary)?;
        add_syntax(&mut vocabulary)?;
        let valences = valences.map_or_else(Valences::embedded, Ok)?;
        for (word, facts) in valences.words() {
            vocabulary.entry_mut(word).vader = facts;
        }
        let dictionaries = add_dictionaries(&mut vocabulary, own)?;

        let news = News::parse(
            NewsFiles {
                vader: VADER,
                opinion: OPINION,
                news: NEWS,
                phrases: NEWS_PHRASES,
                shifters: NEWS_SHIFTERS,
                subjectivity: SUBJECTIVITY,
            },
            &mut vocabulary,
        )?;
        Ok(Self {
            language: Language::English,
            sentence_words: SentenceWords::of(Language::English),
            vocabulary,
            syllables,
            valences,
            news,
            terms,
            own_ends: own_ends(own),
            verbs,
            dictionaries,
            own: own.to_vec(),
            embedded: &EMBEDDED,
            sources: OnceLock::new(),
            remembered: LexemeCaches::default(),
        })
    }
}

/// The embedded English function words.
///
/// # Errors
/// Never for the embedded file: the tests read it.
pub(crate) fn stop_words() -> Result<Vec<&'static str>, Error> {
    let word = |row: tsv::Row<'static>| row.cells("word").map(|[word]| word);
    rows(STOP_WORDS.0, STOP_WORDS.1).map(word).collect()
}

/// Adds the user's loaded terms, which come before all others: an earlier list wins over a later one, and a term over
/// one that is off in the same list.
fn add_own(vocabulary: &mut Vocabulary, own: &[Lexicon], inflections: &Inflections) -> Vec<Term> {
    let mut prefixes: Vec<Box<str>> = Vec::new();
    for pattern in own.iter().flat_map(Lexicon::patterns).filter(|pattern| pattern.contains('*')) {
        for part in pattern::parts(pattern).unwrap_or_default() {
            if let Part::Prefix(prefix) = part {
                prefixes.push(prefix.into_boxed_str());
            }
        }
    }
    vocabulary.wildcards = Wildcards::new(prefixes);
    let mut terms = Vec::new();
    for (number, lexicon) in own.iter().enumerate() {
        for term in lexicon.terms() {
            vocabulary.add_term(terms.len() as u32, term, inflections);
            terms.push(term.clone());
        }
        for off in lexicon.off() {
            let forms = off.form.map_or_else(|| vec![Form::Fixed, Form::Noun, Form::Verb], |form| vec![form]);
            for form in forms {
                vocabulary.add_off(number as u32, &off.text, form, inflections);
            }
        }
    }
    terms
}

/// For each lexicon, one past the number of its last term.
fn own_ends(own: &[Lexicon]) -> Vec<u32> {
    let mut ends = Vec::with_capacity(own.len());
    for lexicon in own {
        ends.push(ends.last().copied().unwrap_or(0) + lexicon.terms().len() as u32);
    }
    ends
}

/// Compiles the user's dictionaries.
fn add_dictionaries(vocabulary: &mut Vocabulary, own: &[Lexicon]) -> Result<Dictionaries, Error> {
    let mut dictionaries = Dictionaries::default();
    for lexicon in own {
        if let Content::Dictionary(dictionary) = lexicon.content() {
            if dictionaries.list.iter().any(|other| other.label == lexicon.label()) {
                let reason = format!("there is another dictionary '{}'; give one another name", lexicon.label());
                return Err(Error::input(lexicon.name(), reason));
            }
            dictionaries.add(lexicon.label(), dictionary, vocabulary);
        }
    }
    Ok(dictionaries)
}

/// The rules for syllables and the words that they get wrong.
fn syllables() -> Result<Syllables, Error> {
    let rules = Rules::parse(SYLLABLE_RULES.0, SYLLABLE_RULES.1)?;
    let mut words = Vec::with_capacity(SYLLABLES.1.len() / 8);
    for row in rows(SYLLABLES.0, SYLLABLES.1) {
        let [word, count] = row.cells("word, syllables")?;
        if words.last().is_some_and(|&(last, _)| last >= word) {
            return Err(row.error(format!("'{word}' does not come after the word above in alphabetical order")));
        }
        let count = count.parse().map_err(|_| row.error(format!("'{count}' where a count of syllables belongs")))?;
        words.push((word, count));
    }
    Ok(Syllables::new(rules, words))
}

fn add_word_classes(vocabulary: &mut Vocabulary, (name, content): (&str, &str)) -> Result<(), Error> {
    for row in rows(name, content) {
        let [word, classes] = row.cells("word, classes")?;
        let flags = &mut vocabulary.entry_mut(word).flags;
        for class in classes.split(' ') {
            flags.insert(match class {
                "adjective" => WordFlags::COMPARED,
                "conjunction" => WordFlags::ANY_CONJUNCTION,
                "ohayre" => WordFlags::OHAYRE,
                "preposition" => WordFlags::ANY_PREPOSITION,
                "pronoun" => WordFlags::ANY_PRONOUN,
                "undivided" => WordFlags::UNDIVIDED,
                _ => return Err(row.error(format!("there is no class '{class}'"))),
            });
        }
    }
    Ok(())
}

fn reporting_verbs(vocabulary: &mut Vocabulary, inflections: &Inflections) -> Result<Vec<ReportingVerb>, Error> {
    let mut verbs = Vec::new();
    for row in rows(ATTRIBUTION.0, ATTRIBUTION.1) {
        let [lemma, class, strength, neutral, context, note] =
            row.cells("verb, class, strength, neutral, context, note")?;
        let class = VerbClass::from_name(class).ok_or_else(|| row.error(format!("there is no class '{class}'")))?;
        let strength =
            strength.parse().map_err(|_| row.error(format!("strength '{strength}' where 0 to 3 belongs")))?;
        let follows = context == "source follows";
        let context = match optional(context).map(|context| context.split_once(' ').unwrap_or((context, ""))) {
            None | Some(("source", "follows")) => None,
            Some((name, strength)) => {
                let context = match name {
                    "document" => Some(Context::Document),
                    "court" => Some(Context::Court),
                    "warning" => Some(Context::Warning),
                    _ => None,
                };
                let pair = context.zip(strength.parse().ok());
                Some(pair.ok_or_else(|| row.error("a context is document, court or warning and a strength"))?)
            }
        };
        vocabulary.add_verb(verbs.len() as u16, lemma, inflections);
        verbs.push(ReportingVerb {
            lemma: lemma.to_owned(),
            class,
            strength,
            neutral: optional(neutral).map(str::to_owned),
            note: note.to_owned(),
            context,
            source_follows: follows,
        });
    }
    Ok(verbs)
}

fn add_sources(vocabulary: &mut Vocabulary) -> Result<(), Error> {
    for row in rows(SOURCES.0, SOURCES.1) {
        let [word, kind, gender, number] = row.cells("word, kind, gender, number")?;
        let flags = &mut vocabulary.entry_mut(word).flags;
        flags.insert(match kind {
            "person" => WordFlags::PERSON,
            "organization" => WordFlags::ORGANIZATION,
            "document" => WordFlags::DOCUMENT,
            "pronoun" => WordFlags::PRONOUN,
            _ => return Err(row.error(format!("'{kind}' where person, organization, document or pronoun belongs"))),
        });
        match gender {
            "f" => flags.insert(WordFlags::FEMALE),
            "m" => flags.insert(WordFlags::MALE),
            _ => {}
        }
        if number == "p" {
            flags.insert(WordFlags::PLURAL);
        }
    }
    Ok(())
}

fn add_names(vocabulary: &mut Vocabulary) -> Result<(), Error> {
    for row in rows(NAMES.0, NAMES.1) {
        let [word, kind, gender] = row.cells("word, kind, gender")?;
        let flags = &mut vocabulary.entry_mut(word).flags;
        flags.insert(match kind {
            "title" => WordFlags::TITLE,
            "given" => WordFlags::GIVEN,
            _ => return Err(row.error(format!("'{kind}' where title or given belongs"))),
        });
        match gender {
            "f" => flags.insert(WordFlags::FEMALE),
            "m" => flags.insert(WordFlags::MALE),
            "-" => {}
            _ => return Err(row.error(format!("'{gender}' where f, m or - belongs"))),
        }
    }
    Ok(())
}

fn add_syntax(vocabulary: &mut Vocabulary) -> Result<(), Error> {
    for row in rows(SYNTAX.0, SYNTAX.1) {
        let [word, role] = row.cells("word, role")?;
        vocabulary.entry_mut(word).flags.insert(match role {
            "auxiliary" => WordFlags::AUXILIARY,
            "be" => WordFlags::BE,
            "contraction" => WordFlags::CONTRACTION,
            "subject" => WordFlags::SUBJECT,
            "between" => WordFlags::BETWEEN,
            "determiner" => WordFlags::DETERMINER,
            "preposition" => WordFlags::PREPOSITION,
            "conjunction" => WordFlags::CONJUNCTION,
            "date" => WordFlags::DATE,
            "particle" => WordFlags::PARTICLE,
            "naming" => WordFlags::NAMING,
            "mention" => WordFlags::MENTION,
            "work" => WordFlags::WORK,
            "court" => WordFlags::COURT,
            "warning" => WordFlags::WARNING,
            "distance" => WordFlags::DISTANCE,
            _ => return Err(row.error(format!("there is no role '{role}'"))),
        });
    }
    Ok(())
}

impl Lexicons {
    /// The lists behind the numbers: the user's, then the embedded. Their content is hashed when it is first asked for,
    /// as that takes longer than compiling them.
    pub(crate) fn sources(&self) -> &[LexiconSource] {
        self.sources.get_or_init(|| {
            let embedded = self.embedded.iter().map(|(name, content)| LexiconSource::of(name, content));
            self.own.iter().flat_map(Lexicon::sources).cloned().chain(embedded).collect()
        })
    }

    /// Which lexicon of the user's a meaning is from, counted from 0; their number for what is embedded.
    pub(crate) fn rank(&self, meaning: Meaning) -> usize {
        match meaning {
            Meaning::Term(number) => self.own_ends.partition_point(|&end| end <= number),
            Meaning::Off(lexicon) => lexicon as usize,
            Meaning::Guard => self.own_ends.len(),
        }
    }

    /// Syllables of a word that is not folded yet: the dictionary's count, or the rules'.
    pub(crate) fn syllables_of(&self, word: &str) -> u32 {
        let mut folded = String::new();
        fold_into(word, &mut folded);
        self.folded_syllables(&folded)
    }

    /// Syllables of a folded word.
    pub(crate) fn folded_syllables(&self, folded: &str) -> u32 {
        self.syllables_in(folded, self.vocabulary.look_up(folded))
    }

    /// Syllables of a folded word with this entry.
    fn syllables_in(&self, folded: &str, entry: &Entry) -> u32 {
        match (self.language, entry.syllables) {
            (Language::English, 0) => self.syllables.count(folded),
            (Language::English, syllables) => u32::from(syllables),
            (language, _) => vowels::count(language, folded),
        }
    }
}
