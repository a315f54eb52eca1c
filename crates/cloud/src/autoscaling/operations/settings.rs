//! What a group is told: its settings, read from calls, and what it must not do.

use api::ApiError;
use api::autoscaling::{CreateAutoScalingGroupInput, LaunchTemplateSpecification, PROCESSES, Tag};

use super::{group, validation};
use crate::Cloud;
use crate::autoscaling::{GroupSpec, defaults, template_for_ec2};
use crate::elbv2::TargetGroupIndex;
use crate::region::ZoneIndex;

pub(super) const TERMINATION_POLICIES: [&str; 5] = [
    "Default",
    "OldestInstance",
    "NewestInstance",
    "OldestLaunchTemplate",
    "ClosestToNextInstanceHour",
];

/// The settings of a new group.
pub(super) fn read(cloud: &Cloud, input: &CreateAutoScalingGroupInput) -> Result<GroupSpec, ApiError> {
    let name = input.group_name.clone().unwrap_or_default();
    if name.contains(':') || !name.bytes().all(|byte| (33..=126).contains(&byte)) {
        return Err(validation(
            "AutoScalingGroup name must be printable ASCII without colons",
        ));
    }
    let template = input.launch_template.clone().ok_or_else(|| {
        validation(
            "Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or \
             MixedInstancesPolicy parameter.",
        )
    })?;
    check_template(cloud, &template)?;
    let zones = zones(
        cloud,
        input.vpc_zone_identifier.as_deref(),
        &input.availability_zones,
    )?;
    Ok(GroupSpec {
        name,
        template,
        min: input.min_size.unwrap_or_default() as u32,
        max: input.max_size.unwrap_or_default() as u32,
        cooldown_s: input
            .default_cooldown
            .map_or(defaults::COOLDOWN_S, |seconds| seconds as u64),
        zones: zones
            .ok_or_else(|| validation("At least one Availability Zone or VPC Subnet is required."))?,
        target_groups: read_target_groups(cloud, &input.target_group_arns)?,
        health_check_type: health_check_type(input.health_check_type.as_deref())?
            .unwrap_or_else(|| "EC2".to_owned()),
        grace_s: input.grace_period.unwrap_or_default() as u64,
        termination: termination(&input.termination_policies)?.unwrap_or_else(|| vec!["Default".to_owned()]),
        protect_new: input.protect_new.unwrap_or(false),
        warmup_s: warmup(input.default_warmup),
        tags: tags(&input.tags)?,
    })
}

/// Whether instances could be launched from a template: a dry run, as AWS does it.
pub(super) fn check_template(cloud: &Cloud, template: &LaunchTemplateSpecification) -> Result<(), ApiError> {
    if template.id.is_some() == template.name.is_some() {
        return Err(validation(
            "Valid requests must contain either launchTemplateId or LaunchTemplateName",
        ));
    }
    let invalid = |error: ApiError| {
        validation(format!(
            "You must use a valid fully-formed launch template. {}",
            error.message
        ))
    };
    let input = api::ec2::RunInstancesInput {
        launch_template: Some(template_for_ec2(template)),
        ..Default::default()
    };
    let filled = cloud.ec2.with_template(&input).map_err(invalid)?;
    crate::ec2::operations::run_instances::check_template(cloud, &filled).map_err(invalid)
}

/// Zones of subnets or by name; none if neither is given.
pub(super) fn zones(
    cloud: &Cloud,
    subnets: Option<&str>,
    names: &[String],
) -> Result<Option<Vec<ZoneIndex>>, ApiError> {
    let mut zones = Vec::new();
    for subnet in subnets
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
        .filter(|subnet| !subnet.is_empty())
    {
        let zone = cloud.ec2.zone_of_subnet(subnet);
        zones.push(zone.ok_or_else(|| validation(format!("The subnet ID '{subnet}' does not exist")))?);
    }
    let mut named = Vec::new();
    for name in names {
        let place = cloud.region.zones.iter().position(|zone| zone.name == name);
        let invalid = || validation(format!("Invalid Availability Zone: {name}"));
        named.push(ZoneIndex(place.ok_or_else(invalid)? as u8));
    }
    let differ = !zones.is_empty() && named.iter().any(|zone| !zones.contains(zone));
    if differ {
        return Err(validation(
            "The availability zones of the specified subnets and the AutoScalingGroup do not match",
        ));
    }
    zones.extend(named);
    zones.sort_unstable();
    zones.dedup();
    Ok((!zones.is_empty()).then_some(zones))
}

pub(super) fn read_target_groups(cloud: &Cloud, arns: &[String]) -> Result<Vec<TargetGroupIndex>, ApiError> {
    if arns.len() > 10 {
        return Err(validation(
            "Trying to update too many Load Balancers/Target Groups at once. The limit is 10",
        ));
    }
    let invalid =
        || validation("Provided Target Groups may not be valid. Please ensure they exist and try again.");
    arns.iter()
        .map(|arn| cloud.elbv2.target_group_by_arn(arn).ok_or_else(invalid))
        .collect()
}

pub(super) fn health_check_type(text: Option<&str>) -> Result<Option<String>, ApiError> {
    let known = |word: &str| matches!(word.trim(), "EC2" | "ELB");
    match text {
        Some(text) if !text.split(',').all(known) => Err(validation(format!(
            "Invalid HealthCheckType: {text}. EC2 and ELB are modelled here"
        ))),
        text => Ok(text.map(str::to_owned)),
    }
}

pub(super) fn termination(policies: &[String]) -> Result<Option<Vec<String>>, ApiError> {
    if let Some(unknown) = policies
        .iter()
        .find(|policy| !TERMINATION_POLICIES.contains(&policy.as_str()))
    {
        return Err(validation(format!("Invalid termination policy: {unknown}")));
    }
    let default = policies.iter().position(|policy| policy == "Default");
    if default.is_some_and(|place| place + 1 != policies.len()) {
        return Err(validation(
            "The Default termination policy must be the last policy specified",
        ));
    }
    Ok((!policies.is_empty()).then(|| policies.to_vec()))
}

/// Minus one switches it off.
pub(super) fn warmup(seconds: Option<i64>) -> Option<u64> {
    seconds.and_then(|seconds| u64::try_from(seconds).ok())
}

fn tags(tags: &[Tag]) -> Result<Vec<(String, String, bool)>, ApiError> {
    let mut read: Vec<(String, String, bool)> = Vec::new();
    for tag in tags {
        let key = tag.key.clone().unwrap_or_default();
        if read.iter().any(|(known, ..)| *known == key) {
            return Err(validation(format!("Duplicate tag key: {key}")));
        }
        let propagate = tag.propagate.unwrap_or(true);
        read.push((key, tag.value.clone().unwrap_or_default(), propagate));
    }
    Ok(read)
}

/// Keeps a group from doing things by itself, or lets it again.
pub(super) fn suspend(
    cloud: &mut Cloud,
    name: Option<&str>,
    processes: &[String],
    suspended: bool,
) -> Result<(), ApiError> {
    let index = group(cloud, name)?;
    cloud.accept();
    let all: Vec<String> = PROCESSES.iter().map(|process| (*process).to_owned()).collect();
    let state = &mut cloud.autoscaling.all_groups[index.index()];
    for process in if processes.is_empty() { &all } else { processes } {
        if suspended {
            state.suspended.insert(process.clone());
        } else {
            state.suspended.remove(process);
        }
    }
    cloud.wake_group(index, defaults::REACTION);
    Ok(())
}
