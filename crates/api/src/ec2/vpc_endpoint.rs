//! VPC endpoints: ways to AWS's services that need no internet.

use super::{Filter, Tag, TagSpecification};
use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Makes a VPC endpoint: a way from the VPC to a service of AWS.
    pub struct CreateVpcEndpointInput {
        /// How it works.
        vpc_endpoint_type: Option<String> = "VpcEndpointType" one_of(&["Gateway"]) default("Gateway"),
        /// The VPC.
        vpc_id: Option<String> = "VpcId" required,
        /// Such as `com.amazonaws.us-east-2.s3`.
        service_name: Option<String> = "ServiceName",
        /// The route tables that get a route to it.
        route_table_ids: Vec<String> = "RouteTableIds",
        /// Tags for it.
        tag_specifications: Vec<TagSpecification> = "TagSpecifications",
    }
    without "DryRun=false PolicyDocument SubnetIds SecurityGroupIds IpAddressType DnsOptions ClientToken \
        PrivateDnsEnabled SubnetConfigurations ServiceNetworkArn ResourceConfigurationArn ServiceRegion"

    /// The endpoint.
    pub struct CreateVpcEndpointOutput {
        /// As it is now.
        vpc_endpoint: Option<VpcEndpoint> = "VpcEndpoint",
    }

    /// Describes VPC endpoints.
    pub struct DescribeVpcEndpointsInput {
        /// These.
        vpc_endpoint_ids: Vec<String> = "VpcEndpointIds",
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "DryRun=false MaxResults NextToken"

    /// Endpoints.
    pub struct DescribeVpcEndpointsOutput {
        /// In the order in which they were made.
        vpc_endpoints: Vec<VpcEndpoint> = "VpcEndpoints" always,
    }

    /// Changes which route tables lead to a VPC endpoint.
    pub struct ModifyVpcEndpointInput {
        /// Which.
        vpc_endpoint_id: Option<String> = "VpcEndpointId" required,
        /// Route tables that get a route to it.
        add_route_table_ids: Vec<String> = "AddRouteTableIds",
        /// Route tables that lose it.
        remove_route_table_ids: Vec<String> = "RemoveRouteTableIds",
    }
    without "DryRun=false ResetPolicy PolicyDocument AddSubnetIds RemoveSubnetIds AddSecurityGroupIds \
        RemoveSecurityGroupIds IpAddressType DnsOptions PrivateDnsEnabled SubnetConfigurations"

    /// It is done.
    pub struct ModifyVpcEndpointOutput {
        /// True.
        done: Option<bool> = "Return",
    }

    /// Deletes VPC endpoints with their routes.
    pub struct DeleteVpcEndpointsInput {
        /// Which.
        vpc_endpoint_ids: Vec<String> = "VpcEndpointIds" required,
    }
    without "DryRun=false"

    /// What could not be deleted.
    pub struct DeleteVpcEndpointsOutput {
        /// One entry each.
        unsuccessful: Vec<UnsuccessfulItem> = "Unsuccessful" always,
    }

    /// Something that was not done.
    pub struct UnsuccessfulItem {
        /// Why.
        error: Option<UnsuccessfulItemError> = "Error",
        /// To what.
        resource_id: Option<String> = "ResourceId",
    }

    /// Why something was not done.
    pub struct UnsuccessfulItemError {
        /// In one word.
        code: Option<String> = "Code",
        /// In a sentence.
        message: Option<String> = "Message",
    }

    /// A VPC endpoint.
    pub struct VpcEndpoint {
        /// Its id.
        vpc_endpoint_id: Option<String> = "VpcEndpointId",
        /// `Gateway`.
        vpc_endpoint_type: Option<String> = "VpcEndpointType",
        /// The VPC.
        vpc_id: Option<String> = "VpcId",
        /// The service.
        service_name: Option<String> = "ServiceName",
        /// `available`.
        state: Option<String> = "State",
        /// What it lets through: everything.
        policy_document: Option<String> = "PolicyDocument",
        /// The route tables that lead to it.
        route_table_ids: Vec<String> = "RouteTableIds" always,
        /// Whether it has names of its own.
        private_dns_enabled: Option<bool> = "PrivateDnsEnabled",
        /// Whether a service of AWS made it.
        requester_managed: Option<bool> = "RequesterManaged",
        /// When it was made.
        creation_timestamp: Option<Timestamp> = "CreationTimestamp",
        /// Its labels.
        tags: Vec<Tag> = "Tags",
        /// The account.
        owner_id: Option<String> = "OwnerId",
    }
}
