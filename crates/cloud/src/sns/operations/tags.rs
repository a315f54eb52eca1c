//! Labels on topics.

use api::ApiError;
use api::sns::{
    ListTagsForResourceInput, ListTagsForResourceOutput, Tag, TagResourceInput, UntagResourceInput,
};

use super::{defaults, invalid};
use crate::Cloud;
use crate::ec2::Tags;

/// # Errors
/// `InvalidParameter` for a key that stands there twice or is AWS's own.
pub(super) fn read_tags(tags: &[Tag]) -> Result<Tags, ApiError> {
    let mut read = Tags::with_capacity(tags.len());
    for tag in tags {
        let key = tag.key.clone().unwrap_or_default();
        if key.to_ascii_lowercase().starts_with("aws:") {
            return Err(invalid(
                "Tags Reason: aws: prefixed tag key names are not allowed for external use",
            ));
        }
        if read.iter().any(|(known, _)| *known == key) {
            return Err(invalid("Tags Reason: Duplicated keys are not allowed"));
        }
        read.push((key, tag.value.clone().unwrap_or_default()));
    }
    Ok(read)
}

pub(super) fn add(cloud: &mut Cloud, input: &TagResourceInput) -> Result<(), ApiError> {
    let place = find(cloud, input.resource_arn.as_deref())?;
    let new = read_tags(&input.tags)?;
    let mut tags = cloud.sns.all_topics[place].tags.clone();
    crate::ec2::put_tags(&mut tags, &new);
    if tags.len() > defaults::TAGS_MAX {
        let message = "Could not complete request: tag quota of per resource exceeded";
        return Err(ApiError::new("TagLimitExceeded", message));
    }
    cloud.accept();
    cloud.sns.all_topics[place].tags = tags;
    Ok(())
}

pub(super) fn remove(cloud: &mut Cloud, input: &UntagResourceInput) -> Result<(), ApiError> {
    let place = find(cloud, input.resource_arn.as_deref())?;
    cloud.accept();
    let tags = &mut cloud.sns.all_topics[place].tags;
    tags.retain(|(key, _)| !input.tag_keys.contains(key));
    Ok(())
}

pub(super) fn list(
    cloud: &Cloud,
    input: &ListTagsForResourceInput,
) -> Result<ListTagsForResourceOutput, ApiError> {
    let place = find(cloud, input.resource_arn.as_deref())?;
    let tag = |(key, value): &(String, String)| Tag {
        key: Some(key.clone()),
        value: Some(value.clone()),
    };
    Ok(ListTagsForResourceOutput {
        tags: cloud.sns.all_topics[place].tags.iter().map(tag).collect(),
    })
}

fn find(cloud: &Cloud, arn: Option<&str>) -> Result<usize, ApiError> {
    let missing = || ApiError::new("ResourceNotFound", "Resource does not exist");
    cloud.topic_with_arn(arn.unwrap_or_default()).ok_or_else(missing)
}
