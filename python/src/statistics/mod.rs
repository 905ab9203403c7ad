//! Statistics over words and counts that are given: diversity, keyness, collocations, dispersion, laws, concordances.

pub(crate) mod values;

use connote::{KeynessPrior, PairMargins, WordSequence};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use self::values::{Collocation, ConcordanceLine, Dispersion, KeyWord, LogOdds, Measure, PowerLaw};
use crate::analyzer::Analyzer;
use crate::error::{exception, text};
use crate::report::Places;

/// The rows of a core table as values.
macro_rules! measures {
    ($table:expr) => {
        $table
            .iter()
            .map(|row| Measure {
                name: row.name.to_owned(),
                title: row.title.to_owned(),
                definition: row.definition.to_owned(),
                source: row.source.to_owned(),
            })
            .collect()
    };
}

/// The words of an iterable of `str`.
fn strings(words: &Bound<'_, PyAny>, place: &str) -> PyResult<Vec<String>> {
    if words.is_instance_of::<pyo3::types::PyString>() {
        return Err(crate::error::wrong_type(words, "a list of words", place));
    }
    let word = |(index, word): (usize, PyResult<Bound<'_, PyAny>>)| {
        Ok(text(&word?, || format!("{place}[{index}]"))?.to_owned())
    };
    words.try_iter()?.enumerate().map(word).collect()
}

/// Lexical diversity of words: how varied they are. See `diversity_measures` for what each number means.
///
/// Args:
///     words: The words of one text in their order, folded as you want them compared.
///     measures: Names of the measures; all of them if None. The moving averages of MTLD (`mtld_ma_*`) cost most.
///
/// Returns:
///     The values by name, not rounded; None where a measure is not defined for these words.
///
/// Raises:
///     ValueError: No measure has this name.
///     TypeError: The words are no iterable of `str`.
///
/// >>> import connote
/// >>> connote.diversity("to be or not to be".split(), ["ttr", "yule_k", "mattr_50"])
/// {'ttr': 0.6666666666666666, 'yule_k': 1111.111111111111, 'mattr_50': None}
#[pyfunction]
#[pyo3(signature = (words, measures=None))]
pub(crate) fn diversity<'py>(
    py: Python<'py>,
    words: &Bound<'py, PyAny>,
    measures: Option<Vec<String>>,
) -> PyResult<Bound<'py, PyDict>> {
    let known = |name: &String| {
        connote::DiversityMeasure::named(name)
            .ok_or_else(|| PyValueError::new_err(format!("measures: none is named {name:?}, see diversity_measures()")))
    };
    let measures: Vec<_> = match &measures {
        Some(names) => names.iter().map(known).collect::<PyResult<_>>()?,
        None => connote::DIVERSITY_MEASURES.iter().collect(),
    };
    let words = strings(words, "words")?;
    let values: Vec<_> = py.detach(|| {
        let sequence: WordSequence = words.iter().map(String::as_str).collect();
        measures.iter().map(|measure| (measure.name, measure.of(&sequence))).collect()
    });
    dictionary(py, values)
}

fn dictionary(
    py: Python<'_>,
    values: impl IntoIterator<Item = (&'static str, Option<f64>)>,
) -> PyResult<Bound<'_, PyDict>> {
    let found = PyDict::new(py);
    for (name, value) in values {
        found.set_item(name, value)?;
    }
    Ok(found)
}

/// Every measure of lexical diversity, variants beside each other.
///
/// >>> import connote
/// >>> [measure.name for measure in connote.diversity_measures() if measure.source == "Yule 1944"]
/// ['yule_k', 'yule_i']
#[pyfunction]
pub(crate) fn diversity_measures() -> Vec<Measure> {
    measures!(connote::DIVERSITY_MEASURES)
}

/// Every score of `keyness_scores`.
///
/// >>> import connote
/// >>> connote.keyness_measures()[1].source
/// 'Dunning 1993'
#[pyfunction]
pub(crate) fn keyness_measures() -> Vec<Measure> {
    measures!(connote::KEYNESS_SCORES)
}

/// Every score of `collocation_scores`, and what `collocations` can be sorted by.
///
/// >>> import connote
/// >>> connote.collocation_measures()[0].definition
/// 'log2(o/E)'
#[pyfunction]
pub(crate) fn collocation_measures() -> Vec<Measure> {
    measures!(connote::COLLOCATION_SCORES)
}

/// Compares two corpora word by word.
///
/// Args:
///     target: Counts by word: a mapping, or anything with `items()`.
///     reference: The counts of what it is compared with.
///     prior: For the log-odds: as if every word had been seen so often before, 0.01 for example.
///     prior_words: For the log-odds: as if so many words of both corpora had been seen before, 500 for example. Without
///         either, both corpora are taken as seen.
///
/// Returns:
///     Every word of both. Those of the target come first, the surest at the top; those of the reference come last, the
///     surest at the bottom.
///
/// Raises:
///     ConnoteError: A corpus without a word, or a prior that is not above 0.
///     ValueError: Both priors are given.
///     TypeError: A word is no `str`, or a count is no whole number.
///     OverflowError: A count is below 0.
///
/// >>> import connote
/// >>> rows = connote.keyness({"tax": 90, "the": 910}, {"tax": 10, "the": 990})
/// >>> rows[0].word, rows[0].sign, round(rows[0].log_ratio, 2)
/// ('tax', 1, 3.17)
/// >>> rows[0].q < 1e-15
/// True
#[pyfunction]
#[pyo3(signature = (target, reference, *, prior=None, prior_words=None))]
pub(crate) fn keyness(
    py: Python<'_>,
    target: &Bound<'_, PyAny>,
    reference: &Bound<'_, PyAny>,
    prior: Option<f64>,
    prior_words: Option<f64>,
) -> PyResult<Vec<KeyWord>> {
    let prior = match (prior, prior_words) {
        (None, None) => KeynessPrior::Corpora,
        (Some(count), None) => KeynessPrior::Uniform(count),
        (None, Some(words)) => KeynessPrior::Scaled(words),
        (Some(_), Some(_)) => return Err(PyValueError::new_err("prior and prior_words: give one of them")),
    };
    let (target, reference) = (counts(target, "target")?, counts(reference, "reference")?);
    py.detach(|| {
        let pairs = |counts| {
            let counts: &Vec<(String, u64)> = counts;
            counts.iter().map(|(word, count)| (word.as_str(), *count)).collect::<Vec<_>>()
        };
        let rows = connote::keyness(pairs(&target), pairs(&reference), prior).map_err(exception)?;
        Ok(rows.iter().map(KeyWord::from).collect())
    })
}

/// Words with their counts, from anything with `items()`.
fn counts(counts: &Bound<'_, PyAny>, place: &str) -> PyResult<Vec<(String, u64)>> {
    let items = counts.call_method0("items").map_err(|_| crate::error::wrong_type(counts, "a mapping", place))?;
    let item = |item: PyResult<Bound<'_, PyAny>>| {
        let (word, count): (Bound<'_, PyAny>, u64) = item?.extract()?;
        Ok((text(&word, || format!("{place}: a word"))?.to_owned(), count))
    };
    items.try_iter()?.map(item).collect()
}

/// Every score of keyness that needs nothing but four counts. See `keyness_measures` for what each number means.
///
/// Args:
///     target: How often the word occurs in the target.
///     reference: How often it occurs in the reference.
///     target_words: Number of words of the target.
///     reference_words: Number of words of the reference.
///
/// Returns:
///     The scores by name, not rounded; None where a score is not defined.
///
/// Raises:
///     ConnoteError: A count is above the number of words.
///
/// >>> import connote
/// >>> scores = connote.keyness_scores(7, 3, 1_000_000_000, 1_000_000_000)
/// >>> round(scores["g2_4cell"], 9), round(scores["p_g2_4cell"], 4)
/// (1.645657578, 0.1996)
#[pyfunction]
pub(crate) fn keyness_scores(
    py: Python<'_>,
    target: u64,
    reference: u64,
    target_words: u64,
    reference_words: u64,
) -> PyResult<Bound<'_, PyDict>> {
    let contrast = connote::Contrast::new(target, reference, target_words, reference_words).map_err(exception)?;
    dictionary(py, connote::KEYNESS_SCORES.iter().map(|score| (score.name, score.of(&contrast))))
}

/// The log-odds ratio of a word with a prior (Monroe, Colaresi & Quinn 2008).
///
/// Args:
///     target: How often the word occurs in the target.
///     reference: How often it occurs in the reference.
///     target_words: Number of words of the target.
///     reference_words: Number of words of the reference.
///     prior: How often the word was seen before.
///     prior_words: How many words were seen before.
///
/// Returns:
///     The ratio with its certainty; None where it is not defined.
///
/// Raises:
///     ConnoteError: A count is above the number of words.
///
/// >>> import connote
/// >>> odds = connote.log_odds(9, 4, 100, 100, prior=1, prior_words=100)
/// >>> round(odds.delta, 3), round(odds.z, 3)
/// (0.719, 1.313)
#[pyfunction]
pub(crate) fn log_odds(
    target: u64,
    reference: u64,
    target_words: u64,
    reference_words: u64,
    prior: f64,
    prior_words: f64,
) -> PyResult<Option<LogOdds>> {
    let contrast = connote::Contrast::new(target, reference, target_words, reference_words).map_err(exception)?;
    Ok(contrast.log_odds(prior, prior_words).map(LogOdds::from))
}

fn margins(name: &str) -> PyResult<PairMargins> {
    match name {
        "words" => Ok(PairMargins::Words),
        "pairs" => Ok(PairMargins::Pairs),
        _ => Err(PyValueError::new_err(format!("margins: {name:?}; there are \"words\" and \"pairs\""))),
    }
}

/// Pairs of words that stand near each other more often than by chance.
///
/// Args:
///     texts: The words of each text in their order; pairs never reach from one text into the next.
///     window: How far the second word may be: 2 for the next word, 5 for one of the next four.
///     minimum: How often a pair is seen at least.
///     by: The score that the pairs are sorted by, a name of `collocation_measures`.
///     margins: What a pair's count is compared with: `words`, how often each word occurs (as in NLTK), or `pairs`, how
///         often it is first or second in a pair (as in quanteda).
///
/// Returns:
///     The pairs, the highest score first, those without a score last; equal ones in code-point order.
///
/// Raises:
///     ConnoteError: The window has fewer than two words.
///     ValueError: No score has this name, or there are no such margins.
///
/// >>> import connote
/// >>> words = "new york is not new england and new york is not old york".split()
/// >>> pair = connote.collocations([words], by="dice")[0]
/// >>> pair.first, pair.second, pair.together, pair.score
/// ('is', 'not', 2, 1.0)
#[pyfunction]
#[pyo3(signature = (texts, *, window=2, minimum=2, by="g2", margins="words"))]
pub(crate) fn collocations(
    py: Python<'_>,
    texts: &Bound<'_, PyAny>,
    window: usize,
    minimum: u64,
    by: &str,
    margins: &str,
) -> PyResult<Vec<Collocation>> {
    let margins = self::margins(margins)?;
    let score = connote::CollocationScore::named(by)
        .ok_or_else(|| PyValueError::new_err(format!("by: no score is named {by:?}, see collocation_measures()")))?;
    let texts = texts.try_iter()?.enumerate();
    let texts: Vec<Vec<String>> =
        texts.map(|(index, words)| strings(&words?, &format!("texts[{index}]"))).collect::<PyResult<_>>()?;
    py.detach(|| {
        let words = texts.iter().map(|text| text.iter().map(String::as_str));
        let pairs = connote::collocations(words, window, minimum, margins).map_err(exception)?;
        let mut rows: Vec<_> = pairs.iter().map(|pair| Collocation::of(pair, score)).collect();
        let key = |row: &Collocation| row.score.unwrap_or(f64::NEG_INFINITY);
        rows.sort_by(|a, b| key(b).total_cmp(&key(a)).then_with(|| (&a.first, &a.second).cmp(&(&b.first, &b.second))));
        Ok(rows)
    })
}

/// Every score of a pair of words. See `collocation_measures` for what each number means.
///
/// Args:
///     together: How often they were seen together, the first before the second.
///     first: How often the first word occurs.
///     second: How often the second word occurs.
///     words: Number of words in all.
///     window: How far the second word may be, as in `collocations`.
///
/// Returns:
///     The scores by name, not rounded; None where a score is not defined.
///
/// Raises:
///     ConnoteError: Counts that no text can have.
///
/// >>> import connote
/// >>> connote.collocation_scores(8, 16, 8, 1024)["pmi_log2"]
/// 6.0
#[pyfunction]
#[pyo3(signature = (together, first, second, words, window=2))]
pub(crate) fn collocation_scores(
    py: Python<'_>,
    together: u64,
    first: u64,
    second: u64,
    words: u64,
    window: u64,
) -> PyResult<Bound<'_, PyDict>> {
    let pair = connote::PairCounts::new(together, first, second, words, window).map_err(exception)?;
    dictionary(py, connote::COLLOCATION_SCORES.iter().map(|score| (score.name, score.of(&pair))))
}

/// How evenly a word is spread over the parts of a corpus: chapters, documents, outlets.
///
/// Args:
///     counts: How often the word occurs in each part.
///     sizes: The number of words of each part, in the same order.
///
/// Raises:
///     ConnoteError: Lists of different length, a part without words, or a count above the words of its part.
///
/// >>> import connote
/// >>> spread = connote.dispersion([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
/// >>> spread.range, round(spread.dp, 12)
/// (5, 0.18)
#[pyfunction]
pub(crate) fn dispersion(counts: Vec<u64>, sizes: Vec<u64>) -> PyResult<Dispersion> {
    connote::dispersion(&counts, &sizes).map(Dispersion::from).map_err(exception)
}

/// Average reduced frequency (Savický & Hlaváčová 2002): near 1 for a word whose occurrences lie together, its frequency
/// where they are spread evenly.
///
/// Args:
///     places: The indices of the word among the words of the corpus, in any order.
///     words: Number of words of the corpus, which is taken as a circle.
///
/// Returns:
///     The frequency; None where the word does not occur.
///
/// Raises:
///     ConnoteError: A place is not in the corpus or comes twice.
///
/// >>> import connote
/// >>> connote.average_reduced_frequency([0, 5], 10), connote.average_reduced_frequency([4, 5], 10)
/// (2.0, 1.2)
#[pyfunction]
pub(crate) fn average_reduced_frequency(places: Vec<usize>, words: usize) -> PyResult<Option<f64>> {
    connote::average_reduced_frequency(&places, words).map_err(exception)
}

/// Zipf's law (Zipf 1935): the line through the logarithms of the counts over those of the ranks. Words of equal count
/// have ranks of their own; the many words that occur once bend the line.
///
/// Args:
///     counts: The count of each word, in any order.
///
/// Returns:
///     The line; None for fewer than three words.
///
/// >>> import connote
/// >>> law = connote.zipf_law([600, 300, 200, 150])
/// >>> round(law.exponent, 12), round(law.factor, 9)
/// (-1.0, 600.0)
#[pyfunction]
pub(crate) fn zipf_law(counts: Vec<u64>) -> Option<PowerLaw> {
    connote::zipf_law(&counts).map(PowerLaw::from)
}

/// Heaps's law (Herdan 1960; Heaps 1978): distinct words = K words^beta, the line through their logarithms.
///
/// Args:
///     words: The words of a text in their order.
///     step: The number of words after which the distinct ones are counted, again and again.
///
/// Returns:
///     The line, its exponent beta and its factor K; None for fewer than three steps.
///
/// >>> import connote
/// >>> law = connote.heaps_law([str(number) for number in range(500)])
/// >>> round(law.exponent, 12), round(law.factor, 12)
/// (1.0, 1.0)
#[pyfunction]
#[pyo3(signature = (words, step=100))]
pub(crate) fn heaps_law(words: &Bound<'_, PyAny>, step: usize) -> PyResult<Option<PowerLaw>> {
    let words = strings(words, "words")?;
    Ok(connote::heaps_law(words.iter().map(String::as_str), step).map(PowerLaw::from))
}

/// Every place of a word or phrase in a text with the words around it (key word in context; Luhn 1960).
///
/// Args:
///     text: The text.
///     phrase: The word or phrase. Case, curly apostrophes and what stands between its words make no difference.
///     context: Up to so many words on both sides.
///
/// Raises:
///     ConnoteError: No word is in the phrase.
///
/// >>> import connote
/// >>> for line in connote.concordance("Tax cuts, he said. The tax cuts came.", "tax cuts", context=1):
/// ...     print([line.left, line.node, line.right])
/// ['', 'Tax cuts', ', he']
/// ['The ', 'tax cuts', ' came']
#[pyfunction]
#[pyo3(signature = (text, phrase, *, context=5))]
pub(crate) fn concordance(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    phrase: &Bound<'_, PyAny>,
    context: usize,
) -> PyResult<Vec<ConcordanceLine>> {
    let core = Analyzer::default(py)?.get().core();
    let text = crate::error::text(text, || "text".to_owned())?;
    let phrase = crate::error::text(phrase, || "phrase".to_owned())?;
    py.detach(|| {
        let document = core.document(text).map_err(exception)?;
        let phrase = core.document(phrase).map_err(exception)?;
        let lines = connote::concordance(&document, &phrase, context).map_err(exception)?;
        let places = Places::new(text);
        let line = |line: &connote::ConcordanceLine| {
            let node = places.of(line.node);
            ConcordanceLine {
                start: node.start,
                end: node.end,
                left: line.left.of(text).to_owned(),
                node: node.text,
                right: line.right.of(text).to_owned(),
            }
        };
        Ok(lines.iter().map(line).collect())
    })
}
