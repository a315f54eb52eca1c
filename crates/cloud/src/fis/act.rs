//! What actions do, and how it is undone.

use des::{SimDuration, Ticket};

use super::{Deed, Event, ExperimentIndex, Resource, Status, What, defaults};
use crate::Cloud;
use crate::bill::{Item, prices};
use crate::cloudwatch::AlarmState;
use crate::ec2::{InstanceIndex, InstanceState, check_capacity};
use crate::event::Event as Any;
use crate::fact;
use crate::fault::{FaultKind, LaunchErrors};

/// What comes next for an action that has begun.
enum Next {
    /// Nothing: it is done.
    Done,
    /// It goes on after a while.
    After(SimDuration),
}

impl Cloud {
    pub(super) fn enter_action(
        &mut self,
        index: ExperimentIndex,
        place: usize,
        status: Status,
        reason: &str,
    ) {
        let now = self.now;
        let what = fact::What::Fis(What::Action {
            experiment: index,
            action: place as u8,
            status,
        });
        let fact = self.facts.note(now, self.fis.experiment(index).cause, what);
        let experiment = &mut self.fis.experiments[index.index()];
        experiment.cause = fact;
        let action = &mut experiment.actions[place];
        action.status = status;
        reason.clone_into(&mut action.reason);
        if status == Status::Running {
            action.started = Some(now);
        }
        action.ended = status.is_final().then_some(now);
        let goes_on = matches!(status, Status::Running | Status::Stopping);
        let item = Item::FaultAction(index, place as u8);
        self.bill.set(item, now, goes_on.then_some(prices::FAULT_ACTION));
    }

    pub(super) fn start_action(&mut self, index: ExperimentIndex, place: usize) {
        self.enter_action(index, place, Status::Running, "Action is running.");
        let next = self.act_out(index, place);
        self.go_on_with_action(index, place, next);
    }

    /// An action goes on.
    pub(super) fn action_due(&mut self, index: ExperimentIndex, place: usize, ticket: Ticket) {
        let action = &self.fis.experiment(index).actions[place];
        if action.due != ticket || action.status != Status::Running {
            return;
        }
        let next = match action.deed {
            Deed::Stop {
                start_after: None, ..
            } => Ok(self.wait_until_stopped(index, place)),
            Deed::Stop {
                completes_without, ..
            } => self.start_again(index, place, completes_without),
            _ => {
                self.mend(index, place);
                Ok(Next::Done)
            }
        };
        self.go_on_with_action(index, place, next);
        self.start_ready_actions(index);
    }

    fn go_on_with_action(&mut self, index: ExperimentIndex, place: usize, next: Result<Next, String>) {
        match next {
            Ok(Next::Done) => self.enter_action(index, place, Status::Completed, "Action was completed."),
            Ok(Next::After(wait)) => {
                let event = Any::Fis(Event::ActionDue(index, place as u8));
                let ticket = self.events.push(self.now + wait, event);
                self.fis.experiments[index.index()].actions[place].due = ticket;
            }
            Err(reason) => {
                self.enter_action(index, place, Status::Failed, &reason);
                let cause = self.fis.experiment(index).cause;
                let name = &self.fis.experiment(index).actions[place].name;
                let reason = format!("Action {name} failed: {reason}");
                self.halt(index, Status::Failed, &reason, cause);
            }
        }
    }

    fn act_out(&mut self, index: ExperimentIndex, place: usize) -> Result<Next, String> {
        match self.fis.experiment(index).actions[place].deed.clone() {
            Deed::Stop { start_after, .. } => Ok(self.stop_targets(index, place, start_after)),
            Deed::Terminate => self.terminate_targets(index, place),
            Deed::Reboot => Ok(self.reboot_targets(index, place)),
            Deed::Wait(length) => Ok(Next::After(length)),
            Deed::Assert { alarms, states } => self.assert_alarms(&alarms, &states),
            Deed::LaunchErrors {
                duration,
                zones,
                percent,
            } => {
                let errors = |group| LaunchErrors {
                    group,
                    zones,
                    percent,
                };
                Ok(
                    self.break_targets(index, place, duration, |resource| match resource {
                        Resource::Group(group) => Some(FaultKind::LaunchErrors(errors(Some(group)))),
                        Resource::Role => Some(FaultKind::LaunchErrors(errors(None))),
                        _ => None,
                    }),
                )
            }
            Deed::Disconnect { duration, scope } => {
                Ok(
                    self.break_targets(index, place, duration, |resource| match resource {
                        Resource::Subnet(zone) => Some(FaultKind::Disconnected(zone, scope)),
                        _ => None,
                    }),
                )
            }
            Deed::CpuStress { duration, percent } => {
                Ok(
                    self.break_targets(index, place, duration, |resource| match resource {
                        Resource::Instance(instance) => Some(FaultKind::CpuStress(instance, percent)),
                        _ => None,
                    }),
                )
            }
        }
    }

    fn break_targets(
        &mut self,
        index: ExperimentIndex,
        place: usize,
        duration: SimDuration,
        kind: impl Fn(Resource) -> Option<FaultKind>,
    ) -> Next {
        let cause = self.fis.experiment(index).cause;
        let resources = self.fis.experiment(index).actions[place].resources.clone();
        let kinds: Vec<FaultKind> = resources.into_iter().filter_map(kind).collect();
        let faults = kinds
            .into_iter()
            .map(|kind| self.begin_fault(kind, None, cause))
            .collect();
        self.fis.experiments[index.index()].actions[place].faults = faults;
        Next::After(duration)
    }

    fn instances_of(&self, index: ExperimentIndex, place: usize, state: InstanceState) -> Vec<InstanceIndex> {
        let resources = self.fis.experiment(index).actions[place].resources.iter();
        let instance = |resource: &Resource| match resource {
            Resource::Instance(instance) => Some(*instance),
            _ => None,
        };
        let all = resources.filter_map(instance);
        all.filter(|instance| self.ec2.instances[instance.index()].state == state)
            .collect()
    }

    fn stop_targets(
        &mut self,
        index: ExperimentIndex,
        place: usize,
        start_after: Option<SimDuration>,
    ) -> Next {
        let running = self.instances_of(index, place, InstanceState::Running);
        let cause = self.fis.experiment(index).cause;
        for instance in &running {
            self.power_off(*instance, InstanceState::Stopping, cause);
        }
        self.fis.experiments[index.index()].actions[place].stopped = running;
        Next::After(start_after.unwrap_or(defaults::LOOK))
    }

    fn wait_until_stopped(&self, index: ExperimentIndex, place: usize) -> Next {
        if self
            .instances_of(index, place, InstanceState::Stopping)
            .is_empty()
        {
            Next::Done
        } else {
            Next::After(defaults::LOOK)
        }
    }

    /// Starts what the action has stopped, all of it or nothing.
    fn start_again(
        &mut self,
        index: ExperimentIndex,
        place: usize,
        completes_without: bool,
    ) -> Result<Next, String> {
        let stopped = self.fis.experiment(index).actions[place].stopped.clone();
        let state = |instance: &InstanceIndex| self.ec2.instances[instance.index()].state;
        let is_gone = |state| matches!(state, InstanceState::ShuttingDown | InstanceState::Terminated);
        if stopped
            .iter()
            .any(|instance| state(instance) == InstanceState::Stopping)
        {
            return Ok(Next::After(defaults::LOOK));
        }
        if !completes_without && stopped.iter().any(|instance| is_gone(state(instance))) {
            return Err("An instance was terminated and cannot be started.".to_owned());
        }
        let ready: Vec<InstanceIndex> = stopped
            .into_iter()
            .filter(|instance| state(instance) == InstanceState::Stopped)
            .collect();
        check_capacity(self, &ready).map_err(|error| error.message)?;
        let cause = self.fis.experiment(index).cause;
        for instance in ready {
            self.power_on(instance, cause);
        }
        Ok(Next::Done)
    }

    fn terminate_targets(&mut self, index: ExperimentIndex, place: usize) -> Result<Next, String> {
        let running = self.instances_of(index, place, InstanceState::Running);
        let stopped = self.instances_of(index, place, InstanceState::Stopped);
        let all: Vec<InstanceIndex> = running.into_iter().chain(stopped).collect();
        let mut instances = all.iter().map(|instance| &self.ec2.instances[instance.index()]);
        if let Some(protected) = instances.find(|instance| instance.termination_protection) {
            return Err(api::ApiError::termination_protected(&protected.id).message);
        }
        let cause = self.fis.experiment(index).cause;
        for instance in all {
            self.power_off(instance, InstanceState::ShuttingDown, cause);
        }
        Ok(Next::Done)
    }

    fn reboot_targets(&mut self, index: ExperimentIndex, place: usize) -> Next {
        let cause = self.fis.experiment(index).cause;
        for instance in self.instances_of(index, place, InstanceState::Running) {
            self.reboot(instance, cause);
        }
        Next::Done
    }

    fn assert_alarms(&self, alarms: &[String], states: &[AlarmState]) -> Result<Next, String> {
        for arn in alarms {
            let alarm = self
                .alarm_with_arn(arn)
                .ok_or_else(|| format!("Alarm {arn} was not found."))?;
            let state = self.cloudwatch.alarm(alarm).state;
            if !states.contains(&state) {
                return Err(format!("Alarm {arn} is in state {}.", state.name()));
            }
        }
        Ok(Next::Done)
    }

    /// Ends the faults of an action.
    fn mend(&mut self, index: ExperimentIndex, place: usize) {
        let cause = self.fis.experiment(index).cause;
        let faults = std::mem::take(&mut self.fis.experiments[index.index()].actions[place].faults);
        for fault in faults {
            if self.active_fault(fault) {
                self.end_fault(fault, cause);
            }
        }
    }

    /// An action that goes on is to end: faults at once, stopped instances as soon as they can be started.
    pub(super) fn stop_action(&mut self, index: ExperimentIndex, place: usize) {
        self.enter_action(index, place, Status::Stopping, "Action is stopping.");
        self.mend(index, place);
    }

    /// Undoes what can be undone; whether that is done with.
    pub(super) fn undo_action(&mut self, index: ExperimentIndex, place: usize) -> bool {
        let starts = matches!(
            self.fis.experiment(index).actions[place].deed,
            Deed::Stop {
                start_after: Some(_),
                ..
            }
        );
        if starts && matches!(self.start_again(index, place, true), Ok(Next::After(_))) {
            return false;
        }
        self.enter_action(index, place, Status::Stopped, "Action was stopped.");
        true
    }
}
