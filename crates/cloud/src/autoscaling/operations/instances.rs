//! Instances of groups: taken out, judged, protected, described.

use api::ApiError;
use api::autoscaling::{
    Activity, AutoScalingInstanceDetails, DescribeAutoScalingInstancesInput,
    DescribeAutoScalingInstancesOutput, SetInstanceHealthInput, SetInstanceProtectionInput,
    TerminateInstanceInAutoScalingGroupInput, TerminateInstanceInAutoScalingGroupOutput,
};

use super::describe_group::own_template;
use super::page::Page;
use super::{activities, live_group, validation};
use crate::Cloud;
use crate::autoscaling::{Group, GroupIndex, Illness, LifecycleState, Member, defaults};
use crate::ec2::InstanceIndex;
use crate::fact::FactId;

/// One by its id, or several of one group: all of them or none.
pub(super) fn terminate(
    cloud: &mut Cloud,
    input: &TerminateInstanceInAutoScalingGroupInput,
) -> Result<TerminateInstanceInAutoScalingGroupOutput, ApiError> {
    let (index, instances) = asked_for(cloud, input)?;
    let decrement = input.decrement.unwrap_or(false);
    let fewer = instances
        .iter()
        .filter(|&&instance| counts(cloud, index, instance));
    let fewer = if decrement { fewer.count() as u32 } else { 0 };
    let group = cloud.autoscaling.group(index);
    if decrement && group.desired - fewer.min(group.desired) < group.spec.min {
        return Err(would_violate(group));
    }
    let cause = cloud.accept();
    cloud.shrink(index, fewer, cause);
    let mut done = Vec::with_capacity(instances.len());
    for instance in &instances {
        done.extend(terminate_one(cloud, index, *instance, cause));
    }
    cloud.wake_group(index, defaults::REPLACEMENT);
    let single = input.instance_id.is_some();
    Ok(TerminateInstanceInAutoScalingGroupOutput {
        activity: done.first().filter(|_| single).cloned(),
        activities: if single { Vec::new() } else { done },
    })
}

fn asked_for(
    cloud: &Cloud,
    input: &TerminateInstanceInAutoScalingGroupInput,
) -> Result<(GroupIndex, Vec<InstanceIndex>), ApiError> {
    match (&input.instance_id, input.instance_ids.as_slice()) {
        (Some(id), []) => {
            let (index, place) = member(cloud, id)?;
            let instance = cloud.autoscaling.group(index).members[place].instance;
            Ok((index, vec![instance]))
        }
        (None, ids @ [_, ..]) => {
            let index = live_group(cloud, input.group_name.as_deref())?;
            let instances = members_of(cloud, index, ids)?;
            Ok((index, instances))
        }
        // Our choice of words.
        _ => Err(validation(
            "Valid requests must contain either InstanceId, or InstanceIds and AutoScalingGroupName.",
        )),
    }
}

fn would_violate(group: &Group) -> ApiError {
    let min = group.spec.min;
    validation(format!(
        "Currently, desiredSize equals minSize ({min}). Terminating instance without replacement will violate group's min \
         size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size."
    ))
}

fn terminate_one(
    cloud: &mut Cloud,
    index: GroupIndex,
    instance: InstanceIndex,
    cause: FactId,
) -> Option<Activity> {
    let (_, place) = cloud.membership(instance)?;
    let capacity = cloud.autoscaling.group(index).counted();
    let why = format!(
        "At {} instance {} was taken out of service in response to a user request, shrinking the capacity from {capacity} \
         to {}.",
        cloud.sentence_time(),
        cloud.member_id(index, place),
        capacity.saturating_sub(1)
    );
    let number = cloud.terminate_member(index, place, &why, cause);
    activities::describe_one(cloud, number)
}

/// Whether an instance counts towards what its group should have.
pub(super) fn counts(cloud: &Cloud, index: GroupIndex, instance: InstanceIndex) -> bool {
    cloud.autoscaling.group(index).is_there(instance)
}

/// The member with this instance id that is not on its way out.
fn member(cloud: &Cloud, id: &str) -> Result<(GroupIndex, usize), ApiError> {
    let found = cloud.ec2.find(id).and_then(|instance| cloud.membership(instance));
    let there = found.filter(|&(group, place)| {
        let group = cloud.autoscaling.group(group);
        !group.deleting && !group.members[place].state.is_terminating()
    });
    there.ok_or_else(|| {
        validation(format!(
            "Instance Id not found - No managed instance found for instance ID {id}"
        ))
    })
}

/// Members of one group, by their ids; each once.
///
/// # Errors
/// If one is not there, or another group's.
pub(super) fn members_of(
    cloud: &Cloud,
    index: GroupIndex,
    ids: &[String],
) -> Result<Vec<InstanceIndex>, ApiError> {
    let mut instances = Vec::with_capacity(ids.len());
    for id in ids {
        let found = cloud.ec2.find(id).and_then(|instance| cloud.membership(instance));
        let ours = found.filter(|&(group, place)| {
            group == index
                && !cloud.autoscaling.group(group).members[place]
                    .state
                    .is_terminating()
        });
        let Some((_, place)) = ours else {
            let name = &cloud.autoscaling.group(index).spec.name;
            return Err(validation(format!(
                "The instance {id} is not part of Auto Scaling group {name}."
            )));
        };
        let instance = cloud.autoscaling.group(index).members[place].instance;
        if !instances.contains(&instance) {
            instances.push(instance);
        }
    }
    Ok(instances)
}

pub(super) fn set_health(cloud: &mut Cloud, input: &SetInstanceHealthInput) -> Result<(), ApiError> {
    let (index, place) = member(cloud, input.instance_id.as_deref().unwrap_or_default())?;
    let unhealthy = input.health_status.as_deref() == Some("Unhealthy");
    let state = &cloud.autoscaling.group(index).members[place];
    let spared = cloud.in_grace(index, state) && input.respect_grace_period != Some(false);
    let cause = cloud.accept();
    if !unhealthy {
        let member = &mut cloud.autoscaling.group_mut(index).members[place];
        (member.healthy, member.illness) = (true, None);
    } else if !spared {
        cloud.mark_unhealthy(index, place, Illness::User, cause);
        cloud.wake_group(index, defaults::REACTION);
    }
    Ok(())
}

/// A group with instances that were all protected looks again whether one can go.
pub(super) fn set_protection(cloud: &mut Cloud, input: &SetInstanceProtectionInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let instances = members_of(cloud, index, &input.instance_ids)?;
    cloud.accept();
    for member in &mut cloud.autoscaling.group_mut(index).members {
        if instances.contains(&member.instance) {
            member.protected = input.protected.unwrap_or(false);
        }
    }
    cloud.wake_group(index, defaults::REACTION);
    Ok(())
}

pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeAutoScalingInstancesInput,
) -> Result<DescribeAutoScalingInstancesOutput, ApiError> {
    let page = Page::of(input.next_token.as_deref(), input.max_records, 50)?;
    let groups = cloud.autoscaling.groups();
    let of_group = |(_, group)| -> Vec<(&Group, &Member)> { Group::members_with(group).collect() };
    let mut members: Vec<(&Group, &Member)> = groups.flat_map(of_group).collect();
    members.sort_unstable_by_key(|(_, member)| member.instance);
    let wanted = |member: &Member| {
        let id = &cloud.ec2.instances[member.instance.index()].id;
        input.instance_ids.is_empty() || input.instance_ids.contains(id)
    };
    let shown = members.into_iter().filter(|(_, member)| wanted(member));
    let (shown, next_token) = page.cut(shown);
    let shapes = shown
        .into_iter()
        .map(|(group, member)| details(cloud, group, member));
    Ok(DescribeAutoScalingInstancesOutput {
        instances: shapes.collect(),
        next_token,
    })
}

impl Group {
    fn members_with(&self) -> impl Iterator<Item = (&Self, &Member)> {
        self.members.iter().map(move |member| (self, member))
    }
}

fn details(cloud: &Cloud, group: &Group, member: &Member) -> AutoScalingInstanceDetails {
    let instance = &cloud.ec2.instances[member.instance.index()];
    let zone = cloud.region.zone(instance.zone);
    AutoScalingInstanceDetails {
        instance_id: Some(instance.id.clone()),
        instance_type: Some(instance.instance_type.name.to_owned()),
        group_name: Some(group.spec.name.clone()),
        availability_zone: Some(zone.name.to_owned()),
        availability_zone_id: Some(zone.id.to_owned()),
        lifecycle_state: Some(member.state.name().to_owned()),
        health_status: Some(if member.healthy { "HEALTHY" } else { "UNHEALTHY" }.to_owned()),
        launch_template: own_template(cloud, member),
        image_id: Some(instance.image.id.to_owned()),
        protected: Some(member.protected),
    }
}

/// The refusal of instances that are not in the state for an action. Words as seen on real AWS.
///
/// # Errors
/// If one is in none of `states`.
pub(super) fn check_states(
    cloud: &Cloud,
    index: GroupIndex,
    instances: &[InstanceIndex],
    states: &[LifecycleState],
) -> Result<(), ApiError> {
    let members = &cloud.autoscaling.group(index).members;
    let wrong = members
        .iter()
        .find(|member| instances.contains(&member.instance) && !states.contains(&member.state));
    let Some(wrong) = wrong else { return Ok(()) };
    let names: Vec<&str> = states.iter().map(|state| state.name()).collect();
    let id = &cloud.ec2.instances[wrong.instance.index()].id;
    Err(validation(format!(
        "The instance {id} is not in {}.",
        names.join(" or ")
    )))
}
