//! Instances out of service for a while.

use super::{Fleet, cause};

fn enter(fleet: &mut Fleet, place: usize, decrement: bool) -> String {
    let id = fleet.lab.id(fleet.members()[place]);
    let request = format!(r#", "InstanceIds": ["{id}"], "ShouldDecrementDesiredCapacity": {decrement}"#);
    fleet.ask("EnterStandby", &request)
}

/// Scenario S13 of the facts on Auto Scaling and load balancing.
#[test]
fn an_instance_stands_by_unregistered_and_unchecked_and_comes_back() {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.create(1, 2, 3, |input| input.target_group_arns = vec![arn.clone()]);
    fleet.lab.pass_secs(120);
    let one = fleet.members()[0];
    let answer = enter(&mut fleet, 0, true);
    assert!(answer.contains(r#""Progress":50"#) && answer.contains("Moving EC2 instance to Standby: i-"));
    assert_eq!(fleet.desired(), 1);
    assert_eq!(fleet.state(one), "EnteringStandby Healthy");
    assert_eq!(fleet.target(&arn, one), "draining");
    fleet.seconds_until(310, |fleet| fleet.state(one) == "Standby Healthy");
    assert_eq!(fleet.target(&arn, one), "");
    let moved = fleet.activity("Moving EC2 instance to Standby");
    assert_eq!(moved.status_code.as_deref(), Some("Successful"));
    assert!(cause(&moved).ends_with(
        " was moved to standby in response to a user request, shrinking the capacity from 2 to 1."
    ));
    fleet.lab.fault("instance-crash", one, Some("20m"));
    fleet.lab.pass_secs(1_300);
    assert_eq!(fleet.state(one), "Standby Healthy", "nobody checks it");
    assert_eq!(fleet.members().len(), 2);

    let request = format!(r#", "InstanceIds": ["{}"]"#, fleet.lab.id(one));
    let answer = fleet.ask("ExitStandby", &request);
    assert!(
        answer.contains(r#""StatusCode":"PreInService","Progress":30"#),
        "{answer}"
    );
    assert_eq!(fleet.desired(), 2);
    assert_eq!(fleet.state(one), "Pending Healthy");
    fleet.seconds_until(10, |fleet| fleet.state(one) == "InService Healthy");
    assert_eq!(fleet.target(&arn, one), "initial");
    let moved = fleet.activity("Moving EC2 instance out of Standby");
    assert!(cause(&moved).ends_with(
        " was moved out of standby in response to a user request, increasing the capacity from 1 to 2."
    ));
}

/// Scenario S13 of the facts on Auto Scaling and load balancing.
#[test]
fn without_decrement_another_is_launched_meanwhile() {
    let mut fleet = Fleet::of(2, 2, 3);
    enter(&mut fleet, 0, false);
    assert_eq!(fleet.desired(), 2);
    fleet.seconds_until(60, |fleet| fleet.in_state("InService") == 2);
    assert_eq!(fleet.in_state("Standby"), 1);
}

/// Scenario S13 of the facts on Auto Scaling and load balancing.
#[test]
fn a_group_at_its_minimum_lets_none_stand_by() {
    let mut fleet = Fleet::of(2, 2, 3);
    let id = fleet.lab.id(fleet.members()[0]);
    let request = format!(r#", "InstanceIds": ["{id}"], "ShouldDecrementDesiredCapacity": true"#);
    assert_eq!(
        fleet.refused("EnterStandby", &request),
        "(ValidationError) AutoScalingGroup web has min-size=2, max-size=3, and desired-size=2. To place into standby 1 \
         instance, please update the AutoScalingGroup sizes appropriately."
    );
}
