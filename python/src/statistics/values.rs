//! The values that the statistics hand out.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::value::value_class;

value_class! {
    /// A measure of a table: what its name means and where it comes from.
    Measure {
        /// Name by which it is asked for.
        name: String,
        /// Name in print.
        title: String,
        /// The formula, and where it has no value.
        definition: String,
        /// Author and year; empty where it needs none.
        source: String,
    }
}

value_class! {
    /// A word with what sets a target corpus apart from a reference corpus.
    KeyWord {
        /// The word.
        word: String,
        /// Occurrences in the target.
        target: u64,
        /// Occurrences in the reference.
        reference: u64,
        /// Occurrences in a million words of the target.
        target_per_million: f64,
        /// Occurrences in a million words of the reference.
        reference_per_million: f64,
        /// 1 if it is more frequent in the target, -1 if it is less, 0 if there is no difference.
        sign: i8,
        /// Log-likelihood of the four cells (Dunning 1993), 0 or more: how sure it is that there is a difference.
        g2: f64,
        /// Probability of such a log-likelihood where there is no difference, 0 to 1.
        p: f64,
        /// The least false discovery rate at which the word is in the list (Benjamini & Hochberg 1995), 0 to 1.
        q: f64,
        /// Base-2 logarithm of the quotient of the rates, a count of 0 taken as 0.5 (Hardie 2014): how large the
        /// difference is. None for a word that occurs in neither corpus.
        log_ratio: Option<f64>,
        /// Log-odds ratio with the prior (Monroe, Colaresi & Quinn 2008), in natural logarithms.
        log_odds: Option<f64>,
        /// The log-odds ratio over its standard deviation, by the approximation of the paper.
        log_odds_z: Option<f64>,
    }
}

impl From<&connote::KeyWord<'_>> for KeyWord {
    fn from(row: &connote::KeyWord<'_>) -> Self {
        let per_million = |count: u64, words: u64| 1e6 * count as f64 / words as f64;
        let counts = &row.contrast;
        Self {
            word: row.word.to_owned(),
            target: counts.target(),
            reference: counts.reference(),
            target_per_million: per_million(counts.target(), counts.target_words()),
            reference_per_million: per_million(counts.reference(), counts.reference_words()),
            sign: row.sign,
            g2: row.g2,
            p: row.p,
            q: row.q,
            log_ratio: row.log_ratio,
            log_odds: row.log_odds.map(|odds| odds.delta),
            log_odds_z: row.log_odds.map(|odds| odds.z),
        }
    }
}

value_class! {
    /// A log-odds ratio with its certainty.
    LogOdds {
        /// Natural logarithm of the odds ratio; above 0 where the word is more at home in the target.
        delta: f64,
        /// Delta over its standard deviation, by the approximation of the paper: 1/(a+A) + 1/(b+A) is its variance.
        z: f64,
        /// The same with the variance of all four cells.
        z_4term: f64,
    }
}

impl From<connote::LogOdds> for LogOdds {
    fn from(odds: connote::LogOdds) -> Self {
        Self { delta: odds.delta, z: odds.z, z_4term: odds.z_4term }
    }
}

value_class! {
    /// A pair of words with its counts and the score that was asked for.
    Collocation {
        /// The word that comes first.
        first: String,
        /// The word that comes after it.
        second: String,
        /// How often they were seen together.
        together: u64,
        /// How often the first word was seen.
        first_count: u64,
        /// How often the second word was seen.
        second_count: u64,
        /// The score; None where it is not defined.
        score: Option<f64>,
    }
}

impl Collocation {
    pub(super) fn of(pair: &connote::Collocation<&str>, score: &connote::CollocationScore) -> Self {
        Self {
            first: pair.first.to_owned(),
            second: pair.second.to_owned(),
            together: pair.counts.together(),
            first_count: pair.counts.first(),
            second_count: pair.counts.second(),
            score: score.of(&pair.counts),
        }
    }
}

value_class! {
    /// How evenly a word is spread over the parts of a corpus. A measure is None where it is not defined: all but the
    /// frequency and the range for a corpus of one part, and for a word that does not occur.
    Dispersion {
        /// Occurrences in all parts.
        frequency: u64,
        /// Parts with the word.
        range: usize,
        /// Standard deviation of the counts, taken as the whole population.
        sd: Option<f64>,
        /// Coefficient of variation: the standard deviation over the mean.
        vc: Option<f64>,
        /// Juilland's D over the rates in the parts, 0 (one part) to 1 (even): parts may differ in size (Juilland &
        /// others 1970; Gries 2008).
        juilland_d: Option<f64>,
        /// The same over the counts, for parts of one size (Juilland & Chang-Rodríguez 1964).
        juilland_d_counts: Option<f64>,
        /// Carroll's D2: entropy of the rates over that of an even spread, 0 to 1 (Carroll 1970).
        carroll_d2: Option<f64>,
        /// Rosengren's S, above 0 to 1 (Rosengren 1971).
        rosengren_s: Option<f64>,
        /// Gries's deviation of proportions, 0 (even) to 1 less the smallest share (Gries 2008).
        dp: Option<f64>,
        /// The same over its largest value, 0 to 1 (Lijffijt & Gries 2012).
        dp_norm: Option<f64>,
        /// Kullback-Leibler divergence of the word's spread from the sizes of the parts, in bits, 0 or more (Gries 2020).
        kl_divergence: Option<f64>,
        /// Burch's D: 1 less the mean difference of the rates of two parts over twice their mean, 0 to 1 (Burch, Egbert
        /// & Biber 2017).
        d_a: Option<f64>,
    }
}

impl From<connote::Dispersion> for Dispersion {
    fn from(spread: connote::Dispersion) -> Self {
        Self {
            frequency: spread.frequency,
            range: spread.range,
            sd: spread.sd,
            vc: spread.vc,
            juilland_d: spread.juilland_d,
            juilland_d_counts: spread.juilland_d_counts,
            carroll_d2: spread.carroll_d2,
            rosengren_s: spread.rosengren_s,
            dp: spread.dp,
            dp_norm: spread.dp_norm,
            kl_divergence: spread.kl_divergence,
            d_a: spread.d_a,
        }
    }
}

value_class! {
    /// A straight line through points in logarithms, by least squares.
    PowerLaw {
        /// Slope of the line: the exponent of the law. About -1 for Zipf's, 0.4 to 0.8 for Heaps's.
        exponent: f64,
        /// Height of the line where the rank, or the number of words, is 1: the factor of the law.
        factor: f64,
        /// Share of the variance that the line explains, 0 to 1; 0 where all points have one height.
        r2: f64,
    }
}

impl From<connote::PowerLaw> for PowerLaw {
    fn from(law: connote::PowerLaw) -> Self {
        Self { exponent: law.exponent, factor: law.factor, r2: law.r2 }
    }
}

value_class! {
    /// A place of a phrase with what stands around it; code-point offsets, `end` exclusive.
    ConcordanceLine {
        /// Offset of the first character of the phrase.
        start: usize,
        /// One past the offset of its last character.
        end: usize,
        /// The words before it as they stand in the text, up to the phrase.
        left: String,
        /// The phrase as it stands in the text.
        node: String,
        /// What stands after it, to the end of the last word.
        right: String,
    }
}
