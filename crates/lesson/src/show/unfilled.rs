//! References of the prose that the run cannot fill yet, for whoever proves a lesson.

use crate::observed::Observed;
use crate::prose::plain;
use crate::reference;
use crate::runner::Runner;

/// A reference that would stand as `…` in a string that is shown now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfilled {
    /// The key of the string.
    pub key: String,
    /// The line of the prose on which it begins.
    pub line: usize,
    /// The reference.
    pub reference: String,
}

/// Stand for what a goal reads, not for a fact of the run.
const OF_THE_GOAL: [&str; 2] = ["value", "actual"];

impl Runner {
    /// What cannot be filled now in the strings of the step that is shown.
    #[must_use]
    pub fn unfilled(&self, seen: &dyn Observed) -> Vec<Unfilled> {
        let own = format!("{}.", self.step().id);
        let source = self.scene(seen).source;
        let passages = self.lesson.prose.passages.iter();
        let mut found = Vec::new();
        for (key, passage) in passages.filter(|(key, _)| key.starts_with(&own)) {
            let text = plain(&passage.blocks);
            let names = reference::all_in(&text).filter(|name| !OF_THE_GOAL.contains(name));
            let missing = names.filter(|name| source.fill_line(&format!("{{{{{name}}}}}")).is_err());
            found.extend(missing.map(|name| Unfilled {
                key: key.clone(),
                line: passage.line,
                reference: name.to_owned(),
            }));
        }
        found
    }
}
