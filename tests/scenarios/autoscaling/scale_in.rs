//! Which instance goes when the group shrinks, and which cannot.

use cloud::ec2::InstanceIndex;

use super::{Fleet, cause};

const ALL_PROTECTED: &str =
    "Could not scale to desired capacity because all remaining instances are protected from scale-in.";

/// Scenario S7 of the facts on Auto Scaling and load balancing.
#[test]
fn protected_instances_stay_though_fewer_are_desired_and_are_replaced_when_they_fail() {
    let mut fleet = Fleet::with(1, 3, 3, |input| input.protect_new = Some(true));
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 2"#);
    fleet.lab.pass_secs(120);
    assert_eq!(fleet.desired(), 2);
    assert_eq!(fleet.in_state("InService"), 3);
    let note = fleet.activity(ALL_PROTECTED);
    assert_eq!(note.status_message.as_deref(), Some(ALL_PROTECTED));
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 3"#);
    let [one, other] = [fleet.members()[0], fleet.members()[1]];
    let unhealthy = format!(
        r#"{{"InstanceId": "{}", "HealthStatus": "Unhealthy", "ShouldRespectGracePeriod": false}}"#,
        fleet.lab.id(one)
    );
    fleet.say("autoscaling", "SetInstanceHealth", &unhealthy);
    fleet.seconds_until(30, |fleet| fleet.state(one) == "Terminating Unhealthy");
    fleet.lab.pass_secs(1);
    assert_eq!(fleet.in_state("Pending"), 1, "another begins a second later");
    replaced(&mut fleet, one);
    fleet.lab.terminate(other);
    replaced(&mut fleet, other);
}

/// Waits until an instance is gone and three are in service, all protected.
fn replaced(fleet: &mut Fleet, gone: InstanceIndex) {
    fleet.seconds_until(120, |fleet| {
        fleet.in_state("InService") == 3 && fleet.state(gone).is_empty()
    });
    let all = fleet.group().instances;
    assert!(all.iter().all(|one| one.protected == Some(true)));
}

#[test]
fn what_is_protected_no_longer_can_go() {
    let mut fleet = Fleet::with(1, 2, 2, |input| input.protect_new = Some(true));
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 1"#);
    fleet.lab.pass_secs(30);
    let instance = fleet.members()[1];
    let request = format!(
        r#", "InstanceIds": ["{}"], "ProtectedFromScaleIn": false"#,
        fleet.lab.id(instance)
    );
    fleet.ask("SetInstanceProtection", &request);
    fleet.seconds_until(30, |fleet| fleet.state(instance) == "Terminating Healthy");
}

#[test]
fn protection_begins_in_service() {
    let mut fleet = Fleet::with(1, 2, 4, |input| input.protect_new = Some(true));
    fleet.ask(
        "PutLifecycleHook",
        r#", "LifecycleHookName": "up", "LifecycleTransition": "autoscaling:EC2_INSTANCE_LAUNCHING""#,
    );
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 3"#);
    fleet.seconds_until(60, |fleet| fleet.in_state("Pending:Wait") == 1);
    let held = fleet.members()[2];
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 2"#);
    fleet.seconds_until(10, |fleet| fleet.state(held).starts_with("Terminating"));
    assert_eq!(fleet.in_state("InService"), 2);
}

#[test]
fn of_two_zones_that_are_level_the_oldest_version_goes_first() {
    let mut fleet = Fleet::of(1, 1, 4);
    let old = fleet.members()[0];
    fleet.second_version("employee-directory");
    fleet.ask(
        "UpdateAutoScalingGroup",
        r#", "DesiredCapacity": 2, "LaunchTemplate": {"LaunchTemplateName": "web", "Version": "2"}"#,
    );
    fleet.seconds_until(60, |fleet| fleet.zones() == "ab");
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 1"#);
    fleet.seconds_until(60, |fleet| fleet.state(old).starts_with("Terminating"));
    let gone = fleet.activity("Terminating");
    let id = fleet.lab.id(old);
    assert!(cause(&gone).ends_with(&format!(" instance {id} was selected for termination.")));
}

#[test]
fn the_newest_goes_first_if_the_group_says_so() {
    let mut fleet = Fleet::with(1, 2, 4, |input| {
        input.termination_policies = vec!["NewestInstance".to_owned()];
    });
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 4"#);
    fleet.lab.pass_secs(40);
    let newest = fleet.members()[2..].to_vec();
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 2"#);
    fleet.lab.pass_secs(90);
    assert!(newest.iter().all(|instance| fleet.state(*instance).is_empty()));
    assert_eq!(fleet.zones(), "ab");
}

#[test]
fn terminating_one_with_decrement_stops_at_the_minimum() {
    let mut fleet = Fleet::of(1, 2, 2);
    let instance = fleet.members()[0];
    let id = fleet.lab.id(instance);
    let request = format!(r#"{{"InstanceId": "{id}", "ShouldDecrementDesiredCapacity": true}}"#);
    let answer = fleet.say("autoscaling", "TerminateInstanceInAutoScalingGroup", &request);
    assert!(
        answer.contains(&format!("Terminating EC2 instance: {id}")),
        "{answer}"
    );
    assert!(answer.contains(&format!(
        "instance {id} was taken out of service in response to a user request, shrinking the capacity from 2 to 1."
    )));
    assert_eq!(fleet.desired(), 1);
    fleet.lab.pass_secs(90);
    assert_eq!(fleet.members().len(), 1, "no other comes");
    let last = fleet.lab.id(fleet.members()[0]);
    let request = format!(r#"{{"InstanceId": "{last}", "ShouldDecrementDesiredCapacity": true}}"#);
    let refusal = fleet
        .lab
        .call("autoscaling", "TerminateInstanceInAutoScalingGroup", &request)
        .expect_err("a refusal");
    assert!(refusal.message.starts_with(
        "Currently, desiredSize equals minSize (1). Terminating instance without replacement will violate"
    ));
}

#[test]
fn a_call_that_honours_the_cooldown_is_refused_while_it_runs() {
    let mut fleet = Fleet::of(1, 1, 4);
    let policy = r#", "PolicyName": "out", "AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": 1"#;
    fleet.ask("PutScalingPolicy", policy);
    fleet.ask("ExecutePolicy", r#", "PolicyName": "out""#);
    fleet.lab.pass_secs(60);
    let honour = r#", "DesiredCapacity": 3, "HonorCooldown": true"#;
    let refusal = fleet.refused("SetDesiredCapacity", honour);
    assert!(
        refusal.starts_with("(ScalingActivityInProgress) Scaling activity "),
        "{refusal}"
    );
    assert!(
        refusal.ends_with(" is in progress and blocks this action"),
        "{refusal}"
    );
    fleet.lab.pass_secs(300);
    fleet.ask("SetDesiredCapacity", honour);
}
