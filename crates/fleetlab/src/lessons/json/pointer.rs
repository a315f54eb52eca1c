//! From a JSON pointer to its place in the text. Source of the form: RFC 6901.

use std::ops::Range;

use super::tree::{Kind, Node};

/// The bytes that a pointer means: the name of a member, so that a long object is not underlined as a whole, or else
/// the value. Of a pointer that leads beyond what is there, the last part that is.
pub(crate) fn span(root: &Node, pointer: &str) -> Range<usize> {
    let mut node = root;
    let mut found = opening(root);
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        match step(node, &token) {
            Some((next, place)) => (node, found) = (next, place),
            None => break,
        }
    }
    found
}

fn step<'a>(node: &'a Node, token: &str) -> Option<(&'a Node, Range<usize>)> {
    match &node.kind {
        Kind::Plain => None,
        Kind::Object(_) => {
            let member = node.member(token)?;
            Some((&member.value, place(&member.name_span, &member.value)))
        }
        Kind::List(items) => {
            let item = items.get(token.parse::<usize>().ok()?)?;
            Some((item, opening(item)))
        }
    }
}

/// Of a plain member its value, of a list or an object its name.
fn place(name: &Range<usize>, value: &Node) -> Range<usize> {
    match value.kind {
        Kind::Plain => value.span.clone(),
        Kind::List(_) | Kind::Object(_) => name.clone(),
    }
}

/// A plain value, or the bracket that opens it.
fn opening(node: &Node) -> Range<usize> {
    match node.kind {
        Kind::Plain => node.span.clone(),
        Kind::List(_) | Kind::Object(_) => node.span.start..node.span.start + 1,
    }
}

/// Line and column of a byte, both from 1, the column in characters.
pub(crate) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before.matches('\n').count() + 1;
    (line, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{ "steps": [ { "id": "a" }, [ true ] ], "a/b": { "~": 7 } }"#;

    fn at(pointer: &str) -> &'static str {
        &TEXT[span(&Node::parse(TEXT).expect("JSON"), pointer)]
    }

    #[test]
    fn pointers_lead_to_names_and_plain_values() {
        assert_eq!(at(""), "{");
        assert_eq!(at("/steps"), "\"steps\"");
        assert_eq!(at("/steps/0"), "{");
        assert_eq!(at("/steps/0/id"), "\"a\"");
        assert_eq!(at("/steps/1/0"), "true");
        assert_eq!(at("/a~1b/~0"), "7");
    }

    #[test]
    fn beyond_what_is_there_the_nearest_is_meant() {
        assert_eq!(at("/steps/0/goals/3"), "{");
        assert_eq!(at("/steps/9"), "\"steps\"");
        assert_eq!(at("/nothing"), "{");
    }

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        assert_eq!(line_and_column("a\nöb", 0), (1, 1));
        assert_eq!(line_and_column("a\nöb", 4), (2, 2));
        assert_eq!(line_and_column("a\n", 2), (2, 1));
    }
}
