//! The sentences tile the text, and no character is cut.
#![no_main]

use connote::text::sentences::sentences;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for range in sentences(text) {
        assert!(range.start == end && range.end > end);
        assert!(text.is_char_boundary(range.end));
        end = range.end;
    }
    assert!(end == text.len() || end == 0);
});
