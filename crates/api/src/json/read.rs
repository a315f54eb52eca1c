//! The one reader: JSON into any shape.

use serde_json::{Map as Object, Value as Json};

use super::{JsonError, Reason};
use crate::{List, Lookup, Mapping, Shape, Slot, Timestamp};

/// How deep shapes and lists may lie within one another; AWS's deepest, items of DynamoDB, allow 32.
pub const MAX_DEPTH: usize = 64;

/// Reads a shape from the text of a JSON object.
///
/// # Errors
/// If the text is not JSON or does not fit the shape; `into` is then half filled and of no use.
pub fn parse(text: &str, into: &mut dyn Shape) -> Result<(), JsonError> {
    let json =
        serde_json::from_str(text).map_err(|error| JsonError::new(Reason::Syntax(error.to_string())))?;
    read(&json, into)
}

/// Reads a shape from a JSON object.
///
/// # Errors
/// If the JSON does not fit the shape; `into` is then half filled and of no use.
pub fn read(json: &Json, into: &mut dyn Shape) -> Result<(), JsonError> {
    read_into(json, Slot::Shape(into))
}

/// Reads a value of any kind.
///
/// # Errors
/// If the JSON does not fit; what `slot` points to is then half filled and of no use.
pub fn read_into(json: &Json, slot: Slot<'_>) -> Result<(), JsonError> {
    read_slot(json, slot, MAX_DEPTH)
}

fn read_slot(json: &Json, slot: Slot<'_>, depth: usize) -> Result<(), JsonError> {
    let depth = depth.checked_sub(1).ok_or(JsonError::new(Reason::TooDeep))?;
    let expected = slot.kind_name();
    let wrong_kind = || {
        JsonError::new(Reason::WrongKind {
            expected,
            found: kind_name(json),
        })
    };
    match (slot, json) {
        (Slot::Shape(shape), Json::Object(members)) => return read_shape(members, shape, depth),
        (Slot::List(list), Json::Array(entries)) => return read_list(entries, list, depth),
        (Slot::Map(map), Json::Object(pairs)) => return read_map(pairs, map, depth),
        (Slot::String(slot), Json::String(text)) => slot.clone_from(text),
        (Slot::Boolean(slot), Json::Bool(truth)) => *slot = *truth,
        (Slot::Integer(slot), Json::Number(number)) => *slot = number.as_i64().ok_or_else(wrong_kind)?,
        (Slot::Double(slot), Json::Number(number)) => *slot = number.as_f64().ok_or_else(wrong_kind)?,
        (Slot::Timestamp(slot), json) => *slot = instant(json).ok_or_else(wrong_kind)?,
        _ => return Err(wrong_kind()),
    }
    Ok(())
}

fn read_shape(members: &Object<String, Json>, shape: &mut dyn Shape, depth: usize) -> Result<(), JsonError> {
    for (name, json) in members {
        read_member(name, json, shape, depth).map_err(|error| error.within(name))?;
    }
    Ok(())
}

fn read_member(name: &str, json: &Json, shape: &mut dyn Shape, depth: usize) -> Result<(), JsonError> {
    match shape.info().lookup(name) {
        Lookup::Member(index, _) => read_slot(json, shape.slot(index), depth),
        Lookup::NotModelled {
            default: Some(default),
        } if plain(json).as_deref() == Some(default) => Ok(()),
        Lookup::NotModelled { default } => Err(JsonError::new(Reason::NotModelled { default })),
        Lookup::Unknown { suggestion } => Err(JsonError::new(Reason::Unknown {
            shape: shape.info().name,
            suggestion,
        })),
    }
}

fn read_list(entries: &[Json], list: &mut dyn List, depth: usize) -> Result<(), JsonError> {
    for (index, json) in entries.iter().enumerate() {
        read_slot(json, list.push(), depth).map_err(|error| error.within(&index.to_string()))?;
    }
    Ok(())
}

fn read_map(pairs: &Object<String, Json>, map: &mut dyn Mapping, depth: usize) -> Result<(), JsonError> {
    for (key, json) in pairs {
        read_slot(json, map.put(key), depth).map_err(|error| error.within(key))?;
    }
    Ok(())
}

/// ISO 8601, or seconds since 1970.
fn instant(json: &Json) -> Option<Timestamp> {
    matches!(json, Json::String(_) | Json::Number(_))
        .then(|| plain(json))
        .flatten()
        .and_then(|text| Timestamp::parse(&text))
}

/// A scalar as one would type it.
fn plain(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Bool(_) | Json::Number(_) => Some(json.to_string()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}

const fn kind_name(json: &Json) -> &'static str {
    match json {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) => "number",
        Json::String(_) => "string",
        Json::Array(_) => "list",
        Json::Object(_) => "structure",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ec2::{DescribeInstancesInput, Filter, InstanceStatusDetails, RunInstancesInput};
    use crate::sandbox::TrafficInput;

    #[test]
    fn an_input_is_read_member_by_member() {
        let mut input = RunInstancesInput::default();
        let json = r#"{"ImageId": "ami-1", "MinCount": 2, "MaxCount": 5, "DisableApiTermination": true,
            "Placement": {"AvailabilityZone": "us-east-2a"}, "SecurityGroupIds": ["sg-1", "sg-2"],
            "TagSpecifications": [{"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": "web"}]}]}"#;
        parse(json, &mut input).expect("fits");
        assert_eq!(input.image_id.as_deref(), Some("ami-1"));
        assert_eq!((input.min_count, input.max_count), (Some(2), Some(5)));
        assert_eq!(input.disable_api_termination, Some(true));
        assert_eq!(
            input
                .placement
                .and_then(|placement| placement.availability_zone)
                .as_deref(),
            Some("us-east-2a")
        );
        assert_eq!(input.security_group_ids, ["sg-1", "sg-2"]);
        assert_eq!(input.tag_specifications[0].tags[0].value.as_deref(), Some("web"));
        assert_eq!(input.instance_type, None);
    }

    #[test]
    fn numbers_and_instants_are_read_as_declared() {
        let mut traffic = TrafficInput::default();
        parse(r#"{"Rate": 120, "Peak": 0.5}"#, &mut traffic).expect("fits");
        assert_eq!((traffic.rate, traffic.peak), (Some(120.0), Some(0.5)));
        let mut detail = InstanceStatusDetails::default();
        parse(r#"{"ImpairedSince": "2026-11-02T10:00:00Z"}"#, &mut detail).expect("fits");
        assert_eq!(detail.impaired_since, Some(Timestamp::WORLD_START));
        parse(r#"{"ImpairedSince": 1793613600}"#, &mut detail).expect("fits");
        assert_eq!(detail.impaired_since, Some(Timestamp::WORLD_START));
    }

    #[test]
    fn what_does_not_fit_is_refused_with_its_place() {
        check(
            r#"{"ImageID": "ami-1"}"#,
            "/ImageID: RunInstancesInput has no such member; did you mean ImageId?",
        );
        check(
            r#"{"Colour": "red"}"#,
            "/Colour: RunInstancesInput has no such member",
        );
        check(
            r#"{"KeyName": "mine"}"#,
            "/KeyName: AWS has this, but it is not modelled here",
        );
        check(
            r#"{"EbsOptimized": true}"#,
            "/EbsOptimized: AWS has this, but it is not modelled here: only false is accepted",
        );
        check(r#"{"ImageId": 1}"#, "/ImageId: expected string, found number");
        check(r#"{"ImageId": null}"#, "/ImageId: expected string, found null");
        check(
            r#"{"MinCount": 1.5}"#,
            "/MinCount: expected integer, found number",
        );
        check(
            r#"{"MinCount": 1e300}"#,
            "/MinCount: expected integer, found number",
        );
        check(
            r#"{"SecurityGroupIds": ["sg-1", 2]}"#,
            "/SecurityGroupIds/1: expected string, found number",
        );
        check(
            r#"{"TagSpecifications": {}}"#,
            "/TagSpecifications: expected list, found structure",
        );
        check(
            r#"{"Placement": {"Zone/~": ""}}"#,
            "/Placement/Zone~1~0: Placement has no such member",
        );
        check("[]", "expected structure, found list");
        check("{", "not JSON: EOF while parsing an object at line 1 column 1");
        check(
            &"[".repeat(100_000),
            "not JSON: recursion limit exceeded at line 1 column 128",
        );

        fn check(json: &str, complaint: &str) {
            let error = parse(json, &mut RunInstancesInput::default()).expect_err(json);
            assert_eq!(error.to_string(), complaint);
        }
    }

    #[test]
    fn a_member_not_modelled_may_have_awss_default() {
        parse(
            r#"{"EbsOptimized": false, "InstanceInitiatedShutdownBehavior": "stop"}"#,
            &mut RunInstancesInput::default(),
        )
        .expect("says what holds anyway");
    }

    #[test]
    fn an_empty_list_is_an_absent_one() {
        let mut input = DescribeInstancesInput {
            filters: vec![Filter::default()],
            ..Default::default()
        };
        parse(r#"{"InstanceIds": []}"#, &mut input).expect("fits");
        assert!(input.instance_ids.is_empty());
    }
}
