//! Who is quoted in a text, and how.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::value::value_class;

value_class! {
    /// A quotation with its marks, its source and its reporting verb.
    ///
    /// A quotation that goes on over several paragraphs is one per paragraph.
    Quotation {
        /// Offset of the opening mark.
        start: usize,
        /// One past the offset of the closing mark.
        end: usize,
        /// The quotation as it stands in the text, marks included.
        text: String,
        /// `direct` (a clause or more of someone's words), `fragment` (a few of them inside the writer's clause),
        /// `scare` (words that nobody is said to have spoken) or `name` (a title or code name).
        kind: String,
        /// Whether it lies in no other quotation.
        outer: bool,
        /// Whether it goes on with the quotation before, whose speaker and verb it shares.
        continuation: bool,
        /// The words that name the speaker best: the name in full at its first mention, or the mention itself.
        speaker: Option<String>,
        /// Where they stand: offsets of the first character and one past the last.
        speaker_span: Option<(usize, usize)>,
        /// The words beside the quotation that say who speaks: a surname, a title, a pronoun.
        speaker_mention: Option<String>,
        /// Where they stand.
        speaker_mention_span: Option<(usize, usize)>,
        /// The base form of the reporting verb.
        verb: Option<String>,
        /// Where the verb stands.
        verb_span: Option<(usize, usize)>,
    }
}

value_class! {
    /// A source of the text: what is quoted of it, and the verbs by which the writer reports its words.
    SourceProfile {
        /// The words that name it best, where they first stand: the name in full, or the words themselves. `None` for
        /// quotations that name nobody.
        name: Option<String>,
        /// Where they stand: offsets of the first character and one past the last.
        name_span: Option<(usize, usize)>,
        /// `name` (of a person, or of whatever else has a capital), `person` (people by what they are: an official, critics,
        /// the minister), `organization`, `document` or `pronoun` (of which the text does not say whom it means). `None` for
        /// quotations that name nobody.
        kind: Option<String>,
        /// Whether it has a name. People without one are anonymous, or known by their office: an official, the minister.
        named: bool,
        /// Its direct and fragment quotations, each pair of marks.
        quotations: u64,
        /// The words in them.
        words: u64,
        /// Number of its reporting verbs by class: `neutral` (said), `factive` (noted, admitted), `doubt` (claimed),
        /// `strong` (insisted, warned), `stance_negative` (ranted) and `stance_positive` (praised).
        by_class: BTreeMap<String, u64>,
        /// The verbs and phrases by which the writer reports its words, quoted or not, in the order of their first use.
        verbs: Vec<SourceVerb>,
    }
}

value_class! {
    /// A reporting verb or phrase of a source.
    SourceVerb {
        /// Base form: say, point out, according to.
        verb: String,
        /// What it says of the words, as in `SourceProfile.by_class`; `neutral` where its context makes it plain (a study
        /// shows).
        verb_class: String,
        /// How often it stands there.
        count: u64,
    }
}

impl From<connote::SourceVerb> for SourceVerb {
    fn from(verb: connote::SourceVerb) -> Self {
        Self { verb_class: verb.verb_class.name().to_owned(), count: verb.count, verb: verb.verb }
    }
}
