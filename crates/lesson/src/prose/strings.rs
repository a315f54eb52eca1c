//! The strings of a file that belongs to no lesson: the course's words, and the glossary.

use std::collections::BTreeMap;

use super::{Block, Prose};

/// Every string of a file by its key; what cannot be read is left out.
#[must_use]
pub fn strings(text: &str) -> BTreeMap<String, Vec<Block>> {
    let (prose, _) = Prose::parse(text);
    let strings = prose.passages.into_iter();
    strings.map(|(key, passage)| (key, passage.blocks)).collect()
}
