//! Instances of groups: taken out, judged, protected, described.

use api::ApiError;
use api::autoscaling::{
    AutoScalingInstanceDetails, DescribeAutoScalingInstancesInput, DescribeAutoScalingInstancesOutput,
    SetInstanceHealthInput, SetInstanceProtectionInput, TerminateInstanceInAutoScalingGroupInput,
    TerminateInstanceInAutoScalingGroupOutput,
};
use des::SimDuration;

use super::{activities, group, validation};
use crate::Cloud;
use crate::autoscaling::{GroupIndex, LifecycleState, Member, defaults};

pub(super) fn terminate(
    cloud: &mut Cloud,
    input: &TerminateInstanceInAutoScalingGroupInput,
) -> Result<TerminateInstanceInAutoScalingGroupOutput, ApiError> {
    let id = input.instance_id.as_deref().unwrap_or_default();
    let (index, place) = member(cloud, id)?;
    let state = &cloud.autoscaling.all_groups[index.index()];
    let decrement = input.decrement.unwrap_or(false);
    if decrement && state.desired <= state.spec.min {
        let message = format!(
            "Currently, desiredSize equals minSize ({}). Terminating instance without replacement will violate group's min \
             size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size.",
            state.spec.min
        );
        return Err(validation(message));
    }
    let capacity = state.active().count();
    let cause = cloud.accept();
    let at = cloud.sentence_time();
    let why = format!(
        "At {at} instance {id} was taken out of service in response to a user request, shrinking the capacity from \
         {capacity} to {}.",
        capacity.saturating_sub(1)
    );
    let state = &mut cloud.autoscaling.all_groups[index.index()];
    state.cause = cause;
    if decrement {
        state.desired -= 1;
    } else {
        state.why = String::new();
    }
    let number = cloud.terminate_member(index, place, &why, cause);
    cloud.wake_group(index, SimDuration::from_secs(1));
    Ok(TerminateInstanceInAutoScalingGroupOutput {
        activity: activities::describe_one(cloud, number),
    })
}

/// The member with this instance id that is not on its way out.
fn member(cloud: &Cloud, id: &str) -> Result<(GroupIndex, usize), ApiError> {
    let found = cloud.ec2.find(id).and_then(|instance| cloud.membership(instance));
    let there = found.filter(|&(group, place)| {
        cloud.autoscaling.all_groups[group.index()].members[place].state != LifecycleState::Terminating
    });
    there.ok_or_else(|| {
        validation(format!(
            "Instance Id not found - No managed instance found for instance ID {id}"
        ))
    })
}

pub(super) fn set_health(cloud: &mut Cloud, input: &SetInstanceHealthInput) -> Result<(), ApiError> {
    let (index, place) = member(cloud, input.instance_id.as_deref().unwrap_or_default())?;
    let unhealthy = input.health_status.as_deref() == Some("Unhealthy");
    let state = &cloud.autoscaling.all_groups[index.index()];
    let since = state.members[place].in_service;
    let in_grace =
        since.is_none_or(|since| cloud.now.since(since) < SimDuration::from_secs(state.spec.grace_s));
    let spared = in_grace && input.respect_grace_period != Some(false);
    let cause = cloud.accept();
    if !unhealthy {
        cloud.autoscaling.all_groups[index.index()].members[place].healthy = true;
    } else if !spared {
        cloud.mark_unhealthy(index, place, cause);
    }
    Ok(())
}

pub(super) fn set_protection(cloud: &mut Cloud, input: &SetInstanceProtectionInput) -> Result<(), ApiError> {
    let index = group(cloud, input.group_name.as_deref())?;
    let mut places = Vec::with_capacity(input.instance_ids.len());
    for id in &input.instance_ids {
        let (found, place) = member(cloud, id)?;
        if found != index {
            let name = &cloud.autoscaling.all_groups[index.index()].spec.name;
            return Err(validation(format!(
                "The instance {id} is not part of Auto Scaling group {name}."
            )));
        }
        places.push(place);
    }
    cloud.accept();
    for place in places {
        let members = &mut cloud.autoscaling.all_groups[index.index()].members;
        members[place].protected = input.protected.unwrap_or(false);
    }
    cloud.wake_group(index, defaults::REACTION);
    Ok(())
}

pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeAutoScalingInstancesInput,
) -> DescribeAutoScalingInstancesOutput {
    let of_group = |(index, group): (GroupIndex, &crate::autoscaling::Group)| {
        group
            .members
            .iter()
            .map(move |member| (index, member.clone()))
            .collect::<Vec<_>>()
    };
    let mut members: Vec<(GroupIndex, Member)> = cloud.autoscaling.groups().flat_map(of_group).collect();
    members.sort_unstable_by_key(|(_, member)| member.instance);
    let wanted = |member: &Member| {
        let id = &cloud.ec2.instances[member.instance.index()].id;
        input.instance_ids.is_empty() || input.instance_ids.contains(id)
    };
    let shown = members.iter().filter(|(_, member)| wanted(member));
    DescribeAutoScalingInstancesOutput {
        instances: shown
            .map(|(group, member)| details(cloud, *group, member))
            .collect(),
    }
}

fn details(cloud: &Cloud, group: GroupIndex, member: &Member) -> AutoScalingInstanceDetails {
    let group = &cloud.autoscaling.all_groups[group.index()];
    let instance = &cloud.ec2.instances[member.instance.index()];
    let mut template = group.spec.template.clone();
    template.version = Some(member.version.to_string());
    AutoScalingInstanceDetails {
        instance_id: Some(instance.id.clone()),
        instance_type: Some(instance.instance_type.name.to_owned()),
        group_name: Some(group.spec.name.clone()),
        availability_zone: Some(cloud.region.zone(instance.zone).name.to_owned()),
        lifecycle_state: Some(member.state.name().to_owned()),
        health_status: Some(if member.healthy { "HEALTHY" } else { "UNHEALTHY" }.to_owned()),
        launch_template: Some(template),
        protected: Some(member.protected),
    }
}
