//! What the account may have, and what there is to choose from.

use crate::shape::shapes;

shapes! {
    /// Describes how many groups the account may have, and has.
    pub struct DescribeAccountLimitsInput {
    }

    /// The limits.
    pub struct DescribeAccountLimitsOutput {
        /// The most groups.
        max_groups: Option<i64> = "MaxNumberOfAutoScalingGroups",
        /// The most launch configurations, which are not modelled.
        max_launch_configurations: Option<i64> = "MaxNumberOfLaunchConfigurations",
        /// The groups that there are.
        groups: Option<i64> = "NumberOfAutoScalingGroups",
        /// The launch configurations that there are: none.
        launch_configurations: Option<i64> = "NumberOfLaunchConfigurations",
    }

    /// Describes how an adjustment can be meant.
    pub struct DescribeAdjustmentTypesInput {
    }

    /// The ways.
    pub struct DescribeAdjustmentTypesOutput {
        /// By AWS's words.
        adjustment_types: Vec<AdjustmentType> = "AdjustmentTypes" always,
    }

    /// How an adjustment can be meant.
    pub struct AdjustmentType {
        /// AWS's word.
        adjustment_type: Option<String> = "AdjustmentType",
    }

    /// Describes what a lifecycle hook can wait at.
    pub struct DescribeLifecycleHookTypesInput {
    }

    /// The transitions.
    pub struct DescribeLifecycleHookTypesOutput {
        /// By AWS's words.
        hook_types: Vec<String> = "LifecycleHookTypes" always,
    }

    /// Describes what groups do by themselves and can be kept from.
    pub struct DescribeScalingProcessTypesInput {
    }

    /// The processes.
    pub struct DescribeScalingProcessTypesOutput {
        /// By AWS's words.
        processes: Vec<ProcessType> = "Processes" always,
    }

    /// What a group does by itself.
    pub struct ProcessType {
        /// AWS's word.
        process_name: Option<String> = "ProcessName",
    }

    /// Describes the ways to choose which instance goes first.
    pub struct DescribeTerminationPolicyTypesInput {
    }

    /// The ways.
    pub struct DescribeTerminationPolicyTypesOutput {
        /// By AWS's words.
        policy_types: Vec<String> = "TerminationPolicyTypes" always,
    }
}
