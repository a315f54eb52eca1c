//! English for the timeline.

use super::numbers::{count, delay_words};
use crate::story::{CallRecord, Caller, FailedRequest, Kind};
use crate::text::StoryWords;

pub(super) const STORY: StoryWords = StoryWords {
    name: "Timeline",
    filter: "Show",
    kind: |kind| match kind {
        None => "Everything",
        Some(Kind::Alarm) => "Alarms",
        Some(Kind::Activity) => "Activities",
        Some(Kind::Health) => "Health",
        Some(Kind::Fault) => "Faults",
        Some(Kind::Call) => "Calls",
        Some(Kind::Request) => "Failed requests",
        Some(Kind::Lesson) => "Lesson",
    },
    search: "Search the timeline",
    found: |found| match found {
        0 => "Nothing".to_owned(),
        1 => "1 entry, newest first".to_owned(),
        _ => format!("{} entries, newest first", count(found as u64)),
    },
    nothing: "Nothing has happened yet. Let time pass, or do something: it will stand here.",
    nothing_found: "Nothing here fits. Choose another kind, or search for something else.",
    more: "Show more",
    why: "Why?",
    show: |sentence| format!("Show in the picture: {sentence}"),
    called,
    caller: "Caller",
    caller_name: |caller| match caller {
        Caller::Learner => "you",
        Caller::Lesson => "the scenario: the lesson, or what was there at the start",
    },
    source: "Event source",
    no_source: "none: AWS has no call for it",
    error: "Error",
    parameters: "Request parameters",
    note: |filter| match filter {
        Some(Kind::Call) => Some(
            "As CloudTrail would show them. Simplified here: reads that were answered are left out, and what AWS's services call for you stands under Activities.",
        ),
        Some(Kind::Request) => Some("The newest of them, one line for each; \"Everything\" leaves them out."),
        _ => None,
    },
    failed,
};

fn called(call: &CallRecord) -> String {
    let who = match call.caller {
        Caller::Learner => "You",
        Caller::Lesson => "The scenario",
    };
    match &call.error {
        None => format!("{who} called {}.", call.name),
        Some((code, _)) => format!("{who} called {}: refused, {code}.", call.name),
    }
}

fn failed(request: &FailedRequest<'_>) -> String {
    let waited = delay_words(request.waited_ms);
    let what = what_failed(request.outcome, request.instance);
    format!("{}: {what}, after {waited}.", request.id)
}

/// What the client of a request met with, by the outcome's name in scripts and the instance that it was for.
pub(super) fn what_failed(outcome: &str, instance: Option<&str>) -> String {
    let at = instance.unwrap_or("any instance");
    match outcome {
        "connection-refused" => format!("{at} refused the connection: nothing listens there"),
        "timed-out" => format!("no answer from {at} in the time that the employee waits"),
        "connection-reset" => format!("the app on {at} stopped with the request in its hands"),
        "overloaded" => format!("503, the queue of {at} was full"),
        "error-from-behind" => format!("500, DynamoDB or S3 gave {at} an error"),
        "no-address" => "the employee had no address to send it to".to_owned(),
        "bad-gateway" => format!("502, {at} refused or broke the connection to the load balancer"),
        "unavailable" => "503, the load balancer had no target to choose from".to_owned(),
        "gateway-timeout" => format!("504, {at} did not answer the load balancer in time"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_request_says_what_the_employee_met() {
        let request = FailedRequest {
            id: "Columbus-17",
            outcome: "gateway-timeout",
            instance: Some("directory-1"),
            waited_ms: 10_020.0,
        };
        assert_eq!(
            failed(&request),
            "Columbus-17: 504, directory-1 did not answer the load balancer in time, after 10.0 s."
        );
    }
}
