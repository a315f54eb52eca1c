//! What became of alarms, for `DescribeAlarmHistory`.

use api::Value;
use api::json::compact;
use des::SimTime;

use super::alarm::{Alarm, AlarmIndex};
use super::evaluate::AlarmState;
use crate::Cloud;

/// Something that became of an alarm.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryItem {
    /// Which alarm.
    pub alarm: AlarmIndex,
    /// When.
    pub at: SimTime,
    /// The kind of item.
    pub kind: HistoryKind,
    /// In a sentence, as AWS words it.
    pub summary: String,
    /// In full, as JSON.
    pub data: String,
}

/// The kind of an item of history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryKind {
    /// It was made, changed or deleted.
    Configuration,
    /// It came into another state.
    State,
    /// It acted.
    Action,
}

impl HistoryKind {
    /// AWS's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Configuration => "ConfigurationUpdate",
            Self::State => "StateUpdate",
            Self::Action => "Action",
        }
    }
}

impl Cloud {
    pub(super) fn remember(&mut self, alarm: AlarmIndex, kind: HistoryKind, summary: String, data: String) {
        let at = self.now;
        self.cloudwatch.history.push(HistoryItem {
            alarm,
            at,
            kind,
            summary,
            data,
        });
    }
}

pub(super) fn text(text: &str) -> String {
    compact(Value::String(text))
}

/// The JSON of a change of configuration.
pub(super) fn configuration(change: &str, alarm: &Alarm) -> String {
    let (kind, name) = (text(alarm.type_name()), text(&alarm.spec.name));
    format!(r#"{{"version":"1.0","type":"{change}","alarmType":{kind},"alarmName":{name}}}"#)
}

/// The JSON of a change of state. `alarm` still holds the old state's reason.
pub(super) fn transition(alarm: &Alarm, old: AlarmState, reason: &str, data: Option<&str>) -> String {
    let state = |state: AlarmState, reason: &str, data: Option<&str>| {
        let data = data
            .filter(|data| !data.is_empty())
            .map(|data| format!(r#","stateReasonData":{data}"#));
        let (value, reason, data) = (state.name(), text(reason), data.unwrap_or_default());
        format!(r#"{{"stateValue":"{value}","stateReason":{reason}{data}}}"#)
    };
    let before = state(old, &alarm.reason, alarm.reason_data.as_deref());
    let after = state(alarm.state, reason, data);
    format!(r#"{{"version":"1.0","oldState":{before},"newState":{after}}}"#)
}

/// The JSON of an action.
pub(super) fn action(state: AlarmState, arn: &str, failure: Option<&str>) -> String {
    let (state, resource) = (state.name(), text(arn));
    let ended = match failure {
        None => r#""actionState":"Succeeded""#.to_owned(),
        Some(why) => format!(r#""actionState":"Failed","error":{}"#, text(why)),
    };
    format!(r#"{{"version":"1.0",{ended},"stateUpdate":"{state}","notificationResource":{resource}}}"#)
}
