//! The actions and kinds of targets that there are.

use crate::shape::{Map, shapes};

shapes! {
    /// Lists the actions that there are.
    pub struct ListActionsInput {
    }
    without "maxResults nextToken"

    /// The actions.
    pub struct ListActionsOutput {
        /// By id.
        actions: Vec<ActionSummary> = "actions" always,
    }

    /// An action in short.
    pub struct ActionSummary {
        /// Such as `aws:ec2:stop-instances`.
        id: Option<String> = "id",
        /// Its name among all resources of AWS.
        arn: Option<String> = "arn",
        /// What it does.
        description: Option<String> = "description",
        /// The kinds of targets that it takes.
        targets: Map<ActionTarget> = "targets",
        /// Its tags.
        tags: Map<String> = "tags",
    }

    /// A kind of target that an action takes.
    pub struct ActionTarget {
        /// Such as `aws:ec2:instance`.
        resource_type: Option<String> = "resourceType",
    }

    /// Describes an action.
    pub struct GetActionInput {
        /// Which.
        id: Option<String> = "id" required length(0..=128),
    }

    /// The action.
    pub struct GetActionOutput {
        /// In full.
        action: Option<Action> = "action",
    }

    /// An action.
    pub struct Action {
        /// Such as `aws:ec2:stop-instances`.
        id: Option<String> = "id",
        /// Its name among all resources of AWS.
        arn: Option<String> = "arn",
        /// What it does.
        description: Option<String> = "description",
        /// What can be said about how.
        parameters: Map<ActionParameter> = "parameters",
        /// The kinds of targets that it takes.
        targets: Map<ActionTarget> = "targets",
        /// Its tags.
        tags: Map<String> = "tags",
    }

    /// Something that can be said about an action.
    pub struct ActionParameter {
        /// What it means.
        description: Option<String> = "description",
        /// Whether it must be said.
        required: Option<bool> = "required",
    }

    /// Lists the kinds of targets that there are.
    pub struct ListTargetResourceTypesInput {
    }
    without "maxResults nextToken"

    /// The kinds.
    pub struct ListTargetResourceTypesOutput {
        /// By name.
        target_resource_types: Vec<TargetResourceTypeSummary> = "targetResourceTypes" always,
    }

    /// A kind of target in short.
    pub struct TargetResourceTypeSummary {
        /// Such as `aws:ec2:instance`.
        resource_type: Option<String> = "resourceType",
        /// What it is.
        description: Option<String> = "description",
    }

    /// Describes a kind of target.
    pub struct GetTargetResourceTypeInput {
        /// Which.
        resource_type: Option<String> = "resourceType" required length(0..=128),
    }

    /// The kind.
    pub struct GetTargetResourceTypeOutput {
        /// In full.
        target_resource_type: Option<TargetResourceType> = "targetResourceType",
    }

    /// A kind of target.
    pub struct TargetResourceType {
        /// Such as `aws:ec2:instance`.
        resource_type: Option<String> = "resourceType",
        /// What it is.
        description: Option<String> = "description",
        /// What can be said to narrow the choice.
        parameters: Map<TargetResourceTypeParameter> = "parameters",
    }

    /// Something that can be said about a kind of target.
    pub struct TargetResourceTypeParameter {
        /// What it means.
        description: Option<String> = "description",
        /// Whether it must be said.
        required: Option<bool> = "required",
    }

    /// What `AWSFIS-Run-CPU-Stress` can be told.
    pub struct CpuStressParameters {
        /// How many seconds it lasts.
        duration_seconds: Option<String> = "DurationSeconds" needed,
        /// How many vCPUs; 0 for all.
        cpu: Option<String> = "CPU",
        /// How many percent of them.
        load_percent: Option<String> = "LoadPercent",
        /// Whether to install what it needs first.
        install_dependencies: Option<String> = "InstallDependencies",
    }
}
