//! `DeleteTags`: takes tags from resources; all resources or none.
//!
//! Source: EC2 API Reference, DeleteTags. A tag given by its key alone goes whatever its value; with a value, even an empty
//! one, it goes only if it has that value.

use api::ApiError;
use api::ec2::{DeleteTagsInput, Tag};

use crate::Cloud;
use crate::ec2::resource::Resource;

pub(super) fn delete_tags(cloud: &mut Cloud, input: &DeleteTagsInput) -> Result<(), ApiError> {
    let resources = input.resources.iter().map(|id| cloud.resource_with_id(id));
    let resources: Vec<Resource> = resources.collect::<Result<_, _>>()?;
    cloud.accept();
    for resource in resources {
        let tags = cloud.ec2.tags_of_mut(resource);
        tags.retain(|(key, value)| !input.tags.is_empty() && !goes(&input.tags, key, value));
    }
    Ok(())
}

fn goes(tags: &[Tag], key: &str, value: &str) -> bool {
    let is_meant = |tag: &Tag| {
        let by_value = tag.value.as_deref().is_none_or(|wanted| wanted == value);
        tag.key.as_deref() == Some(key) && by_value
    };
    tags.iter().any(is_meant)
}
