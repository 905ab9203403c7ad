//! Every word has a syllable and no more than its characters can be read as; the sum is that of the report.

use super::ANALYZER;

/// The most syllables that one character is read as: the first digit of `777,777,777,777` is `seven hundred`, and the
/// group that it begins says its `billion` besides; `w` is `double u`.
const MOST: u32 = 12;

pub fn check(text: &str) {
    let document = ANALYZER.document(text).unwrap();
    let mut sum = 0;
    for word in document.words() {
        let syllables = document.types()[word.id as usize].syllables();
        let characters = word.span.of(text).chars().count() as u32;
        // Sounds without a vowel: hm, sh.
        let least = u32::from(
            word.span.of(text).contains(|c: char| !matches!(c.to_ascii_lowercase(), 'f' | 'h' | 'm' | 's' | 't')),
        );
        assert!(syllables >= least && syllables <= MOST * characters, "{:?}: {syllables}", word.span.of(text));
        sum += u64::from(syllables);
    }
    assert_eq!(sum, ANALYZER.analyze(text).unwrap().counts.syllables);
}
