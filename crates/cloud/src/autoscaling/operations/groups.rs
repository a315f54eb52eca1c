//! Groups: made, changed, deleted, described.

use std::collections::BTreeSet;

use api::autoscaling::{
    AutoScalingGroup, CreateAutoScalingGroupInput, DeleteAutoScalingGroupInput,
    DescribeAutoScalingGroupsInput, DescribeAutoScalingGroupsOutput, Instance, SetDesiredCapacityInput,
    SuspendedProcess, Tag, UpdateAutoScalingGroupInput,
};
use api::{ApiError, Timestamp};
use des::{SimTime, Stream, Ticket};

use super::settings::{self, check_template};
use super::{group, validation};
use crate::Cloud;
use crate::autoscaling::{Event, Group, GroupIndex, GroupSpec, LifecycleState, Member, defaults};
use crate::ec2::InstanceState;
use crate::ec2::defaults::ACCOUNT_ID;
use crate::event::Event as Any;

const NUMBER: Stream = Stream::named("autoscaling/number");

pub(super) fn create(cloud: &mut Cloud, input: &CreateAutoScalingGroupInput) -> Result<(), ApiError> {
    let spec = settings::read(cloud, input)?;
    let desired = input.desired_capacity.map_or(spec.min, |desired| desired as u32);
    check_sizes(&spec, desired)?;
    check_new(cloud, &spec.name)?;
    let cause = cloud.accept();
    cloud.arm_metrics();
    let index = GroupIndex(cloud.autoscaling.all_groups.len() as u32);
    let number = cloud.uuid(u64::from(index.0));
    cloud.autoscaling.all_groups.push(Group {
        spec,
        number,
        created: cloud.now,
        desired: 0,
        members: Vec::new(),
        suspended: BTreeSet::new(),
        deleting: false,
        cooldown_until: SimTime::ZERO,
        cause,
        why: String::new(),
        cooling: None,
        deleted: false,
        wake: Ticket::NONE,
    });
    cloud.set_desired(
        index,
        desired,
        "a user request created an AutoScalingGroup",
        cause,
    );
    let first = cloud.now + defaults::HEALTH_PERIOD;
    cloud
        .events
        .push(first, Any::AutoScaling(Event::CheckHealth(index)));
    Ok(())
}

fn check_sizes(spec: &GroupSpec, desired: u32) -> Result<(), ApiError> {
    if spec.min > spec.max {
        return Err(validation(
            "Min bound, when specified, must be less than or equal to max bound",
        ));
    }
    if !(spec.min..=spec.max).contains(&desired) {
        let message = format!(
            "Desired capacity:{desired} must be between the specified min size:{} and max size:{}",
            spec.min, spec.max
        );
        return Err(validation(message));
    }
    Ok(())
}

fn check_new(cloud: &Cloud, name: &str) -> Result<(), ApiError> {
    if let Some((_, known)) = cloud
        .autoscaling
        .groups()
        .find(|(_, group)| group.spec.name == name)
    {
        let message = if known.deleting {
            "AutoScalingGroup by this name already exists and is pending delete".to_owned()
        } else {
            format!(
                "AutoScalingGroup by this name already exists - A group with the name {name} already exists"
            )
        };
        return Err(ApiError::new("AlreadyExists", message));
    }
    if cloud.autoscaling.groups().count() >= defaults::GROUPS {
        return Err(ApiError::new(
            "LimitExceeded",
            "You have reached the limit of groups",
        ));
    }
    Ok(())
}

/// Only what is said changes; running instances stay as they are.
pub(super) fn update(cloud: &mut Cloud, input: &UpdateAutoScalingGroupInput) -> Result<(), ApiError> {
    let index = group(cloud, input.group_name.as_deref())?;
    let old = &cloud.autoscaling.all_groups[index.index()];
    let mut spec = old.spec.clone();
    if let Some(template) = &input.launch_template {
        check_template(cloud, template)?;
        spec.template = template.clone();
    }
    let size = |given: Option<i64>, old: u32| given.map_or(old, |given| given as u32);
    (spec.min, spec.max) = (size(input.min_size, spec.min), size(input.max_size, spec.max));
    // Bounds that leave the present number outside drag it along.
    let dragged = old.desired.clamp(spec.min.min(spec.max), spec.max);
    let desired = input.desired_capacity.map_or(dragged, |desired| desired as u32);
    check_sizes(&spec, desired)?;
    spec.cooldown_s = input
        .default_cooldown
        .map_or(spec.cooldown_s, |seconds| seconds as u64);
    spec.grace_s = input.grace_period.map_or(spec.grace_s, |seconds| seconds as u64);
    spec.protect_new = input.protect_new.unwrap_or(spec.protect_new);
    if input.default_warmup.is_some() {
        spec.warmup_s = settings::warmup(input.default_warmup);
    }
    if let Some(zones) = settings::zones(
        cloud,
        input.vpc_zone_identifier.as_deref(),
        &input.availability_zones,
    )? {
        spec.zones = zones;
    }
    if let Some(text) = settings::health_check_type(input.health_check_type.as_deref())? {
        spec.health_check_type = text;
    }
    if let Some(policies) = settings::termination(&input.termination_policies)? {
        spec.termination = policies;
    }
    let (before, min, max) = (old.desired, spec.min, spec.max);
    let cause = cloud.accept();
    cloud.autoscaling.all_groups[index.index()].spec = spec;
    if desired != before {
        let why = format!(
            "a user request update of AutoScalingGroup constraints to min: {min}, max: {max}, desired: {desired}"
        );
        cloud.set_desired(index, desired, &why, cause);
    } else {
        cloud.wake_group(index, defaults::REACTION);
    }
    Ok(())
}

pub(super) fn set_desired_capacity(
    cloud: &mut Cloud,
    input: &SetDesiredCapacityInput,
) -> Result<(), ApiError> {
    let index = group(cloud, input.group_name.as_deref())?;
    let wanted = input.desired_capacity.unwrap_or_default() as u32;
    let spec = &cloud.autoscaling.all_groups[index.index()].spec;
    let refused = |way: &str, bound: u32| {
        let bound_name = if way == "above" { "max" } else { "min" };
        let message = format!(
            "New SetDesiredCapacity value {wanted} is {way} {bound_name} value {bound} for the AutoScalingGroup."
        );
        Err(validation(message))
    };
    if wanted > spec.max {
        return refused("above", spec.max);
    }
    if wanted < spec.min {
        return refused("below", spec.min);
    }
    let cause = cloud.accept();
    cloud.set_desired(
        index,
        wanted,
        "a user request explicitly set group desired capacity",
        cause,
    );
    Ok(())
}

/// A group with instances goes only by force, and takes them along without draining.
pub(super) fn delete(cloud: &mut Cloud, input: &DeleteAutoScalingGroupInput) -> Result<(), ApiError> {
    let index = group(cloud, input.group_name.as_deref())?;
    let members = cloud.autoscaling.all_groups[index.index()].members.len();
    if members > 0 && input.force_delete != Some(true) {
        let message = "You cannot delete an AutoScalingGroup while there are instances or pending Spot instance \
                       request(s) still in the group.";
        return Err(ApiError::new("ResourceInUse", message));
    }
    let cause = cloud.accept();
    cloud.delete_scaling_of(index);
    let state = &mut cloud.autoscaling.all_groups[index.index()];
    (
        state.deleting,
        state.spec.min,
        state.spec.max,
        state.desired,
        state.cause,
    ) = (true, 0, 0, 0, cause);
    for place in 0..members {
        let member = &cloud.autoscaling.all_groups[index.index()].members[place];
        let (instance, ending) = (member.instance, member.state == LifecycleState::Terminating);
        if !ending {
            let at = cloud.sentence_time();
            let why = format!("At {at} a user request force-deleted the AutoScalingGroup.");
            cloud.terminate_member(index, place, &why, cause);
        }
        let state = cloud.ec2.instances[instance.index()].state;
        if !matches!(state, InstanceState::ShuttingDown | InstanceState::Terminated) {
            cloud.power_off(instance, InstanceState::ShuttingDown, cause);
        }
    }
    cloud.wake_group(index, defaults::REACTION);
    Ok(())
}

/// A name that is no group's is passed over.
pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeAutoScalingGroupsInput,
) -> DescribeAutoScalingGroupsOutput {
    let wanted =
        |group: &&Group| input.group_names.is_empty() || input.group_names.contains(&group.spec.name);
    let mut groups: Vec<&Group> = cloud
        .autoscaling
        .groups()
        .map(|(_, group)| group)
        .filter(wanted)
        .collect();
    groups.sort_unstable_by(|a, b| a.spec.name.cmp(&b.spec.name));
    DescribeAutoScalingGroupsOutput {
        groups: groups
            .into_iter()
            .map(|group| describe_group(cloud, group))
            .collect(),
    }
}

fn describe_group(cloud: &Cloud, group: &Group) -> AutoScalingGroup {
    let spec = &group.spec;
    let zone_name = |zone: &crate::region::ZoneIndex| cloud.region.zone(*zone).name.to_owned();
    let subnets: Vec<String> = spec
        .zones
        .iter()
        .map(|zone| cloud.ec2.subnet_ids[zone.index()].clone())
        .collect();
    let arns = spec
        .target_groups
        .iter()
        .map(|index| cloud.target_group_arn(cloud.elbv2.group(*index)));
    AutoScalingGroup {
        group_name: Some(spec.name.clone()),
        group_arn: Some(format!(
            "arn:aws:autoscaling:{}:{ACCOUNT_ID}:autoScalingGroup:{}:autoScalingGroupName/{}",
            cloud.region.name, group.number, spec.name
        )),
        launch_template: Some(spec.template.clone()),
        min_size: Some(spec.min.into()),
        max_size: Some(spec.max.into()),
        desired_capacity: Some(group.desired.into()),
        default_cooldown: Some(spec.cooldown_s as i64),
        availability_zones: spec.zones.iter().map(zone_name).collect(),
        target_group_arns: arns.collect(),
        health_check_type: Some(spec.health_check_type.clone()),
        grace_period: Some(spec.grace_s as i64),
        instances: group
            .members
            .iter()
            .map(|member| describe_member(cloud, group, member))
            .collect(),
        created_time: Some(Timestamp::of(group.created)),
        suspended_processes: group.suspended.iter().map(|process| suspended(process)).collect(),
        vpc_zone_identifier: Some(subnets.join(",")),
        enabled_metrics: cloud.enabled_metrics(&spec.name),
        status: group.deleting.then(|| "Delete in progress".to_owned()),
        tags: spec
            .tags
            .iter()
            .map(|tag| describe_tag(&spec.name, tag))
            .collect(),
        termination_policies: spec.termination.clone(),
        protect_new: Some(spec.protect_new),
        default_warmup: spec.warmup_s.map(|seconds| seconds as i64),
    }
}

fn suspended(process: &str) -> SuspendedProcess {
    SuspendedProcess {
        process_name: Some(process.to_owned()),
        suspension_reason: Some("User suspended".to_owned()),
    }
}

pub(super) fn describe_tag(name: &str, (key, value, propagate): &(String, String, bool)) -> Tag {
    Tag {
        resource_id: Some(name.to_owned()),
        resource_type: Some("auto-scaling-group".to_owned()),
        key: Some(key.clone()),
        value: Some(value.clone()),
        propagate: Some(*propagate),
    }
}

fn describe_member(cloud: &Cloud, group: &Group, member: &Member) -> Instance {
    let instance = &cloud.ec2.instances[member.instance.index()];
    let mut template = group.spec.template.clone();
    template.version = Some(member.version.to_string());
    Instance {
        instance_id: Some(instance.id.clone()),
        instance_type: Some(instance.instance_type.name.to_owned()),
        availability_zone: Some(cloud.region.zone(instance.zone).name.to_owned()),
        lifecycle_state: Some(member.state.name().to_owned()),
        health_status: Some(if member.healthy { "Healthy" } else { "Unhealthy" }.to_owned()),
        launch_template: Some(template),
        protected: Some(member.protected),
    }
}

impl Cloud {
    /// Digits as AWS's ids of groups and policies have them.
    pub(in crate::autoscaling) fn uuid(&self, ordinal: u64) -> String {
        let (a, b) = (
            self.seed.draw(NUMBER, ordinal, 0).bits(),
            self.seed.draw(NUMBER, ordinal, 1).bits(),
        );
        format!(
            "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
            a >> 32,
            a >> 16 & 0xffff,
            a & 0xfff,
            b >> 52,
            b & 0xffff_ffff_ffff
        )
    }
}
