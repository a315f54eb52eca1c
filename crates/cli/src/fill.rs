//! JSON into its place in a request, and what AWS's client refuses to send.
//!
//! Source: botocore's parameter validation, which AWS's command line runs before it sends anything.

use api::json::{self, JsonError, Reason};
use api::{Kind, Shape, ShapeInfo, Value, entries, pairs};
use jmespath::json::{python_text, python_type};
use serde_json::{Map, Value as Json};

use crate::error::{Fault, Problem};

/// What shorthand left as text, made what belongs there: shorthand itself knows but texts, lists and pairs.
pub(crate) fn fit(json: Json, kind: &Kind) -> Result<Json, Problem> {
    Ok(match (kind, json) {
        (Kind::Shape(info), Json::Object(members)) => Json::Object(fit_members(members, info())?),
        (Kind::Map(kind), Json::Object(pairs)) => {
            let fitted = pairs.into_iter().map(|(key, value)| Ok((key, fit(value, kind)?)));
            Json::Object(fitted.collect::<Result<_, Problem>>()?)
        }
        (Kind::List(kind), Json::Array(entries)) => {
            let fitted = entries.into_iter().map(|entry| fit(entry, kind));
            Json::Array(fitted.collect::<Result<_, Problem>>()?)
        }
        (Kind::List(_), single) => Json::Array(vec![single]),
        (Kind::Integer, Json::String(text)) => Json::from(integer(&text)?),
        (Kind::Double, Json::String(text)) => Json::from(double(&text)?),
        (Kind::Boolean, Json::String(text)) => match text.to_ascii_lowercase().as_str() {
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            _ => Json::String(text),
        },
        (_, other) => other,
    })
}

fn fit_members(members: Map<String, Json>, info: &'static ShapeInfo) -> Result<Map<String, Json>, Problem> {
    let fitted = members.into_iter().map(|(name, value)| {
        let member = info.members.iter().find(|member| member.name == name);
        let value = match member {
            Some(member) => fit(value, &member.kind)?,
            None => value,
        };
        Ok((name, value))
    });
    fitted.collect()
}

/// A whole number, or what Python says instead.
pub(crate) fn integer(text: &str) -> Result<i64, Problem> {
    let reason = || format!("invalid literal for int() with base 10: '{text}'");
    text.trim()
        .parse()
        .map_err(|_| Problem::new(Fault::General, reason()))
}

/// A number, or what Python says instead.
pub(crate) fn double(text: &str) -> Result<f64, Problem> {
    let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| {
        Problem::new(
            Fault::General,
            format!("could not convert string to float: '{text}'"),
        )
    })
}

/// A text of JSON.
pub(crate) fn parse(text: &str) -> Result<Json, Problem> {
    let wrong = |error| {
        Problem::new(
            Fault::Value,
            format!("Invalid JSON: {error}\nJSON received: {text}"),
        )
    };
    serde_json::from_str(text).map(without_nulls).map_err(wrong)
}

/// A null in an object is as good as nothing.
fn without_nulls(json: Json) -> Json {
    match json {
        Json::Object(members) => {
            let there = members.into_iter().filter(|(_, value)| !value.is_null());
            Json::Object(there.map(|(name, value)| (name, without_nulls(value))).collect())
        }
        Json::Array(entries) => Json::Array(entries.into_iter().map(without_nulls).collect()),
        other => other,
    }
}

/// Puts `json` into `slot`, the place of the member called `name`, or of the `input`.
pub(crate) fn fill(json: &Json, slot: api::Slot<'_>, name: &str, kind: &Kind) -> Result<(), Problem> {
    json::read_into(json, slot).map_err(|error| refusal(&error, json, name, kind))
}

fn refusal(error: &JsonError, json: &Json, name: &str, kind: &Kind) -> Problem {
    let found = json.pointer(&error.pointer);
    match &error.reason {
        Reason::Syntax(_) | Reason::TooDeep => Problem::new(Fault::Value, error.reason.to_string()),
        Reason::WrongKind { expected, .. } => {
            let found = in_python(found.unwrap_or(&Json::Null));
            Problem::request(&format!(
                "Invalid type for parameter {}, value: {}, type: <class '{}'>, valid types: {}",
                path(name, &error.pointer),
                python_text(&found),
                python_type(&found),
                classes(expected),
            ))
        }
        Reason::Unknown { suggestion, .. } => {
            let (parent, key) = error.pointer.rsplit_once('/').unwrap_or_default();
            let known = shape_at(kind, parent).map(member_names).unwrap_or_default();
            let report = format!(
                "Unknown parameter in {}: \"{key}\", must be one of: {known}",
                path(name, parent)
            );
            Problem::request(&report).suggesting(*suggestion)
        }
        Reason::NotModelled { default } => not_modelled(&path(name, &error.pointer), *default),
    }
}

/// AWS has `what`, this model has not.
pub(crate) fn not_modelled(what: &str, default: Option<&str>) -> Problem {
    let only = default
        .map(|value| format!(": only {value} is accepted"))
        .unwrap_or_default();
    Problem::new(
        Fault::NotModelled,
        format!("AWS has {what}, but it is not modelled here{only}"),
    )
}

fn member_names(info: &ShapeInfo) -> String {
    let names: Vec<&str> = info.members.iter().map(|member| member.name).collect();
    names.join(", ")
}

/// The shape to which a JSON pointer leads.
fn shape_at(kind: &Kind, pointer: &str) -> Option<&'static ShapeInfo> {
    let mut kind = *kind;
    for token in pointer.split('/').skip(1) {
        kind = match kind {
            Kind::Shape(info) => info().members.iter().find(|member| member.name == token)?.kind,
            Kind::List(inner) | Kind::Map(inner) => *inner,
            _ => return None,
        };
    }
    match kind {
        Kind::Shape(info) => Some(info()),
        _ => None,
    }
}

/// `/0/Tags` behind `TagSpecifications` as `TagSpecifications[0].Tags`.
fn path(name: &str, pointer: &str) -> String {
    let mut path = name.to_owned();
    for token in pointer.split('/').skip(1) {
        match token.parse::<usize>() {
            Ok(index) => path.push_str(&format!("[{index}]")),
            Err(_) if path.is_empty() => path.push_str(token),
            Err(_) => path.push_str(&format!(".{token}")),
        }
    }
    if path.is_empty() { "input".to_owned() } else { path }
}

/// The value for [`python_text`]: what serde has written is JSON.
fn in_python(json: &Json) -> jmespath::Json {
    jmespath::json::parse(&json.to_string()).unwrap_or(jmespath::Json::Null)
}

fn classes(kind: &str) -> &'static str {
    match kind {
        "integer" => "<class 'int'>",
        "double" => "<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>",
        "boolean" => "<class 'bool'>",
        "timestamp" => "<class 'datetime.datetime'>, timestamp-string",
        "structure" | "map" => "<class 'dict'>",
        "list" => "<class 'list'>, <class 'tuple'>",
        _ => "<class 'str'>",
    }
}

/// A line for every required member that is not there, however deep.
pub(crate) fn missing(input: &dyn Shape) -> Vec<String> {
    let mut lines = Vec::new();
    missing_of(input, "", &mut lines);
    lines
}

fn missing_of(shape: &dyn Shape, path: &str, lines: &mut Vec<String>) {
    for (index, member) in shape.info().members.iter().enumerate() {
        match shape.value(index).filter(|value| !is_empty(*value)) {
            None if member.required => {
                let place = if path.is_empty() { "input" } else { path };
                lines.push(format!(
                    "Missing required parameter in {place}: \"{}\"",
                    member.name
                ));
            }
            None => {}
            Some(value) if path.is_empty() => missing_in(value, member.name, lines),
            Some(value) => missing_in(value, &format!("{path}.{}", member.name), lines),
        }
    }
}

fn missing_in(value: Value<'_>, path: &str, lines: &mut Vec<String>) {
    match value {
        Value::Shape(shape) => missing_of(shape, path, lines),
        Value::List(list) => {
            for (index, entry) in entries(list).enumerate() {
                missing_in(entry, &format!("{path}[{index}]"), lines);
            }
        }
        Value::Map(map) => {
            for (key, value) in pairs(map) {
                missing_in(value, &format!("{path}.{key}"), lines);
            }
        }
        _ => {}
    }
}

/// An empty list or map is as good as none.
pub(crate) fn is_empty(value: Value<'_>) -> bool {
    match value {
        Value::List(list) => list.is_empty(),
        Value::Map(map) => map.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use api::ec2::RunInstancesInput;

    use super::*;

    #[test]
    fn a_request_is_as_the_model_says_before_it_is_sent() {
        let mut input = RunInstancesInput::default();
        let json = r#"{"MinCount": 1, "Monitoring": {}, "TagSpecifications": [{"Tags": [{"Key": "a"}]}], "KeyName": null}"#;
        let json = parse(json).expect("JSON");
        fill(
            &json,
            api::Slot::Shape(&mut input),
            "",
            &Kind::Shape(RunInstancesInput::declaration),
        )
        .expect("fits");
        let lines = [
            "Missing required parameter in input: \"MaxCount\"",
            "Missing required parameter in Monitoring: \"Enabled\"",
        ];
        assert_eq!(missing(&input), lines);
    }

    #[test]
    fn values_are_shown_as_python_shows_them() {
        let json = parse(r#"{"a": [true, 1.5, "b", null]}"#).expect("JSON");
        assert_eq!(python_text(&in_python(&json)), "{'a': [True, 1.5, 'b', None]}");
        assert_eq!(python_text(&in_python(&Json::from("a"))), "a");
    }
}
