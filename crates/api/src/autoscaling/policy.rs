//! Scaling policies.

use crate::shape::shapes;

/// Kinds of policies that are modelled.
pub const POLICY_TYPES: &[&str] = &["SimpleScaling", "StepScaling", "TargetTrackingScaling"];
/// How an adjustment is meant.
pub const ADJUSTMENT_TYPES: &[&str] = &["ChangeInCapacity", "ExactCapacity", "PercentChangeInCapacity"];
/// How the values that an alarm saw become one.
pub const AGGREGATIONS: &[&str] = &["Minimum", "Maximum", "Average"];
/// Metrics that target tracking knows by name. AWS's one of high resolution is not among them.
pub const PREDEFINED_METRICS: &[&str] = &[
    "ASGAverageCPUUtilization",
    "ASGAverageNetworkIn",
    "ASGAverageNetworkOut",
    "ALBRequestCountPerTarget",
];
/// Statistics of metrics.
pub const STATISTICS: &[&str] = &["Average", "Minimum", "Maximum", "SampleCount", "Sum"];

shapes! {
    /// Makes a scaling policy, or gives one another configuration.
    pub struct PutScalingPolicyInput {
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Its name.
        policy_name: Option<String> = "PolicyName" required length(1..=255),
        /// Its kind.
        policy_type: Option<String> = "PolicyType" one_of(POLICY_TYPES) default("SimpleScaling"),
        /// How its adjustment is meant.
        adjustment_type: Option<String> = "AdjustmentType" one_of(ADJUSTMENT_TYPES),
        /// The least change, if it is meant in percent.
        min_magnitude: Option<i64> = "MinAdjustmentMagnitude" range(1..=10_000),
        /// The adjustment of simple scaling.
        scaling_adjustment: Option<i64> = "ScalingAdjustment" range(-10_000..=10_000),
        /// Seconds until simple scaling acts again.
        cooldown: Option<i64> = "Cooldown" range(0..=172_800),
        /// How the values that the alarm of step scaling saw become one.
        aggregation: Option<String> = "MetricAggregationType" one_of(AGGREGATIONS),
        /// The steps of step scaling.
        step_adjustments: Vec<StepAdjustment> = "StepAdjustments",
        /// Seconds until a new instance counts.
        warmup: Option<i64> = "EstimatedInstanceWarmup" range(0..=172_800),
        /// What target tracking holds.
        target_tracking: Option<TargetTrackingConfiguration> = "TargetTrackingConfiguration",
        /// Whether it acts.
        enabled: Option<bool> = "Enabled" default("true"),
    }
    without "MinAdjustmentStep PredictiveScalingConfiguration"

    /// The policy.
    pub struct PutScalingPolicyOutput {
        /// Its name among all resources of AWS.
        policy_arn: Option<String> = "PolicyARN",
        /// The alarms of target tracking.
        alarms: Vec<Alarm> = "Alarms" always,
    }

    /// One step: from a distance to the threshold to another.
    pub struct StepAdjustment {
        /// From here on; open if left out.
        lower_bound: Option<f64> = "MetricIntervalLowerBound",
        /// Up to here; open if left out.
        upper_bound: Option<f64> = "MetricIntervalUpperBound",
        /// The adjustment.
        scaling_adjustment: Option<i64> = "ScalingAdjustment" required range(-10_000..=10_000),
    }

    /// What target tracking holds.
    pub struct TargetTrackingConfiguration {
        /// A metric by name.
        predefined_metric: Option<PredefinedMetricSpecification> = "PredefinedMetricSpecification",
        /// Any metric.
        customized_metric: Option<CustomizedMetricSpecification> = "CustomizedMetricSpecification",
        /// The value to hold.
        target_value: Option<f64> = "TargetValue" required,
        /// Whether it only adds.
        disable_scale_in: Option<bool> = "DisableScaleIn" default("false"),
    }

    /// A metric by name.
    pub struct PredefinedMetricSpecification {
        /// Its name.
        metric_type: Option<String> = "PredefinedMetricType" required one_of(PREDEFINED_METRICS),
        /// For requests per target: `app/<name>/<id>/targetgroup/<name>/<id>`.
        resource_label: Option<String> = "ResourceLabel" length(1..=1_023),
    }

    /// Any metric, by its full name.
    pub struct CustomizedMetricSpecification {
        /// Its name.
        metric_name: Option<String> = "MetricName",
        /// Its namespace.
        namespace: Option<String> = "Namespace",
        /// What it is about.
        dimensions: Vec<MetricDimension> = "Dimensions",
        /// Which statistic of it.
        statistic: Option<String> = "Statistic" one_of(STATISTICS),
    }
    without "Unit Period=60 Metrics"

    /// One thing that a metric is about.
    pub struct MetricDimension {
        /// Its kind.
        name: Option<String> = "Name" required,
        /// Which.
        value: Option<String> = "Value" required,
    }

    /// An alarm of a policy.
    pub struct Alarm {
        /// Its name.
        alarm_name: Option<String> = "AlarmName",
        /// Its name among all resources of AWS.
        alarm_arn: Option<String> = "AlarmARN",
    }

    /// Describes policies.
    pub struct DescribePoliciesInput {
        /// Those of this group.
        group_name: Option<String> = "AutoScalingGroupName" length(1..=255),
        /// These, by name or ARN.
        policy_names: Vec<String> = "PolicyNames",
        /// Those of these kinds.
        policy_types: Vec<String> = "PolicyTypes" one_of(POLICY_TYPES),
        /// Where the answer before ended.
        next_token: Option<String> = "NextToken",
        /// Entries in an answer.
        max_records: Option<i64> = "MaxRecords" range(1..=100) default("50"),
    }
    without "IncludeManagedResources=false"

    /// The policies.
    pub struct DescribePoliciesOutput {
        /// In the order in which they were made.
        policies: Vec<ScalingPolicy> = "ScalingPolicies" always,
        /// To ask for more, if there are more.
        next_token: Option<String> = "NextToken",
    }

    /// A policy.
    pub struct ScalingPolicy {
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName",
        /// Its name.
        policy_name: Option<String> = "PolicyName",
        /// Its name among all resources of AWS.
        policy_arn: Option<String> = "PolicyARN",
        /// Its kind.
        policy_type: Option<String> = "PolicyType",
        /// How its adjustment is meant.
        adjustment_type: Option<String> = "AdjustmentType",
        /// The least change, if it is meant in percent.
        min_magnitude: Option<i64> = "MinAdjustmentMagnitude",
        /// The adjustment of simple scaling.
        scaling_adjustment: Option<i64> = "ScalingAdjustment",
        /// Seconds until simple scaling acts again.
        cooldown: Option<i64> = "Cooldown",
        /// The steps of step scaling.
        step_adjustments: Vec<StepAdjustment> = "StepAdjustments" always,
        /// How the values that the alarm saw become one.
        aggregation: Option<String> = "MetricAggregationType",
        /// Seconds until a new instance counts.
        warmup: Option<i64> = "EstimatedInstanceWarmup",
        /// The alarms that it made, or that have it as an action.
        alarms: Vec<Alarm> = "Alarms" always,
        /// What target tracking holds.
        target_tracking: Option<TargetTrackingConfiguration> = "TargetTrackingConfiguration",
        /// Whether it acts.
        enabled: Option<bool> = "Enabled",
    }

    /// Deletes a policy; the alarms of target tracking too.
    pub struct DeletePolicyInput {
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" length(1..=255),
        /// Its name or ARN.
        policy_name: Option<String> = "PolicyName" required length(1..=1_600),
    }

    /// Lets a policy act, as its alarm would.
    pub struct ExecutePolicyInput {
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" length(1..=255),
        /// Its name or ARN.
        policy_name: Option<String> = "PolicyName" required length(1..=1_600),
        /// Whether a cooldown keeps it from acting.
        honor_cooldown: Option<bool> = "HonorCooldown" default("false"),
        /// The metric's value, for step scaling.
        metric_value: Option<f64> = "MetricValue",
        /// The alarm's threshold, for step scaling.
        breach_threshold: Option<f64> = "BreachThreshold",
    }
}
