//! What can be shifted: load balancers whose attribute says so, and groups whose policy does.

use api::arc_zonal_shift::{
    GetManagedResourceInput, GetManagedResourceOutput, ListManagedResourcesOutput, ManagedResourceSummary,
    ZonalShiftInResource,
};
use api::{ApiError, Timestamp};

use super::zone_id;
use crate::Cloud;
use crate::arc_zonal_shift::Resource;
use crate::autoscaling::operations::describe_group;
use crate::region::ZoneIndex;

/// The resource with this ARN, if it can be shifted.
pub(super) fn with_arn(cloud: &Cloud, wanted: &str) -> Result<Resource, ApiError> {
    let found = managed(cloud).find(|resource| arn(cloud, *resource) == wanted);
    let message = format!("There is no resource '{wanted}' with zonal shift enabled");
    found.ok_or_else(|| ApiError::new("ResourceNotFoundException", message))
}

fn managed(cloud: &Cloud) -> impl Iterator<Item = Resource> {
    let balancers = cloud.elbv2.balancers();
    let enabled = balancers.filter(|(_, balancer)| balancer.attributes.is_on("zonal_shift.config.enabled"));
    let groups = cloud
        .autoscaling
        .groups()
        .filter(|(_, group)| group.spec.zonal_shift);
    let balancers = enabled.map(|(index, _)| Resource::Balancer(index));
    balancers.chain(groups.map(|(index, _)| Resource::Group(index)))
}

/// A resource's name among all of AWS.
pub(super) fn arn(cloud: &Cloud, resource: Resource) -> String {
    match resource {
        Resource::Balancer(index) => cloud.balancer_arn(cloud.elbv2.balancer(index)),
        Resource::Group(index) => describe_group::arn(cloud, cloud.autoscaling.group(index)),
    }
}

fn name(cloud: &Cloud, resource: Resource) -> String {
    match resource {
        Resource::Balancer(index) => cloud.elbv2.balancer(index).name.clone(),
        Resource::Group(index) => cloud.autoscaling.group(index).spec.name.clone(),
    }
}

/// The zones of a resource.
pub(super) fn zones(cloud: &Cloud, resource: Resource) -> Vec<ZoneIndex> {
    match resource {
        Resource::Balancer(index) => cloud.zones_of(index).into_iter().collect(),
        Resource::Group(index) => cloud.autoscaling.group(index).spec.zones.clone(),
    }
}

pub(super) fn get(
    cloud: &Cloud,
    input: &GetManagedResourceInput,
) -> Result<GetManagedResourceOutput, ApiError> {
    let resource = with_arn(cloud, input.resource_identifier.as_deref().unwrap_or_default())?;
    Ok(GetManagedResourceOutput {
        arn: Some(arn(cloud, resource)),
        name: Some(name(cloud, resource)),
        zonal_shifts: active(cloud, resource),
    })
}

pub(super) fn list(cloud: &Cloud) -> ListManagedResourcesOutput {
    let summary = |resource: Resource| {
        let zones = zones(cloud, resource).into_iter();
        ManagedResourceSummary {
            arn: Some(arn(cloud, resource)),
            availability_zones: zones.map(|zone| cloud.region.zone(zone).id.to_owned()).collect(),
            name: Some(name(cloud, resource)),
            zonal_shifts: active(cloud, resource),
        }
    };
    ListManagedResourcesOutput {
        items: managed(cloud).map(summary).collect(),
    }
}

fn active(cloud: &Cloud, resource: Resource) -> Vec<ZonalShiftInResource> {
    let shift = cloud.arc_zonal_shift.active(resource);
    let shown = shift.map(|shift| ZonalShiftInResource {
        applied_status: Some("APPLIED".to_owned()),
        away_from: Some(zone_id(cloud, shift)),
        comment: Some(shift.comment.clone()),
        expiry_time: Some(Timestamp::of(shift.expiry)),
        resource_identifier: Some(arn(cloud, resource)),
        start_time: Some(Timestamp::of(shift.start)),
        zonal_shift_id: Some(shift.id.clone()),
    });
    shown.into_iter().collect()
}
