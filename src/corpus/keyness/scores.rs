//! The table of keyness scores: what each means and where it comes from.
//!
//! Scores of significance are not signed; `sign` says which corpus has more.

use super::Contrast;
use super::exact;

/// A score of how much more, or less, a word is at home in one corpus than in another.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct KeynessScore {
    /// Name by which it is asked for.
    pub name: &'static str,
    /// Name in print.
    pub title: &'static str,
    /// The formula: a and b the counts of the word, n1 and n2 the words of the corpora, r1 and r2 the quotients,
    /// N = n1 + n2, E1 = (a + b) n1 / N and so on for each cell.
    pub definition: &'static str,
    /// Author and year.
    pub source: &'static str,
    compute: fn(&Contrast) -> Option<f64>,
}

impl KeynessScore {
    /// The score of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        KEYNESS_SCORES.iter().find(|score| score.name == name)
    }

    /// Its value, not rounded; none where it is not defined.
    pub fn of(&self, contrast: &Contrast) -> Option<f64> {
        (self.compute)(contrast)
    }
}

const fn row(
    name: &'static str,
    title: &'static str,
    definition: &'static str,
    source: &'static str,
    compute: fn(&Contrast) -> Option<f64>,
) -> KeynessScore {
    KeynessScore { name, title, definition, source, compute }
}

/// Every score of keyness that needs nothing but four counts.
///
/// ```
/// let score = connote::KeynessScore::named("log_ratio_log2_zero_half").expect("a score of the table");
/// assert_eq!(score.of(&connote::Contrast::new(8, 1, 100, 100)?), Some(3.0));
/// # Ok::<(), connote::Error>(())
/// ```
#[rustfmt::skip] // One score, two lines.
pub const KEYNESS_SCORES: &[KeynessScore] = &[
    row("sign", "direction", "1 if r1 > r2, -1 if r1 < r2, 0 if they are equal", "", sign),
    row("g2_4cell", "log-likelihood", "2 sum O ln(O/E) over the word and all other words", "Dunning 1993", g2_4cell),
    row("g2_2cell_rayson", "log-likelihood of the word alone", "2 (a ln(a/E1) + b ln(b/E2))", "Rayson & Garside 2000",
        g2_2cell),
    row("p_g2_4cell", "p value of the log-likelihood", "upper tail of chi-squared with one degree of freedom, 0 to 1",
        "Wilks 1938", |c| Some(p_value(g2_4cell(c)?))),
    row("chi2", "chi-squared", "N (AD - BC)^2 / ((A+B)(C+D)(A+C)(B+D))", "Pearson 1900",
        |c| c.table()?.chi_squared(0.0)),
    row("chi2_yates", "chi-squared with Yates's correction", "the same, |AD - BC| less N/2, but not below 0", "Yates 1934",
        chi2_yates),
    row("chi2_yates_when_E_lt_5", "chi-squared, corrected for few", "Yates's correction if an E is below 5 and |AD - BC| \
        is at least N/2", "Yates 1934; quanteda.textstats 0.97", chi2_yates_for_few),
    row("fisher_p_two_sided", "Fisher's exact test", "p value: all tables of the same margins that are no more \
        probable; none if a row or a column is empty",
        "Fisher 1922", exact::two_sided),
    row("log_ratio_log2_zero_half", "log ratio", "log2(r1/r2), a count of 0 taken as 0.5", "Hardie 2014", log_ratio),
    row("pct_diff_zero_1e-18", "%DIFF", "100 (r1 - r2)/r2, an r2 of 0 taken as 10^-18", "Gabrielatos & Marchi 2012",
        percent_difference),
    row("bic_4cell", "Bayes factor of the log-likelihood", "g2_4cell - ln N", "Wilson 2013",
        |c| Some(g2_4cell(c)? - c.words().ln())),
    row("bic_2cell", "Bayes factor of the log-likelihood of the word alone", "g2_2cell_rayson - ln N", "Wilson 2013",
        |c| Some(g2_2cell(c)? - c.words().ln())),
    row("ell", "effect size of the log-likelihood", "g2_2cell_rayson / (N ln min(E1, E2)), 0 to 1; none if that E is 1 \
        or less", "Johnston et al. 2006", effect_of_log_likelihood),
    row("relative_risk", "relative risk", "r1/r2; none if b = 0", "Kilgarriff 2009", relative_risk),
    row("odds_ratio", "odds ratio", "a (n2 - b) / (b (n1 - a)); none if a divisor is 0", "Everitt 1992",
        |c| c.table()?.odds_ratio(0.0)),
    row("odds_ratio_haldane_0.5", "odds ratio of larger cells", "the same, 0.5 added to each cell", "Haldane 1956",
        |c| c.table()?.odds_ratio(0.5)),
    row("diff_coefficient", "difference coefficient", "(r1 - r2)/(r1 + r2), -1 to 1", "Hofland & Johansson 1982",
        difference_coefficient),
    row("simple_maths_k1", "simple maths", "(10^6 r1 + 1)/(10^6 r2 + 1)", "Kilgarriff 2009", |c| simple_maths(c, 1.0)),
    row("simple_maths_k100", "simple maths of common words", "(10^6 r1 + 100)/(10^6 r2 + 100)", "Kilgarriff 2009",
        |c| simple_maths(c, 100.0)),
    row("pmi_ln", "pointwise mutual information", "ln(a/E1); none if a = 0", "Church & Hanks 1990",
        |c| c.table()?.ln_observed_over_expected()),
];

pub(super) fn sign(contrast: &Contrast) -> Option<f64> {
    contrast.table()?;
    Some(contrast.determinant().signum() as f64)
}

pub(super) fn g2_4cell(contrast: &Contrast) -> Option<f64> {
    Some(contrast.table()?.log_likelihood(4))
}

fn g2_2cell(contrast: &Contrast) -> Option<f64> {
    Some(contrast.table()?.log_likelihood(2))
}

/// Upper tail of chi-squared with one degree of freedom, to full precision until it is too small for a double.
pub(super) fn p_value(chi_squared: f64) -> f64 {
    libm::erfc((chi_squared / 2.0).sqrt())
}

fn chi2_yates(contrast: &Contrast) -> Option<f64> {
    contrast.table()?.chi_squared(contrast.words() / 2.0)
}

fn chi2_yates_for_few(contrast: &Contrast) -> Option<f64> {
    let table = contrast.table()?;
    let correction = contrast.words() / 2.0;
    let is_few = table.expected.iter().any(|&expected| expected < 5.0);
    table.chi_squared(if is_few && table.determinant.abs() >= correction { correction } else { 0.0 })
}

/// None for a word that occurs in neither corpus.
pub(super) fn log_ratio(contrast: &Contrast) -> Option<f64> {
    contrast.table()?;
    let (a, b) = (contrast.target(), contrast.reference());
    let at_least_half = |count: u64| if count == 0 { 0.5 } else { count as f64 };
    let ratio = at_least_half(a) / at_least_half(b);
    let sizes = contrast.reference_words() as f64 / contrast.target_words() as f64;
    (a + b > 0).then(|| (ratio * sizes).log2())
}

fn percent_difference(contrast: &Contrast) -> Option<f64> {
    let (r1, r2) = (contrast.target_rate()?, contrast.reference_rate()?);
    if contrast.reference() == 0 {
        return Some(100.0 * r1 / 1e-18);
    }
    // (r1 - r2)/r2 = (a n2 - b n1)/(b n1), the difference in integers.
    Some(100.0 * (contrast.determinant() as f64 / contrast.target_words() as f64 / contrast.reference() as f64))
        .filter(|_| r2 > 0.0)
}

fn effect_of_log_likelihood(contrast: &Contrast) -> Option<f64> {
    let table = contrast.table()?;
    let least = table.expected[0].min(table.expected[1]);
    (least > 1.0).then(|| table.log_likelihood(2) / (table.total * least.ln()))
}

fn relative_risk(contrast: &Contrast) -> Option<f64> {
    let (r1, r2) = (contrast.target_rate()?, contrast.reference_rate()?);
    (r2 > 0.0).then(|| r1 / r2)
}

/// None for a word that occurs in neither corpus.
fn difference_coefficient(contrast: &Contrast) -> Option<f64> {
    let (r1, r2) = (contrast.target_rate()?, contrast.reference_rate()?);
    let scale = contrast.target_words() as f64 * contrast.reference_words() as f64;
    (r1 + r2 > 0.0).then(|| contrast.determinant() as f64 / scale / (r1 + r2))
}

fn simple_maths(contrast: &Contrast, added: f64) -> Option<f64> {
    Some((1e6 * contrast.target_rate()? + added) / (1e6 * contrast.reference_rate()? + added))
}
