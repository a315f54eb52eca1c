//! Tags.

use crate::shape::shapes;

shapes! {
    /// Adds tags to load balancers, target groups and listeners.
    pub struct AddTagsInput {
        /// Which.
        resource_arns: Vec<String> = "ResourceArns" required,
        /// The tags.
        tags: Vec<Tag> = "Tags" required,
    }

    /// Takes tags away.
    pub struct RemoveTagsInput {
        /// From which.
        resource_arns: Vec<String> = "ResourceArns" required,
        /// Their keys.
        tag_keys: Vec<String> = "TagKeys" required,
    }

    /// Describes tags.
    pub struct DescribeTagsInput {
        /// Of which.
        resource_arns: Vec<String> = "ResourceArns" required,
    }

    /// The tags.
    pub struct DescribeTagsOutput {
        /// By resource.
        tag_descriptions: Vec<TagDescription> = "TagDescriptions" always,
    }

    /// The tags of a resource.
    pub struct TagDescription {
        /// Which.
        resource_arn: Option<String> = "ResourceArn",
        /// Its tags.
        tags: Vec<Tag> = "Tags" always,
    }

    /// A label on a resource.
    pub struct Tag {
        /// At most 128 characters.
        key: Option<String> = "Key" required length(1..=128),
        /// At most 256 characters; may be empty.
        value: Option<String> = "Value" length(0..=256),
    }
}
