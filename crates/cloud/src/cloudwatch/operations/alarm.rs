//! `PutMetricAlarm`.

use api::ApiError;
use api::cloudwatch::{PutMetricAlarmInput, Tag};

use super::query::read_queries;
use super::statistics::unknown;
use super::{both, read_dimensions, validation};
use crate::Cloud;
use crate::cloudwatch::actions::{ec2_verb, is_policy};
use crate::cloudwatch::math::period_of;
use crate::cloudwatch::{
    AlarmMore, AlarmSpec, Comparison, Extended, MetricName, Missing, Query, Watch, defaults,
};
use crate::ec2::Tags;

pub(super) fn put_metric_alarm(cloud: &mut Cloud, input: &PutMetricAlarmInput) -> Result<(), ApiError> {
    let (spec, more) = if input.metrics.is_empty() {
        on_metric(input)?
    } else {
        on_expression(input)?
    };
    check_actions(&spec, &more)?;
    check_name(cloud, &spec.name, false)?;
    let cause = cloud.accept();
    cloud.arm_metrics();
    cloud.put_any_alarm(spec, more, cause);
    Ok(())
}

/// A name belongs to alarms of one kind; an account has only so many.
pub(super) fn check_name(cloud: &Cloud, name: &str, composite: bool) -> Result<(), ApiError> {
    let known = cloud.cloudwatch.alarm_named(name);
    let known = known.map(|index| cloud.cloudwatch.alarm(index).composite().is_some());
    match known {
        Some(known) if known != composite => Err(validation(format!(
            "Alarm {name} is of another type and cannot be overwritten"
        ))),
        None if cloud.cloudwatch.alarms().count() >= defaults::ALARMS_MAX => Err(ApiError::new(
            "LimitExceeded",
            "The maximum number of alarms has been reached",
        )),
        _ => Ok(()),
    }
}

/// What all alarms upon values have.
fn common(input: &PutMetricAlarmInput, period: i64) -> Result<AlarmSpec, ApiError> {
    let n = needed(input.evaluation_periods, "EvaluationPeriods")?;
    let m = input.datapoints_to_alarm.unwrap_or(n);
    check_times(period, n, m)?;
    let comparison = needed(input.comparison_operator.clone(), "ComparisonOperator")?;
    Ok(AlarmSpec {
        name: input.alarm_name.clone().unwrap_or_default(),
        description: input.alarm_description.clone(),
        metric: MetricName::default(),
        statistic: String::new(),
        period_s: period as u64,
        evaluation_periods: n as usize,
        datapoints_to_alarm: m as usize,
        threshold: needed(input.threshold, "Threshold")?,
        comparison: Comparison::named(&comparison)
            .ok_or_else(|| validation("There is no such comparison"))?,
        missing: Missing::named(input.treat_missing_data.as_deref().unwrap_or("missing")),
        actions_enabled: input.actions_enabled.unwrap_or(true),
        actions: [
            input.ok_actions.clone(),
            input.alarm_actions.clone(),
            input.insufficient_data_actions.clone(),
        ],
    })
}

fn needed<T>(given: Option<T>, name: &str) -> Result<T, ApiError> {
    given.ok_or_else(|| validation(format!("{name} must be specified for a metric alarm")))
}

fn on_metric(input: &PutMetricAlarmInput) -> Result<(AlarmSpec, AlarmMore), ApiError> {
    let namespace = needed(input.namespace.as_deref(), "Namespace")?;
    let metric = needed(input.metric_name.as_deref(), "MetricName")?;
    let period = needed(input.period, "Period")?;
    let statistic = read_statistic(input)?;
    let spec = AlarmSpec {
        metric: MetricName::new(namespace, metric, &read_dimensions(&input.dimensions)),
        statistic,
        ..common(input, period)?
    };
    let more = AlarmMore {
        unit: input.unit.clone(),
        ignore_low_samples: input.low_samples.as_deref() == Some("ignore"),
        watch: Watch::Metric,
        tags: read_tags(&input.tags)?,
    };
    Ok((spec, more))
}

fn read_statistic(input: &PutMetricAlarmInput) -> Result<String, ApiError> {
    let percentile = match (&input.statistic, &input.extended_statistic) {
        (Some(_), Some(_)) => return Err(both("Statistic", "ExtendedStatistic")),
        (None, None) => return needed(None, "Statistic"),
        (Some(_), None) => false,
        (None, Some(name)) => {
            let known = Extended::named(name).ok_or_else(|| unknown(name, "ExtendedStatistic"))?;
            matches!(known, Extended::Percentile(_))
        }
    };
    if input.low_samples.is_some() && !percentile {
        return Err(validation(
            "EvaluateLowSampleCountPercentile can only be used for an alarm based on a percentile",
        ));
    }
    let given = input
        .statistic
        .clone()
        .or_else(|| input.extended_statistic.clone());
    needed(given, "Statistic")
}

fn on_expression(input: &PutMetricAlarmInput) -> Result<(AlarmSpec, AlarmMore), ApiError> {
    let single = [
        ("MetricName", input.metric_name.is_some()),
        ("Namespace", input.namespace.is_some()),
        ("Dimensions", !input.dimensions.is_empty()),
        ("Period", input.period.is_some()),
        ("Unit", input.unit.is_some()),
        ("Statistic", input.statistic.is_some()),
        ("ExtendedStatistic", input.extended_statistic.is_some()),
    ];
    if let Some((name, _)) = single.into_iter().find(|(_, given)| *given) {
        return Err(both("Metrics", name));
    }
    let queries = read_queries(&input.metrics, "Metrics")?;
    let period = period_watched(&queries)?;
    let more = AlarmMore {
        watch: Watch::Math(queries),
        tags: read_tags(&input.tags)?,
        ..AlarmMore::default()
    };
    Ok((common(input, period)?, more))
}

fn period_watched(queries: &[Query]) -> Result<i64, ApiError> {
    let mut returned = (0..queries.len()).filter(|place| queries[*place].returned);
    match (returned.next(), returned.next()) {
        (Some(place), None) => Ok(period_of(queries, place) as i64),
        _ => Err(validation(
            "Exactly one element of the metrics list should return data.",
        )),
    }
}

fn check_times(period: i64, n: i64, m: i64) -> Result<(), ApiError> {
    if !matches!(period, 10 | 20 | 30) && period % 60 != 0 {
        return Err(validation("Period must be 10, 20, 30 or a multiple of 60"));
    }
    let (most, words) = if period < 3_600 {
        (defaults::LOOKED_AT_MAX_S, "a day")
    } else {
        (7 * defaults::LOOKED_AT_MAX_S, "seven days")
    };
    if period.saturating_mul(n) > most {
        let message = format!(
            "Metrics cannot be checked across more than {words} (EvaluationPeriods * Period must be <= {most}.)"
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

/// Whether each action is one, and fits the alarm. That its target exists is not checked, as on AWS.
fn check_actions(spec: &AlarmSpec, more: &AlarmMore) -> Result<(), ApiError> {
    for arn in spec.actions.iter().flatten() {
        let Some(verb) = check_arn(arn)? else {
            continue;
        };
        if more.watch != Watch::Metric || spec.metric.dimension("InstanceId").is_none() {
            return Err(validation(format!(
                "The action {arn} needs an alarm on a metric with the dimension InstanceId"
            )));
        }
        if verb == "recover" && spec.metric.name != "StatusCheckFailed_System" {
            return Err(validation(format!(
                "The action {arn} needs an alarm on the metric StatusCheckFailed_System"
            )));
        }
    }
    Ok(())
}

/// What an action does to an instance, if it does anything to one.
///
/// # Errors
/// `ValidationError` for what is no action.
pub(super) fn check_arn(arn: &str) -> Result<Option<&'static str>, ApiError> {
    let verb = ec2_verb(arn);
    let other = ["sns", "lambda", "ssm", "ssm-incidents"];
    let other = other
        .iter()
        .any(|service| arn.starts_with(&format!("arn:aws:{service}:")));
    if verb.is_some() || is_policy(arn) || (other && arn.split(':').count() >= 6) {
        return Ok(verb);
    }
    Err(validation(format!("Invalid arn syntax: {arn}")))
}

/// # Errors
/// `InvalidParameterValue` for a key that stands there twice or is AWS's own.
pub(super) fn read_tags(tags: &[Tag]) -> Result<Tags, ApiError> {
    let mut read = Tags::with_capacity(tags.len());
    for tag in tags {
        let key = tag.key.clone().unwrap_or_default();
        if key.to_ascii_lowercase().starts_with("aws:") {
            return Err(super::invalid(
                "Tag keys starting with 'aws:' are reserved for internal use",
            ));
        }
        if read.iter().any(|(known, _)| *known == key) {
            return Err(super::invalid(format!(
                "The tag key {key} was specified more than once"
            )));
        }
        read.push((key, tag.value.clone().unwrap_or_default()));
    }
    Ok(read)
}
