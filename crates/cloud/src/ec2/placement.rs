//! Whether instances fit: quota, zone, addresses.

use api::ApiError;

use crate::Cloud;
use crate::ec2::{Image, Instance, InstanceIndex, InstanceType};
use crate::region::ZoneIndex;

/// How many instances of a type fit into a zone now, and what stops the next one.
pub(crate) fn room_for(cloud: &Cloud, instance_type: &InstanceType, zone: ZoneIndex) -> (u32, ApiError) {
    let by_quota = (cloud.ec2.vcpu_quota.saturating_sub(cloud.ec2.vcpus_in_use())) / instance_type.vcpus;
    let by_subnet = cloud.ec2.subnet_addresses_left(zone);
    if cloud.dark_since(zone).is_some() {
        return (0, insufficient_capacity(cloud, instance_type, zone));
    }
    let by_capacity = capacity_left(cloud, instance_type, zone);
    if by_capacity < by_quota.min(by_subnet) {
        (by_capacity, insufficient_capacity(cloud, instance_type, zone))
    } else if by_quota <= by_subnet {
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
    let of_kind = |instance: &Instance| {
        let kind = (instance.zone, instance.instance_type.name);
        instances()
            .filter(|other| (other.zone, other.instance_type.name) == kind)
            .count()
    };
    let fits = |instance: &&Instance| {
        capacity_left(cloud, instance.instance_type, instance.zone) as usize >= of_kind(instance)
    };
    if let Some(instance) = instances().find(|instance| !fits(instance)) {
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

/// How many more instances of a type a zone has room for: none without power; without limit if nothing was said of it.
pub(crate) fn capacity_left(cloud: &Cloud, instance_type: &InstanceType, zone: ZoneIndex) -> u32 {
    if cloud.dark_since(zone).is_some() || cloud.is_short(instance_type, zone) {
        return 0;
    }
    let is_it = |room: &&Capacity| room.zone == zone && room.instance_type == instance_type.name;
    let Some(room) = cloud.ec2.capacities.iter().find(is_it) else {
        return u32::MAX;
    };
    room.whole
        .saturating_sub(holding(cloud, instance_type.name, zone))
}

/// Instances of a type that hold capacity of a zone.
pub(crate) fn holding(cloud: &Cloud, instance_type: &str, zone: ZoneIndex) -> u32 {
    let holds = |index: &InstanceIndex| {
        let instance = &cloud.ec2.instances[index.index()];
        instance.zone == zone
            && instance.instance_type.name == instance_type
            && instance.state.holds_capacity()
    };
    cloud.ec2.living().filter(holds).count() as u32
}

/// What a zone has room for.
#[derive(Clone, Debug)]
pub(crate) struct Capacity {
    pub(crate) zone: ZoneIndex,
    pub(crate) instance_type: &'static str,
    /// Instances, those that hold room now included.
    pub(crate) whole: u32,
}

/// Whether a type's processors can run an image.
///
/// # Errors
/// AWS's sentence; its code depends on the call.
pub(crate) fn check_architecture(instance_type: &InstanceType, image: &Image) -> Result<(), String> {
    let (can, needs) = (instance_type.architectures(), image.architecture());
    if can.contains(&needs) {
        return Ok(());
    }
    Err(format!(
        "The architecture '{}' of the specified instance type does not match the architecture '{needs}' of the specified \
         AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use \
         'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.",
        can.join(",")
    ))
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
    Err(ApiError::new("Unsupported", message))
}

/// Whether a zone offers a type.
pub(crate) fn offers(cloud: &Cloud, instance_type: &InstanceType, zone: ZoneIndex) -> bool {
    !cloud.region.zone(zone).lacks.contains(&instance_type.family())
}

/// The zone that EC2 picks when the caller leaves it open. Our choice: the first that offers the type and has room.
pub(crate) fn pick_zone(cloud: &Cloud, instance_type: &InstanceType) -> ZoneIndex {
    let offers = |zone: &ZoneIndex| offers(cloud, instance_type, *zone);
    let fits = |zone: &ZoneIndex| offers(zone) && capacity_left(cloud, instance_type, *zone) > 0;
    let zones = || cloud.region.zone_indexes();
    zones()
        .find(fits)
        .or_else(|| zones().find(offers))
        .unwrap_or(ZoneIndex(0))
}

fn over_quota(cloud: &Cloud) -> ApiError {
    let message = format!(
        "You have requested more vCPU capacity than your current vCPU limit of {} allows for the instance bucket that the \
         specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an \
         adjustment to this limit.",
        cloud.ec2.vcpu_quota
    );
    ApiError::new("VcpuLimitExceeded", message)
}

/// AWS's refusal, naming the zones that have room.
pub(crate) fn insufficient_capacity(
    cloud: &Cloud,
    instance_type: &InstanceType,
    zone: ZoneIndex,
) -> ApiError {
    let (name, zone_name) = (instance_type.name, cloud.region.zone(zone).name);
    let others = zones_with_room(cloud, instance_type, zone);
    let message = format!(
        "We currently do not have sufficient {name} capacity in the Availability Zone you requested ({zone_name}). Our \
         system will be working on provisioning additional capacity. You can currently get {name} capacity by not \
         specifying an Availability Zone in your request or choosing {others}."
    );
    ApiError::new("InsufficientInstanceCapacity", message)
}

fn subnet_full(cloud: &Cloud, zone: ZoneIndex) -> ApiError {
    let subnet = &cloud.ec2.subnet_ids[zone.index()];
    let message = format!(
        "There are not enough free addresses in subnet '{subnet}' to satisfy the requested number of instances."
    );
    ApiError::new("InsufficientFreeAddressesInSubnet", message)
}

fn other_zones(cloud: &Cloud, instance_type: &InstanceType, but: ZoneIndex) -> String {
    let fits = |zone: &ZoneIndex| {
        *zone != but && offers(cloud, instance_type, *zone) && cloud.dark_since(*zone).is_none()
    };
    names(cloud, fits)
}

fn zones_with_room(cloud: &Cloud, instance_type: &InstanceType, but: ZoneIndex) -> String {
    let fits = |zone: &ZoneIndex| {
        *zone != but && offers(cloud, instance_type, *zone) && capacity_left(cloud, instance_type, *zone) > 0
    };
    names(cloud, fits)
}

fn names(cloud: &Cloud, fits: impl Fn(&ZoneIndex) -> bool) -> String {
    let names: Vec<&str> = cloud
        .region
        .zone_indexes()
        .filter(fits)
        .map(|zone| cloud.region.zone(zone).name)
        .collect();
    names.join(", ")
}
