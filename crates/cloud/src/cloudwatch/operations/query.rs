//! Queries of `GetMetricData` and of alarms upon expressions: read, checked, written.

use api::ApiError;
use api::cloudwatch::{MetricDataQuery, MetricStat, STATISTICS};

use super::list::metric;
use super::statistics::{is_period, unknown};
use super::{invalid, read_dimensions, validation};
use crate::cloudwatch::{Expression, Extended, MetricName, Query, Source};

/// # Errors
/// In AWS's words for a wrong id, an unknown statistic, or an expression that cannot be read.
pub(super) fn read_queries(queries: &[MetricDataQuery], parameter: &str) -> Result<Vec<Query>, ApiError> {
    let numbered = queries.iter().zip(1..);
    let member = |place: usize| format!("{parameter}.member.{place}");
    let read: Vec<Query> = numbered
        .map(|(query, place)| read(query, &member(place)))
        .collect::<Result<_, _>>()?;
    for (place, query) in read.iter().enumerate() {
        if read[..place].iter().any(|other| other.id == query.id) {
            return Err(validation(format!(
                "The values for parameter id in {parameter} are not unique."
            )));
        }
        check_ids(&read, query)?;
    }
    Ok(read)
}

fn read(query: &MetricDataQuery, member: &str) -> Result<Query, ApiError> {
    let id = query.id.clone().unwrap_or_default();
    let plain = id
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if !plain || !id.starts_with(|letter: char| letter.is_ascii_lowercase()) {
        return Err(validation(format!(
            "The value {id} for parameter {member}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$."
        )));
    }
    let source = match (&query.metric_stat, &query.expression) {
        (Some(stat), None) => read_stat(stat, member)?,
        (None, Some(text)) => {
            let wrong = |why| validation(format!("Error in expression '{id}': {why}"));
            Source::Expression {
                text: text.clone(),
                parsed: Expression::parse(text).map_err(wrong)?,
                period_s: query
                    .period
                    .map(|period| check_period(period, member))
                    .transpose()?,
            }
        }
        (Some(_), Some(_)) => {
            return Err(super::both(
                &format!("{member}.MetricStat"),
                &format!("{member}.Expression"),
            ));
        }
        (None, None) => {
            let message = format!("The parameter {member} must have either MetricStat or Expression.");
            return Err(ApiError::new("MissingParameter", message));
        }
    };
    Ok(Query {
        id,
        label: query.label.clone(),
        returned: query.return_data.unwrap_or(true),
        source,
    })
}

fn check_period(period: i64, member: &str) -> Result<u64, ApiError> {
    if is_period(period) {
        return Ok(period as u64);
    }
    let message = format!(
        "The parameter {member}.Period must be 1, 5, 10, 20, 30 or a multiple of 60, but it is {period}."
    );
    Err(invalid(message))
}

fn read_stat(stat: &MetricStat, member: &str) -> Result<Source, ApiError> {
    let given = stat.metric.clone().unwrap_or_default();
    let name = stat.stat.clone().unwrap_or_default();
    if !STATISTICS.contains(&name.as_str()) && Extended::named(&name).is_none() {
        return Err(unknown(&name, &format!("{member}.MetricStat.Stat")));
    }
    let (namespace, metric) = (
        given.namespace.unwrap_or_default(),
        given.metric_name.unwrap_or_default(),
    );
    if namespace.is_empty() || metric.is_empty() {
        let message =
            format!("The parameter {member}.MetricStat.Metric must have a Namespace and a MetricName.");
        return Err(ApiError::new("MissingParameter", message));
    }
    Ok(Source::Metric {
        metric: MetricName::new(&namespace, &metric, &read_dimensions(&given.dimensions)),
        period_s: check_period(stat.period.unwrap_or_default(), &format!("{member}.MetricStat"))?,
        stat: name,
        unit: stat.unit.clone(),
    })
}

/// An expression names only queries that are there, and not itself by way of others.
fn check_ids(queries: &[Query], query: &Query) -> Result<(), ApiError> {
    let wrong = |why: String| Err(validation(format!("Error in expression '{}': {why}", query.id)));
    let mut seen: Vec<&str> = Vec::new();
    let mut next = ids(query);
    while let Some(id) = next.pop() {
        let Some(named) = queries.iter().find(|other| other.id == id) else {
            if id == "REPEAT" {
                continue;
            }
            return wrong(format!("Unknown identifier '{id}'"));
        };
        if id == query.id {
            return wrong("Circular reference".to_owned());
        }
        if !seen.contains(&id) {
            seen.push(id);
            next.extend(ids(named));
        }
    }
    Ok(())
}

fn ids(query: &Query) -> Vec<&str> {
    match &query.source {
        Source::Metric { .. } => Vec::new(),
        Source::Expression { parsed, .. } => parsed.ids(),
    }
}

/// Queries as answers show them.
pub(super) fn write_queries(queries: &[Query]) -> Vec<MetricDataQuery> {
    queries.iter().map(write).collect()
}

fn write(query: &Query) -> MetricDataQuery {
    let (stat, expression, period) = match &query.source {
        Source::Metric {
            metric: name,
            period_s,
            stat,
            unit,
        } => {
            let stat = MetricStat {
                metric: Some(metric(name)),
                period: Some(*period_s as i64),
                stat: Some(stat.clone()),
                unit: unit.clone(),
            };
            (Some(stat), None, None)
        }
        Source::Expression { text, period_s, .. } => {
            (None, Some(text.clone()), period_s.map(|period| period as i64))
        }
    };
    MetricDataQuery {
        id: Some(query.id.clone()),
        metric_stat: stat,
        expression,
        label: query.label.clone(),
        return_data: Some(query.returned),
        period,
    }
}
