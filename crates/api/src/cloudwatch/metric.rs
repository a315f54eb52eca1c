//! Metrics: sent, listed, read.

use super::{Dimension, Metric, STATISTICS};
use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Sends values of one's own metrics.
    pub struct PutMetricDataInput {
        /// May not begin with `AWS/`.
        namespace: Option<String> = "Namespace" required length(1..=255),
        /// The values.
        metric_data: Vec<MetricDatum> = "MetricData" length(0..=1_000),
    }
    without "EntityMetricData StrictEntityValidation=false"

    /// Values of one metric at one time.
    pub struct MetricDatum {
        /// Its name.
        metric_name: Option<String> = "MetricName" required length(1..=255),
        /// What it is about.
        dimensions: Vec<Dimension> = "Dimensions" length(0..=30),
        /// When; now if left out.
        timestamp: Option<Timestamp> = "Timestamp",
        /// The value.
        value: Option<f64> = "Value",
        /// Several values, already summed up.
        statistic_values: Option<StatisticSet> = "StatisticValues",
        /// Its unit.
        unit: Option<String> = "Unit",
    }
    without "Values Counts StorageResolution=60"

    /// Several values, summed up.
    pub struct StatisticSet {
        /// How many.
        sample_count: Option<f64> = "SampleCount" required,
        /// Their sum.
        sum: Option<f64> = "Sum" required,
        /// The least.
        minimum: Option<f64> = "Minimum" required,
        /// The greatest.
        maximum: Option<f64> = "Maximum" required,
    }

    /// Lists the metrics that have values.
    pub struct ListMetricsInput {
        /// Those of this namespace.
        namespace: Option<String> = "Namespace" length(1..=255),
        /// Those of this name.
        metric_name: Option<String> = "MetricName" length(1..=255),
        /// Those with these dimensions.
        dimensions: Vec<DimensionFilter> = "Dimensions" length(0..=10),
    }
    without "NextToken RecentlyActive IncludeLinkedAccounts=false OwningAccount"

    /// A dimension that a metric must have.
    pub struct DimensionFilter {
        /// Its name.
        name: Option<String> = "Name" required length(1..=255),
        /// Its value; any if left out.
        value: Option<String> = "Value" length(1..=1_024),
    }

    /// The metrics.
    pub struct ListMetricsOutput {
        /// By their full names.
        metrics: Vec<Metric> = "Metrics" always,
    }

    /// Reads statistics of one metric.
    pub struct GetMetricStatisticsInput {
        /// Its namespace.
        namespace: Option<String> = "Namespace" required length(1..=255),
        /// Its name.
        metric_name: Option<String> = "MetricName" required length(1..=255),
        /// What it is about; all of its dimensions.
        dimensions: Vec<Dimension> = "Dimensions" length(0..=30),
        /// From here on.
        start_time: Option<Timestamp> = "StartTime" required,
        /// Up to here, not included.
        end_time: Option<Timestamp> = "EndTime" required,
        /// Seconds that each answer stands for, a multiple of 60.
        period: Option<i64> = "Period" required at_least(1),
        /// Which statistics.
        statistics: Vec<String> = "Statistics" one_of(STATISTICS) length(0..=5),
    }
    without "ExtendedStatistics Unit"

    /// The statistics.
    pub struct GetMetricStatisticsOutput {
        /// The metric's name.
        label: Option<String> = "Label",
        /// In no order.
        datapoints: Vec<Datapoint> = "Datapoints" always,
    }

    /// The statistics of one period.
    pub struct Datapoint {
        /// When the period began.
        timestamp: Option<Timestamp> = "Timestamp",
        /// How many values.
        sample_count: Option<f64> = "SampleCount",
        /// Their mean.
        average: Option<f64> = "Average",
        /// Their sum.
        sum: Option<f64> = "Sum",
        /// The least.
        minimum: Option<f64> = "Minimum",
        /// The greatest.
        maximum: Option<f64> = "Maximum",
        /// Their unit.
        unit: Option<String> = "Unit",
    }
}
