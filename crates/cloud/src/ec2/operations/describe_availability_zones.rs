//! `DescribeAvailabilityZones`: the zones of the Region, always `available`: as in life, EC2 does not say here that one
//! has lost its power.
//!
//! Filters: `group-name`, `message`, `opt-in-status`, `region-name`, `state`, `zone-id`, `zone-name`, `zone-type`.

use api::ApiError;
use api::ec2::{AvailabilityZone, DescribeAvailabilityZonesInput, DescribeAvailabilityZonesOutput};

use super::{OPT_IN_STATUS, check_names};
use crate::Cloud;
use crate::filter::{FilterPath, narrow};
use crate::region::Zone;

pub(super) const FILTERS: &[FilterPath] = &[
    ("group-name", "GroupName"),
    ("message", "Messages.Message"),
    ("opt-in-status", "OptInStatus"),
    ("region-name", "RegionName"),
    ("state", "State"),
    ("zone-id", "ZoneId"),
    ("zone-name", "ZoneName"),
    ("zone-type", "ZoneType"),
];

pub(crate) fn describe_availability_zones(
    cloud: &Cloud,
    input: &DescribeAvailabilityZonesInput,
) -> Result<DescribeAvailabilityZonesOutput, ApiError> {
    let all = cloud.region.zones;
    let names: Vec<&str> = all.iter().map(|zone| zone.name).collect();
    let ids: Vec<&str> = all.iter().map(|zone| zone.id).collect();
    check_names(&input.zone_names, &names, "availability zone")?;
    check_names(&input.zone_ids, &ids, "availability zone-id")?;
    let wanted = |zone: &&Zone| {
        let every = input.zone_names.is_empty() && input.zone_ids.is_empty();
        every
            || input.zone_names.iter().any(|name| name == zone.name)
            || input.zone_ids.iter().any(|id| id == zone.id)
    };
    let zones = all
        .iter()
        .filter(wanted)
        .map(|zone| describe(cloud, zone))
        .collect();
    Ok(DescribeAvailabilityZonesOutput {
        availability_zones: narrow(zones, &input.filters, FILTERS)?,
    })
}

fn describe(cloud: &Cloud, zone: &Zone) -> AvailabilityZone {
    let text = |text: &str| Some(text.to_owned());
    let region = cloud.region.name;
    AvailabilityZone {
        opt_in_status: text(OPT_IN_STATUS),
        messages: Vec::new(),
        region_name: text(region),
        zone_name: text(zone.name),
        zone_id: text(zone.id),
        group_name: Some(format!("{region}-zg-1")),
        network_border_group: text(region),
        zone_type: text("availability-zone"),
        state: text("available"),
    }
}
