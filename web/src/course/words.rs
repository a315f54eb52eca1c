//! Strings beside the lessons: what the course says of itself, and the glossary.

use std::collections::BTreeMap;

use lesson::{Block, Inline, plain, strings};

use crate::panel::Prose;

/// Strings by their keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    strings: BTreeMap<String, Prose>,
}

impl Words {
    /// Reads a file of strings.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let strings = strings(text).into_iter();
        Self {
            strings: strings.map(|(key, blocks)| (key, Prose::from(blocks))).collect(),
        }
    }

    /// A string with its markup.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Prose> {
        self.strings.get(key)
    }

    /// A string without its markup.
    #[must_use]
    pub fn plain(&self, key: &str) -> Option<String> {
        self.get(key).map(|blocks| plain(blocks))
    }

    /// What a concept is called: what stands out at its beginning, or its id read as words.
    #[must_use]
    pub fn concept(&self, id: &str) -> String {
        let named = self
            .get(&format!("concept.{id}"))
            .and_then(|entry| title_of(entry));
        named.unwrap_or_else(|| id.replace('-', " "))
    }

    /// What is said of a concept, its name included.
    #[must_use]
    pub fn concept_note(&self, id: &str) -> Option<&Prose> {
        self.get(&format!("concept.{id}"))
    }

    /// The strings whose keys begin so, with the rest of their keys.
    pub fn below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Prose)> {
        let strings = self.strings.iter();
        strings.filter_map(move |(key, prose)| Some((key.strip_prefix(prefix)?, prose)))
    }
}

/// The word that an entry of the glossary explains: what stands out at its beginning.
#[must_use]
pub fn title_of(entry: &[Block]) -> Option<String> {
    let Some(Block::Paragraph(line)) = entry.first() else {
        return None;
    };
    let Some(bold @ Inline::Bold(_)) = line.first() else {
        return None;
    };
    Some(plain(&[Block::Paragraph(vec![bold.clone()])]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_keys_and_told_by_what_stands_out() {
        let words = Words::read(
            "# T\n\n## word.ec2\n**EC2 instance**: a virtual server.\n\n## concept.az\n**Zones**: places.\n",
        );
        let (id, entry) = words.below("word.").next().unwrap();
        assert_eq!((id, title_of(entry).as_deref()), ("ec2", Some("EC2 instance")));
        assert_eq!(words.concept("az"), "Zones");
        assert_eq!(words.concept("health-check"), "health check");
    }
}
