//! Groups: their settings, and what they count.

use api::autoscaling::LaunchTemplateSpecification;
use des::{SimDuration, SimTime, Ticket};

use super::defaults;
use super::instance_refresh::Refresh;
use super::lifecycle_hook::Hook;
use super::member::{LifecycleState, Member, Reason};
use super::plan::most_while_rebalancing;
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
    /// Its lifecycle hooks, by name.
    pub hooks: Vec<Hook>,
    /// Its instance refreshes, oldest first; only the last can be going on.
    pub refreshes: Vec<Refresh>,
    /// What it does not do at the moment, and since when; by name.
    pub suspended: Vec<(String, SimTime)>,
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
    /// How long instances warm up that the policy called for which last changed what it should have, if one did.
    pub(crate) launch_warmup: Option<SimDuration>,
    /// Launches that it owes: why, and the fact of the instance that goes.
    pub(crate) owed: Vec<(Reason, FactId)>,
    /// Target groups of which a target has been healthy since they were attached, or that were there from the beginning.
    pub(crate) proven: Vec<TargetGroupIndex>,
    /// Target groups that were detached, and when their targets are gone.
    pub(crate) removing: Vec<(TargetGroupIndex, SimTime)>,
    /// Zones in which a launch failed, and when that was.
    pub(crate) failed_zones: Vec<(ZoneIndex, SimTime)>,
    /// The zone that a zonal shift keeps it from.
    pub(crate) shifted: Option<ZoneIndex>,
    pub(crate) deleted: bool,
    /// When it acts next, and the event of that.
    pub(crate) wake: (SimTime, Ticket),
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
    /// Whether they were said by their subnets.
    pub by_subnet: bool,
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
    /// Seconds that an instance may be in service.
    pub max_lifetime_s: Option<u64>,
    /// The least healthy and the most instances during replacements, in percent of what it should have.
    pub maintenance: Option<(u32, u32)>,
    /// Whether a launch that failed in a zone waits for that zone.
    pub balanced_only: bool,
    /// Whether zonal shifts concern it.
    pub zonal_shift: bool,
    /// Whether unhealthy instances stay in a zone that is shifted away from.
    pub ignores_impaired: bool,
    /// What keeps it from being deleted, in AWS's word.
    pub deletion_protection: String,
    /// A text of the caller's.
    pub context: Option<String>,
    /// Key, value, and whether instances bear it.
    pub tags: Vec<(String, String, bool)>,
}

impl Group {
    /// Those that count towards what it should have, and those that come to take the place of one of them.
    pub fn active(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.state.is_active())
    }

    /// As many as count towards what it should have: of an instance and its successor, one.
    #[must_use]
    pub fn counted(&self) -> u32 {
        let is_extra = |member: &&Member| member.successor_of.is_some_and(|(old, _)| self.is_there(old));
        (self.active().count() - self.active().filter(is_extra).count()) as u32
    }

    /// Whether an instance is in service or on its way there.
    #[must_use]
    pub fn is_there(&self, instance: InstanceIndex) -> bool {
        self.active().any(|member| member.instance == instance)
    }

    /// Whether another instance comes to take the place of this one.
    #[must_use]
    pub fn has_successor(&self, instance: InstanceIndex) -> bool {
        self.active()
            .any(|member| member.successor_of.is_some_and(|(old, _)| old == instance))
    }

    /// Whether it does something by itself.
    #[must_use]
    pub fn does(&self, process: &str) -> bool {
        !self.suspended.iter().any(|(name, _)| name == process)
    }

    /// Whether checks of load balancers count.
    #[must_use]
    pub fn heeds_elb(&self) -> bool {
        self.heeds("ELB")
    }

    /// Whether checks of this kind count.
    #[must_use]
    pub fn heeds(&self, kind: &str) -> bool {
        let mut words = self.spec.health_check_type.split(',');
        words.any(|word| word.trim() == kind)
    }

    /// How long a new instance does not count for scaling, with what a policy says of it.
    #[must_use]
    pub fn warmup(&self, policy_s: Option<u64>) -> SimDuration {
        SimDuration::from_secs(policy_s.or(self.spec.warmup_s).unwrap_or(self.spec.cooldown_s))
    }

    /// Instances in service whose warm-up is over.
    #[must_use]
    pub fn warm(&self, now: SimTime, warmup: SimDuration) -> u32 {
        let is_warm = |member: &&Member| {
            let since = member
                .in_service
                .filter(|_| member.state == LifecycleState::InService);
            since.is_some_and(|since| since + warmup <= now)
        };
        self.active().filter(is_warm).count() as u32
    }

    /// How many instances rebalancing may have for a while.
    #[must_use]
    pub fn most_while_rebalancing(&self) -> u32 {
        let most_percent = self.spec.maintenance.map(|(_, most)| most);
        most_while_rebalancing(self.spec.max, self.desired, most_percent)
    }

    /// Whether a launch in a zone failed a short while ago.
    #[must_use]
    pub fn has_just_failed_in(&self, zone: ZoneIndex, now: SimTime) -> bool {
        let mut failed = self.failed_zones.iter();
        failed.any(|(known, at)| *known == zone && now.since(*at) < defaults::ZONE_PAUSE)
    }

    /// The zone in which it launches nothing for now.
    #[must_use]
    pub fn shifted_away(&self) -> Option<ZoneIndex> {
        self.shifted.filter(|_| self.spec.zonal_shift)
    }

    /// Whether a scaling policy may not make it this small: while a zonal shift lasts, none makes it smaller.
    #[must_use]
    pub fn may_not_shrink_to(&self, wanted: u32) -> bool {
        self.shifted_away().is_some() && wanted < self.desired
    }

    /// The instance refresh that goes on, if one does.
    #[must_use]
    pub fn refresh(&self) -> Option<&Refresh> {
        self.refreshes.last().filter(|refresh| refresh.status.is_active())
    }

    /// What the next instance is launched from.
    #[must_use]
    pub fn next_template(&self) -> &LaunchTemplateSpecification {
        let of_refresh = self.refresh().and_then(Refresh::launches);
        of_refresh.unwrap_or(&self.spec.template)
    }
}
