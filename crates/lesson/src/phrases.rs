//! Every sentence that this crate makes itself, in English: goals, facts, refusals. Lessons bring their own prose.

mod check;

use crate::check::Op;
use crate::reference::Fact;
use crate::vocabulary::Vocabulary;

pub(crate) use check::{amount_of, bounded, dollars, exact_amount_of, goal, wanted};

/// What stands where a run cannot say yet.
pub(crate) const UNKNOWN: &str = "…";

/// A share in per cent, rounded down to a tenth, so that what is not quite 99 % is never called 99 %.
pub(crate) fn share(value: f64) -> String {
    // A thousandth of a tenth keeps 0.99 from becoming 98.9 by the rounding of binary fractions.
    let tenths = libm::floor(value * 1_000.0 + 1e-3);
    format!("{} %", tenths / 10.0)
}

/// The same to a hundredth: where shares are compared with each other, a tenth hides too much.
fn exact_share(value: f64) -> String {
    let hundredths = libm::floor(value * 10_000.0 + 1e-3);
    format!("{} %", hundredths / 100.0)
}

/// Actual against needed: `12 of 30 s`, `98.9 %, needed 99 %`.
pub(crate) fn measure(op: Op, actual: &str, needed: &str) -> String {
    match op {
        Op::AtLeast if !needed.ends_with('%') => format!("{} of {needed}", actual.trim_end_matches(" s")),
        Op::AtLeast | Op::Equal => format!("{actual}, needed {needed}"),
        Op::AtMost | Op::Above | Op::Below | Op::Unequal => {
            format!("{actual}, needed {}{needed}", check::bound(op))
        }
    }
}

/// Too few requests to tell a share.
pub(crate) fn too_few(finished: u64, needed: u64) -> String {
    format!("{finished} of {needed} requests, too few to tell")
}

/// A stretch of time that is not over.
pub(crate) fn not_yet(seconds: u64) -> String {
    format!("told in {seconds} s")
}

/// Why a call would go further than the step allows.
pub(crate) fn instance_limit(most: u64) -> String {
    format!("In this step you can have {most} instances at most.")
}

/// Why an instance type is not taken.
pub(crate) fn instance_type_limit(types: &[String]) -> String {
    format!("In this step you can use {}.", types.join(", "))
}

/// What is still to be done before the next step.
pub(crate) fn still_to_do(goals: usize, questions: usize, predicts: bool) -> String {
    let part = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("one {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let prediction = predicts.then(|| "your prediction".to_owned());
    let parts = [
        prediction,
        part(goals, "goal", "goals"),
        part(questions, "answer", "answers"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("Next opens after {}.", parts.join(" and "))
}

/// Why a call is not taken in a step.
pub(crate) fn refusal(operation: &str, allowed: &[String]) -> String {
    let names: Vec<&str> = allowed.iter().map(|name| name.as_str()).collect();
    if names.is_empty() {
        return format!("{operation} is not part of this step, which is for looking.");
    }
    format!(
        "{operation} is not part of this step. Here you can call {}.",
        names.join(", ")
    )
}

/// Why an act cannot be done now.
pub(crate) fn not_now(missing: &str) -> String {
    match Fact::from_word(missing) {
        Some(Fact::NewAddress) => "There is no new instance with a public address yet.".to_owned(),
        Some(Fact::NewInstance) => "There is no new instance yet.".to_owned(),
        Some(Fact::Instance) => "No instance serves the employees.".to_owned(),
        _ => format!("The account has no `{missing}`."),
    }
}

/// A fact of the run, as a label.
pub(crate) fn fact(fact: Fact) -> &'static str {
    match fact {
        Fact::Instance => "Instance that serves",
        Fact::PublicAddress => "Address that the employees use",
        Fact::NewInstance => "Youngest instance",
        Fact::NewAddress => "Its public address",
        Fact::FirstInstance => "Instance at the beginning",
        Fact::FirstAddress => "Address at the beginning",
        Fact::Requests => "Requests",
        Fact::ServedRequests => "Served",
        Fact::FailedRequests => "Failed",
        Fact::TimedOutRequests => "Timed out",
        Fact::RefusedRequests => "Refused",
        Fact::DependencyFailures => "Failed because of DynamoDB or S3",
        Fact::ServedShare => "Served share",
        Fact::OutageSeconds => "Nobody was served for",
        Fact::ReactionSeconds => "Until you launched an instance",
        Fact::ReadySeconds => "Until its app answered",
        Fact::HandoverSeconds => "Until the employees had its address",
        Fact::PatienceSeconds => "Patience of an employee",
        Fact::ServiceUnavailableRequests => "Turned away with 503",
        Fact::BadGatewayRequests => "Answered 502",
        Fact::GatewayTimeoutRequests => "Answered 504",
        Fact::InstancesInService => "Instances in service",
        Fact::CostPerHour => "An hour costs",
        Fact::CostSoFar => "Cost so far",
        Fact::PredictedNumber => "You said",
        Fact::Certainty => "How sure you were",
    }
}

/// The unit of a fact, with the space before it.
pub(crate) fn unit(fact: Fact) -> &'static str {
    match fact {
        Fact::OutageSeconds
        | Fact::ReactionSeconds
        | Fact::ReadySeconds
        | Fact::HandoverSeconds
        | Fact::PatienceSeconds => " s",
        Fact::Certainty => " %",
        _ => "",
    }
}

/// A whole number with a comma between thousands.
pub(crate) fn whole(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_never_rounded_up_to_what_is_needed() {
        assert_eq!(share(0.99), "99 %");
        assert_eq!(share(0.989_99), "98.9 %");
        assert_eq!(share(1.0), "100 %");
        assert_eq!(share(0.0), "0 %");
        assert_eq!(share(0.995), "99.5 %");
        assert_eq!(exact_share(0.994_68), "99.46 %");
        assert_eq!(exact_share(0.999_999), "99.99 %");
        assert_eq!(exact_share(0.99), "99 %");
    }

    #[test]
    fn thousands_are_parted() {
        assert_eq!(whole(0), "0");
        assert_eq!(whole(999), "999");
        assert_eq!(whole(4_960), "4,960");
        assert_eq!(whole(1_234_567), "1,234,567");
    }
}
