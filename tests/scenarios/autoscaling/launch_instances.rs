//! Instances that are launched into a group at once.

use api::sandbox::{CapacityInput, FaultInput};

use super::{Fleet, cause, word};

const THREE_IN_B: &str =
    r#", "RequestedCapacity": 3, "ClientToken": "one", "AvailabilityZones": ["us-east-2b"]"#;

#[test]
fn instances_come_at_once_in_the_zone_that_was_asked_for() {
    let mut fleet = Fleet::of(1, 1, 4);
    assert_eq!(fleet.zones(), "a");
    let answer = fleet.ask("LaunchInstances", THREE_IN_B);
    assert_eq!(word(&answer, "InstanceType"), "t3.micro");
    assert_eq!(word(&answer, "MarketType"), "OnDemand");
    assert_eq!(word(&answer, "AvailabilityZone"), "us-east-2b");
    assert_eq!(word(&answer, "SubnetId"), fleet.lab.cloud().ec2.subnet_ids[1]);
    assert!(answer.contains(r#""Errors":[]"#), "{answer}");
    assert_eq!((fleet.desired(), fleet.in_state("Pending")), (4, 3));
    let ids = &fleet.members()[1..];
    assert!(
        ids.iter()
            .all(|instance| answer.contains(&fleet.lab.id(*instance))),
        "{answer}"
    );
    let launch = fleet.activity("Launching a new EC2 instance: ");
    assert_eq!(
        (launch.status_code.as_deref(), launch.progress),
        (Some("InProgress"), Some(30))
    );
    assert!(
        cause(&launch).ends_with("in response to a user request, increasing the capacity from 1 to 4."),
        "{}",
        cause(&launch)
    );
    let seconds = fleet.seconds_until(35, |fleet| fleet.in_state("InService") == 4);
    assert!(seconds >= 5, "{seconds}");
    fleet.seconds_until(100, |fleet| fleet.zones() == "aabb");
}

#[test]
fn the_same_word_launches_nothing_twice() {
    let mut fleet = Fleet::of(1, 1, 8);
    let first = fleet.ask("LaunchInstances", THREE_IN_B);
    fleet.lab.pass_secs(10);
    assert_eq!(fleet.ask("LaunchInstances", THREE_IN_B), first);
    assert_eq!((fleet.desired(), fleet.members().len()), (4, 4));
    let other = THREE_IN_B.replace('3', "2");
    let refusal = fleet.refused("LaunchInstances", &other);
    assert!(refusal.starts_with("(IdempotentParameterMismatch)"), "{refusal}");
}

#[test]
fn what_does_not_fit_is_told_and_left() {
    let mut fleet = Fleet::of(1, 1, 8);
    fleet.lab.make(CapacityInput {
        zone: Some("us-east-2b".to_owned()),
        instance_type: Some("t3.micro".to_owned()),
        free: Some(2),
    });
    let answer = fleet.ask("LaunchInstances", THREE_IN_B);
    assert_eq!(word(&answer, "ErrorCode"), "InsufficientInstanceCapacity");
    assert!(
        word(&answer, "ErrorMessage").starts_with("We currently do not have sufficient t3.micro capacity"),
        "{answer}"
    );
    assert_eq!((fleet.desired(), fleet.in_state("Pending")), (3, 2));
    let failed = fleet.activity("Launching a new EC2 instance.  Status Reason: ");
    assert_eq!(failed.status_code.as_deref(), Some("Failed"));
    fleet.lab.pass_secs(120);
    assert_eq!((fleet.desired(), fleet.members().len()), (3, 3));
}

#[test]
fn with_retries_the_group_goes_on_in_any_zone() {
    let mut fleet = Fleet::of(1, 1, 8);
    fleet.lab.make(FaultInput {
        kind: Some("insufficient-capacity".to_owned()),
        zone: Some("us-east-2b".to_owned()),
        ..Default::default()
    });
    let request = format!(r#"{THREE_IN_B}, "RetryStrategy": "retry-with-group-configuration""#);
    let answer = fleet.ask("LaunchInstances", &request);
    assert!(answer.contains(r#""Instances":[]"#), "{answer}");
    assert_eq!((fleet.desired(), fleet.members().len()), (4, 1));
    fleet.lab.pass_secs(6);
    assert_eq!(
        fleet.in_state("Pending"),
        3,
        "six seconds later they come in the other zone"
    );
    fleet.seconds_until(35, |fleet| fleet.zones() == "aaaa");
}

#[test]
fn a_group_of_one_zone_needs_no_zone_and_one_of_two_does() {
    let mut fleet = Fleet::with(0, 0, 3, |input| input.availability_zones.truncate(1));
    fleet.ask(
        "LaunchInstances",
        r#", "RequestedCapacity": 1, "ClientToken": "any""#,
    );
    fleet.lab.pass_secs(40);
    assert_eq!(fleet.zones(), "a");
    fleet.ask(
        "UpdateAutoScalingGroup",
        r#", "AvailabilityZones": ["us-east-2a", "us-east-2b"]"#,
    );
    let refusal = fleet.refused(
        "LaunchInstances",
        r#", "RequestedCapacity": 1, "ClientToken": "two""#,
    );
    assert_eq!(
        refusal,
        "(ValidationError) Either AvailabilityZones or SubnetIds must be specified for groups with multiple Availability \
         Zones."
    );
    let subnet = fleet.lab.cloud().ec2.subnet_ids[1].clone();
    let request = format!(r#", "RequestedCapacity": 1, "ClientToken": "three", "SubnetIds": ["{subnet}"]"#);
    fleet.ask("LaunchInstances", &request);
    fleet.lab.pass_secs(40);
    assert_eq!(fleet.zones(), "ab");
    fleet.ask("SuspendProcesses", r#", "ScalingProcesses": ["Launch"]"#);
    let request = request.replace("three", "four");
    let refusal = fleet.refused("LaunchInstances", &request);
    assert!(
        refusal.ends_with("The Launch process of the Auto Scaling group is suspended."),
        "{refusal}"
    );
}
