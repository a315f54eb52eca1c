//! `StartInstances`, `StopInstances`, `RebootInstances`, `TerminateInstances`: all instances named, or none.
//!
//! Source: EC2 API Reference of each; texts as seen on real AWS. Starting a running instance and stopping a stopped one
//! succeed and change nothing (widely seen, not documented).

use api::ApiError;
use api::ec2::{
    InstanceStateChange, RebootInstancesInput, StartInstancesInput, StartInstancesOutput, StopInstancesInput,
    StopInstancesOutput, TerminateInstancesInput, TerminateInstancesOutput,
};

use crate::Cloud;
use crate::ec2::placement::check_capacity;
use crate::ec2::{InstanceIndex, InstanceState};

pub(crate) fn start_instances(
    cloud: &mut Cloud,
    input: &StartInstancesInput,
) -> Result<StartInstancesOutput, ApiError> {
    let indexes = cloud.instances_with_ids(&input.instance_ids)?;
    let startable = |state| {
        matches!(
            state,
            InstanceState::Stopped | InstanceState::Running | InstanceState::Pending
        )
    };
    refuse_unless(cloud, &indexes, startable, |id| {
        format!("The instance '{id}' is not in a state from which it can be started.")
    })?;
    let stopped: Vec<InstanceIndex> = in_state(cloud, &indexes, InstanceState::Stopped);
    check_capacity(cloud, &stopped)?;
    for index in &stopped {
        let instance = &cloud.ec2.instances[index.index()];
        cloud.check_injected_errors(None, instance.instance_type, instance.zone)?;
    }
    let before = states(cloud, &indexes);
    let cause = cloud.accept();
    stopped.iter().for_each(|&index| cloud.power_on(index, cause));
    Ok(StartInstancesOutput {
        starting_instances: changes(cloud, &indexes, &before),
    })
}

pub(crate) fn stop_instances(
    cloud: &mut Cloud,
    input: &StopInstancesInput,
) -> Result<StopInstancesOutput, ApiError> {
    let indexes = cloud.instances_with_ids(&input.instance_ids)?;
    let stoppable = |state| {
        matches!(
            state,
            InstanceState::Running | InstanceState::Stopping | InstanceState::Stopped
        )
    };
    refuse_unless(cloud, &indexes, stoppable, |id| {
        format!("This instance '{id}' is not in a state from which it can be stopped.")
    })?;
    refuse_stop_protected(cloud, &indexes)?;
    let before = states(cloud, &indexes);
    let cause = cloud.accept();
    for index in in_state(cloud, &indexes, InstanceState::Running) {
        cloud.power_off(index, InstanceState::Stopping, cause);
    }
    Ok(StopInstancesOutput {
        stopping_instances: changes(cloud, &indexes, &before),
    })
}

pub(crate) fn reboot_instances(cloud: &mut Cloud, input: &RebootInstancesInput) -> Result<(), ApiError> {
    let indexes = cloud.instances_with_ids(&input.instance_ids)?;
    let rebootable = |state| {
        matches!(
            state,
            InstanceState::Running | InstanceState::ShuttingDown | InstanceState::Terminated
        )
    };
    refuse_unless(cloud, &indexes, rebootable, |id| {
        format!("The instance '{id}' is not in a state from which it can be rebooted.")
    })?;
    let cause = cloud.accept();
    for index in in_state(cloud, &indexes, InstanceState::Running) {
        cloud.reboot(index, cause);
    }
    Ok(())
}

/// Simplified: if one of the instances is protected, none is terminated. AWS spares only those in the zones of
/// protected ones.
pub(crate) fn terminate_instances(
    cloud: &mut Cloud,
    input: &TerminateInstancesInput,
) -> Result<TerminateInstancesOutput, ApiError> {
    let indexes = cloud.instances_with_ids(&input.instance_ids)?;
    refuse_protected(cloud, &indexes)?;
    let before = states(cloud, &indexes);
    let cause = cloud.accept();
    for &index in &indexes {
        if !matches!(
            cloud.ec2.instances[index.index()].state,
            InstanceState::ShuttingDown | InstanceState::Terminated
        ) {
            cloud.power_off(index, InstanceState::ShuttingDown, cause);
        }
    }
    Ok(TerminateInstancesOutput {
        terminating_instances: changes(cloud, &indexes, &before),
    })
}

fn refuse_stop_protected(cloud: &Cloud, indexes: &[InstanceIndex]) -> Result<(), ApiError> {
    let mut instances = indexes.iter().map(|index| &cloud.ec2.instances[index.index()]);
    let protected = instances.find(|instance| instance.stop_protection && instance.runs());
    protected.map_or(Ok(()), |instance| Err(ApiError::stop_protected(&instance.id)))
}

fn refuse_protected(cloud: &Cloud, indexes: &[InstanceIndex]) -> Result<(), ApiError> {
    let protected = indexes
        .iter()
        .map(|index| &cloud.ec2.instances[index.index()])
        .find(|i| i.termination_protection);
    protected.map_or(Ok(()), |instance| {
        Err(ApiError::termination_protected(&instance.id))
    })
}

fn refuse_unless(
    cloud: &Cloud,
    indexes: &[InstanceIndex],
    allowed: impl Fn(InstanceState) -> bool,
    message: impl Fn(&str) -> String,
) -> Result<(), ApiError> {
    let mut instances = indexes.iter().map(|index| &cloud.ec2.instances[index.index()]);
    instances
        .find(|instance| !allowed(instance.state))
        .map_or(Ok(()), |instance| {
            Err(ApiError::incorrect_instance_state(message(&instance.id)))
        })
}

fn in_state(cloud: &Cloud, indexes: &[InstanceIndex], state: InstanceState) -> Vec<InstanceIndex> {
    indexes
        .iter()
        .copied()
        .filter(|index| cloud.ec2.instances[index.index()].state == state)
        .collect()
}

fn states(cloud: &Cloud, indexes: &[InstanceIndex]) -> Vec<InstanceState> {
    indexes
        .iter()
        .map(|index| cloud.ec2.instances[index.index()].state)
        .collect()
}

fn changes(cloud: &Cloud, indexes: &[InstanceIndex], before: &[InstanceState]) -> Vec<InstanceStateChange> {
    let change = |(index, before): (&InstanceIndex, &InstanceState)| {
        let instance = &cloud.ec2.instances[index.index()];
        InstanceStateChange {
            instance_id: Some(instance.id.clone()),
            current_state: Some(instance.state.to_api()),
            previous_state: Some(before.to_api()),
        }
    };
    indexes.iter().zip(before).map(change).collect()
}
