//! `DescribeAutoScalingGroups`: a name that is no group's is passed over.

use api::autoscaling::{
    AutoScalingGroup, AvailabilityZoneDistribution, AvailabilityZoneImpairmentPolicy,
    DescribeAutoScalingGroupsInput, DescribeAutoScalingGroupsOutput, Filter, Instance,
    InstanceMaintenancePolicy, LaunchTemplateSpecification, SuspendedProcess, Tag,
};
use api::{ApiError, Timestamp};
use des::SimTime;

use super::page::Page;
use super::{traffic_sources, validation};
use crate::Cloud;
use crate::autoscaling::activity::sentence_time;
use crate::autoscaling::{Group, GroupIndex, GroupSpec, Member};
use crate::ec2::defaults::ACCOUNT_ID;
use crate::region::ZoneIndex;

pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeAutoScalingGroupsInput,
) -> Result<DescribeAutoScalingGroupsOutput, ApiError> {
    input.filters.iter().try_for_each(check_filter)?;
    let page = Page::of(input.next_token.as_deref(), input.max_records, 50)?;
    let wanted = |group: &Group| {
        let named = input.group_names.is_empty() || input.group_names.contains(&group.spec.name);
        named && input.filters.iter().all(|filter| passes(&group.spec, filter))
    };
    let all = cloud.autoscaling.groups();
    let mut groups: Vec<(GroupIndex, &Group)> = all.filter(|(_, group)| wanted(group)).collect();
    groups.sort_unstable_by(|(_, a), (_, b)| a.spec.name.cmp(&b.spec.name));
    let with_instances = input.include_instances != Some(false);
    let shape = |(index, group): (GroupIndex, &Group)| {
        let mut shape = describe_group(cloud, index, group);
        shape.instances.retain(|_| with_instances);
        shape
    };
    let (groups, next_token) = page.cut(groups);
    Ok(DescribeAutoScalingGroupsOutput {
        groups: groups.into_iter().map(shape).collect(),
        next_token,
    })
}

fn check_filter(filter: &Filter) -> Result<(), ApiError> {
    let name = filter.name.as_deref().unwrap_or_default();
    let known = matches!(name, "tag-key" | "tag-value") || name.starts_with("tag:");
    known.then_some(()).ok_or_else(|| {
        validation(format!(
            "Filter type {name} is not correct. Allowed Filter types are: tag-key tag-value tag:<key>"
        ))
    })
}

fn passes(spec: &GroupSpec, filter: &Filter) -> bool {
    let name = filter.name.as_deref().unwrap_or_default();
    spec.tags.iter().any(|(key, value, _)| match name {
        "tag-key" => filter.values.contains(key),
        "tag-value" => filter.values.contains(value),
        _ => name.strip_prefix("tag:") == Some(key) && filter.values.contains(value),
    })
}

pub(crate) fn describe_group(cloud: &Cloud, index: GroupIndex, group: &Group) -> AutoScalingGroup {
    let spec = &group.spec;
    let zones = || spec.zones.iter().map(|zone| cloud.region.zone(*zone));
    let arns = spec
        .target_groups
        .iter()
        .map(|index| cloud.target_group_arn(cloud.elbv2.group(*index)));
    AutoScalingGroup {
        group_name: Some(spec.name.clone()),
        group_arn: Some(arn(cloud, group)),
        launch_template: Some(full_template(cloud, &spec.template)),
        min_size: Some(spec.min.into()),
        max_size: Some(spec.max.into()),
        desired_capacity: Some(group.desired.into()),
        default_cooldown: Some(spec.cooldown_s as i64),
        availability_zones: zones().map(|zone| zone.name.to_owned()).collect(),
        availability_zone_ids: zones().map(|zone| zone.id.to_owned()).collect(),
        target_group_arns: arns.collect(),
        health_check_type: Some(spec.health_check_type.clone()),
        grace_period: Some(spec.grace_s as i64),
        instances: members(cloud, group),
        created_time: Some(Timestamp::of(group.created)),
        suspended_processes: group.suspended.iter().map(suspended).collect(),
        vpc_zone_identifier: Some(subnets(cloud, spec)),
        enabled_metrics: cloud.enabled_metrics(&spec.name),
        status: group.deleting.then(|| "Delete in progress".to_owned()),
        tags: tags(spec),
        traffic_sources: traffic_sources::identifiers(cloud, index),
        service_linked_role_arn: Some(role()),
        capacity_rebalance: Some(false),
        ..described_settings(spec)
    }
}

/// What is shown as it was said.
fn described_settings(spec: &GroupSpec) -> AutoScalingGroup {
    let strategy = if spec.balanced_only {
        "balanced-only"
    } else {
        "balanced-best-effort"
    };
    let unhealthy = if spec.ignores_impaired {
        "IgnoreUnhealthy"
    } else {
        "ReplaceUnhealthy"
    };
    let maintenance = |(least, most): (u32, u32)| InstanceMaintenancePolicy {
        min_healthy: Some(least.into()),
        max_healthy: Some(most.into()),
    };
    AutoScalingGroup {
        termination_policies: spec.termination.clone(),
        protect_new: Some(spec.protect_new),
        max_lifetime: spec.max_lifetime_s.map(|seconds| seconds as i64),
        context: spec.context.clone(),
        default_warmup: spec.warmup_s.map(|seconds| seconds as i64),
        maintenance_policy: spec.maintenance.map(maintenance),
        deletion_protection: Some(spec.deletion_protection.clone()),
        zone_distribution: Some(AvailabilityZoneDistribution {
            strategy: Some(strategy.to_owned()),
        }),
        impairment_policy: Some(AvailabilityZoneImpairmentPolicy {
            zonal_shift: Some(spec.zonal_shift),
            unhealthy: Some(unhealthy.to_owned()),
        }),
        ..AutoScalingGroup::default()
    }
}

/// A group's name among all resources of AWS.
pub(crate) fn arn(cloud: &Cloud, group: &Group) -> String {
    format!(
        "arn:aws:autoscaling:{}:{ACCOUNT_ID}:autoScalingGroup:{}:autoScalingGroupName/{}",
        cloud.region.name, group.number, group.spec.name
    )
}

fn role() -> String {
    format!(
        "arn:aws:iam::{ACCOUNT_ID}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"
    )
}

fn subnets(cloud: &Cloud, spec: &GroupSpec) -> String {
    let zones = spec.zones.iter().filter(|_| spec.by_subnet);
    let subnet = |zone: &ZoneIndex| cloud.ec2.subnet_ids[zone.index()].clone();
    zones.map(subnet).collect::<Vec<_>>().join(",")
}

fn suspended((process, since): &(String, SimTime)) -> SuspendedProcess {
    SuspendedProcess {
        process_name: Some(process.clone()),
        suspension_reason: Some(format!("User suspended at {}", sentence_time(*since))),
    }
}

fn tags(spec: &GroupSpec) -> Vec<Tag> {
    spec.tags
        .iter()
        .map(|tag| describe_tag(&spec.name, tag))
        .collect()
}

/// A tag of the group called `name`.
pub(super) fn describe_tag(name: &str, (key, value, propagate): &(String, String, bool)) -> Tag {
    Tag {
        resource_id: Some(name.to_owned()),
        resource_type: Some("auto-scaling-group".to_owned()),
        key: Some(key.clone()),
        value: Some(value.clone()),
        propagate: Some(*propagate),
    }
}

fn members(cloud: &Cloud, group: &Group) -> Vec<Instance> {
    let members = group.members.iter();
    members.map(|member| describe_member(cloud, member)).collect()
}

fn describe_member(cloud: &Cloud, member: &Member) -> Instance {
    let instance = &cloud.ec2.instances[member.instance.index()];
    let zone = cloud.region.zone(instance.zone);
    Instance {
        instance_id: Some(instance.id.clone()),
        instance_type: Some(instance.instance_type.name.to_owned()),
        availability_zone: Some(zone.name.to_owned()),
        availability_zone_id: Some(zone.id.to_owned()),
        lifecycle_state: Some(member.state.name().to_owned()),
        health_status: Some(if member.healthy { "Healthy" } else { "Unhealthy" }.to_owned()),
        launch_template: own_template(cloud, member),
        image_id: Some(instance.image.id.to_owned()),
        protected: Some(member.protected),
    }
}

/// What an instance was launched from; nothing of one that was attached.
pub(super) fn own_template(cloud: &Cloud, member: &Member) -> Option<LaunchTemplateSpecification> {
    let (index, version) = member.template?;
    let template = &cloud.ec2.all_launch_templates[index.index()];
    Some(LaunchTemplateSpecification {
        id: Some(template.id.clone()),
        name: Some(template.name.clone()),
        version: Some(version.to_string()),
    })
}

/// A specification by id and name.
pub(super) fn full_template(
    cloud: &Cloud,
    written: &LaunchTemplateSpecification,
) -> LaunchTemplateSpecification {
    let name = written.name.as_deref();
    let found = cloud.ec2.launch_template_of(written.id.as_deref(), name).ok();
    let Some(found) = found else {
        return written.clone();
    };
    let template = &cloud.ec2.all_launch_templates[found.index()];
    let version = written.version.as_deref().unwrap_or("$Default");
    LaunchTemplateSpecification {
        id: Some(template.id.clone()),
        name: Some(template.name.clone()),
        version: Some(version.to_owned()),
    }
}
