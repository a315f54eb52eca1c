//! `DescribeAlarmHistory`: what became of alarms, whether or not they are still there.

use api::cloudwatch::{AlarmHistoryItem, DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput};
use api::{ApiError, Timestamp};

use super::describe::is_of_type;
use super::page::page;
use crate::Cloud;
use crate::cloudwatch::HistoryItem;

/// Items that one answer holds if nothing is said. Source: CloudWatch API Reference, DescribeAlarmHistory.
const ITEMS_PER_ANSWER: i64 = 100;

pub(super) fn describe_alarm_history(
    cloud: &Cloud,
    input: &DescribeAlarmHistoryInput,
) -> Result<DescribeAlarmHistoryOutput, ApiError> {
    let found = cloud
        .cloudwatch
        .history
        .iter()
        .filter(|item| wanted(cloud, item, input));
    let mut items: Vec<AlarmHistoryItem> = found.map(|item| describe(cloud, item)).collect();
    if input.scan_by.as_deref() != Some("TimestampAscending") {
        items.reverse();
    }
    let most = input.max_records.unwrap_or(ITEMS_PER_ANSWER) as usize;
    let (items, next_token) = page(items, input.next_token.as_deref(), most)?;
    Ok(DescribeAlarmHistoryOutput { items, next_token })
}

fn wanted(cloud: &Cloud, item: &HistoryItem, input: &DescribeAlarmHistoryInput) -> bool {
    let (at, alarm) = (Timestamp::of(item.at), cloud.cloudwatch.alarm(item.alarm));
    let of_alarm = input
        .alarm_name
        .as_ref()
        .is_none_or(|name| *name == alarm.spec.name);
    let of_kind = input
        .history_item_type
        .as_ref()
        .is_none_or(|kind| kind == item.kind.name());
    let after = input.start_date.is_none_or(|start| at >= start);
    let before = input.end_date.is_none_or(|end| at <= end);
    of_alarm && of_kind && after && before && is_of_type(alarm, &input.alarm_types)
}

fn describe(cloud: &Cloud, item: &HistoryItem) -> AlarmHistoryItem {
    let alarm = cloud.cloudwatch.alarm(item.alarm);
    AlarmHistoryItem {
        alarm_name: Some(alarm.spec.name.clone()),
        alarm_type: Some(alarm.type_name().to_owned()),
        timestamp: Some(Timestamp::of(item.at)),
        history_item_type: Some(item.kind.name().to_owned()),
        history_summary: Some(item.summary.clone()),
        history_data: Some(item.data.clone()),
    }
}
