//! `GetMetricStatistics`.

use api::cloudwatch::{Datapoint, GetMetricStatisticsInput, GetMetricStatisticsOutput};
use api::{ApiError, Map, Timestamp};
use des::SimTime;

use super::{invalid, read_dimensions};
use crate::Cloud;
use crate::cloudwatch::store::newest_period;
use crate::cloudwatch::{Extended, MetricName, Statistics, defaults};

pub(super) fn get_metric_statistics(
    cloud: &Cloud,
    input: &GetMetricStatisticsInput,
) -> Result<GetMetricStatisticsOutput, ApiError> {
    check_statistics(input)?;
    let (start, end, period) = range(input)?;
    let dimensions = read_dimensions(&input.dimensions);
    let label = input.metric_name.as_deref().unwrap_or_default();
    let name = MetricName::new(input.namespace.as_deref().unwrap_or_default(), label, &dimensions);
    let metrics = &cloud.cloudwatch.metrics;
    let unit = metrics.unit(&name);
    let fits = input.unit.as_ref().is_none_or(|wanted| wanted == unit);
    let datapoint = |at: u64| {
        let values = metrics.period(&name, at, period)?;
        let extended = |stat: &String| {
            let (value, _) = metrics.statistic(&name, at, period, stat)?;
            Some((stat.clone(), value))
        };
        let extended: Map<f64> = input.extended_statistics.iter().filter_map(extended).collect();
        let nothing = input.statistics.is_empty() && extended.0.is_empty();
        (!nothing).then(|| datapoint(at, values, unit, &input.statistics, extended))
    };
    let periods = readable(cloud, start, end, period).filter(|_| fits);
    Ok(GetMetricStatisticsOutput {
        label: Some(label.to_owned()),
        datapoints: periods.filter_map(datapoint).collect(),
    })
}

/// The starts of the periods between two times, in seconds, whose values can be read by now, oldest first.
pub(super) fn readable(
    cloud: &Cloud,
    start: u64,
    end: u64,
    period: u64,
) -> impl Iterator<Item = u64> + use<> {
    let last = newest_period(cloud.now, period);
    let periods = (start / period..end.div_ceil(period)).map(move |number| number * period);
    periods.take_while(move |at| last.is_some_and(|last| *at <= last))
}

/// Seconds of the world; nothing is older.
pub(super) fn seconds(at: Option<Timestamp>) -> u64 {
    let micros = at.map_or(0, Timestamp::as_micros) - Timestamp::WORLD_START.as_micros();
    micros.max(0) as u64 / 1_000_000
}

/// Whether values can be had by so many seconds.
pub(super) const fn is_period(seconds: i64) -> bool {
    matches!(seconds, 1 | 5 | 10 | 20 | 30) || (seconds > 0 && seconds % 60 == 0)
}

fn check_statistics(input: &GetMetricStatisticsInput) -> Result<(), ApiError> {
    if input.statistics.is_empty() && input.extended_statistics.is_empty() {
        let message = "At least one of the parameters Statistics and ExtendedStatistics must be specified.";
        return Err(ApiError::new("MissingParameter", message));
    }
    match input
        .extended_statistics
        .iter()
        .find(|name| Extended::named(name).is_none())
    {
        Some(name) => Err(unknown(name, "ExtendedStatistics")),
        None => Ok(()),
    }
}

/// The refusal of what is no percentile or trimmed form.
pub(super) fn unknown(statistic: &str, parameter: &str) -> ApiError {
    invalid(format!(
        "The value {statistic} for parameter {parameter} is not supported."
    ))
}

/// Start, end and period, in seconds of the world.
fn range(input: &GetMetricStatisticsInput) -> Result<(u64, u64, u64), ApiError> {
    let period = input.period.unwrap_or_default();
    if !is_period(period) {
        let message =
            format!("The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60, but it is {period}.");
        return Err(invalid(message));
    }
    let (start, end, period) = (seconds(input.start_time), seconds(input.end_time), period as u64);
    if input.start_time >= input.end_time {
        return Err(invalid(
            "The parameter StartTime must be less than the parameter EndTime.",
        ));
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

fn datapoint(
    at: u64,
    values: Statistics,
    unit: &str,
    statistics: &[String],
    extended: Map<f64>,
) -> Datapoint {
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
        extended_statistics: extended,
    }
}
