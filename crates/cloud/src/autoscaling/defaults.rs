//! Timings and limits of Auto Scaling, each with its unit and source.

use des::SimDuration;

/// From a change of what a group should have until it acts. Published histories: 3 to 33 s; our choice.
pub const REACTION: SimDuration = SimDuration::from_secs(6);
/// From the end of an instance until another is launched in its place. Published histories of 2024 to 2026: 1 to 2 s.
pub const REPLACEMENT: SimDuration = SimDuration::from_secs(1);
/// From one look at the health of a group's instances to the next. Not published; our choice.
pub const HEALTH_PERIOD: SimDuration = SimDuration::from_secs(30);
/// After a launch failed in every zone that may be tried, it is tried again. Not published; our choice.
pub const RETRY: SimDuration = SimDuration::from_secs(60);
/// After a launch failed in a zone, instances are not moved there for this long. Not published; our choice.
pub const ZONE_PAUSE: SimDuration = SimDuration::from_secs(300);
/// An impaired status check counts after this long: AWS may repair it. The guide says "a few minutes"; our choice.
pub const IMPAIRED_COUNTS: SimDuration = SimDuration::from_secs(300);
/// `Pending:Proceed`, `Terminating:Proceed`, and `Pending` out of standby or after attaching. Not published; our choice.
pub const PROCEEDING: SimDuration = SimDuration::from_secs(3);
/// From EC2's being told to terminate an instance until the activity is over. Published histories behind a load balancer end 4
/// and 10 s after draining; our choice.
pub const TERMINATION_CONFIRMED: SimDuration = SimDuration::from_secs(5);
/// How far a launch is, in percent, while its instance warms up. Not published; our choice.
pub const WARMING_PROGRESS: u32 = 75;
/// A target group that was detached is shown as `Removed` for this long. Not published; our choice.
pub const REMOVED_SHOWN: SimDuration = SimDuration::from_secs(60);
/// Seconds between simple scaling acts. Source: Auto Scaling API Reference, CreateAutoScalingGroup.
pub const COOLDOWN_S: u64 = 300;
/// Seconds that an instance must be allowed to be in service. Source: likewise.
pub const LEAST_LIFETIME_S: i64 = 86_400;
/// Seconds until a hook gives up. Source: Auto Scaling API Reference, PutLifecycleHook.
pub const HEARTBEAT_S: u64 = 3_600;
/// So many times its heartbeat a hook may hold an instance. Source: Auto Scaling API Reference, LifecycleHook.
pub const HEARTBEATS: u64 = 100;
/// Seconds that a hook may hold an instance at most. Source: likewise.
pub const GLOBAL_TIMEOUT_S: u64 = 172_800;
/// The least healthy instances during a refresh, in percent. Source: Auto Scaling API Reference, RefreshPreferences.
pub const REFRESH_MIN_HEALTHY: i64 = 90;
/// Seconds of a pause at a checkpoint. Source: likewise.
pub const CHECKPOINT_DELAY_S: i64 = 3_600;
/// A refresh that replaced nothing for this long has failed. Source: Auto Scaling User Guide, "Instance refresh".
pub const REFRESH_STUCK: SimDuration = SimDuration::from_secs(3_600);
/// A refresh fails after this long. Source: likewise.
pub const REFRESH_LIMIT: SimDuration = SimDuration::from_secs(14 * 86_400);
/// Refreshes of a group that can be read again. Simplified: AWS keeps them for six weeks.
pub const REFRESHES_KEPT: usize = 100;
/// Groups of a Region. Source: Auto Scaling User Guide, "Quotas".
pub const GROUPS: usize = 500;
/// Launch configurations of a Region. Source: likewise.
pub const LAUNCH_CONFIGURATIONS: i64 = 200;
/// Policies of a group. Source: likewise.
pub const POLICIES: usize = 50;
/// Lifecycle hooks of a group. Source: likewise.
pub const HOOKS: usize = 50;
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
/// Target groups of a group. Source: likewise.
pub const TARGET_GROUPS: usize = 50;
/// Target groups that one call attaches or detaches. Source: likewise.
pub const TARGET_GROUPS_PER_CALL: usize = 10;
/// Instances that `LaunchInstances` launches at most. Source: Auto Scaling API Reference, LaunchInstances.
pub const LAUNCHED_AT_ONCE: i64 = 100;
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
