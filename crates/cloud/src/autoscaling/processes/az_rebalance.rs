//! The process `AZRebalance`: instances move from zones with many, or that are the group's no longer, to those with few. It
//! launches first, and may pass the greatest size by a tenth of it or one instance.
//!
//! Source: Auto Scaling User Guide, "Benefits of Auto Scaling for application architecture", "How suspended processes affect
//! other processes".

use crate::Cloud;
use crate::autoscaling::plan::{imbalance, next_zone};
use crate::autoscaling::{Group, GroupIndex, LifecycleState, Member, Reason, defaults};
use crate::ec2::InstanceIndex;
use crate::fact::FactId;
use crate::region::ZoneIndex;

impl Cloud {
    /// A zone that had no room may have some again: groups that failed to launch there try once more, and those that are
    /// complete move back into balance. AWS rebalances "when a zone that lacked capacity recovers"; that groups learn of it
    /// at once, not at their next attempt, is our choice.
    pub(crate) fn autoscaling_sees_room(&mut self, zone: ZoneIndex, fact: FactId) {
        let waits = |group: &Group| group.failed_zones.iter().any(|(failed, _)| *failed == zone);
        let groups = self.autoscaling.groups().filter(|(_, group)| waits(group));
        let groups: Vec<GroupIndex> = groups.map(|(index, _)| index).collect();
        for index in groups {
            let group = self.autoscaling.group_mut(index);
            group.failed_zones.retain(|(failed, _)| *failed != zone);
            if group.counted() >= group.desired {
                group.cause = fact;
            }
            self.wake_group(index, defaults::REACTION);
        }
    }

    /// A zonal shift keeps a group from a zone from now on, or from none: then it moves back into balance.
    pub(crate) fn shift_group(&mut self, index: GroupIndex, away_from: Option<ZoneIndex>, cause: FactId) {
        let group = self.autoscaling.group_mut(index);
        group.shifted = away_from;
        if !group.deleted {
            group.cause = cause;
            self.wake_group(index, defaults::REACTION);
        }
    }

    /// Moves as many instances as there is room for now. While `Terminate` is suspended, those that come fill the room, and
    /// nobody goes until it is resumed.
    pub(super) fn rebalance(&mut self, index: GroupIndex) {
        let group = self.autoscaling.group(index);
        let processes = ["AZRebalance", "Launch"];
        let healthy = group.active().all(|member| member.healthy);
        if !healthy || group.refresh().is_some() || !processes.iter().all(|process| group.does(process)) {
            return;
        }
        while let Some((instance, zone)) = self.next_move(index) {
            if !self.launch_successor(index, instance, Reason::Rebalance, Some(zone)) {
                return;
            }
        }
    }

    /// The instance that should move next, and where to; none while those that come or go fill the room.
    fn next_move(&self, index: GroupIndex) -> Option<(InstanceIndex, ZoneIndex)> {
        let group = self.autoscaling.group(index);
        let fills = |member: &&Member| member.state.is_active() || member.state.is_terminating();
        let there = group.members.iter().filter(fills).count() as u32;
        if there >= group.most_while_rebalancing() {
            return None;
        }
        let counts = self.zone_counts(index, None);
        let stranger = |member: &Member| !group.spec.zones.contains(&self.zone_of(member));
        let may_move = |member: &Member| {
            let settled = member.state == LifecycleState::InService && member.successor_of.is_none();
            settled && !group.has_successor(member.instance)
        };
        let homeless = group.active().find(|member| may_move(member) && stranger(member));
        let (instance, zone) = match homeless {
            Some(member) => (member.instance, next_zone(&counts, &[])?),
            None => {
                let (from, to) = imbalance(&counts)?;
                let here =
                    |member: &Member| may_move(member) && !member.protected && self.zone_of(member) == from;
                let place = self.victim_among(index, here)?;
                (group.members[place].instance, to)
            }
        };
        (!group.has_just_failed_in(zone, self.now)).then_some((instance, zone))
    }

    pub(super) fn zone_of(&self, member: &Member) -> ZoneIndex {
        self.ec2.instances[member.instance.index()].zone
    }
}
