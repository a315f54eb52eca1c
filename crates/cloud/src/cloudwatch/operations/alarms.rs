//! Alarms: made, set, switched, deleted, described.

use api::cloudwatch::{
    AlarmHistoryItem, DeleteAlarmsInput, DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput,
    DescribeAlarmsForMetricInput, DescribeAlarmsForMetricOutput, DescribeAlarmsInput, DescribeAlarmsOutput,
    MetricAlarm, PutMetricAlarmInput, SetAlarmStateInput,
};
use api::{ApiError, Timestamp};

use super::{read_dimensions, write_dimensions};
use crate::Cloud;
use crate::cloudwatch::{
    Alarm, AlarmIndex, AlarmSpec, AlarmState, Comparison, HistoryItem, MetricName, Missing, defaults,
};

pub(super) fn put_metric_alarm(cloud: &mut Cloud, input: &PutMetricAlarmInput) -> Result<(), ApiError> {
    let spec = read(input)?;
    let cause = cloud.accept();
    cloud.arm_metrics();
    cloud.put_alarm(spec, cause);
    Ok(())
}

fn validation(message: impl Into<String>) -> ApiError {
    ApiError::new("ValidationError", message)
}

fn read(input: &PutMetricAlarmInput) -> Result<AlarmSpec, ApiError> {
    let needed = |given: &Option<String>, name: &str| {
        given
            .clone()
            .ok_or_else(|| validation(format!("{name} must be specified for a metric alarm")))
    };
    let number = |given: Option<i64>, name: &str| {
        given.ok_or_else(|| validation(format!("{name} must be specified for a metric alarm")))
    };
    let dimensions = read_dimensions(&input.dimensions);
    let (namespace, metric) = (
        needed(&input.namespace, "Namespace")?,
        needed(&input.metric_name, "MetricName")?,
    );
    let (period, n) = (
        number(input.period, "Period")?,
        number(input.evaluation_periods, "EvaluationPeriods")?,
    );
    let m = input.datapoints_to_alarm.unwrap_or(n);
    check_times(period, n, m)?;
    let comparison = needed(&input.comparison_operator, "ComparisonOperator")?;
    let missing = input.treat_missing_data.as_deref().unwrap_or("missing");
    // Source: CloudWatch User Guide: DynamoDB's alarms always keep their state.
    let missing = if namespace == "AWS/DynamoDB" {
        "ignore"
    } else {
        missing
    };
    Ok(AlarmSpec {
        name: input.alarm_name.clone().unwrap_or_default(),
        description: input.alarm_description.clone(),
        metric: MetricName::new(&namespace, &metric, &dimensions),
        statistic: needed(&input.statistic, "Statistic")?,
        period_s: period as u64,
        evaluation_periods: n as usize,
        datapoints_to_alarm: m as usize,
        threshold: input
            .threshold
            .ok_or_else(|| validation("Threshold must be specified for a metric alarm"))?,
        comparison: Comparison::named(&comparison)
            .ok_or_else(|| validation("There is no such comparison"))?,
        missing: Missing::named(missing),
        actions_enabled: input.actions_enabled.unwrap_or(true),
        actions: [
            input.ok_actions.clone(),
            input.alarm_actions.clone(),
            input.insufficient_data_actions.clone(),
        ],
    })
}

fn check_times(period: i64, n: i64, m: i64) -> Result<(), ApiError> {
    if period % 60 != 0 {
        return Err(validation(format!(
            "Period must be a multiple of 60, but it is {period}"
        )));
    }
    let most = if period < 3_600 {
        defaults::LOOKED_AT_MAX_S
    } else {
        7 * defaults::LOOKED_AT_MAX_S
    };
    if period.saturating_mul(n) > most {
        let message = format!(
            "Metrics cannot be checked across more than {} (EvaluationPeriods * Period must be <= {most}.)",
            words(most)
        );
        return Err(validation(message));
    }
    if m > n {
        return Err(validation(
            "DatapointsToAlarm must be less than or equal to EvaluationPeriods",
        ));
    }
    Ok(())
}

const fn words(most: i64) -> &'static str {
    if most == defaults::LOOKED_AT_MAX_S {
        "a day"
    } else {
        "seven days"
    }
}

pub(super) fn set_alarm_state(cloud: &mut Cloud, input: &SetAlarmStateInput) -> Result<(), ApiError> {
    let name = input.alarm_name.as_deref().unwrap_or_default();
    let index = cloud
        .cloudwatch
        .alarm_named(name)
        .ok_or_else(|| ApiError::new("ResourceNotFound", ""))?;
    let state = AlarmState::named(input.state_value.as_deref().unwrap_or_default());
    let state = state.ok_or_else(|| validation("There is no such state"))?;
    let cause = cloud.accept();
    cloud.enter_alarm_state(
        index,
        state,
        input.state_reason.clone().unwrap_or_default(),
        cause,
    );
    Ok(())
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

pub(super) fn delete_alarms(cloud: &mut Cloud, input: &DeleteAlarmsInput) -> Result<(), ApiError> {
    cloud.accept();
    for name in &input.alarm_names {
        if let Some(index) = cloud.cloudwatch.alarm_named(name) {
            cloud.delete_alarm(index);
        }
    }
    Ok(())
}

pub(super) fn describe_alarms(cloud: &Cloud, input: &DescribeAlarmsInput) -> DescribeAlarmsOutput {
    let wanted = |alarm: &Alarm| {
        let spec = &alarm.spec;
        let named = input.alarm_names.is_empty() || input.alarm_names.contains(&spec.name);
        let prefix = input
            .alarm_name_prefix
            .as_ref()
            .is_none_or(|prefix| spec.name.starts_with(prefix));
        let state = input
            .state_value
            .as_ref()
            .is_none_or(|state| state == alarm.state.name());
        let acts = |prefix: &String| {
            spec.actions
                .iter()
                .flatten()
                .any(|action| action.starts_with(prefix))
        };
        named && prefix && state && input.action_prefix.as_ref().is_none_or(acts)
    };
    DescribeAlarmsOutput {
        metric_alarms: describe(cloud, wanted),
    }
}

pub(super) fn describe_alarms_for_metric(
    cloud: &Cloud,
    input: &DescribeAlarmsForMetricInput,
) -> DescribeAlarmsForMetricOutput {
    let dimensions = read_dimensions(&input.dimensions);
    let (namespace, name) = (&input.namespace, &input.metric_name);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let metric = MetricName::new(&text(namespace), &text(name), &dimensions);
    DescribeAlarmsForMetricOutput {
        metric_alarms: describe(cloud, |alarm| alarm.spec.metric == metric),
    }
}

fn describe(cloud: &Cloud, wanted: impl Fn(&Alarm) -> bool) -> Vec<MetricAlarm> {
    let found = cloud
        .cloudwatch
        .alarms()
        .map(|(_, alarm)| alarm)
        .filter(|alarm| wanted(alarm));
    let mut alarms: Vec<&Alarm> = found.collect();
    alarms.sort_unstable_by(|a, b| a.spec.name.cmp(&b.spec.name));
    alarms
        .into_iter()
        .map(|alarm| metric_alarm(cloud, alarm))
        .collect()
}

fn metric_alarm(cloud: &Cloud, alarm: &Alarm) -> MetricAlarm {
    let spec = &alarm.spec;
    let [ok, in_alarm, insufficient] = spec.actions.clone();
    let missing = match spec.missing {
        Missing::Missing => "missing",
        Missing::Ignore => "ignore",
        Missing::Breaching => "breaching",
        Missing::NotBreaching => "notBreaching",
    };
    MetricAlarm {
        alarm_name: Some(spec.name.clone()),
        alarm_arn: Some(cloud.alarm_arn(&spec.name)),
        alarm_description: spec.description.clone(),
        configuration_updated: Some(Timestamp::of(alarm.configured)),
        actions_enabled: Some(spec.actions_enabled),
        ok_actions: ok,
        alarm_actions: in_alarm,
        insufficient_data_actions: insufficient,
        state_value: Some(alarm.state.name().to_owned()),
        state_reason: Some(alarm.reason.clone()),
        state_reason_data: None,
        state_updated: Some(Timestamp::of(alarm.updated)),
        metric_name: Some(spec.metric.name.clone()),
        namespace: Some(spec.metric.namespace.clone()),
        statistic: Some(spec.statistic.clone()),
        dimensions: write_dimensions(&spec.metric.dimensions),
        period: Some(spec.period_s as i64),
        evaluation_periods: Some(spec.evaluation_periods as i64),
        datapoints_to_alarm: Some(spec.datapoints_to_alarm as i64),
        threshold: Some(spec.threshold),
        comparison_operator: Some(spec.comparison.name().to_owned()),
        treat_missing_data: Some(missing.to_owned()),
        state_transitioned: Some(Timestamp::of(alarm.transitioned)),
    }
}

pub(super) fn describe_alarm_history(
    cloud: &Cloud,
    input: &DescribeAlarmHistoryInput,
) -> DescribeAlarmHistoryOutput {
    let name = |index: AlarmIndex| &cloud.cloudwatch.all_alarms[index.index()].spec.name;
    let wanted = |item: &&HistoryItem| {
        let at = Timestamp::of(item.at);
        let of_alarm = input
            .alarm_name
            .as_ref()
            .is_none_or(|wanted| wanted == name(item.alarm));
        let of_kind = input
            .history_item_type
            .as_ref()
            .is_none_or(|kind| kind == item.kind.name());
        let after = input.start_date.is_none_or(|start| at >= start);
        of_alarm && of_kind && after && input.end_date.is_none_or(|end| at <= end)
    };
    let item = |item: &HistoryItem| AlarmHistoryItem {
        alarm_name: Some(name(item.alarm).clone()),
        alarm_type: Some("MetricAlarm".to_owned()),
        timestamp: Some(Timestamp::of(item.at)),
        history_item_type: Some(item.kind.name().to_owned()),
        history_summary: Some(item.summary.clone()),
    };
    let mut items: Vec<AlarmHistoryItem> = cloud.cloudwatch.history.iter().filter(wanted).map(item).collect();
    if input.scan_by.as_deref() != Some("TimestampAscending") {
        items.reverse();
    }
    DescribeAlarmHistoryOutput { items }
}
