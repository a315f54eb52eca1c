//! The process `AddToLoadBalancer`: new instances are registered in the group's target groups.
//!
//! Source: Auto Scaling User Guide, "Attach a load balancer target group to your Auto Scaling group".

use crate::Cloud;
use crate::autoscaling::{GroupIndex, LifecycleState};
use crate::ec2::InstanceIndex;
use crate::elbv2::{TargetGroupIndex, TargetState};
use crate::fact::FactId;

impl Cloud {
    /// Registers an instance that comes into service.
    pub(super) fn add_to_load_balancer(&mut self, index: GroupIndex, place: usize, cause: FactId) {
        let group = self.autoscaling.group(index);
        if !group.does("AddToLoadBalancer") {
            return;
        }
        let instance = group.members[place].instance;
        for target_group in group.spec.target_groups.clone() {
            self.register_target(target_group, instance, cause);
        }
    }

    /// Registers a group's instances in a target group, and new ones from now on.
    pub(in crate::autoscaling) fn attach_target_group(
        &mut self,
        index: GroupIndex,
        target_group: TargetGroupIndex,
        cause: FactId,
    ) {
        for instance in self.in_service(index) {
            self.register_target(target_group, instance, cause);
        }
        let group = self.autoscaling.group_mut(index);
        group.spec.target_groups.push(target_group);
        group.removing.retain(|(known, _)| *known != target_group);
    }

    /// Deregisters a group's instances from a target group; they go on running.
    pub(in crate::autoscaling) fn detach_target_group(
        &mut self,
        index: GroupIndex,
        target_group: TargetGroupIndex,
        cause: FactId,
    ) {
        let mut gone = self.now;
        for instance in self.in_service(index) {
            gone = gone.max(self.deregister_target(target_group, instance, cause));
        }
        let group = self.autoscaling.group_mut(index);
        group.spec.target_groups.retain(|known| *known != target_group);
        group.proven.retain(|known| *known != target_group);
        group.removing.push((target_group, gone));
    }

    /// Instances in service.
    pub(in crate::autoscaling) fn in_service(&self, index: GroupIndex) -> Vec<InstanceIndex> {
        let members = self.autoscaling.group(index).members.iter();
        let there = members.filter(|member| member.state == LifecycleState::InService);
        there.map(|member| member.instance).collect()
    }

    /// What the load balancers show of an instance in the group's target groups.
    pub(in crate::autoscaling) fn target_states(
        &self,
        index: GroupIndex,
        instance: InstanceIndex,
    ) -> impl Iterator<Item = (TargetGroupIndex, TargetState)> {
        let groups = &self.autoscaling.group(index).spec.target_groups;
        groups.iter().filter_map(move |target_group| {
            let health = self.target_health(*target_group, instance)?;
            Some((*target_group, health.state))
        })
    }

    /// Whether a target of the group has been healthy in a target group since that was attached.
    pub(in crate::autoscaling) fn is_proven(
        &self,
        index: GroupIndex,
        target_group: TargetGroupIndex,
    ) -> bool {
        let healthy = |instance: &InstanceIndex| {
            let health = self.target_health(target_group, *instance);
            health.is_some_and(|health| health.state == TargetState::Healthy)
        };
        self.autoscaling.group(index).proven.contains(&target_group)
            || self.in_service(index).iter().any(healthy)
    }

    /// Remembers which target groups have had a healthy target: from then on their checks count.
    pub(super) fn prove_target_groups(&mut self, index: GroupIndex) {
        let group = self.autoscaling.group(index);
        let all = group.spec.target_groups.iter().copied();
        let proven: Vec<TargetGroupIndex> = all
            .filter(|target_group| self.is_proven(index, *target_group))
            .collect();
        self.autoscaling.group_mut(index).proven = proven;
    }
}
