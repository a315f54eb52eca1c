//! `DeleteAutoScalingGroup`: a group with instances goes only by force, and takes them along without waiting.
//!
//! Source: Auto Scaling API Reference, DeleteAutoScalingGroup; Auto Scaling User Guide, "Deletion protection", whose words of
//! refusal are our choice.

use api::ApiError;
use api::autoscaling::DeleteAutoScalingGroupInput;

use super::{group, validation};
use crate::Cloud;
use crate::autoscaling::{GroupIndex, defaults};
use crate::ec2::InstanceState;
use crate::fact::FactId;

pub(super) fn delete(cloud: &mut Cloud, input: &DeleteAutoScalingGroupInput) -> Result<(), ApiError> {
    let index = group(cloud, input.group_name.as_deref())?;
    let force = input.force_delete == Some(true);
    check_protection(cloud, index, force)?;
    check_empty(cloud, index, force)?;
    let cause = cloud.accept();
    cloud.delete_scaling_of(index);
    let state = cloud.autoscaling.group_mut(index);
    (state.deleting, state.cause) = (true, cause);
    (state.spec.min, state.spec.max, state.desired) = (0, 0, 0);
    for place in 0..state.members.len() {
        end_at_once(cloud, index, place, cause);
    }
    cloud.wake_group(index, defaults::REACTION);
    Ok(())
}

fn check_protection(cloud: &Cloud, index: GroupIndex, force: bool) -> Result<(), ApiError> {
    let spec = &cloud.autoscaling.group(index).spec;
    let protection = spec.deletion_protection.as_str();
    let blocks = protection == "prevent-all-deletion" || (force && protection == "prevent-force-deletion");
    if !blocks {
        return Ok(());
    }
    let name = &spec.name;
    Err(validation(format!(
        "AutoScalingGroup {name} cannot be deleted because its deletion protection is set to {protection}."
    )))
}

fn check_empty(cloud: &Cloud, index: GroupIndex, force: bool) -> Result<(), ApiError> {
    let state = cloud.autoscaling.group(index);
    if state.deleting || (!force && ends(cloud, index)) {
        let message = "You cannot delete an AutoScalingGroup while there are scaling activities in progress for that group.";
        return Err(ApiError::new("ScalingActivityInProgress", message));
    }
    if !force && !state.members.is_empty() {
        let message = "You cannot delete an AutoScalingGroup while there are instances or pending Spot instance \
                       request(s) still in the group.";
        return Err(ApiError::new("ResourceInUse", message));
    }
    Ok(())
}

/// Whether its last instances are on their way out.
fn ends(cloud: &Cloud, index: GroupIndex) -> bool {
    let members = &cloud.autoscaling.group(index).members;
    !members.is_empty() && members.iter().all(|member| member.state.is_terminating())
}

fn end_at_once(cloud: &mut Cloud, index: GroupIndex, place: usize, cause: FactId) {
    let member = &cloud.autoscaling.group(index).members[place];
    let instance = member.instance;
    if !member.state.is_terminating() {
        let at = cloud.sentence_time();
        let why = format!("At {at} a user request force-deleted the AutoScalingGroup.");
        cloud.terminate_member(index, place, &why, cause);
    }
    let state = cloud.ec2.instances[instance.index()].state;
    if !matches!(state, InstanceState::ShuttingDown | InstanceState::Terminated) {
        cloud.power_off(instance, InstanceState::ShuttingDown, cause);
    }
}
