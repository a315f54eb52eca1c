//! How a lesson file is laid out: one form for all, so that two authors' changes meet line by line.
//!
//! Members stand in one order everywhere, a value on one line if it fits, two spaces for each level. Texts and numbers
//! stay as they are written.

use super::tree::{Kind, Member, Node};

/// The longest line that a list or an object may share, in characters.
const WIDTH: usize = 116;

/// Members in the order in which they are read best: what it is, what it holds, how it is checked. Others follow in
/// their own order.
#[rustfmt::skip]
const ORDER: [&str; 98] = [
    // A file, and whatever has a name.
    "$schema", "formatVersion", "modelVersion", "choice", "id", "kind", "fade",
    // A lesson.
    "meta", "minutes", "status", "license", "authors", "teaches", "requires", "answer", "right",
    "misconception", "misconceptions", "sources", "simplifies", "questions", "world", "region",
    "seed", "start", "files", "setup", "timeline",
    // A step.
    "speed", "pause", "runUntil", "words", "spotlight", "compareTo", "ownWords", "facts",
    "choices", "items", "number", "curve", "order",
    // What is predicted.
    "measure",
    // A check.
    "all", "any", "metric", "instances", "endpoints", "calls", "cost", "read", "query", "op",
    "value",
    // Which instances are meant.
    "name", "state", "app", "image", "zone", "type", "healthy",
    // When and for how long.
    "window", "during", "minRequests", "over", "in", "to", "at", "when", "min", "max", "points",
    "shape",
    // A goal, a decoy, what the world does.
    "after", "check", "matches", "forAtLeast", "latch", "guard", "mustFail", "lines",
    "announce",
    // What may be done, what must be.
    "allow", "actions", "limits", "instanceTypes", "acts", "goals", "hints", "solution",
    "alternatives", "variant", "decoys", "score",
    // The end of a lesson.
    "steps", "proof", "seeds", "speeds", "minPassRate",
];

/// The file as it should be laid out, with the line end behind it.
pub(crate) fn formatted(text: &str, root: &Node) -> String {
    let mut layout = Layout {
        text,
        out: String::with_capacity(text.len()),
    };
    layout.value(root, 0, 0, true);
    layout.out.push('\n');
    layout.out
}

struct Layout<'a> {
    text: &'a str,
    out: String,
}

impl Layout<'_> {
    /// Writes a value that stands `indent` levels deep; `behind` characters follow it on its last line. If it is
    /// `open`, it and its items stand over several lines even if they would fit on one.
    fn value(&mut self, node: &Node, indent: usize, behind: usize, open: bool) {
        let flat = self.flat(node);
        let line_start = self.out.rfind('\n').map_or(0, |end| end + 1);
        let before = self.out[line_start..].chars().count();
        let fits = before + flat.chars().count() + behind <= WIDTH;
        match &node.kind {
            Kind::List(items) if !items.is_empty() && (open || !fits || is_table(items)) => {
                self.block(('[', ']'), items.len(), indent, |layout, index, behind| {
                    layout.value(&items[index], indent + 1, behind, open);
                });
            }
            Kind::Object(members) if !members.is_empty() && (open || !fits) => {
                let members = in_order(members);
                self.block(('{', '}'), members.len(), indent, |layout, index, behind| {
                    layout.member(members[index], indent + 1, behind);
                });
            }
            _ => self.out.push_str(&flat),
        }
    }

    fn block(
        &mut self,
        brackets: (char, char),
        count: usize,
        indent: usize,
        mut item: impl FnMut(&mut Self, usize, usize),
    ) {
        self.out.push(brackets.0);
        for index in 0..count {
            self.line(indent + 1);
            let is_last = index + 1 == count;
            item(self, index, usize::from(!is_last));
            if !is_last {
                self.out.push(',');
            }
        }
        self.line(indent);
        self.out.push(brackets.1);
    }

    fn member(&mut self, member: &Member, indent: usize, behind: usize) {
        self.out.push_str(&self.text[member.name_span.clone()]);
        self.out.push_str(": ");
        let is_steps = indent == 1 && member.name == "steps";
        self.value(&member.value, indent, behind, is_steps);
    }

    fn line(&mut self, indent: usize) {
        self.out.push('\n');
        self.out.push_str(&"  ".repeat(indent));
    }

    /// The value on one line.
    fn flat(&self, node: &Node) -> String {
        match &node.kind {
            Kind::Plain => self.text[node.span.clone()].to_owned(),
            Kind::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.flat(item)).collect();
                format!("[{}]", items.join(", "))
            }
            Kind::Object(members) if members.is_empty() => "{}".to_owned(),
            Kind::Object(members) => {
                let member = |member: &&Member| {
                    let name = &self.text[member.name_span.clone()];
                    format!("{name}: {}", self.flat(&member.value))
                };
                let members: Vec<String> = in_order(members).iter().map(member).collect();
                format!("{{ {} }}", members.join(", "))
            }
        }
    }
}

/// Whether items stand one on each line even if they would fit on one.
fn is_table(items: &[Node]) -> bool {
    items.len() > 1
        && items
            .iter()
            .all(|item| matches!(&item.kind, Kind::Object(members) if members.len() > 1))
}

/// Known members first and in order; the rest as they are.
fn in_order(members: &[Member]) -> Vec<&Member> {
    let rank = |member: &&Member| {
        let place = ORDER.iter().position(|name| *name == member.name);
        place.unwrap_or(ORDER.len())
    };
    let mut sorted: Vec<&Member> = members.iter().collect();
    sorted.sort_by_key(rank);
    sorted
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;

    fn laid_out(text: &str) -> String {
        formatted(text, &Node::parse(text).expect("JSON"))
    }

    #[test]
    fn members_are_put_in_order_and_values_on_lines() {
        let long = format!(
            "{{\"solution\": [\"{}\", \"{}\"]}}",
            "a".repeat(60),
            "b".repeat(60)
        );
        assert_eq!(
            laid_out(
                "{\"other\":1.50,\"id\" : \"\\u0061\",\"steps\":[{\"kind\":\"read\",\"id\":\"a\"}],\"proof\":{}}"
            ),
            "{\n  \"id\": \"\\u0061\",\n  \"steps\": [\n    {\n      \"id\": \"a\",\n      \"kind\": \"read\"\n    }\n  ],\n  \"proof\": {},\n  \"other\": 1.50\n}\n"
        );
        assert_eq!(laid_out(&long).lines().count(), 6);
    }

    #[test]
    fn laying_out_twice_changes_nothing() {
        let once = laid_out(include_str!("../../../../../lessons/01-one-instance/lesson.json"));
        assert_eq!(laid_out(&once), once);
        assert_eq!(laid_out("[]"), "[]\n");
    }

    #[test]
    fn no_member_is_ordered_twice() {
        for (place, name) in ORDER.iter().enumerate() {
            assert!(!ORDER[..place].contains(name), "{name}");
        }
    }

    /// The names of all members that a schema describes.
    fn members_of(schema: &Value, into: &mut BTreeSet<String>) {
        match schema {
            Value::Object(parts) => {
                let described = parts.get("properties").and_then(Value::as_object);
                into.extend(described.into_iter().flat_map(|members| members.keys().cloned()));
                parts.values().for_each(|part| members_of(part, into));
            }
            Value::Array(parts) => parts.iter().for_each(|part| members_of(part, into)),
            _ => {}
        }
    }

    #[test]
    fn every_member_of_the_format_has_its_place_in_the_order_and_no_other() {
        let mut known = BTreeSet::new();
        members_of(&lesson::schema(), &mut known);
        let ordered: BTreeSet<String> = ORDER.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(ordered, known);
    }
}
