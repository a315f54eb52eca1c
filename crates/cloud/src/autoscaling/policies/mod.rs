//! Scaling policies: from an alarm to another desired capacity.
//!
//! ```text
//!  alarm ──signal──▶ gathered for a moment ──▶ each policy says what it wants ──▶ the largest group wins
//! ```
//!
//! Source: Auto Scaling User Guide, "Step and simple scaling policies", "Target tracking scaling policies", "Dynamic scaling"
//! (several policies).

mod adjustment;
mod decide;
mod signal;
mod simple;
mod step;
mod target_tracking;
mod tracking_alarms;

use api::autoscaling::PutScalingPolicyInput;

pub use adjustment::Adjustment;
pub use signal::AlarmSignal;
pub(crate) use signal::Gathered;
pub(super) use signal::no_step;
pub(super) use simple::{Wait, adjusted};
pub use step::{Aggregation, Step, stepped};
pub use target_tracking::tracked;

use super::group::{Group, GroupIndex};
use crate::cloudwatch::{AlarmIndex, MetricName};
use des::SimTime;

/// A policy, by the order in which they were made. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PolicyIndex(pub(crate) u32);

impl PolicyIndex {
    /// As an index into the list of policies.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A policy.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Of which group.
    pub group: GroupIndex,
    /// Its name.
    pub name: String,
    /// The digits in its ARN.
    pub number: String,
    /// Whether it acts.
    pub enabled: bool,
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
        /// How the values that the alarm saw become one.
        aggregation: Aggregation,
        /// Seconds until a new instance counts.
        warmup_s: Option<u64>,
    },
    /// Holds a metric at a value.
    Target {
        /// The value.
        target: f64,
        /// The metric, and the statistic of it.
        metric: (MetricName, String),
        /// Seconds until a new instance counts.
        warmup_s: Option<u64>,
        /// The alarm above the target.
        high: AlarmIndex,
        /// The alarm below it; none if the policy only adds.
        low: Option<AlarmIndex>,
    },
}

impl PolicyKind {
    /// AWS's word.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Simple { .. } => "SimpleScaling",
            Self::Step { .. } => "StepScaling",
            Self::Target { .. } => "TargetTrackingScaling",
        }
    }

    /// The alarms that it made.
    pub(super) fn own_alarms(&self) -> Vec<AlarmIndex> {
        match self {
            Self::Target { high, low, .. } => [Some(*high), *low].into_iter().flatten().collect(),
            Self::Simple { .. } | Self::Step { .. } => Vec::new(),
        }
    }
}

/// What of a group counts for step scaling and target tracking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// Instances in service whose warm-up is over.
    pub warm: u32,
    /// Instances that start or warm up: wanted already, not there yet.
    pub warming: u32,
    /// Instances on their way out.
    pub ending: u32,
    /// As many as the group should have.
    pub desired: u32,
    /// The least instances.
    pub min: u32,
    /// The most instances.
    pub max: u32,
}

impl Capacity {
    /// Of a group, as a policy with this warm-up sees it; warm is what was so at `at`.
    #[must_use]
    pub fn of(group: &Group, warmup_s: Option<u64>, at: SimTime) -> Self {
        let warm = group.warm(at, group.warmup(warmup_s));
        let ends = |member: &&super::Member| member.state.name().starts_with("Terminating");
        Self {
            warm,
            warming: group.active().count() as u32 - warm,
            ending: group.members.iter().filter(ends).count() as u32,
            desired: group.desired,
            min: group.spec.min,
            max: group.spec.max,
        }
    }

    /// More within the limits, if that is more than is wanted already.
    fn raised(&self, wanted: i64) -> Option<u32> {
        Some(self.limited(wanted)).filter(|wanted| *wanted > self.desired)
    }

    /// Fewer within the limits, unless any instance warms up: nothing is removed then.
    fn lowered(&self, wanted: i64) -> Option<u32> {
        Some(self.limited(wanted)).filter(|wanted| *wanted < self.desired && self.warming == 0)
    }

    fn limited(&self, wanted: i64) -> u32 {
        wanted.clamp(self.min.into(), self.max.max(self.min).into()) as u32
    }
}
