//! Comparison of corpora, held against what is counted and resampled the long way.
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test may stop")]

use connote::{Analyzer, ComparedMeasure, Comparison, CorpusSample, Resampling, compare, corpus_measures};

/// Texts that differ in length and wording: `share` of ten sentences are loaded.
fn texts(number: usize, share: usize) -> Vec<String> {
    let sentence = |text: usize, at: usize| {
        if (text * 7 + at * 3) % 10 < share {
            "The thugs of the regime looted every village they could find."
        } else if text.is_multiple_of(2) {
            "The council met on Monday."
        } else {
            "“This is a disaster,” the mayor said after the long meeting of the council."
        }
    };
    let text = |text: usize| (0..2 + text % 5).map(|at| sentence(text, at)).collect::<Vec<_>>().join(" ");
    (0..number).map(text).collect()
}

fn sample(analyzer: &Analyzer, texts: &[String]) -> CorpusSample {
    let mut sample = CorpusSample::new(analyzer).unwrap();
    sample.add_texts(analyzer, texts).unwrap();
    sample
}

fn row<'c>(comparison: &'c Comparison<'_>, name: &str) -> &'c ComparedMeasure {
    comparison.measures.iter().find(|row| row.measure.name == name).expect("a measure of that name")
}

#[test]
fn values_are_those_of_the_texts() {
    let analyzer = Analyzer::new().unwrap();
    let (first, second) = (texts(40, 5), texts(30, 2));
    let (a, b) = (sample(&analyzer, &first), sample(&analyzer, &second));
    let comparison = compare(&a, &b, Resampling::default()).unwrap();
    assert_eq!(comparison.texts, [40, 30]);
    let reports = |texts: &[String]| -> Vec<_> { texts.iter().map(|text| analyzer.analyze(text).unwrap()).collect() };
    let (first, second) = (reports(&first), reports(&second));
    let mean = |reports: &[connote::Report]| {
        let ease: Vec<f64> =
            reports.iter().map(|report| report.readability.get("flesch_reading_ease").unwrap()).collect();
        ease.iter().sum::<f64>() / ease.len() as f64
    };
    let ease = row(&comparison, "flesch_reading_ease");
    assert!((ease.values[0].unwrap() - mean(&first)).abs() < 1e-9);
    assert!((ease.difference.unwrap() - (mean(&first) - mean(&second))).abs() < 1e-9);
    let rate = |reports: &[connote::Report]| {
        let (mut hits, mut words) = (0, 0);
        for report in reports {
            hits += report.loaded.hits().iter().filter(|hit| hit.voice.is_writers() && hit.is_loaded()).count();
            words += report.loaded.own_words;
        }
        1000.0 * hits as f64 / words as f64
    };
    let own = row(&comparison, "loaded_own");
    assert!((own.values[0].unwrap() - rate(&first)).abs() < 1e-9);
    assert!((own.values[1].unwrap() - rate(&second)).abs() < 1e-9);
    assert!(own.difference.unwrap() > 0.0);
    let quoted = row(&comparison, "loaded_quoted");
    assert!(quoted.texts[0] < 40, "texts without a quotation have no rate of quoted words: {:?}", quoted.texts);
    assert_eq!(comparison.words[0], first.iter().map(|report| report.frequency.tokens()).sum::<u64>());
}

#[test]
fn effects_are_counted_over_all_pairs() {
    let analyzer = Analyzer::new().unwrap();
    let (first, second) = (texts(25, 5), texts(30, 3));
    let (a, b) = (sample(&analyzer, &first), sample(&analyzer, &second));
    let comparison = compare(&a, &b, Resampling::default()).unwrap();
    let lengths = |texts: &[String]| -> Vec<f64> {
        texts
            .iter()
            .map(|text| analyzer.analyze(text).unwrap().readability.get("mean_sentence_length").unwrap())
            .collect()
    };
    let (first, second) = (lengths(&first), lengths(&second));
    let pairs = first.iter().flat_map(|x| second.iter().map(move |y| f64::from(i8::from(x > y) - i8::from(x < y))));
    let delta = pairs.sum::<f64>() / (first.len() * second.len()) as f64;
    assert!((row(&comparison, "mean_sentence_length").effect.unwrap() - delta).abs() < 1e-12);
    let turned = compare(&b, &a, Resampling::default()).unwrap();
    for (one, other) in comparison.measures.iter().zip(&turned.measures) {
        let sums = [one.effect.zip(other.effect), one.difference.zip(other.difference)];
        assert!(sums.iter().flatten().all(|(x, y)| (x + y).abs() < 1e-9), "{}", one.measure.name);
    }
}

/// Of a mean the bootstrap has to come near the interval by the normal distribution.
#[test]
fn intervals_have_the_width_of_the_standard_error() {
    let analyzer = Analyzer::new().unwrap();
    let (first, second) = (texts(200, 5), texts(150, 2));
    let (a, b) = (sample(&analyzer, &first), sample(&analyzer, &second));
    let comparison = compare(&a, &b, Resampling { resamples: 4000, ..Resampling::default() }).unwrap();
    let variance = |texts: &[String]| {
        let values: Vec<f64> = texts
            .iter()
            .map(|text| analyzer.analyze(text).unwrap().readability.get("mean_sentence_length").unwrap())
            .collect();
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0) / n
    };
    let width = 2.0 * 1.96 * (variance(&first) + variance(&second)).sqrt();
    let length = row(&comparison, "mean_sentence_length");
    let [low, high] = length.interval.unwrap();
    assert!(low < length.difference.unwrap() && length.difference.unwrap() < high);
    assert!(((high - low) / width - 1.0).abs() < 0.1, "{low} {high}, expected a width of {width}");
    for (side, texts) in [&first, &second].into_iter().enumerate() {
        let width = 2.0 * 1.96 * variance(texts).sqrt();
        let [low, high] = length.intervals[side].unwrap();
        assert!(low < length.values[side].unwrap() && length.values[side].unwrap() < high);
        assert!(((high - low) / width - 1.0).abs() < 0.1, "{low} {high}, expected a width of {width}");
    }
}

#[test]
fn distributions_count_every_text_once() {
    let analyzer = Analyzer::new().unwrap();
    let (first, second) = (texts(101, 5), texts(51, 2));
    let (a, b) = (sample(&analyzer, &first), sample(&analyzer, &second));
    let comparison = compare(&a, &b, Resampling { resamples: 1, ..Resampling::default() }).unwrap();
    assert!(comparison.distributions.iter().all(|shape| !shape.name.starts_with("loaded")));
    let length = comparison.distributions.iter().find(|shape| shape.name == "mean_sentence_length").unwrap();
    let lengths = |texts: &[String]| {
        let length = |text: &String| analyzer.analyze(text).unwrap().readability.get("mean_sentence_length").unwrap();
        let mut lengths: Vec<f64> = texts.iter().map(length).collect();
        lengths.sort_by(f64::total_cmp);
        lengths
    };
    for (side, lengths) in [lengths(&first), lengths(&second)].iter().enumerate() {
        assert_eq!(length.counts[side].iter().sum::<u64>(), lengths.len() as u64);
        let edges = &length.edges;
        for (bin, &count) in length.counts[side].iter().enumerate() {
            let is_last = bin + 2 == edges.len();
            let low = if bin == 0 { f64::MIN } else { edges[bin] };
            let inside = lengths.iter().filter(|&&x| x >= low && (is_last || x < edges[bin + 1])).count();
            assert_eq!(count, inside as u64, "bin {bin}");
        }
        // Of 101 and of 51 values quartiles are values, or lie between two.
        assert!((length.quantiles[side][2] - lengths[lengths.len() / 2]).abs() < 1e-12);
        let last = lengths.len() - 1;
        let between = f64::midpoint(lengths[last / 4], lengths[last.div_ceil(4)]);
        assert!((length.quantiles[side][1] - between).abs() < 1e-12);
    }
}

#[test]
fn the_most_loaded_sentences_are_kept() {
    let analyzer = Analyzer::new().unwrap();
    let mut texts: Vec<String> = (0..300).map(|day| format!("On day {day} the regime fell. They met.")).collect();
    texts[170] = "Thugs and cronies of the brutal regime looted it. “A brutal junta,” he said.".to_owned();
    texts[171] = texts[170].clone();
    let a = sample(&analyzer, &texts);
    let comparison = compare(&a, &a, Resampling { resamples: 1, ..Resampling::default() }).unwrap();
    let kept = &comparison.sentences[0];
    assert_eq!(kept.len(), 20);
    assert_eq!((kept[0].text, kept[0].sentence.as_str()), (170, "Thugs and cronies of the brutal regime looted it."));
    assert!(kept.iter().skip(1).all(|telling| telling.sentence.ends_with("regime fell.")), "{kept:?}");
    assert_eq!(kept[1].text, 0, "of equal ones the first");
    let words: Vec<&str> = kept[0].hits.iter().map(|hit| hit.text.as_str()).collect();
    assert!(words.contains(&"cronies") && words.iter().any(|word| word.ends_with("regime")), "{words:?}");
    assert!(kept[0].hits.iter().all(|hit| hit.span.of(&kept[0].sentence) == hit.text));
    assert!(kept.is_sorted_by(|a, b| a.score >= b.score));
}

#[test]
fn draws_depend_on_nothing_but_the_seed() {
    let analyzer = Analyzer::new().unwrap();
    let (a, b) = (sample(&analyzer, &texts(20, 5)), sample(&analyzer, &texts(20, 2)));
    let intervals = |seed: u64| {
        let resampling = Resampling { resamples: 300, seed, ..Resampling::default() };
        let comparison = compare(&a, &b, resampling).unwrap();
        comparison.measures.iter().map(|row| row.interval).collect::<Vec<_>>()
    };
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap().install(|| intervals(7));
    assert_eq!(alone, intervals(7));
    assert_ne!(alone, intervals(8));
}

#[test]
fn what_cannot_be_compared_is_an_error() {
    let analyzer = Analyzer::new().unwrap();
    let german = Analyzer::builder().language(connote::Language::German).build().unwrap();
    let a = sample(&analyzer, &texts(3, 5));
    let empty = CorpusSample::new(&analyzer).unwrap();
    let mut other = CorpusSample::new(&german).unwrap();
    let foreign = other.add(&analyzer.analyze("The council met.").unwrap()).unwrap_err();
    assert!(foreign.to_string().contains("language"), "{foreign}");
    other.add(&german.analyze("Der Rat tagte am Montag.").unwrap()).unwrap();
    let message = |result: Result<Comparison<'_>, connote::Error>| result.unwrap_err().to_string();
    assert!(message(compare(&a, &empty, Resampling::default())).contains("no words"));
    assert!(message(compare(&a, &other, Resampling::default())).contains("language"));
    let house = connote::Lexicon::from_tsv("house", "spin doctor\tnoun\tname_calling\t2\tadviser\t-\t-\ta jibe\n");
    let own = Analyzer::builder().lexicon(house.unwrap()).build().unwrap();
    assert!(message(compare(&a, &sample(&own, &texts(3, 5)), Resampling::default())).contains("'house'"));
    let mut mixed = CorpusSample::new(&own).unwrap();
    let plain = mixed.add(&analyzer.analyze("The council met.").unwrap()).unwrap_err();
    assert!(plain.to_string().contains("'house'") && mixed.texts() == 0, "{plain}");
    let none = Resampling { resamples: 0, ..Resampling::default() };
    assert!(message(compare(&a, &a, none)).contains("resamples"));
    let sure = Resampling { confidence: 1.0, ..Resampling::default() };
    assert!(message(compare(&a, &a, sure)).contains("confidence"));
}

#[test]
fn one_text_has_no_interval() {
    let analyzer = Analyzer::new().unwrap();
    let (a, b) = (sample(&analyzer, &texts(1, 5)), sample(&analyzer, &texts(5, 2)));
    let comparison = compare(&a, &b, Resampling::default()).unwrap();
    assert!(comparison.measures.iter().all(|row| row.interval.is_none()));
    assert!(row(&comparison, "mean_sentence_length").difference.is_some());
    let names: std::collections::BTreeSet<_> =
        corpus_measures(connote::Language::English).into_iter().map(|measure| measure.name).collect();
    assert_eq!(names.len(), comparison.measures.len());
}
