//! Checks a call against its declaration before the model sees it.
//!
//! Source: Amazon EC2 API Reference, "Error codes"; the sentences about limits are as EC2 words them.

use crate::{ApiError, Bounds, Format, Member, Shape, Value, decode_base64, duration, entries};

/// Whether the input of a call keeps the rules of its declaration: what is required is there, and every value is within
/// its limits. What depends on the state of the account is not looked at.
///
/// # Errors
/// `MissingParameter` or `InvalidParameterValue`, for the first rule broken in the order of declaration.
pub fn validate(input: &dyn Shape) -> Result<(), ApiError> {
    shape(input, "")
}

fn shape(shape: &dyn Shape, path: &str) -> Result<(), ApiError> {
    for (index, rule) in shape.info().members.iter().enumerate() {
        let name = format!("{path}{}", rule.name);
        match shape.value(index) {
            Some(Value::List(list)) if list.is_empty() && (rule.required || rule.needed) => {
                return Err(ApiError::missing_parameter(&name));
            }
            None if rule.required || rule.needed => return Err(ApiError::missing_parameter(&name)),
            None => {}
            Some(found) => value(found, rule, &name)?,
        }
    }
    Ok(())
}

fn value(value: Value<'_>, rule: &Member, name: &str) -> Result<(), ApiError> {
    match value {
        Value::String(found) => text(found, rule, name),
        #[expect(clippy::cast_precision_loss, reason = "limits are far below 2^53")]
        Value::Integer(number) => limits(number as f64, rule, &number.to_string(), name),
        Value::Double(number) => limits(number, rule, &decimal(number), name),
        Value::Shape(inner) => shape(inner, &format!("{name}.")),
        Value::List(entries) => list(entries, rule, name),
        Value::Boolean(_) | Value::Timestamp(_) => Ok(()),
    }
}

fn list(list: &dyn crate::List, rule: &Member, name: &str) -> Result<(), ApiError> {
    length(list.len(), "entries", rule, name)?;
    let entry_rule = Member {
        bounds: Bounds::None,
        ..*rule
    };
    for (index, entry) in entries(list).enumerate() {
        value(entry, &entry_rule, &format!("{name}[{index}]"))?;
    }
    Ok(())
}

fn text(found: &str, rule: &Member, name: &str) -> Result<(), ApiError> {
    length(found.chars().count(), "characters", rule, name)?;
    if !rule.values.is_empty() && !rule.values.contains(&found) {
        return Err(invalid(
            found,
            name,
            &format!("one of: {}", rule.values.join(", ")),
        ));
    }
    match rule.format {
        Format::Duration if duration::parse(found).is_none() => {
            Err(invalid(found, name, "a length of time such as 90s, 10m or 1h30m"))
        }
        Format::Base64 if decode_base64(found).is_none() => Err(ApiError::new(
            "InvalidParameterValue",
            format!("Invalid BASE64 encoding of {name}."),
        )),
        Format::Commas if found.contains(',') => Err(invalid(found, name, "no comma")),
        Format::Plain | Format::Duration | Format::Base64 | Format::Commas => Ok(()),
    }
}

fn limits(number: f64, rule: &Member, found: &str, name: &str) -> Result<(), ApiError> {
    let Bounds::Value(least, most) = rule.bounds else {
        return Ok(());
    };
    #[expect(
        clippy::cast_precision_loss,
        reason = "limits are far below 2^53, or none at all"
    )]
    let within = (least as f64..=most as f64).contains(&number);
    match most {
        _ if within => Ok(()),
        i64::MAX => Err(invalid(found, name, &format!("a value of at least {least}"))),
        _ => Err(invalid(found, name, &format!("a value from {least} to {most}"))),
    }
}

/// A number for a sentence, in millionths. Rust's exact way of writing floats would cost the page 6 kB for this alone.
#[expect(clippy::cast_possible_truncation, reason = "saturates far beyond every limit")]
fn decimal(number: f64) -> String {
    let millionths = (number * 1e6).round() as i64;
    let (whole, part) = (
        millionths.unsigned_abs() / 1_000_000,
        millionths.unsigned_abs() % 1_000_000,
    );
    let sign = if millionths < 0 { "-" } else { "" };
    let text = format!("{sign}{whole}.{part:06}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn length(length: usize, unit: &str, rule: &Member, name: &str) -> Result<(), ApiError> {
    match rule.bounds {
        Bounds::Length(least, most) if !(least..=most).contains(&length) => {
            let message = format!("{name} has {length} {unit}. Expecting {least} to {most}.");
            Err(ApiError::new("InvalidParameterValue", message))
        }
        _ => Ok(()),
    }
}

fn invalid(found: &str, name: &str, expected: &str) -> ApiError {
    let message = format!("Value ({found}) for parameter {name} is invalid. Expecting {expected}.");
    ApiError::new("InvalidParameterValue", message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{find, json};

    #[test]
    fn a_call_that_keeps_the_rules_passes() {
        let run = r#"{"ImageId": "ami-1", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 2, "UserData": "Zm9v"}"#;
        check("ec2", "RunInstances", run, "");
        check("ec2", "DescribeInstances", "{}", "");
        check(
            "sandbox",
            "Traffic",
            r#"{"Rate": 0, "Profile": "ramp", "Over": "10m"}"#,
            "",
        );
        check(
            "sandbox",
            "Fault",
            r#"{"Kind": "az-outage", "Zone": "us-east-2a"}"#,
            "",
        );
    }

    #[test]
    fn what_is_required_must_be_there() {
        check(
            "ec2",
            "RunInstances",
            "{}",
            "(MissingParameter) The request must contain the parameter ImageId",
        );
        let empty = r#"{"InstanceIds": []}"#;
        check(
            "ec2",
            "StopInstances",
            empty,
            "(MissingParameter) The request must contain the parameter InstanceIds",
        );
        let nameless = r#"{"Filters": [{"Name": "a", "Values": ["b"]}, {"Values": ["c"]}]}"#;
        let complaint = "(MissingParameter) The request must contain the parameter Filters[1].Name";
        check("ec2", "DescribeInstances", nameless, complaint);
        let valueless = r#"{"InstanceId": "i-1", "InstanceType": {}}"#;
        let complaint = "(MissingParameter) The request must contain the parameter InstanceType.Value";
        check("ec2", "ModifyInstanceAttribute", valueless, complaint);
    }

    #[test]
    fn values_must_be_within_their_limits() {
        let invalid = |service, operation, request: &str, complaint: &str| {
            check(
                service,
                operation,
                request,
                &format!("(InvalidParameterValue) {complaint}"),
            );
        };
        let run = r#"{"ImageId": "ami-1", "InstanceType": "t3.micro", "MaxCount": 0, "MinCount": 1}"#;
        let complaint = "Value (0) for parameter MaxCount is invalid. Expecting a value of at least 1.";
        invalid("ec2", "RunInstances", run, complaint);
        let run = r#"{"ImageId": "ami-1", "InstanceType": "t3.micro", "MaxCount": 1, "MinCount": 1, "UserData": "!"}"#;
        invalid("ec2", "RunInstances", run, "Invalid BASE64 encoding of UserData.");
        let count = "Value (21) for parameter Count is invalid. Expecting a value from 1 to 20.";
        invalid("sandbox", "Request", r#"{"Count": 21}"#, count);
        let route = "Value (home) for parameter Route is invalid. Expecting one of: list, view, add, photo.";
        invalid("sandbox", "Request", r#"{"Route": "home"}"#, route);
        let rate = "Value (-0.5) for parameter Rate is invalid. Expecting a value from 0 to 1000000.";
        invalid("sandbox", "Traffic", r#"{"Rate": -0.5}"#, rate);
        let over = "Value (soon) for parameter Over is invalid. Expecting a length of time such as 90s, 10m or 1h30m.";
        invalid("sandbox", "Traffic", r#"{"Rate": 1, "Over": "soon"}"#, over);
        let tags = r#"{"Resources": ["i-1"], "Tags": [{"Key": ""}]}"#;
        invalid(
            "ec2",
            "CreateTags",
            tags,
            "Tags[0].Key has 0 characters. Expecting 1 to 127.",
        );
    }

    /// `complaint` is empty if there is to be none.
    fn check(service: &str, operation: &str, request: &str, complaint: &str) {
        let mut call = (find(service, operation).expect("exists").empty)();
        json::parse(request, call.input_mut()).expect("fits");
        let found = validate(call.input())
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert_eq!(found, complaint, "{operation} {request}");
    }
}
