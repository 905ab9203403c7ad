//! Concordances: every place of a word or phrase with the words around it (key word in context; Luhn 1960).

use crate::document::Document;
use crate::error::Error;
use crate::span::Span;

/// A place of a phrase with what stands around it: three pieces of the text, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConcordanceLine {
    /// From the first of the words before it up to the phrase.
    pub left: Span,
    /// The phrase as it stands in the text.
    pub node: Span,
    /// From the end of the phrase to the end of the last of the words after it.
    pub right: Span,
}

/// Every place of a phrase in a text, in order, each with up to `context` words on both sides. Words are the same when
/// they are folded to the same key: upper case, curly apostrophes and what stands between the words make no difference.
/// Places may overlap.
///
/// # Errors
/// A phrase without a word.
///
/// ```
/// let analyzer = connote::Analyzer::new()?;
/// let text = "Tax cuts, he said. The tax cuts came.";
/// let lines = connote::concordance(&analyzer.document(text)?, &analyzer.document("tax cuts")?, 1)?;
/// let shown: Vec<_> = lines.iter().map(|line| [line.left.of(text), line.node.of(text), line.right.of(text)]).collect();
/// assert_eq!(shown, [["", "Tax cuts", ", he"], ["The ", "tax cuts", " came"]]);
/// # Ok::<(), connote::Error>(())
/// ```
pub fn concordance(
    document: &Document<'_>,
    phrase: &Document<'_>,
    context: usize,
) -> Result<Vec<ConcordanceLine>, Error> {
    if phrase.words().is_empty() {
        return Err(Error::input("phrase", format!("no word in {:?}; a word or more is looked for", phrase.text())));
    }
    let Some(wanted) = numbers(document, phrase) else {
        return Ok(Vec::new());
    };
    let words = document.words();
    let line = |first: usize| {
        let last = first + wanted.len() - 1;
        let node = Span { start: words[first].span.start, end: words[last].span.end };
        let left = words[first.saturating_sub(context)].span.start;
        let right = words[last.saturating_add(context).min(words.len() - 1)].span.end;
        ConcordanceLine {
            left: Span { start: left, end: node.start },
            node,
            right: Span { start: node.end, end: right },
        }
    };
    Ok(places(words.iter().map(|word| word.id), &wanted).map(line).collect())
}

/// The words of the phrase by their numbers in the document; none if one of them is not in it.
fn numbers(document: &Document<'_>, phrase: &Document<'_>) -> Option<Vec<u32>> {
    let types = 0..document.types().len() as u32;
    let number = |id: u32| types.clone().find(|&known| document.type_text(known) == phrase.type_text(id));
    let of_types: Option<Vec<u32>> = (0..phrase.types().len() as u32).map(number).collect();
    let of_types = of_types?;
    Some(phrase.words().iter().map(|word| of_types[word.id as usize]).collect())
}

/// Where the wanted numbers begin, in linear time (Knuth, Morris & Pratt 1977).
fn places(ids: impl Iterator<Item = u32>, wanted: &[u32]) -> impl Iterator<Item = usize> {
    // How much of the beginning is also the end of what has matched so far.
    let mut fallback = vec![0; wanted.len()];
    for place in 1..wanted.len() {
        fallback[place] = advance(wanted, &fallback, fallback[place - 1], wanted[place]);
    }
    let mut matched = 0;
    ids.enumerate().filter_map(move |(place, id)| {
        if matched == wanted.len() {
            matched = fallback[matched - 1];
        }
        matched = advance(wanted, &fallback, matched, id);
        (matched == wanted.len()).then(|| place + 1 - matched)
    })
}

/// How much of the beginning has matched once `id` is read after `matched` of it.
fn advance(wanted: &[u32], fallback: &[usize], mut matched: usize, id: u32) -> usize {
    while matched > 0 && wanted[matched] != id {
        matched = fallback[matched - 1];
    }
    matched + usize::from(wanted[matched] == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn places_are_those_of_a_plain_search(
            ids in proptest::collection::vec(0_u32..3, 0..60),
            wanted in proptest::collection::vec(0_u32..3, 1..5),
        ) {
            let plain: Vec<usize> = (0..ids.len()).filter(|&at| ids[at..].starts_with(&wanted)).collect();
            proptest::prop_assert_eq!(places(ids.iter().copied(), &wanted).collect::<Vec<_>>(), plain);
        }
    }
}
