//! Quotations stand in order, in one another or apart, on whole characters; who speaks and by which verb is said outside
//! of them.
#![no_main]

use std::sync::LazyLock;

use connote::{Analyzer, OffsetUnit, Span};
use libfuzzer_sys::fuzz_target;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new().unwrap());

fuzz_target!(|text: &str| {
    let report = ANALYZER.analyze(text).unwrap();
    let whole = |span: Span| text.get(span.start as usize..span.end as usize).is_some_and(|words| !words.is_empty());
    // The quotations that are still open where the next one begins.
    let mut around: Vec<Span> = Vec::new();
    let mut last = 0;
    for quotation in &report.quotations {
        let span = quotation.span;
        assert!(whole(span) && span.start >= last);
        last = span.start;
        around.retain(|outer| outer.end > span.start);
        assert!(around.iter().all(|outer| outer.end >= span.end), "{:?}", span.of(text));
        assert_eq!(quotation.outer, around.is_empty(), "{:?}", span.of(text));
        around.push(span);
        for said in [quotation.speaker, quotation.speaker_mention, quotation.verb].into_iter().flatten() {
            assert!(whole(said));
        }
        for beside in [quotation.speaker_mention, quotation.verb].into_iter().flatten() {
            assert!(quotation.continuation || beside.end <= span.start || beside.start >= span.end);
        }
    }
    report.to_json(OffsetUnit::CodePoint).unwrap();
});
