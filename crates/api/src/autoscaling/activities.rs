//! What groups did, and what keeps them from it.

use crate::Timestamp;
use crate::shape::shapes;

/// What a group does by itself and can be kept from.
pub const PROCESSES: &[&str] = &[
    "AZRebalance",
    "AddToLoadBalancer",
    "AlarmNotification",
    "HealthCheck",
    "InstanceRefresh",
    "Launch",
    "ReplaceUnhealthy",
    "ScheduledActions",
    "Terminate",
];

shapes! {
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

    /// Describes what a group does by itself.
    pub struct DescribeScalingProcessTypesInput {}

    /// What a group does by itself.
    pub struct DescribeScalingProcessTypesOutput {
        /// By name.
        processes: Vec<ProcessType> = "Processes" always,
    }

    /// Something that a group does by itself.
    pub struct ProcessType {
        /// Its name.
        process_name: Option<String> = "ProcessName",
    }

    /// Describes by what a group chooses the instance that goes first.
    pub struct DescribeTerminationPolicyTypesInput {}

    /// By what a group chooses.
    pub struct DescribeTerminationPolicyTypesOutput {
        /// By name.
        types: Vec<String> = "TerminationPolicyTypes" always,
    }

    /// Describes how many groups there may be.
    pub struct DescribeAccountLimitsInput {}

    /// How many there may be, and are.
    pub struct DescribeAccountLimitsOutput {
        /// Groups there may be.
        max_groups: Option<i64> = "MaxNumberOfAutoScalingGroups",
        /// Launch configurations there may be.
        max_launch_configurations: Option<i64> = "MaxNumberOfLaunchConfigurations",
        /// Groups there are.
        groups: Option<i64> = "NumberOfAutoScalingGroups",
        /// Launch configurations there are: none, they are not modelled.
        launch_configurations: Option<i64> = "NumberOfLaunchConfigurations",
    }

    /// Describes what groups did, newest first.
    pub struct DescribeScalingActivitiesInput {
        /// These.
        activity_ids: Vec<String> = "ActivityIds",
        /// Those of this group.
        group_name: Option<String> = "AutoScalingGroupName" length(1..=255),
        /// Whether of deleted groups, too.
        include_deleted: Option<bool> = "IncludeDeletedGroups" default("false"),
        /// Entries in an answer.
        max_records: Option<i64> = "MaxRecords" range(1..=100) default("100"),
        /// Where the answer before ended.
        next_token: Option<String> = "NextToken",
    }
    without "IncludeManagedResources=false Filters"

    /// What they did.
    pub struct DescribeScalingActivitiesOutput {
        /// Newest first.
        activities: Vec<Activity> = "Activities" always,
        /// To ask for more, if there are more.
        next_token: Option<String> = "NextToken",
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
        /// `Deleted` for a group that is gone.
        group_state: Option<String> = "AutoScalingGroupState",
        /// The group's name among all resources of AWS.
        group_arn: Option<String> = "AutoScalingGroupARN",
    }
}
