//! Findings as one JSON document.

use serde::Serialize;

use super::finding::Finding;
use crate::error::Error;

#[derive(Serialize)]
struct View<'f> {
    /// Version of the program.
    connote: &'static str,
    findings: &'f [Finding],
}

pub(super) fn render(findings: &[Finding]) -> Result<String, Error> {
    let json = serde_json::to_string(&View { connote: env!("CARGO_PKG_VERSION"), findings });
    json.map(|json| json + "\n").map_err(|error| Error::input("findings", error.to_string()))
}
