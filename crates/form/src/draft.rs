//! What was filled in so far, as texts in the shape of the request.

use api::{Kind, ShapeInfo};

use crate::plan;

/// Where something stands in a draft: of a structure the position of the member, of a list or a map the position of the
/// entry.
pub type Path = Vec<usize>;

/// A value as it is being filled in.
#[derive(Clone, Debug, PartialEq)]
pub enum Draft {
    /// A scalar, as it was typed; empty if it is left out.
    Text(String),
    /// A structure, its members in the order of declaration; none if it is left out.
    Fields(Option<Vec<Draft>>),
    /// A list.
    Entries(Vec<Draft>),
    /// A map: keys and values in the order in which they were added.
    Pairs(Vec<(String, Draft)>),
}

impl Draft {
    /// Nothing filled in.
    #[must_use]
    pub fn empty(kind: &Kind) -> Self {
        match kind {
            Kind::Shape(_) => Self::Fields(None),
            Kind::List(_) => Self::Entries(Vec::new()),
            Kind::Map(_) => Self::Pairs(Vec::new()),
            _ => Self::Text(String::new()),
        }
    }

    /// A value that was just added: a structure is there from now on, with what it starts with.
    #[must_use]
    pub fn added(kind: &Kind) -> Self {
        match kind {
            Kind::Shape(info) => Self::structure(info()),
            _ => Self::empty(kind),
        }
    }

    /// A structure that is there, with what structures of its kind start with.
    pub(crate) fn structure(info: &'static ShapeInfo) -> Self {
        let mut draft = Self::bare(info);
        for (path, value) in plan::of(info.name).start {
            draft.put(info, path, value);
        }
        draft
    }

    /// A structure that is there, with nothing in it.
    pub(crate) fn bare(info: &'static ShapeInfo) -> Self {
        let members = info.members.iter().map(|member| Self::empty(&member.kind));
        Self::Fields(Some(members.collect()))
    }

    /// Whether there is nothing that would be sent.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Fields(fields) => fields.is_none(),
            Self::Entries(entries) => entries.is_empty(),
            Self::Pairs(pairs) => pairs.is_empty(),
        }
    }

    /// What stands at a path, if there is something.
    #[must_use]
    pub fn at(&self, path: &[usize]) -> Option<&Self> {
        let Some((&index, rest)) = path.split_first() else {
            return Some(self);
        };
        match self {
            Self::Text(_) | Self::Fields(None) => None,
            Self::Fields(Some(members)) => members.get(index)?.at(rest),
            Self::Entries(entries) => entries.get(index)?.at(rest),
            Self::Pairs(pairs) => pairs.get(index)?.1.at(rest),
        }
    }

    /// The same, to be changed.
    pub(crate) fn at_mut(&mut self, path: &[usize]) -> Option<&mut Self> {
        let Some((&index, rest)) = path.split_first() else {
            return Some(self);
        };
        match self {
            Self::Text(_) | Self::Fields(None) => None,
            Self::Fields(Some(members)) => members.get_mut(index)?.at_mut(rest),
            Self::Entries(entries) => entries.get_mut(index)?.at_mut(rest),
            Self::Pairs(pairs) => pairs.get_mut(index)?.1.at_mut(rest),
        }
    }

    /// Puts a text where a path of names leads: `LaunchTemplate.Version`, `Targets.0.Id`. What is on the way is added.
    /// Without a text, a structure is added, or the first entry of a list. A path that leads nowhere puts nothing.
    pub(crate) fn put(&mut self, info: &'static ShapeInfo, path: &str, value: &str) {
        let (name, rest) = path.split_once('.').unwrap_or((path, ""));
        let Some(index) = info.members.iter().position(|member| member.name == name) else {
            return;
        };
        if let Self::Fields(fields @ None) = self
            && let Self::Fields(members) = Self::structure(info)
        {
            *fields = members;
        }
        if let Self::Fields(Some(members)) = self {
            members[index].put_into(&info.members[index].kind, rest, value);
        }
    }

    fn put_into(&mut self, kind: &Kind, path: &str, value: &str) {
        match (self, kind) {
            (Self::Text(text), _) => value.clone_into(text),
            (draft @ Self::Fields(None), Kind::Shape(info)) if path.is_empty() => {
                *draft = Self::structure(info());
            }
            (draft @ Self::Fields(_), Kind::Shape(info)) if !path.is_empty() => {
                draft.put(info(), path, value)
            }
            (Self::Entries(entries), Kind::List(inner)) => {
                let (index, rest) = path.split_once('.').unwrap_or((path, ""));
                let index = index.parse().unwrap_or(0);
                if index >= entries.len() {
                    entries.push(Self::added(inner));
                }
                if let Some(entry) = entries.get_mut(index) {
                    entry.put_into(inner, rest, value);
                }
            }
            (Self::Pairs(pairs), Kind::Map(inner)) => {
                let (key, rest) = path.split_once('.').unwrap_or((path, ""));
                let mut entry = Self::added(inner);
                entry.put_into(inner, rest, value);
                pairs.push((key.to_owned(), entry));
            }
            _ => {}
        }
    }
}
