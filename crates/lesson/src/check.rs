//! What a goal or a decoy looks at: a closed set of readings, each held against a number. No code, no expression.

use des::SimDuration;

use crate::observed::{AppState, InstanceState, SeenInstance};
use crate::vocabulary::vocabulary;

/// A check: one comparison, or several that must all hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// A reading held against a number.
    Compare(Comparison),
    /// All of these.
    All(Vec<Comparison>),
}

/// A reading held against a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What is read.
    pub reading: Reading,
    /// How it is compared.
    pub op: Op,
    /// The number. Shares are from 0 to 1.
    pub value: f64,
}

/// What can be read of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// What the employees met, since the step opened or within a window.
    Metric {
        /// Which of it.
        metric: Metric,
        /// The last so many seconds; without it, everything since the step opened.
        window: Option<SimDuration>,
        /// Fewest requests that must have come to an end before a share means anything.
        min_requests: u64,
    },
    /// How many instances are as described.
    Instances(InstanceFilter),
    /// How many addresses of the employees lead to an instance as described.
    Endpoints(InstanceFilter),
    /// How often the learner called an operation, with success, since the step opened.
    Calls(String),
}

vocabulary! {
    /// What the employees met.
    pub Metric {
        /// Served requests among those that came to an end, from 0 to 1.
        ServedShare = "servedShare",
        /// Requests that were served.
        ServedRequests = "servedRequests",
        /// Requests that failed, for any cause.
        FailedRequests = "failedRequests",
        /// Requests that got no answer in time.
        TimedOutRequests = "timedOutRequests",
        /// Requests whose connection was refused.
        RefusedRequests = "refusedRequests",
        /// The learner's own requests that were served.
        YourServedRequests = "yourServedRequests",
        /// Seconds since anyone was last served, while requests fail.
        SecondsWithoutService = "secondsWithoutService",
    }
}

vocabulary! {
    /// How a reading is compared.
    pub Op {
        /// At least.
        AtLeast = ">=",
        /// At most.
        AtMost = "<=",
        /// More than.
        Above = ">",
        /// Less than.
        Below = "<",
        /// Exactly.
        Equal = "==",
    }
}

/// Which instances are meant; what is left out may be anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InstanceFilter {
    /// State in EC2's words.
    pub state: Option<InstanceState>,
    /// What its app does, in truth.
    pub app: Option<AppState>,
    /// Name of the image it was launched from.
    pub image: Option<String>,
    /// Its Availability Zone.
    pub zone: Option<String>,
}

impl Check {
    /// Its comparisons.
    #[must_use]
    pub fn comparisons(&self) -> &[Comparison] {
        match self {
            Self::Compare(one) => std::slice::from_ref(one),
            Self::All(all) => all,
        }
    }
}

impl Op {
    /// Whether `actual` is as compared.
    #[must_use]
    #[expect(
        clippy::float_cmp,
        reason = "counts are whole numbers, and shares are not compared for equality"
    )]
    pub fn holds(self, actual: f64, value: f64) -> bool {
        match self {
            Self::AtLeast => actual >= value,
            Self::AtMost => actual <= value,
            Self::Above => actual > value,
            Self::Below => actual < value,
            Self::Equal => actual == value,
        }
    }
}

impl InstanceFilter {
    /// Whether the instance is one of those meant.
    #[must_use]
    pub fn matches(&self, seen: &SeenInstance) -> bool {
        self.state.is_none_or(|state| state == seen.state)
            && self.app.is_none_or(|app| app == seen.app)
            && self.image.as_ref().is_none_or(|image| *image == seen.image)
            && self.zone.as_ref().is_none_or(|zone| *zone == seen.zone)
    }
}
