//! How hard a text is to read.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use super::{Attribute, Report, attribute};
use crate::value::value_class;

/// How hard a text is to read: the score of every formula, by name, as an attribute or an item.
///
/// A score is `None` for a text without words. Nothing is rounded or clamped.
#[pyclass(frozen, mapping, module = "connote")]
pub(crate) struct Readability(pub(super) Py<Report>);

impl Readability {
    fn core(&self) -> &connote::Readability {
        &self.0.get().core.readability
    }
}

#[pymethods]
impl Readability {
    /// Median of the formulas that estimate a school grade; `None` for a text without words.
    #[getter]
    fn consensus_grade(&self) -> Option<f64> {
        self.core().consensus_grade
    }

    /// The lowest and the highest of the grades whose median `consensus_grade` is, and the formulas they come from;
    /// `None` for a text without words.
    #[getter]
    fn consensus<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDict>>> {
        let Some(consensus) = self.core().consensus() else { return Ok(None) };
        let spread = PyDict::new(py);
        spread.set_item("lowest", consensus.lowest)?;
        spread.set_item("highest", consensus.highest)?;
        let formulas: Vec<&str> = consensus.scores.iter().map(|(formula, _)| formula.name).collect();
        spread.set_item("formulas", formulas)?;
        Ok(Some(spread))
    }

    /// The area on Fry's graph (1968, 1977): a grade from 1 to 16, `beyond`, `long_sentences` or `long_words`; `None` for
    /// a text without words and in other languages than English.
    #[getter]
    fn fry_graph(&self) -> Option<String> {
        self.core().area(connote::Graph::Fry).map(connote::GraphArea::name)
    }

    /// The area on Raygor's graph (1977): a grade from 3 to 13, `beyond`, `long_sentences` or `long_words`; `None` for a
    /// text without words and in other languages than English.
    #[getter]
    fn raygor_graph(&self) -> Option<String> {
        self.core().area(connote::Graph::Raygor).map(connote::GraphArea::name)
    }

    /// What speaks against every score of the text: `no_text`, `few_words` (fewer than 100), `other_script` (more than 5 %
    /// of the letters) or `mostly_fragments` (headings and list items).
    #[getter]
    fn text_caveats(&self) -> Vec<&'static str> {
        self.core().text_caveats().map(connote::Caveat::name).collect()
    }

    /// The formulas whose score is missing or should not be trusted, each with the reason: `no_text` (there is no word),
    /// `no_word_list` (the formula counts words off a list that is not freely licensed), `undefined` (the text is too
    /// short) or `sample_too_small` (fewer sentences or words than the formula's author asks for).
    #[getter]
    fn caveats<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let caveats = PyDict::new(py);
        for (formula, caveat) in self.core().caveats() {
            caveats.set_item(formula.name, caveat.name())?;
        }
        Ok(caveats)
    }

    /// The names of the formulas of the language.
    fn keys(&self) -> Vec<&'static str> {
        self.core().iter().map(|(formula, _)| formula.name).collect()
    }

    /// The scores by formula.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let scores = PyDict::new(py);
        for (formula, score) in self.core().iter() {
            scores.set_item(formula.name, score)?;
        }
        Ok(scores)
    }

    fn __getitem__(&self, name: &str) -> PyResult<Option<f64>> {
        match connote::Formula::named(name) {
            Some(formula) => Ok(self.core().get(formula.name)),
            None => Err(PyKeyError::new_err(format!("there is no formula '{name}'; see connote.formulas()"))),
        }
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.keys().into_pyobject(py)?.call_method0("__iter__")
    }

    fn __len__(&self) -> usize {
        self.core().iter().count()
    }

    fn __contains__(&self, name: &str) -> bool {
        connote::Formula::named(name).is_some_and(|formula| formula.is_for(self.core().language()))
    }

    fn __repr__(&self) -> String {
        let number = |value: Option<f64>| value.map_or_else(|| "None".to_owned(), |value| format!("{value:.1}"));
        let ease = self.core().get("flesch_reading_ease");
        format!(
            "Readability(consensus_grade={}, flesch_reading_ease={})",
            number(self.core().consensus_grade),
            number(ease)
        )
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| self.core() == other.get().core())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Attribute<'py>> {
        attribute(py, &self.0, "readability")
    }
}

value_class! {
    /// A sentence and how hard it is.
    SentenceDifficulty {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The sentence as it stands in the text.
        text: String,
        /// Number of words.
        words: u64,
        /// English: the Flesch-Kincaid grade (1975) of the sentence taken alone. Other languages: its LIX (Björnsson
        /// 1968). Only good for comparing the sentences of one text.
        difficulty: f64,
    }
}

value_class! {
    /// A readability formula.
    Formula {
        /// Name in reports and columns, and of the function that computes it.
        name: String,
        /// Name in print.
        title: String,
        /// Unit of the values: a grade, an ease from 0 to 100, a percentage or an index.
        unit: String,
        /// Author and year.
        source: String,
        /// The formula as written in its paper, in the names of `Counts`.
        definition: String,
        /// What a higher number says: `harder` or `easier`.
        higher_is: String,
        /// Codes of the languages it was made for; empty where it does not depend on the language.
        languages: Vec<String>,
        /// Fewer words than this and the value carries a caveat.
        minimum_words: u64,
        /// Fewer sentences than this and the value carries a caveat.
        minimum_sentences: u64,
        /// Whether `consensus_grade` includes it.
        in_consensus: bool,
    }
}
