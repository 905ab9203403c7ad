//! The analyzer and its lexicons.

use std::path::PathBuf;
use std::sync::Arc;

use arrow_array::{Array, ArrayRef};
use connote::Error;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyString, PyTuple, PyType};
use rayon::prelude::*;

use crate::arrow::{Scores, Texts};
use crate::batch::{Batch, Progress, thread_count};
use crate::error::{exception, text, wrong_type};
use crate::report::Report;

/// A list of loaded terms of your own.
///
/// The format is tab-separated, `#` begins a comment line, `-` is an empty cell. Columns: term, form (`fixed`, `noun`,
/// `verb` or `adj`), category, strength (1 to 3), neutral alternative, pair, side, note.
///
/// >>> import connote
/// >>> house = connote.Lexicon.from_tsv("house", "spin doctor\tnoun\tname_calling\t2\tadviser\t-\t-\ta jibe\n")
/// >>> analyzer = connote.Analyzer(lexicons=[house])
/// >>> analyzer.analyze("The spin doctors are back.").loaded.hits[0].neutral
/// 'adviser'
#[pyclass(frozen, module = "connote")]
pub(crate) struct Lexicon {
    core: connote::Lexicon,
    name: String,
    content: String,
}

impl Lexicon {
    fn parse(name: String, content: String) -> PyResult<Self> {
        let core = connote::Lexicon::from_tsv(&name, &content).map_err(exception)?;
        Ok(Self { core, name, content })
    }
}

#[pymethods]
impl Lexicon {
    /// Reads a lexicon from a file.
    ///
    /// Raises:
    ///     OSError: The file cannot be read.
    ///     LexiconError: It is not UTF-8, or a line is wrong; the message names the line.
    #[staticmethod]
    fn from_path(path: PathBuf) -> PyResult<Self> {
        let content = std::fs::read_to_string(&path).map_err(|source| exception(Error::io(&path, source)))?;
        Self::parse(path.display().to_string(), content)
    }

    /// Reads a lexicon from its text.
    ///
    /// Args:
    ///     name: Stands in errors and in the provenance of reports.
    ///     content: The tab-separated text.
    ///
    /// Raises:
    ///     LexiconError: A line is wrong; the message names it.
    #[staticmethod]
    fn from_tsv(name: &Bound<'_, PyAny>, content: &Bound<'_, PyAny>) -> PyResult<Self> {
        let name = text(name, || "name".to_owned())?.to_owned();
        Self::parse(name, text(content, || "content".to_owned())?.to_owned())
    }

    /// The name that stands in errors and in the provenance of reports.
    #[getter]
    fn name(&self) -> &str {
        &self.name
    }

    fn __len__(&self) -> usize {
        self.core.terms().len()
    }

    fn __repr__(&self) -> String {
        format!("Lexicon({:?}, terms={})", self.name, self.core.terms().len())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| self.name == other.get().name && self.content == other.get().content)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (&str, &str))> {
        Ok((PyType::new::<Self>(py).getattr("from_tsv")?, (&self.name, &self.content)))
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }
}

/// Reads texts. Has no setters; may be shared between threads, forked and pickled.
///
/// Args:
///     language: Code or English name of the language of the texts. In other languages than English there are counts,
///         frequency, diversity and the language's own formulas; what needs an English list (sentiment, the embedded
///         loaded terms, familiar words) is None.
///     lexicons: Loaded terms of your own; they win over the embedded ones, and earlier lists over later.
///     threads: How many threads `analyze_batch` and `score` use; `None` is all cores.
///
/// Raises:
///     ConnoteError: The language is not known; the message lists those that are.
///     LexiconError: A lexicon cannot be compiled.
///     ValueError: `threads` is 0 or less.
#[pyclass(frozen, module = "connote")]
pub(crate) struct Analyzer {
    core: connote::Analyzer,
    lexicons: Vec<Py<Lexicon>>,
    threads: Option<usize>,
}

impl Analyzer {
    /// The analyzer behind the functions of the module, made at their first call.
    pub(crate) fn default(py: Python<'_>) -> PyResult<&Bound<'_, Self>> {
        static DEFAULT: PyOnceLock<Py<Analyzer>> = PyOnceLock::new();
        let analyzer = DEFAULT.get_or_try_init(py, || {
            let core = py.detach(connote::Analyzer::new).map_err(exception)?;
            Py::new(py, Self { core, lexicons: Vec::new(), threads: None })
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
    #[pyo3(signature = (*, language="en", lexicons=None, threads=None))]
    fn new(py: Python<'_>, language: &str, lexicons: Option<Vec<Py<Lexicon>>>, threads: Option<i64>) -> PyResult<Self> {
        let language = language.parse().map_err(exception)?;
        let threads = thread_count(threads)?;
        let lexicons = lexicons.unwrap_or_default();
        let builder = lexicons.iter().fold(connote::Analyzer::builder().language(language), |builder, lexicon| {
            builder.lexicon(lexicon.get().core.clone())
        });
        let core = py.detach(|| builder.build()).map_err(exception)?;
        Ok(Self { core, lexicons, threads })
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

    /// Reads a text and measures it.
    ///
    /// Args:
    ///     text: The text; any is legal, the empty one too.
    ///     title: Its title, if it is kept apart. The text that is measured, `report.text`, is then the title, a blank
    ///         line and the text, and the headline is the title.
    ///
    /// Raises:
    ///     ConnoteError: The text has 4 GiB or more.
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
    ///     columns: Names from `connote.columns()`, in the order wanted; `None` is all.
    ///     progress: `True` shows a bar on stderr (by tqdm, if it is installed). Or a function that is called now and
    ///         then with the number of texts done and their total, which is `None` where it is not known.
    ///
    /// Raises:
    ///     ConnoteError: A text has 4 GiB or more.
    ///     TypeError: A cell is neither `str` nor `None`; the message names the row. Or the column holds no strings.
    ///     ValueError: A text holds a lone surrogate, or there is no column of a name.
    ///
    /// >>> import connote
    /// >>> connote.Analyzer().score(["One two.", None], columns=["words", "sentences"]).to_pylist()
    /// [{'words': 2, 'sentences': 1}, {'words': None, 'sentences': None}]
    #[pyo3(name = "score", signature = (texts, *, columns=None, progress=None))]
    pub(crate) fn score(
        &self,
        texts: &Bound<'_, PyAny>,
        columns: Option<Vec<String>>,
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Scores> {
        let py = texts.py();
        let columns = selected(self.core.language(), columns.as_deref())?;
        let progress = Progress::new(py, progress)?;
        let mut texts = Texts::read(texts)?;
        let total = texts.rows;
        let batch = Batch::new(self.threads)?;
        let mut batches = Vec::new();
        let mut rows = 0;
        loop {
            let group = py.detach(|| texts.next_group())?;
            if group.is_empty() {
                break;
            }
            let score = |chunk: &ArrayRef| connote::arrow::score_while(&self.core, chunk, &columns, &|| batch.go_on());
            let scored = batch.run(
                py,
                || group.par_iter().map(score).collect::<Result<Vec<_>, _>>(),
                |py, done| progress.show(py, done, total),
            )?;
            batches.extend(scored.map_err(exception)?);
            rows += group.iter().map(Array::len).sum::<usize>();
            batch.set_done(rows);
        }
        progress.finish(py, rows)?;
        Ok(Scores::new(Arc::new(connote::arrow::schema(&columns)), batches))
    }

    fn __repr__(&self) -> String {
        let names: Vec<&str> = self.lexicons.iter().map(|lexicon| lexicon.get().name.as_str()).collect();
        let threads = self.threads.map_or_else(|| "None".to_owned(), |threads| threads.to_string());
        format!("Analyzer(language={:?}, lexicons={names:?}, threads={threads})", self.language())
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let keywords = PyDict::new(py);
        keywords.set_item("language", self.language())?;
        keywords.set_item("lexicons", PyList::new(py, &self.lexicons)?)?;
        keywords.set_item("threads", self.threads)?;
        Ok((PyTuple::empty(py), keywords))
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }
}

/// The columns of these names, or all.
fn selected(language: connote::Language, names: Option<&[String]>) -> PyResult<Vec<&'static connote::Column>> {
    let all = connote::columns_of(language);
    let Some(names) = names else { return Ok(all.iter().collect()) };
    if names.is_empty() {
        return Err(PyValueError::new_err("columns: at least one name, or None for all, belongs here"));
    }
    let mut columns: Vec<&connote::Column> = Vec::with_capacity(names.len());
    for name in names {
        let column = all.iter().find(|column| column.name == *name).ok_or_else(|| {
            PyValueError::new_err(format!("columns: there is no column '{name}'; connote.columns() lists them"))
        })?;
        if columns.iter().any(|other| other.name == *name) {
            return Err(PyValueError::new_err(format!("columns: '{name}' stands twice")));
        }
        columns.push(column);
    }
    Ok(columns)
}
