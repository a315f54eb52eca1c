//! One file per family of operations of Auto Scaling.
//!
//! Source: Amazon EC2 Auto Scaling API Reference, version 2011-01-01; texts of refusals as seen on real AWS, where they were
//! published.

mod account;
mod activities;
mod execute_policy;
mod groups;
mod instances;
mod metrics;
mod notifications;
mod policies;
mod policy_input;
mod schedules;
mod settings;
mod tags;
mod target_groups;

use api::autoscaling::{Read, Write};
use api::{ApiError, Output};

use super::GroupIndex;
use crate::Cloud;

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match call {
        Write::CreateAutoScalingGroup(input) => groups::create(cloud, input).map(Output::from),
        Write::UpdateAutoScalingGroup(input) => groups::update(cloud, input).map(Output::from),
        Write::DeleteAutoScalingGroup(input) => groups::delete(cloud, input).map(Output::from),
        Write::SetDesiredCapacity(input) => groups::set_desired_capacity(cloud, input).map(Output::from),
        Write::TerminateInstanceInAutoScalingGroup(input) => {
            instances::terminate(cloud, input).map(Output::from)
        }
        Write::SetInstanceHealth(input) => instances::set_health(cloud, input).map(Output::from),
        Write::SetInstanceProtection(input) => instances::set_protection(cloud, input).map(Output::from),
        Write::SuspendProcesses(input) => {
            settings::suspend(cloud, input.group_name.as_deref(), &input.processes, true).map(Output::from)
        }
        Write::ResumeProcesses(input) => {
            settings::suspend(cloud, input.group_name.as_deref(), &input.processes, false).map(Output::from)
        }
        Write::AttachLoadBalancerTargetGroups(input) => target_groups::attach(cloud, input).map(Output::from),
        Write::DetachLoadBalancerTargetGroups(input) => target_groups::detach(cloud, input).map(Output::from),
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
        Read::DescribeAutoScalingGroups(input) => Ok(groups::describe(cloud, input).into()),
        Read::DescribeAutoScalingInstances(input) => Ok(instances::describe(cloud, input).into()),
        Read::DescribeScalingActivities(input) => Ok(activities::describe(cloud, input).into()),
        Read::DescribeLoadBalancerTargetGroups(input) => {
            target_groups::describe(cloud, input).map(Output::from)
        }
        Read::DescribePolicies(input) => Ok(policies::describe(cloud, input).into()),
        Read::DescribeScheduledActions(input) => Ok(schedules::describe(cloud, input).into()),
        Read::DescribeNotificationConfigurations(input) => Ok(notifications::describe(cloud, input).into()),
        Read::DescribeTags(input) => tags::describe(cloud, input).map(Output::from),
        Read::DescribeAccountLimits(_) => Ok(account::limits(cloud).into()),
        Read::DescribeAdjustmentTypes(_) => Ok(account::adjustment_types().into()),
        Read::DescribeAutoScalingNotificationTypes(_) => Ok(account::notification_types().into()),
        Read::DescribeLifecycleHookTypes(_) => Ok(account::hook_types().into()),
        Read::DescribeMetricCollectionTypes(_) => Ok(account::metric_types().into()),
        Read::DescribeScalingProcessTypes(_) => Ok(account::process_types().into()),
        Read::DescribeTerminationPolicyTypes(_) => Ok(account::termination_policy_types().into()),
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
