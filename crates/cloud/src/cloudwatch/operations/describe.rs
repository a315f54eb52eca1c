//! `DescribeAlarms`, `DescribeAlarmsForMetric`.

use api::cloudwatch::{
    CompositeAlarm, DescribeAlarmsForMetricInput, DescribeAlarmsForMetricOutput, DescribeAlarmsInput,
    DescribeAlarmsOutput, MetricAlarm, STATISTICS,
};
use api::{ApiError, Timestamp};

use super::page::page;
use super::query::write_queries;
use super::{both, read_dimensions, validation, write_dimensions};
use crate::Cloud;
use crate::cloudwatch::rule::name_of;
use crate::cloudwatch::{Alarm, Composite, MetricName, Watch};

/// Alarms that one answer holds if nothing is said. Source: CloudWatch API Reference, DescribeAlarms.
const ALARMS_PER_ANSWER: i64 = 50;

pub(super) fn describe_alarms(
    cloud: &Cloud,
    input: &DescribeAlarmsInput,
) -> Result<DescribeAlarmsOutput, ApiError> {
    check(input)?;
    let found = wanted(cloud, input)?;
    let most = input.max_records.unwrap_or(ALARMS_PER_ANSWER) as usize;
    let (alarms, next_token) = page(found, input.next_token.as_deref(), most)?;
    let mut output = DescribeAlarmsOutput {
        next_token,
        ..DescribeAlarmsOutput::default()
    };
    for alarm in alarms {
        match alarm.composite() {
            Some(composite) => output
                .composite_alarms
                .push(composite_alarm(cloud, alarm, composite)),
            None => output.metric_alarms.push(metric_alarm(cloud, alarm)),
        }
    }
    Ok(output)
}

fn check(input: &DescribeAlarmsInput) -> Result<(), ApiError> {
    if !input.alarm_names.is_empty() && input.alarm_name_prefix.is_some() {
        return Err(both("AlarmNames", "AlarmNamePrefix"));
    }
    let kin = [
        ("ChildrenOfAlarmName", &input.children_of),
        ("ParentsOfAlarmName", &input.parents_of),
    ];
    let others = !input.alarm_names.is_empty()
        || input.alarm_name_prefix.is_some()
        || !input.alarm_types.is_empty()
        || input.state_value.is_some()
        || input.action_prefix.is_some()
        || (input.children_of.is_some() && input.parents_of.is_some());
    match kin.into_iter().find(|(_, name)| name.is_some()) {
        Some((name, _)) if others => Err(validation(format!(
            "{name} cannot be used with other parameters than MaxRecords and NextToken"
        ))),
        _ => Ok(()),
    }
}

/// By name; composite ones first, as in the answer.
fn wanted<'a>(cloud: &'a Cloud, input: &DescribeAlarmsInput) -> Result<Vec<&'a Alarm>, ApiError> {
    let named = |name: &Option<String>| {
        let index = name
            .as_ref()
            .map(|name| cloud.cloudwatch.alarm_named(name_of(name)));
        let missing = || ApiError::new("ResourceNotFound", "");
        index
            .map(|index| {
                index
                    .map(|index| cloud.cloudwatch.alarm(index))
                    .ok_or_else(missing)
            })
            .transpose()
    };
    let (parent, child) = (named(&input.children_of)?, named(&input.parents_of)?);
    let rule_of = |alarm: &Alarm, child: &str| {
        let rule = alarm.composite().map(|composite| &composite.rule);
        rule.is_some_and(|rule| rule.children().iter().any(|name| name_of(name) == child))
    };
    let is_wanted = |alarm: &&Alarm| match (parent, child) {
        (Some(parent), _) => rule_of(parent, &alarm.spec.name),
        (_, Some(child)) => rule_of(alarm, &child.spec.name),
        _ => fits(alarm, input),
    };
    let mut alarms: Vec<&Alarm> = cloud
        .cloudwatch
        .alarms()
        .map(|(_, alarm)| alarm)
        .filter(is_wanted)
        .collect();
    alarms.sort_unstable_by_key(|alarm| (alarm.composite().is_none(), alarm.spec.name.as_str()));
    Ok(alarms)
}

fn fits(alarm: &Alarm, input: &DescribeAlarmsInput) -> bool {
    let spec = &alarm.spec;
    let named = input.alarm_names.is_empty() || input.alarm_names.contains(&spec.name);
    let begins = |prefix: &String| spec.name.starts_with(prefix);
    let acts = |prefix: &String| {
        spec.actions
            .iter()
            .flatten()
            .any(|action| action.starts_with(prefix))
    };
    let state = input
        .state_value
        .as_ref()
        .is_none_or(|state| state == alarm.state.name());
    named
        && state
        && is_of_type(alarm, &input.alarm_types)
        && input.alarm_name_prefix.as_ref().is_none_or(begins)
        && input.action_prefix.as_ref().is_none_or(acts)
}

/// Only metric alarms if no type is asked for.
pub(super) fn is_of_type(alarm: &Alarm, types: &[String]) -> bool {
    if types.is_empty() {
        return alarm.composite().is_none();
    }
    types.iter().any(|known| known == alarm.type_name())
}

pub(super) fn describe_alarms_for_metric(
    cloud: &Cloud,
    input: &DescribeAlarmsForMetricInput,
) -> DescribeAlarmsForMetricOutput {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let dimensions = read_dimensions(&input.dimensions);
    let metric = MetricName::new(&text(&input.namespace), &text(&input.metric_name), &dimensions);
    let statistic = input.statistic.as_ref().or(input.extended_statistic.as_ref());
    let upon = |alarm: &&Alarm| {
        alarm.spec.metric == metric
            && statistic.is_none_or(|wanted| *wanted == alarm.spec.statistic)
            && input
                .period
                .is_none_or(|period| period as u64 == alarm.spec.period_s)
            && input
                .unit
                .as_ref()
                .is_none_or(|unit| alarm.more.unit.as_ref() == Some(unit))
    };
    let mut alarms: Vec<&Alarm> = cloud
        .cloudwatch
        .alarms()
        .map(|(_, alarm)| alarm)
        .filter(upon)
        .collect();
    alarms.sort_unstable_by_key(|alarm| alarm.spec.name.as_str());
    DescribeAlarmsForMetricOutput {
        metric_alarms: alarms
            .into_iter()
            .map(|alarm| metric_alarm(cloud, alarm))
            .collect(),
    }
}

fn metric_alarm(cloud: &Cloud, alarm: &Alarm) -> MetricAlarm {
    let spec = &alarm.spec;
    let [ok, in_alarm, insufficient] = spec.actions.clone();
    let shared = MetricAlarm {
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
        state_reason_data: alarm.reason_data.clone(),
        state_updated: Some(Timestamp::of(alarm.updated)),
        evaluation_periods: Some(spec.evaluation_periods as i64),
        datapoints_to_alarm: Some(spec.datapoints_to_alarm as i64),
        threshold: Some(spec.threshold),
        comparison_operator: Some(spec.comparison.name().to_owned()),
        treat_missing_data: Some(spec.missing.name().to_owned()),
        evaluation_state: alarm.evaluation_state.map(str::to_owned),
        state_transitioned: Some(Timestamp::of(alarm.transitioned)),
        ..MetricAlarm::default()
    };
    watched(alarm, shared)
}

/// With what it watches.
fn watched(alarm: &Alarm, shared: MetricAlarm) -> MetricAlarm {
    let spec = &alarm.spec;
    if let Watch::Math(queries) = &alarm.more.watch {
        return MetricAlarm {
            metrics: write_queries(queries),
            ..shared
        };
    }
    let plain = STATISTICS.contains(&spec.statistic.as_str());
    MetricAlarm {
        metric_name: Some(spec.metric.name.clone()),
        namespace: Some(spec.metric.namespace.clone()),
        statistic: plain.then(|| spec.statistic.clone()),
        extended_statistic: (!plain).then(|| spec.statistic.clone()),
        dimensions: write_dimensions(&spec.metric.dimensions),
        period: Some(spec.period_s as i64),
        unit: alarm.more.unit.clone(),
        low_samples: alarm.more.ignore_low_samples.then(|| "ignore".to_owned()),
        ..shared
    }
}

fn composite_alarm(cloud: &Cloud, alarm: &Alarm, composite: &Composite) -> CompositeAlarm {
    let spec = &alarm.spec;
    let [ok, in_alarm, insufficient] = spec.actions.clone();
    let suppressor = composite.suppressor.as_ref();
    let by = composite.suppressed.map(|suppressed| suppressed.by.name());
    CompositeAlarm {
        actions_enabled: Some(spec.actions_enabled),
        alarm_actions: in_alarm,
        alarm_arn: Some(cloud.alarm_arn(&spec.name)),
        configuration_updated: Some(Timestamp::of(alarm.configured)),
        alarm_description: spec.description.clone(),
        alarm_name: Some(spec.name.clone()),
        alarm_rule: Some(composite.text.clone()),
        insufficient_data_actions: insufficient,
        ok_actions: ok,
        state_reason: Some(alarm.reason.clone()),
        state_reason_data: alarm.reason_data.clone(),
        state_updated: Some(Timestamp::of(alarm.updated)),
        state_value: Some(alarm.state.name().to_owned()),
        state_transitioned: Some(Timestamp::of(alarm.transitioned)),
        suppressed_by: by.map(str::to_owned),
        suppressed_reason: by.map(|by| format!("Actions suppressed by {by}")),
        actions_suppressor: suppressor.map(|one| one.alarm.clone()),
        wait_period: suppressor.map(|one| (one.wait.as_micros() / 1_000_000) as i64),
        extension_period: suppressor.map(|one| (one.extension.as_micros() / 1_000_000) as i64),
    }
}
