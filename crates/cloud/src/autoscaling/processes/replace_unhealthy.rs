//! The process `ReplaceUnhealthy`: who is not healthy, or too old, makes room for another.
//!
//! Source: Auto Scaling User Guide, "Health checks for instances in an Auto Scaling group": what does not run at all or was
//! called unhealthy is replaced at once; others a tenth of the group at a time, and one at a time if all have failed.

use des::SimDuration;

use crate::Cloud;
use crate::autoscaling::{GroupIndex, Illness, LifecycleState, Member, Reason};
use crate::ec2::InstanceIndex;

impl Cloud {
    /// Replaces at once what cannot wait; whether there was something.
    pub(super) fn replace_urgent(&mut self, index: GroupIndex) -> bool {
        let ill = self.ill(index, Illness::is_urgent);
        let mut replaced = false;
        for (instance, illness) in ill {
            replaced |= self.replace(index, instance, Reason::Unhealthy(illness));
        }
        replaced
    }

    /// Replaces what failed its checks or has been there for too long, as many as may go now; whether something was done.
    pub(super) fn replace_failed(&mut self, index: GroupIndex) -> bool {
        let mut replaced = self.replace_urgent(index);
        let mut leave: Vec<(InstanceIndex, Reason)> = self
            .ill(index, |illness| !illness.is_urgent())
            .into_iter()
            .map(|(instance, illness)| (instance, Reason::Unhealthy(illness)))
            .collect();
        leave.extend(self.too_old(index).map(|instance| (instance, Reason::Lifetime)));
        if leave.is_empty() || replaced {
            return replaced;
        }
        for (instance, reason) in leave.into_iter().take(self.batch(index)) {
            replaced |= self.replace(index, instance, reason);
        }
        replaced
    }

    /// Lets up to `n` unhealthy instances go that nothing needs to replace; how many went.
    pub(super) fn let_unhealthy_go(&mut self, index: GroupIndex, n: u32) -> u32 {
        let mut ill = self.ill(index, |_| true);
        ill.truncate(n as usize);
        for (instance, illness) in &ill {
            self.take_out(index, *instance, Reason::Unhealthy(*illness));
        }
        ill.len() as u32
    }

    /// Those that are unhealthy in one way, if the group replaces them.
    fn ill(&self, index: GroupIndex, which: impl Fn(Illness) -> bool) -> Vec<(InstanceIndex, Illness)> {
        let group = self.autoscaling.group(index);
        if !group.does("ReplaceUnhealthy") || !group.does("Terminate") {
            return Vec::new();
        }
        let ill = |member: &Member| {
            let illness = member.illness.filter(|_| !member.healthy)?;
            if group.spec.ignores_impaired && group.shifted_away() == Some(self.zone_of(member)) {
                return None;
            }
            which(illness).then_some((member.instance, illness))
        };
        group.active().filter_map(ill).collect()
    }

    /// The healthy instance that has been there for longer than it may, if one has.
    fn too_old(&self, index: GroupIndex) -> Option<InstanceIndex> {
        let group = self.autoscaling.group(index);
        let lifetime = SimDuration::from_secs(group.spec.max_lifetime_s?);
        if !group.does("Terminate") {
            return None;
        }
        let age = |member: &Member| {
            self.now
                .since(self.ec2.instances[member.instance.index()].launched_at)
        };
        let mut old = group.active().filter(|member| {
            member.healthy && age(member) >= lifetime && !group.has_successor(member.instance)
        });
        old.next().map(|member| member.instance)
    }

    /// How many may go now that could wait: none while a tenth of the group is missing, nor before the last ones are replaced
    /// by instances that have settled.
    fn batch(&self, index: GroupIndex) -> usize {
        let group = self.autoscaling.group(index);
        let settles = |member: &Member| member.healthy && !self.is_settled(index, member);
        let missing = group.desired.saturating_sub(group.counted());
        let much = missing > 0 && missing * 10 >= group.desired;
        if much || group.active().any(settles) {
            return 0;
        }
        let mut in_service = group
            .active()
            .filter(|member| member.state == LifecycleState::InService);
        if in_service.all(|member| !member.healthy) {
            return 1;
        }
        (group.desired / 10).max(1) as usize
    }
}
