//! The table of measures: every named variant with what it means and where it comes from.

use super::{WordSequence, entropy, hapaxes, hypergeometric, moving_mtld, mtld, ratios, repeats, windows};

/// A measure of lexical diversity, one variant of it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct DiversityMeasure {
    /// Name by which it is asked for.
    pub name: &'static str,
    /// Name in print.
    pub title: &'static str,
    /// The formula: N words, V distinct ones, V1 and V2 of them once and twice, S2 the sum of the squared counts.
    pub definition: &'static str,
    /// Author and year.
    pub source: &'static str,
    compute: fn(&WordSequence) -> Option<f64>,
}

impl DiversityMeasure {
    /// The measure of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        DIVERSITY_MEASURES.iter().find(|measure| measure.name == name)
    }

    /// Its value for a text, not rounded; none where it is not defined.
    pub fn of(&self, words: &WordSequence) -> Option<f64> {
        (self.compute)(words)
    }
}

const fn row(
    name: &'static str,
    title: &'static str,
    definition: &'static str,
    source: &'static str,
    compute: fn(&WordSequence) -> Option<f64>,
) -> DiversityMeasure {
    DiversityMeasure { name, title, definition, source, compute }
}

/// Every measure of lexical diversity, variants beside each other.
///
/// ```
/// let measure = connote::DiversityMeasure::named("mtld_lt_min10").expect("a measure of the table");
/// assert_eq!(measure.source, "McCarthy & Jarvis 2010");
/// let same = std::iter::repeat_n("very", 100).collect();
/// assert_eq!(measure.of(&same), Some(10.0));
/// assert_eq!(measure.of(&["all", "distinct"].into_iter().collect()), None);
/// ```
#[rustfmt::skip] // One measure, two lines.
pub const DIVERSITY_MEASURES: &[DiversityMeasure] = &[
    row("hapax", "hapax legomena", "V1, the words that occur once", "Baayen 2001", |words| Some(words.types_with_count(1) as f64)),
    row("dis", "dis legomena", "V2, the words that occur twice", "Baayen 2001", |words| Some(words.types_with_count(2) as f64)),
    row("hapax_per_token", "hapax legomena per word", "V1/N, 0 to 1", "Baayen 2001", hapaxes::per_token),
    row("hapax_per_type", "hapax legomena per distinct word", "V1/V, 0 to 1", "Baayen 2001", hapaxes::per_type),
    row("honore_h", "Honoré's H", "100 ln N / (1 - V1/V); none if V1 = V", "Honoré 1979", hapaxes::honore_h),
    row("sichel_s", "Sichel's S", "V2/V, 0 to 1", "Sichel 1975", hapaxes::sichel_s),
    row("brunet_w_0.172", "Brunet's W", "N^(V^-0.172); falls with diversity", "Brunet 1978",
        |words| hapaxes::brunet_w(words, 0.172)),
    row("brunet_w_0.165", "Brunet's W with 0.165", "N^(V^-0.165); falls with diversity", "Brunet 1978",
        |words| hapaxes::brunet_w(words, 0.165)),
    row("ttr", "type-token ratio", "V/N, 0 to 1; falls with length", "Johnson 1944", ratios::ttr),
    row("rttr", "root type-token ratio, Guiraud's R", "V / sqrt N", "Guiraud 1954", ratios::rttr),
    row("cttr", "corrected type-token ratio", "V / sqrt(2 N)", "Carroll 1964", ratios::cttr),
    row("herdan_c", "Herdan's C", "ln V / ln N, 0 to 1; none of one word", "Herdan 1960", ratios::herdan_c),
    row("summer_s_ln", "Somers's S", "ln ln V / ln ln N; none of fewer than 3 words, of one distinct word",
        "Somers 1966", ratios::summer_s_ln),
    row("summer_s_log10", "Somers's S, base 10", "lg lg V / lg lg N; none of 10 words, of one distinct word",
        "Somers 1966", ratios::summer_s_log10),
    row("dugast_u_ln", "Dugast's U", "(ln N)^2 / (ln N - ln V); none if V = N", "Dugast 1978", ratios::dugast_u_ln),
    row("dugast_u_log10", "Dugast's U, base 10", "(lg N)^2 / (lg N - lg V); none if V = N", "Dugast 1978",
        ratios::dugast_u_log10),
    row("maas_a2_ln", "Maas's a^2", "(ln N - ln V) / (ln N)^2; falls with diversity", "Maas 1972", ratios::maas_a2_ln),
    row("maas_a2_log10", "Maas's a^2, base 10", "(lg N - lg V) / (lg N)^2; falls with diversity", "Maas 1972",
        ratios::maas_a2_log10),
    row("maas_a_ln", "Maas's a", "root of a^2; falls with diversity", "Maas 1972", ratios::maas_a_ln),
    row("maas_a_log10", "Maas's a, base 10", "root of a^2, base 10; falls with diversity", "Maas 1972",
        ratios::maas_a_log10),
    row("maas_lgV0", "Maas's lg V0", "lg V / sqrt(1 - C^2); none if V = N", "Maas 1972", ratios::maas_lg_v0),
    row("maas_lgeV0", "Maas's ln V0", "ln V / sqrt(1 - C^2); none if V = N", "Maas 1972", ratios::maas_lge_v0),
    row("yule_k", "Yule's K", "10^4 (S2 - N) / N^2; falls with diversity", "Yule 1944", repeats::yule_k),
    row("yule_i", "Yule's I", "V^2 / (S2 - V); none if V = N", "Yule 1944", repeats::yule_i),
    row("simpson_d", "Simpson's D", "(S2 - N) / (N (N - 1)), 0 to 1: two words drawn are the same", "Simpson 1949",
        repeats::simpson_d),
    row("herdan_vm", "Herdan's Vm", "sqrt(S2/N^2 - 1/V); falls with diversity", "Herdan 1955", repeats::herdan_vm),
    row("entropy_bits", "entropy", "-sum p log2 p over the distinct words, in bits", "Shannon 1948", entropy::bits),
    row("entropy_norm", "normalised entropy", "entropy / log2 V, 0 to 1; none of one distinct word", "Shannon 1948",
        entropy::normalised),
    row("mattr_50", "moving-average type-token ratio, 50 words", "mean V/N of all windows of 50 words, 0 to 1",
        "Covington & McFall 2010", |words| windows::mattr(words, super::MATTR_WINDOW)),
    row("mattr_100", "moving-average type-token ratio, 100 words", "mean V/N of all windows of 100 words, 0 to 1",
        "Covington & McFall 2010", |words| windows::mattr(words, 100)),
    row("msttr_50", "mean segmental type-token ratio, 50 words", "mean V/N of the full segments of 50 words, 0 to 1",
        "Johnson 1944", |words| windows::msttr(words, 50)),
    row("msttr_100", "mean segmental type-token ratio, 100 words", "mean V/N of the full segments of 100 words, 0 to 1",
        "Johnson 1944", |words| windows::msttr(words, 100)),
    row("mtld_lt_min10", "MTLD", "words per factor: V/N < 0.72, at least 10 words; mean of both directions; in reports",
        "McCarthy & Jarvis 2010", |words| mtld::mtld(words, &mtld::LT_MIN10)),
    row("mtld_lt_min10_lastpartial", "MTLD as in TAALED", "the same, the last word always in a part of a factor",
        "McCarthy & Jarvis 2010; TAALED 0.32", |words| mtld::mtld(words, &mtld::LT_MIN10_LAST_PART)),
    row("mtld_lt", "MTLD without shortest factor", "words per factor: V/N < 0.72; mean of both directions",
        "McCarthy 2005", |words| mtld::mtld(words, &mtld::LT)),
    row("mtld_le", "MTLD at 0.72", "words per factor: V/N <= 0.72; mean of both directions",
        "McCarthy 2005; LexicalRichness 0.5.1", |words| mtld::mtld(words, &mtld::LE)),
    row("mtld_mfl", "MTLD, mean factor length", "mean length of the factors of both directions, a part as it would grow",
        "TAALED 0.32", |words| mtld::mean_factor_length(words, &mtld::LT_MIN10_LAST_PART)),
    row("mtld_ma_wrap", "moving-average MTLD, wrapped", "mean length of the factors from every word on, the end joined \
        to the beginning", "McCarthy & Jarvis 2010; lexical-diversity 0.1.1", moving_mtld::wrapped),
    row("mtld_ma_bid", "moving-average MTLD, both directions", "mean length of the complete factors from every word on, \
        mean of both directions", "McCarthy & Jarvis 2010; lexical-diversity 0.1.1", moving_mtld::both_directions),
    row("hdd_42", "HD-D", "type-token ratio expected of samples of 42 words, 0 to 1", "McCarthy & Jarvis 2007",
        |words| hypergeometric::expected_ratio(words, hypergeometric::HDD_SAMPLE)),
    row("vocd_expected", "voc-D by expectation", "D of TTR(n) = D/n (sqrt(1 + 2n/D) - 1) over the ratios expected of \
        samples of 35 to 50 words; none below 50 words, none if V = N", "Malvern & Richards 1997", hypergeometric::vocd),
];
