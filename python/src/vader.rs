//! VADER alone.

use connote::Polarity;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::analyzer::Analyzer;
use crate::error::{exception, text, wrong_type};
use crate::report::Places;
use crate::value::value_class;

/// VADER 3.3.2 (Hutto & Gilbert 2014) with a word list of its own. `connote.compat.vader` makes these.
///
/// Args:
///     words: Ratings by word.
///     emoji: The words that an emoji is read as.
///
/// Raises:
///     ConnoteError: A rating is not finite.
///     TypeError: A word is no `str`, or a rating no number.
#[pyclass(frozen, module = "connote._connote")]
pub(crate) struct Vader {
    core: connote::Vader,
}

#[pymethods]
impl Vader {
    #[new]
    fn new(py: Python<'_>, words: &Bound<'_, PyDict>, emoji: &Bound<'_, PyDict>) -> PyResult<Self> {
        let words: Vec<_> = words.iter().collect();
        let emoji: Vec<_> = emoji.iter().collect();
        let words = words.iter().map(|(word, rating)| {
            let word = text(word, || "lexicon".to_owned())?;
            let place = || format!("lexicon['{word}']");
            let rating = rating.extract().map_err(|_| wrong_type(rating, "a number", &place()))?;
            Ok((word, rating))
        });
        let words = words.collect::<PyResult<Vec<(&str, f64)>>>()?;
        let emoji = emoji.iter().map(|(emoji, description)| {
            let emoji = text(emoji, || "emojis".to_owned())?;
            Ok((emoji, text(description, || format!("emojis['{emoji}']"))?))
        });
        let emoji = emoji.collect::<PyResult<Vec<_>>>()?;
        let core = py.detach(|| connote::Vader::with(&words, &emoji)).map_err(exception)?;
        Ok(Self { core })
    }

    /// The word list of the package, in its order. Of two entries for one word the later counts.
    #[staticmethod]
    fn embedded_words() -> PyResult<Vec<(&'static str, f64)>> {
        connote::Vader::embedded_words().map_err(exception)
    }

    /// The emoji of the package, each with the words it is read as.
    #[staticmethod]
    fn embedded_emoji() -> PyResult<Vec<(&'static str, &'static str)>> {
        connote::Vader::embedded_emoji().map_err(exception)
    }

    /// The four numbers of a text: see `connote.polarity_scores`.
    #[pyo3(name = "polarity_scores")]
    fn scores<'py>(&self, py: Python<'py>, text: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>> {
        let text = crate::error::text(text, || "text".to_owned())?;
        let polarity = py.detach(|| self.core.polarity_scores(text));
        by_name(py, polarity)
    }

    /// Every token of a text: see `connote.vader_tokens`.
    fn tokens(&self, py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<Vec<VaderToken>> {
        read(py, &self.core, text)
    }
}

/// The numbers of VADER 3.3.2 (Hutto & Gilbert 2014) for an English text on its own, under its names.
///
/// Returns:
///     `neg`, `neu` and `pos`, shares of 0 to 1, and `compound`, -1 to 1.
///
/// >>> import connote
/// >>> connote.polarity_scores("The shit")["compound"]
/// -0.5574
#[pyfunction]
pub(crate) fn polarity_scores<'py>(py: Python<'py>, text: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyDict>> {
    let core = Analyzer::default(py)?.get().core();
    let text = crate::error::text(text, || "text".to_owned())?;
    let polarity = py.detach(|| core.polarity_scores(text));
    by_name(py, polarity)
}

/// Every token of a text as VADER 3.3.2 reads it, with what it adds to the sum behind `polarity_scores`.
///
/// The marks `!` and `?`, which add to the sum as a whole, are not among them.
///
/// Raises:
///     ConnoteError: The text has 4 GiB or more.
///
/// >>> import connote
/// >>> [(token.text, token.summed) for token in connote.vader_tokens("Good roads but bad trains.") if token.listed]
/// [('Good', 0.95), ('bad', -3.75)]
#[pyfunction]
pub(crate) fn vader_tokens(py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<Vec<VaderToken>> {
    read(py, &Analyzer::default(py)?.get().core().vader(), text)
}

fn by_name(py: Python<'_>, polarity: Polarity) -> PyResult<Bound<'_, PyDict>> {
    let Polarity { neg, neu, pos, compound } = polarity;
    let scores = PyDict::new(py);
    for (name, value) in [("neg", neg), ("neu", neu), ("pos", pos), ("compound", compound)] {
        scores.set_item(name, value)?;
    }
    Ok(scores)
}

fn read(py: Python<'_>, core: &connote::Vader, text: &Bound<'_, PyAny>) -> PyResult<Vec<VaderToken>> {
    let text = crate::error::text(text, || "text".to_owned())?;
    py.detach(|| {
        let places = Places::new(text);
        let token = |token: connote::VaderToken| {
            let connote::VaderToken { span, text, listed, shifted, summed, .. } = token;
            let place = places.of(span);
            VaderToken { start: place.start, end: place.end, text, listed, shifted, summed }
        };
        Ok(core.tokens(text).map_err(exception)?.into_iter().map(token).collect())
    })
}

value_class! {
    /// A token as VADER 3.3.2 reads it, and what it adds to the sum.
    VaderToken {
        /// Offset of the first character; that of the emoji for the words of one.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The token: a piece of the text without the punctuation that VADER strips, or a word that stands for an emoji.
        text: String,
        /// Its rating in the word list, -4 to 4; None if it is not listed.
        listed: Option<f64>,
        /// The rating as capitals and the words around it shift it; 0 if it has none.
        shifted: f64,
        /// The same after the first `but` of the text was heard: what is summed.
        summed: f64,
    }
}
