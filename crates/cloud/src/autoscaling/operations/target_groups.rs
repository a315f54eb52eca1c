//! The target groups of a group.

use api::ApiError;
use api::autoscaling::{
    AttachLoadBalancerTargetGroupsInput, DescribeLoadBalancerTargetGroupsInput,
    DescribeLoadBalancerTargetGroupsOutput, DetachLoadBalancerTargetGroupsInput,
    LoadBalancerTargetGroupState,
};

use super::settings::read_target_groups;
use super::{group, validation};
use crate::Cloud;
use crate::autoscaling::{GroupIndex, LifecycleState, defaults};
use crate::ec2::InstanceIndex;
use crate::elbv2::{TargetGroupIndex, TargetState};

/// Instances in service are registered at once.
pub(super) fn attach(cloud: &mut Cloud, input: &AttachLoadBalancerTargetGroupsInput) -> Result<(), ApiError> {
    let index = group(cloud, input.group_name.as_deref())?;
    let added = read_target_groups(cloud, &input.target_group_arns)?;
    let known = &cloud.autoscaling.all_groups[index.index()].spec.target_groups;
    let new: Vec<TargetGroupIndex> = added.into_iter().filter(|group| !known.contains(group)).collect();
    if known.len() + new.len() > defaults::TARGET_GROUPS {
        return Err(ApiError::new(
            "LimitExceeded",
            "You have reached the limit of target groups of a group",
        ));
    }
    let cause = cloud.accept();
    for instance in in_service(cloud, index) {
        for target_group in &new {
            cloud.register_target(*target_group, instance, cause);
        }
    }
    cloud.autoscaling.all_groups[index.index()]
        .spec
        .target_groups
        .extend(new);
    Ok(())
}

fn in_service(cloud: &Cloud, index: GroupIndex) -> Vec<InstanceIndex> {
    let members = cloud.autoscaling.all_groups[index.index()].members.iter();
    let there = members.filter(|member| member.state == LifecycleState::InService);
    there.map(|member| member.instance).collect()
}

/// Instances are deregistered and go on running.
pub(super) fn detach(cloud: &mut Cloud, input: &DetachLoadBalancerTargetGroupsInput) -> Result<(), ApiError> {
    let index = group(cloud, input.group_name.as_deref())?;
    let removed = read_target_groups(cloud, &input.target_group_arns)?;
    let known = &cloud.autoscaling.all_groups[index.index()].spec.target_groups;
    if removed.iter().any(|group| !known.contains(group)) {
        return Err(validation(
            "Trying to remove Target Groups that are not part of the group",
        ));
    }
    let cause = cloud.accept();
    for instance in in_service(cloud, index) {
        for target_group in &removed {
            cloud.deregister_target(*target_group, instance, cause);
        }
    }
    let spec = &mut cloud.autoscaling.all_groups[index.index()].spec;
    spec.target_groups.retain(|group| !removed.contains(group));
    Ok(())
}

pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeLoadBalancerTargetGroupsInput,
) -> Result<DescribeLoadBalancerTargetGroupsOutput, ApiError> {
    let index = group(cloud, input.group_name.as_deref())?;
    let instances = in_service(cloud, index);
    let healthy = |group: TargetGroupIndex| {
        let state =
            |instance: &InstanceIndex| cloud.target_health(group, *instance).map(|health| health.state);
        instances
            .iter()
            .any(|instance| state(instance) == Some(TargetState::Healthy))
    };
    let state = |group: &TargetGroupIndex| LoadBalancerTargetGroupState {
        target_group_arn: Some(cloud.target_group_arn(cloud.elbv2.group(*group))),
        state: Some(if healthy(*group) { "InService" } else { "Added" }.to_owned()),
    };
    let groups = &cloud.autoscaling.all_groups[index.index()].spec.target_groups;
    Ok(DescribeLoadBalancerTargetGroupsOutput {
        target_groups: groups.iter().map(state).collect(),
    })
}
