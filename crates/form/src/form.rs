//! A form as it is being filled in.

use api::{Call, Kind, Operation, OperationDocs, Shape, Slot, Value, entries, find};

use crate::choices::{Choices, Read};
use crate::draft::{Draft, Path};
use crate::field::Fields;
use crate::recipe::{Described, Recipe};
use crate::request::{self, Flaw};

/// Where the docs of operations are found.
pub type DocsOf = fn(&Operation) -> Option<OperationDocs>;

/// One form.
#[derive(Clone, Debug)]
pub struct Form {
    recipe: Recipe,
    draft: Draft,
}

/// A change of a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A scalar has this text.
    Text(Path, String),
    /// The entry of a map has this key.
    Key(Path, String),
    /// A list or a map gets one more entry; a structure is there from now on.
    Add(Path),
    /// An entry of a list or a map goes; a structure is left out from now on.
    Remove(Path),
    /// A list of texts holds this one, or does not.
    Pick(Path, String, bool),
    /// A text of parts parted by commas holds this one, or does not.
    PickPart(Path, String, bool),
}

impl Form {
    /// The form of a recipe with what it starts with, and values by their paths of names. A value that begins with `@` is
    /// to be [settled](Self::settle): `@` alone is the first thing that can be chosen there, `@web` the one called so.
    #[must_use]
    pub fn open(recipe: Recipe, values: &[(String, String)]) -> Self {
        let info = (recipe.operation.input)();
        let mut draft = Draft::structure(info);
        let started = recipe.start.iter().copied();
        let given = values.iter().map(|(path, value)| (path.as_str(), value.as_str()));
        for (path, value) in started.chain(given) {
            draft.put(info, path, value);
        }
        Self { recipe, draft }
    }

    /// Puts things in place of the values that begin with `@`; `word` knows what stands for those that are no things.
    /// What nothing stands for is left out.
    pub fn settle(&mut self, choices: &Choices, word: &dyn Fn(&str) -> Option<String>) {
        let fields = self.fields();
        for field in fields.all() {
            let Some(meaning) = field.meaning() else { continue };
            let settle = |text: &str| -> Option<String> {
                let thing = match text.strip_prefix('@')? {
                    "" => choices.of(meaning).first().map(|first| &*first.value),
                    name => choices.named(meaning, name),
                };
                Some(thing.unwrap_or_default().to_owned())
            };
            if let Some(draft) = self.draft.at_mut(&field.path) {
                settle_texts(draft, &settle);
            }
        }
        settle_texts(&mut self.draft, &|text| {
            Some(word(text.strip_prefix('@')?).unwrap_or_default())
        });
    }

    /// The form with what the thing of this name has now, to change it: none if there is no such thing, or if the recipe
    /// starts anew.
    #[must_use]
    pub fn existing(recipe: Recipe, name: &str, read: Read<'_>) -> Option<Self> {
        let Described {
            operation,
            names,
            list,
        } = recipe.described?;
        let describe = Recipe::plain(find(recipe.operation.service.name, operation)?);
        let asked = Self::open(describe, &[(format!("{names}.0"), name.to_owned())]);
        let (Call::Read(call), _) = asked.call("") else {
            return None;
        };
        let answer = read(&call).ok()?;
        let thing = first_of(answer.shape()?, list)?;
        let draft = request::draft_like((recipe.operation.input)(), thing);
        Some(Self { recipe, draft })
    }

    /// The form that sends this call.
    #[must_use]
    pub fn of(call: &Call) -> Self {
        Self {
            recipe: Recipe::plain(call.operation()),
            draft: request::draft(call.input()),
        }
    }

    /// Which form it is.
    #[must_use]
    pub const fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// The operation that it calls.
    #[must_use]
    pub const fn operation(&self) -> &'static Operation {
        self.recipe.operation
    }

    /// What was filled in.
    #[must_use]
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// What can be filled in.
    #[must_use]
    pub fn fields(&self) -> Fields {
        Fields::of(self, None)
    }

    /// What can be filled in, with what is said of it. The docs are handed over, so that a page may fetch them later.
    #[must_use]
    pub fn described(&self, docs: Option<DocsOf>) -> Fields {
        let own = docs.and_then(|docs| docs(self.operation()));
        Fields::of(self, own.map(|own| (own.input)()))
    }

    /// The call that it makes, and what keeps it from being sent; with flaws, the call lacks what they are about. `token`
    /// stands where AWS wants a word by which a call is carried out once.
    #[must_use]
    pub fn call(&self, token: &str) -> (Call, Vec<Flaw>) {
        let mut call = (self.operation().empty)();
        let mut draft = self.draft.clone();
        follow(&mut draft, self.operation());
        let flaws = request::fill(&draft, call.input_mut());
        put_token(&mut call, token);
        (call, flaws)
    }

    /// The name of what stands at a path, as refusals write it: `Filters[1].Name`.
    #[must_use]
    pub fn name_of(&self, path: &[usize]) -> String {
        request::name_of((self.operation().input)(), path)
    }

    /// Changes something; what is not there stays away.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Text(path, value) => {
                self.open_around(&path);
                if let Some(Draft::Text(text)) = self.draft.at_mut(&path) {
                    *text = value;
                }
            }
            Edit::Key(path, value) => self.rename(&path, value),
            Edit::Add(path) => self.add(&path),
            Edit::Remove(path) => self.remove(&path),
            Edit::Pick(path, value, picked) => {
                if let Some(Draft::Entries(entries)) = self.draft.at_mut(&path) {
                    entries.retain(|entry| *entry != Draft::Text(value.clone()));
                    entries.extend(picked.then_some(Draft::Text(value)));
                }
            }
            Edit::PickPart(path, value, picked) => {
                if let Some(Draft::Text(text)) = self.draft.at_mut(&path) {
                    let others = text.split(',').filter(|part| !part.is_empty() && *part != value);
                    let parts: Vec<&str> = others.chain(picked.then_some(value.as_str())).collect();
                    *text = parts.join(",");
                }
            }
        }
    }

    /// A value that a structure is there for brings the structure with it.
    fn open_around(&mut self, path: &[usize]) {
        let Some((_, of)) = path.split_last() else { return };
        if let (Some(Kind::Shape(info)), Some(draft @ Draft::Fields(None))) =
            (self.kind_at(of), self.draft.at_mut(of))
        {
            *draft = Draft::bare(info());
        }
    }

    fn rename(&mut self, path: &[usize], value: String) {
        let Some((&index, of)) = path.split_last() else {
            return;
        };
        if let Some(Draft::Pairs(pairs)) = self.draft.at_mut(of)
            && let Some((key, _)) = pairs.get_mut(index)
        {
            *key = value;
        }
    }

    fn add(&mut self, path: &[usize]) {
        let Some(kind) = self.kind_at(path) else { return };
        match (self.draft.at_mut(path), kind) {
            (Some(Draft::Entries(entries)), Kind::List(inner)) => entries.push(Draft::added(inner)),
            (Some(Draft::Pairs(pairs)), Kind::Map(inner)) => pairs.push((String::new(), Draft::added(inner))),
            (Some(draft @ Draft::Fields(None)), Kind::Shape(info)) => *draft = Draft::structure(info()),
            _ => {}
        }
    }

    fn remove(&mut self, path: &[usize]) {
        let Some((&index, of)) = path.split_last() else {
            return;
        };
        match self.draft.at_mut(of) {
            Some(Draft::Entries(entries)) if index < entries.len() => drop(entries.remove(index)),
            Some(Draft::Pairs(pairs)) if index < pairs.len() => drop(pairs.remove(index)),
            Some(Draft::Fields(Some(members))) => {
                if let Some(member @ Draft::Fields(_)) = members.get_mut(index) {
                    *member = Draft::Fields(None);
                }
            }
            _ => {}
        }
    }

    /// The kind of value that belongs at a path that is not empty.
    fn kind_at(&self, path: &[usize]) -> Option<Kind> {
        let (&first, rest) = path.split_first()?;
        let mut kind = (self.operation().input)().members.get(first)?.kind;
        for &index in rest {
            kind = match kind {
                Kind::Shape(info) => info().members.get(index)?.kind,
                Kind::List(inner) | Kind::Map(inner) => *inner,
                _ => return None,
            };
        }
        Some(kind)
    }
}

/// What stands first in a list of an answer.
fn first_of<'a>(answer: &'a dyn Shape, list: &str) -> Option<&'a dyn Shape> {
    let members = answer.info().members;
    let index = members.iter().position(|member| member.name == list)?;
    let Value::List(found) = answer.value(index)? else {
        return None;
    };
    match entries(found).next()? {
        Value::Shape(thing) => Some(thing),
        _ => None,
    }
}

/// Replaces every text for which there is something else.
fn settle_texts(draft: &mut Draft, settle: &dyn Fn(&str) -> Option<String>) {
    match draft {
        Draft::Text(text) => {
            if let Some(settled) = settle(text) {
                *text = settled;
            }
        }
        Draft::Fields(members) => members
            .iter_mut()
            .flatten()
            .for_each(|member| settle_texts(member, settle)),
        Draft::Entries(entries) => entries.iter_mut().for_each(|entry| settle_texts(entry, settle)),
        Draft::Pairs(pairs) => pairs
            .iter_mut()
            .for_each(|(_, value)| settle_texts(value, settle)),
    }
}

/// The least number of instances is as many as are wanted, unless it is said: as AWS's console and command line have it.
fn follow(draft: &mut Draft, operation: &Operation) {
    if operation.name != "RunInstances" {
        return;
    }
    let members = (operation.input)().members;
    let at = |name: &str| members.iter().position(|member| member.name == name);
    let (Some(least), Some(most)) = (at("MinCount"), at("MaxCount")) else {
        return;
    };
    if draft.at(&[least]).is_some_and(Draft::is_empty)
        && let Some(wanted) = draft.at(&[most]).cloned()
        && let Some(place) = draft.at_mut(&[least])
    {
        *place = wanted;
    }
}

fn put_token(call: &mut Call, token: &str) {
    let input = call.input();
    let mut members = input.info().members.iter().enumerate();
    let absent = members.find(|(index, member)| request::is_token(member) && input.value(*index).is_none());
    if let Some((index, _)) = absent
        && let Slot::String(text) = call.input_mut().slot(index)
    {
        token.clone_into(text);
    }
}
