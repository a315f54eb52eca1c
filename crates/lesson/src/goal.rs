//! Goals, decided: pure functions of what is seen and of the books.

mod measure;

use std::collections::BTreeMap;

use des::{SimDuration, SimTime};

use crate::check::{Check, Comparison, Op, Reading, Wanted};
use crate::ledger::Ledger;
use crate::observed::{ClientSecond, Observed};

pub(crate) use measure::{Measured, plain_value};

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
    /// When it opened.
    pub at: SimTime,
    /// How many deeds the learner had done by then.
    pub deeds: u64,
    total: ClientSecond,
    your_served: u64,
    charged: f64,
    calls: BTreeMap<String, u64>,
}

/// What a goal is read from.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) seen: &'a dyn Observed,
    pub(crate) ledger: &'a Ledger,
    pub(crate) opening: &'a Opening,
}

/// What a check gave.
#[derive(Clone, Debug)]
pub(crate) struct Judged {
    pub(crate) holds: bool,
    /// The comparison that decided it (its place in the check) and what it read: of several that must hold, the first
    /// that does not, or the last; of several of which one is enough, the one that holds, or the last.
    pub(crate) last: Option<(usize, Measured)>,
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
            at: seen.now(),
            deeds: seen.deeds(),
            total: ledger.total(),
            your_served: ledger.your_served(),
            charged: seen.charged(),
            calls: operations
                .iter()
                .map(|name| ((*name).to_owned(), seen.calls(name)))
                .collect(),
        }
    }
}

/// The operations whose calls a check counts.
pub(crate) fn counted_operations(check: &Check) -> Vec<&str> {
    let readings = check
        .comparisons()
        .into_iter()
        .map(|comparison| &comparison.reading);
    let counted = readings.filter_map(|reading| match reading {
        Reading::Calls(operation) => Some(operation.as_str()),
        _ => None,
    });
    counted.collect()
}

/// Whether a check holds now.
pub(crate) fn judge(check: &Check, scope: Scope<'_>) -> Judged {
    judge_from(check, 0, scope)
}

/// The same of a part of a check, whose first comparison has the place `first`.
fn judge_from(check: &Check, first: usize, scope: Scope<'_>) -> Judged {
    match check {
        Check::Compare(comparison) => compare(comparison, first, scope),
        Check::All(parts) => judge_parts(parts, first, scope, false),
        Check::Any(parts) => judge_parts(parts, first, scope, true),
    }
}

/// Goes through the parts until one `decides`.
fn judge_parts(parts: &[Check], mut first: usize, scope: Scope<'_>, decides: bool) -> Judged {
    let mut judged = Judged {
        holds: false,
        last: None,
    };
    for part in parts {
        judged = judge_from(part, first, scope);
        if judged.holds == decides {
            break;
        }
        first += part.comparisons().len();
    }
    judged
}

fn compare(comparison: &Comparison, place: usize, scope: Scope<'_>) -> Judged {
    let measured = measure::measure(comparison, scope);
    Judged {
        holds: holds(comparison.op, &measured, &comparison.value),
        last: Some((place, measured)),
    }
}

/// What cannot be told does not hold, whatever it is held against.
fn holds(op: Op, measured: &Measured, wanted: &Wanted) -> bool {
    match (measured, wanted) {
        (Measured::Value(actual), Wanted::Number(value)) => op.holds(*actual, *value),
        (Measured::Text(actual), Wanted::Text(value)) => (actual == value) == (op == Op::Equal),
        (Measured::Flag(actual), Wanted::Flag(value)) => (actual == value) == (op == Op::Equal),
        (Measured::Value(_) | Measured::Text(_) | Measured::Flag(_), _) => op == Op::Unequal,
        (Measured::TooFew { .. } | Measured::NotYet { .. } | Measured::Nothing, _) => false,
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub(crate) fn to_f64(value: u64) -> f64 {
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
