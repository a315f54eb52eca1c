//! What a form shows: a tree of fields, made from the declaration, the plan and what was filled in so far.

use api::{Kind, Member, ShapeDocs, ShapeInfo};

use crate::choices::holds_text;
use crate::draft::{Draft, Path};
use crate::form::Form;
use crate::meaning::{Meaning, Place, meaning};
use crate::plan::{self, Plan, When};
use crate::request::is_token;

/// The fields of a structure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    /// Those that come first.
    pub first: Vec<Field>,
    /// Further settings.
    pub more: Vec<Field>,
}

/// One field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Where its value stands.
    pub path: Path,
    /// The shape that has the member.
    pub shape: &'static str,
    /// Its declaration; of an entry of a list, what holds for one.
    pub member: Member,
    /// What is said of it.
    pub doc: &'static str,
    /// Whether the call is not sent, or refused, without it.
    pub required: bool,
    /// What is filled in, and how.
    pub control: Control,
}

/// How something is filled in.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// A text in a line, a number among them.
    Line(String),
    /// A text of several lines.
    Area(String),
    /// True, false, or left out.
    Truth(String),
    /// One of these words, or left out.
    OneOf(String, &'static [&'static str]),
    /// Any number of these words.
    SomeOf(Vec<String>, &'static [&'static str]),
    /// A thing of the account.
    Thing(String, Meaning),
    /// Any number of things of the account.
    Things(Vec<String>, Meaning),
    /// Any number of things of the account in one text, parted by commas.
    ThingsInLine(String, Meaning),
    /// A structure; none if it is left out.
    Structure(Option<Fields>),
    /// A list.
    List(Vec<Entry>),
    /// A map: entries with keys.
    Map(Vec<(String, Entry)>),
}

/// An entry of a list or a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its field; of a structure, its control is one.
    pub field: Field,
}

/// The declaration is compared by name: there is one of each.
impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        (&self.path, self.shape, self.member.name, self.required)
            == (&other.path, other.shape, other.member.name, other.required)
            && self.control == other.control
    }
}

/// Further settings of so few members are shown at once.
const FEW: usize = 4;

impl Fields {
    /// The fields of a form, with what is said of them.
    pub(crate) fn of(form: &Form, docs: Option<&'static ShapeDocs>) -> Self {
        let operation = form.operation();
        let walker = Walker {
            service: operation.service.name,
            operation: operation.name,
        };
        let info = (operation.input)();
        let plan = plan::of(info.name);
        let first = if form.recipe().first.is_empty() {
            plan.first
        } else {
            form.recipe().first
        };
        let Draft::Fields(Some(members)) = form.draft() else {
            return Self::default();
        };
        walker.fields((info, docs), (plan, first), members, "", &mut Path::new())
    }

    /// All of them, those within others too.
    pub fn all(&self) -> Vec<&Field> {
        let mut found = Vec::new();
        for field in self.first.iter().chain(&self.more) {
            found.push(field);
            field.collect(&mut found);
        }
        found
    }

    /// The meanings that things are asked for by.
    #[must_use]
    pub fn meanings(&self) -> Vec<Meaning> {
        let all = self.all();
        let mut meanings: Vec<Meaning> = all.iter().filter_map(|field| field.meaning()).collect();
        meanings.sort_unstable();
        meanings.dedup();
        meanings
    }
}

impl Field {
    /// Which things can be chosen, if any can.
    #[must_use]
    pub const fn meaning(&self) -> Option<Meaning> {
        match self.control {
            Control::Thing(_, meaning) | Control::Things(_, meaning) | Control::ThingsInLine(_, meaning) => {
                Some(meaning)
            }
            _ => None,
        }
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a Self>) {
        match &self.control {
            Control::Structure(Some(fields)) => found.extend(fields.all()),
            Control::List(entries) => entries.iter().for_each(|entry| entry.collect(found)),
            Control::Map(entries) => entries.iter().for_each(|(_, entry)| entry.collect(found)),
            _ => {}
        }
    }
}

impl Entry {
    fn collect<'a>(&'a self, found: &mut Vec<&'a Field>) {
        found.push(&self.field);
        self.field.collect(found);
    }
}

/// Knows whose request it walks through.
#[derive(Clone, Copy)]
struct Walker {
    service: &'static str,
    operation: &'static str,
}

impl Walker {
    fn fields(
        self,
        (info, docs): (&'static ShapeInfo, Option<&'static ShapeDocs>),
        (plan, first): (&Plan, &[&str]),
        members: &[Draft],
        within: &'static str,
        path: &mut Path,
    ) -> Fields {
        let place = Place {
            service: self.service,
            operation: self.operation,
            shape: info.name,
            within,
        };
        let mut fields = Fields::default();
        for (index, member) in order(info, first) {
            let draft = &members[index];
            if is_token(member) || !is_shown(plan.when, info, members, index) {
                continue;
            }
            path.push(index);
            let about = docs.and_then(|docs| docs.members.get(index));
            let within = about.and_then(|about| about.within).map(|docs| docs());
            let field = self.field(
                place,
                member,
                draft,
                (about.map_or("", |about| about.doc), within),
                path,
            );
            path.pop();
            let leads = first.contains(&member.name) || field.required && !is_follower(place, member);
            if leads {
                &mut fields.first
            } else {
                &mut fields.more
            }
            .push(field);
        }
        // Within a structure, one or two more settings are not worth a fold.
        let few = match (fields.first.is_empty(), place.within) {
            (true, _) => FEW,
            (false, "") => 0,
            (false, _) => 2,
        };
        if fields.more.len() <= few {
            fields.first.append(&mut fields.more);
        }
        fields
    }

    fn field(
        self,
        place: Place,
        member: &Member,
        draft: &Draft,
        (doc, docs): (&'static str, Option<&'static ShapeDocs>),
        path: &mut Path,
    ) -> Field {
        if let Some((inner, shape)) = lone(member) {
            return self.lone_field(place, (member, inner, shape), draft, doc, path);
        }
        Field {
            path: path.clone(),
            shape: place.shape,
            member: *member,
            doc: worth_saying(doc),
            required: member.required || member.needed,
            control: self.control(place, member, draft, docs, path),
        }
    }

    /// The field of a structure that holds but one value: it is filled in as if it were that value.
    fn lone_field(
        self,
        place: Place,
        (member, inner, shape): (&Member, &Member, &'static str),
        draft: &Draft,
        doc: &'static str,
        path: &Path,
    ) -> Field {
        let within = Place {
            shape,
            within: member.name,
            ..place
        };
        let empty = Draft::empty(&inner.kind);
        let value = draft.at(&[0]).unwrap_or(&empty);
        let path = [&path[..], &[0]].concat();
        Field {
            shape: place.shape,
            member: Member {
                name: member.name,
                ..*inner
            },
            doc: worth_saying(doc),
            required: member.required || member.needed,
            control: self.control(within, inner, value, None, &mut path.clone()),
            path,
        }
    }

    fn control(
        self,
        place: Place,
        member: &Member,
        draft: &Draft,
        docs: Option<&'static ShapeDocs>,
        path: &mut Path,
    ) -> Control {
        let meaning = meaning(place, member.name).filter(|_| holds_text(&member.kind));
        match (draft, meaning) {
            (Draft::Text(text), Some(meaning)) if member.name == "VPCZoneIdentifier" => {
                Control::ThingsInLine(text.clone(), meaning)
            }
            (Draft::Text(text), Some(meaning)) => Control::Thing(text.clone(), meaning),
            (Draft::Text(text), None) => line(member, text),
            (Draft::Entries(entries), Some(meaning)) => Control::Things(texts(entries), meaning),
            (Draft::Entries(entries), None) if !member.values.is_empty() => {
                Control::SomeOf(texts(entries), member.values)
            }
            (Draft::Entries(entries), None) => {
                let entries = entries.iter().enumerate();
                Control::List(
                    entries
                        .map(|(index, draft)| self.entry(place, member, index, draft, docs, path))
                        .collect(),
                )
            }
            (Draft::Pairs(pairs), _) => {
                let entry = |(index, (key, draft)): (usize, &(String, Draft))| {
                    (key.clone(), self.entry(place, member, index, draft, docs, path))
                };
                Control::Map(pairs.iter().enumerate().map(entry).collect())
            }
            (Draft::Fields(members), _) => Control::Structure(members.as_ref().and_then(|members| {
                let Kind::Shape(info) = member.kind else {
                    return None;
                };
                let info = info();
                let plan = plan::of(info.name);
                Some(self.fields((info, docs), (plan, plan.first), members, member.name, path))
            })),
        }
    }

    fn entry(
        self,
        place: Place,
        member: &Member,
        index: usize,
        draft: &Draft,
        docs: Option<&'static ShapeDocs>,
        path: &mut Path,
    ) -> Entry {
        let kind = match member.kind {
            Kind::List(inner) | Kind::Map(inner) => *inner,
            other => other,
        };
        let one = Member {
            kind,
            required: false,
            needed: false,
            ..member.of_one()
        };
        path.push(index);
        let field = self.field(place, &one, draft, ("", docs), path);
        path.pop();
        Entry { field }
    }
}

fn line(member: &Member, text: &str) -> Control {
    let text = text.to_owned();
    match member.kind {
        Kind::Boolean => Control::Truth(text),
        _ if !member.values.is_empty() => Control::OneOf(text, member.values),
        _ if matches!(member.format, api::Format::Base64 | api::Format::File) => Control::Area(text),
        _ => Control::Line(text),
    }
}

fn texts(entries: &[Draft]) -> Vec<String> {
    let texts = entries.iter().filter_map(|entry| match entry {
        Draft::Text(text) => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

/// The members with their positions: those that come first in their order, then what must be given, then the rest.
fn order<'a>(
    info: &'static ShapeInfo,
    first: &'a [&str],
) -> impl Iterator<Item = (usize, &'static Member)> + use<'a> {
    let place = |member: &Member| {
        let known = first.iter().position(|name| *name == member.name);
        known.unwrap_or(first.len() + usize::from(!(member.required || member.needed)))
    };
    let mut all: Vec<(usize, usize)> = info.members.iter().map(place).zip(0..).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, index)| (index, &info.members[index]))
}

/// Whether a member is shown, as others have it; what has a value always is.
fn is_shown(when: &[When], info: &ShapeInfo, members: &[Draft], index: usize) -> bool {
    let mut rules = when.iter().filter(|(name, ..)| *name == info.members[index].name);
    let text_of = |name: &str| {
        let index = info.members.iter().position(|member| member.name == name)?;
        match &members[index] {
            Draft::Text(text) => Some(text.as_str()),
            _ => None,
        }
    };
    !members[index].is_empty()
        || rules.all(|(_, by, values)| text_of(by).is_some_and(|text| values.contains(&text)))
}

/// The one value that a structure is there for, and the structure's name.
fn lone(member: &Member) -> Option<(&'static Member, &'static str)> {
    let Kind::Shape(info) = member.kind else {
        return None;
    };
    let info = info();
    let [inner] = info.members else { return None };
    let is_scalar = !matches!(inner.kind, Kind::Shape(_) | Kind::List(_) | Kind::Map(_));
    (is_scalar && (inner.required || inner.needed)).then_some((inner, info.name))
}

/// What is said of a member; nothing if it is but "Its name." or "The port.", which its label says.
fn worth_saying(doc: &'static str) -> &'static str {
    let doc = doc.trim();
    if doc.split_whitespace().count() > 2 {
        doc
    } else {
        ""
    }
}

/// The least number of instances need not be said: it is as many as are wanted.
fn is_follower(place: Place, member: &Member) -> bool {
    place.operation == "RunInstances" && member.name == "MinCount"
}
