//! Whether a condition holds of an item, and what a projection leaves of it.

use std::cmp::Ordering;

use api::dynamodb::AttributeValue;

use super::super::value::{Item, compare, equal, kind, size};
use super::{Condition, Operand, Path, Step};

/// Whether `condition` holds of `item`; of no item, no attribute exists.
pub(in super::super) fn holds(condition: &Condition, item: Option<&Item>) -> bool {
    let value = |operand: &Operand| resolve(operand, item);
    match condition {
        Condition::And(one, other) => holds(one, item) && holds(other, item),
        Condition::Or(one, other) => holds(one, item) || holds(other, item),
        Condition::Not(inner) => !holds(inner, item),
        Condition::Compare(one, sign, other) => match (value(one), value(other)) {
            (Some(one), Some(other)) => compares(&one, sign, &other),
            _ => *sign == "<>" && (value(one).is_some() || value(other).is_some()),
        },
        Condition::Between(one, least, most) => match (value(one), value(least), value(most)) {
            (Some(one), Some(least), Some(most)) => {
                compares(&one, ">=", &least) && compares(&one, "<=", &most)
            }
            _ => false,
        },
        Condition::In(one, values) => value(one).is_some_and(|one| {
            let mut values = values.iter().filter_map(value);
            values.any(|other| equal(&one, &other))
        }),
        Condition::Exists(path) => at(path, item).is_some(),
        Condition::Function(function, path, operand) => match (at(path, item), value(operand)) {
            (Some(found), Some(operand)) => calls(function, found, &operand),
            _ => false,
        },
    }
}

fn compares(one: &AttributeValue, sign: &str, other: &AttributeValue) -> bool {
    match sign {
        "=" => equal(one, other),
        "<>" => !equal(one, other),
        _ => compare(one, other).is_some_and(|order| match sign {
            "<" => order == Ordering::Less,
            "<=" => order != Ordering::Greater,
            ">" => order == Ordering::Greater,
            _ => order != Ordering::Less,
        }),
    }
}

fn calls(function: &str, found: &AttributeValue, operand: &AttributeValue) -> bool {
    let text = operand.string.as_deref();
    match function {
        "begins_with" => match (&found.string, text) {
            (Some(found), Some(text)) => found.starts_with(text),
            _ => false,
        },
        "attribute_type" => text == Some(kind(found)),
        _ => contains(found, operand),
    }
}

fn contains(found: &AttributeValue, operand: &AttributeValue) -> bool {
    match (&found.string, &operand.string) {
        (Some(found), Some(text)) => return found.contains(text.as_str()),
        (None, Some(text)) if found.string_set.is_some() => {
            return found.string_set.iter().flatten().any(|entry| entry == text);
        }
        _ => {}
    }
    let number = |text: &String| AttributeValue {
        number: Some(text.clone()),
        ..AttributeValue::default()
    };
    let mut numbers = found.number_set.iter().flatten().map(number);
    numbers.any(|entry| equal(&entry, operand))
        || found.list.iter().flatten().any(|entry| equal(entry, operand))
}

fn resolve(operand: &Operand, item: Option<&Item>) -> Option<AttributeValue> {
    match operand {
        Operand::Given(value) => Some(value.clone()),
        Operand::At(path) => at(path, item).cloned(),
        Operand::Size(path) => {
            let found = at(path, item)?;
            let entries = found.list.as_ref().map(Vec::len);
            let entries = entries.or(found.map.as_ref().map(|map| map.0.len()));
            let sets = found.string_set.as_ref().or(found.number_set.as_ref());
            let entries = entries.or(sets.map(Vec::len)).map(|entries| entries as u64);
            Some(AttributeValue {
                number: Some(entries.unwrap_or_else(|| size(found)).to_string()),
                ..AttributeValue::default()
            })
        }
    }
}

fn at<'a>(path: &Path, item: Option<&'a Item>) -> Option<&'a AttributeValue> {
    let Some((Step::Name(name), rest)) = path.split_first() else {
        return None;
    };
    let first = item?.get(name);
    rest.iter().fold(first, |value, step| match step {
        Step::Name(name) => value?.map.as_ref()?.get(name),
        Step::Index(index) => value?.list.as_ref()?.get(*index),
    })
}

/// What of an item stands at the paths. Simplified: of a nested path, the whole attribute that it begins in.
pub(in super::super) fn project(item: &Item, paths: &[Path]) -> Item {
    let named = |name: &String| {
        paths
            .iter()
            .any(|path| path.first() == Some(&Step::Name(name.clone())) && at(path, Some(item)).is_some())
    };
    let kept = item.0.iter().filter(|(name, _)| named(name));
    kept.cloned().collect()
}
