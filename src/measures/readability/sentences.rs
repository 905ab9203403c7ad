//! Difficulty sentence by sentence: which sentences make a text hard.

use crate::document::Document;
use crate::language::Language;
use crate::measures::counts::Counts;
use crate::span::Span;

/// How hard a sentence is.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct SentenceDifficulty {
    /// The sentence, with the white space after it.
    pub span: Span,
    /// Number of words.
    pub words: u64,
    /// English: the Flesch-Kincaid grade (1975) of the sentence taken alone. Other languages: its LIX (Björnsson 1968).
    /// Both rise with the difficulty and are only good for comparing the sentences of one text.
    pub difficulty: f64,
}

impl Document<'_> {
    /// The difficulty of every sentence that holds a word, in order.
    pub fn sentence_difficulties(&self) -> Vec<SentenceDifficulty> {
        let formula = match self.lexicons().language {
            Language::English => "flesch_kincaid_grade",
            _ => "lix",
        };
        let Some(formula) = super::Formula::named(formula) else { return Vec::new() };
        let of_sentence = |sentence: &crate::document::Sentence| {
            let mut counts = Counts { sentences: 1, words: sentence.len() as u64, ..Counts::default() };
            for word in self.words_of(sentence) {
                let word = &self.types()[word.id as usize];
                counts.syllables += u64::from(word.syllables());
                counts.long_words += u64::from(word.letters() > crate::measures::counts::LONG_WORD_LETTERS);
            }
            let difficulty = formula.score(&counts)?;
            Some(SentenceDifficulty { span: sentence.span, words: counts.words, difficulty })
        };
        self.sentences().iter().filter_map(of_sentence).collect()
    }

    /// The `n` hardest sentences, the hardest first; equal ones in the order of the text.
    ///
    /// ```
    /// let text = "The dog ran. International organizations subsequently acknowledged responsibility. He sat.";
    /// let analyzer = connote::Analyzer::new()?;
    /// let hardest = analyzer.document(text)?.hardest_sentences(1);
    /// assert!(hardest[0].span.of(text).starts_with("International"));
    /// # Ok::<(), connote::Error>(())
    /// ```
    pub fn hardest_sentences(&self, n: usize) -> Vec<SentenceDifficulty> {
        let mut sentences = self.sentence_difficulties();
        sentences.sort_by(|a, b| b.difficulty.total_cmp(&a.difficulty));
        sentences.truncate(n);
        sentences
    }
}
