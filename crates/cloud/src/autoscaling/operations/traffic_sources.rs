//! Traffic sources: target groups, said in the newer way.

use api::ApiError;
use api::autoscaling::{
    AttachTrafficSourcesInput, DescribeTrafficSourcesInput, DescribeTrafficSourcesOutput,
    DetachTrafficSourcesInput, TrafficSourceIdentifier, TrafficSourceState,
};

use super::{group, live_group, settings, target_groups, validation};
use crate::Cloud;
use crate::autoscaling::GroupIndex;
use crate::elbv2::TargetGroupIndex;

/// The only kind that is modelled.
const KIND: &str = "elbv2";

pub(super) fn attach(cloud: &mut Cloud, input: &AttachTrafficSourcesInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let added = read(cloud, &input.traffic_sources)?;
    let spec = &cloud.autoscaling.group(index).spec;
    settings::check_shifts(cloud, spec, &added, input.skip_shift_validation)?;
    target_groups::attach_all(cloud, index, added)
}

pub(super) fn detach(cloud: &mut Cloud, input: &DetachTrafficSourcesInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let removed = read(cloud, &input.traffic_sources)?;
    target_groups::detach_all(cloud, index, removed)
}

/// The target groups that are meant. Our choice of words for other kinds.
pub(super) fn read(
    cloud: &Cloud,
    sources: &[TrafficSourceIdentifier],
) -> Result<Vec<TargetGroupIndex>, ApiError> {
    let kind =
        |source: &TrafficSourceIdentifier| source.source_type.clone().unwrap_or_else(|| KIND.to_owned());
    if let Some(other) = sources.iter().map(kind).find(|kind| kind != KIND) {
        return Err(validation(format!(
            "Invalid traffic source type: {other}. elbv2 is modelled here"
        )));
    }
    let arns: Vec<String> = sources
        .iter()
        .filter_map(|source| source.identifier.clone())
        .collect();
    target_groups::read(cloud, &arns)
}

/// The traffic sources of a group, as its description has them.
pub(super) fn identifiers(cloud: &Cloud, index: GroupIndex) -> Vec<TrafficSourceIdentifier> {
    let groups = &cloud.autoscaling.group(index).spec.target_groups;
    let identifier = |target_group: &TargetGroupIndex| TrafficSourceIdentifier {
        identifier: Some(cloud.target_group_arn(cloud.elbv2.group(*target_group))),
        source_type: Some(KIND.to_owned()),
    };
    groups.iter().map(identifier).collect()
}

pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeTrafficSourcesInput,
) -> Result<DescribeTrafficSourcesOutput, ApiError> {
    let index = group(cloud, input.group_name.as_deref())?;
    let wanted = input.source_type.as_deref().is_none_or(|kind| kind == KIND);
    let shape = |(target_group, state): (TargetGroupIndex, &str)| {
        let arn = cloud.target_group_arn(cloud.elbv2.group(target_group));
        TrafficSourceState {
            traffic_source: Some(arn.clone()),
            state: Some(state.to_owned()),
            identifier: Some(arn),
            source_type: Some(KIND.to_owned()),
        }
    };
    let states = target_groups::states(cloud, index).into_iter();
    Ok(DescribeTrafficSourcesOutput {
        traffic_sources: states.filter(|_| wanted).map(shape).collect(),
    })
}
