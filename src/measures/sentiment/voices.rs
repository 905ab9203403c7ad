//! Sentiment by voice: what the writer's own words add up to, and those of each quoted speaker.

use std::collections::HashMap;

use super::SentimentHit;
use crate::document::Document;
use crate::document::quotation::QuotationKind;
use crate::span::Span;

/// The feeling in the words of one voice.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct VoiceSentiment {
    /// The words that name the speaker, where they first do so; none of the writer, and of quotations that name nobody.
    pub speaker: Option<Span>,
    /// Whether the words are quoted; the writer's own are not.
    pub quoted: bool,
    /// Words of the voice.
    pub words: u64,
    /// Words and phrases with feeling among them.
    pub hits: u64,
    /// Sum of the values above 0; a word has about -4 to 4.
    pub positive: f64,
    /// Sum of the values below 0, itself 0 or less.
    pub negative: f64,
}

impl VoiceSentiment {
    fn of(speaker: Option<Span>, quoted: bool) -> Self {
        Self { speaker, quoted, words: 0, hits: 0, positive: 0.0, negative: 0.0 }
    }
}

/// The writer first, then the speakers in the order in which they are first quoted. A speaker is who is named by the
/// same words. `hits` are those of the document.
pub(crate) fn voices(document: &Document<'_>, hits: &[SentimentHit]) -> Vec<VoiceSentiment> {
    let text = document.text();
    let quotations: Vec<_> = document.quotations().iter().filter(|quotation| quotation.outer).collect();
    let mut voices = vec![VoiceSentiment::of(None, false)];
    // The place of the voice of each quotation.
    let mut places = Vec::with_capacity(quotations.len());
    let mut known: HashMap<Option<&str>, usize> = HashMap::new();
    for quotation in &quotations {
        if !matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Fragment) {
            places.push(0);
            continue;
        }
        let place = *known.entry(quotation.speaker.map(|speaker| speaker.of(text))).or_insert_with(|| {
            voices.push(VoiceSentiment::of(quotation.speaker, true));
            voices.len() - 1
        });
        places.push(place);
    }
    let place_of = |at: u32, quoted: bool| {
        let after = quotations.partition_point(|quotation| quotation.span.start <= at);
        if quoted { after.checked_sub(1).map_or(0, |last| places[last]) } else { 0 }
    };
    for word in document.words() {
        voices[place_of(word.span.start, word.quoted)].words += 1;
    }
    for hit in hits {
        let voice = &mut voices[place_of(hit.span.start, hit.quoted)];
        voice.hits += 1;
        voice.positive += hit.value.max(0.0);
        voice.negative += hit.value.min(0.0);
    }
    voices
}
