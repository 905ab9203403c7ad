//! The type-token ratio that samples of the text would have, by the hypergeometric distribution: no sample is drawn.

use super::WordSequence;

/// Words in a sample of HD-D (McCarthy & Jarvis 2007).
pub(super) const HDD_SAMPLE: u32 = 42;
/// Sizes of the samples of voc-D (Malvern & Richards 1997).
const VOCD_SAMPLES: std::ops::RangeInclusive<u32> = 35..=50;

/// Mean type-token ratio of all samples of `sample` words without replacement; none for fewer words.
///
/// A word with count f is missing from a sample with the probability C(N-f, n)/C(N, n), the product of 1 - f/(N-j) over
/// j < n. Words of equal count are taken together, so there are at most sqrt(2 N) products.
pub(super) fn expected_ratio(words: &WordSequence, sample: u32) -> Option<f64> {
    let n = words.n()?;
    if sample == 0 || n < f64::from(sample) {
        return None;
    }
    let present = |count: u64| {
        let f = count as f64;
        if f > n - f64::from(sample) {
            // Too few other words to fill a sample.
            return 1.0;
        }
        let ln_missing: f64 = (0..sample).map(|j| (-f / (n - f64::from(j))).ln_1p()).sum();
        -ln_missing.exp_m1()
    };
    let types: f64 = words.spectrum.iter().map(|&(count, types)| types as f64 * present(count)).sum();
    // Where every word is distinct the sum of the probabilities is the sample, but for rounding.
    Some((types / f64::from(sample)).min(1.0))
}

/// D of the curve TTR(n) = D/n (sqrt(1 + 2n/D) - 1) that is nearest, by least squares, to the ratios expected of
/// samples of 35 to 50 words. None below 50 words and where every word is distinct: there no D is large enough.
pub(super) fn vocd(words: &WordSequence) -> Option<f64> {
    if words.types() == words.tokens() {
        return None;
    }
    let ratios: Option<Vec<_>> = VOCD_SAMPLES.map(|n| Some((f64::from(n), expected_ratio(words, n)?))).collect();
    let ratios = ratios?;
    // A quarter of the slope of the sum of squares over ln D.
    let slope = |ln_d: f64| -> f64 {
        let of_sample = |&(n, ratio): &(f64, f64)| {
            let x = n / ln_d.exp();
            let root = (1.0 + 2.0 * x).sqrt();
            let curve = 2.0 / (1.0 + root);
            (curve - ratio) * x / (root * (1.0 + root) * (1.0 + root))
        };
        ratios.iter().map(of_sample).sum()
    };
    // The curve rises with D, so the slope changes its sign once: halve the bracket until it is as narrow as a double.
    let (mut low, mut high) = (1e-9_f64.ln(), 1e12_f64.ln());
    if slope(high) <= 0.0 {
        return None;
    }
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return Some(middle.exp());
        }
        if slope(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_of_few_words() {
        // a a b: of the samples of two, {a a} once and {a b} twice: (1/2 + 1 + 1) / 3.
        let words: WordSequence = "aab".chars().collect();
        let ratio = expected_ratio(&words, 2);
        assert!(ratio.is_some_and(|ratio| (ratio - 2.5 / 3.0).abs() < 1e-15), "{ratio:?}");
        assert_eq!(expected_ratio(&words, 3), Some(2.0 / 3.0));
        assert_eq!(expected_ratio(&words, 4), None);
        for tokens in HDD_SAMPLE..500 {
            let distinct: WordSequence = (0..tokens).filter_map(char::from_u32).collect();
            let ratio = expected_ratio(&distinct, HDD_SAMPLE);
            assert!(ratio.is_some_and(|ratio| ratio <= 1.0 && ratio > 1.0 - 1e-12), "{tokens}: {ratio:?}");
        }
    }

    #[test]
    fn d_is_found_again() {
        assert_eq!(vocd(&(0..100).collect()), None);
        let words: WordSequence = (0..1000_u32).map(|i| i.wrapping_mul(i) % 97).collect();
        let d = vocd(&words);
        assert!(d.is_some_and(|d| (10.0..200.0).contains(&d)), "{d:?}");
    }
}
