//! How many instances a zone has room for, and what EC2 says when there is none.

use api::ec2::RunInstancesInput;
use api::sandbox::{CapacityInput, EndFaultInput, FaultInput, QuotaInput};
use cloud::ec2::InstanceState::{Stopped, Terminated};
use cloud::ec2::{Image, InstanceIndex};
use cloud::lab::{Lab, run_instances};
use cloud::region::RegionCode;
use cloud::{Input, Seed, World};

fn lab() -> Lab {
    Lab::of(World {
        region: RegionCode::UsEast1,
        vcpu_quota: 100,
        ..World::new(Seed(1))
    })
}

fn room(lab: &mut Lab, zone: &str, instance_type: &str, free: Option<i64>) {
    lab.make(CapacityInput {
        zone: Some(zone.to_owned()),
        instance_type: Some(instance_type.to_owned()),
        free,
    });
}

fn launch(instance_type: &str, [least, most]: [i64; 2], zone: Option<&str>) -> Input {
    let launch = RunInstancesInput {
        image_id: Image::named("employee-directory").map(|image| image.id.to_owned()),
        instance_type: Some(instance_type.to_owned()),
        min_count: Some(least),
        max_count: Some(most),
        placement: zone.map(|zone| api::ec2::Placement {
            availability_zone: Some(zone.to_owned()),
            ..Default::default()
        }),
        ..Default::default()
    };
    Input::Api(launch.into())
}

fn count(lab: &Lab) -> usize {
    lab.cloud().ec2.instances.len()
}

/// Scenario 8 of the facts on EC2 and CloudWatch.
#[test]
fn a_zone_without_room_names_those_that_have_it() {
    let mut lab = lab();
    room(&mut lab, "us-east-1a", "m5.large", Some(0));
    room(&mut lab, "us-east-1c", "m5.large", Some(0));
    let refusal = lab
        .submit(run_instances("employee-directory", "m5.large", 1, "us-east-1a"))
        .expect_err("there is no room");
    let message = "(InsufficientInstanceCapacity) We currently do not have sufficient m5.large capacity in the \
                   Availability Zone you requested (us-east-1a). Our system will be working on provisioning additional \
                   capacity. You can currently get m5.large capacity by not specifying an Availability Zone in your \
                   request or choosing us-east-1b, us-east-1d, us-east-1f.";
    assert_eq!(refusal.to_string(), message);
    assert_eq!(refusal.http_status(), 500);
    assert_eq!(count(&lab), 0);
    lab.launch(1, 'a');
    lab.must(launch("m5.large", [1, 1], None));
    let placed = lab.cloud().ec2.instances[1].zone;
    assert_eq!(
        lab.cloud().region.zone(placed).name,
        "us-east-1b",
        "EC2 picks a zone with room"
    );
}

/// Scenario 8 of the facts on EC2 and CloudWatch.
#[test]
fn room_for_three_launches_three_of_four_if_one_is_enough() {
    let mut lab = lab();
    room(&mut lab, "us-east-1a", "t3.micro", Some(3));
    let refusal = lab
        .submit(launch("t3.micro", [4, 4], Some("us-east-1a")))
        .expect_err("four do not fit");
    assert_eq!((refusal.code, count(&lab)), ("InsufficientInstanceCapacity", 0));
    lab.must(launch("t3.micro", [1, 4], Some("us-east-1a")));
    assert_eq!(count(&lab), 3);
    assert!(
        lab.submit(launch("t3.micro", [1, 1], Some("us-east-1a")))
            .is_err()
    );
    lab.must(launch("t3.micro", [1, 1], Some("us-east-1b")));
    lab.must(launch("t3.small", [1, 1], Some("us-east-1a")));
}

#[test]
fn what_stops_makes_room_and_may_find_it_taken() {
    let mut lab = lab();
    room(&mut lab, "us-east-1a", "t3.micro", Some(1));
    let first = lab.launch(1, 'a')[0];
    lab.pass_secs(60);
    lab.stop(first);
    lab.wait_for(first, Stopped);
    let second = lab.launch(1, 'a')[0];
    let start = |lab: &mut Lab, instance: InstanceIndex| {
        let request = format!(r#"{{"InstanceIds": ["{}"]}}"#, lab.id(instance));
        lab.call("ec2", "StartInstances", &request)
    };
    let refusal = start(&mut lab, first).expect_err("its place is taken");
    assert_eq!(refusal.code, "InsufficientInstanceCapacity");
    lab.pass_secs(60);
    lab.terminate(second);
    lab.wait_for(second, Terminated);
    assert!(start(&mut lab, first).is_ok());
}

/// Scenario 8 of the facts on EC2 and CloudWatch.
#[test]
fn a_stopped_instance_does_not_start_where_there_is_no_room_left() {
    let mut lab = lab();
    let instance = lab.launch_type(1, 'a', "m5.large")[0];
    lab.pass_secs(60);
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    room(&mut lab, "us-east-1a", "m5.large", Some(0));
    let refusal = lab
        .call("ec2", "StartInstances", r#"{"InstanceIds": ["{id:0}"]}"#)
        .expect_err("there is no room");
    assert_eq!(
        (refusal.code, refusal.http_status()),
        ("InsufficientInstanceCapacity", 500)
    );
    let state = lab.describe_instances()[0]
        .state
        .as_ref()
        .and_then(|state| state.code);
    assert_eq!(state, Some(80));
}

#[test]
fn two_stopped_instances_do_not_start_in_one_place() {
    let mut lab = lab();
    let both = lab.launch(2, 'a');
    lab.pass_secs(60);
    both.iter().for_each(|instance| lab.stop(*instance));
    for instance in &both {
        lab.wait_for(*instance, Stopped);
    }
    room(&mut lab, "us-east-1a", "t3.micro", Some(1));
    let refusal = lab.call(
        "ec2",
        "StartInstances",
        r#"{"InstanceIds": ["{id:0}", "{id:1}"]}"#,
    );
    assert_eq!(
        refusal.expect_err("one fits").code,
        "InsufficientInstanceCapacity"
    );
    lab.start(both[0]);
    room(&mut lab, "us-east-1a", "t3.micro", None);
    lab.start(both[1]);
}

#[test]
fn a_shortage_of_one_type_or_of_all_ends() {
    let mut lab = lab();
    let short = |instance_type: Option<&str>| FaultInput {
        kind: Some("insufficient-capacity".to_owned()),
        zone: Some("us-east-1a".to_owned()),
        instance_type: instance_type.map(str::to_owned),
        duration: Some("10m".to_owned()),
        ..Default::default()
    };
    lab.make(short(Some("m5.large")));
    assert!(
        lab.submit(launch("m5.large", [1, 1], Some("us-east-1a")))
            .is_err()
    );
    lab.must(launch("t3.micro", [1, 1], Some("us-east-1a")));
    let all = lab.make(short(None));
    assert!(
        lab.submit(launch("t3.micro", [1, 1], Some("us-east-1a")))
            .is_err()
    );
    lab.make(EndFaultInput {
        fault_id: all.fault_id,
    });
    lab.must(launch("t3.micro", [1, 1], Some("us-east-1a")));
    assert!(
        lab.submit(launch("m5.large", [1, 1], Some("us-east-1a")))
            .is_err()
    );
    lab.pass_secs(600);
    lab.must(launch("m5.large", [1, 1], Some("us-east-1a")));
}

#[test]
fn a_group_goes_where_there_is_room_and_tells_where_there_was_none() {
    let mut lab = lab();
    room(&mut lab, "us-east-1a", "t3.micro", Some(0));
    let group = tests::web::balance(&mut lab);
    tests::web::scale(&mut lab, &group);
    lab.pass_secs(60);
    let zones: Vec<u8> = lab
        .cloud()
        .ec2
        .instances
        .iter()
        .map(|instance| instance.zone.0)
        .collect();
    assert_eq!(zones, [1, 1]);
    let activities = || lab.cloud().autoscaling.activities().map(|(_, activity)| activity);
    let mut failed = activities().filter(|activity| activity.status == "Failed");
    let told = failed
        .next()
        .expect("zone a had none")
        .message
        .clone()
        .unwrap_or_default();
    let message = "We currently do not have sufficient t3.micro capacity in the Availability Zone you requested (us-east-1a).";
    assert!(told.starts_with(message), "{told}");
    assert_eq!(
        activities()
            .filter(|activity| activity.status == "Successful")
            .count(),
        2
    );
}

/// Scenario 9 of the facts on EC2 and CloudWatch: the quota counts the vCPUs that run, and a larger one lets the next launch through.
#[test]
fn the_quota_counts_what_runs_and_can_be_raised() {
    let mut lab = lab();
    lab.make(QuotaInput { vcpus: Some(4) });
    let running = lab.launch(2, 'a');
    lab.pass_secs(60);
    let refusal = lab
        .submit(launch("t3.micro", [1, 1], None))
        .expect_err("four vCPUs run");
    assert_eq!((refusal.code, refusal.http_status()), ("VcpuLimitExceeded", 400));
    assert_eq!(count(&lab), 2);
    assert!(
        refusal
            .to_string()
            .contains("your current vCPU limit of 4 allows")
    );
    lab.stop(running[0]);
    lab.wait_for(running[0], Stopped);
    lab.launch(1, 'b');
    let start = format!(r#"{{"InstanceIds": ["{}"]}}"#, lab.id(running[0]));
    let refusal = lab
        .call("ec2", "StartInstances", &start)
        .expect_err("its two vCPUs are taken");
    assert_eq!(refusal.code, "VcpuLimitExceeded");
    lab.make(QuotaInput { vcpus: Some(6) });
    lab.start(running[0]);
    assert!(lab.submit(launch("t3.micro", [1, 1], None)).is_err());
}

#[test]
fn a_smaller_quota_stops_nothing_that_runs() {
    let mut lab = lab();
    let running = lab.launch(2, 'a');
    lab.pass_secs(60);
    lab.make(QuotaInput { vcpus: Some(0) });
    lab.pass_secs(600);
    for instance in running {
        let state = lab.cloud().ec2.instances[instance.index()].state;
        assert_eq!(state, cloud::ec2::InstanceState::Running);
    }
    assert!(lab.submit(launch("t3.micro", [1, 1], None)).is_err());
}
