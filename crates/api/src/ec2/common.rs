//! What many operations share: filters and tags.

use crate::shape::shapes;

shapes! {
    /// Narrows what a describe call answers: the resource must match every filter, by any of its values.
    pub struct Filter {
        /// What to look at, such as `instance-state-name` or `tag:Name`.
        name: Option<String> = "Name" needed,
        /// What may stand there; `*` stands for any characters, `?` for one.
        values: Vec<String> = "Values" needed length(1..=200),
    }

    /// A label on a resource.
    pub struct Tag {
        /// At most 127 characters.
        key: Option<String> = "Key" needed length(1..=127),
        /// At most 256 characters; may be empty.
        value: Option<String> = "Value" length(0..=256),
    }

    /// Tags for resources while they are being made.
    pub struct TagSpecification {
        /// The kind of resource to tag.
        resource_type: Option<String> = "ResourceType" needed,
        /// The tags.
        tags: Vec<Tag> = "Tags",
    }
}
