//! What a group does not do while its processes are suspended.

use super::Fleet;

fn suspend(fleet: &mut Fleet, process: &str) {
    fleet.ask(
        "SuspendProcesses",
        &format!(r#", "ScalingProcesses": ["{process}"]"#),
    );
}

#[test]
fn a_suspension_tells_its_time_and_all_nine_are_meant_if_none_is_named() {
    let mut fleet = Fleet::of(1, 1, 2);
    suspend(&mut fleet, "AZRebalance");
    let one = &fleet.group().suspended_processes[0];
    assert_eq!(one.process_name.as_deref(), Some("AZRebalance"));
    assert_eq!(
        one.suspension_reason.as_deref(),
        Some("User suspended at 2026-11-02T10:00:40Z")
    );
    fleet.lab.pass_secs(60);
    fleet.ask("SuspendProcesses", "");
    let all = fleet.group().suspended_processes;
    let names: Vec<_> = all
        .iter()
        .filter_map(|process| process.process_name.as_deref())
        .collect();
    assert_eq!(names, api::autoscaling::PROCESSES);
    assert_eq!(
        all[0].suspension_reason.as_deref(),
        Some("User suspended at 2026-11-02T10:00:40Z")
    );
    assert_eq!(
        all[1].suspension_reason.as_deref(),
        Some("User suspended at 2026-11-02T10:01:40Z")
    );
    fleet.ask("ResumeProcesses", "");
    assert!(fleet.group().suspended_processes.is_empty());
}

#[test]
fn while_launch_is_suspended_unhealthy_instances_end_and_none_comes() {
    let mut fleet = Fleet::of(1, 2, 3);
    suspend(&mut fleet, "Launch");
    let one = fleet.members()[0];
    fleet.lab.terminate(one);
    fleet.lab.pass_secs(300);
    assert_eq!(fleet.members().len(), 1);
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 3"#);
    fleet.lab.pass_secs(60);
    assert_eq!(fleet.members().len(), 1);
    let own = fleet.lab.launch(1, 'a')[0];
    fleet.lab.pass_secs(30);
    let attach = format!(r#", "InstanceIds": ["{}"]"#, fleet.lab.id(own));
    let refusal = {
        fleet.ask("UpdateAutoScalingGroup", r#", "MaxSize": 5"#);
        fleet.refused("AttachInstances", &attach)
    };
    assert!(refusal.contains("Launch process"), "{refusal}");
    fleet.ask("ResumeProcesses", r#", "ScalingProcesses": ["Launch"]"#);
    fleet.seconds_until(60, |fleet| fleet.in_state("InService") == 3);
}

#[test]
fn while_terminate_is_suspended_nothing_ends_and_then_it_does() {
    let mut fleet = Fleet::of(1, 2, 2);
    suspend(&mut fleet, "Terminate");
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 1"#);
    fleet.lab.pass_secs(120);
    assert_eq!(fleet.in_state("InService"), 2);
    fleet.ask("ResumeProcesses", r#", "ScalingProcesses": ["Terminate"]"#);
    fleet.seconds_until(20, |fleet| fleet.in_state("Terminating") == 1);
}

#[test]
fn while_replacing_is_suspended_unhealthy_instances_are_marked_and_kept() {
    let mut fleet = Fleet::of(1, 1, 2);
    suspend(&mut fleet, "ReplaceUnhealthy");
    let one = fleet.members()[0];
    fleet.lab.stop(one);
    fleet.lab.pass_secs(300);
    assert_eq!(fleet.state(one), "InService Unhealthy");
    fleet.ask("ResumeProcesses", r#", "ScalingProcesses": ["ReplaceUnhealthy"]"#);
    fleet.seconds_until(10, |fleet| fleet.state(one) == "Terminating Unhealthy");
}

#[test]
fn what_was_launched_while_registering_was_suspended_stays_unregistered() {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.create(0, 0, 2, |input| input.target_group_arns = vec![arn.clone()]);
    suspend(&mut fleet, "AddToLoadBalancer");
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 1"#);
    fleet.seconds_until(60, |fleet| fleet.in_state("InService") == 1);
    fleet.ask("ResumeProcesses", "");
    fleet.lab.pass_secs(120);
    let one = fleet.members()[0];
    assert_eq!(fleet.target(&arn, one), "");
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 2"#);
    fleet.seconds_until(60, |fleet| fleet.in_state("InService") == 2);
    let two = fleet.members()[1];
    assert_eq!(fleet.target(&arn, two), "initial");
}
