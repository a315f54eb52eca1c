//! Lifecycle hooks hold instances on their way into service and out of it.

use super::{Fleet, word};

const LAUNCHING: &str = r#", "LifecycleHookName": "up", "LifecycleTransition": "autoscaling:EC2_INSTANCE_LAUNCHING",
    "HeartbeatTimeout": 3600, "DefaultResult": "ABANDON""#;
const TERMINATING: &str = r#", "LifecycleHookName": "down", "LifecycleTransition": "autoscaling:EC2_INSTANCE_TERMINATING",
    "HeartbeatTimeout": 300, "DefaultResult": "CONTINUE""#;

/// A group behind a load balancer whose second instance a launch hook holds; the target group's ARN.
fn held() -> (Fleet, String) {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.create(1, 1, 3, |input| input.target_group_arns = vec![arn.clone()]);
    fleet.lab.pass_secs(60);
    fleet.ask("PutLifecycleHook", LAUNCHING);
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 2"#);
    fleet.seconds_until(60, |fleet| fleet.in_state("Pending:Wait") == 1);
    (fleet, arn)
}

fn complete(fleet: &mut Fleet, hook: &str, place: usize, result: &str) {
    let id = fleet.lab.id(fleet.members()[place]);
    let request = format!(
        r#", "LifecycleHookName": "{hook}", "InstanceId": "{id}", "LifecycleActionResult": "{result}""#
    );
    fleet.ask("CompleteLifecycleAction", &request);
}

/// Scenario S12 of the facts on Auto Scaling and load balancing.
#[test]
fn a_launch_hook_holds_an_instance_until_it_is_completed() {
    let (mut fleet, arn) = held();
    fleet.lab.pass_secs(120);
    let new = fleet.members()[1];
    assert_eq!(fleet.state(new), "Pending:Wait Healthy");
    assert_eq!(fleet.target(&arn, new), "", "it is not registered yet");
    let activity = fleet.activity("Launching");
    assert_eq!(activity.status_code.as_deref(), Some("MidLifecycleAction"));
    complete(&mut fleet, "up", 1, "CONTINUE");
    assert_eq!(fleet.state(new), "Pending:Proceed Healthy");
    fleet.lab.pass_secs(3);
    assert_eq!(fleet.state(new), "InService Healthy");
    assert_eq!(fleet.target(&arn, new), "initial");
    let (_, group) = fleet.lab.cloud().autoscaling.groups().next().expect("a group");
    let since = group.members[1].in_service;
    let now = fleet.lab.simulation.now();
    assert_eq!(since, Some(now), "grace period and warm-up begin here");
    assert_eq!(
        fleet.activity("Launching").status_code.as_deref(),
        Some("Successful")
    );
}

/// Scenario S12 of the facts on Auto Scaling and load balancing.
#[test]
fn a_launch_that_nobody_completes_is_given_up_and_made_again() {
    let (mut fleet, _) = held();
    let new = fleet.members()[1];
    fleet.lab.pass_secs(3_590);
    assert_eq!(fleet.state(new), "Pending:Wait Healthy");
    let seconds = fleet.seconds_until(20, |fleet| fleet.state(new).starts_with("Terminating"));
    assert!(
        (9..=11).contains(&seconds),
        "an hour in all: 3,590 s and {seconds}"
    );
    let id = fleet.lab.id(new);
    let launch = fleet.activity(&format!("Launching a new EC2 instance: {id}"));
    assert_eq!(launch.status_code.as_deref(), Some("Cancelled"));
    let message = launch.status_message.unwrap_or_default();
    assert!(
        message
            .starts_with("Instance failed to complete user's Lifecycle Action: Lifecycle Action with token "),
        "{message}"
    );
    fleet.seconds_until(60, |fleet| fleet.in_state("Pending:Wait") == 1);
    assert_eq!(fleet.desired(), 2);
}

#[test]
fn giving_a_launch_up_replaces_it_at_once() {
    let (mut fleet, _) = held();
    let new = fleet.members()[1];
    complete(&mut fleet, "up", 1, "ABANDON");
    assert_eq!(fleet.state(new), "Terminating Healthy");
    let launch = fleet.activity(&format!("Launching a new EC2 instance: {}", fleet.lab.id(new)));
    let message = launch.status_message.unwrap_or_default();
    assert!(
        message.ends_with("was abandoned: Lifecycle Action Completed with ABANDON Result"),
        "{message}"
    );
    fleet.seconds_until(5, |fleet| fleet.in_state("Pending") == 1);
}

/// Scenario S12 of the facts on Auto Scaling and load balancing.
#[test]
fn a_heartbeat_gives_the_hook_its_whole_time_again() {
    let (mut fleet, _) = held();
    let new = fleet.members()[1];
    let token = {
        let group = fleet.lab.cloud().autoscaling.groups().next().expect("a group").1;
        group.members[1].actions[0].token.clone()
    };
    assert_eq!(token.len(), 36);
    fleet.lab.pass_secs(1_800);
    let request = format!(r#", "LifecycleHookName": "up", "LifecycleActionToken": "{token}""#);
    fleet.ask("RecordLifecycleActionHeartbeat", &request);
    fleet.lab.pass_secs(3_595);
    assert_eq!(fleet.state(new), "Pending:Wait Healthy", "to 90 minutes in all");
    fleet.lab.pass_secs(10);
    assert!(fleet.state(new).starts_with("Terminating"));
}

#[test]
fn a_termination_hook_holds_an_instance_that_has_drained() {
    let mut fleet = Fleet::of(1, 2, 2);
    fleet.ask("PutLifecycleHook", TERMINATING);
    let one = fleet.members()[0];
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 1"#);
    fleet.seconds_until(30, |fleet| fleet.in_state("Terminating:Wait") == 1);
    let held = if fleet.state(one).starts_with("Terminating") {
        0
    } else {
        1
    };
    let instance = fleet.members()[held];
    assert_eq!(fleet.lab.instance(instance).state.name(), "running");
    complete(&mut fleet, "down", held, "CONTINUE");
    assert_eq!(fleet.state(instance), "Terminating:Proceed Healthy");
    fleet.seconds_until(60, |fleet| fleet.state(instance).is_empty());
}

#[test]
fn a_termination_hook_that_nobody_completes_lets_go_after_its_time() {
    let mut fleet = Fleet::of(1, 2, 2);
    fleet.ask("PutLifecycleHook", TERMINATING);
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 1"#);
    fleet.seconds_until(30, |fleet| fleet.in_state("Terminating:Wait") == 1);
    let seconds = fleet.seconds_until(310, |fleet| fleet.in_state("Terminating:Proceed") == 1);
    assert!((298..=301).contains(&seconds), "{seconds}");
}

#[test]
fn deleting_a_hook_completes_what_it_holds() {
    let (mut fleet, _) = held();
    let new = fleet.members()[1];
    fleet.ask("DeleteLifecycleHook", r#", "LifecycleHookName": "up""#);
    assert_eq!(fleet.state(new), "Terminating Healthy", "a launch is given up");
    fleet.seconds_until(60, |fleet| fleet.in_state("InService") == 2);

    let mut fleet = Fleet::of(1, 2, 2);
    fleet.ask("PutLifecycleHook", TERMINATING);
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 1"#);
    fleet.seconds_until(30, |fleet| fleet.in_state("Terminating:Wait") == 1);
    fleet.ask("DeleteLifecycleHook", r#", "LifecycleHookName": "down""#);
    assert_eq!(fleet.in_state("Terminating:Proceed"), 1, "an end goes through");
}

#[test]
fn every_hook_must_be_completed() {
    let mut fleet = Fleet::with(1, 1, 1, |input| {
        input.hooks = ["a", "b"]
            .map(|name| api::autoscaling::LifecycleHookSpecification {
                name: Some(name.to_owned()),
                transition: Some("autoscaling:EC2_INSTANCE_LAUNCHING".to_owned()),
                ..Default::default()
            })
            .to_vec();
    });
    assert_eq!(fleet.in_state("Pending:Wait"), 1);
    complete(&mut fleet, "a", 0, "CONTINUE");
    assert_eq!(fleet.in_state("Pending:Wait"), 1);
    complete(&mut fleet, "b", 0, "CONTINUE");
    assert_eq!(fleet.in_state("Pending:Proceed"), 1);
    let hooks = fleet.ask("DescribeLifecycleHooks", "");
    assert_eq!(word(&hooks, "HeartbeatTimeout"), "3600");
    assert_eq!(word(&hooks, "GlobalTimeout"), "172800");
    assert_eq!(word(&hooks, "DefaultResult"), "ABANDON");
    assert_eq!(hooks.matches("LifecycleHookName").count(), 2);
}

#[test]
fn a_changed_hook_keeps_what_is_left_out() {
    let mut fleet = Fleet::of(0, 0, 1);
    fleet.ask("PutLifecycleHook", TERMINATING);
    fleet.ask(
        "PutLifecycleHook",
        r#", "LifecycleHookName": "down", "NotificationMetadata": "m""#,
    );
    let hooks = fleet.ask("DescribeLifecycleHooks", r#", "LifecycleHookNames": ["down"]"#);
    assert_eq!(word(&hooks, "HeartbeatTimeout"), "300");
    assert_eq!(word(&hooks, "GlobalTimeout"), "30000");
    assert_eq!(word(&hooks, "DefaultResult"), "CONTINUE");
    assert_eq!(word(&hooks, "NotificationMetadata"), "m");
}

#[test]
fn force_runs_no_hooks() {
    let mut fleet = Fleet::of(1, 1, 1);
    fleet.ask("PutLifecycleHook", TERMINATING);
    fleet.ask("DeleteAutoScalingGroup", r#", "ForceDelete": true"#);
    fleet.lab.pass_secs(90);
    assert!(fleet.lab.cloud().autoscaling.groups().next().is_none());
}
