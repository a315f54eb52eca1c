//! The load balancers that can be shifted: those whose attribute says so.

use api::arc_zonal_shift::{
    GetManagedResourceInput, GetManagedResourceOutput, ListManagedResourcesOutput, ManagedResourceSummary,
    ZonalShiftInResource,
};
use api::{ApiError, Timestamp};

use super::{arn, zone_id};
use crate::Cloud;
use crate::elbv2::BalancerIndex;

/// The load balancer with this ARN, if it can be shifted.
pub(super) fn with_arn(cloud: &Cloud, arn: &str) -> Result<BalancerIndex, ApiError> {
    let found = managed(cloud).find(|index| cloud.balancer_arn(cloud.elbv2.balancer(*index)) == arn);
    let message = format!("There is no resource '{arn}' with zonal shift enabled");
    found.ok_or_else(|| ApiError::new("ResourceNotFoundException", message))
}

fn managed(cloud: &Cloud) -> impl Iterator<Item = BalancerIndex> {
    let all = cloud.elbv2.balancers();
    let enabled = all.filter(|(_, balancer)| balancer.attributes.is_on("zonal_shift.config.enabled"));
    enabled.map(|(index, _)| index)
}

pub(super) fn get(
    cloud: &Cloud,
    input: &GetManagedResourceInput,
) -> Result<GetManagedResourceOutput, ApiError> {
    let index = with_arn(cloud, input.resource_identifier.as_deref().unwrap_or_default())?;
    let balancer = cloud.elbv2.balancer(index);
    Ok(GetManagedResourceOutput {
        arn: Some(cloud.balancer_arn(balancer)),
        name: Some(balancer.name.clone()),
        zonal_shifts: active(cloud, index),
    })
}

pub(super) fn list(cloud: &Cloud) -> ListManagedResourcesOutput {
    let summary = |index: BalancerIndex| {
        let balancer = cloud.elbv2.balancer(index);
        let zones = cloud.zones_of(index).into_iter();
        ManagedResourceSummary {
            arn: Some(cloud.balancer_arn(balancer)),
            availability_zones: zones.map(|zone| cloud.region.zone(zone).id.to_owned()).collect(),
            name: Some(balancer.name.clone()),
            zonal_shifts: active(cloud, index),
        }
    };
    ListManagedResourcesOutput {
        items: managed(cloud).map(summary).collect(),
    }
}

fn active(cloud: &Cloud, index: BalancerIndex) -> Vec<ZonalShiftInResource> {
    let shift = cloud.arc_zonal_shift.active(index);
    let shown = shift.map(|shift| ZonalShiftInResource {
        applied_status: Some("APPLIED".to_owned()),
        away_from: Some(zone_id(cloud, shift)),
        comment: Some(shift.comment.clone()),
        expiry_time: Some(Timestamp::of(shift.expiry)),
        resource_identifier: Some(arn(cloud, shift)),
        start_time: Some(Timestamp::of(shift.start)),
        zonal_shift_id: Some(shift.id.clone()),
    });
    shown.into_iter().collect()
}
