//! Expressions upon items, in a small honest part of DynamoDB's language.
//!
//! Conditions: `= <> < <= > >=`, `BETWEEN … AND …`, `IN (…)`, `AND`, `OR`, `NOT`, parentheses, `attribute_exists`,
//! `attribute_not_exists`, `attribute_type`, `begins_with`, `contains`, `size`. Updates: `SET` with `+`, `-` and
//! `if_not_exists`, and `REMOVE`, of whole attributes. Projections: paths parted by commas.
//!
//! Source: Developer Guide, "Using expressions in DynamoDB"; texts as seen on real AWS.

mod eval;
mod lex;
mod parse;
mod reserved;
mod update;

use api::dynamodb::AttributeValue;
use api::{ApiError, Map};

pub(super) use eval::{holds, project};
pub(super) use parse::{Condition, Operand, Path, Step, condition, projection};
pub(super) use update::{apply, update};

use super::value::{check, invalid};

/// What `#name` and `:value` stand for, and which of them were used.
pub(super) struct Placeholders<'a> {
    names: &'a Map<String>,
    values: &'a [(String, AttributeValue)],
    used_names: Vec<String>,
    used_values: Vec<String>,
}

impl<'a> Placeholders<'a> {
    /// Those of a call.
    ///
    /// # Errors
    /// `ValidationException` for one that is not written as one, and for a value that is none.
    pub(super) fn of(
        names: &'a Map<String>,
        values: &'a [(String, AttributeValue)],
    ) -> Result<Self, ApiError> {
        let bad = |key: &str, mark: char| {
            let rest = key.strip_prefix(mark).unwrap_or_default();
            rest.is_empty()
                || !rest
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        };
        if let Some((key, _)) = names.0.iter().find(|(key, _)| bad(key, '#')) {
            return Err(invalid(format!(
                "ExpressionAttributeNames contains invalid key: Syntax error; key: \"{key}\""
            )));
        }
        if let Some((key, _)) = values.iter().find(|(key, _)| bad(key, ':')) {
            return Err(invalid(format!(
                "ExpressionAttributeValues contains invalid key: Syntax error; key: \"{key}\""
            )));
        }
        for (key, value) in values {
            check(value).map_err(|error| {
                invalid(format!(
                    "ExpressionAttributeValues contains invalid value: {} for key {key}",
                    error.message
                ))
            })?;
        }
        Ok(Self {
            names,
            values,
            used_names: Vec::new(),
            used_values: Vec::new(),
        })
    }

    fn name(&mut self, key: &str) -> Option<String> {
        self.used_names.push(key.to_owned());
        self.names.get(key).cloned()
    }

    fn value(&mut self, key: &str) -> Option<AttributeValue> {
        self.used_values.push(key.to_owned());
        let found = self.values.iter().find(|(known, _)| known == key);
        found.map(|(_, value)| value.clone())
    }

    /// Whether every placeholder was used.
    ///
    /// # Errors
    /// `ValidationException`, naming those that were not.
    pub(super) fn check_used(&self) -> Result<(), ApiError> {
        let unused = |known: Vec<&String>, used: &[String]| -> Vec<String> {
            known
                .into_iter()
                .filter(|key| !used.contains(key))
                .cloned()
                .collect()
        };
        let names = unused(
            self.names.0.iter().map(|(key, _)| key).collect(),
            &self.used_names,
        );
        let values = unused(
            self.values.iter().map(|(key, _)| key).collect(),
            &self.used_values,
        );
        for (what, unused) in [("Names", names), ("Values", values)] {
            if !unused.is_empty() {
                return Err(invalid(format!(
                    "Value provided in ExpressionAttribute{what} unused in expressions: keys: {{{}}}",
                    unused.join(", ")
                )));
            }
        }
        Ok(())
    }
}
