//! Gateway endpoints and the VPC's one route table, the main one.
//!
//! Source: VPC User Guide, "Gateway endpoints" and "Route tables".

use api::ApiError;
use des::SimTime;

use crate::Cloud;
use crate::app::Dependency;
use crate::ec2::{Ec2, Tags};
use crate::ids::{check_id, is_well_formed};
use crate::region::Region;

/// A gateway endpoint.
#[derive(Clone, Debug)]
pub struct VpcEndpoint {
    /// `vpce-` and 17 hexadecimal digits.
    pub id: String,
    /// Where it leads.
    pub dependency: Dependency,
    /// When it was made.
    pub created: SimTime,
    /// Whether the main route table leads to it.
    pub routed: bool,
    /// Its labels.
    pub tags: Tags,
    pub(crate) deleted: bool,
}

/// The service's part of an endpoint's name.
pub(crate) const fn service(dependency: Dependency) -> &'static str {
    match dependency {
        Dependency::DynamoDb => "dynamodb",
        Dependency::S3 => "s3",
    }
}

/// `com.amazonaws.us-east-2.s3`.
pub(crate) fn service_name(region: &Region, dependency: Dependency) -> String {
    format!("com.amazonaws.{}.{}", region.name, service(dependency))
}

/// The id of a service's prefix list. AWS's for the Regions where it was seen; else ours.
pub(crate) fn prefix_list(region: &Region, dependency: Dependency) -> &'static str {
    match (region.name, dependency) {
        ("us-east-1", Dependency::S3) => "pl-63a5400a",
        ("us-east-1", Dependency::DynamoDb) => "pl-02cd2c6b",
        ("us-east-2", Dependency::S3) => "pl-7ba54012",
        ("us-east-2", Dependency::DynamoDb) => "pl-4ca54025",
        ("us-west-2", Dependency::S3) => "pl-68a54001",
        ("us-west-2", Dependency::DynamoDb) => "pl-00a54069",
        ("eu-west-1", Dependency::S3) => "pl-6da54004",
        ("eu-west-1", Dependency::DynamoDb) => "pl-6fa54006",
        (_, Dependency::S3) => "pl-0a1b2c30",
        (_, Dependency::DynamoDb) => "pl-0a1b2c31",
    }
}

impl Ec2 {
    /// The endpoints that are there, oldest first, by their places among all.
    pub fn endpoints(&self) -> impl Iterator<Item = (usize, &VpcEndpoint)> {
        let indexed = self.all_endpoints.iter().enumerate();
        indexed.filter(|(_, endpoint)| !endpoint.deleted)
    }

    /// Whether the main route table leads to an endpoint for `dependency`.
    #[must_use]
    pub fn endpoint_leads_to(&self, dependency: Dependency) -> bool {
        let mut endpoints = self.endpoints();
        endpoints.any(|(_, endpoint)| endpoint.routed && endpoint.dependency == dependency)
    }

    /// The endpoint with this id.
    ///
    /// # Errors
    /// `InvalidVpcEndpointId.Malformed` or `InvalidVpcEndpointId.NotFound`.
    pub(crate) fn endpoint_with_id(&self, id: &str) -> Result<usize, ApiError> {
        check_id(id, "vpce-", "InvalidVpcEndpointId.Malformed")?;
        let mut endpoints = self.endpoints();
        let found = endpoints.find(|(_, endpoint)| endpoint.id == id);
        found.map(|(place, _)| place).ok_or_else(|| {
            let message = format!("The Vpc Endpoint Id '{id}' does not exist");
            ApiError::new("InvalidVpcEndpointId.NotFound", message)
        })
    }
}

impl Cloud {
    /// Whether these are route tables of the VPC: the main one, or none.
    ///
    /// # Errors
    /// `InvalidRouteTableId.Malformed` or `InvalidRouteTableID.NotFound`.
    pub(crate) fn names_main_table(&self, ids: &[String]) -> Result<bool, ApiError> {
        for id in ids {
            if !is_well_formed(id, "rtb-") {
                let message = format!("Invalid id: \"{id}\" (expecting \"rtb-...\")");
                return Err(ApiError::new("InvalidRouteTableId.Malformed", message));
            }
            if *id != self.ec2.route_table_id {
                let message = format!("The routeTable ID '{id}' does not exist");
                return Err(ApiError::new("InvalidRouteTableID.NotFound", message));
            }
        }
        Ok(!ids.is_empty())
    }
}
