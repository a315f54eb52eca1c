//! Timings and limits of CloudWatch, each with its unit and source.

use des::SimDuration;

/// The finest period that is kept, in seconds. High-resolution metrics are not modelled.
pub const PERIOD_S: u64 = 60;
/// From the end of a period until its value can be read. Not published; our choice.
pub const DELAY: SimDuration = SimDuration::from_secs(10);
/// Values by the minute that one metric keeps: a day. Simplified: AWS keeps them for 15 days.
pub const MINUTES_KEPT: usize = 24 * 60;
/// Values by five minutes that one metric keeps: 15 days. Simplified: AWS keeps them for 63 days.
pub const FIVE_MINUTES_KEPT: usize = 15 * 24 * 12;
/// Values that one `GetMetricStatistics` answers with. Source: CloudWatch API Reference, GetMetricStatistics.
pub const DATAPOINTS_MAX: u64 = 1_440;
/// An alarm looks at so many more periods than it needs. Published for three only; our choice for others.
pub const RANGE_BEYOND: u64 = 2;
/// The longest time that an alarm may look at: a day. Source: CloudWatch API Reference, PutMetricAlarm, for periods of less
/// than an hour; seven days for longer ones.
pub const LOOKED_AT_MAX_S: i64 = 86_400;
/// Alarm history is kept for so many items of all alarms together. Simplified: AWS keeps it for two weeks.
pub const HISTORY_KEPT: usize = 2_000;
