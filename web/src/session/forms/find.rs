//! The list of all forms, narrowed by what is looked for.

use std::rc::Rc;

use api::{Access, kebab};
use form::{Recipe, keys, rank};

use super::Session;
use crate::forms::{Finder, FinderEntry, FinderGroup};
use crate::text::player_text;

impl Session {
    /// What is found; in a lesson, what the step allows comes first.
    pub(super) fn finder(&self, query: &str) -> Finder {
        let found: Vec<(Recipe, FinderEntry)> =
            keys().filter_map(|recipe| self.entry(recipe, query)).collect();
        let words = &player_text().form;
        let mut groups = Vec::new();
        if self.lesson.is_some() {
            let open = |(recipe, entry): &&(Recipe, FinderEntry)| {
                !entry.closed && recipe.operation.access != Access::Read
            };
            groups.push(group(words.this_step, found.iter().filter(open)));
        }
        let ready = |(recipe, _): &&(Recipe, FinderEntry)| recipe.is_prepared();
        for service in api::SERVICES {
            let own = found
                .iter()
                .filter(|(recipe, _)| recipe.operation.service.name == service.name);
            groups.push(group((words.service)(service.name), own.filter(ready)));
        }
        let rest = |access: fn(Access) -> bool| {
            let own = found
                .iter()
                .filter(move |(recipe, _)| access(recipe.operation.access));
            own.filter(|(recipe, _)| !recipe.is_prepared())
        };
        groups.push(group(words.other_changes, rest(|access| access != Access::Read)));
        groups.push(group(words.look, rest(|access| access == Access::Read)));
        groups.retain(|group| !group.entries.is_empty());
        Finder {
            query: query.into(),
            groups: groups.into(),
        }
    }

    fn entry(&self, recipe: Recipe, query: &str) -> Option<(Recipe, FinderEntry)> {
        let operation = recipe.operation;
        let title = (player_text().form.title)(&recipe);
        let command = match operation.service.name {
            "sandbox" => format!("sandbox {}", kebab(operation.name)),
            service => format!("aws {service} {}", kebab(operation.name)),
        };
        let service = (player_text().form.service)(operation.service.name);
        rank(query, &title, &[&command, operation.name, service])?;
        let key: Rc<str> = recipe.key().into();
        let entry = FinderEntry {
            begun: self.desk.has_begun(&key),
            key,
            title: title.into(),
            command: command.into(),
            closed: self.closed(&(operation.empty)()).is_some(),
        };
        Some((recipe, entry))
    }
}

fn group<'a>(title: &'static str, found: impl Iterator<Item = &'a (Recipe, FinderEntry)>) -> FinderGroup {
    FinderGroup {
        title,
        entries: found.map(|(_, entry)| entry.clone()).collect(),
    }
}
