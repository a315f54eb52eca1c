//! `GetMetricData`: many metrics at once, and expressions upon them.

use api::cloudwatch::{GetMetricDataInput, GetMetricDataOutput, MetricDataResult};
use api::{ApiError, Timestamp};
use des::SimTime;

use super::page;
use super::query::read_queries;
use super::statistics::{readable, seconds};
use super::validation;
use crate::Cloud;
use crate::cloudwatch::math::{Answers, period_of};
use crate::cloudwatch::{Query, Source, defaults};

pub(super) fn get_metric_data(
    cloud: &Cloud,
    input: &GetMetricDataInput,
) -> Result<GetMetricDataOutput, ApiError> {
    let queries = read_queries(&input.queries, "MetricDataQueries")?;
    if input.start_time >= input.end_time {
        return Err(validation(
            "The parameter StartTime must be less than the parameter EndTime.",
        ));
    }
    let first = page::start(input.next_token.as_deref())?;
    let places = (0..queries.len()).filter(|place| queries[*place].returned);
    let mut results: Vec<MetricDataResult> = places
        .flat_map(|place| answer(cloud, input, &queries, place))
        .collect();
    let most = input.max_datapoints.unwrap_or(defaults::DATA_MAX) as usize;
    let more = cut(&mut results, first, most);
    Ok(GetMetricDataOutput {
        results,
        next_token: more.then(|| (first + most).to_string()),
    })
}

fn answer(
    cloud: &Cloud,
    input: &GetMetricDataInput,
    queries: &[Query],
    place: usize,
) -> Vec<MetricDataResult> {
    let period_s = period_of(queries, place);
    let (start, end) = (seconds(input.start_time), seconds(input.end_time));
    let starts: Vec<u64> = readable(cloud, start, end, period_s).collect();
    let answers = Answers {
        metrics: &cloud.cloudwatch.metrics,
        queries,
        starts: &starts,
        period_s,
    };
    let ascending = input.scan_by.as_deref() == Some("TimestampAscending");
    let result = |series: Vec<Option<f64>>| {
        let mut points: Vec<(u64, f64)> = starts
            .iter()
            .zip(series)
            .filter_map(|(at, value)| Some((*at, value?)))
            .collect();
        if !ascending {
            points.reverse();
        }
        MetricDataResult {
            id: Some(queries[place].id.clone()),
            label: Some(label(&queries[place])),
            timestamps: points
                .iter()
                .map(|(at, _)| Timestamp::of(SimTime::from_secs(*at)))
                .collect(),
            values: points.into_iter().map(|(_, value)| value).collect(),
            status_code: Some("Complete".to_owned()),
        }
    };
    answers.of(place).into_iter().map(result).collect()
}

fn label(query: &Query) -> String {
    let own = || match &query.source {
        Source::Metric { metric, .. } => metric.name.clone(),
        Source::Expression { .. } => query.id.clone(),
    };
    query.label.clone().unwrap_or_else(own)
}

/// Leaves `most` values of all, after the first ones; whether there are more.
fn cut(results: &mut [MetricDataResult], first: usize, most: usize) -> bool {
    let (mut skipped, mut left, mut more) = (first, most, false);
    for result in results {
        let passed = skipped.min(result.values.len());
        skipped -= passed;
        result.values.drain(..passed);
        result.timestamps.drain(..passed);
        if result.values.len() > left {
            result.values.truncate(left);
            result.timestamps.truncate(left);
            result.status_code = Some("PartialData".to_owned());
            more = true;
        }
        left -= result.values.len();
    }
    more
}
