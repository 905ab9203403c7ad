//! The fast path finds the tokens of the general rule, and the boundaries tile the text.
#![no_main]

use connote::text::words::{Tokens, boundaries};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    assert!(Tokens::new(text).eq(Tokens::by_general_rule(text)));
    let mut end = 0;
    for segment in boundaries(text) {
        assert!(segment.start == end && segment.end > end);
        end = segment.end;
    }
    assert_eq!(end, text.len());
});
