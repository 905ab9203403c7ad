//! Tables of counts over many texts.

use std::path::PathBuf;

use arrow_array::Array;
use connote::{Error, StopWords, TableLimits, TableSettings};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyDict, PyList, PyString, PyTuple, PyType};

use crate::arrow::{Scores, Texts};
use crate::batch::{Batch, Progress, thread_count};
use crate::error::{exception, text, wrong_type};
use crate::report::Report;
use crate::value::value_class;

value_class! {
    /// A word or n-gram of a `FrequencyTable`.
    TableEntry {
        /// The folded word; the words of an n-gram with a space between them.
        key: String,
        /// Occurrences.
        count: u64,
        /// Documents that it occurs in.
        documents: u64,
        /// Occurrences in a million keys of the table.
        per_million: f64,
    }
}

/// How often each word or n-gram of a corpus occurs, and in how many documents. Tables of the same settings merge in any
/// order with the same result, to the last byte of the saved file.
///
/// Every Arrow library reads it as columns `key`, `count`, `documents`, `per_million` and `zipf`, the most frequent first:
/// `polars.DataFrame(table)`, `pyarrow.table(table)`, `pandas.DataFrame.from_arrow(table)`. It has `items()`, so that
/// `keyness` takes it, and `dict(table)` makes a dictionary of it.
///
/// Args:
///     texts: Texts to count on all cores, each a document: what `add_all` takes.
///     language: Code or English name of the language of the texts.
///     n: Words of a key: 1 counts words, 2 pairs of neighbours, up to 5.
///     skip: Words that an n-gram may leave out between its own, up to 10 (Guthrie et al. 2006).
///     across_sentences: Whether n-grams reach from a sentence into the next.
///     case: `fold`, or `keep_acronyms`: US is not us.
///     numbers: `keep`, `join` (all are one word, `#`) or `drop`.
///     voices: `all`, `own` (the writer's words, outside quotations) or `quoted`.
///     stop_words: `None` counts every word; `False` leaves out the embedded list of English function words, an iterable
///         its words.
///     stem: Whether words are counted under their Snowball stems (Porter 2001).
///
/// Raises:
///     ConnoteError: A setting that nothing can be counted by; the message says what would be right.
///     TypeError: A text is no `str`; the message names the row.
///
/// >>> import connote
/// >>> table = connote.FrequencyTable(["The regime fell.", "The regime was no more."], n=2)
/// >>> table["the regime"], "fell the" in table, len(table), table.documents
/// (2, False, 5, 2)
/// >>> table.top(1)[0].documents
/// 2
#[pyclass(module = "connote")]
pub(crate) struct FrequencyTable {
    core: connote::FrequencyTable,
}

/// The words that are left out: none by `None` and `True`.
fn left_out(stop_words: Option<&Bound<'_, PyAny>>, language: connote::Language) -> PyResult<Option<StopWords>> {
    let Some(stop_words) = stop_words else { return Ok(None) };
    if let Ok(are_kept) = stop_words.extract::<bool>() {
        let embedded = || StopWords::of(language).map_err(exception);
        return (!are_kept).then(embedded).transpose();
    }
    if stop_words.is_instance_of::<PyString>() {
        return Err(wrong_type(stop_words, "a bool or an iterable of str", "stop_words"));
    }
    let mut words = Vec::new();
    for word in stop_words.try_iter()? {
        words.push(text(&word?, || "stop_words: a word".to_owned())?.to_owned());
    }
    Ok(Some(StopWords::from_words(words)))
}

/// Counts texts into the table, or leaves it as it was.
fn add_all(
    table: &Bound<'_, FrequencyTable>,
    texts: &Bound<'_, PyAny>,
    threads: Option<i64>,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<()> {
    let py = table.py();
    let (batch, progress) = (Batch::new(thread_count(threads)?)?, Progress::new(py, progress)?);
    let mut texts = Texts::read(texts)?;
    let (total, mut rows) = (texts.rows, 0);
    // Another table, so that this one can be read meanwhile.
    let settings = table.try_borrow()?.core.settings().clone();
    let mut counted = connote::FrequencyTable::new(settings).map_err(exception)?;
    loop {
        let group = py.detach(|| texts.next_group())?;
        if group.is_empty() {
            break;
        }
        let chunks: Vec<&dyn Array> = group.iter().map(AsRef::as_ref).collect();
        let count = || connote::arrow::count_while(&mut counted, &chunks, &|| batch.go_on());
        batch.run(py, count, |py, done| progress.show(py, done, total))?.map_err(exception)?;
        rows += chunks.iter().map(|chunk| chunk.len()).sum::<usize>();
        batch.set_done(rows);
    }
    progress.finish(py, rows)?;
    take_in(table, counted)
}

/// Adds the counts of a table that nobody else has.
fn take_in(table: &Bound<'_, FrequencyTable>, counted: connote::FrequencyTable) -> PyResult<()> {
    let core = &mut table.try_borrow_mut()?.core;
    if core.documents() == 0 {
        *core = counted;
        return Ok(());
    }
    core.merge(&counted).map_err(exception)
}

#[pymethods]
impl FrequencyTable {
    #[new]
    #[pyo3(signature = (
        texts=None, *, language="en", n=1, skip=0, across_sentences=false, case="fold", numbers="keep", voices="all",
        stop_words=None, stem=false
    ))]
    #[expect(clippy::too_many_arguments, reason = "keywords")]
    fn new<'py>(
        py: Python<'py>,
        texts: Option<&Bound<'py, PyAny>>,
        language: &str,
        n: u8,
        skip: u8,
        across_sentences: bool,
        case: &str,
        numbers: &str,
        voices: &str,
        stop_words: Option<&Bound<'py, PyAny>>,
        stem: bool,
    ) -> PyResult<Bound<'py, Self>> {
        let mut settings = TableSettings::default();
        settings.language = language.parse().map_err(exception)?;
        (settings.n, settings.skip, settings.across_sentences, settings.stem) = (n, skip, across_sentences, stem);
        settings.case = case.parse().map_err(exception)?;
        settings.numbers = numbers.parse().map_err(exception)?;
        settings.voices = voices.parse().map_err(exception)?;
        settings.stop_words = left_out(stop_words, settings.language)?;
        let core = connote::FrequencyTable::new(settings).map_err(exception)?;
        let table = Bound::new(py, Self { core })?;
        if let Some(texts) = texts {
            add_all(&table, texts, None, None)?;
        }
        Ok(table)
    }

    /// Counts a text, with its title if that is kept apart, or the text of a report, as a document more.
    ///
    /// Raises:
    ///     ConnoteError: A report in another language than the table; a text of 4 GiB or more where voices are told apart.
    ///
    /// >>> import connote
    /// >>> table = connote.FrequencyTable(stop_words=False)
    /// >>> table.add(connote.analyze("The regime fell."))
    /// >>> list(table)
    /// ['fell', 'regime']
    #[pyo3(signature = (text, title=None))]
    fn add(&mut self, text: &Bound<'_, PyAny>, title: Option<&Bound<'_, PyAny>>) -> PyResult<()> {
        if let Ok(report) = text.cast::<Report>() {
            if let Some(title) = title {
                return Err(wrong_type(title, "None", "title of a report"));
            }
            return self.core.add_report(report.get().core()).map_err(exception);
        }
        let title = title.map(|title| crate::error::text(title, || "title".to_owned())).transpose()?;
        let text = crate::error::text(text, || "text".to_owned())?;
        self.core.add_titled(title.unwrap_or_default(), text).map_err(exception)
    }

    /// Counts a column of texts in parallel, each a document. After an error the table is what it was before.
    ///
    /// Args:
    ///     texts: What `Analyzer.score` takes: an Arrow column, a Series, or an iterable of `str` and `None`. A missing
    ///         text is none.
    ///     threads: How many threads; `None` is all cores. The result is the same.
    ///     progress: As for `Analyzer.score`.
    ///
    /// >>> import connote
    /// >>> table = connote.FrequencyTable()
    /// >>> table.add_all(["The regime fell.", None, "The end."])
    /// >>> table.top(1)
    /// [TableEntry(key='the', count=2, documents=2, per_million=400000.0)]
    #[pyo3(name = "add_all", signature = (texts, *, threads=None, progress=None))]
    fn add_texts(
        slf: &Bound<'_, Self>,
        texts: &Bound<'_, PyAny>,
        threads: Option<i64>,
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        add_all(slf, texts, threads, progress)
    }

    /// Counts the articles of a file, folder or pattern that `connote words` reads, in parallel. After an error the table
    /// is what it was before.
    ///
    /// Args:
    ///     path: The input: .jsonl, .csv, .warc (each also .gz or .zst), .parquet, .txt, .html, a folder, a pattern.
    ///     text: Field of the article's text.
    ///     title: Field of the title, if it stands apart.
    ///     threads: How many threads; `None` is all cores. The result is the same.
    ///     progress: As for `Analyzer.score`.
    ///
    /// Raises:
    ///     OSError: A file cannot be read.
    ///     ConnoteError: A row is wrong; the message names file and line.
    #[pyo3(signature = (path, *, text="text", title=None, threads=None, progress=None))]
    fn add_file(
        slf: &Bound<'_, Self>,
        path: PathBuf,
        text: &str,
        title: Option<&str>,
        threads: Option<i64>,
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        let py = slf.py();
        let (batch, progress) = (Batch::new(thread_count(threads)?)?, Progress::new(py, progress)?);
        let settings = slf.try_borrow()?.core.settings().clone();
        let count = || connote::cli::count_file(&path, text, title, settings, &|| batch.go_on());
        let counted = batch.run(py, count, |py, done| progress.show(py, done, None))?.map_err(exception)?;
        progress.finish(py, usize::try_from(counted.documents())?)?;
        take_in(slf, counted)
    }

    /// Adds the counts of another table, over other documents.
    ///
    /// Raises:
    ///     ConnoteError: The settings differ; the message says which.
    ///
    /// >>> import connote
    /// >>> table = connote.FrequencyTable(["The regime fell."])
    /// >>> table.merge(connote.FrequencyTable(["The end."]))
    /// >>> table["the"]
    /// 2
    fn merge(slf: &Bound<'_, Self>, other: &Bound<'_, Self>) -> PyResult<()> {
        if slf.is(other) {
            let twin = slf.try_borrow()?.core.clone();
            return slf.try_borrow_mut()?.core.merge(&twin).map_err(exception);
        }
        slf.try_borrow_mut()?.core.merge(&other.try_borrow()?.core).map_err(exception)
    }

    /// The most frequent entries within the limits, equal counts in code-point order.
    ///
    /// Args:
    ///     n: How many; `None` is all.
    ///     min_count: The fewest occurrences.
    ///     max_count: The most occurrences.
    ///     min_documents: The fewest documents.
    ///     max_documents: The most documents.
    ///
    /// >>> import connote
    /// >>> connote.FrequencyTable(["a b b c c"]).top(2, max_count=1)[0].key
    /// 'a'
    #[pyo3(signature = (n=20, *, min_count=0, max_count=None, min_documents=0, max_documents=None))]
    fn top(
        &self,
        n: Option<usize>,
        min_count: u64,
        max_count: Option<u64>,
        min_documents: u64,
        max_documents: Option<u64>,
    ) -> Vec<TableEntry> {
        let limits = TableLimits { min_count, max_count, min_documents, max_documents };
        let entries = self.core.iter().filter(|entry| limits.admit(entry)).take(n.unwrap_or(usize::MAX));
        let tokens = self.core.tokens() as f64;
        let value = |entry: connote::TableEntry<'_>| TableEntry {
            key: entry.key.to_owned(),
            count: entry.count,
            documents: entry.documents,
            per_million: 1e6 * entry.count as f64 / tokens,
        };
        entries.map(value).collect()
    }

    /// Every key, the most frequent first.
    fn keys(&self) -> Vec<&str> {
        self.core.iter().map(|entry| entry.key).collect()
    }

    /// Every key with its count, the most frequent first.
    fn items(&self) -> Vec<(&str, u64)> {
        self.core.iter().map(|entry| (entry.key, entry.count)).collect()
    }

    /// Occurrences of all keys together.
    #[getter]
    fn tokens(&self) -> u64 {
        self.core.tokens()
    }

    /// Documents.
    #[getter]
    fn documents(&self) -> u64 {
        self.core.documents()
    }

    /// What is counted, by the names of the constructor: `FrequencyTable(**table.settings)` counts the same.
    ///
    /// >>> import connote
    /// >>> connote.FrequencyTable(n=2).settings["n"]
    /// 2
    #[getter]
    fn settings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let (all, settings) = (PyDict::new(py), self.core.settings());
        all.set_item("language", settings.language.code())?;
        all.set_item("n", settings.n)?;
        all.set_item("skip", settings.skip)?;
        all.set_item("across_sentences", settings.across_sentences)?;
        all.set_item("case", settings.case.name())?;
        all.set_item("numbers", settings.numbers.name())?;
        all.set_item("voices", settings.voices.name())?;
        match &settings.stop_words {
            None => all.set_item("stop_words", py.None())?,
            Some(list) => all.set_item("stop_words", list.words())?,
        }
        all.set_item("stem", settings.stem)?;
        Ok(all)
    }

    /// Documents that a key occurs in.
    fn document_count(&self, key: &str) -> u64 {
        self.core.document_count(key)
    }

    /// Occurrences of a key in a million; None for an empty table.
    fn per_million(&self, key: &str) -> Option<f64> {
        self.core.per_million(key)
    }

    /// Rank of a key by count, from 1; equal counts share the best of their ranks. None for a key that does not occur.
    fn rank(&self, key: &str) -> Option<u64> {
        self.core.rank(key)
    }

    /// Value on the Zipf scale (van Heuven et al. 2014): the decimal logarithm of the occurrences in a thousand million
    /// words, about 1 (rare) to 7 (the commonest). None for a key that does not occur.
    ///
    /// Args:
    ///     key: The word.
    ///     smoothed: With Laplace smoothing, which gives keys that do not occur a value, too; None for an empty table.
    ///
    /// >>> import connote
    /// >>> connote.FrequencyTable(["word " * 10]).zipf("word")
    /// 9.0
    #[pyo3(signature = (key, *, smoothed=false))]
    fn zipf(&self, key: &str, smoothed: bool) -> Option<f64> {
        if smoothed { self.core.zipf_smoothed(key) } else { self.core.zipf(key) }
    }

    /// Saves the table to a file, which `load` and `connote words --merge` read.
    ///
    /// Raises:
    ///     OSError: The file cannot be written.
    fn save(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        py.detach(|| self.core.save(path)).map_err(exception)
    }

    /// Reads a saved table.
    ///
    /// Raises:
    ///     OSError: The file cannot be read.
    ///     ConnoteError: It is no table, cut off, damaged, or saved by a newer version.
    #[staticmethod]
    fn load(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let core = py.detach(|| connote::FrequencyTable::load(path)).map_err(exception)?;
        Ok(Self { core })
    }

    /// The bytes of the saved file: equal for equal tables.
    fn to_bytes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = self.core.write_to(Vec::new()).map_err(|error| exception(Error::io("bytes", error)))?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// The table of such bytes.
    ///
    /// Raises:
    ///     ConnoteError: They are no table, cut off, damaged, or of a newer version.
    #[staticmethod]
    fn from_bytes(data: &[u8]) -> PyResult<Self> {
        Ok(Self { core: connote::FrequencyTable::read_from(data, "bytes").map_err(exception)? })
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let batch = connote::arrow::entries(self.core.iter(), self.core.tokens()).map_err(exception)?;
        Scores::new(batch.schema(), vec![batch]).__arrow_c_stream__(py, requested_schema)
    }

    fn __add__(&self, other: &Bound<'_, Self>) -> PyResult<Self> {
        let mut core = self.core.clone();
        core.merge(&other.try_borrow()?.core).map_err(exception)?;
        Ok(Self { core })
    }

    fn __len__(&self) -> usize {
        self.core.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyList::new(py, self.keys())?.try_iter()?.into_any())
    }

    fn __contains__(&self, key: &Bound<'_, PyAny>) -> bool {
        text(key, || "key".to_owned()).is_ok_and(|key| self.core.get(key).is_some())
    }

    /// Occurrences of a key, as it stands in the table or in a text; 0 when it does not occur.
    fn __getitem__(&self, key: &str) -> u64 {
        self.core.count(key)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| other.try_borrow().is_ok_and(|other| self.core == other.core))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        Ok((PyType::new::<Self>(py).getattr("from_bytes")?, PyTuple::new(py, [self.to_bytes(py)?])?))
    }

    fn __copy__(&self) -> Self {
        Self { core: self.core.clone() }
    }

    fn __deepcopy__(&self, _memo: &Bound<'_, PyAny>) -> Self {
        self.__copy__()
    }

    fn __repr__(&self) -> String {
        let (types, tokens, documents) = (self.core.len(), self.core.tokens(), self.core.documents());
        format!("FrequencyTable({}: {types} types, {tokens} tokens, {documents} documents)", self.core.settings())
    }
}
