//! `PutCompositeAlarm`.

use api::ApiError;
use api::cloudwatch::PutCompositeAlarmInput;
use des::SimDuration;

use super::alarm::{check_arn, check_name, read_tags};
use super::validation;
use crate::Cloud;
use crate::cloudwatch::actions::is_policy;
use crate::cloudwatch::rule::name_of;
use crate::cloudwatch::{
    AlarmMore, AlarmSpec, Comparison, Composite, MetricName, Missing, Rule, Suppressor, Watch, defaults,
};

pub(super) fn put_composite_alarm(cloud: &mut Cloud, input: &PutCompositeAlarmInput) -> Result<(), ApiError> {
    let text = input.alarm_rule.clone().unwrap_or_default();
    let rule = Rule::parse(&text).map_err(validation)?;
    check_children(cloud, &rule)?;
    let suppressor = read_suppressor(cloud, input)?;
    let spec = spec(input);
    for arn in spec.actions.iter().flatten() {
        if check_arn(arn)?.is_some() || is_policy(arn) {
            return Err(validation(format!(
                "The action {arn} is not supported for composite alarms"
            )));
        }
    }
    check_name(cloud, &spec.name, true)?;
    let known = cloud.cloudwatch.alarm_named(&spec.name);
    let suppressed = known.and_then(|index| cloud.cloudwatch.alarm(index).composite()?.suppressed);
    let more = AlarmMore {
        watch: Watch::Composite(Box::new(Composite {
            text,
            rule,
            suppressor,
            suppressed,
        })),
        tags: read_tags(&input.tags)?,
        ..AlarmMore::default()
    };
    let cause = cloud.accept();
    cloud.put_any_alarm(spec, more, cause);
    Ok(())
}

fn check_children(cloud: &Cloud, rule: &Rule) -> Result<(), ApiError> {
    let mut children: Vec<&str> = rule.children().into_iter().map(name_of).collect();
    children.sort_unstable();
    children.dedup();
    if children.len() > defaults::CHILDREN_MAX {
        let message = format!(
            "A composite alarm may look at {} alarms at most",
            defaults::CHILDREN_MAX
        );
        return Err(ApiError::new("LimitExceeded", message));
    }
    children.retain(|name| cloud.cloudwatch.alarm_named(name).is_none());
    if children.is_empty() {
        return Ok(());
    }
    let message = format!(
        "Could not save the composite alarm as alarms [{}] in the alarm rule do not exist",
        children.join(", ")
    );
    Err(validation(message))
}

fn read_suppressor(cloud: &Cloud, input: &PutCompositeAlarmInput) -> Result<Option<Suppressor>, ApiError> {
    let periods = (input.wait_period, input.extension_period);
    let Some(alarm) = input.actions_suppressor.clone() else {
        return match periods {
            (None, None) => Ok(None),
            _ => Err(validation(
                "ActionsSuppressor must be specified with its wait and extension periods",
            )),
        };
    };
    let (Some(wait), Some(extension)) = periods else {
        let message = "ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod must be specified with \
                       ActionsSuppressor";
        return Err(validation(message));
    };
    if cloud.cloudwatch.alarm_named(name_of(&alarm)).is_none() {
        return Err(validation(format!("ActionsSuppressor {alarm} does not exist")));
    }
    Ok(Some(Suppressor {
        alarm,
        wait: SimDuration::from_secs(wait.max(0) as u64),
        extension: SimDuration::from_secs(extension.max(0) as u64),
    }))
}

/// What it shares with alarms upon values; it has no values itself.
fn spec(input: &PutCompositeAlarmInput) -> AlarmSpec {
    AlarmSpec {
        name: input.alarm_name.clone().unwrap_or_default(),
        description: input.alarm_description.clone(),
        metric: MetricName::default(),
        statistic: String::new(),
        period_s: defaults::PERIOD_S,
        evaluation_periods: 1,
        datapoints_to_alarm: 1,
        threshold: 0.0,
        comparison: Comparison::Greater,
        missing: Missing::Missing,
        actions_enabled: input.actions_enabled.unwrap_or(true),
        actions: [
            input.ok_actions.clone(),
            input.alarm_actions.clone(),
            input.insufficient_data_actions.clone(),
        ],
    }
}
