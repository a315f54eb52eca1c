//! What there is to choose from.

use api::autoscaling::{
    ADJUSTMENT_TYPES, AdjustmentType, DescribeAdjustmentTypesOutput,
    DescribeAutoScalingNotificationTypesOutput, DescribeMetricCollectionTypesOutput, GRANULARITIES,
    GROUP_METRICS, MetricCollectionType, MetricGranularityType, NOTIFICATION_TYPES,
};

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
