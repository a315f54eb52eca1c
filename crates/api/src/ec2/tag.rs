//! `CreateTags`, `DeleteTags` and `DescribeTags`.

use super::{Filter, Tag};
use crate::shape::shapes;

shapes! {
    /// Adds tags to resources, or gives those they have another value.
    pub struct CreateTagsInput {
        /// The ids of the resources.
        resources: Vec<String> = "Resources" required length(1..=1_000),
        /// The tags.
        tags: Vec<Tag> = "Tags" required length(1..=50),
    }
    without "DryRun=false"

    /// Takes tags from resources.
    pub struct DeleteTagsInput {
        /// The ids of the resources.
        resources: Vec<String> = "Resources" required length(1..=1_000),
        /// The tags: by key alone, or only where they have this value. All but AWS's own if left out.
        tags: Vec<Tag> = "Tags" length(0..=50),
    }
    without "DryRun=false"

    /// Describes the tags of all resources, narrowed by filters.
    pub struct DescribeTagsInput {
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "DryRun=false MaxResults NextToken"

    /// The tags.
    pub struct DescribeTagsOutput {
        /// One entry a tag of a resource.
        tags: Vec<TagDescription> = "Tags" always,
    }

    /// One tag of one resource.
    pub struct TagDescription {
        /// The tag's key.
        key: Option<String> = "Key",
        /// The resource.
        resource_id: Option<String> = "ResourceId",
        /// The kind of resource.
        resource_type: Option<String> = "ResourceType",
        /// The tag's value.
        value: Option<String> = "Value",
    }
}
