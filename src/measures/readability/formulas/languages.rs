//! Formulas of languages other than English.

use super::{Direction, Estimates, Formula};
use crate::language::Language::{
    self, Arabic, Dutch, French, German, Hungarian, Italian, Polish, Portuguese, Russian, Spanish, Ukrainian,
};
use crate::measures::counts::CountKind::{
    self, Characters, ComplexWords, Conjunctions, FaseehWords, ForeignWords, Letters, LongWords, Monosyllables,
    Polysyllables, Prepositions, PunctuationMarks, Sentences, SixLetterWords, SquaredLetters, Syllables, Types,
    UncommonTypes, Words,
};
use crate::measures::counts::Counts;

const BAMBERGER: &str = "Bamberger & Vanecek 1984";
const TRAENKLE: &str = "Tränkle & Bailer 1984";

/// A reading ease of sentence length and syllables.
const fn flesch(
    name: &'static str,
    title: &'static str,
    languages: &'static [Language],
    source: &'static str,
    definition: &'static str,
    compute: fn(&Counts) -> Option<f64>,
) -> Formula {
    Formula::new(name, title, Estimates::Ease, source, definition, &[Words, Sentences, Syllables], compute)
        .languages(languages)
}

/// A formula of Bamberger and Vanecek in school years of Austria, 4 to 15.
const fn wiener(
    name: &'static str,
    title: &'static str,
    definition: &'static str,
    needs: &'static [CountKind],
    compute: fn(&Counts) -> Option<f64>,
) -> Formula {
    Formula::new(name, title, Estimates::Years, BAMBERGER, definition, needs, compute)
        .languages(&[German])
        .range(4.0, 15.0)
}

pub(super) const FORMULAS: [Formula; 33] = [
    flesch(
        "flesch_de_amstad",
        "Flesch-Amstad",
        &[German],
        "Amstad 1978",
        "180 - words/sentences - 58.5 syllables/words",
        |c| Some(180.0 - c.sentence_length()? - 58.5 * c.word_syllables()?),
    )
    .levels(super::syllables::FLESCH_LEVELS)
    .common(),
    wiener(
        "wiener_sachtext_1",
        "Neue Wiener Sachtextformel 1",
        "0.1935 m + 0.1672 words/sentences + 0.1297 l - 0.0327 e - 0.875, m = 100 polysyllables/words, l = 100 \
         long_words/words, e = 100 monosyllables/words",
        &[Words, Sentences, Polysyllables, LongWords, Monosyllables],
        |c| {
            let (m, l, e) = (c.percent(c.polysyllables)?, c.percent(c.long_words)?, c.percent(c.monosyllables)?);
            Some(0.1935 * m + 0.1672 * c.sentence_length()? + 0.1297 * l - 0.0327 * e - 0.875)
        },
    )
    .in_consensus()
    .common(),
    wiener(
        "wiener_sachtext_2",
        "Neue Wiener Sachtextformel 2",
        "0.2007 m + 0.1682 words/sentences + 0.1373 l - 2.779",
        &[Words, Sentences, Polysyllables, LongWords],
        |c| {
            let (m, l) = (c.percent(c.polysyllables)?, c.percent(c.long_words)?);
            Some(0.2007 * m + 0.1682 * c.sentence_length()? + 0.1373 * l - 2.779)
        },
    )
    .in_consensus(),
    wiener(
        "wiener_sachtext_3",
        "Neue Wiener Sachtextformel 3",
        "0.2963 m + 0.1905 words/sentences - 1.1144",
        &[Words, Sentences, Polysyllables],
        |c| Some(0.2963 * c.percent(c.polysyllables)? + 0.1905 * c.sentence_length()? - 1.1144),
    )
    .in_consensus(),
    wiener(
        "wiener_sachtext_4",
        "Neue Wiener Sachtextformel 4",
        "0.2744 m + 0.2656 words/sentences - 1.693",
        &[Words, Sentences, Polysyllables],
        |c| Some(0.2744 * c.percent(c.polysyllables)? + 0.2656 * c.sentence_length()? - 1.693),
    ),
    wiener(
        "wiener_literatur_1",
        "Neue Wiener Literaturformel 1",
        "0.2032 u - 0.1715 s + 0.1594 m - 0.0746 words/sentences - 0.145, u = 100 uncommon_types/types, s = 100 \
         sentences/words; from given counts only",
        &[Words, Types, Sentences, Polysyllables, UncommonTypes],
        |c| {
            let uncommon = 100.0 * super::ratio(c.uncommon_types?, c.types)?;
            let (s, m) = (c.percent(c.sentences)?, c.percent(c.polysyllables)?);
            Some(0.2032 * uncommon - 0.1715 * s + 0.1594 * m - 0.0746 * c.sentence_length()? - 0.145)
        },
    ),
    wiener(
        "wiener_literatur_2",
        "Neue Wiener Literaturformel 2",
        "0.2081 u - 0.207 s + 0.1772 m + 0.7498; from given counts only",
        &[Words, Types, Sentences, Polysyllables, UncommonTypes],
        |c| {
            c.sentence_length()?;
            let uncommon = 100.0 * super::ratio(c.uncommon_types?, c.types)?;
            Some(0.2081 * uncommon - 0.207 * c.percent(c.sentences)? + 0.1772 * c.percent(c.polysyllables)? + 0.7498)
        },
    ),
    wiener(
        "wiener_literatur_3",
        "Neue Wiener Literaturformel 3",
        "0.2373 m + 0.2433 words/sentences + 0.1508 l - 3.9203",
        &[Words, Sentences, Polysyllables, LongWords],
        |c| {
            let (m, l) = (c.percent(c.polysyllables)?, c.percent(c.long_words)?);
            Some(0.2373 * m + 0.2433 * c.sentence_length()? + 0.1508 * l - 3.9203)
        },
    ),
    Formula::new(
        "smog_de",
        "SMOG, German",
        Estimates::Years,
        BAMBERGER,
        "sqrt(30 polysyllables/sentences) - 2",
        &[Sentences, Polysyllables],
        |c| Some((30.0 * c.per_sentence(c.polysyllables)?).sqrt() - 2.0),
    )
    .languages(&[German])
    .minimum(1, super::syllables::SMOG_SENTENCES)
    .in_consensus(),
    Formula::new(
        "dickes_steiwer",
        "Dickes-Steiwer",
        Estimates::Ease,
        "Dickes & Steiwer 1977",
        "235.95993 - 73.021 ln(letters/words + 1) - 12.56438 ln(words/sentences + 1) - 50.03293 types/words",
        &[Words, Types, Sentences, Letters],
        |c| {
            let (letters, length) = ((c.word_letters()? + 1.0).ln(), (c.sentence_length()? + 1.0).ln());
            Some(235.95993 - 73.021 * letters - 12.56438 * length - 50.03293 * super::ratio(c.types, c.words)?)
        },
    )
    .languages(&[German]),
    Formula::new(
        "traenkle_bailer_1",
        "Tränkle-Bailer 1",
        Estimates::Ease,
        TRAENKLE,
        "224.6814 - 79.8304 ln(letters/words + 1) - 12.24032 ln(words/sentences + 1) - 1.292857 (100 \
         prepositions/words)",
        &[Words, Sentences, Letters, Prepositions],
        |c| {
            let (letters, length) = ((c.word_letters()? + 1.0).ln(), (c.sentence_length()? + 1.0).ln());
            Some(224.6814 - 79.8304 * letters - 12.24032 * length - 1.292_857 * c.percent(c.prepositions?)?)
        },
    )
    .languages(&[German]),
    Formula::new(
        "traenkle_bailer_2",
        "Tränkle-Bailer 2",
        Estimates::Ease,
        TRAENKLE,
        "234.1063 - 96.11069 ln(letters/words + 1) - 2.05444 (100 prepositions/words) - 1.02805 (100 \
         conjunctions/words)",
        &[Words, Letters, Prepositions, Conjunctions],
        |c| {
            let (prepositions, conjunctions) = (c.percent(c.prepositions?)?, c.percent(c.conjunctions?)?);
            let letters = (c.word_letters()? + 1.0).ln();
            Some(234.1063 - 96.11069 * letters - 2.05444 * prepositions - 1.02805 * conjunctions)
        },
    )
    .languages(&[German]),
    Formula::new(
        "tri_kuntzsch",
        "Text-Redundanz-Index",
        Estimates::Index,
        "Kuntzsch 1981, for samples of about 100 words; from given counts only",
        "0.449 monosyllables - 2.467 punctuation_marks - 0.937 foreign_words - 14.417",
        &[Monosyllables, PunctuationMarks, ForeignWords],
        |c| {
            let (short, marks, foreign) = (c.monosyllables as f64, c.punctuation_marks as f64, c.foreign_words? as f64);
            Some(0.449 * short - 2.467 * marks - 0.937 * foreign - 14.417)
        },
    )
    .languages(&[German])
    .higher_is(Direction::Easier),
    flesch(
        "flesch_fr_kandel_moles",
        "Flesch, French",
        &[French],
        "Kandel & Moles 1958",
        "207 - 1.015 words/sentences - 73.6 syllables/words",
        |c| Some(207.0 - 1.015 * c.sentence_length()? - 73.6 * c.word_syllables()?),
    )
    .common(),
    flesch(
        "flesch_it_franchina_vacca",
        "Flesch-Vacca",
        &[Italian],
        "Franchina & Vacca 1986",
        "217 - 1.3 words/sentences - 60 syllables/words",
        |c| Some(217.0 - 1.3 * c.sentence_length()? - 60.0 * c.word_syllables()?),
    )
    .common(),
    Formula::new(
        "gulpease",
        "Gulpease",
        Estimates::Ease,
        "Lucisano & Piemontese 1988",
        "89 + (300 sentences - 10 letters)/words",
        &[Words, Sentences, Letters],
        |c| {
            c.sentence_length()?;
            Some(89.0 + 3.0 * c.percent(c.sentences)? - 10.0 * c.word_letters()?)
        },
    )
    .aliases(&["gulpease_index"])
    .languages(&[Italian])
    .levels(&[
        (40.0, "difficult with a high-school diploma"),
        (60.0, "difficult with a middle-school diploma"),
        (80.0, "difficult with an elementary-school diploma"),
        (f64::INFINITY, "easy"),
    ])
    .common(),
    flesch(
        "flesch_nl_douma",
        "Flesch-Douma",
        &[Dutch],
        "Douma 1960",
        "206.84 - 0.93 words/sentences - 77 syllables/words",
        |c| Some(206.84 - 0.93 * c.sentence_length()? - 77.0 * c.word_syllables()?),
    )
    .common(),
    flesch(
        "flesch_nl_brouwer",
        "Leesindex A",
        &[Dutch],
        "Brouwer 1963",
        "195 - 2 words/sentences - (200/3) syllables/words",
        |c| Some(195.0 - 2.0 * c.sentence_length()? - 200.0 / 3.0 * c.word_syllables()?),
    ),
    flesch(
        "flesch_ru_oborneva",
        "Flesch, Russian",
        &[Russian],
        "Oborneva 2006",
        "206.835 - 1.3 words/sentences - 60.1 syllables/words",
        |c| Some(206.835 - 1.3 * c.sentence_length()? - 60.1 * c.word_syllables()?),
    )
    .common(),
    flesch(
        "flesch_uk_partiko",
        "Flesch, Ukrainian",
        &[Ukrainian],
        "Partiko 2001",
        "206.84 - 5.93 words/sentences - 28.3 syllables/words",
        |c| Some(206.84 - 5.93 * c.sentence_length()? - 28.3 * c.word_syllables()?),
    )
    .common(),
    flesch(
        "flesch_hu",
        "Flesch, Hungarian",
        &[Hungarian],
        "textstat 0.7; no primary paper is known",
        "206.835 - 1.015 words/sentences - 58.5 syllables/words",
        |c| Some(206.835 - 1.015 * c.sentence_length()? - 58.5 * c.word_syllables()?),
    )
    .common(),
    flesch(
        "flesch_pt_martins",
        "Flesch, Portuguese",
        &[Portuguese],
        "Martins, Ghiraldelo, Nunes & Oliveira 1996",
        "248.835 - 1.015 words/sentences - 84.6 syllables/words",
        |c| Some(248.835 - 1.015 * c.sentence_length()? - 84.6 * c.word_syllables()?),
    )
    .common(),
    Formula::new(
        "fog_pl",
        "Fog index, Polish",
        Estimates::Years,
        "Pisarek 1969; hard words by the forms of the text, not by base forms",
        "sqrt((words/sentences)^2 + (100 complex_words/words)^2)/2",
        &[Words, Sentences, ComplexWords],
        |c| Some(c.sentence_length()?.hypot(c.percent(c.complex_words?)?) / 2.0),
    )
    .languages(&[Polish])
    .in_consensus()
    .common(),
    flesch(
        "fernandez_huerta",
        "Fernández Huerta",
        &[Spanish],
        "Fernández Huerta 1959",
        "206.84 - 1.02 words/sentences - 60 syllables/words",
        |c| Some(206.84 - 1.02 * c.sentence_length()? - 60.0 * c.word_syllables()?),
    )
    .common(),
    flesch(
        "szigriszt_pazos",
        "Szigriszt-Pazos (INFLESZ)",
        &[Spanish],
        "Szigriszt Pazos 1993; levels of Barrio Cantalejo 2008",
        "206.835 - words/sentences - 62.3 syllables/words",
        |c| Some(206.835 - c.sentence_length()? - 62.3 * c.word_syllables()?),
    )
    .levels(&[
        (40.0, "very difficult"),
        (55.0, "somewhat difficult"),
        (65.0, "normal"),
        (80.0, "fairly easy"),
        (f64::INFINITY, "very easy"),
    ])
    .common(),
    Formula::new(
        "gutierrez_polini",
        "Gutiérrez de Polini",
        Estimates::Ease,
        "Gutiérrez de Polini 1972",
        "95.2 - 9.7 letters/words - 0.35 words/sentences",
        &[Words, Sentences, Letters],
        |c| Some(95.2 - 9.7 * c.word_letters()? - 0.35 * c.sentence_length()?),
    )
    .languages(&[Spanish]),
    Formula::new(
        "crawford",
        "Crawford",
        Estimates::Years,
        "Crawford 1985; made for the six years of primary school",
        "0.049 (100 syllables/words) - 0.205 (100 sentences/words) - 3.407",
        &[Words, Sentences, Syllables],
        |c| {
            c.sentence_length()?;
            Some(0.049 * c.percent(c.syllables)? - 0.205 * c.percent(c.sentences)? - 3.407)
        },
    )
    .languages(&[Spanish])
    .range(1.0, 8.0)
    .in_consensus(),
    Formula::new(
        "legibilidad_mu",
        "Legibilidad µ",
        Estimates::Ease,
        "Muñoz Baquedano 2006",
        "100 (words/(words - 1)) (mean/variance) of the letters per word",
        &[Words, Letters, SquaredLetters],
        |c| {
            let mean = c.word_letters()?;
            let variance = super::ratio(c.squared_letters, c.words)? - mean.powi(2);
            let words = c.words as f64;
            Some(100.0 * words / (words - 1.0) * mean / variance)
        },
    )
    .languages(&[Spanish]),
    Formula::new(
        "al_heeti_1",
        "Al-Heeti, policy one",
        Estimates::Years,
        "Al-Heeti 1984",
        "4.41434307 letters/words - 13.46873475",
        &[Words, Letters],
        |c| Some(4.414_343_07 * c.word_letters()? - 13.468_734_75),
    )
    .languages(&[Arabic]),
    Formula::new(
        "al_heeti_2",
        "Al-Heeti, policy two",
        Estimates::Years,
        "Al-Heeti 1984",
        "0.97569509 letters/words + 0.37237998 words/sentences - 0.90451827 words/types - 1.06000414",
        &[Words, Types, Sentences, Letters],
        |c| {
            let (letters, length) = (c.word_letters()?, c.sentence_length()?);
            let repeated = super::ratio(c.words, c.types)?;
            Some(0.975_695_09 * letters + 0.372_379_98 * length - 0.904_518_27 * repeated - 1.060_004_14)
        },
    )
    .languages(&[Arabic]),
    Formula::new(
        "aari",
        "Automatic Arabic Readability Index",
        Estimates::Index,
        "Al-Tamimi, Jaradat, Al-Jarrah & Ghanem 2013; grows with the length of the text",
        "3.28 characters + 1.43 characters/words + 1.24 words/sentences",
        &[Words, Sentences, Characters],
        |c| Some(3.28 * c.characters as f64 + 1.43 * c.word_characters()? + 1.24 * c.sentence_length()?),
    )
    .languages(&[Arabic]),
    Formula::new(
        "dawood",
        "Dawood",
        Estimates::Index,
        "Dawood 1977",
        "5.5543 words/types - 0.0533 letters/words - 0.2066 words/sentences - 1.0801",
        &[Words, Types, Sentences, Letters],
        |c| {
            let repeated = super::ratio(c.words, c.types)?;
            Some(5.5543 * repeated - 0.0533 * c.word_letters()? - 0.2066 * c.sentence_length()? - 1.0801)
        },
    )
    .languages(&[Arabic])
    .higher_is(Direction::Easier),
    Formula::new(
        "osman",
        "OSMAN",
        Estimates::Ease,
        "El-Haj & Rayson 2016",
        "200.791 - 1.015 words/sentences - 24.181 (six_letter_words + syllables + complex_words + faseeh_words)/words",
        &[Words, Sentences, Syllables, SixLetterWords, ComplexWords, FaseehWords],
        |c| {
            let hard = [Some(c.six_letter_words), Some(c.syllables), c.complex_words, c.faseeh_words];
            let hard = hard.into_iter().try_fold(0.0, |sum, count| Some(sum + super::ratio(count?, c.words)?))?;
            Some(200.791 - 1.015 * c.sentence_length()? - 24.181 * hard)
        },
    )
    .languages(&[Arabic])
    .common(),
];
