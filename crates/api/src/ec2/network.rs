//! `DescribeVpcs` and `DescribeSubnets`.

use super::{Filter, Tag};
use crate::shape::shapes;

shapes! {
    /// Describes networks: all, or those named, narrowed by filters.
    pub struct DescribeVpcsInput {
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
        /// Which VPCs; one that does not exist fails the call.
        vpc_ids: Vec<String> = "VpcIds",
    }
    without "NextToken MaxResults DryRun=false"

    /// The networks.
    pub struct DescribeVpcsOutput {
        /// One entry a VPC.
        vpcs: Vec<Vpc> = "Vpcs" always,
    }

    /// A private network over the zones of a Region.
    pub struct Vpc {
        /// The account.
        owner_id: Option<String> = "OwnerId",
        /// Whether the hardware is shared.
        instance_tenancy: Option<String> = "InstanceTenancy",
        /// Whether AWS made it for the account.
        is_default: Option<bool> = "IsDefault",
        /// Its labels.
        tags: Vec<Tag> = "Tags",
        /// Its id.
        vpc_id: Option<String> = "VpcId",
        /// `available`.
        state: Option<String> = "State",
        /// Its addresses.
        cidr_block: Option<String> = "CidrBlock",
    }

    /// Describes subnets: all, or those named, narrowed by filters.
    pub struct DescribeSubnetsInput {
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
        /// Which subnets; one that does not exist fails the call.
        subnet_ids: Vec<String> = "SubnetIds",
    }
    without "NextToken MaxResults DryRun=false"

    /// The subnets.
    pub struct DescribeSubnetsOutput {
        /// One entry a subnet.
        subnets: Vec<Subnet> = "Subnets" always,
    }

    /// A part of a VPC; it lies in one Availability Zone.
    pub struct Subnet {
        /// The zone's id.
        availability_zone_id: Option<String> = "AvailabilityZoneId",
        /// The account.
        owner_id: Option<String> = "OwnerId",
        /// Its labels.
        tags: Vec<Tag> = "Tags",
        /// Its name among all resources of AWS.
        subnet_arn: Option<String> = "SubnetArn",
        /// Its id.
        subnet_id: Option<String> = "SubnetId",
        /// `available`.
        state: Option<String> = "State",
        /// The VPC it is part of.
        vpc_id: Option<String> = "VpcId",
        /// Its addresses; AWS keeps five of them.
        cidr_block: Option<String> = "CidrBlock",
        /// Addresses that are free.
        available_ip_address_count: Option<i64> = "AvailableIpAddressCount",
        /// The zone's name.
        availability_zone: Option<String> = "AvailabilityZone",
        /// Whether it is the zone's default subnet.
        default_for_az: Option<bool> = "DefaultForAz",
        /// Whether instances in it get a public address.
        map_public_ip_on_launch: Option<bool> = "MapPublicIpOnLaunch",
    }
}
