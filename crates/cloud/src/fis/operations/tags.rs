//! Tags of templates and experiments.

use api::ApiError;
use api::fis::{ListTagsForResourceInput, ListTagsForResourceOutput, TagResourceInput, UntagResourceInput};

use super::{not_found, to_map};
use crate::Cloud;
use crate::ec2::defaults::TAGS_PER_RESOURCE;
use crate::ec2::{Tags, put_tags};

/// Whose tags.
#[derive(Clone, Copy)]
enum Tagged {
    Template(usize),
    Experiment(usize),
}

pub(super) fn tag(cloud: &mut Cloud, input: &TagResourceInput) -> Result<(), ApiError> {
    let tagged = find(cloud, input.resource_arn.as_deref())?;
    let mut tags = tags_of(cloud, tagged).clone();
    put_tags(&mut tags, &input.tags.0);
    if tags.len() > TAGS_PER_RESOURCE {
        let message = "The maximum number of tags for this resource has been reached.";
        return Err(ApiError::new("ServiceQuotaExceededException", message));
    }
    cloud.accept();
    *tags_of_mut(cloud, tagged) = tags;
    Ok(())
}

pub(super) fn untag(cloud: &mut Cloud, input: &UntagResourceInput) -> Result<(), ApiError> {
    let tagged = find(cloud, input.resource_arn.as_deref())?;
    cloud.accept();
    let keys = &input.tag_keys;
    tags_of_mut(cloud, tagged).retain(|(key, _)| !keys.is_empty() && !keys.contains(key));
    Ok(())
}

pub(super) fn list(
    cloud: &Cloud,
    input: &ListTagsForResourceInput,
) -> Result<ListTagsForResourceOutput, ApiError> {
    let tagged = find(cloud, input.resource_arn.as_deref())?;
    Ok(ListTagsForResourceOutput {
        tags: to_map(tags_of(cloud, tagged)),
    })
}

fn find(cloud: &Cloud, arn: Option<&str>) -> Result<Tagged, ApiError> {
    let arn = arn.unwrap_or_default();
    let mut templates = cloud.fis.templates();
    let template = templates.find(|(_, template)| cloud.fis_arn("experiment-template", &template.id) == arn);
    let template = template.map(|(place, _)| Tagged::Template(place));
    let mut experiments = cloud.fis.experiments.iter();
    let experiment = experiments.position(|experiment| cloud.fis_arn("experiment", &experiment.id) == arn);
    template
        .or(experiment.map(Tagged::Experiment))
        .ok_or_else(|| not_found("Resource", arn))
}

fn tags_of(cloud: &Cloud, tagged: Tagged) -> &Tags {
    match tagged {
        Tagged::Template(place) => &cloud.fis.all_templates[place].tags,
        Tagged::Experiment(place) => &cloud.fis.experiments[place].tags,
    }
}

fn tags_of_mut(cloud: &mut Cloud, tagged: Tagged) -> &mut Tags {
    match tagged {
        Tagged::Template(place) => &mut cloud.fis.all_templates[place].tags,
        Tagged::Experiment(place) => &mut cloud.fis.experiments[place].tags,
    }
}
