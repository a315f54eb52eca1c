//! What can be asked of a group's instances.

use super::Activity;
use crate::shape::shapes;

shapes! {
    /// Says how many instances a group should have.
    pub struct SetDesiredCapacityInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// How many.
        desired_capacity: Option<i64> = "DesiredCapacity" required range(0..=10_000),
        /// Whether a running cooldown refuses it.
        honor_cooldown: Option<bool> = "HonorCooldown" default("false"),
    }

    /// Terminates instances of a group.
    pub struct TerminateInstanceInAutoScalingGroupInput {
        /// Which.
        instance_id: Option<String> = "InstanceId" length(1..=19),
        /// Which ones, of one group.
        instance_ids: Vec<String> = "InstanceIds" length(0..=100),
        /// Their group.
        group_name: Option<String> = "AutoScalingGroupName" length(1..=255),
        /// Whether the group should have fewer from now on.
        decrement: Option<bool> = "ShouldDecrementDesiredCapacity" required,
    }

    /// What the group does about it.
    pub struct TerminateInstanceInAutoScalingGroupOutput {
        /// The activity.
        activity: Option<Activity> = "Activity",
        /// The activities, if several were asked for.
        activities: Vec<Activity> = "Activities",
    }

    /// Tells a group how an instance is.
    pub struct SetInstanceHealthInput {
        /// Which.
        instance_id: Option<String> = "InstanceId" required length(1..=19),
        /// How it is.
        health_status: Option<String> = "HealthStatus" required one_of(&["Healthy", "Unhealthy"]),
        /// Whether the grace period counts.
        respect_grace_period: Option<bool> = "ShouldRespectGracePeriod" default("true"),
    }

    /// Protects instances from scale-in, or no longer.
    pub struct SetInstanceProtectionInput {
        /// Which.
        instance_ids: Vec<String> = "InstanceIds" required length(1..=50),
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Whether they are.
        protected: Option<bool> = "ProtectedFromScaleIn" required,
    }

    /// Makes running instances part of a group, which should have as many more from now on.
    pub struct AttachInstancesInput {
        /// Which.
        instance_ids: Vec<String> = "InstanceIds" length(0..=20),
        /// To which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
    }

    /// Lets instances go from a group; they run on.
    pub struct DetachInstancesInput {
        /// Which.
        instance_ids: Vec<String> = "InstanceIds" length(0..=20),
        /// From which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Whether the group should have fewer from now on.
        decrement: Option<bool> = "ShouldDecrementDesiredCapacity" required,
    }

    /// What the group does about it.
    pub struct DetachInstancesOutput {
        /// An activity each.
        activities: Vec<Activity> = "Activities" always,
    }

    /// Takes instances out of service for a while; they run on, unchecked.
    pub struct EnterStandbyInput {
        /// Which.
        instance_ids: Vec<String> = "InstanceIds" length(0..=20),
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Whether the group should have fewer from now on.
        decrement: Option<bool> = "ShouldDecrementDesiredCapacity" required,
    }

    /// What the group does about it.
    pub struct EnterStandbyOutput {
        /// An activity each.
        activities: Vec<Activity> = "Activities" always,
    }

    /// Takes instances back into service; the group should have as many more from now on.
    pub struct ExitStandbyInput {
        /// Which.
        instance_ids: Vec<String> = "InstanceIds" length(0..=20),
        /// Of which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
    }

    /// What the group does about it.
    pub struct ExitStandbyOutput {
        /// An activity each.
        activities: Vec<Activity> = "Activities" always,
    }
}
