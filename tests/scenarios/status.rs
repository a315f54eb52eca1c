//! What EC2's own checks see of an instance, and what they do not.

use api::Output;
use api::ec2::InstanceStatus;
use cloud::app::Door;
use cloud::ec2::Boot;
use cloud::ec2::InstanceState::{Running, Stopped, Terminated};
use cloud::lab::{Lab, run_instances};

use super::{launch_with_user_data, launch_with_user_data_and};

fn statuses(lab: &mut Lab, request: &str) -> Vec<InstanceStatus> {
    match lab.call("ec2", "DescribeInstanceStatus", request) {
        Ok(Output::Ec2(api::ec2::Output::DescribeInstanceStatus(output))) => output.instance_statuses,
        other => panic!("{other:?}"),
    }
}

/// System, instance and volumes, in a word each.
fn words(status: &InstanceStatus) -> [&str; 3] {
    let checks = [
        status.system_status.as_ref().map(|check| &check.status),
        status.instance_status.as_ref().map(|check| &check.status),
        status.attached_ebs_status.as_ref().map(|check| &check.status),
    ];
    checks.map(|word| word.and_then(|word| word.as_deref()).unwrap_or("none"))
}

/// Scenario 12 of the facts on EC2 and CloudWatch.
#[test]
fn only_running_instances_are_listed_unless_all_are_asked_for() {
    let mut lab = Lab::new();
    let instances = lab.serving(2);
    lab.stop(instances[1]);
    lab.wait_for(instances[1], Stopped);
    let running = statuses(&mut lab, "{}");
    assert_eq!(running.len(), 1);
    assert_eq!(running[0].instance_id, Some(lab.id(instances[0])));
    let all = statuses(&mut lab, r#"{"IncludeAllInstances": true}"#);
    assert_eq!(all.len(), 2);
    assert_eq!(words(&all[1]), ["not-applicable"; 3]);
    assert!(statuses(&mut lab, r#"{"InstanceIds": ["{id:1}"]}"#).is_empty());
}

/// Scenario 13 of the facts on EC2 and CloudWatch.
#[test]
fn checks_initialize_for_two_minutes_and_then_pass() {
    let mut lab = Lab::new();
    let instance = launch_with_user_data(&mut lab);
    lab.wait_for(instance, Running);
    assert_eq!(words(&statuses(&mut lab, "{}")[0]), ["initializing"; 3]);
    lab.pass_secs(30);
    assert_eq!(lab.door(instance), Door::Refusing, "user data still installs");
    lab.pass_secs(88);
    assert_eq!(words(&statuses(&mut lab, "{}")[0]), ["initializing"; 3]);
    lab.pass_secs(2);
    let answer = lab.ask("DescribeInstanceStatus", "{}");
    for check in ["InstanceStatus", "SystemStatus"] {
        let passed =
            format!(r#""{check}":{{"Details":[{{"Name":"reachability","Status":"passed"}}],"Status":"ok"}}"#);
        assert!(answer.contains(&passed), "{answer}");
    }
}

/// Scenario 13 of the facts on EC2 and CloudWatch.
#[test]
fn the_checks_pass_while_user_data_still_waits_for_its_download() {
    let mut lab = Lab::new();
    let no_way_out = r#", "NetworkInterfaces": [{"DeviceIndex": 0, "AssociatePublicIpAddress": false}]"#;
    let instance = launch_with_user_data_and(&mut lab, no_way_out);
    lab.wait_for(instance, Running);
    lab.pass_secs(121);
    assert_eq!(words(&statuses(&mut lab, "{}")[0]), ["ok"; 3]);
    assert_eq!(lab.instance(instance).boot, Boot::RunningUserData);
    assert_eq!(lab.door(instance), Door::Refusing);
    lab.pass_secs(30);
    assert_eq!(lab.instance(instance).boot, Boot::NoApp);
    assert_eq!(lab.door(instance), Door::Refusing);
    assert_eq!(words(&statuses(&mut lab, "{}")[0]), ["ok"; 3]);
}

#[test]
fn the_checks_pass_although_the_app_never_started() {
    let mut lab = Lab::new();
    lab.must(run_instances(
        "employee-directory-bad",
        "t2.micro",
        1,
        "us-east-2a",
    ));
    let instance = lab.cloud().ec2.indexes().next().expect("it was launched");
    lab.pass_secs(300);
    assert_eq!(lab.door(instance), Door::Refusing);
    assert_eq!(words(&statuses(&mut lab, "{}")[0]), ["ok", "ok", "none"]);
}

/// Scenario 14 of the facts on EC2 and CloudWatch.
#[test]
fn a_dead_app_is_invisible_to_ec2() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.pass_secs(120);
    lab.fault("app-crash", instance, None);
    for _ in 0..30 {
        assert_eq!(words(&statuses(&mut lab, "{}")[0]), ["ok"; 3]);
        lab.pass_secs(60);
    }
    assert_eq!(lab.door(instance), Door::Refusing);
}

#[test]
fn a_crashed_system_fails_the_instance_check_at_the_next_full_minute() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.pass_secs(600 - 60 + 10);
    lab.fault("instance-crash", instance, None);
    assert_eq!(words(&statuses(&mut lab, "{}")[0]), ["ok"; 3]);
    lab.pass_secs(50);
    assert_eq!(words(&statuses(&mut lab, "{}")[0]), ["ok", "impaired", "ok"]);
    let answer = lab.ask("DescribeInstanceStatus", "{}");
    let since = r#"{"ImpairedSince":"2026-11-02T10:11:00+00:00","Name":"reachability","Status":"failed"}"#;
    assert!(answer.contains(since), "{answer}");
    let impaired = r#"{"Filters": [{"Name": "instance-status.status", "Values": ["impaired"]}]}"#;
    assert_eq!(statuses(&mut lab, impaired).len(), 1);
    lab.reboot(instance);
    lab.pass_secs(60);
    assert_eq!(words(&statuses(&mut lab, "{}")[0]), ["ok"; 3]);
}

#[test]
fn a_crashed_instance_that_was_terminated_stays_so_when_the_fault_ends() {
    for (asked, state) in [("terminate", Terminated), ("stop", Stopped)] {
        let mut lab = Lab::new();
        let instance = lab.serving(1)[0];
        lab.fault("instance-crash", instance, Some("20m"));
        match asked {
            "stop" => lab.stop(instance),
            _ => lab.terminate(instance),
        }
        lab.wait_for(instance, state);
        lab.pass_secs(30 * 60);
        let seen = &lab.cloud().ec2.instances[instance.index()];
        assert_eq!((seen.state, seen.boot), (state, Boot::Off));
        assert_eq!(seen.crashed_since, None);
        assert_eq!(lab.door(instance), Door::Silent);
    }
}
