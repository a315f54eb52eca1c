//! `sandbox capacity`: how many more instances a zone has room for.

use api::ApiError;
use api::sandbox::CapacityInput;

use super::fault::{instance_type_named, zone_named};
use crate::Cloud;
use crate::ec2::{Capacity, holding};
use crate::fact::What;

pub(crate) fn capacity(cloud: &mut Cloud, input: &CapacityInput) -> Result<(), ApiError> {
    let zone = zone_named(cloud, input.zone.as_deref())?;
    let instance_type = instance_type_named(input.instance_type.as_deref().unwrap_or_default())?;
    let held = holding(cloud, instance_type, zone);
    let cause = cloud.accept();
    let fact = cloud.facts.note(cloud.now, cause, What::CapacityChanged(zone));
    let capacities = &mut cloud.ec2.capacities;
    capacities.retain(|room| (room.zone, room.instance_type) != (zone, instance_type));
    capacities.extend(input.free.map(|free| Capacity {
        zone,
        instance_type,
        whole: held + free as u32,
    }));
    if input.free != Some(0) {
        cloud.autoscaling_sees_room(zone, fact);
    }
    Ok(())
}
