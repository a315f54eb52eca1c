//! The life of an instance, as its owner sees it.

use api::ec2::RunInstancesInput;
use cloud::app::Door;
use cloud::ec2::InstanceState::{Pending, Running, Stopped, Stopping, Terminated};
use cloud::lab::Lab;
use cloud::region::RegionCode;
use cloud::{Seed, World};

use super::launch_with_user_data;

/// Scenario 1 of the facts on EC2 and CloudWatch.
#[test]
fn a_launch_answers_pending_and_runs_within_twenty_seconds() {
    let mut lab = Lab::new();
    let request =
        r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1}"#;
    let answer = lab.ask("RunInstances", request);
    assert!(
        answer.contains(r#""State":{"Code":0,"Name":"pending"}"#),
        "{answer}"
    );
    assert!(answer.contains(r#""PublicDnsName":"""#), "{answer}");
    assert!(!answer.contains("PublicIpAddress"), "{answer}");
    assert!(answer.contains(r#""PrivateIpAddress":"172.31.0.4""#), "{answer}");

    let instance = lab.cloud().ec2.indexes().next().expect("it was launched");
    let seconds = lab.wait_for(instance, Running);
    assert!((5..=20).contains(&seconds), "{seconds} s");
    let shown = &lab.describe_instances()[0];
    assert_eq!(shown.public_ip_address.as_deref(), Some("203.0.113.1"));
    let name = "ec2-203-0-113-1.us-east-2.compute.amazonaws.com";
    assert_eq!(shown.public_dns_name.as_deref(), Some(name));
}

/// Scenario 1 of the facts on EC2 and CloudWatch.
#[test]
fn in_virginia_a_launch_has_the_names_of_virginia() {
    let mut lab = Lab::of(World {
        region: RegionCode::UsEast1,
        ..World::new(Seed(1))
    });
    let launched = lab.make(RunInstancesInput {
        image_id: Some("ami-0e1d2c3b4a5968701".to_owned()),
        instance_type: Some("t3.micro".to_owned()),
        min_count: Some(1),
        max_count: Some(1),
        ..Default::default()
    });
    assert!(is_id(launched.reservation_id.as_deref(), "r-"), "{launched:?}");
    assert_eq!(launched.instances.len(), 1);
    let first = &launched.instances[0];
    assert!(is_id(first.instance_id.as_deref(), "i-"), "{first:?}");
    assert_eq!(first.public_dns_name.as_deref(), Some(""));
    let private = first.private_ip_address.as_deref().unwrap_or_default();
    assert!(private.starts_with("172.31."), "{private}");

    let instance = lab.cloud().ec2.indexes().next().expect("it was launched");
    let seconds = lab.wait_for(instance, Running);
    assert!((5..=20).contains(&seconds), "{seconds} s");
    let address = lab.instance(instance).public_ip().expect("it has one");
    let dashed = address.to_string().replace('.', "-");
    let name = format!("ec2-{dashed}.compute-1.amazonaws.com");
    assert_eq!(lab.describe_instances()[0].public_dns_name, Some(name));
}

/// Whether this is an id as AWS writes it: 17 hexadecimal digits after its prefix.
fn is_id(id: Option<&str>, prefix: &str) -> bool {
    let digits = id.and_then(|id| id.strip_prefix(prefix)).unwrap_or_default();
    let is_digit = |digit: char| digit.is_ascii_hexdigit() && !digit.is_ascii_uppercase();
    digits.len() == 17 && digits.chars().all(is_digit)
}

/// Scenario 3 of the facts on EC2 and CloudWatch.
#[test]
fn a_reboot_keeps_the_address_and_loses_what_user_data_started() {
    let mut lab = Lab::new();
    let instance = launch_with_user_data(&mut lab);
    lab.pass_secs(180);
    assert_eq!(lab.door(instance), Door::Open);
    let address = lab.instance(instance).public_ip();

    assert_eq!(lab.ask("RebootInstances", r#"{"InstanceIds": ["{id:0}"]}"#), "");
    assert_eq!(lab.instance(instance).state, Running);
    assert_eq!(lab.door(instance), Door::Silent);
    lab.pass_secs(300);
    assert_eq!(lab.instance(instance).state, Running);
    assert_eq!(lab.instance(instance).public_ip(), address);
    assert_eq!(
        lab.door(instance),
        Door::Refusing,
        "the host answers, nothing listens"
    );
}

/// Scenario 4 of the facts on EC2 and CloudWatch.
#[test]
fn a_stop_and_start_keeps_the_private_address_and_changes_the_public_one() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let (public, private) = (
        lab.instance(instance).public_ip(),
        lab.instance(instance).private_ip,
    );

    let change = |name: &str, now: &str, before: &str| {
        format!(r#"{{"{name}":[{{"InstanceId":"{{id}}","CurrentState":{now},"PreviousState":{before}}}]}}"#)
    };
    let (pending, running) = (
        r#"{"Code":0,"Name":"pending"}"#,
        r#"{"Code":16,"Name":"running"}"#,
    );
    let (stopping, stopped) = (
        r#"{"Code":64,"Name":"stopping"}"#,
        r#"{"Code":80,"Name":"stopped"}"#,
    );
    let id = lab.id(instance);

    let answer = lab.ask("StopInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    assert_eq!(
        answer.replace(&id, "{id}"),
        change("StoppingInstances", stopping, running)
    );
    let seconds = lab.wait_for(instance, Stopped);
    assert!((25..=35).contains(&seconds), "{seconds} s");
    assert_eq!(lab.describe_instances()[0].public_ip_address, None);

    let answer = lab.ask("StartInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    assert_eq!(
        answer.replace(&id, "{id}"),
        change("StartingInstances", pending, stopped)
    );
    lab.wait_for(instance, Running);
    assert_eq!(lab.instance(instance).private_ip, private);
    assert_ne!(lab.instance(instance).public_ip(), public);
}

#[test]
fn stopping_a_stopped_instance_and_starting_a_running_one_change_nothing() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let answer = lab.ask("StartInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    let same = r#""CurrentState":{"Code":16,"Name":"running"},"PreviousState":{"Code":16,"Name":"running"}"#;
    assert!(answer.contains(same), "{answer}");
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    let answer = lab.ask("StopInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    let same = r#""CurrentState":{"Code":80,"Name":"stopped"},"PreviousState":{"Code":80,"Name":"stopped"}"#;
    assert!(answer.contains(same), "{answer}");
}

/// Scenario 6 of the facts on EC2 and CloudWatch.
#[test]
fn an_instance_must_be_stopped_to_be_resized() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let resize = &resize("m5.large");
    let (id, private) = (lab.id(instance), lab.instance(instance).private_ip);

    let refusal = lab
        .call("ec2", "ModifyInstanceAttribute", resize)
        .expect_err("it runs");
    let message = format!("(IncorrectInstanceState) The instance '{id}' is not in the 'stopped' state.");
    assert_eq!(refusal.to_string(), message);
    let instance_type = |lab: &Lab| lab.describe_instances()[0].instance_type.clone();
    assert_eq!(instance_type(&lab).as_deref(), Some("t3.micro"));
    lab.stop(instance);
    assert!(
        lab.call("ec2", "ModifyInstanceAttribute", resize).is_err(),
        "still stopping"
    );
    lab.wait_for(instance, Stopped);
    assert_eq!(lab.ask("ModifyInstanceAttribute", resize), "");
    lab.start(instance);
    lab.pass_secs(60);

    let shown = &lab.describe_instances()[0];
    assert_eq!(instance_type(&lab).as_deref(), Some("m5.large"));
    assert_eq!(shown.instance_id, Some(id));
    assert_eq!(shown.private_ip_address, Some(private.to_string()));
    assert_eq!(lab.door(instance), Door::Open);
}

#[test]
fn the_app_works_with_all_that_a_larger_type_has() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    lab.ask("ModifyInstanceAttribute", &resize("m5.xlarge"));
    lab.start(instance);
    lab.pass_secs(60);
    let station = &lab.cloud().ec2.stations[instance.index()];
    assert_eq!((station.vcpus, station.workers), (4, 16));
}

/// Asks for another type for the first instance.
fn resize(instance_type: &str) -> String {
    format!(r#"{{"InstanceId": "{{id:0}}", "InstanceType": {{"Value": "{instance_type}"}}}}"#)
}

#[test]
fn other_user_data_does_not_run_on_the_next_start() {
    let mut lab = Lab::new();
    let request =
        r#"{"ImageId": "ami-0a2b3c4d5e6f70123", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1}"#;
    lab.ask("RunInstances", request);
    let instance = lab.cloud().ec2.indexes().next().expect("it was launched");
    lab.pass_secs(60);
    let script = api::encode_base64(b"#!/bin/bash\nrun employee-directory\n");
    let change = format!(r#"{{"InstanceId": "{{id:0}}", "UserData": {{"Value": "{script}"}}}}"#);
    assert!(
        lab.call("ec2", "ModifyInstanceAttribute", &change).is_err(),
        "it runs"
    );
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    lab.ask("ModifyInstanceAttribute", &change);
    lab.start(instance);
    lab.pass_secs(300);
    assert_eq!(lab.door(instance), Door::Refusing);
}

#[test]
fn a_protected_instance_can_be_stopped_but_not_terminated() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let protect =
        |value| format!(r#"{{"InstanceId": "{{id:0}}", "DisableApiTermination": {{"Value": {value}}}}}"#);
    let terminate = r#"{"InstanceIds": ["{id:0}"]}"#;
    lab.ask("ModifyInstanceAttribute", &protect(true));
    let refusal = lab
        .call("ec2", "TerminateInstances", terminate)
        .expect_err("protected");
    assert_eq!(refusal.code, "OperationNotPermitted");
    lab.stop(instance);
    assert_eq!(lab.instance(instance).state, Stopping);
    lab.ask("ModifyInstanceAttribute", &protect(false));
    lab.ask("TerminateInstances", terminate);
    lab.wait_for(instance, Terminated);
}

/// Scenario 11 of the facts on EC2 and CloudWatch.
#[test]
fn one_wrong_id_in_the_list_spares_all() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let request = r#"{"InstanceIds": ["{id:0}", "i-0123456789abcdef0"]}"#;
    let refusal = lab
        .call("ec2", "TerminateInstances", request)
        .expect_err("unknown");
    let message = "(InvalidInstanceID.NotFound) The instance ID 'i-0123456789abcdef0' does not exist";
    assert_eq!(refusal.to_string(), message);
    assert_eq!(lab.instance(instance).state, Running);
}

#[test]
fn a_terminated_instance_disappears_an_hour_later() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let by_id = r#"{"InstanceIds": ["{id:0}"]}"#;
    lab.terminate(instance);
    lab.wait_for(instance, Terminated);
    assert_eq!(lab.describe_instances().len(), 1);
    let repeated = lab.ask("TerminateInstances", by_id);
    assert!(
        repeated.contains(r#""CurrentState":{"Code":48,"Name":"terminated"}"#),
        "{repeated}"
    );
    lab.pass_secs(3_598);
    assert_eq!(lab.describe_instances().len(), 1);
    lab.pass_secs(2);
    assert!(lab.describe_instances().is_empty());
    for operation in [
        "DescribeInstances",
        "DescribeInstanceStatus",
        "StartInstances",
        "StopInstances",
        "RebootInstances",
        "TerminateInstances",
    ] {
        let refusal = lab.call("ec2", operation, by_id).expect_err(operation);
        assert_eq!(refusal.code, "InvalidInstanceID.NotFound", "{operation}");
    }
}

#[test]
fn several_instances_of_one_launch_share_a_reservation() {
    let mut lab = Lab::new();
    lab.launch(2, 'a');
    lab.launch(1, 'b');
    let answer = lab.ask("DescribeInstances", "{}");
    assert_eq!(answer.matches("ReservationId").count(), 2, "{answer}");
    assert_eq!(answer.matches("InstanceId").count(), 3, "{answer}");
    let waiting = lab
        .instance(lab.cloud().ec2.indexes().next().expect("three"))
        .state;
    assert_eq!(waiting, Pending);
}
