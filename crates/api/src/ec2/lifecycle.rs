//! `StartInstances`, `StopInstances`, `RebootInstances`, `TerminateInstances`.

use super::InstanceState;
use crate::shape::shapes;

shapes! {
    /// Starts stopped instances, usually on another host.
    pub struct StartInstancesInput {
        /// Which instances.
        instance_ids: Vec<String> = "InstanceIds" required,
        /// Whether only to say if it would be done.
        dry_run: Option<bool> = "DryRun" default("false"),
    }
    without "AdditionalInfo"

    /// What each did.
    pub struct StartInstancesOutput {
        /// The instances asked for.
        starting_instances: Vec<InstanceStateChange> = "StartingInstances" always,
    }

    /// Shuts instances down; their root volumes stay, their public addresses do not.
    pub struct StopInstancesInput {
        /// Which instances.
        instance_ids: Vec<String> = "InstanceIds" required,
        /// Whether only to say if it would be done.
        dry_run: Option<bool> = "DryRun" default("false"),
    }
    without "Hibernate=false SkipOsShutdown=false Force=false"

    /// What each did.
    pub struct StopInstancesOutput {
        /// The instances asked for.
        stopping_instances: Vec<InstanceStateChange> = "StoppingInstances" always,
    }

    /// Reboots instances; they stay `running` and keep their addresses.
    pub struct RebootInstancesInput {
        /// Which instances.
        instance_ids: Vec<String> = "InstanceIds" required,
        /// Whether only to say if it would be done.
        dry_run: Option<bool> = "DryRun" default("false"),
    }

    /// Shuts instances down for good.
    pub struct TerminateInstancesInput {
        /// Which instances; one that does not exist fails the call.
        instance_ids: Vec<String> = "InstanceIds" required,
        /// Whether only to say if it would be done.
        dry_run: Option<bool> = "DryRun" default("false"),
    }
    without "Force=false SkipOsShutdown=false"

    /// What each did.
    pub struct TerminateInstancesOutput {
        /// The instances asked for.
        terminating_instances: Vec<InstanceStateChange> = "TerminatingInstances" always,
    }

    /// One instance's step from a state to the next.
    pub struct InstanceStateChange {
        /// The instance.
        instance_id: Option<String> = "InstanceId",
        /// The state it is in now.
        current_state: Option<InstanceState> = "CurrentState",
        /// The state it was in when the call came.
        previous_state: Option<InstanceState> = "PreviousState",
    }
}
