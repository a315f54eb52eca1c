//! `DescribeTags`: every tag of every resource.
//!
//! Filters: `key`, `resource-id`, `resource-type`, `tag:Key`, `tag-key`, `value`.

use api::ApiError;
use api::ec2::{DescribeTagsInput, DescribeTagsOutput, TagDescription};

use crate::Cloud;
use crate::ec2::resource::Resource;
use crate::filter::{FilterPath, TAGS, narrow};

pub(super) const FILTERS: &[FilterPath] = &[
    ("key", "Key"),
    ("resource-id", "ResourceId"),
    ("resource-type", "ResourceType"),
    (TAGS, ""),
    ("value", "Value"),
];

pub(crate) fn describe_tags(
    cloud: &Cloud,
    input: &DescribeTagsInput,
) -> Result<DescribeTagsOutput, ApiError> {
    let tags = cloud
        .resources()
        .flat_map(|resource| tags_of(cloud, resource))
        .collect();
    Ok(DescribeTagsOutput {
        tags: narrow(tags, &input.filters, FILTERS)?,
    })
}

fn tags_of(cloud: &Cloud, resource: Resource) -> impl Iterator<Item = TagDescription> {
    let id = cloud.ec2.id_of(resource);
    let tags = cloud.ec2.tags_of(resource).iter();
    tags.map(move |(key, value)| TagDescription {
        key: Some(key.clone()),
        resource_id: Some(id.to_owned()),
        resource_type: Some(resource.kind().to_owned()),
        value: Some(value.clone()),
    })
}
