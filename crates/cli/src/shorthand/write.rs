//! Structures to shorthand.

use api::{Shape, Value, entries};

/// `shape` in shorthand; `None` if it says nothing, or holds a text that shorthand would need escapes for.
pub(crate) fn write(shape: &dyn Shape) -> Option<String> {
    let members = write_members(shape, true)?;
    (!members.is_empty()).then_some(members)
}

fn write_members(shape: &dyn Shape, outermost: bool) -> Option<String> {
    let mut pairs = Vec::new();
    for (index, member) in shape.info().members.iter().enumerate() {
        match shape.value(index) {
            None => {}
            Some(Value::List(list)) if list.is_empty() => {}
            Some(value) => pairs.push(format!("{}={}", member.name, write_value(value, outermost)?)),
        }
    }
    Some(pairs.join(","))
}

fn write_value(value: Value<'_>, outermost: bool) -> Option<String> {
    match value {
        Value::Shape(shape) => Some(format!("{{{}}}", write_members(shape, false)?)),
        Value::List(list) => {
            let texts: Option<Vec<String>> = entries(list).map(|entry| write_value(entry, false)).collect();
            let scalars = !matches!(list.get(0), Some(Value::Shape(_) | Value::List(_)));
            let texts = texts?.join(",");
            Some(if outermost && scalars {
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
        Value::Shape(_) | Value::List(_) => String::new(),
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
    use crate::shorthand::read;

    #[test]
    fn a_structure_is_written_as_one_would_type_it() {
        let check = |text: &str| {
            let mut shape = TagSpecification::default();
            read(text, &mut shape).expect("reads");
            assert_eq!(write(&shape).as_deref(), Some(text));
        };
        check("ResourceType=instance,Tags=[{Key=Name,Value=web},{Key=a,Value=\"\"}]");
        check("ResourceType=\"a, b\"");
        assert_eq!(write(&TagSpecification::default()), None);
        assert_eq!(
            write(&Filter {
                name: Some("a\"b".to_owned()),
                ..Filter::default()
            }),
            None
        );
    }
}
