//! Labels on groups.

use super::Filter;
use crate::shape::shapes;

shapes! {
    /// A label on a group.
    pub struct Tag {
        /// The group.
        resource_id: Option<String> = "ResourceId",
        /// `auto-scaling-group`.
        resource_type: Option<String> = "ResourceType",
        /// At most 128 characters.
        key: Option<String> = "Key" required length(1..=128),
        /// At most 256 characters.
        value: Option<String> = "Value" length(0..=256),
        /// Whether new instances bear it, too.
        propagate: Option<bool> = "PropagateAtLaunch",
    }

    /// Puts tags upon groups; one with a known key takes the place of the earlier one.
    pub struct CreateOrUpdateTagsInput {
        /// The tags, each with its group.
        tags: Vec<Tag> = "Tags" required,
    }

    /// Takes tags off groups.
    pub struct DeleteTagsInput {
        /// The tags, each with its group; a value must be the tag's own, if it is given.
        tags: Vec<Tag> = "Tags" required,
    }

    /// Describes tags of groups.
    pub struct DescribeTagsInput {
        /// `auto-scaling-group`, `key`, `value`, `propagate-at-launch`.
        filters: Vec<Filter> = "Filters",
        /// Where the answer before ended.
        next_token: Option<String> = "NextToken",
        /// Entries in an answer.
        max_records: Option<i64> = "MaxRecords" range(1..=100) default("50"),
    }
    without "IncludeManagedResources=false"

    /// The tags.
    pub struct DescribeTagsOutput {
        /// By group and key.
        tags: Vec<Tag> = "Tags" always,
        /// To ask for more, if there are more.
        next_token: Option<String> = "NextToken",
    }
}
