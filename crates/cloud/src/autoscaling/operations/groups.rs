//! Groups: made and changed.

use api::ApiError;
use api::autoscaling::{CreateAutoScalingGroupInput, SetDesiredCapacityInput, UpdateAutoScalingGroupInput};
use des::{SimTime, Stream, Ticket};

use super::{activities, lifecycle_hooks, live_group, settings, validation};
use crate::Cloud;
use crate::autoscaling::{Event, Group, GroupIndex, GroupSpec, defaults};
use crate::event::Event as Any;
use crate::fact::FactId;

const NUMBER: Stream = Stream::named("autoscaling/number");

pub(super) fn create(cloud: &mut Cloud, input: &CreateAutoScalingGroupInput) -> Result<(), ApiError> {
    let spec = settings::read(cloud, input)?;
    settings::check_shifts(cloud, &spec, &[], input.skip_shift_validation)?;
    let desired = input.desired_capacity.map_or(spec.min, |desired| desired as u32);
    check_sizes(&spec, desired)?;
    check_new(cloud, &spec.name)?;
    let hooks = lifecycle_hooks::read_specifications(&input.hooks)?;
    let cause = cloud.accept();
    cloud.arm_metrics();
    let index = GroupIndex(cloud.autoscaling.all_groups.len() as u32);
    let mut group = new_group(cloud, spec, index, cause);
    group.hooks = hooks;
    cloud.autoscaling.all_groups.push(group);
    let why = "a user request created an AutoScalingGroup";
    cloud.set_desired(index, desired, why, cause);
    let first = cloud.now + defaults::HEALTH_PERIOD;
    cloud
        .events
        .push(first, Any::AutoScaling(Event::CheckHealth(index)));
    Ok(())
}

fn new_group(cloud: &Cloud, spec: GroupSpec, index: GroupIndex, cause: FactId) -> Group {
    Group {
        // Target groups that are there from the beginning count at once.
        proven: spec.target_groups.clone(),
        spec,
        number: cloud.uuid(u64::from(index.0)),
        created: cloud.now,
        desired: 0,
        members: Vec::new(),
        hooks: Vec::new(),
        refreshes: Vec::new(),
        suspended: Vec::new(),
        deleting: false,
        cooldown_until: SimTime::ZERO,
        cause,
        why: String::new(),
        cooling: None,
        launch_warmup: None,
        owed: Vec::new(),
        removing: Vec::new(),
        failed_zones: Vec::new(),
        shifted: None,
        deleted: false,
        wake: (SimTime::NEVER, Ticket::NONE),
    }
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
    let mut groups = cloud.autoscaling.groups();
    if let Some((_, known)) = groups.find(|(_, group)| group.spec.name == name) {
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
        let message = format!(
            "You have already used your allocation of {} groups",
            defaults::GROUPS
        );
        return Err(ApiError::new("LimitExceeded", message));
    }
    Ok(())
}

/// Only what is said changes; running instances stay as they are.
pub(super) fn update(cloud: &mut Cloud, input: &UpdateAutoScalingGroupInput) -> Result<(), ApiError> {
    let index = live_group(cloud, input.group_name.as_deref())?;
    let old = cloud.autoscaling.group(index);
    let refreshes = old.refresh().is_some_and(|refresh| refresh.desired.is_some());
    if refreshes && input.launch_template.is_some() {
        return Err(validation(
            "An active instance refresh with a desired configuration exists. All configuration options derived from the \
             desired configuration are not available for update while the instance refresh is active.",
        ));
    }
    let spec = settings::changed(cloud, &old.spec, input)?;
    if input.impairment_policy.is_some() {
        settings::check_shifts(cloud, &spec, &[], input.skip_shift_validation)?;
    }
    // Bounds that leave the present number outside drag it along.
    let dragged = old.desired.clamp(spec.min.min(spec.max), spec.max);
    let desired = input.desired_capacity.map_or(dragged, |desired| desired as u32);
    check_sizes(&spec, desired)?;
    let (before, min, max) = (old.desired, spec.min, spec.max);
    let cause = cloud.accept();
    let group = cloud.autoscaling.group_mut(index);
    if group.spec.zones != spec.zones {
        group.cause = cause;
    }
    group.spec = spec;
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
    let index = live_group(cloud, input.group_name.as_deref())?;
    let wanted = input.desired_capacity.unwrap_or_default() as u32;
    let spec = &cloud.autoscaling.group(index).spec;
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
    if input.honor_cooldown == Some(true) {
        check_cooldown(cloud, index)?;
    }
    let cause = cloud.accept();
    let why = "a user request explicitly set group desired capacity";
    cloud.set_desired(index, wanted, why, cause);
    Ok(())
}

/// Our choice: a call that honours a cooldown is refused while it runs; AWS does not tell whether it waits instead.
fn check_cooldown(cloud: &Cloud, index: GroupIndex) -> Result<(), ApiError> {
    let group = cloud.autoscaling.group(index);
    if group.cooling.is_none() && group.cooldown_until <= cloud.now {
        return Ok(());
    }
    let mut activities = cloud.autoscaling.activities().rev();
    let last = activities.find(|(_, activity)| activity.group == index);
    let id = last.map_or_else(String::new, |(number, _)| activities::id(cloud, number));
    let message = format!("Scaling activity {id} is in progress and blocks this action");
    Err(ApiError::new("ScalingActivityInProgress", message))
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
