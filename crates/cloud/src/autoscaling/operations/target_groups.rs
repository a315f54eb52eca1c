//! The target groups of a group.

use api::ApiError;
use api::autoscaling::{
    AttachLoadBalancerTargetGroupsInput, DescribeLoadBalancerTargetGroupsInput,
    DescribeLoadBalancerTargetGroupsOutput, DetachLoadBalancerTargetGroupsInput,
    LoadBalancerTargetGroupState,
};

use super::{group, live_group, validation};
use crate::Cloud;
use crate::autoscaling::{GroupIndex, defaults};
use crate::elbv2::{TargetGroupIndex, TargetState};

/// Instances in service are registered at once.
pub(super) fn attach(cloud: &mut Cloud, input: &AttachLoadBalancerTargetGroupsInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let added = read(cloud, &input.target_group_arns)?;
    attach_all(cloud, index, added)
}

/// Those that are attached already stay.
pub(super) fn attach_all(
    cloud: &mut Cloud,
    index: GroupIndex,
    added: Vec<TargetGroupIndex>,
) -> Result<(), ApiError> {
    let group = cloud.autoscaling.group(index);
    if group.refresh().is_some() {
        let message = "An Instance Refresh is in progress and blocks this action.";
        return Err(ApiError::new("InstanceRefreshInProgress", message));
    }
    let known = &group.spec.target_groups;
    let new: Vec<TargetGroupIndex> = added.into_iter().filter(|group| !known.contains(group)).collect();
    if known.len() + new.len() > defaults::TARGET_GROUPS {
        let message = format!(
            "You have already used your allocation of {} target groups for this Auto Scaling group",
            defaults::TARGET_GROUPS
        );
        return Err(ApiError::new("LimitExceeded", message));
    }
    let cause = cloud.accept();
    for target_group in new {
        cloud.attach_target_group(index, target_group, cause);
    }
    Ok(())
}

/// Instances are deregistered and go on running.
pub(super) fn detach(cloud: &mut Cloud, input: &DetachLoadBalancerTargetGroupsInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let removed = read(cloud, &input.target_group_arns)?;
    detach_all(cloud, index, removed)
}

/// Our choice of words.
pub(super) fn detach_all(
    cloud: &mut Cloud,
    index: GroupIndex,
    removed: Vec<TargetGroupIndex>,
) -> Result<(), ApiError> {
    let known = &cloud.autoscaling.group(index).spec.target_groups;
    if removed.iter().any(|group| !known.contains(group)) {
        return Err(validation(
            "Trying to remove Target Groups that are not part of the group",
        ));
    }
    let cause = cloud.accept();
    for target_group in removed {
        cloud.detach_target_group(index, target_group, cause);
    }
    Ok(())
}

/// The target groups with these ARNs, each once.
pub(super) fn read(cloud: &Cloud, arns: &[String]) -> Result<Vec<TargetGroupIndex>, ApiError> {
    if arns.len() > defaults::TARGET_GROUPS_PER_CALL {
        return Err(validation(
            "Trying to update too many Load Balancers/Target Groups at once. The limit is 10",
        ));
    }
    let invalid =
        || validation("Provided Target Groups may not be valid. Please ensure they exist and try again.");
    let mut groups = Vec::with_capacity(arns.len());
    for arn in arns {
        let group = cloud.elbv2.target_group_by_arn(arn).ok_or_else(invalid)?;
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    Ok(groups)
}

pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeLoadBalancerTargetGroupsInput,
) -> Result<DescribeLoadBalancerTargetGroupsOutput, ApiError> {
    let index = group(cloud, input.group_name.as_deref())?;
    let shape = |(target_group, state): (TargetGroupIndex, &str)| LoadBalancerTargetGroupState {
        target_group_arn: Some(cloud.target_group_arn(cloud.elbv2.group(target_group))),
        state: Some(state.to_owned()),
    };
    Ok(DescribeLoadBalancerTargetGroupsOutput {
        target_groups: states(cloud, index).into_iter().map(shape).collect(),
    })
}

/// How far each target group is, in AWS's words.
pub(super) fn states(cloud: &Cloud, index: GroupIndex) -> Vec<(TargetGroupIndex, &'static str)> {
    let group = cloud.autoscaling.group(index);
    let attached = group.spec.target_groups.iter();
    let attached = attached.map(|target_group| (*target_group, attachment(cloud, index, *target_group)));
    let removing = group.removing.iter().map(|(target_group, gone)| {
        let over = *gone <= cloud.now;
        (*target_group, if over { "Removed" } else { "Removing" })
    });
    attached.chain(removing).collect()
}

fn attachment(cloud: &Cloud, index: GroupIndex, target_group: TargetGroupIndex) -> &'static str {
    let is_new = |instance: &crate::ec2::InstanceIndex| {
        let health = cloud.target_health(target_group, *instance);
        health.is_none_or(|health| health.state == TargetState::Initial)
    };
    if cloud.is_proven(index, target_group) {
        "InService"
    } else if cloud.in_service(index).iter().any(is_new) {
        "Adding"
    } else {
        "Added"
    }
}
