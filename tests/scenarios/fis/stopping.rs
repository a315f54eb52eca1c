//! What stops an experiment, and what is undone then.

use api::cloudwatch::{PutMetricAlarmInput, SetAlarmStateInput};
use api::fis as shape;
use cloud::lab::Lab;

use super::{action, codes, get, lab, power_interruption, reason, start, state, template};

const ARN: &str = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:slow";

/// An alarm `slow` on a metric that nobody tells.
fn alarm(lab: &mut Lab) {
    lab.make(PutMetricAlarmInput {
        alarm_name: Some("slow".to_owned()),
        namespace: Some("Directory".to_owned()),
        metric_name: Some("Latency".to_owned()),
        statistic: Some("Average".to_owned()),
        period: Some(60),
        evaluation_periods: Some(1),
        threshold: Some(1.0),
        comparison_operator: Some("GreaterThanThreshold".to_owned()),
        ..Default::default()
    });
}

fn set(lab: &mut Lab, value: &str) {
    lab.make(SetAlarmStateInput {
        alarm_name: Some("slow".to_owned()),
        state_value: Some(value.to_owned()),
        state_reason: Some("a test".to_owned()),
        ..Default::default()
    });
}

fn guarded() -> shape::CreateExperimentTemplateInput {
    shape::CreateExperimentTemplateInput {
        stop_conditions: vec![shape::StopCondition {
            source: Some("aws:cloudwatch:alarm".to_owned()),
            value: Some(ARN.to_owned()),
        }],
        ..power_interruption()
    }
}

/// Scenario 23 of the facts on EC2 and CloudWatch.
#[test]
fn an_alarm_stops_it_and_the_instances_are_started_again() {
    let mut lab = lab();
    lab.launch(2, 'a');
    lab.pass_secs(60);
    alarm(&mut lab);
    let id = start(&mut lab, guarded());
    lab.pass_secs(300);
    assert_eq!(
        (state(&lab, &id), codes(&lab)),
        ("running (stop running)".to_owned(), vec![80, 80])
    );
    set(&mut lab, "ALARM");
    assert_eq!(state(&lab, &id), "stopping (stop stopping)");
    lab.pass_secs(1);
    assert_eq!(
        (state(&lab, &id), codes(&lab)),
        ("stopped (stop stopped)".to_owned(), vec![0, 0])
    );
    assert_eq!(reason(&lab, &id), "Experiment halted by stop condition.");
    assert!(get(&lab, &id).end_time.is_some());
}

#[test]
fn an_alarm_that_rings_already_lets_nothing_begin() {
    let mut lab = lab();
    lab.launch(1, 'a');
    lab.pass_secs(60);
    alarm(&mut lab);
    set(&mut lab, "ALARM");
    let id = start(&mut lab, guarded());
    lab.pass_secs(5);
    assert_eq!(
        (state(&lab, &id), codes(&lab)),
        ("stopped (stop cancelled)".to_owned(), vec![16])
    );
}

#[test]
fn a_call_stops_it_once_instances_that_still_stop_can_be_started() {
    let mut lab = lab();
    lab.launch(1, 'a');
    lab.pass_secs(60);
    let id = start(&mut lab, power_interruption());
    lab.pass_secs(3);
    assert_eq!(codes(&lab), [64]);
    let stopped = lab.make(shape::StopExperimentInput { id: Some(id.clone()) });
    let status = stopped
        .experiment
        .and_then(|experiment| experiment.state)
        .and_then(|state| state.status);
    assert_eq!(status.as_deref(), Some("stopping"));
    lab.pass_secs(2);
    assert_eq!(
        (state(&lab, &id), codes(&lab)),
        ("stopping (stop stopping)".to_owned(), vec![64])
    );
    lab.pass_secs(180);
    assert_eq!(
        (state(&lab, &id), codes(&lab)),
        ("stopped (stop stopped)".to_owned(), vec![16])
    );
}

#[test]
fn a_failed_assertion_fails_the_experiment_and_mends_what_was_broken() {
    let mut lab = lab();
    alarm(&mut lab);
    let role = shape::Target {
        resource_arns: vec![super::ROLE.to_owned()],
        ..super::target("aws:iam:role", "ALL")
    };
    let ice = action(
        "aws:ec2:api-insufficient-instance-capacity-error",
        &[
            ("duration", "PT1H"),
            ("availabilityZoneIdentifiers", "us-east-1a"),
        ],
        Some(("Roles", "me")),
        &[],
    );
    let wait = action("aws:fis:wait", &[("duration", "PT1M")], None, &[]);
    let check = |states: &str, after: &[&str]| {
        let parameters = [("alarmArns", ARN), ("alarmStates", states)];
        action("aws:cloudwatch:assert-alarm-state", &parameters, None, after)
    };
    let actions = vec![
        ("ice", ice),
        ("fine", check("OK, INSUFFICIENT_DATA", &[])),
        ("wait", wait),
        ("rings", check("ALARM", &["wait"])),
        ("never", check("OK", &["rings"])),
    ];
    let id = start(&mut lab, template(vec![("me", role)], actions));
    lab.pass_secs(2);
    let running = "running (fine completed, ice running, never pending, rings pending, wait running)";
    assert_eq!(state(&lab, &id), running);
    assert_eq!(lab.cloud().active_faults().count(), 1);
    lab.pass_secs(62);
    let failed = "failed (fine completed, ice stopped, never cancelled, rings failed, wait completed)";
    assert_eq!(state(&lab, &id), failed);
    assert_eq!(lab.cloud().active_faults().count(), 0);
}
