//! `TagResource`, `UntagResource`, `ListTagsForResource`: labels on alarms.

use api::ApiError;
use api::cloudwatch::{
    ListTagsForResourceInput, ListTagsForResourceOutput, Tag, TagResourceInput, UntagResourceInput,
};

use super::alarm::read_tags;
use crate::Cloud;
use crate::cloudwatch::{AlarmIndex, defaults};

pub(super) fn add(cloud: &mut Cloud, input: &TagResourceInput) -> Result<(), ApiError> {
    let index = find(cloud, input.resource_arn.as_deref())?;
    let new = read_tags(&input.tags)?;
    let mut tags = cloud.cloudwatch.alarm(index).more.tags.clone();
    crate::ec2::put_tags(&mut tags, &new);
    if tags.len() > defaults::TAGS_MAX {
        return Err(super::invalid(
            "The maximum number of tags for this resource has been reached",
        ));
    }
    cloud.accept();
    cloud.cloudwatch.all_alarms[index.index()].more.tags = tags;
    Ok(())
}

pub(super) fn remove(cloud: &mut Cloud, input: &UntagResourceInput) -> Result<(), ApiError> {
    let index = find(cloud, input.resource_arn.as_deref())?;
    cloud.accept();
    let tags = &mut cloud.cloudwatch.all_alarms[index.index()].more.tags;
    tags.retain(|(key, _)| !input.tag_keys.contains(key));
    Ok(())
}

pub(super) fn list(
    cloud: &Cloud,
    input: &ListTagsForResourceInput,
) -> Result<ListTagsForResourceOutput, ApiError> {
    let index = find(cloud, input.resource_arn.as_deref())?;
    let tag = |(key, value): &(String, String)| Tag {
        key: Some(key.clone()),
        value: Some(value.clone()),
    };
    Ok(ListTagsForResourceOutput {
        tags: cloud.cloudwatch.alarm(index).more.tags.iter().map(tag).collect(),
    })
}

fn find(cloud: &Cloud, arn: Option<&str>) -> Result<AlarmIndex, ApiError> {
    let arn = arn.unwrap_or_default();
    let Some((_, name)) = arn.split_once(":alarm:") else {
        return Err(super::invalid(format!("Invalid arn syntax: {arn}")));
    };
    let found = cloud
        .cloudwatch
        .alarm_named(name)
        .filter(|_| arn == cloud.alarm_arn(name));
    found.ok_or_else(|| {
        ApiError::new(
            "ResourceNotFoundException",
            format!("The resource {arn} does not exist"),
        )
    })
}
