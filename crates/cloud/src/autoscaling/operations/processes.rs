//! `SuspendProcesses`, `ResumeProcesses`: what a group does not do by itself for a while.

use api::ApiError;
use api::autoscaling::{PROCESSES, ResumeProcessesInput, SuspendProcessesInput};

use super::live_group;
use crate::Cloud;
use crate::autoscaling::defaults;

/// What was suspended before keeps its time.
pub(super) fn suspend(cloud: &mut Cloud, input: &SuspendProcessesInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    cloud.accept();
    let now = cloud.now;
    let group = cloud.autoscaling.group_mut(index);
    for process in named(&input.processes) {
        if group.does(&process) {
            group.suspended.push((process, now));
        }
    }
    group.suspended.sort_unstable();
    Ok(())
}

/// What had to wait is done soon.
pub(super) fn resume(cloud: &mut Cloud, input: &ResumeProcessesInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    cloud.accept();
    let resumed = named(&input.processes);
    let group = cloud.autoscaling.group_mut(index);
    group.suspended.retain(|(process, _)| !resumed.contains(process));
    cloud.wake_group(index, defaults::REACTION);
    Ok(())
}

/// All if none is named.
fn named(processes: &[String]) -> Vec<String> {
    if processes.is_empty() {
        PROCESSES.iter().map(|process| (*process).to_owned()).collect()
    } else {
        processes.to_vec()
    }
}
