//! VPC endpoints: made, changed, deleted, described.
//!
//! Source: EC2 API Reference; texts as seen on real AWS. Simplified: only gateway endpoints, free and available at once; their
//! policy lets everything through. Filters: `service-name`, `tag:Key`, `tag-key`, `vpc-endpoint-id`, `vpc-endpoint-state`,
//! `vpc-endpoint-type`, `vpc-id`.

use api::ec2::{
    CreateVpcEndpointInput, CreateVpcEndpointOutput, DeleteVpcEndpointsInput, DeleteVpcEndpointsOutput,
    DescribeVpcEndpointsInput, DescribeVpcEndpointsOutput, ModifyVpcEndpointInput, ModifyVpcEndpointOutput,
    UnsuccessfulItem, UnsuccessfulItemError, VpcEndpoint as EndpointShape,
};
use api::{ApiError, Timestamp};

use crate::Cloud;
use crate::app::Dependency;
use crate::ec2::vpc_endpoint::{prefix_list, service_name};
use crate::ec2::{VpcEndpoint, defaults, tag};
use crate::fact::{FactId, What};
use crate::filter::{FilterPath, TAGS, narrow};
use crate::ids::{IdOf, id};

pub(super) const FILTERS: &[FilterPath] = &[
    ("service-name", "ServiceName"),
    (TAGS, "Tags"),
    ("vpc-endpoint-id", "VpcEndpointId"),
    ("vpc-endpoint-state", "State"),
    ("vpc-endpoint-type", "VpcEndpointType"),
    ("vpc-id", "VpcId"),
];

pub(crate) fn create_vpc_endpoint(
    cloud: &mut Cloud,
    input: &CreateVpcEndpointInput,
) -> Result<CreateVpcEndpointOutput, ApiError> {
    let vpc = input.vpc_id.as_deref().unwrap_or_default();
    if vpc != cloud.ec2.vpc_id {
        return Err(ApiError::new(
            "InvalidVpcId.NotFound",
            format!("The Vpc Id {vpc} does not exist"),
        ));
    }
    let dependency = dependency(cloud, input.service_name.as_deref())?;
    let routed = cloud.names_main_table(&input.route_table_ids)?;
    if routed {
        check_free(cloud, dependency)?;
    }
    let tags = tag::read_specifications(&input.tag_specifications, "vpc-endpoint")?;
    let cause = cloud.accept();
    let place = cloud.ec2.all_endpoints.len();
    cloud.ec2.all_endpoints.push(VpcEndpoint {
        id: id(cloud.seed, IdOf::VpcEndpoint, place as u64),
        dependency,
        created: cloud.now,
        routed,
        tags,
        deleted: false,
    });
    changed(cloud, place, cause);
    Ok(CreateVpcEndpointOutput {
        vpc_endpoint: Some(endpoint(cloud, place)),
    })
}

fn dependency(cloud: &Cloud, name: Option<&str>) -> Result<Dependency, ApiError> {
    let name = name.unwrap_or_default();
    let mut known = [Dependency::DynamoDb, Dependency::S3].into_iter();
    known
        .find(|dependency| service_name(cloud.region, *dependency) == name)
        .ok_or_else(|| {
            let message = format!("The Vpc Endpoint Service '{name}' does not exist");
            ApiError::new("InvalidServiceName", message)
        })
}

/// Whether the main route table has no route yet to this service.
fn check_free(cloud: &Cloud, dependency: Dependency) -> Result<(), ApiError> {
    if !cloud.ec2.endpoint_leads_to(dependency) {
        return Ok(());
    }
    let message = format!(
        "route table {} already has a route with destination-prefix-list-id {}",
        cloud.ec2.route_table_id,
        prefix_list(cloud.region, dependency)
    );
    Err(ApiError::new("RouteAlreadyExists", message))
}

fn changed(cloud: &mut Cloud, place: usize, cause: FactId) {
    let fact = cloud
        .facts
        .note(cloud.now, cause, What::EndpointChanged(place as u32));
    cloud.settle_all_ways(fact);
}

pub(crate) fn modify_vpc_endpoint(
    cloud: &mut Cloud,
    input: &ModifyVpcEndpointInput,
) -> Result<ModifyVpcEndpointOutput, ApiError> {
    let place = cloud
        .ec2
        .endpoint_with_id(input.vpc_endpoint_id.as_deref().unwrap_or_default())?;
    let adds = cloud.names_main_table(&input.add_route_table_ids)?;
    let removes = cloud.names_main_table(&input.remove_route_table_ids)?;
    let endpoint = &cloud.ec2.all_endpoints[place];
    if adds && !removes && !endpoint.routed {
        check_free(cloud, endpoint.dependency)?;
    }
    let routed = adds || endpoint.routed && !removes;
    let cause = cloud.accept();
    cloud.ec2.all_endpoints[place].routed = routed;
    changed(cloud, place, cause);
    Ok(ModifyVpcEndpointOutput { done: Some(true) })
}

/// Deletes those that are there; the others are told.
pub(crate) fn delete_vpc_endpoints(
    cloud: &mut Cloud,
    input: &DeleteVpcEndpointsInput,
) -> Result<DeleteVpcEndpointsOutput, ApiError> {
    let (mut found, mut unsuccessful) = (Vec::new(), Vec::new());
    for id in &input.vpc_endpoint_ids {
        match cloud.ec2.endpoint_with_id(id) {
            Ok(place) => found.push(place),
            Err(error) if error.code.ends_with("Malformed") => return Err(error),
            Err(error) => unsuccessful.push(refused(id, error)),
        }
    }
    let cause = cloud.accept();
    for place in found {
        cloud.ec2.all_endpoints[place].deleted = true;
        changed(cloud, place, cause);
    }
    Ok(DeleteVpcEndpointsOutput { unsuccessful })
}

fn refused(id: &str, error: ApiError) -> UnsuccessfulItem {
    UnsuccessfulItem {
        error: Some(UnsuccessfulItemError {
            code: Some(error.code.to_owned()),
            message: Some(error.message),
        }),
        resource_id: Some(id.to_owned()),
    }
}

pub(crate) fn describe_vpc_endpoints(
    cloud: &Cloud,
    input: &DescribeVpcEndpointsInput,
) -> Result<DescribeVpcEndpointsOutput, ApiError> {
    let named = input.vpc_endpoint_ids.iter();
    let named: Vec<usize> = named
        .map(|id| cloud.ec2.endpoint_with_id(id))
        .collect::<Result<_, _>>()?;
    let all = cloud.ec2.endpoints().map(|(place, _)| place);
    let asked = all.filter(|place| named.is_empty() || named.contains(place));
    let found = asked.map(|place| endpoint(cloud, place)).collect();
    Ok(DescribeVpcEndpointsOutput {
        vpc_endpoints: narrow(found, &input.filters, FILTERS)?,
    })
}

/// What a gateway endpoint lets through if nothing is said.
const OPEN_POLICY: &str = r#"{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"#;

fn endpoint(cloud: &Cloud, place: usize) -> EndpointShape {
    let endpoint = &cloud.ec2.all_endpoints[place];
    let text = |text: &str| Some(text.to_owned());
    let tables = endpoint.routed.then(|| cloud.ec2.route_table_id.clone());
    EndpointShape {
        vpc_endpoint_id: text(&endpoint.id),
        vpc_endpoint_type: text("Gateway"),
        vpc_id: text(&cloud.ec2.vpc_id),
        service_name: Some(service_name(cloud.region, endpoint.dependency)),
        state: text("available"),
        policy_document: text(OPEN_POLICY),
        route_table_ids: tables.into_iter().collect(),
        private_dns_enabled: Some(false),
        requester_managed: Some(false),
        creation_timestamp: Some(Timestamp::of(endpoint.created)),
        tags: tag::to_api(&endpoint.tags),
        owner_id: text(defaults::ACCOUNT_ID),
    }
}
