//! What the hits add up to: by category, strength and voice, and in the headline against the body.

use serde::Serialize;

use super::{Loaded, LoadedHit, Voice};
use crate::document::Document;
use crate::lexicon::Category;

/// Hits of one kind, by voice, with their densities.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VoiceHits {
    /// All of them.
    pub hits: u64,
    /// Those in the writer's own words, in the body.
    pub own: u64,
    /// Those in the writer's own words, in the headline.
    pub headline: u64,
    /// Those in direct quotations.
    pub direct_quote: u64,
    /// Those inside marks that keep a distance.
    pub scare_quote: u64,
    /// Hits that the writer answers for (own, headline, scare quote) in a thousand of the writer's words. None without
    /// a word of the writer's.
    pub per_1000: Option<f64>,
    /// Hits in direct quotations in a thousand quoted words. None without a quoted word.
    pub quoted_per_1000: Option<f64>,
}

/// The headline or the body: the writer's words in it, and what is loaded of them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LoadedPart {
    /// Words that the writer answers for.
    pub words: u64,
    /// Hits that the loaded density counts: of strength 2 or 3, no hedge, weasel, booster or reporting verb, in words
    /// that the writer answers for.
    pub hits: u64,
    /// Hits in a thousand of these words. None without a word.
    pub per_1000: Option<f64>,
}

impl LoadedPart {
    fn of(words: u64, hits: u64) -> Self {
        Self { words, hits, per_1000: per_1000(hits, words) }
    }
}

fn per_1000(hits: u64, words: u64) -> Option<f64> {
    (words > 0).then(|| 1000.0 * hits as f64 / words as f64)
}

/// The writer's words in the headline.
pub(super) fn headline_words(document: &Document<'_>) -> Option<u64> {
    let headline = document.headline()?;
    let words = document.words();
    let first = words.partition_point(|word| word.span.start < headline.start);
    let inside = words[first..].iter().take_while(|word| word.span.end <= headline.end);
    Some(inside.filter(|word| !word.quoted).count() as u64)
}

impl Loaded {
    /// Hits of a category. Hedges, weasels and reporting verbs have their densities here, and stay out of
    /// [`Loaded::per_1000`]. The reporting verbs are those that are not plain.
    ///
    /// ```
    /// use connote::Category;
    /// let report = connote::Analyzer::new()?.analyze("The regime fell. “A brutal regime,” Smith said.")?;
    /// let labels = report.loaded.of_category(Category::ContentiousLabel);
    /// assert_eq!((labels.hits, labels.own, labels.direct_quote), (2, 1, 1));
    /// assert_eq!((labels.per_1000, labels.quoted_per_1000), (Some(200.0), Some(1000.0 / 3.0)));
    /// # Ok::<(), connote::Error>(())
    /// ```
    pub fn of_category(&self, category: Category) -> VoiceHits {
        self.of(|hit| hit.category == category)
    }

    /// Hits of a strength, 1 to 3, whatever the category.
    pub fn of_strength(&self, strength: u8) -> VoiceHits {
        self.of(|hit| hit.strength == strength)
    }

    /// Boosters: the writer's own stamp of truth on a claim, the category certainty (Hyland 2005, "Metadiscourse").
    pub fn boosters(&self) -> VoiceHits {
        self.of_category(Category::Certainty)
    }

    /// Number of hits in a voice, whatever the category.
    pub fn count_in(&self, voice: Voice) -> u64 {
        self.hits.iter().filter(|hit| hit.voice == voice).count() as u64
    }

    /// The loaded density: hits of strength 2 or 3 that the writer answers for, in a thousand of the writer's words;
    /// hedges, weasels, boosters and reporting verbs left out. None without a word of the writer's.
    pub fn per_1000(&self) -> Option<f64> {
        self.of(LoadedHit::is_loaded).per_1000
    }

    /// The same for the words in direct quotations.
    pub fn quoted_per_1000(&self) -> Option<f64> {
        self.of(LoadedHit::is_loaded).quoted_per_1000
    }

    /// How loaded the headline is. None without a headline.
    ///
    /// ```
    /// let report = connote::Analyzer::new()?.analyze_titled("Regime slams critics", "The talks went on.")?;
    /// let headline = report.loaded.headline().ok_or("there is a headline")?;
    /// assert_eq!((headline.hits, headline.words, report.loaded.body().hits), (2, 3, 0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn headline(&self) -> Option<LoadedPart> {
        Some(LoadedPart::of(self.headline_words?, self.loaded_in(true)))
    }

    /// How loaded the text below the headline is, or all of it without a headline.
    pub fn body(&self) -> LoadedPart {
        LoadedPart::of(self.own_words - self.headline_words.unwrap_or(0), self.loaded_in(false))
    }

    /// Hits that the loaded density counts, in the headline or outside it.
    fn loaded_in(&self, in_headline: bool) -> u64 {
        let counted = |hit: &&LoadedHit| hit.is_loaded() && hit.voice.is_writers() && hit.in_headline == in_headline;
        self.hits.iter().filter(counted).count() as u64
    }

    fn of(&self, counted: impl Fn(&LoadedHit) -> bool) -> VoiceHits {
        let [mut own, mut headline, mut direct_quote, mut scare_quote] = [0; 4];
        for hit in self.hits.iter().filter(|hit| counted(hit)) {
            *match hit.voice {
                Voice::Own => &mut own,
                Voice::Headline => &mut headline,
                Voice::DirectQuote => &mut direct_quote,
                Voice::ScareQuote => &mut scare_quote,
            } += 1;
        }
        let writers = own + headline + scare_quote;
        VoiceHits {
            hits: writers + direct_quote,
            own,
            headline,
            direct_quote,
            scare_quote,
            per_1000: per_1000(writers, self.own_words),
            quoted_per_1000: per_1000(direct_quote, self.quoted_words),
        }
    }
}
