//! One file per family of operations of Auto Scaling.
//!
//! Source: Amazon EC2 Auto Scaling API Reference, version 2011-01-01; texts of refusals as seen on real AWS, where they were
//! published.

mod account;
mod activities;
mod delete_group;
pub(crate) mod describe_group;
mod detach;
mod execute_policy;
mod groups;
mod instance_refresh;
mod instances;
mod launch_instances;
mod lifecycle_hooks;
mod metrics;
mod notifications;
mod page;
mod policies;
mod policy_input;
mod processes;
mod schedules;
mod settings;
mod standby;
mod tags;
mod target_groups;
mod traffic_sources;
mod types;

use api::autoscaling::{Read, Write};
use api::{ApiError, Output};

use super::GroupIndex;
use crate::Cloud;

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match call {
        Write::CreateAutoScalingGroup(input) => groups::create(cloud, input).map(Output::from),
        Write::UpdateAutoScalingGroup(input) => groups::update(cloud, input).map(Output::from),
        Write::DeleteAutoScalingGroup(input) => delete_group::delete(cloud, input).map(Output::from),
        Write::SetDesiredCapacity(input) => groups::set_desired_capacity(cloud, input).map(Output::from),
        Write::LaunchInstances(input) => launch_instances::launch(cloud, input).map(Output::from),
        Write::TerminateInstanceInAutoScalingGroup(input) => {
            instances::terminate(cloud, input).map(Output::from)
        }
        Write::SetInstanceHealth(input) => instances::set_health(cloud, input).map(Output::from),
        Write::SetInstanceProtection(input) => instances::set_protection(cloud, input).map(Output::from),
        Write::SuspendProcesses(input) => processes::suspend(cloud, input).map(Output::from),
        Write::ResumeProcesses(input) => processes::resume(cloud, input).map(Output::from),
        Write::AttachLoadBalancerTargetGroups(input) => target_groups::attach(cloud, input).map(Output::from),
        Write::DetachLoadBalancerTargetGroups(input) => target_groups::detach(cloud, input).map(Output::from),
        Write::AttachTrafficSources(input) => traffic_sources::attach(cloud, input).map(Output::from),
        Write::DetachTrafficSources(input) => traffic_sources::detach(cloud, input).map(Output::from),
        Write::AttachInstances(input) => detach::attach(cloud, input).map(Output::from),
        Write::DetachInstances(input) => detach::detach(cloud, input).map(Output::from),
        Write::EnterStandby(input) => standby::enter(cloud, input).map(Output::from),
        Write::ExitStandby(input) => standby::exit(cloud, input).map(Output::from),
        Write::PutLifecycleHook(input) => lifecycle_hooks::put(cloud, input).map(Output::from),
        Write::DeleteLifecycleHook(input) => lifecycle_hooks::delete(cloud, input).map(Output::from),
        Write::CompleteLifecycleAction(input) => lifecycle_hooks::complete(cloud, input).map(Output::from),
        Write::RecordLifecycleActionHeartbeat(input) => lifecycle_hooks::beat(cloud, input).map(Output::from),
        Write::StartInstanceRefresh(input) => instance_refresh::start(cloud, input).map(Output::from),
        Write::CancelInstanceRefresh(input) => instance_refresh::cancel(cloud, input).map(Output::from),
        Write::RollbackInstanceRefresh(input) => instance_refresh::roll_back(cloud, input).map(Output::from),
        Write::PutScalingPolicy(input) => policies::put(cloud, input).map(Output::from),
        Write::DeletePolicy(input) => policies::delete(cloud, input).map(Output::from),
        Write::ExecutePolicy(input) => execute_policy::execute(cloud, input).map(Output::from),
        Write::PutScheduledUpdateGroupAction(input) => schedules::put(cloud, input).map(Output::from),
        Write::BatchPutScheduledUpdateGroupAction(input) => {
            schedules::put_batch(cloud, input).map(Output::from)
        }
        Write::DeleteScheduledAction(input) => schedules::delete(cloud, input).map(Output::from),
        Write::BatchDeleteScheduledAction(input) => schedules::delete_batch(cloud, input).map(Output::from),
        Write::EnableMetricsCollection(input) => metrics::enable(cloud, input).map(Output::from),
        Write::DisableMetricsCollection(input) => metrics::disable(cloud, input).map(Output::from),
        Write::PutNotificationConfiguration(input) => notifications::put(cloud, input).map(Output::from),
        Write::DeleteNotificationConfiguration(input) => {
            notifications::delete(cloud, input).map(Output::from)
        }
        Write::CreateOrUpdateTags(input) => tags::create_or_update(cloud, input).map(Output::from),
        Write::DeleteTags(input) => tags::delete(cloud, input).map(Output::from),
    }
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match call {
        Read::DescribeAutoScalingGroups(input) => describe_group::describe(cloud, input).map(Output::from),
        Read::DescribeAutoScalingInstances(input) => instances::describe(cloud, input).map(Output::from),
        Read::DescribeScalingActivities(input) => activities::describe(cloud, input).map(Output::from),
        Read::DescribeLoadBalancerTargetGroups(input) => {
            target_groups::describe(cloud, input).map(Output::from)
        }
        Read::DescribeTrafficSources(input) => traffic_sources::describe(cloud, input).map(Output::from),
        Read::DescribeLifecycleHooks(input) => lifecycle_hooks::describe(cloud, input).map(Output::from),
        Read::DescribeLifecycleHookTypes(_) => Ok(types::lifecycle_hooks().into()),
        Read::DescribeInstanceRefreshes(input) => instance_refresh::describe(cloud, input).map(Output::from),
        Read::DescribeScalingProcessTypes(_) => Ok(types::processes().into()),
        Read::DescribeTerminationPolicyTypes(_) => Ok(types::termination_policies().into()),
        Read::DescribeAccountLimits(_) => Ok(types::limits(cloud).into()),
        Read::DescribePolicies(input) => policies::describe(cloud, input).map(Output::from),
        Read::DescribeScheduledActions(input) => schedules::describe(cloud, input).map(Output::from),
        Read::DescribeNotificationConfigurations(input) => {
            notifications::describe(cloud, input).map(Output::from)
        }
        Read::DescribeTags(input) => tags::describe(cloud, input).map(Output::from),
        Read::DescribeAdjustmentTypes(_) => Ok(account::adjustment_types().into()),
        Read::DescribeAutoScalingNotificationTypes(_) => Ok(account::notification_types().into()),
        Read::DescribeMetricCollectionTypes(_) => Ok(account::metric_types().into()),
    }
}

fn validation(message: impl Into<String>) -> ApiError {
    ApiError::new("ValidationError", message)
}

/// The group of this name.
///
/// # Errors
/// `ValidationError`: Auto Scaling has no code of its own for what is not there.
fn group(cloud: &Cloud, name: Option<&str>) -> Result<GroupIndex, ApiError> {
    let name = name.unwrap_or_default();
    let found = cloud
        .autoscaling
        .groups()
        .find(|(_, group)| group.spec.name == name);
    let not_found = || {
        validation(format!(
            "AutoScalingGroup name not found - AutoScalingGroup: {name} not found"
        ))
    };
    found.map(|(index, _)| index).ok_or_else(not_found)
}

/// The group of this name, to change. Our choice of words for one that is being deleted.
///
/// # Errors
/// As for [`group`], and if it is being deleted.
fn live_group(cloud: &Cloud, name: Option<&str>) -> Result<GroupIndex, ApiError> {
    let index = group(cloud, name)?;
    if cloud.autoscaling.group(index).deleting {
        let name = name.unwrap_or_default();
        return Err(validation(format!("AutoScalingGroup {name} is pending delete")));
    }
    Ok(index)
}
