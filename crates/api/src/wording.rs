//! How a service words the refusal of a call that breaks its declaration.

use crate::ApiError;

/// A rule that a value breaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Broken {
    /// It is required and not there.
    Missing,
    /// It is none of the texts allowed.
    NoneOf(&'static [&'static str]),
    /// The number is not within its limits.
    Value {
        /// The least that it may be.
        least: i64,
        /// The most; `i64::MAX` if there is no such limit.
        most: i64,
        /// What it is.
        number: f64,
    },
    /// There are too few or too many characters or entries.
    Length {
        /// The least that there may be.
        least: usize,
        /// The most.
        most: usize,
        /// How many there are.
        length: usize,
        /// What is counted: `characters`, `entries`, `pairs`.
        unit: &'static str,
    },
    /// It is no length of time.
    Duration,
    /// It is not base64.
    Base64,
    /// It holds a comma.
    Comma,
}

/// The words of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// `MissingParameter` and `InvalidParameterValue`. Source: Amazon EC2 API Reference, "Error codes".
    Parameters,
    /// "1 validation error detected: Value 'x' at 'y' failed to satisfy constraint: …", with this code. Source: what the
    /// services that check calls against their published model answer, as seen in published transcripts.
    Constraints(&'static str),
}

impl Wording {
    /// The refusal of the value `found` of the member at `path` (`Filters[1].Name`).
    pub(crate) fn refusal(self, found: &str, broken: Broken, path: &str) -> ApiError {
        match self {
            Self::Parameters => parameters(found, broken, path),
            Self::Constraints(code) => {
                let value = match broken {
                    Broken::Missing => "null".to_owned(),
                    _ => format!("'{found}'"),
                };
                let (path, rule) = (constraint_path(path), constraint(broken));
                ApiError::new(
                    code,
                    format!(
                        "1 validation error detected: Value {value} at '{path}' failed to satisfy constraint: {rule}"
                    ),
                )
            }
        }
    }
}

fn parameters(found: &str, broken: Broken, path: &str) -> ApiError {
    let invalid = |expected: &str| {
        let message = format!("Value ({found}) for parameter {path} is invalid. Expecting {expected}.");
        ApiError::new("InvalidParameterValue", message)
    };
    match broken {
        Broken::Missing => ApiError::missing_parameter(path),
        Broken::NoneOf(values) => invalid(&format!("one of: {}", values.join(", "))),
        Broken::Value {
            least,
            most: i64::MAX,
            ..
        } => invalid(&format!("a value of at least {least}")),
        Broken::Value { least, most, .. } => invalid(&format!("a value from {least} to {most}")),
        Broken::Length {
            least,
            most,
            length,
            unit,
        } => {
            let message = format!("{path} has {length} {unit}. Expecting {least} to {most}.");
            ApiError::new("InvalidParameterValue", message)
        }
        Broken::Duration => invalid("a length of time such as 90s, 10m or 1h30m"),
        Broken::Base64 => ApiError::new(
            "InvalidParameterValue",
            format!("Invalid BASE64 encoding of {path}."),
        ),
        Broken::Comma => invalid("no comma"),
    }
}

fn constraint(broken: Broken) -> String {
    match broken {
        Broken::Missing => "Member must not be null".to_owned(),
        Broken::NoneOf(values) => format!("Member must satisfy enum value set: [{}]", values.join(", ")),
        #[expect(clippy::cast_precision_loss, reason = "limits are far below 2^53")]
        Broken::Value { least, number, .. } if number < least as f64 => {
            format!("Member must have value greater than or equal to {least}")
        }
        Broken::Value { most, .. } => format!("Member must have value less than or equal to {most}"),
        Broken::Length { least, length, .. } if length < least => {
            format!("Member must have length greater than or equal to {least}")
        }
        Broken::Length { most, .. } => format!("Member must have length less than or equal to {most}"),
        Broken::Duration => "Member must be a length of time such as 90s, 10m or 1h30m".to_owned(),
        Broken::Base64 => "Member must be base64".to_owned(),
        Broken::Comma => "Member must not hold a comma".to_owned(),
    }
}

/// `Tags[0].Key` as those services write it: `tags.1.member.key`.
fn constraint_path(path: &str) -> String {
    let part = |part: &str| {
        let (name, index) = part.split_once('[').unwrap_or((part, ""));
        let mut letters = name.chars();
        let first = letters.next().map(|letter| letter.to_ascii_lowercase());
        let name: String = first.into_iter().chain(letters).collect();
        match index.trim_end_matches(']').parse::<usize>() {
            Ok(index) => format!("{name}.{}.member", index + 1),
            Err(_) => name,
        }
    };
    let parts: Vec<String> = path.split('.').map(part).collect();
    parts.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constraint_is_worded_as_the_services_do() {
        let words = Wording::Constraints("ValidationError");
        let check = |found: &str, broken: Broken, path: &str, text: &str| {
            let error = words.refusal(found, broken, path);
            assert_eq!(
                error.to_string(),
                format!("(ValidationError) 1 validation error detected: {text}")
            );
        };
        let value = Broken::Value {
            least: 5,
            most: 300,
            number: 1.0,
        };
        check(
            "1",
            value,
            "HealthCheckIntervalSeconds",
            "Value '1' at 'healthCheckIntervalSeconds' failed to satisfy constraint: Member must have value greater \
             than or equal to 5",
        );
        let length = Broken::Length {
            least: 1,
            most: 3,
            length: 4,
            unit: "characters",
        };
        check(
            "four",
            length,
            "Tags[0].Key",
            "Value 'four' at 'tags.1.member.key' failed to satisfy constraint: Member must have length less than or \
             equal to 3",
        );
        check(
            "",
            Broken::Missing,
            "Name",
            "Value null at 'name' failed to satisfy constraint: Member must not be null",
        );
        check(
            "up",
            Broken::NoneOf(&["OK", "ALARM"]),
            "StateValue",
            "Value 'up' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [OK, ALARM]",
        );
    }
}
