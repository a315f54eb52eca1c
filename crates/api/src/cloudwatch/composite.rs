//! Composite alarms: alarms upon the states of others.

use super::Tag;
use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Makes an alarm upon the states of other alarms, or gives one another configuration.
    pub struct PutCompositeAlarmInput {
        /// Whether it acts.
        actions_enabled: Option<bool> = "ActionsEnabled" default("true"),
        /// What to do when it becomes ALARM.
        alarm_actions: Vec<String> = "AlarmActions" length(0..=5),
        /// What it is for.
        alarm_description: Option<String> = "AlarmDescription" length(0..=1_024),
        /// Its name.
        alarm_name: Option<String> = "AlarmName" required length(1..=255),
        /// Such as `ALARM("a") AND NOT OK("b")`.
        alarm_rule: Option<String> = "AlarmRule" required length(1..=10_240),
        /// What to do when it has too little data.
        insufficient_data_actions: Vec<String> = "InsufficientDataActions" length(0..=5),
        /// What to do when it becomes OK.
        ok_actions: Vec<String> = "OKActions" length(0..=5),
        /// Labels for a new alarm.
        tags: Vec<Tag> = "Tags" length(0..=50),
        /// The alarm that keeps this one from acting while it is in ALARM, by name or ARN.
        actions_suppressor: Option<String> = "ActionsSuppressor" length(1..=1_600),
        /// Seconds to wait for the suppressor before acting.
        wait_period: Option<i64> = "ActionsSuppressorWaitPeriod" at_least(0),
        /// Seconds to wait after the suppressor before acting.
        extension_period: Option<i64> = "ActionsSuppressorExtensionPeriod" at_least(0),
    }
    without "ActionConfiguration"

    /// A composite alarm.
    pub struct CompositeAlarm {
        /// Whether it acts.
        actions_enabled: Option<bool> = "ActionsEnabled",
        /// What it does when it becomes ALARM.
        alarm_actions: Vec<String> = "AlarmActions" always,
        /// Its name among all resources of AWS.
        alarm_arn: Option<String> = "AlarmArn",
        /// When it got its configuration.
        configuration_updated: Option<Timestamp> = "AlarmConfigurationUpdatedTimestamp",
        /// What it is for.
        alarm_description: Option<String> = "AlarmDescription",
        /// Its name.
        alarm_name: Option<String> = "AlarmName",
        /// Its rule.
        alarm_rule: Option<String> = "AlarmRule",
        /// What it does when it has too little data.
        insufficient_data_actions: Vec<String> = "InsufficientDataActions" always,
        /// What it does when it becomes OK.
        ok_actions: Vec<String> = "OKActions" always,
        /// Why it is in its state.
        state_reason: Option<String> = "StateReason",
        /// The same as JSON.
        state_reason_data: Option<String> = "StateReasonData",
        /// When its state was last set.
        state_updated: Option<Timestamp> = "StateUpdatedTimestamp",
        /// Its state.
        state_value: Option<String> = "StateValue",
        /// When it last came into another state.
        state_transitioned: Option<Timestamp> = "StateTransitionedTimestamp",
        /// What keeps it from acting: `WaitPeriod`, `ExtensionPeriod` or `Alarm`.
        suppressed_by: Option<String> = "ActionsSuppressedBy",
        /// The same in a sentence.
        suppressed_reason: Option<String> = "ActionsSuppressedReason",
        /// The alarm that may keep it from acting.
        actions_suppressor: Option<String> = "ActionsSuppressor",
        /// Seconds to wait for the suppressor before acting.
        wait_period: Option<i64> = "ActionsSuppressorWaitPeriod",
        /// Seconds to wait after the suppressor before acting.
        extension_period: Option<i64> = "ActionsSuppressorExtensionPeriod",
    }
    without "ActionConfiguration"
}
