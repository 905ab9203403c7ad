//! Findings as lines for people and for editors that jump to `file:line:column`.

use anstyle::Style;

use super::finding::Finding;
use crate::cli::terminal::{color, dots};
use crate::plain::{self, Group};

const BOLD: Style = Style::new().bold();

pub(super) fn render(findings: &[Finding]) -> String {
    findings.iter().map(line).collect()
}

fn line(finding: &Finding) -> String {
    let Finding { file, line, column, category, strength, .. } = finding;
    // A name of a file must not begin another line, nor steer the terminal.
    let file = file.replace(char::is_control, "\u{FFFD}");
    let (style, dots, message) = (color(Group::of(*category)), dots(*strength), finding.message());
    format!("{BOLD}{file}:{line}:{column}:{BOLD:#} {style}{dots}{style:#} {message}\n")
}

/// Says on stderr how much was found, in so many files that were read.
pub(super) fn summary(findings: &[Finding], read: u64) {
    let found = match findings.len() as u64 {
        0 => "nothing found".to_owned(),
        number => plain::counted(number, "finding"),
    };
    anstream::eprintln!("{found} in {}", plain::counted(read, "file"));
}
