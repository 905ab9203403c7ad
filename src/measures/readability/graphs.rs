//! The graphs of Fry and Raygor: a text is a point, and the area it falls into is its grade.
//!
//! Both have sentences in a hundred words on the vertical axis, whose printed marks stand at equal distances (about
//! equal steps of words per sentence), and straight lines between the grades. The marks are those of the printed graphs;
//! the ends of the lines are as read off them in Wisteria-Dataviz (Madden 2005-2025; BSD-3-Clause until 2023, EPL-2.0
//! since). The authors' own examples come out as printed: 141 syllables and 6.3 sentences are grade 7 (Fry), 17 long
//! words and 6.4 sentences grade 5 (Raygor).

use super::Readability;
use crate::language::Language;
use crate::measures::counts::{CountKind, Counts};

/// A readability graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Graph {
    /// Syllables and sentences in a hundred words; grades 1 to 16 and above (Fry 1968, extended 1977).
    Fry,
    /// Words of six letters or more and sentences in a hundred words; grades 3 to 12 and above (Raygor 1977).
    Raygor,
}

/// Where a text falls on a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GraphArea {
    /// The area of this school grade of the United States. Raygor's grade 13 is college.
    Grade(u8),
    /// Above the last line: Fry's 17 and above, Raygor's professors.
    Beyond,
    /// The dark area of long sentences, where the author declares grades invalid.
    LongSentences,
    /// The dark area of long words, where the author declares grades invalid.
    LongWords,
}

impl GraphArea {
    /// The name used in reports: the grade as a number, `beyond`, `long_sentences` or `long_words`.
    pub fn name(self) -> String {
        match self {
            Self::Grade(grade) => grade.to_string(),
            Self::Beyond => "beyond".to_owned(),
            Self::LongSentences => "long_sentences".to_owned(),
            Self::LongWords => "long_words".to_owned(),
        }
    }
}

impl serde::Serialize for GraphArea {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name())
    }
}

/// A place on a graph: the horizontal count in a hundred words, and the sentences in a hundred words.
type Point = (f64, f64);

/// What is drawn on a graph.
struct Drawing {
    /// Where the horizontal axis begins and ends.
    across: (f64, f64),
    /// The marks of the vertical axis, from the bottom.
    marks: &'static [f64],
    /// The grade of the area before the first line.
    first_grade: u8,
    /// The lines that end the grades, each from its lower to its upper end.
    lines: &'static [(Point, Point)],
    /// The edge of the dark area below, from left to right.
    long_sentences: &'static [Point],
    /// The edge of the dark area on the right, from left to right.
    long_words: &'static [Point],
}

const FRY: Drawing = Drawing {
    across: (108.0, 182.0),
    marks: &[
        2.0, 2.5, 3.0, 3.3, 3.5, 3.6, 3.7, 3.8, 4.0, 4.2, 4.3, 4.5, 4.8, 5.0, 5.2, 5.6, 5.9, 6.3, 6.7, 7.1, 7.7, 8.3,
        9.1, 10.0, 11.1, 12.5, 14.3, 16.7, 20.0, 25.0,
    ],
    first_grade: 1,
    lines: &[
        ((109.0, 10.0), (132.2, 23.0)),
        ((109.0, 7.9), (140.2, 23.0)),
        ((109.0, 6.5), (142.0, 18.0)),
        ((109.55, 5.8), (144.3, 14.3)),
        ((109.55, 5.15), (146.0, 12.5)),
        ((112.0, 4.2), (149.0, 11.2)),
        ((120.0, 3.58), (153.0, 9.1)),
        ((127.0, 3.2), (157.0, 8.6)),
        ((137.2, 3.1), (159.5, 8.2)),
        ((144.1, 2.5), (164.0, 7.6)),
        ((149.0, 2.5), (168.0, 7.2)),
        ((155.5, 2.4), (170.2, 7.1)),
        ((162.0, 2.4), (172.2, 7.0)),
        ((168.5, 2.4), (174.2, 6.8)),
        ((173.8, 2.4), (176.2, 6.8)),
        ((179.0, 2.4), (180.2, 6.8)),
    ],
    long_sentences: &[(108.0, 4.2), (124.0, 2.0)],
    long_words: &[
        (141.0, 25.0),
        (148.0, 14.3),
        (154.0, 11.1),
        (158.0, 10.0),
        (162.0, 9.1),
        (168.0, 8.3),
        (175.0, 7.6),
        (182.0, 7.3),
    ],
};

const RAYGOR: Drawing = Drawing {
    across: (6.0, 44.0),
    marks: &[
        3.2, 3.4, 3.6, 3.8, 4.0, 4.3, 4.6, 4.9, 5.2, 5.7, 6.3, 6.9, 7.7, 9.0, 10.2, 12.0, 13.5, 16.0, 19.0, 23.0, 28.0,
    ],
    first_grade: 3,
    lines: &[
        ((7.5, 5.8), (24.0, 12.5)),
        ((9.8, 5.3), (26.0, 11.7)),
        ((11.5, 4.95), (26.8, 10.3)),
        ((13.5, 4.6), (30.0, 9.8)),
        ((18.4, 4.0), (31.5, 9.0)),
        ((22.8, 3.8), (33.2, 8.5)),
        ((24.8, 3.7), (34.3, 8.0)),
        ((26.8, 3.5), (36.0, 7.7)),
        ((29.5, 3.4), (38.0, 7.6)),
        ((32.0, 3.3), (39.4, 7.2)),
        ((36.1, 3.2), (42.0, 6.6)),
    ],
    long_sentences: &[(6.0, 5.5), (6.8, 5.3), (9.0, 4.9), (11.0, 4.6), (15.8, 4.0), (20.4, 3.6), (27.0, 3.2)],
    long_words: &[
        (18.0, 28.0),
        (20.0, 22.6),
        (22.0, 18.6),
        (24.0, 15.9),
        (26.0, 13.8),
        (32.0, 10.4),
        (36.0, 9.0),
        (40.0, 7.9),
        (44.0, 7.3),
    ],
};

impl Graph {
    /// Every graph.
    pub const ALL: [Self; 2] = [Self::Fry, Self::Raygor];

    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fry => "fry_graph",
            Self::Raygor => "raygor_graph",
        }
    }

    /// The counts it is made of.
    pub fn needs(self) -> &'static [CountKind] {
        match self {
            Self::Fry => &[CountKind::Words, CountKind::Sentences, CountKind::Syllables],
            Self::Raygor => &[CountKind::Words, CountKind::Sentences, CountKind::SixLetterWords],
        }
    }

    /// The area of these counts, taken as means over the whole text; none without a word or a sentence.
    ///
    /// ```
    /// use connote::{Counts, Graph, GraphArea};
    /// let mut counts = Counts::default();
    /// (counts.words, counts.sentences, counts.syllables) = (1000, 63, 1410);
    /// assert_eq!(Graph::Fry.area(&counts), Some(GraphArea::Grade(7)));
    /// ```
    pub fn area(self, counts: &Counts) -> Option<GraphArea> {
        let (drawing, across) = match self {
            Self::Fry => (&FRY, counts.syllables),
            Self::Raygor => (&RAYGOR, counts.six_letter_words),
        };
        counts.sentence_length()?;
        Some(drawing.area((counts.percent(across)?, counts.percent(counts.sentences)?)))
    }
}

impl Drawing {
    fn area(&self, (across, sentences): Point) -> GraphArea {
        // The axes end with "and more" and "and less".
        let x = across.clamp(self.across.0, self.across.1);
        let y = self.height(sentences);
        if self.edge(self.long_sentences, x).is_some_and(|edge| y < edge) {
            return GraphArea::LongSentences;
        }
        if self.edge(self.long_words, x).is_some_and(|edge| y > edge) {
            return GraphArea::LongWords;
        }
        let passed = self.lines.iter().take_while(|line| self.is_past(line, x, y)).count();
        if passed == self.lines.len() { GraphArea::Beyond } else { GraphArea::Grade(self.first_grade + passed as u8) }
    }

    /// The height of a number of sentences on the vertical axis, in marks from the bottom.
    fn height(&self, sentences: f64) -> f64 {
        let above = self.marks.iter().position(|&mark| mark >= sentences).unwrap_or(self.marks.len());
        if above == 0 || above == self.marks.len() {
            return above.min(self.marks.len() - 1) as f64;
        }
        let (low, high) = (self.marks[above - 1], self.marks[above]);
        (above - 1) as f64 + (sentences - low) / (high - low)
    }

    /// The height of an edge at `x`; none where the edge does not reach.
    fn edge(&self, edge: &[Point], x: f64) -> Option<f64> {
        let pair = edge.windows(2).find(|pair| pair[0].0 <= x && x <= pair[1].0)?;
        let (left, right) = (self.height(pair[0].1), self.height(pair[1].1));
        Some(left + (right - left) * (x - pair[0].0) / (pair[1].0 - pair[0].0))
    }

    /// Whether a place is on the harder side of a line, to the right and below, the line itself not among it.
    fn is_past(&self, (lower, upper): &(Point, Point), x: f64, y: f64) -> bool {
        let (bottom, top) = (self.height(lower.1), self.height(upper.1));
        (upper.0 - lower.0) * (y - bottom) < (top - bottom) * (x - lower.0)
    }
}

impl Readability {
    /// The area of the text on a graph; none without a word, and in other languages than English.
    pub fn area(&self, graph: Graph) -> Option<GraphArea> {
        if self.language == Language::English { graph.area(&self.counts) } else { None }
    }
}
