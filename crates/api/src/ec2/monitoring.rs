//! `MonitorInstances` and `UnmonitorInstances`.

use super::Monitoring;
use crate::shape::shapes;

shapes! {
    /// Switches detailed monitoring on: metrics every minute, for a price.
    pub struct MonitorInstancesInput {
        /// Which instances.
        instance_ids: Vec<String> = "InstanceIds" required,
    }
    without "MetricCategoryIds DryRun=false"

    /// How each is watched now.
    pub struct MonitorInstancesOutput {
        /// The instances asked for.
        instance_monitorings: Vec<InstanceMonitoring> = "InstanceMonitorings" always,
    }

    /// Switches detailed monitoring off: metrics every five minutes, free.
    pub struct UnmonitorInstancesInput {
        /// Which instances.
        instance_ids: Vec<String> = "InstanceIds" required,
    }
    without "MetricCategoryIds DryRun=false"

    /// How each is watched now.
    pub struct UnmonitorInstancesOutput {
        /// The instances asked for.
        instance_monitorings: Vec<InstanceMonitoring> = "InstanceMonitorings" always,
    }

    /// How one instance is watched.
    pub struct InstanceMonitoring {
        /// The instance.
        instance_id: Option<String> = "InstanceId",
        /// How.
        monitoring: Option<Monitoring> = "Monitoring",
    }
}
