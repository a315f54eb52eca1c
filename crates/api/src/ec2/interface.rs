//! The network interface of a launch.

use crate::shape::shapes;

shapes! {
    /// The network interface of a launch; in place of its subnet and its groups.
    pub struct InstanceNetworkInterfaceSpecification {
        /// Whether it gets a public address; the subnet says so if this is left out.
        associate_public_ip_address: Option<bool> = "AssociatePublicIpAddress",
        /// Whether it ends with its instance.
        delete_on_termination: Option<bool> = "DeleteOnTermination" default("true"),
        /// Its place; 0.
        device_index: Option<i64> = "DeviceIndex" range(0..=0),
        /// What may reach it.
        groups: Vec<String> = "Groups" length(0..=5),
        /// Where it is.
        subnet_id: Option<String> = "SubnetId",
    }
    without "Description Ipv6AddressCount Ipv6Addresses NetworkInterfaceId PrivateIpAddress PrivateIpAddresses \
        SecondaryPrivateIpAddressCount AssociateCarrierIpAddress InterfaceType NetworkCardIndex Ipv4Prefixes \
        Ipv4PrefixCount Ipv6Prefixes Ipv6PrefixCount PrimaryIpv6 EnaSrdSpecification \
        ConnectionTrackingSpecification EnaQueueCount"
}
