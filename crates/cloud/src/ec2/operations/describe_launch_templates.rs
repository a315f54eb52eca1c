//! `DescribeLaunchTemplates` and `DescribeLaunchTemplateVersions`.
//!
//! Source: EC2 API Reference, the operations named.

use api::ec2::{
    DescribeLaunchTemplateVersionsInput, DescribeLaunchTemplateVersionsOutput, DescribeLaunchTemplatesInput,
    DescribeLaunchTemplatesOutput, LaunchTemplate as TemplateShape, LaunchTemplateVersion,
};
use api::{ApiError, Timestamp};

use crate::Cloud;
use crate::ec2::{LaunchTemplate, LaunchTemplateIndex, TemplateVersion, defaults, tag};
use crate::filter::{FilterPath, TAGS, narrow};

/// Source: EC2 API Reference, DescribeLaunchTemplates.
pub(super) const FILTERS: &[FilterPath] = &[
    ("create-time", "CreateTime"),
    ("launch-template-name", "LaunchTemplateName"),
    (TAGS, "Tags"),
];

pub(super) fn describe_launch_templates(
    cloud: &Cloud,
    input: &DescribeLaunchTemplatesInput,
) -> Result<DescribeLaunchTemplatesOutput, ApiError> {
    let by_id = input
        .launch_template_ids
        .iter()
        .map(|id| cloud.ec2.launch_template_with_id(id));
    let by_name = input
        .launch_template_names
        .iter()
        .map(|name| cloud.ec2.launch_template_named(name));
    let named: Vec<LaunchTemplateIndex> = by_id.chain(by_name).collect::<Result<_, _>>()?;
    let wanted = |index: &LaunchTemplateIndex| named.is_empty() || named.contains(index);
    let all = cloud
        .ec2
        .launch_templates()
        .map(|(index, _)| index)
        .filter(wanted);
    let described = all.map(|index| cloud.describe_launch_template(index)).collect();
    Ok(DescribeLaunchTemplatesOutput {
        launch_templates: narrow(described, &input.filters, FILTERS)?,
    })
}

pub(super) fn describe_launch_template_versions(
    cloud: &Cloud,
    input: &DescribeLaunchTemplateVersionsInput,
) -> Result<DescribeLaunchTemplateVersionsOutput, ApiError> {
    let (id, name) = (
        input.launch_template_id.as_deref(),
        input.launch_template_name.as_deref(),
    );
    let templates: Vec<LaunchTemplateIndex> = if id.is_none() && name.is_none() {
        check_of_all(&input.versions)?;
        cloud.ec2.launch_templates().map(|(index, _)| index).collect()
    } else {
        vec![cloud.ec2.launch_template_of(id, name)?]
    };
    let mut described = Vec::new();
    for index in templates {
        let template = &cloud.ec2.all_launch_templates[index.index()];
        let versions = wanted_versions(template, input)?;
        described.extend(
            versions
                .into_iter()
                .map(|version| cloud.describe_version(index, version)),
        );
    }
    Ok(DescribeLaunchTemplateVersionsOutput {
        launch_template_versions: described,
    })
}

/// Of all templates, only the latest and default versions can be asked for.
fn check_of_all(versions: &[String]) -> Result<(), ApiError> {
    let relative = |version: &String| version == "$Latest" || version == "$Default";
    if !versions.is_empty() && versions.iter().all(relative) {
        return Ok(());
    }
    Err(ApiError::missing_parameter(
        "LaunchTemplateId or LaunchTemplateName",
    ))
}

/// Newest first.
fn wanted_versions<'a>(
    template: &'a LaunchTemplate,
    input: &DescribeLaunchTemplateVersionsInput,
) -> Result<Vec<&'a TemplateVersion>, ApiError> {
    if !input.versions.is_empty() {
        let versions = input
            .versions
            .iter()
            .map(|text| template.version_or_refusal(text));
        return versions.collect();
    }
    let bound = |text: &Option<String>, default: u32| match text.as_deref() {
        None => Ok(default),
        Some(text) => template.version_or_refusal(text).map(|version| version.number),
    };
    let numbers = bound(&input.min_version, 0)?..=bound(&input.max_version, u32::MAX)?;
    let versions = template.versions.iter().rev();
    Ok(versions
        .filter(|version| numbers.contains(&version.number))
        .collect())
}

impl Cloud {
    pub(super) fn describe_launch_template(&self, index: LaunchTemplateIndex) -> TemplateShape {
        let template = &self.ec2.all_launch_templates[index.index()];
        TemplateShape {
            launch_template_id: Some(template.id.clone()),
            launch_template_name: Some(template.name.clone()),
            create_time: Some(Timestamp::of(template.created)),
            created_by: Some(defaults::created_by()),
            default_version_number: Some(template.default_version.into()),
            latest_version_number: Some(template.latest_version.into()),
            tags: tag::to_api(&template.tags),
        }
    }

    pub(super) fn describe_version(
        &self,
        index: LaunchTemplateIndex,
        version: &TemplateVersion,
    ) -> LaunchTemplateVersion {
        let template = &self.ec2.all_launch_templates[index.index()];
        LaunchTemplateVersion {
            launch_template_id: Some(template.id.clone()),
            launch_template_name: Some(template.name.clone()),
            version_number: Some(version.number.into()),
            version_description: version.description.clone(),
            create_time: Some(Timestamp::of(version.created)),
            created_by: Some(defaults::created_by()),
            default_version: Some(version.number == template.default_version),
            launch_template_data: Some(version.data.clone()),
        }
    }
}
