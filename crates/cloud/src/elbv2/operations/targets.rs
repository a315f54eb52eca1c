//! Targets: registered, deregistered, described.

use api::ApiError;
use api::elbv2::{
    DeregisterTargetsInput, DescribeTargetHealthInput, DescribeTargetHealthOutput, RegisterTargetsInput,
    TargetDescription, TargetHealth, TargetHealthDescription,
};

use crate::Cloud;
use crate::ec2::{InstanceIndex, InstanceState};
use crate::elbv2::{TargetGroupIndex, TargetIndex, defaults};

/// All targets or none.
pub(super) fn register(cloud: &mut Cloud, input: &RegisterTargetsInput) -> Result<(), ApiError> {
    let group = cloud.group_with_arn(input.target_group_arn.as_deref().unwrap_or_default())?;
    let targets = read(cloud, group, &input.targets)?;
    for (instance, _) in &targets {
        check_running(cloud, *instance)?;
    }
    check_room(cloud, group, targets.len())?;
    let cause = cloud.accept();
    for ((instance, port), written) in targets.into_iter().zip(&input.targets) {
        match written.port {
            None => cloud.register_target(group, instance, cause),
            Some(_) => cloud.register_at(group, instance, port, cause),
        }
    }
    Ok(())
}

fn read(
    cloud: &Cloud,
    group: TargetGroupIndex,
    targets: &[TargetDescription],
) -> Result<Vec<(InstanceIndex, u16)>, ApiError> {
    let port = cloud.elbv2.group(group).port;
    let one = |target: &TargetDescription| {
        let id = target.id.as_deref().unwrap_or_default();
        let invalid = |error: ApiError| match error.code {
            "InvalidInstanceID.Malformed" => super::validation(format!("Instance ID '{id}' is not valid")),
            _ => ApiError::new(
                "InvalidTarget",
                format!("The following targets are not valid instances: '{id}'"),
            ),
        };
        let instance = cloud.instance_with_id(id).map_err(invalid)?;
        Ok((instance, target.port.map_or(port, |port| port as u16)))
    };
    targets.iter().map(one).collect()
}

/// Whether so many more targets fit into a group and its load balancer.
fn check_room(cloud: &Cloud, group: TargetGroupIndex, more: usize) -> Result<(), ApiError> {
    let own = cloud.elbv2.group(group);
    let groups = cloud.elbv2.groups().map(|(_, group)| group);
    let beside = groups.filter(|group| group.balancer.is_some() && group.balancer == own.balancer);
    let of_balancer: usize = beside.map(|group| group.targets.len()).sum();
    let fits = own.targets.len() + more <= defaults::TARGETS;
    if fits && of_balancer + more <= defaults::TARGETS_PER_BALANCER {
        return Ok(());
    }
    let message = "The maximum number of targets has been reached";
    Err(ApiError::new("TooManyTargets", message))
}

fn check_running(cloud: &Cloud, instance: InstanceIndex) -> Result<(), ApiError> {
    let instance = &cloud.ec2.instances[instance.index()];
    if instance.state == InstanceState::Running {
        return Ok(());
    }
    let message = format!(
        "The following targets are not in a running state and cannot be registered: '{}'",
        instance.id
    );
    Err(ApiError::new("InvalidTarget", message))
}

/// What is not registered is as good as deregistered.
pub(super) fn deregister(cloud: &mut Cloud, input: &DeregisterTargetsInput) -> Result<(), ApiError> {
    let group = cloud.group_with_arn(input.target_group_arn.as_deref().unwrap_or_default())?;
    let wanted = read(cloud, group, &input.targets)?;
    let cause = cloud.accept();
    for ((instance, port), written) in wanted.into_iter().zip(&input.targets) {
        if written.port.is_none() {
            cloud.deregister_target(group, instance, cause);
            continue;
        }
        for index in cloud.elbv2.registrations(group, instance) {
            if cloud.elbv2.target(index).port == port {
                cloud.drain(index, cause);
            }
        }
    }
    Ok(())
}

pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeTargetHealthInput,
) -> Result<DescribeTargetHealthOutput, ApiError> {
    let group = cloud.group_with_arn(input.target_group_arn.as_deref().unwrap_or_default())?;
    let includes = !input.include.is_empty();
    let descriptions = if input.targets.is_empty() {
        let all = cloud.elbv2.group(group).targets.iter();
        let described = |index: &TargetIndex| {
            let shown = cloud.describe_target(*index)?;
            Some(with_anomaly(cloud, shown, *index, includes))
        };
        all.filter_map(described).collect()
    } else {
        let wanted = read(cloud, group, &input.targets)?;
        wanted
            .into_iter()
            .map(|(instance, port)| one(cloud, (group, instance, port), includes))
            .collect()
    };
    Ok(DescribeTargetHealthOutput { descriptions })
}

/// With what the nodes hold against it, if that is asked for and the group's targets are watched.
fn with_anomaly(
    cloud: &Cloud,
    shown: TargetHealthDescription,
    index: TargetIndex,
    includes: bool,
) -> TargetHealthDescription {
    let target = cloud.elbv2.target(index);
    let watched = cloud.elbv2.group(target.group).watch != des::Ticket::NONE;
    TargetHealthDescription {
        anomaly_detection: (includes && watched).then(|| target.describe_anomaly()),
        ..shown
    }
}

/// A target asked for by name is shown even if it is not registered.
fn one(
    cloud: &Cloud,
    (group, instance, port): (TargetGroupIndex, InstanceIndex, u16),
    includes: bool,
) -> TargetHealthDescription {
    let mut registered = cloud.elbv2.registrations(group, instance).into_iter();
    let is_it = |index: &TargetIndex| cloud.elbv2.target(*index).port == port;
    let known = registered.find(is_it).and_then(|index| {
        let shown = cloud.describe_target(index)?;
        Some(with_anomaly(cloud, shown, index, includes))
    });
    known.unwrap_or_else(|| TargetHealthDescription {
        target: Some(TargetDescription {
            id: Some(cloud.ec2.instances[instance.index()].id.clone()),
            port: Some(port.into()),
        }),
        health_check_port: Some(port.to_string()),
        target_health: Some(TargetHealth {
            state: Some("unused".to_owned()),
            reason: Some("Target.NotRegistered".to_owned()),
            description: Some("Target is not registered to the target group".to_owned()),
        }),
        anomaly_detection: None,
        administrative_override: None,
    })
}
