//! Tags of groups.

use super::Tag;
use crate::shape::shapes;

shapes! {
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
    }
    without "IncludeManagedResources=false NextToken MaxRecords"

    /// The tags.
    pub struct DescribeTagsOutput {
        /// By group and key.
        tags: Vec<Tag> = "Tags" always,
    }

    /// What is looked for.
    pub struct Filter {
        /// Where to look.
        name: Option<String> = "Name",
        /// Any of these.
        values: Vec<String> = "Values",
    }
}
