//! `DescribeInstanceTypeOfferings`: which types the Region has, and which of its zones offer them.
//!
//! Filters: `instance-type`, `location`.

use api::ApiError;
use api::ec2::{
    DescribeInstanceTypeOfferingsInput, DescribeInstanceTypeOfferingsOutput, InstanceTypeOffering,
};

use crate::Cloud;
use crate::ec2::placement::offers;
use crate::ec2::{INSTANCE_TYPES, InstanceType};
use crate::filter::{FilterPath, narrow};

pub(super) const FILTERS: &[FilterPath] = &[("instance-type", "InstanceType"), ("location", "Location")];

pub(crate) fn describe_instance_type_offerings(
    cloud: &Cloud,
    input: &DescribeInstanceTypeOfferingsInput,
) -> Result<DescribeInstanceTypeOfferingsOutput, ApiError> {
    let location_type = input.location_type.as_deref().unwrap_or("region");
    let offerings = |instance_type| {
        let places = places(cloud, instance_type, location_type).into_iter();
        places.map(move |place| offering(instance_type, location_type, place))
    };
    let all = INSTANCE_TYPES.iter().flat_map(offerings).collect();
    Ok(DescribeInstanceTypeOfferingsOutput {
        instance_type_offerings: narrow(all, &input.filters, FILTERS)?,
    })
}

/// Where a type is offered, in the Region's own order. What a zone offers says nothing of the room that it has now.
fn places(cloud: &Cloud, instance_type: &InstanceType, location_type: &str) -> Vec<&'static str> {
    let zones = cloud.region.zone_indexes();
    let zones = zones.filter(|zone| offers(cloud, instance_type, *zone));
    let zones = zones.map(|zone| cloud.region.zone(zone));
    match location_type {
        "availability-zone" => zones.map(|zone| zone.name).collect(),
        "availability-zone-id" => zones.map(|zone| zone.id).collect(),
        _ => vec![cloud.region.name],
    }
}

fn offering(instance_type: &InstanceType, location_type: &str, location: &str) -> InstanceTypeOffering {
    InstanceTypeOffering {
        instance_type: Some(instance_type.name.to_owned()),
        location_type: Some(location_type.to_owned()),
        location: Some(location.to_owned()),
    }
}
