//! Tags of tables.

use crate::shape::shapes;

shapes! {
    /// Labels a table.
    pub struct TagResourceInput {
        /// Its ARN.
        resource_arn: Option<String> = "ResourceArn" required,
        /// The labels; a key that is there gets the new value.
        tags: Vec<Tag> = "Tags" required,
    }

    /// Tells the labels of a table.
    pub struct ListTagsOfResourceInput {
        /// Its ARN.
        resource_arn: Option<String> = "ResourceArn" required,
    }
    without "NextToken"

    /// Labels.
    pub struct ListTagsOfResourceOutput {
        /// In the order in which they were made.
        tags: Vec<Tag> = "Tags",
    }

    /// A label.
    pub struct Tag {
        /// Its key.
        key: Option<String> = "Key" required length(1..=128),
        /// Its value.
        value: Option<String> = "Value" required length(0..=256),
    }
}
