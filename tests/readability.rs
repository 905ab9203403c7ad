//! The formulas against scores computed apart from the code, what the counts count, and what is said of texts whose
//! scores are missing or not to be trusted.
#![expect(clippy::expect_used, reason = "a test may stop")]
#![expect(clippy::float_cmp, reason = "the same scores are compared")]

mod tables;

use connote::{
    Analyzer, Caveat, CountKind, Counts, Direction, Error, Estimates, FORMULAS, Formula, Graph, GraphArea, Language,
    Readability, columns_of,
};

/// Sets a count by its name.
fn set(counts: &mut Counts, name: &str, value: u64) {
    let plain = match name {
        "words" => &mut counts.words,
        "types" => &mut counts.types,
        "sentences" => &mut counts.sentences,
        "units" => &mut counts.units,
        "blanks" => &mut counts.blanks,
        "non_space_characters" => &mut counts.non_space_characters,
        "punctuation_marks" => &mut counts.punctuation_marks,
        "syllables" => &mut counts.syllables,
        "letters" => &mut counts.letters,
        "characters" => &mut counts.characters,
        "squared_letters" => &mut counts.squared_letters,
        "monosyllables" => &mut counts.monosyllables,
        "multisyllables" => &mut counts.multisyllables,
        "polysyllables" => &mut counts.polysyllables,
        "mini_words" => &mut counts.mini_words,
        "six_letter_words" => &mut counts.six_letter_words,
        "long_words" => &mut counts.long_words,
        _ => {
            let listed = match name {
                "ohayre_monosyllables" => &mut counts.ohayre_monosyllables,
                "complex_words" => &mut counts.complex_words,
                "unfamiliar_words" => &mut counts.unfamiliar_words,
                "spache_unfamiliar_types" => &mut counts.spache_unfamiliar_types,
                "prepositions" => &mut counts.prepositions,
                "conjunctions" => &mut counts.conjunctions,
                "pronouns" => &mut counts.pronouns,
                "faseeh_words" => &mut counts.faseeh_words,
                "harris_jacobson_words" => &mut counts.harris_jacobson_words,
                "uncommon_types" => &mut counts.uncommon_types,
                "foreign_words" => &mut counts.foreign_words,
                _ => panic!("no formula needs '{name}'"),
            };
            *listed = Some(value);
            return;
        }
    };
    *plain = value;
}

/// The counts of a cell: `words=137 sentences=14`.
fn counts(cell: &str) -> Counts {
    let mut counts = Counts::default();
    for pair in cell.split(' ') {
        let (name, value) = pair.split_once('=').expect("a name and a count");
        set(&mut counts, name, value.parse().expect("a count"));
    }
    counts
}

fn read(text: &str) -> Result<Readability, Error> {
    Ok(Analyzer::new()?.analyze(text)?.readability)
}

#[test]
fn scores_are_those_of_the_papers() {
    let rows = tables::rows("tests/data/formulas.tsv");
    for formula in FORMULAS {
        let of_formula = rows.iter().filter(|row| row.cell(1) == formula.name);
        assert_eq!(of_formula.count(), 4, "tests/data/formulas.tsv has the texts of {}", formula.name);
    }
    for row in rows {
        let formula = Formula::named(row.cell(1)).expect("a formula");
        let expected: f64 = row.cell(3).parse().expect("a score");
        // Only the counts that the formula needs are there: it reads no other.
        let score = formula.score(&counts(row.cell(2))).expect("a score");
        let error = (score - expected).abs();
        assert!(error <= 1e-12 * expected.abs().max(1.0), "{}, {}: {score}", formula.name, row.cell(0));
    }
}

#[test]
fn formulas_read_every_count_they_name() {
    for row in tables::rows("tests/data/formulas.tsv").iter().filter(|row| row.cell(0) == "a report") {
        let formula = Formula::named(row.cell(1)).expect("a formula");
        let given = counts(row.cell(2));
        for kind in formula.needs {
            let mut changed = given;
            set(&mut changed, kind.name(), kind.of(&given).expect("a count") + 10);
            assert_ne!(formula.score(&given), formula.score(&changed), "{}: {}", formula.name, kind.name());
        }
        assert_eq!(formula.needs.len(), row.cell(2).split(' ').count(), "{}", formula.name);
    }
}

#[test]
fn scores_rise_and_fall_as_their_direction_says() {
    let hard = "words=600 types=450 sentences=20 units=22 blanks=599 non_space_characters=3600 punctuation_marks=90 \
                syllables=1150 letters=3400 characters=3450 squared_letters=24000 monosyllables=300 \
                multisyllables=300 polysyllables=150 ohayre_monosyllables=250 complex_words=120 mini_words=240 \
                six_letter_words=290 long_words=230 unfamiliar_words=200 spache_unfamiliar_types=170 prepositions=90 \
                conjunctions=40 pronouns=12 faseeh_words=20 harris_jacobson_words=220 uncommon_types=250 \
                foreign_words=20";
    let easy = "words=600 types=250 sentences=60 units=66 blanks=599 non_space_characters=2700 punctuation_marks=80 \
                syllables=730 letters=2400 characters=2410 squared_letters=11000 monosyllables=480 multisyllables=120 \
                polysyllables=12 ohayre_monosyllables=430 complex_words=6 mini_words=120 six_letter_words=60 \
                long_words=25 unfamiliar_words=15 spache_unfamiliar_types=12 prepositions=50 conjunctions=30 \
                pronouns=80 faseeh_words=0 harris_jacobson_words=25 uncommon_types=30 foreign_words=0";
    let (hard, easy) = (counts(hard), counts(easy));
    for formula in FORMULAS {
        let rises = formula.score(&hard) > formula.score(&easy);
        // It counts repetition as hard, which the easy text has more of.
        if !matches!(formula.name, "dickes_steiwer" | "dawood" | "al_heeti_2") {
            assert_eq!(rises, formula.higher_is == Direction::Harder, "{}", formula.name);
        }
    }
}

/// Of single characters there is nothing to show.
const UNSHOWN: [&str; 3] = ["blanks", "non_space_characters", "punctuation_marks"];

#[test]
fn counts_count_the_right_things() -> Result<(), Error> {
    let (english, arabic) = (Analyzer::new()?, Analyzer::builder().language(Language::Arabic).build()?);
    let rows = tables::rows("tests/data/counting.tsv");
    assert!(rows.len() >= 60, "{} cases", rows.len());
    let mut misses = Vec::new();
    for row in rows {
        let (name, text, expected) = (row.cell(0), row.cell(1), row.cell(2));
        let kind = CountKind::ALL.iter().find(|kind| kind.name() == name).expect("a count");
        let analyzer = if kind.is_for(Language::English) { &english } else { &arabic };
        let document = analyzer.document(text)?;
        let mut found: Vec<String> = document.counted(*kind).iter().map(|span| span.of(text).to_owned()).collect();
        if UNSHOWN.contains(&name) {
            found.extend(kind.of(&document.counts()).map(|count| count.to_string()));
        }
        let found = if found.is_empty() { "-".to_owned() } else { found.join("|") };
        if found != expected {
            misses.push(format!("line {}, {name}: {found} for {expected}", row.line));
        }
    }
    assert!(misses.is_empty(), "{misses:#?}");
    Ok(())
}

/// Every count of things is the number of the places that it shows.
#[test]
fn counts_show_their_places() -> Result<(), Error> {
    // Sums over words, of which each place may hold several.
    let sums = ["syllables", "letters", "characters", "squared_letters", "foreign_letters"];
    let mut texts: Vec<String> = graded();
    texts.extend(["", "52-48", "5-4 and 1-2-3.", "SHOUTED\n\nA list:\n- one\n- two"].map(str::to_owned));
    texts.extend(tables::rows("tests/data/counting.tsv").iter().map(|row| row.cell(1).to_owned()));
    for language in Language::ALL {
        let analyzer = Analyzer::builder().language(language).build()?;
        for text in &texts {
            let document = analyzer.document(text)?;
            let counts = document.counts();
            for kind in CountKind::ALL {
                let (shown, count) = (document.counted(*kind).len() as u64, kind.of(&counts));
                assert_eq!(count.is_some(), kind.is_for(language), "{language}: {}", kind.name());
                if sums.contains(&kind.name()) {
                    assert!(Some(shown) <= count, "{text:?}: {}", kind.name());
                } else if !UNSHOWN.contains(&kind.name()) {
                    assert_eq!(Some(shown), count.or(Some(0)), "{text:?}: {}", kind.name());
                }
            }
            // As they are in NFKC.
            let plain = text.replace('…', "...").replace('″', "′′");
            let characters = plain.chars().filter(|c| !c.is_whitespace()).count() as u64;
            assert_eq!(counts.non_space_characters, characters, "{text:?}");
        }
    }
    Ok(())
}

/// The graded texts, the easiest first.
fn graded() -> Vec<String> {
    let names = ["1_first_readers", "2_primary_school", "3_local_paper", "4_business_review", "5_legal_commentary"];
    names.iter().map(|name| tables::file(&format!("tests/data/graded/{name}.txt"))).collect()
}

#[test]
fn formulas_rank_graded_texts() -> Result<(), Error> {
    let read: Vec<Readability> = graded().iter().map(|text| read(text)).collect::<Result<_, _>>()?;
    // Formulas without a list that can be shipped; Bormuth's polynomial turns at extreme sentence lengths, as his
    // paper's range of passages ends there; a text's reading time is its length.
    let unranked = ["harris_jacobson", "bormuth", "drp", "reading_time"];
    for formula in FORMULAS.iter().filter(|formula| formula.is_for(Language::English)) {
        if unranked.iter().any(|name| formula.name.starts_with(name)) && formula.name != "harris_jacobson_3" {
            continue;
        }
        let scores: Vec<f64> = read.iter().map(|read| read.get(formula.name).expect("a score")).collect();
        let in_order = match formula.higher_is {
            Direction::Harder => scores.is_sorted_by(|a, b| a < b),
            Direction::Easier => scores.is_sorted_by(|a, b| a > b),
        };
        assert!(in_order, "{}: {scores:?}", formula.name);
    }
    assert!(read.is_sorted_by(|a, b| a.consensus_grade < b.consensus_grade));
    Ok(())
}

#[test]
fn no_words_no_score() -> Result<(), Error> {
    for text in ["", " \n", "... !?", "***\n\n***", "https://example.org", "😀 😀."] {
        let readability = read(text)?;
        for (formula, score) in readability.iter() {
            assert_eq!(score, None, "{text:?}: {}", formula.name);
            assert_eq!(readability.caveat(formula), Some(Caveat::NoText));
        }
        assert_eq!(readability.consensus_grade, None);
        assert!(readability.consensus().is_none());
        assert_eq!(readability.area(Graph::Fry), None);
        assert_eq!(readability.text_caveats().collect::<Vec<_>>(), [Caveat::NoText]);
    }
    let needs_sentence = |formula: &&Formula| formula.needs.contains(&CountKind::Sentences);
    for formula in FORMULAS.iter().filter(needs_sentence) {
        let mut counts =
            counts("words=10 types=9 syllables=12 units=1 blanks=9 harris_jacobson_words=1 uncommon_types=1");
        for kind in formula.needs {
            if kind.of(&counts).is_none() {
                set(&mut counts, kind.name(), 1);
            }
        }
        assert_eq!(formula.score(&counts), None, "{}: no sentence", formula.name);
    }
    Ok(())
}

#[test]
fn scores_are_finite_whatever_the_counts() {
    for value in [0, 1, 2, u64::from(u32::MAX), u64::MAX] {
        let mut counts = Counts::default();
        for kind in FORMULAS.iter().flat_map(|formula| formula.needs) {
            set(&mut counts, kind.name(), value);
        }
        for formula in FORMULAS {
            assert!(formula.score(&counts).is_none_or(f64::is_finite), "{}: {value}", formula.name);
        }
        let _ = (Graph::Fry.area(&counts), Graph::Raygor.area(&counts));
    }
}

#[test]
fn small_samples_carry_a_caveat() -> Result<(), Error> {
    let smog = Formula::named("smog_index").expect("it is in the table");
    for (sentences, caveat) in [(1, Some(Caveat::SampleTooSmall)), (29, Some(Caveat::SampleTooSmall)), (30, None)] {
        let report = Analyzer::new()?.analyze(&"The ferry company closed the harbour. ".repeat(sentences))?;
        assert_eq!(report.counts.sentences, sentences as u64);
        assert_eq!(report.readability.caveat(smog), caveat, "{sentences} sentences");
        assert!(report.readability.get("smog_index").is_some(), "the score is given all the same");
    }
    let forcast = Formula::named("forcast").expect("it is in the table");
    for (words, caveat) in [(145, Some(Caveat::SampleTooSmall)), (150, None)] {
        assert_eq!(read(&"The men of war ran. ".repeat(words / 5))?.caveat(forcast), caveat, "{words} words");
    }
    let listed = Formula::named("harris_jacobson_1").expect("it is in the table");
    assert_eq!(read("The ferry closed.")?.caveat(listed), Some(Caveat::NoWordList));
    let blanks = Formula::named("danielson_bryan_1").expect("it is in the table");
    assert_eq!(read("Hello")?.caveat(blanks), Some(Caveat::Undefined));
    Ok(())
}

#[test]
fn texts_carry_caveats() -> Result<(), Error> {
    let prose = "The ferry company closed the harbour for a week. ".repeat(12);
    let list = "- Ferries and boats\n- The closed harbour\n- A week without work\n".repeat(12);
    let mixed = format!("{prose} Он сказал, что паром больше не пойдёт.");
    // 13 of 481 letters are no 5 %.
    let named = format!("{prose} Пароход больше.");
    for (text, caveats) in [
        (prose.as_str(), &[][..]),
        ("The ferry closed.", &[Caveat::FewWords]),
        (&mixed, &[Caveat::OtherScript]),
        (&named, &[]),
        (&list, &[Caveat::MostlyFragments]),
    ] {
        assert_eq!(read(text)?.text_caveats().collect::<Vec<_>>(), caveats, "{text}");
    }
    Ok(())
}

#[test]
fn caveats_have_one_name_in_every_report() {
    use Caveat::{FewWords, MostlyFragments, NoText, NoWordList, OtherScript, SampleTooSmall, Undefined};
    for caveat in [NoText, NoWordList, Undefined, SampleTooSmall, FewWords, OtherScript, MostlyFragments] {
        assert_eq!(serde_json::to_value(caveat).expect("JSON"), caveat.name());
    }
}

#[test]
fn the_consensus_is_a_median_of_one_of_each_family() -> Result<(), Error> {
    let readability = read(&graded()[2])?;
    let consensus = readability.consensus().expect("a consensus");
    let mut grades: Vec<f64> = consensus.scores.iter().map(|&(_, grade)| grade).collect();
    for &(formula, grade) in &consensus.scores {
        assert_eq!(formula.estimates, Estimates::Grade);
        assert_eq!(readability.get(formula.name), Some(grade));
    }
    grades.sort_by(f64::total_cmp);
    assert_eq!(grades.len(), 7);
    assert_eq!([consensus.lowest, consensus.grade, consensus.highest], [grades[0], grades[3], grades[6]]);
    assert_eq!(readability.consensus_grade, Some(consensus.grade));
    Ok(())
}

#[test]
fn graphs_give_their_authors_examples() {
    let of = |sentences: u64, syllables: u64, long: u64| {
        let mut counts = Counts::default();
        (counts.words, counts.sentences, counts.syllables, counts.six_letter_words) =
            (1000, sentences, syllables, long);
        (Graph::Fry.area(&counts), Graph::Raygor.area(&counts))
    };
    // Fry 1968: three samples with a mean of 141 syllables and 6.3 sentences are of seventh grade. Raygor 1977: a mean of
    // 17 long words and 6.4 sentences is of fifth grade.
    assert_eq!(of(63, 1410, 0).0, Some(GraphArea::Grade(7)));
    assert_eq!(of(64, 0, 170).1, Some(GraphArea::Grade(5)));
    assert_eq!(of(20, 1100, 60), (Some(GraphArea::LongSentences), Some(GraphArea::LongSentences)));
    assert_eq!(of(200, 1750, 430), (Some(GraphArea::LongWords), Some(GraphArea::LongWords)));
    assert_eq!(of(40, 1820, 430), (Some(GraphArea::Beyond), Some(GraphArea::Beyond)));
    assert_eq!(of(200, 1150, 70), (Some(GraphArea::Grade(1)), Some(GraphArea::Grade(3))));
    // On a line a text is of the easier grade, and on the edge of a dark area outside of it, whatever lies off the axis.
    assert_eq!(of(100, 1090, 0).0, Some(GraphArea::Grade(1)));
    assert_ne!(of(42, 1080, 0).0, Some(GraphArea::LongSentences));
    assert_ne!(of(250, 1410, 0).0, Some(GraphArea::LongWords));
    assert_ne!(of(300, 1410, 0).0, Some(GraphArea::LongWords));
    // At 120 syllables the edge is a quarter of the way from 3.0 to 3.3 sentences.
    assert_eq!(of(30, 1200, 0).0, Some(GraphArea::LongSentences));
    assert_ne!(of(31, 1200, 0).0, Some(GraphArea::LongSentences));
    for graph in Graph::ALL {
        let (mut whole, mut needed) = (Counts::default(), Counts::default());
        (whole.words, whole.sentences, whole.syllables, whole.six_letter_words) = (1000, 63, 1410, 170);
        for kind in graph.needs() {
            set(&mut needed, kind.name(), kind.of(&whole).expect("a count"));
        }
        assert_eq!(graph.area(&needed), graph.area(&whole), "{graph:?} reads what it needs");
        assert_eq!(graph.area(&counts("words=0 sentences=1")), None);
    }
}

#[test]
fn hard_sentences_come_first() -> Result<(), Error> {
    let text = tables::file("tests/data/graded/3_local_paper.txt");
    let document = Analyzer::new()?.document(&text)?.hardest_sentences(2);
    let first = document[0].span.of(&text);
    assert!(first.starts_with("Engineers told the council"), "{first}");
    assert!(document[0].difficulty > document[1].difficulty);
    // LIX: 4 words, two of more than 6 letters and one of 6.
    let german = Analyzer::builder().language(Language::German).build()?;
    let sentences = german.document("Die Regierung beriet gestern.")?.sentence_difficulties();
    assert_eq!(sentences[0].difficulty, 54.0);
    Ok(())
}

#[test]
fn every_formula_says_what_it_is() {
    for formula in FORMULAS {
        let names = |other: &&Formula| other.name == formula.name || other.aliases.contains(&formula.name);
        assert_eq!(FORMULAS.iter().filter(names).count(), 1, "{}", formula.name);
        for text in [formula.title, formula.source, formula.definition] {
            assert!(!text.trim().is_empty(), "{}", formula.name);
        }
        for name in formula.aliases.iter().chain([&formula.name]) {
            assert_eq!(Formula::named(name).map(|found| found.title), Some(formula.title));
        }
        assert!(formula.levels.is_sorted_by(|a, b| a.0 < b.0), "{}", formula.name);
    }
    assert!(Formula::named("flesch").is_none());
    let grade = Formula::named("flesch_kincaid_grade").expect("it is in the table");
    assert_eq!(grade.estimates.unit(), "grade");
    // Flesch 1948: 60 to 70 is standard.
    let ease = Formula::named("flesch_reading_ease").expect("it is in the table");
    assert_eq!([59.9, 60.0].map(|score| ease.level(score)), [Some("fairly difficult"), Some("standard")]);
    assert!(FORMULAS.iter().filter(|formula| formula.is_for(Language::English)).count() >= 55);
}

#[test]
fn languages_have_their_own_formulas() -> Result<(), Error> {
    for (code, name, text) in [
        ("de", "flesch_de_amstad", "Die Sonne scheint heute. Alle Leute freuen sich darüber."),
        ("es", "szigriszt_pazos", "El sol brilla hoy. Toda la gente se alegra mucho."),
        ("fr", "flesch_fr_kandel_moles", "Le soleil brille. Tous les gens sont contents."),
        ("it", "gulpease", "Il sole splende oggi. Tutti sono contenti."),
        ("nl", "flesch_nl_douma", "De zon schijnt vandaag. Iedereen is blij."),
        ("ru", "flesch_ru_oborneva", "Сегодня светит солнце. Все люди рады."),
        ("uk", "flesch_uk_partiko", "Сьогодні світить сонце. Усі люди раді."),
        ("pl", "fog_pl", "Dzisiaj świeci słońce. Wszyscy są zadowoleni."),
        ("pt", "flesch_pt_martins", "Hoje o sol brilha. Todos estão contentes."),
        ("hu", "flesch_hu", "Ma süt a nap. Mindenki örül neki."),
        ("ar", "osman", "تشرق الشمس اليوم. كل الناس سعداء."),
    ] {
        let analyzer = Analyzer::builder().language(code.parse()?).build()?;
        let report = analyzer.analyze(text)?;
        assert_eq!((report.readability.language(), report.readability.counts()), (analyzer.language(), &report.counts));
        assert!(report.readability.get(name).is_some(), "{code}: {name}");
        assert_eq!(report.readability.get("flesch_reading_ease"), None, "{code}");
        assert!(report.readability.get("lix").is_some(), "{code}: LIX is of no language");
        assert_eq!(report.readability.text_caveats().collect::<Vec<_>>(), [Caveat::FewWords], "{code}");
        assert_eq!(report.counts.unfamiliar_words, None, "{code}");
        assert!(!report.has_sentiment() && !report.has_terms());
        let json: serde_json::Value =
            serde_json::from_str(&report.to_json(connote::OffsetUnit::Byte).expect("JSON")).expect("JSON");
        assert_eq!((&json["sentiment"], &json["loaded"]), (&serde_json::Value::Null, &serde_json::Value::Null));
        assert!(columns_of(analyzer.language()).iter().any(|column| column.name == name));
        for column in connote::columns().iter().filter(|column| column.name.starts_with("sentiment")) {
            assert!(matches!(column.value(&report), connote::Value::Number(None)), "{code}: {}", column.name);
        }
    }
    assert!(Analyzer::new()?.analyze("It rains.")?.has_sentiment());
    let error = "tlh".parse::<Language>().expect_err("Klingon is not known").to_string();
    assert!(error.contains("'tlh'") && error.contains("de (German)") && error.contains("uk (Ukrainian)"), "{error}");
    Ok(())
}
