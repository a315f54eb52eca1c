//! Functions of lists, and of what else has entries.

use std::cmp::Ordering;

use super::{Argument, Call};
use crate::Json;
use crate::compare;
use crate::error::Error;
use crate::json::python::type_name;

/// Whether a list has an equal entry, or a text contains another.
pub(super) fn contains(call: &mut Call<'_>) -> Result<Json, Error> {
    let wanted = call.value(1);
    let is_reference = matches!(call.arguments.get(1), Some(Argument::Reference(_)));
    match (call.value(0), &wanted) {
        (Json::String(text), Json::String(part)) => Ok(Json::Bool(text.contains(&**part))),
        (Json::String(_), other) => {
            let name = if is_reference {
                "_Expression"
            } else {
                type_name(other)
            };
            Err(call.error(format!(
                "'in <string>' requires string as left operand, not {name}"
            )))
        }
        (Json::Array(entries), _) if !is_reference => {
            for entry in entries.iter() {
                call.evaluator.weigh(entry, usize::MAX)?;
                call.evaluator.weigh(&wanted, usize::MAX)?;
                if compare::python_equals(entry, &wanted) {
                    return Ok(Json::Bool(true));
                }
            }
            Ok(Json::Bool(false))
        }
        _ => Ok(Json::Bool(false)),
    }
}

/// Of a text in letters.
pub(super) fn length(call: &mut Call<'_>) -> Result<Json, Error> {
    let length = match call.value(0) {
        Json::String(text) => text.chars().count(),
        Json::Array(entries) => entries.len(),
        Json::Object(pairs) => pairs.len(),
        _ => 0,
    };
    Ok(Json::Integer(i64::try_from(length).unwrap_or(i64::MAX)))
}

pub(super) fn reverse(call: &mut Call<'_>) -> Result<Json, Error> {
    match call.value(0) {
        Json::String(text) => {
            call.evaluator.spend(text.len())?;
            Ok(Json::from(text.chars().rev().collect::<String>()))
        }
        Json::Array(entries) => {
            call.evaluator.spend_all(&entries)?;
            Ok(Json::array(entries.iter().rev().cloned().collect()))
        }
        other => Ok(other),
    }
}

/// A list as it is, anything else in a list.
pub(super) fn to_array(call: &mut Call<'_>) -> Result<Json, Error> {
    match call.arguments.first() {
        Some(Argument::Value(Json::Array(entries))) => Ok(Json::Array(entries.clone())),
        Some(Argument::Value(other)) => Ok(Json::array(vec![other.clone()])),
        _ => Err(call.error("an expression reference is no entry of a list")),
    }
}

/// Null if there is nothing.
pub(super) fn max(call: &mut Call<'_>) -> Result<Json, Error> {
    Ok(outermost(&call.entries(0), Ordering::Greater))
}

/// Null if there is nothing.
pub(super) fn min(call: &mut Call<'_>) -> Result<Json, Error> {
    Ok(outermost(&call.entries(0), Ordering::Less))
}

/// The first of equals.
fn outermost(entries: &[Json], wanted: Ordering) -> Json {
    let mut found = entries.first();
    for entry in entries {
        if found.and_then(|found| compare::order(entry, found)) == Some(wanted) {
            found = Some(entry);
        }
    }
    found.cloned().unwrap_or(Json::Null)
}

pub(super) fn sort(call: &mut Call<'_>) -> Result<Json, Error> {
    let mut entries = call.entries(0).to_vec();
    call.evaluator.spend(sorting(entries.len()))?;
    entries.sort_by(|a, b| compare::order(a, b).unwrap_or(Ordering::Equal));
    Ok(Json::array(entries))
}

/// Steps of a sort.
pub(super) const fn sorting(length: usize) -> usize {
    length * (usize::BITS - length.leading_zeros()) as usize
}
