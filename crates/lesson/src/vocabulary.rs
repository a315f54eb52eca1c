//! Closed sets of words that a lesson file may use: each is an enum, its spellings, and nothing else.

/// A closed set of words: what a lesson file may say in one place.
pub trait Vocabulary: Copy + PartialEq + 'static {
    /// Every word and what it means, in the order in which they are offered.
    const WORDS: &'static [(&'static str, Self)];

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
    ($(#[$about:meta])* $visibility:vis $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        $visibility enum $name { $($(#[$doc])* $variant),+ }

        impl $crate::vocabulary::Vocabulary for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
        }
    };
}
pub(crate) use vocabulary;

/// The word of `offered` that `word` was most likely meant to be: at most a third of its letters differ.
pub(crate) fn nearest<'a>(word: &str, offered: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (word.chars().count() / 3).max(1);
    let ranked = offered
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate));
    ranked
        .filter(|(far, _)| *far <= allowed)
        .min_by_key(|(far, _)| *far)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be put in, taken out or changed to get from one word to the other, case aside.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, letter) in from.to_lowercase().chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, other) in to.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_word_finds_its_neighbour() {
        assert_eq!(
            nearest("forAtleast", ["after", "forAtLeast", "check"]),
            Some("forAtLeast")
        );
        assert_eq!(nearest("goal", ["goals", "acts"]), Some("goals"));
        assert_eq!(nearest("instances", ["endpoints", "calls"]), None);
    }
}
