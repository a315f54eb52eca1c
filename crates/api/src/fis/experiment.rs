//! Experiments.

use super::{StopCondition, Target};
use crate::Timestamp;
use crate::shape::{Map, shapes};

/// Whether actions are done, or only their targets resolved.
pub const ACTIONS_MODES: &[&str] = &["skip-all", "run-all"];

shapes! {
    /// Starts an experiment.
    pub struct StartExperimentInput {
        /// Makes a second call with the same token answer with the first one's experiment.
        client_token: Option<String> = "clientToken" required length(1..=1_024),
        /// From which template.
        experiment_template_id: Option<String> = "experimentTemplateId" required length(0..=64),
        /// Whether to do more than to look.
        experiment_options: Option<StartOptions> = "experimentOptions",
        /// Tags for the experiment.
        tags: Map<String> = "tags" length(0..=50),
    }

    /// Whether to do more than to look.
    pub struct StartOptions {
        /// `run-all` does the actions, `skip-all` only resolves their targets.
        actions_mode: Option<String> = "actionsMode" one_of(ACTIONS_MODES) default("run-all"),
    }

    /// The experiment.
    pub struct StartExperimentOutput {
        /// As it is now.
        experiment: Option<Experiment> = "experiment",
    }

    /// Stops an experiment, and undoes what can be undone.
    pub struct StopExperimentInput {
        /// Which.
        id: Option<String> = "id" required length(0..=64),
    }

    /// The experiment.
    pub struct StopExperimentOutput {
        /// As it is now.
        experiment: Option<Experiment> = "experiment",
    }

    /// Describes an experiment.
    pub struct GetExperimentInput {
        /// Which.
        id: Option<String> = "id" required length(0..=64),
    }

    /// The experiment.
    pub struct GetExperimentOutput {
        /// As it is now.
        experiment: Option<Experiment> = "experiment",
    }

    /// Lists experiments.
    pub struct ListExperimentsInput {
        /// Those from this template; all if left out.
        experiment_template_id: Option<String> = "experimentTemplateId" length(0..=64),
    }
    without "maxResults nextToken"

    /// The experiments.
    pub struct ListExperimentsOutput {
        /// In the order in which they were started.
        experiments: Vec<ExperimentSummary> = "experiments" always,
    }

    /// An experiment in short.
    pub struct ExperimentSummary {
        /// `EXP…`.
        id: Option<String> = "id",
        /// Its name among all resources of AWS.
        arn: Option<String> = "arn",
        /// Its template.
        experiment_template_id: Option<String> = "experimentTemplateId",
        /// How far it is.
        state: Option<State> = "state",
        /// When it was started.
        creation_time: Option<Timestamp> = "creationTime",
        /// Its tags.
        tags: Map<String> = "tags",
        /// How it is done.
        experiment_options: Option<ExperimentOptions> = "experimentOptions",
    }

    /// An experiment.
    pub struct Experiment {
        /// `EXP…`.
        id: Option<String> = "id",
        /// Its name among all resources of AWS.
        arn: Option<String> = "arn",
        /// Its template.
        experiment_template_id: Option<String> = "experimentTemplateId",
        /// The role that it acts as.
        role_arn: Option<String> = "roleArn",
        /// How far it is.
        state: Option<State> = "state",
        /// What may be broken.
        targets: Map<Target> = "targets",
        /// What is done.
        actions: Map<ExperimentAction> = "actions",
        /// What stops it.
        stop_conditions: Vec<StopCondition> = "stopConditions",
        /// When it was asked for.
        creation_time: Option<Timestamp> = "creationTime",
        /// When it began.
        start_time: Option<Timestamp> = "startTime",
        /// When it ended.
        end_time: Option<Timestamp> = "endTime",
        /// Its tags.
        tags: Map<String> = "tags",
        /// How it is done.
        experiment_options: Option<ExperimentOptions> = "experimentOptions",
        /// How many other accounts it is about.
        target_account_configurations_count: Option<i64> = "targetAccountConfigurationsCount",
    }

    /// How far an experiment or an action is.
    pub struct State {
        /// In a word.
        status: Option<String> = "status",
        /// In a sentence.
        reason: Option<String> = "reason",
    }

    /// An action of an experiment.
    pub struct ExperimentAction {
        /// The kind of action.
        action_id: Option<String> = "actionId",
        /// What it is for.
        description: Option<String> = "description",
        /// How it is done.
        parameters: Map<String> = "parameters",
        /// To which targets.
        targets: Map<String> = "targets",
        /// After which other actions.
        start_after: Vec<String> = "startAfter",
        /// How far it is.
        state: Option<State> = "state",
        /// When it began.
        start_time: Option<Timestamp> = "startTime",
        /// When it ended.
        end_time: Option<Timestamp> = "endTime",
    }

    /// How an experiment is done.
    pub struct ExperimentOptions {
        /// Whose resources.
        account_targeting: Option<String> = "accountTargeting",
        /// What happens if there are no targets.
        empty_target_resolution_mode: Option<String> = "emptyTargetResolutionMode",
        /// Whether actions are done.
        actions_mode: Option<String> = "actionsMode",
    }
}
