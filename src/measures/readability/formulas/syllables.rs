//! Formulas of syllables and sentence length.

use super::{Estimates, Formula};
use crate::measures::counts::CountKind::{
    ComplexWords, Monosyllables, Multisyllables, OhayreMonosyllables, Polysyllables, Prepositions, Pronouns, Sentences,
    Syllables, Units, Words,
};
use crate::measures::counts::Counts;

const POWERS: &str = "Powers, Sumner & Kearl 1958";
const KINCAID: &str = "Kincaid, Fishburne, Rogers & Chissom 1975";
const COLEMAN: &str = "Coleman 1971; Liau, Bassin, Martin & Coleman 1976";
const MCLAUGHLIN: &str = "McLaughlin 1969";
/// McLaughlin's sample: the constants of SMOG hold for 30 sentences.
pub(super) const SMOG_SENTENCES: u64 = 30;
/// The sample of FORCAST in words.
const FORCAST_WORDS: u64 = 150;

pub(super) const FLESCH_LEVELS: &[(f64, &str)] = &[
    (30.0, "very difficult"),
    (50.0, "difficult"),
    (60.0, "fairly difficult"),
    (70.0, "standard"),
    (80.0, "fairly easy"),
    (90.0, "easy"),
    (f64::INFINITY, "very easy"),
];

pub(super) const FORMULAS: [Formula; 26] = [
    Formula::new(
        "flesch_reading_ease",
        "Flesch Reading Ease",
        Estimates::Ease,
        "Flesch 1948",
        "206.835 - 1.015 words/sentences - 84.6 syllables/words",
        &[Words, Sentences, Syllables],
        |c| Some(206.835 - 1.015 * c.sentence_length()? - 84.6 * c.word_syllables()?),
    )
    .levels(FLESCH_LEVELS)
    .common(),
    Formula::new(
        "flesch_kincaid_grade",
        "Flesch-Kincaid Grade Level",
        Estimates::Grade,
        KINCAID,
        "0.39 words/sentences + 11.8 syllables/words - 15.59",
        &[Words, Sentences, Syllables],
        |c| Some(0.39 * c.sentence_length()? + 11.8 * c.word_syllables()? - 15.59),
    )
    .aliases(&["flesch_kincaid"])
    .in_consensus()
    .common(),
    Formula::new(
        "flesch_psk",
        "Flesch, recalculated",
        Estimates::Grade,
        POWERS,
        "0.0778 words/sentences + 4.55 syllables/words - 2.2029",
        &[Words, Sentences, Syllables],
        |c| Some(0.0778 * c.sentence_length()? + 4.55 * c.word_syllables()? - 2.2029),
    ),
    Formula::new(
        "farr_jenkins_paterson",
        "Farr-Jenkins-Paterson",
        Estimates::Ease,
        "Farr, Jenkins & Paterson 1951",
        "1.599 (100 monosyllables/words) - 1.015 words/sentences - 31.517",
        &[Words, Sentences, Monosyllables],
        |c| Some(1.599 * c.percent(c.monosyllables)? - 1.015 * c.sentence_length()? - 31.517),
    ),
    Formula::new(
        "farr_jenkins_paterson_psk",
        "Farr-Jenkins-Paterson, recalculated",
        Estimates::Grade,
        POWERS,
        "8.4335 + 0.0923 words/sentences - 0.0648 (100 monosyllables/words)",
        &[Words, Sentences, Monosyllables],
        |c| Some(8.4335 + 0.0923 * c.sentence_length()? - 0.0648 * c.percent(c.monosyllables)?),
    ),
    Formula::new(
        "gunning_fog",
        "Gunning Fog Index",
        Estimates::Grade,
        "Gunning 1952",
        "0.4 (words/sentences + 100 complex_words/words)",
        &[Words, Sentences, ComplexWords],
        |c| Some(0.4 * (c.sentence_length()? + c.percent(c.complex_words?)?)),
    )
    .aliases(&["gunning_fog_index"])
    .in_consensus()
    .common(),
    Formula::new(
        "gunning_fog_psk",
        "Gunning Fog Index, recalculated",
        Estimates::Grade,
        POWERS,
        "3.0680 + 0.0877 words/sentences + 0.0984 (100 complex_words/words)",
        &[Words, Sentences, ComplexWords],
        |c| Some(3.0680 + 0.0877 * c.sentence_length()? + 0.0984 * c.percent(c.complex_words?)?),
    ),
    Formula::new(
        "fog_count_nri",
        "Fog Count, Navy",
        Estimates::Grade,
        KINCAID,
        "((words + 2 polysyllables)/sentences - 3)/2",
        &[Words, Sentences, Polysyllables],
        |c| Some((linsear_points(c) - 3.0) / 2.0),
    ),
    Formula::new(
        "smog_index",
        "SMOG Grade",
        Estimates::Grade,
        "McLaughlin 1969, equation D",
        "1.0430 sqrt(30 polysyllables/sentences) + 3.1291",
        &[Sentences, Polysyllables],
        |c| Some(1.0430 * thirty_sentences(c)?.sqrt() + 3.1291),
    )
    .aliases(&["smog"])
    .minimum(1, SMOG_SENTENCES)
    .in_consensus()
    .common(),
    Formula::new(
        "smog_c",
        "SMOG, equation C",
        Estimates::Grade,
        MCLAUGHLIN,
        "0.9986 sqrt(30 polysyllables/sentences + 5) + 2.8795",
        &[Sentences, Polysyllables],
        |c| Some(0.9986 * (thirty_sentences(c)? + 5.0).sqrt() + 2.8795),
    )
    .minimum(1, SMOG_SENTENCES),
    Formula::new(
        "smog_simple",
        "SMOG by hand",
        Estimates::Grade,
        MCLAUGHLIN,
        "3 + sqrt(30 polysyllables/sentences)",
        &[Sentences, Polysyllables],
        |c| Some(3.0 + thirty_sentences(c)?.sqrt()),
    )
    .minimum(1, SMOG_SENTENCES),
    Formula::new(
        "forcast",
        "FORCAST",
        Estimates::Grade,
        "Caylor, Sticht, Fox & Ford 1973",
        "20 - (150 monosyllables/words)/10",
        &[Words, Monosyllables],
        |c| Some(20.0 - 1.5 * c.percent(c.monosyllables)? / 10.0),
    )
    .minimum(FORCAST_WORDS, 1),
    Formula::new(
        "forcast_rgl",
        "FORCAST Reading Grade Level, unrounded",
        Estimates::Grade,
        "Caylor, Sticht, Fox & Ford 1973",
        "20.43 - 0.11 (150 monosyllables/words)",
        &[Words, Monosyllables],
        |c| Some(20.43 - 0.11 * 1.5 * c.percent(c.monosyllables)?),
    )
    .minimum(FORCAST_WORDS, 1),
    Formula::new(
        "linsear_write",
        "Linsear Write",
        Estimates::Grade,
        "modern convention, no primary paper",
        "x = (words + 2 polysyllables)/sentences; x/2 above 20, else (x - 2)/2",
        &[Words, Sentences, Polysyllables],
        |c| {
            let x = linsear_points(c);
            Some(if x > 20.0 { x / 2.0 } else { (x - 2.0) / 2.0 })
        },
    )
    .aliases(&["linsear_write_formula"])
    .in_consensus()
    .common(),
    Formula::new(
        "lensear_write_ohayre",
        "Lensear Write",
        Estimates::Ease,
        "O'Hayre 1966; 70 to 80 is good for the average adult",
        "100 (ohayre_monosyllables + 3 sentences)/words",
        &[Words, Sentences, OhayreMonosyllables],
        |c| {
            c.sentence_length()?;
            Some(c.percent(c.ohayre_monosyllables?)? + 3.0 * c.percent(c.sentences)?)
        },
    ),
    Formula::new(
        "elf",
        "Easy Listening Formula",
        Estimates::Index,
        "Fang 1966; each syllable above one per word counts; below 12 is easy to listen to",
        "(syllables - words)/sentences",
        &[Words, Sentences, Syllables],
        |c| Some(c.per_sentence(c.syllables)? - c.sentence_length()?),
    )
    .range(0.0, 20.0),
    Formula::new(
        "wheeler_smith",
        "Wheeler-Smith Index",
        Estimates::Index,
        "Wheeler & Smith 1954; made for the first four grades",
        "10 multisyllables/units",
        &[Units, Multisyllables],
        |c| Some(10.0 * super::ratio(c.multisyllables, c.units)?),
    )
    .levels(&[
        (4.0, "primer"),
        (8.0, "grade 1"),
        (11.5, "grade 2"),
        (19.0, "grade 3"),
        (26.6, "grade 4"),
        (f64::INFINITY, "above grade 4"),
    ]),
    Formula::new(
        "strain",
        "Strain Index",
        Estimates::Index,
        "Solomon (Nirmaldasan) 2007",
        "3 syllables/(10 sentences)",
        &[Sentences, Syllables],
        |c| Some(0.3 * c.per_sentence(c.syllables)?),
    )
    .minimum(1, 3),
    Formula::new(
        "coleman_1",
        "Coleman, formula 1",
        Estimates::Cloze,
        COLEMAN,
        "1.29 m - 38.45, m = 100 monosyllables/words",
        &[Words, Monosyllables],
        |c| Some(1.29 * c.percent(c.monosyllables)? - 38.45),
    )
    .range(0.0, 100.0),
    Formula::new(
        "coleman_2",
        "Coleman, formula 2",
        Estimates::Cloze,
        COLEMAN,
        "1.16 m + 1.48 s - 37.95, s = 100 sentences/words",
        &[Words, Sentences, Monosyllables],
        |c| {
            c.sentence_length()?;
            Some(1.16 * c.percent(c.monosyllables)? + 1.48 * c.percent(c.sentences)? - 37.95)
        },
    )
    .range(0.0, 100.0),
    Formula::new(
        "coleman_3",
        "Coleman, formula 3",
        Estimates::Cloze,
        COLEMAN,
        "1.07 m + 1.18 s + 0.76 p - 34.02, p = 100 pronouns/words",
        &[Words, Sentences, Monosyllables, Pronouns],
        |c| {
            c.sentence_length()?;
            let (m, s, p) = (c.percent(c.monosyllables)?, c.percent(c.sentences)?, c.percent(c.pronouns?)?);
            Some(1.07 * m + 1.18 * s + 0.76 * p - 34.02)
        },
    )
    .range(0.0, 100.0),
    Formula::new(
        "coleman_4",
        "Coleman, formula 4",
        Estimates::Cloze,
        COLEMAN,
        "1.04 m + 1.06 s + 0.56 p - 0.36 q - 26.01, q = 100 prepositions/words",
        &[Words, Sentences, Monosyllables, Pronouns, Prepositions],
        |c| {
            c.sentence_length()?;
            let (m, s, p) = (c.percent(c.monosyllables)?, c.percent(c.sentences)?, c.percent(c.pronouns?)?);
            Some(1.04 * m + 1.06 * s + 0.56 * p - 0.36 * c.percent(c.prepositions?)? - 26.01)
        },
    )
    .range(0.0, 100.0),
    Formula::new(
        "fucks",
        "Fucks's style characteristic",
        Estimates::Index,
        "Fucks 1955; its square root is a grade",
        "(syllables/words) (words/sentences)",
        &[Sentences, Syllables],
        |c| c.per_sentence(c.syllables),
    )
    .languages(&[]),
    Formula::new(
        "tuldava",
        "Tuldava's text difficulty",
        Estimates::Index,
        "Tuldava 1975",
        "(syllables/words) ln(words/sentences)",
        &[Words, Sentences, Syllables],
        |c| Some(c.word_syllables()? * c.sentence_length()?.ln()),
    )
    .languages(&[])
    .range(0.0, 10.0),
    Formula::new(
        "mean_sentence_length",
        "Mean sentence length",
        Estimates::Mean,
        "words per sentence",
        "words/sentences",
        &[Words, Sentences],
        Counts::sentence_length,
    )
    .languages(&[]),
    Formula::new(
        "mean_word_syllables",
        "Mean word length in syllables",
        Estimates::Mean,
        "syllables per word",
        "syllables/words",
        &[Words, Syllables],
        Counts::word_syllables,
    )
    .languages(&[]),
];

/// Words in a sentence, polysyllables three times. Added before they are divided, so that twenty is twenty exactly. Without
/// a sentence it is no finite number, and no score.
fn linsear_points(c: &Counts) -> f64 {
    (c.words as f64 + 2.0 * c.polysyllables as f64) / c.sentences as f64
}

/// Polysyllables of thirty sentences.
fn thirty_sentences(c: &Counts) -> Option<f64> {
    Some(30.0 * c.per_sentence(c.polysyllables)?)
}
