//! Where instances go: in balance over the zones, and back into it.

use api::sandbox::{CapacityInput, EndFaultInput, FaultInput};
use cloud::ec2::InstanceIndex;

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
    assert!(cause(&launch).contains(BALANCING));
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
    assert!(cause(&gone).contains(BALANCING), "{}", cause(&gone));
}

#[test]
fn a_group_moves_back_as_soon_as_a_zone_has_room_again() {
    let (mut fleet, end) = crowded(4);
    fleet.lab.make(end);
    fleet.lab.pass_secs(5);
    assert_eq!(fleet.members().len(), 4);
    fleet.lab.pass_secs(1);
    assert_eq!(
        fleet.members().len(),
        5,
        "six seconds later one comes, first of all"
    );
    let move_back = fleet.activity("Launching a new EC2 instance: ");
    assert!(cause(&move_back).contains(BALANCING));
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

#[test]
fn every_trigger_of_rebalancing_launches_first() {
    for Trigger { name, pull, zones } in TRIGGERS {
        let mut fleet = pull();
        let (before, desired) = (fleet.activities().len(), fleet.desired());
        fleet.seconds_until(600, |fleet| {
            let serving = fleet.in_state("InService") as i64;
            assert!(serving >= desired, "{name}: somebody left too early");
            fleet.zones() == zones && serving == desired
        });
        fleet.lab.pass_secs(600);
        assert_eq!(fleet.zones(), zones, "{name}: it rests");
        let newest_first = fleet.activities();
        let since = &newest_first[..newest_first.len() - before];
        let first = since.last().expect("an activity");
        let description = first.description.as_deref().unwrap_or_default();
        assert!(
            description.starts_with("Launching a new EC2 instance: "),
            "{name}: {description}"
        );
        assert!(cause(first).contains(BALANCING), "{name}: {}", cause(first));
    }
}

#[test]
fn no_trigger_moves_anything_while_the_process_is_suspended() {
    for Trigger { name, pull, zones } in TRIGGERS {
        let mut fleet = pull();
        fleet.ask("SuspendProcesses", r#", "ScalingProcesses": ["AZRebalance"]"#);
        let (before, uneven) = (fleet.activities().len(), fleet.zones());
        fleet.lab.pass_secs(1_200);
        assert_eq!(fleet.activities().len(), before, "{name}");
        assert_eq!(fleet.zones(), uneven, "{name}");
        fleet.ask("ResumeProcesses", r#", "ScalingProcesses": ["AZRebalance"]"#);
        fleet.seconds_until(600, |fleet| fleet.zones() == zones);
    }
}

#[test]
fn a_large_group_passes_its_greatest_size_by_a_tenth_while_it_moves() {
    let (mut fleet, end) = crowded(20);
    fleet.lab.make(end);
    let mut most = 0;
    for _ in 0..1_200 {
        fleet.lab.pass_secs(1);
        most = most.max(fleet.members().len());
        assert!(fleet.in_state("InService") >= 20, "nobody leaves too early");
    }
    assert_eq!(most, 22);
    assert_eq!(fleet.zones(), "a".repeat(10) + &"b".repeat(10));
}

#[test]
fn while_nobody_may_be_terminated_a_move_stays_halfway_beyond_the_greatest_size() {
    let (mut fleet, end) = crowded(4);
    fleet.ask("SuspendProcesses", r#", "ScalingProcesses": ["Terminate"]"#);
    fleet.lab.make(end);
    fleet.seconds_until(60, |fleet| fleet.zones() == "abbbb");
    for _ in 0..60 {
        fleet.lab.pass_secs(60);
        assert_eq!(fleet.zones(), "abbbb", "one came, nobody goes, and no more come");
        assert_eq!(fleet.members().len(), 5);
    }
    fleet.ask("ResumeProcesses", r#", "ScalingProcesses": ["Terminate"]"#);
    fleet.seconds_until(20, |fleet| fleet.zones() == "abbb");
    fleet.seconds_until(400, |fleet| fleet.zones() == "aabb" && fleet.members().len() == 4);
}

/// What the cause of an activity says of a move.
const BALANCING: &str = "to aid in balancing the group's zones";

/// Something that makes a group move.
struct Trigger {
    name: &'static str,
    /// A group to which it has just happened.
    pull: fn() -> Fleet,
    /// Where the instances are at the end.
    zones: &'static str,
}

/// All but Spot prices. Source: Auto Scaling User Guide, "Benefits of Auto Scaling for application architecture".
const TRIGGERS: [Trigger; 5] = [
    Trigger {
        name: "instances are terminated",
        pull: || without_b("TerminateInstanceInAutoScalingGroup"),
        zones: "ab",
    },
    Trigger {
        name: "instances are detached",
        pull: || without_b("DetachInstances"),
        zones: "ab",
    },
    Trigger {
        name: "instances stand by",
        pull: || without_b("EnterStandby"),
        zones: "ab",
    },
    Trigger {
        name: "the zones are others",
        pull: in_other_zones,
        zones: "aacc",
    },
    Trigger {
        name: "a zone has room again",
        pull: with_room_again,
        zones: "aabb",
    },
];

/// A group of four that has just lost its two in zone b, and wants no others for them.
fn without_b(operation: &str) -> Fleet {
    let mut fleet = Fleet::of(1, 4, 4);
    let in_b = |instance: &InstanceIndex| fleet.lab.instance(*instance).zone.index() == 1;
    let ids: Vec<String> = fleet
        .members()
        .into_iter()
        .filter(in_b)
        .map(|instance| fleet.lab.id(instance))
        .collect();
    let ids = ids.join(r#"", ""#);
    let request = format!(r#", "InstanceIds": ["{ids}"], "ShouldDecrementDesiredCapacity": true"#);
    fleet.ask(operation, &request);
    assert_eq!(
        (fleet.zones().as_str(), fleet.desired()),
        ("aa", 2),
        "{operation}"
    );
    fleet
}

/// A group of four whose zones have just become others.
fn in_other_zones() -> Fleet {
    let mut fleet = Fleet::of(1, 4, 4);
    fleet.ask(
        "UpdateAutoScalingGroup",
        r#", "AvailabilityZones": ["us-east-2a", "us-east-2c"]"#,
    );
    fleet
}

/// A group of four, all in one zone, as the other has just room again.
fn with_room_again() -> Fleet {
    let (mut fleet, end) = crowded(4);
    fleet.lab.make(end);
    fleet
}

/// A full group, all in zone b as there is no room in zone a; and what ends that.
fn crowded(n: usize) -> (Fleet, EndFaultInput) {
    let mut fleet = Fleet::of(0, 0, n as i64);
    let fault_id = fleet.lab.make(short('a')).fault_id;
    fleet.ask("SetDesiredCapacity", &format!(r#", "DesiredCapacity": {n}"#));
    fleet.lab.pass_secs(100);
    assert_eq!(fleet.zones(), "b".repeat(n));
    (fleet, EndFaultInput { fault_id })
}

/// A zone without room for anything.
fn short(zone_letter: char) -> FaultInput {
    FaultInput {
        kind: Some("insufficient-capacity".to_owned()),
        zone: Some(format!("us-east-2{zone_letter}")),
        ..Default::default()
    }
}
