//! Which topics groups tell what.

use api::ApiError;
use api::autoscaling::{
    DeleteNotificationConfigurationInput, DescribeNotificationConfigurationsInput,
    DescribeNotificationConfigurationsOutput, NotificationConfiguration, PutNotificationConfigurationInput,
};

use super::page::Page;
use super::{group, validation};
use crate::Cloud;
use crate::autoscaling::{GroupIndex, Notification, defaults};

/// The topic is told at once that it will be told things.
pub(super) fn put(cloud: &mut Cloud, input: &PutNotificationConfigurationInput) -> Result<(), ApiError> {
    let group = group(cloud, input.group_name.as_deref())?;
    let topic_arn = input.topic_arn.clone().unwrap_or_default();
    if cloud.topic_with_arn(&topic_arn).is_none() {
        return Err(validation(format!(
            "An active SNS topic with ARN {topic_arn} was not found"
        )));
    }
    let known = place_of(cloud, group, &topic_arn);
    let topics = cloud
        .autoscaling
        .notifications
        .iter()
        .filter(|one| one.group == group)
        .count();
    if known.is_none() && topics >= defaults::TOPICS {
        let message = format!(
            "You have reached the limit of {} SNS topics of a group",
            defaults::TOPICS
        );
        return Err(ApiError::new("LimitExceeded", message));
    }
    let cause = cloud.accept();
    let mut kinds = input.notification_types.clone();
    kinds.sort_unstable();
    kinds.dedup();
    if let Some(known) = known {
        cloud.autoscaling.notifications[known].kinds = kinds;
    } else {
        cloud.autoscaling.notifications.push(Notification {
            group,
            topic_arn: topic_arn.clone(),
            kinds,
        });
    }
    cloud.notify_of_test(group, &topic_arn, cause);
    Ok(())
}

fn place_of(cloud: &Cloud, group: GroupIndex, topic_arn: &str) -> Option<usize> {
    let mut all = cloud.autoscaling.notifications.iter();
    all.position(|one| one.group == group && one.topic_arn == topic_arn)
}

pub(super) fn delete(
    cloud: &mut Cloud,
    input: &DeleteNotificationConfigurationInput,
) -> Result<(), ApiError> {
    let group = group(cloud, input.group_name.as_deref())?;
    let topic_arn = input.topic_arn.as_deref().unwrap_or_default();
    let place = place_of(cloud, group, topic_arn);
    let not_found = || {
        validation(format!(
            "No notification configuration found for topic {topic_arn}"
        ))
    };
    let place = place.ok_or_else(not_found)?;
    cloud.accept();
    cloud.autoscaling.notifications.remove(place);
    Ok(())
}

/// A name that is no group's is passed over.
pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeNotificationConfigurationsInput,
) -> Result<DescribeNotificationConfigurationsOutput, ApiError> {
    let page = Page::of(input.next_token.as_deref(), input.max_records, 50)?;
    let name = |group: GroupIndex| &cloud.autoscaling.all_groups[group.index()].spec.name;
    let names = &input.group_names;
    let all = cloud.autoscaling.notifications.iter();
    let wanted = all.filter(|one| names.is_empty() || names.contains(name(one.group)));
    let each = wanted.flat_map(|one| {
        one.kinds.iter().map(|kind| NotificationConfiguration {
            group_name: Some(name(one.group).clone()),
            topic_arn: Some(one.topic_arn.clone()),
            notification_type: Some(kind.clone()),
        })
    });
    let (configurations, next_token) = page.cut(each);
    Ok(DescribeNotificationConfigurationsOutput {
        configurations,
        next_token,
    })
}
