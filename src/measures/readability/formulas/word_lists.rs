//! Formulas of familiar words.

use super::{Estimates, Formula};
use crate::measures::counts::CountKind::{
    HarrisJacobsonWords, Letters, Prepositions, Sentences, SixLetterWords, SpacheUnfamiliarTypes, UnfamiliarWords,
    Words,
};
use crate::measures::counts::Counts;

const BORMUTH: &str = "Bormuth 1969";
const HARRIS: &str = "Harris & Jacobson 1974; from given counts only, as their list is not freely licensed";
/// Bormuth's criterion: readers who fill in 35 % of the blanks understand the text.
const CLOZE_CRITERION: f64 = 0.35;

pub(super) const FORMULAS: [Formula; 16] = [
    Formula::new(
        "dale_chall_1948",
        "Dale-Chall",
        Estimates::Index,
        "Dale & Chall 1948; over the list of 1995",
        "0.1579 (100 unfamiliar_words/words) + 0.0496 words/sentences + 3.6365",
        &[Words, Sentences, UnfamiliarWords],
        |c| Some(dale_chall(c)? + 3.6365),
    )
    .aliases(&["dale_chall"])
    .range(4.0, 11.0)
    .levels(DALE_CHALL_LEVELS)
    .common(),
    Formula::new(
        "dale_chall_adjusted",
        "Dale-Chall, adjusted",
        Estimates::Index,
        "later convention",
        "dale_chall_1948, with 3.6365 only when more than 5 % of the words are unfamiliar",
        &[Words, Sentences, UnfamiliarWords],
        |c| {
            let adjustment = if c.percent(c.unfamiliar_words?)? > 5.0 { 3.6365 } else { 0.0 };
            Some(dale_chall(c)? + adjustment)
        },
    )
    .range(0.0, 11.0)
    .levels(DALE_CHALL_LEVELS),
    Formula::new(
        "dale_chall_psk",
        "Dale-Chall, recalculated",
        Estimates::Grade,
        "Powers, Sumner & Kearl 1958",
        "3.2672 + 0.1155 (100 unfamiliar_words/words) + 0.0596 words/sentences",
        &[Words, Sentences, UnfamiliarWords],
        |c| Some(3.2672 + 0.1155 * c.percent(c.unfamiliar_words?)? + 0.0596 * c.sentence_length()?),
    )
    .in_consensus(),
    Formula::new(
        "dale_chall_1995_cloze",
        "New Dale-Chall",
        Estimates::Cloze,
        "Chall & Dale 1995",
        "64 - 0.95 (100 unfamiliar_words/words) - 0.69 words/sentences",
        &[Words, Sentences, UnfamiliarWords],
        |c| Some(64.0 - 0.95 * c.percent(c.unfamiliar_words?)? - 0.69 * c.sentence_length()?),
    )
    .aliases(&["dale_chall_1995", "new_dale_chall"])
    .range(10.0, 64.0)
    .levels(&[
        (16.0, "grade 16 and above"),
        (22.0, "grades 13-15"),
        (28.0, "grades 11-12"),
        (34.0, "grades 9-10"),
        (40.0, "grades 7-8"),
        (45.0, "grades 5-6"),
        (50.0, "grade 4"),
        (54.0, "grade 3"),
        (58.0, "grade 2"),
        (f64::INFINITY, "grade 1"),
    ])
    .common(),
    Formula::new(
        "spache_1953",
        "Spache",
        Estimates::Grade,
        "Spache 1953; over the revised list, as Dale's list of 769 words is not freely licensed",
        "0.141 words/sentences + 0.086 (100 spache_unfamiliar_types/words) + 0.839",
        &[Words, Sentences, SpacheUnfamiliarTypes],
        |c| Some(0.141 * c.sentence_length()? + 0.086 * c.percent(c.spache_unfamiliar_types?)? + 0.839),
    )
    .range(1.0, 4.0),
    Formula::new(
        "spache_1974",
        "Spache, revised",
        Estimates::Grade,
        "Spache 1974; made for the first three grades",
        "0.121 words/sentences + 0.082 (100 spache_unfamiliar_types/words) + 0.659",
        &[Words, Sentences, SpacheUnfamiliarTypes],
        |c| Some(0.121 * c.sentence_length()? + 0.082 * c.percent(c.spache_unfamiliar_types?)? + 0.659),
    )
    .aliases(&["spache"])
    .range(1.0, 4.0)
    .common(),
    Formula::new(
        "bormuth_mean_cloze",
        "Bormuth mean cloze",
        Estimates::Cloze,
        BORMUTH,
        "0.886593 - 0.083640 letters/words + 0.161911 f^3 - 0.021401 l + 0.000577 l^2 - 0.000005 l^3, l = \
         words/sentences, f = (words - unfamiliar_words)/words",
        &[Words, Sentences, Letters, UnfamiliarWords],
        mean_cloze,
    )
    .range(0.0, 1.0),
    Formula::new(
        "bormuth_grade_placement",
        "Bormuth grade placement",
        Estimates::Grade,
        "Bormuth 1969; turns wildly at extreme sentence lengths",
        "4.275 + 12.881 M - 34.934 M^2 + 20.388 M^3 + 26.194 k - 2.046 k^2 - 11.767 k^3 - 44.285 Mk + 97.620 (Mk)^2 - \
         59.538 (Mk)^3, M = bormuth_mean_cloze, k = 0.35",
        &[Words, Sentences, Letters, UnfamiliarWords],
        |c| {
            let (m, k) = (mean_cloze(c)?, CLOZE_CRITERION);
            let of_cloze = 12.881 * m - 34.934 * m.powi(2) + 20.388 * m.powi(3);
            let of_criterion = 26.194 * k - 2.046 * k.powi(2) - 11.767 * k.powi(3);
            let of_both = -44.285 * (m * k) + 97.620 * (m * k).powi(2) - 59.538 * (m * k).powi(3);
            Some(4.275 + of_cloze + of_criterion + of_both)
        },
    ),
    Formula::new(
        "drp",
        "Degrees of Reading Power",
        Estimates::Index,
        "College Entrance Examination Board 1981",
        "100 (1 - bormuth_mean_cloze)",
        &[Words, Sentences, Letters, UnfamiliarWords],
        |c| Some(100.0 * (1.0 - mean_cloze(c)?)),
    )
    .range(0.0, 100.0),
    Formula::new(
        "lorge",
        "Lorge Readability Index",
        Estimates::Grade,
        "Lorge 1944; over the revised Spache list, as Dale's list of 769 words is not freely licensed",
        "0.07 words/sentences + 0.1301 (100 prepositions/words) + 0.1073 (100 spache_unfamiliar_types/words) + 1.6126",
        &[Words, Sentences, Prepositions, SpacheUnfamiliarTypes],
        |c| {
            let hard = c.percent(c.spache_unfamiliar_types?)?;
            Some(0.07 * c.sentence_length()? + 0.1301 * c.percent(c.prepositions?)? + 0.1073 * hard + 1.6126)
        },
    ),
    Formula::new(
        "lorge_corrected",
        "Lorge Readability Index, corrected",
        Estimates::Grade,
        "Lorge 1948; over the revised Spache list, as Dale's list of 769 words is not freely licensed",
        "0.06 words/sentences + 0.10 (100 prepositions/words) + 0.10 (100 spache_unfamiliar_types/words) + 1.99",
        &[Words, Sentences, Prepositions, SpacheUnfamiliarTypes],
        |c| {
            let hard = c.percent(c.spache_unfamiliar_types?)?;
            Some(0.06 * c.sentence_length()? + 0.10 * c.percent(c.prepositions?)? + 0.10 * hard + 1.99)
        },
    ),
    Formula::new(
        "harris_jacobson_1",
        "Harris-Jacobson, formula 1",
        Estimates::Grade,
        HARRIS,
        "0.094 v + 0.168 words/sentences + 0.502, v = 100 harris_jacobson_words/words",
        &[Words, Sentences, HarrisJacobsonWords],
        |c| Some(0.094 * c.percent(c.harris_jacobson_words?)? + 0.168 * c.sentence_length()? + 0.502),
    ),
    Formula::new(
        "harris_jacobson_2",
        "Harris-Jacobson, formula 2",
        Estimates::Grade,
        HARRIS,
        "0.140 v + 0.153 words/sentences + 0.560",
        &[Words, Sentences, HarrisJacobsonWords],
        |c| Some(0.140 * c.percent(c.harris_jacobson_words?)? + 0.153 * c.sentence_length()? + 0.560),
    ),
    Formula::new(
        "harris_jacobson_3",
        "Harris-Jacobson, formula 3",
        Estimates::Grade,
        "Harris & Jacobson 1974",
        "0.158 words/sentences + 0.055 w + 0.355, w = 100 six_letter_words/words",
        &[Words, Sentences, SixLetterWords],
        |c| Some(0.158 * c.sentence_length()? + 0.055 * c.percent(c.six_letter_words)? + 0.355),
    ),
    Formula::new(
        "harris_jacobson_4",
        "Harris-Jacobson, formula 4",
        Estimates::Grade,
        HARRIS,
        "0.070 v + 0.125 words/sentences + 0.037 w + 0.497",
        &[Words, Sentences, SixLetterWords, HarrisJacobsonWords],
        |c| {
            let (v, w) = (c.percent(c.harris_jacobson_words?)?, c.percent(c.six_letter_words)?);
            Some(0.070 * v + 0.125 * c.sentence_length()? + 0.037 * w + 0.497)
        },
    ),
    Formula::new(
        "harris_jacobson_5",
        "Harris-Jacobson, formula 5",
        Estimates::Grade,
        HARRIS,
        "0.118 v + 0.134 words/sentences + 0.032 w + 0.424",
        &[Words, Sentences, SixLetterWords, HarrisJacobsonWords],
        |c| {
            let (v, w) = (c.percent(c.harris_jacobson_words?)?, c.percent(c.six_letter_words)?);
            Some(0.118 * v + 0.134 * c.sentence_length()? + 0.032 * w + 0.424)
        },
    ),
];

const DALE_CHALL_LEVELS: &[(f64, &str)] = &[
    (5.0, "grade 4 and below"),
    (6.0, "grades 5-6"),
    (7.0, "grades 7-8"),
    (8.0, "grades 9-10"),
    (9.0, "grades 11-12"),
    (10.0, "grades 13-15"),
    (f64::INFINITY, "grade 16 and above"),
];

/// The raw score of 1948, without its constant.
fn dale_chall(c: &Counts) -> Option<f64> {
    Some(0.1579 * c.percent(c.unfamiliar_words?)? + 0.0496 * c.sentence_length()?)
}

fn mean_cloze(c: &Counts) -> Option<f64> {
    let length = c.sentence_length()?;
    let familiar = super::ratio(c.words.saturating_sub(c.unfamiliar_words?), c.words)?;
    let of_sentence = -0.021_401 * length + 0.000_577 * length.powi(2) - 0.000_005 * length.powi(3);
    Some(0.886_593 - 0.083_640 * c.word_letters()? + 0.161_911 * familiar.powi(3) + of_sentence)
}
