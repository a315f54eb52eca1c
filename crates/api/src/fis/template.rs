//! Experiment templates.

use crate::Timestamp;
use crate::shape::{Map, shapes};

/// What becomes of an experiment whose targets are nowhere.
pub const EMPTY_TARGET_MODES: &[&str] = &["fail", "skip"];
/// Whose resources an experiment breaks.
pub const ACCOUNT_TARGETING: &[&str] = &["single-account", "multi-account"];

shapes! {
    /// Makes an experiment template.
    pub struct CreateExperimentTemplateInput {
        /// Makes a second call with the same token answer with the first one's template.
        client_token: Option<String> = "clientToken" required length(1..=1_024),
        /// What it is for.
        description: Option<String> = "description" required length(0..=512),
        /// What stops the experiment; `none` if nothing does.
        stop_conditions: Vec<StopCondition> = "stopConditions" required,
        /// What may be broken, by names of your own.
        targets: Map<Target> = "targets",
        /// What is done, by names of your own.
        actions: Map<ActionSpec> = "actions" required,
        /// The role that the experiment acts as.
        role_arn: Option<String> = "roleArn" required length(20..=2_048),
        /// Tags for the template.
        tags: Map<String> = "tags" length(0..=50),
        /// How targets are resolved.
        experiment_options: Option<CreateOptions> = "experimentOptions",
    }
    without "logConfiguration experimentReportConfiguration"

    /// The template.
    pub struct CreateExperimentTemplateOutput {
        /// As it is now.
        experiment_template: Option<ExperimentTemplate> = "experimentTemplate",
    }

    /// What stops an experiment.
    pub struct StopCondition {
        /// `none`, or `aws:cloudwatch:alarm`.
        source: Option<String> = "source" required length(0..=64),
        /// The ARN of the alarm.
        value: Option<String> = "value" length(20..=2_048),
    }

    /// What may be broken.
    pub struct Target {
        /// The kind of resource: `aws:ec2:instance`.
        resource_type: Option<String> = "resourceType" required length(0..=128),
        /// These, by ARN.
        resource_arns: Vec<String> = "resourceArns" length(0..=5),
        /// Those with all of these tags.
        resource_tags: Map<String> = "resourceTags" length(0..=50),
        /// Of them, those that match every filter.
        filters: Vec<TargetFilter> = "filters",
        /// `ALL`, `COUNT(n)` or `PERCENT(n)` of what is left.
        selection_mode: Option<String> = "selectionMode" required length(0..=64),
        /// What else narrows the choice, by the kind of resource.
        parameters: Map<String> = "parameters",
    }

    /// Which resources.
    pub struct TargetFilter {
        /// Where to look in the answer that describes a resource: `Placement.AvailabilityZone`.
        path: Option<String> = "path" required length(0..=256),
        /// What may stand there.
        values: Vec<String> = "values" required,
    }

    /// What is done.
    pub struct ActionSpec {
        /// The kind of action: `aws:ec2:stop-instances`.
        action_id: Option<String> = "actionId" required length(0..=128),
        /// What it is for.
        description: Option<String> = "description" length(0..=512),
        /// How it is done.
        parameters: Map<String> = "parameters",
        /// To which targets, by name.
        targets: Map<String> = "targets",
        /// After which other actions, by name; at once if none.
        start_after: Vec<String> = "startAfter",
    }

    /// How targets are resolved.
    pub struct CreateOptions {
        /// Whose resources.
        account_targeting: Option<String> = "accountTargeting" one_of(ACCOUNT_TARGETING) default("single-account"),
        /// What happens if there are none.
        empty_target_resolution_mode: Option<String> = "emptyTargetResolutionMode" one_of(EMPTY_TARGET_MODES) default("fail"),
    }

    /// Changes an experiment template; experiments that were started from it stay as they are.
    pub struct UpdateExperimentTemplateInput {
        /// Which.
        id: Option<String> = "id" required length(0..=64),
        /// What it is for.
        description: Option<String> = "description" length(0..=512),
        /// What stops the experiment, instead of what did.
        stop_conditions: Vec<StopCondition> = "stopConditions",
        /// What may be broken, instead of what might.
        targets: Map<Target> = "targets",
        /// What is done, instead of what was.
        actions: Map<ActionUpdate> = "actions",
        /// The role that experiments act as.
        role_arn: Option<String> = "roleArn" length(20..=2_048),
        /// How targets are resolved.
        experiment_options: Option<UpdateOptions> = "experimentOptions",
    }
    without "logConfiguration experimentReportConfiguration"

    /// What is done.
    pub struct ActionUpdate {
        /// The kind of action; what it was if left out.
        action_id: Option<String> = "actionId" length(0..=128),
        /// What it is for.
        description: Option<String> = "description" length(0..=512),
        /// How it is done.
        parameters: Map<String> = "parameters",
        /// To which targets, by name.
        targets: Map<String> = "targets",
        /// After which other actions, by name; at once if none.
        start_after: Vec<String> = "startAfter",
    }

    /// How targets are resolved.
    pub struct UpdateOptions {
        /// What happens if there are none.
        empty_target_resolution_mode: Option<String> = "emptyTargetResolutionMode" one_of(EMPTY_TARGET_MODES),
    }

    /// The template.
    pub struct UpdateExperimentTemplateOutput {
        /// As it is now.
        experiment_template: Option<ExperimentTemplate> = "experimentTemplate",
    }

    /// Deletes an experiment template; its experiments stay.
    pub struct DeleteExperimentTemplateInput {
        /// Which.
        id: Option<String> = "id" required length(0..=64),
    }

    /// The template.
    pub struct DeleteExperimentTemplateOutput {
        /// As it was.
        experiment_template: Option<ExperimentTemplate> = "experimentTemplate",
    }

    /// Describes an experiment template.
    pub struct GetExperimentTemplateInput {
        /// Which.
        id: Option<String> = "id" required length(0..=64),
    }

    /// The template.
    pub struct GetExperimentTemplateOutput {
        /// As it is now.
        experiment_template: Option<ExperimentTemplate> = "experimentTemplate",
    }

    /// Lists experiment templates.
    pub struct ListExperimentTemplatesInput {
    }
    without "maxResults nextToken"

    /// The templates.
    pub struct ListExperimentTemplatesOutput {
        /// In the order in which they were made.
        experiment_templates: Vec<ExperimentTemplateSummary> = "experimentTemplates" always,
    }

    /// An experiment template in short.
    pub struct ExperimentTemplateSummary {
        /// `EXT…`.
        id: Option<String> = "id",
        /// Its name among all resources of AWS.
        arn: Option<String> = "arn",
        /// What it is for.
        description: Option<String> = "description",
        /// When it was made.
        creation_time: Option<Timestamp> = "creationTime",
        /// When it was last changed.
        last_update_time: Option<Timestamp> = "lastUpdateTime",
        /// Its tags.
        tags: Map<String> = "tags",
    }

    /// An experiment template.
    pub struct ExperimentTemplate {
        /// `EXT…`.
        id: Option<String> = "id",
        /// Its name among all resources of AWS.
        arn: Option<String> = "arn",
        /// What it is for.
        description: Option<String> = "description",
        /// What may be broken.
        targets: Map<Target> = "targets",
        /// What is done.
        actions: Map<ActionSpec> = "actions",
        /// What stops the experiment.
        stop_conditions: Vec<StopCondition> = "stopConditions",
        /// When it was made.
        creation_time: Option<Timestamp> = "creationTime",
        /// When it was last changed.
        last_update_time: Option<Timestamp> = "lastUpdateTime",
        /// The role that experiments act as.
        role_arn: Option<String> = "roleArn",
        /// Its tags.
        tags: Map<String> = "tags",
        /// How targets are resolved.
        experiment_options: Option<CreateOptions> = "experimentOptions",
        /// How many other accounts it is about.
        target_account_configurations_count: Option<i64> = "targetAccountConfigurationsCount",
    }
}
