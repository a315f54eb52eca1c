//! Any shape as a JSON value, for whoever looks into it or prints it otherwise.

use jmespath::Json;

use super::write::present;
use crate::{Shape, Value, entries, pairs};

/// The shape as an object: members in AWS's order, absent ones left out, instants as texts.
#[must_use]
pub fn to_json(shape: &dyn Shape) -> Json {
    let members = present(shape).map(|(name, value)| (name.into(), json(value)));
    Json::object(members.collect())
}

fn json(value: Value<'_>) -> Json {
    match value {
        Value::String(text) => Json::from(text),
        Value::Integer(number) => Json::Integer(number),
        Value::Double(number) => Json::Float(number),
        Value::Boolean(truth) => Json::Bool(truth),
        Value::Timestamp(instant) => Json::from(instant.to_string()),
        Value::Shape(shape) => to_json(shape),
        Value::List(list) => Json::array(entries(list).map(json).collect()),
        Value::Map(map) => Json::object(pairs(map).map(|(key, value)| (key.into(), json(value))).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ec2::{DescribeInstancesOutput, Instance, InstanceState, Reservation};
    use crate::{Timestamp, json};

    #[test]
    fn a_value_is_printed_like_its_shape() {
        let instance = Instance {
            instance_id: Some("i-1".to_owned()),
            state: Some(InstanceState {
                code: Some(16),
                name: Some("running".to_owned()),
            }),
            launch_time: Some(Timestamp::WORLD_START),
            ..Instance::default()
        };
        let reservation = Reservation {
            instances: vec![instance],
            ..Reservation::default()
        };
        let output = DescribeInstancesOutput {
            reservations: vec![reservation],
        };
        let value = to_json(&output);
        assert_eq!(jmespath::json::pretty(&value), json::pretty(&output));
        let query = "Reservations[].Instances[?LaunchTime>=`2026-11-01`][].State.Name | [0]";
        assert_eq!(jmespath::search(query, &value), Ok(Json::from("running")));
    }
}
