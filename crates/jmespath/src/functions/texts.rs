//! Functions of texts.

use std::rc::Rc;

use super::{Argument, Call};
use crate::Json;
use crate::error::Error;
use crate::json::write;
use crate::limits;

pub(super) fn starts_with(call: &mut Call<'_>) -> Result<Json, Error> {
    Ok(Json::Bool(call.text(0).starts_with(&*call.text(1))))
}

pub(super) fn ends_with(call: &mut Call<'_>) -> Result<Json, Error> {
    Ok(Json::Bool(call.text(0).ends_with(&*call.text(1))))
}

pub(super) fn join(call: &mut Call<'_>) -> Result<Json, Error> {
    let (separator, entries) = (call.text(0), call.entries(1));
    let mut joined = String::new();
    for (index, entry) in entries.iter().enumerate() {
        let Json::String(text) = entry else { continue };
        call.evaluator.spend(separator.len() + text.len())?;
        if index > 0 {
            joined += &separator;
        }
        joined += text;
    }
    Ok(Json::from(joined))
}

/// A text as it is, anything else as JSON.
pub(super) fn to_string(call: &mut Call<'_>) -> Result<Json, Error> {
    match call.arguments.first() {
        Some(Argument::Value(Json::String(text))) => Ok(Json::String(Rc::clone(text))),
        Some(Argument::Value(json)) => {
            call.evaluator.weigh(json, limits::JSON_DEPTH)?;
            Ok(Json::from(write::compact(json)))
        }
        _ => Err(call.error("an expression reference is no text")),
    }
}
