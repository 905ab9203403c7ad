//! connote reads an article once and says how hard it is to read, which words it leans on, how it feels and where its
//! wording is loaded, with every number traceable to the words that made it.
//!
//! ```
//! let analyzer = connote::Analyzer::new()?;
//! let report = analyzer.analyze("Officials said the “so-called” regime had slashed aid. It was a disaster.")?;
//! println!("grade {:?}", report.readability.consensus_grade);
//! for hit in report.loaded.hits() {
//!     println!("{} ({}, {})", hit.span.of(report.text()), hit.category.name(), hit.voice.name());
//! }
//! # Ok::<(), connote::Error>(())
//! ```
//!
//! * [`Analyzer`] reads texts: one ([`Analyzer::analyze`]) or many on all cores ([`Analyzer::analyze_batch`]).
//! * [`Report`] holds the four families side by side, with spans into the text.
//! * [`Document`] is what the measures read; [`Analyzer::document`] gives it to measures of your own.
//! * [`Lexicon`] is a list of your own: loaded terms, or a dictionary of words in categories or with weights.
//! * [`Vader`] is VADER alone, with its words or yours.
#![forbid(unsafe_code)]

mod analyzer;
#[cfg(feature = "arrow")]
pub mod arrow;
#[cfg(feature = "cli")]
pub mod cli;
mod columns;
mod corpus;
mod document;
mod error;
#[cfg(feature = "html")]
pub mod html;
mod language;
mod lexicon;
mod measures;
#[cfg(feature = "html")]
mod plain;
mod report;
mod span;
pub mod text;

pub use analyzer::{Analyzer, AnalyzerBuilder};
pub use columns::{Column, ColumnKind, ItemField, ItemKind, Value, columns, columns_for, columns_of, lists};
#[cfg(feature = "spill")]
pub use corpus::bounded::{BoundedCount, Counted};
pub use corpus::collocations::{
    COLLOCATION_SCORES, Collocation, CollocationScore, PairCounts, PairMargins, collocations,
};
pub use corpus::comparison::{
    ComparedMeasure, Comparison, CorpusMeasure, CorpusSample, Distribution, Resampling, TellingHit, TellingSentence,
    compare, corpus_measures,
};
pub use corpus::concordance::{ConcordanceLine, concordance};
pub use corpus::dispersion::{Dispersion, average_reduced_frequency, dispersion};
pub use corpus::keyness::{Contrast, KEYNESS_SCORES, KeyWord, KeynessPrior, KeynessScore, LogOdds, keyness};
pub use corpus::laws::{PowerLaw, heaps_law, zipf_law};
pub use corpus::settings::{CasePolicy, NUMBER, NumberPolicy, StopWords, TableSettings, Voices};
pub use corpus::table::{FrequencyTable, TableEntry, TableLimits};
pub use document::quotation::{Quotation, QuotationKind};
pub use document::sources::SourceKind;
pub use document::{Document, Sentence, Word, WordType};
pub use error::Error;
pub use language::Language;
pub use lexicon::news::{Shift, ValueSource};
pub use lexicon::{
    Category, DictionaryEntry, EntryMatch, Explanation, Form, Lexicon, LexiconFormat, LexiconSource, Off, Side, Term,
    TermMatch, VerbClass, VerbMatch, WordFacts,
};
pub use measures::counts::{CountKind, Counts};
pub use measures::dictionaries::{CategoryScore, DictionaryHit, DictionaryScores};
pub use measures::diversity::{DIVERSITY_MEASURES, Diversity, DiversityMeasure, MATTR_WINDOW, WordSequence};
pub use measures::frequency::{Frequency, WordCount};
pub use measures::loaded::{Loaded, LoadedHit, LoadedPart, LoadedSentence, Voice, VoiceHits};
pub use measures::readability::{
    Caveat, Consensus, Direction, Estimates, FORMULAS, Formula, Graph, GraphArea, Readability, SentenceDifficulty,
};
pub use measures::sentiment::{
    NewsSentiment, Polarity, SentencePolarity, Sentiment, SentimentHit, Shifter, Vader, VaderToken, VoiceSentiment,
};
pub use measures::sources::{SourceProfile, SourceVerb};
pub use report::{OffsetUnit, Report};
pub use span::{CharCursor, Span};
