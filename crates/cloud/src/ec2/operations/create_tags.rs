//! `CreateTags`: adds tags to resources, or gives those they have another value; all resources or none.
//!
//! Source: EC2 API Reference, CreateTags; EC2 User Guide, "Tag your Amazon EC2 resources". The text about too many tags
//! is not published.

use api::ApiError;
use api::ec2::CreateTagsInput;

use crate::Cloud;
use crate::ec2::resource::Resource;
use crate::ec2::tag;

pub(crate) fn create_tags(cloud: &mut Cloud, input: &CreateTagsInput) -> Result<(), ApiError> {
    let new = tag::read(&input.tags)?;
    let resources = input.resources.iter().map(|id| cloud.resource_with_id(id));
    let resources: Vec<Resource> = resources.collect::<Result<_, _>>()?;
    for &resource in &resources {
        tag::check_room(cloud.ec2.tags_of(resource), &new)?;
    }
    cloud.accept();
    for resource in resources {
        tag::put(cloud.ec2.tags_of_mut(resource), &new);
    }
    Ok(())
}
