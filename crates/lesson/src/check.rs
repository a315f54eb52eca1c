//! What a goal, a decoy or an event of the timeline looks at: a closed set of readings, each held against a value. No
//! code is evaluated; the one expression is a query (JMESPath) of what a call answers.

use des::SimDuration;

use crate::observed::{AppState, InstanceState, SeenInstance};
use crate::vocabulary::vocabulary;

/// A check: one comparison, or several of which all or any must hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// A reading held against a value.
    Compare(Comparison),
    /// All of these.
    All(Vec<Check>),
    /// At least one of these.
    Any(Vec<Check>),
}

/// A reading held against a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What is read.
    pub reading: Reading,
    /// How it is compared.
    pub op: Op,
    /// What it is held against. Shares are from 0 to 1.
    pub value: Wanted,
}

/// What a reading is held against.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// A number.
    Number(f64),
    /// A text, which can only be the same or another.
    Text(String),
    /// True or false, likewise.
    Flag(bool),
}

/// What can be read of a run.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// What the employees met.
    Metric {
        /// Which of it.
        metric: Metric,
        /// In which stretch of time.
        over: Over,
        /// Fewest requests that must have come to an end in it before it means anything.
        min_requests: u64,
    },
    /// How many instances are as described.
    Instances(InstanceFilter),
    /// How many addresses of the employees lead to an instance as described.
    Endpoints(InstanceFilter),
    /// How often the learner called an operation, with success, since the step opened.
    Calls(String),
    /// What the account costs, in US dollars.
    Cost(Cost),
    /// What a call that only looks answers.
    Read {
        /// The command, with its references.
        command: String,
        /// What is looked for in the answer, in JMESPath; the answer itself if empty.
        query: String,
    },
}

/// The stretch of time that a metric is taken over. It never reaches back before its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Since the step opened.
    Step,
    /// The last so many seconds.
    Last(SimDuration),
    /// From one moment after the step opened to another; told once the second has come.
    During {
        /// After the step opened.
        from: SimDuration,
        /// After the step opened.
        to: SimDuration,
        /// The worst stretch of this length within; the whole if left out.
        window: Option<SimDuration>,
    },
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
        /// Requests that an instance or a load balancer turned away with 503.
        ServiceUnavailableRequests = "serviceUnavailableRequests",
        /// Requests that a load balancer answered with 502: its target refused or broke the connection.
        BadGatewayRequests = "badGatewayRequests",
        /// Requests that a load balancer answered with 504: its target did not answer in time.
        GatewayTimeoutRequests = "gatewayTimeoutRequests",
        /// The learner's own requests that were served, since the step opened.
        YourServedRequests = "yourServedRequests",
        /// Seconds since anyone was last served, while requests fail.
        SecondsWithoutService = "secondsWithoutService",
        /// Requests that the employees send in a second.
        RequestRate = "requestRate",
        /// Half of the served requests took at most so long, in milliseconds.
        LatencyP50Ms = "latencyP50Ms",
        /// 95 of 100 served requests took at most so long, in milliseconds.
        LatencyP95Ms = "latencyP95Ms",
        /// 99 of 100 served requests took at most so long, in milliseconds.
        LatencyP99Ms = "latencyP99Ms",
    }
}

vocabulary! {
    /// What the account costs, in US dollars.
    pub Cost {
        /// In an hour, as things are: what stands, and use as in the last hour.
        PerHour = "perHour",
        /// Since the step opened.
        SinceStep = "sinceStep",
        /// Since the learner came.
        SinceStart = "sinceStart",
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
        /// Anything else.
        Unequal = "!=",
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
    /// Its tag `Name`.
    pub name: Option<String>,
    /// Its instance type.
    pub instance_type: Option<String>,
    /// Whether a target group believes it healthy.
    pub healthy: Option<bool>,
}

impl Check {
    /// Its comparisons, in the order of the file.
    #[must_use]
    pub fn comparisons(&self) -> Vec<&Comparison> {
        match self {
            Self::Compare(one) => vec![one],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::comparisons).collect(),
        }
    }
}

impl Metric {
    /// The share of 100 of a percentile of latency; nothing for another metric.
    #[must_use]
    pub const fn percentile(self) -> Option<u64> {
        match self {
            Self::LatencyP50Ms => Some(50),
            Self::LatencyP95Ms => Some(95),
            Self::LatencyP99Ms => Some(99),
            _ => None,
        }
    }

    /// Whether it grows with the stretch of time.
    #[must_use]
    pub const fn is_count(self) -> bool {
        !matches!(self, Self::ServedShare | Self::RequestRate) && self.percentile().is_none()
    }

    /// Whether it can be taken over a stretch of time; the others know only the present or the step.
    #[must_use]
    pub const fn has_window(self) -> bool {
        !matches!(self, Self::YourServedRequests | Self::SecondsWithoutService)
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
            Self::Unequal => actual != value,
        }
    }

    /// Whether it only tells the same from another.
    #[must_use]
    pub const fn is_equality(self) -> bool {
        matches!(self, Self::Equal | Self::Unequal)
    }

    /// Whether less is better: what nobody asked anything of would meet it.
    #[must_use]
    pub const fn is_bound_from_above(self) -> bool {
        matches!(self, Self::AtMost | Self::Below | Self::Equal | Self::Unequal)
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
            && (self.name.is_none() || self.name == seen.name)
            && self
                .instance_type
                .as_ref()
                .is_none_or(|known| *known == seen.instance_type)
            && self.healthy.is_none_or(|healthy| healthy == seen.is_healthy)
    }
}
