//! `connote._connote`: the core as a Python module. Conversion only, no computing.
#![deny(unsafe_code)]
// Documentation comments are Python docstrings, in their form.
#![allow(clippy::doc_markdown, clippy::doc_link_with_quotes)]
// Python's arguments are converted into values.
#![allow(clippy::needless_pass_by_value)]

mod analyzer;
mod arrow;
mod batch;
mod comparison;
mod error;
mod lexicon;
mod report;
mod statistics;
mod table;
mod vader;
mod value;

use std::ffi::OsString;
use std::path::PathBuf;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::analyzer::Analyzer;
use crate::arrow::Scores;
use crate::error::exception;
use crate::report::{Counts, Formula, Places, Readability, Report};
use crate::value::{Column, Sentence, Span, Word};

/// Readability, word frequency, sentiment and loaded terms of articles, in one pass.
#[pymodule(gil_used = false)]
mod _connote {
    use super::{Bound, PyModule, PyResult};

    #[pymodule_export]
    use super::analyzer::Analyzer;
    #[pymodule_export]
    use super::arrow::Scores;
    #[pymodule_export]
    use super::comparison::{ComparedMeasure, Comparison, Distribution, TellingHit, TellingSentence, compare};
    #[pymodule_export]
    use super::lexicon::Lexicon;
    #[pymodule_export]
    use super::report::{
        CategoryScore, Counts, DictionaryHit, DictionaryScores, Diversity, Formula, Frequency, Loaded, LoadedHit,
        LoadedPart, LoadedSentence, Quotation, Readability, Report, SentenceDifficulty, SentencePolarity, Sentiment,
        SentimentHit, Shifter, SourceProfile, SourceVerb, VoiceHits, VoiceSentiment, WordCount,
    };
    #[pymodule_export]
    use super::statistics::values::{Collocation, ConcordanceLine, Dispersion, KeyWord, LogOdds, Measure, PowerLaw};
    #[pymodule_export]
    use super::statistics::{
        average_reduced_frequency, collocation_measures, collocation_scores, collocations, concordance, dispersion,
        diversity, diversity_measures, heaps_law, keyness, keyness_measures, keyness_scores, log_odds, zipf_law,
    };
    #[pymodule_export]
    use super::table::{FrequencyTable, TableEntry};
    #[pymodule_export]
    use super::vader::{Vader, VaderToken, polarity_scores, vader_tokens};
    #[pymodule_export]
    use super::value::{Column, LexiconSource, Sentence, Span, Word};
    #[pymodule_export]
    use super::{
        analyze, columns, formulas, lists, run, score, score_counts, score_file, score_groups, sentences, syllables,
        words,
    };

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        use super::PyModuleMethods;
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        super::add_formulas(module.py())
    }
}

/// Gives `Readability` a property for each formula of the table.
fn add_formulas(py: Python<'_>) -> PyResult<()> {
    let property = py.import("builtins")?.getattr("property")?;
    let item = py.import("operator")?.getattr("itemgetter")?;
    for formula in connote::FORMULAS {
        let doc = format!("{} ({}): {}.", formula.title, formula.source, formula.definition);
        let value = property.call1((item.call1((formula.name,))?, py.None(), py.None(), doc))?;
        py.get_type::<Readability>().setattr(formula.name, value)?;
    }
    Ok(())
}

/// Reads a text with the default analyzer and measures it.
///
/// Args:
///     text: The text; any is legal, the empty one too.
///     title: Its title, if it is kept apart. The text that is measured, `report.text`, is then the title, a blank line
///         and the text, and the headline is the title.
///
/// Raises:
///     ConnoteError: The text has 4 GiB or more.
///     MemoryError: It is large, and there is not the memory for it.
///     TypeError: It is no `str`.
///     ValueError: It holds a lone surrogate.
///
/// >>> import connote
/// >>> report = connote.analyze("The regime fell. Critics cheered.")
/// >>> report.counts.sentences, report.loaded.hits[0].text
/// (2, 'regime')
#[pyfunction]
#[pyo3(signature = (text, title=None))]
fn analyze(py: Python<'_>, text: &Bound<'_, PyAny>, title: Option<&Bound<'_, PyAny>>) -> PyResult<Report> {
    Analyzer::analyze(Analyzer::default(py)?, text, title)
}

/// Scores a column of texts with the default analyzer, in parallel: see `Analyzer.score`.
///
/// >>> import connote
/// >>> connote.score(["One two."], columns=["words"]).to_dict()
/// {'words': [2]}
#[pyfunction]
#[pyo3(signature = (texts, *, titles=None, columns=None, progress=None))]
fn score(
    py: Python<'_>,
    texts: &Bound<'_, PyAny>,
    titles: Option<&Bound<'_, PyAny>>,
    columns: Option<Vec<String>>,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Scores> {
    Analyzer::default(py)?.get().score(texts, titles, columns, progress)
}

/// Scores a corpus into a file with the default analyzer, in parallel and in little memory: see `Analyzer.score_file`.
///
/// >>> import connote, pathlib, tempfile
/// >>> folder = pathlib.Path(tempfile.mkdtemp())
/// >>> _ = (folder / "news.jsonl").write_text('{"id": 7, "text": "The regime fell."}')
/// >>> connote.score_file(folder / "news.jsonl", folder / "scores.parquet")
/// (1, 0)
#[expect(clippy::too_many_arguments, reason = "keywords")]
#[pyfunction]
#[pyo3(signature = (
    path, output, *, text="text", title=None, ids=None, columns=None, on_error="stop", rejects=None, resume=false,
    progress=None
))]
fn score_file(
    py: Python<'_>,
    path: PathBuf,
    output: PathBuf,
    text: &str,
    title: Option<&str>,
    ids: Option<Vec<String>>,
    columns: Option<Vec<String>>,
    on_error: &str,
    rejects: Option<PathBuf>,
    resume: bool,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<(u64, u64)> {
    let analyzer = Analyzer::default(py)?.get();
    analyzer.score_file(py, path, output, text, title, ids, columns, on_error, rejects, resume, progress)
}

/// Scores a corpus into a table of groups with the default analyzer: see `Analyzer.score_groups`.
///
/// >>> import connote, pathlib, tempfile
/// >>> news = pathlib.Path(tempfile.mkdtemp()) / "news.csv"
/// >>> _ = news.write_text("outlet,text\nPost,The regime fell.\nEcho,Rain.\n")
/// >>> connote.score_groups(news, ["outlet"], columns=["words"])["outlet"]
/// ['Echo', 'Post']
#[expect(clippy::too_many_arguments, reason = "keywords")]
#[pyfunction]
#[pyo3(signature = (path, by, *, text="text", title=None, columns=None, on_error="stop", rejects=None, progress=None))]
fn score_groups(
    py: Python<'_>,
    path: PathBuf,
    by: Vec<String>,
    text: &str,
    title: Option<&str>,
    columns: Option<Vec<String>>,
    on_error: &str,
    rejects: Option<PathBuf>,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Scores> {
    Analyzer::default(py)?.get().score_groups(py, path, by, text, title, columns, on_error, rejects, progress)
}

/// Pronounced syllables of a word, as the counts have them; at least 1 if it holds a letter or a digit.
///
/// >>> import connote
/// >>> connote.syllables("readability")
/// 5
#[pyfunction]
fn syllables(py: Python<'_>, word: &Bound<'_, PyAny>) -> PyResult<u32> {
    let word = error::text(word, || "word".to_owned())?;
    Ok(Analyzer::default(py)?.get().core().syllables(word))
}

/// The words of a text: everything that is counted; URLs and e-mail addresses are not among them.
///
/// >>> import connote
/// >>> connote.words("Don’t @me")
/// [Word(start=0, end=5, text='Don’t', kind='word'), Word(start=6, end=9, text='@me', kind='mention')]
#[pyfunction]
fn words(py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<Vec<Word>> {
    let core = Analyzer::default(py)?.get().core();
    let text = error::text(text, || "text".to_owned())?;
    py.detach(|| {
        let document = core.document(text).map_err(exception)?;
        let places = Places::new(text);
        let word = |word: &connote::Word| {
            let Span { start, end, text } = places.of(word.span);
            Word { start, end, text, kind: word.kind.name().to_owned() }
        };
        Ok(document.words().iter().map(word).collect())
    })
}

/// The sentences of a text that hold a word, without the white space around them.
///
/// >>> import connote
/// >>> [sentence.text for sentence in connote.sentences("Mr. Low left. Why?")]
/// ['Mr. Low left.', 'Why?']
#[pyfunction]
fn sentences(py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<Vec<Sentence>> {
    let core = Analyzer::default(py)?.get().core();
    let text = error::text(text, || "text".to_owned())?;
    py.detach(|| {
        let document = core.document(text).map_err(exception)?;
        let places = Places::new(text);
        let sentence = |sentence: &connote::Sentence| {
            let Span { start, end, text } = places.of(sentence.span.trimmed(text));
            Sentence { start, end, text, words: sentence.len(), ends_paragraph: sentence.ends_paragraph }
        };
        Ok(document.sentences().iter().filter(|sentence| !sentence.is_empty()).map(sentence).collect())
    })
}

/// Every column that `score` can compute for texts in a language, in the order of its table.
///
/// Args:
///     language: Code or English name of the language.
///
/// Raises:
///     ConnoteError: The language is not known; the message lists those that are.
///
/// >>> import connote
/// >>> column = connote.columns()[0]
/// >>> column.name, column.kind, column.unit
/// ('words', 'count', 'words')
#[pyfunction]
#[pyo3(signature = (language="en"))]
fn columns(language: &str) -> PyResult<Vec<Column>> {
    let language = language.parse().map_err(exception)?;
    Ok(connote::columns_of(language).iter().map(Column::from).collect())
}

/// The columns of lists, which `score` gives only where they are named: what stands behind the numbers, item by item, as
/// in `Report.to_dict()`. Offsets are those of the report: into the title, a blank line and the text where there is a
/// title.
///
/// >>> import connote
/// >>> [column.name for column in connote.lists()]
/// ['hit_list', 'sentence_list', 'quotation_list', 'frequency_list']
/// >>> scores = connote.score(["The regime fell."], columns=["words", "hit_list"])
/// >>> [(hit["start"], hit["text"], hit["voice"]) for hit in scores["hit_list"][0]]
/// [(4, 'regime', 'own')]
#[pyfunction]
fn lists() -> Vec<Column> {
    connote::lists().iter().map(Column::from).collect()
}

/// Every readability formula of a language, in the order of reports.
///
/// Args:
///     language: Code or English name of the language.
///
/// Raises:
///     ConnoteError: The language is not known; the message lists those that are.
///
/// >>> import connote
/// >>> connote.formulas()[0].source
/// 'Flesch 1948'
#[pyfunction]
#[pyo3(signature = (language="en"))]
fn formulas(language: &str) -> PyResult<Vec<Formula>> {
    let language: connote::Language = language.parse().map_err(exception)?;
    let formula = |formula: &connote::Formula| Formula {
        name: formula.name.to_owned(),
        title: formula.title.to_owned(),
        unit: formula.estimates.unit().to_owned(),
        source: formula.source.to_owned(),
        definition: formula.definition.to_owned(),
        higher_is: match formula.higher_is {
            connote::Direction::Harder => "harder",
            connote::Direction::Easier => "easier",
        }
        .to_owned(),
        languages: formula.languages.iter().map(|language| language.code().to_owned()).collect(),
        minimum_words: formula.minimum_words,
        minimum_sentences: formula.minimum_sentences,
        in_consensus: formula.in_consensus,
    };
    Ok(connote::FORMULAS.iter().filter(|formula| formula.is_for(language)).map(formula).collect())
}

/// The value of one readability formula for counts of your own: from a paper, from another tool, or changed by hand.
///
/// Args:
///     formula: Its name, as in `formulas`.
///     counts: The counts; a formula reads those that its definition names.
///
/// Returns:
///     The value, not rounded; None without a word or without a sentence.
///
/// Raises:
///     ValueError: No formula has this name.
///
/// >>> import connote
/// >>> counts = connote.analyze("The cat sat on the mat.").counts
/// >>> round(connote.score_counts("flesch_reading_ease", counts), 3)
/// 116.145
#[pyfunction]
fn score_counts(formula: &str, counts: &Bound<'_, Counts>) -> PyResult<Option<f64>> {
    let known = connote::Formula::named(formula);
    let known =
        known.ok_or_else(|| PyValueError::new_err(format!("formula: none is named {formula:?}, see formulas()")))?;
    Ok(known.score(&counts.get().into()))
}

/// Runs the command line with these arguments, the program's name first, and returns its exit code.
#[pyfunction]
fn run(py: Python<'_>, args: Vec<OsString>) -> u8 {
    py.detach(|| connote::cli::run(args))
}
