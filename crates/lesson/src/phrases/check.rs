//! Checks in words.

use super::{exact_share, share};
use crate::check::{Check, Comparison, Cost, InstanceFilter, Metric, Op, Over, Reading, Wanted};
use crate::format::Goal;
use crate::observed::{AppState, InstanceState};
use crate::vocabulary::Vocabulary;

/// A goal in words: what must come true, and for how long.
pub(crate) fn goal(goal: &Goal) -> String {
    let mut sentence = capitalised(&check(&goal.check));
    if goal.for_at_least.as_secs() > 1 {
        sentence += &format!(", for {} s", goal.for_at_least.as_secs());
    }
    sentence
}

fn check(check: &Check) -> String {
    let all = |parts: &[Check], word: &str| parts.iter().map(self::check).collect::<Vec<_>>().join(word);
    match check {
        Check::Compare(one) => comparison(one),
        Check::All(parts) => all(parts, ", and "),
        Check::Any(parts) => all(parts, ", or "),
    }
}

fn comparison(comparison: &Comparison) -> String {
    let Comparison { reading, op, value } = comparison;
    let number = match value {
        Wanted::Number(number) => *number,
        Wanted::Text(_) | Wanted::Flag(_) => 0.0,
    };
    match reading {
        Reading::Metric { metric, over, .. } => self::metric(*metric, *over, *op, number),
        Reading::Instances(filter) => instances(filter, *op, number),
        Reading::Endpoints(filter) => endpoints(filter, *op, number),
        Reading::Calls(operation) => calls(operation, *op, number),
        Reading::Cost(cost) => self::cost(*cost, *op, number),
        // Of a call no sentence can be made: the prose has one.
        Reading::Read { command, query } => {
            format!("`{command} {query}` {} {}", op.word(), wanted(reading, value))
        }
    }
}

fn metric(metric: Metric, over: Over, op: Op, value: f64) -> String {
    let bound = bound(op);
    let clause = match metric {
        Metric::ServedShare => format!("{bound}{} of requests are served", share(value)),
        Metric::SecondsWithoutService => format!("nobody has been served for {bound}{value} s"),
        Metric::RequestRate => format!("the employees send {bound}{value} requests per second"),
        Metric::LatencyP50Ms => latency("half", op, value),
        Metric::LatencyP95Ms => latency("95 of 100", op, value),
        Metric::LatencyP99Ms => latency("99 of 100", op, value),
        _ => format!("{bound}{value} {}", requests(metric)),
    };
    clause + &stretch(metric, over)
}

fn latency(part: &str, op: Op, value: f64) -> String {
    let bound = match op {
        Op::AtMost | Op::Below => "at most ",
        Op::AtLeast | Op::Above => "at least ",
        Op::Equal | Op::Unequal => bound(op),
    };
    format!("{part} of the served requests take {bound}{value} ms")
}

/// A count grows with its stretch of time, so that one is told; of a share, a rate or a latency the last seconds are
/// meant as now.
fn stretch(metric: Metric, over: Over) -> String {
    match over {
        Over::Step => String::new(),
        Over::Last(_) if !metric.is_count() => String::new(),
        Over::Last(length) => format!(" within {} s", length.as_secs()),
        Over::During {
            from,
            to,
            window: None,
        } => {
            format!(
                " from {} s to {} s after the step began",
                from.as_secs(),
                to.as_secs()
            )
        }
        Over::During {
            from,
            to,
            window: Some(window),
        } => format!(
            " in every {} s from {} s to {} s after the step began",
            window.as_secs(),
            from.as_secs(),
            to.as_secs()
        ),
    }
}

fn requests(metric: Metric) -> &'static str {
    match metric {
        Metric::ServedRequests => "requests are served",
        Metric::FailedRequests => "requests have failed",
        Metric::TimedOutRequests => "requests have timed out",
        Metric::RefusedRequests => "requests have been refused",
        Metric::ServiceUnavailableRequests => "requests have been turned away with 503",
        Metric::BadGatewayRequests => "requests have been answered 502",
        Metric::GatewayTimeoutRequests => "requests have been answered 504",
        Metric::YourServedRequests => "of your own requests are served",
        _ => "",
    }
}

fn cost(cost: Cost, op: Op, value: f64) -> String {
    let value = dollars(value);
    let bound = if op == Op::Below { "less than " } else { bound(op) };
    match cost {
        Cost::PerHour => format!("the account costs {bound}{value} an hour"),
        Cost::SinceStep => format!("this step has cost {bound}{value}"),
        Cost::SinceStart => format!("the account has cost {bound}{value} so far"),
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

/// Which instances are meant: name, type, image, zone, and what target groups believe.
fn place(filter: &InstanceFilter) -> String {
    let said = |lead: &str, part: &Option<String>| {
        part.as_ref()
            .map_or(String::new(), |part| format!(" {lead} {part}"))
    };
    let healthy = match filter.healthy {
        None => "",
        Some(true) => " that a target group finds healthy",
        Some(false) => " that no target group finds healthy",
    };
    [
        said("named", &filter.name).as_str(),
        &said("of type", &filter.instance_type),
        &said("of", &filter.image),
        &said("in", &filter.zone),
        healthy,
    ]
    .concat()
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

pub(super) fn bound(op: Op) -> &'static str {
    match op {
        Op::AtLeast => "",
        Op::AtMost => "at most ",
        Op::Above => "more than ",
        Op::Below => "fewer than ",
        Op::Equal => "exactly ",
        Op::Unequal => "other than ",
    }
}

/// What a reading is held against, in its unit.
pub(crate) fn wanted(reading: &Reading, value: &Wanted) -> String {
    match value {
        Wanted::Number(number) => amount_of(reading, *number),
        Wanted::Text(text) => text.clone(),
        Wanted::Flag(flag) => flag.to_string(),
    }
}

/// A reading in its unit: `98.9 %`, `12 s`, `$0.0312`, `56`.
pub(crate) fn amount_of(reading: &Reading, value: f64) -> String {
    match reading {
        Reading::Metric { metric, .. } => match metric {
            Metric::ServedShare => share(value),
            Metric::SecondsWithoutService => format!("{value} s"),
            Metric::RequestRate => format!("{} per second", tenths(value)),
            _ if metric.percentile().is_some() => format!("{} ms", tenths(value)),
            _ => format!("{value}"),
        },
        Reading::Cost(_) => dollars(value),
        Reading::Read { .. } => tenths(value),
        Reading::Instances(_) | Reading::Endpoints(_) | Reading::Calls(_) => format!("{value}"),
    }
}

/// A reading to be compared with those of other runs: shares to a hundredth of a per cent, latencies to a millisecond.
pub(crate) fn exact_amount_of(reading: &Reading, value: f64) -> String {
    match reading {
        Reading::Metric { metric, .. } if *metric == Metric::ServedShare => exact_share(value),
        Reading::Metric { metric, .. } if metric.percentile().is_some() => {
            format!("{} ms", libm::round(value))
        }
        _ => amount_of(reading, value),
    }
}

/// What is needed, with the side on which it bounds: `at least 99 %`.
pub(crate) fn bounded(op: Op, needed: &str) -> String {
    let bound = match op {
        Op::AtLeast => "at least ",
        Op::Below => "less than ",
        other => bound(other),
    };
    format!("{bound}{needed}")
}

/// A number of dollars: to a cent, below ten cents to a hundredth of one.
pub(crate) fn dollars(value: f64) -> String {
    if value < 0.099_95 {
        format!("${value:.4}")
    } else {
        format!("${value:.2}")
    }
}

/// To a tenth, if it is not whole.
fn tenths(value: f64) -> String {
    let rounded = libm::round(value * 10.0) / 10.0;
    format!("{rounded}")
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
    fn money_and_latency_have_their_units() {
        let of = |reading: Reading, op, value| {
            comparison(&Comparison {
                reading,
                op,
                value: Wanted::Number(value),
            })
        };
        let latency = Reading::Metric {
            metric: Metric::LatencyP99Ms,
            over: Over::During {
                from: SimDuration::from_secs(60),
                to: SimDuration::from_secs(180),
                window: Some(SimDuration::from_secs(10)),
            },
            min_requests: 20,
        };
        assert_eq!(
            of(latency, Op::AtMost, 400.0),
            "99 of 100 of the served requests take at most 400 ms in every 10 s from 60 s to 180 s after the step began"
        );
        assert_eq!(
            of(Reading::Cost(Cost::PerHour), Op::AtMost, 0.06),
            "the account costs at most $0.0600 an hour"
        );
        assert_eq!(
            of(Reading::Cost(Cost::SinceStep), Op::Below, 1.5),
            "this step has cost less than $1.50"
        );
    }

    #[test]
    fn bounds_and_windows_are_said() {
        let reading = Reading::Metric {
            metric: Metric::FailedRequests,
            over: Over::Last(SimDuration::from_secs(60)),
            min_requests: 1,
        };
        let at_most = Comparison {
            reading,
            op: Op::AtMost,
            value: Wanted::Number(5.0),
        };
        let calls = Comparison {
            reading: Reading::Calls("ec2:StopInstances".into()),
            op: Op::Equal,
            value: Wanted::Number(0.0),
        };
        let all = Goal {
            id: String::new(),
            check: Check::All(vec![Check::Compare(at_most), Check::Compare(calls)]),
            for_at_least: SimDuration::ZERO,
            after: None,
            latch: true,
            guard: false,
        };
        assert_eq!(
            goal(&all),
            "At most 5 requests have failed within 60 s, and you have not called StopInstances"
        );
    }
}
