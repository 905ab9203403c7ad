//! Formulas of letters and characters.

use super::{Estimates, Formula};
use crate::language::Language;
use crate::measures::counts::CountKind::{
    Blanks, Characters, Letters, LongWords, MiniWords, NonSpaceCharacters, Sentences, Words,
};
use crate::measures::counts::Counts;

const SMITH: &str = "Smith & Senter 1967";
const KINCAID: &str = "Kincaid, Fishburne, Rogers & Chissom 1975";
const COLEMAN: &str = "Coleman & Liau 1975";
const DANIELSON: &str = "Danielson & Bryan 1963";
/// Of no language in particular.
const ANY: &[Language] = &[];

pub(super) const FORMULAS: [Formula; 15] = [
    Formula::new(
        "automated_readability_index",
        "Automated Readability Index",
        Estimates::Grade,
        SMITH,
        "4.71 characters/words + 0.5 words/sentences - 21.43",
        &[Words, Sentences, Characters],
        |c| Some(4.71 * c.word_characters()? + 0.5 * c.sentence_length()? - 21.43),
    )
    .aliases(&["ari"])
    .in_consensus()
    .common(),
    Formula::new(
        "ari_simple",
        "Automated Readability Index, simplified",
        Estimates::Index,
        SMITH,
        "words/sentences + 9 characters/words",
        &[Words, Sentences, Characters],
        |c| Some(c.sentence_length()? + 9.0 * c.word_characters()?),
    ),
    Formula::new(
        "ari_nri",
        "Automated Readability Index, Navy",
        Estimates::Grade,
        KINCAID,
        "0.4 words/sentences + 6 characters/words - 27.4",
        &[Words, Sentences, Characters],
        |c| Some(0.4 * c.sentence_length()? + 6.0 * c.word_characters()? - 27.4),
    ),
    Formula::new(
        "ari_nri_exact",
        "Automated Readability Index, Navy, unrounded",
        Estimates::Grade,
        KINCAID,
        "0.37 words/sentences + 5.84 characters/words - 26.01",
        &[Words, Sentences, Characters],
        |c| Some(0.37 * c.sentence_length()? + 5.84 * c.word_characters()? - 26.01),
    ),
    Formula::new(
        "coleman_liau_index",
        "Coleman-Liau Index",
        Estimates::Grade,
        "Coleman & Liau 1975, rounded",
        "0.0588 (100 letters/words) - 0.296 (100 sentences/words) - 15.8",
        &[Words, Sentences, Letters],
        |c| {
            c.sentence_length()?;
            Some(0.0588 * c.percent(c.letters)? - 0.296 * c.percent(c.sentences)? - 15.8)
        },
    )
    .aliases(&["coleman_liau_short"])
    .in_consensus()
    .common(),
    Formula::new(
        "coleman_liau_ecp",
        "Coleman-Liau estimated cloze percentage",
        Estimates::Cloze,
        COLEMAN,
        "141.8401 - 0.214590 (100 letters/words) + 1.079812 (100 sentences/words)",
        &[Words, Sentences, Letters],
        estimated_cloze,
    )
    .range(0.0, 100.0),
    Formula::new(
        "coleman_liau_grade",
        "Coleman-Liau grade, unrounded",
        Estimates::Grade,
        COLEMAN,
        "23.06395 - 27.4004 coleman_liau_ecp/100",
        &[Words, Sentences, Letters],
        |c| Some(23.06395 - 27.4004 * estimated_cloze(c)? / 100.0),
    ),
    Formula::new(
        "lix",
        "LIX",
        Estimates::Index,
        "Björnsson 1968",
        "words/sentences + 100 long_words/words",
        &[Words, Sentences, LongWords],
        |c| Some(c.sentence_length()? + c.percent(c.long_words)?),
    )
    .languages(ANY)
    .range(15.0, 70.0)
    .levels(&[
        (25.0, "very easy"),
        (35.0, "easy"),
        (45.0, "medium"),
        (55.0, "difficult"),
        (f64::INFINITY, "very difficult"),
    ])
    .common(),
    Formula::new(
        "rix",
        "RIX",
        Estimates::Index,
        "Anderson 1983",
        "long_words/sentences",
        &[Sentences, LongWords],
        |c| c.per_sentence(c.long_words),
    )
    .languages(ANY)
    .range(0.0, 8.0)
    .levels(&[
        (0.2, "grade 1"),
        (0.5, "grade 2"),
        (0.8, "grade 3"),
        (1.3, "grade 4"),
        (1.8, "grade 5"),
        (2.4, "grade 6"),
        (3.0, "grade 7"),
        (3.7, "grade 8"),
        (4.5, "grade 9"),
        (5.3, "grade 10"),
        (6.2, "grade 11"),
        (7.2, "grade 12"),
        (f64::INFINITY, "college"),
    ]),
    Formula::new(
        "mcalpine_eflaw",
        "EFLAW",
        Estimates::Index,
        "McAlpine 2006",
        "(words + mini_words)/sentences",
        &[Words, Sentences, MiniWords],
        |c| Some(c.sentence_length()? + c.per_sentence(c.mini_words)?),
    )
    .range(0.0, 40.0)
    .levels(&[
        (20.5, "very easy"),
        (25.5, "quite easy"),
        (29.5, "a little difficult"),
        (f64::INFINITY, "very confusing"),
    ]),
    Formula::new(
        "danielson_bryan_1",
        "Danielson-Bryan, formula 1",
        Estimates::Index,
        DANIELSON,
        "1.0364 characters/blanks + 0.0194 characters/sentences - 0.6059",
        &[Sentences, Characters, Blanks],
        |c| Some(1.0364 * super::ratio(c.characters, c.blanks)? + 0.0194 * c.per_sentence(c.characters)? - 0.6059),
    ),
    Formula::new(
        "danielson_bryan_2",
        "Danielson-Bryan, formula 2",
        Estimates::Ease,
        DANIELSON,
        "131.059 - 10.364 characters/blanks - 0.194 characters/sentences",
        &[Sentences, Characters, Blanks],
        |c| Some(131.059 - 10.364 * super::ratio(c.characters, c.blanks)? - 0.194 * c.per_sentence(c.characters)?),
    ),
    Formula::new(
        "devereux",
        "Devereux Readability Index",
        Estimates::Grade,
        "Smith 1961",
        "1.56 characters/words + 0.19 words/sentences - 6.49",
        &[Words, Sentences, Characters],
        |c| Some(1.56 * c.word_characters()? + 0.19 * c.sentence_length()? - 6.49),
    ),
    Formula::new(
        "mean_word_letters",
        "Mean word length in letters",
        Estimates::Mean,
        "letters per word",
        "letters/words",
        &[Words, Letters],
        Counts::word_letters,
    )
    .languages(ANY),
    Formula::new(
        "reading_time_seconds",
        "Reading time",
        Estimates::Seconds,
        "Demberg & Keller 2008: 14.69 milliseconds a character, white space not counted",
        "0.01469 non_space_characters",
        &[NonSpaceCharacters],
        |c| Some(0.01469 * c.non_space_characters as f64),
    )
    .aliases(&["reading_time"])
    .languages(ANY),
];

fn estimated_cloze(c: &Counts) -> Option<f64> {
    c.sentence_length()?;
    Some(141.8401 - 0.214_590 * c.percent(c.letters)? + 1.079_812 * c.percent(c.sentences)?)
}
