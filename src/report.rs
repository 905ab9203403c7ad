//! The report: the four families side by side, with their evidence.

mod json;

use std::sync::Arc;

use crate::document::Document;
use crate::document::quotation::Quotation;
use crate::error::Error;
use crate::language::Language;
use crate::lexicon::{LexiconSource, Lexicons};
use crate::measures::counts::Counts;
use crate::measures::dictionaries::DictionaryScores;
use crate::measures::diversity::Diversity;
use crate::measures::frequency::Frequency;
use crate::measures::loaded::{Loaded, LoadedHit};
use crate::measures::readability::Readability;
use crate::measures::sentiment::news;
use crate::measures::sentiment::voices::voices;
use crate::measures::sentiment::{Sentiment, SentimentHit, VoiceSentiment};
use crate::measures::sources::{SourceProfile, sources};
use crate::span::Span;

/// Everything that is known of one text. Spans point into [`Report::text`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Report {
    text: Arc<str>,
    title: Option<Span>,
    /// The headline, if the text begins with one.
    pub headline: Option<Span>,
    /// How much of everything there is.
    pub counts: Counts,
    /// How hard it is to read.
    pub readability: Readability,
    /// Which words it leans on.
    pub frequency: Frequency,
    /// How varied they are.
    pub diversity: Diversity,
    /// How it feels.
    pub sentiment: Sentiment,
    /// Where its wording is loaded.
    pub loaded: Loaded,
    /// What it has of the dictionaries that the analyzer was given, in their order.
    pub dictionaries: Vec<DictionaryScores>,
    /// Who is quoted.
    pub quotations: Vec<Quotation>,
    lexicons: Arc<Lexicons>,
}

/// The measures of one text, before the text itself is attached.
pub(crate) struct Parts {
    /// The title that was given apart from the text.
    pub(crate) title: Option<Span>,
    pub(crate) headline: Option<Span>,
    pub(crate) counts: Counts,
    pub(crate) readability: Readability,
    pub(crate) frequency: Frequency,
    pub(crate) diversity: Diversity,
    pub(crate) sentiment: Sentiment,
    pub(crate) loaded: Loaded,
    pub(crate) dictionaries: Vec<DictionaryScores>,
    pub(crate) quotations: Vec<Quotation>,
}

/// In which unit spans are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OffsetUnit {
    /// Bytes of UTF-8, as in Rust.
    Byte,
    /// Unicode code points, as in Python.
    CodePoint,
}

impl Report {
    pub(crate) fn new(text: &str, parts: Parts, lexicons: Arc<Lexicons>) -> Self {
        let Parts {
            title,
            headline,
            counts,
            readability,
            frequency,
            diversity,
            sentiment,
            loaded,
            dictionaries,
            quotations,
        } = parts;
        let text = Arc::from(text);
        Self {
            text,
            title,
            headline,
            counts,
            readability,
            frequency,
            diversity,
            sentiment,
            loaded,
            dictionaries,
            quotations,
            lexicons,
        }
    }

    /// The text, as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The title that was given apart from the text.
    pub(crate) fn title(&self) -> Option<Span> {
        self.title
    }

    /// The language of the text.
    pub fn language(&self) -> Language {
        self.lexicons.language
    }

    /// Whether there is a lexicon for the sentiment: in English. Elsewhere [`Report::sentiment`] says nothing, and is null
    /// in JSON and tables.
    pub fn has_sentiment(&self) -> bool {
        self.language() == Language::English
    }

    /// Whether there are loaded terms: in English, and where the analyzer was given a lexicon. Elsewhere
    /// [`Report::loaded`] says nothing, and is null in JSON and tables.
    pub fn has_terms(&self) -> bool {
        !self.lexicons.terms.is_empty()
    }

    /// Reads the text again, for what a report does not keep: words, sentences, where each count was taken.
    ///
    /// ```
    /// use connote::CountKind;
    /// let report = connote::Analyzer::new()?.analyze("The university has a policy.")?;
    /// let document = report.document()?;
    /// assert_eq!(document.counted(CountKind::Polysyllables).len(), 2);
    /// # Ok::<(), connote::Error>(())
    /// ```
    ///
    /// # Errors
    /// None in practice: the text was read before.
    pub fn document(&self) -> Result<Document<'_>, Error> {
        Document::parse(&self.text, self.title, &self.lexicons, true)
    }

    /// The word data behind the numbers: name and SHA-256 of every lexicon.
    pub fn lexicons(&self) -> &[LexiconSource] {
        self.lexicons.sources()
    }

    /// Whose words a loaded term is: the speaker of the quotation around it, or the source of a reporting verb.
    pub fn speaker(&self, hit: &LoadedHit) -> Option<&str> {
        hit.speaker.map(|span| span.of(&self.text))
    }

    /// Every word and phrase with feeling, with what shifts it; made when it is asked for. Empty in languages without a
    /// lexicon.
    ///
    /// ```
    /// let report = connote::Analyzer::new()?.analyze("The talks did not fail. They were a very great success.")?;
    /// let hits = report.sentiment_hits();
    /// let words: Vec<&str> = hits.iter().map(|hit| hit.span.of(report.text())).collect();
    /// assert_eq!(words, ["fail", "great", "success"]);
    /// assert!(hits[0].value > 0.0 && hits[0].base < 0.0);
    /// assert_eq!(hits[0].shifters[0].span.of(report.text()), "not");
    /// # Ok::<(), connote::Error>(())
    /// ```
    pub fn sentiment_hits(&self) -> Vec<SentimentHit> {
        self.document().map(|document| news::hits(&document)).unwrap_or_default()
    }

    /// What the words of each voice feel like: the writer's own first, then every quoted speaker, in the order in which they
    /// are first quoted; made when it is asked for.
    ///
    /// ```
    /// let text = "The talks went well. “A disaster,” Smith said. “A terrible failure,” Jones said.";
    /// let report = connote::Analyzer::new()?.analyze(text)?;
    /// let voices = report.sentiment_voices();
    /// let speakers: Vec<_> = voices.iter().filter_map(|voice| voice.speaker).map(|span| span.of(text)).collect();
    /// assert_eq!(speakers, ["Smith", "Jones"]);
    /// assert!(voices[0].positive > 0.0 && voices[1].negative < 0.0 && voices[2].hits == 2);
    /// # Ok::<(), connote::Error>(())
    /// ```
    pub fn sentiment_voices(&self) -> Vec<VoiceSentiment> {
        self.document().map(|document| voices(&document, &news::hits(&document))).unwrap_or_default()
    }

    /// The sources of the text: what is quoted of each, and the verbs by which the writer reports its words. The one with
    /// most quoted words first; made when it is asked for. Empty without quotations in languages other than English, of
    /// which no reporting verbs are known.
    ///
    /// ```
    /// use connote::VerbClass;
    /// let text = "“We lost a lot,” Ann Poole said. Poole insisted that it was so. Officials claimed it was “a lie”.";
    /// let report = connote::Analyzer::new()?.analyze(text)?;
    /// let sources = report.sources();
    /// let names: Vec<_> = sources.iter().filter_map(|source| source.name).map(|name| name.of(text)).collect();
    /// assert_eq!(names, ["Ann Poole", "Officials"]);
    /// assert_eq!((sources[0].quotations, sources[0].words), (1, 4));
    /// assert_eq!(sources[0].count_of(VerbClass::Neutral), 1);
    /// assert_eq!(sources[0].verbs[1].verb, "insist");
    /// assert!(sources[0].named && !sources[1].named);
    /// assert_eq!(sources[1].count_of(VerbClass::Doubt), 1);
    /// # Ok::<(), connote::Error>(())
    /// ```
    pub fn sources(&self) -> Vec<SourceProfile> {
        self.document().map(|document| sources(&document)).unwrap_or_default()
    }

    /// The base form of the reporting verb of a quotation.
    pub fn verb(&self, quotation: &Quotation) -> Option<&str> {
        Some(&self.lexicons.verbs.get(usize::from(quotation.verb_number?))?.lemma)
    }
}
