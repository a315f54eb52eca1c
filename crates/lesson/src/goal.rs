//! Goals, decided: pure functions of what is seen and of the books.

use std::collections::BTreeMap;

use des::{SimDuration, SimTime};

use crate::check::{Check, Comparison, Metric, Reading};
use crate::ledger::Ledger;
use crate::observed::{ClientSecond, Observed};

/// Longest window of a metric, in seconds.
pub const LONGEST_WINDOW_S: u64 = 3_600;
/// Fewest requests that must have come to an end before a share means anything, unless the lesson asks for more: with
/// fewer, one request is worth over five per cent, and an empty board would look perfect.
pub const MIN_REQUESTS: u64 = 20;

/// How things stood when a step opened: what a step counts, it counts from here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    /// The whole second in which it opened.
    pub second: u64,
    total: ClientSecond,
    your_served: u64,
    calls: BTreeMap<String, u64>,
}

/// What a goal is read from.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) seen: &'a dyn Observed,
    pub(crate) ledger: &'a Ledger,
    pub(crate) opening: &'a Opening,
}

/// What a reading gave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Measured {
    /// This.
    Value(f64),
    /// Too few requests to tell.
    TooFew {
        /// So many came to an end.
        finished: u64,
        /// So many must.
        needed: u64,
    },
}

/// What a check gave.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged {
    holds: bool,
    /// The comparison that decided it (its place in the check) and what it read: the first that does not hold, or the
    /// last.
    last: Option<(usize, Measured)>,
}

/// When a check was made, and the time since the one before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Instant {
    pub(crate) at: SimTime,
    pub(crate) covers: SimDuration,
}

/// Where a goal stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GoalProgress {
    /// For how long it has held without a break.
    pub held: SimDuration,
    /// When it was met.
    pub met_at: Option<SimTime>,
    /// The comparison that decided last (its place in the check) and what it read.
    pub(crate) last: Option<(usize, Measured)>,
}

impl Opening {
    /// Takes note of how things stand, for the operations that the step counts.
    pub(crate) fn take(seen: &dyn Observed, ledger: &Ledger, operations: &[&str]) -> Self {
        Self {
            second: ledger.now(),
            total: ledger.total(),
            your_served: ledger.your_served(),
            calls: operations
                .iter()
                .map(|name| ((*name).to_owned(), seen.calls(name)))
                .collect(),
        }
    }
}

/// The operations whose calls a check counts.
pub(crate) fn counted_operations(check: &Check) -> impl Iterator<Item = &str> {
    check
        .comparisons()
        .iter()
        .filter_map(|comparison| match &comparison.reading {
            Reading::Calls(operation) => Some(operation.as_str()),
            Reading::Metric { .. } | Reading::Instances(_) | Reading::Endpoints(_) => None,
        })
}

/// Whether a check holds now.
pub(crate) fn judge(check: &Check, scope: Scope<'_>) -> Judged {
    let mut last = None;
    for (index, comparison) in check.comparisons().iter().enumerate() {
        let measured = measure(&comparison.reading, scope);
        last = Some((index, measured));
        if !holds(comparison, measured) {
            return Judged { holds: false, last };
        }
    }
    Judged {
        holds: last.is_some(),
        last,
    }
}

fn holds(comparison: &Comparison, measured: Measured) -> bool {
    match measured {
        Measured::Value(actual) => comparison.op.holds(actual, comparison.value),
        Measured::TooFew { .. } => false,
    }
}

fn measure(reading: &Reading, scope: Scope<'_>) -> Measured {
    match reading {
        Reading::Metric {
            metric,
            window,
            min_requests,
        } => {
            let counted = match window {
                Some(length) => scope.ledger.last(length.as_secs(), scope.opening.second),
                None => scope.ledger.total() - scope.opening.total,
            };
            measure_metric(*metric, counted, *min_requests, scope)
        }
        Reading::Instances(filter) => count(
            scope
                .seen
                .instances()
                .iter()
                .filter(|instance| filter.matches(instance))
                .count() as u64,
        ),
        Reading::Endpoints(filter) => {
            let instances = scope.seen.instances();
            let leads = |address: &&String| {
                instances
                    .iter()
                    .any(|i| i.public_address.as_ref() == Some(*address) && filter.matches(i))
            };
            count(scope.seen.endpoints().iter().filter(leads).count() as u64)
        }
        Reading::Calls(operation) => {
            let before = scope.opening.calls.get(operation).copied().unwrap_or(0);
            count(scope.seen.calls(operation).saturating_sub(before))
        }
    }
}

fn measure_metric(metric: Metric, counted: ClientSecond, min_requests: u64, scope: Scope<'_>) -> Measured {
    match metric {
        Metric::ServedShare => share(counted, min_requests),
        Metric::ServedRequests => count(counted.served),
        Metric::FailedRequests => count(counted.failed()),
        Metric::TimedOutRequests => count(counted.timed_out),
        Metric::RefusedRequests => count(counted.refused),
        Metric::YourServedRequests => count(scope.ledger.your_served() - scope.opening.your_served),
        Metric::SecondsWithoutService => count(scope.ledger.seconds_without_service(scope.opening.second)),
    }
}

fn share(counted: ClientSecond, needed: u64) -> Measured {
    let finished = counted.finished();
    if finished < needed {
        return Measured::TooFew { finished, needed };
    }
    Measured::Value(ratio(counted.served, finished))
}

fn count(value: u64) -> Measured {
    Measured::Value(to_f64(value))
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn to_f64(value: u64) -> f64 {
    value as f64
}

/// The share of `part` in `whole`, which is not zero.
pub(crate) fn ratio(part: u64, whole: u64) -> f64 {
    to_f64(part) / to_f64(whole)
}

impl GoalProgress {
    /// Takes the outcome of one more check into account: it `holds` or not, and what it read last. Returns whether the
    /// goal became met (or was lost) by it.
    pub(crate) fn advance(
        &mut self,
        judged: Judged,
        for_at_least: SimDuration,
        check: Instant,
    ) -> Option<bool> {
        self.last = judged.last;
        self.held = if judged.holds {
            self.held + check.covers
        } else {
            SimDuration::ZERO
        };
        let was_met = self.met_at.is_some();
        let is_met = judged.holds && self.held >= for_at_least;
        self.met_at = is_met.then(|| self.met_at.unwrap_or(check.at));
        (was_met != is_met).then_some(is_met)
    }
}
