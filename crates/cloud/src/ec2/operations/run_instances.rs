//! `RunInstances`: launches as many instances as fit between the least and the most asked for, or none.
//!
//! Source: EC2 API Reference, RunInstances. Our choice: without a subnet or zone, the first zone that offers the type.

use api::ApiError;
use api::ec2::{RunInstancesInput, RunInstancesOutput};

use crate::Cloud;
use crate::ec2::placement::{check_offered, pick_zone, room_for};
use crate::ec2::{Image, InstanceType, Launch, SecurityGroupIndex, defaults, tag};
use crate::region::ZoneIndex;

pub(crate) fn run_instances(
    cloud: &mut Cloud,
    input: &RunInstancesInput,
) -> Result<RunInstancesOutput, ApiError> {
    let launch = decide(cloud, input)?;
    let cause = cloud.accept();
    let indexes = cloud.launch(&launch, cause);
    let instances = indexes
        .iter()
        .map(|&index| cloud.describe_instance(index))
        .collect();
    let first = &cloud.ec2.instances[indexes[0].index()];
    Ok(RunInstancesOutput {
        reservation_id: Some(first.reservation.clone()),
        owner_id: Some(defaults::ACCOUNT_ID.to_owned()),
        groups: Vec::new(),
        instances,
    })
}

fn decide(cloud: &Cloud, input: &RunInstancesInput) -> Result<Launch, ApiError> {
    let image = image(input.image_id.as_deref().unwrap_or_default())?;
    let instance_type = instance_type(input.instance_type.as_deref().unwrap_or_default())?;
    let zone = zone(cloud, input)?.unwrap_or_else(|| pick_zone(cloud, instance_type));
    check_offered(cloud, instance_type, zone)?;
    Ok(Launch {
        image,
        instance_type,
        zone,
        count: count(cloud, input, instance_type, zone)?,
        groups: groups(cloud, input)?,
        user_data: input.user_data.as_deref().map(user_data).transpose()?,
        termination_protection: input.disable_api_termination.unwrap_or(false),
        wants_public_address: true,
        tags: tag::read_specifications(&input.tag_specifications, "instance")?,
    })
}

fn image(id: &str) -> Result<&'static Image, ApiError> {
    let not_found = || ApiError {
        code: "InvalidAMIID.NotFound",
        message: format!("The image id '[{id}]' does not exist"),
    };
    Image::with_id(id).ok_or_else(not_found)
}

fn instance_type(name: &str) -> Result<&'static InstanceType, ApiError> {
    InstanceType::named(name).ok_or_else(|| invalid(format!("Invalid value '{name}' for InstanceType.")))
}

fn zone(cloud: &Cloud, input: &RunInstancesInput) -> Result<Option<ZoneIndex>, ApiError> {
    let placed = input
        .placement
        .as_ref()
        .and_then(|placement| placement.availability_zone.as_deref());
    let by_name = placed.map(|name| zone_named(cloud, name)).transpose()?;
    let Some(subnet) = input.subnet_id.as_deref() else {
        return Ok(by_name);
    };
    let not_found = || ApiError {
        code: "InvalidSubnetID.NotFound",
        message: format!("The subnet ID '{subnet}' does not exist"),
    };
    let by_subnet = cloud.ec2.zone_of_subnet(subnet).ok_or_else(not_found)?;
    if by_name.is_some_and(|zone| zone != by_subnet) {
        let message =
            "The specified placement Availability Zone and the subnet's Availability Zone differ.".to_owned();
        return Err(ApiError {
            code: "InvalidParameterCombination",
            message,
        });
    }
    Ok(Some(by_subnet))
}

fn zone_named(cloud: &Cloud, name: &str) -> Result<ZoneIndex, ApiError> {
    cloud
        .region
        .zone_named(name)
        .ok_or_else(|| invalid(format!("Invalid availability zone: [{name}]")))
}

fn count(
    cloud: &Cloud,
    input: &RunInstancesInput,
    instance_type: &InstanceType,
    zone: ZoneIndex,
) -> Result<u32, ApiError> {
    let (least, most) = (input.min_count.unwrap_or(1), input.max_count.unwrap_or(1));
    if least > most {
        return Err(invalid(format!(
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

fn groups(cloud: &Cloud, input: &RunInstancesInput) -> Result<Vec<SecurityGroupIndex>, ApiError> {
    let by_id = input
        .security_group_ids
        .iter()
        .map(|id| cloud.ec2.group_with_id(id));
    let by_name = input
        .security_groups
        .iter()
        .map(|name| cloud.ec2.group_named(name));
    let groups: Vec<SecurityGroupIndex> = by_id.chain(by_name).collect::<Result<_, _>>()?;
    Ok(if groups.is_empty() {
        vec![SecurityGroupIndex::DEFAULT]
    } else {
        groups
    })
}

fn user_data(encoded: &str) -> Result<String, ApiError> {
    let refused = |message: &str| ApiError {
        code: "InvalidUserData.Malformed",
        message: message.to_owned(),
    };
    let bytes =
        api::decode_base64(encoded).ok_or_else(|| refused("Invalid BASE64 encoding of user data."))?;
    if bytes.len() > defaults::USER_DATA_BYTES_MAX {
        return Err(refused("User data is limited to 16384 bytes"));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn invalid(message: String) -> ApiError {
    ApiError {
        code: "InvalidParameterValue",
        message,
    }
}
