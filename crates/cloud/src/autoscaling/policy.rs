//! Scaling policies: from an alarm to another desired capacity.
//!
//! Source: Auto Scaling User Guide, "Step and simple scaling policies", "Target tracking scaling policies". AWS does not
//! publish the formula of target tracking; ours is proportional, rounded up, and removes one at a time.

use api::autoscaling::{PutScalingPolicyInput, StepAdjustment};

use super::group::{Group, GroupIndex};
use super::plan::percent_of;
use crate::cloudwatch::{AlarmIndex, AlarmState};
use des::SimTime;

/// A policy.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Of which group.
    pub group: GroupIndex,
    /// Its name.
    pub name: String,
    /// The digits in its ARN.
    pub number: String,
    /// What it does.
    pub kind: PolicyKind,
    /// As it was written.
    pub(crate) written: PutScalingPolicyInput,
    pub(crate) deleted: bool,
}

/// What a policy does.
#[derive(Clone, Debug, PartialEq)]
pub enum PolicyKind {
    /// One adjustment, then a pause.
    Simple {
        /// The adjustment.
        adjustment: Adjustment,
        /// Seconds of the pause; the group's if none.
        cooldown_s: Option<u64>,
    },
    /// An adjustment by how far the metric is from the threshold.
    Step {
        /// The steps.
        steps: Vec<Step>,
        /// Seconds until a new instance counts.
        warmup_s: Option<u64>,
    },
    /// Holds a metric at a value.
    Target {
        /// The value.
        target: f64,
        /// Whether it only adds.
        only_out: bool,
        /// Seconds until a new instance counts.
        warmup_s: Option<u64>,
        /// The alarms above and below.
        alarms: [AlarmIndex; 2],
    },
}

/// A change of capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    /// By so many.
    By(i64),
    /// To so many.
    To(u32),
    /// By so many percent, at least so many.
    Percent(i64, Option<i64>),
}

/// One step of a step policy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// From this distance to the threshold on.
    pub lower: f64,
    /// Up to this one.
    pub upper: f64,
    /// The adjustment.
    pub adjustment: Adjustment,
}

impl Adjustment {
    /// The adjustment that AWS's words mean.
    #[must_use]
    pub fn read(kind: &str, amount: i64, least: Option<i64>) -> Self {
        match kind {
            "ExactCapacity" => Self::To(amount.max(0) as u32),
            "PercentChangeInCapacity" => Self::Percent(amount, least),
            _ => Self::By(amount),
        }
    }

    /// Capacity after it.
    #[must_use]
    pub fn of(self, capacity: u32) -> i64 {
        match self {
            Self::By(amount) => i64::from(capacity) + amount,
            Self::To(amount) => amount.into(),
            Self::Percent(percent, least) => i64::from(capacity) + percent_of(capacity, percent, least),
        }
    }
}

impl Step {
    /// The step that AWS's words mean.
    #[must_use]
    pub fn read(step: &StepAdjustment, kind: &str, least: Option<i64>) -> Self {
        Self {
            lower: step.lower_bound.unwrap_or(f64::NEG_INFINITY),
            upper: step.upper_bound.unwrap_or(f64::INFINITY),
            adjustment: Adjustment::read(kind, step.scaling_adjustment.unwrap_or_default(), least),
        }
    }

    /// Whether it is for a metric at this distance from the threshold: above, the lower bound is included, below, the upper
    /// one.
    #[must_use]
    pub fn holds(&self, distance: f64) -> bool {
        if distance >= 0.0 {
            self.lower <= distance && distance < self.upper
        } else {
            self.lower < distance && distance <= self.upper
        }
    }
}

/// What a step policy makes of a group; none if it changes nothing. Instances that warm up count as wanted, not as there;
/// while any does, nothing is removed.
#[must_use]
pub fn stepped(
    group: &Group,
    steps: &[Step],
    warmup_s: Option<u64>,
    distance: f64,
    now: SimTime,
) -> Option<u32> {
    let step = steps.iter().find(|step| step.holds(distance))?;
    let warm = group.warm(now, group.warmup(warmup_s));
    let ending = group.members.len() as u32 - group.active().count() as u32;
    let warming = group.active().count() as u32 - warm;
    let base = if distance >= 0.0 { warm } else { warm + ending };
    settle(group, step.adjustment.of(base), warming)
}

/// What target tracking makes of a group.
#[must_use]
pub fn tracked(
    group: &Group,
    target: f64,
    metric: f64,
    state_of_high: AlarmState,
    warmup_s: Option<u64>,
    now: SimTime,
) -> Option<u32> {
    let warm = group.warm(now, group.warmup(warmup_s));
    let warming = group.active().count() as u32 - warm;
    let wanted = (f64::from(warm) * metric / target).ceil();
    if state_of_high == AlarmState::Alarm {
        return settle(group, wanted as i64, warming);
    }
    let one_fewer = i64::from(group.desired) - 1;
    settle(group, (wanted as i64).max(one_fewer), warming)
}

/// Within the group's limits; adding only beyond what is wanted already, removing only while nothing warms up.
fn settle(group: &Group, wanted: i64, warming: u32) -> Option<u32> {
    let wanted = wanted.clamp(group.spec.min.into(), group.spec.max.into()) as u32;
    let adds = wanted > group.desired;
    let removes = wanted < group.desired && warming == 0;
    (adds || removes).then_some(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The guide's worked example: threshold 50, three steps out and three in.
    fn steps() -> Vec<Step> {
        let step = |lower: f64, upper: f64, percent: i64| Step {
            lower,
            upper,
            adjustment: Adjustment::Percent(percent, None),
        };
        let (no, far) = (f64::NEG_INFINITY, f64::INFINITY);
        vec![
            step(0.0, 10.0, 0),
            step(10.0, 20.0, 10),
            step(20.0, far, 30),
            step(-10.0, 0.0, 0),
            step(-20.0, -10.0, -10),
            step(no, -20.0, -30),
        ]
    }

    fn after(capacity: u32, metric: f64) -> i64 {
        let steps = steps();
        let step = steps
            .iter()
            .find(|step| step.holds(metric - 50.0))
            .expect("they leave no gap");
        step.adjustment.of(capacity)
    }

    #[test]
    fn the_worked_example_holds() {
        assert_eq!(
            [after(10, 60.0), after(11, 70.0), after(14, 40.0), after(13, 30.0)],
            [11, 14, 13, 10]
        );
    }

    #[test]
    fn bounds_belong_to_the_step_that_is_farther_from_the_threshold() {
        assert_eq!([after(10, 59.9), after(10, 60.0)], [10, 11]);
        assert_eq!([after(10, 40.1), after(10, 40.0)], [10, 9]);
    }
}
