//! Findings as workflow commands of GitHub Actions, which shows them beside the lines.

use super::finding::Finding;
use crate::plain;

pub(super) fn render(findings: &[Finding]) -> String {
    findings.iter().map(command).collect()
}

fn command(finding: &Finding) -> String {
    let Finding { file, line, column, end_line, end_column, category, strength, .. } = finding;
    let level = match strength {
        0 | 1 => "notice",
        2 => "warning",
        _ => "error",
    };
    let (file, title) = (property(file), property(&plain::category(*category)));
    let place = format!("file={file},line={line},endLine={end_line},col={column},endColumn={end_column}");
    format!("::{level} {place},title={title}::{}\n", data(&finding.message()))
}

/// The message of a command: its line must not end.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command: it must not end, either.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
