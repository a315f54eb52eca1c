//! How replacements keep capacity: maintenance policies, and instances that have been there for too long.

use super::{Fleet, cause};

fn policy(least: i64, most: i64) -> Option<api::autoscaling::InstanceMaintenancePolicy> {
    Some(api::autoscaling::InstanceMaintenancePolicy {
        min_healthy: Some(least),
        max_healthy: Some(most),
    })
}

fn call_unhealthy(fleet: &mut Fleet, id: &str) {
    let request = format!(
        r#"{{"InstanceId": "{id}", "HealthStatus": "Unhealthy", "ShouldRespectGracePeriod": false}}"#
    );
    fleet.say("autoscaling", "SetInstanceHealth", &request);
}

#[test]
fn a_policy_that_keeps_all_healthy_launches_first() {
    let mut fleet = Fleet::with(2, 2, 2, |input| input.maintenance_policy = policy(100, 150));
    let one = fleet.members()[0];
    let id = fleet.lab.id(one);
    call_unhealthy(&mut fleet, &id);
    fleet.seconds_until(30, |fleet| fleet.in_state("Pending") == 1);
    assert_eq!(
        fleet.state(one),
        "InService Unhealthy",
        "it stays until the other is there"
    );
    fleet.seconds_until(60, |fleet| fleet.state(one) == "Terminating Unhealthy");
    assert_eq!(fleet.in_state("InService"), 2);
    fleet.lab.pass_secs(120);
    assert_eq!(fleet.members().len(), 2);
}

#[test]
fn what_stopped_running_is_replaced_at_once_whatever_the_policy() {
    let mut fleet = Fleet::with(2, 2, 2, |input| input.maintenance_policy = policy(100, 110));
    let one = fleet.members()[0];
    fleet.lab.terminate(one);
    fleet.seconds_until(30, |fleet| fleet.state(one) == "Terminating Unhealthy");
    fleet.seconds_until(10, |fleet| fleet.in_state("Pending") == 1);
}

#[test]
fn an_instance_that_has_been_there_for_a_day_is_replaced_one_after_the_other() {
    let mut fleet = Fleet::with(2, 2, 2, |input| input.max_lifetime = Some(86_400));
    let old = fleet.members();
    fleet.lab.pass_secs(86_200);
    assert_eq!(fleet.members(), old);
    fleet.seconds_until(300, |fleet| fleet.in_state("Terminating") == 1);
    assert_eq!(fleet.in_state("Terminating"), 1);
    fleet.seconds_until(300, |fleet| {
        let members = fleet.members();
        fleet.in_state("InService") == 2 && old.iter().all(|instance| !members.contains(instance))
    });
    let gone = fleet.activity("Terminating");
    assert!(cause(&gone).contains("exceeding its maximum instance lifetime"));
}
