//! Zonal shifts of a group: it keeps away from a zone for a while.

use api::arc_zonal_shift as arc;

use super::{Fleet, cause, word};

/// A group in zones a and b that zonal shifts concern.
fn shiftable(desired: i64, max: i64, unhealthy: &str) -> Fleet {
    Fleet::with(0, desired, max, |input| {
        input.impairment_policy = Some(api::autoscaling::AvailabilityZoneImpairmentPolicy {
            zonal_shift: Some(true),
            unhealthy: Some(unhealthy.to_owned()),
        });
    })
}

/// Shifts the group away from zone a for half an hour; the id of the shift.
fn shift(fleet: &mut Fleet) -> String {
    let answer = fleet.lab.make(arc::StartZonalShiftInput {
        away_from: Some("use2-az1".to_owned()),
        comment: Some("a is not well".to_owned()),
        expires_in: Some("30m".to_owned()),
        resource_identifier: fleet.group().group_arn,
    });
    assert_eq!(answer.status.as_deref(), Some("ACTIVE"));
    answer.zonal_shift_id.unwrap_or_default()
}

#[test]
fn a_group_is_registered_for_zonal_shifts_by_its_policy() {
    let mut fleet = Fleet::of(2, 2, 4);
    let none = fleet.lab.look(arc::ListManagedResourcesInput::default());
    assert!(none.items.is_empty());
    let policy = fleet.group().impairment_policy.expect("it is always told");
    assert_eq!(
        (policy.zonal_shift, policy.unhealthy.as_deref()),
        (Some(false), Some("IgnoreUnhealthy"))
    );
    fleet.ask(
        "UpdateAutoScalingGroup",
        r#", "AvailabilityZoneImpairmentPolicy": {"ZonalShiftEnabled": true,
            "ImpairedZoneHealthCheckBehavior": "ReplaceUnhealthy"}"#,
    );
    let all = fleet.lab.look(arc::ListManagedResourcesInput::default());
    assert_eq!(all.items[0].name.as_deref(), Some("web"));
    assert_eq!(all.items[0].availability_zones, ["use2-az1", "use2-az2"]);
    shift(&mut fleet);
    let one = fleet.lab.look(arc::GetManagedResourceInput {
        resource_identifier: fleet.group().group_arn,
    });
    assert_eq!(one.zonal_shifts[0].away_from.as_deref(), Some("use2-az1"));
}

#[test]
fn while_a_shift_lasts_instances_come_in_the_other_zones_and_afterwards_move_back() {
    let mut fleet = shiftable(2, 6, "ReplaceUnhealthy");
    assert_eq!(fleet.zones(), "ab");
    shift(&mut fleet);
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 5"#);
    fleet.lab.pass_secs(600);
    assert_eq!(fleet.zones(), "abbbb", "nothing moves to the zone either");
    let at_once = r#", "RequestedCapacity": 1, "ClientToken": "t", "AvailabilityZones": ["us-east-2a"]"#;
    let refusal = fleet.refused("LaunchInstances", at_once);
    assert!(
        refusal.ends_with("The specified Availability Zone has an active zonal shift."),
        "{refusal}"
    );
    fleet.lab.pass_secs(1_199);
    assert_eq!(fleet.members().len(), 5, "it is over after half an hour");
    fleet.lab.pass_secs(7);
    assert_eq!(
        fleet.in_state("Pending"),
        1,
        "six seconds later the one that has to move"
    );
    fleet.seconds_until(200, |fleet| {
        fleet.zones() == "aabbb" && fleet.members().len() == 5
    });
    let launch = fleet.activity("Launching a new EC2 instance: ");
    assert!(cause(&launch).contains("to aid in balancing the group's zones"));
}

#[test]
fn while_a_shift_lasts_policies_make_a_group_larger_but_not_smaller() {
    let mut fleet = shiftable(2, 6, "ReplaceUnhealthy");
    for (name, by) in [("out", 1), ("in", -1)] {
        let policy = format!(
            r#", "PolicyName": "{name}", "AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": {by}"#
        );
        fleet.ask("PutScalingPolicy", &policy);
    }
    let id = shift(&mut fleet);
    fleet.ask("ExecutePolicy", r#", "PolicyName": "in""#);
    assert_eq!(fleet.desired(), 2);
    fleet.ask("ExecutePolicy", r#", "PolicyName": "out""#);
    assert_eq!(fleet.desired(), 3);
    let policy = fleet.ask("DescribePolicies", r#", "PolicyNames": ["in"]"#);
    let arn = word(&policy, "PolicyARN");
    let put = format!(
        r#"{{"AlarmName": "idle", "Namespace": "N", "MetricName": "M", "Statistic": "Average", "Period": 60,
            "EvaluationPeriods": 1, "Threshold": 1, "ComparisonOperator": "LessThanThreshold",
            "AlarmActions": ["{arn}"]}}"#
    );
    fleet.say("cloudwatch", "PutMetricAlarm", &put);
    fleet.lab.pass_secs(400);
    let alarm = r#"{"AlarmName": "idle", "StateValue": "ALARM", "StateReason": "a try"}"#;
    fleet.say("cloudwatch", "SetAlarmState", alarm);
    fleet.lab.pass_secs(20);
    assert_eq!(fleet.desired(), 3, "an alarm does not either");
    fleet.lab.make(arc::CancelZonalShiftInput {
        zonal_shift_id: Some(id),
    });
    fleet.ask("ExecutePolicy", r#", "PolicyName": "in""#);
    assert_eq!(fleet.desired(), 2);
}

#[test]
fn unhealthy_instances_of_the_zone_are_replaced_elsewhere_or_left() {
    for (behavior, zones) in [("ReplaceUnhealthy", "bb"), ("IgnoreUnhealthy", "ab")] {
        let mut fleet = shiftable(2, 4, behavior);
        shift(&mut fleet);
        let in_a = fleet.members()[0];
        assert_eq!(fleet.lab.instance(in_a).zone.index(), 0);
        let id = fleet.lab.id(in_a);
        let unhealthy = format!(r#"{{"InstanceId": "{id}", "HealthStatus": "Unhealthy"}}"#);
        fleet.say("autoscaling", "SetInstanceHealth", &unhealthy);
        fleet.lab.pass_secs(120);
        assert_eq!(fleet.zones(), zones, "{behavior}");
    }
}

#[test]
fn an_ignored_instance_is_replaced_once_the_shift_is_over() {
    let mut fleet = shiftable(2, 4, "IgnoreUnhealthy");
    let id = shift(&mut fleet);
    let in_a = fleet.members()[0];
    fleet.lab.stop(in_a);
    fleet.lab.pass_secs(300);
    assert_eq!(fleet.state(in_a), "InService Unhealthy");
    fleet.lab.make(arc::CancelZonalShiftInput {
        zonal_shift_id: Some(id),
    });
    fleet.lab.pass_secs(6);
    assert!(
        fleet.state(in_a).starts_with("Terminating"),
        "{}",
        fleet.state(in_a)
    );
    fleet.seconds_until(40, |fleet| fleet.zones() == "ab");
}

#[test]
fn nodes_that_keep_to_their_zone_are_an_obstacle_that_can_be_skipped() {
    let mut fleet = Fleet::new();
    let target_group = fleet.balance();
    fleet.create(0, 0, 2, |input| {
        input.target_group_arns.push(target_group.clone())
    });
    let off = format!(
        r#"{{"TargetGroupArn": "{target_group}",
            "Attributes": [{{"Key": "load_balancing.cross_zone.enabled", "Value": "false"}}]}}"#
    );
    fleet.say("elbv2", "ModifyTargetGroupAttributes", &off);
    let enable = r#", "AvailabilityZoneImpairmentPolicy": {"ZonalShiftEnabled": true}"#;
    let refusal = fleet.refused("UpdateAutoScalingGroup", enable);
    assert!(
        refusal.contains("cross-zone disabled load balancers"),
        "{refusal}"
    );
    let skipped = format!(r#"{enable}, "SkipZonalShiftValidation": true"#);
    fleet.ask("UpdateAutoScalingGroup", &skipped);
    assert_eq!(
        fleet
            .group()
            .impairment_policy
            .and_then(|policy| policy.zonal_shift),
        Some(true)
    );
}

#[test]
fn nothing_launches_at_once_in_the_only_zone_of_a_group_that_is_shifted_away_from_it() {
    let mut fleet = Fleet::with(0, 1, 4, |input| {
        input.availability_zones = vec!["us-east-2a".to_owned()];
        input.impairment_policy = Some(api::autoscaling::AvailabilityZoneImpairmentPolicy {
            zonal_shift: Some(true),
            unhealthy: None,
        });
    });
    assert_eq!(fleet.zones(), "a");
    shift(&mut fleet);
    let request = r#"{"AutoScalingGroupName": "web", "RequestedCapacity": 1, "ClientToken": "t"}"#;
    let refusal = fleet.lab.call("autoscaling", "LaunchInstances", request);
    let refusal = refusal.expect_err("the zone is shifted away from");
    assert_eq!(
        refusal.message,
        "The specified Availability Zone has an active zonal shift."
    );
    assert_eq!(fleet.zones(), "a");
}
