//! The process `HealthCheck`: who is not healthy.
//!
//! Source: Auto Scaling User Guide, "Health checks for instances in an Auto Scaling group".

use des::{SimDuration, SimTime};

use crate::Cloud;
use crate::autoscaling::{Event, GroupIndex, Illness, LifecycleState, Member, What, defaults};
use crate::ec2::{CheckStatus, InstanceIndex, InstanceState};
use crate::elbv2::TargetState;
use crate::event::Event as Any;
use crate::fact::{self, FactId};

impl Cloud {
    /// A group looks at the health of its instances, replaces those that failed, and takes up what had to wait.
    pub(in crate::autoscaling) fn group_checks_health(&mut self, index: GroupIndex) {
        if self.autoscaling.group(index).deleted {
            return;
        }
        let next = self.now + defaults::HEALTH_PERIOD;
        self.events
            .push(next, Any::AutoScaling(Event::CheckHealth(index)));
        self.mark_failed(index);
        self.prove_target_groups(index);
        let now = self.now;
        let group = self.autoscaling.group_mut(index);
        group
            .removing
            .retain(|(_, gone)| now.since(*gone) < defaults::REMOVED_SHOWN);
        if !group.deleting && !self.replace_failed(index) {
            self.take_up(index);
        }
    }

    /// What waited for health or time: successors, moves between zones, a refresh.
    fn take_up(&mut self, index: GroupIndex) {
        let group = self.autoscaling.group(index);
        let waits = group.active().any(|member| member.successor_of.is_some());
        // What is missing is launched at its own next attempt.
        let could_move = !group.failed_zones.is_empty() && group.counted() >= group.desired;
        if waits || could_move || group.refresh().is_some() {
            self.wake_group(index, defaults::REPLACEMENT);
        }
    }

    fn mark_failed(&mut self, index: GroupIndex) {
        let group = self.autoscaling.group(index);
        if !group.does("HealthCheck") {
            return;
        }
        let members = group.members.iter().enumerate();
        let failed: Vec<(usize, Illness, FactId)> = members
            .filter_map(|(place, member)| {
                let (illness, cause) = self.failed_check(index, member)?;
                Some((place, illness, cause))
            })
            .collect();
        for (place, illness, cause) in failed {
            self.mark_unhealthy(index, place, illness, cause);
        }
    }

    /// Why an instance is not healthy to its group, if it is not. Our choice: the grace period holds for status checks, too.
    fn failed_check(&self, index: GroupIndex, member: &Member) -> Option<(Illness, FactId)> {
        if !member.state.is_active() || !member.healthy {
            return None;
        }
        let group = self.autoscaling.group(index);
        let cause = self.ec2.instances[member.instance.index()].cause;
        let runs = matches!(
            self.ec2.instances[member.instance.index()].state,
            InstanceState::Pending | InstanceState::Running
        );
        if !runs {
            return Some((Illness::NotRunning, cause));
        }
        if member.state != LifecycleState::InService || self.in_grace(index, member) {
            return None;
        }
        let impaired = self.impaired_since(member.instance);
        if impaired.is_some_and(|since| self.now.since(since) >= defaults::IMPAIRED_COUNTS) {
            return Some((Illness::StatusCheck, cause));
        }
        if group.heeds("EBS") && self.volume_is_impaired(member.instance) {
            return Some((Illness::Volume, cause));
        }
        let blame = self.ec2.stations[member.instance.index()].blame;
        self.fails_at_load_balancer(index, member.instance)
            .then_some((Illness::LoadBalancer, blame.some().map_or(cause, |_| blame)))
    }

    /// As EC2's check of attached volumes sees it: EBS counts at the next look, without the minutes that EC2 is given.
    fn volume_is_impaired(&self, instance: InstanceIndex) -> bool {
        let check = self.status_checks(instance).attached_ebs;
        matches!(check, Some(CheckStatus::Impaired(_)))
    }

    /// Only where checks of load balancers count, and only in target groups that have had a healthy target.
    fn fails_at_load_balancer(&self, index: GroupIndex, instance: InstanceIndex) -> bool {
        let group = self.autoscaling.group(index);
        group.heeds_elb()
            && self.target_states(index, instance).any(|(target_group, state)| {
                state == TargetState::Unhealthy && group.proven.contains(&target_group)
            })
    }

    /// Whether failed checks of an instance do not count yet.
    pub(in crate::autoscaling) fn in_grace(&self, index: GroupIndex, member: &Member) -> bool {
        let grace = SimDuration::from_secs(self.autoscaling.group(index).spec.grace_s);
        member
            .in_service
            .is_none_or(|since| self.now.since(since) < grace)
    }

    /// Since when a status check of an instance is impaired.
    fn impaired_since(&self, instance: InstanceIndex) -> Option<SimTime> {
        let checks = self.status_checks(instance);
        let impaired = |check| match check {
            CheckStatus::Impaired(since) => Some(since),
            _ => None,
        };
        checks.all().filter_map(impaired).min()
    }

    /// An instance stopped running without the group's doing: that counts at once, and no grace period helps.
    pub(super) fn member_left(&mut self, index: GroupIndex, place: usize, fact: FactId) {
        if !self.autoscaling.group(index).does("HealthCheck") {
            return;
        }
        let message = "Instance became unhealthy while waiting for instance to be in InService state.";
        self.give_up_move(index, place, Some(message.to_owned()));
        self.mark_unhealthy(index, place, Illness::NotRunning, fact);
        self.wake_group(index, defaults::REACTION);
    }

    /// A group believes an instance to be unhealthy.
    pub(in crate::autoscaling) fn mark_unhealthy(
        &mut self,
        index: GroupIndex,
        place: usize,
        illness: Illness,
        cause: FactId,
    ) {
        let member = &mut self.autoscaling.group_mut(index).members[place];
        (member.healthy, member.illness) = (false, Some(illness));
        let what = fact::What::AutoScaling(What::Unhealthy(member.instance));
        let fact = self.facts.note(self.now, cause, what);
        self.autoscaling.group_mut(index).members[place].cause = fact;
    }
}
