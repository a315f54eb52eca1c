//! Tags: labels that users put on their resources.
//!
//! Source: EC2 User Guide, "Tag your Amazon EC2 resources".

use api::ApiError;
use api::ec2::{Tag, TagSpecification};

use crate::ec2::defaults;

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
        if is_reserved(&key) {
            return Err(ApiError::invalid_parameter(
                "Tag keys starting with 'aws:' are reserved for internal use",
            ));
        }
        if read.iter().any(|(known, _)| *known == key) {
            return Err(ApiError::invalid_parameter(format!(
                "Duplicate tag key '{key}' specified."
            )));
        }
        read.push((key, tag.value.clone().unwrap_or_default()));
    }
    Ok(read)
}

/// Whether only AWS itself may use a key.
pub(crate) fn is_reserved(key: &str) -> bool {
    key.to_ascii_lowercase().starts_with("aws:")
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
            return Err(ApiError::invalid_parameter(format!(
                "'{other}' is not a valid taggable resource type for this operation."
            )));
        }
    }
    let tags: Vec<Tag> = specifications
        .iter()
        .flat_map(|specification| specification.tags.clone())
        .collect();
    let tags = read(&tags)?;
    check_room(&Tags::new(), &tags)?;
    Ok(tags)
}

/// Whether a resource that has `old` tags can take `new` ones, some of which may only give a key another value.
///
/// # Errors
/// `TagLimitExceeded`.
pub(crate) fn check_room(old: &Tags, new: &Tags) -> Result<(), ApiError> {
    let is_known = |key: &String| old.iter().any(|(known, _)| known == key);
    let added = new.iter().filter(|(key, _)| !is_known(key)).count();
    if old.len() + added <= defaults::TAGS_PER_RESOURCE {
        return Ok(());
    }
    let message = format!("More than {} tags specified", defaults::TAGS_PER_RESOURCE);
    Err(ApiError::new("TagLimitExceeded", message))
}

/// Adds `new` tags; a key that is there already keeps its place and gets another value.
pub(crate) fn put(tags: &mut Tags, new: &Tags) {
    for (key, value) in new {
        match tags.iter_mut().find(|(known, _)| known == key) {
            Some((_, old)) => old.clone_from(value),
            None => tags.push((key.clone(), value.clone())),
        }
    }
}

/// As the API gives them.
pub(crate) fn to_api(tags: &Tags) -> Vec<Tag> {
    let tag = |(key, value): &(String, String)| Tag {
        key: Some(key.clone()),
        value: Some(value.clone()),
    };
    tags.iter().map(tag).collect()
}
