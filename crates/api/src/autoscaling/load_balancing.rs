//! Where a group's instances are registered.

use crate::shape::shapes;

shapes! {
    /// Registers a group's instances in target groups, new ones too.
    pub struct AttachLoadBalancerTargetGroupsInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Where.
        target_group_arns: Vec<String> = "TargetGroupARNs" required,
    }

    /// Takes a group's instances out of target groups.
    pub struct DetachLoadBalancerTargetGroupsInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Of where.
        target_group_arns: Vec<String> = "TargetGroupARNs" required,
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

    /// Where instances are registered, said in the newer way.
    pub struct TrafficSourceIdentifier {
        /// A target group, by ARN.
        identifier: Option<String> = "Identifier" required length(1..=511),
        /// `elbv2`.
        source_type: Option<String> = "Type" length(1..=511),
    }

    /// Registers a group's instances with traffic sources, new ones too.
    pub struct AttachTrafficSourcesInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Where.
        traffic_sources: Vec<TrafficSourceIdentifier> = "TrafficSources" required,
        /// Whether a target group whose nodes keep to their zone is no obstacle to zonal shifts of the group.
        skip_shift_validation: Option<bool> = "SkipZonalShiftValidation" default("false"),
    }

    /// Takes a group's instances out of traffic sources.
    pub struct DetachTrafficSourcesInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Of where.
        traffic_sources: Vec<TrafficSourceIdentifier> = "TrafficSources" required,
    }

    /// Describes the traffic sources of a group.
    pub struct DescribeTrafficSourcesInput {
        /// Which group.
        group_name: Option<String> = "AutoScalingGroupName" required length(1..=255),
        /// Only those of this kind.
        source_type: Option<String> = "TrafficSourceType" length(1..=255),
    }
    without "NextToken MaxRecords"

    /// The traffic sources.
    pub struct DescribeTrafficSourcesOutput {
        /// With how far each is.
        traffic_sources: Vec<TrafficSourceState> = "TrafficSources" always,
    }

    /// A traffic source of a group.
    pub struct TrafficSourceState {
        /// The same as its identifier; kept by AWS for older callers.
        traffic_source: Option<String> = "TrafficSource",
        /// How far it is.
        state: Option<String> = "State",
        /// Which.
        identifier: Option<String> = "Identifier",
        /// Its kind.
        source_type: Option<String> = "Type",
    }
}
