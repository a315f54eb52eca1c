//! Structures to shorthand.

use api::{Shape, Value, entries, pairs};

use super::read::is_name;

/// A structure or map in shorthand; `None` if it says nothing, or holds a text that shorthand would need escapes for.
pub(crate) fn write(value: Value<'_>) -> Option<String> {
    let written = write_pairs(value, true)?;
    (!written.is_empty()).then_some(written)
}

fn write_pairs(value: Value<'_>, outermost: bool) -> Option<String> {
    match value {
        Value::Shape(shape) => write_members(shape, outermost),
        Value::Map(map) => {
            let pair = |(key, value)| {
                let plain = is_name(key).then_some(key)?;
                Some(format!("{plain}={}", write_value(value, outermost)?))
            };
            let written: Option<Vec<String>> = pairs(map).map(pair).collect();
            Some(written?.join(","))
        }
        _ => None,
    }
}

fn write_members(shape: &dyn Shape, outermost: bool) -> Option<String> {
    let mut pairs = Vec::new();
    for (index, member) in shape.info().members.iter().enumerate() {
        match shape.value(index) {
            None => {}
            Some(Value::List(list)) if list.is_empty() => {}
            Some(Value::Map(map)) if map.is_empty() => {}
            Some(value) => pairs.push(format!("{}={}", member.name, write_value(value, outermost)?)),
        }
    }
    Some(pairs.join(","))
}

fn write_value(value: Value<'_>, outermost: bool) -> Option<String> {
    match value {
        Value::Shape(_) | Value::Map(_) => Some(format!("{{{}}}", write_pairs(value, false)?)),
        Value::List(list) => {
            let texts: Option<Vec<String>> = entries(list).map(|entry| write_value(entry, false)).collect();
            // Of a single entry without brackets, AWS's command line makes a list of one text, whatever belongs there.
            let open = match list.get(0) {
                Some(Value::Shape(_) | Value::List(_) | Value::Map(_)) => false,
                Some(Value::String(_)) => true,
                _ => list.len() > 1,
            };
            let texts = texts?.join(",");
            Some(if outermost && open {
                texts
            } else {
                format!("[{texts}]")
            })
        }
        scalar => write_text(&scalar_text(scalar)),
    }
}

/// A scalar as one types it.
pub(crate) fn scalar_text(value: Value<'_>) -> String {
    match value {
        Value::String(text) => text.to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Double(number) => number.to_string(),
        Value::Boolean(truth) => truth.to_string(),
        Value::Timestamp(instant) => instant.to_string(),
        Value::Shape(_) | Value::List(_) | Value::Map(_) => String::new(),
    }
}

/// The text bare or in double quotes; `None` if that would need escapes.
fn write_text(text: &str) -> Option<String> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.:/*@+".contains(letter);
    if text.contains(|letter: char| matches!(letter, '"' | '\'' | '\\') || letter.is_control()) {
        return None;
    }
    Some(if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("\"{text}\"")
    })
}

#[cfg(test)]
mod tests {
    use api::ec2::{Filter, TagSpecification};

    use super::*;
    use crate::Host;
    use crate::fill::{fill, fit};
    use crate::shorthand::read;
    use api::{Element, Kind, Slot};

    #[test]
    fn a_structure_is_written_as_one_would_type_it() {
        let check = |text: &str| {
            let mut shape = TagSpecification::default();
            let kind = Kind::Shape(TagSpecification::declaration);
            let json = fit(read(text, &Host::default()).expect("reads"), &kind).expect("fits");
            fill(&json, Slot::Shape(&mut shape), "", &kind).expect("fits");
            assert_eq!(write(shape.as_value()).as_deref(), Some(text));
        };
        check("ResourceType=instance,Tags=[{Key=Name,Value=web},{Key=a,Value=\"\"}]");
        check("ResourceType=\"a, b\"");
        assert_eq!(write(TagSpecification::default().as_value()), None);
        assert_eq!(
            write(
                Filter {
                    name: Some("a\"b".to_owned()),
                    ..Filter::default()
                }
                .as_value()
            ),
            None
        );
    }
}
