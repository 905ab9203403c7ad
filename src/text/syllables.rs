//! Syllables by rule. (first form)
use crate::error::Error;

/// The rules.
#[derive(Debug, Clone)]
pub struct SyllableRules;
impl SyllableRules {
    pub(crate) fn parse(_name: &str, _content: &str) -> Result<Self, Error> {
        Ok(Self)
    }
    /// Syllables of a folded word.
    pub fn count(&self, word: &str) -> u32 {
        let mut n = 0;
        let mut inside = false;
        for b in word.bytes() {
            let v = matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
            n += u32::from(v && !inside);
            inside = v;
        }
        n.max(1)
    }
}
