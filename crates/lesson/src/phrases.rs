//! Every sentence that this crate makes itself, in English: goals, facts, refusals. Lessons bring their own prose.

use crate::check::{Comparison, InstanceFilter, Metric, Op, Reading};
use crate::format::Goal;
use crate::observed::{AppState, InstanceState};
use crate::reference::Fact;
use crate::vocabulary::Vocabulary;

/// What stands where a run cannot say yet.
pub(crate) const UNKNOWN: &str = "…";

/// A goal in words: what must come true, and for how long.
pub(crate) fn goal(goal: &Goal) -> String {
    let clauses: Vec<String> = goal.check.comparisons().iter().map(comparison).collect();
    let mut sentence = capitalised(&clauses.join(", and "));
    if goal.for_at_least.as_secs() > 1 {
        sentence += &format!(", for {} s", goal.for_at_least.as_secs());
    }
    sentence
}

fn comparison(comparison: &Comparison) -> String {
    let Comparison { reading, op, value } = comparison;
    match reading {
        Reading::Metric {
            metric: Metric::ServedShare,
            ..
        } => {
            format!("{}{} of requests are served", bound(*op), share(*value))
        }
        Reading::Metric {
            metric: Metric::SecondsWithoutService,
            ..
        } => {
            format!("nobody has been served for {}{value} s", bound(*op))
        }
        Reading::Metric { metric, window, .. } => {
            let within = window.map_or(String::new(), |length| format!(" within {} s", length.as_secs()));
            format!("{}{value} {}{within}", bound(*op), requests(*metric))
        }
        Reading::Instances(filter) => instances(filter, *op, *value),
        Reading::Endpoints(filter) => endpoints(filter, *op, *value),
        Reading::Calls(operation) => calls(operation, *op, *value),
    }
}

fn requests(metric: Metric) -> &'static str {
    match metric {
        Metric::ServedRequests => "requests are served",
        Metric::FailedRequests => "requests have failed",
        Metric::TimedOutRequests => "requests have timed out",
        Metric::RefusedRequests => "requests have been refused",
        Metric::YourServedRequests => "of your own requests are served",
        Metric::ServedShare | Metric::SecondsWithoutService => "",
    }
}

fn instances(filter: &InstanceFilter, op: Op, value: f64) -> String {
    let (place, state) = (place(filter), state(filter));
    match amount(op, value) {
        Amount::None => format!(
            "no instance{place} is {state}{}",
            app(filter, " with an app that ")
        ),
        Amount::One => format!("an instance{place} is {state}{}", app(filter, " and its app ")),
        Amount::Other => format!(
            "{}{value} instances{place} are {state}{}",
            bound(op),
            app(filter, " and their app ")
        ),
    }
}

fn endpoints(filter: &InstanceFilter, op: Op, value: f64) -> String {
    let state = filter
        .state
        .map_or(String::new(), |state| format!(" that is {}", state.word()));
    let target = format!("instance{}{state}{}", place(filter), app(filter, " whose app "));
    match amount(op, value) {
        Amount::None => format!("the employees’ address leads to no {target}"),
        Amount::One => format!("the employees’ address leads to an {target}"),
        Amount::Other => format!(
            "{}{value} addresses of the employees lead to an {target}",
            bound(op)
        ),
    }
}

/// The amounts that have words of their own.
enum Amount {
    None,
    One,
    Other,
}

#[expect(clippy::float_cmp, reason = "counts are whole numbers")]
fn amount(op: Op, value: f64) -> Amount {
    match op {
        Op::Equal | Op::AtMost if value == 0.0 => Amount::None,
        Op::Below if value == 1.0 => Amount::None,
        Op::AtLeast if value == 1.0 => Amount::One,
        Op::Above if value == 0.0 => Amount::One,
        _ => Amount::Other,
    }
}

fn place(filter: &InstanceFilter) -> String {
    let image = filter
        .image
        .as_ref()
        .map_or(String::new(), |image| format!(" of {image}"));
    let zone = filter
        .zone
        .as_ref()
        .map_or(String::new(), |zone| format!(" in {zone}"));
    image + &zone
}

fn state(filter: &InstanceFilter) -> &'static str {
    filter.state.map_or("there", InstanceState::word)
}

/// What the app does, after the words that lead to it; nothing if any app will do.
fn app(filter: &InstanceFilter, lead: &str) -> String {
    let does = match filter.app {
        None => return String::new(),
        Some(AppState::Absent) => "is not running",
        Some(AppState::Starting) => "is starting",
        Some(AppState::Answering) => "answers",
        Some(AppState::Hung) => "hangs",
    };
    format!("{lead}{does}")
}

fn calls(operation: &str, op: Op, value: f64) -> String {
    let name = operation.rsplit(':').next().unwrap_or(operation);
    match amount(op, value) {
        Amount::None => format!("you have not called {name}"),
        Amount::One => format!("you have called {name}"),
        Amount::Other => format!("you have called {name} {}{value} times", bound(op)),
    }
}

fn bound(op: Op) -> &'static str {
    match op {
        Op::AtLeast => "",
        Op::AtMost => "at most ",
        Op::Above => "more than ",
        Op::Below => "fewer than ",
        Op::Equal => "exactly ",
    }
}

/// A reading in its unit: `98.9 %`, `12 s`, `56`.
pub(crate) fn amount_of(reading: &Reading, value: f64) -> String {
    match reading {
        Reading::Metric {
            metric: Metric::ServedShare,
            ..
        } => share(value),
        Reading::Metric {
            metric: Metric::SecondsWithoutService,
            ..
        } => format!("{value} s"),
        _ => format!("{value}"),
    }
}

/// A share in per cent, rounded down to a tenth, so that what is not quite 99 % is never called 99 %.
pub(crate) fn share(value: f64) -> String {
    // A thousandth of a tenth keeps 0.99 from becoming 98.9 by the rounding of binary fractions.
    let tenths = libm::floor(value * 1_000.0 + 1e-3);
    format!("{} %", tenths / 10.0)
}

/// Actual against needed: `12 of 30 s`, `98.9 %, needed 99 %`.
pub(crate) fn measure(op: Op, actual: &str, needed: &str) -> String {
    match op {
        Op::AtLeast if !needed.ends_with('%') => format!("{} of {needed}", actual.trim_end_matches(" s")),
        Op::AtLeast | Op::Equal => format!("{actual}, needed {needed}"),
        Op::AtMost | Op::Above | Op::Below => format!("{actual}, needed {}{needed}", bound(op)),
    }
}

/// Too few requests to tell a share.
pub(crate) fn too_few(finished: u64, needed: u64) -> String {
    format!("{finished} of {needed} requests, too few to tell")
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

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Check;
    use crate::fake::lesson_one;
    use des::SimDuration;

    #[test]
    fn goals_say_what_their_checks_ask() {
        let lesson = lesson_one();
        let sentences: Vec<String> = lesson
            .steps
            .iter()
            .flat_map(|step| &step.goals)
            .map(goal)
            .collect();
        let expected = [
            "3 of your own requests are served",
            "No instance is running",
            "100 requests have timed out",
            "Nobody has been served for 30 s",
            "An instance is running",
            "An instance is running and its app answers",
            "The employees’ address leads to an instance whose app answers",
            "99 % of requests are served, for 30 s",
        ];
        assert_eq!(sentences, expected);
    }

    #[test]
    fn bounds_and_windows_are_said() {
        let reading = Reading::Metric {
            metric: Metric::FailedRequests,
            window: Some(SimDuration::from_secs(60)),
            min_requests: 1,
        };
        let at_most = Comparison {
            reading,
            op: Op::AtMost,
            value: 5.0,
        };
        let calls = Comparison {
            reading: Reading::Calls("ec2:StopInstances".into()),
            op: Op::Equal,
            value: 0.0,
        };
        let all = Goal {
            id: String::new(),
            check: Check::All(vec![at_most, calls]),
            for_at_least: SimDuration::ZERO,
            after: None,
            latch: true,
        };
        assert_eq!(
            goal(&all),
            "At most 5 requests have failed within 60 s, and you have not called StopInstances"
        );
    }

    #[test]
    fn shares_are_never_rounded_up_to_what_is_needed() {
        assert_eq!(share(0.99), "99 %");
        assert_eq!(share(0.989_99), "98.9 %");
        assert_eq!(share(1.0), "100 %");
        assert_eq!(share(0.0), "0 %");
        assert_eq!(share(0.995), "99.5 %");
    }

    #[test]
    fn thousands_are_parted() {
        assert_eq!(whole(0), "0");
        assert_eq!(whole(999), "999");
        assert_eq!(whole(4_960), "4,960");
        assert_eq!(whole(1_234_567), "1,234,567");
    }
}
