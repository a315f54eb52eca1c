//! Tags of load balancers, listeners, rules and target groups.

use api::ApiError;
use api::elbv2::{AddTagsInput, DescribeTagsInput, DescribeTagsOutput, RemoveTagsInput, Tag, TagDescription};

use crate::Cloud;
use crate::ec2::Tags;
use crate::ec2::defaults::TAGS_PER_RESOURCE;
use crate::elbv2::name::Named;

/// The tags that a call spells out.
///
/// # Errors
/// `DuplicateTagKeys`, `TooManyTags`.
pub(super) fn read_tags(tags: &[Tag]) -> Result<Tags, ApiError> {
    let mut read = Tags::with_capacity(tags.len());
    for tag in tags {
        let key = tag.key.clone().unwrap_or_default();
        if read.iter().any(|(known, _)| *known == key) {
            let message = format!("A tag key was specified more than once: '{key}'");
            return Err(ApiError::new("DuplicateTagKeys", message));
        }
        read.push((key, tag.value.clone().unwrap_or_default()));
    }
    check_count(read.len())?;
    Ok(read)
}

fn check_count(count: usize) -> Result<(), ApiError> {
    if count > TAGS_PER_RESOURCE {
        let message = "The maximum number of tags for this resource has been reached";
        return Err(ApiError::new("TooManyTags", message));
    }
    Ok(())
}

pub(super) fn add(cloud: &mut Cloud, input: &AddTagsInput) -> Result<(), ApiError> {
    let new = read_tags(&input.tags)?;
    let resources = resources(cloud, &input.resource_arns)?;
    for resource in &resources {
        let old = cloud.tags_of_elb(*resource);
        let added = new
            .iter()
            .filter(|(key, _)| old.iter().all(|(known, _)| known != key))
            .count();
        check_count(old.len() + added)?;
    }
    cloud.accept();
    for resource in resources {
        crate::ec2::put_tags(cloud.tags_of_elb_mut(resource), &new);
    }
    Ok(())
}

pub(super) fn remove(cloud: &mut Cloud, input: &RemoveTagsInput) -> Result<(), ApiError> {
    let resources = resources(cloud, &input.resource_arns)?;
    cloud.accept();
    for resource in resources {
        cloud
            .tags_of_elb_mut(resource)
            .retain(|(key, _)| !input.tag_keys.contains(key));
    }
    Ok(())
}

pub(super) fn describe(cloud: &Cloud, input: &DescribeTagsInput) -> Result<DescribeTagsOutput, ApiError> {
    let resources = resources(cloud, &input.resource_arns)?;
    let tag = |(key, value): &(String, String)| Tag {
        key: Some(key.clone()),
        value: Some(value.clone()),
    };
    let described = input
        .resource_arns
        .iter()
        .zip(resources)
        .map(|(arn, resource)| TagDescription {
            resource_arn: Some(arn.clone()),
            tags: cloud.tags_of_elb(resource).iter().map(tag).collect(),
        });
    Ok(DescribeTagsOutput {
        tag_descriptions: described.collect(),
    })
}

fn resources(cloud: &Cloud, arns: &[String]) -> Result<Vec<Named>, ApiError> {
    let one = |arn: &String| match cloud.elb_named(arn) {
        Some(Named::DefaultRule(_)) | None => Err(not_found(cloud, arn)),
        Some(named) => Ok(named),
    };
    arns.iter().map(one).collect()
}

/// In the words for the kind of resource that the ARN is about.
fn not_found(cloud: &Cloud, arn: &str) -> ApiError {
    let refusal = match arn {
        _ if arn.contains(":targetgroup/") => cloud.group_with_arn(arn).err(),
        _ if arn.contains(":listener-rule/") => cloud.rule_with_arn(arn).err(),
        _ if arn.contains(":listener/") => cloud.listener_with_arn(arn).err(),
        _ => cloud.balancer_with_arn(arn).err(),
    };
    refusal.unwrap_or_else(|| super::validation(format!("'{arn}' bears no tags")))
}

impl Cloud {
    fn tags_of_elb(&self, resource: Named) -> &Tags {
        let elb = &self.elbv2;
        match resource {
            Named::Balancer(index) => &elb.all_balancers[index.index()].tags,
            Named::Listener(index) | Named::DefaultRule(index) => &elb.all_listeners[index.index()].tags,
            Named::Rule(index, place) => &elb.all_listeners[index.index()].rules[place].tags,
            Named::Group(index) => &elb.all_groups[index.index()].tags,
        }
    }

    fn tags_of_elb_mut(&mut self, resource: Named) -> &mut Tags {
        let elb = &mut self.elbv2;
        match resource {
            Named::Balancer(index) => &mut elb.all_balancers[index.index()].tags,
            Named::Listener(index) | Named::DefaultRule(index) => &mut elb.all_listeners[index.index()].tags,
            Named::Rule(index, place) => &mut elb.all_listeners[index.index()].rules[place].tags,
            Named::Group(index) => &mut elb.all_groups[index.index()].tags,
        }
    }
}
