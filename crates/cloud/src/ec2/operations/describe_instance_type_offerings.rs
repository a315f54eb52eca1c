//! `DescribeInstanceTypeOfferings`: which types the Region has, or each of its zones.
//!
//! Filters: `instance-type`, `location`. Source: EC2 API Reference, DescribeInstanceTypeOfferings.

use api::ApiError;
use api::ec2::{
    DescribeInstanceTypeOfferingsInput, DescribeInstanceTypeOfferingsOutput, InstanceTypeOffering,
};

use crate::Cloud;
use crate::ec2::placement::offers;
use crate::ec2::{INSTANCE_TYPES, InstanceType};
use crate::filter::{FilterPath, narrow};
use crate::region::ZoneIndex;

pub(super) const FILTERS: &[FilterPath] = &[("instance-type", "InstanceType"), ("location", "Location")];

pub(crate) fn describe_instance_type_offerings(
    cloud: &Cloud,
    input: &DescribeInstanceTypeOfferingsInput,
) -> Result<DescribeInstanceTypeOfferingsOutput, ApiError> {
    let kind = input.location_type.as_deref().unwrap_or("region");
    let places = |instance_type| match kind {
        "availability-zone" => in_zones(cloud, instance_type, |zone| cloud.region.zone(zone).name),
        "availability-zone-id" => in_zones(cloud, instance_type, |zone| cloud.region.zone(zone).id),
        _ => vec![cloud.region.name],
    };
    let offerings = INSTANCE_TYPES.iter().flat_map(|instance_type| {
        let of_type = |place: &'static str| InstanceTypeOffering {
            instance_type: Some(instance_type.name.to_owned()),
            location_type: Some(kind.to_owned()),
            location: Some(place.to_owned()),
        };
        places(instance_type).into_iter().map(of_type)
    });
    Ok(DescribeInstanceTypeOfferingsOutput {
        instance_type_offerings: narrow(offerings.collect(), &input.filters, FILTERS)?,
    })
}

fn in_zones(
    cloud: &Cloud,
    instance_type: &InstanceType,
    name: impl Fn(ZoneIndex) -> &'static str,
) -> Vec<&'static str> {
    let zones = cloud.region.zone_indexes();
    zones
        .filter(|zone| offers(cloud, instance_type, *zone))
        .map(name)
        .collect()
}
