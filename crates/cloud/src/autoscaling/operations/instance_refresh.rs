//! Instance refreshes: begun, stopped, taken back, described.

use api::autoscaling::{
    CancelInstanceRefreshInput, CancelInstanceRefreshOutput, DescribeInstanceRefreshesInput,
    DescribeInstanceRefreshesOutput, DesiredConfiguration, InstanceRefresh, LaunchTemplateSpecification,
    RefreshPreferences, RollbackDetails, RollbackInstanceRefreshInput, RollbackInstanceRefreshOutput,
    StartInstanceRefreshInput, StartInstanceRefreshOutput,
};
use api::{ApiError, Timestamp};

use super::page::Page;
use super::settings::check_template;
use super::{group, live_group, validation};
use crate::Cloud;
use crate::autoscaling::instance_refresh::{Refresh, RefreshStatus, Rollback};
use crate::autoscaling::{Group, GroupIndex, GroupSpec, defaults};

pub(super) fn start(
    cloud: &mut Cloud,
    input: &StartInstanceRefreshInput,
) -> Result<StartInstanceRefreshOutput, ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let group = cloud.autoscaling.group(index);
    if group.refresh().is_some() {
        let message =
            "An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.";
        return Err(ApiError::new("InstanceRefreshInProgress", message));
    }
    let desired = input
        .desired
        .as_ref()
        .and_then(|desired| desired.launch_template.clone());
    if let Some(template) = &desired {
        check_template(cloud, template)?;
    }
    let written = input.preferences.clone().unwrap_or_default();
    check_preferences(&group.spec, &written, desired.as_ref())?;
    let preferences = filled(&group.spec, written);
    let cause = cloud.accept();
    let id = cloud.uuid((3 << 48) | cloud.autoscaling.refreshes_begun);
    cloud.autoscaling.refreshes_begun += 1;
    let now = cloud.now;
    let refreshes = &mut cloud.autoscaling.group_mut(index).refreshes;
    refreshes.drain(..(refreshes.len() + 1).saturating_sub(defaults::REFRESHES_KEPT));
    refreshes.push(Refresh {
        id: id.clone(),
        status: RefreshStatus::Pending,
        reason: None,
        start: now,
        end: None,
        preferences,
        desired,
        total: 0,
        left: 0,
        rollback: None,
        since: now,
        passed: 0,
        pause_until: now,
        progressed: now,
        cause,
    });
    cloud.enter_refresh(index, RefreshStatus::Pending, cause);
    Ok(StartInstanceRefreshOutput { refresh_id: Some(id) })
}

/// Our choice of words.
fn check_preferences(
    spec: &GroupSpec,
    written: &RefreshPreferences,
    desired: Option<&LaunchTemplateSpecification>,
) -> Result<(), ApiError> {
    let rising = written.checkpoints.windows(2).all(|pair| pair[0] < pair[1]);
    let within = written
        .checkpoints
        .iter()
        .all(|percent| (1..=100).contains(percent));
    if !rising || !within {
        return Err(validation(
            "CheckpointPercentages must be unique numbers from 1 to 100 in ascending order.",
        ));
    }
    let least = written.min_healthy.unwrap_or(defaults::REFRESH_MIN_HEALTHY);
    if written.max_healthy.is_some_and(|most| most - least > 100) {
        return Err(validation(
            "The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be greater than 100.",
        ));
    }
    if written.auto_rollback == Some(true) && !can_go_back(spec, desired) {
        return Err(validation(
            "AutoRollback needs a DesiredConfiguration, and a group whose launch template has a numbered version.",
        ));
    }
    Ok(())
}

/// Whether what was before can be launched again: only a numbered version stays what it is.
fn can_go_back(spec: &GroupSpec, desired: Option<&LaunchTemplateSpecification>) -> bool {
    let numbered = |template: &LaunchTemplateSpecification| {
        let version = template.version.as_deref().unwrap_or("$Default");
        !version.starts_with('$')
    };
    desired.is_some_and(numbered) && numbered(&spec.template)
}

/// What is left out, with AWS's defaults; without a greatest percentage, instances go and come together.
fn filled(spec: &GroupSpec, written: RefreshPreferences) -> RefreshPreferences {
    let policy = spec.maintenance;
    let wait = || Some("Wait".to_owned());
    let pauses = !written.checkpoints.is_empty();
    RefreshPreferences {
        min_healthy: written
            .min_healthy
            .or(policy.map(|(least, _)| least.into()))
            .or(Some(defaults::REFRESH_MIN_HEALTHY)),
        max_healthy: written.max_healthy.or(policy.map(|(_, most)| most.into())),
        warmup: written
            .warmup
            .or(spec.warmup_s.map(|seconds| seconds as i64))
            .or(Some(spec.grace_s as i64)),
        checkpoint_delay: written
            .checkpoint_delay
            .or(pauses.then_some(defaults::CHECKPOINT_DELAY_S)),
        skip_matching: written.skip_matching.or(Some(false)),
        auto_rollback: written.auto_rollback.or(Some(false)),
        protected: written.protected.clone().or_else(wait),
        standby: written.standby.clone().or_else(wait),
        ..written
    }
}

/// The refresh that can be stopped or taken back.
fn active(cloud: &Cloud, index: GroupIndex) -> Result<&Refresh, ApiError> {
    let refresh = cloud.autoscaling.group(index).refresh();
    refresh
        .filter(|refresh| refresh.status.can_be_stopped() || refresh.rollback.is_some())
        .ok_or_else(|| {
            let name = &cloud.autoscaling.group(index).spec.name;
            let message =
                format!("No in progress or pending Instance Refresh found for Auto Scaling group {name}");
            ApiError::new("ActiveInstanceRefreshNotFound", message)
        })
}

/// What is replaced stays replaced.
pub(super) fn cancel(
    cloud: &mut Cloud,
    input: &CancelInstanceRefreshInput,
) -> Result<CancelInstanceRefreshOutput, ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let id = active(cloud, index)?.id.clone();
    let cause = cloud.accept();
    let status = match input.wait {
        Some(false) => RefreshStatus::Cancelled,
        _ => RefreshStatus::Cancelling,
    };
    cloud.enter_refresh(index, status, cause);
    Ok(CancelInstanceRefreshOutput { refresh_id: Some(id) })
}

/// Only a refresh to a numbered version from another can be taken back. Our choice of words.
pub(super) fn roll_back(
    cloud: &mut Cloud,
    input: &RollbackInstanceRefreshInput,
) -> Result<RollbackInstanceRefreshOutput, ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let refresh = active(cloud, index)?;
    let group = cloud.autoscaling.group(index);
    if refresh.rollback.is_some() || !can_go_back(&group.spec, refresh.desired.as_ref()) {
        let message = "The instance refresh cannot be rolled back: it needs a desired configuration, and launch template \
                       versions that are numbers.";
        return Err(ApiError::new("IrreversibleInstanceRefresh", message));
    }
    let id = refresh.id.clone();
    let cause = cloud.accept();
    cloud.roll_back(index, "Rollback was requested by the user.", cause);
    Ok(RollbackInstanceRefreshOutput { refresh_id: Some(id) })
}

pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeInstanceRefreshesInput,
) -> Result<DescribeInstanceRefreshesOutput, ApiError> {
    let index = group(cloud, input.group_name.as_deref())?;
    let group = cloud.autoscaling.group(index);
    let wanted = |refresh: &&Refresh| input.refresh_ids.is_empty() || input.refresh_ids.contains(&refresh.id);
    let newest_first = group.refreshes.iter().rev().filter(wanted);
    let page = Page::of(input.next_token.as_deref(), input.max_records, 50)?;
    let (refreshes, next_token) = page.cut(newest_first.map(|refresh| shape(group, refresh)));
    Ok(DescribeInstanceRefreshesOutput {
        refreshes,
        next_token,
    })
}

fn shape(group: &Group, refresh: &Refresh) -> InstanceRefresh {
    let desired = |template: &LaunchTemplateSpecification| DesiredConfiguration {
        launch_template: Some(template.clone()),
    };
    let rollback = |rollback: &Rollback| RollbackDetails {
        reason: Some(rollback.reason.clone()),
        start_time: Some(Timestamp::of(rollback.start)),
        percentage_complete: Some(rollback.percent.into()),
        instances_to_update: Some(rollback.left.into()),
    };
    let begun = refresh.status != RefreshStatus::Pending;
    InstanceRefresh {
        refresh_id: Some(refresh.id.clone()),
        group_name: Some(group.spec.name.clone()),
        status: Some(refresh.status.name().to_owned()),
        status_reason: refresh.reason.clone(),
        start_time: Some(Timestamp::of(refresh.start)),
        end_time: refresh.end.map(Timestamp::of),
        percentage_complete: begun.then(|| refresh.percent().into()),
        instances_to_update: begun.then(|| refresh.left.into()),
        preferences: Some(refresh.preferences.clone()),
        desired: refresh.desired.as_ref().map(desired),
        rollback_details: refresh.rollback.as_ref().map(rollback),
        strategy: Some("Rolling".to_owned()),
    }
}
