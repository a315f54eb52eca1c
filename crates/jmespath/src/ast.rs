//! What an expression says, as a tree.

use std::rc::Rc;

use crate::Json;

/// A part of an expression. Positions are of the word that a complaint would point at.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// `@`, or nothing where something could stand.
    Current,
    /// A value.
    Literal(Json),
    /// `name`.
    Field(Rc<str>),
    /// `[2]`, `[-1]`.
    Index(i64),
    /// `[start:end:step]`.
    Slice([Option<i64>; 3], usize),
    /// `a[]`, before the projection.
    Flatten(Box<Node>),
    /// One after another, each on what the one before has found.
    Sequence(Link, Vec<Node>),
    /// What `each` finds in every element of what `base` finds.
    Projection {
        over: Over,
        base: Box<Node>,
        each: Box<Node>,
    },
    /// The same in the elements for which `condition` holds.
    Filter {
        base: Box<Node>,
        each: Box<Node>,
        condition: Box<Node>,
    },
    /// `a == b` and its like.
    Comparison(Comparator, Box<[Node; 2]>, usize),
    /// `a || b`.
    Or(Box<[Node; 2]>),
    /// `a && b`.
    And(Box<[Node; 2]>),
    /// `!a`.
    Not(Box<Node>),
    /// `[a, b]`.
    List(Vec<Node>),
    /// `{a: b}`.
    Hash(Vec<(Rc<str>, Node)>),
    /// `name(a, b)`.
    Function(Rc<str>, Vec<Node>, usize),
    /// `&a`.
    Reference(Box<Node>, usize),
}

impl Node {
    /// Whether the tree is at most so deep.
    pub(crate) fn fits(&self, depth: usize) -> bool {
        let Some(depth) = depth.checked_sub(1) else {
            return false;
        };
        let all = |nodes: &[Self]| nodes.iter().all(|node| node.fits(depth));
        match self {
            Self::Current | Self::Literal(_) | Self::Field(_) | Self::Index(_) | Self::Slice(..) => true,
            Self::Flatten(node) | Self::Not(node) | Self::Reference(node, _) => node.fits(depth),
            Self::Sequence(_, nodes) | Self::List(nodes) | Self::Function(_, nodes, _) => all(nodes),
            Self::Comparison(_, nodes, _) | Self::Or(nodes) | Self::And(nodes) => all(&nodes[..]),
            Self::Hash(pairs) => pairs.iter().all(|(_, node)| node.fits(depth)),
            Self::Projection { base, each, .. } => base.fits(depth) && each.fits(depth),
            Self::Filter {
                base,
                each,
                condition,
            } => base.fits(depth) && each.fits(depth) && condition.fits(depth),
        }
    }
}

/// What holds a sequence together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// `a.b`
    Dot,
    /// `a[0]`: a slice that follows is no projection.
    Index,
    /// `a | b`
    Pipe,
}

/// What a projection goes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    /// The entries of a list.
    List,
    /// The values of an object.
    Object,
}

/// A comparison's sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Comparator {
    /// As it is written.
    pub(crate) const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }
}
