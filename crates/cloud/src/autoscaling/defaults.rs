//! Timings and limits of Auto Scaling, each with its unit and source.

use des::SimDuration;

/// From a change of what a group should have until it acts. Published histories: 3 to 33 s; our choice.
pub const REACTION: SimDuration = SimDuration::from_secs(6);
/// From one look at the health of a group's instances to the next. Not published; our choice.
pub const HEALTH_PERIOD: SimDuration = SimDuration::from_secs(30);
/// After a launch failed in every zone, it is tried again. Not published; our choice.
pub const RETRY: SimDuration = SimDuration::from_secs(60);
/// An impaired status check counts after this long: AWS may repair it. The guide says "a few minutes"; our choice.
pub const IMPAIRED_COUNTS: SimDuration = SimDuration::from_secs(300);
/// Seconds between simple scaling acts. Source: Auto Scaling API Reference, CreateAutoScalingGroup.
pub const COOLDOWN_S: u64 = 300;
/// Groups of a Region. Source: Auto Scaling User Guide, "Quotas".
pub const GROUPS: usize = 500;
/// Policies of a group. Source: likewise.
pub const POLICIES: usize = 50;
/// Steps of a step policy. Source: likewise.
pub const STEPS: usize = 20;
/// Scheduled actions of a group. Source: likewise.
pub const SCHEDULED_ACTIONS: usize = 125;
/// Scheduled actions in one call. Source: likewise.
pub const SCHEDULED_BATCH: usize = 50;
/// Topics that a group tells what it does. Source: likewise.
pub const TOPICS: usize = 10;
/// Tags of a group. Source: Auto Scaling User Guide, "Tag Auto Scaling groups and instances".
pub const TAGS: usize = 50;
/// Launch configurations of a Region, which are not modelled. Source: Auto Scaling User Guide, "Quotas".
pub const LAUNCH_CONFIGURATIONS: i64 = 200;
/// Target groups of a group. Source: likewise.
pub const TARGET_GROUPS: usize = 50;
/// Activities that can be read again. Simplified: AWS keeps them for six weeks.
pub const ACTIVITIES_KEPT: usize = 2_000;
/// The least instances that rebalancing may add beyond the greatest size, which otherwise is a tenth of it. Source: Auto
/// Scaling User Guide, "Benefits of Auto Scaling for application architecture".
pub const REBALANCE_MARGIN: u32 = 1;
/// Periods of a minute above the target before target tracking adds. Field: recorded alarms.
pub const TRACKING_HIGH_PERIODS: usize = 3;
/// Periods of a minute below before it removes. Field: recorded alarms.
pub const TRACKING_LOW_PERIODS: usize = 15;
/// What "below" is, as a share of the target. Field: recorded alarms; our choice among 0.7 and 0.9.
pub const TRACKING_LOW_SHARE: f64 = 0.7;
