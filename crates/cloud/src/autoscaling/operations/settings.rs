//! What a group is told: its settings, read from calls.

use api::ApiError;
use api::autoscaling::{
    AvailabilityZoneDistribution, AvailabilityZoneImpairmentPolicy, CreateAutoScalingGroupInput,
    InstanceMaintenancePolicy, LaunchTemplateSpecification, Tag, UpdateAutoScalingGroupInput,
};

use super::types::TERMINATION_POLICIES;
use super::{target_groups, traffic_sources, validation};
use crate::Cloud;
use crate::autoscaling::{GroupSpec, defaults, template_for_ec2};
use crate::elbv2::TargetGroupIndex;
use crate::region::ZoneIndex;

/// The settings of a new group.
pub(super) fn read(cloud: &Cloud, input: &CreateAutoScalingGroupInput) -> Result<GroupSpec, ApiError> {
    let name = input.group_name.clone().unwrap_or_default();
    check_name(&name)?;
    let template = input.launch_template.clone().ok_or_else(|| {
        validation(
            "Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or \
             MixedInstancesPolicy parameter.",
        )
    })?;
    check_template(cloud, &template)?;
    let named = zones(
        cloud,
        input.vpc_zone_identifier.as_deref(),
        &input.availability_zones,
        &input.availability_zone_ids,
    )?;
    let (zones, by_subnet) =
        named.ok_or_else(|| validation("At least one Availability Zone or VPC Subnet is required."))?;
    Ok(GroupSpec {
        name,
        template,
        min: input.min_size.unwrap_or_default() as u32,
        max: input.max_size.unwrap_or_default() as u32,
        cooldown_s: input
            .default_cooldown
            .map_or(defaults::COOLDOWN_S, |seconds| seconds as u64),
        zones,
        by_subnet,
        target_groups: first_target_groups(cloud, input)?,
        health_check_type: health_check_type(input.health_check_type.as_deref())?
            .unwrap_or_else(|| "EC2".to_owned()),
        grace_s: input.grace_period.unwrap_or_default() as u64,
        termination: termination(&input.termination_policies)?.unwrap_or_else(|| vec!["Default".to_owned()]),
        protect_new: input.protect_new.unwrap_or(false),
        warmup_s: warmup(input.default_warmup),
        max_lifetime_s: lifetime(input.max_lifetime)?.flatten(),
        maintenance: maintenance(input.maintenance_policy.as_ref())?.flatten(),
        balanced_only: balanced_only(input.zone_distribution.as_ref()).unwrap_or(false),
        zonal_shift: heeds_shifts(input.impairment_policy.as_ref()).unwrap_or(false),
        ignores_impaired: ignores_impaired(input.impairment_policy.as_ref()).unwrap_or(true),
        deletion_protection: input
            .deletion_protection
            .clone()
            .unwrap_or_else(|| "none".to_owned()),
        context: input.context.clone(),
        tags: tags(&input.tags)?,
    })
}

/// The settings of a group with everything that a call says of them.
pub(super) fn changed(
    cloud: &Cloud,
    old: &GroupSpec,
    input: &UpdateAutoScalingGroupInput,
) -> Result<GroupSpec, ApiError> {
    let mut spec = old.clone();
    if let Some(template) = &input.launch_template {
        check_template(cloud, template)?;
        spec.template = template.clone();
    }
    set(&mut spec.min, input.min_size.map(|size| size as u32));
    set(&mut spec.max, input.max_size.map(|size| size as u32));
    set(
        &mut spec.cooldown_s,
        input.default_cooldown.map(|seconds| seconds as u64),
    );
    set(
        &mut spec.grace_s,
        input.grace_period.map(|seconds| seconds as u64),
    );
    set(&mut spec.protect_new, input.protect_new);
    set(
        &mut spec.warmup_s,
        input.default_warmup.map(|seconds| warmup(Some(seconds))),
    );
    set(&mut spec.max_lifetime_s, lifetime(input.max_lifetime)?);
    set(
        &mut spec.maintenance,
        maintenance(input.maintenance_policy.as_ref())?,
    );
    set(
        &mut spec.balanced_only,
        balanced_only(input.zone_distribution.as_ref()),
    );
    let impairment = input.impairment_policy.as_ref();
    set(&mut spec.zonal_shift, heeds_shifts(impairment));
    set(&mut spec.ignores_impaired, ignores_impaired(impairment));
    set(&mut spec.deletion_protection, input.deletion_protection.clone());
    set(&mut spec.context, input.context.clone().map(Some));
    set(
        &mut spec.health_check_type,
        health_check_type(input.health_check_type.as_deref())?,
    );
    set(&mut spec.termination, termination(&input.termination_policies)?);
    let named = zones(
        cloud,
        input.vpc_zone_identifier.as_deref(),
        &input.availability_zones,
        &input.availability_zone_ids,
    )?;
    if let Some((zones, by_subnet)) = named {
        (spec.zones, spec.by_subnet) = (zones, by_subnet);
    }
    Ok(spec)
}

fn set<T>(old: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *old = new;
    }
}

/// Our choice of words.
fn check_name(name: &str) -> Result<(), ApiError> {
    let printable = name.bytes().all(|byte| (33..=126).contains(&byte));
    if name.contains(':') || !printable {
        return Err(validation(
            "AutoScalingGroup name must be printable ASCII without colons",
        ));
    }
    Ok(())
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

/// Zones of subnets, or by name or id, and whether by subnets; none if nothing is given.
pub(super) fn zones(
    cloud: &Cloud,
    subnets: Option<&str>,
    names: &[String],
    ids: &[String],
) -> Result<Option<(Vec<ZoneIndex>, bool)>, ApiError> {
    let subnets = subnets
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
        .filter(|subnet| !subnet.is_empty());
    let mut zones: Vec<ZoneIndex> = subnets
        .map(|subnet| {
            let zone = cloud.ec2.zone_of_subnet(subnet);
            zone.ok_or_else(|| validation(format!("The subnet ID '{subnet}' does not exist")))
        })
        .collect::<Result<_, _>>()?;
    let by_subnet = !zones.is_empty();
    let named = named_zones(cloud, names, ids)?;
    if by_subnet && named.iter().any(|zone| !zones.contains(zone)) {
        return Err(validation(
            "The availability zones of the specified subnets and the AutoScalingGroup do not match",
        ));
    }
    zones.extend(named);
    zones.sort_unstable();
    zones.dedup();
    Ok((!zones.is_empty()).then_some((zones, by_subnet)))
}

/// Our choice of words for both at once.
fn named_zones(cloud: &Cloud, names: &[String], ids: &[String]) -> Result<Vec<ZoneIndex>, ApiError> {
    if !names.is_empty() && !ids.is_empty() {
        return Err(validation(
            "You cannot specify both AvailabilityZones and AvailabilityZoneIds in the same request.",
        ));
    }
    let all = cloud.region.zones;
    let found = names.iter().chain(ids).map(|word| {
        let place = all.iter().position(|zone| zone.name == word || zone.id == word);
        let invalid = || validation(format!("Invalid Availability Zone: {word}"));
        Ok(ZoneIndex(place.ok_or_else(invalid)? as u8))
    });
    found.collect()
}

fn first_target_groups(
    cloud: &Cloud,
    input: &CreateAutoScalingGroupInput,
) -> Result<Vec<TargetGroupIndex>, ApiError> {
    let mut groups = target_groups::read(cloud, &input.target_group_arns)?;
    for group in traffic_sources::read(cloud, &input.traffic_sources)? {
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    Ok(groups)
}

fn health_check_type(text: Option<&str>) -> Result<Option<String>, ApiError> {
    let known = |word: &str| matches!(word.trim(), "EC2" | "ELB" | "EBS");
    match text {
        Some(text) if !text.split(',').all(known) => Err(validation(format!(
            "Invalid HealthCheckType: {text}. EC2, ELB and EBS are modelled here"
        ))),
        text => Ok(text.map(str::to_owned)),
    }
}

fn termination(policies: &[String]) -> Result<Option<Vec<String>>, ApiError> {
    let unknown = |policy: &&String| !TERMINATION_POLICIES.contains(&policy.as_str());
    if let Some(unknown) = policies.iter().find(unknown) {
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
fn warmup(seconds: Option<i64>) -> Option<u64> {
    seconds.and_then(|seconds| u64::try_from(seconds).ok())
}

/// Zero clears it.
#[allow(clippy::option_option)] // not said, cleared, set
fn lifetime(seconds: Option<i64>) -> Result<Option<Option<u64>>, ApiError> {
    match seconds {
        Some(0) => Ok(Some(None)),
        Some(seconds) if seconds < defaults::LEAST_LIFETIME_S => Err(validation(format!(
            "MaxInstanceLifetime must be equal to 0 or greater than or equal to {}",
            defaults::LEAST_LIFETIME_S
        ))),
        seconds => Ok(seconds.map(|seconds| Some(seconds as u64))),
    }
}

/// Both numbers minus one clear it. Our choice of words.
#[allow(clippy::option_option)] // not said, cleared, set
fn maintenance(policy: Option<&InstanceMaintenancePolicy>) -> Result<Option<Option<(u32, u32)>>, ApiError> {
    let Some(policy) = policy else { return Ok(None) };
    match (policy.min_healthy, policy.max_healthy) {
        (Some(-1), Some(-1)) => Ok(Some(None)),
        (Some(least @ 0..=100), Some(most @ 100..=200)) if most - least <= 100 => {
            Ok(Some(Some((least as u32, most as u32))))
        }
        (Some(0..=100), Some(100..=200)) => Err(validation(
            "The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be greater than 100.",
        )),
        _ => Err(validation(
            "InstanceMaintenancePolicy must have a MinHealthyPercentage of 0 to 100 and a MaxHealthyPercentage of 100 to \
             200, or -1 for both.",
        )),
    }
}

fn balanced_only(distribution: Option<&AvailabilityZoneDistribution>) -> Option<bool> {
    let strategy = distribution?.strategy.as_deref()?;
    Some(strategy == "balanced-only")
}

fn heeds_shifts(policy: Option<&AvailabilityZoneImpairmentPolicy>) -> Option<bool> {
    policy?.zonal_shift
}

/// Unhealthy instances of a zone that is shifted away from stay if nothing is said. Our choice.
fn ignores_impaired(policy: Option<&AvailabilityZoneImpairmentPolicy>) -> Option<bool> {
    let behavior = policy?.unhealthy.as_deref()?;
    Some(behavior == "IgnoreUnhealthy")
}

/// Whether a group that zonal shifts concern has, or gets, a target group whose nodes keep to their zone. Our choice of
/// words.
pub(super) fn check_shifts(
    cloud: &Cloud,
    spec: &GroupSpec,
    added: &[TargetGroupIndex],
    skip: Option<bool>,
) -> Result<(), ApiError> {
    let mut all = spec.target_groups.iter().chain(added);
    let stays = |group: &TargetGroupIndex| !cloud.elbv2.group(*group).crosses_zones();
    if spec.zonal_shift && skip != Some(true) && all.any(stays) {
        return Err(validation(
            "Zonal shift cannot be enabled for an Auto Scaling group with cross-zone disabled load balancers. Specify \
             SkipZonalShiftValidation to skip this validation.",
        ));
    }
    Ok(())
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
