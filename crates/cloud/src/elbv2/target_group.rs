//! Target groups and their targets.

use des::{SimDuration, SimTime, Ticket};

use super::anomaly::Conduct;
use super::attributes::Attributes;
use super::defaults::DEREGISTRATION_DELAY;
use super::load_balancer::BalancerIndex;
use super::routing::Scope;
use crate::ec2::{InstanceIndex, Tags};
use crate::fact::FactId;

/// A target group, by the order in which they were made. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TargetGroupIndex(pub(crate) u32);

impl TargetGroupIndex {
    /// As an index into the list of target groups.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A registration of an instance in a group, by the order of registrations. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TargetIndex(pub(crate) u32);

impl TargetIndex {
    /// No target.
    pub const NONE: Self = Self(u32::MAX);

    /// As an index into the list of targets.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The index, unless it is that of no target.
    #[must_use]
    pub const fn some(self) -> Option<Self> {
        if self.0 == u32::MAX { None } else { Some(self) }
    }
}

/// A target group.
#[derive(Clone, Debug)]
pub struct TargetGroup {
    /// Its name.
    pub name: String,
    /// The sixteen digits at the end of its ARN.
    pub number: String,
    /// The port of targets that are registered without one.
    pub port: u16,
    /// How health is checked.
    pub check: HealthCheck,
    /// Its settings.
    pub attributes: Attributes,
    /// Its targets, draining ones too, in the order of registration.
    pub targets: Vec<TargetIndex>,
    /// The load balancer that forwards to it.
    pub balancer: Option<BalancerIndex>,
    /// Its tags.
    pub tags: Tags,
    /// The fact that last changed which targets it has.
    pub cause: FactId,
    /// What each node of the load balancer chooses from, in the order of its nodes.
    pub(crate) scopes: Vec<Scope>,
    /// The next look at how its targets behaved, while they are watched.
    pub(crate) watch: Ticket,
    /// Whether it was deleted.
    pub(crate) deleted: bool,
}

impl TargetGroup {
    /// The part of its ARN that metrics name it by.
    #[must_use]
    pub fn dimension(&self) -> String {
        format!("targetgroup/{}/{}", self.name, self.number)
    }

    /// Whether a node sends requests to other zones, too.
    #[must_use]
    pub fn crosses_zones(&self) -> bool {
        self.attributes.get("load_balancing.cross_zone.enabled") != "false"
    }

    /// How long a target that becomes healthy takes to come to its full share; none if it has it at once.
    #[must_use]
    pub fn slow_start(&self) -> Option<SimDuration> {
        let seconds = self.attributes.number("slow_start.duration_seconds");
        seconds.filter(|seconds| *seconds > 0).map(SimDuration::from_secs)
    }

    /// How long a visit keeps its target after each answer; none if each request may go to another one.
    #[must_use]
    pub fn stickiness(&self) -> Option<SimDuration> {
        let key = match self.attributes.get("stickiness.type") {
            "app_cookie" => "stickiness.app_cookie.duration_seconds",
            _ => "stickiness.lb_cookie.duration_seconds",
        };
        let on = self.attributes.is_on("stickiness.enabled");
        let seconds = self.attributes.number(key).filter(|_| on);
        seconds.map(SimDuration::from_secs)
    }

    /// How long a deregistered target may go on with what it has.
    #[must_use]
    pub fn deregistration_delay(&self) -> SimDuration {
        let seconds = self.attributes.number("deregistration_delay.timeout_seconds");
        seconds.map_or(DEREGISTRATION_DELAY, SimDuration::from_secs)
    }
}

/// How the health of targets is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HealthCheck {
    /// The path that is asked for.
    pub path: String,
    /// The port, unless it is the target's own.
    pub port: Option<u16>,
    /// From one check to the next, in seconds.
    pub interval_s: u32,
    /// How long a check waits for an answer, in seconds.
    pub timeout_s: u32,
    /// Passed checks in a row that make an unhealthy target healthy.
    pub healthy_threshold: u32,
    /// Failed checks in a row that make a healthy target unhealthy.
    pub unhealthy_threshold: u32,
    /// Which answers pass, as it was written: `200`, `200,302`, `200-299`.
    pub matcher: String,
}

impl HealthCheck {
    /// Whether an answer with this code passes.
    #[must_use]
    pub fn passes(&self, code: u16) -> bool {
        self.matcher.split(',').any(|part| match part.split_once('-') {
            Some((first, last)) => match (first.parse::<u16>(), last.parse::<u16>()) {
                (Ok(first), Ok(last)) => (first..=last).contains(&code),
                _ => false,
            },
            None => part.parse() == Ok(code),
        })
    }
}

/// An instance in a target group.
#[derive(Clone, Debug)]
pub struct Target {
    /// Where it is registered.
    pub group: TargetGroupIndex,
    /// Which instance.
    pub instance: InstanceIndex,
    /// The port that requests go to.
    pub port: u16,
    /// When it was registered.
    pub registered: SimTime,
    /// Where it is in its life as a target.
    pub phase: TargetPhase,
    /// Whether security groups let the load balancer's nodes reach the port.
    pub open: bool,
    /// Whether it came with the first targets of its group, which do not start slowly.
    pub(crate) spared: bool,
    /// What each node believes, in the order of the load balancer's nodes.
    pub beliefs: Vec<Belief>,
    /// The fact that made it what it is.
    pub cause: FactId,
}

/// Where a target is in its life as a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetPhase {
    /// It is not checked and gets nothing.
    Unused(WhyUnused),
    /// It is checked, and gets requests if it is healthy.
    InUse,
    /// It was deregistered and may go on with what it has.
    Draining {
        /// Until when.
        until: SimTime,
    },
    /// It is no longer registered.
    Gone,
}

/// Why a target is unused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyUnused {
    /// No listener forwards to its group.
    GroupNotUsed,
    /// Its zone is not enabled for the load balancer.
    ZoneNotEnabled,
    /// Its instance is stopped or terminated.
    InvalidState,
}

/// What one node believes of one target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Belief {
    /// In a word.
    pub health: Health,
    /// Why it is not healthy.
    pub failure: Option<Failure>,
    /// Since when.
    pub since: SimTime,
    /// Checks in a row that say otherwise.
    pub against: u32,
    /// Requests that this node has sent it and that have not ended.
    pub outstanding: u32,
    /// How it behaved to this node of late.
    pub(crate) conduct: Conduct,
    /// Since when it starts slowly, or did; none if it had its full share at once.
    pub slow_since: Option<SimTime>,
    /// Whether the node has no power: it checks nothing, and what it believed does not count while another node sees.
    pub blind: bool,
    pub(crate) next_check: Ticket,
    pub(crate) verdict: Ticket,
}

/// Whether a target is healthy, to a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// No check has decided yet.
    Initial,
    /// It gets requests.
    Healthy,
    /// It gets none, unless too few are healthy.
    Unhealthy,
}

/// How a check failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// An answer that does not pass, with its code.
    Code(u16),
    /// No answer in time.
    Timeout,
    /// No connection.
    Connection,
}
