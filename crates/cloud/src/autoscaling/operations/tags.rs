//! Tags of groups.

use api::ApiError;
use api::autoscaling::{
    CreateOrUpdateTagsInput, DeleteTagsInput, DescribeTagsInput, DescribeTagsOutput, Filter, Tag,
};

use super::page::Page;
use super::{group, validation};
use crate::Cloud;
use crate::autoscaling::{Group, GroupIndex, defaults};

const RESOURCE_TYPE: &str = "auto-scaling-group";
/// Keys that AWS keeps for itself begin so.
const RESERVED: &str = "aws:";

/// All or none; instances that run already do not bear them.
pub(super) fn create_or_update(cloud: &mut Cloud, input: &CreateOrUpdateTagsInput) -> Result<(), ApiError> {
    let groups = read(cloud, &input.tags)?;
    check_reserved(&input.tags)?;
    check_count(cloud, &groups, &input.tags)?;
    cloud.accept();
    for (index, tag) in groups.iter().zip(&input.tags) {
        let tags = &mut cloud.autoscaling.all_groups[index.index()].spec.tags;
        let new = (
            tag.key.clone().unwrap_or_default(),
            tag.value.clone().unwrap_or_default(),
            tag.propagate.unwrap_or(false),
        );
        match tags.iter_mut().find(|(key, ..)| *key == new.0) {
            Some(known) => *known = new,
            None => tags.push(new),
        }
    }
    Ok(())
}

/// A tag that is not there is as good as deleted.
pub(super) fn delete(cloud: &mut Cloud, input: &DeleteTagsInput) -> Result<(), ApiError> {
    let groups = read(cloud, &input.tags)?;
    cloud.accept();
    for (index, tag) in groups.iter().zip(&input.tags) {
        let is_it = |key: &String, value: &String| {
            Some(key) == tag.key.as_ref() && tag.value.as_ref().is_none_or(|given| given == value)
        };
        let tags = &mut cloud.autoscaling.all_groups[index.index()].spec.tags;
        tags.retain(|(key, value, _)| !is_it(key, value));
    }
    Ok(())
}

/// The group of each tag.
fn read(cloud: &Cloud, tags: &[Tag]) -> Result<Vec<GroupIndex>, ApiError> {
    let of = |tag: &Tag| {
        let kind = tag.resource_type.as_deref().unwrap_or(RESOURCE_TYPE);
        if kind != RESOURCE_TYPE {
            return Err(validation(format!(
                "Invalid resource type {kind}. The only supported value is {RESOURCE_TYPE}"
            )));
        }
        group(cloud, tag.resource_id.as_deref())
    };
    tags.iter().map(of).collect()
}

fn check_reserved(tags: &[Tag]) -> Result<(), ApiError> {
    let keys = tags.iter().filter_map(|tag| tag.key.as_deref());
    match keys
        .into_iter()
        .find(|key| key.to_ascii_lowercase().starts_with(RESERVED))
    {
        Some(key) => Err(validation(format!(
            "The tag key {key} is reserved: keys must not begin with {RESERVED}"
        ))),
        None => Ok(()),
    }
}

fn check_count(cloud: &Cloud, groups: &[GroupIndex], tags: &[Tag]) -> Result<(), ApiError> {
    for index in groups {
        let known = &cloud.autoscaling.all_groups[index.index()].spec.tags;
        let mut keys: Vec<&String> = known.iter().map(|(key, ..)| key).collect();
        let added = groups.iter().zip(tags).filter(|(other, _)| *other == index);
        keys.extend(added.filter_map(|(_, tag)| tag.key.as_ref()));
        keys.sort_unstable();
        keys.dedup();
        if keys.len() > defaults::TAGS {
            let message = format!("You have reached the limit of {} tags of a group", defaults::TAGS);
            return Err(ApiError::new("LimitExceeded", message));
        }
    }
    Ok(())
}

pub(super) fn describe(cloud: &Cloud, input: &DescribeTagsInput) -> Result<DescribeTagsOutput, ApiError> {
    const NAMES: [&str; 4] = ["auto-scaling-group", "key", "value", "propagate-at-launch"];
    let names = input
        .filters
        .iter()
        .map(|filter| filter.name.as_deref().unwrap_or_default());
    if let Some(unknown) = names.into_iter().find(|name| !NAMES.contains(name)) {
        return Err(validation(format!(
            "Filter type {unknown} is not correct. Allowed types are: {}",
            NAMES.join(", ")
        )));
    }
    let mut groups: Vec<&Group> = cloud.autoscaling.groups().map(|(_, group)| group).collect();
    groups.sort_unstable_by(|a, b| a.spec.name.cmp(&b.spec.name));
    let all = groups.into_iter().flat_map(|group| {
        let mut tags: Vec<&(String, String, bool)> = group.spec.tags.iter().collect();
        tags.sort_unstable();
        tags.into_iter()
            .map(|tag| super::describe_group::describe_tag(&group.spec.name, tag))
    });
    let passes = |tag: &Tag| input.filters.iter().all(|filter| matches(filter, tag));
    let page = Page::of(input.next_token.as_deref(), input.max_records, 50)?;
    let (tags, next_token) = page.cut(all.filter(passes));
    Ok(DescribeTagsOutput { tags, next_token })
}

fn matches(filter: &Filter, tag: &Tag) -> bool {
    let propagate = tag.propagate.unwrap_or(false).to_string();
    let found = match filter.name.as_deref() {
        Some("auto-scaling-group") => tag.resource_id.as_deref(),
        Some("key") => tag.key.as_deref(),
        Some("value") => tag.value.as_deref(),
        _ => Some(propagate.as_str()),
    };
    filter.values.iter().any(|value| Some(value.as_str()) == found)
}
