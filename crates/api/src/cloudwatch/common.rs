//! What many operations share.

use crate::shape::shapes;

/// The statistics that can be asked for.
pub const STATISTICS: &[&str] = &["SampleCount", "Average", "Sum", "Minimum", "Maximum"];
/// The states of an alarm.
pub const STATES: &[&str] = &["OK", "ALARM", "INSUFFICIENT_DATA"];
/// The units that values can have.
pub const UNITS: &[&str] = &[
    "Seconds",
    "Microseconds",
    "Milliseconds",
    "Bytes",
    "Kilobytes",
    "Megabytes",
    "Gigabytes",
    "Terabytes",
    "Bits",
    "Kilobits",
    "Megabits",
    "Gigabits",
    "Terabits",
    "Percent",
    "Count",
    "Bytes/Second",
    "Kilobytes/Second",
    "Megabytes/Second",
    "Gigabytes/Second",
    "Terabytes/Second",
    "Bits/Second",
    "Kilobits/Second",
    "Megabits/Second",
    "Gigabits/Second",
    "Terabits/Second",
    "Count/Second",
    "None",
];

shapes! {
    /// A name and value that tell metrics of one name apart.
    pub struct Dimension {
        /// Such as `InstanceId`.
        name: Option<String> = "Name" required length(1..=255),
        /// Such as an instance's id.
        value: Option<String> = "Value" required length(1..=1_024),
    }

    /// A metric's full name.
    pub struct Metric {
        /// Such as `AWS/EC2`.
        namespace: Option<String> = "Namespace",
        /// Such as `CPUUtilization`.
        metric_name: Option<String> = "MetricName",
        /// What it is about.
        dimensions: Vec<Dimension> = "Dimensions" always,
    }
}
