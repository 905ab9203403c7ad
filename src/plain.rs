//! Plain language for the numbers of a report: what the views (terminal, page) say beside them.

use crate::document::quotation::QuotationKind;
use crate::lexicon::{Category, VerbClass};
use crate::measures::loaded::Voice;
use crate::measures::readability::{Caveat, Direction, Estimates, Formula};
use crate::measures::sources::SourceVerb;

/// What the categories of loaded wording have in common; the views give each group one colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// Puts a label on people.
    Label,
    /// Passes judgement.
    Verdict,
    /// Stirs feeling.
    Feeling,
    /// Steers the reader.
    Steering,
    /// Carries a claim.
    Carrying,
}

impl Group {
    pub(crate) fn of(category: Category) -> Self {
        match category {
            Category::ContentiousLabel | Category::NameCalling | Category::Dehumanizing => Self::Label,
            Category::Legitimacy | Category::MoralFrame | Category::PartisanFrame | Category::Euphemism => {
                Self::Verdict
            }
            Category::Emotive
            | Category::ChargedVerb
            | Category::Puffery
            | Category::Intensifier
            | Category::Minimizer
            | Category::Absolutism => Self::Feeling,
            Category::Certainty | Category::Editorial | Category::Doubt | Category::ScareQuote => Self::Steering,
            Category::Hedge | Category::Weasel | Category::Attribution => Self::Carrying,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Verdict => "verdict",
            Self::Feeling => "feeling",
            Self::Steering => "steering",
            Self::Carrying => "carrying",
        }
    }
}

/// A category as readers see it.
pub(crate) fn category(category: Category) -> String {
    category.name().replace('_', " ")
}

/// What a category stands for, as what a word of it does.
pub(crate) fn meaning(category: Category) -> &'static str {
    match category {
        Category::ContentiousLabel => "sorts someone into a class that they would reject",
        Category::NameCalling => "insults, and says nothing else",
        Category::Legitimacy => "gives a verdict on lawfulness or genuineness without a source",
        Category::MoralFrame => "places one side with virtue, history or evil",
        Category::PartisanFrame => "one side’s name for a thing that has a neutral one",
        Category::Dehumanizing => "describes people as animals, disease, water or an invading force",
        Category::Emotive => "raises fear, pity, anger or awe",
        Category::ChargedVerb => "adds violence, stealth or contempt to an ordinary act",
        Category::Puffery => "praises or gives importance without a reason",
        Category::Intensifier => "raises the tone without adding a fact",
        Category::Minimizer => "shrinks what follows",
        Category::Absolutism => "says all or nothing",
        Category::Certainty => "stamps a claim as true",
        Category::Editorial => "steers the reader with an aside",
        Category::Hedge => "lowers the commitment to what is said",
        Category::Weasel => "passes a claim to an unnamed crowd",
        Category::Doubt => "casts doubt on a word or a status",
        Category::Euphemism => "a soft name that hides harm or cost",
        Category::Attribution => "a reporting verb that judges what it reports",
        Category::ScareQuote => "keeps a distance from words that nobody is said to have spoken",
    }
}

/// A voice as readers see it.
pub(crate) fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Own => "writer’s own words",
        Voice::Headline => "headline",
        Voice::DirectQuote => "direct quotes",
        Voice::ScareQuote => "scare quotes",
    }
}

/// A kind of quotation as readers see it.
pub(crate) fn quotation(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "direct quote",
        QuotationKind::Fragment => "quoted fragment",
        QuotationKind::Scare => "scare quote",
        QuotationKind::Name => "title or name",
    }
}

/// A reporting verb as readers see it: what it says unless it is plain, and how often if it is not once.
pub(crate) fn verb(verb: &SourceVerb) -> String {
    let SourceVerb { verb, verb_class, count, .. } = verb;
    let times = if *count == 1 { String::new() } else { format!(" ×{count}") };
    match verb_class {
        VerbClass::Neutral => format!("{verb}{times}"),
        class => format!("{verb}{times} ({})", class.name().replace('_', " ")),
    }
}

/// Strength in words.
pub(crate) fn strength(strength: u8) -> &'static str {
    match strength {
        0 | 1 => "mild",
        2 => "clear",
        _ => "strong",
    }
}

/// Flesch's own words for his scale (Flesch 1949, The Art of Readable Writing).
fn ease(score: f64) -> &'static str {
    match score {
        s if s >= 90.0 => "very easy",
        s if s >= 80.0 => "easy",
        s if s >= 70.0 => "fairly easy",
        s if s >= 60.0 => "standard",
        s if s >= 50.0 => "fairly difficult",
        s if s >= 30.0 => "difficult",
        _ => "very difficult",
    }
}

/// Why a report has no grade.
pub(crate) fn no_grade(words: u64) -> &'static str {
    if words == 0 { "no words to measure" } else { "no formula of this language estimates a grade" }
}

/// Where a grade of the United States is taught.
pub(crate) fn grade(grade: f64) -> &'static str {
    match grade {
        g if g < 6.0 => "elementary school",
        g if g < 9.0 => "middle school",
        g if g < 13.0 => "high school",
        g if g < 17.0 => "college",
        _ => "beyond college",
    }
}

/// What the score of a formula means.
pub(crate) fn score(formula: &Formula, score: f64) -> &'static str {
    if let Some(level) = formula.level(score) {
        return level;
    }
    match formula.estimates {
        Estimates::Grade => grade(score),
        Estimates::Years => "years of school",
        Estimates::Mean => "mean of the text",
        Estimates::Seconds => "seconds",
        Estimates::Ease => ease(score),
        Estimates::Cloze => "blanks filled right; higher is easier",
        Estimates::Index => match formula.higher_is {
            Direction::Harder => "own scale; higher is harder",
            Direction::Easier => "own scale; higher is easier",
        },
    }
}

/// A caveat as readers see it.
pub(crate) fn caveat(formula: &Formula, caveat: Caveat) -> String {
    match caveat {
        Caveat::NoText => "no words to measure".to_owned(),
        Caveat::SampleTooSmall if formula.minimum_sentences > 1 => {
            format!("made for {} sentences or more; this text has fewer", formula.minimum_sentences)
        }
        Caveat::SampleTooSmall => format!("made for {} words or more; this text has fewer", formula.minimum_words),
        _ => caveat.message().to_owned(),
    }
}

/// The bounds of Hutto & Gilbert (2014): neutral between -0.05 and 0.05.
pub(crate) fn tone(compound: f64) -> &'static str {
    match compound {
        c if c >= 0.5 => "clearly positive",
        c if c >= 0.05 => "slightly positive",
        c if c > -0.05 => "neutral",
        c if c > -0.5 => "slightly negative",
        _ => "clearly negative",
    }
}

/// Minutes to read silently at 238 words a minute (Brysbaert 2019), rounded up.
pub(crate) fn minutes(words: u64) -> u64 {
    words.div_ceil(238)
}

/// A count with commas.
pub(crate) fn count(count: u64) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A count with its noun.
pub(crate) fn counted(number: u64, noun: &str) -> String {
    format!("{} {noun}{}", count(number), if number == 1 { "" } else { "s" })
}

/// A number rounded for the eye; "–" where there is none.
pub(crate) fn number(value: Option<f64>, places: usize) -> String {
    let Some(value) = value else { return "–".to_owned() };
    let text = format!("{value:.places$}");
    match text.strip_prefix('-') {
        // What rounds to zero has no sign.
        Some(digits) if digits.bytes().all(|b| matches!(b, b'0' | b'.')) => digits.to_owned(),
        Some(digits) => format!("−{digits}"),
        None => text,
    }
}

/// White space, control characters and line ends as one space each, cut to `limit` characters.
pub(crate) fn snippet(text: &str, limit: usize) -> String {
    let mut words = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if words.len() > limit * 4 {
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    match words.char_indices().nth(limit.saturating_sub(1)) {
        Some((at, _)) if words[at..].chars().nth(1).is_some() => {
            let cut = words[..at].trim_end();
            format!("{cut}…")
        }
        _ => words,
    }
}
