//! The sentences tile the text, and no character is cut.

use connote::text::sentences::sentences;

pub fn check(text: &str) {
    let mut end = 0;
    for range in sentences(text) {
        assert!(range.start == end && range.end > end);
        assert!(text.is_char_boundary(range.end));
        end = range.end;
    }
    assert!(end == text.len() || end == 0);
}
