//! What lint finds.

use serde::Serialize;

use crate::lexicon::Category;
use crate::measures::loaded::Voice;
use crate::plain;

/// One loaded expression, with its place in the file.
#[derive(Debug, Serialize)]
pub(super) struct Finding {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    /// One past the last character.
    pub(super) end_column: usize,
    /// The words, as the reader sees them.
    pub(super) text: String,
    /// As listed; none for quotation marks.
    pub(super) term: Option<String>,
    pub(super) category: Category,
    pub(super) strength: u8,
    pub(super) voice: Voice,
    /// Whose words they are, or carry.
    pub(super) speaker: Option<String>,
    pub(super) negated: bool,
    /// The note of the entry, whole.
    pub(super) why: String,
    pub(super) neutral: Option<String>,
}

impl Finding {
    /// What is wrong with the words, in one line.
    pub(super) fn message(&self) -> String {
        let mut about = plain::category(self.category);
        if self.negated {
            about += ", negated";
        }
        match (self.voice, &self.speaker) {
            (Voice::Own, _) => {}
            (Voice::ScareQuote, _) if self.category == Category::ScareQuote => {}
            (Voice::Headline, _) => about += ", in the headline",
            (Voice::ScareQuote, _) => about += ", in scare quotes",
            (Voice::DirectQuote, Some(speaker)) => about = about + ", quoting " + &plain::snippet(speaker, SHOWN),
            (Voice::DirectQuote, None) => about += ", in a quotation",
        }
        // What stands behind a semicolon is for those who keep the list: exceptions, senses that are guarded.
        let why = self.why.split(';').next().unwrap_or_default();
        let message = format!("{} ({about}): {why}", plain::snippet(&self.text, SHOWN));
        match &self.neutral {
            Some(neutral) => format!("{message}. Instead: {}", advice(neutral)),
            None => message,
        }
    }
}

/// Characters of a finding that are shown: scare quotes may be long.
const SHOWN: usize = 60;

/// A neutral alternative in words: in brackets stands what to do where no word would be right.
fn advice(neutral: &str) -> &str {
    match neutral.strip_prefix('(').and_then(|advice| advice.strip_suffix(')')) {
        Some("drop") => "drop it",
        Some("attribute") => "say who says so",
        Some(advice) => advice,
        None => neutral,
    }
}
