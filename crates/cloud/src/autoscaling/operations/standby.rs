//! `EnterStandby`, `ExitStandby`.

use api::ApiError;
use api::autoscaling::{
    Activity, EnterStandbyInput, EnterStandbyOutput, ExitStandbyInput, ExitStandbyOutput,
};

use super::instances::{check_states, members_of};
use super::{activities, live_group, validation};
use crate::Cloud;
use crate::autoscaling::{GroupIndex, LifecycleState};
use crate::ec2::InstanceIndex;
use crate::fact::FactId;

pub(super) fn enter(cloud: &mut Cloud, input: &EnterStandbyInput) -> Result<EnterStandbyOutput, ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let instances = members_of(cloud, index, &input.instance_ids)?;
    check_states(cloud, index, &instances, &[LifecycleState::InService])?;
    let decrement = input.decrement.unwrap_or(false);
    let fewer = if decrement { instances.len() as u32 } else { 0 };
    check_room(
        cloud,
        index,
        -i64::from(fewer),
        "place into standby",
        instances.len(),
    )?;
    let cause = cloud.accept();
    let activities = each(cloud, index, &instances, |cloud, place| {
        let after = cloud.autoscaling.group(index).counted().saturating_sub(1);
        let why = move_sentence(cloud, index, place, ("moved to standby", "shrinking"), after);
        cloud.enter_standby(index, place, &why, cause)
    });
    cloud.shrink(index, fewer, cause);
    Ok(EnterStandbyOutput { activities })
}

/// What comes back counts again.
pub(super) fn exit(cloud: &mut Cloud, input: &ExitStandbyInput) -> Result<ExitStandbyOutput, ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let instances = members_of(cloud, index, &input.instance_ids)?;
    check_states(cloud, index, &instances, &[LifecycleState::Standby])?;
    let more = instances.len() as u32;
    check_room(cloud, index, more.into(), "take out of standby", instances.len())?;
    check_launch(cloud, index)?;
    let cause = cloud.accept();
    cloud.grow(index, more, cause);
    let activities = each(cloud, index, &instances, |cloud, place| {
        let after = cloud.autoscaling.group(index).counted() + 1;
        let why = move_sentence(cloud, index, place, ("moved out of standby", "increasing"), after);
        cloud.exit_standby(index, place, &why, cause)
    });
    Ok(ExitStandbyOutput { activities })
}

/// Does something with each instance; the activities.
pub(super) fn each(
    cloud: &mut Cloud,
    index: GroupIndex,
    instances: &[InstanceIndex],
    mut act: impl FnMut(&mut Cloud, usize) -> u64,
) -> Vec<Activity> {
    let mut done = Vec::with_capacity(instances.len());
    for instance in instances {
        let members = cloud.autoscaling.group(index).members.iter();
        let place = members
            .map(|member| member.instance)
            .position(|known| known == *instance);
        let number = act(cloud, place.expect("callers have found it"));
        done.extend(activities::describe_one(cloud, number));
    }
    done
}

/// `At … instance i-… was moved to standby in response to a user request, shrinking the capacity from 2 to 1.`
pub(super) fn move_sentence(
    cloud: &Cloud,
    index: GroupIndex,
    place: usize,
    (what, way): (&str, &str),
    after: u32,
) -> String {
    let (at, id) = (cloud.sentence_time(), cloud.member_id(index, place));
    let before = cloud.autoscaling.group(index).counted();
    format!(
        "At {at} instance {id} was {what} in response to a user request, {way} the capacity from {before} to {after}."
    )
}

/// Whether what the group should have stays within its limits.
pub(super) fn check_room(
    cloud: &Cloud,
    index: GroupIndex,
    change: i64,
    to_do: &str,
    n: usize,
) -> Result<(), ApiError> {
    let group = cloud.autoscaling.group(index);
    let (desired, spec) = (i64::from(group.desired), &group.spec);
    let after = desired + change;
    let fits =
        change == 0 || (change < 0 && after >= spec.min.into()) || (change > 0 && after <= spec.max.into());
    let (plural, name) = (if n == 1 { "" } else { "s" }, &spec.name);
    fits.then_some(()).ok_or_else(|| {
        validation(format!(
            "AutoScalingGroup {name} has min-size={}, max-size={}, and desired-size={desired}. To {to_do} {n} \
             instance{plural}, please update the AutoScalingGroup sizes appropriately.",
            spec.min, spec.max
        ))
    })
}

/// While launching is suspended, nothing can be added. Our choice of words.
pub(super) fn check_launch(cloud: &Cloud, index: GroupIndex) -> Result<(), ApiError> {
    let group = cloud.autoscaling.group(index);
    let name = &group.spec.name;
    group.does("Launch").then_some(()).ok_or_else(|| {
        validation(format!(
            "The Launch process of AutoScalingGroup {name} is suspended, so that no instance can be added to it."
        ))
    })
}

impl Cloud {
    /// A group should have fewer from now on, without acting on that.
    pub(super) fn shrink(&mut self, index: GroupIndex, fewer: u32, cause: FactId) {
        let desired = self.autoscaling.group(index).desired;
        self.resize(index, desired.saturating_sub(fewer), cause);
    }

    /// A group should have more from now on, without acting on that.
    pub(super) fn grow(&mut self, index: GroupIndex, more: u32, cause: FactId) {
        let desired = self.autoscaling.group(index).desired;
        self.resize(index, desired + more, cause);
    }
}
