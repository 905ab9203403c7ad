//! The report says the same in both units, the parts sum to the whole, and it comes out the same a second time, in a
//! batch and in a clone; with the first line as the title, too.

use connote::{Category, OffsetUnit, Report, Value, Voice, columns};
use serde_json::Value as Json;

use super::{ANALYZER, is_whole, titled};

pub fn check(text: &str) {
    let report = ANALYZER.analyze(text).unwrap();
    let json = agrees(&report);
    assert_eq!(report.text(), text);
    let batch = ANALYZER.analyze_batch(&[text, "", text]);
    assert!([0, 2].iter().all(|&at| batch[at].as_ref().unwrap().to_json(OffsetUnit::Byte).unwrap() == json));
    let report = titled(text);
    agrees(&report);
    if let Some((title, body)) = text.split_once('\n').filter(|(title, _)| !title.trim().is_empty()) {
        assert_eq!(report.text(), [title, body].join("\n\n"));
        assert_eq!(report.headline.map(|span| span.of(report.text())), Some(title));
    }
}

/// What holds for every report; its JSON.
fn agrees(report: &Report) -> String {
    let text = report.text();
    let [in_bytes, in_characters] = [OffsetUnit::Byte, OffsetUnit::CodePoint].map(|unit| {
        let json = report.to_json(unit).unwrap();
        assert_eq!(json, report.clone().to_json(unit).unwrap());
        (places(&serde_json::from_str(&json).unwrap()), json)
    });
    let characters: Vec<char> = text.chars().collect();
    assert_eq!(in_bytes.0.len(), in_characters.0.len());
    for ((bytes, said), (chars, same)) in in_bytes.0.iter().zip(&in_characters.0) {
        let piece = text.get(bytes[0]..bytes[1]).unwrap();
        assert!(!piece.is_empty());
        assert_eq!(piece, characters[chars[0]..chars[1]].iter().collect::<String>());
        assert!(said.as_ref().is_none_or(|said| said == piece));
        assert_eq!(said, same);
    }
    sums(report);
    for column in columns() {
        if let Value::Number(Some(number)) = column.value(report) {
            assert!(number.is_finite(), "{}", column.name);
        }
    }
    in_bytes.1
}

/// The places that JSON names, with their text if it is said.
fn places(value: &Json) -> Vec<([usize; 2], Option<String>)> {
    let number = |value: &Json| value.as_u64().unwrap() as usize;
    let mut found = Vec::new();
    match value {
        Json::Object(object) => {
            if let (Some(start), Some(end)) = (object.get("start"), object.get("end")) {
                let text = object.get("text").and_then(Json::as_str).map(str::to_owned);
                found.push(([number(start), number(end)], text));
            }
            for (name, value) in object {
                match (name.strip_suffix("_span"), value.as_array()) {
                    (Some(of), Some(span)) => {
                        // A verb is named by its base form.
                        let text = object.get(of).and_then(Json::as_str).filter(|_| of != "verb");
                        found.push(([number(&span[0]), number(&span[1])], text.map(str::to_owned)));
                    }
                    _ => found.extend(places(value)),
                }
            }
        }
        Json::Array(values) => found.extend(values.iter().flat_map(places)),
        _ => {}
    }
    found
}

fn sums(report: &Report) {
    let (counts, loaded, tokens) = (report.counts, &report.loaded, report.frequency.tokens());
    assert_eq!(report.frequency.iter().map(|word| word.count).sum::<u64>(), tokens);
    assert_eq!(report.frequency.types() as u64, counts.types);
    assert!(counts.monosyllables + counts.multisyllables <= counts.words && counts.words <= tokens);
    assert!(counts.polysyllables <= counts.multisyllables && counts.letters <= counts.characters);
    assert!(counts.sentences <= counts.words && (counts.sentences > 0) == (counts.words > 0));
    let hits = loaded.hits();
    assert!(hits.iter().all(|hit| is_whole(hit.span, report.text())));
    assert_eq!(Voice::ALL.map(|voice| loaded.count_in(voice)).iter().sum::<u64>(), hits.len() as u64);
    assert_eq!(Category::ALL.map(|category| loaded.of_category(category).hits).iter().sum::<u64>(), hits.len() as u64);
    assert_eq!([1, 2, 3].map(|strength| loaded.of_strength(strength).hits).iter().sum::<u64>(), hits.len() as u64);
    let (headline, body) = (loaded.headline(), loaded.body());
    assert_eq!(headline.map_or(0, |part| part.words) + body.words, loaded.own_words);
    assert_eq!(loaded.sentences().iter().map(|sentence| sentence.words).sum::<u64>(), loaded.own_words);
    assert_eq!(loaded.own_words + loaded.quoted_words, tokens);
    assert_eq!(report.sources().iter().map(|source| source.words).sum::<u64>(), loaded.quoted_words);
    let (voices, felt) = (report.sentiment_voices(), report.sentiment_hits());
    assert_eq!(voices.iter().map(|voice| voice.words).sum::<u64>(), tokens);
    assert_eq!(voices.iter().map(|voice| voice.hits).sum::<u64>(), felt.len() as u64);
}
