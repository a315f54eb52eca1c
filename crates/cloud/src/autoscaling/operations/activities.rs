//! What groups did.

use api::autoscaling::{Activity as Shape, DescribeScalingActivitiesInput, DescribeScalingActivitiesOutput};
use api::{ApiError, Timestamp};

use super::describe_group::arn;
use super::page::Page;
use crate::Cloud;
use crate::autoscaling::Activity;

/// Unfinished ones first, then newest first.
pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeScalingActivitiesInput,
) -> Result<DescribeScalingActivitiesOutput, ApiError> {
    let page = Page::of(input.next_token.as_deref(), input.max_records, 100)?;
    let wanted = |(number, activity): &(u64, &Activity)| {
        let group = &cloud.autoscaling.all_groups[activity.group.index()];
        let of_group = input
            .group_name
            .as_ref()
            .is_none_or(|name| *name == group.spec.name);
        let there = !group.deleted || input.include_deleted == Some(true);
        let named = input.activity_ids.is_empty() || input.activity_ids.contains(&id(cloud, *number));
        of_group && there && named
    };
    let all = cloud.autoscaling.activities().rev().filter(wanted);
    let mut activities: Vec<(u64, &Activity)> = all.collect();
    activities.sort_by_key(|(_, activity)| activity.end.is_some());
    let (activities, next_token) = page.cut(activities);
    let shapes = activities
        .into_iter()
        .map(|(number, activity)| shape(cloud, number, activity));
    Ok(DescribeScalingActivitiesOutput {
        activities: shapes.collect(),
        next_token,
    })
}

pub(super) fn describe_one(cloud: &Cloud, number: u64) -> Option<Shape> {
    let (_, activity) = cloud
        .autoscaling
        .activities()
        .find(|(known, _)| *known == number)?;
    Some(shape(cloud, number, activity))
}

/// An activity's id.
pub(super) fn id(cloud: &Cloud, number: u64) -> String {
    cloud.activity_id(number)
}

impl Cloud {
    /// The id of an activity.
    pub(crate) fn activity_id(&self, number: u64) -> String {
        self.uuid((1 << 48) | number)
    }
}

fn shape(cloud: &Cloud, number: u64, activity: &Activity) -> Shape {
    let place = |zone: crate::region::ZoneIndex| {
        format!(
            "{{\"Subnet ID\":\"{}\",\"Availability Zone\":\"{}\"}}",
            cloud.ec2.subnet_ids[zone.index()],
            cloud.region.zone(zone).name
        )
    };
    let group = &cloud.autoscaling.all_groups[activity.group.index()];
    Shape {
        activity_id: Some(id(cloud, number)),
        group_name: Some(group.spec.name.clone()),
        description: Some(activity.description.clone()),
        cause: Some(activity.cause.clone()),
        start_time: Some(Timestamp::of(activity.start)),
        end_time: activity.end.map(Timestamp::of),
        status_code: Some(activity.status.to_owned()),
        status_message: activity.message.clone(),
        progress: Some(activity.progress.into()),
        details: activity.zone.map(place),
        group_state: group.deleted.then(|| "Deleted".to_owned()),
        group_arn: Some(arn(cloud, group)),
    }
}
