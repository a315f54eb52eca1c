//! Tags.

use crate::shape::{Map, shapes};

shapes! {
    /// Adds tags to an experiment template or an experiment.
    pub struct TagResourceInput {
        /// Which.
        resource_arn: Option<String> = "resourceArn" required length(20..=2_048),
        /// The tags.
        tags: Map<String> = "tags" required length(0..=50),
    }

    /// Takes tags away.
    pub struct UntagResourceInput {
        /// From which.
        resource_arn: Option<String> = "resourceArn" required length(20..=2_048),
        /// Their keys; all if left out.
        tag_keys: Vec<String> = "tagKeys",
    }

    /// Lists the tags of an experiment template or an experiment.
    pub struct ListTagsForResourceInput {
        /// Which.
        resource_arn: Option<String> = "resourceArn" required length(20..=2_048),
    }

    /// The tags.
    pub struct ListTagsForResourceOutput {
        /// Key and value.
        tags: Map<String> = "tags",
    }
}
