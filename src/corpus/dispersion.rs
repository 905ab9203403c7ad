//! Dispersion: how evenly a word is spread over the parts of a corpus.

use crate::error::Error;

/// How evenly a word is spread over the parts of a corpus: chapters, documents, outlets. A measure is none where it is
/// not defined: all but the frequency and the range for a corpus of one part, and for a word that does not occur.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Dispersion {
    /// Occurrences in all parts.
    pub frequency: u64,
    /// Parts with the word.
    pub range: usize,
    /// Standard deviation of the counts, taken as the whole population.
    pub sd: Option<f64>,
    /// Coefficient of variation: the standard deviation over the mean.
    pub vc: Option<f64>,
    /// Juilland's D over the rates in the parts, 0 (one part) to 1 (even): parts may differ in size (Juilland & others
    /// 1970; Gries 2008).
    pub juilland_d: Option<f64>,
    /// The same over the counts, for parts of one size (Juilland & Chang-Rodríguez 1964).
    pub juilland_d_counts: Option<f64>,
    /// Carroll's D2: entropy of the rates over that of an even spread, 0 to 1 (Carroll 1970).
    pub carroll_d2: Option<f64>,
    /// Rosengren's S, above 0 to 1 (Rosengren 1971).
    pub rosengren_s: Option<f64>,
    /// Gries's deviation of proportions, 0 (even) to 1 less the smallest share (Gries 2008).
    pub dp: Option<f64>,
    /// The same over its largest value, 0 to 1 (Lijffijt & Gries 2012).
    pub dp_norm: Option<f64>,
    /// Kullback-Leibler divergence of the word's spread from the sizes of the parts, in bits, 0 or more (Gries 2020).
    pub kl_divergence: Option<f64>,
    /// Burch's D: 1 less the mean difference of the rates of two parts over twice their mean, 0 to 1 (Burch, Egbert & Biber
    /// 2017).
    pub d_a: Option<f64>,
}

/// The dispersion of a word from its count in each part and the words of each part.
///
/// # Errors
/// Lists of different length, a part without words, and a count above the words of its part.
///
/// ```
/// // The word "a" in the toy corpus of Gries 2008.
/// let spread = connote::dispersion(&[1, 2, 3, 4, 5], &[9, 10, 10, 10, 11])?;
/// assert_eq!((spread.frequency, spread.range), (15, 5));
/// assert!((spread.dp.unwrap() - 0.18).abs() < 1e-12);
/// assert_eq!(connote::dispersion(&[3], &[10])?.dp, None);
/// # Ok::<(), connote::Error>(())
/// ```
pub fn dispersion(counts: &[u64], sizes: &[u64]) -> Result<Dispersion, Error> {
    if counts.len() != sizes.len() {
        let reason = format!("{} counts for {} parts; there is one for each part", counts.len(), sizes.len());
        return Err(Error::input("dispersion", reason));
    }
    for (part, (&count, &size)) in (1..).zip(counts.iter().zip(sizes)) {
        if size == 0 || count > size {
            let reason = format!("a count of {count} in {size} words; a part has words, and no fewer than its count");
            return Err(Error::input(format!("dispersion, part {part}"), reason));
        }
    }
    let frequency = counts.iter().try_fold(0_u64, |sum, &count| sum.checked_add(count));
    let spread = Dispersion {
        frequency: frequency.ok_or_else(|| Error::input("dispersion", "more than 2^64 occurrences"))?,
        range: counts.iter().filter(|&&count| count > 0).count(),
        sd: None,
        vc: None,
        juilland_d: None,
        juilland_d_counts: None,
        carroll_d2: None,
        rosengren_s: None,
        dp: None,
        dp_norm: None,
        kl_divergence: None,
        d_a: None,
    };
    Ok(if spread.frequency == 0 || counts.len() < 2 { spread } else { measured(spread, counts, sizes) })
}

fn measured(spread: Dispersion, counts: &[u64], sizes: &[u64]) -> Dispersion {
    let (frequency, parts) = (spread.frequency as f64, counts.len() as f64);
    let words: f64 = sizes.iter().map(|&size| size as f64).sum();
    let pairs = || counts.iter().zip(sizes).map(|(&count, &size)| (count as f64, size as f64));
    // Share of the word's occurrences and share of the corpus, part by part.
    let shares = || pairs().map(|(count, size)| (count / frequency, size / words));
    let plain: Vec<f64> = counts.iter().map(|&count| count as f64).collect();
    let rates: Vec<f64> = pairs().map(|(count, size)| count / size).collect();
    let sum_of_rates: f64 = rates.iter().sum();
    let juilland = |values: &[f64]| 1.0 - variation(values) / (parts - 1.0).sqrt();
    let entropy: f64 =
        rates.iter().filter(|&&rate| rate > 0.0).map(|rate| rate / sum_of_rates).map(|p| -p * p.log2()).sum();
    let roots: f64 = shares().map(|(occurrences, size)| (occurrences * size).sqrt()).sum();
    let dp = shares().map(|(occurrences, size)| (occurrences - size).abs()).sum::<f64>() / 2.0;
    let least = shares().map(|(_, size)| size).fold(1.0, f64::min);
    let divergence =
        shares().filter(|&(occurrences, _)| occurrences > 0.0).map(|(o, size)| o * (o / size).log2()).sum();
    Dispersion {
        sd: Some(variation(&plain) * frequency / parts),
        vc: Some(variation(&plain)),
        juilland_d: Some(juilland(&rates)),
        juilland_d_counts: Some(juilland(&plain)),
        carroll_d2: Some(entropy / parts.log2()),
        rosengren_s: Some(roots * roots),
        dp: Some(dp),
        dp_norm: Some(dp / (1.0 - least)),
        kl_divergence: Some(divergence),
        d_a: Some(d_a(rates)),
        ..spread
    }
}

/// Population standard deviation over the mean.
fn variation(values: &[f64]) -> f64 {
    let number = values.len() as f64;
    let mean = values.iter().sum::<f64>() / number;
    (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / number).sqrt() / mean
}

/// Sorted, each rate is greater than those before it and less than those after it, so one pass sees all pairs.
fn d_a(mut rates: Vec<f64>) -> f64 {
    rates.sort_unstable_by(f64::total_cmp);
    let number = rates.len() as f64;
    let weights = (0..).map(|place| 2.0 * f64::from(place) + 1.0 - number);
    let differences: f64 = rates.iter().zip(weights).map(|(rate, weight)| rate * weight).sum();
    let mean = rates.iter().sum::<f64>() / number;
    1.0 - differences / (number * (number - 1.0) / 2.0) / (2.0 * mean)
}

/// Average reduced frequency (Savický & Hlaváčová 2002): near 1 for a word whose occurrences lie together, its frequency
/// where they are spread evenly. `places` are the indices of the word in a corpus of `words` words, which is taken as a
/// circle; their order makes no difference. None where the word does not occur.
///
/// # Errors
/// A place that is not in the corpus or comes twice.
///
/// ```
/// assert_eq!(connote::average_reduced_frequency(&[0, 5], 10)?, Some(2.0));
/// assert_eq!(connote::average_reduced_frequency(&[4, 5], 10)?, Some(1.2));
/// # Ok::<(), connote::Error>(())
/// ```
pub fn average_reduced_frequency(places: &[usize], words: usize) -> Result<Option<f64>, Error> {
    let mut places = places.to_vec();
    places.sort_unstable();
    let (Some(&first), Some(&last)) = (places.first(), places.last()) else {
        return Ok(None);
    };
    if let Some([twice, ..]) = places.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(Error::input("places", format!("{twice} comes twice")));
    }
    if last >= words {
        return Err(Error::input(
            "places",
            format!("{last} in a corpus of {words} words, which has 0 to {}", words.max(1) - 1),
        ));
    }
    let stretch = words as f64 / places.len() as f64;
    let gaps = places.windows(2).map(|pair| pair[1] - pair[0]).chain([first + words - last]);
    Ok(Some(gaps.map(|gap| stretch.min(gap as f64)).sum::<f64>() / stretch))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_even_word_and_one_in_a_single_part() -> Result<(), Error> {
        let even = dispersion(&[2, 2, 2, 2], &[10, 10, 10, 10])?;
        for (value, expected) in [
            (even.vc, 0.0),
            (even.juilland_d, 1.0),
            (even.carroll_d2, 1.0),
            (even.rosengren_s, 1.0),
            (even.dp, 0.0),
            (even.kl_divergence, 0.0),
            (even.d_a, 1.0),
        ] {
            assert!(value.is_some_and(|value| (value - expected).abs() < 1e-15), "{even:?}");
        }
        let single = dispersion(&[8, 0, 0, 0], &[10, 10, 10, 10])?;
        for (value, expected) in [
            (single.juilland_d, 0.0),
            (single.carroll_d2, 0.0),
            (single.rosengren_s, 0.25),
            (single.dp, 0.75),
            (single.dp_norm, 1.0),
            (single.kl_divergence, 2.0),
            (single.d_a, 0.0),
        ] {
            assert!(value.is_some_and(|value| (value - expected).abs() < 1e-15), "{single:?}");
        }
        Ok(())
    }

    #[test]
    fn bad_parts_are_named() {
        let message = |counts: &[u64], sizes: &[u64]| dispersion(counts, sizes).err().map(|error| error.to_string());
        assert!(message(&[1], &[2, 3]).is_some_and(|message| message.contains("1 counts for 2 parts")));
        assert!(message(&[1, 4], &[2, 3]).is_some_and(|message| message.contains("part 2: a count of 4 in 3 words")));
        assert!(average_reduced_frequency(&[3], 3).is_err());
        assert!(average_reduced_frequency(&[1, 1], 3).is_err());
    }
}
