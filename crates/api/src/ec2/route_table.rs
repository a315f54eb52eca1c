//! Route tables, prefix lists, and what a subnet gives its instances.

use super::{AttributeBooleanValue, Filter, Tag};
use crate::shape::shapes;

shapes! {
    /// Describes route tables.
    pub struct DescribeRouteTablesInput {
        /// These.
        route_table_ids: Vec<String> = "RouteTableIds",
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "NextToken MaxResults DryRun=false"

    /// Route tables.
    pub struct DescribeRouteTablesOutput {
        /// One entry each.
        route_tables: Vec<RouteTable> = "RouteTables" always,
    }

    /// Where packets of a VPC go.
    pub struct RouteTable {
        /// For whom it holds.
        associations: Vec<RouteTableAssociation> = "Associations" always,
        /// Its id.
        route_table_id: Option<String> = "RouteTableId",
        /// By destination.
        routes: Vec<Route> = "Routes" always,
        /// Its labels.
        tags: Vec<Tag> = "Tags",
        /// The VPC.
        vpc_id: Option<String> = "VpcId",
        /// The account.
        owner_id: Option<String> = "OwnerId",
    }

    /// For whom a route table holds.
    pub struct RouteTableAssociation {
        /// For every subnet that has no other.
        main: Option<bool> = "Main",
        /// Its id.
        route_table_association_id: Option<String> = "RouteTableAssociationId",
        /// The table.
        route_table_id: Option<String> = "RouteTableId",
        /// Whether it holds.
        association_state: Option<RouteTableAssociationState> = "AssociationState",
    }

    /// Whether an association holds.
    pub struct RouteTableAssociationState {
        /// `associated`.
        state: Option<String> = "State",
    }

    /// Where packets for a destination go.
    pub struct Route {
        /// The destination, as addresses.
        destination_cidr_block: Option<String> = "DestinationCidrBlock",
        /// The destination, as a service's list of addresses.
        destination_prefix_list_id: Option<String> = "DestinationPrefixListId",
        /// Through what.
        gateway_id: Option<String> = "GatewayId",
        /// What made it.
        origin: Option<String> = "Origin",
        /// `active`.
        state: Option<String> = "State",
    }

    /// Tells the addresses of the services that gateway endpoints lead to.
    pub struct DescribePrefixListsInput {
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
        /// These.
        prefix_list_ids: Vec<String> = "PrefixListIds",
    }
    without "DryRun=false MaxResults NextToken"

    /// Lists.
    pub struct DescribePrefixListsOutput {
        /// One entry a service.
        prefix_lists: Vec<PrefixList> = "PrefixLists" always,
    }

    /// The addresses of a service.
    pub struct PrefixList {
        /// Blocks of addresses.
        cidrs: Vec<String> = "Cidrs" always,
        /// Its id.
        prefix_list_id: Option<String> = "PrefixListId",
        /// The service.
        prefix_list_name: Option<String> = "PrefixListName",
    }

    /// Changes what a subnet gives the instances launched in it.
    pub struct ModifySubnetAttributeInput {
        /// Whether they get a public address.
        map_public_ip_on_launch: Option<AttributeBooleanValue> = "MapPublicIpOnLaunch",
        /// Which.
        subnet_id: Option<String> = "SubnetId" required,
    }
    without "AssignIpv6AddressOnCreation MapCustomerOwnedIpOnLaunch CustomerOwnedIpv4Pool EnableDns64 \
        PrivateDnsHostnameTypeOnLaunch EnableResourceNameDnsARecordOnLaunch \
        EnableResourceNameDnsAAAARecordOnLaunch EnableLniAtDeviceIndex DisableLniAtDeviceIndex"
}
