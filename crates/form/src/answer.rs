//! An answer as a tree, to be read.

use api::{Shape, Value, entries, pairs};

/// A part of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A scalar.
    Leaf(String),
    /// Named parts, in the order in which AWS writes them.
    Fields(Vec<(String, Node)>),
    /// Parts in order.
    List(Vec<Node>),
}

/// The tree of an answer; what is empty in it is left out, except for a list that the answer is about.
#[must_use]
pub fn tree(shape: &dyn Shape) -> Node {
    let members = shape.info().members.iter().enumerate();
    let fields = members.filter_map(|(index, member)| {
        let node = node(shape.value(index)?);
        let blank = matches!(&node, Node::List(list) if list.is_empty()) && !member.always
            || matches!(&node, Node::Fields(fields) if fields.is_empty());
        (!blank).then(|| (member.name.to_owned(), node))
    });
    Node::Fields(fields.collect())
}

fn node(value: Value<'_>) -> Node {
    match value {
        Value::String(text) => Node::Leaf(text.to_owned()),
        Value::Integer(number) => Node::Leaf(number.to_string()),
        Value::Double(number) => Node::Leaf(number.to_string()),
        Value::Boolean(truth) => Node::Leaf(truth.to_string()),
        Value::Timestamp(instant) => Node::Leaf(instant.to_string()),
        Value::Shape(shape) => tree(shape),
        Value::List(list) => Node::List(entries(list).map(node).collect()),
        Value::Map(map) => Node::Fields(
            pairs(map)
                .map(|(key, value)| (key.to_owned(), node(value)))
                .collect(),
        ),
    }
}

impl Node {
    /// What an entry of a list is called: its first text.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        match self {
            Self::Leaf(text) => Some(text),
            Self::Fields(fields) => {
                let named = fields
                    .iter()
                    .find(|(name, _)| name.ends_with("Name") || name.ends_with("Id"));
                let texts = named.into_iter().chain(fields).map(|(_, node)| node);
                texts
                    .filter_map(|node| match node {
                        Self::Leaf(text) => Some(text.as_str()),
                        _ => None,
                    })
                    .next()
            }
            Self::List(list) => list.first()?.title(),
        }
    }
}
