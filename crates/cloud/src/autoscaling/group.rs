//! Groups, their instances, and what they did.

use std::collections::BTreeSet;

use api::autoscaling::LaunchTemplateSpecification;
use des::{SimDuration, SimTime, Ticket};

use super::defaults;
use crate::ec2::InstanceIndex;
use crate::elbv2::TargetGroupIndex;
use crate::fact::FactId;
use crate::region::ZoneIndex;

/// A group, by the order in which they were made. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupIndex(pub(crate) u32);

impl GroupIndex {
    /// As an index into the list of groups.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A group.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its settings.
    pub spec: GroupSpec,
    /// The digits in its ARN.
    pub number: String,
    /// When it was made.
    pub created: SimTime,
    /// As many instances as it should have.
    pub desired: u32,
    /// Its instances, oldest first; those that are gone are not among them.
    pub members: Vec<Member>,
    /// What it does not do at the moment.
    pub suspended: BTreeSet<String>,
    /// Whether it is being deleted.
    pub deleting: bool,
    /// Until when simple scaling waits.
    pub cooldown_until: SimTime,
    /// The fact that last changed what it should have.
    pub cause: FactId,
    /// The sentence that tells why capacity last changed.
    pub(crate) why: String,
    /// Seconds to wait once the running acts are over.
    pub(crate) cooling: Option<u64>,
    pub(crate) deleted: bool,
    pub(crate) wake: Ticket,
}

/// The settings of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupSpec {
    /// Unique in the Region.
    pub name: String,
    /// What it launches.
    pub template: LaunchTemplateSpecification,
    /// The least instances.
    pub min: u32,
    /// The most instances.
    pub max: u32,
    /// Seconds between simple scaling acts.
    pub cooldown_s: u64,
    /// Its zones.
    pub zones: Vec<ZoneIndex>,
    /// Where instances are registered.
    pub target_groups: Vec<TargetGroupIndex>,
    /// Whose checks count, as it was written.
    pub health_check_type: String,
    /// Seconds after coming into service in which failed checks do not count.
    pub grace_s: u64,
    /// Which instance goes first, in order.
    pub termination: Vec<String>,
    /// Whether new instances are protected from scale-in.
    pub protect_new: bool,
    /// Seconds until a new instance counts for scaling.
    pub warmup_s: Option<u64>,
    /// Key, value, and whether instances bear it.
    pub tags: Vec<(String, String, bool)>,
}

/// An instance of a group.
#[derive(Clone, Debug)]
pub struct Member {
    /// Which.
    pub instance: InstanceIndex,
    /// Where it is in its life in the group.
    pub state: LifecycleState,
    /// What the group believes of it.
    pub healthy: bool,
    /// Whether scale-in passes it over.
    pub protected: bool,
    /// When it came into service.
    pub in_service: Option<SimTime>,
    /// The version of the template that it was launched from.
    pub version: u32,
    /// The activity that is about it.
    pub(crate) activity: u64,
    /// When its draining is over, while it is being terminated.
    pub(crate) drained: SimTime,
}

/// Where an instance is in its life in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifecycleState {
    /// It starts.
    Pending,
    /// It counts.
    InService,
    /// It ends.
    Terminating,
}

impl LifecycleState {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "Pending",
            Self::InService => "InService",
            Self::Terminating => "Terminating",
        }
    }
}

/// Something that a group did, or does.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// Which group.
    pub group: GroupIndex,
    /// What.
    pub description: String,
    /// Why.
    pub cause: String,
    /// Since when.
    pub start: SimTime,
    /// Until when.
    pub end: Option<SimTime>,
    /// How far it is, in AWS's word.
    pub status: &'static str,
    /// What went wrong.
    pub message: Option<String>,
    /// How far it is, in percent.
    pub progress: u32,
    /// Where.
    pub zone: Option<ZoneIndex>,
}

impl Group {
    /// Those that count towards what it should have.
    pub fn active(&self) -> impl Iterator<Item = &Member> {
        self.members
            .iter()
            .filter(|member| member.state != LifecycleState::Terminating)
    }

    /// How many count in a zone.
    pub(crate) fn active_in(&self, zone: ZoneIndex, zone_of: impl Fn(InstanceIndex) -> ZoneIndex) -> usize {
        self.active()
            .filter(|member| zone_of(member.instance) == zone)
            .count()
    }

    /// Whether it does something by itself.
    #[must_use]
    pub fn does(&self, process: &str) -> bool {
        !self.suspended.contains(process)
    }

    /// Whether checks of load balancers count.
    #[must_use]
    pub fn heeds_elb(&self) -> bool {
        self.spec
            .health_check_type
            .split(',')
            .any(|word| word.trim() == "ELB")
    }

    /// How long a new instance does not count for scaling, with what a policy says of it.
    #[must_use]
    pub fn warmup(&self, policy_s: Option<u64>) -> SimDuration {
        SimDuration::from_secs(policy_s.or(self.spec.warmup_s).unwrap_or(self.spec.cooldown_s))
    }

    /// Instances in service whose warm-up is over.
    #[must_use]
    pub fn warm(&self, now: SimTime, warmup: SimDuration) -> u32 {
        let is_warm = |member: &&Member| member.in_service.is_some_and(|since| since + warmup <= now);
        self.active().filter(is_warm).count() as u32
    }

    /// How many instances rebalancing may have for a while.
    #[must_use]
    pub fn most_while_rebalancing(&self) -> u32 {
        self.spec.max + (self.spec.max / 10).max(defaults::REBALANCE_MARGIN)
    }
}
