//! `DescribeImages`: AWS's image and the account's own.
//!
//! Filters: `architecture`, `creation-date`, `description`, `hypervisor`, `image-id`, `image-type`, `is-public`, `name`,
//! `owner-alias`, `owner-id`, `root-device-name`, `root-device-type`, `state`, `tag:Key`, `tag-key`,
//! `virtualization-type`; and `platform`, which only Windows images have.

use api::ApiError;
use api::ec2::{DescribeImagesInput, DescribeImagesOutput, Image as ImageShape};

use crate::Cloud;
use crate::ec2::{IMAGES, Image, tag};
use crate::filter::{FilterPath, NEVER, TAGS, narrow};

pub(super) const FILTERS: &[FilterPath] = &[
    ("architecture", "Architecture"),
    ("creation-date", "CreationDate"),
    ("description", "Description"),
    ("hypervisor", "Hypervisor"),
    ("image-id", "ImageId"),
    ("image-type", "ImageType"),
    ("is-public", "Public"),
    ("name", "Name"),
    ("owner-alias", "ImageOwnerAlias"),
    ("owner-id", "OwnerId"),
    ("platform", NEVER),
    ("root-device-name", "RootDeviceName"),
    ("root-device-type", "RootDeviceType"),
    ("state", "State"),
    (TAGS, "Tags"),
    ("virtualization-type", "VirtualizationType"),
];

pub(crate) fn describe_images(
    cloud: &Cloud,
    input: &DescribeImagesInput,
) -> Result<DescribeImagesOutput, ApiError> {
    for id in &input.image_ids {
        Image::find(id)?;
    }
    let named = |image: &Image| input.image_ids.is_empty() || input.image_ids.iter().any(|id| id == image.id);
    let owned = |image: &Image| {
        input.owners.is_empty() || input.owners.iter().any(|owner| image.owner.is_called(owner))
    };
    let images = IMAGES.iter().zip(&cloud.ec2.image_tags);
    let images = images
        .filter(|(image, _)| named(image) && owned(image))
        .map(|(image, tags)| ImageShape {
            tags: tag::to_api(tags),
            ..describe(image)
        })
        .collect();
    Ok(DescribeImagesOutput {
        images: narrow(images, &input.filters, FILTERS)?,
    })
}

fn describe(image: &Image) -> ImageShape {
    let text = |text: &str| Some(text.to_owned());
    ImageShape {
        platform_details: text("Linux/UNIX"),
        description: text(image.description),
        hypervisor: text("xen"),
        image_owner_alias: image.owner.alias().map(str::to_owned),
        name: text(image.name),
        root_device_name: text("/dev/xvda"),
        root_device_type: text("ebs"),
        tags: Vec::new(),
        virtualization_type: text("hvm"),
        image_id: text(image.id),
        state: text("available"),
        owner_id: text(image.owner.account()),
        creation_date: text(image.created),
        public: Some(image.owner.alias().is_some()),
        architecture: text("x86_64"),
        image_type: text("machine"),
    }
}
