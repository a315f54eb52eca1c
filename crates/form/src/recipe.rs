//! The forms there are: one for each operation, and some for what an operation is used for.

mod table;

use api::{Operation, all_operations, find};

use self::table::TABLE;

/// A form before anything is filled in.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Names it, if it is not the plain form of its operation.
    name: &'static str,
    /// What it calls.
    pub operation: &'static Operation,
    /// The members that come first, in order; if there are none, those of the request's plan do.
    pub(crate) first: &'static [&'static str],
    /// What it starts with besides what the request starts with, by paths of names.
    pub(crate) start: &'static [(&'static str, &'static str)],
    /// Where the thing that it changes is described, if it starts with what that has.
    pub(crate) described: Option<&'static Described>,
}

/// Where a thing is described as it is.
#[derive(Debug)]
pub(crate) struct Described {
    /// The operation that does, of the same service.
    pub(crate) operation: &'static str,
    /// Its list of the names of those that are asked for.
    pub(crate) names: &'static str,
    /// The list of its answer in which they stand.
    pub(crate) list: &'static str,
}

impl Recipe {
    /// The plain form of an operation.
    #[must_use]
    pub fn plain(operation: &'static Operation) -> Self {
        TABLE
            .iter()
            .find(|entry| entry.name.is_empty() && entry.is_of(operation))
            .map_or(
                Self {
                    name: "",
                    operation,
                    first: &[],
                    start: &[],
                    described: None,
                },
                |entry| entry.recipe(operation),
            )
    }

    /// The form of this key: `ec2:RunInstances`, `target-tracking`.
    #[must_use]
    pub fn find(key: &str) -> Option<Self> {
        if let Some((service, name)) = key.split_once(':') {
            return find(service, name).map(Self::plain);
        }
        let entry = TABLE
            .iter()
            .find(|entry| !entry.name.is_empty() && entry.name == key)?;
        find(entry.service, entry.operation).map(|operation| entry.recipe(operation))
    }

    /// Names it among all forms.
    #[must_use]
    pub fn key(&self) -> String {
        if self.name.is_empty() {
            self.operation.action()
        } else {
            self.name.to_owned()
        }
    }

    /// Whether it changes a thing and starts with what that has: then it is opened about one.
    #[must_use]
    pub const fn changes(&self) -> bool {
        self.described.is_some()
    }

    /// Whether there is a table's entry for it: it is one that learners need.
    #[must_use]
    pub fn is_prepared(&self) -> bool {
        !self.name.is_empty()
            || TABLE
                .iter()
                .any(|entry| entry.name.is_empty() && entry.is_of(self.operation))
    }
}

/// Every form that can be opened about nothing, service by service: what is prepared first, in the order of the table, then
/// the rest in the order of declaration.
pub fn keys() -> impl Iterator<Item = Recipe> {
    api::SERVICES.iter().flat_map(|service| {
        let prepared = TABLE.iter().filter(|entry| entry.service == service.name);
        let prepared = prepared.filter(|entry| entry.described.is_none());
        let prepared = prepared.filter_map(|entry| Some(entry.recipe(find(entry.service, entry.operation)?)));
        let others = all_operations().filter(|operation| operation.service.name == service.name);
        let others = others.map(Recipe::plain).filter(|recipe| !recipe.is_prepared());
        prepared.chain(others)
    })
}

/// One line of the table.
struct Line {
    service: &'static str,
    operation: &'static str,
    /// Names it, if it is not the plain form of its operation.
    name: &'static str,
    first: &'static [&'static str],
    start: &'static [(&'static str, &'static str)],
    described: Option<&'static Described>,
}

impl Line {
    fn is_of(&self, operation: &Operation) -> bool {
        self.service == operation.service.name && self.operation == operation.name
    }

    const fn recipe(&self, operation: &'static Operation) -> Recipe {
        Recipe {
            name: self.name,
            operation,
            first: self.first,
            start: self.start,
            described: self.described,
        }
    }
}

const fn line(
    service: &'static str,
    operation: &'static str,
    first: &'static [&'static str],
    start: &'static [(&'static str, &'static str)],
) -> Line {
    Line {
        service,
        operation,
        name: "",
        first,
        start,
        described: None,
    }
}

const fn named(name: &'static str, line: Line) -> Line {
    Line { name, ..line }
}

#[cfg(test)]
mod tests {
    use api::ShapeInfo;

    use super::*;

    #[test]
    fn every_line_is_of_an_operation_and_of_its_members() {
        for line in TABLE {
            let operation =
                find(line.service, line.operation).unwrap_or_else(|| panic!("{}", line.operation));
            let info: &ShapeInfo = (operation.input)();
            let known = |name: &str| info.members.iter().any(|member| member.name == name);
            let started = line
                .start
                .iter()
                .map(|(path, _)| path.split('.').next().unwrap_or(path));
            for name in line.first.iter().copied().chain(started) {
                assert!(known(name), "{} has no {name}", line.operation);
            }
        }
    }

    #[test]
    fn every_form_is_found_by_its_key_and_none_twice() {
        let mut all: Vec<String> = keys().map(|recipe| recipe.key()).collect();
        for key in &all {
            assert_eq!(
                Recipe::find(key).map(|recipe| recipe.key()).as_deref(),
                Some(key.as_str())
            );
        }
        for operation in all_operations() {
            let served = keys().any(|recipe| std::ptr::eq(recipe.operation, operation));
            assert!(served, "{}", operation.name);
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
