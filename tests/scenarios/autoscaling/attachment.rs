//! Running instances come to a group and leave it.

use super::{Fleet, cause};

#[test]
fn a_running_instance_becomes_part_of_a_group_and_of_its_target_groups() {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.create(1, 1, 3, |input| input.target_group_arns = vec![arn.clone()]);
    let own = fleet.lab.launch(1, 'b')[0];
    fleet.lab.pass_secs(60);
    let request = format!(r#", "InstanceIds": ["{}"]"#, fleet.lab.id(own));
    fleet.ask("AttachInstances", &request);
    assert_eq!(fleet.desired(), 2);
    assert_eq!(fleet.state(own), "Pending Healthy");
    fleet.seconds_until(10, |fleet| fleet.state(own) == "InService Healthy");
    assert_eq!(fleet.target(&arn, own), "initial");
    let activity = fleet.activity("Attaching an existing EC2 instance: i-");
    assert!(cause(&activity).ends_with(
        "Z an instance was added in response to user request. Keeping the capacity at the new 2."
    ));
    fleet.lab.pass_secs(120);
    assert_eq!(fleet.members().len(), 2);
    let template = &fleet.group().instances[1].launch_template;
    assert_eq!(*template, None, "it came from no template");
}

#[test]
fn a_detached_instance_runs_on_and_is_not_replaced_if_fewer_are_desired() {
    let mut fleet = Fleet::of(1, 2, 2);
    let one = fleet.members()[0];
    let id = fleet.lab.id(one);
    let request = format!(r#", "InstanceIds": ["{id}"], "ShouldDecrementDesiredCapacity": true"#);
    let answer = fleet.ask("DetachInstances", &request);
    assert!(
        answer.contains(&format!("Detaching EC2 instance: {id}")),
        "{answer}"
    );
    assert!(answer.contains(&format!(
        "instance {id} was detached in response to a user request, shrinking the capacity from 2 to 1."
    )));
    fleet.lab.pass_secs(60);
    assert_eq!(fleet.desired(), 1);
    assert_eq!(fleet.members().len(), 1);
    assert_eq!(fleet.lab.instance(one).state.name(), "running");
    assert!(fleet.lab.instance(one).tags.is_empty(), "the group's tag is gone");
}

#[test]
fn a_detached_instance_leaves_its_target_groups_and_another_comes() {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.create(1, 1, 2, |input| input.target_group_arns = vec![arn.clone()]);
    fleet.lab.pass_secs(120);
    let one = fleet.members()[0];
    let request = format!(
        r#", "InstanceIds": ["{}"], "ShouldDecrementDesiredCapacity": false"#,
        fleet.lab.id(one)
    );
    fleet.ask("DetachInstances", &request);
    assert_eq!(fleet.state(one), "Detaching Healthy");
    assert_eq!(fleet.target(&arn, one), "draining");
    fleet.seconds_until(60, |fleet| fleet.in_state("InService") == 1);
    fleet.seconds_until(310, |fleet| fleet.state(one).is_empty());
    assert_eq!(fleet.lab.instance(one).state.name(), "running");
}
