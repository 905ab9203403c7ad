//! What a text has of the user's dictionaries.

use connote::Voice;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use super::Report;
use crate::value::{Span, value_class};

/// What a text has of one dictionary: the score of every category, as items too.
///
/// >>> import connote
/// >>> moods = connote.Lexicon.from_dic("moods", "%\n1\tstorm\n%\nrag*\t1\n")
/// >>> report = connote.Analyzer(lexicons=[moods], dictionary_hits=True).analyze("He raged: “The rage of the young!”")
/// >>> scores = report.dictionaries["moods"]
/// >>> scores["storm"].count, scores["storm"].quoted, scores["storm"].share
/// (2, 1, 0.2857142857142857)
/// >>> [(hit.text, hit.voice) for hit in scores.hits]
/// [('raged', 'own'), ('rage', 'direct_quote')]
#[pyclass(frozen, module = "connote")]
pub(crate) struct DictionaryScores {
    pub(super) report: Py<Report>,
    pub(super) number: usize,
}

impl DictionaryScores {
    /// The scores, which were there when the view was made.
    fn core(&self) -> Option<&connote::DictionaryScores> {
        self.report.get().core.dictionaries.get(self.number)
    }
}

#[pymethods]
impl DictionaryScores {
    /// The name of the dictionary: that of its file, without folder and ending.
    #[getter]
    fn name(&self) -> &str {
        self.core().map_or("", connote::DictionaryScores::name)
    }

    /// The score of every category, in the order of the file.
    #[getter]
    fn categories<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let categories = PyDict::new(py);
        for (name, score) in self.core().into_iter().flat_map(connote::DictionaryScores::categories) {
            categories.set_item(name, CategoryScore::from(score))?;
        }
        Ok(categories)
    }

    /// Every hit, in the order of the text; empty unless the analyzer has `dictionary_hits=True`.
    #[getter]
    fn hits<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let places = self.report.get().places();
        let mut hits = Vec::new();
        for (scores, hit) in
            self.core().into_iter().flat_map(|scores| scores.hits().iter().map(move |hit| (scores, hit)))
        {
            let Span { start, end, text } = places.of(hit.span);
            let voice = if hit.quoted { Voice::DirectQuote } else { Voice::Own };
            let (category, weight) = (scores.category_of(hit).to_owned(), hit.weight);
            hits.push(DictionaryHit { start, end, text, category, weight, voice: voice.name().to_owned() });
        }
        PyTuple::new(py, hits)
    }

    fn __getitem__(&self, category: &str) -> PyResult<CategoryScore> {
        let score = self.core().and_then(|scores| scores.category(category));
        let known = || PyKeyError::new_err(format!("'{}' has no category '{category}'", self.name()));
        score.map(CategoryScore::from).ok_or_else(known)
    }

    fn __repr__(&self) -> String {
        let categories = self.core().map_or(0, |scores| scores.categories().count());
        format!("DictionaryScores({:?}, categories={categories})", self.name())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        let py = other.py();
        let Ok(other) = other.cast::<Self>() else { return Ok(false) };
        let same_hits = |other: &Self| -> PyResult<bool> { self.hits(py)?.eq(other.hits(py)?) };
        let other = other.get();
        Ok(self.name() == other.name() && self.categories(py)?.eq(other.categories(py)?)? && same_hits(other)?)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((self.report.bind(py).getattr("dictionary")?, (self.name().to_owned(),)))
    }
}

value_class! {
    /// What a text has of one category of a dictionary.
    ///
    /// Of patterns of the category that overlap the longest counts, of equally long ones that which is nearer to the
    /// letter: a word as it is written before a wildcard, a long wildcard before a short. Categories do not hinder each
    /// other.
    CategoryScore {
        /// Hits: words and phrases of the category.
        count: u64,
        /// Hits in direct quotations.
        quoted: u64,
        /// Hits in words of the text, 0 to 1; `None` without a word.
        share: Option<f64>,
        /// Sum of the hits' weights; `None` if the category has no weights.
        sum: Option<f64>,
        /// Mean of the hits' weights; `None` without a hit that has one.
        mean: Option<f64>,
    }
}

impl From<&connote::CategoryScore> for CategoryScore {
    fn from(score: &connote::CategoryScore) -> Self {
        let connote::CategoryScore { count, quoted, share, sum, mean, .. } = *score;
        Self { count, quoted, share, sum, mean }
    }
}

value_class! {
    /// A word or phrase of a dictionary in the text.
    DictionaryHit {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The words as they stand in the text.
        text: String,
        /// The category that lists them.
        category: String,
        /// Their weight, if they have one.
        weight: Option<f64>,
        /// Whose words they are: `own` or `direct_quote`.
        voice: String,
    }
}
