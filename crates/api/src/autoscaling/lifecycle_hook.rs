//! Lifecycle hooks: they hold instances on their way into service or out of it.

use crate::shape::shapes;

/// When a hook holds an instance.
pub const TRANSITIONS: &[&str] = &[
    "autoscaling:EC2_INSTANCE_LAUNCHING",
    "autoscaling:EC2_INSTANCE_TERMINATING",
];
/// What becomes of an instance that was held.
pub const RESULTS: &[&str] = &["CONTINUE", "ABANDON"];

shapes! {
    /// Makes a lifecycle hook, or changes what is said of one.
    pub struct PutLifecycleHookInput {
        /// Its name, unique in the group.
        hook_name: Option<String> = "LifecycleHookName" required length(1..=255),
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// When it holds an instance; needed for a new one.
        transition: Option<String> = "LifecycleTransition" one_of(TRANSITIONS),
        /// What to tell whoever waits for it.
        metadata: Option<String> = "NotificationMetadata" length(1..=4_000),
        /// Seconds until it gives up.
        heartbeat: Option<i64> = "HeartbeatTimeout" range(30..=7_200) default("3600"),
        /// What then holds.
        default_result: Option<String> = "DefaultResult" one_of(RESULTS) default("ABANDON"),
    }
    without "RoleARN NotificationTargetARN"

    /// Deletes a lifecycle hook; what it holds goes on.
    pub struct DeleteLifecycleHookInput {
        /// Which.
        hook_name: Option<String> = "LifecycleHookName" required length(1..=255),
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
    }

    /// Lets an instance that a hook holds go on.
    pub struct CompleteLifecycleActionInput {
        /// The hook.
        hook_name: Option<String> = "LifecycleHookName" required length(1..=255),
        /// Its group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=1_600),
        /// The token of the action.
        token: Option<String> = "LifecycleActionToken" length(36..=36),
        /// How it goes on.
        result: Option<String> = "LifecycleActionResult" required one_of(RESULTS),
        /// Or the instance.
        instance_id: Option<String> = "InstanceId" length(1..=19),
    }

    /// Gives a hook its whole time again.
    pub struct RecordLifecycleActionHeartbeatInput {
        /// The hook.
        hook_name: Option<String> = "LifecycleHookName" required length(1..=255),
        /// Its group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=1_600),
        /// The token of the action.
        token: Option<String> = "LifecycleActionToken" length(36..=36),
        /// Or the instance.
        instance_id: Option<String> = "InstanceId" length(1..=19),
    }

    /// Describes the lifecycle hooks of a group.
    pub struct DescribeLifecycleHooksInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// These; all if left out.
        hook_names: Vec<String> = "LifecycleHookNames" length(0..=50),
    }

    /// The hooks.
    pub struct DescribeLifecycleHooksOutput {
        /// By name.
        hooks: Vec<LifecycleHook> = "LifecycleHooks" always,
    }

    /// A lifecycle hook.
    pub struct LifecycleHook {
        /// Its name.
        hook_name: Option<String> = "LifecycleHookName",
        /// Its group.
        group_name: Option<String> = "AutoScalingGroupName",
        /// When it holds an instance.
        transition: Option<String> = "LifecycleTransition",
        /// What to tell whoever waits for it.
        metadata: Option<String> = "NotificationMetadata",
        /// Seconds until it gives up.
        heartbeat: Option<i64> = "HeartbeatTimeout",
        /// Seconds until it gives up, however often it is reminded.
        global_timeout: Option<i64> = "GlobalTimeout",
        /// What then holds.
        default_result: Option<String> = "DefaultResult",
    }

    /// Describes when hooks can hold an instance.
    pub struct DescribeLifecycleHookTypesInput {}

    /// When hooks can hold an instance.
    pub struct DescribeLifecycleHookTypesOutput {
        /// By name.
        types: Vec<String> = "LifecycleHookTypes" always,
    }
}
