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

/// What things are called by, rather than by their first text.
const TITLES: [&str; 12] = [
    "InstanceId",
    "AutoScalingGroupName",
    "TargetGroupName",
    "LoadBalancerName",
    "LaunchTemplateName",
    "AlarmName",
    "PolicyName",
    "GroupName",
    "SubnetId",
    "ZoneName",
    "Key",
    "Name",
];

impl Node {
    /// What an entry of a list is called: by its name or id, or else its first text.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        match self {
            Self::Leaf(text) => Some(text),
            Self::Fields(fields) => {
                let named = |title: &&str| fields.iter().find(|(name, _)| name == title);
                let leaf = |(_, node): &'_ (String, Self)| match node {
                    Self::Leaf(_) => true,
                    Self::Fields(_) | Self::List(_) => false,
                };
                let best = TITLES
                    .iter()
                    .find_map(|title| named(title).filter(|field| leaf(field)));
                best.or_else(|| fields.iter().find(|field| leaf(field)))?
                    .1
                    .title()
            }
            Self::List(list) => list.first()?.title(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_called_by_its_name() {
        let leaf = |name: &str, text: &str| (name.to_owned(), Node::Leaf(text.to_owned()));
        let instance = Node::Fields(vec![
            leaf("RootDeviceName", "/dev/xvda"),
            leaf("InstanceId", "i-1"),
        ]);
        assert_eq!(instance.title(), Some("i-1"));
        assert_eq!(
            Node::Fields(vec![leaf("Code", "16"), leaf("Status", "running")]).title(),
            Some("16")
        );
    }
}
