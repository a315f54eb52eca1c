//! Many metrics at once, and mathematics upon them.

use super::{Metric, UNITS};
use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Reads many metrics at once, and expressions upon them.
    pub struct GetMetricDataInput {
        /// What is asked for.
        queries: Vec<MetricDataQuery> = "MetricDataQueries" required length(1..=500),
        /// From here on.
        start_time: Option<Timestamp> = "StartTime" required,
        /// Up to here, not included.
        end_time: Option<Timestamp> = "EndTime" required,
        /// Where the last answer ended.
        next_token: Option<String> = "NextToken",
        /// Newest or oldest first.
        scan_by: Option<String> = "ScanBy" one_of(&["TimestampDescending", "TimestampAscending"])
            default("TimestampDescending"),
        /// At most so many values at once.
        max_datapoints: Option<i64> = "MaxDatapoints" range(1..=100_800) default("100800"),
    }
    without "LabelOptions"

    /// One metric, or one expression upon others.
    pub struct MetricDataQuery {
        /// A name for expressions, beginning with a small letter.
        id: Option<String> = "Id" required length(1..=255),
        /// The metric.
        metric_stat: Option<MetricStat> = "MetricStat",
        /// Or the expression, such as `errors / requests * 100`.
        expression: Option<String> = "Expression" length(1..=2_048),
        /// A name for people.
        label: Option<String> = "Label",
        /// Whether its values are wanted themselves.
        return_data: Option<bool> = "ReturnData" default("true"),
        /// Seconds that each value of the expression stands for.
        period: Option<i64> = "Period" at_least(1),
    }
    without "AccountId"

    /// A statistic of a metric.
    pub struct MetricStat {
        /// The metric.
        metric: Option<Metric> = "Metric" required,
        /// Seconds that each value stands for.
        period: Option<i64> = "Period" required at_least(1),
        /// Such as `Average` or `p99`.
        stat: Option<String> = "Stat" required,
        /// Only values of this unit.
        unit: Option<String> = "Unit" one_of(UNITS),
    }

    /// What was asked for.
    pub struct GetMetricDataOutput {
        /// By query.
        results: Vec<MetricDataResult> = "MetricDataResults" always,
        /// If there are more values, where to go on.
        next_token: Option<String> = "NextToken",
    }
    without "Messages"

    /// The values of one query.
    pub struct MetricDataResult {
        /// Its name.
        id: Option<String> = "Id",
        /// Its name for people.
        label: Option<String> = "Label",
        /// When each period began.
        timestamps: Vec<Timestamp> = "Timestamps" always,
        /// Its value.
        values: Vec<f64> = "Values" always,
        /// Whether that is all.
        status_code: Option<String> = "StatusCode",
    }
    without "Messages"
}
