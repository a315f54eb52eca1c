//! Whether a function is given what it takes.

use super::{Argument, Call, Function};
use crate::Json;
use crate::error::Error;
use crate::json::python::{text, type_name};

impl Call<'_> {
    /// Whether the arguments are as many as `function` takes, and of the types it takes.
    pub(super) fn check(&mut self, function: &Function) -> Result<(), Error> {
        let (wanted, given) = (function.takes.len(), self.arguments.len());
        let enough = if function.variadic {
            given >= wanted
        } else {
            given == wanted
        };
        if !enough {
            let least = if function.variadic { "at least " } else { "" };
            let arguments = if wanted == 1 { "argument" } else { "arguments" };
            return Err(self.error(format!(
                "Expected {least}{wanted} {arguments} for function {}(), received {given}",
                self.name
            )));
        }
        for (index, types) in function.takes.iter().enumerate() {
            if !types.is_empty() {
                self.check_type(index, types)?;
            }
        }
        Ok(())
    }

    fn check_type(&mut self, index: usize, types: &[&'static str]) -> Result<(), Error> {
        let Argument::Value(json) = &self.arguments[index] else {
            return match types {
                ["expref"] => Ok(()),
                _ => Err(self.wrong_type("&…", types, "expref")),
            };
        };
        let found = type_of(json);
        if !types.iter().any(|name| outer(name) == found) {
            return Err(self.wrong_type(&text(json), types, found));
        }
        let inner: Vec<&str> = types.iter().filter_map(|name| inner(name)).collect();
        match json {
            Json::Array(entries) if !inner.is_empty() => {
                let entries = entries.clone();
                self.evaluator.spend_all(&entries)?;
                self.check_entries(&entries, &inner, types)
            }
            _ => Ok(()),
        }
    }

    /// Where entries of several types are taken, the first one decides.
    fn check_entries(&self, entries: &[Json], inner: &[&str], types: &[&str]) -> Result<(), Error> {
        let first = entries.first().map(type_of).filter(|name| inner.contains(name));
        let wanted = match inner {
            [only] => Some(*only),
            _ => first,
        };
        match entries.iter().find(|entry| Some(type_of(entry)) != wanted) {
            None => Ok(()),
            Some(entry) => Err(self.wrong_type(&text(entry), types, type_name(entry))),
        }
    }
}

/// Of `array-number`, `array`.
fn outer(name: &str) -> &str {
    name.split_once('-').map_or(name, |(outer, _)| outer)
}

/// Of `array-number`, `number`.
fn inner(name: &'static str) -> Option<&'static str> {
    name.split_once('-').map(|(_, inner)| inner)
}

/// What JMESPath calls the type.
pub(super) const fn type_of(json: &Json) -> &'static str {
    match json {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Integer(_) | Json::Float(_) => "number",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    }
}
