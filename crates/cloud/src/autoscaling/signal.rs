//! What an alarm tells a scaling policy, and what becomes of it.

use des::SimDuration;

use super::group::GroupIndex;
use super::member::LifecycleState;
use super::policy::{Adjustment, PolicyKind, stepped, tracked};
use super::{PolicyIndex, What, defaults};
use crate::Cloud;
use crate::cloudwatch::AlarmState;
use crate::fact::{self, FactId};

/// What an alarm tells a scaling policy: on a change of its state, and every minute while it lasts.
#[derive(Clone, Debug, PartialEq)]
pub struct AlarmSignal {
    /// The alarm's name.
    pub alarm_name: String,
    /// Its state.
    pub state: AlarmState,
    /// The newest value that it saw.
    pub metric: Option<f64>,
    /// Its threshold.
    pub threshold: f64,
}

impl Cloud {
    /// An alarm asks a scaling policy to act.
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
        let index = found.ok_or_else(|| format!("PolicyARN {arn} is not found"))?;
        let policy = &self.autoscaling.all_policies[index.index()];
        if !self.autoscaling.all_groups[policy.group.index()].does("AlarmNotification") {
            return Err("AlarmNotification is suspended".to_owned());
        }
        let why = format!(
            "a monitor alarm {} in state {} triggered policy {}",
            signal.alarm_name,
            signal.state.name(),
            policy.name
        );
        self.run_policy(index, signal, &why, cause)
    }

    /// Lets a policy decide, and the group follow.
    pub(super) fn run_policy(
        &mut self,
        index: PolicyIndex,
        signal: &AlarmSignal,
        why: &str,
        cause: FactId,
    ) -> Result<(), String> {
        let policy = &self.autoscaling.all_policies[index.index()];
        let (group, now) = (&self.autoscaling.all_groups[policy.group.index()], self.now);
        let distance = signal.metric.map(|metric| metric - signal.threshold);
        let (wanted, cooldown) = match &policy.kind {
            PolicyKind::Simple {
                adjustment,
                cooldown_s,
            } => {
                let busy = group
                    .members
                    .iter()
                    .any(|member| member.state != LifecycleState::InService);
                if busy || now < group.cooldown_until || group.cooling.is_some() {
                    return Ok(());
                }
                let cooldown = cooldown_s.unwrap_or(group.spec.cooldown_s);
                (limited(group, *adjustment), Some(cooldown))
            }
            PolicyKind::Step { steps, warmup_s } => {
                let distance = distance.ok_or("the alarm has no value")?;
                (stepped(group, steps, *warmup_s, distance, now), None)
            }
            PolicyKind::Target {
                target,
                warmup_s,
                only_out,
                alarms,
            } => {
                let metric = signal.metric.ok_or("the alarm has no value")?;
                let high = self.cloudwatch.alarm(alarms[0]);
                let out = high.spec.name == signal.alarm_name;
                if !out && (*only_out || !self.all_tracking_low(policy.group)) {
                    return Ok(());
                }
                let state = if out { AlarmState::Alarm } else { AlarmState::Ok };
                (tracked(group, *target, metric, state, *warmup_s, now), None)
            }
        };
        if let Some(wanted) = wanted {
            let group = policy.group;
            self.set_desired(group, wanted, why, cause);
            self.autoscaling.all_groups[group.index()].cooling = cooldown;
        }
        Ok(())
    }

    /// Whether every target tracking policy of a group that may remove instances wants to.
    fn all_tracking_low(&self, group: GroupIndex) -> bool {
        let policies = self
            .autoscaling
            .policies()
            .filter(|(_, policy)| policy.group == group);
        let mut lows = policies.filter_map(|(_, policy)| match &policy.kind {
            PolicyKind::Target {
                alarms,
                only_out: false,
                ..
            } => Some(self.cloudwatch.alarm(alarms[1]).state),
            _ => None,
        });
        lows.all(|state| state == AlarmState::Alarm)
    }

    /// A group should have another number of instances from now on; `why` is the sentence without its time.
    pub(super) fn set_desired(&mut self, index: GroupIndex, wanted: u32, why: &str, cause: FactId) {
        let (at, from) = (
            self.sentence_time(),
            self.autoscaling.all_groups[index.index()].desired,
        );
        let what = What::DesiredChanged {
            group: index,
            from,
            to: wanted,
        };
        let fact = self.facts.note(self.now, cause, fact::What::AutoScaling(what));
        let group = &mut self.autoscaling.all_groups[index.index()];
        group.desired = wanted;
        group.cause = fact;
        group.why = format!("At {at} {why} changing the desired capacity from {from} to {wanted}.");
        self.wake_group(index, defaults::REACTION);
    }
}

fn limited(group: &super::group::Group, adjustment: Adjustment) -> Option<u32> {
    let wanted = adjustment
        .of(group.desired)
        .clamp(group.spec.min.into(), group.spec.max.into()) as u32;
    (wanted != group.desired).then_some(wanted)
}

/// How soon a group looks at itself when it is new.
pub(super) const SOON: SimDuration = defaults::REACTION;
