//! `DescribeImages`: what an instance can be launched from.

use super::{Filter, Tag};
use crate::shape::shapes;

shapes! {
    /// Describes images (AMIs): all, or those named, narrowed by filters.
    pub struct DescribeImagesInput {
        /// Which images; one that does not exist fails the call.
        image_ids: Vec<String> = "ImageIds",
        /// Whose images: `self`, `amazon` or an account.
        owners: Vec<String> = "Owners",
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "ExecutableUsers IncludeDeprecated=false IncludeDisabled=false MaxResults NextToken DryRun=false"

    /// The images.
    pub struct DescribeImagesOutput {
        /// One entry an image.
        images: Vec<Image> = "Images" always,
    }

    /// What an instance's disk looks like at first.
    pub struct Image {
        /// The operating system as the bill names it.
        platform_details: Option<String> = "PlatformDetails",
        /// What it is for.
        description: Option<String> = "Description",
        /// What runs it.
        hypervisor: Option<String> = "Hypervisor",
        /// `amazon` for AWS's own.
        image_owner_alias: Option<String> = "ImageOwnerAlias",
        /// Its name.
        name: Option<String> = "Name",
        /// Where the root volume is attached.
        root_device_name: Option<String> = "RootDeviceName",
        /// `ebs`.
        root_device_type: Option<String> = "RootDeviceType",
        /// Its labels.
        tags: Vec<Tag> = "Tags",
        /// `hvm`.
        virtualization_type: Option<String> = "VirtualizationType",
        /// Its id.
        image_id: Option<String> = "ImageId",
        /// `available`.
        state: Option<String> = "State",
        /// The account it belongs to.
        owner_id: Option<String> = "OwnerId",
        /// When it was made, in ISO 8601.
        creation_date: Option<String> = "CreationDate",
        /// Whether every account may launch it.
        public: Option<bool> = "Public",
        /// Such as `x86_64`.
        architecture: Option<String> = "Architecture",
        /// `machine`.
        image_type: Option<String> = "ImageType",
    }
}
