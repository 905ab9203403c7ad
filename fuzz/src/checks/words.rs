//! The fast path finds the tokens of the general rule, and the boundaries tile the text.

use connote::text::words::{Tokens, boundaries};

pub fn check(text: &str) {
    assert!(Tokens::new(text).eq(Tokens::by_general_rule(text)));
    let mut end = 0;
    for segment in boundaries(text) {
        assert!(segment.start == end && segment.end > end);
        end = segment.end;
    }
    assert_eq!(end, text.len());
}
