//! Stems: the one word that stands for its inflected forms (Porter 2001, Snowball).

#[cfg(not(feature = "stem"))]
pub(crate) use absent::Stemmer;
#[cfg(feature = "stem")]
pub(crate) use snowball::Stemmer;

use crate::text::interner::Interner;

/// Remembers stems, as most words of a text stood in an earlier one.
#[derive(Debug)]
pub(crate) struct Stems {
    words: Interner,
    stems: Vec<Box<str>>,
}

impl Default for Stems {
    fn default() -> Self {
        Self { words: Interner::with_capacity(0), stems: Vec::new() }
    }
}

/// How many stems are remembered: those of all but the rarest words.
const REMEMBERED: usize = 1 << 17;

impl Stems {
    /// The stem of a folded word, which is asked for the first time it is seen.
    #[inline]
    pub(crate) fn stem(&mut self, folded: &str, stem: impl FnOnce() -> Box<str>) -> &str {
        if self.stems.len() >= REMEMBERED {
            *self = Self::default();
        }
        let id = self.words.intern_text(folded) as usize;
        if id == self.stems.len() {
            self.stems.push(stem());
        }
        &self.stems[id]
    }
}

#[cfg(feature = "stem")]
mod snowball {
    use rust_stemmers::Algorithm;

    use crate::error::Error;
    use crate::language::Language;

    /// Finds stems in one language.
    #[derive(Debug)]
    pub(crate) struct Stemmer(Algorithm);

    impl Stemmer {
        /// The stemmer of a language.
        ///
        /// # Errors
        /// [`Error::Input`] where Snowball has none.
        pub(crate) fn of(language: Language) -> Result<Self, Error> {
            Ok(Self(match language {
                Language::English => Algorithm::English,
                Language::Arabic => Algorithm::Arabic,
                Language::German => Algorithm::German,
                Language::Spanish => Algorithm::Spanish,
                Language::French => Algorithm::French,
                Language::Hungarian => Algorithm::Hungarian,
                Language::Italian => Algorithm::Italian,
                Language::Dutch => Algorithm::Dutch,
                Language::Portuguese => Algorithm::Portuguese,
                Language::Russian => Algorithm::Russian,
                Language::Polish | Language::Ukrainian => {
                    return Err(Error::input("stem", format!("Snowball has no stems for {language}")));
                }
            }))
        }

        pub(crate) fn stem(&self, folded: &str) -> Box<str> {
            rust_stemmers::Stemmer::create(self.0).stem(folded).into()
        }
    }
}

#[cfg(not(feature = "stem"))]
mod absent {
    use crate::error::Error;
    use crate::language::Language;

    /// There is none in a build without the feature.
    #[derive(Debug)]
    pub(crate) enum Stemmer {}

    impl Stemmer {
        pub(crate) fn of(_: Language) -> Result<Self, Error> {
            Err(Error::input("stem", "this build of connote finds no stems; build it with the feature `stem`"))
        }

        pub(crate) fn stem(&self, _: &str) -> Box<str> {
            match *self {}
        }
    }
}
