//! Metrics of groups.

use crate::shape::shapes;

/// Metrics of a group. Those of warm pools are not modelled.
pub const GROUP_METRICS: &[&str] = &[
    "GroupMinSize",
    "GroupMaxSize",
    "GroupDesiredCapacity",
    "GroupInServiceInstances",
    "GroupPendingInstances",
    "GroupStandbyInstances",
    "GroupTerminatingInstances",
    "GroupTotalInstances",
    "GroupInServiceCapacity",
    "GroupPendingCapacity",
    "GroupStandbyCapacity",
    "GroupTerminatingCapacity",
    "GroupTotalCapacity",
];
/// How often they are told.
pub const GRANULARITIES: &[&str] = &["1Minute"];

shapes! {
    /// Lets metrics of a group be told from now on.
    pub struct EnableMetricsCollectionInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Which metrics; all if left out.
        metrics: Vec<String> = "Metrics" one_of(GROUP_METRICS),
        /// How often.
        granularity: Option<String> = "Granularity" required one_of(GRANULARITIES),
    }

    /// Lets metrics of a group no longer be told.
    pub struct DisableMetricsCollectionInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Which metrics; all if left out.
        metrics: Vec<String> = "Metrics" one_of(GROUP_METRICS),
    }

    /// A metric that is told.
    pub struct EnabledMetric {
        /// Which.
        metric: Option<String> = "Metric",
        /// How often.
        granularity: Option<String> = "Granularity",
    }

    /// Describes the metrics that a group can tell.
    pub struct DescribeMetricCollectionTypesInput {
    }

    /// The metrics.
    pub struct DescribeMetricCollectionTypesOutput {
        /// Which.
        metrics: Vec<MetricCollectionType> = "Metrics" always,
        /// How often.
        granularities: Vec<MetricGranularityType> = "Granularities" always,
    }

    /// A metric that a group can tell.
    pub struct MetricCollectionType {
        /// Which.
        metric: Option<String> = "Metric",
    }

    /// How often a metric can be told.
    pub struct MetricGranularityType {
        /// As AWS writes it.
        granularity: Option<String> = "Granularity",
    }
}
