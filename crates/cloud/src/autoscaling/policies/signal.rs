//! What an alarm tells a scaling policy, and how it is taken in.

use des::SimTime;

use super::{PolicyIndex, PolicyKind};
use crate::Cloud;
use crate::autoscaling::{Event, defaults};
use crate::cloudwatch::AlarmState;
use crate::event::Event as Any;
use crate::fact::FactId;

/// What an alarm tells a scaling policy: on a change of its state, and every minute while it lasts.
#[derive(Clone, Debug, PartialEq)]
pub struct AlarmSignal {
    /// The alarm's name.
    pub alarm_name: String,
    /// Its state.
    pub state: AlarmState,
    /// The values that it decided by, newest first.
    pub values: Vec<f64>,
    /// When the period of the newest of them began.
    pub measured: SimTime,
    /// Its threshold.
    pub threshold: f64,
}

/// A signal that waits until the moment is over.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Gathered {
    pub(super) policy: PolicyIndex,
    pub(super) signal: AlarmSignal,
    pub(super) cause: FactId,
}

impl Cloud {
    /// An alarm asks a scaling policy to act. What reaches a group within one moment is decided together.
    ///
    /// # Errors
    /// The reason in words, for the alarm's history, if there is no such policy or it may not act.
    pub(crate) fn policy_signalled(
        &mut self,
        arn: &str,
        signal: &AlarmSignal,
        cause: FactId,
    ) -> Result<(), String> {
        let found = self.policy_with_arn(arn);
        let policy = found.ok_or_else(|| format!("PolicyARN {arn} is not found"))?;
        self.check_signal(policy, signal)?;
        let group = self.autoscaling.all_policies[policy.index()].group;
        let gathered = self.autoscaling.gathered.entry(group).or_default();
        let first = gathered.is_empty();
        gathered.retain(|other| other.policy != policy || other.signal.alarm_name != signal.alarm_name);
        gathered.push(Gathered {
            policy,
            signal: signal.clone(),
            cause,
        });
        if first {
            let moment = self.now + defaults::REACTION;
            self.events.push(moment, Any::AutoScaling(Event::Decide(group)));
        }
        Ok(())
    }

    fn check_signal(&self, index: PolicyIndex, signal: &AlarmSignal) -> Result<(), String> {
        let policy = &self.autoscaling.all_policies[index.index()];
        if !policy.enabled {
            return Err(format!("Policy {} is disabled", policy.name));
        }
        if !self.autoscaling.all_groups[policy.group.index()].does("AlarmNotification") {
            return Err("AlarmNotification is suspended".to_owned());
        }
        match &policy.kind {
            PolicyKind::Simple { .. } => Ok(()),
            PolicyKind::Target { .. } if signal.values.is_empty() => Err(NO_VALUE.to_owned()),
            PolicyKind::Target { .. } => Ok(()),
            PolicyKind::Step {
                steps, aggregation, ..
            } => {
                let metric = aggregation.of(&signal.values).ok_or(NO_VALUE)?;
                let distance = metric - signal.threshold;
                if steps.iter().any(|step| step.holds(distance)) {
                    return Ok(());
                }
                Err(no_step(metric, distance))
            }
        }
    }
}

const NO_VALUE: &str = "The alarm has no metric value to act on";

/// AWS's sentence when no step is for a metric.
pub(in crate::autoscaling) fn no_step(metric: f64, distance: f64) -> String {
    format!("No step adjustment found for metric value [{metric}] and breach delta {distance}")
}
