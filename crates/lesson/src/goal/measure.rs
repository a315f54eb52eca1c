//! What a reading gives now.

use jmespath::Json;

use super::{Scope, ratio, to_f64};
use crate::check::{Comparison, Cost, Metric, Op, Over, Reading};
use crate::latency::Latencies;
use crate::ledger::{self, Second, Stretch};
use crate::observed::{ClientSecond, Observed};
use crate::reference::{self, Reference};

/// What a reading gave.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Measured {
    /// This number.
    Value(f64),
    /// This text.
    Text(String),
    /// This.
    Flag(bool),
    /// Too few requests to tell.
    TooFew {
        /// So many came to an end.
        finished: u64,
        /// So many must.
        needed: u64,
    },
    /// The stretch of time is not over.
    NotYet {
        /// So many seconds are left.
        seconds: u64,
    },
    /// There is nothing of the kind, or it is not a single value.
    Nothing,
}

/// A stretch of time, summed up.
#[derive(Default)]
struct Sum {
    counts: ClientSecond,
    latencies: Latencies,
    seconds: u64,
}

pub(super) fn measure(comparison: &Comparison, scope: Scope<'_>) -> Measured {
    let (seen, opening) = (scope.seen, scope.opening);
    match &comparison.reading {
        Reading::Metric {
            metric,
            over,
            min_requests,
        } => measure_metric(*metric, *over, *min_requests, comparison.op, scope),
        Reading::Instances(filter) => {
            let instances = seen.instances();
            count(
                instances
                    .iter()
                    .filter(|instance| filter.matches(instance))
                    .count() as u64,
            )
        }
        Reading::Endpoints(filter) => {
            let instances = seen.instances();
            let leads = |address: &&String| {
                instances
                    .iter()
                    .any(|i| i.public_address.as_ref() == Some(*address) && filter.matches(i))
            };
            count(seen.endpoints().iter().filter(leads).count() as u64)
        }
        Reading::Calls(operation) => {
            let before = opening.calls.get(operation).copied().unwrap_or(0);
            count(seen.calls(operation).saturating_sub(before))
        }
        Reading::Cost(Cost::PerHour) => Measured::Value(seen.cost_per_hour()),
        Reading::Cost(Cost::SinceStep) => Measured::Value(seen.charged() - opening.charged),
        Reading::Cost(Cost::SinceStart) => Measured::Value(seen.charged() - scope.ledger.charged_at_start()),
        Reading::Read { command, query } => read(seen, command, query),
    }
}

fn measure_metric(metric: Metric, over: Over, min_requests: u64, op: Op, scope: Scope<'_>) -> Measured {
    let opened = scope.opening.second;
    match (metric, over) {
        (Metric::YourServedRequests, _) => count(scope.ledger.your_served() - scope.opening.your_served),
        (Metric::SecondsWithoutService, _) => {
            let measured = count(scope.ledger.seconds_without_service(opened));
            let finished = (scope.ledger.total() - scope.opening.total).finished();
            enough(op, finished, min_requests).unwrap_or(measured)
        }
        (_, Over::Step) => tell(metric, &since(metric, scope), min_requests, op),
        (_, Over::Last(length)) => {
            let seconds = scope.ledger.last(length.as_secs(), opened);
            tell(metric, &sum(metric, &seconds), min_requests, op)
        }
        (_, Over::During { from, to, window }) => {
            let (from, to) = (opened + from.as_secs(), opened + to.as_secs());
            if scope.ledger.now() < to {
                let seconds = to - scope.ledger.now();
                return Measured::NotYet { seconds };
            }
            let Some(seconds) = scope.ledger.between(from, to) else {
                return Measured::Nothing;
            };
            let told = |sum: &Sum| tell(metric, sum, min_requests, op);
            match window.map(|window| usize::try_from(window.as_secs()).unwrap_or(usize::MAX)) {
                Some(window) if window < seconds.len() => {
                    worst_window(&seconds.collect::<Vec<_>>(), window.max(1), op, &told)
                }
                _ => told(&sum(metric, &seconds)),
            }
        }
    }
}

/// Everything since the step opened; latencies of the last hours of it.
fn since(metric: Metric, scope: Scope<'_>) -> Sum {
    let seconds = scope.ledger.now() - scope.opening.second;
    Sum {
        counts: scope.ledger.total() - scope.opening.total,
        seconds,
        ..sum(metric, &scope.ledger.last(seconds, scope.opening.second))
    }
}

/// A stretch of time, its latencies only where the metric is made of them.
fn sum(metric: Metric, seconds: &Stretch<'_>) -> Sum {
    let slices = seconds.clone().map(|second| &second.latencies);
    Sum {
        counts: ledger::counts(seconds),
        latencies: match metric.percentile() {
            Some(_) => Latencies::of_all(slices),
            None => Latencies::default(),
        },
        seconds: seconds.len() as u64,
    }
}

impl Sum {
    fn add(&mut self, second: &Second) {
        self.counts = self.counts + second.counts;
        self.latencies.merge(&second.latencies);
        self.seconds += 1;
    }

    fn take_off(&mut self, second: &Second) {
        self.counts = self.counts - second.counts;
        self.latencies.take_off(&second.latencies);
        self.seconds -= 1;
    }
}

/// What `told` says of the stretch of `window` seconds of which it says the worst.
fn worst_window(seconds: &[&Second], window: usize, op: Op, told: &dyn Fn(&Sum) -> Measured) -> Measured {
    let (mut sum, mut worst) = (Sum::default(), None);
    for (index, second) in seconds.iter().enumerate() {
        sum.add(second);
        if index >= window {
            sum.take_off(seconds[index - window]);
        }
        if index + 1 >= window {
            let now = told(&sum);
            worst = Some(worst.map_or_else(|| now.clone(), |before| worse(op, before, now.clone())));
        }
    }
    worst.unwrap_or(Measured::Nothing)
}

/// What a metric says of a stretch of time.
fn tell(metric: Metric, sum: &Sum, needed: u64, op: Op) -> Measured {
    let counts = sum.counts;
    let counted = |value| enough(op, counts.finished(), needed).unwrap_or_else(|| count(value));
    match metric {
        Metric::ServedShare => match too_few(counts.finished(), needed) {
            Some(too_few) => too_few,
            None => Measured::Value(ratio(counts.served, counts.finished())),
        },
        Metric::ServedRequests => counted(counts.served),
        Metric::FailedRequests => counted(counts.failed()),
        Metric::TimedOutRequests => counted(counts.timed_out),
        Metric::RefusedRequests => counted(counts.refused),
        Metric::ServiceUnavailableRequests => counted(counts.unavailable + counts.overloaded),
        Metric::BadGatewayRequests => counted(counts.bad_gateway),
        Metric::GatewayTimeoutRequests => counted(counts.gateway_timeout),
        Metric::RequestRate if sum.seconds == 0 => Measured::Nothing,
        Metric::RequestRate => Measured::Value(ratio(counts.sent, sum.seconds)),
        Metric::LatencyP50Ms | Metric::LatencyP95Ms | Metric::LatencyP99Ms => {
            let served = sum.latencies.total();
            let percentile = sum.latencies.percentile_ms(metric.percentile().unwrap_or(50));
            too_few(served, needed.max(1)).unwrap_or(percentile.map_or(Measured::Nothing, Measured::Value))
        }
        // They know no stretch of time.
        Metric::YourServedRequests | Metric::SecondsWithoutService => Measured::Nothing,
    }
}

/// A bound from above means nothing where nobody asked for anything: an empty board would look perfect.
fn enough(op: Op, finished: u64, needed: u64) -> Option<Measured> {
    op.is_bound_from_above()
        .then(|| too_few(finished, needed))
        .flatten()
}

fn too_few(finished: u64, needed: u64) -> Option<Measured> {
    (finished < needed).then_some(Measured::TooFew { finished, needed })
}

/// The one that is further from holding.
fn worse(op: Op, one: Measured, other: Measured) -> Measured {
    match (&one, &other) {
        (Measured::Value(a), Measured::Value(b)) => {
            let first_is_worse = if op.is_bound_from_above() { a >= b } else { a <= b };
            if first_is_worse { one } else { other }
        }
        (Measured::Value(_), _) => other,
        _ => one,
    }
}

/// What a command that only looks answers, and what the query finds in that.
fn read(seen: &dyn Observed, command: &str, query: &str) -> Measured {
    let names: Vec<&str> = reference::all_in(command).collect();
    let value = |name: &str| match Reference::parse(name) {
        Some(Reference::Named(what, name)) => seen.named(what, name),
        _ => None,
    };
    if names.iter().any(|name| value(name).is_none()) {
        return Measured::Nothing;
    }
    let command = reference::replace(command, &|name| value(name).unwrap_or_default());
    let found = match query {
        "" => seen.look(&command),
        query => seen.find(&command, query),
    };
    found.map_or(Measured::Nothing, |found| of_json(&found))
}

fn of_json(json: &Json) -> Measured {
    match json {
        Json::Bool(flag) => Measured::Flag(*flag),
        Json::String(text) => Measured::Text(text.to_string()),
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
        Json::Integer(number) => Measured::Value(*number as f64),
        Json::Float(number) => Measured::Value(*number),
        Json::Null | Json::Array(_) | Json::Object(_) => Measured::Nothing,
    }
}

fn count(value: u64) -> Measured {
    Measured::Value(to_f64(value))
}

/// What was read, without its unit; nothing if it cannot be told.
pub(crate) fn plain_value(measured: &Measured) -> Option<String> {
    match measured {
        Measured::Value(value) => Some(value.to_string()),
        Measured::Text(text) => Some(text.clone()),
        Measured::Flag(flag) => Some(flag.to_string()),
        Measured::TooFew { .. } | Measured::NotYet { .. } | Measured::Nothing => None,
    }
}
