//! Whether a template makes sense. AWS's codes; its sentences are not published, so they are ours.

use api::ApiError;
use api::Map;
use api::fis::{ActionSpec, StopCondition, Target};

use super::deed::check_parameters;
use super::target::Selection;
use super::{Deed, Spec, catalog, defaults};
use crate::Cloud;
use crate::ec2::defaults::ACCOUNT_ID;

pub(super) fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new("ValidationException", message)
}

/// Checks a whole specification.
///
/// # Errors
/// `ValidationException`, `ServiceQuotaExceededException`.
pub(super) fn check(cloud: &Cloud, spec: &Spec) -> Result<(), ApiError> {
    if !spec
        .role_arn
        .starts_with(&format!("arn:aws:iam::{ACCOUNT_ID}:role/"))
    {
        return Err(invalid(format!("Role {} cannot be assumed.", spec.role_arn)));
    }
    check_stop_conditions(cloud, &spec.stop_conditions)?;
    for (name, target) in &spec.targets.0 {
        check_target(name, target)?;
    }
    if spec.actions.0.len() > defaults::ACTIONS {
        let message = format!(
            "An experiment template can have at most {} actions.",
            defaults::ACTIONS
        );
        return Err(ApiError::new("ServiceQuotaExceededException", message));
    }
    for (name, action) in &spec.actions.0 {
        check_action(cloud, name, action, spec)?;
    }
    check_all_used(spec)?;
    check_order(&spec.actions)
}

fn check_stop_conditions(cloud: &Cloud, conditions: &[StopCondition]) -> Result<(), ApiError> {
    for condition in conditions {
        match (condition.source.as_deref(), condition.value.as_deref()) {
            (Some("none"), None) if conditions.len() == 1 => {}
            (Some("aws:cloudwatch:alarm"), Some(arn)) if cloud.alarm_with_arn(arn).is_some() => {}
            (Some("aws:cloudwatch:alarm"), Some(arn)) => {
                return Err(invalid(format!(
                    "The alarm of a stop condition was not found: {arn}."
                )));
            }
            (Some("aws:cloudwatch:alarm"), None) => {
                return Err(invalid(
                    "A stop condition with an alarm must have the alarm's ARN as its value.",
                ));
            }
            (source, _) => {
                let source = source.unwrap_or_default();
                return Err(invalid(format!("Invalid stop condition with source {source}.")));
            }
        }
    }
    Ok(())
}

fn check_target(name: &str, target: &Target) -> Result<(), ApiError> {
    let kind = target.resource_type.as_deref().unwrap_or_default();
    let kind = catalog::target(kind)
        .ok_or_else(|| invalid(format!("Target {name} has an unknown resource type: {kind}.")))?;
    let (by_arn, by_tag) = (
        !target.resource_arns.is_empty(),
        !target.resource_tags.0.is_empty(),
    );
    let narrows = !target.filters.is_empty() || !target.parameters.0.is_empty();
    if by_arn && (by_tag || narrows) {
        return Err(invalid(format!(
            "Target {name} has resourceArns and something else that selects resources."
        )));
    }
    if kind.name == catalog::ROLE && !by_arn {
        return Err(invalid(format!(
            "Target {name} of type {} must have resourceArns.",
            kind.name
        )));
    }
    if !by_arn && !by_tag && !narrows {
        return Err(invalid(format!(
            "Target {name} must have resourceArns, resourceTags, filters or parameters."
        )));
    }
    let known = |parameter: &String| kind.parameters.iter().any(|one| one.name == parameter);
    let mut given = target.parameters.0.iter().map(|(parameter, _)| parameter);
    if let Some(unknown) = given.find(|parameter| !known(parameter)) {
        return Err(invalid(format!(
            "Target {name} has an unknown parameter: {unknown}."
        )));
    }
    let mode = target.selection_mode.as_deref().unwrap_or_default();
    match Selection::read(mode) {
        Some(_) => Ok(()),
        None => Err(invalid(format!(
            "Target {name} has an invalid selection mode: {mode}."
        ))),
    }
}

fn check_action(cloud: &Cloud, name: &str, action: &ActionSpec, spec: &Spec) -> Result<(), ApiError> {
    let id = action.action_id.as_deref().unwrap_or_default();
    let kind = catalog::action(id)
        .ok_or_else(|| invalid(format!("Action {name} has an unknown action id: {id}.")))?;
    check_parameters(name, kind, action)?;
    let mut targets = action.targets.0.iter();
    match (kind.target, targets.next(), targets.next()) {
        (None, None, _) => {}
        (Some((key, resource_type)), Some((given, target)), None) if given == key => {
            let found = spec.targets.get(target);
            let found =
                found.ok_or_else(|| invalid(format!("Action {name} has an unknown target: {target}.")))?;
            if found.resource_type.as_deref() != Some(resource_type) {
                return Err(invalid(format!(
                    "Target {target} of action {name} is not of type {resource_type}."
                )));
            }
        }
        (Some((key, _)), ..) => {
            return Err(invalid(format!(
                "Action {name} must have exactly the target {key}."
            )));
        }
        (None, ..) => return Err(invalid(format!("Action {name} takes no targets."))),
    }
    Deed::read(cloud, name, action).map(drop)
}

fn check_all_used(spec: &Spec) -> Result<(), ApiError> {
    let mut used = spec.actions.0.iter().flat_map(|(_, action)| &action.targets.0);
    let mut names = spec.targets.0.iter().map(|(name, _)| name);
    let unused = names.find(|name| !used.any(|(_, target)| target == *name));
    match unused {
        Some(name) => Err(invalid(format!("Target {name} is not used by any action."))),
        None => Ok(()),
    }
}

/// Every action can begin: none waits for one that is not there, or for itself.
fn check_order(actions: &Map<ActionSpec>) -> Result<(), ApiError> {
    let mut begun: Vec<&str> = Vec::new();
    for (name, action) in &actions.0 {
        if let Some(unknown) = action
            .start_after
            .iter()
            .find(|other| actions.get(other).is_none())
        {
            return Err(invalid(format!(
                "Action {name} starts after an unknown action: {unknown}."
            )));
        }
    }
    loop {
        let can_begin = |action: &ActionSpec| {
            action
                .start_after
                .iter()
                .all(|other| begun.contains(&other.as_str()))
        };
        let mut waiting = actions
            .0
            .iter()
            .filter(|(name, _)| !begun.contains(&name.as_str()))
            .peekable();
        if waiting.peek().is_none() {
            return Ok(());
        }
        match waiting.find(|(_, action)| can_begin(action)) {
            Some((name, _)) => begun.push(name),
            None => {
                return Err(invalid(
                    "The actions of the template start after one another in a circle.",
                ));
            }
        }
    }
}
