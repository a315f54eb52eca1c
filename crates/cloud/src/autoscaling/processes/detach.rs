//! Instances come to a group and leave it while they run.
//!
//! Source: Auto Scaling User Guide, "Detach or attach instances from your Auto Scaling group".

use super::launch::GROUP_TAG;
use crate::Cloud;
use crate::autoscaling::{GroupIndex, LifecycleState, Member, What, defaults};
use crate::ec2::InstanceIndex;
use crate::fact::{self, FactId};

impl Cloud {
    /// A running instance becomes part of a group, without lifecycle hooks.
    pub(in crate::autoscaling) fn attach_member(
        &mut self,
        index: GroupIndex,
        instance: InstanceIndex,
        why: &str,
        cause: FactId,
    ) {
        let name = self.autoscaling.group(index).spec.name.clone();
        let known = &mut self.ec2.instances[instance.index()];
        known.tags.push((GROUP_TAG.to_owned(), name));
        let (zone, description) = (
            known.zone,
            format!("Attaching an existing EC2 instance: {}", known.id),
        );
        let activity = self.begin_activity(index, description, why, Some(zone));
        self.move_activity(activity, "InProgress", 50);
        self.join(index, Member::new(instance, self.now, activity, cause));
        let place = self.autoscaling.group(index).members.len() - 1;
        self.pass_through(index, place, LifecycleState::Pending, cause);
    }

    /// An instance leaves its target groups and then the group, and runs on. The number of the activity.
    pub(in crate::autoscaling) fn detach_member(
        &mut self,
        index: GroupIndex,
        place: usize,
        why: &str,
        cause: FactId,
    ) -> u64 {
        let description = format!("Detaching EC2 instance: {}", self.member_id(index, place));
        let activity = self.begin_member_activity(index, place, description, why, 50);
        let fact = self.enter_lifecycle(index, place, LifecycleState::Detaching, cause);
        self.leave_target_groups(index, place, fact);
        activity
    }

    /// An instance that is detached has drained: it is on its own.
    pub(super) fn leaves(&mut self, index: GroupIndex, place: usize) {
        let member = self.autoscaling.group_mut(index).members.remove(place);
        self.autoscaling.member_of[member.instance.index()] = None;
        let tags = &mut self.ec2.instances[member.instance.index()].tags;
        tags.retain(|(key, _)| key != GROUP_TAG);
        let what = fact::What::AutoScaling(What::Detached(member.instance));
        self.facts.note(self.now, member.cause, what);
        self.end_activity(member.activity, "Successful", None);
        self.settle_cooldown(index);
        self.wake_group(index, defaults::REPLACEMENT);
    }
}
