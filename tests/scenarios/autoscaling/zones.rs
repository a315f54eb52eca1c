//! Where instances go: in balance over the zones, and back into it.

use api::sandbox::{CapacityInput, EndFaultInput, FaultInput};

use super::{Fleet, cause};

/// Scenario S4 of the facts on Auto Scaling and load balancing.
#[test]
fn a_new_instance_goes_to_a_zone_with_the_fewest() {
    let mut fleet = Fleet::with(4, 4, 8, |input| {
        input.availability_zones.push("us-east-2c".to_owned())
    });
    assert_eq!(fleet.zones(), "aabc");
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 5"#);
    fleet.lab.pass_secs(40);
    assert_eq!(fleet.zones(), "aabbc");
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 6"#);
    fleet.lab.pass_secs(40);
    assert_eq!(fleet.zones(), "aabbcc");
}

/// Scenario S5 of the facts on Auto Scaling and load balancing.
#[test]
fn a_zones_outage_moves_the_group_to_the_other_and_its_return_brings_it_back() {
    let mut fleet = Fleet::of(4, 4, 4);
    assert_eq!(fleet.zones(), "aabb");
    fleet.lab.outage('a', Some("30m"));
    let seconds = fleet.seconds_until(1_200, |fleet| fleet.zones() == "bbbb");
    assert!(
        (300..=900).contains(&seconds),
        "impaired for five minutes, then one by one: {seconds}"
    );
    let failed = fleet.activity("Launching a new EC2 instance.  Status Reason: ");
    assert_eq!(failed.status_code.as_deref(), Some("Failed"));
    let message = failed.status_message.unwrap_or_default();
    assert!(
        message.starts_with(
            "We currently do not have sufficient t3.micro capacity in the Availability Zone you requested (us-east-2a)."
        ) && message.ends_with("Launching EC2 instance failed."),
        "{message}"
    );
    let mut most = 0;
    for _ in 0..2_400 {
        fleet.lab.pass_secs(1);
        most = most.max(fleet.members().len());
    }
    assert_eq!(fleet.zones(), "aabb");
    assert_eq!(most, 5, "one beyond the greatest size, and no more");
    let launch = fleet.activity("Launching a new EC2 instance: ");
    assert!(cause(&launch).contains("to aid in balancing the group's zones"));
    assert!(fleet.lab.cloud().now() > des::SimTime::from_secs(1_840));
}

/// Scenario S5 of the facts on Auto Scaling and load balancing.
#[test]
fn a_group_that_must_be_balanced_waits_for_its_dark_zone() {
    let mut fleet = Fleet::with(4, 4, 4, |input| {
        input.zone_distribution = Some(api::autoscaling::AvailabilityZoneDistribution {
            strategy: Some("balanced-only".to_owned()),
        });
    });
    fleet.lab.outage('a', Some("30m"));
    fleet.seconds_until(1_200, |fleet| fleet.zones() == "abb");
    for _ in 0..10 {
        fleet.lab.pass_secs(60);
        assert!(fleet.zones().matches('b').count() == 2, "{}", fleet.zones());
    }
    let activities = fleet.activities();
    let failed: Vec<&str> = activities
        .iter()
        .filter(|activity| activity.status_code.as_deref() == Some("Failed"))
        .filter_map(|activity| activity.status_message.as_deref())
        .collect();
    assert!(failed.len() >= 5, "it keeps trying");
    let tried_a = |message: &&str| message.contains("you requested (us-east-2a)");
    assert!(failed.iter().all(tried_a), "{failed:?}");
    fleet.seconds_until(1_800, |fleet| fleet.zones() == "aabb");
}

#[test]
fn an_instance_leaves_a_zone_that_is_the_groups_no_longer_once_another_is_there() {
    let mut fleet = Fleet::of(2, 2, 2);
    fleet.ask(
        "UpdateAutoScalingGroup",
        r#", "AvailabilityZones": ["us-east-2b", "us-east-2c"]"#,
    );
    fleet.seconds_until(60, |fleet| fleet.zones() == "abc");
    fleet.seconds_until(60, |fleet| fleet.zones() == "bc");
    let gone = fleet.activity("Terminating");
    assert!(
        cause(&gone).contains("to aid in balancing the group's zones"),
        "{}",
        cause(&gone)
    );
}

#[test]
fn terminating_by_hand_may_leave_a_group_uneven_until_it_is_balanced() {
    let mut fleet = Fleet::of(1, 4, 6);
    fleet.ask("SuspendProcesses", r#", "ScalingProcesses": ["AZRebalance"]"#);
    let in_b: Vec<usize> = (0..4)
        .filter(|place| {
            let instance = fleet.members()[*place];
            fleet.lab.instance(instance).zone.index() == 1
        })
        .collect();
    let ids: Vec<String> = in_b
        .iter()
        .map(|place| fleet.lab.id(fleet.members()[*place]))
        .collect();
    let request = format!(
        r#", "InstanceIds": ["{}"], "ShouldDecrementDesiredCapacity": true"#,
        ids.join(r#"", ""#)
    );
    fleet.ask("TerminateInstanceInAutoScalingGroup", &request);
    fleet.lab.pass_secs(180);
    assert_eq!(
        fleet.zones(),
        "aa",
        "nothing moves while the process is suspended"
    );
    fleet.ask("ResumeProcesses", r#", "ScalingProcesses": ["AZRebalance"]"#);
    fleet.seconds_until(120, |fleet| fleet.zones() == "ab");
}

#[test]
fn a_group_moves_back_as_soon_as_a_zone_has_room_again() {
    let mut fleet = Fleet::of(0, 0, 4);
    let shortage = fleet.lab.make(short('a'));
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 4"#);
    fleet.lab.pass_secs(100);
    assert_eq!(fleet.zones(), "bbbb");
    fleet.lab.make(EndFaultInput {
        fault_id: shortage.fault_id,
    });
    fleet.lab.pass_secs(5);
    assert_eq!(fleet.members().len(), 4);
    fleet.lab.pass_secs(1);
    assert_eq!(
        fleet.members().len(),
        5,
        "six seconds later one comes, first of all"
    );
    let move_back = fleet.activity("Launching a new EC2 instance: ");
    assert!(cause(&move_back).contains("to aid in balancing the group's zones"));
    fleet.seconds_until(400, |fleet| fleet.zones() == "aabb" && fleet.members().len() == 4);
}

#[test]
fn what_no_zone_had_room_for_is_launched_as_soon_as_one_has() {
    let mut fleet = Fleet::of(0, 0, 4);
    let shortages = ['a', 'b'].map(|zone| fleet.lab.make(short(zone)));
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 2"#);
    fleet.lab.pass_secs(200);
    let failed = fleet.activities();
    let failed = failed
        .iter()
        .filter(|activity| activity.status_code.as_deref() == Some("Failed"));
    assert_eq!(failed.count(), 8, "in both zones after 6, 66, 126 and 186 s");
    let [first, _] = shortages;
    fleet.lab.make(EndFaultInput {
        fault_id: first.fault_id,
    });
    fleet.lab.pass_secs(6);
    assert_eq!(fleet.in_state("Pending"), 2);
    fleet.seconds_until(40, |fleet| fleet.zones() == "aa");
}

#[test]
fn a_group_hears_of_the_room_that_a_zone_is_given() {
    let mut fleet = Fleet::of(0, 0, 4);
    let room = |fleet: &mut Fleet, free: Option<i64>| {
        fleet.lab.make(CapacityInput {
            zone: Some("us-east-2a".to_owned()),
            instance_type: Some("t3.micro".to_owned()),
            free,
        });
    };
    room(&mut fleet, Some(0));
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 4"#);
    fleet.lab.pass_secs(100);
    assert_eq!(fleet.zones(), "bbbb");
    room(&mut fleet, Some(1));
    fleet.lab.pass_secs(6);
    assert_eq!(fleet.in_state("Pending"), 1);
    fleet.seconds_until(40, |fleet| fleet.zones() == "abbb");
    fleet.lab.pass_secs(400);
    assert_eq!(fleet.zones(), "abbb", "there was room for one");
    room(&mut fleet, None);
    fleet.seconds_until(40, |fleet| fleet.zones() == "aabbb");
    fleet.seconds_until(40, |fleet| fleet.zones() == "aabb");
}

/// A zone without room for anything.
fn short(zone_letter: char) -> FaultInput {
    FaultInput {
        kind: Some("insufficient-capacity".to_owned()),
        zone: Some(format!("us-east-2{zone_letter}")),
        ..Default::default()
    }
}
