//! VADER's numbers out of the words of the document are those of the text alone and of the oracle: for the whole, for each
//! sentence, with own words, too.

use std::sync::LazyLock;

use connote::{Analyzer, Polarity, Vader};

use super::ANALYZER;
use crate::naive::vader as naive;

/// Words in forms that the words of a document do not have.
static OWN: LazyLock<Analyzer> = LazyLock::new(|| {
    let words =
        [("a", -1.0), ("it's", 2.0), ("u.s.", 1.5), ("well-known", -2.5), ("é", 3.0), ("don’t", 1.0), ("$1", -3.0)];
    let emoji = [("~", "it's"), ("❤", "a")];
    Analyzer::builder().vader(Vader::with(&words, &emoji).unwrap()).build().unwrap()
});

fn numbers(polarity: Polarity) -> [f64; 4] {
    [polarity.neg, polarity.neu, polarity.pos, polarity.compound]
}

pub fn check(text: &str) {
    for analyzer in [&*ANALYZER, &*OWN] {
        let sentiment = analyzer.analyze(text).unwrap().sentiment;
        assert_eq!(sentiment.document, analyzer.polarity_scores(text));
        for sentence in &sentiment.sentences {
            let alone = sentence.span.of(text);
            assert_eq!(sentence.polarity, analyzer.polarity_scores(alone), "{alone:?}");
        }
        let tokens = analyzer.vader().tokens(text).unwrap();
        assert!(tokens.iter().all(|token| text.get(token.span.start as usize..token.span.end as usize).is_some()));
        if !text.contains(['!', '?']) {
            let sum = tokens.iter().fold(0.0, |sum, token| sum + token.summed);
            let compound: f64 = format!("{:.4}", sum / f64::sqrt(sum * sum + 15.0)).parse().unwrap();
            assert_eq!(compound, sentiment.document.compound);
        }
    }
    assert_eq!(numbers(ANALYZER.polarity_scores(text)), naive::scores(text));
}
