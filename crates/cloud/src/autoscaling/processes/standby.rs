//! Standby: an instance is out of service for a while and nobody checks it.
//!
//! Source: Auto Scaling User Guide, "Temporarily remove instances from your Auto Scaling group".

use crate::Cloud;
use crate::autoscaling::{GroupIndex, LifecycleState, defaults};
use crate::fact::FactId;

impl Cloud {
    /// An instance leaves its target groups and stands by. The number of the activity.
    pub(in crate::autoscaling) fn enter_standby(
        &mut self,
        index: GroupIndex,
        place: usize,
        why: &str,
        cause: FactId,
    ) -> u64 {
        let description = format!("Moving EC2 instance to Standby: {}", self.member_id(index, place));
        let activity = self.begin_member_activity(index, place, description, why, 50);
        let fact = self.enter_lifecycle(index, place, LifecycleState::EnteringStandby, cause);
        self.leave_target_groups(index, place, fact);
        activity
    }

    /// An instance that leaves service has drained.
    pub(super) fn stands_by(&mut self, index: GroupIndex, place: usize) {
        let member = &self.autoscaling.group(index).members[place];
        let (activity, cause) = (member.activity, member.cause);
        self.enter_lifecycle(index, place, LifecycleState::Standby, cause);
        self.end_activity(activity, "Successful", None);
        self.settle_cooldown(index);
    }

    /// An instance comes back into service. The number of the activity.
    pub(in crate::autoscaling) fn exit_standby(
        &mut self,
        index: GroupIndex,
        place: usize,
        why: &str,
        cause: FactId,
    ) -> u64 {
        let description = format!(
            "Moving EC2 instance out of Standby: {}",
            self.member_id(index, place)
        );
        let activity = self.begin_member_activity(index, place, description, why, 30);
        self.move_activity(activity, "PreInService", 30);
        self.pass_through(index, place, LifecycleState::Pending, cause);
        activity
    }

    /// The id of a member.
    pub(in crate::autoscaling) fn member_id(&self, index: GroupIndex, place: usize) -> &str {
        let instance = self.autoscaling.group(index).members[place].instance;
        &self.ec2.instances[instance.index()].id
    }

    /// Begins an activity that is about a member from now on.
    pub(super) fn begin_member_activity(
        &mut self,
        index: GroupIndex,
        place: usize,
        description: String,
        why: &str,
        progress: u32,
    ) -> u64 {
        let instance = self.autoscaling.group(index).members[place].instance;
        let zone = self.ec2.instances[instance.index()].zone;
        let before = self.autoscaling.group(index).members[place].activity;
        self.end_warmup(before);
        let activity = self.begin_activity(index, description, why, Some(zone));
        self.move_activity(activity, "InProgress", progress);
        self.autoscaling.group_mut(index).members[place].activity = activity;
        self.wake_group(index, defaults::REPLACEMENT);
        activity
    }
}
