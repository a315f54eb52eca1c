//! What an alarm does when it comes into a state: mails, scaling, instances.

use super::history::{self, HistoryKind};
use super::{Alarm, AlarmIndex, AlarmState};
use crate::Cloud;
use crate::autoscaling::AlarmSignal;
use crate::ec2::{InstanceIndex, InstanceState};
use crate::fact::FactId;
use crate::sns::Message;

impl Cloud {
    /// An alarm has come into a state and acts once.
    pub(super) fn act(&mut self, index: AlarmIndex, old: AlarmState, cause: FactId) {
        let alarm = self.cloudwatch.alarm(index);
        if !alarm.spec.actions_enabled {
            return;
        }
        for arn in alarm.actions_now().to_vec() {
            let done = self.carry_out(index, &arn, old, cause);
            self.tell(index, &arn, done);
        }
    }

    /// Scaling policies are told every minute for as long as the alarm stays in the state.
    pub(super) fn tell_policies_again(&mut self, index: AlarmIndex) {
        let alarm = self.cloudwatch.alarm(index);
        if !alarm.spec.actions_enabled {
            return;
        }
        let (state, cause) = (alarm.state, alarm.cause);
        let policies = alarm.actions_now().iter().filter(|arn| is_policy(arn));
        for arn in policies.cloned().collect::<Vec<_>>() {
            // Its history tells the first time only, as AWS's does.
            let _done_or_not = self.carry_out(index, &arn, state, cause);
        }
    }

    fn tell(&mut self, index: AlarmIndex, arn: &str, done: Result<(), String>) {
        let state = self.cloudwatch.alarm(index).state;
        let data = history::action(state, arn, done.as_ref().err().map(String::as_str));
        let summary = match done {
            Ok(()) => format!("Successfully executed action {arn}"),
            Err(why) => format!("Failed to execute action {arn}. Received error: \"{why}\""),
        };
        self.remember(index, HistoryKind::Action, summary, data);
    }

    fn carry_out(
        &mut self,
        index: AlarmIndex,
        arn: &str,
        old: AlarmState,
        cause: FactId,
    ) -> Result<(), String> {
        let alarm = self.cloudwatch.alarm(index);
        if is_policy(arn) {
            let signal = AlarmSignal {
                alarm_name: alarm.spec.name.clone(),
                state: alarm.state,
                values: alarm.recent.iter().map(|(_, value)| *value).collect(),
                measured: alarm.recent.first().map_or(self.now, |(start, _)| *start),
                threshold: alarm.spec.threshold,
            };
            return self.policy_signalled(arn, &signal, cause);
        }
        if arn.starts_with("arn:aws:sns:") {
            let (state, name) = (alarm.state.name(), &alarm.spec.name);
            let subject = format!("{state}: \"{name}\" in {}", self.region.long_name());
            let (json, plain) = (self.alarm_message(index, old), self.alarm_mail(index, old));
            let message = Message {
                subject: &subject,
                text: &json,
                plain: Some(&plain),
            };
            return self.notify(arn, message, cause);
        }
        let verb = ec2_verb(arn).ok_or("this action is not modelled here")?;
        let id = alarm.spec.metric.dimension("InstanceId");
        let instance = id.and_then(|id| self.ec2.find(id));
        let instance = instance.ok_or("the alarm is about no instance")?;
        self.act_on_instance(instance, verb, cause)
    }

    fn act_on_instance(&mut self, index: InstanceIndex, verb: &str, cause: FactId) -> Result<(), String> {
        let state = self.ec2.instances[index.index()].state;
        let running = state == InstanceState::Running;
        match verb {
            "stop" if self.ec2.instances[index.index()].stop_protection => {
                return Err("the instance is protected from being stopped".to_owned());
            }
            "stop" if running => self.power_off(index, InstanceState::Stopping, cause),
            "terminate" if self.ec2.instances[index.index()].termination_protection => {
                return Err("the instance is protected from termination".to_owned());
            }
            "terminate" if running || state == InstanceState::Stopped => {
                self.power_off(index, InstanceState::ShuttingDown, cause);
            }
            "reboot" if running => self.reboot(index, cause),
            "recover" if running => return self.recover_instance(index, cause),
            _ => return Err(format!("the instance is {}", state.name())),
        }
        Ok(())
    }
}

/// Whether an action is a scaling policy's.
pub(super) fn is_policy(arn: &str) -> bool {
    arn.starts_with("arn:aws:autoscaling:") && arn.contains(":scalingPolicy:")
}

/// What an action does to an instance, in either form of its ARN.
pub(super) fn ec2_verb(arn: &str) -> Option<&'static str> {
    const VERBS: [(&str, &str); 4] = [
        ("stop", "AWS_EC2.InstanceId.Stop/1.0"),
        ("terminate", "AWS_EC2.InstanceId.Terminate/1.0"),
        ("reboot", "AWS_EC2.InstanceId.Reboot/1.0"),
        ("recover", "AWS_EC2.InstanceId.Recover/1.0"),
    ];
    let parts: Vec<&str> = arn.split(':').collect();
    let known = |(verb, flow): &&(&str, &str)| match parts.as_slice() {
        ["arn", "aws", "automate", _, "ec2", found] => found == verb,
        ["arn", "aws", "swf", _, _, action] => action.strip_prefix("action/actions/") == Some(flow),
        _ => false,
    };
    VERBS.iter().find(known).map(|(verb, _)| *verb)
}

impl Cloud {
    /// No alarm has this action any more; those that had it.
    pub(crate) fn remove_alarm_action(&mut self, arn: &str) -> Vec<AlarmIndex> {
        let acts = |alarm: &Alarm| alarm.spec.actions.iter().flatten().any(|action| action == arn);
        let alarms = self.cloudwatch.alarms().filter(|(_, alarm)| acts(alarm));
        let alarms: Vec<AlarmIndex> = alarms.map(|(index, _)| index).collect();
        for index in &alarms {
            let alarm = &mut self.cloudwatch.all_alarms[index.index()];
            for actions in &mut alarm.spec.actions {
                actions.retain(|action| action != arn);
            }
        }
        alarms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_on_instances_have_two_spellings() {
        assert_eq!(ec2_verb("arn:aws:automate:us-east-2:ec2:stop"), Some("stop"));
        let flow = "arn:aws:swf:us-east-2:123456789012:action/actions/AWS_EC2.InstanceId.Reboot/1.0";
        assert_eq!(ec2_verb(flow), Some("reboot"));
        assert_eq!(ec2_verb("arn:aws:automate:us-east-2:ec2:explode"), None);
        assert_eq!(ec2_verb("arn:aws:sns:us-east-2:123456789012:stop"), None);
    }
}
