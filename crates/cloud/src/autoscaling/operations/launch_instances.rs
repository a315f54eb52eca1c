//! `LaunchInstances`: instances come at once, in one zone, and the answer tells which.
//!
//! Source: Auto Scaling User Guide, "Launch instances synchronously"; the texts of refusals are our choice.

use api::ApiError;
use api::autoscaling::{
    InstanceCollection, LaunchInstancesError, LaunchInstancesInput, LaunchInstancesOutput,
};
use api::ec2::RunInstancesInput;

use super::{live_group, settings, validation};
use crate::Cloud;
use crate::autoscaling::{GroupIndex, defaults, template_for_ec2};
use crate::ec2::InstanceIndex;
use crate::region::ZoneIndex;

const FOREIGN_ZONE: &str =
    "The specified Availability Zone must be included in the Availability Zones of the Auto Scaling group.";
const NO_ZONE: &str =
    "Either AvailabilityZones or SubnetIds must be specified for groups with multiple Availability Zones.";

/// The group should have as many more as came; with retries, as were asked for.
pub(super) fn launch(
    cloud: &mut Cloud,
    input: &LaunchInstancesInput,
) -> Result<LaunchInstancesOutput, ApiError> {
    let launches = &cloud.autoscaling.launches;
    if let Some(output) = launches.find(input, |input| input.client_token.as_deref())? {
        cloud.accept();
        return Ok(output);
    }
    let index = live_group(cloud, input.group_name.as_deref())?;
    let zone = zone(cloud, index, input)?;
    let wanted = wanted(cloud, index, input)?;
    let cause = cloud.accept();
    let instance_type = instance_type(cloud, index);
    let (instances, refusal) = cloud.launch_at_once(index, zone, wanted, cause);
    let came = instances.len() as u32;
    let retries = input.retry_strategy.as_deref() == Some("retry-with-group-configuration");
    let more = if retries { wanted } else { came };
    if more > 0 {
        let desired = cloud.autoscaling.group(index).desired + more;
        cloud.set_desired(index, desired, "a user request launched instances", cause);
    }
    let output = LaunchInstancesOutput {
        group_name: input.group_name.clone(),
        client_token: input.client_token.clone(),
        instances: collection(cloud, &instances, &instance_type, zone)
            .into_iter()
            .collect(),
        errors: refusal
            .map(|refusal| error(cloud, refusal, &instance_type, zone))
            .into_iter()
            .collect(),
    };
    cloud.autoscaling.launches.keep(input.clone(), output.clone());
    Ok(output)
}

/// The zone that was asked for, which must be the group's; a group of one zone needs no word of it.
fn zone(cloud: &Cloud, index: GroupIndex, input: &LaunchInstancesInput) -> Result<ZoneIndex, ApiError> {
    let own = &cloud.autoscaling.group(index).spec.zones;
    let subnets = input.subnet_ids.join(",");
    let named = settings::zones(
        cloud,
        Some(&subnets),
        &input.availability_zones,
        &input.availability_zone_ids,
    )?;
    let zone = match (named.as_ref().map(|(zones, _)| zones.as_slice()), own.as_slice()) {
        (Some([zone]), _) if own.contains(zone) => *zone,
        (Some(_), _) => return Err(validation(FOREIGN_ZONE)),
        (None, [only]) => *only,
        (None, _) => return Err(validation(NO_ZONE)),
    };
    match cloud.autoscaling.group(index).shifted_away() {
        Some(away) if away == zone => Err(validation(
            "The specified Availability Zone has an active zonal shift.",
        )),
        _ => Ok(zone),
    }
}

fn wanted(cloud: &Cloud, index: GroupIndex, input: &LaunchInstancesInput) -> Result<u32, ApiError> {
    let group = cloud.autoscaling.group(index);
    let wanted = input.requested_capacity.unwrap_or_default();
    if wanted > defaults::LAUNCHED_AT_ONCE {
        let most = defaults::LAUNCHED_AT_ONCE;
        return Err(validation(format!(
            "RequestedCapacity {wanted} is above the limit of {most} instances per launch."
        )));
    }
    let (sum, max) = (i64::from(group.desired) + wanted, group.spec.max);
    if sum > i64::from(max) {
        return Err(validation(format!(
            "New desired capacity {sum} would be above max value {max} for the AutoScalingGroup."
        )));
    }
    if !group.does("Launch") {
        return Err(validation(
            "The Launch process of the Auto Scaling group is suspended.",
        ));
    }
    Ok(wanted as u32)
}

fn instance_type(cloud: &Cloud, index: GroupIndex) -> Option<String> {
    let template = template_for_ec2(cloud.autoscaling.group(index).next_template());
    let filled = cloud.ec2.with_template(&RunInstancesInput {
        launch_template: Some(template),
        ..RunInstancesInput::default()
    });
    filled.ok()?.instance_type
}

fn collection(
    cloud: &Cloud,
    instances: &[InstanceIndex],
    instance_type: &Option<String>,
    zone: ZoneIndex,
) -> Option<InstanceCollection> {
    let ids = instances
        .iter()
        .map(|instance| cloud.ec2.instances[instance.index()].id.clone());
    (!instances.is_empty()).then(|| InstanceCollection {
        instance_type: instance_type.clone(),
        market_type: Some("OnDemand".to_owned()),
        subnet_id: Some(cloud.ec2.subnet_ids[zone.index()].clone()),
        availability_zone: Some(cloud.region.zone(zone).name.to_owned()),
        availability_zone_id: Some(cloud.region.zone(zone).id.to_owned()),
        instance_ids: ids.collect(),
    })
}

fn error(
    cloud: &Cloud,
    refusal: ApiError,
    instance_type: &Option<String>,
    zone: ZoneIndex,
) -> LaunchInstancesError {
    LaunchInstancesError {
        instance_type: instance_type.clone(),
        market_type: Some("OnDemand".to_owned()),
        subnet_id: Some(cloud.ec2.subnet_ids[zone.index()].clone()),
        availability_zone: Some(cloud.region.zone(zone).name.to_owned()),
        availability_zone_id: Some(cloud.region.zone(zone).id.to_owned()),
        error_code: Some(refusal.code.to_string()),
        error_message: Some(refusal.message),
    }
}
