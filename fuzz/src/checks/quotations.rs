//! Quotations stand in order, in one another or apart, on whole characters; who speaks and by which verb is said outside
//! of them.

use connote::{OffsetUnit, Span};

use super::{ANALYZER, is_whole};

pub fn check(text: &str) {
    let report = ANALYZER.analyze(text).unwrap();
    // The quotations that are still open where the next one begins.
    let mut around: Vec<Span> = Vec::new();
    let mut last = 0;
    for quotation in &report.quotations {
        let span = quotation.span;
        assert!(is_whole(span, text) && span.start >= last);
        last = span.start;
        around.retain(|outer| outer.end > span.start);
        assert!(around.iter().all(|outer| outer.end >= span.end), "{:?}", span.of(text));
        assert_eq!(quotation.outer, around.is_empty(), "{:?}", span.of(text));
        around.push(span);
        for said in [quotation.speaker, quotation.speaker_mention, quotation.verb].into_iter().flatten() {
            assert!(is_whole(said, text));
        }
        for beside in [quotation.speaker_mention, quotation.verb].into_iter().flatten() {
            assert!(quotation.continuation || beside.end <= span.start || beside.start >= span.end);
        }
    }
    report.to_json(OffsetUnit::CodePoint).unwrap();
}
