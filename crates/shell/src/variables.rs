//! What a script remembers.

use std::collections::BTreeMap;

use cli::Fault;

use crate::complaint::complaint;
use crate::limits;
use crate::outcome::Outcome;

/// Variables by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Variables {
    values: BTreeMap<String, String>,
    /// Bytes of all names and values.
    size: usize,
}

impl Variables {
    /// The value of a variable; nothing if it was never set.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// The names of all.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    pub(crate) fn set(&mut self, name: &str, value: String) -> Result<(), Outcome> {
        let old = self.values.get(name).map_or(0, |old| name.len() + old.len());
        let size = self.size - old + name.len() + value.len();
        if size > limits::VARIABLES {
            let reason = format!("more than {} bytes of variables", limits::VARIABLES);
            return Err(complaint(Fault::Script, reason));
        }
        self.size = size;
        self.values.insert(name.to_owned(), value);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_may_change_for_ever_but_not_grow() {
        let mut variables = Variables::default();
        for _ in 0..10 {
            variables
                .set("A", "x".repeat(limits::VARIABLES / 2))
                .expect("fits");
        }
        let refused = variables
            .set("B", "x".repeat(limits::VARIABLES / 2))
            .expect_err("full");
        assert_eq!(refused.exit, cli::exit::USAGE);
        assert_eq!(
            (variables.get("B"), variables.get("A").len()),
            ("", limits::VARIABLES / 2)
        );
    }
}
