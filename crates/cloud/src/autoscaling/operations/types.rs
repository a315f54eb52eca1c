//! What Auto Scaling knows: its processes, termination policies, transitions, and limits.

use api::autoscaling::{
    DescribeAccountLimitsOutput, DescribeLifecycleHookTypesOutput, DescribeScalingProcessTypesOutput,
    DescribeTerminationPolicyTypesOutput, PROCESSES, ProcessType, TRANSITIONS,
};

use crate::Cloud;
use crate::autoscaling::defaults;

/// Termination policies. Two of them, about Spot Instances and launch configurations, never decide here. Left out: functions.
pub(super) const TERMINATION_POLICIES: [&str; 7] = [
    "AllocationStrategy",
    "ClosestToNextInstanceHour",
    "Default",
    "NewestInstance",
    "OldestInstance",
    "OldestLaunchConfiguration",
    "OldestLaunchTemplate",
];

pub(super) fn processes() -> DescribeScalingProcessTypesOutput {
    let process = |name: &&str| ProcessType {
        process_name: Some((*name).to_owned()),
    };
    DescribeScalingProcessTypesOutput {
        processes: PROCESSES.iter().map(process).collect(),
    }
}

pub(super) fn termination_policies() -> DescribeTerminationPolicyTypesOutput {
    DescribeTerminationPolicyTypesOutput {
        types: TERMINATION_POLICIES.map(str::to_owned).to_vec(),
    }
}

pub(super) fn lifecycle_hooks() -> DescribeLifecycleHookTypesOutput {
    DescribeLifecycleHookTypesOutput {
        types: TRANSITIONS.iter().map(|name| (*name).to_owned()).collect(),
    }
}

pub(super) fn limits(cloud: &Cloud) -> DescribeAccountLimitsOutput {
    DescribeAccountLimitsOutput {
        max_groups: Some(defaults::GROUPS as i64),
        max_launch_configurations: Some(defaults::LAUNCH_CONFIGURATIONS),
        groups: Some(cloud.autoscaling.groups().count() as i64),
        launch_configurations: Some(0),
    }
}
