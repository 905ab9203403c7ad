//! Lexicons of the user's own.

use std::ffi::CString;
use std::path::PathBuf;

use connote::{Error, LexiconFormat};
use pyo3::exceptions::PyUserWarning;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

use crate::error::{exception, text};

/// A list of words of your own, in one of two kinds that its fields tell apart.
///
/// *Loaded terms* have the fields of the embedded ones: `term`, `form` (`fixed`, `noun`, `verb` or `adj`; fixed if it is
/// not said), `category`, `strength` (1 to 3) and, if you like, `neutral`, `pair`, `side`, `note`. They add to the embedded
/// terms and win over them; with the category `off` they take a term out, and what is inside it. A file is of this kind
/// if it has a field `form` or `strength`. Hits are in `report.loaded`.
///
/// *Dictionaries* have words in categories, with weights, or both: LIWC's `.dic`, quanteda's YAML, sentiment lists. Each
/// has its counts in `report.dictionaries` and its columns in `score`.
///
/// Entries of both kinds are words or phrases, whatever their case. `abandon*` stands for every word that begins so, `*`
/// alone in a phrase for any word, `...` between two words for up to four. An entry of a dictionary that no words of a
/// text can be, as an emoticon, is left out with a `UserWarning`.
///
/// >>> import connote
/// >>> house = connote.Lexicon.from_tsv("house", "spin doctor\tnoun\tname_calling\t2\tadviser\t-\t-\ta jibe\n")
/// >>> moods = connote.Lexicon.from_json("moods", '{"calm": ["quiet", "at ease"], "storm": {"rag*": 2, "furious": 3}}')
/// >>> report = connote.Analyzer(lexicons=[house, moods]).analyze("The spin doctors raged. All was quiet.")
/// >>> report.loaded.hits[0].neutral
/// 'adviser'
/// >>> report.dictionaries["moods"]["storm"].sum
/// 2.0
#[pyclass(frozen, module = "connote")]
pub(crate) struct Lexicon {
    core: connote::Lexicon,
    origin: Origin,
}

/// What a lexicon was made from: it is pickled by that.
enum Origin {
    Text { format: LexiconFormat, content: String },
    Merged(Py<Lexicon>, Py<Lexicon>),
    Without(Py<Lexicon>, Vec<String>),
}

impl Lexicon {
    pub(crate) fn core(&self) -> &connote::Lexicon {
        &self.core
    }

    fn parse(py: Python<'_>, format: LexiconFormat, name: &str, content: String) -> PyResult<Self> {
        let core = py.detach(|| connote::Lexicon::from_text(format, name, &content)).map_err(exception)?;
        for warning in core.warnings() {
            // No text holds a null byte here: control characters are in no word.
            let message = CString::new(warning.replace('\0', " "))?;
            PyErr::warn(py, &py.get_type::<PyUserWarning>(), &message, 1)?;
        }
        Ok(Self { core, origin: Origin::Text { format, content } })
    }

    fn read(format: LexiconFormat, name: &Bound<'_, PyAny>, content: &Bound<'_, PyAny>) -> PyResult<Self> {
        let name_text = text(name, || "name".to_owned())?;
        let content = text(content, || "content".to_owned())?.to_owned();
        Self::parse(name.py(), format, name_text, content)
    }
}

#[pymethods]
impl Lexicon {
    /// Reads a lexicon from a file in UTF-8, whose ending says the format: .tsv, .csv, .dicx, .json, .dic, .yaml, .yml.
    ///
    /// Raises:
    ///     OSError: The file cannot be read.
    ///     ConnoteError: It has another ending.
    ///     LexiconError: It is not UTF-8, or an entry is wrong; the message names its place.
    #[staticmethod]
    fn from_path(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let content = std::fs::read_to_string(&path).map_err(|source| exception(Error::io(&path, source)))?;
        let format = LexiconFormat::of_path(&path).map_err(exception)?;
        Self::parse(py, format, &path.display().to_string(), content)
    }

    /// Everything that is wrong with a file, in its order; an empty list if it is right.
    ///
    /// Raises:
    ///     OSError: The file cannot be read.
    ///     ConnoteError: It has another ending than those of `from_path`.
    #[staticmethod]
    fn check(path: PathBuf) -> PyResult<Vec<String>> {
        let errors = connote::Lexicon::check(path).map_err(exception)?;
        Ok(errors.iter().map(ToString::to_string).collect())
    }

    /// Reads a tab-separated lexicon; `# ` begins a comment line, `-` is an empty cell.
    ///
    /// The first line names the columns: those of loaded terms; or `term`, `category` and `weight`, or `term` and a column
    /// of weights for each category. Without such a line eight columns are those of loaded terms in their order, two are
    /// words and weights.
    ///
    /// Args:
    ///     name: Stands in errors and in the provenance of reports; a dictionary is known by it in reports and columns.
    ///     content: The text.
    ///
    /// Raises:
    ///     LexiconError: An entry is wrong; the message names its place.
    ///
    /// >>> import connote
    /// >>> connote.Lexicon.from_tsv("afinn", "abandon\t-2\ngood\t3\n")
    /// Lexicon('afinn', entries=2)
    #[staticmethod]
    fn from_tsv(name: &Bound<'_, PyAny>, content: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::read(LexiconFormat::Tsv, name, content)
    }

    /// Reads a comma-separated lexicon, whose first line names the columns as in `from_tsv`; also LIWC-22's `.dicx`.
    ///
    /// Raises:
    ///     LexiconError: An entry is wrong; the message names its place.
    ///
    /// >>> import connote
    /// >>> norms = connote.Lexicon.from_csv("norms", "word,valence,arousal\nkind,1.5,0.2\ncruel*,-2,0.9\n")
    /// >>> norms.categories
    /// ('valence', 'arousal')
    #[staticmethod]
    fn from_csv(name: &Bound<'_, PyAny>, content: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::read(LexiconFormat::Csv, name, content)
    }

    /// Reads a lexicon in JSON: a list of entries with the fields of a table, or categories with their words,
    /// `{"good": ["kind", "fair*"]}`, with weights, `{"good": {"kind": 1.5}}`, or in levels, which are joined with full
    /// stops.
    ///
    /// Raises:
    ///     LexiconError: An entry is wrong; the message names its path, as in `$.good[2]`.
    #[staticmethod]
    fn from_json(name: &Bound<'_, PyAny>, content: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::read(LexiconFormat::Json, name, content)
    }

    /// Reads a dictionary in LIWC's format (`.dic`): between two lines of `%` the categories with their numbers, then the
    /// words with the numbers of theirs.
    ///
    /// Raises:
    ///     LexiconError: An entry is wrong; the message names its line.
    ///
    /// >>> import connote
    /// >>> connote.Lexicon.from_dic("moods", "%\n1\tcalm\n2\tstorm\n%\nquiet*\t1\nrage\t2\n").categories
    /// ('calm', 'storm')
    #[staticmethod]
    fn from_dic(name: &Bound<'_, PyAny>, content: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::read(LexiconFormat::Dic, name, content)
    }

    /// Reads a lexicon in YAML, in the forms of `from_json`; quanteda writes its dictionaries so.
    ///
    /// Raises:
    ///     LexiconError: An entry is wrong; the message names its line.
    ///
    /// >>> import connote
    /// >>> connote.Lexicon.from_yaml("moods", "calm:\n  deep: [quiet*, at ease]\nstorm: rage\n").categories
    /// ('calm.deep', 'storm')
    #[staticmethod]
    fn from_yaml(name: &Bound<'_, PyAny>, content: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::read(LexiconFormat::Yaml, name, content)
    }

    /// The name that stands in errors and in the provenance of reports.
    #[getter]
    fn name(&self) -> &str {
        self.core.name()
    }

    /// The name of a dictionary in reports and columns: that of its file, without folder and ending.
    #[getter]
    fn label(&self) -> &str {
        self.core.label()
    }

    /// Whether it is a dictionary, not a list of loaded terms.
    #[getter]
    fn is_dictionary(&self) -> bool {
        self.core.is_dictionary()
    }

    /// The categories of a dictionary, in the order of the file.
    #[getter]
    fn categories<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.core.categories())
    }

    /// The entries of a dictionary as (pattern, category, weight), one for each category of a pattern.
    fn entries(&self) -> Vec<(&str, &str, Option<f64>)> {
        self.core.entries().map(|entry| (entry.pattern, entry.category, entry.weight)).collect()
    }

    /// What was left out when it was read, with the reason.
    #[getter]
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.core.warnings())
    }

    /// Both lists as one, with the name of this; where both have an entry for the same words (and form, or category) that
    /// of `other` counts.
    ///
    /// Raises:
    ///     ConnoteError: One is a dictionary, the other a list of loaded terms.
    ///
    /// >>> import connote
    /// >>> base = connote.Lexicon.from_json("base", '{"good": {"kind": 1, "fair": 1}}')
    /// >>> base.merge(connote.Lexicon.from_json("mine", '{"good": {"kind": 2}}')).entries()
    /// [('fair', 'good', 1.0), ('kind', 'good', 2.0)]
    fn merge(slf: &Bound<'_, Self>, other: &Bound<'_, Self>) -> PyResult<Self> {
        let core = slf.get().core.merge(&other.get().core).map_err(exception)?;
        Ok(Self { core, origin: Origin::Merged(slf.clone().unbind(), other.clone().unbind()) })
    }

    /// The list without the entries for these words.
    ///
    /// Raises:
    ///     ConnoteError: There is no such entry.
    ///
    /// >>> import connote
    /// >>> connote.Lexicon.from_json("base", '{"good": ["kind*", "fair"]}').without("kind*")
    /// Lexicon('base', entries=1)
    #[pyo3(signature = (*patterns))]
    fn without(slf: &Bound<'_, Self>, patterns: Vec<String>) -> PyResult<Self> {
        let core = slf.get().core.without(&patterns).map_err(exception)?;
        Ok(Self { core, origin: Origin::Without(slf.clone().unbind(), patterns) })
    }

    fn __len__(&self) -> usize {
        self.core.len()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Lexicon({}, entries={})", self.core.name().into_pyobject(py)?.repr()?, self.core.len()))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| self.core == other.get().core)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        (self.core.name(), self.core.len()).into_pyobject(py)?.hash()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        Ok(match &self.origin {
            Origin::Text { format, content } => {
                let door = PyType::new::<Self>(py).getattr(format!("from_{}", format.name()))?;
                (door, PyTuple::new(py, [self.core.name(), content])?)
            }
            Origin::Merged(base, over) => (base.bind(py).getattr("merge")?, PyTuple::new(py, [over])?),
            Origin::Without(base, patterns) => (base.bind(py).getattr("without")?, PyTuple::new(py, patterns)?),
        })
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }
}
