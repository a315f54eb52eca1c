//! The process `Terminate`: an instance leaves its target groups, its termination hooks are waited for, EC2 terminates it.
//!
//! Source: Auto Scaling User Guide, "Configure termination policies for Amazon EC2 Auto Scaling".

use crate::Cloud;
use crate::autoscaling::activity::DRAINING;
use crate::autoscaling::plan::{Candidate, victim};
use crate::autoscaling::{Event, GroupIndex, LifecycleState, Member, defaults};
use crate::ec2::{InstanceIndex, InstanceState};
use crate::event::Event as Any;
use crate::fact::FactId;
use des::SimDuration;

const ALL_PROTECTED: &str =
    "Could not scale to desired capacity because all remaining instances are protected from scale-in.";

impl Cloud {
    /// Terminates as many as are too many: first those that are unhealthy anyway.
    pub(super) fn scale_in(&mut self, index: GroupIndex, n: u32) {
        let group = self.autoscaling.group(index);
        if !group.does("Terminate") {
            return;
        }
        let (before, cause) = (group.counted(), group.cause);
        let why = std::mem::take(&mut self.autoscaling.group_mut(index).why);
        let gone = self.let_unhealthy_go(index, n);
        for _ in gone..n {
            let Some(place) = self.next_victim(index) else {
                return self.note_all_protected(index, &why);
            };
            let (at, id) = (self.sentence_time(), self.member_id(index, place));
            let text = format!(
                "{why}  At {at} an instance was taken out of service in response to a difference between desired and \
                 actual capacity, shrinking the capacity from {before} to {}.  At {at} instance {id} was selected for \
                 termination.",
                before - n
            );
            self.terminate_member(index, place, text.trim_start(), cause);
        }
    }

    /// Unhealthy and protected instances are passed over, unless nothing but unhealthy ones is left. Protection begins in
    /// service.
    fn next_victim(&self, index: GroupIndex) -> Option<usize> {
        let protected = |member: &Member| member.protected && member.state == LifecycleState::InService;
        let may_go = |member: &Member| member.state.is_active() && !protected(member);
        self.victim_among(index, |member| may_go(member) && member.healthy)
            .or_else(|| self.victim_among(index, may_go))
    }

    /// The instance of those that may go that goes first.
    pub(super) fn victim_among(&self, index: GroupIndex, may_go: impl Fn(&Member) -> bool) -> Option<usize> {
        let group = self.autoscaling.group(index);
        let current = self.resolved(&group.spec.template);
        let candidate = |(place, member): (usize, &Member)| Candidate {
            place,
            zone: self.ec2.instances[member.instance.index()].zone,
            launched: self.ec2.instances[member.instance.index()].launched_at,
            // Another template than the group's is older than all versions of that.
            version: match (member.template, current) {
                (Some((own, version)), Some((of_group, _))) if own == of_group => version,
                _ => 0,
            },
        };
        let members = group.members.iter().enumerate();
        let candidates: Vec<Candidate> = members
            .filter(|(_, member)| may_go(member))
            .map(candidate)
            .collect();
        victim(&candidates, &group.spec.termination)
    }

    /// Once for every change of what the group should have.
    fn note_all_protected(&mut self, index: GroupIndex, why: &str) {
        if why.is_empty() {
            return;
        }
        let activity = self.begin_activity(index, ALL_PROTECTED.to_owned(), why, None);
        self.end_activity(activity, "Cancelled", Some(ALL_PROTECTED.to_owned()));
    }

    /// Takes an instance out: it drains at its load balancers first. The number of the activity.
    pub(in crate::autoscaling) fn terminate_member(
        &mut self,
        index: GroupIndex,
        place: usize,
        why: &str,
        cause: FactId,
    ) -> u64 {
        self.give_up_move(index, place, None);
        let fact = self.enter_lifecycle(index, place, LifecycleState::Terminating, cause);
        let drains = self.leave_target_groups(index, place, fact);
        let instance = self.autoscaling.group(index).members[place].instance;
        let known = &self.ec2.instances[instance.index()];
        let zone = known.zone;
        let tail = if drains { DRAINING } else { "" };
        let description = format!("Terminating EC2 instance: {}{tail}", known.id);
        let activity = self.begin_activity(index, description, why, Some(zone));
        if drains && let Some(activity) = self.autoscaling.activity_mut(activity) {
            (activity.status, activity.progress) = ("WaitingForELBConnectionDraining", 50);
        }
        self.autoscaling.group_mut(index).members[place].activity = activity;
        activity
    }

    /// Deregisters an instance; an event tells when it has drained. Whether that takes time.
    pub(super) fn leave_target_groups(&mut self, index: GroupIndex, place: usize, cause: FactId) -> bool {
        let group = self.autoscaling.group(index);
        let instance = group.members[place].instance;
        let mut drained = self.now;
        for target_group in group.spec.target_groups.clone() {
            drained = drained.max(self.deregister_target(target_group, instance, cause));
        }
        if self.ec2.instances[instance.index()].state != InstanceState::Running {
            drained = self.now;
        }
        self.autoscaling.group_mut(index).members[place].drained = drained;
        self.events
            .push(drained, Any::AutoScaling(Event::Drained(instance)));
        drained > self.now
    }

    /// A launch, or another move that is under way, comes to nothing.
    pub(super) fn give_up_move(&mut self, index: GroupIndex, place: usize, message: Option<String>) {
        let member = &mut self.autoscaling.group_mut(index).members[place];
        member.actions.clear();
        let activity = member.activity;
        self.end_activity(activity, "Cancelled", message);
    }

    /// An instance has left its target groups.
    pub(in crate::autoscaling) fn member_drained(&mut self, instance: InstanceIndex) {
        let Some((index, place)) = self.membership(instance) else {
            return;
        };
        let member = &self.autoscaling.group(index).members[place];
        if member.drained != self.now {
            return;
        }
        match member.state {
            LifecycleState::Terminating => self.hold_or_end(index, place),
            LifecycleState::EnteringStandby => self.stands_by(index, place),
            LifecycleState::Detaching => self.leaves(index, place),
            _ => {}
        }
    }

    /// EC2 terminates an instance; its activity is over a moment later, before EC2 has quite done.
    pub(super) fn end_instance(&mut self, index: GroupIndex, place: usize) {
        let member = &self.autoscaling.group(index).members[place];
        let (instance, cause, activity) = (member.instance, member.cause, member.activity);
        self.move_activity(activity, "InProgress", 50);
        match self.ec2.instances[instance.index()].state {
            InstanceState::Terminated => return self.member_gone(index, place),
            InstanceState::ShuttingDown => {}
            _ => self.power_off(instance, InstanceState::ShuttingDown, cause),
        }
        let until = self.now + defaults::TERMINATION_CONFIRMED;
        self.autoscaling.group_mut(index).members[place].until = until;
        self.events
            .push(until, Any::AutoScaling(Event::Proceed(instance)));
    }

    /// EC2 has confirmed the end of an instance.
    pub(super) fn end_confirmed(&mut self, index: GroupIndex, place: usize) {
        let activity = self.autoscaling.group(index).members[place].activity;
        self.end_activity(activity, "Successful", None);
    }

    /// An instance is gone.
    pub(super) fn member_gone(&mut self, index: GroupIndex, place: usize) {
        let member = self.autoscaling.group_mut(index).members.remove(place);
        self.end_activity(member.activity, "Successful", None);
        self.settle_cooldown(index);
        self.wake_group(index, defaults::REPLACEMENT);
    }

    /// Once the last instance has come into service, or the last that goes drains, the pause of simple scaling begins.
    pub(super) fn settle_cooldown(&mut self, index: GroupIndex) {
        let now = self.now;
        let group = self.autoscaling.group_mut(index);
        let rests =
            |member: &Member| matches!(member.state, LifecycleState::InService | LifecycleState::Standby);
        if group.active().all(rests)
            && group.counted() == group.desired
            && let Some(seconds) = group.cooling.take()
        {
            group.cooldown_until = now + SimDuration::from_secs(seconds);
        }
    }
}
