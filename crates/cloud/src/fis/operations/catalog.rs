//! The actions and kinds of targets, described.

use api::fis::{
    Action, ActionParameter, ActionSummary, ActionTarget, GetActionInput, GetActionOutput,
    GetTargetResourceTypeInput, GetTargetResourceTypeOutput, ListActionsOutput,
    ListTargetResourceTypesOutput, TargetResourceType, TargetResourceTypeParameter,
    TargetResourceTypeSummary,
};
use api::{ApiError, Map};

use super::not_found;
use crate::Cloud;
use crate::fis::catalog::{self, ActionKind, TargetKind};

pub(super) fn list_actions(cloud: &Cloud) -> ListActionsOutput {
    let summary = |kind: &ActionKind| ActionSummary {
        id: Some(kind.id.to_owned()),
        arn: Some(cloud.fis_arn("action", kind.id)),
        description: Some(kind.doc.to_owned()),
        targets: targets(kind),
        tags: Map::default(),
    };
    ListActionsOutput {
        actions: catalog::ACTIONS.iter().map(summary).collect(),
    }
}

pub(super) fn get_action(cloud: &Cloud, input: &GetActionInput) -> Result<GetActionOutput, ApiError> {
    let id = input.id.as_deref().unwrap_or_default();
    let kind = catalog::action(id).ok_or_else(|| not_found("Action", id))?;
    let parameter = |one: &catalog::Parameter| {
        let shape = ActionParameter {
            description: Some(one.doc.to_owned()),
            required: Some(one.required),
        };
        (one.name.to_owned(), shape)
    };
    Ok(GetActionOutput {
        action: Some(Action {
            id: Some(kind.id.to_owned()),
            arn: Some(cloud.fis_arn("action", kind.id)),
            description: Some(kind.doc.to_owned()),
            parameters: kind.parameters.iter().map(parameter).collect(),
            targets: targets(kind),
            tags: Map::default(),
        }),
    })
}

fn targets(kind: &ActionKind) -> Map<ActionTarget> {
    let target = |(key, resource_type): (&str, &str)| {
        let shape = ActionTarget {
            resource_type: Some(resource_type.to_owned()),
        };
        (key.to_owned(), shape)
    };
    kind.target.into_iter().map(target).collect()
}

pub(super) fn list_targets() -> ListTargetResourceTypesOutput {
    let summary = |kind: &TargetKind| TargetResourceTypeSummary {
        resource_type: Some(kind.name.to_owned()),
        description: Some(kind.doc.to_owned()),
    };
    ListTargetResourceTypesOutput {
        target_resource_types: catalog::TARGETS.iter().map(summary).collect(),
    }
}

pub(super) fn get_target(
    input: &GetTargetResourceTypeInput,
) -> Result<GetTargetResourceTypeOutput, ApiError> {
    let name = input.resource_type.as_deref().unwrap_or_default();
    let kind = catalog::target(name).ok_or_else(|| not_found("Target resource type", name))?;
    let parameter = |one: &catalog::Parameter| {
        let shape = TargetResourceTypeParameter {
            description: Some(one.doc.to_owned()),
            required: Some(one.required),
        };
        (one.name.to_owned(), shape)
    };
    Ok(GetTargetResourceTypeOutput {
        target_resource_type: Some(TargetResourceType {
            resource_type: Some(kind.name.to_owned()),
            description: Some(kind.doc.to_owned()),
            parameters: kind.parameters.iter().map(parameter).collect(),
        }),
    })
}
