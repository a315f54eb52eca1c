//! Timings and limits of CloudWatch, each with its unit and source.

use des::SimDuration;

/// The period by which services tell their metrics, in seconds.
pub const PERIOD_S: u64 = 60;
/// From the end of a period until its value can be read. Not published; our choice.
pub const DELAY: SimDuration = SimDuration::from_secs(10);
/// How long values by the second are kept, in seconds: three hours. Source: CloudWatch User Guide, "Metrics retention".
pub const SECONDS_KEPT_S: u32 = 3 * 3_600;
/// How long values by the minute are kept, in seconds: 15 days. Source: the same.
pub const MINUTES_KEPT_S: u32 = 15 * 86_400;
/// How long values by five minutes are kept, in seconds: 63 days. Source: the same.
pub const FIVE_MINUTES_KEPT_S: u32 = 63 * 86_400;
/// How long values by the hour are kept, in seconds: 455 days. Source: the same.
pub const HOURS_KEPT_S: u32 = 455 * 86_400;
/// A metric without values for so many seconds is not listed: two weeks. Source: CloudWatch API Reference, ListMetrics.
pub const LISTED_S: u64 = 14 * 86_400;
/// `RecentlyActive` lists metrics with values of the last three hours, in seconds. Source: the same.
pub const RECENTLY_ACTIVE_S: u64 = 3 * 3_600;
/// Metrics that one `ListMetrics` answers with. Source: the same.
pub const METRICS_PER_ANSWER: usize = 500;
/// Different values that a period keeps apart for percentiles. Our choice.
pub const SKETCH_VALUES: usize = 128;
/// Periods of a metric that know which different values they had: a day of minutes. Our choice.
pub const SKETCHES_KEPT: usize = 24 * 60;
/// Different values in one datum. Source: CloudWatch API Reference, MetricDatum.
pub const VALUES_PER_DATUM: usize = 150;
/// Values that one `GetMetricData` answers with. Source: CloudWatch API Reference, GetMetricData.
pub const DATA_MAX: i64 = 100_800;
/// From a change of an alarm's state until the composite alarms upon it have heard of it. Not published; our choice.
pub const COMPOSITE_DELAY: SimDuration = SimDuration::from_secs(1);
/// Alarms that a composite alarm may look at. Source: CloudWatch API Reference, PutCompositeAlarm.
pub const CHILDREN_MAX: usize = 100;
/// Elements of a composite alarm's rule. Source: the same.
pub const RULE_ELEMENTS_MAX: usize = 500;
/// An alarm is evaluated so often. Source: CloudWatch User Guide, "Using Amazon CloudWatch alarms".
pub const EVALUATED_EVERY: SimDuration = SimDuration::from_secs(60);
/// A high-resolution alarm is evaluated so often. Source: the same.
pub const EVALUATED_FINELY_EVERY: SimDuration = SimDuration::from_secs(10);
/// Alarms of an account. Source: CloudWatch User Guide, "CloudWatch service quotas".
pub const ALARMS_MAX: usize = 5_000;
/// Labels of an alarm. Source: CloudWatch API Reference, TagResource.
pub const TAGS_MAX: usize = 50;
/// Values that one `GetMetricStatistics` answers with. Source: CloudWatch API Reference, GetMetricStatistics.
pub const DATAPOINTS_MAX: u64 = 1_440;
/// An alarm looks at so many more periods than it needs. Published for three only; our choice for others.
pub const RANGE_BEYOND: u64 = 2;
/// The longest time that an alarm may look at: a day. Source: CloudWatch API Reference, PutMetricAlarm, for periods of less
/// than an hour; seven days for longer ones.
pub const LOOKED_AT_MAX_S: i64 = 86_400;
/// Alarm history is kept for so many items of all alarms together. Simplified: AWS keeps it for two weeks.
pub const HISTORY_KEPT: usize = 2_000;
