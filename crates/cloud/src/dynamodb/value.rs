//! Values and items: whether they are well formed, how big they are, how they compare.
//!
//! Source: Developer Guide, "Data types" and "Item sizes"; texts as seen on real AWS.

use std::cmp::Ordering;

use api::dynamodb::AttributeValue;
use api::{ApiError, Map};

use super::number::Number;

/// An item: its attributes by name.
pub type Item = Map<AttributeValue>;

pub(super) fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new("ValidationException", message)
}

/// A text as a value.
pub(super) fn text(text: impl Into<String>) -> AttributeValue {
    AttributeValue {
        string: Some(text.into()),
        ..AttributeValue::default()
    }
}

/// The type of a value, by AWS's letters.
pub(super) fn kind(value: &AttributeValue) -> &'static str {
    kinds(value).next().unwrap_or("")
}

fn kinds(value: &AttributeValue) -> impl Iterator<Item = &'static str> {
    let there = [
        (value.string.is_some(), "S"),
        (value.number.is_some(), "N"),
        (value.string_set.is_some(), "SS"),
        (value.number_set.is_some(), "NS"),
        (value.map.is_some(), "M"),
        (value.list.is_some(), "L"),
        (value.null.is_some(), "NULL"),
        (value.bool.is_some(), "BOOL"),
    ];
    there
        .into_iter()
        .filter(|(is_there, _)| *is_there)
        .map(|(_, kind)| kind)
}

/// Whether a value is one and only one, and can be kept.
pub(super) fn check(value: &AttributeValue) -> Result<(), ApiError> {
    match kinds(value).count() {
        1 => {}
        0 => {
            return Err(invalid(
                "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
            ));
        }
        _ => {
            return Err(invalid(
                "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported \
                 datatypes",
            ));
        }
    }
    check_numbers(value)?;
    check_sets(value)?;
    let inner = value
        .map
        .iter()
        .flat_map(|map| map.0.iter().map(|(_, value)| value));
    inner.chain(value.list.iter().flatten()).try_for_each(check)
}

fn check_numbers(value: &AttributeValue) -> Result<(), ApiError> {
    let mut numbers = value.number.iter().chain(value.number_set.iter().flatten());
    match numbers.find(|number| Number::parse(number).is_none()) {
        None => Ok(()),
        Some(bad) => Err(invalid(format!(
            "The parameter cannot be converted to a numeric value: {bad}"
        ))),
    }
}

fn check_sets(value: &AttributeValue) -> Result<(), ApiError> {
    for (set, what) in [(&value.string_set, "string"), (&value.number_set, "number")] {
        let Some(set) = set else { continue };
        if set.is_empty() {
            return Err(invalid(format!(
                "One or more parameter values were invalid: An {what} set  may not be empty"
            )));
        }
        if set
            .iter()
            .enumerate()
            .any(|(place, entry)| set[..place].contains(entry))
        {
            return Err(invalid(format!(
                "One or more parameter values were invalid: Input collection [{}] contains duplicates.",
                set.join(", ")
            )));
        }
    }
    Ok(())
}

/// Bytes of a value.
pub(super) fn size(value: &AttributeValue) -> u64 {
    let number = |text: &String| Number::parse(text).map_or(1, |number| number.size());
    let texts = value.string.iter().chain(value.string_set.iter().flatten());
    let numbers = value.number.iter().chain(value.number_set.iter().flatten());
    let map = value
        .map
        .as_ref()
        .map_or(0, |map| 3 + item_size(map) + map.0.len() as u64);
    let list = value.list.as_ref().map_or(0, |list| {
        3 + list.iter().map(|entry| 1 + size(entry)).sum::<u64>()
    });
    texts.map(|text| text.len() as u64).sum::<u64>()
        + numbers.map(number).sum::<u64>()
        + map
        + list
        + u64::from(value.null.is_some())
        + u64::from(value.bool.is_some())
}

/// Bytes of an item: its names and its values.
pub(super) fn item_size(item: &Item) -> u64 {
    let attribute = |(name, value): &(String, AttributeValue)| name.len() as u64 + size(value);
    item.0.iter().map(attribute).sum()
}

/// How two values of one type compare, if that type has an order.
pub(super) fn compare(one: &AttributeValue, other: &AttributeValue) -> Option<Ordering> {
    if let (Some(one), Some(other)) = (&one.string, &other.string) {
        return Some(one.as_bytes().cmp(other.as_bytes()));
    }
    let (one, other) = (one.number.as_ref()?, other.number.as_ref()?);
    Some(Number::parse(one)?.cmp(&Number::parse(other)?))
}

/// Whether two values are the same: numbers by value, sets in any order.
pub(super) fn equal(one: &AttributeValue, other: &AttributeValue) -> bool {
    if kind(one) != kind(other) {
        return false;
    }
    if let Some(order) = compare(one, other) {
        return order == Ordering::Equal;
    }
    let sorted = |set: &Option<Vec<String>>| {
        let mut set = set.clone();
        set.iter_mut().for_each(|set| set.sort_unstable());
        set
    };
    match kind(one) {
        "SS" => sorted(&one.string_set) == sorted(&other.string_set),
        "NS" => sorted(&one.number_set) == sorted(&other.number_set),
        _ => one == other,
    }
}
