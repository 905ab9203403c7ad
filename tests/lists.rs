//! Columns of lists: what the JSON of a report has, item by item, as text and as Arrow.
#![cfg(feature = "arrow")]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::collections::BTreeSet;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, StringArray};
use connote::{Analyzer, ColumnKind, OffsetUnit, Value, arrow, lists};
use serde_json::{Value as Json, json};

const TEXT: &str =
    "“Čović” is a bully, 😡 Ann Poole said. The so-called regime did not crush them.\n\n“We lost a lot,” she claimed.";

/// The lists of a report by the names of their columns, as its JSON has them.
fn expected(report: &Json) -> Vec<Json> {
    let pairs = report["sentiment"]["sentences"]
        .as_array()
        .unwrap()
        .iter()
        .zip(report["loaded"]["sentences"].as_array().unwrap());
    let sentences = pairs.map(|(felt, loaded)| {
        assert_eq!((&felt["start"], &felt["end"]), (&loaded["start"], &loaded["end"]));
        let mut item = felt.clone();
        item["words"] = loaded["words"].clone();
        item["loaded_score"] = loaded["score"].clone();
        item
    });
    let sentences = sentences.collect();
    vec![
        report["loaded"]["hits"].clone(),
        sentences,
        report["quotations"].clone(),
        report["frequency"]["words"].clone(),
    ]
}

fn list(value: &Value) -> Json {
    let Value::List(json) = value else { panic!("{value:?} is no list") };
    json.as_ref().map_or(Json::Null, |json| serde_json::from_str(json).unwrap())
}

#[test]
fn lists_are_those_of_the_json() {
    let analyzer = Analyzer::new().unwrap();
    for report in
        [analyzer.analyze(TEXT), analyzer.analyze_titled("Čović crushes “rebels”", TEXT), analyzer.analyze("")]
    {
        let report = report.unwrap();
        let expected = expected(&report.to_value(OffsetUnit::CodePoint).unwrap());
        assert_eq!(lists().iter().map(|column| list(&column.value(&report))).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn the_fields_of_the_type_are_those_of_the_items() {
    let report = Analyzer::new().unwrap().analyze(TEXT).unwrap();
    for column in lists() {
        let ColumnKind::List(fields) = column.kind else { panic!("{} is no list", column.name) };
        let names: BTreeSet<&str> = fields.iter().map(|field| field.name).collect();
        let items = list(&column.value(&report));
        assert!(!items.as_array().unwrap().is_empty(), "{}", column.name);
        for item in items.as_array().unwrap() {
            assert_eq!(item.as_object().unwrap().keys().map(String::as_str).collect::<BTreeSet<_>>(), names);
        }
    }
}

#[test]
fn lists_are_null_where_the_json_is() {
    let german = Analyzer::builder().language("de".parse().unwrap()).build().unwrap();
    let report = german.analyze("Er ging. Sie blieb hier.").unwrap();
    let found: Vec<Json> = lists().iter().map(|column| list(&column.value(&report))).collect();
    assert_eq!(found[0], Json::Null);
    let sentences = json!([
        {"start": 0, "end": 8, "words": 2, "loaded_score": null}, {"start": 9, "end": 24, "words": 3, "loaded_score": null}
    ]);
    assert_eq!((&found[1], &found[2]), (&sentences, &json!([])));
}

#[test]
fn arrow_has_lists_of_structs() {
    let analyzer = Analyzer::new().unwrap();
    let columns: Vec<_> = lists().iter().collect();
    let texts = StringArray::from(vec![Some(TEXT), None, Some(""), Some(TEXT)]);
    let batch = arrow::score(&analyzer, &texts, &columns).unwrap();
    let report = analyzer.analyze(TEXT).unwrap().to_value(OffsetUnit::CodePoint).unwrap();
    for (column, expected) in batch.columns().iter().zip(expected(&report)) {
        let lists = column.as_list::<i32>();
        let lengths: Vec<_> = lists.iter().map(|items| items.map(|items| items.len())).collect();
        let length = expected.as_array().unwrap().len();
        assert_eq!(lengths, [Some(length), None, Some(0), Some(length)]);
        let last = lists.value(3);
        let items = last.as_struct();
        for (name, values) in items.column_names().into_iter().zip(items.columns()) {
            for (row, item) in expected.as_array().unwrap().iter().enumerate() {
                let value = match &item[name] {
                    _ if values.is_null(row) => Json::Null,
                    Json::String(_) => values.as_string::<i32>().value(row).into(),
                    Json::Bool(_) => values.as_boolean().value(row).into(),
                    Json::Array(_) => {
                        values.as_list::<i32>().value(row).as_primitive::<Int64Type>().values().to_vec().into()
                    }
                    Json::Number(number) if number.is_f64() => values.as_primitive::<Float64Type>().value(row).into(),
                    _ => values.as_primitive::<Int64Type>().value(row).into(),
                };
                assert_eq!(value, item[name], "{name} of item {row}");
            }
        }
    }
}
