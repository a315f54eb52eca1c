//! `DescribeNetworkInterfaces`: the primary interface of each instance that is not terminated.
//!
//! Filters: `addresses.association.public-ip`, `addresses.private-ip-address`, `association.allocation-id`,
//! `association.public-ip`, `attachment.instance-id`, `availability-zone`, `group-id`, `network-interface-id`, `owner-id`,
//! `private-ip-address`, `status`, `subnet-id`, `vpc-id`. Simplified: load balancers' interfaces are not shown.

use api::ec2::{
    DescribeNetworkInterfacesInput, DescribeNetworkInterfacesOutput, NetworkInterface,
    NetworkInterfaceAssociation, NetworkInterfaceAttachment,
};
use api::{ApiError, Timestamp};

use crate::Cloud;
use crate::ec2::{InstanceIndex, InstanceState, defaults};
use crate::filter::{FilterPath, narrow};
use crate::ids::{IdOf, check_id, id};

pub(super) const FILTERS: &[FilterPath] = &[
    ("addresses.association.public-ip", "Association.PublicIp"),
    ("addresses.private-ip-address", "PrivateIpAddress"),
    ("association.allocation-id", "Association.AllocationId"),
    ("association.public-ip", "Association.PublicIp"),
    ("attachment.instance-id", "Attachment.InstanceId"),
    ("availability-zone", "AvailabilityZone"),
    ("group-id", "Groups.GroupId"),
    ("network-interface-id", "NetworkInterfaceId"),
    ("owner-id", "OwnerId"),
    ("private-ip-address", "PrivateIpAddress"),
    ("status", "Status"),
    ("subnet-id", "SubnetId"),
    ("vpc-id", "VpcId"),
];

pub(crate) fn describe_network_interfaces(
    cloud: &Cloud,
    input: &DescribeNetworkInterfacesInput,
) -> Result<DescribeNetworkInterfacesOutput, ApiError> {
    let alive = |index: &InstanceIndex| {
        let instance = &cloud.ec2.instances[index.index()];
        instance.state != InstanceState::Terminated
    };
    let living: Vec<InstanceIndex> = cloud.ec2.indexes().filter(alive).collect();
    let mut interfaces: Vec<NetworkInterface> = living.iter().map(|index| interface(cloud, *index)).collect();
    let ids = &input.network_interface_ids;
    for id in ids {
        check_id(id, "eni-", "InvalidNetworkInterfaceId.Malformed")?;
        if !living.iter().any(|index| cloud.interface_id(*index) == *id) {
            let message = format!("The networkInterface ID '{id}' does not exist");
            return Err(ApiError::new("InvalidNetworkInterfaceID.NotFound", message));
        }
    }
    let is_named = |interface: &NetworkInterface| {
        let named = interface.network_interface_id.as_ref();
        ids.is_empty() || named.is_some_and(|id| ids.contains(id))
    };
    interfaces.retain(is_named);
    Ok(DescribeNetworkInterfacesOutput {
        network_interfaces: narrow(interfaces, &input.filters, FILTERS)?,
    })
}

impl Cloud {
    /// The id of an instance's primary network interface.
    pub(super) fn interface_id(&self, index: InstanceIndex) -> String {
        id(self.seed, IdOf::NetworkInterface, index.index() as u64)
    }
}

fn interface(cloud: &Cloud, index: InstanceIndex) -> NetworkInterface {
    let instance = &cloud.ec2.instances[index.index()];
    let zone = cloud.region.zone(instance.zone);
    let text = |text: &str| Some(text.to_owned());
    NetworkInterface {
        association: association(cloud, index),
        attachment: Some(attachment(cloud, index)),
        availability_zone: text(zone.name),
        description: text(""),
        groups: cloud.group_identifiers(instance),
        interface_type: text("interface"),
        network_interface_id: Some(cloud.interface_id(index)),
        owner_id: text(defaults::ACCOUNT_ID),
        private_dns_name: Some(cloud.private_dns_name(instance)),
        public_dns_name: instance.public_address.map(|_| cloud.public_dns_name(instance)),
        private_ip_address: Some(instance.private_ip.to_string()),
        source_dest_check: Some(true),
        status: text("in-use"),
        subnet_id: Some(cloud.ec2.subnet_ids[instance.zone.index()].clone()),
        vpc_id: Some(cloud.ec2.vpc_id.clone()),
        availability_zone_id: text(zone.id),
    }
}

fn association(cloud: &Cloud, index: InstanceIndex) -> Option<NetworkInterfaceAssociation> {
    let instance = &cloud.ec2.instances[index.index()];
    let ip = instance.public_ip()?;
    let elastic = cloud.ec2.elastic_of(index);
    let elastic = elastic.map(|elastic| &cloud.ec2.all_elastic_addresses[elastic.index()]);
    let owner = elastic.map_or("amazon", |_| defaults::ACCOUNT_ID);
    Some(NetworkInterfaceAssociation {
        allocation_id: elastic.map(|elastic| elastic.allocation_id.clone()),
        association_id: elastic.and_then(|elastic| Some(elastic.association.as_ref()?.id.clone())),
        ip_owner_id: Some(owner.to_owned()),
        public_dns_name: Some(cloud.public_dns_name(instance)),
        public_ip: Some(ip.to_string()),
    })
}

/// Simplified: attached since the last launch or start.
fn attachment(cloud: &Cloud, index: InstanceIndex) -> NetworkInterfaceAttachment {
    let instance = &cloud.ec2.instances[index.index()];
    let number = index.index() as u64;
    NetworkInterfaceAttachment {
        attach_time: Some(Timestamp::of(instance.launched_at)),
        attachment_id: Some(id(cloud.seed, IdOf::InterfaceAttachment, number)),
        delete_on_termination: Some(true),
        device_index: Some(0),
        instance_id: Some(instance.id.clone()),
        instance_owner_id: Some(defaults::ACCOUNT_ID.to_owned()),
        status: Some("attached".to_owned()),
    }
}
