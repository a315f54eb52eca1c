//! What the account may have, and what there is to choose from.

use api::autoscaling::{
    ADJUSTMENT_TYPES, AdjustmentType, DescribeAccountLimitsOutput, DescribeAdjustmentTypesOutput,
    DescribeAutoScalingNotificationTypesOutput, DescribeLifecycleHookTypesOutput,
    DescribeMetricCollectionTypesOutput, DescribeScalingProcessTypesOutput,
    DescribeTerminationPolicyTypesOutput, GRANULARITIES, GROUP_METRICS, MetricCollectionType,
    MetricGranularityType, NOTIFICATION_TYPES, PROCESSES, ProcessType,
};

use super::settings::TERMINATION_POLICIES;
use crate::Cloud;
use crate::autoscaling::defaults;

const HOOK_TYPES: [&str; 2] = [
    "autoscaling:EC2_INSTANCE_LAUNCHING",
    "autoscaling:EC2_INSTANCE_TERMINATING",
];

pub(super) fn limits(cloud: &Cloud) -> DescribeAccountLimitsOutput {
    DescribeAccountLimitsOutput {
        max_groups: Some(defaults::GROUPS as i64),
        max_launch_configurations: Some(defaults::LAUNCH_CONFIGURATIONS),
        groups: Some(cloud.autoscaling.groups().count() as i64),
        launch_configurations: Some(0),
    }
}

fn owned(words: &[&str]) -> impl Iterator<Item = String> {
    words.iter().map(|word| (*word).to_owned())
}

pub(super) fn adjustment_types() -> DescribeAdjustmentTypesOutput {
    let kind = |kind| AdjustmentType {
        adjustment_type: Some(kind),
    };
    DescribeAdjustmentTypesOutput {
        adjustment_types: owned(ADJUSTMENT_TYPES).map(kind).collect(),
    }
}

pub(super) fn notification_types() -> DescribeAutoScalingNotificationTypesOutput {
    DescribeAutoScalingNotificationTypesOutput {
        notification_types: owned(NOTIFICATION_TYPES).collect(),
    }
}

pub(super) fn hook_types() -> DescribeLifecycleHookTypesOutput {
    DescribeLifecycleHookTypesOutput {
        hook_types: owned(&HOOK_TYPES).collect(),
    }
}

pub(super) fn metric_types() -> DescribeMetricCollectionTypesOutput {
    let metric = |metric| MetricCollectionType { metric: Some(metric) };
    let granularity = |granularity| MetricGranularityType {
        granularity: Some(granularity),
    };
    DescribeMetricCollectionTypesOutput {
        metrics: owned(GROUP_METRICS).map(metric).collect(),
        granularities: owned(GRANULARITIES).map(granularity).collect(),
    }
}

pub(super) fn process_types() -> DescribeScalingProcessTypesOutput {
    let mut processes: Vec<String> = owned(PROCESSES).collect();
    processes.sort_unstable();
    let process = |name| ProcessType {
        process_name: Some(name),
    };
    DescribeScalingProcessTypesOutput {
        processes: processes.into_iter().map(process).collect(),
    }
}

pub(super) fn termination_policy_types() -> DescribeTerminationPolicyTypesOutput {
    let mut policy_types: Vec<String> = owned(&TERMINATION_POLICIES).collect();
    policy_types.sort_unstable();
    DescribeTerminationPolicyTypesOutput { policy_types }
}
