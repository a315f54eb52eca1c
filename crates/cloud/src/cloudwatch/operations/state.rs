//! `SetAlarmState`, `EnableAlarmActions`, `DisableAlarmActions`, `DeleteAlarms`.

use api::ApiError;
use api::cloudwatch::{DeleteAlarmsInput, SetAlarmStateInput};

use super::validation;
use crate::Cloud;
use crate::cloudwatch::{AlarmIndex, AlarmState};

/// The state lasts until the alarm is next evaluated, and its actions run if it is another one.
pub(super) fn set_alarm_state(cloud: &mut Cloud, input: &SetAlarmStateInput) -> Result<(), ApiError> {
    let index = cloud
        .cloudwatch
        .alarm_named(input.alarm_name.as_deref().unwrap_or_default());
    let index = index.ok_or_else(|| ApiError::new("ResourceNotFound", ""))?;
    let state = AlarmState::named(input.state_value.as_deref().unwrap_or_default());
    let state = state.ok_or_else(|| validation("There is no such state"))?;
    let data = input.state_reason_data.clone();
    if data.as_deref().is_some_and(|data| !is_object(data)) {
        return Err(ApiError::new(
            "InvalidFormat",
            "StateReasonData was not syntactically valid JSON",
        ));
    }
    let cause = cloud.accept();
    // Source: CloudWatch API Reference, SetAlarmState: scaling policies take the value from there.
    cloud.cloudwatch.all_alarms[index.index()].newest = data.as_deref().and_then(newest_value);
    let reason = input.state_reason.clone().unwrap_or_default();
    cloud.enter_alarm_state(index, state, reason, data, cause);
    Ok(())
}

/// Simplified: only the outer braces are looked at.
fn is_object(data: &str) -> bool {
    data.trim().starts_with('{') && data.trim().ends_with('}')
}

/// The last of `recentDatapoints`.
fn newest_value(data: &str) -> Option<f64> {
    let (_, after) = data.split_once("\"recentDatapoints\"")?;
    let (_, list) = after.split_once('[')?;
    let (list, _) = list.split_once(']')?;
    list.rsplit(',').next()?.trim().parse().ok()
}

/// Names that are no alarm's are passed over, as on AWS.
pub(super) fn enable(cloud: &mut Cloud, names: &[String], enabled: bool) -> Result<(), ApiError> {
    cloud.accept();
    for name in names {
        if let Some(index) = cloud.cloudwatch.alarm_named(name) {
            cloud.cloudwatch.all_alarms[index.index()].spec.actions_enabled = enabled;
        }
    }
    Ok(())
}

/// Names that are no alarm's stop no other from being deleted.
pub(super) fn delete_alarms(cloud: &mut Cloud, input: &DeleteAlarmsInput) -> Result<(), ApiError> {
    let mut found: Vec<AlarmIndex> = Vec::with_capacity(input.alarm_names.len());
    for index in input
        .alarm_names
        .iter()
        .filter_map(|name| cloud.cloudwatch.alarm_named(name))
    {
        if !found.contains(&index) {
            found.push(index);
        }
    }
    let is_composite = |index: &&AlarmIndex| cloud.cloudwatch.alarm(**index).composite().is_some();
    if found.iter().filter(is_composite).count() > 1 {
        return Err(validation("Only one composite alarm can be deleted at a time"));
    }
    for index in &found {
        check_free(cloud, *index, &found)?;
    }
    cloud.accept();
    for index in found {
        cloud.delete_alarm(index);
    }
    Ok(())
}

/// An alarm that a composite alarm looks at stays, unless that goes with it.
fn check_free(cloud: &Cloud, index: AlarmIndex, going: &[AlarmIndex]) -> Result<(), ApiError> {
    let name = &cloud.cloudwatch.alarm(index).spec.name;
    if cloud.cloudwatch.in_cycle(index) {
        let message = format!("Cannot delete {name} as it is part of a cycle of composite alarms");
        return Err(ApiError::new("ResourceConflict", message));
    }
    if cloud
        .cloudwatch
        .parents_of(name)
        .iter()
        .all(|parent| going.contains(parent))
    {
        return Ok(());
    }
    Err(validation(format!(
        "Cannot delete {name} as there are composite alarm(s) depending on it."
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_value_is_the_last_of_the_recent_ones() {
        assert_eq!(
            newest_value(r#"{"recentDatapoints": [1.5, 99.5], "threshold": 3}"#),
            Some(99.5)
        );
        assert_eq!(newest_value(r#"{"recentDatapoints": []}"#), None);
        assert_eq!(newest_value("{}"), None);
        assert!(is_object(" {} ") && !is_object("no"));
    }
}
