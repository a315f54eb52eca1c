//! `CreateLaunchTemplate`, `CreateLaunchTemplateVersion`, `ModifyLaunchTemplate`, `DeleteLaunchTemplate` and
//! `DeleteLaunchTemplateVersions`.
//!
//! Source: EC2 API Reference, the operations named; EC2 User Guide, "Restrictions for launch templates". What a template
//! says is not checked before something is launched from it, as on AWS.

use api::ApiError;
use api::ec2::{
    CreateLaunchTemplateInput, CreateLaunchTemplateOutput, CreateLaunchTemplateVersionInput,
    CreateLaunchTemplateVersionOutput, DeleteLaunchTemplateInput, DeleteLaunchTemplateOutput,
    DeleteLaunchTemplateVersionsInput, DeleteLaunchTemplateVersionsOutput, DeletedVersion, KeptVersion,
    ModifyLaunchTemplateInput, ModifyLaunchTemplateOutput, ResponseError,
};

use crate::Cloud;
use crate::ec2::launch_template::over_source;
use crate::ec2::{LaunchTemplate, LaunchTemplateIndex, TemplateVersion, defaults, tag};
use crate::ids::{IdOf, id};

pub(super) fn create_launch_template(
    cloud: &mut Cloud,
    input: &CreateLaunchTemplateInput,
) -> Result<CreateLaunchTemplateOutput, ApiError> {
    let name = input.launch_template_name.as_deref().unwrap_or_default();
    check_name(name)?;
    check_new(cloud, name)?;
    let tags = tag::read_specifications(&input.tag_specifications, "launch-template")?;
    cloud.accept();
    let index = LaunchTemplateIndex(cloud.ec2.all_launch_templates.len() as u32);
    let first = TemplateVersion {
        number: 1,
        description: input.version_description.clone(),
        created: cloud.now,
        data: input.launch_template_data.clone().unwrap_or_default(),
    };
    let template = LaunchTemplate {
        id: id(cloud.seed, IdOf::LaunchTemplate, index.index() as u64),
        name: name.to_owned(),
        created: cloud.now,
        tags,
        default_version: 1,
        latest_version: 1,
        versions: vec![first],
        deleted: false,
    };
    cloud.ec2.all_launch_templates.push(template);
    Ok(CreateLaunchTemplateOutput {
        launch_template: Some(cloud.describe_launch_template(index)),
    })
}

fn check_name(name: &str) -> Result<(), ApiError> {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "().-/_".contains(letter);
    if (3..=128).contains(&name.len()) && name.chars().all(allowed) {
        return Ok(());
    }
    let message = format!(
        "The launch template name '{name}' is not valid. It must have 3 to 128 characters: letters, digits and ( ) . - / _"
    );
    Err(ApiError::new(
        "InvalidLaunchTemplateName.MalformedException",
        message,
    ))
}

fn check_new(cloud: &Cloud, name: &str) -> Result<(), ApiError> {
    let templates = cloud.ec2.launch_templates();
    if templates.count() >= defaults::LAUNCH_TEMPLATES {
        let message = "The maximum number of launch templates has been reached.";
        return Err(ApiError::new("LaunchTemplateLimitExceeded", message));
    }
    if cloud.ec2.launch_template_named(name).is_ok() {
        let message = "Launch template name already in use.";
        return Err(ApiError::new(
            "InvalidLaunchTemplateName.AlreadyExistsException",
            message,
        ));
    }
    Ok(())
}

pub(super) fn create_launch_template_version(
    cloud: &mut Cloud,
    input: &CreateLaunchTemplateVersionInput,
) -> Result<CreateLaunchTemplateVersionOutput, ApiError> {
    let index = cloud.ec2.launch_template_of(
        input.launch_template_id.as_deref(),
        input.launch_template_name.as_deref(),
    )?;
    let template = &cloud.ec2.all_launch_templates[index.index()];
    let mut data = input.launch_template_data.clone().unwrap_or_default();
    if let Some(source) = &input.source_version {
        data = over_source(&data, &template.version_or_refusal(source)?.data);
    }
    cloud.accept();
    let created = cloud.now;
    let template = &mut cloud.ec2.all_launch_templates[index.index()];
    template.latest_version += 1;
    template.versions.push(TemplateVersion {
        number: template.latest_version,
        description: input.version_description.clone(),
        created,
        data,
    });
    let version = &cloud.ec2.all_launch_templates[index.index()].versions;
    let version = version.last().expect("it was just added");
    Ok(CreateLaunchTemplateVersionOutput {
        launch_template_version: Some(cloud.describe_version(index, version)),
    })
}

pub(super) fn modify_launch_template(
    cloud: &mut Cloud,
    input: &ModifyLaunchTemplateInput,
) -> Result<ModifyLaunchTemplateOutput, ApiError> {
    let index = cloud.ec2.launch_template_of(
        input.launch_template_id.as_deref(),
        input.launch_template_name.as_deref(),
    )?;
    let template = &cloud.ec2.all_launch_templates[index.index()];
    let wanted = input.default_version.as_deref();
    let number = wanted
        .map(|version| template.version_or_refusal(version))
        .transpose()?;
    let number = number.map_or(template.default_version, |version| version.number);
    cloud.accept();
    cloud.ec2.all_launch_templates[index.index()].default_version = number;
    Ok(ModifyLaunchTemplateOutput {
        launch_template: Some(cloud.describe_launch_template(index)),
    })
}

pub(super) fn delete_launch_template(
    cloud: &mut Cloud,
    input: &DeleteLaunchTemplateInput,
) -> Result<DeleteLaunchTemplateOutput, ApiError> {
    let index = cloud.ec2.launch_template_of(
        input.launch_template_id.as_deref(),
        input.launch_template_name.as_deref(),
    )?;
    cloud.accept();
    let described = cloud.describe_launch_template(index);
    cloud.ec2.all_launch_templates[index.index()].deleted = true;
    Ok(DeleteLaunchTemplateOutput {
        launch_template: Some(described),
    })
}

/// Each version is deleted or not for itself: one that is not there, or is the default, stops no other.
pub(super) fn delete_launch_template_versions(
    cloud: &mut Cloud,
    input: &DeleteLaunchTemplateVersionsInput,
) -> Result<DeleteLaunchTemplateVersionsOutput, ApiError> {
    let index = cloud.ec2.launch_template_of(
        input.launch_template_id.as_deref(),
        input.launch_template_name.as_deref(),
    )?;
    cloud.accept();
    let mut output = DeleteLaunchTemplateVersionsOutput::default();
    for text in &input.versions {
        let template = &mut cloud.ec2.all_launch_templates[index.index()];
        let number = text.parse().unwrap_or(0);
        match why_not(template, number) {
            None => {
                template.versions.retain(|version| version.number != number);
                output.deleted.push(DeletedVersion {
                    launch_template_id: Some(template.id.clone()),
                    launch_template_name: Some(template.name.clone()),
                    version_number: Some(number.into()),
                });
            }
            Some(error) => output.kept.push(KeptVersion {
                launch_template_id: Some(template.id.clone()),
                launch_template_name: Some(template.name.clone()),
                version_number: Some(number.into()),
                response_error: Some(error),
            }),
        }
    }
    Ok(output)
}

fn why_not(template: &LaunchTemplate, number: u32) -> Option<ResponseError> {
    let error = |code: &str, message: String| {
        Some(ResponseError {
            code: Some(code.to_owned()),
            message: Some(message),
        })
    };
    if !template.versions.iter().any(|version| version.number == number) {
        let message = format!("Could not find launch template version {number}");
        return error("launchTemplateVersionDoesNotExist", message);
    }
    (template.default_version == number).then_some(())?;
    error("unexpectedError", "Cannot delete the default version".to_owned())
}
