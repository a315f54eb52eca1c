//! Experiment templates: made, deleted, described.

use api::fis::{
    ActionSpec, ActionUpdate, CreateExperimentTemplateInput, CreateExperimentTemplateOutput, CreateOptions,
    DeleteExperimentTemplateInput, DeleteExperimentTemplateOutput, ExperimentTemplate,
    ExperimentTemplateSummary, GetExperimentTemplateInput, GetExperimentTemplateOutput,
    ListExperimentTemplatesOutput, UpdateExperimentTemplateInput, UpdateExperimentTemplateOutput,
};
use api::{ApiError, Timestamp};

use super::{not_found, to_map};
use crate::Cloud;
use crate::fis::check::check;
use crate::fis::{Spec, Template, defaults};

pub(super) fn create(
    cloud: &mut Cloud,
    input: &CreateExperimentTemplateInput,
) -> Result<CreateExperimentTemplateOutput, ApiError> {
    let token = input.client_token.clone().unwrap_or_default();
    let spec = spec(input);
    let known = cloud
        .fis
        .templates()
        .find(|(_, template)| template.token == token);
    if let Some((_, template)) = known {
        if template.spec != spec {
            let message = "A template was made with this client token and other parameters.";
            return Err(ApiError::new("ConflictException", message));
        }
        let answer = described(cloud, template);
        cloud.accept();
        return Ok(answer);
    }
    check(cloud, &spec)?;
    if cloud.fis.templates().count() >= defaults::TEMPLATES {
        let message = "The maximum number of experiment templates has been reached.";
        return Err(ApiError::new("ServiceQuotaExceededException", message));
    }
    cloud.accept();
    let template = Template {
        id: cloud.fis_id("EXT", cloud.fis.all_templates.len()),
        spec,
        created: cloud.now,
        updated: cloud.now,
        tags: input.tags.0.clone(),
        token,
        deleted: false,
    };
    let answer = described(cloud, &template);
    cloud.fis.all_templates.push(template);
    Ok(answer)
}

fn described(cloud: &Cloud, template: &Template) -> CreateExperimentTemplateOutput {
    CreateExperimentTemplateOutput {
        experiment_template: Some(describe(cloud, template)),
    }
}

fn spec(input: &CreateExperimentTemplateInput) -> Spec {
    let options = input.experiment_options.as_ref();
    let mode = options.and_then(|options| options.empty_target_resolution_mode.as_deref());
    Spec {
        description: input.description.clone().unwrap_or_default(),
        stop_conditions: input.stop_conditions.clone(),
        targets: input.targets.clone(),
        actions: input.actions.clone(),
        role_arn: input.role_arn.clone().unwrap_or_default(),
        skips_empty: mode == Some("skip"),
    }
}

/// Parts that are given replace the old ones whole; our choice, AWS does not publish how it merges them.
pub(super) fn update(
    cloud: &mut Cloud,
    input: &UpdateExperimentTemplateInput,
) -> Result<UpdateExperimentTemplateOutput, ApiError> {
    let place = find(cloud, input.id.as_deref().unwrap_or_default())?;
    let spec = updated(&cloud.fis.all_templates[place].spec, input);
    check(cloud, &spec)?;
    cloud.accept();
    let template = &mut cloud.fis.all_templates[place];
    (template.spec, template.updated) = (spec, cloud.now);
    Ok(UpdateExperimentTemplateOutput {
        experiment_template: Some(describe(cloud, &cloud.fis.all_templates[place])),
    })
}

fn updated(old: &Spec, input: &UpdateExperimentTemplateInput) -> Spec {
    let mut spec = old.clone();
    let options = input.experiment_options.as_ref();
    let mode = options.and_then(|options| options.empty_target_resolution_mode.as_deref());
    spec.description
        .clone_from(input.description.as_ref().unwrap_or(&old.description));
    spec.role_arn
        .clone_from(input.role_arn.as_ref().unwrap_or(&old.role_arn));
    spec.skips_empty = mode.map_or(old.skips_empty, |mode| mode == "skip");
    if !input.stop_conditions.is_empty() {
        spec.stop_conditions.clone_from(&input.stop_conditions);
    }
    if !input.targets.0.is_empty() {
        spec.targets = input.targets.clone();
    }
    if !input.actions.0.is_empty() {
        let action = |(name, new): &(String, ActionUpdate)| (name.clone(), updated_action(old, name, new));
        spec.actions = input.actions.0.iter().map(action).collect();
    }
    spec
}

fn updated_action(old: &Spec, name: &str, new: &ActionUpdate) -> ActionSpec {
    let known = old.actions.get(name).and_then(|action| action.action_id.clone());
    ActionSpec {
        action_id: new.action_id.clone().or(known),
        description: new.description.clone(),
        parameters: new.parameters.clone(),
        targets: new.targets.clone(),
        start_after: new.start_after.clone(),
    }
}

pub(super) fn delete(
    cloud: &mut Cloud,
    input: &DeleteExperimentTemplateInput,
) -> Result<DeleteExperimentTemplateOutput, ApiError> {
    let place = find(cloud, input.id.as_deref().unwrap_or_default())?;
    let experiment_template = Some(describe(cloud, &cloud.fis.all_templates[place]));
    cloud.accept();
    cloud.fis.all_templates[place].deleted = true;
    Ok(DeleteExperimentTemplateOutput { experiment_template })
}

pub(super) fn get(
    cloud: &Cloud,
    input: &GetExperimentTemplateInput,
) -> Result<GetExperimentTemplateOutput, ApiError> {
    let place = find(cloud, input.id.as_deref().unwrap_or_default())?;
    Ok(GetExperimentTemplateOutput {
        experiment_template: Some(describe(cloud, &cloud.fis.all_templates[place])),
    })
}

pub(super) fn list(cloud: &Cloud) -> ListExperimentTemplatesOutput {
    let summary = |(_, template): (usize, &Template)| {
        let full = describe(cloud, template);
        ExperimentTemplateSummary {
            id: full.id,
            arn: full.arn,
            description: full.description,
            creation_time: full.creation_time,
            last_update_time: full.last_update_time,
            tags: full.tags,
        }
    };
    ListExperimentTemplatesOutput {
        experiment_templates: cloud.fis.templates().map(summary).collect(),
    }
}

/// The template with this id, by its place among all.
///
/// # Errors
/// `ResourceNotFoundException`.
pub(super) fn find(cloud: &Cloud, id: &str) -> Result<usize, ApiError> {
    let found = cloud.fis.templates().find(|(_, template)| template.id == id);
    found
        .map(|(place, _)| place)
        .ok_or_else(|| not_found("Experiment template", id))
}

fn describe(cloud: &Cloud, template: &Template) -> ExperimentTemplate {
    let spec = &template.spec;
    let mode = if spec.skips_empty { "skip" } else { "fail" };
    ExperimentTemplate {
        id: Some(template.id.clone()),
        arn: Some(cloud.fis_arn("experiment-template", &template.id)),
        description: Some(spec.description.clone()),
        targets: spec.targets.clone(),
        actions: spec.actions.clone(),
        stop_conditions: spec.stop_conditions.clone(),
        creation_time: Some(Timestamp::of(template.created)),
        last_update_time: Some(Timestamp::of(template.updated)),
        role_arn: Some(spec.role_arn.clone()),
        tags: to_map(&template.tags),
        experiment_options: Some(CreateOptions {
            account_targeting: Some("single-account".to_owned()),
            empty_target_resolution_mode: Some(mode.to_owned()),
        }),
        target_account_configurations_count: Some(0),
    }
}
