//! Equality, truth and order, as Python has them.

use std::cmp::Ordering;

use crate::Json;
use crate::ast::Comparator;
use crate::error::Error;
use crate::json::python::type_name;

/// Whether `a == b` holds in an expression: numbers by value, but 0 and 1 are not false and true.
pub(crate) fn equals(a: &Json, b: &Json) -> bool {
    let special = |number: &Json, other: &Json| {
        matches!(number_of(number), Some(value) if value == 0.0 || value == 1.0)
            && matches!(other, Json::Bool(_))
    };
    !special(a, b) && !special(b, a) && python_equals(a, b)
}

/// Whether Python takes them for equal: within lists, 0 is false and 1 is true.
pub(crate) fn python_equals(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Null, Json::Null) => true,
        (Json::String(a), Json::String(b)) => a == b,
        (Json::Array(a), Json::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| python_equals(a, b))
        }
        (Json::Object(pairs), Json::Object(others)) => {
            let same = |(key, value): &(std::rc::Rc<str>, Json)| {
                b.get(key).is_some_and(|other| python_equals(value, other))
            };
            pairs.len() == others.len() && pairs.iter().all(same)
        }
        (Json::Bool(truth), other) | (other, Json::Bool(truth)) => match other {
            Json::Bool(other) => truth == other,
            other => number_of(other) == Some(f64::from(u8::from(*truth))),
        },
        _ => numbers(a, b) == Some(Ordering::Equal) && !is_nan(a),
    }
}

/// Whether Python's own words would call it true in a condition: nothing, what is empty, and false are not.
pub(crate) fn holds(json: &Json) -> bool {
    match json {
        Json::Null | Json::Bool(false) => false,
        Json::Bool(true) | Json::Integer(_) | Json::Float(_) => true,
        Json::String(text) => !text.is_empty(),
        Json::Array(entries) => !entries.is_empty(),
        Json::Object(pairs) => !pairs.is_empty(),
    }
}

/// The answer of `<` and its like: null unless both are numbers or texts.
///
/// # Errors
/// In Python's words, for a number and a text.
pub(crate) fn ordered(comparator: Comparator, a: &Json, b: &Json, position: usize) -> Result<Json, Error> {
    let comparable = |json: &Json| matches!(json, Json::Integer(_) | Json::Float(_) | Json::String(_));
    if !comparable(a) || !comparable(b) {
        return Ok(Json::Null);
    }
    let Some(order) = order(a, b) else {
        return Err(Error::evaluation(position, no_order(comparator.sign(), a, b)));
    };
    let order = if is_nan(a) || is_nan(b) { None } else { Some(order) };
    Ok(Json::Bool(match comparator {
        Comparator::Less => order == Some(Ordering::Less),
        Comparator::LessOrEqual => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        Comparator::Greater => order == Some(Ordering::Greater),
        Comparator::GreaterOrEqual => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        Comparator::Equal | Comparator::NotEqual => false,
    }))
}

/// Python's complaint.
pub(crate) fn no_order(sign: &str, a: &Json, b: &Json) -> String {
    let (a, b) = (type_name(a), type_name(b));
    format!("'{sign}' not supported between instances of '{a}' and '{b}'")
}

/// The order of two numbers or two texts; what is not a number is larger than all that are.
pub(crate) fn order(a: &Json, b: &Json) -> Option<Ordering> {
    match (a, b) {
        (Json::String(a), Json::String(b)) => Some(a.cmp(b)),
        _ => numbers(a, b),
    }
}

fn numbers(a: &Json, b: &Json) -> Option<Ordering> {
    match (a, b) {
        (Json::Integer(a), Json::Integer(b)) => Some(a.cmp(b)),
        (Json::Float(a), Json::Float(b)) => Some(a.partial_cmp(b).unwrap_or_else(|| a.total_cmp(b))),
        (Json::Integer(a), Json::Float(b)) => Some(mixed(*a, *b)),
        (Json::Float(a), Json::Integer(b)) => Some(mixed(*b, *a).reverse()),
        _ => None,
    }
}

/// Exact, so that a sort is never contradicted.
fn mixed(whole: i64, number: f64) -> Ordering {
    /// 2 to the power of 63: the first number that an `i64` cannot be.
    const END: f64 = 9_223_372_036_854_775_808.0;
    if number.is_nan() || number >= END {
        return Ordering::Less;
    }
    if number < -END {
        return Ordering::Greater;
    }
    #[allow(clippy::cast_possible_truncation)] // within the range by now
    let floor = number.trunc() as i64;
    let rest = number - number.trunc();
    whole
        .cmp(&floor)
        .then_with(|| 0.0.partial_cmp(&rest).unwrap_or(Ordering::Equal))
}

const fn is_nan(json: &Json) -> bool {
    matches!(json, Json::Float(number) if number.is_nan())
}

#[allow(clippy::cast_precision_loss)] // as Python does
const fn number_of(json: &Json) -> Option<f64> {
    match json {
        Json::Integer(number) => Some(*number as f64),
        Json::Float(number) => Some(*number),
        _ => None,
    }
}
