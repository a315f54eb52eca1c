//! What became of alarms.

use super::ALARM_TYPES;
use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Describes what became of alarms, whether or not they are still there.
    pub struct DescribeAlarmHistoryInput {
        /// Of this one.
        alarm_name: Option<String> = "AlarmName" length(1..=255),
        /// Of alarms of these kinds; of metric alarms if left out.
        alarm_types: Vec<String> = "AlarmTypes" one_of(ALARM_TYPES),
        /// Of this kind.
        history_item_type: Option<String> = "HistoryItemType"
            one_of(&["ConfigurationUpdate", "StateUpdate", "Action"]),
        /// From here on.
        start_date: Option<Timestamp> = "StartDate",
        /// Up to here.
        end_date: Option<Timestamp> = "EndDate",
        /// At most so many at once.
        max_records: Option<i64> = "MaxRecords" range(1..=100) default("100"),
        /// Where the last answer ended.
        next_token: Option<String> = "NextToken",
        /// Newest or oldest first.
        scan_by: Option<String> = "ScanBy" one_of(&["TimestampDescending", "TimestampAscending"])
            default("TimestampDescending"),
    }
    without "AlarmContributorId"

    /// What became.
    pub struct DescribeAlarmHistoryOutput {
        /// As asked for.
        items: Vec<AlarmHistoryItem> = "AlarmHistoryItems" always,
        /// If there are more, where to go on.
        next_token: Option<String> = "NextToken",
    }

    /// Something that became of an alarm.
    pub struct AlarmHistoryItem {
        /// Which alarm.
        alarm_name: Option<String> = "AlarmName",
        /// Its kind.
        alarm_type: Option<String> = "AlarmType",
        /// When.
        timestamp: Option<Timestamp> = "Timestamp",
        /// The kind of item.
        history_item_type: Option<String> = "HistoryItemType",
        /// In a sentence.
        history_summary: Option<String> = "HistorySummary",
        /// In full, as JSON.
        history_data: Option<String> = "HistoryData",
    }
    without "AlarmContributorId AlarmContributorAttributes"
}
