//! The analyzer: from a text to its report.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::document::Document;
use crate::error::Error;
use crate::language::Language;
use crate::lexicon::lexeme::LexemeCache;
use crate::lexicon::{Lexicon, Lexicons};
use crate::measures::diversity::Diversity;
use crate::measures::loaded::Loaded;
use crate::measures::sentiment::{Polarity, Sentiment, Vader};
use crate::measures::{counts, diversity, frequency, loaded, readability, sentiment};
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
    caches: Arc<Caches>,
}

/// What a thread remembers from text to text. Taken for the time of one text, so that threads never wait for each
/// other's texts; there are never more than threads that read at once.
#[derive(Debug, Default)]
struct Caches(Mutex<Vec<LexemeCache>>);

impl Caches {
    fn with<T>(&self, read: impl FnOnce(&mut LexemeCache) -> T) -> T {
        let mut cache = self.lock().pop().unwrap_or_default();
        let result = read(&mut cache);
        self.lock().push(cache);
        result
    }

    fn lock(&self) -> MutexGuard<'_, Vec<LexemeCache>> {
        // A panic elsewhere leaves the list whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Which measures are wanted of a text. The scan, the counts, readability and frequency are always made: others need
/// them, or they cost next to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) diversity: bool,
    pub(crate) sentiment: bool,
    pub(crate) loaded: bool,
}

impl Wanted {
    pub(crate) const ALL: Self = Self { diversity: true, sentiment: true, loaded: true };
    pub(crate) const NONE: Self = Self { diversity: false, sentiment: false, loaded: false };

    /// What either wants.
    #[cfg_attr(not(feature = "arrow"), expect(dead_code, reason = "tables alone leave out what is not wanted"))]
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            diversity: self.diversity || other.diversity,
            sentiment: self.sentiment || other.sentiment,
            loaded: self.loaded || other.loaded,
        }
    }
}

/// Makes an [`Analyzer`] that differs from the default.
#[derive(Debug, Clone, Default)]
pub struct AnalyzerBuilder {
    language: Language,
    lexicons: Vec<Lexicon>,
    vader: Option<Vader>,
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

    /// Adds a lexicon of loaded terms; its entries win over the embedded ones, and earlier ones over later.
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

    /// The analyzer.
    ///
    /// # Errors
    /// [`Error::Lexicon`] when a lexicon cannot be compiled.
    pub fn build(self) -> Result<Analyzer, Error> {
        let valences = self.vader.map(|vader| Arc::clone(vader.valences()));
        let lexicons = Lexicons::of(self.language, &self.lexicons, valences)?;
        Ok(Analyzer { lexicons, caches: Arc::default() })
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
    /// [`Error::TextTooLong`] for a text of 4 GiB or more. Any other text is legal, the empty one too.
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
        Ok(self.measure(self.document(text)?, None, wanted))
    }

    /// As [`Analyzer::analyze_titled`], but what is not wanted is left empty.
    pub(crate) fn analyze_titled_for(&self, title: &str, text: &str, wanted: Wanted) -> Result<Report, Error> {
        if title.trim().is_empty() {
            return self.analyze_for(text, wanted);
        }
        let joined = [title, text].join("\n\n");
        let title = Some(Span::new(0, title.len()));
        Ok(self.measure(self.parse(&joined, title)?, title, wanted))
    }

    fn measure(&self, document: Document<'_>, title: Option<Span>, wanted: Wanted) -> Report {
        let text = document.text();
        let counts = counts::counts(&document);
        let parts = Parts {
            title,
            headline: document.headline(),
            readability: readability::readability(&counts, self.lexicons.language),
            diversity: if wanted.diversity { diversity::diversity(&document) } else { Diversity::default() },
            sentiment: if wanted.sentiment { sentiment::sentiment(&document) } else { Sentiment::default() },
            loaded: if wanted.loaded {
                loaded::loaded(&document, &self.lexicons)
            } else {
                Loaded::empty(&self.lexicons)
            },
            quotations: document.quotations().to_vec(),
            counts,
            frequency: frequency::frequency(document),
        };
        Report::new(text, parts, Arc::clone(&self.lexicons))
    }

    /// The language of the texts.
    pub fn language(&self) -> Language {
        self.lexicons.language
    }

    /// Reads a text, for measures of your own.
    ///
    /// # Errors
    /// [`Error::TextTooLong`] for a text of 4 GiB or more.
    pub fn document<'t>(&'t self, text: &'t str) -> Result<Document<'t>, Error> {
        self.parse(text, None)
    }

    /// Reads a text that begins with the given headline, or with one to be found.
    pub(crate) fn parse<'t>(&'t self, text: &'t str, headline: Option<Span>) -> Result<Document<'t>, Error> {
        self.caches.with(|cache| Document::parse(text, headline, &self.lexicons, cache))
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
