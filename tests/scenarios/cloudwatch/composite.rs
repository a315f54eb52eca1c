//! Composite alarms: upon others, kept from acting by one.

use cloud::lab::Lab;

use super::{orders_alarm, say, state_of, watch};

/// Two alarms, and a composite one with mail to `team` by this rule and with these further members.
fn composed(rule: &str, more: &str) -> Lab {
    let mut lab = Lab::new();
    say(&mut lab, "sns", "CreateTopic", r#"{"Name": "team"}"#);
    for name in ["a", "b", "quiet"] {
        orders_alarm(&mut lab, name, r#", "TreatMissingData": "ignore""#);
    }
    let rule = rule.replace('"', "\\\"");
    let request = format!(
        r#"{{"AlarmName": "both", "AlarmRule": "{rule}", "AlarmActions": ["arn:aws:sns:us-east-2:123456789012:team"]{more}}}"#
    );
    watch(&mut lab, "PutCompositeAlarm", &request);
    lab.pass_secs(2);
    lab
}

fn set(lab: &mut Lab, name: &str, state: &str) {
    let request = format!(r#"{{"AlarmName": "{name}", "StateValue": "{state}", "StateReason": "a test"}}"#);
    watch(lab, "SetAlarmState", &request);
    lab.pass_secs(2);
}

/// How often the composite alarm has acted.
fn acted(lab: &mut Lab) -> usize {
    let request = r#"{"AlarmTypes": ["CompositeAlarm"], "HistoryItemType": "Action"}"#;
    watch(lab, "DescribeAlarmHistory", request)
        .matches("Successfully executed action")
        .count()
}

fn described(lab: &mut Lab) -> String {
    watch(lab, "DescribeAlarms", r#"{"AlarmTypes": ["CompositeAlarm"]}"#)
}

#[test]
fn a_composite_alarm_follows_its_rule() {
    let mut lab = composed(r#"ALARM("a") AND NOT OK(b)"#, "");
    assert_eq!(state_of(&lab, "both"), "OK");
    set(&mut lab, "a", "ALARM");
    assert_eq!(state_of(&lab, "both"), "ALARM");
    assert_eq!(acted(&mut lab), 1);
    let told = described(&mut lab);
    let reason = "arn:aws:cloudwatch:us-east-2:123456789012:alarm:a transitioned to ALARM at Monday 02 November, 2026 \
                  10:00:02 UTC";
    assert!(told.contains(reason), "{told}");
    set(&mut lab, "b", "OK");
    assert_eq!(state_of(&lab, "both"), "OK");
}

#[test]
fn a_new_composite_alarm_has_too_little_data_for_a_moment() {
    let mut lab = composed("TRUE", "");
    assert_eq!(state_of(&lab, "both"), "ALARM");
    watch(
        &mut lab,
        "PutCompositeAlarm",
        r#"{"AlarmName": "new", "AlarmRule": "FALSE"}"#,
    );
    assert_eq!(state_of(&lab, "new"), "INSUFFICIENT_DATA");
    lab.pass_secs(2);
    assert_eq!(state_of(&lab, "new"), "OK");
}

#[test]
fn children_and_parents_are_found() {
    let mut lab = composed("ALARM(a) OR ALARM(b)", "");
    let names = |lab: &mut Lab, request: &str| {
        watch(lab, "DescribeAlarms", request)
            .matches("\"AlarmName\"")
            .count()
    };
    assert_eq!(names(&mut lab, r#"{"ChildrenOfAlarmName": "both"}"#), 2);
    assert_eq!(names(&mut lab, r#"{"ParentsOfAlarmName": "a"}"#), 1);
    assert_eq!(names(&mut lab, r#"{"ParentsOfAlarmName": "quiet"}"#), 0);
    assert_eq!(names(&mut lab, "{}"), 3, "only metric alarms unless asked");
}

#[test]
fn the_suppressor_keeps_it_from_acting() {
    let more = r#", "ActionsSuppressor": "quiet", "ActionsSuppressorWaitPeriod": 60,
        "ActionsSuppressorExtensionPeriod": 30"#;
    let mut lab = composed("ALARM(a)", more);
    set(&mut lab, "quiet", "ALARM");
    set(&mut lab, "a", "ALARM");
    assert!(described(&mut lab).contains(r#""ActionsSuppressedBy":"Alarm""#));
    lab.pass_secs(600);
    assert_eq!(acted(&mut lab), 0);
    set(&mut lab, "quiet", "OK");
    assert!(described(&mut lab).contains(r#""ActionsSuppressedBy":"ExtensionPeriod""#));
    lab.pass_secs(27);
    assert_eq!(acted(&mut lab), 0);
    lab.pass_secs(2);
    assert_eq!(acted(&mut lab), 1, "thirty seconds after the suppressor");
    assert!(!described(&mut lab).contains("ActionsSuppressedBy"));
}

#[test]
fn it_waits_for_the_suppressor_before_it_acts() {
    let more = r#", "ActionsSuppressor": "quiet", "ActionsSuppressorWaitPeriod": 60,
        "ActionsSuppressorExtensionPeriod": 30"#;
    let mut lab = composed("ALARM(a)", more);
    set(&mut lab, "a", "ALARM");
    assert!(described(&mut lab).contains(r#""ActionsSuppressedBy":"WaitPeriod""#));
    lab.pass_secs(58);
    assert_eq!(acted(&mut lab), 0);
    lab.pass_secs(2);
    assert_eq!(acted(&mut lab), 1, "a minute after the change");
    set(&mut lab, "a", "OK");
    set(&mut lab, "a", "ALARM");
    set(&mut lab, "a", "OK");
    lab.pass_secs(600);
    assert_eq!(acted(&mut lab), 1, "it was back before anyone heard of it");
}

#[test]
fn alarms_in_a_cycle_are_not_evaluated_and_stay_until_it_is_broken() {
    let mut lab = composed("ALARM(a)", "");
    watch(
        &mut lab,
        "PutCompositeAlarm",
        r#"{"AlarmName": "upper", "AlarmRule": "NOT ALARM(both)"}"#,
    );
    watch(
        &mut lab,
        "PutCompositeAlarm",
        r#"{"AlarmName": "both", "AlarmRule": "ALARM(upper)"}"#,
    );
    lab.pass_secs(600);
    assert_eq!(state_of(&lab, "upper"), "INSUFFICIENT_DATA");
    let refused = lab.call("cloudwatch", "DeleteAlarms", r#"{"AlarmNames": ["upper"]}"#);
    assert_eq!(refused.err().map(|error| error.code), Some("ResourceConflict"));
    watch(
        &mut lab,
        "PutCompositeAlarm",
        r#"{"AlarmName": "upper", "AlarmRule": "FALSE"}"#,
    );
    watch(&mut lab, "DeleteAlarms", r#"{"AlarmNames": ["both"]}"#);
    watch(&mut lab, "DeleteAlarms", r#"{"AlarmNames": ["upper", "a"]}"#);
}
