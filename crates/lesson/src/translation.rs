//! A lesson in another language: each string beside its English source, and known to be of it.

use std::collections::BTreeSet;

use crate::error::{Code, LoadError};
use crate::prose::{Block, Inline, Passage, Prose, plain};
use crate::reference;

/// The language that every lesson has.
pub const SOURCE_LANGUAGE: &str = "en";

/// How a translation stands against its source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translation {
    /// Strings that are not translated: they are shown in English, marked as such.
    pub missing: Vec<String>,
    /// Strings whose source has changed since they were translated, or that do not say which they are of.
    pub stale: Vec<String>,
    /// Strings that the source does not have.
    pub unused: Vec<String>,
}

/// Holds the prose of a translation against that of its source. `optional` are strings that a lesson may have.
pub(crate) fn compare(source: &Prose, translated: &Prose, optional: &BTreeSet<String>) -> Translation {
    let of = |key: &&String| translated.passages.get(*key);
    let keys = || source.passages.keys();
    let is_stale =
        |key: &&String| of(key).is_some_and(|passage| passage.of != Some(source.passages[*key].hash));
    let is_unused = |key: &&String| !source.passages.contains_key(*key) && !optional.contains(*key);
    Translation {
        missing: keys().filter(|key| of(key).is_none()).cloned().collect(),
        stale: keys().filter(is_stale).cloned().collect(),
        unused: translated.passages.keys().filter(is_unused).cloned().collect(),
    }
}

/// The strings of the translation, and those of the source where there are none, marked.
pub(crate) fn merge(source: &Prose, translated: Prose, not: &[String]) -> Prose {
    let mut merged = translated;
    not.iter().for_each(|key| drop(merged.passages.remove(key)));
    for (key, passage) in &source.passages {
        if !merged.passages.contains_key(key) {
            merged.passages.insert(key.clone(), foreign(passage));
        }
    }
    merged
}

fn foreign(passage: &Passage) -> Passage {
    let mark = |line: &Vec<Inline>| {
        vec![Inline::Foreign {
            language: SOURCE_LANGUAGE,
            text: line.clone(),
        }]
    };
    let blocks = passage.blocks.iter().map(|block| match block {
        Block::Paragraph(line) => Block::Paragraph(mark(line)),
        Block::List { numbered, items } => Block::List {
            numbered: *numbered,
            items: items.iter().map(mark).collect(),
        },
    });
    Passage {
        blocks: blocks.collect(),
        ..passage.clone()
    }
}

/// References that a translation has and its source has not, or the other way about: a number would be missing, or wrong.
pub(crate) fn lost_references(file: &str, source: &Prose, translated: &Prose) -> Vec<LoadError> {
    let pairs = translated
        .passages
        .iter()
        .filter_map(|(key, passage)| Some((key, source.passages.get(key)?, passage)));
    let lost = pairs.filter(|(_, source, translated)| references(source) != references(translated));
    lost.map(|(key, source, translated)| LoadError {
        file: file.to_owned(),
        pointer: format!("line {}", translated.line),
        code: Code::UnknownReference,
        reason: format!("`{key}` does not refer to the same as its source."),
        fix: match references(source).into_iter().collect::<Vec<_>>() {
            none if none.is_empty() => "Take the {{references}} out.".to_owned(),
            names => format!("Refer to {{{{{}}}}}.", names.join("}}, {{")),
        },
    })
    .collect()
}

fn references(passage: &Passage) -> BTreeSet<String> {
    let text = plain(&passage.blocks);
    reference::all_in(&text).map(str::to_owned).collect()
}

/// The text of a translation with the hash of its source behind every key: of strings that carry one already only if
/// `renew` says that they were looked through.
#[must_use]
pub fn stamp(source: &str, translated: &str, renew: bool) -> String {
    let (source, _) = Prose::parse(source);
    let stamped = translated.lines().map(|line| stamp_line(&source, line, renew));
    stamped.collect::<Vec<_>>().join("\n") + "\n"
}

fn stamp_line(source: &Prose, line: &str, renew: bool) -> String {
    let Some((mark, heading)) = line
        .split_once(' ')
        .filter(|(mark, _)| matches!(*mark, "#" | "##"))
    else {
        return line.to_owned();
    };
    let (text, known) = crate::prose::split_heading(heading);
    let key = if mark == "#" { crate::prose::TITLE } else { text };
    match source.passages.get(key) {
        Some(passage) if renew || known.is_none() => format!("{mark} {text} <!-- {} -->", passage.hash),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "# One\n\n## a.text\nHello {{outageSeconds}}\n\n## b.text\nBye\n";

    fn parse(text: &str) -> Prose {
        let (prose, mistakes) = Prose::parse(text);
        assert_eq!(mistakes, []);
        prose
    }

    #[test]
    fn a_stamped_translation_is_fresh_until_its_source_changes() {
        let german = stamp(ENGLISH, "# Eins\n\n## a.text\nHallo {{outageSeconds}}\n", false);
        let compared = |english: &str| compare(&parse(english), &parse(&german), &BTreeSet::new());
        let found = compared(ENGLISH);
        assert_eq!((found.missing, found.stale), (vec!["b.text".to_owned()], vec![]));
        let found = compared(&ENGLISH.replace("Hello", "Good morning"));
        assert_eq!(found.stale, ["a.text"]);
        assert_eq!(stamp(ENGLISH, &german, false), german);
    }

    #[test]
    fn what_is_not_translated_is_marked() {
        let merged = merge(&parse(ENGLISH), parse("## a.text\nHallo\n"), &[]);
        assert_eq!(plain(merged.blocks("a.text")), "Hallo");
        assert!(matches!(
            merged.blocks("b.text"),
            [Block::Paragraph(line)] if matches!(line.as_slice(), [Inline::Foreign { language: "en", .. }])
        ));
    }

    #[test]
    fn a_lost_number_is_noticed() {
        let lost = lost_references("de.md", &parse(ENGLISH), &parse("## a.text\nHallo\n"));
        assert_eq!(lost.len(), 1);
        assert_eq!(lost[0].fix, "Refer to {{outageSeconds}}.");
    }
}
