//! Functions that take an expression reference.

use std::cmp::Ordering;

use super::Call;
use super::lists::sorting;
use super::signature::type_of;
use crate::Json;
use crate::compare;
use crate::error::Error;
use crate::json::python::text;

pub(super) fn map(call: &mut Call<'_>) -> Result<Json, Error> {
    let entries = call.entries(1);
    let found: Result<Vec<Json>, Error> = entries.iter().map(|entry| call.refer(0, entry)).collect();
    Ok(Json::array(found?))
}

/// The first entry's key decides whether all keys must be numbers or texts.
pub(super) fn sort_by(call: &mut Call<'_>) -> Result<Json, Error> {
    let entries = call.entries(0);
    let Some(first) = entries.first() else {
        return Ok(call.value(0));
    };
    let wanted = type_of(&call.refer(1, first)?);
    if !matches!(wanted, "number" | "string") {
        return Err(call.wrong_type(&text(first), &["string", "number"], wanted));
    }
    let mut keyed = Vec::new();
    for entry in entries.iter() {
        keyed.push((key(call, entry, &[wanted])?, entry.clone()));
    }
    call.evaluator.spend(sorting(keyed.len()))?;
    keyed.sort_by(|(a, _), (b, _)| compare::order(a, b).unwrap_or(Ordering::Equal));
    Ok(Json::array(keyed.into_iter().map(|(_, entry)| entry).collect()))
}

pub(super) fn max_by(call: &mut Call<'_>) -> Result<Json, Error> {
    outermost_by(call, Ordering::Greater, ">")
}

pub(super) fn min_by(call: &mut Call<'_>) -> Result<Json, Error> {
    outermost_by(call, Ordering::Less, "<")
}

/// The first of equals; null if there is nothing.
fn outermost_by(call: &mut Call<'_>, wanted: Ordering, sign: &str) -> Result<Json, Error> {
    let entries = call.entries(0);
    let mut found: Option<(Json, &Json)> = None;
    for entry in entries.iter() {
        let key = key(call, entry, &["number", "string"])?;
        let better = match &found {
            None => true,
            Some((known, _)) => match compare::order(&key, known) {
                Some(order) => order == wanted,
                None => return Err(call.error(compare::no_order(sign, &key, known))),
            },
        };
        if better {
            found = Some((key, entry));
        }
    }
    Ok(found.map_or(Json::Null, |(_, entry)| entry.clone()))
}

fn key(call: &mut Call<'_>, entry: &Json, types: &[&str]) -> Result<Json, Error> {
    let key = call.refer(1, entry)?;
    if types.contains(&type_of(&key)) {
        return Ok(key);
    }
    Err(call.wrong_type(&text(&key), types, type_of(&key)))
}
