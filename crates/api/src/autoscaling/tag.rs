//! Labels on groups.

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
}
