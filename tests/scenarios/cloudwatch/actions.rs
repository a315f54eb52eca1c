//! What alarms do to instances, and what led to it.

use cloud::ec2::InstanceIndex;
use cloud::ec2::InstanceState::{self, Running, ShuttingDown, Stopping};
use cloud::fact::What;
use cloud::lab::Lab;

use super::{actions, state_of, watch};

/// An alarm on an instance's metric that does something to the instance.
fn alarm(lab: &mut Lab, metric: &str, verb: &str) {
    let request = format!(
        r#"{{"AlarmName": "act", "Namespace": "AWS/EC2", "MetricName": "{metric}", "Statistic": "Maximum",
            "Dimensions": [{{"Name": "InstanceId", "Value": "{{id:0}}"}}], "Period": 60, "EvaluationPeriods": 2,
            "Threshold": 1, "ComparisonOperator": "GreaterThanOrEqualToThreshold",
            "AlarmActions": ["arn:aws:automate:us-east-2:ec2:{verb}"]}}"#
    );
    watch(lab, "PutMetricAlarm", &request);
}

/// An instance crashes; what becomes of it within ten minutes by the alarm.
fn crashed(verb: &str) -> (Lab, InstanceIndex, InstanceState) {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    alarm(&mut lab, "StatusCheckFailed_Instance", verb);
    lab.pass_secs(600);
    assert_eq!(state_of(&lab, "act"), "OK");
    lab.fault("instance-crash", instance, None);
    for _ in 0..600 {
        lab.pass_secs(1);
        if state_of(&lab, "act") == "ALARM" {
            break;
        }
    }
    assert_eq!(state_of(&lab, "act"), "ALARM");
    let state = lab.instance(instance).state;
    (lab, instance, state)
}

#[test]
fn a_crashed_instance_can_be_stopped_or_terminated() {
    assert_eq!(crashed("stop").2, Stopping);
    assert_eq!(crashed("terminate").2, ShuttingDown);
}

#[test]
fn a_crashed_instance_can_be_rebooted_and_is_well_again() {
    let (mut lab, instance, state) = crashed("reboot");
    assert_eq!(state, Running);
    lab.pass_secs(600);
    assert_eq!(lab.instance(instance).crashed_since, None);
    assert_eq!(state_of(&lab, "act"), "OK");
}

#[test]
fn what_an_alarm_does_can_be_traced_to_what_broke() {
    let (lab, instance, _) = crashed("stop");
    let facts = &lab.cloud().facts;
    let chain: Vec<What> = facts
        .chain(lab.instance(instance).cause)
        .map(|(_, fact)| fact.what)
        .collect();
    assert!(
        chain.iter().any(|what| matches!(what, What::CloudWatch(_))),
        "{chain:?}"
    );
    assert!(
        chain.iter().any(|what| matches!(what, What::FaultBegan(_))),
        "{chain:?}"
    );
    assert!(matches!(chain.last(), Some(What::Input(_))), "{chain:?}");
}

#[test]
fn to_recover_an_instance_that_is_well_does_nothing() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    alarm(&mut lab, "StatusCheckFailed_System", "recover");
    let set = r#"{"AlarmName": "act", "StateValue": "ALARM", "StateReason": "a test"}"#;
    watch(&mut lab, "SetAlarmState", set);
    assert_eq!(lab.instance(instance).state, Running);
    let history = watch(
        &mut lab,
        "DescribeAlarmHistory",
        r#"{"HistoryItemType": "Action"}"#,
    );
    assert!(
        history.contains("Successfully executed action arn:aws:automate:us-east-2:ec2:recover"),
        "{history}"
    );
}

#[test]
fn a_failed_action_is_told_in_the_history() {
    let mut lab = Lab::new();
    lab.serving(1);
    alarm(&mut lab, "StatusCheckFailed", "stop");
    let set = r#"{"AlarmName": "act", "StateValue": "ALARM", "StateReason": "a test"}"#;
    watch(&mut lab, "SetAlarmState", set);
    watch(&mut lab, "SetAlarmState", &set.replace("ALARM", "OK"));
    watch(&mut lab, "SetAlarmState", set);
    let history = watch(
        &mut lab,
        "DescribeAlarmHistory",
        r#"{"HistoryItemType": "Action"}"#,
    );
    assert!(
        history.contains("Failed to execute action arn:aws:automate:us-east-2:ec2:stop."),
        "{history}"
    );
    assert!(history.contains(r#"\"actionState\":\"Failed\""#), "{history}");
}

/// Scenario 21 of the facts on EC2 and CloudWatch.
#[test]
fn a_state_that_was_set_acts_and_so_does_the_way_back() {
    let mut lab = Lab::new();
    let topic = "arn:aws:sns:us-east-2:123456789012:team";
    super::say(&mut lab, "sns", "CreateTopic", r#"{"Name": "team"}"#);
    super::orders_alarm(
        &mut lab,
        "orders",
        &format!(
            r#", "AlarmActions": ["{topic}"], "OKActions": ["{topic}"], "TreatMissingData": "notBreaching""#
        ),
    );
    lab.pass_secs(120);
    assert_eq!(state_of(&lab, "orders"), "OK");
    let before = actions(&lab);
    let set = r#"{"AlarmName": "orders", "StateValue": "ALARM", "StateReason": "a test"}"#;
    watch(&mut lab, "SetAlarmState", set);
    assert_eq!(state_of(&lab, "orders"), "ALARM");
    assert_eq!(actions(&lab), before + 1);
    lab.pass_secs(61);
    assert_eq!(state_of(&lab, "orders"), "OK", "within a minute");
    assert_eq!(actions(&lab), before + 2);
    let unknown = set.replace("orders", "nothing");
    let refusal = lab
        .call("cloudwatch", "SetAlarmState", &unknown)
        .expect_err("unknown");
    assert_eq!(refusal.code, "ResourceNotFound");
}
