//! Elastic IP addresses: `AllocateAddress`, `AssociateAddress`, `DisassociateAddress`, `ReleaseAddress`,
//! `DescribeAddresses`.

use super::{Filter, Tag, TagSpecification};
use crate::shape::shapes;

shapes! {
    /// Takes a public address from AWS's pool until it is released: an Elastic IP address.
    pub struct AllocateAddressInput {
        /// Where it is for.
        domain: Option<String> = "Domain" one_of(&["vpc"]) default("vpc"),
        /// Tags for it.
        tag_specifications: Vec<TagSpecification> = "TagSpecifications",
    }
    without "Address PublicIpv4Pool NetworkBorderGroup CustomerOwnedIpv4Pool IpamPoolId DryRun=false"

    /// The new address.
    pub struct AllocateAddressOutput {
        /// `eipalloc-` and 17 hexadecimal digits.
        allocation_id: Option<String> = "AllocationId",
        /// The pool it is from.
        public_ipv4_pool: Option<String> = "PublicIpv4Pool",
        /// From where it is announced.
        network_border_group: Option<String> = "NetworkBorderGroup",
        /// `vpc`.
        domain: Option<String> = "Domain",
        /// The address.
        public_ip: Option<String> = "PublicIp",
    }

    /// Gives an Elastic IP address to an instance; whatever public address the instance has goes.
    pub struct AssociateAddressInput {
        /// The address, by the id of its allocation.
        allocation_id: Option<String> = "AllocationId" needed,
        /// The instance.
        instance_id: Option<String> = "InstanceId" needed,
        /// Whether it may be taken from another instance.
        allow_reassociation: Option<bool> = "AllowReassociation" default("true"),
    }
    without "PublicIp DryRun=false NetworkInterfaceId PrivateIpAddress"

    /// What now binds them.
    pub struct AssociateAddressOutput {
        /// `eipassoc-` and 17 hexadecimal digits.
        association_id: Option<String> = "AssociationId",
    }

    /// Takes an Elastic IP address from its instance; the account keeps it, and pays for it.
    pub struct DisassociateAddressInput {
        /// What binds them.
        association_id: Option<String> = "AssociationId" needed,
    }
    without "PublicIp DryRun=false"

    /// Gives an Elastic IP address back to AWS; it must be no instance's.
    pub struct ReleaseAddressInput {
        /// The address, by the id of its allocation.
        allocation_id: Option<String> = "AllocationId" needed,
    }
    without "PublicIp NetworkBorderGroup DryRun=false"

    /// Describes the account's Elastic IP addresses: all, or those named, narrowed by filters.
    pub struct DescribeAddressesInput {
        /// These.
        public_ips: Vec<String> = "PublicIps",
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
        /// These, by the ids of their allocations.
        allocation_ids: Vec<String> = "AllocationIds",
    }
    without "DryRun=false"

    /// The addresses.
    pub struct DescribeAddressesOutput {
        /// One entry an address.
        addresses: Vec<Address> = "Addresses" always,
    }

    /// An Elastic IP address.
    pub struct Address {
        /// The id of its allocation.
        allocation_id: Option<String> = "AllocationId",
        /// What binds it to its instance.
        association_id: Option<String> = "AssociationId",
        /// `vpc`.
        domain: Option<String> = "Domain",
        /// The network interface it is on.
        network_interface_id: Option<String> = "NetworkInterfaceId",
        /// The interface's account.
        network_interface_owner_id: Option<String> = "NetworkInterfaceOwnerId",
        /// The private address it stands for.
        private_ip_address: Option<String> = "PrivateIpAddress",
        /// Its labels.
        tags: Vec<Tag> = "Tags",
        /// The pool it is from.
        public_ipv4_pool: Option<String> = "PublicIpv4Pool",
        /// From where it is announced.
        network_border_group: Option<String> = "NetworkBorderGroup",
        /// Its instance.
        instance_id: Option<String> = "InstanceId",
        /// The address.
        public_ip: Option<String> = "PublicIp",
    }
}
