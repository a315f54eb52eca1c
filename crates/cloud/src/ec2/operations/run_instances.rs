//! `RunInstances`: launches as many instances as fit between the least and the most asked for, or none.
//!
//! Source: EC2 API Reference, RunInstances. Our choice: without a subnet or zone, the first zone that offers the type.

use api::ApiError;
use api::ec2::{Instance, Placement, RunInstancesInput, RunInstancesOutput};

use super::interface;
use crate::Cloud;
use crate::ec2::placement::{check_architecture, check_offered, pick_zone, room_for};
use crate::ec2::profile::check_profile;
use crate::ec2::{
    CreditMode, Image, InstanceIndex, InstanceType, Launch, SecurityGroupIndex, defaults, tag, user_data,
};
use crate::region::ZoneIndex;

pub(crate) fn run_instances(
    cloud: &mut Cloud,
    input: &RunInstancesInput,
) -> Result<RunInstancesOutput, ApiError> {
    let before = cloud
        .ec2
        .launches
        .find(input, |input| input.client_token.as_deref())?;
    if let Some(indexes) = before {
        cloud.accept();
        return Ok(answer(cloud, &indexes));
    }
    let indexes = launch_instances(cloud, input)?;
    if input.client_token.is_some() {
        cloud.ec2.launches.keep(input.clone(), indexes.clone());
    }
    Ok(answer(cloud, &indexes))
}

fn answer(cloud: &Cloud, indexes: &[InstanceIndex]) -> RunInstancesOutput {
    let instances = indexes.iter().map(|&index| first_view(cloud, index)).collect();
    let first = &cloud.ec2.instances[indexes[0].index()];
    RunInstancesOutput {
        reservation_id: Some(first.reservation.clone()),
        owner_id: Some(defaults::ACCOUNT_ID.to_owned()),
        groups: Vec::new(),
        instances,
    }
}

/// The same without the answer: all that a caller needs who does not look at it.
pub(super) fn launch_instances(
    cloud: &mut Cloud,
    input: &RunInstancesInput,
) -> Result<Vec<InstanceIndex>, ApiError> {
    interface::check(input)?;
    let launch = decide(cloud, &cloud.ec2.with_template(input)?)?;
    cloud.check_injected_errors(None, launch.instance_type, launch.zone)?;
    let cause = cloud.accept();
    Ok(cloud.launch(&launch, cause))
}

/// The answer comes before the public address is assigned.
fn first_view(cloud: &Cloud, index: InstanceIndex) -> Instance {
    Instance {
        public_dns_name: Some(String::new()),
        public_ip_address: None,
        ..cloud.describe_instance(index)
    }
}

/// Whether what a template says of image, type and groups exists.
pub(crate) fn check_template(cloud: &Cloud, input: &RunInstancesInput) -> Result<(), ApiError> {
    let missing = ApiError::missing_parameter;
    Image::find(input.image_id.as_deref().ok_or_else(|| missing("ImageId"))?)?;
    instance_type(
        input
            .instance_type
            .as_deref()
            .ok_or_else(|| missing("InstanceType"))?,
    )?;
    profile(cloud, input)?;
    groups(cloud, &interface::flatten(input)).map(drop)
}

/// What a launch comes to, its template already filled in.
pub(crate) fn decide(cloud: &Cloud, input: &RunInstancesInput) -> Result<Launch, ApiError> {
    let public = interface::wants_public_address(input);
    let input = &interface::flatten(input);
    let missing = ApiError::missing_parameter;
    let image = Image::find(input.image_id.as_deref().ok_or_else(|| missing("ImageId"))?)?;
    let instance_type = instance_type(
        input
            .instance_type
            .as_deref()
            .ok_or_else(|| missing("InstanceType"))?,
    )?;
    let zone = zone(cloud, input)?.unwrap_or_else(|| pick_zone(cloud, instance_type));
    check_architecture(instance_type, image).map_err(ApiError::invalid_parameter)?;
    check_offered(cloud, instance_type, zone)?;
    Ok(Launch {
        image,
        instance_type,
        zone,
        count: count(cloud, input, instance_type, zone)?,
        groups: groups(cloud, input)?,
        user_data: input.user_data.as_deref().map(user_data::read).transpose()?,
        termination_protection: input.disable_api_termination.unwrap_or(false),
        stop_protection: input.disable_api_stop.unwrap_or(false),
        auto_recovery: recovers(input),
        credit_mode: credit_mode(cloud, input, instance_type)?,
        detailed_monitoring: is_detailed(input),
        wants_public_address: public.unwrap_or(cloud.ec2.maps_public_ip[zone.index()]),
        has_profile: profile(cloud, input)?,
        tags: tag::read_specifications(&input.tag_specifications, "instance")?,
    })
}

fn recovers(input: &RunInstancesInput) -> bool {
    let options = input.maintenance_options.as_ref();
    options.is_none_or(|options| options.auto_recovery.as_deref() != Some("disabled"))
}

/// The text for a type without credits is not published.
fn credit_mode(
    cloud: &Cloud,
    input: &RunInstancesInput,
    kind: &InstanceType,
) -> Result<CreditMode, ApiError> {
    let Some(specification) = &input.credit_specification else {
        return Ok(cloud.ec2.default_credit_mode(kind));
    };
    if !kind.is_burstable() {
        return Err(ApiError::invalid_parameter_combination(format!(
            "The instance type {} does not support a credit specification.",
            kind.name
        )));
    }
    let name = specification.cpu_credits.as_deref().unwrap_or_default();
    Ok(CreditMode::named(name))
}

/// Whether the instances get the account's instance profile.
fn profile(cloud: &Cloud, input: &RunInstancesInput) -> Result<bool, ApiError> {
    match &input.iam_instance_profile {
        Some(specification) => check_profile(specification).map(|()| true),
        None => Ok(cloud.ec2.default_profile),
    }
}

fn is_detailed(input: &RunInstancesInput) -> bool {
    let monitoring = input.monitoring.as_ref();
    monitoring
        .and_then(|monitoring| monitoring.enabled)
        .unwrap_or(false)
}

fn instance_type(name: &str) -> Result<&'static InstanceType, ApiError> {
    InstanceType::named(name).ok_or_else(|| ApiError::invalid_parameter_value(name, "InstanceType"))
}

/// The zone that the subnet or the placement says; `None` leaves it to EC2.
fn zone(cloud: &Cloud, input: &RunInstancesInput) -> Result<Option<ZoneIndex>, ApiError> {
    let placed = input.placement.as_ref().map(|placement| placed(cloud, placement));
    let placed = placed.transpose()?.flatten();
    let Some(subnet) = input.subnet_id.as_deref() else {
        return Ok(placed);
    };
    let by_subnet = cloud.ec2.zone_of_subnet(subnet);
    let by_subnet = by_subnet.ok_or_else(|| ApiError::subnet_not_found(subnet))?;
    if placed.is_some_and(|zone| zone != by_subnet) {
        let message = "The specified placement Availability Zone and the subnet's Availability Zone differ.";
        return Err(ApiError::invalid_parameter_combination(message));
    }
    Ok(Some(by_subnet))
}

fn placed(cloud: &Cloud, placement: &Placement) -> Result<Option<ZoneIndex>, ApiError> {
    let zones = cloud.region.zones;
    let (what, text, position) = match (&placement.availability_zone, &placement.availability_zone_id) {
        (None, None) => return Ok(None),
        (Some(name), None) => ("zone", name, zones.iter().position(|zone| zone.name == name)),
        (None, Some(id)) => ("zone-id", id, zones.iter().position(|zone| zone.id == id)),
        (Some(_), Some(_)) => {
            let message = "The parameters availabilityZone and availabilityZoneId may not be used together.";
            return Err(ApiError::invalid_parameter_combination(message));
        }
    };
    let zone = position.map(|place| ZoneIndex(place as u8));
    zone.map(Some)
        .ok_or_else(|| ApiError::invalid_parameter(format!("Invalid availability {what}: [{text}]")))
}

fn count(
    cloud: &Cloud,
    input: &RunInstancesInput,
    instance_type: &InstanceType,
    zone: ZoneIndex,
) -> Result<u32, ApiError> {
    let (least, most) = (input.min_count.unwrap_or(1), input.max_count.unwrap_or(1));
    if least > most {
        return Err(ApiError::invalid_parameter(format!(
            "Value ({least}) for parameter minCount is invalid. It may not exceed maxCount ({most})."
        )));
    }
    let (room, refusal) = room_for(cloud, instance_type, zone);
    let fits = most.min(room.into());
    if fits < least || !cloud.addresses_left(fits as u32) {
        Err(refusal)
    } else {
        Ok(fits as u32)
    }
}

/// Names of groups are known in the default VPC only, which a request that says a subnet may leave: AWS takes ids there.
fn groups(cloud: &Cloud, input: &RunInstancesInput) -> Result<Vec<SecurityGroupIndex>, ApiError> {
    if input.subnet_id.is_some() && !input.security_groups.is_empty() {
        let message = "The parameter groupName cannot be used with the parameter subnet";
        return Err(ApiError::invalid_parameter_combination(message));
    }
    let mut groups = cloud.ec2.groups_with_ids(&input.security_group_ids)?;
    for name in &input.security_groups {
        let group = cloud.ec2.group_named(name)?;
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    Ok(if groups.is_empty() {
        vec![SecurityGroupIndex::DEFAULT]
    } else {
        groups
    })
}
