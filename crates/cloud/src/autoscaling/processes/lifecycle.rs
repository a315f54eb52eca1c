//! How an instance moves through its states in a group.

use des::{SimDuration, SimTime};

use crate::Cloud;
use crate::autoscaling::{Event, GroupIndex, LifecycleState, What, defaults};
use crate::ec2::{InstanceIndex, InstanceState};
use crate::event::Event as Any;
use crate::fact::{self, FactId};

impl Cloud {
    /// Where an instance is a member.
    pub(in crate::autoscaling) fn membership(&self, instance: InstanceIndex) -> Option<(GroupIndex, usize)> {
        let group = (*self.autoscaling.member_of.get(instance.index())?)?;
        let members = &self.autoscaling.group(group).members;
        let place = members.iter().position(|member| member.instance == instance)?;
        Some((group, place))
    }

    /// A member is in another state from now on.
    pub(in crate::autoscaling) fn enter_lifecycle(
        &mut self,
        index: GroupIndex,
        place: usize,
        state: LifecycleState,
        cause: FactId,
    ) -> FactId {
        let instance = self.autoscaling.group(index).members[place].instance;
        let what = fact::What::AutoScaling(What::Lifecycle { instance, state });
        let fact = self.facts.note(self.now, cause, what);
        let member = &mut self.autoscaling.group_mut(index).members[place];
        (member.state, member.cause, member.until) = (state, fact, SimTime::NEVER);
        fact
    }

    /// The same for a state that only lasts a moment.
    pub(in crate::autoscaling) fn pass_through(
        &mut self,
        index: GroupIndex,
        place: usize,
        state: LifecycleState,
        cause: FactId,
    ) {
        self.enter_lifecycle(index, place, state, cause);
        let until = self.now + defaults::PROCEEDING;
        let member = &mut self.autoscaling.group_mut(index).members[place];
        member.until = until;
        let event = Event::Proceed(member.instance);
        self.events.push(until, Any::AutoScaling(event));
    }

    /// The moment is over.
    pub(in crate::autoscaling) fn member_proceeds(&mut self, instance: InstanceIndex) {
        let Some((index, place)) = self.membership(instance) else {
            return;
        };
        let member = &self.autoscaling.group(index).members[place];
        if member.until != self.now {
            return;
        }
        let cause = member.cause;
        if member.state.is_terminating() {
            match self.ec2.instances[instance.index()].state {
                InstanceState::ShuttingDown => self.end_confirmed(index, place),
                _ => self.end_instance(index, place),
            }
        } else {
            self.comes_into_service(index, place, cause);
        }
    }

    /// An instance came into another state of EC2.
    pub(crate) fn autoscaling_sees_instance(&mut self, instance: InstanceIndex, fact: FactId) {
        let Some((index, place)) = self.membership(instance) else {
            return;
        };
        let member = &self.autoscaling.group(index).members[place];
        let waits_for_ec2 = member.state == LifecycleState::Pending && member.until == SimTime::NEVER;
        let state = self.ec2.instances[instance.index()].state;
        if member.state.is_terminating() {
            if state == InstanceState::Terminated {
                self.member_gone(index, place);
            }
        } else if matches!(state, InstanceState::Pending | InstanceState::Running) {
            if waits_for_ec2 && state == InstanceState::Running {
                self.member_runs(index, place, fact);
            }
        } else if member.state.is_active() {
            self.member_left(index, place, fact);
        }
    }

    /// A member counts from now on: it is registered first.
    pub(in crate::autoscaling) fn comes_into_service(
        &mut self,
        index: GroupIndex,
        place: usize,
        cause: FactId,
    ) {
        self.add_to_load_balancer(index, place, cause);
        self.enter_lifecycle(index, place, LifecycleState::InService, cause);
        let now = self.now;
        let member = &mut self.autoscaling.group_mut(index).members[place];
        member.in_service = Some(now);
        let (activity, warmup) = (member.activity, member.warmup.take());
        match warmup.filter(|warmup| *warmup > SimDuration::ZERO) {
            Some(warmup) => self.wait_for_warmup(activity, warmup),
            None => self.end_activity(activity, "Successful", None),
        }
        self.settle_cooldown(index);
        self.wake_group(index, defaults::REPLACEMENT);
    }
}
