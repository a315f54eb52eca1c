//! `DescribeNetworkInterfaces`: the primary interfaces of instances.

use super::{Filter, GroupIdentifier};
use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Describes network interfaces: all, or those named, narrowed by filters. Here each instance has one.
    pub struct DescribeNetworkInterfacesInput {
        /// Which interfaces; one that does not exist fails the call.
        network_interface_ids: Vec<String> = "NetworkInterfaceIds",
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "NextToken MaxResults IncludeManagedResources=false DryRun=false"

    /// The interfaces.
    pub struct DescribeNetworkInterfacesOutput {
        /// One entry an interface.
        network_interfaces: Vec<NetworkInterface> = "NetworkInterfaces" always,
    }

    /// What joins an instance to its subnet.
    pub struct NetworkInterface {
        /// Its public address.
        association: Option<NetworkInterfaceAssociation> = "Association",
        /// Its instance.
        attachment: Option<NetworkInterfaceAttachment> = "Attachment",
        /// The zone's name.
        availability_zone: Option<String> = "AvailabilityZone",
        /// A note; empty.
        description: Option<String> = "Description",
        /// Its security groups.
        groups: Vec<GroupIdentifier> = "Groups" always,
        /// `interface`.
        interface_type: Option<String> = "InterfaceType",
        /// `eni-` and 17 hexadecimal digits.
        network_interface_id: Option<String> = "NetworkInterfaceId",
        /// The account.
        owner_id: Option<String> = "OwnerId",
        /// Its name inside the VPC.
        private_dns_name: Option<String> = "PrivateDnsName",
        /// Its name on the internet.
        public_dns_name: Option<String> = "PublicDnsName",
        /// Its address inside the VPC.
        private_ip_address: Option<String> = "PrivateIpAddress",
        /// Whether it drops what is not meant for it.
        source_dest_check: Option<bool> = "SourceDestCheck",
        /// `in-use`.
        status: Option<String> = "Status",
        /// Its subnet.
        subnet_id: Option<String> = "SubnetId",
        /// Its VPC.
        vpc_id: Option<String> = "VpcId",
        /// The zone's id.
        availability_zone_id: Option<String> = "AvailabilityZoneId",
    }

    /// The public address of an interface.
    pub struct NetworkInterfaceAssociation {
        /// The allocation, if it is an Elastic IP address.
        allocation_id: Option<String> = "AllocationId",
        /// What binds it, if it is an Elastic IP address.
        association_id: Option<String> = "AssociationId",
        /// The account; `amazon` for an address that AWS lends.
        ip_owner_id: Option<String> = "IpOwnerId",
        /// The address's name.
        public_dns_name: Option<String> = "PublicDnsName",
        /// The address.
        public_ip: Option<String> = "PublicIp",
    }

    /// The instance of an interface.
    pub struct NetworkInterfaceAttachment {
        /// Since when.
        attach_time: Option<Timestamp> = "AttachTime",
        /// `eni-attach-` and 17 hexadecimal digits.
        attachment_id: Option<String> = "AttachmentId",
        /// Whether the interface goes with the instance.
        delete_on_termination: Option<bool> = "DeleteOnTermination",
        /// 0 for the primary one.
        device_index: Option<i64> = "DeviceIndex",
        /// The instance.
        instance_id: Option<String> = "InstanceId",
        /// Its account.
        instance_owner_id: Option<String> = "InstanceOwnerId",
        /// `attached`.
        status: Option<String> = "Status",
    }
}
