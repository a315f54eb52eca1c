//! Alarms.

use super::{CompositeAlarm, Dimension, MetricDataQuery, STATES, STATISTICS, Tag, UNITS};
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
/// The kinds of alarm.
pub const ALARM_TYPES: &[&str] = &["CompositeAlarm", "MetricAlarm"];

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
        /// A percentile or trimmed mean of it instead, such as `p99`.
        extended_statistic: Option<String> = "ExtendedStatistic",
        /// What it is about.
        dimensions: Vec<Dimension> = "Dimensions" length(0..=30),
        /// Seconds that each value stands for: 10, 20, 30 or a multiple of 60.
        period: Option<i64> = "Period" at_least(1),
        /// The unit that values must have; best left out.
        unit: Option<String> = "Unit" one_of(UNITS),
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
        /// Whether a percentile of few samples counts.
        low_samples: Option<String> = "EvaluateLowSampleCountPercentile" one_of(&["evaluate", "ignore"]) default("evaluate"),
        /// Several metrics and the expression upon them that is watched, instead of one metric.
        metrics: Vec<MetricDataQuery> = "Metrics" length(0..=10),
        /// Labels for a new alarm.
        tags: Vec<Tag> = "Tags" length(0..=50),
    }
    without "ThresholdMetricId EvaluationWindow WarmUpConfiguration EvaluationCriteria EvaluationInterval \
        ActionConfiguration"

    /// Describes alarms.
    pub struct DescribeAlarmsInput {
        /// These.
        alarm_names: Vec<String> = "AlarmNames" length(0..=100),
        /// Those whose names begin so.
        alarm_name_prefix: Option<String> = "AlarmNamePrefix" length(1..=255),
        /// Those of these kinds; metric alarms if left out.
        alarm_types: Vec<String> = "AlarmTypes" one_of(ALARM_TYPES),
        /// Those that this composite alarm looks at.
        children_of: Option<String> = "ChildrenOfAlarmName" length(1..=255),
        /// The composite alarms that look at this one.
        parents_of: Option<String> = "ParentsOfAlarmName" length(1..=255),
        /// Those in this state.
        state_value: Option<String> = "StateValue" one_of(STATES),
        /// Those with an action that begins so.
        action_prefix: Option<String> = "ActionPrefix" length(1..=1_024),
        /// At most so many at once.
        max_records: Option<i64> = "MaxRecords" range(1..=100) default("50"),
        /// Where the last answer ended.
        next_token: Option<String> = "NextToken",
    }

    /// The alarms.
    pub struct DescribeAlarmsOutput {
        /// Composite ones, by name.
        composite_alarms: Vec<CompositeAlarm> = "CompositeAlarms" always,
        /// Those upon metrics, by name.
        metric_alarms: Vec<MetricAlarm> = "MetricAlarms" always,
        /// If there are more, where to go on.
        next_token: Option<String> = "NextToken",
    }
    without "LogAlarms"

    /// Describes the alarms upon one metric.
    pub struct DescribeAlarmsForMetricInput {
        /// Its name.
        metric_name: Option<String> = "MetricName" required length(1..=255),
        /// Its namespace.
        namespace: Option<String> = "Namespace" required length(1..=255),
        /// Those that look at this statistic.
        statistic: Option<String> = "Statistic" one_of(STATISTICS),
        /// Those that look at this percentile or trimmed mean.
        extended_statistic: Option<String> = "ExtendedStatistic",
        /// What it is about.
        dimensions: Vec<Dimension> = "Dimensions" length(0..=30),
        /// Those with this period, in seconds.
        period: Option<i64> = "Period" at_least(1),
        /// Those with this unit.
        unit: Option<String> = "Unit" one_of(UNITS),
    }

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
        /// Which percentile or trimmed mean of it.
        extended_statistic: Option<String> = "ExtendedStatistic",
        /// What it is about.
        dimensions: Vec<Dimension> = "Dimensions" always,
        /// Seconds that each value stands for.
        period: Option<i64> = "Period",
        /// The unit that values must have.
        unit: Option<String> = "Unit",
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
        /// Whether a percentile of few samples counts.
        low_samples: Option<String> = "EvaluateLowSampleCountPercentile",
        /// Several metrics and the expression that is watched.
        metrics: Vec<MetricDataQuery> = "Metrics",
        /// What keeps it from being evaluated in full.
        evaluation_state: Option<String> = "EvaluationState",
        /// When it last came into another state.
        state_transitioned: Option<Timestamp> = "StateTransitionedTimestamp",
    }
    without "ThresholdMetricId EvaluationWindow WarmUpConfiguration EvaluationCriteria EvaluationInterval \
        ActionConfiguration"

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
