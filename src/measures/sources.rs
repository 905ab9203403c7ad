//! Sources: who is heard, in how many words, and with which verbs.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::document::Document;
use crate::document::attribution::Attribution;
use crate::document::sources::SourceKind;
use crate::lexicon::VerbClass;
use crate::span::Span;

/// A source of the text: what is quoted of it, and the verbs by which the writer reports its words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SourceProfile {
    /// The words that name it best, where they first stand: the name in full, or the words themselves. None for
    /// quotations that name nobody.
    pub name: Option<Span>,
    /// What kind of source it is. None for quotations that name nobody.
    pub kind: Option<SourceKind>,
    /// Whether it has a name. People without one are anonymous, or known by their office: an official, the minister.
    pub named: bool,
    /// Its direct and fragment quotations, each pair of marks.
    pub quotations: u64,
    /// The words in them.
    pub words: u64,
    /// The verbs and phrases by which the writer reports its words, quoted or not, in the order of their first use.
    pub verbs: Vec<SourceVerb>,
}

/// A reporting verb or phrase of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SourceVerb {
    /// Base form: say, point out, according to.
    pub verb: String,
    /// What it says of the words: neutral, where its context makes it plain (a study shows).
    pub verb_class: VerbClass,
    /// How often it stands there.
    pub count: u64,
}

impl SourceProfile {
    /// Number of reporting verbs of a class.
    pub fn count_of(&self, class: VerbClass) -> u64 {
        self.verbs.iter().filter(|verb| verb.verb_class == class).map(|verb| verb.count).sum()
    }
}

/// The sources as they come up.
struct Sources<'d, 't> {
    document: &'d Document<'t>,
    profiles: Vec<SourceProfile>,
    /// Place of the profile by the words of its name, in lower case.
    places: HashMap<Option<String>, usize>,
}

/// The sources of the document, the one with most quoted words first, equal ones in the order of the text. A source is
/// who is named by the same words; surnames, titles and pronouns stand for the name in full as in
/// [`Quotation::speaker`](crate::Quotation::speaker).
pub(crate) fn sources(document: &Document<'_>) -> Vec<SourceProfile> {
    let mut sources = Sources { document, profiles: Vec::new(), places: HashMap::new() };
    let words = document.words();
    let mut quoting = HashSet::new();
    for quotation in document.quotations().iter().filter(|quotation| quotation.outer && quotation.kind.is_speech()) {
        quoting.extend(quotation.verb);
        let first = words.partition_point(|word| word.span.start < quotation.span.start);
        let inside = words[first..].partition_point(|word| word.span.end <= quotation.span.end);
        let profile = sources.of(quotation.speaker, quotation.speaker_kind);
        profile.quotations += 1;
        profile.words += inside as u64;
    }
    for attribution in document.attributions() {
        // The verbs in a quotation are the speaker's, and outside them nobody quotes himself or the reader.
        let is_writers = !words[attribution.first].quoted && !is_first_or_second_person(document, attribution);
        if is_writers && (attribution.reports || quoting.contains(&attribution.verb)) {
            let Some(verb) = document.lexicons().verbs.get(usize::from(attribution.number)) else { continue };
            let verb_class = if attribution.strength(document) == 0 { VerbClass::Neutral } else { verb.class };
            let profile = sources.of(Some(attribution.speaker), Some(attribution.kind));
            match profile.verbs.iter_mut().find(|other| other.verb == verb.lemma && other.verb_class == verb_class) {
                Some(other) => other.count += 1,
                None => profile.verbs.push(SourceVerb { verb: verb.lemma.clone(), verb_class, count: 1 }),
            }
        }
    }
    let mut profiles = sources.profiles;
    profiles.sort_by_key(|profile| (Reverse(profile.words), profile.name.map_or(u32::MAX, |name| name.start)));
    profiles
}

impl Sources<'_, '_> {
    /// The profile of the source that these words name.
    fn of(&mut self, name: Option<Span>, kind: Option<SourceKind>) -> &mut SourceProfile {
        let key = name.map(|name| name.of(self.document.text()).to_lowercase());
        let place = *self.places.entry(key).or_insert_with(|| {
            self.profiles.push(SourceProfile { name, kind, named: false, quotations: 0, words: 0, verbs: Vec::new() });
            self.profiles.len() - 1
        });
        let profile = &mut self.profiles[place];
        profile.named |= name.is_some_and(|name| kind == Some(SourceKind::Name) || has_capital(self.document, name));
        if let (Some(first), Some(name)) = (profile.name, name)
            && name.start < first.start
        {
            profile.name = Some(name);
        }
        profile
    }
}

fn is_first_or_second_person(document: &Document<'_>, attribution: &Attribution) -> bool {
    let source = document.type_text(document.words()[attribution.source.last].id);
    attribution.kind == SourceKind::Pronoun && matches!(source, "i" | "we" | "you")
}

/// Whether the last of the words has a capital that says something: the Harbour Board.
fn has_capital(document: &Document<'_>, name: Span) -> bool {
    let words = document.words();
    let after = words.partition_point(|word| word.span.start < name.end);
    after.checked_sub(1).is_some_and(|last| words[last].named)
}
