//! `DescribeRouteTables`, `DescribePrefixLists`, `ModifySubnetAttribute`: where packets go.
//!
//! Filters of route tables: `association.main`, `route-table-id`, `vpc-id`; of prefix lists: `prefix-list-id`,
//! `prefix-list-name`.

use api::ApiError;
use api::ec2::{
    DescribePrefixListsInput, DescribePrefixListsOutput, DescribeRouteTablesInput, DescribeRouteTablesOutput,
    ModifySubnetAttributeInput, PrefixList, Route, RouteTable, RouteTableAssociation,
    RouteTableAssociationState,
};

use crate::Cloud;
use crate::app::Dependency;
use crate::ec2::defaults;
use crate::ec2::vpc_endpoint::{prefix_list, service_name};
use crate::fact::What;
use crate::filter::{FilterPath, narrow};
use crate::ids::{IdOf, id};

pub(super) const FILTERS: &[FilterPath] = &[
    ("association.main", "Associations.Main"),
    ("route-table-id", "RouteTableId"),
    ("vpc-id", "VpcId"),
];
pub(super) const PREFIX_LIST_FILTERS: &[FilterPath] = &[
    ("prefix-list-id", "PrefixListId"),
    ("prefix-list-name", "PrefixListName"),
];

pub(crate) fn describe_route_tables(
    cloud: &Cloud,
    input: &DescribeRouteTablesInput,
) -> Result<DescribeRouteTablesOutput, ApiError> {
    cloud.names_main_table(&input.route_table_ids)?;
    Ok(DescribeRouteTablesOutput {
        route_tables: narrow(vec![main_table(cloud)], &input.filters, FILTERS)?,
    })
}

fn main_table(cloud: &Cloud) -> RouteTable {
    let text = |text: &str| Some(text.to_owned());
    let table = &cloud.ec2.route_table_id;
    let association = RouteTableAssociation {
        main: Some(true),
        route_table_association_id: Some(id(cloud.seed, IdOf::RouteTableAssociation, 0)),
        route_table_id: text(table),
        association_state: Some(RouteTableAssociationState {
            state: text("associated"),
        }),
    };
    RouteTable {
        associations: vec![association],
        route_table_id: text(table),
        routes: routes(cloud),
        tags: Vec::new(),
        vpc_id: text(&cloud.ec2.vpc_id),
        owner_id: text(defaults::ACCOUNT_ID),
    }
}

fn routes(cloud: &Cloud) -> Vec<Route> {
    let route = |gateway: String, origin: &str| Route {
        gateway_id: Some(gateway),
        origin: Some(origin.to_owned()),
        state: Some("active".to_owned()),
        ..Route::default()
    };
    let within = Route {
        destination_cidr_block: Some(defaults::VPC_BLOCK.to_owned()),
        ..route("local".to_owned(), "CreateRouteTable")
    };
    let internet = Route {
        destination_cidr_block: Some("0.0.0.0/0".to_owned()),
        ..route(id(cloud.seed, IdOf::InternetGateway, 0), "CreateRoute")
    };
    let endpoints = cloud.ec2.endpoints().filter(|(_, endpoint)| endpoint.routed);
    let endpoints = endpoints.map(|(_, endpoint)| Route {
        destination_prefix_list_id: Some(prefix_list(cloud.region, endpoint.dependency).to_owned()),
        ..route(endpoint.id.clone(), "CreateRoute")
    });
    [within, internet].into_iter().chain(endpoints).collect()
}

pub(crate) fn describe_prefix_lists(
    cloud: &Cloud,
    input: &DescribePrefixListsInput,
) -> Result<DescribePrefixListsOutput, ApiError> {
    let lists = [Dependency::DynamoDb, Dependency::S3].map(|dependency| PrefixList {
        cidrs: cidrs(dependency).iter().map(|&block| block.to_owned()).collect(),
        prefix_list_id: Some(prefix_list(cloud.region, dependency).to_owned()),
        prefix_list_name: Some(service_name(cloud.region, dependency)),
    });
    let known = |id: &&String| lists.iter().any(|list| list.prefix_list_id.as_ref() == Some(id));
    if let Some(unknown) = input.prefix_list_ids.iter().find(|id| !known(id)) {
        let message = format!("The prefix list ID '{unknown}' does not exist");
        return Err(ApiError::new("InvalidPrefixListId.NotFound", message));
    }
    let named = |list: &PrefixList| {
        let ids = &input.prefix_list_ids;
        ids.is_empty() || list.prefix_list_id.as_ref().is_some_and(|id| ids.contains(id))
    };
    let asked = lists.into_iter().filter(named).collect();
    Ok(DescribePrefixListsOutput {
        prefix_lists: narrow(asked, &input.filters, PREFIX_LIST_FILTERS)?,
    })
}

/// Ours: blocks set aside for tests (RFC 2544), so that no real address is shown.
const fn cidrs(dependency: Dependency) -> &'static [&'static str] {
    match dependency {
        Dependency::DynamoDb => &["198.19.0.0/22"],
        Dependency::S3 => &["198.19.16.0/20", "198.19.32.0/21"],
    }
}

/// What a subnet gives the instances launched in it from now on; those that are there keep what they have.
pub(crate) fn modify_subnet_attribute(
    cloud: &mut Cloud,
    input: &ModifySubnetAttributeInput,
) -> Result<(), ApiError> {
    let subnet = input.subnet_id.as_deref().unwrap_or_default();
    let zone = cloud.ec2.zone_of_subnet(subnet);
    let zone = zone.ok_or_else(|| ApiError::subnet_not_found(subnet))?;
    let value = input
        .map_public_ip_on_launch
        .as_ref()
        .and_then(|value| value.value);
    let value = value.ok_or_else(|| ApiError::invalid_parameter_combination("No attributes specified."))?;
    let cause = cloud.accept();
    cloud.ec2.maps_public_ip[zone.index()] = value;
    cloud.facts.note(cloud.now, cause, What::SubnetChanged(zone));
    Ok(())
}
