//! Tags: labels that users put on their resources.
//!
//! Source: EC2 User Guide, "Tag your Amazon EC2 resources".

use api::ApiError;
use api::ec2::{Tag, TagSpecification};

/// Keys and values, in the order in which the keys were first used.
pub type Tags = Vec<(String, String)>;

/// The tags that a call spells out.
///
/// # Errors
/// `InvalidParameterValue` for a key that is AWS's own or stands there twice.
pub(crate) fn read(tags: &[Tag]) -> Result<Tags, ApiError> {
    let mut read: Tags = Vec::with_capacity(tags.len());
    for tag in tags {
        let key = tag.key.clone().unwrap_or_default();
        if key.to_ascii_lowercase().starts_with("aws:") {
            return Err(refused(
                "Tag keys starting with 'aws:' are reserved for internal use",
            ));
        }
        if read.iter().any(|(known, _)| *known == key) {
            return Err(refused(&format!("Duplicate tag key '{key}' specified.")));
        }
        read.push((key, tag.value.clone().unwrap_or_default()));
    }
    Ok(read)
}

/// The tags for the one kind of resource that a call makes.
///
/// # Errors
/// As for [`read`], and for a specification that is about another kind.
pub(crate) fn read_specifications(
    specifications: &[TagSpecification],
    resource_type: &str,
) -> Result<Tags, ApiError> {
    for specification in specifications {
        let other = specification.resource_type.as_deref().unwrap_or_default();
        if other != resource_type {
            return Err(refused(&format!(
                "'{other}' is not a valid taggable resource type for this operation."
            )));
        }
    }
    let tags: Vec<Tag> = specifications
        .iter()
        .flat_map(|specification| specification.tags.clone())
        .collect();
    read(&tags)
}

/// As the API gives them.
pub(crate) fn to_api(tags: &Tags) -> Vec<Tag> {
    let tag = |(key, value): &(String, String)| Tag {
        key: Some(key.clone()),
        value: Some(value.clone()),
    };
    tags.iter().map(tag).collect()
}

fn refused(message: &str) -> ApiError {
    ApiError::new("InvalidParameterValue", message)
}
