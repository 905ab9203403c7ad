//! The analyzer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::{Array, ArrayRef};
use connote::Error;
use connote::cli::{Corpus, OnError, Scoring};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyString, PyTuple};
use rayon::prelude::*;

use crate::arrow::{Scores, Texts, Titles};
use crate::batch::{Batch, Progress, thread_count};
use crate::error::{exception, text, wrong_type};
use crate::lexicon::Lexicon;
use crate::report::Report;
use crate::value::Column;

/// Reads texts. Has no setters; may be shared between threads, forked and pickled.
///
/// Args:
///     language: Code or English name of the language of the texts. In other languages than English there are counts,
///         frequency, diversity and the language's own formulas; what needs an English list (sentiment, the embedded
///         loaded terms, familiar words) is None.
///     lexicons: Lists of your own. Loaded terms win over the embedded ones, and earlier lists over later; dictionaries
///         stand side by side, in `report.dictionaries`.
///     threads: How many threads `analyze_batch` and `score` use; `None` is all cores.
///     dictionary_hits: Whether reports keep every hit of the dictionaries with its place.
///
/// Raises:
///     ConnoteError: The language is not known; the message lists those that are. Or two dictionaries, or two columns of
///         theirs, have one name.
///     ValueError: `threads` is 0 or less.
#[pyclass(frozen, module = "connote")]
pub(crate) struct Analyzer {
    core: connote::Analyzer,
    lexicons: Vec<Py<Lexicon>>,
    threads: Option<usize>,
    dictionary_hits: bool,
    /// Every column that it can compute.
    columns: Vec<connote::Column>,
}

impl Analyzer {
    /// The analyzer behind the functions of the module, made at their first call.
    pub(crate) fn default(py: Python<'_>) -> PyResult<&Bound<'_, Self>> {
        static DEFAULT: PyOnceLock<Py<Analyzer>> = PyOnceLock::new();
        let analyzer = DEFAULT.get_or_try_init(py, || {
            let core = py.detach(connote::Analyzer::new).map_err(exception)?;
            let columns = connote::columns_for(&core).map_err(exception)?;
            Py::new(py, Self { core, lexicons: Vec::new(), threads: None, dictionary_hits: false, columns })
        })?;
        Ok(analyzer.bind(py))
    }

    pub(crate) fn core(&self) -> &connote::Analyzer {
        &self.core
    }
}

#[pymethods]
impl Analyzer {
    #[new]
    #[pyo3(signature = (*, language="en", lexicons=None, threads=None, dictionary_hits=false))]
    fn new(
        py: Python<'_>,
        language: &str,
        lexicons: Option<Vec<Py<Lexicon>>>,
        threads: Option<i64>,
        dictionary_hits: bool,
    ) -> PyResult<Self> {
        let language = language.parse().map_err(exception)?;
        let threads = thread_count(threads)?;
        let lexicons = lexicons.unwrap_or_default();
        let builder = connote::Analyzer::builder().language(language).dictionary_hits(dictionary_hits);
        let builder = lexicons.iter().fold(builder, |builder, lexicon| builder.lexicon(lexicon.get().core().clone()));
        let core = py.detach(|| builder.build()).map_err(exception)?;
        let columns = connote::columns_for(&core).map_err(exception)?;
        Ok(Self { core, lexicons, threads, dictionary_hits, columns })
    }

    /// Code of the language of the texts.
    #[getter]
    fn language(&self) -> &'static str {
        self.core.language().code()
    }

    /// The lexicons that were given.
    #[getter]
    fn lexicons<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.lexicons)
    }

    /// How many threads were asked for; `None` is all cores.
    #[getter]
    fn threads(&self) -> Option<usize> {
        self.threads
    }

    /// Whether reports keep every hit of the dictionaries.
    #[getter]
    fn dictionary_hits(&self) -> bool {
        self.dictionary_hits
    }

    /// Every column that `score` can compute, in the order of its table: those of the language, then for each category
    /// of a dictionary its count and its share of the words, and where there are weights their sum and mean.
    ///
    /// >>> import connote
    /// >>> moods = connote.Lexicon.from_json("moods", '{"calm": ["quiet", "at ease"]}')
    /// >>> [column.name for column in connote.Analyzer(lexicons=[moods]).columns()[-2:]]
    /// ['moods_calm', 'moods_calm_share']
    fn columns(&self) -> Vec<Column> {
        self.columns.iter().map(Column::from).collect()
    }

    /// What the lexicons know of a word or phrase, whatever its case.
    ///
    /// Args:
    ///     term: The word or phrase.
    ///
    /// Returns:
    ///     `terms` (the loaded terms that it is a form of; the first counts), `off` (the lexicons that take it out),
    ///     `longer` (longer terms that hold it), `guards` (names and plain expressions inside which it is not loaded),
    ///     `verbs` (reporting verbs), `entries` (of dictionaries) and `words` (what other lists say of each word).
    ///
    /// Raises:
    ///     TypeError: It is no `str`.
    ///     ValueError: It holds a lone surrogate.
    ///
    /// >>> import connote
    /// >>> regime = connote.Analyzer().explain("regimes")
    /// >>> regime["terms"][0]["neutral"], regime["words"][0]["dale_chall"]
    /// ('government', False)
    fn explain<'py>(&self, term: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>> {
        let py = term.py();
        let term = text(term, || "term".to_owned())?;
        let explanation = py.detach(|| self.core.explain(term)).map_err(exception)?;
        let json = serde_json::to_string(&explanation).map_err(|error| PyValueError::new_err(error.to_string()))?;
        Ok(py.import("json")?.call_method1("loads", (json,))?.cast_into()?)
    }

    /// Reads a text and measures it.
    ///
    /// Args:
    ///     text: The text; any is legal, the empty one too.
    ///     title: Its title, if it is kept apart. The text that is measured, `report.text`, is then the title, a blank
    ///         line and the text, and the headline is the title.
    ///
    /// Raises:
    ///     ConnoteError: The text has 4 GiB or more.
    ///     MemoryError: It is large, and there is not the memory for it.
    ///     TypeError: It is no `str`.
    ///     ValueError: It holds a lone surrogate.
    ///
    /// >>> import connote
    /// >>> report = connote.Analyzer().analyze("Critics cheered.", title="Regime falls")
    /// >>> report.headline.text, report.counts.words
    /// ('Regime falls', 4)
    #[pyo3(name = "analyze", signature = (text, title=None))]
    pub(crate) fn analyze(
        slf: &Bound<'_, Self>,
        text: &Bound<'_, PyAny>,
        title: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Report> {
        let text = crate::error::text(text, || "text".to_owned())?;
        let title = title.map(|title| crate::error::text(title, || "title".to_owned())).transpose()?;
        let core = &slf.get().core;
        let title = title.filter(|title| !title.trim().is_empty());
        let report = slf.py().detach(|| match title {
            Some(title) => core.analyze_titled(title, text),
            None => core.analyze(text),
        });
        Ok(Report::new(report.map_err(exception)?, slf.clone().unbind(), title.map(str::len)))
    }

    /// Reads many texts in parallel. The reports are in input order and equal those of `analyze`.
    ///
    /// Ctrl-C stops between two texts.
    ///
    /// Args:
    ///     texts: An iterable of `str`.
    ///
    /// Raises:
    ///     ConnoteError: A text has 4 GiB or more.
    ///     MemoryError: A text is large, and there is not the memory for it.
    ///     TypeError: A cell is no `str`; the message names the row.
    ///     ValueError: A text holds a lone surrogate; the message names the row.
    ///
    /// >>> import connote
    /// >>> [report.counts.words for report in connote.Analyzer().analyze_batch(["One.", "One two."])]
    /// [1, 2]
    fn analyze_batch<'py>(slf: &Bound<'py, Self>, texts: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyList>> {
        let py = slf.py();
        if texts.is_instance_of::<PyString>() {
            return Err(wrong_type(texts, "a list or an iterable of str", "texts"));
        }
        let mut rows: Vec<PyBackedStr> = Vec::new();
        for (row, cell) in texts.try_iter()?.enumerate() {
            let cell = cell?;
            py.check_signals()?;
            text(&cell, || format!("row {row}"))?;
            rows.push(cell.extract()?);
        }
        let batch = Batch::new(slf.get().threads.map(|threads| threads.min(rows.len().max(1))))?;
        let core = &slf.get().core;
        let analyze = |text: &PyBackedStr| if batch.go_on() { core.analyze(text) } else { Err(Error::Stopped) };
        let reports = batch.run(py, || rows.par_iter().map(analyze).collect::<Result<Vec<_>, _>>(), |_, _| Ok(()))?;
        let report = |report| Py::new(py, Report::new(report, slf.clone().unbind(), None));
        PyList::new(py, reports.map_err(exception)?.into_iter().map(report).collect::<PyResult<Vec<_>>>()?)
    }

    /// Scores a column of texts in parallel: one row per text, in input order.
    ///
    /// Ctrl-C stops between two texts.
    ///
    /// Args:
    ///     texts: Any Arrow column or table with one column of strings (polars, pandas, pyarrow, DuckDB, ...), or an
    ///         iterable of `str` and `None`. A missing text is a row of nulls.
    ///     titles: The titles of the texts, a column of as many rows, if they are kept apart: see `analyze`. A missing
    ///         title is none.
    ///     columns: Names from `Analyzer.columns` and `lists`, in the order wanted; `None` is all but lists.
    ///     progress: `True` shows a bar on stderr (by tqdm, if it is installed). Or a function that is called now and
    ///         then with the number of texts done and their total, which is `None` where it is not known.
    ///
    /// Raises:
    ///     ConnoteError: A text has 4 GiB or more.
    ///     MemoryError: A text is large, and there is not the memory for it.
    ///     TypeError: A cell is neither `str` nor `None`; the message names the row. Or the column holds no strings.
    ///     ValueError: A text holds a lone surrogate, there is no column of a name, or not one title for each text.
    ///
    /// >>> import connote
    /// >>> connote.Analyzer().score(["One two.", None], columns=["words", "sentences"]).to_pylist()
    /// [{'words': 2, 'sentences': 1}, {'words': None, 'sentences': None}]
    #[pyo3(name = "score", signature = (texts, *, titles=None, columns=None, progress=None))]
    pub(crate) fn score(
        &self,
        texts: &Bound<'_, PyAny>,
        titles: Option<&Bound<'_, PyAny>>,
        columns: Option<Vec<String>>,
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Scores> {
        let py = texts.py();
        let columns = selected(&self.columns, columns.as_deref())?;
        let progress = Progress::new(py, progress)?;
        let mut texts = Texts::read(texts)?;
        let mut titles = titles.map(Titles::read).transpose()?;
        let total = texts.rows;
        let batch = Batch::new(self.threads)?;
        let mut batches = Vec::new();
        let mut rows = 0;
        loop {
            let group = py.detach(|| texts.next_group())?;
            if group.is_empty() {
                break;
            }
            rows += group.iter().map(Array::len).sum::<usize>();
            let show = |py: Python<'_>, done| progress.show(py, done, total);
            let scored = if let Some(titles) = &mut titles {
                let pieces = py.detach(|| titles.beside(group))?;
                let score = |(titles, texts): &(ArrayRef, ArrayRef)| {
                    connote::arrow::score_titled_while(&self.core, titles, texts, &columns, &|| batch.go_on())
                };
                batch.run(py, || pieces.par_iter().map(score).collect::<Result<Vec<_>, _>>(), show)?
            } else {
                let score =
                    |chunk: &ArrayRef| connote::arrow::score_while(&self.core, chunk, &columns, &|| batch.go_on());
                batch.run(py, || group.par_iter().map(score).collect::<Result<Vec<_>, _>>(), show)?
            };
            batches.extend(scored.map_err(exception)?);
            batch.set_done(rows);
        }
        titles.map_or(Ok(()), |mut titles| py.detach(|| titles.end()))?;
        progress.finish(py, rows)?;
        Ok(Scores::new(Arc::new(connote::arrow::schema(&columns)), batches))
    }

    /// Scores a corpus into a file, as `connote score` does: in parallel and in little memory, one row per article, in the
    /// order of the input.
    ///
    /// The output takes its name when it is complete. Ctrl-C stops between two texts.
    ///
    /// Args:
    ///     path: The corpus: .jsonl, .csv, .warc (each also .gz or .zst), .parquet, .txt, .html, a folder, a pattern.
    ///     output: The table to write: .parquet, .jsonl or .csv (the last two also .gz or .zst).
    ///     text: Field of the article's text.
    ///     title: Field of the title, if it stands apart from the text.
    ///     ids: Fields to pass through; `None` is `id`, where there is one, and the path (`file`) of .txt and .html.
    ///     columns: Names from `Analyzer.columns` and `lists`, in the order wanted; `None` is all but lists, for which CSV
    ///         has no place.
    ///     on_error: `"stop"` raises at the first row or file that cannot be read; `"skip"` writes it to the rejects and goes
    ///         on.
    ///     rejects: Where skipped rows go, as they were, each below a line with its place and what is wrong; `None` is
    ///         `output` with `.rejects` behind it.
    ///     resume: Whether to go on where a call stopped that was to write the same table. The output is that of one call.
    ///     progress: As for `score`.
    ///
    /// Returns:
    ///     How many articles were scored, and how many rows and files were skipped.
    ///
    /// Raises:
    ///     OSError: A file cannot be read or written.
    ///     ConnoteError: A row or a field is wrong; the message names file and line. Or the unfinished table that is to be
    ///         resumed is another one.
    ///     ValueError: There is no column of a name, or `on_error` is neither word.
    ///
    /// >>> import connote, pathlib, tempfile
    /// >>> folder = pathlib.Path(tempfile.mkdtemp())
    /// >>> _ = (folder / "news.csv").write_text("id,text\n7,The regime fell.\n")
    /// >>> connote.score_file(folder / "news.csv", folder / "scores.csv", columns=["words", "sentences"])
    /// (1, 0)
    /// >>> (folder / "scores.csv").read_text()
    /// 'id,words,sentences\n7,3,1\n'
    #[expect(clippy::too_many_arguments, reason = "keywords")]
    #[pyo3(name = "score_file", signature = (
        path, output, *, text="text", title=None, ids=None, columns=None, on_error="stop", rejects=None, resume=false,
        progress=None
    ))]
    pub(crate) fn score_file(
        &self,
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
        let scoring = self.scoring(&path, text, title, columns.as_deref(), on_error, rejects)?;
        let (batch, progress) = (Batch::new(self.threads)?, Progress::new(py, progress)?);
        let ids = ids.unwrap_or_default();
        let score = || connote::cli::score_file(&self.core, &scoring, &output, &ids, resume, &|| batch.go_on());
        let scored = batch.run(py, score, |py, done| progress.show(py, done, None))?.map_err(exception)?;
        progress.finish(py, usize::try_from(scored.rows)?)?;
        Ok((scored.rows, scored.rejected))
    }

    /// Scores a corpus into a table of groups: one row for each outlet, year, author, in the order of their names.
    ///
    /// The columns are those that say the group, `texts` (how many there are), the sums of counts, and mean and standard
    /// deviation (`..._mean`, `..._sd`) of numbers over the texts for which they are defined. Memory grows with the number
    /// of groups, not of articles.
    ///
    /// Args:
    ///     path: As for `score_file`.
    ///     by: The fields that say the group.
    ///     text: As for `score_file`.
    ///     title: As for `score_file`.
    ///     columns: Names from `Analyzer.columns`, in the order wanted; `None` is all.
    ///     on_error: As for `score_file`.
    ///     rejects: As for `score_file`; a path is needed where rows are skipped.
    ///     progress: As for `score`.
    ///
    /// Raises:
    ///     OSError: A file cannot be read.
    ///     ConnoteError: A row or a field is wrong; the message names file and line.
    ///     ValueError: There is no column of a name, no field to group by, or `on_error` is neither word.
    ///
    /// >>> import connote, pathlib, tempfile
    /// >>> news = pathlib.Path(tempfile.mkdtemp()) / "news.csv"
    /// >>> _ = news.write_text("outlet,text\nPost,The regime fell.\nEcho,Rain.\nPost,It fell.\n")
    /// >>> connote.score_groups(news, ["outlet"], columns=["words"]).to_pylist()
    /// [{'outlet': 'Echo', 'texts': 1, 'words': 1}, {'outlet': 'Post', 'texts': 2, 'words': 5}]
    #[expect(clippy::too_many_arguments, reason = "keywords")]
    #[pyo3(name = "score_groups", signature = (
        path, by, *, text="text", title=None, columns=None, on_error="stop", rejects=None, progress=None
    ))]
    pub(crate) fn score_groups(
        &self,
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
        if by.is_empty() {
            return Err(PyValueError::new_err("by: at least one field belongs here"));
        }
        let scoring = self.scoring(&path, text, title, columns.as_deref(), on_error, rejects)?;
        let (batch, progress) = (Batch::new(self.threads)?, Progress::new(py, progress)?);
        let score = || connote::cli::score_groups(&self.core, &scoring, &by, &|| batch.go_on());
        let groups = batch.run(py, score, |py, done| progress.show(py, done, None))?.map_err(exception)?;
        progress.finish(py, batch.done())?;
        Ok(Scores::new(groups.schema(), vec![groups]))
    }

    fn __repr__(&self) -> String {
        let names: Vec<&str> = self.lexicons.iter().map(|lexicon| lexicon.get().core().name()).collect();
        let threads = self.threads.map_or_else(|| "None".to_owned(), |threads| threads.to_string());
        format!("Analyzer(language={:?}, lexicons={names:?}, threads={threads})", self.language())
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> bool {
        let other = other.get();
        let lexicons = || self.lexicons.iter().zip(&other.lexicons);
        (self.core.language(), self.threads, self.dictionary_hits, self.lexicons.len())
            == (other.core.language(), other.threads, other.dictionary_hits, other.lexicons.len())
            && lexicons().all(|(own, others)| own.get().core() == others.get().core())
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        (self.language(), self.threads, self.dictionary_hits, self.lexicons.len()).into_pyobject(py)?.hash()
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let keywords = PyDict::new(py);
        keywords.set_item("language", self.language())?;
        keywords.set_item("lexicons", PyList::new(py, &self.lexicons)?)?;
        keywords.set_item("threads", self.threads)?;
        keywords.set_item("dictionary_hits", self.dictionary_hits)?;
        Ok((PyTuple::empty(py), keywords))
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }
}

impl Analyzer {
    /// What of a corpus is scored.
    fn scoring(
        &self,
        path: &Path,
        text: &str,
        title: Option<&str>,
        columns: Option<&[String]>,
        on_error: &str,
        rejects: Option<PathBuf>,
    ) -> PyResult<Scoring> {
        selected(&self.columns, columns)?;
        let on_error = match on_error {
            "stop" => OnError::Stop,
            "skip" => OnError::Skip,
            other => return Err(PyValueError::new_err(format!("on_error: {other:?} where 'stop' or 'skip' belongs"))),
        };
        let corpus = Corpus { on_error, rejects, ..Corpus::of(path, text, title) };
        Ok(Scoring { corpus, columns: columns.unwrap_or_default().to_vec() })
    }
}

/// The columns of these names, or all but lists.
fn selected<'c>(all: &'c [connote::Column], names: Option<&[String]>) -> PyResult<Vec<&'c connote::Column>> {
    let Some(names) = names else { return Ok(all.iter().collect()) };
    if names.is_empty() {
        return Err(PyValueError::new_err("columns: at least one name, or None for all, belongs here"));
    }
    let mut columns: Vec<&connote::Column> = Vec::with_capacity(names.len());
    for name in names {
        let mut known = all.iter().chain(connote::lists());
        let column = known.find(|column| column.name == *name).ok_or_else(|| {
            let reason = "Analyzer.columns() and lists() have all";
            PyValueError::new_err(format!("columns: there is no column '{name}'; {reason}"))
        })?;
        if columns.iter().any(|other| other.name == *name) {
            return Err(PyValueError::new_err(format!("columns: '{name}' stands twice")));
        }
        columns.push(column);
    }
    Ok(columns)
}
