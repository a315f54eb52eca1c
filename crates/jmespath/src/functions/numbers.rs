//! Functions of numbers.

use super::{Argument, Call};
use crate::Json;
use crate::error::Error;

pub(super) fn abs(call: &mut Call<'_>) -> Result<Json, Error> {
    Ok(match call.value(0) {
        Json::Integer(number) => number
            .checked_abs()
            .map_or(Json::Float(9.223_372_036_854_776e18), Json::Integer),
        Json::Float(number) => Json::Float(number.abs()),
        other => other,
    })
}

/// Null if there is nothing.
pub(super) fn avg(call: &mut Call<'_>) -> Result<Json, Error> {
    let entries = call.entries(0);
    if entries.is_empty() {
        return Ok(Json::Null);
    }
    #[allow(clippy::cast_precision_loss)] // a list is never so long
    let length = entries.len() as f64;
    Ok(Json::Float(float(&total(&entries)) / length))
}

pub(super) fn sum(call: &mut Call<'_>) -> Result<Json, Error> {
    Ok(total(&call.entries(0)))
}

pub(super) fn ceil(call: &mut Call<'_>) -> Result<Json, Error> {
    rounded(call, f64::ceil)
}

pub(super) fn floor(call: &mut Call<'_>) -> Result<Json, Error> {
    rounded(call, f64::floor)
}

/// A number as it is, a text as the number it spells, null for all else.
pub(super) fn to_number(call: &mut Call<'_>) -> Result<Json, Error> {
    if let Some(Argument::Reference(_)) = call.arguments.first() {
        let message =
            "int() argument must be a string, a bytes-like object or a real number, not '_Expression'";
        return Err(call.error(message));
    }
    Ok(match call.value(0) {
        number @ (Json::Integer(_) | Json::Float(_)) => number,
        Json::String(text) => spelled(&text),
        _ => Json::Null,
    })
}

/// Whole where it fits into 64 bits.
fn rounded(call: &Call<'_>, round: impl Fn(f64) -> f64) -> Result<Json, Error> {
    let Json::Float(number) = call.value(0) else {
        return Ok(call.value(0));
    };
    if number.is_nan() {
        return Err(call.error("cannot convert float NaN to integer"));
    }
    if number.is_infinite() {
        return Err(call.error("cannot convert float infinity to integer"));
    }
    Ok(whole(round(number)).map_or(Json::Float(round(number)), Json::Integer))
}

fn whole(number: f64) -> Option<i64> {
    #[allow(clippy::cast_possible_truncation)] // looked at
    let whole = number as i64;
    (number.abs() < 9.2e18).then_some(whole)
}

/// As Python adds since its version 3.12: whole numbers exactly, others with what rounding has cost made good at the
/// end.
fn total(entries: &[Json]) -> Json {
    let mut whole = Some(0_i64);
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    for entry in entries {
        if let (Some(so_far), Json::Integer(number)) = (whole, entry) {
            whole = so_far.checked_add(*number);
            if whole.is_none() {
                sum = float(&Json::Integer(so_far)) + float(entry);
            }
            continue;
        }
        if let Some(so_far) = whole.take() {
            sum = float(&Json::Integer(so_far)) + float(entry);
            continue;
        }
        let number = float(entry);
        let next = sum + number;
        lost += if sum.abs() >= number.abs() {
            (sum - next) + number
        } else {
            (number - next) + sum
        };
        sum = next;
    }
    let made_good = if lost.is_finite() { sum + lost } else { sum };
    whole.map_or(Json::Float(made_good), Json::Integer)
}

#[allow(clippy::cast_precision_loss)] // as Python does
const fn float(json: &Json) -> f64 {
    match json {
        Json::Integer(number) => *number as f64,
        Json::Float(number) => *number,
        _ => 0.0,
    }
}

/// As Python's `int` and `float` read a text: space around it, a sign, underscores between digits.
fn spelled(text: &str) -> Json {
    let text = text.trim();
    let bytes = text.as_bytes();
    let digit = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_digit);
    let lonely = |(index, letter): (usize, &u8)| {
        *letter == b'_' && !(index > 0 && digit(index - 1) && digit(index + 1))
    };
    if bytes.iter().enumerate().any(lonely) {
        return Json::Null;
    }
    let plain = text.replace('_', "");
    match plain.parse::<i64>() {
        Ok(number) => Json::Integer(number),
        Err(_) => plain.parse().map_or(Json::Null, Json::Float),
    }
}
