//! Lifecycle hooks hold instances, and let them go.

use crate::Cloud;
use crate::autoscaling::lifecycle_hook::{HookResult, LifecycleAction, Transition};
use crate::autoscaling::{Event, GroupIndex, LifecycleState, defaults};
use crate::ec2::{InstanceIndex, InstanceState};
use crate::event::Event as Any;
use crate::fact::FactId;

impl Cloud {
    /// A new instance runs: its launch hooks hold it, or it comes into service.
    pub(super) fn member_runs(&mut self, index: GroupIndex, place: usize, fact: FactId) {
        if !self.hold(index, place, Transition::Launching, fact) {
            self.comes_into_service(index, place, fact);
        }
    }

    /// An instance has drained: its termination hooks hold it, or EC2 terminates it. One that EC2 terminated before is not
    /// held; our choice.
    pub(super) fn hold_or_end(&mut self, index: GroupIndex, place: usize) {
        let group = self.autoscaling.group(index);
        let member = &group.members[place];
        let cause = member.cause;
        let state = self.ec2.instances[member.instance.index()].state;
        let is_over = matches!(state, InstanceState::ShuttingDown | InstanceState::Terminated);
        if is_over || group.deleting || !self.hold(index, place, Transition::Terminating, cause) {
            self.end_instance(index, place);
        }
    }

    /// Lets every hook for a transition hold an instance; whether there is one.
    fn hold(&mut self, index: GroupIndex, place: usize, transition: Transition, cause: FactId) -> bool {
        let group = self.autoscaling.group(index);
        let hooks: Vec<_> = group
            .hooks
            .iter()
            .filter(|hook| hook.transition == transition)
            .cloned()
            .collect();
        if hooks.is_empty() {
            return false;
        }
        let instance = group.members[place].instance;
        let state = match transition {
            Transition::Launching => LifecycleState::PendingWait,
            Transition::Terminating => LifecycleState::TerminatingWait,
        };
        self.enter_lifecycle(index, place, state, cause);
        let activity = self.autoscaling.group(index).members[place].activity;
        self.move_activity(activity, "MidLifecycleAction", 60);
        for hook in &hooks {
            let token = self.uuid((2 << 48) | self.autoscaling.tokens);
            self.autoscaling.tokens += 1;
            let action = LifecycleAction::begin(hook, token, self.now);
            self.events
                .push(action.deadline, Any::AutoScaling(Event::HookDue(instance)));
            let member = &mut self.autoscaling.group_mut(index).members[place];
            member.actions.push(action);
        }
        true
    }

    /// The time of a hook that holds an instance may be over.
    pub(in crate::autoscaling) fn hook_due(&mut self, instance: InstanceIndex) {
        let now = self.now;
        while let Some((index, place)) = self.membership(instance) {
            let member = &self.autoscaling.group(index).members[place];
            let mut actions = member.actions.iter().enumerate();
            let over =
                actions.find_map(|(number, action)| action.given_up(now).map(|result| (number, result)));
            let Some((number, result)) = over else { return };
            let cause = member.cause;
            self.complete(index, place, number, (result, "Timeout"), cause);
        }
    }

    /// A hook lets an instance go on; `how` it came to that stands in the activity of a launch that is given up.
    pub(in crate::autoscaling) fn complete(
        &mut self,
        index: GroupIndex,
        place: usize,
        number: usize,
        (result, how): (HookResult, &str),
        cause: FactId,
    ) {
        let member = &mut self.autoscaling.group_mut(index).members[place];
        let action = member.actions.remove(number);
        let launching = member.state == LifecycleState::PendingWait;
        match (launching, result) {
            (true, HookResult::Abandon) => self.abandon_launch(index, place, &action, how, cause),
            (false, HookResult::Abandon) => {
                member.actions.clear();
                self.pass_through(index, place, LifecycleState::TerminatingProceed, cause);
            }
            (_, HookResult::Continue) if !member.actions.is_empty() => {}
            (true, HookResult::Continue) => {
                self.pass_through(index, place, LifecycleState::PendingProceed, cause);
            }
            (false, HookResult::Continue) => {
                self.pass_through(index, place, LifecycleState::TerminatingProceed, cause);
            }
        }
    }

    /// An instance that its launch hook gave up is terminated, and another is launched.
    fn abandon_launch(
        &mut self,
        index: GroupIndex,
        place: usize,
        action: &LifecycleAction,
        how: &str,
        cause: FactId,
    ) {
        let token = &action.token;
        let message = format!(
            "Instance failed to complete user's Lifecycle Action: Lifecycle Action with token {token} was abandoned: {how}"
        );
        self.give_up_move(index, place, Some(message));
        let instance = self.autoscaling.group(index).members[place].instance;
        let (at, id) = (self.sentence_time(), &self.ec2.instances[instance.index()].id);
        let why = format!(
            "At {at} an instance was taken out of service in response to a launch failure: instance {id} failed to \
             complete its lifecycle action."
        );
        self.terminate_member(index, place, &why, cause);
        self.wake_group(index, defaults::REPLACEMENT);
    }
}
