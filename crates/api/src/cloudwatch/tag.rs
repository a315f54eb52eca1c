//! Labels on alarms.

use crate::shape::shapes;

shapes! {
    /// Puts labels on an alarm.
    pub struct TagResourceInput {
        /// Which.
        resource_arn: Option<String> = "ResourceARN" required length(1..=1_024),
        /// The labels.
        tags: Vec<Tag> = "Tags" required,
    }

    /// Takes labels off an alarm.
    pub struct UntagResourceInput {
        /// Which.
        resource_arn: Option<String> = "ResourceARN" required length(1..=1_024),
        /// Their keys.
        tag_keys: Vec<String> = "TagKeys" required,
    }

    /// Lists the labels of an alarm.
    pub struct ListTagsForResourceInput {
        /// Which.
        resource_arn: Option<String> = "ResourceARN" required length(1..=1_024),
    }

    /// The labels.
    pub struct ListTagsForResourceOutput {
        /// In the order in which they were put on.
        tags: Vec<Tag> = "Tags" always,
    }

    /// A label.
    pub struct Tag {
        /// At most 128 characters.
        key: Option<String> = "Key" required length(1..=128),
        /// At most 256 characters.
        value: Option<String> = "Value" required length(0..=256),
    }
}
