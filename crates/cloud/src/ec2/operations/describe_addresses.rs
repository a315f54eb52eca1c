//! `DescribeAddresses`.
//!
//! Filters: `allocation-id`, `association-id`, `domain`, `instance-id`, `network-border-group`, `network-interface-id`,
//! `network-interface-owner-id`, `private-ip-address`, `public-ip`, `tag:Key`, `tag-key`.

use api::ApiError;
use api::ec2::{Address, DescribeAddressesInput, DescribeAddressesOutput};

use crate::Cloud;
use crate::ec2::{AddressPool, ElasticAddress, ElasticIndex, defaults, tag};
use crate::filter::{FilterPath, TAGS, narrow};

pub(super) const FILTERS: &[FilterPath] = &[
    ("allocation-id", "AllocationId"),
    ("association-id", "AssociationId"),
    ("domain", "Domain"),
    ("instance-id", "InstanceId"),
    ("network-border-group", "NetworkBorderGroup"),
    ("network-interface-id", "NetworkInterfaceId"),
    ("network-interface-owner-id", "NetworkInterfaceOwnerId"),
    ("private-ip-address", "PrivateIpAddress"),
    ("public-ip", "PublicIp"),
    (TAGS, "Tags"),
];

pub(crate) fn describe_addresses(
    cloud: &Cloud,
    input: &DescribeAddressesInput,
) -> Result<DescribeAddressesOutput, ApiError> {
    let by_id = input.allocation_ids.iter().map(|id| cloud.elastic_with_id(id));
    let by_ip = input.public_ips.iter().map(|ip| with_ip(cloud, ip));
    let named: Vec<ElasticIndex> = by_id.chain(by_ip).collect::<Result<_, _>>()?;
    let all = cloud.ec2.elastic_addresses();
    let addresses = all
        .filter(|(index, _)| named.is_empty() || named.contains(index))
        .map(|(_, elastic)| address(cloud, elastic))
        .collect();
    Ok(DescribeAddressesOutput {
        addresses: narrow(addresses, &input.filters, FILTERS)?,
    })
}

fn with_ip(cloud: &Cloud, text: &str) -> Result<ElasticIndex, ApiError> {
    let ip = text.parse().ok().and_then(AddressPool::index_of);
    let mut all = cloud.ec2.elastic_addresses();
    let found = all.find(|(_, elastic)| Some(elastic.address) == ip);
    found.map(|(index, _)| index).ok_or_else(|| {
        let message = format!("Address '{text}' not found.");
        ApiError::new("InvalidAddress.NotFound", message)
    })
}

fn address(cloud: &Cloud, elastic: &ElasticAddress) -> Address {
    let bond = elastic.association.as_ref();
    let instance = bond.map(|bond| &cloud.ec2.instances[bond.instance.index()]);
    Address {
        allocation_id: Some(elastic.allocation_id.clone()),
        association_id: bond.map(|bond| bond.id.clone()),
        domain: Some("vpc".to_owned()),
        network_interface_id: bond.map(|bond| cloud.interface_id(bond.instance)),
        network_interface_owner_id: bond.map(|_| defaults::ACCOUNT_ID.to_owned()),
        private_ip_address: instance.map(|instance| instance.private_ip.to_string()),
        tags: tag::to_api(&elastic.tags),
        public_ipv4_pool: Some("amazon".to_owned()),
        network_border_group: Some(cloud.region.name.to_owned()),
        instance_id: instance.map(|instance| instance.id.clone()),
        public_ip: Some(elastic.address.ip().to_string()),
    }
}
