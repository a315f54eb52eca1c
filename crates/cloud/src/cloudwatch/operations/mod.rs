//! One file per family of operations of CloudWatch.
//!
//! Source: CloudWatch API Reference, version 2010-08-01.

mod alarms;
mod metrics;

use api::cloudwatch::{Dimension, Read, Write};
use api::{ApiError, Output};

use crate::Cloud;

/// Carries out a call that changes something.
pub(crate) fn write(cloud: &mut Cloud, call: &Write) -> Result<Output, ApiError> {
    match call {
        Write::PutMetricData(input) => metrics::put_metric_data(cloud, input).map(Output::from),
        Write::PutMetricAlarm(input) => alarms::put_metric_alarm(cloud, input).map(Output::from),
        Write::SetAlarmState(input) => alarms::set_alarm_state(cloud, input).map(Output::from),
        Write::EnableAlarmActions(input) => alarms::enable(cloud, &input.alarm_names, true).map(Output::from),
        Write::DisableAlarmActions(input) => {
            alarms::enable(cloud, &input.alarm_names, false).map(Output::from)
        }
        Write::DeleteAlarms(input) => alarms::delete_alarms(cloud, input).map(Output::from),
    }
}

/// Answers a call that only looks.
pub(crate) fn read(cloud: &Cloud, call: &Read) -> Result<Output, ApiError> {
    match call {
        Read::ListMetrics(input) => Ok(metrics::list_metrics(cloud, input).into()),
        Read::GetMetricStatistics(input) => metrics::get_metric_statistics(cloud, input).map(Output::from),
        Read::DescribeAlarms(input) => Ok(alarms::describe_alarms(cloud, input).into()),
        Read::DescribeAlarmsForMetric(input) => Ok(alarms::describe_alarms_for_metric(cloud, input).into()),
        Read::DescribeAlarmHistory(input) => Ok(alarms::describe_alarm_history(cloud, input).into()),
    }
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
