//! Scheduled actions: made, deleted, described.

use api::autoscaling::{
    BatchDeleteScheduledActionInput, BatchDeleteScheduledActionOutput,
    BatchPutScheduledUpdateGroupActionInput, BatchPutScheduledUpdateGroupActionOutput,
    DeleteScheduledActionInput, DescribeScheduledActionsInput, DescribeScheduledActionsOutput,
    FailedScheduledUpdateGroupActionRequest as Failed, PutScheduledUpdateGroupActionInput,
    ScheduledUpdateGroupAction, ScheduledUpdateGroupActionRequest as Request,
};
use api::{ApiError, Timestamp};
use des::SimTime;

use super::page::Page;
use super::{group, validation};
use crate::Cloud;
use crate::autoscaling::cron::Cron;
use crate::autoscaling::schedule::{Plan, Sizes};
use crate::autoscaling::time_zone::{TimeZone, ZONES};
use crate::autoscaling::{GroupIndex, ScheduleIndex, ScheduledAction, defaults};
use crate::ec2::defaults::ACCOUNT_ID;

/// What is to be written.
struct New {
    name: String,
    plan: Plan,
    sizes: Sizes,
    next: SimTime,
}

pub(super) fn put(cloud: &mut Cloud, input: &PutScheduledUpdateGroupActionInput) -> Result<(), ApiError> {
    let group = group(cloud, input.group_name.as_deref())?;
    let request = Request {
        action_name: input.action_name.clone(),
        start_time: input.start_time,
        end_time: input.end_time,
        recurrence: input.recurrence.clone(),
        min_size: input.min_size,
        max_size: input.max_size,
        desired_capacity: input.desired_capacity,
        time_zone: input.time_zone.clone(),
    };
    let new = read(cloud, group, &request)?;
    write(cloud, group, new);
    cloud.await_schedule();
    Ok(())
}

/// Each for itself: the answer lists those that were refused. If all are, nothing has changed, and the call counts as
/// accepted all the same, as on AWS.
pub(super) fn put_batch(
    cloud: &mut Cloud,
    input: &BatchPutScheduledUpdateGroupActionInput,
) -> Result<BatchPutScheduledUpdateGroupActionOutput, ApiError> {
    let group = group(cloud, input.group_name.as_deref())?;
    check_batch(input.actions.len())?;
    cloud.accept();
    let mut failed = Vec::new();
    for request in &input.actions {
        match read(cloud, group, request) {
            Ok(new) => write(cloud, group, new),
            Err(error) => failed.push(refused(request.action_name.clone(), error)),
        }
    }
    cloud.await_schedule();
    Ok(BatchPutScheduledUpdateGroupActionOutput { failed })
}

fn check_batch(n: usize) -> Result<(), ApiError> {
    if n > defaults::SCHEDULED_BATCH {
        let message = format!(
            "At most {} scheduled actions are allowed in one call",
            defaults::SCHEDULED_BATCH
        );
        return Err(validation(message));
    }
    Ok(())
}

fn refused(name: Option<String>, error: ApiError) -> Failed {
    Failed {
        action_name: name,
        error_code: Some(error.code.to_owned()),
        error_message: Some(error.message),
    }
}

fn read(cloud: &Cloud, group: GroupIndex, input: &Request) -> Result<New, ApiError> {
    let name = input.action_name.clone().unwrap_or_default();
    let sizes = read_sizes(input)?;
    let plan = read_plan(cloud, input)?;
    let never = || validation("The scheduled action would never run");
    let next = plan.next(Timestamp::of(cloud.now), true).ok_or_else(never)?;
    let new = New {
        name,
        plan,
        sizes,
        next: next.to_sim_time(),
    };
    check_others(cloud, group, &new)?;
    Ok(new)
}

fn read_sizes(input: &Request) -> Result<Sizes, ApiError> {
    let size = |given: Option<i64>| given.map(|size| size as u32);
    let sizes = Sizes {
        min: size(input.min_size),
        max: size(input.max_size),
        desired: size(input.desired_capacity),
    };
    if sizes == Sizes::default() {
        return Err(validation(
            "At least one of MinSize, MaxSize and DesiredCapacity must be specified",
        ));
    }
    let (least, most) = (sizes.min.unwrap_or(0), sizes.max.unwrap_or(u32::MAX));
    if least > most {
        return Err(validation(
            "Min bound, when specified, must be less than or equal to max bound",
        ));
    }
    match sizes.desired {
        Some(desired) if !(least..=most).contains(&desired) => Err(validation(format!(
            "Desired capacity:{desired} must be between the specified min size and max size"
        ))),
        _ => Ok(sizes),
    }
}

fn read_plan(cloud: &Cloud, input: &Request) -> Result<Plan, ApiError> {
    let now = Timestamp::of(cloud.now);
    if input.start_time.is_none() && input.recurrence.is_none() {
        return Err(validation("Either StartTime or Recurrence must be specified"));
    }
    if input.start_time.is_some_and(|start| start < now) {
        return Err(validation("Given start time is in the past"));
    }
    if input.end_time.is_some_and(|end| end <= now) {
        return Err(validation("Given end time is in the past"));
    }
    if input
        .start_time
        .zip(input.end_time)
        .is_some_and(|(start, end)| start >= end)
    {
        return Err(validation("Given start time must be before the end time"));
    }
    let recurrence = input.recurrence.as_ref().map(|text| read_recurrence(text));
    Ok(Plan {
        start: input.start_time,
        end: input.end_time,
        recurrence: recurrence.transpose()?,
        zone: input.time_zone.as_deref().map(read_zone).transpose()?,
    })
}

fn read_recurrence(text: &str) -> Result<(String, Cron), ApiError> {
    let cron = Cron::parse(text);
    let invalid = || validation(format!("Given recurrence string:{text} is invalid"));
    Ok((text.to_owned(), cron.ok_or_else(invalid)?))
}

fn read_zone(name: &str) -> Result<&'static TimeZone, ApiError> {
    let not_modelled = || {
        let known: Vec<&str> = ZONES.iter().map(|zone| zone.name).collect();
        validation(format!(
            "The time zone {name} is not modelled here. These are: {}",
            known.join(", ")
        ))
    };
    TimeZone::named(name).ok_or_else(not_modelled)
}

/// No two actions of a group begin at the same time, and there are not too many.
fn check_others(cloud: &Cloud, group: GroupIndex, new: &New) -> Result<(), ApiError> {
    let others = || {
        let all = cloud.autoscaling.scheduled();
        all.filter(move |(_, action)| action.group == group && action.name != new.name)
    };
    if others().any(|(_, action)| action.next == new.next) {
        return Err(ApiError::new(
            "AlreadyExists",
            "A scheduled action with this scheduled start time already exists",
        ));
    }
    if others().count() >= defaults::SCHEDULED_ACTIONS {
        let message = format!(
            "You have reached the limit of {} scheduled actions of a group",
            defaults::SCHEDULED_ACTIONS
        );
        return Err(ApiError::new("LimitExceeded", message));
    }
    Ok(())
}

fn write(cloud: &mut Cloud, group: GroupIndex, new: New) {
    let cause = cloud.accept();
    if let Ok(index) = find(cloud, group, &new.name) {
        let action = &mut cloud.autoscaling.schedule[index.index()];
        (action.plan, action.sizes, action.next, action.cause) = (new.plan, new.sizes, new.next, cause);
        return;
    }
    let number = cloud.uuid((1 << 42) | cloud.autoscaling.schedule.len() as u64);
    cloud.autoscaling.schedule.push(ScheduledAction {
        group,
        name: new.name,
        number,
        plan: new.plan,
        sizes: new.sizes,
        next: new.next,
        cause,
        deleted: false,
    });
}

fn find(cloud: &Cloud, group: GroupIndex, name: &str) -> Result<ScheduleIndex, ApiError> {
    let mut all = cloud.autoscaling.scheduled();
    let found = all.find(|(_, action)| action.group == group && action.name == name);
    let not_found = || validation("Scheduled action name not found");
    found.map(|(index, _)| index).ok_or_else(not_found)
}

pub(super) fn delete(cloud: &mut Cloud, input: &DeleteScheduledActionInput) -> Result<(), ApiError> {
    let group = group(cloud, input.group_name.as_deref())?;
    let index = find(cloud, group, input.action_name.as_deref().unwrap_or_default())?;
    cloud.accept();
    cloud.autoscaling.schedule[index.index()].deleted = true;
    cloud.await_schedule();
    Ok(())
}

pub(super) fn delete_batch(
    cloud: &mut Cloud,
    input: &BatchDeleteScheduledActionInput,
) -> Result<BatchDeleteScheduledActionOutput, ApiError> {
    let group = group(cloud, input.group_name.as_deref())?;
    check_batch(input.action_names.len())?;
    cloud.accept();
    let mut failed = Vec::new();
    for name in &input.action_names {
        match find(cloud, group, name) {
            Ok(index) => cloud.autoscaling.schedule[index.index()].deleted = true,
            Err(error) => failed.push(refused(Some(name.clone()), error)),
        }
    }
    cloud.await_schedule();
    Ok(BatchDeleteScheduledActionOutput { failed })
}

/// A group or action that is not there is passed over.
pub(super) fn describe(
    cloud: &Cloud,
    input: &DescribeScheduledActionsInput,
) -> Result<DescribeScheduledActionsOutput, ApiError> {
    let page = Page::of(input.next_token.as_deref(), input.max_records, 50)?;
    let wanted = |action: &ScheduledAction| {
        let group = &cloud.autoscaling.all_groups[action.group.index()].spec.name;
        let names = &input.action_names;
        let named =
            names.is_empty() || names.contains(&action.name) || names.contains(&cloud.action_arn(action));
        let next = Timestamp::of(action.next);
        named
            && input.group_name.as_ref().is_none_or(|name| name == group)
            && input.start_time.is_none_or(|start| next >= start)
            && input.end_time.is_none_or(|end| next <= end)
    };
    let all = cloud.autoscaling.scheduled().map(|(_, action)| action);
    let mut found: Vec<&ScheduledAction> = all.filter(|action| wanted(action)).collect();
    found.sort_by_key(|action| action.next);
    let (actions, next_token) = page.cut(found.into_iter().map(|action| shape(cloud, action)));
    Ok(DescribeScheduledActionsOutput { actions, next_token })
}

fn shape(cloud: &Cloud, action: &ScheduledAction) -> ScheduledUpdateGroupAction {
    let next = Some(Timestamp::of(action.next));
    ScheduledUpdateGroupAction {
        group_name: Some(
            cloud.autoscaling.all_groups[action.group.index()]
                .spec
                .name
                .clone(),
        ),
        action_name: Some(action.name.clone()),
        action_arn: Some(cloud.action_arn(action)),
        time: next,
        start_time: next,
        end_time: action.plan.end,
        recurrence: action.plan.recurrence.as_ref().map(|(text, _)| text.clone()),
        min_size: action.sizes.min.map(i64::from),
        max_size: action.sizes.max.map(i64::from),
        desired_capacity: action.sizes.desired.map(i64::from),
        time_zone: action.plan.zone.map(|zone| zone.name.to_owned()),
    }
}

impl Cloud {
    fn action_arn(&self, action: &ScheduledAction) -> String {
        format!(
            "arn:aws:autoscaling:{}:{ACCOUNT_ID}:scheduledUpdateGroupAction:{}:autoScalingGroupName/{}:\
             scheduledActionName/{}",
            self.region.name,
            action.number,
            self.autoscaling.all_groups[action.group.index()].spec.name,
            action.name
        )
    }
}
