//! Checks a call against its declaration before the model sees it.

use crate::wording::Wording;
use crate::{
    ApiError, Bounds, Broken, Format, Member, Operation, Shape, Value, decode_base64, duration, entries,
    pairs,
};

/// Whether the input of a call keeps the rules of its declaration: what is required is there, and every value is within
/// its limits. What depends on the state of the account is not looked at.
///
/// # Errors
/// In the service's own words, for the first rule broken in the order of declaration.
// Inline, so that a known operation leaves only its wording here and not, through its service, all of that's operations.
#[inline(always)]
pub fn validate(operation: &Operation, input: &dyn Shape) -> Result<(), ApiError> {
    Checker(operation.service.wording).shape(input, "")
}

/// Knows how the service words a refusal.
struct Checker(Wording);

impl Checker {
    fn shape(&self, shape: &dyn Shape, path: &str) -> Result<(), ApiError> {
        for (index, rule) in shape.info().members.iter().enumerate() {
            let name = format!("{path}{}", rule.name);
            match shape.value(index).filter(|value| !is_empty(*value)) {
                None if rule.required || rule.needed => return self.refuse("", Broken::Missing, &name),
                None => {}
                Some(found) => self.value(found, rule, &name)?,
            }
        }
        Ok(())
    }

    fn value(&self, value: Value<'_>, rule: &Member, name: &str) -> Result<(), ApiError> {
        match value {
            Value::String(found) => self.rule(rule.broken_by(value), found, name),
            Value::Integer(number) => self.rule(rule.broken_by(value), &number.to_string(), name),
            Value::Double(number) => self.rule(rule.broken_by(value), &decimal(number), name),
            Value::Shape(inner) => self.shape(inner, &format!("{name}.")),
            Value::List(list) => {
                self.rule(rule.broken_by(value), "", name)?;
                let named = (0..).map(|index| format!("{name}[{index}]"));
                self.each(named.zip(entries(list)), rule)
            }
            Value::Map(map) => {
                self.rule(rule.broken_by(value), "", name)?;
                self.each(
                    pairs(map).map(|(key, value)| (format!("{name}.{key}"), value)),
                    rule,
                )
            }
            Value::Boolean(_) | Value::Timestamp(_) => Ok(()),
        }
    }

    fn each<'a>(
        &self,
        named: impl Iterator<Item = (String, Value<'a>)>,
        rule: &Member,
    ) -> Result<(), ApiError> {
        for (name, entry) in named {
            self.value(entry, &rule.of_one(), &name)?;
        }
        Ok(())
    }

    fn rule(&self, broken: Option<Broken>, found: &str, name: &str) -> Result<(), ApiError> {
        broken.map_or(Ok(()), |broken| self.refuse(found, broken, name))
    }

    fn refuse(&self, found: &str, broken: Broken, name: &str) -> Result<(), ApiError> {
        Err(self.0.refusal(found, broken, name))
    }
}

impl Member {
    /// The rule of this member that `value` breaks by itself; what is within a structure, a list or a map has rules of
    /// its own.
    #[must_use]
    pub fn broken_by(&self, value: Value<'_>) -> Option<Broken> {
        match value {
            Value::String(found) => self.broken_by_text(found),
            #[expect(clippy::cast_precision_loss, reason = "limits are far below 2^53")]
            Value::Integer(number) => self.broken_by_number(number as f64),
            Value::Double(number) => self.broken_by_number(number),
            Value::List(list) => self.broken_by_length(list.len(), "entries"),
            Value::Map(map) => self.broken_by_length(map.len(), "pairs"),
            Value::Shape(_) | Value::Boolean(_) | Value::Timestamp(_) => None,
        }
    }

    /// The rule of each entry of the list or map that this member is.
    #[must_use]
    pub fn of_one(&self) -> Self {
        Self {
            bounds: Bounds::None,
            ..*self
        }
    }

    fn broken_by_text(&self, found: &str) -> Option<Broken> {
        if let Some(broken) = self.broken_by_length(found.chars().count(), "characters") {
            return Some(broken);
        }
        if !self.values.is_empty() && !self.values.contains(&found) {
            return Some(Broken::NoneOf(self.values));
        }
        match self.format {
            Format::Duration => duration::parse(found).is_none().then_some(Broken::Duration),
            Format::Base64 | Format::File => decode_base64(found).is_none().then_some(Broken::Base64),
            Format::Commas => found.contains(',').then_some(Broken::Comma),
            Format::Plain => None,
        }
    }

    fn broken_by_number(&self, number: f64) -> Option<Broken> {
        let Bounds::Value(least, most) = self.bounds else {
            return None;
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "limits are far below 2^53, or none at all"
        )]
        let within = (least as f64..=most as f64).contains(&number);
        (!within).then_some(Broken::Value { least, most, number })
    }

    fn broken_by_length(&self, length: usize, unit: &'static str) -> Option<Broken> {
        match self.bounds {
            Bounds::Length(least, most) if !(least..=most).contains(&length) => Some(Broken::Length {
                least,
                most,
                length,
                unit,
            }),
            _ => None,
        }
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

/// An empty list or map is as good as none.
fn is_empty(value: Value<'_>) -> bool {
    match value {
        Value::List(list) => list.is_empty(),
        Value::Map(map) => map.is_empty(),
        _ => false,
    }
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
            "(MissingParameter) The request must contain the parameter MaxCount",
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
        let declared = find(service, operation).expect("exists");
        let mut call = (declared.empty)();
        json::parse(request, call.input_mut()).expect("fits");
        let found = validate(declared, call.input())
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert_eq!(found, complaint, "{operation} {request}");
    }
}
