//! `DescribeInstanceStatus`: what EC2's own checks say of an instance. They do not look at the application.

use super::{Filter, InstanceState};
use crate::Timestamp;
use crate::shape::shapes;

/// What a status check can say (`SummaryStatus`).
pub const SUMMARY_STATUSES: &[&str] = &[
    "ok",
    "impaired",
    "insufficient-data",
    "not-applicable",
    "initializing",
];

/// What a part of a status check can say (`StatusType`).
pub const STATUS_TYPES: &[&str] = &["passed", "failed", "insufficient-data", "initializing"];

shapes! {
    /// Describes the status checks of instances; of running ones only, unless told otherwise.
    pub struct DescribeInstanceStatusInput {
        /// Which instances.
        instance_ids: Vec<String> = "InstanceIds" length(0..=100),
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
        /// Whether to answer with those that are not running too.
        include_all_instances: Option<bool> = "IncludeAllInstances" default("false"),
    }
    without "MaxResults NextToken IncludeManagedResources DryRun=false"

    /// The checks, instance by instance.
    pub struct DescribeInstanceStatusOutput {
        /// One entry an instance.
        instance_statuses: Vec<InstanceStatus> = "InstanceStatuses" always,
    }

    /// The checks of one instance.
    pub struct InstanceStatus {
        /// The zone's name.
        availability_zone: Option<String> = "AvailabilityZone",
        /// The zone's id.
        availability_zone_id: Option<String> = "AvailabilityZoneId",
        /// The instance.
        instance_id: Option<String> = "InstanceId",
        /// Where it is in its life.
        instance_state: Option<InstanceState> = "InstanceState",
        /// The check of its operating system.
        instance_status: Option<InstanceStatusSummary> = "InstanceStatus",
        /// The check of the host under it.
        system_status: Option<InstanceStatusSummary> = "SystemStatus",
        /// The check of its volumes, on Nitro.
        attached_ebs_status: Option<EbsStatusSummary> = "AttachedEbsStatus",
    }

    /// What a check says.
    pub struct InstanceStatusSummary {
        /// Its parts.
        details: Vec<InstanceStatusDetails> = "Details",
        /// All in a word.
        status: Option<String> = "Status" one_of(SUMMARY_STATUSES),
    }

    /// What a part of a check says.
    pub struct InstanceStatusDetails {
        /// Since when it fails.
        impaired_since: Option<Timestamp> = "ImpairedSince",
        /// `reachability`.
        name: Option<String> = "Name",
        /// What it says.
        status: Option<String> = "Status" one_of(STATUS_TYPES),
    }

    /// What the check of the volumes says.
    pub struct EbsStatusSummary {
        /// Its parts.
        details: Vec<EbsStatusDetails> = "Details",
        /// All in a word.
        status: Option<String> = "Status" one_of(SUMMARY_STATUSES),
    }

    /// What a part of the check of the volumes says.
    pub struct EbsStatusDetails {
        /// Since when it fails.
        impaired_since: Option<Timestamp> = "ImpairedSince",
        /// `reachability`.
        name: Option<String> = "Name",
        /// What it says.
        status: Option<String> = "Status" one_of(STATUS_TYPES),
    }
}
