//! Word boundaries of UAX #29 (Unicode 17) with nothing tailored.

use std::iter::FusedIterator;
use std::ops::Range;

use crate::text::unicode::{
    ALETTER, CR, Characters, DOUBLE_QUOTE, EXTENDNUMLET, HEBREW_LETTER, KATAKANA, LF, MIDLETTER, MIDNUM, MIDNUMLET,
    NEWLINE, NUMERIC, OTHER, Properties, REGIONAL_INDICATOR, SINGLE_QUOTE, WSEGSPACE, ZWJ,
};

/// The segments between the word boundaries of [UAX #29](https://www.unicode.org/reports/tr29/), Unicode 17, nothing
/// tailored and nothing left out; they tile the text. [`Tokens`](super::Tokens) builds on the same rules.
///
/// ```
/// use connote::text::words::boundaries;
/// let text = "can't, 3.5 cafés";
/// let segments: Vec<_> = boundaries(text).map(|range| &text[range]).collect();
/// assert_eq!(segments, ["can't", ",", " ", "3.5", " ", "cafés"]);
/// ```
pub fn boundaries(text: &str) -> Boundaries<'_> {
    Boundaries { text, at: 0 }
}

/// Iterator over the segments of a text; see [`boundaries`].
#[derive(Debug, Clone)]
pub struct Boundaries<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Boundaries<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let characters = Characters::get();
        let start = self.at;
        let mut chars = self.text[start..].char_indices();
        let (_, first) = chars.next()?;
        let mut last = Properties::of(first).word_break();
        self.at = start + first.len_utf8();
        // WB3, WB3a
        if matches!(last, CR | LF | NEWLINE) {
            if last == CR && self.text[self.at..].starts_with('\n') {
                self.at += 1;
            }
            return Some(start..self.at);
        }
        // The character right before, marks included.
        let mut previous = last;
        let mut bridged = false;
        let mut flag_open = last == REGIONAL_INDICATOR;
        for (offset, c) in chars {
            let properties = characters.properties(c);
            let class = properties.word_break();
            if properties.is_attached() {
                // WB4
            } else if previous == ZWJ && properties.is_pictograph() {
                // WB3c
                (last, bridged) = (class, false);
            } else {
                if bridged {
                    bridged = false;
                } else if (class == WSEGSPACE && previous == WSEGSPACE) || links(last, class) {
                    // WB3d and the simple pairs
                } else if class == REGIONAL_INDICATOR && last == REGIONAL_INDICATOR && flag_open {
                    // WB15, WB16
                    flag_open = false;
                } else {
                    bridged = bridges(last, class, || after_marks(&self.text[start + offset + c.len_utf8()..]));
                    // WB7a
                    if !bridged && (last, class) != (HEBREW_LETTER, SINGLE_QUOTE) {
                        break;
                    }
                }
                last = class;
            }
            previous = class;
            self.at = start + offset + c.len_utf8();
        }
        Some(start..self.at)
    }
}

impl FusedIterator for Boundaries<'_> {}

/// `Word_Break` of the first character of `text` that is no mark, joiner or format character.
fn after_marks(text: &str) -> u8 {
    text.chars().map(Properties::of).find(|properties| !properties.is_attached()).map_or(OTHER, Properties::word_break)
}

/// Whether two neighbours belong together whatever follows: WB5, WB8 to WB10, WB13.
#[inline]
pub(super) fn links(before: u8, after: u8) -> bool {
    match before {
        ALETTER | HEBREW_LETTER | NUMERIC => matches!(after, ALETTER | HEBREW_LETTER | NUMERIC | EXTENDNUMLET),
        KATAKANA => matches!(after, KATAKANA | EXTENDNUMLET),
        EXTENDNUMLET => matches!(after, ALETTER | HEBREW_LETTER | NUMERIC | KATAKANA | EXTENDNUMLET),
        _ => false,
    }
}

/// Whether the mark belongs together with both of its neighbours: WB6, WB7, `WB7b`, `WB7c`, WB11, WB12.
#[inline]
pub(super) fn bridges(before: u8, mark: u8, after: impl Fn() -> u8) -> bool {
    let letters = || matches!(before, ALETTER | HEBREW_LETTER) && matches!(after(), ALETTER | HEBREW_LETTER);
    let digits = || before == NUMERIC && after() == NUMERIC;
    match mark {
        MIDLETTER => letters(),
        MIDNUMLET | SINGLE_QUOTE => letters() || digits(),
        MIDNUM => digits(),
        DOUBLE_QUOTE => before == HEBREW_LETTER && after() == HEBREW_LETTER,
        _ => false,
    }
}
