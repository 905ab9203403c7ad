//! Prints the report of a text file as JSON: `cargo run --example report -- article.txt`.

use connote::{Analyzer, Error, OffsetUnit};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or_else(|| Error::input("arguments", "one file name belongs here"))?;
    let text = std::fs::read_to_string(&path).map_err(|source| Error::io(&path, source))?;
    let report = Analyzer::new()?.analyze(&text)?;
    println!("{}", report.to_json(OffsetUnit::CodePoint)?);
    Ok(())
}
