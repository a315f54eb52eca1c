//! `DeleteTags`: takes tags from resources; a tag that is not there is no error.
//!
//! Source: EC2 API Reference, DeleteTags.

use api::ApiError;
use api::ec2::{DeleteTagsInput, Tag};

use crate::Cloud;
use crate::ec2::resource::Resource;
use crate::ec2::tag;

pub(crate) fn delete_tags(cloud: &mut Cloud, input: &DeleteTagsInput) -> Result<(), ApiError> {
    tag::read(&input.tags)?;
    let resources = input.resources.iter().map(|id| cloud.resource_with_id(id));
    let resources: Vec<Resource> = resources.collect::<Result<_, _>>()?;
    cloud.accept();
    for resource in resources {
        let tags = cloud.ec2.tags_of_mut(resource);
        tags.retain(|(key, value)| !goes(&input.tags, key, value));
    }
    Ok(())
}

/// Whether a tag is among those to take: named by its key alone, or with the value that it has. AWS's own tags stay.
fn goes(named: &[Tag], key: &str, value: &str) -> bool {
    let is_it = |tag: &Tag| {
        tag.key.as_deref() == Some(key) && tag.value.as_deref().is_none_or(|wanted| wanted == value)
    };
    match named {
        [] => !tag::is_reserved(key),
        _ => named.iter().any(is_it),
    }
}
