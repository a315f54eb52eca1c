//! Policies as such: overwritten, switched off, described, deleted, and what alarms tell of them.

use super::{Web, shape, watch};

const PLUS_ONE: &str = r#""AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": 1"#;
const TRACKING: &str = r#""PolicyType": "TargetTrackingScaling", "TargetTrackingConfiguration": {"TargetValue": 50,
    "PredefinedMetricSpecification": {"PredefinedMetricType": "ASGAverageCPUUtilization"}}"#;

fn policies(web: &Web) -> Vec<shape::ScalingPolicy> {
    web.lab.look(shape::DescribePoliciesInput::default()).policies
}

#[test]
fn a_policy_of_a_known_name_is_overwritten_and_keeps_its_arn() {
    let mut web = Web::of(1, "");
    let first = web.policy("out", PLUS_ONE);
    let second = web.policy(
        "out",
        r#""PolicyType": "StepScaling", "AdjustmentType": "ChangeInCapacity", "EstimatedInstanceWarmup": 90,
            "StepAdjustments": [{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 2}]"#,
    );
    assert_eq!(first, second);
    let described = policies(&web);
    assert_eq!(described.len(), 1);
    assert_eq!(described[0].policy_type.as_deref(), Some("StepScaling"));
    assert_eq!(described[0].aggregation.as_deref(), Some("Average"));
    assert_eq!(
        (described[0].warmup, described[0].scaling_adjustment),
        (Some(90), None)
    );
    web.policy("out", TRACKING);
    let names = |web: &Web| -> Vec<Option<String>> {
        policies(web)[0]
            .alarms
            .iter()
            .map(|alarm| alarm.alarm_name.clone())
            .collect()
    };
    let alarms = names(&web);
    assert_eq!(alarms.len(), 2);
    web.policy("out", &TRACKING.replace("50", "60"));
    assert_eq!(names(&web), alarms, "the alarms keep their names");
    assert_eq!(
        web.metric_alarm("TargetTracking-web-AlarmLow").threshold,
        Some(42.0)
    );
    web.policy("out", PLUS_ONE);
    assert_eq!(names(&web), []);
    assert_eq!(
        web.lab.look(watch::DescribeAlarmsInput::default()).metric_alarms,
        []
    );
}

#[test]
fn a_policy_that_only_adds_has_no_alarm_below_its_target() {
    let mut web = Web::of(1, "");
    web.policy("cpu", &TRACKING.replace("50,", "50, \"DisableScaleIn\": true,"));
    let alarms = policies(&web)[0].alarms.len();
    assert_eq!(alarms, 1);
    web.policy("cpu", TRACKING);
    assert_eq!(policies(&web)[0].alarms.len(), 2);
}

#[test]
fn deleting_a_policy_leaves_the_alarms_of_others_without_the_action() {
    let mut web = Web::of(1, "");
    let out = web.policy("out", PLUS_ONE);
    web.policy("cpu", TRACKING);
    web.alarm("busy", "GreaterThanThreshold", 70.0, &[&out]);
    let listed = policies(&web)[0].alarms[0].alarm_name.clone();
    assert_eq!(
        listed.as_deref(),
        Some("busy"),
        "a policy lists the alarms that have it as an action"
    );
    web.call("DeletePolicy", r#"{{web}, "PolicyName": "out"}"#);
    assert_eq!(web.metric_alarm("busy").alarm_actions, Vec::<String>::new());
    web.call("DeletePolicy", r#"{{web}, "PolicyName": "cpu"}"#);
    let left = web.lab.look(watch::DescribeAlarmsInput::default()).metric_alarms;
    assert_eq!(left.len(), 1, "the alarms of target tracking are gone");
    assert_eq!(policies(&web), []);
}

#[test]
fn a_group_that_goes_takes_alarms_without_another_action_along() {
    let mut web = Web::of(1, "");
    let out = web.policy("out", PLUS_ONE);
    web.policy("cpu", TRACKING);
    web.alarm("busy", "GreaterThanThreshold", 70.0, &[&out]);
    web.alarm(
        "mailed",
        "GreaterThanThreshold",
        70.0,
        &[&out, "arn:aws:sns:us-east-2:123456789012:team"],
    );
    web.call(
        "PutScheduledUpdateGroupAction",
        r#"{{web}, "ScheduledActionName": "night", "Recurrence": "0 20 * * *", "DesiredCapacity": 1}"#,
    );
    web.call("DeleteAutoScalingGroup", r#"{{web}, "ForceDelete": true}"#);
    let left = web.lab.look(watch::DescribeAlarmsInput::default()).metric_alarms;
    let names: Vec<_> = left
        .iter()
        .filter_map(|alarm| alarm.alarm_name.as_deref())
        .collect();
    assert_eq!(names, ["mailed"]);
    assert_eq!(
        web.lab
            .look(shape::DescribeScheduledActionsInput::default())
            .actions,
        []
    );
    web.lab.pass_secs(86_400);
    assert_eq!(
        web.lab
            .look(shape::DescribeAutoScalingGroupsInput::default())
            .groups,
        []
    );
}

#[test]
fn a_policy_that_is_switched_off_does_nothing_and_the_alarm_tells_why() {
    let mut web = Web::of(1, "");
    let out = web.policy("out", &format!("{PLUS_ONE}, \"Enabled\": false"));
    web.alarm("busy", "GreaterThanThreshold", 70.0, &[&out]);
    assert_eq!(policies(&web)[0].enabled, Some(false));
    web.set_alarm("busy", "ALARM");
    web.lab.pass_secs(30);
    assert_eq!(web.desired(), 1);
    assert_eq!(
        web.acts_of("busy"),
        [format!(
            "Failed to execute action {out}. Received error: \"Policy out is disabled\""
        )]
    );
}

#[test]
fn an_alarm_tells_whether_its_policy_was_reached() {
    let mut web = Web::of(1, "");
    let out = web.policy("out", PLUS_ONE);
    let gone = out.replace("policyName/out", "policyName/gone");
    let step = web.policy(
        "far",
        r#""PolicyType": "StepScaling", "AdjustmentType": "ChangeInCapacity",
            "StepAdjustments": [{"MetricIntervalLowerBound": 20, "ScalingAdjustment": 2}]"#,
    );
    web.alarm("busy", "GreaterThanThreshold", 70.0, &[&out, &gone, &step]);
    web.minutes(3, &[("Load", 75.0)]);
    assert_eq!(web.metric_alarm("busy").state_value.as_deref(), Some("ALARM"));
    let failed = |arn: &str, why: &str| format!("Failed to execute action {arn}. Received error: \"{why}\"");
    let why = "No step adjustment found for metric value [75] and breach delta 5";
    assert_eq!(
        web.acts_of("busy"),
        [
            failed(&step, why),
            failed(&gone, &format!("PolicyARN {gone} is not found")),
            format!("Successfully executed action {out}"),
        ]
    );
    assert_eq!(web.desired(), 2);
}

#[test]
fn suspended_alarm_notification_is_made_up_for_while_the_alarm_lasts() {
    let mut web = Web::of(1, "");
    let out = web.policy("out", PLUS_ONE);
    web.alarm("busy", "GreaterThanThreshold", 70.0, &[&out]);
    web.call(
        "SuspendProcesses",
        r#"{{web}, "ScalingProcesses": ["AlarmNotification"]}"#,
    );
    web.minutes(4, &[("Load", 90.0)]);
    assert_eq!(web.desired(), 1);
    assert!(web.acts_of("busy")[0].ends_with("\"AlarmNotification is suspended\""));
    web.call(
        "ResumeProcesses",
        r#"{{web}, "ScalingProcesses": ["AlarmNotification"]}"#,
    );
    web.minutes(2, &[("Load", 90.0)]);
    assert_eq!(web.desired(), 2);
}

#[test]
fn policies_can_be_described_by_name_arn_kind_and_group() {
    let mut web = Web::of(1, "");
    let out = web.policy("out", PLUS_ONE);
    web.policy("cpu", TRACKING);
    let mut names = |request: &str| -> Vec<String> {
        let output = web.call("DescribePolicies", request);
        let answer = <shape::DescribePoliciesInput as api::Input>::answer(output).expect("its own");
        answer
            .policies
            .into_iter()
            .filter_map(|policy| policy.policy_name)
            .collect()
    };
    assert_eq!(names("{{web}}"), ["out", "cpu"]);
    assert_eq!(names(&format!(r#"{{"PolicyNames": ["{out}"]}}"#)), ["out"]);
    assert_eq!(names(r#"{"PolicyNames": ["cpu", "none"]}"#), ["cpu"]);
    assert_eq!(names(r#"{"PolicyTypes": ["TargetTrackingScaling"]}"#), ["cpu"]);
    assert_eq!(names(r#"{"AutoScalingGroupName": "none"}"#), Vec::<String>::new());
}
