//! Metrics: sent, listed, read.

use api::cloudwatch::{
    Datapoint, GetMetricStatisticsInput, GetMetricStatisticsOutput, ListMetricsInput, ListMetricsOutput,
    Metric, MetricDatum, PutMetricDataInput, StatisticSet,
};
use api::{ApiError, Timestamp};
use des::SimTime;

use super::{read_dimensions, write_dimensions};
use crate::Cloud;
use crate::cloudwatch::store::newest_period;
use crate::cloudwatch::{MetricName, Statistics, defaults};

/// All values or none.
pub(super) fn put_metric_data(cloud: &mut Cloud, input: &PutMetricDataInput) -> Result<(), ApiError> {
    let namespace = input.namespace.as_deref().unwrap_or_default();
    if namespace.starts_with("AWS/") {
        let message = "The value AWS/ for parameter Namespace is invalid: it is reserved for AWS";
        return Err(ApiError::new("InvalidParameterValue", message));
    }
    let mut values = Vec::with_capacity(input.metric_data.len());
    for datum in &input.metric_data {
        let dimensions = read_dimensions(&datum.dimensions);
        let name = MetricName::new(
            namespace,
            datum.metric_name.as_deref().unwrap_or_default(),
            &dimensions,
        );
        values.push((name, when(cloud, datum)?, read_values(datum)?));
    }
    cloud.accept();
    for (name, at, values) in values {
        cloud.cloudwatch.metrics.put(name, "None", at, values);
    }
    Ok(())
}

/// Up to two hours ahead and two weeks back; nothing is older than the world.
fn when(cloud: &Cloud, datum: &MetricDatum) -> Result<SimTime, ApiError> {
    const TWO_HOURS: i64 = 2 * 3_600 * 1_000_000;
    const TWO_WEEKS: i64 = 14 * 24 * 3_600 * 1_000_000;
    let now = Timestamp::of(cloud.now).as_micros();
    let Some(at) = datum.timestamp.map(Timestamp::as_micros) else {
        return Ok(cloud.now);
    };
    if !(now - TWO_WEEKS..=now + TWO_HOURS).contains(&at) {
        let message = "The parameter MetricData.member.1.Timestamp must specify a time no more than two weeks in the \
                       past and no more than two hours in the future.";
        return Err(ApiError::new("InvalidParameterValue", message));
    }
    Ok(SimTime::from_micros(
        (at - Timestamp::WORLD_START.as_micros()).max(0) as u64,
    ))
}

fn read_values(datum: &MetricDatum) -> Result<Statistics, ApiError> {
    const GREATEST: f64 = 2.3485425827738332e108; // 2^360
    let values = match (datum.value, &datum.statistic_values) {
        (Some(value), None) => Statistics::of(value),
        (None, Some(set)) => read_set(set),
        (Some(_), Some(_)) => {
            let message = "The parameters Value and StatisticValues are mutually exclusive and you have specified both.";
            return Err(ApiError::new("InvalidParameterCombination", message));
        }
        (None, None) => {
            let message = "At least one of the parameters Value and StatisticValues must be specified.";
            return Err(ApiError::new("MissingParameter", message));
        }
    };
    let fits = |number: f64| number.is_finite() && number.abs() <= GREATEST;
    if [values.sum, values.min, values.max].into_iter().all(fits) && values.count > 0.0 && fits(values.count)
    {
        return Ok(values);
    }
    let message = "The value of a metric must be a number from -2^360 to 2^360, of at least one sample.";
    Err(ApiError::new("InvalidParameterValue", message))
}

fn read_set(set: &StatisticSet) -> Statistics {
    Statistics {
        count: set.sample_count.unwrap_or_default(),
        sum: set.sum.unwrap_or_default(),
        min: set.minimum.unwrap_or_default(),
        max: set.maximum.unwrap_or_default(),
    }
}

pub(super) fn list_metrics(cloud: &Cloud, input: &ListMetricsInput) -> ListMetricsOutput {
    let has = |name: &MetricName| {
        input.dimensions.iter().all(|filter| {
            name.dimensions.iter().any(|(known, value)| {
                Some(known) == filter.name.as_ref()
                    && filter.value.as_ref().is_none_or(|wanted| wanted == value)
            })
        })
    };
    let wanted = |name: &&MetricName| {
        let namespace = input
            .namespace
            .as_ref()
            .is_none_or(|wanted| *wanted == name.namespace);
        namespace
            && input
                .metric_name
                .as_ref()
                .is_none_or(|wanted| *wanted == name.name)
            && has(name)
    };
    let metric = |name: &MetricName| Metric {
        namespace: Some(name.namespace.clone()),
        metric_name: Some(name.name.clone()),
        dimensions: write_dimensions(&name.dimensions),
    };
    ListMetricsOutput {
        metrics: cloud
            .cloudwatch
            .metrics
            .names()
            .filter(wanted)
            .map(metric)
            .collect(),
    }
}

pub(super) fn get_metric_statistics(
    cloud: &Cloud,
    input: &GetMetricStatisticsInput,
) -> Result<GetMetricStatisticsOutput, ApiError> {
    let (start, end, period) = range(input)?;
    let dimensions = read_dimensions(&input.dimensions);
    let label = input.metric_name.as_deref().unwrap_or_default();
    let name = MetricName::new(input.namespace.as_deref().unwrap_or_default(), label, &dimensions);
    let last = newest_period(cloud.now, period);
    let unit = cloud.cloudwatch.metrics.unit(&name);
    let periods = (start / period..end.div_ceil(period)).map(|number| number * period);
    let readable = periods.filter(|at| last.is_some_and(|last| *at <= last));
    let datapoint = |at: u64| {
        let values = cloud.cloudwatch.metrics.period(&name, at, period)?;
        Some(datapoint(at, values, unit, &input.statistics))
    };
    Ok(GetMetricStatisticsOutput {
        label: Some(label.to_owned()),
        datapoints: readable.filter_map(datapoint).collect(),
    })
}

/// Start, end and period, in seconds of the world.
fn range(input: &GetMetricStatisticsInput) -> Result<(u64, u64, u64), ApiError> {
    let invalid = |message: String| Err(ApiError::new("InvalidParameterValue", message));
    let period = input.period.unwrap_or_default();
    if period % 60 != 0 {
        return invalid(format!(
            "The parameter Period must be a multiple of 60, but it is {period}."
        ));
    }
    if input.statistics.is_empty() {
        let message = "At least one of the parameters Statistics and ExtendedStatistics must be specified.";
        return Err(ApiError::new("MissingParameter", message));
    }
    let seconds = |at: Option<Timestamp>| {
        let micros = at.map_or(0, Timestamp::as_micros) - Timestamp::WORLD_START.as_micros();
        micros.max(0) as u64 / 1_000_000
    };
    let (start, end, period) = (seconds(input.start_time), seconds(input.end_time), period as u64);
    if input.start_time >= input.end_time {
        return invalid("The parameter StartTime must be less than the parameter EndTime.".to_owned());
    }
    let points = end.saturating_sub(start) / period;
    if points > defaults::DATAPOINTS_MAX {
        let message = format!(
            "You have requested up to {points} datapoints, which exceeds the limit of {}. You may reduce the datapoints \
             requested by increasing Period, or decreasing the time range.",
            defaults::DATAPOINTS_MAX
        );
        return Err(ApiError::new("InvalidParameterCombination", message));
    }
    Ok((start, end, period))
}

fn datapoint(at: u64, values: Statistics, unit: &str, statistics: &[String]) -> Datapoint {
    let wanted = |name: &str| {
        statistics
            .iter()
            .any(|known| known == name)
            .then(|| values.get(name))
    };
    Datapoint {
        timestamp: Some(Timestamp::of(SimTime::from_secs(at))),
        sample_count: wanted("SampleCount"),
        average: wanted("Average"),
        sum: wanted("Sum"),
        minimum: wanted("Minimum"),
        maximum: wanted("Maximum"),
        unit: Some(unit.to_owned()),
    }
}
