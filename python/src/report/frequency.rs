//! Which words a text leans on.

use connote::text::fold::fold_into;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use super::{Attribute, Report, attribute};
use crate::value::value_class;

/// Which words a text leans on: every folded word with its count, the most frequent first.
#[pyclass(frozen, module = "connote")]
pub(crate) struct Frequency(pub(super) Py<Report>);

impl Frequency {
    fn core(&self) -> &connote::Frequency {
        &self.0.get().core.frequency
    }
}

#[pymethods]
impl Frequency {
    /// Number of words.
    #[getter]
    fn tokens(&self) -> u64 {
        self.core().tokens()
    }

    /// Number of distinct folded words.
    #[getter]
    fn types(&self) -> usize {
        self.core().types()
    }

    /// Number of words that occur once.
    #[getter]
    fn hapaxes(&self) -> usize {
        self.core().hapaxes()
    }

    /// The most frequent words; equal counts in code-point order.
    ///
    /// Args:
    ///     n: How many words at most.
    ///     stop_words: Whether function words (the, of, and) are among them.
    #[pyo3(signature = (n=20, *, stop_words=false))]
    fn top(&self, n: usize, stop_words: bool) -> Vec<WordCount> {
        let value = |word: connote::WordCount<'_>| WordCount {
            word: word.word.to_owned(),
            count: word.count,
            per_million: word.per_million,
        };
        self.core().top(n, stop_words).into_iter().map(value).collect()
    }

    /// How often a word occurs; case and the form of apostrophes do not matter.
    fn count(&self, word: &str) -> u64 {
        let mut folded = String::new();
        fold_into(word, &mut folded);
        self.core().count(&folded)
    }

    /// The counts by word, the most frequent first.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = PyDict::new(py);
        for word in self.core().iter() {
            counts.set_item(word.word, word.count)?;
        }
        Ok(counts)
    }

    fn __repr__(&self) -> String {
        format!("Frequency(tokens={}, types={}, hapaxes={})", self.tokens(), self.types(), self.hapaxes())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| self.core().iter().eq(other.get().core().iter()))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Attribute<'py>> {
        attribute(py, &self.0, "frequency")
    }
}

value_class! {
    /// A word with its count.
    WordCount {
        /// The folded word: lower case, straight apostrophes.
        word: String,
        /// Occurrences.
        count: u64,
        /// Occurrences in a million words of this text.
        per_million: f64,
    }
}
