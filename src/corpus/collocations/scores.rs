//! The table of scores of a pair of words: what each means and where it comes from.

use super::PairCounts;

/// A score of how closely two words belong together.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct CollocationScore {
    /// Name by which it is asked for.
    pub name: &'static str,
    /// Name in print.
    pub title: &'static str,
    /// The formula: o how often the words are together, r and c how often each occurs, N the number of words,
    /// E = r c / N.
    pub definition: &'static str,
    /// Author and year.
    pub source: &'static str,
    compute: fn(&PairCounts) -> Option<f64>,
}

impl CollocationScore {
    /// The score of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        COLLOCATION_SCORES.iter().find(|score| score.name == name)
    }

    /// Its value, not rounded; none where it is not defined.
    pub fn of(&self, pair: &PairCounts) -> Option<f64> {
        (self.compute)(pair)
    }
}

const fn row(
    name: &'static str,
    title: &'static str,
    definition: &'static str,
    source: &'static str,
    compute: fn(&PairCounts) -> Option<f64>,
) -> CollocationScore {
    CollocationScore { name, title, definition, source, compute }
}

/// Every score of a collocation.
#[rustfmt::skip] // One score, one or two lines.
pub const COLLOCATION_SCORES: &[CollocationScore] = &[
    row("pmi_log2", "pointwise mutual information", "log2(o/E)", "Church & Hanks 1990", |p| log2(p, 1)),
    row("npmi", "normalised pointwise mutual information", "ln(o/E) / -ln(o/N), -1 to 1", "Bouma 2009", npmi),
    row("pmi2_log2", "mutual information, squared", "log2(o^2/E)", "Daille 1994", |p| log2(p, 2)),
    row("mi3_log2", "mutual information, cubed", "log2(o^3/E)", "Daille 1994", |p| log2(p, 3)),
    row("t_score", "t score", "(o - E) / sqrt o", "Church et al. 1991", |p| over(excess(p), p.observed().sqrt())),
    row("z_score", "z score", "(o - E) / sqrt E", "Berry-Rogghe 1973", |p| over(excess(p), p.expected().sqrt())),
    row("g2", "log-likelihood", "2 sum O ln(O/E) over the four cells, 0 or more", "Dunning 1993",
        |p| Some(p.table()?.log_likelihood(4))),
    row("chi2", "chi-squared", "over the four cells, 0 or more", "Pearson 1900", |p| p.table()?.chi_squared(0.0)),
    row("dice", "Dice coefficient", "2 o / (r + c), 0 to 1", "Dice 1945", dice),
    row("log_dice", "logDice", "14 + log2 Dice, 14 at most", "Rychlý 2008",
        |p| dice(p).filter(|&dice| dice > 0.0).map(|dice| 14.0 + dice.log2())),
    row("jaccard", "Jaccard coefficient", "o / (r + c - o), 0 to 1", "Jaccard 1901",
        |p| over(p.observed(), p.first as f64 + p.second as f64 - p.observed())),
    row("delta_p_2given1", "Delta P, second given first", "o/r - (c - o)/(N - r), -1 to 1", "Gries 2013",
        |p| delta_p(p, p.first)),
    row("delta_p_1given2", "Delta P, first given second", "o/c - (r - o)/(N - c), -1 to 1", "Gries 2013",
        |p| delta_p(p, p.second)),
    row("poisson_stirling_log2", "Poisson-Stirling", "o (log2(o/E) - 1)", "Quasthoff & Wolff 2002",
        |p| Some(p.observed() * (log2(p, 1)? - 1.0))),
    row("lambda_smooth0.5", "lambda", "ln of the odds ratio, 0.5 added to each cell", "Blaheta & Johnson 2001",
        |p| Some(lambda(p)?.0)),
    row("lambda_z", "lambda over its standard error", "lambda / sqrt(sum of 1/cell)", "Blaheta & Johnson 2001",
        |p| { let (lambda, error) = lambda(p)?; over(lambda, error) }),
];

fn over(value: f64, divisor: f64) -> Option<f64> {
    (divisor > 0.0).then(|| value / divisor)
}

/// o - E over one divisor, in integers where they fit.
fn excess(pair: &PairCounts) -> f64 {
    pair.table().map_or(pair.observed() - pair.expected(), |table| table.excess)
}

/// log2(o^power / E); none where the words are never together.
fn log2(pair: &PairCounts, power: i32) -> Option<f64> {
    let (observed, expected) = (pair.observed(), pair.expected());
    (observed > 0.0).then(|| (observed / expected).log2() + f64::from(power - 1) * observed.log2())
}

/// None where the words are never together, and where nothing else is in the corpus.
fn npmi(pair: &PairCounts) -> Option<f64> {
    let information = -(pair.observed() / pair.words as f64).ln();
    if pair.together == 0 || information <= 0.0 {
        return None;
    }
    Some((pair.observed() / pair.expected()).ln() / information)
}

fn dice(pair: &PairCounts) -> Option<f64> {
    over(2.0 * pair.observed(), pair.first as f64 + pair.second as f64)
}

/// The determinant over the product of the margins of the word that is given.
fn delta_p(pair: &PairCounts, given: u64) -> Option<f64> {
    let given = given as f64;
    over(pair.table()?.determinant, given * (pair.words as f64 - given))
}

fn lambda(pair: &PairCounts) -> Option<(f64, f64)> {
    let table = pair.table()?;
    let error = table.cells.iter().map(|cell| 1.0 / (cell + 0.5)).sum::<f64>().sqrt();
    Some((table.odds_ratio(0.5)?.ln(), error))
}
