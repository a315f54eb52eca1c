//! Instance refresh: a group's instances are replaced one after the other.

use super::LaunchTemplateSpecification;
use crate::Timestamp;
use crate::shape::shapes;

/// What becomes of instances that are protected from scale-in.
pub const PROTECTED_INSTANCES: &[&str] = &["Refresh", "Ignore", "Wait"];
/// What becomes of instances in standby.
pub const STANDBY_INSTANCES: &[&str] = &["Terminate", "Ignore", "Wait"];

shapes! {
    /// Begins to replace the instances of a group.
    pub struct StartInstanceRefreshInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// What the new instances are launched from, and the group's from then on.
        desired: Option<DesiredConfiguration> = "DesiredConfiguration",
        /// How it goes about it.
        preferences: Option<RefreshPreferences> = "Preferences",
    }
    without "Strategy=Rolling"

    /// The refresh.
    pub struct StartInstanceRefreshOutput {
        /// Its id.
        refresh_id: Option<String> = "InstanceRefreshId",
    }

    /// What new instances are launched from.
    pub struct DesiredConfiguration {
        /// A launch template and its version.
        launch_template: Option<LaunchTemplateSpecification> = "LaunchTemplate",
    }
    without "MixedInstancesPolicy"

    /// How a refresh goes about it.
    pub struct RefreshPreferences {
        /// At least so many healthy and in service, in percent of what the group should have.
        min_healthy: Option<i64> = "MinHealthyPercentage" range(0..=100) default("90"),
        /// Seconds until a new instance counts.
        warmup: Option<i64> = "InstanceWarmup" range(0..=172_800),
        /// Where it pauses, in percent.
        checkpoints: Vec<i64> = "CheckpointPercentages",
        /// Seconds of each pause.
        checkpoint_delay: Option<i64> = "CheckpointDelay" range(0..=172_800) default("3600"),
        /// Whether instances that are as they should be stay.
        skip_matching: Option<bool> = "SkipMatching" default("false"),
        /// Whether it rolls back when it fails.
        auto_rollback: Option<bool> = "AutoRollback" default("false"),
        /// What becomes of instances that are protected from scale-in.
        protected: Option<String> = "ScaleInProtectedInstances" one_of(PROTECTED_INSTANCES) default("Wait"),
        /// What becomes of instances in standby.
        standby: Option<String> = "StandbyInstances" one_of(STANDBY_INSTANCES) default("Wait"),
        /// At most so many, in percent of what the group should have.
        max_healthy: Option<i64> = "MaxHealthyPercentage" range(100..=200),
        /// Seconds that it waits at the end.
        bake_time: Option<i64> = "BakeTime" range(0..=172_800),
    }
    without "AlarmSpecification"

    /// Stops a refresh where it is.
    pub struct CancelInstanceRefreshInput {
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Whether instances that come or go are waited for.
        wait: Option<bool> = "WaitForTransitioningInstances" default("true"),
    }

    /// The refresh.
    pub struct CancelInstanceRefreshOutput {
        /// Its id.
        refresh_id: Option<String> = "InstanceRefreshId",
    }

    /// Takes back what a refresh has replaced.
    pub struct RollbackInstanceRefreshInput {
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
    }

    /// The refresh.
    pub struct RollbackInstanceRefreshOutput {
        /// Its id.
        refresh_id: Option<String> = "InstanceRefreshId",
    }

    /// Describes the refreshes of a group.
    pub struct DescribeInstanceRefreshesInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// These; all if left out.
        refresh_ids: Vec<String> = "InstanceRefreshIds",
        /// Where the answer before ended.
        next_token: Option<String> = "NextToken",
        /// Entries in an answer.
        max_records: Option<i64> = "MaxRecords" range(1..=100) default("50"),
    }

    /// The refreshes.
    pub struct DescribeInstanceRefreshesOutput {
        /// Newest first.
        refreshes: Vec<InstanceRefresh> = "InstanceRefreshes" always,
        /// To ask for more, if there are more.
        next_token: Option<String> = "NextToken",
    }

    /// A refresh.
    pub struct InstanceRefresh {
        /// Its id.
        refresh_id: Option<String> = "InstanceRefreshId",
        /// Its group.
        group_name: Option<String> = "AutoScalingGroupName",
        /// How far it is.
        status: Option<String> = "Status",
        /// Why it waits or ended.
        status_reason: Option<String> = "StatusReason",
        /// Since when.
        start_time: Option<Timestamp> = "StartTime",
        /// Until when.
        end_time: Option<Timestamp> = "EndTime",
        /// How many instances are replaced, in percent.
        percentage_complete: Option<i64> = "PercentageComplete",
        /// How many are not.
        instances_to_update: Option<i64> = "InstancesToUpdate",
        /// How it goes about it.
        preferences: Option<RefreshPreferences> = "Preferences",
        /// What the new instances are launched from.
        desired: Option<DesiredConfiguration> = "DesiredConfiguration",
        /// If it rolls back: why, and from where.
        rollback_details: Option<RollbackDetails> = "RollbackDetails",
        /// `Rolling`.
        strategy: Option<String> = "Strategy",
    }

    /// Why and from where a refresh rolls back.
    pub struct RollbackDetails {
        /// Why.
        reason: Option<String> = "RollbackReason",
        /// Since when.
        start_time: Option<Timestamp> = "RollbackStartTime",
        /// How many instances were replaced then, in percent.
        percentage_complete: Option<i64> = "PercentageCompleteOnRollback",
        /// How many were not.
        instances_to_update: Option<i64> = "InstancesToUpdateOnRollback",
    }
}
