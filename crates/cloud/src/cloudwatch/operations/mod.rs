//! One file per family of operations of CloudWatch.
//!
//! Source: CloudWatch API Reference, version 2010-08-01.

mod alarm;
mod composite;
mod data;
mod describe;
mod history;
mod list;
mod page;
mod put;
mod query;
mod state;
mod statistics;
mod tag;

use api::cloudwatch::{Dimension, Read, Write};
use api::{ApiError, Output};

use crate::Cloud;

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match call {
        Write::PutMetricData(input) => put::put_metric_data(cloud, input).map(Output::from),
        Write::PutMetricAlarm(input) => alarm::put_metric_alarm(cloud, input).map(Output::from),
        Write::PutCompositeAlarm(input) => composite::put_composite_alarm(cloud, input).map(Output::from),
        Write::SetAlarmState(input) => state::set_alarm_state(cloud, input).map(Output::from),
        Write::EnableAlarmActions(input) => state::enable(cloud, &input.alarm_names, true).map(Output::from),
        Write::DisableAlarmActions(input) => {
            state::enable(cloud, &input.alarm_names, false).map(Output::from)
        }
        Write::DeleteAlarms(input) => state::delete_alarms(cloud, input).map(Output::from),
        Write::TagResource(input) => tag::add(cloud, input).map(Output::from),
        Write::UntagResource(input) => tag::remove(cloud, input).map(Output::from),
    }
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match call {
        Read::ListMetrics(input) => list::list_metrics(cloud, input).map(Output::from),
        Read::GetMetricStatistics(input) => statistics::get_metric_statistics(cloud, input).map(Output::from),
        Read::GetMetricData(input) => data::get_metric_data(cloud, input).map(Output::from),
        Read::DescribeAlarms(input) => describe::describe_alarms(cloud, input).map(Output::from),
        Read::DescribeAlarmsForMetric(input) => Ok(describe::describe_alarms_for_metric(cloud, input).into()),
        Read::DescribeAlarmHistory(input) => history::describe_alarm_history(cloud, input).map(Output::from),
        Read::ListTagsForResource(input) => tag::list(cloud, input).map(Output::from),
    }
}

fn validation(message: impl Into<String>) -> ApiError {
    ApiError::new("ValidationError", message)
}

fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new("InvalidParameterValue", message)
}

fn both(one: &str, other: &str) -> ApiError {
    let message =
        format!("The parameters {one} and {other} are mutually exclusive and you have specified both.");
    ApiError::new("InvalidParameterCombination", message)
}

fn read_dimensions(dimensions: &[Dimension]) -> Vec<(&str, &str)> {
    let pair = dimensions
        .iter()
        .map(|Dimension { name, value }| (name.as_deref(), value.as_deref()));
    pair.map(|(name, value)| (name.unwrap_or_default(), value.unwrap_or_default()))
        .collect()
}

fn write_dimensions(dimensions: &[(String, String)]) -> Vec<Dimension> {
    let write = |(name, value): &(String, String)| Dimension {
        name: Some(name.clone()),
        value: Some(value.clone()),
    };
    dimensions.iter().map(write).collect()
}
