//! What a run is scored by: what the goals of a step read once all were met, and how much of what they allow that is.

use crate::check::{Check, Comparison, Metric, Op, Reading, Wanted};
use crate::format::Step;
use crate::goal::Measured;
use crate::progress::StepProgress;

/// A goal that is scored: what it asks, and what the run has shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scored<'a> {
    /// What is asked: one metric or cost, held against a bound.
    pub(crate) asked: &'a Comparison,
    /// The bound.
    pub(crate) needed: f64,
    /// What was read when the step was done.
    pub(crate) measured: f64,
}

/// What a check allows: the one metric or cost that it holds against a bound.
pub(crate) fn allowance(check: &Check) -> Option<(&Comparison, f64)> {
    let Check::Compare(asked) = check else {
        return None;
    };
    let is_measured = matches!(asked.reading, Reading::Metric { .. } | Reading::Cost(_));
    let is_bound = !matches!(asked.op, Op::Equal | Op::Unequal);
    match asked.value {
        Wanted::Number(needed) if is_measured && is_bound => Some((asked, needed)),
        _ => None,
    }
}

/// What a step is scored by, as its goals say and in their order: each with its id. Nothing before the step is done.
pub(crate) fn scored<'a>(
    step: &'a Step,
    progress: &'a StepProgress,
) -> impl Iterator<Item = (&'a str, Scored<'a>)> {
    let ids = step.score.iter().filter(|_| progress.done_at.is_some());
    ids.filter_map(|id| {
        let index = step.goals.iter().position(|goal| goal.id == *id)?;
        let (asked, needed) = allowance(&step.goals[index].check)?;
        let Some((_, Measured::Value(measured))) = progress.goals[index].last else {
            return None;
        };
        let scored = Scored {
            asked,
            needed,
            measured,
        };
        Some((id.as_str(), scored))
    })
}

impl Scored<'_> {
    /// How much of what is allowed was used, 1 for all of it: of a bound from above the part that was reached, of a
    /// share the part of the failures that it allows. Nothing where nothing is allowed, or more is always better.
    pub(crate) fn used(&self) -> Option<f64> {
        let (used, allowed) = match self.asked.reading {
            Reading::Metric {
                metric: Metric::ServedShare,
                ..
            } if !self.asked.op.is_bound_from_above() => (1.0 - self.measured, 1.0 - self.needed),
            _ if self.asked.op.is_bound_from_above() => (self.measured, self.needed),
            _ => return None,
        };
        (allowed > 0.0).then(|| used / allowed)
    }
}

#[cfg(test)]
mod tests {
    use des::SimDuration;

    use super::*;
    use crate::check::{Cost, Over};

    fn used(reading: Reading, op: Op, needed: f64, measured: f64) -> Option<f64> {
        let check = Check::Compare(Comparison {
            reading,
            op,
            value: Wanted::Number(needed),
        });
        let (asked, needed) = allowance(&check)?;
        let scored = Scored {
            asked,
            needed,
            measured,
        };
        scored.used().map(|used| libm::round(used * 1_000.0) / 1_000.0)
    }

    fn metric(metric: Metric) -> Reading {
        Reading::Metric {
            metric,
            over: Over::Last(SimDuration::from_secs(60)),
            min_requests: 20,
        }
    }

    #[test]
    fn what_was_used_of_what_is_allowed() {
        assert_eq!(
            used(metric(Metric::ServedShare), Op::AtLeast, 0.99, 0.995),
            Some(0.5)
        );
        assert_eq!(
            used(metric(Metric::LatencyP99Ms), Op::AtMost, 500.0, 340.0),
            Some(0.68)
        );
        assert_eq!(
            used(Reading::Cost(Cost::SinceStep), Op::Below, 1.3, 1.3),
            Some(1.0)
        );
    }

    #[test]
    fn where_nothing_may_fail_or_more_is_better_nothing_is_used() {
        assert_eq!(used(metric(Metric::ServedShare), Op::AtLeast, 1.0, 1.0), None);
        assert_eq!(
            used(metric(Metric::ServedRequests), Op::AtLeast, 20.0, 30.0),
            None
        );
        assert_eq!(
            used(Reading::Calls("ec2:RunInstances".into()), Op::AtMost, 3.0, 1.0),
            None
        );
        assert_eq!(used(metric(Metric::FailedRequests), Op::Equal, 0.0, 0.0), None);
    }
}
