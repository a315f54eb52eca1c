//! How an experiment goes on.
//!
//! ```text
//!  pending ─1 s─▶ initiating ─1 s─▶ running ─(all actions done)─▶ completed
//!                     │                │ an alarm, a call, a failed action
//!                     └─ no targets    └─▶ stopping ─(all undone)─▶ stopped, or failed
//!                        failed
//! ```

use des::Ticket;

use super::{Event, ExperimentIndex, Resource, Status, What, defaults};
use crate::Cloud;
use crate::cloudwatch::{AlarmIndex, AlarmState};
use crate::event::Event as Any;
use crate::fact::{self, FactId};

impl Cloud {
    /// An experiment goes on.
    pub(super) fn experiment_steps(&mut self, index: ExperimentIndex, ticket: Ticket) {
        let experiment = self.fis.experiment(index);
        if experiment.step != ticket {
            return;
        }
        match experiment.status {
            Status::Pending => {
                self.enter_experiment(index, Status::Initiating, "Experiment is initiating.");
                self.await_experiment_step(index);
            }
            Status::Initiating => self.begin_experiment(index),
            Status::Stopping => self.finish_stopping(index),
            _ => {}
        }
    }

    pub(super) fn await_experiment_step(&mut self, index: ExperimentIndex) {
        let at = self.now + defaults::STEP;
        let ticket = self.events.push(at, Any::Fis(Event::Step(index)));
        self.fis.experiments[index.index()].step = ticket;
    }

    pub(super) fn enter_experiment(&mut self, index: ExperimentIndex, status: Status, reason: &str) {
        let now = self.now;
        let what = fact::What::Fis(What::Experiment {
            experiment: index,
            status,
        });
        let fact = self.facts.note(now, self.fis.experiment(index).cause, what);
        let experiment = &mut self.fis.experiments[index.index()];
        (experiment.status, experiment.cause) = (status, fact);
        reason.clone_into(&mut experiment.reason);
        if status == Status::Running {
            experiment.started = Some(now);
        }
        experiment.ended = status.is_final().then_some(now);
    }

    /// Targets are resolved once, before the first action begins.
    fn begin_experiment(&mut self, index: ExperimentIndex) {
        if let Some(alarm) = self.stopping_alarm(index) {
            let cause = self.cloudwatch.alarm(alarm).cause;
            return self.halt(
                index,
                Status::Stopped,
                "Experiment halted by stop condition.",
                cause,
            );
        }
        let spec = self.fis.experiment(index).spec.clone();
        let resolve = |(place, (name, target)): (usize, &(String, api::fis::Target))| {
            (name.clone(), self.resolve_target(index, place, target))
        };
        let targets: Vec<(String, Vec<Resource>)> = spec.targets.0.iter().enumerate().map(resolve).collect();
        let empty = targets.iter().find(|(_, resources)| resources.is_empty());
        if let Some((name, _)) = empty.filter(|_| !spec.skips_empty) {
            let reason = format!("Target resolution returned empty set for target {name}.");
            let cause = self.fis.experiment(index).cause;
            return self.halt(index, Status::Failed, &reason, cause);
        }
        self.enter_experiment(index, Status::Running, "Experiment is running.");
        self.aim_actions(index, &targets);
        self.start_ready_actions(index);
    }

    /// Gives every action its resources; those without any are skipped.
    fn aim_actions(&mut self, index: ExperimentIndex, targets: &[(String, Vec<Resource>)]) {
        let skips_all = self.fis.experiment(index).skips_actions;
        for place in 0..self.fis.experiment(index).actions.len() {
            let name = self.fis.experiment(index).spec.actions.0[place]
                .1
                .targets
                .0
                .first();
            let name = name.map(|(_, target)| target.clone());
            let resources = targets.iter().find(|(known, _)| Some(known) == name.as_ref());
            let resources = resources.map_or(Vec::new(), |(_, resources)| resources.clone());
            if skips_all {
                self.enter_action(index, place, Status::Skipped, "Action was skipped.");
            } else if name.is_some() && resources.is_empty() {
                self.enter_action(
                    index,
                    place,
                    Status::Skipped,
                    "Target resolution returned empty set.",
                );
            }
            self.fis.experiments[index.index()].actions[place].resources = resources;
        }
    }

    /// Starts the actions that wait for nothing any more, until none is left; the last one ends the experiment.
    pub(super) fn start_ready_actions(&mut self, index: ExperimentIndex) {
        while let Some(place) = self.next_ready_action(index) {
            self.start_action(index, place);
        }
        let experiment = self.fis.experiment(index);
        let done = experiment.actions.iter().all(|action| action.status.is_final());
        if done && experiment.status == Status::Running {
            self.enter_experiment(index, Status::Completed, "Experiment completed.");
        }
    }

    fn next_ready_action(&self, index: ExperimentIndex) -> Option<usize> {
        let experiment = self.fis.experiment(index);
        let done = |name: &String| {
            let mut actions = experiment.actions.iter();
            actions.any(|action| action.name == *name && action.status.is_final())
        };
        let waits = |place: usize| experiment.actions[place].status == Status::Pending;
        let ready =
            |place: &usize| waits(*place) && experiment.spec.actions.0[*place].1.start_after.iter().all(done);
        (0..experiment.actions.len())
            .filter(|_| experiment.status == Status::Running)
            .find(ready)
    }

    /// Ends an experiment before its time: nothing more begins, what goes on is undone. It will be `end`.
    pub(crate) fn halt(&mut self, index: ExperimentIndex, end: Status, reason: &str, cause: FactId) {
        self.fis.experiments[index.index()].cause = cause;
        self.enter_experiment(index, Status::Stopping, "Experiment is stopping.");
        self.fis.experiments[index.index()].end = (end, reason.to_owned());
        for place in 0..self.fis.experiment(index).actions.len() {
            match self.fis.experiment(index).actions[place].status {
                Status::Pending => {
                    self.enter_action(index, place, Status::Cancelled, "Action was cancelled.")
                }
                Status::Running => self.stop_action(index, place),
                _ => {}
            }
        }
        self.await_experiment_step(index);
    }

    fn finish_stopping(&mut self, index: ExperimentIndex) {
        let mut undone = true;
        for place in 0..self.fis.experiment(index).actions.len() {
            if self.fis.experiment(index).actions[place].status == Status::Stopping {
                undone &= self.undo_action(index, place);
            }
        }
        if !undone {
            return self.await_experiment_step(index);
        }
        let (end, reason) = self.fis.experiment(index).end.clone();
        self.enter_experiment(index, end, &reason);
    }

    /// An alarm went to ALARM: it stops the experiments that it is a stop condition of.
    pub(crate) fn fis_sees_alarm(&mut self, alarm: AlarmIndex, cause: FactId) {
        let all = (0..self.fis.experiments.len() as u32).map(ExperimentIndex);
        for index in all.collect::<Vec<_>>() {
            let goes_on = self.fis.experiment(index).status == Status::Running;
            if goes_on && self.stopping_alarm(index) == Some(alarm) {
                self.halt(
                    index,
                    Status::Stopped,
                    "Experiment halted by stop condition.",
                    cause,
                );
            }
        }
    }

    /// The alarm in ALARM that is a stop condition of an experiment.
    fn stopping_alarm(&self, index: ExperimentIndex) -> Option<AlarmIndex> {
        let conditions = self.fis.experiment(index).spec.stop_conditions.iter();
        let mut alarms = conditions.filter_map(|condition| self.alarm_with_arn(condition.value.as_deref()?));
        alarms.find(|alarm| self.cloudwatch.alarm(*alarm).state == AlarmState::Alarm)
    }

    /// The alarm with this ARN.
    pub(super) fn alarm_with_arn(&self, arn: &str) -> Option<AlarmIndex> {
        let mut alarms = self.cloudwatch.alarms();
        let found = alarms.find(|(_, alarm)| self.alarm_arn(&alarm.spec.name) == arn);
        found.map(|(index, _)| index)
    }
}
