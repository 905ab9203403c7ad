//! A report for the terminal: at least 60 columns wide, at most 100.

use std::io::{IsTerminal, stdout};

use anstyle::{AnsiColor, Style};
use console::measure_text_width;

use super::places::Places;
use crate::lexicon::Category;
use crate::measures::loaded::{LoadedHit, Voice};
use crate::plain::{self, Group};
use crate::report::Report;

const NARROWEST: usize = 60;
const WIDEST: usize = 100;
/// The width where there is no terminal.
const USUAL: usize = 80;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// Columns of the terminal, or what the environment says with `COLUMNS`.
pub(super) fn width() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let found = || {
        let (_, columns) = console::Term::stdout().size_checked()?;
        stdout().is_terminal().then_some(usize::from(columns))
    };
    asked.or_else(found).unwrap_or(USUAL).clamp(NARROWEST, WIDEST)
}

/// The text in lines of at most `width` columns, broken between words; a longer word is cut.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let word = cut(word, width);
        let line = match lines.last_mut() {
            Some(line) if measure_text_width(line) + 1 + measure_text_width(&word) <= width => line,
            _ => {
                lines.push(String::new());
                let last = lines.len() - 1;
                &mut lines[last]
            }
        };
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The text in at most `width` columns, without control characters.
fn cut(text: &str, width: usize) -> String {
    let text = plain::snippet(text, usize::MAX / 8);
    console::truncate_str(&text, width, "…").into_owned()
}

pub(super) fn padded(text: &str, width: usize) -> String {
    let text = cut(text, width);
    let fill = width.saturating_sub(measure_text_width(&text));
    text + &" ".repeat(fill)
}

/// Strength as it is shown.
pub(super) fn dots(strength: u8) -> &'static str {
    match strength {
        0 | 1 => "●○○",
        2 => "●●○",
        _ => "●●●",
    }
}

pub(super) fn color(group: Group) -> Style {
    let color = match group {
        Group::Label => AnsiColor::Red,
        Group::Verdict => AnsiColor::Magenta,
        Group::Feeling => AnsiColor::Yellow,
        Group::Steering => AnsiColor::Cyan,
        Group::Carrying => AnsiColor::Blue,
    };
    color.on_default()
}

/// The report as text with colours.
pub(super) fn render(report: &Report, width: usize) -> String {
    let mut page = Page { report, width, places: Places::new(report.text()), out: String::new() };
    page.head();
    page.readability();
    page.words();
    if report.has_sentiment() {
        page.sentiment();
    }
    if report.has_terms() {
        page.loaded();
    }
    page.dictionaries();
    page.quotations();
    page.sources();
    page.out
}

struct Page<'r> {
    report: &'r Report,
    width: usize,
    places: Places<'r>,
    out: String,
}

/// How many of the most frequent words are listed.
const TOP_WORDS: usize = 20;
/// Columns of "line:column".
const PLACE: usize = 7;
/// Columns of the name of a category of a dictionary.
const CATEGORY: usize = 24;
/// Columns of the name of a speaker.
const WHO: usize = 18;

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    /// A line of prose in the indentation of a section.
    fn prose(&mut self, style: Style, text: &str) {
        for line in wrapped(text, self.width - 2) {
            self.line(&format!("  {style}{line}{style:#}"));
        }
    }

    fn section(&mut self, title: &str, figure: &str) {
        let used = measure_text_width(title) + measure_text_width(figure) + 3;
        let rule = "─".repeat(self.width.saturating_sub(used));
        self.line("");
        self.line(&format!("{BOLD}{title}{BOLD:#}  {figure} {FAINT}{rule}{FAINT:#}"));
    }

    fn head(&mut self) {
        let report = self.report;
        if let Some(headline) = report.headline {
            for line in wrapped(headline.of(report.text()), self.width) {
                self.line(&format!("{BOLD}{line}{BOLD:#}"));
            }
        }
        let counts = &report.counts;
        let size = [
            plain::counted(counts.words, "word"),
            plain::counted(counts.sentences, "sentence"),
            plain::counted(counts.paragraphs, "paragraph"),
            format!("{} min to read", plain::minutes(counts.words)),
        ];
        for line in wrapped(&size.join(" · "), self.width) {
            self.line(&format!("{FAINT}{line}{FAINT:#}"));
        }
    }

    fn readability(&mut self) {
        const TITLE: usize = 28;
        let readability = &self.report.readability;
        let grade = readability.consensus_grade;
        let meaning = grade.map_or_else(
            || plain::no_grade(self.report.counts.words).to_owned(),
            |grade| format!("grade {} ({})", plain::number(Some(grade), 1), plain::grade(grade)),
        );
        self.section("Readability", &meaning);
        for (formula, score) in readability.iter().filter(|(formula, _)| formula.common) {
            let Some(score) = score else { continue };
            let caveat = readability.caveat(formula);
            let mark = if caveat.is_some() { "!" } else { " " };
            let value = plain::number(Some(score), 1);
            let meaning = cut(plain::score(formula, score), self.width - TITLE - 13);
            let title = padded(formula.title, TITLE);
            self.line(&format!("  {title} {value:>7} {mark} {FAINT}{meaning}{FAINT:#}"));
        }
        for caveat in readability.text_caveats().filter(|_| grade.is_some()) {
            self.prose(FAINT, &format!("! {}", caveat.message()));
        }
        for (formula, caveat) in readability.caveats().filter(|(formula, _)| grade.is_some() && formula.common) {
            self.prose(FAINT, &format!("! {}: {}", formula.title, plain::caveat(formula, caveat)));
        }
    }

    fn words(&mut self) {
        let report = self.report;
        let (words, types) = (report.counts.words, report.counts.types);
        self.section("Words", &format!("{} distinct of {}", plain::count(types), plain::count(words)));
        let top = report.frequency.top(TOP_WORDS, false);
        let cells: Vec<(String, String)> =
            top.iter().map(|word| (cut(word.word, 20), plain::count(word.count))).collect();
        let wide = cells.iter().map(|(word, _)| measure_text_width(word)).max().unwrap_or(0);
        let digits = cells.iter().map(|(_, count)| count.len()).max().unwrap_or(0);
        let columns = ((self.width - 2 + 3) / (wide + 1 + digits + 3)).max(1);
        let rows = cells.len().div_ceil(columns);
        for row in 0..rows {
            let cells = cells.iter().skip(row).step_by(rows.max(1));
            let cells = cells.map(|(word, count)| format!("{} {FAINT}{count:>digits$}{FAINT:#}", padded(word, wide)));
            self.line(&format!("  {}", cells.collect::<Vec<_>>().join("   ")));
        }
        let diversity = &report.diversity;
        if diversity.mtld.is_some() {
            let (mtld, mattr) = (plain::number(diversity.mtld, 0), plain::number(diversity.mattr, 2));
            self.prose(FAINT, &format!("variety: MTLD {mtld}, moving type-token ratio {mattr}; higher is more varied"));
        }
    }

    fn sentiment(&mut self) {
        let sentiment = &self.report.sentiment;
        let mean = sentiment.news.score;
        let meaning = mean.map_or("no sentence to measure".to_owned(), |mean| {
            format!("{} ({})", plain::number(Some(mean), 2), plain::tone(mean))
        });
        self.section("Sentiment", &meaning);
        if sentiment.sentences.is_empty() {
            return;
        }
        self.line(&format!("  {}", self.arc()));
        let ordered = |a: &&crate::SentencePolarity, b: &&crate::SentencePolarity| a.score.total_cmp(&b.score);
        let extremes = [
            (AnsiColor::Red, sentiment.sentences.iter().min_by(ordered).filter(|s| s.score < 0.0)),
            (AnsiColor::Green, sentiment.sentences.iter().max_by(ordered).filter(|s| s.score > 0.0)),
        ];
        for (color, sentence) in extremes {
            let Some(sentence) = sentence else { continue };
            let style = color.on_default();
            let place = self.places.of(sentence.span.start);
            let value = plain::number(Some(sentence.score), 2);
            let text = cut(sentence.span.of(self.report.text()), self.width - PLACE - 10);
            self.line(&format!("  {FAINT}{place:>PLACE$}{FAINT:#} {style}{value:>5}{style:#} {text}"));
        }
        let whole = plain::number(Some(sentiment.document.compound), 2);
        let [own, quoted] = [sentiment.news.own, sentiment.news.quoted].map(|score| plain::number(score, 2));
        self.prose(
            FAINT,
            &format!(
                "mean of the sentences, −1 to 1; own words {own}, quoted {quoted}; VADER of the whole text {whole}"
            ),
        );
    }

    /// The sentences' scores as a line of blocks, first to last.
    fn arc(&self) -> String {
        const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
        let sentences = &self.report.sentiment.sentences;
        let run = sentences.len().div_ceil(self.width - 2).max(1);
        let block = |run: &[crate::SentencePolarity]| {
            let mean = run.iter().map(|sentence| sentence.score).sum::<f64>() / run.len() as f64;
            let step = 2.0 / BLOCKS.len() as f64;
            let level = BLOCKS.iter().enumerate().rfind(|(level, _)| mean >= *level as f64 * step - 1.0);
            let style = match mean {
                m if m >= 0.05 => AnsiColor::Green.on_default(),
                m if m <= -0.05 => AnsiColor::Red.on_default(),
                _ => FAINT,
            };
            format!("{style}{}{style:#}", level.map_or(BLOCKS[0], |(_, block)| *block))
        };
        sentences.chunks(run).map(block).collect()
    }

    fn loaded(&mut self) {
        let report = self.report;
        let loaded = &report.loaded;
        let own = plain::number(loaded.per_1000(), 1);
        let score = plain::number(loaded.score(), 2);
        self.section("Loaded wording", &format!("{own} in 1,000 own words, score {score} of 1"));
        let quoted = plain::number(loaded.quoted_per_1000(), 1);
        let parts = loaded.headline().map_or_else(String::new, |headline| {
            let [headline, body] = [headline, loaded.body()].map(|part| plain::number(part.per_1000, 1));
            format!("headline {headline}, body {body}, ")
        });
        self.prose(FAINT, &format!("hits of ●●○ and ●●● in 1,000: {parts}direct quotes {quoted}"));
        let [hedges, weasels, verbs] = [Category::Hedge, Category::Weasel, Category::Attribution]
            .map(|category| plain::number(loaded.of_category(category).per_1000, 1));
        let boosters = plain::number(loaded.boosters().per_1000, 1);
        self.prose(
            FAINT,
            &format!("also: hedges {hedges}, weasels {weasels}, boosters {boosters}, attribution verbs {verbs}"),
        );
        if loaded.hits().is_empty() {
            self.line("  none found");
        }
        for voice in Voice::ALL {
            let hits: Vec<&LoadedHit> = loaded.hits().iter().filter(|hit| hit.voice == voice).collect();
            if hits.is_empty() {
                continue;
            }
            self.line(&format!("  {BOLD}{}{BOLD:#} {FAINT}({}){FAINT:#}", plain::voice(voice), hits.len()));
            for hit in hits {
                self.hit(hit);
            }
        }
    }

    fn hit(&mut self, hit: &LoadedHit) {
        let loaded = &self.report.loaded;
        let term_width = (self.width / 3).min(28);
        let style = color(Group::of(hit.category));
        let place = self.places.of(hit.span.start);
        let dots = dots(hit.strength);
        let term = padded(hit.span.of(self.report.text()), term_width);
        let mut about = plain::category(hit.category);
        if hit.negated {
            about += ", negated";
        }
        if hit.mentioned {
            about += ", mentioned";
        }
        if hit.reported {
            about += ", reported";
        }
        if let Some(neutral) = loaded.neutral(hit) {
            about += " → ";
            about += neutral;
        }
        let indent = 2 + PLACE + 1 + 3 + 1 + term_width + 1;
        let lines = wrapped(&about, self.width - indent);
        let first = lines.first().map_or("", String::as_str);
        self.line(&format!("  {FAINT}{place:>PLACE$}{FAINT:#} {style}{dots} {term}{style:#} {first}"));
        for line in lines.iter().skip(1) {
            self.line(&format!("{}{line}", " ".repeat(indent)));
        }
    }

    fn dictionaries(&mut self) {
        let report = self.report;
        for scores in &report.dictionaries {
            let found: u64 = scores.categories().map(|(_, score)| score.count).sum();
            self.section(scores.name(), &plain::counted(found, "hit"));
            for (name, score) in scores.categories().filter(|(_, score)| score.count > 0) {
                let (count, name) = (plain::count(score.count), padded(name, CATEGORY));
                let share = plain::number(score.share.map(|share| 100.0 * share), 1);
                let said = format!("{share} % of words, {} quoted", plain::count(score.quoted));
                let (sum, mean) = (plain::number(score.sum, 1), plain::number(score.mean, 2));
                let said = if score.mean.is_some() { format!("{said}; sum {sum}, mean {mean}") } else { said };
                self.line(&format!("  {name} {count:>6} {FAINT}{said}{FAINT:#}"));
            }
            for hit in scores.hits() {
                let place = self.places.of(hit.span.start);
                let category = padded(scores.category_of(hit), WHO);
                let text = cut(hit.span.of(report.text()), self.width - PLACE - WHO - 4);
                self.line(&format!("  {FAINT}{place:>PLACE$}{FAINT:#} {category} {text}"));
            }
        }
    }

    fn quotations(&mut self) {
        let report = self.report;
        self.section("Quotations", &plain::count(report.quotations.len() as u64));
        for quotation in &report.quotations {
            // Who is quoted; else what the marks are for.
            let who = quotation.speaker.map(|speaker| speaker.of(report.text()));
            let style = if who.is_some() { Style::new() } else { FAINT };
            let who = padded(who.unwrap_or(plain::quotation(quotation.kind)), WHO);
            let place = self.places.of(quotation.span.start);
            let text = cut(quotation.span.of(report.text()), self.width - PLACE - WHO - 4);
            self.line(&format!("  {FAINT}{place:>PLACE$}{FAINT:#} {style}{who}{style:#} {text}"));
        }
    }

    /// A line for each source: those without a name faint, the verbs with what they say unless they are plain.
    fn sources(&mut self) {
        const COUNT: usize = 6;
        let text = self.report.text();
        let sources = self.report.sources();
        self.section("Sources", &plain::count(sources.len() as u64));
        if !sources.is_empty() {
            self.prose(FAINT, "quoted words, and the verbs that carry what they say");
        }
        for source in sources {
            let style = if source.named { Style::new() } else { FAINT };
            let who = padded(source.name.map_or("nobody named", |name| name.of(text)), WHO);
            let words = plain::count(source.words);
            let verbs: Vec<String> = source.verbs.iter().map(plain::verb).collect();
            let verbs = cut(&verbs.join(", "), self.width - WHO - COUNT - 4);
            self.line(&format!("  {style}{who}{style:#} {words:>COUNT$} {FAINT}{verbs}{FAINT:#}"));
        }
    }
}
