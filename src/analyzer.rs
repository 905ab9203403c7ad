//! The analyzer: from a text to its report.

use std::hint::black_box;
use std::sync::Arc;

use crate::document::Document;
use crate::error::Error;
use crate::language::Language;
use crate::lexicon::{Explanation, Lexicon, Lexicons};
use crate::measures::diversity::Diversity;
use crate::measures::loaded::Loaded;
use crate::measures::sentiment::{Polarity, Sentiment, Vader};
use crate::measures::{counts, dictionaries, diversity, frequency, loaded, readability, sentiment};
use crate::report::{Parts, Report};
use crate::span::Span;

/// Reads texts. Cheap to clone, without setters, shared freely between threads.
///
/// ```
/// let analyzer = connote::Analyzer::new()?;
/// let report = analyzer.analyze("The regime fell. Critics cheered.")?;
/// assert_eq!(report.counts.sentences, 2);
/// assert_eq!(report.loaded.hits()[0].span.of(report.text()), "regime");
/// # Ok::<(), connote::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Analyzer {
    lexicons: Arc<Lexicons>,
    dictionary_hits: bool,
}

/// About how many bytes of memory a report takes for each byte of its text, while it is made: 12 for prose that is full of
/// loaded words.
const MEMORY: usize = 12;

/// Smaller texts are read without asking for memory first.
const LARGE: usize = 1 << 20;

/// Whether the memory for a large text can be had. An allocation that fails on the way cannot be answered: it ends the
/// process.
fn ask_for_memory(text: &str) -> Result<(), Error> {
    if text.len() < LARGE {
        return Ok(());
    }
    let bytes = text.len().saturating_mul(MEMORY);
    let mut room = Vec::<u8>::new();
    room.try_reserve_exact(bytes).map_err(|_| Error::OutOfMemory { bytes })?;
    // The compiler must not see that it is let go unused: it would not ask for it.
    black_box(room);
    Ok(())
}

/// Which measures are wanted of a text. The scan, the counts, readability and frequency are always made: others need
/// them, or they cost next to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted(u8);

impl Wanted {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const DIVERSITY: Self = Self(1);
    /// The sentiment of news without VADER's numbers.
    pub(crate) const NEWS: Self = Self(1 << 1);
    /// All of sentiment: the series of sentences has the scores of both.
    pub(crate) const SENTIMENT: Self = Self(Self::NEWS.0 | 1 << 2);
    /// The quotations and who is quoted; without them no word counts as quoted.
    pub(crate) const QUOTATIONS: Self = Self(1 << 5);
    pub(crate) const LOADED: Self = Self(Self::QUOTATIONS.0 | 1 << 3);
    pub(crate) const DICTIONARIES: Self = Self(Self::QUOTATIONS.0 | 1 << 4);
    pub(crate) const ALL: Self = Self(Self::DIVERSITY.0 | Self::SENTIMENT.0 | Self::LOADED.0 | Self::DICTIONARIES.0);

    fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// What either wants.
    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Makes an [`Analyzer`] that differs from the default.
#[derive(Debug, Clone, Default)]
pub struct AnalyzerBuilder {
    language: Language,
    lexicons: Vec<Lexicon>,
    vader: Option<Vader>,
    dictionary_hits: bool,
}

impl AnalyzerBuilder {
    /// The language of the texts; English if it is not said.
    ///
    /// The language selects the readability formulas, the counting of syllables, abbreviations and word classes. What
    /// needs an English list (familiar words, VADER, the embedded loaded terms) is null in other languages.
    ///
    /// ```
    /// let german = connote::Analyzer::builder().language("de".parse()?).build()?;
    /// let report = german.analyze("Die Sonne scheint. Alle Leute freuen sich.")?;
    /// assert!(report.readability.get("flesch_de_amstad").is_some());
    /// # Ok::<(), connote::Error>(())
    /// ```
    #[must_use]
    pub fn language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// Adds a lexicon of your own. Loaded terms win over the embedded ones, and those of earlier lexicons over later;
    /// dictionaries stand side by side.
    #[must_use]
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicons.push(lexicon);
        self
    }

    /// VADER with words of your own in place of the embedded ones.
    ///
    /// ```
    /// use connote::{Analyzer, Vader};
    ///
    /// let words = [("regime", -1.0), ("cheered", 2.0)];
    /// let analyzer = Analyzer::builder().vader(Vader::with(&words, &[])?).build()?;
    /// let report = analyzer.analyze("The regime fell. Critics cheered.")?;
    /// assert_eq!(report.sentiment.document.compound, 0.25);
    /// # Ok::<(), connote::Error>(())
    /// ```
    #[must_use]
    pub fn vader(mut self, vader: Vader) -> Self {
        self.vader = Some(vader);
        self
    }

    /// Whether reports keep every hit of the dictionaries, with its place and voice; no if it is not said, as a
    /// dictionary of common words has a hit at every other word. Counts, sums and means are there in any case.
    ///
    /// ```
    /// let moods = connote::Lexicon::from_json("moods", r#"{"storm": ["rag*"]}"#)?;
    /// let analyzer = connote::Analyzer::builder().lexicon(moods).dictionary_hits(true).build()?;
    /// let report = analyzer.analyze("He raged: “The rage of the young!”")?;
    /// let hits = report.dictionaries[0].hits();
    /// assert_eq!(hits.iter().map(|hit| hit.span.of(report.text())).collect::<Vec<_>>(), ["raged", "rage"]);
    /// # Ok::<(), connote::Error>(())
    /// ```
    #[must_use]
    pub fn dictionary_hits(mut self, keep: bool) -> Self {
        self.dictionary_hits = keep;
        self
    }

    /// The analyzer.
    ///
    /// # Errors
    /// [`Error::Input`] when two dictionaries have one name.
    pub fn build(self) -> Result<Analyzer, Error> {
        let valences = self.vader.map(|vader| Arc::clone(vader.valences()));
        let lexicons = Lexicons::of(self.language, &self.lexicons, valences)?;
        Ok(Analyzer { lexicons, dictionary_hits: self.dictionary_hits })
    }
}

impl Analyzer {
    /// English, with the embedded lexicons.
    ///
    /// # Errors
    /// None in practice: the embedded lexicons are compiled by the tests.
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// An analyzer with lexicons of your own.
    pub fn builder() -> AnalyzerBuilder {
        AnalyzerBuilder::default()
    }

    /// Reads a text and measures it.
    ///
    /// # Errors
    /// [`Error::TextTooLong`] for a text of 4 GiB or more, [`Error::OutOfMemory`] for a large one that there is not the
    /// memory for. Any other text is legal, the empty one too.
    pub fn analyze(&self, text: &str) -> Result<Report, Error> {
        self.analyze_for(text, Wanted::ALL)
    }

    /// Reads a text below its title and measures both: the report's text is the title, a blank line and the text, and
    /// its headline is the title. Without a title (an empty one, or white space) this is [`Analyzer::analyze`].
    ///
    /// ```
    /// let analyzer = connote::Analyzer::new()?;
    /// let report = analyzer.analyze_titled("Regime falls.", "Critics cheered.")?;
    /// assert_eq!(report.text(), "Regime falls.\n\nCritics cheered.");
    /// assert_eq!(report.headline.map(|span| span.of(report.text())), Some("Regime falls."));
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Analyzer::analyze`], for both together.
    pub fn analyze_titled(&self, title: &str, text: &str) -> Result<Report, Error> {
        self.analyze_titled_for(title, text, Wanted::ALL)
    }

    /// As [`Analyzer::analyze`], but what is not wanted is left empty.
    pub(crate) fn analyze_for(&self, text: &str, wanted: Wanted) -> Result<Report, Error> {
        Ok(self.measure(self.parse(text, None, wanted)?, None, wanted))
    }

    /// As [`Analyzer::analyze_titled`], but what is not wanted is left empty.
    pub(crate) fn analyze_titled_for(&self, title: &str, text: &str, wanted: Wanted) -> Result<Report, Error> {
        if title.trim().is_empty() {
            return self.analyze_for(text, wanted);
        }
        let joined = [title, text].join("\n\n");
        let title = Some(Span::new(0, title.len()));
        Ok(self.measure(self.parse(&joined, title, wanted)?, title, wanted))
    }

    fn measure(&self, document: Document<'_>, title: Option<Span>, wanted: Wanted) -> Report {
        let text = document.text();
        let counts = counts::counts(&document);
        let parts = Parts {
            title,
            headline: document.headline(),
            readability: readability::readability(&counts, self.lexicons.language),
            diversity: if wanted.has(Wanted::DIVERSITY) {
                diversity::diversity(&document)
            } else {
                Diversity::default()
            },
            sentiment: if wanted.has(Wanted::SENTIMENT) {
                sentiment::sentiment(&document)
            } else if wanted.has(Wanted::NEWS) {
                sentiment::news_alone(&document)
            } else {
                Sentiment::default()
            },
            loaded: if wanted.has(Wanted::LOADED) {
                loaded::loaded(&document, &self.lexicons)
            } else {
                Loaded::empty(&self.lexicons)
            },
            dictionaries: if wanted.has(Wanted::DICTIONARIES) {
                dictionaries::dictionaries(&document, &self.lexicons, self.dictionary_hits)
            } else {
                Vec::new()
            },
            quotations: document.quotations().to_vec(),
            counts,
            frequency: frequency::frequency(document),
        };
        Report::new(text, parts, Arc::clone(&self.lexicons))
    }

    /// What the lexicons know of a word or phrase, whatever its case: loaded terms, own and embedded, with their forms,
    /// what hides them, entries of dictionaries, and what other lists say of the words.
    ///
    /// ```
    /// let explanation = connote::Analyzer::new()?.explain("regimes")?;
    /// assert_eq!(explanation.terms[0].term.category.name(), "contentious_label");
    /// assert_eq!(explanation.terms[0].forms, ["regime", "regimes"]);
    /// assert!(explanation.guards.contains(&"tax regimes".to_owned()));
    /// assert_eq!(explanation.words[0].dale_chall, Some(false));
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// None in practice: the embedded lists are read by the tests.
    pub fn explain(&self, term: &str) -> Result<Explanation, Error> {
        self.lexicons.explain(term)
    }

    /// The lexicons that it looks words up in.
    pub(crate) fn lexicons(&self) -> &Lexicons {
        &self.lexicons
    }

    /// The language of the texts.
    pub fn language(&self) -> Language {
        self.lexicons.language
    }

    /// Reads a text, for measures of your own.
    ///
    /// # Errors
    /// [`Error::TextTooLong`] for a text of 4 GiB or more, [`Error::OutOfMemory`] for a large one that there is not the
    /// memory for.
    pub fn document<'t>(&'t self, text: &'t str) -> Result<Document<'t>, Error> {
        self.parse(text, None, Wanted::ALL)
    }

    /// Reads a text that begins with the given headline, or with one to be found.
    pub(crate) fn parse<'t>(
        &'t self,
        text: &'t str,
        headline: Option<Span>,
        wanted: Wanted,
    ) -> Result<Document<'t>, Error> {
        ask_for_memory(text)?;
        Document::parse(text, headline, &self.lexicons, wanted.has(Wanted::QUOTATIONS))
    }

    /// Reads many texts on all cores of the current rayon pool. Results are in input order and equal to those of
    /// [`Analyzer::analyze`], whatever the number of threads.
    #[cfg(feature = "parallel")]
    pub fn analyze_batch<T: AsRef<str> + Sync>(&self, texts: &[T]) -> Vec<Result<Report, Error>> {
        use rayon::prelude::*;
        texts.par_iter().map(|text| self.analyze(text.as_ref())).collect()
    }

    /// The four numbers of VADER 3.3.2 for a text on its own; [`Analyzer::vader`] tells what is behind them.
    ///
    /// ```
    /// let analyzer = connote::Analyzer::new()?;
    /// assert_eq!(analyzer.polarity_scores("The shit").compound, -0.5574);
    /// # Ok::<(), connote::Error>(())
    /// ```
    pub fn polarity_scores(&self, text: &str) -> Polarity {
        self.vader().polarity_scores(text)
    }

    /// VADER alone, with the words of this analyzer.
    pub fn vader(&self) -> Vader {
        Vader::of(Arc::clone(&self.lexicons.valences))
    }

    /// Syllables of a word as pronounced in American English, as the counts have them: at least 1 if it holds a letter
    /// or a digit, else 0. The few sounds that CMUdict writes without a vowel (`hm`, `sh`) have 0, too.
    ///
    /// A word of CMUdict (Carnegie Mellon University 1993-2015) has the syllables of the pronunciation listed first
    /// there; any other is counted by rules learnt from it. Parts of hyphenated words are added up, numbers are read
    /// aloud (Flesch 1948), and words without vowel letters are spelt out. Upper and lower case make no difference.
    ///
    /// ```
    /// let analyzer = connote::Analyzer::new()?;
    /// assert_eq!(analyzer.syllables("livestreamed"), 2);
    /// assert_eq!(analyzer.syllables("COVID-19"), 4);
    /// assert_eq!(analyzer.syllables("1918"), 4);
    /// # Ok::<(), connote::Error>(())
    /// ```
    pub fn syllables(&self, word: &str) -> u32 {
        self.lexicons.syllables_of(word)
    }
}
