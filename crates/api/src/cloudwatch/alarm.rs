//! Alarms.

use super::{Dimension, STATES, STATISTICS};
use crate::Timestamp;
use crate::shape::shapes;

/// How a value is compared with the threshold.
pub const COMPARISON_OPERATORS: &[&str] = &[
    "GreaterThanOrEqualToThreshold",
    "GreaterThanThreshold",
    "LessThanThreshold",
    "LessThanOrEqualToThreshold",
];
/// What stands in for values that are missing.
pub const MISSING_DATA: &[&str] = &["missing", "ignore", "breaching", "notBreaching"];

shapes! {
    /// Makes an alarm, or gives one another configuration; its state stays.
    pub struct PutMetricAlarmInput {
        /// Its name.
        alarm_name: Option<String> = "AlarmName" required length(1..=255),
        /// What it is for.
        alarm_description: Option<String> = "AlarmDescription" length(0..=1_024),
        /// Whether it acts.
        actions_enabled: Option<bool> = "ActionsEnabled" default("true"),
        /// What to do when it becomes OK.
        ok_actions: Vec<String> = "OKActions" length(0..=5),
        /// What to do when it becomes ALARM.
        alarm_actions: Vec<String> = "AlarmActions" length(0..=5),
        /// What to do when it has too little data.
        insufficient_data_actions: Vec<String> = "InsufficientDataActions" length(0..=5),
        /// The metric.
        metric_name: Option<String> = "MetricName" length(1..=255),
        /// Its namespace.
        namespace: Option<String> = "Namespace" length(1..=255),
        /// Which statistic of it.
        statistic: Option<String> = "Statistic" one_of(STATISTICS),
        /// What it is about.
        dimensions: Vec<Dimension> = "Dimensions" length(0..=30),
        /// Seconds that each value stands for, a multiple of 60.
        period: Option<i64> = "Period" at_least(1),
        /// Values looked at.
        evaluation_periods: Option<i64> = "EvaluationPeriods" at_least(1),
        /// Of them, how many must breach; all if left out.
        datapoints_to_alarm: Option<i64> = "DatapointsToAlarm" at_least(1),
        /// What values are compared with.
        threshold: Option<f64> = "Threshold",
        /// How.
        comparison_operator: Option<String> = "ComparisonOperator" one_of(COMPARISON_OPERATORS),
        /// What stands in for missing values.
        treat_missing_data: Option<String> = "TreatMissingData" one_of(MISSING_DATA) default("missing"),
    }
    without "ExtendedStatistic Unit EvaluateLowSampleCountPercentile Metrics Tags ThresholdMetricId EvaluationWindow \
        WarmUpConfiguration EvaluationCriteria EvaluationInterval ActionConfiguration"

    /// Describes alarms.
    pub struct DescribeAlarmsInput {
        /// These.
        alarm_names: Vec<String> = "AlarmNames" length(0..=100),
        /// Those whose names begin so.
        alarm_name_prefix: Option<String> = "AlarmNamePrefix" length(1..=255),
        /// Those in this state.
        state_value: Option<String> = "StateValue" one_of(STATES),
        /// Those with an action that begins so.
        action_prefix: Option<String> = "ActionPrefix" length(1..=1_024),
    }
    without "AlarmTypes ChildrenOfAlarmName ParentsOfAlarmName MaxRecords NextToken"

    /// The alarms.
    pub struct DescribeAlarmsOutput {
        /// By name.
        metric_alarms: Vec<MetricAlarm> = "MetricAlarms" always,
    }

    /// Describes the alarms upon one metric.
    pub struct DescribeAlarmsForMetricInput {
        /// Its name.
        metric_name: Option<String> = "MetricName" required length(1..=255),
        /// Its namespace.
        namespace: Option<String> = "Namespace" required length(1..=255),
        /// What it is about.
        dimensions: Vec<Dimension> = "Dimensions" length(0..=30),
    }
    without "Statistic ExtendedStatistic Period Unit"

    /// The alarms.
    pub struct DescribeAlarmsForMetricOutput {
        /// By name.
        metric_alarms: Vec<MetricAlarm> = "MetricAlarms" always,
    }

    /// An alarm.
    pub struct MetricAlarm {
        /// Its name.
        alarm_name: Option<String> = "AlarmName",
        /// Its name among all resources of AWS.
        alarm_arn: Option<String> = "AlarmArn",
        /// What it is for.
        alarm_description: Option<String> = "AlarmDescription",
        /// When it got its configuration.
        configuration_updated: Option<Timestamp> = "AlarmConfigurationUpdatedTimestamp",
        /// Whether it acts.
        actions_enabled: Option<bool> = "ActionsEnabled",
        /// What it does when it becomes OK.
        ok_actions: Vec<String> = "OKActions" always,
        /// What it does when it becomes ALARM.
        alarm_actions: Vec<String> = "AlarmActions" always,
        /// What it does when it has too little data.
        insufficient_data_actions: Vec<String> = "InsufficientDataActions" always,
        /// Its state.
        state_value: Option<String> = "StateValue",
        /// Why.
        state_reason: Option<String> = "StateReason",
        /// The same as JSON.
        state_reason_data: Option<String> = "StateReasonData",
        /// When its state was last set.
        state_updated: Option<Timestamp> = "StateUpdatedTimestamp",
        /// The metric.
        metric_name: Option<String> = "MetricName",
        /// Its namespace.
        namespace: Option<String> = "Namespace",
        /// Which statistic of it.
        statistic: Option<String> = "Statistic",
        /// What it is about.
        dimensions: Vec<Dimension> = "Dimensions" always,
        /// Seconds that each value stands for.
        period: Option<i64> = "Period",
        /// Values looked at.
        evaluation_periods: Option<i64> = "EvaluationPeriods",
        /// Of them, how many must breach.
        datapoints_to_alarm: Option<i64> = "DatapointsToAlarm",
        /// What values are compared with.
        threshold: Option<f64> = "Threshold",
        /// How.
        comparison_operator: Option<String> = "ComparisonOperator",
        /// What stands in for missing values.
        treat_missing_data: Option<String> = "TreatMissingData",
        /// When it last came into another state.
        state_transitioned: Option<Timestamp> = "StateTransitionedTimestamp",
    }

    /// Describes what became of alarms, whether or not they are still there.
    pub struct DescribeAlarmHistoryInput {
        /// Of this one.
        alarm_name: Option<String> = "AlarmName" length(1..=255),
        /// Of this kind.
        history_item_type: Option<String> = "HistoryItemType"
            one_of(&["ConfigurationUpdate", "StateUpdate", "Action"]),
        /// From here on.
        start_date: Option<Timestamp> = "StartDate",
        /// Up to here.
        end_date: Option<Timestamp> = "EndDate",
        /// Newest or oldest first.
        scan_by: Option<String> = "ScanBy" one_of(&["TimestampDescending", "TimestampAscending"])
            default("TimestampDescending"),
    }
    without "AlarmContributorId AlarmTypes MaxRecords NextToken"

    /// What became.
    pub struct DescribeAlarmHistoryOutput {
        /// As asked for.
        items: Vec<AlarmHistoryItem> = "AlarmHistoryItems" always,
    }

    /// Something that became of an alarm.
    pub struct AlarmHistoryItem {
        /// Which alarm.
        alarm_name: Option<String> = "AlarmName",
        /// Its kind.
        alarm_type: Option<String> = "AlarmType",
        /// When.
        timestamp: Option<Timestamp> = "Timestamp",
        /// The kind of item.
        history_item_type: Option<String> = "HistoryItemType",
        /// In a sentence.
        history_summary: Option<String> = "HistorySummary",
    }

    /// Sets an alarm's state until it is next evaluated.
    pub struct SetAlarmStateInput {
        /// Which.
        alarm_name: Option<String> = "AlarmName" required length(1..=255),
        /// To what.
        state_value: Option<String> = "StateValue" required one_of(STATES),
        /// Why.
        state_reason: Option<String> = "StateReason" required length(0..=1_023),
        /// The same as JSON.
        state_reason_data: Option<String> = "StateReasonData" length(0..=4_000),
    }

    /// Lets alarms act again.
    pub struct EnableAlarmActionsInput {
        /// Which.
        alarm_names: Vec<String> = "AlarmNames" required length(1..=100),
    }

    /// Keeps alarms from acting; their states still change.
    pub struct DisableAlarmActionsInput {
        /// Which.
        alarm_names: Vec<String> = "AlarmNames" required length(1..=100),
    }

    /// Deletes alarms; a name that is none stops no other.
    pub struct DeleteAlarmsInput {
        /// Which.
        alarm_names: Vec<String> = "AlarmNames" required length(1..=100),
    }
}
