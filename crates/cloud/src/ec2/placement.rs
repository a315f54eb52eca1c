//! Whether instances fit: quota, zone, addresses.

use api::ApiError;

use crate::Cloud;
use crate::ec2::{InstanceIndex, InstanceType};
use crate::region::ZoneIndex;

/// How many instances of a type fit into a zone now, and what stops the next one.
pub(crate) fn room_for(cloud: &Cloud, instance_type: &InstanceType, zone: ZoneIndex) -> (u32, ApiError) {
    let by_quota = (cloud.ec2.vcpu_quota.saturating_sub(cloud.ec2.vcpus_in_use())) / instance_type.vcpus;
    let by_subnet = cloud.ec2.subnet_addresses_left(zone);
    if cloud.dark_since(zone).is_some() {
        return (0, insufficient_capacity(cloud, instance_type, zone));
    }
    if by_quota <= by_subnet {
        (by_quota, over_quota(cloud))
    } else {
        (by_subnet, subnet_full(cloud, zone))
    }
}

/// Whether stopped instances can start: a stopped instance holds neither quota nor capacity.
///
/// # Errors
/// What `RunInstances` would answer.
pub(crate) fn check_capacity(cloud: &Cloud, stopped: &[InstanceIndex]) -> Result<(), ApiError> {
    let instances = || stopped.iter().map(|index| &cloud.ec2.instances[index.index()]);
    if let Some(instance) = instances().find(|instance| cloud.dark_since(instance.zone).is_some()) {
        return Err(insufficient_capacity(
            cloud,
            instance.instance_type,
            instance.zone,
        ));
    }
    let vcpus: u32 = instances().map(|instance| instance.instance_type.vcpus).sum();
    if cloud.ec2.vcpus_in_use() + vcpus > cloud.ec2.vcpu_quota {
        Err(over_quota(cloud))
    } else {
        Ok(())
    }
}

/// Whether a zone offers a type.
///
/// # Errors
/// `Unsupported`, naming the zones that do.
pub(crate) fn check_offered(
    cloud: &Cloud,
    instance_type: &InstanceType,
    zone: ZoneIndex,
) -> Result<(), ApiError> {
    if offers(cloud, instance_type, zone) {
        return Ok(());
    }
    let others = other_zones(cloud, instance_type, zone);
    let message = format!(
        "Your requested instance type ({}) is not supported in your requested Availability Zone ({}). Please retry your \
         request by not specifying an Availability Zone or choosing {others}.",
        instance_type.name,
        cloud.region.zone(zone).name
    );
    Err(ApiError {
        code: "Unsupported",
        message,
    })
}

/// Whether a zone offers a type.
pub(crate) fn offers(cloud: &Cloud, instance_type: &InstanceType, zone: ZoneIndex) -> bool {
    !cloud.region.zone(zone).old || instance_type.is_offered_in_old_zones()
}

/// The zone that EC2 picks when the caller leaves it open. Our choice: the first that offers the type and has power.
pub(crate) fn pick_zone(cloud: &Cloud, instance_type: &InstanceType) -> ZoneIndex {
    let fits = |zone: &ZoneIndex| offers(cloud, instance_type, *zone) && cloud.dark_since(*zone).is_none();
    cloud.region.zone_indexes().find(fits).unwrap_or(ZoneIndex(0))
}

fn over_quota(cloud: &Cloud) -> ApiError {
    let message = format!(
        "You have requested more vCPU capacity than your current vCPU limit of {} allows for the instance bucket that the \
         specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an \
         adjustment to this limit.",
        cloud.ec2.vcpu_quota
    );
    ApiError {
        code: "VcpuLimitExceeded",
        message,
    }
}

fn insufficient_capacity(cloud: &Cloud, instance_type: &InstanceType, zone: ZoneIndex) -> ApiError {
    let (name, zone_name) = (instance_type.name, cloud.region.zone(zone).name);
    let others = other_zones(cloud, instance_type, zone);
    let message = format!(
        "We currently do not have sufficient {name} capacity in the Availability Zone you requested ({zone_name}). Our \
         system will be working on provisioning additional capacity. You can currently get {name} capacity by not \
         specifying an Availability Zone in your request or choosing {others}."
    );
    ApiError {
        code: "InsufficientInstanceCapacity",
        message,
    }
}

fn subnet_full(cloud: &Cloud, zone: ZoneIndex) -> ApiError {
    let subnet = &cloud.ec2.subnet_ids[zone.index()];
    let message = format!(
        "There are not enough free addresses in subnet '{subnet}' to satisfy the requested number of instances."
    );
    ApiError {
        code: "InsufficientFreeAddressesInSubnet",
        message,
    }
}

fn other_zones(cloud: &Cloud, instance_type: &InstanceType, but: ZoneIndex) -> String {
    let fits = |zone: &ZoneIndex| {
        *zone != but && offers(cloud, instance_type, *zone) && cloud.dark_since(*zone).is_none()
    };
    let names: Vec<&str> = cloud
        .region
        .zone_indexes()
        .filter(fits)
        .map(|zone| cloud.region.zone(zone).name)
        .collect();
    names.join(", ")
}
