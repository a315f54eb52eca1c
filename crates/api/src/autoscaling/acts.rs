//! What can be asked of a group, and what it did.

use crate::Timestamp;
use crate::shape::shapes;

/// What a group does by itself and can be kept from.
pub const PROCESSES: &[&str] = &[
    "Launch",
    "Terminate",
    "HealthCheck",
    "ReplaceUnhealthy",
    "AlarmNotification",
    "ScheduledActions",
    "AddToLoadBalancer",
];

shapes! {
    /// Says how many instances a group should have.
    pub struct SetDesiredCapacityInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// How many.
        desired_capacity: Option<i64> = "DesiredCapacity" required range(0..=10_000),
    }
    without "HonorCooldown=false"

    /// Terminates an instance of a group.
    pub struct TerminateInstanceInAutoScalingGroupInput {
        /// Which.
        instance_id: Option<String> = "InstanceId" needed length(1..=19),
        /// Whether the group should have one fewer from now on.
        decrement: Option<bool> = "ShouldDecrementDesiredCapacity" required,
    }
    without "InstanceIds AutoScalingGroupName"

    /// What the group does about it.
    pub struct TerminateInstanceInAutoScalingGroupOutput {
        /// The activity.
        activity: Option<Activity> = "Activity",
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

    /// Keeps a group from doing things by itself.
    pub struct SuspendProcessesInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// What; all if left out.
        processes: Vec<String> = "ScalingProcesses" one_of(PROCESSES),
    }

    /// Lets a group do things by itself again.
    pub struct ResumeProcessesInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// What; all if left out.
        processes: Vec<String> = "ScalingProcesses" one_of(PROCESSES),
    }

    /// Registers a group's instances in target groups, new ones too.
    pub struct AttachLoadBalancerTargetGroupsInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Where.
        target_group_arns: Vec<String> = "TargetGroupARNs" required length(1..=10),
    }

    /// Takes a group's instances out of target groups.
    pub struct DetachLoadBalancerTargetGroupsInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Of where.
        target_group_arns: Vec<String> = "TargetGroupARNs" required length(1..=10),
    }

    /// Describes the target groups of a group.
    pub struct DescribeLoadBalancerTargetGroupsInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
    }
    without "NextToken MaxRecords"

    /// The target groups.
    pub struct DescribeLoadBalancerTargetGroupsOutput {
        /// With how far each is.
        target_groups: Vec<LoadBalancerTargetGroupState> = "LoadBalancerTargetGroups" always,
    }

    /// A target group of a group.
    pub struct LoadBalancerTargetGroupState {
        /// Which.
        target_group_arn: Option<String> = "LoadBalancerTargetGroupARN",
        /// How far it is.
        state: Option<String> = "State",
    }

    /// Describes what groups did, newest first.
    pub struct DescribeScalingActivitiesInput {
        /// These.
        activity_ids: Vec<String> = "ActivityIds",
        /// Those of this group.
        group_name: Option<String> = "AutoScalingGroupName" length(1..=255),
        /// Whether of deleted groups, too.
        include_deleted: Option<bool> = "IncludeDeletedGroups" default("false"),
    }
    without "IncludeManagedResources=false MaxRecords NextToken Filters"

    /// What they did.
    pub struct DescribeScalingActivitiesOutput {
        /// Newest first.
        activities: Vec<Activity> = "Activities" always,
    }

    /// Something that a group did, or does.
    pub struct Activity {
        /// Its id.
        activity_id: Option<String> = "ActivityId",
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName",
        /// What.
        description: Option<String> = "Description",
        /// Why.
        cause: Option<String> = "Cause",
        /// Since when.
        start_time: Option<Timestamp> = "StartTime",
        /// Until when.
        end_time: Option<Timestamp> = "EndTime",
        /// How far it is.
        status_code: Option<String> = "StatusCode",
        /// What went wrong.
        status_message: Option<String> = "StatusMessage",
        /// The same in percent.
        progress: Option<i64> = "Progress",
        /// Subnet and zone, as JSON.
        details: Option<String> = "Details",
    }

    /// A label on a group.
    pub struct Tag {
        /// The group.
        resource_id: Option<String> = "ResourceId",
        /// `auto-scaling-group`.
        resource_type: Option<String> = "ResourceType",
        /// At most 128 characters.
        key: Option<String> = "Key" required length(1..=128),
        /// At most 256 characters.
        value: Option<String> = "Value" length(0..=256),
        /// Whether new instances bear it, too.
        propagate: Option<bool> = "PropagateAtLaunch",
    }
}
