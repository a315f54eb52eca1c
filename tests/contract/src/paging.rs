//! Pages and waiters: what the declarations and the command line say of them, beside AWS's.

use api::{Operation, kebab};
use cli::{Acceptor, State, WAITERS, Waiter, When};
use serde_json::{Value, json};

use crate::botocore::Model;

/// What AWS can wait for and we cannot: of alarms on logs, there are none here.
const NOT_MODELLED: &[&str] = &["LogAlarmExists"];

/// What differs of a service.
#[must_use]
pub(crate) fn differences(model: &Model, operations: &[&Operation]) -> Vec<String> {
    let mut differences = Vec::new();
    for operation in operations {
        let (ours, aws) = (operation.paged, paged(&model.pages[operation.name]));
        if ours != aws {
            let of = format!("{} {}", model.service, operation.name);
            differences.push(format!("{of}: paged by {ours:?}, AWS pages by {aws:?}"));
        }
    }
    for (name, aws) in model.waiters.as_object().into_iter().flatten() {
        let modelled = operations
            .iter()
            .any(|operation| aws["operation"] == operation.name);
        let ours = WAITERS
            .iter()
            .find(|waiter| waiter.service == model.service && waiter.name == name);
        let differs = match ours {
            Some(waiter) => !same(waiter, aws),
            None => modelled && !NOT_MODELLED.contains(&name.as_str()),
        };
        if differs {
            differences.push(format!("{} wait {}: AWS has {aws}", model.service, kebab(name)));
        }
    }
    differences
}

/// As `operations!` declares it.
fn paged(aws: &Value) -> String {
    if aws.is_null() {
        return String::new();
    }
    let words = |value: &Value| match value {
        Value::Array(words) => words
            .iter()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join(" "),
        word => word.as_str().unwrap_or("-").to_owned(),
    };
    let [from, size, next, results] =
        ["input_token", "limit_key", "output_token", "result_key"].map(|key| words(&aws[key]));
    let kept = aws
        .get("non_aggregate_keys")
        .map(|keys| format!(" + {}", words(keys)));
    format!("{from} {size} {next} {results}{}", kept.unwrap_or_default())
}

fn same(waiter: &Waiter, aws: &Value) -> bool {
    let acceptors = aws["acceptors"].as_array().map(Vec::as_slice).unwrap_or_default();
    aws["operation"] == waiter.operation
        && aws["delay"] == waiter.delay
        && aws["maxAttempts"] == waiter.attempts
        && acceptors.len() == waiter.acceptors.len()
        && acceptors
            .iter()
            .zip(waiter.acceptors)
            .all(|(aws, ours)| *aws == written(ours))
}

/// As AWS writes it.
fn written(acceptor: &Acceptor) -> Value {
    let state = match acceptor.state {
        State::Done => "success",
        State::Failed => "failure",
        State::Again => "retry",
    };
    let (matcher, argument, expected) = match acceptor.when {
        When::Error(code) => ("error", None, json!(code)),
        When::Status(status) => ("status", None, json!(status)),
        When::Is(path, text) => ("path", Some(path.to_owned()), json!(text)),
        When::There(path) => ("path", Some(format!("length({path}) > `0`")), json!(true)),
        When::All(path, text) => ("pathAll", Some(path.to_owned()), json!(text)),
        When::Any(path, text) => ("pathAny", Some(path.to_owned()), json!(text)),
    };
    let mut json = json!({"state": state, "matcher": matcher, "expected": expected});
    if let Some(argument) = argument {
        json["argument"] = Value::from(argument);
    }
    json
}
