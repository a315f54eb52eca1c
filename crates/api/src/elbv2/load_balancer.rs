//! Load balancers.

use super::Tag;
use crate::Timestamp;
use crate::shape::shapes;

/// Kinds of load balancers that are modelled.
pub const LOAD_BALANCER_TYPES: &[&str] = &["application"];
/// Whether a load balancer has addresses on the internet.
pub const SCHEMES: &[&str] = &["internet-facing", "internal"];
/// Kinds of addresses that AWS has for load balancers.
pub const IP_ADDRESS_TYPES: &[&str] = &["ipv4", "dualstack", "dualstack-without-public-ipv4"];

shapes! {
    /// Makes an Application Load Balancer: one node in each zone of its subnets.
    pub struct CreateLoadBalancerInput {
        /// At most 32 letters, digits and hyphens.
        name: Option<String> = "Name" required,
        /// One subnet in each of at least two zones.
        subnets: Vec<String> = "Subnets",
        /// The same, said in another way.
        subnet_mappings: Vec<SubnetMapping> = "SubnetMappings",
        /// Who may reach the nodes; the VPC's default group if left out.
        security_groups: Vec<String> = "SecurityGroups",
        /// Whether the nodes have addresses on the internet.
        scheme: Option<String> = "Scheme" one_of(SCHEMES) default("internet-facing"),
        /// Tags for it.
        tags: Vec<Tag> = "Tags",
        /// The kind of load balancer.
        balancer_type: Option<String> = "Type" one_of(LOAD_BALANCER_TYPES) default("application"),
        /// The kind of its addresses: IPv4, for the subnets have no others.
        ip_address_type: Option<String> = "IpAddressType" one_of(IP_ADDRESS_TYPES) default("ipv4"),
    }
    without "CustomerOwnedIpv4Pool EnablePrefixForIpv6SourceNat=off IpamPools"

    /// The load balancer.
    pub struct CreateLoadBalancerOutput {
        /// It alone.
        load_balancers: Vec<LoadBalancer> = "LoadBalancers" always,
    }

    /// Describes load balancers.
    pub struct DescribeLoadBalancersInput {
        /// These, by ARN.
        load_balancer_arns: Vec<String> = "LoadBalancerArns" length(0..=20),
        /// These, by name.
        names: Vec<String> = "Names",
        /// Where the last answer ended.
        marker: Option<String> = "Marker",
        /// How many at a time.
        page_size: Option<i64> = "PageSize" range(1..=400) default("400"),
    }

    /// The load balancers.
    pub struct DescribeLoadBalancersOutput {
        /// In the order in which they were made.
        load_balancers: Vec<LoadBalancer> = "LoadBalancers" always,
        /// Where to go on, if there are more.
        next_marker: Option<String> = "NextMarker",
    }

    /// Deletes a load balancer with its listeners; done, too, if there is none.
    pub struct DeleteLoadBalancerInput {
        /// Which.
        load_balancer_arn: Option<String> = "LoadBalancerArn" required,
    }

    /// Changes attributes of a load balancer.
    pub struct ModifyLoadBalancerAttributesInput {
        /// Which.
        load_balancer_arn: Option<String> = "LoadBalancerArn" required,
        /// The attributes that change.
        attributes: Vec<Attribute> = "Attributes" required length(1..=20),
    }

    /// The attributes.
    pub struct ModifyLoadBalancerAttributesOutput {
        /// All of them.
        attributes: Vec<Attribute> = "Attributes" always,
    }

    /// Describes the attributes of a load balancer.
    pub struct DescribeLoadBalancerAttributesInput {
        /// Which.
        load_balancer_arn: Option<String> = "LoadBalancerArn" required,
    }

    /// The attributes.
    pub struct DescribeLoadBalancerAttributesOutput {
        /// All of them.
        attributes: Vec<Attribute> = "Attributes" always,
    }

    /// Gives a load balancer other subnets, and with them other zones.
    pub struct SetSubnetsInput {
        /// Which.
        load_balancer_arn: Option<String> = "LoadBalancerArn" required,
        /// All subnets from now on, one in each of at least two zones.
        subnets: Vec<String> = "Subnets",
        /// The same, said in another way.
        subnet_mappings: Vec<SubnetMapping> = "SubnetMappings",
        /// The kind of its addresses.
        ip_address_type: Option<String> = "IpAddressType" one_of(IP_ADDRESS_TYPES) default("ipv4"),
    }
    without "EnablePrefixForIpv6SourceNat=off"

    /// The zones.
    pub struct SetSubnetsOutput {
        /// With their subnets.
        availability_zones: Vec<AvailabilityZone> = "AvailabilityZones" always,
        /// The kind of addresses.
        ip_address_type: Option<String> = "IpAddressType",
    }

    /// A subnet for a load balancer.
    pub struct SubnetMapping {
        /// Which.
        subnet_id: Option<String> = "SubnetId",
    }
    without "AllocationId PrivateIPv4Address IPv6Address SourceNatIpv6Prefix"

    /// Gives a load balancer addresses of another kind. There are only IPv4 subnets here, so that nothing else is accepted.
    pub struct SetIpAddressTypeInput {
        /// Which.
        load_balancer_arn: Option<String> = "LoadBalancerArn" required,
        /// The kind.
        ip_address_type: Option<String> = "IpAddressType" required one_of(IP_ADDRESS_TYPES),
    }

    /// The kind.
    pub struct SetIpAddressTypeOutput {
        /// As it is now.
        ip_address_type: Option<String> = "IpAddressType",
    }

    /// Describes how many of everything there may be.
    pub struct DescribeAccountLimitsInput {
        /// Where the last answer ended.
        marker: Option<String> = "Marker",
        /// How many at a time.
        page_size: Option<i64> = "PageSize" range(1..=400) default("400"),
    }

    /// The limits.
    pub struct DescribeAccountLimitsOutput {
        /// By name.
        limits: Vec<Limit> = "Limits" always,
        /// Where to go on, if there are more.
        next_marker: Option<String> = "NextMarker",
    }

    /// How many of something there may be.
    pub struct Limit {
        /// Of what.
        name: Option<String> = "Name",
        /// How many.
        max: Option<String> = "Max",
    }

    /// Gives a load balancer other security groups.
    pub struct SetSecurityGroupsInput {
        /// Which.
        load_balancer_arn: Option<String> = "LoadBalancerArn" required,
        /// All of them from now on.
        security_groups: Vec<String> = "SecurityGroups" required,
    }
    without "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"

    /// The groups.
    pub struct SetSecurityGroupsOutput {
        /// By id.
        security_group_ids: Vec<String> = "SecurityGroupIds" always,
    }

    /// A load balancer.
    pub struct LoadBalancer {
        /// Its name among all resources of AWS.
        load_balancer_arn: Option<String> = "LoadBalancerArn",
        /// The name that resolves to its nodes.
        dns_name: Option<String> = "DNSName",
        /// The hosted zone of that name.
        canonical_hosted_zone_id: Option<String> = "CanonicalHostedZoneId",
        /// When it was made.
        created_time: Option<Timestamp> = "CreatedTime",
        /// Its name.
        load_balancer_name: Option<String> = "LoadBalancerName",
        /// Whether it has addresses on the internet.
        scheme: Option<String> = "Scheme",
        /// The VPC it is in.
        vpc_id: Option<String> = "VpcId",
        /// How far it is.
        state: Option<LoadBalancerState> = "State",
        /// Its kind.
        balancer_type: Option<String> = "Type",
        /// Its zones.
        availability_zones: Vec<AvailabilityZone> = "AvailabilityZones",
        /// Its security groups, by id.
        security_groups: Vec<String> = "SecurityGroups",
        /// The kind of its addresses.
        ip_address_type: Option<String> = "IpAddressType",
    }

    /// How far a load balancer is.
    pub struct LoadBalancerState {
        /// `provisioning` or `active`.
        code: Option<String> = "Code",
    }

    /// A zone that a load balancer is in.
    pub struct AvailabilityZone {
        /// Its name.
        zone_name: Option<String> = "ZoneName",
        /// The subnet of the node.
        subnet_id: Option<String> = "SubnetId",
    }

    /// A setting, by name.
    pub struct Attribute {
        /// Such as `idle_timeout.timeout_seconds`.
        key: Option<String> = "Key" length(0..=256),
        /// As text.
        value: Option<String> = "Value" length(0..=1_024),
    }
}
