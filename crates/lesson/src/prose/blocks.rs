//! Lines to paragraphs and lists.

use super::{Block, Mistake, inline, mistake};
use crate::error::Code;

/// What begins a line that this markdown does not have, and what it would be.
const REFUSED: [(&str, &str); 5] = [
    ("#", "a deeper heading"),
    (">", "a quotation"),
    ("```", "a code block"),
    ("|", "a table"),
    ("---", "a rule"),
];

/// A block while its lines are collected: the line of the file on which each entry begins, and its text.
struct Open {
    list: Option<bool>,
    items: Vec<(usize, String)>,
}

/// Parses the numbered lines of one string.
pub(super) fn parse(lines: &[(usize, &str)], mistakes: &mut Vec<Mistake>) -> Vec<Block> {
    let mut groups: Vec<Open> = Vec::new();
    let mut open = false;
    for &(line, raw) in lines {
        let text = raw.trim();
        open = if text.is_empty() {
            false
        } else if let Some((_, what)) = REFUSED.iter().find(|(mark, _)| text.starts_with(mark)) {
            mistakes.push(refused(line, what));
            false
        } else {
            take_line(&mut groups, open, line, text);
            true
        };
    }
    groups.iter().map(|group| close(group, mistakes)).collect()
}

/// Adds a line to the open block, or begins the next one with it.
fn take_line(groups: &mut Vec<Open>, open: bool, line: usize, text: &str) {
    let (list, text) = list_entry(text);
    let current = groups.last_mut().filter(|_| open);
    match (current, list) {
        (Some(group), None) => {
            if let Some((_, item)) = group.items.last_mut() {
                item.push(' ');
                item.push_str(text);
            }
        }
        (Some(group), Some(_)) if group.list == list => group.items.push((line, text.to_owned())),
        _ => groups.push(Open {
            list,
            items: vec![(line, text.to_owned())],
        }),
    }
}

/// Whether the line begins an entry of a list (and of a numbered one), and the text after its mark.
fn list_entry(text: &str) -> (Option<bool>, &str) {
    if let Some(rest) = text.strip_prefix("- ") {
        return (Some(false), rest);
    }
    let after_digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    match after_digits.strip_prefix(". ") {
        Some(rest) if after_digits.len() < text.len() => (Some(true), rest),
        _ => (None, text),
    }
}

fn close(group: &Open, mistakes: &mut Vec<Mistake>) -> Block {
    let mut lines = group
        .items
        .iter()
        .map(|(line, text)| inline::parse(*line, text, mistakes));
    match group.list {
        None => Block::Paragraph(lines.next().unwrap_or_default()),
        Some(numbered) => Block::List {
            numbered,
            items: lines.collect(),
        },
    }
}

fn refused(line: usize, what: &str) -> Mistake {
    let reason = format!("This line begins {what}, which lessons do not have.");
    mistake(
        line,
        Code::BadProse,
        reason,
        "Use paragraphs and lists, **bold**, `code` and links.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> (Vec<Block>, usize) {
        let mut mistakes = Vec::new();
        let lines: Vec<(usize, &str)> = text.lines().enumerate().map(|(i, line)| (i + 1, line)).collect();
        (parse(&lines, &mut mistakes), mistakes.len())
    }

    #[test]
    fn a_list_ends_at_a_blank_line_and_its_entries_may_wrap() {
        let (found, _) = blocks("1. one\n   more\n2. two\n\nafter");
        assert_eq!(found.len(), 2);
        assert!(matches!(&found[0], Block::List { numbered: true, items } if items.len() == 2));
    }

    #[test]
    fn a_list_may_follow_a_paragraph_at_once() {
        assert_eq!(blocks("say:\n- a\n- b").0.len(), 2);
        assert_eq!(blocks("3.5 of 4").0.len(), 1);
    }

    #[test]
    fn other_markdown_is_refused() {
        assert_eq!(blocks("### deeper\n\n> said\n\n| a |\n\n```\nx").1, 4);
    }
}
