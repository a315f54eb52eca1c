//! What an alarm does when it comes into a state: mails, scaling, instances.

use super::{Alarm, AlarmIndex, AlarmState, HistoryKind};
use crate::Cloud;
use crate::autoscaling::AlarmSignal;
use crate::ec2::{InstanceIndex, InstanceState};
use crate::fact::FactId;

impl Cloud {
    /// An alarm has come into a state and acts once.
    pub(super) fn act(&mut self, index: AlarmIndex, old: AlarmState, cause: FactId) {
        let alarm = &self.cloudwatch.all_alarms[index.index()];
        if !alarm.spec.actions_enabled {
            return;
        }
        for arn in alarm.actions_now().to_vec() {
            let done = self.carry_out(index, &arn, old, cause);
            self.tell(index, &arn, done);
        }
    }

    /// Scaling policies are told every minute for as long as the alarm stays in the state.
    pub(super) fn repeat_scaling_actions(&mut self, index: AlarmIndex) {
        let alarm = &self.cloudwatch.all_alarms[index.index()];
        if !alarm.spec.actions_enabled {
            return;
        }
        let (state, cause) = (alarm.state, alarm.cause);
        let policies = alarm
            .actions_now()
            .iter()
            .filter(|arn| arn.contains(":scalingPolicy:"));
        for arn in policies.cloned().collect::<Vec<_>>() {
            // Its history tells the first time only, as AWS's does.
            let _done_or_not = self.carry_out(index, &arn, state, cause);
        }
    }

    fn tell(&mut self, index: AlarmIndex, arn: &str, done: Result<(), String>) {
        let summary = match done {
            Ok(()) => format!("Successfully executed action {arn}"),
            Err(why) => format!("Failed to execute action {arn}. Received error: \"{why}\""),
        };
        self.remember(index, HistoryKind::Action, summary);
    }

    fn carry_out(
        &mut self,
        index: AlarmIndex,
        arn: &str,
        old: AlarmState,
        cause: FactId,
    ) -> Result<(), String> {
        let alarm = &self.cloudwatch.all_alarms[index.index()];
        if arn.contains(":scalingPolicy:") {
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
            let subject = format!(
                "{}: \"{}\" in {}",
                alarm.state.name(),
                alarm.spec.name,
                self.region.long_name()
            );
            let message = self.alarm_message(index, old);
            return self.notify(arn, &subject, &message, cause);
        }
        let verb = arn.rsplit(':').next().unwrap_or_default();
        let instance = self.instance_of(index).ok_or("the alarm is about no instance")?;
        self.act_on_instance(instance, verb, cause)
    }

    fn instance_of(&self, index: AlarmIndex) -> Option<InstanceIndex> {
        let dimensions = &self.cloudwatch.all_alarms[index.index()].spec.metric.dimensions;
        let (_, id) = dimensions.iter().find(|(name, _)| name == "InstanceId")?;
        self.ec2.find(id)
    }

    fn act_on_instance(&mut self, index: InstanceIndex, verb: &str, cause: FactId) -> Result<(), String> {
        let state = self.ec2.instances[index.index()].state;
        let running = state == InstanceState::Running;
        match verb {
            "stop" if running => self.power_off(index, InstanceState::Stopping, cause),
            "terminate" if running || state == InstanceState::Stopped => {
                self.power_off(index, InstanceState::ShuttingDown, cause);
            }
            "reboot" if running => self.reboot(index, cause),
            "stop" | "terminate" | "reboot" => {
                return Err(format!("the instance is {}", state.name()));
            }
            _ => return Err("this action is not modelled here".to_owned()),
        }
        Ok(())
    }

    /// What a mail about an alarm says.
    fn alarm_message(&self, index: AlarmIndex, old: AlarmState) -> String {
        let alarm = &self.cloudwatch.all_alarms[index.index()];
        let text = |text: &str| api::json::compact(api::Value::String(text));
        let when = api::Timestamp::of(self.now).to_string();
        let dimensions: Vec<String> = alarm
            .spec
            .metric
            .dimensions
            .iter()
            .map(|(name, value)| format!("{{\"value\":{},\"name\":{}}}", text(value), text(name)))
            .collect();
        format!(
            "{{\"AlarmName\":{},\"AlarmDescription\":{},\"AWSAccountId\":\"{}\",\"NewStateValue\":\"{}\",\
             \"NewStateReason\":{},\"StateChangeTime\":\"{when}\",\"Region\":{},\"AlarmArn\":{},\"OldStateValue\":\"{}\",\
             \"Trigger\":{{\"MetricName\":{},\"Namespace\":{},\"StatisticType\":\"Statistic\",\"Statistic\":\"{}\",\
             \"Dimensions\":[{}],\"Period\":{},\"EvaluationPeriods\":{},\"DatapointsToAlarm\":{},\
             \"ComparisonOperator\":\"{}\",\"Threshold\":{}}}}}",
            text(&alarm.spec.name),
            alarm.spec.description.as_deref().map_or("null".to_owned(), text),
            crate::ec2::defaults::ACCOUNT_ID,
            alarm.state.name(),
            text(&alarm.reason),
            text(&self.region.long_name()),
            text(&self.alarm_arn(&alarm.spec.name)),
            old.name(),
            text(&alarm.spec.metric.name),
            text(&alarm.spec.metric.namespace),
            alarm.spec.statistic.to_uppercase(),
            dimensions.join(","),
            alarm.spec.period_s,
            alarm.spec.evaluation_periods,
            alarm.spec.datapoints_to_alarm,
            alarm.spec.comparison.name(),
            alarm.spec.threshold,
        )
    }
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

impl Alarm {
    /// What it does in the state that it is in.
    #[must_use]
    pub fn actions_now(&self) -> &[String] {
        &self.spec.actions[self.state as usize]
    }
}
