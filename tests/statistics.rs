//! Diversity, keyness, collocations and dispersion: what must hold whatever the words, and plain versions beside them.
#![expect(clippy::expect_used, reason = "a test may stop")]

use std::collections::{HashMap, HashSet};

use connote::{
    COLLOCATION_SCORES, Contrast, DIVERSITY_MEASURES, KEYNESS_SCORES, KeynessPrior, PairMargins, WordSequence,
    average_reduced_frequency, collocations, dispersion, keyness,
};
use proptest::prelude::*;

/// The same up to rounding.
fn close(value: Option<f64>, other: Option<f64>) -> bool {
    match (value, other) {
        (Some(value), Some(other)) => (value - other).abs() <= 1e-9 * value.abs().max(other.abs()).max(1e-3),
        _ => value == other,
    }
}

fn words() -> impl Strategy<Value = Vec<u32>> {
    let length = prop_oneof![0_usize..12, 0_usize..300];
    (1_u32..200, length).prop_flat_map(|(types, length)| proptest::collection::vec(0..types, length))
}

/// How often each of the words occurs.
fn counts_of(ids: &[u32]) -> Vec<f64> {
    let mut counts: HashMap<u32, f64> = HashMap::new();
    for &id in ids {
        *counts.entry(id).or_default() += 1.0;
    }
    counts.into_values().collect()
}

/// The type-token ratio to be expected of so many words, drawn one after the other.
fn ratio_of_samples(counts: &[f64], sample: u32) -> f64 {
    let n: f64 = counts.iter().sum();
    let missing =
        |count: f64| (0..sample).map(|j| ((n - count - f64::from(j)) / (n - f64::from(j))).max(0.0)).product::<f64>();
    counts.iter().map(|&count| 1.0 - missing(count)).sum::<f64>() / f64::from(sample)
}

/// Four counts that a word can have.
fn counts() -> impl Strategy<Value = [u64; 4]> {
    (1_u64..2_000_000_000, 1_u64..2_000_000_000).prop_flat_map(|(n1, n2)| {
        let count = |n: u64| prop_oneof![0..=n, 0..=n.min(50)];
        (count(n1), count(n2)).prop_map(move |(a, b)| [a, b, n1, n2])
    })
}

fn contrast([a, b, n1, n2]: [u64; 4]) -> Contrast {
    Contrast::new(a, b, n1, n2).expect("counts that fit")
}

#[test]
fn names_are_unique_and_every_row_says_where_it_comes_from() {
    let diversity = DIVERSITY_MEASURES.iter().map(|row| ("diversity", row.name, row.definition, row.source));
    let keyness = KEYNESS_SCORES.iter().map(|row| ("keyness", row.name, row.definition, row.source));
    let pairs = COLLOCATION_SCORES.iter().map(|row| ("collocations", row.name, row.definition, row.source));
    let mut seen = std::collections::HashSet::new();
    for (table, name, definition, source) in diversity.chain(keyness).chain(pairs) {
        assert!(seen.insert((table, name)), "{table}: {name} comes twice");
        assert!(!definition.is_empty() && (!source.is_empty() || name == "sign"), "{table}: {name} says too little");
    }
}

#[test]
fn no_words_have_no_diversity() {
    let none: WordSequence = std::iter::empty::<&str>().collect();
    for measure in DIVERSITY_MEASURES {
        let expected = matches!(measure.name, "hapax" | "dis").then_some(0.0);
        assert_eq!(measure.of(&none), expected, "{}", measure.name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn diversity_does_not_depend_on_what_the_words_are(ids in words(), factor in 1_u32..1000) {
        let numbers: WordSequence = ids.iter().collect();
        let renamed: WordSequence = ids.iter().map(|id| format!("w{}", id.wrapping_mul(2 * factor + 1))).collect();
        for measure in DIVERSITY_MEASURES {
            let (value, other) = (measure.of(&numbers), measure.of(&renamed));
            prop_assert_eq!(value, other, "{}", measure.name);
            prop_assert!(value.is_none_or(f64::is_finite), "{}: {:?}", measure.name, value);
        }
    }

    #[test]
    fn diversity_is_that_of_plain_counting(ids in words()) {
        let sequence: WordSequence = ids.iter().collect();
        let counts = counts_of(&ids);
        let (n, v) = (ids.len() as f64, counts.len() as f64);
        let of = |is_defined: bool, value: f64| is_defined.then_some(value);
        let squares: f64 = counts.iter().map(|count| count * count).sum();
        let with_count = |count: f64| counts.iter().filter(|&&other| (other - count).abs() < 0.5).count() as f64;
        let (hapaxes, dis) = (with_count(1.0), with_count(2.0));
        let ratio = |words: &[u32]| words.iter().collect::<HashSet<_>>().len() as f64 / words.len() as f64;
        let mean = |windows: Vec<&[u32]>| {
            let sum: f64 = windows.iter().map(|words| ratio(words)).sum();
            (!windows.is_empty()).then(|| sum / windows.len() as f64)
        };
        let (repeats, c) = (n.ln() - v.ln(), v.ln() / n.ln());
        let entropy: f64 = counts.iter().map(|count| -count / n * (count / n).log2()).sum();
        for (name, expected) in [
            ("hapax", Some(hapaxes)),
            ("dis", Some(dis)),
            ("hapax_per_token", of(n > 0.0, hapaxes / n)),
            ("hapax_per_type", of(n > 0.0, hapaxes / v)),
            ("sichel_s", of(n > 0.0, dis / v)),
            ("brunet_w_0.172", of(n > 0.0, n.powf(v.powf(-0.172)))),
            ("brunet_w_0.165", of(n > 0.0, n.powf(v.powf(-0.165)))),
            ("ttr", of(n > 0.0, v / n)),
            ("rttr", of(n > 0.0, v / n.sqrt())),
            ("cttr", of(n > 0.0, v / (2.0 * n).sqrt())),
            ("herdan_c", of(n > 1.0, c)),
            ("summer_s_ln", of(n > 2.0 && v > 1.0, v.ln().ln() / n.ln().ln())),
            ("summer_s_log10", of(n > 1.0 && ids.len() != 10 && v > 1.0, v.log10().ln() / n.log10().ln())),
            ("dugast_u_ln", of(n > 1.0 && v < n, n.ln().powi(2) / repeats)),
            ("dugast_u_log10", of(n > 1.0 && v < n, n.log10().powi(2) / (n.log10() - v.log10()))),
            ("maas_a2_ln", of(n > 1.0, repeats / n.ln().powi(2))),
            ("maas_a2_log10", of(n > 1.0, (n.log10() - v.log10()) / n.log10().powi(2))),
            ("maas_lgeV0", of(n > 1.0 && v < n, v.ln() / (1.0 - c.powi(2)).sqrt())),
            ("maas_lgV0", of(n > 1.0 && v < n, v.log10() / (1.0 - c.powi(2)).sqrt())),
            ("yule_k", of(n > 0.0, 1e4 * (squares / n / n - 1.0 / n))),
            ("yule_i", of(v < n, v * v / (squares - v))),
            ("simpson_d", of(n > 1.0, counts.iter().map(|c| c * (c - 1.0)).sum::<f64>() / n / (n - 1.0))),
            ("honore_h", of(hapaxes < v, 100.0 * n.ln() / (1.0 - hapaxes / v))),
            ("herdan_vm", of(n > 0.0, ((squares * v - n * n) / v).sqrt() / n)),
            ("entropy_bits", of(n > 0.0, entropy)),
            ("entropy_norm", of(v > 1.0, entropy / v.log2())),
            ("mattr_50", mean(ids.windows(50).collect())),
            ("mattr_100", mean(ids.windows(100).collect())),
            ("msttr_50", mean(ids.chunks_exact(50).collect())),
            ("msttr_100", mean(ids.chunks_exact(100).collect())),
            ("hdd_42", of(n >= 42.0, ratio_of_samples(&counts, 42))),
        ] {
            prop_assert!(close(sequence.diversity(name), expected), "{name}: {:?} {expected:?}", sequence.diversity(name));
        }
        for base in ["ln", "log10"] {
            let [a, square] = ["a", "a2"].map(|name| sequence.diversity(&format!("maas_{name}_{base}")));
            prop_assert!(close(a.map(|a| a * a), square), "{a:?} {square:?}");
        }
    }

    /// No other D is nearer to the ratios of the samples than that of voc-D.
    #[test]
    fn vocd_is_the_nearest_curve(ids in words()) {
        let sequence: WordSequence = ids.iter().collect();
        let counts = counts_of(&ids);
        let d = sequence.diversity("vocd_expected");
        prop_assert_eq!(d.is_some(), ids.len() >= 50 && counts.len() < ids.len());
        let distance = |d: f64| -> f64 {
            let of_sample = |sample: u32| {
                let n = f64::from(sample);
                (d / n * ((1.0 + 2.0 * n / d).sqrt() - 1.0) - ratio_of_samples(&counts, sample)).powi(2)
            };
            (35..=50).map(of_sample).sum()
        };
        prop_assert!(d.is_none_or(|d| distance(d) <= distance(d * 1.001) && distance(d) <= distance(d / 1.001)), "{d:?}");
    }

    #[test]
    fn keyness_turns_round_with_the_corpora([a, b, n1, n2] in counts()) {
        let (one, other) = (contrast([a, b, n1, n2]), contrast([b, a, n2, n1]));
        for name in ["g2_4cell", "g2_2cell_rayson", "p_g2_4cell", "chi2", "chi2_yates", "bic_4cell", "ell"] {
            prop_assert!(close(one.score(name), other.score(name)), "{name}");
        }
        for name in ["sign", "log_ratio_log2_zero_half", "diff_coefficient"] {
            prop_assert!(close(one.score(name), other.score(name).map(|value| -value)), "{name}");
        }
        for name in ["odds_ratio_haldane_0.5", "simple_maths_k1"] {
            prop_assert!(close(one.score(name), other.score(name).map(f64::recip)), "{name}");
        }
        let odds = |contrast: Contrast| contrast.log_odds(0.5, 10.0).map(|odds| odds.delta);
        prop_assert!(close(odds(one), odds(other).map(|delta| -delta)));
    }

    #[test]
    fn keyness_scores_are_numbers_in_their_ranges(counts in counts()) {
        let contrast = contrast(counts);
        for score in KEYNESS_SCORES.iter().filter(|score| score.name != "fisher_p_two_sided") {
            prop_assert!(score.of(&contrast).is_none_or(f64::is_finite), "{}", score.name);
        }
        let [g2, two] = ["g2_4cell", "g2_2cell_rayson"].map(|name| contrast.score(name).expect("two corpora"));
        prop_assert!(0.0 <= two && two <= g2 * (1.0 + 1e-12));
        prop_assert!(contrast.score("p_g2_4cell").is_some_and(|p| (0.0..=1.0).contains(&p)));
    }

    #[test]
    fn the_exact_test_adds_up_the_tables(n1 in 1_u64..25, n2 in 1_u64..25, a in 0_u64..25, b in 0_u64..25) {
        let (a, b) = (a.min(n1), b.min(n2));
        let choose = |n: u64, k: u64| (0..k).fold(1.0, |product, i| product * (n - i) as f64 / (i + 1) as f64);
        let table = |x: u64| choose(n1, x) * choose(n2, a + b - x);
        let all: Vec<f64> = ((a + b).saturating_sub(n2)..=(a + b).min(n1)).map(table).collect();
        let rare = all.iter().filter(|&&weight| weight <= table(a) * (1.0 + 1e-7)).sum::<f64>();
        let p = contrast([a, b, n1, n2]).score("fisher_p_two_sided");
        // No word at all, or no other word: there is one table alone.
        let is_empty = a + b == 0 || a + b == n1 + n2;
        prop_assert!(close(p, (!is_empty).then(|| rare / all.iter().sum::<f64>())), "{p:?}");
    }

    #[test]
    fn rows_of_keyness_are_the_words_of_both(counts in proptest::collection::vec((0_u64..50, 0_u64..50), 1..40)) {
        let names: Vec<String> = (0..counts.len()).map(|index| format!("w{index}")).collect();
        let side = |of: fn(&(u64, u64)) -> u64| names.iter().map(String::as_str).zip(counts.iter().map(of)).collect::<Vec<_>>();
        let (target, reference) = (side(|pair| pair.0), side(|pair| pair.1));
        let (n1, n2) = (counts.iter().map(|pair| pair.0).sum::<u64>(), counts.iter().map(|pair| pair.1).sum::<u64>());
        let rows = keyness(target.clone(), reference.clone(), KeynessPrior::Corpora);
        prop_assume!(n1 > 0 && n2 > 0);
        let rows = rows.expect("two corpora");
        prop_assert_eq!(rows.len(), counts.len());
        // Benjamini & Hochberg as written: the least p m / rank of those that are no surer.
        let mut sorted: Vec<f64> = rows.iter().map(|row| row.p).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        for row in &rows {
            let ranks = sorted.iter().zip(1_u32..).filter(|&(&p, _)| p >= row.p);
            let least = ranks.map(|(p, rank)| p * sorted.len() as f64 / f64::from(rank)).fold(1.0, f64::min);
            prop_assert!(close(Some(row.q), Some(least)), "{row:?}");
        }
        let swapped = keyness(reference, target, KeynessPrior::Corpora).expect("two corpora");
        let of: HashMap<&str, f64> = swapped.iter().map(|row| (row.word, f64::from(row.sign) * row.g2)).collect();
        prop_assert!(rows.iter().all(|row| close(Some(f64::from(-row.sign) * row.g2), of.get(row.word).copied())));
    }

    #[test]
    fn dispersion_is_that_of_plain_pairs(parts in proptest::collection::vec((0_u64..20, 20_u64..60), 2..12)) {
        let (counts, sizes): (Vec<u64>, Vec<u64>) = parts.iter().copied().unzip();
        let spread = dispersion(&counts, &sizes).expect("parts that fit");
        let rates: Vec<f64> = parts.iter().map(|&(count, size)| count as f64 / size as f64).collect();
        let mut differences = Vec::new();
        for (index, rate) in rates.iter().enumerate() {
            differences.extend(rates[..index].iter().map(|other| (rate - other).abs()));
        }
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let plain = (spread.frequency > 0).then(|| 1.0 - mean(&differences) / (2.0 * mean(&rates)));
        prop_assert!(close(spread.d_a, plain));
        for share in [spread.carroll_d2, spread.rosengren_s, spread.dp, spread.dp_norm] {
            prop_assert!(share.is_none_or(|share| (-1e-12..=1.0 + 1e-12).contains(&share)), "{spread:?}");
        }
    }

    #[test]
    fn the_reduced_frequency_is_between_one_and_the_frequency(places in proptest::collection::btree_set(0_usize..100, 1..30)) {
        let places: Vec<usize> = places.into_iter().collect();
        let arf = average_reduced_frequency(&places, 100).expect("places of the corpus").expect("it occurs");
        prop_assert!((1.0 - 1e-12..=places.len() as f64 + 1e-12).contains(&arf), "{arf}");
    }

    #[test]
    fn pairs_are_those_of_two_loops(ids in proptest::collection::vec(0_u32..6, 0..60), window in 2_usize..6) {
        let pairs = collocations([ids.clone()], window, 1, PairMargins::Words).expect("a window");
        let mut plain: HashMap<(u32, u32), u64> = HashMap::new();
        for (place, &first) in ids.iter().enumerate() {
            for &second in ids.iter().skip(place + 1).take(window - 1) {
                *plain.entry((first, second)).or_default() += 1;
            }
        }
        prop_assert_eq!(pairs.len(), plain.len());
        for pair in &pairs {
            prop_assert_eq!(pair.counts.together(), plain[&(pair.first, pair.second)]);
            for score in COLLOCATION_SCORES {
                prop_assert!(score.of(&pair.counts).is_none_or(f64::is_finite), "{} {pair:?}", score.name);
            }
        }
    }
}
