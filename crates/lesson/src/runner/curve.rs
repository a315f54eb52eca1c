//! Curves that were asked for, taken down while the run draws them, and whether it draws what the lesson says it does.

use super::Runner;
use crate::format::{Body, Curve, CurveMetric, Lesson, Predict, ShapePoint};
use crate::goal::{ratio, to_f64};
use crate::latency::Latencies;
use crate::ledger;
use crate::observed::Observed;
use crate::resolve;

/// A share, a rate or a latency is that of the last so many seconds.
const WINDOW_S: u64 = 10;
/// Values taken down of one curve.
const SAMPLES: u64 = 120;

/// What a run does not show of a curve, though the lesson says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShapeMiss {
    /// The place of the demand in the lesson's `shape`.
    pub index: usize,
    /// What the run showed at that moment; nothing if it did not come to it.
    pub found: Option<f64>,
}

impl Runner {
    /// What the run does not show of the curve that the step with this index asks for.
    #[must_use]
    pub fn shape_misses(&self, step: usize) -> Vec<ShapeMiss> {
        let Some(curve) = curve_of(&self.lesson.steps[step].body) else {
            return Vec::new();
        };
        let measured = &self.progress.steps[step].measured;
        let demands = curve.shape.iter().enumerate();
        demands
            .filter_map(|(index, demand)| {
                let found = value_at(measured, demand.at.as_secs());
                (!found.is_some_and(|found| fits(demand, found))).then_some(ShapeMiss { index, found })
            })
            .collect()
    }

    /// Takes down the next value of every curve whose step has opened and whose time is not over.
    pub(super) fn measure_curves(&mut self, seen: &dyn Observed) {
        for index in 0..self.lesson.steps.len() {
            if let Some((second, value)) = self.next_sample(index, seen) {
                self.progress.steps[index].measured.push((second, value));
            }
        }
    }

    fn next_sample(&self, index: usize, seen: &dyn Observed) -> Option<(u64, f64)> {
        let curve = curve_of(&self.lesson.steps[index].body)?;
        let over = self.lesson.steps.iter().position(|step| step.id == curve.over)?;
        let since = self
            .ledger
            .now()
            .checked_sub(self.progress.steps[over].opening.second)?;
        let is_open = over <= self.progress.reached && since <= curve.to.as_secs();
        let last = self.progress.steps[index].measured.last();
        let is_due = last.is_none_or(|(last, _)| since >= last + curve.to.as_secs().div_ceil(SAMPLES));
        if !is_open || !is_due {
            return None;
        }
        Some((since, self.value(curve.metric, seen)?))
    }

    fn value(&self, metric: CurveMetric, seen: &dyn Observed) -> Option<f64> {
        let last = self.ledger.last(WINDOW_S, 0);
        let counts = ledger::counts(&last);
        match metric {
            CurveMetric::ServedShare => {
                (counts.finished() > 0).then(|| ratio(counts.served, counts.finished()))
            }
            CurveMetric::RequestRate => Some(ratio(counts.sent, (last.len() as u64).max(1))),
            CurveMetric::LatencyP99Ms => {
                Latencies::of_all(last.map(|second| &second.latencies)).percentile_ms(99)
            }
            CurveMetric::InstancesInService => Some(to_f64(resolve::in_service(seen))),
            CurveMetric::CostPerHour => Some(seen.cost_per_hour()),
        }
    }
}

/// The curve that a step asks for.
pub(crate) fn curve_of(body: &Body) -> Option<&Curve> {
    match body {
        Body::Predict(Predict { curve, .. }) => curve.as_ref(),
        _ => None,
    }
}

/// Whether a lesson needs to know how long requests take for its curves.
pub(super) fn draws_latency(lesson: &Lesson) -> bool {
    let mut curves = lesson.steps.iter().filter_map(|step| curve_of(&step.body));
    curves.any(|curve| curve.metric == CurveMetric::LatencyP99Ms)
}

/// The first value at this second or after it.
fn value_at(measured: &[(u64, f64)], second: u64) -> Option<f64> {
    let found = measured.iter().find(|(at, _)| *at >= second);
    found.map(|(_, value)| *value)
}

fn fits(demand: &ShapePoint, found: f64) -> bool {
    demand.min.is_none_or(|min| found >= min) && demand.max.is_none_or(|max| found <= max)
}
