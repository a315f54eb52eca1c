//! `DescribeInstanceStatus`: what EC2's own checks say of running instances, or of all if asked.
//!
//! Filters: `attached-ebs-status.status`, `availability-zone`, `availability-zone-id`, `instance-state-code`,
//! `instance-state-name`, `instance-status.reachability`, `instance-status.status`, `system-status.reachability`,
//! `system-status.status`; and `event.code`, which no instance here has.

use api::ApiError;
use api::Timestamp;
use api::ec2::{
    DescribeInstanceStatusInput, DescribeInstanceStatusOutput, EbsStatusDetails, EbsStatusSummary,
    InstanceStatus, InstanceStatusDetails, InstanceStatusSummary,
};

use crate::Cloud;
use crate::ec2::{CheckStatus, InstanceIndex, InstanceState};
use crate::filter::{FilterPath, NEVER, narrow};

pub(super) const FILTERS: &[FilterPath] = &[
    ("attached-ebs-status.status", "AttachedEbsStatus.Status"),
    ("availability-zone", "AvailabilityZone"),
    ("availability-zone-id", "AvailabilityZoneId"),
    ("event.code", NEVER),
    ("instance-state-code", "InstanceState.Code"),
    ("instance-state-name", "InstanceState.Name"),
    ("instance-status.reachability", "InstanceStatus.Details.Status"),
    ("instance-status.status", "InstanceStatus.Status"),
    ("system-status.reachability", "SystemStatus.Details.Status"),
    ("system-status.status", "SystemStatus.Status"),
];

pub(crate) fn describe_instance_status(
    cloud: &Cloud,
    input: &DescribeInstanceStatusInput,
) -> Result<DescribeInstanceStatusOutput, ApiError> {
    let all = input.include_all_instances.unwrap_or(false);
    let state = |index: &InstanceIndex| cloud.ec2.instances[index.index()].state;
    let statuses = cloud
        .named_or_all(&input.instance_ids)?
        .into_iter()
        .filter(|index| all || state(index) == InstanceState::Running)
        .map(|index| status(cloud, index))
        .collect();
    Ok(DescribeInstanceStatusOutput {
        instance_statuses: narrow(statuses, &input.filters, FILTERS)?,
    })
}

fn status(cloud: &Cloud, index: InstanceIndex) -> InstanceStatus {
    let instance = &cloud.ec2.instances[index.index()];
    let zone = cloud.region.zone(instance.zone);
    let checks = cloud.status_checks(index);
    InstanceStatus {
        availability_zone: Some(zone.name.to_owned()),
        availability_zone_id: Some(zone.id.to_owned()),
        instance_id: Some(instance.id.clone()),
        instance_state: Some(instance.state.to_api()),
        instance_status: Some(summary(checks.instance)),
        system_status: Some(summary(checks.system)),
        attached_ebs_status: checks.attached_ebs.map(ebs_summary),
    }
}

fn summary(check: CheckStatus) -> InstanceStatusSummary {
    let details = reachability(check).map(|(status, impaired_since)| InstanceStatusDetails {
        impaired_since,
        name: Some("reachability".to_owned()),
        status: Some(status.to_owned()),
    });
    InstanceStatusSummary {
        details: details.into_iter().collect(),
        status: Some(check.name().to_owned()),
    }
}

fn ebs_summary(check: CheckStatus) -> EbsStatusSummary {
    let details = reachability(check).map(|(status, impaired_since)| EbsStatusDetails {
        impaired_since,
        name: Some("reachability".to_owned()),
        status: Some(status.to_owned()),
    });
    EbsStatusSummary {
        details: details.into_iter().collect(),
        status: Some(check.name().to_owned()),
    }
}

/// The one part of a check, and since when it fails; an instance that does not run has none.
fn reachability(check: CheckStatus) -> Option<(&'static str, Option<Timestamp>)> {
    match check {
        CheckStatus::Ok => Some(("passed", None)),
        CheckStatus::Impaired(since) => Some(("failed", Some(Timestamp::of(since)))),
        CheckStatus::Initializing => Some(("initializing", None)),
        CheckStatus::NotApplicable => None,
    }
}
