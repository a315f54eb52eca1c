//! `ModifyInstanceAttribute`: changes one attribute of an instance, its type and its user data only while it is stopped.
//!
//! Source: EC2 API Reference, ModifyInstanceAttribute; texts as seen on real AWS, but for an instance that is terminated
//! or about to be (not published). Our choice: a type that the zone does not offer is refused here rather than at the
//! next start.

use api::ApiError;
use api::ec2::ModifyInstanceAttributeInput;

use crate::Cloud;
use crate::ec2::placement::{check_architecture, check_offered};
use crate::ec2::{InstanceIndex, InstanceState, InstanceType, SecurityGroupIndex, user_data};
use crate::fact::{FactId, What};

/// The attribute to change, and what to.
enum Change {
    InstanceType(&'static InstanceType),
    UserData(String),
    TerminationProtection(bool),
    StopProtection(bool),
    Groups(Vec<SecurityGroupIndex>),
}

pub(crate) fn modify_instance_attribute(
    cloud: &mut Cloud,
    input: &ModifyInstanceAttributeInput,
) -> Result<(), ApiError> {
    let index = cloud.instance_with_id(input.instance_id.as_deref().unwrap_or_default())?;
    check_only_one(input)?;
    let change = decide(cloud, index, input)?;
    check_state(cloud, index, &change)?;
    let cause = cloud.accept();
    act(cloud, index, change, cause);
    Ok(())
}

fn check_only_one(input: &ModifyInstanceAttributeInput) -> Result<(), ApiError> {
    let attributes = [
        (input.disable_api_stop.is_some(), "disableApiStop"),
        (input.disable_api_termination.is_some(), "disableApiTermination"),
        (input.instance_type.is_some(), "instanceType"),
        (input.user_data.is_some(), "userData"),
        (!input.groups.is_empty(), "groupSet"),
    ];
    let given = attributes.into_iter().filter(|(is_given, _)| *is_given);
    let given: Vec<&str> = given.map(|(_, name)| name).collect();
    match given[..] {
        [_] => Ok(()),
        [] => Err(ApiError::invalid_parameter_combination(
            "No attributes specified.",
        )),
        _ => Err(ApiError::invalid_parameter_combination(format!(
            "Fields for multiple attribute types specified: {}",
            given.join(", ")
        ))),
    }
}

fn decide(
    cloud: &Cloud,
    index: InstanceIndex,
    input: &ModifyInstanceAttributeInput,
) -> Result<Change, ApiError> {
    if let Some(value) = &input.instance_type {
        let name = value.value.as_deref().unwrap_or_default();
        Ok(Change::InstanceType(usable_type(cloud, index, name)?))
    } else if let Some(value) = &input.user_data {
        Ok(Change::UserData(user_data::read(
            value.value.as_deref().unwrap_or_default(),
        )?))
    } else if let Some(value) = &input.disable_api_stop {
        Ok(Change::StopProtection(value.value.unwrap_or(false)))
    } else if let Some(value) = &input.disable_api_termination {
        Ok(Change::TerminationProtection(value.value.unwrap_or(false)))
    } else {
        Ok(Change::Groups(cloud.ec2.groups_with_ids(&input.groups)?))
    }
}

fn usable_type(cloud: &Cloud, index: InstanceIndex, name: &str) -> Result<&'static InstanceType, ApiError> {
    let instance_type = InstanceType::named(name).ok_or_else(|| {
        let message = format!("Invalid value '{name}' for InstanceType.");
        ApiError::new("InvalidInstanceAttributeValue", message)
    })?;
    let image = cloud.ec2.instances[index.index()].image;
    check_architecture(instance_type, image)
        .map_err(|message| ApiError::new("InvalidInstanceAttributeValue", message))?;
    check_offered(cloud, instance_type, cloud.ec2.instances[index.index()].zone)?;
    Ok(instance_type)
}

fn check_state(cloud: &Cloud, index: InstanceIndex, change: &Change) -> Result<(), ApiError> {
    let instance = &cloud.ec2.instances[index.index()];
    let id = &instance.id;
    let needs_stop = matches!(change, Change::InstanceType(_) | Change::UserData(_));
    match instance.state {
        InstanceState::Stopped => Ok(()),
        _ if needs_stop => Err(ApiError::incorrect_instance_state(format!(
            "The instance '{id}' is not in the 'stopped' state."
        ))),
        InstanceState::ShuttingDown | InstanceState::Terminated => Err(ApiError::incorrect_instance_state(
            format!("The instance '{id}' is not in a state in which its attributes can be modified."),
        )),
        InstanceState::Pending | InstanceState::Running | InstanceState::Stopping => Ok(()),
    }
}

fn act(cloud: &mut Cloud, index: InstanceIndex, change: Change, cause: FactId) {
    let instance = &mut cloud.ec2.instances[index.index()];
    match change {
        Change::InstanceType(instance_type) => change_type(cloud, index, instance_type, cause),
        Change::UserData(script) => instance.user_data = Some(script),
        Change::StopProtection(protected) => instance.stop_protection = protected,
        Change::TerminationProtection(protected) => instance.termination_protection = protected,
        Change::Groups(groups) => {
            instance.groups = groups;
            let fact = cloud.facts.note(cloud.now, cause, What::GroupsChanged(index));
            cloud.settle_door(index, fact);
            cloud.elbv2_sees_groups();
        }
    }
}

/// The instance will start on another host: an empty station, as shut as the old one and for the same reason.
fn change_type(cloud: &mut Cloud, index: InstanceIndex, instance_type: &'static InstanceType, cause: FactId) {
    let zone = cloud.ec2.instances[index.index()].zone;
    let old = std::mem::replace(
        &mut cloud.ec2.instances[index.index()].instance_type,
        instance_type,
    );
    cloud.credits_change_type(index, old);
    let mut station = cloud.station_for(zone, instance_type);
    let old = &cloud.ec2.stations[index.index()];
    (station.door, station.inner, station.blame) = (old.door, old.inner, old.blame);
    cloud.ec2.stations[index.index()] = station;
    cloud.facts.note(cloud.now, cause, What::TypeChanged(index));
}
