//! `DescribeSubnets`: the default subnets, one in each zone.
//!
//! Filters: `availability-zone`, `availability-zone-id`, `available-ip-address-count`, `cidr-block`, `default-for-az`,
//! `map-public-ip-on-launch`, `owner-id`, `state`, `subnet-arn`, `subnet-id`, `tag:Key`, `tag-key`, `vpc-id`; also in the
//! old spellings `availabilityZone`, `cidr`, `cidrBlock`, `defaultForAz`.

use api::ApiError;
use api::ec2::{DescribeSubnetsInput, DescribeSubnetsOutput, Subnet};

use crate::Cloud;
use crate::ec2::{defaults, subnet_block, tag};
use crate::filter::{FilterPath, TAGS, narrow};
use crate::region::ZoneIndex;

pub(super) const FILTERS: &[FilterPath] = &[
    ("availability-zone", "AvailabilityZone"),
    ("availability-zone-id", "AvailabilityZoneId"),
    ("availabilityZone", "AvailabilityZone"),
    ("available-ip-address-count", "AvailableIpAddressCount"),
    ("cidr", "CidrBlock"),
    ("cidr-block", "CidrBlock"),
    ("cidrBlock", "CidrBlock"),
    ("default-for-az", "DefaultForAz"),
    ("defaultForAz", "DefaultForAz"),
    ("map-public-ip-on-launch", "MapPublicIpOnLaunch"),
    ("owner-id", "OwnerId"),
    ("state", "State"),
    ("subnet-arn", "SubnetArn"),
    ("subnet-id", "SubnetId"),
    (TAGS, "Tags"),
    ("vpc-id", "VpcId"),
];

pub(crate) fn describe_subnets(
    cloud: &Cloud,
    input: &DescribeSubnetsInput,
) -> Result<DescribeSubnetsOutput, ApiError> {
    let zone_of = |id: &String| {
        let zone = cloud.ec2.zone_of_subnet(id);
        zone.ok_or_else(|| ApiError::subnet_not_found(id))
    };
    let named: Vec<ZoneIndex> = input.subnet_ids.iter().map(zone_of).collect::<Result<_, _>>()?;
    let zones = cloud.region.zone_indexes();
    let subnets = zones
        .filter(|zone| named.is_empty() || named.contains(zone))
        .map(|zone| subnet(cloud, zone))
        .collect();
    Ok(DescribeSubnetsOutput {
        subnets: narrow(subnets, &input.filters, FILTERS)?,
    })
}

pub(crate) fn subnet(cloud: &Cloud, index: ZoneIndex) -> Subnet {
    let zone = cloud.region.zone(index);
    let id = &cloud.ec2.subnet_ids[index.index()];
    let (base, length) = subnet_block(index);
    Subnet {
        availability_zone_id: Some(zone.id.to_owned()),
        owner_id: Some(defaults::ACCOUNT_ID.to_owned()),
        tags: tag::to_api(&cloud.ec2.subnet_tags[index.index()]),
        subnet_arn: Some(cloud.arn("subnet", id)),
        subnet_id: Some(id.clone()),
        state: Some("available".to_owned()),
        vpc_id: Some(cloud.ec2.vpc_id.clone()),
        cidr_block: Some(format!("{base}/{length}")),
        available_ip_address_count: Some(cloud.ec2.subnet_addresses_left(index).into()),
        availability_zone: Some(zone.name.to_owned()),
        default_for_az: Some(true),
        map_public_ip_on_launch: Some(cloud.ec2.maps_public_ip[index.index()]),
    }
}
