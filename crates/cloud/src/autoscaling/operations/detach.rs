//! `AttachInstances`, `DetachInstances`.

use api::ApiError;
use api::autoscaling::{AttachInstancesInput, DetachInstancesInput, DetachInstancesOutput};

use super::instances::{check_states, counts, members_of};
use super::standby::{check_launch, check_room, each, move_sentence};
use super::{live_group, validation};
use crate::Cloud;
use crate::autoscaling::{GroupIndex, LifecycleState};
use crate::ec2::{InstanceIndex, InstanceState};

/// Running instances of the group's zones that are nobody's.
pub(super) fn attach(cloud: &mut Cloud, input: &AttachInstancesInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let mut instances: Vec<InstanceIndex> = Vec::with_capacity(input.instance_ids.len());
    for id in &input.instance_ids {
        let instance = attachable(cloud, index, id)?;
        if !instances.contains(&instance) {
            instances.push(instance);
        }
    }
    let more = instances.len() as u32;
    check_room(cloud, index, more.into(), "attach", instances.len())?;
    check_launch(cloud, index)?;
    let cause = cloud.accept();
    cloud.grow(index, more, cause);
    let why = format!(
        "At {} an instance was added in response to user request. Keeping the capacity at the new {}.",
        cloud.sentence_time(),
        cloud.autoscaling.group(index).desired
    );
    for instance in instances {
        cloud.attach_member(index, instance, &why, cause);
    }
    Ok(())
}

/// Words of the first two as seen on real AWS; of the others our choice.
fn attachable(cloud: &Cloud, index: GroupIndex, id: &str) -> Result<InstanceIndex, ApiError> {
    let invalid = || validation(format!("Invalid Instance ID(s): [{id}] specified"));
    let instance = cloud.ec2.find(id).ok_or_else(invalid)?;
    if let Some((owner, _)) = cloud.membership(instance) {
        let name = &cloud.autoscaling.group(owner).spec.name;
        return Err(validation(format!(
            "The Instance: {id} is already part of AutoScalingGroup:{name}"
        )));
    }
    let known = &cloud.ec2.instances[instance.index()];
    if known.state != InstanceState::Running {
        return Err(validation(format!(
            "Instance {id} is not in correct state. Instance(s) must be in 'running' state."
        )));
    }
    if !cloud.autoscaling.group(index).spec.zones.contains(&known.zone) {
        let zone = cloud.region.zone(known.zone).name;
        return Err(validation(format!(
            "The Instance: {id} is in Availability Zone {zone}, which is not one of the AutoScalingGroup."
        )));
    }
    Ok(instance)
}

/// They go on running. Our choice: one in standby does not count, so that nothing is subtracted for it.
pub(super) fn detach(
    cloud: &mut Cloud,
    input: &DetachInstancesInput,
) -> Result<DetachInstancesOutput, ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let instances = members_of(cloud, index, &input.instance_ids)?;
    let states = [LifecycleState::InService, LifecycleState::Standby];
    check_states(cloud, index, &instances, &states)?;
    let counted = instances
        .iter()
        .filter(|&&instance| counts(cloud, index, instance));
    let counted = counted.count() as u32;
    let fewer = if input.decrement == Some(true) { counted } else { 0 };
    check_room(cloud, index, -i64::from(fewer), "detach", instances.len())?;
    let cause = cloud.accept();
    let activities = each(cloud, index, &instances, |cloud, place| {
        let counts = cloud.autoscaling.group(index).members[place].state.is_active();
        let after = cloud.autoscaling.group(index).counted() - u32::from(counts);
        let why = move_sentence(cloud, index, place, ("detached", "shrinking"), after);
        cloud.detach_member(index, place, &why, cause)
    });
    cloud.shrink(index, fewer, cause);
    Ok(DetachInstancesOutput { activities })
}
