//! The words of a lesson: a file of restricted markdown in which every `## some-id` starts one string.
//!
//! A string is paragraphs and lists of text with **bold**, `code` and links to http or https. There is no raw HTML, no
//! image and no deeper heading, so that nothing in a lesson can reach beyond its panel. `{{reference}}` stands for a
//! value of the learner's own run (`crate::reference`). The one `# heading` at the top is the lesson's title.

mod blocks;
mod hash;
mod inline;
mod strings;

use std::collections::BTreeMap;

use crate::error::Code;
use crate::reference;
pub(crate) use hash::{Hash, split_heading};
pub(crate) use inline::is_web_address;
pub use strings::strings;

/// The key of the string under the `# heading`.
pub(crate) const TITLE: &str = "title";

/// One block of a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A list, each entry a line of text.
    List {
        /// Numbered rather than bulleted.
        numbered: bool,
        /// The entries.
        items: Vec<Vec<Inline>>,
    },
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text; never markup.
    Text(String),
    /// Text that stands out.
    Bold(Vec<Inline>),
    /// An id, a command, an address.
    Code(String),
    /// A link out of the page.
    Link {
        /// An http or https address.
        href: String,
        /// What the link says.
        text: Vec<Inline>,
    },
    /// Text in another language than the rest: what is not translated yet.
    Foreign {
        /// The language it is in, such as `en`.
        language: &'static str,
        /// What it says.
        text: Vec<Inline>,
    },
}

/// What a string may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One paragraph: a title, a label, a choice.
    Line,
    /// Any blocks.
    Text,
}

/// One string and the line of the file on which its heading stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    pub(crate) blocks: Vec<Block>,
    pub(crate) line: usize,
    /// What its text comes to, so that a translation knows what it translates.
    pub(crate) hash: Hash,
    /// In a translation: of which text it is one.
    pub(crate) of: Option<Hash>,
}

/// Every string of one language by its key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Prose {
    pub(crate) passages: BTreeMap<String, Passage>,
}

/// A mistake in the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    pub(crate) line: usize,
    pub(crate) code: Code,
    pub(crate) reason: String,
    pub(crate) fix: String,
}

/// A string of the file before it is parsed: its key, the line of its heading, and its lines.
struct Section<'a> {
    key: &'a str,
    of: Option<Hash>,
    line: usize,
    body: Vec<(usize, &'a str)>,
}

impl Prose {
    /// Reads a whole file; gives what could be read and every mistake.
    pub(crate) fn parse(text: &str) -> (Self, Vec<Mistake>) {
        let mut mistakes = Vec::new();
        let mut prose = Self::default();
        for section in sections(text, &mut mistakes) {
            let blocks = blocks::parse(&section.body, &mut mistakes);
            let passage = Passage {
                blocks,
                line: section.line,
                hash: Hash::of(section.body.iter().map(|(_, line)| *line)),
                of: section.of,
            };
            if prose.passages.insert(section.key.to_owned(), passage).is_some() {
                let reason = format!("The string `{}` stands here a second time.", section.key);
                mistakes.push(mistake(
                    section.line,
                    Code::DuplicateId,
                    reason,
                    "Keep one of the two.",
                ));
            }
        }
        (prose, mistakes)
    }

    /// The blocks of a string; none if it is not there.
    pub(crate) fn blocks(&self, key: &str) -> &[Block] {
        self.passages.get(key).map_or(&[], |passage| &passage.blocks)
    }
}

fn sections<'a>(text: &'a str, mistakes: &mut Vec<Mistake>) -> Vec<Section<'a>> {
    let mut sections: Vec<Section<'a>> = Vec::new();
    for (index, raw) in text.lines().enumerate() {
        let line = index + 1;
        if let Some(heading) = raw.strip_prefix("## ") {
            let (key, of) = hash::split_heading(heading);
            if heading.contains("<!--") && of.is_none() {
                mistakes.push(bad_hash(line));
            }
            sections.push(Section {
                key,
                of,
                line,
                body: Vec::new(),
            });
        } else if let Some(heading) = raw.strip_prefix("# ") {
            let (title, of) = hash::split_heading(heading);
            sections.push(Section {
                key: TITLE,
                of,
                line,
                body: vec![(line, title)],
            });
        } else if let Some(section) = sections.last_mut() {
            section.body.push((line, raw));
        } else if !raw.trim().is_empty() {
            mistakes.push(text_without_a_key(line));
        }
    }
    sections
}

fn text_without_a_key(line: usize) -> Mistake {
    let reason = "This text stands before the first heading.".to_owned();
    mistake(
        line,
        Code::BadProse,
        reason,
        "Put `## its-id` on a line above it.",
    )
}

fn bad_hash(line: usize) -> Mistake {
    let reason = "Behind this key stands no hash.".to_owned();
    mistake(
        line,
        Code::BadProse,
        reason,
        "Write eight digits from 0 to f, as in <!-- 1a2b3c4d -->, or leave it out.",
    )
}

pub(crate) fn mistake(line: usize, code: Code, reason: String, fix: &str) -> Mistake {
    Mistake {
        line,
        code,
        reason,
        fix: fix.to_owned(),
    }
}

/// The same blocks with every `{{reference}}` replaced by what `value` says of it.
pub(crate) fn fill(blocks: &[Block], value: &dyn Fn(&str) -> String) -> Vec<Block> {
    let fill_one = |block: &Block| match block {
        Block::Paragraph(line) => Block::Paragraph(fill_line(line, value)),
        Block::List { numbered, items } => Block::List {
            numbered: *numbered,
            items: items.iter().map(|item| fill_line(item, value)).collect(),
        },
    };
    blocks.iter().map(fill_one).collect()
}

fn fill_line(line: &[Inline], value: &dyn Fn(&str) -> String) -> Vec<Inline> {
    let fill_one = |piece: &Inline| match piece {
        Inline::Text(text) => Inline::Text(reference::replace(text, value)),
        Inline::Code(text) => Inline::Code(reference::replace(text, value)),
        Inline::Bold(inner) => Inline::Bold(fill_line(inner, value)),
        Inline::Foreign { language, text } => Inline::Foreign {
            language,
            text: fill_line(text, value),
        },
        Inline::Link { href, text } => Inline::Link {
            href: href.clone(),
            text: fill_line(text, value),
        },
    };
    line.iter().map(fill_one).collect()
}

/// The text of the blocks without its marks: for titles, labels, announcements.
#[must_use]
pub fn plain(blocks: &[Block]) -> String {
    let lines = blocks.iter().flat_map(|block| match block {
        Block::Paragraph(line) => std::slice::from_ref(line),
        Block::List { items, .. } => items.as_slice(),
    });
    lines.map(|line| plain_line(line)).collect::<Vec<_>>().join(" ")
}

fn plain_line(line: &[Inline]) -> String {
    let plain_one = |piece: &Inline| match piece {
        Inline::Text(text) | Inline::Code(text) => text.clone(),
        Inline::Bold(inner) | Inline::Link { text: inner, .. } | Inline::Foreign { text: inner, .. } => {
            plain_line(inner)
        }
    };
    line.iter().map(plain_one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn headings_address_the_strings_beneath_them() {
        let (prose, mistakes) =
            Prose::parse("# One\n\n## a.title\nHello **you**\n\n## a.text\nTwo\nlines\n\n- x\n- y\n");
        assert_eq!(mistakes, []);
        assert_eq!(prose.blocks(TITLE), [Block::Paragraph(vec![text("One")])]);
        let hello = vec![text("Hello "), Inline::Bold(vec![text("you")])];
        assert_eq!(prose.blocks("a.title"), [Block::Paragraph(hello)]);
        let list = Block::List {
            numbered: false,
            items: vec![vec![text("x")], vec![text("y")]],
        };
        assert_eq!(
            prose.blocks("a.text"),
            [Block::Paragraph(vec![text("Two lines")]), list]
        );
    }

    #[test]
    fn what_stands_twice_or_nowhere_is_reported_with_its_line() {
        let (_, mistakes) = Prose::parse("lost\n## a\nx\n## a\ny\n");
        let found: Vec<_> = mistakes.iter().map(|m| (m.line, m.code)).collect();
        assert_eq!(found, [(1, Code::BadProse), (4, Code::DuplicateId)]);
    }

    #[test]
    fn references_are_filled_everywhere_and_marks_fall_away() {
        let (prose, _) = Prose::parse("## a\n**{{n}}** of `{{id}}`, [see {{n}}](https://aws.amazon.com)\n");
        let filled = fill(prose.blocks("a"), &|name| format!("<{name}>"));
        assert_eq!(plain(&filled), "<n> of <id>, see <n>");
    }
}
