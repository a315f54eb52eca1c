//! `autoscaling:ExecutePolicy`: lets a policy act at once, as its alarm would.

use api::ApiError;
use api::autoscaling::ExecutePolicyInput;

use super::policies::find;
use super::validation;
use crate::Cloud;
use crate::autoscaling::AlarmSignal;
use crate::autoscaling::policies::{PolicyKind, Step, Wait, no_step};
use crate::autoscaling::{GroupIndex, PolicyIndex};
use crate::cloudwatch::AlarmState;

pub(super) fn execute(cloud: &mut Cloud, input: &ExecutePolicyInput) -> Result<(), ApiError> {
    let index = find(cloud, input.group_name.as_deref(), input.policy_name.as_deref())?;
    let policy = &cloud.autoscaling.all_policies[index.index()];
    if !policy.enabled {
        return Err(validation(format!("Policy {} is disabled", policy.name)));
    }
    let values = input.metric_value.zip(input.breach_threshold);
    match &policy.kind {
        PolicyKind::Target { .. } => {
            return Err(validation(
                "ExecutePolicy is not supported for policy type: TargetTrackingScaling",
            ));
        }
        PolicyKind::Step { steps, .. } => check_step(input, steps, values)?,
        PolicyKind::Simple { .. } => check_simple(cloud, input, policy.group)?,
    }
    let why = format!("a user request executed policy {}", policy.name);
    let (metric, threshold) = values.unwrap_or_default();
    let signal = AlarmSignal {
        alarm_name: String::new(),
        state: AlarmState::Alarm,
        values: vec![metric],
        measured: cloud.now,
        threshold,
    };
    let group = &cloud.autoscaling.all_groups[policy.group.index()];
    let may = |wanted: &u32| !group.may_not_shrink_to(*wanted);
    let wanted = wanted(cloud, index, &signal).filter(may);
    let cause = cloud.accept();
    if let Some(wanted) = wanted {
        cloud.follow(index, wanted, &why, cause);
    }
    Ok(())
}

/// A user who does not ask for it to be honored is not held back by a cooldown.
fn wanted(cloud: &Cloud, index: PolicyIndex, signal: &AlarmSignal) -> Option<u32> {
    let policy = &cloud.autoscaling.all_policies[index.index()];
    let group = &cloud.autoscaling.all_groups[policy.group.index()];
    match &policy.kind {
        PolicyKind::Simple { adjustment, .. } => crate::autoscaling::policies::adjusted(group, *adjustment),
        _ => cloud.wanted(index, signal),
    }
}

fn check_step(
    input: &ExecutePolicyInput,
    steps: &[Step],
    values: Option<(f64, f64)>,
) -> Result<(), ApiError> {
    if input.honor_cooldown.is_some() {
        return Err(validation(
            "HonorCooldown is not supported for policy type: StepScaling",
        ));
    }
    let missing =
        || validation("MetricValue and BreachThreshold must be specified for policy type: StepScaling");
    let (metric, threshold) = values.ok_or_else(missing)?;
    let distance = metric - threshold;
    if !steps.iter().any(|step| step.holds(distance)) {
        return Err(validation(no_step(metric, distance)));
    }
    Ok(())
}

fn check_simple(cloud: &Cloud, input: &ExecutePolicyInput, group: GroupIndex) -> Result<(), ApiError> {
    let given = [
        ("MetricValue", input.metric_value.is_some()),
        ("BreachThreshold", input.breach_threshold.is_some()),
    ];
    if let Some((member, _)) = given.iter().find(|(_, given)| *given) {
        return Err(validation(format!(
            "{member} is not supported for policy type: SimpleScaling"
        )));
    }
    let waits = cloud
        .simple_scaling_waits(group)
        .filter(|_| input.honor_cooldown == Some(true));
    let in_progress = |message: String| Err(ApiError::new("ScalingActivityInProgress", message));
    match waits {
        None => Ok(()),
        Some(Wait::Activity(number)) => {
            let id = cloud.activity_id(number);
            in_progress(format!(
                "Scaling activity {id} is in progress and blocks this action"
            ))
        }
        Some(Wait::Cooldown) => in_progress("A cooldown is in progress and blocks this action".to_owned()),
    }
}
