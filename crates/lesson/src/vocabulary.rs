//! Closed sets of words that a lesson file may use: each is an enum, its spellings, and nothing else.

/// A closed set of words: what a lesson file may say in one place.
pub trait Vocabulary: Copy + PartialEq + 'static {
    /// Every word and what it means, in the order in which they are offered.
    const WORDS: &'static [(&'static str, Self)];

    /// What is said of each word, in the same order.
    const DOCS: &'static [&'static str];

    /// What `word` means, if it is one of the set.
    #[must_use]
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS
            .iter()
            .find(|(spelling, _)| *spelling == word)
            .map(|(_, meaning)| *meaning)
    }

    /// The word for this meaning.
    #[must_use]
    fn word(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(_, meaning)| *meaning == self)
            .map_or("", |(spelling, _)| spelling)
    }
}

/// Declares an enum and its words in one place.
macro_rules! vocabulary {
    ($(#[$about:meta])* $visibility:vis $name:ident {
        $($(#[doc = $doc:literal])* $variant:ident = $word:literal),+ $(,)?
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        $visibility enum $name { $($(#[doc = $doc])* $variant),+ }

        impl $crate::vocabulary::Vocabulary for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
            const DOCS: &'static [&'static str] = &[$(concat!($($doc),*)),+];
        }
    };
}
pub(crate) use vocabulary;
