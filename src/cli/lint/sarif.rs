//! Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format).

use serde_json::{Value, json};

use super::finding::Finding;
use crate::error::Error;
use crate::lexicon::Category;
use crate::plain;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The log of one run; `is_complete` where every file was read.
pub(super) fn render(findings: &[Finding], is_complete: bool) -> Result<String, Error> {
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "connote",
                    "informationUri": env!("CARGO_PKG_REPOSITORY"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": Category::ALL.map(rule),
                },
            },
            "invocations": [{ "executionSuccessful": is_complete }],
            // Columns are counted in characters, not in units of UTF-16.
            "columnKind": "unicodeCodePoints",
            "results": findings.iter().map(result).collect::<Vec<_>>(),
        }],
    });
    let json = serde_json::to_string_pretty(&log);
    json.map(|json| json + "\n").map_err(|error| Error::input("findings", error.to_string()))
}

fn rule(category: Category) -> Value {
    let meaning = format!("{}.", plain::meaning(category));
    json!({
        "id": category.name(),
        "shortDescription": { "text": plain::category(category) },
        "fullDescription": { "text": meaning },
        "help": { "text": meaning },
    })
}

fn result(finding: &Finding) -> Value {
    let Finding { file, line, column, end_line, end_column, text, category, strength, voice, .. } = finding;
    let index = Category::ALL.iter().position(|known| known == category);
    let level = match strength {
        0 | 1 => "note",
        2 => "warning",
        _ => "error",
    };
    json!({
        "ruleId": category.name(),
        "ruleIndex": index,
        "level": level,
        "message": { "text": finding.message() },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(file) },
                "region": {
                    "startLine": line,
                    "startColumn": column,
                    "endLine": end_line,
                    "endColumn": end_column,
                },
            },
        }],
        "properties": { "strength": strength, "voice": voice, "text": text },
    })
}

/// The address of a file: a relative path stays relative.
fn uri(file: &str) -> String {
    let path = file.replace(std::path::MAIN_SEPARATOR, "/");
    let is_kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let path: String = path
        .bytes()
        .map(|byte| if is_kept(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    if path.starts_with('/') { format!("file://{path}") } else { path }
}
