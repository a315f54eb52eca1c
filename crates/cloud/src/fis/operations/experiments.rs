//! Experiments: started, stopped, described.

use api::fis::{
    Experiment as ExperimentShape, ExperimentAction, ExperimentOptions, ExperimentSummary,
    GetExperimentInput, GetExperimentOutput, ListExperimentsInput, ListExperimentsOutput,
    StartExperimentInput, StartExperimentOutput, State, StopExperimentInput, StopExperimentOutput,
};
use api::{ApiError, Timestamp};
use des::{SimTime, Ticket};

use super::{not_found, templates, to_map};
use crate::Cloud;
use crate::fact::FactId;
use crate::fis::check::invalid;
use crate::fis::{Action, Deed, Experiment, ExperimentIndex, Spec, Status, defaults};

pub(super) fn start(
    cloud: &mut Cloud,
    input: &StartExperimentInput,
) -> Result<StartExperimentOutput, ApiError> {
    let token = input.client_token.clone().unwrap_or_default();
    let template = input.experiment_template_id.clone().unwrap_or_default();
    if let Some(known) = cloud
        .fis
        .experiments
        .iter()
        .find(|experiment| experiment.token == token)
    {
        if known.template != template {
            let message = "An experiment was started with this client token and another template.";
            return Err(ApiError::new("ConflictException", message));
        }
        let experiment = Some(describe(cloud, known));
        cloud.accept();
        return Ok(StartExperimentOutput { experiment });
    }
    let place = templates::find(cloud, &template)?;
    let going_on = cloud
        .fis
        .experiments
        .iter()
        .filter(|experiment| !experiment.status.is_final());
    if going_on.count() >= defaults::EXPERIMENTS {
        let message = "The maximum number of active experiments has been reached.";
        return Err(ApiError::new("ServiceQuotaExceededException", message));
    }
    let spec = cloud.fis.all_templates[place].spec.clone();
    let actions = actions(cloud, &spec)?;
    let cause = cloud.accept();
    let index = add(cloud, input, spec, actions, cause);
    Ok(StartExperimentOutput {
        experiment: Some(describe(cloud, cloud.fis.experiment(index))),
    })
}

fn actions(cloud: &Cloud, spec: &Spec) -> Result<Vec<Action>, ApiError> {
    let action = |(name, action): &(String, api::fis::ActionSpec)| {
        Ok(Action {
            name: name.clone(),
            status: Status::Pending,
            reason: "Initial state".to_owned(),
            started: None,
            ended: None,
            deed: Deed::read(cloud, name, action)?,
            resources: Vec::new(),
            faults: Vec::new(),
            stopped: Vec::new(),
            due: Ticket::NONE,
        })
    };
    spec.actions.0.iter().map(action).collect()
}

fn add(
    cloud: &mut Cloud,
    input: &StartExperimentInput,
    spec: Spec,
    actions: Vec<Action>,
    cause: FactId,
) -> ExperimentIndex {
    let place = cloud.fis.experiments.len();
    let mode = input
        .experiment_options
        .as_ref()
        .and_then(|options| options.actions_mode.as_deref());
    cloud.fis.experiments.push(Experiment {
        id: cloud.fis_id("EXP", place),
        template: input.experiment_template_id.clone().unwrap_or_default(),
        spec,
        status: Status::Pending,
        reason: String::new(),
        created: cloud.now,
        started: None,
        ended: None,
        actions,
        cause,
        tags: input.tags.0.clone(),
        token: input.client_token.clone().unwrap_or_default(),
        skips_actions: mode == Some("skip-all"),
        end: (Status::Stopped, String::new()),
        step: Ticket::NONE,
    });
    let index = ExperimentIndex(place as u32);
    cloud.enter_experiment(index, Status::Pending, "Experiment is pending.");
    cloud.await_experiment_step(index);
    index
}

pub(super) fn stop(cloud: &mut Cloud, input: &StopExperimentInput) -> Result<StopExperimentOutput, ApiError> {
    let index = find(cloud, input.id.as_deref().unwrap_or_default())?;
    let experiment = cloud.fis.experiment(index);
    if experiment.status.is_final() || experiment.status == Status::Stopping {
        let status = experiment.status.name();
        return Err(invalid(format!(
            "Experiment {} is {status} and cannot be stopped.",
            experiment.id
        )));
    }
    let cause = cloud.accept();
    cloud.halt(index, Status::Stopped, "Experiment stopped by user.", cause);
    Ok(StopExperimentOutput {
        experiment: Some(describe(cloud, cloud.fis.experiment(index))),
    })
}

pub(super) fn get(cloud: &Cloud, input: &GetExperimentInput) -> Result<GetExperimentOutput, ApiError> {
    let index = find(cloud, input.id.as_deref().unwrap_or_default())?;
    Ok(GetExperimentOutput {
        experiment: Some(describe(cloud, cloud.fis.experiment(index))),
    })
}

pub(super) fn list(cloud: &Cloud, input: &ListExperimentsInput) -> ListExperimentsOutput {
    let asked = |experiment: &&Experiment| {
        let template = input.experiment_template_id.as_ref();
        template.is_none_or(|template| *template == experiment.template)
    };
    let summary = |experiment: &Experiment| {
        let full = describe(cloud, experiment);
        ExperimentSummary {
            id: full.id,
            arn: full.arn,
            experiment_template_id: full.experiment_template_id,
            state: full.state,
            creation_time: full.creation_time,
            tags: full.tags,
            experiment_options: full.experiment_options,
        }
    };
    ListExperimentsOutput {
        experiments: cloud.fis.experiments.iter().filter(asked).map(summary).collect(),
    }
}

fn find(cloud: &Cloud, id: &str) -> Result<ExperimentIndex, ApiError> {
    cloud
        .fis
        .experiment_with_id(id)
        .ok_or_else(|| not_found("Experiment", id))
}

fn describe(cloud: &Cloud, experiment: &Experiment) -> ExperimentShape {
    let spec = &experiment.spec;
    let actions = experiment.actions.iter().zip(&spec.actions.0);
    ExperimentShape {
        id: Some(experiment.id.clone()),
        arn: Some(cloud.fis_arn("experiment", &experiment.id)),
        experiment_template_id: Some(experiment.template.clone()),
        role_arn: Some(spec.role_arn.clone()),
        state: Some(state(experiment.status, &experiment.reason)),
        targets: spec.targets.clone(),
        actions: actions
            .map(|(action, (name, spec))| (name.clone(), describe_action(action, spec)))
            .collect(),
        stop_conditions: spec.stop_conditions.clone(),
        creation_time: Some(Timestamp::of(experiment.created)),
        start_time: time(experiment.started),
        end_time: time(experiment.ended),
        tags: to_map(&experiment.tags),
        experiment_options: Some(options(experiment)),
        target_account_configurations_count: Some(0),
    }
}

fn describe_action(action: &Action, spec: &api::fis::ActionSpec) -> ExperimentAction {
    ExperimentAction {
        action_id: spec.action_id.clone(),
        description: spec.description.clone(),
        parameters: spec.parameters.clone(),
        targets: spec.targets.clone(),
        start_after: spec.start_after.clone(),
        state: Some(state(action.status, &action.reason)),
        start_time: time(action.started),
        end_time: time(action.ended),
    }
}

fn options(experiment: &Experiment) -> ExperimentOptions {
    let text = |truth: bool, yes: &str, no: &str| Some(if truth { yes } else { no }.to_owned());
    ExperimentOptions {
        account_targeting: Some("single-account".to_owned()),
        empty_target_resolution_mode: text(experiment.spec.skips_empty, "skip", "fail"),
        actions_mode: text(experiment.skips_actions, "skip-all", "run-all"),
    }
}

fn state(status: Status, reason: &str) -> State {
    State {
        status: Some(status.name().to_owned()),
        reason: Some(reason.to_owned()),
    }
}

fn time(at: Option<SimTime>) -> Option<Timestamp> {
    at.map(Timestamp::of)
}
