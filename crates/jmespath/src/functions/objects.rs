//! Functions of objects, and of anything.

use super::signature::type_of as type_name;
use super::{Argument, Call};
use crate::Json;
use crate::error::Error;
use crate::json::{Pairs, put};

pub(super) fn keys(call: &mut Call<'_>) -> Result<Json, Error> {
    let pairs = call.pairs(0);
    call.evaluator.spend_all(&pairs)?;
    let keys = pairs.iter().map(|(key, _)| Json::String(key.clone()));
    Ok(Json::array(keys.collect()))
}

pub(super) fn values(call: &mut Call<'_>) -> Result<Json, Error> {
    let pairs = call.pairs(0);
    call.evaluator.spend_all(&pairs)?;
    Ok(Json::array(
        pairs.iter().map(|(_, value)| value.clone()).collect(),
    ))
}

/// Of pairs with the same key the last has its way, in the place of the first.
pub(super) fn merge(call: &mut Call<'_>) -> Result<Json, Error> {
    let mut merged = Pairs::new();
    for index in 0..call.arguments.len() {
        let pairs = match call.value(index) {
            Json::Object(pairs) => pairs,
            Json::Array(entries) if entries.is_empty() => continue,
            Json::String(text) if text.is_empty() => continue,
            _ => return Err(call.error(not_iterable(&call.arguments[index]))),
        };
        for (key, value) in pairs.iter() {
            call.evaluator.spend_all(&merged)?;
            put(&mut merged, key, value.clone());
        }
    }
    Ok(Json::object(merged))
}

/// Python's complaint of an argument behind the first, whose type is not looked at.
fn not_iterable(argument: &Argument<'_>) -> String {
    let name = match argument {
        Argument::Value(json) => crate::json::python::type_name(json),
        Argument::Reference(_) => "_Expression",
    };
    format!("'{name}' object is not iterable")
}

pub(super) fn not_null(call: &mut Call<'_>) -> Result<Json, Error> {
    for argument in &call.arguments {
        match argument {
            Argument::Value(Json::Null) => {}
            Argument::Value(json) => return Ok(json.clone()),
            Argument::Reference(_) => return Err(call.error("an expression reference is no value")),
        }
    }
    Ok(Json::Null)
}

pub(super) fn type_of(call: &mut Call<'_>) -> Result<Json, Error> {
    Ok(match call.arguments.first() {
        Some(Argument::Value(json)) => Json::from(type_name(json)),
        _ => Json::Null,
    })
}
