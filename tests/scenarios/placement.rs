//! Where instances fit, and what EC2 says when they do not.

use cloud::ec2::InstanceState::Stopped;
use cloud::lab::{Lab, run_instances};
use cloud::region::RegionCode;
use cloud::{Seed, World};

fn lab_in(region: RegionCode) -> Lab {
    Lab::of(World {
        region,
        ..World::new(Seed(1))
    })
}

/// Scenario 7 of the facts on EC2 and CloudWatch.
#[test]
fn a_zone_without_the_type_names_those_that_have_it() {
    let mut lab = lab_in(RegionCode::UsEast1);
    let refusal = lab
        .submit(run_instances("employee-directory", "t3.micro", 1, "us-east-1e"))
        .expect_err("use1-az3 has no T3");
    let message = "(Unsupported) Your requested instance type (t3.micro) is not supported in your requested Availability \
                   Zone (us-east-1e). Please retry your request by not specifying an Availability Zone or choosing \
                   us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1f.";
    assert_eq!(refusal.to_string(), message);
    assert_eq!(refusal.http_status(), 400);
    assert!(lab.describe_instances().is_empty());
    lab.launch_type(1, 'e', "t2.micro");
    let mut oregon = lab_in(RegionCode::UsWest2);
    let t2 = run_instances("employee-directory", "t2.micro", 1, "us-west-2d");
    assert_eq!(
        oregon.submit(t2).expect_err("usw2-az4 has no T2").code,
        "Unsupported"
    );
    oregon.launch_type(1, 'd', "t3.micro");
}

#[test]
fn a_stopped_instance_cannot_be_given_a_type_that_its_zone_lacks() {
    let mut lab = lab_in(RegionCode::UsEast1);
    let instance = lab.launch_type(1, 'e', "t2.micro")[0];
    lab.pass_secs(60);
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    let resize = r#"{"InstanceId": "{id:0}", "InstanceType": {"Value": "t3.micro"}}"#;
    let refusal = lab
        .call("ec2", "ModifyInstanceAttribute", resize)
        .expect_err("no T3");
    assert_eq!(refusal.code, "Unsupported");
}

#[test]
fn a_zone_without_power_has_no_capacity() {
    let mut lab = Lab::new();
    let instance = lab.launch(1, 'a')[0];
    lab.pass_secs(60);
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    lab.outage('a', None);
    let refusal = lab
        .submit(run_instances("employee-directory", "t3.micro", 1, "us-east-2a"))
        .expect_err("no power");
    assert_eq!(
        (refusal.code, refusal.http_status()),
        ("InsufficientInstanceCapacity", 500)
    );
    assert!(
        refusal.message.ends_with("or choosing us-east-2b, us-east-2c."),
        "{refusal}"
    );
    let refusal = lab
        .call("ec2", "StartInstances", r#"{"InstanceIds": ["{id:0}"]}"#)
        .expect_err("no power");
    assert_eq!(refusal.code, "InsufficientInstanceCapacity");
    lab.ask(
        "RunInstances",
        r#"{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1}"#,
    );
    assert_eq!(
        lab.describe_instances().len(),
        2,
        "EC2 picks a zone that has power"
    );
}

#[test]
fn a_launch_gets_as_many_as_fit_or_none() {
    let world = World {
        vcpu_quota: 6,
        ..World::new(Seed(1))
    };
    let launch = |lab: &mut Lab, least: u32| {
        let request = format!(
            r#"{{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": {least}, "MaxCount": 4}}"#
        );
        lab.call("ec2", "RunInstances", &request)
    };
    let mut lab = Lab::of(world);
    assert_eq!(
        launch(&mut lab, 4).expect_err("three fit").code,
        "VcpuLimitExceeded"
    );
    assert!(lab.describe_instances().is_empty());
    launch(&mut lab, 1).expect("three fit");
    assert_eq!(lab.describe_instances().len(), 3);
}

/// Scenario 9 of the facts on EC2 and CloudWatch.
#[test]
fn only_running_instances_count_against_the_quota() {
    let mut lab = Lab::of(World {
        vcpu_quota: 5,
        ..World::new(Seed(1))
    });
    let first = lab.launch(2, 'a')[0];
    lab.pass_secs(60);
    let third = || run_instances("employee-directory", "t3.micro", 1, "us-east-2b");
    let refusal = lab.submit(third()).expect_err("four of five vCPUs are taken");
    assert_eq!((refusal.code, refusal.http_status()), ("VcpuLimitExceeded", 400));
    assert!(refusal.message.contains("vCPU limit of 5 allows"), "{refusal}");
    lab.stop(first);
    lab.must(third());
    lab.wait_for(first, Stopped);
    let refusal = lab
        .call("ec2", "StartInstances", r#"{"InstanceIds": ["{id:0}"]}"#)
        .expect_err("its vCPUs are taken");
    assert_eq!(refusal.code, "VcpuLimitExceeded");
}

#[test]
fn a_placement_names_its_zone_by_name_or_by_id() {
    let mut lab = Lab::new();
    let request = |placement: &str| {
        format!(
            r#"{{"ImageId": "ami-0e1d2c3b4a5968701", "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1,
                "Placement": {{{placement}}}}}"#
        )
    };
    lab.ask("RunInstances", &request(r#""AvailabilityZone": "us-east-2c""#));
    lab.ask("RunInstances", &request(r#""AvailabilityZoneId": "use2-az2""#));
    let zones: Vec<_> = lab
        .describe_instances()
        .into_iter()
        .filter_map(|i| i.placement?.availability_zone)
        .collect();
    assert_eq!(zones, ["us-east-2c", "us-east-2b"]);
}
