//! Metrics: sent, listed, read.

use super::{Dimension, Metric, STATISTICS, UNITS};
use crate::shape::shapes;
use crate::{Map, Timestamp};

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
        /// Several values.
        values: Vec<f64> = "Values" length(0..=150),
        /// How often each of them occurred; once if left out.
        counts: Vec<f64> = "Counts" length(0..=150),
        /// Its unit.
        unit: Option<String> = "Unit" one_of(UNITS) default("None"),
        /// Seconds: 1 for high resolution, or 60.
        storage_resolution: Option<i64> = "StorageResolution" at_least(1) default("60"),
    }

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
        /// Where the last answer ended.
        next_token: Option<String> = "NextToken",
        /// Those with values of the last three hours.
        recently_active: Option<String> = "RecentlyActive" one_of(&["PT3H"]),
    }
    without "IncludeLinkedAccounts=false OwningAccount"

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
        /// If there are more, where to go on.
        next_token: Option<String> = "NextToken",
    }
    without "OwningAccounts"

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
        /// Seconds that each answer stands for, 1, 5, 10, 30 or a multiple of 60.
        period: Option<i64> = "Period" required at_least(1),
        /// Which statistics.
        statistics: Vec<String> = "Statistics" one_of(STATISTICS) length(0..=5),
        /// Which percentiles and trimmed means, such as `p99` or `tm90`.
        extended_statistics: Vec<String> = "ExtendedStatistics" length(0..=10),
        /// Only values of this unit.
        unit: Option<String> = "Unit" one_of(UNITS),
    }

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
        /// The percentiles and trimmed means asked for.
        extended_statistics: Map<f64> = "ExtendedStatistics",
    }
}
