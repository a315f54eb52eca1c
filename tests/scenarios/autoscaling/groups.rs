//! Groups are made, changed, and deleted.

use api::Timestamp;
use cloud::lab::Lab;

use super::{Fleet, cause, word};

/// Scenario S1 of the facts on Auto Scaling and load balancing.
#[test]
fn a_group_of_few_words_has_awss_defaults() {
    let mut fleet = Fleet::new();
    let subnets = fleet.lab.cloud().ec2.subnet_ids[..2].join(",");
    let request = format!(
        r#", "MinSize": 2, "MaxSize": 6, "LaunchTemplate": {{"LaunchTemplateName": "web"}},
            "VPCZoneIdentifier": "{subnets}""#
    );
    fleet.ask("CreateAutoScalingGroup", &request);
    let group = fleet.group();
    assert_eq!(group.desired_capacity, Some(2));
    assert_eq!(group.default_cooldown, Some(300));
    assert_eq!(group.health_check_type.as_deref(), Some("EC2"));
    assert_eq!(group.grace_period, Some(0));
    assert_eq!(group.termination_policies, ["Default"]);
    assert_eq!(group.protect_new, Some(false));
    assert_eq!(group.default_warmup, None);
    assert_eq!(group.max_lifetime, None);
    assert_eq!(group.maintenance_policy, None);
    assert_eq!(group.deletion_protection.as_deref(), Some("none"));
    assert_eq!(group.vpc_zone_identifier, Some(subnets));
    assert_eq!(group.availability_zones, ["us-east-2a", "us-east-2b"]);
    let strategy = group
        .zone_distribution
        .and_then(|distribution| distribution.strategy);
    assert_eq!(strategy.as_deref(), Some("balanced-best-effort"));

    let seconds = fleet.seconds_until(18, |fleet| fleet.in_state("Pending") == 2);
    assert_eq!(seconds, 6, "within 3 to 18 s");
    let seconds = fleet.seconds_until(35, |fleet| fleet.zones() == "ab");
    assert!((5..=35).contains(&seconds), "{seconds}");
    let activities = fleet.activities();
    assert_eq!(activities.len(), 2);
    for activity in &activities {
        assert_eq!(activity.status_code.as_deref(), Some("Successful"));
        assert_eq!(activity.progress, Some(100));
        assert!(cause(activity).starts_with("At 2026-"));
        assert!(cause(activity).contains(
            "Z a user request created an AutoScalingGroup changing the desired capacity from 0 to 2.  At 2026-"
        ));
        assert!(cause(activity).ends_with(
            "Z an instance was started in response to a difference between desired and actual capacity, increasing the \
             capacity from 0 to 2."
        ));
    }
    let details = activities[1].details.clone().unwrap_or_default();
    let subnet = &fleet.lab.cloud().ec2.subnet_ids[0];
    assert_eq!(
        details,
        format!(r#"{{"Subnet ID":"{subnet}","Availability Zone":"us-east-2a"}}"#)
    );
}

/// Scenario S2 of the facts on Auto Scaling and load balancing.
#[test]
fn bounds_are_enforced_and_a_refused_call_changes_nothing() {
    let mut fleet = Fleet::of(1, 2, 4);
    let before = fleet.lab.cloud().digest();
    assert_eq!(
        fleet.refused("SetDesiredCapacity", r#", "DesiredCapacity": 5"#),
        "(ValidationError) New SetDesiredCapacity value 5 is above max value 4 for the AutoScalingGroup."
    );
    assert_eq!(
        fleet.refused("SetDesiredCapacity", r#", "DesiredCapacity": 0"#),
        "(ValidationError) New SetDesiredCapacity value 0 is below min value 1 for the AutoScalingGroup."
    );
    assert_eq!(
        fleet.refused("UpdateAutoScalingGroup", r#", "DesiredCapacity": 9"#),
        "(ValidationError) Desired capacity:9 must be between the specified min size:1 and max size:4"
    );
    assert_eq!(fleet.lab.cloud().digest(), before);
    assert_eq!(fleet.desired(), 2);
}

/// Scenario S3 of the facts on Auto Scaling and load balancing.
#[test]
fn raising_the_minimum_drags_the_desired_capacity() {
    let mut fleet = Fleet::of(1, 1, 5);
    fleet.ask("UpdateAutoScalingGroup", r#", "MinSize": 3"#);
    assert_eq!(fleet.desired(), 3);
    fleet.seconds_until(60, |fleet| fleet.in_state("InService") == 3);
    let why = "a user request update of AutoScalingGroup constraints to min: 3, max: 5, desired: 3 changing the desired \
               capacity from 1 to 3.";
    let launches = fleet.activities();
    assert_eq!(
        launches
            .iter()
            .filter(|activity| cause(activity).contains(why))
            .count(),
        2
    );
}

/// Scenario S3 of the facts on Auto Scaling and load balancing.
#[test]
fn lowering_the_maximum_scales_in() {
    let mut fleet = Fleet::of(1, 4, 5);
    fleet.ask("UpdateAutoScalingGroup", r#", "MaxSize": 2"#);
    assert_eq!(fleet.desired(), 2);
    fleet.seconds_until(60, |fleet| fleet.in_state("Terminating") == 2);
    let gone = fleet.activity("Terminating");
    let text = cause(&gone);
    assert!(text.contains(
        "constraints to min: 1, max: 2, desired: 2 changing the desired capacity from 4 to 2.  At "
    ));
    assert!(
        text.contains("shrinking the capacity from 4 to 2.  At "),
        "{text}"
    );
    assert!(text.ends_with(" was selected for termination."), "{text}");
    fleet.seconds_until(120, |fleet| fleet.members().len() == 2);
    assert_eq!(fleet.zones(), "ab");
}

#[test]
fn an_update_changes_what_it_says_and_nothing_else() {
    let mut fleet = Fleet::of(1, 1, 2);
    let before = fleet.group();
    let request = r#", "HealthCheckGracePeriod": 120, "MaxInstanceLifetime": 86400, "Context": "x",
        "InstanceMaintenancePolicy": {"MinHealthyPercentage": 100, "MaxHealthyPercentage": 150},
        "AvailabilityZoneDistribution": {"CapacityDistributionStrategy": "balanced-only"}"#;
    fleet.ask("UpdateAutoScalingGroup", request);
    let group = fleet.group();
    assert_eq!(
        (group.grace_period, group.max_lifetime),
        (Some(120), Some(86_400))
    );
    assert_eq!(group.context.as_deref(), Some("x"));
    let policy = group.maintenance_policy.clone().unwrap_or_default();
    assert_eq!((policy.min_healthy, policy.max_healthy), (Some(100), Some(150)));
    let clear = r#", "HealthCheckGracePeriod": 0, "MaxInstanceLifetime": 0,
        "InstanceMaintenancePolicy": {"MinHealthyPercentage": -1, "MaxHealthyPercentage": -1},
        "AvailabilityZoneDistribution": {"CapacityDistributionStrategy": "balanced-best-effort"}"#;
    fleet.ask("UpdateAutoScalingGroup", clear);
    let after = api::autoscaling::AutoScalingGroup {
        context: None,
        ..fleet.group()
    };
    assert_eq!(after, before);
}

/// Scenario S25 of the facts on Auto Scaling and load balancing.
#[test]
fn a_group_with_instances_is_deleted_only_by_force_and_its_history_stays() {
    let mut fleet = Fleet::of(2, 2, 2);
    assert_eq!(
        fleet.refused("DeleteAutoScalingGroup", ""),
        "(ResourceInUse) You cannot delete an AutoScalingGroup while there are instances or pending Spot instance \
         request(s) still in the group."
    );
    fleet.ask("DeleteAutoScalingGroup", r#", "ForceDelete": true"#);
    let group = fleet.group();
    assert_eq!(group.status.as_deref(), Some("Delete in progress"));
    let sizes = (group.min_size, group.max_size, group.desired_capacity);
    assert_eq!(sizes, (Some(0), Some(0), Some(0)));
    assert_eq!(
        fleet.refused("CreateAutoScalingGroup", NEW),
        "(AlreadyExists) AutoScalingGroup by this name already exists and is pending delete"
    );
    fleet.lab.pass_secs(120);
    let all = fleet.say("autoscaling", "DescribeAutoScalingGroups", "{}");
    assert_eq!(all, r#"{"AutoScalingGroups":[]}"#);
    let none = fleet.say("autoscaling", "DescribeScalingActivities", "{}");
    assert_eq!(none, r#"{"Activities":[]}"#);
    let activities = fleet.activities();
    assert_eq!(activities.len(), 4, "two launches and two ends");
    assert!(
        activities
            .iter()
            .all(|activity| activity.group_state.as_deref() == Some("Deleted"))
    );
    fleet.ask("CreateAutoScalingGroup", NEW);
}

const NEW: &str = r#", "MinSize": 0, "MaxSize": 1, "LaunchTemplate": {"LaunchTemplateName": "web"},
    "AvailabilityZoneIds": ["use2-az1"]"#;

#[test]
fn a_group_whose_last_instances_end_cannot_be_deleted_yet() {
    let mut fleet = Fleet::of(0, 1, 1);
    fleet.ask("UpdateAutoScalingGroup", r#", "DesiredCapacity": 0"#);
    fleet.seconds_until(20, |fleet| fleet.in_state("Terminating") == 1);
    assert_eq!(
        fleet.refused("DeleteAutoScalingGroup", ""),
        "(ScalingActivityInProgress) You cannot delete an AutoScalingGroup while there are scaling activities in progress \
         for that group."
    );
    fleet.seconds_until(120, |fleet| fleet.members().is_empty());
    fleet.ask("DeleteAutoScalingGroup", "");
    fleet.lab.pass_secs(30);
    assert!(fleet.lab.cloud().autoscaling.groups().next().is_none());
}

#[test]
fn deletion_protection_holds_until_it_is_taken_away() {
    let mut fleet = Fleet::with(0, 1, 1, |input| {
        input.deletion_protection = Some("prevent-force-deletion".to_owned());
    });
    let refusal = fleet.refused("DeleteAutoScalingGroup", r#", "ForceDelete": true"#);
    assert!(refusal.starts_with("(ValidationError) "), "{refusal}");
    fleet.ask(
        "UpdateAutoScalingGroup",
        r#", "DeletionProtection": "prevent-all-deletion", "DesiredCapacity": 0"#,
    );
    fleet.seconds_until(120, |fleet| fleet.members().is_empty());
    let refusal = fleet.refused("DeleteAutoScalingGroup", "");
    assert!(refusal.contains("prevent-all-deletion"), "{refusal}");
    fleet.ask("UpdateAutoScalingGroup", r#", "DeletionProtection": "none""#);
    fleet.ask("DeleteAutoScalingGroup", "");
}

#[test]
fn instances_bear_the_groups_tags_and_groups_are_found_by_them() {
    let mut fleet = Fleet::new();
    let request = r#", "MinSize": 1, "MaxSize": 1, "LaunchTemplate": {"LaunchTemplateName": "web"},
        "AvailabilityZones": ["us-east-2a"], "Tags": [
            {"Key": "team", "Value": "hr", "PropagateAtLaunch": true},
            {"Key": "cost", "Value": "low", "PropagateAtLaunch": false}]"#;
    fleet.ask("CreateAutoScalingGroup", request);
    fleet.lab.pass_secs(30);
    let tags = &fleet.lab.describe_instances()[0].tags;
    let keys: Vec<&str> = tags.iter().filter_map(|tag| tag.key.as_deref()).collect();
    assert!(
        keys.contains(&"team") && keys.contains(&"aws:autoscaling:groupName"),
        "{keys:?}"
    );
    assert!(!keys.contains(&"cost"), "{keys:?}");
    for (filter, found) in [
        (r#"{"Name": "tag-key", "Values": ["team"]}"#, true),
        (r#"{"Name": "tag-value", "Values": ["low", "high"]}"#, true),
        (r#"{"Name": "tag:team", "Values": ["hr"]}"#, true),
        (r#"{"Name": "tag:team", "Values": ["low"]}"#, false),
    ] {
        let request = format!(r#"{{"Filters": [{filter}], "IncludeInstances": false}}"#);
        let answer = fleet.say("autoscaling", "DescribeAutoScalingGroups", &request);
        assert_eq!(answer.contains(r#""Instances":[]"#), found, "{filter}");
    }
}

#[test]
fn instances_are_described_with_what_they_were_launched_from() {
    let mut fleet = Fleet::of(1, 1, 2);
    let answer = fleet.say("autoscaling", "DescribeAutoScalingInstances", "{}");
    let instance = fleet.members()[0];
    assert_eq!(word(&answer, "InstanceId"), fleet.lab.id(instance));
    assert_eq!(word(&answer, "HealthStatus"), "HEALTHY");
    assert_eq!(word(&answer, "AvailabilityZoneId"), "use2-az1");
    assert_eq!(word(&answer, "LaunchTemplateName"), "web");
    assert_eq!(word(&answer, "Version"), "1");
    let none = r#"{"InstanceIds": ["i-00000000000000000"]}"#;
    let answer = fleet.say("autoscaling", "DescribeAutoScalingInstances", none);
    assert_eq!(answer, r#"{"AutoScalingInstances":[]}"#);
}

#[test]
fn unfinished_activities_are_listed_first_and_then_the_newest() {
    let mut fleet = Fleet::of(1, 2, 4);
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 3"#);
    fleet.lab.pass_secs(10);
    let activities = fleet.activities();
    let ends: Vec<Option<Timestamp>> = activities.iter().map(|activity| activity.end_time).collect();
    assert_eq!(ends.len(), 3);
    assert!(ends[0].is_none() && ends[1] >= ends[2], "{ends:?}");
    assert_eq!(activities[0].status_code.as_deref(), Some("InProgress"));
}

#[test]
fn long_lists_come_in_pages() {
    let mut fleet = Fleet::of(1, 3, 4);
    let first = fleet.ask("DescribeScalingActivities", r#", "MaxRecords": 2"#);
    assert_eq!(first.matches("ActivityId").count(), 2);
    assert!(first.ends_with(r#""NextToken":"2"}"#), "{first}");
    let rest = fleet.ask(
        "DescribeScalingActivities",
        r#", "MaxRecords": 2, "NextToken": "2""#,
    );
    assert_eq!(rest.matches("ActivityId").count(), 1);
    assert!(!rest.contains("NextToken"), "{rest}");
    fleet.create(0, 0, 1, |input| input.group_name = Some("another".to_owned()));
    let names = |fleet: &mut Fleet, more: &str| {
        let request = format!(r#"{{"MaxRecords": 1{more}}}"#);
        word(
            &fleet.say("autoscaling", "DescribeAutoScalingGroups", &request),
            "AutoScalingGroupName",
        )
    };
    assert_eq!(names(&mut fleet, ""), "another");
    assert_eq!(names(&mut fleet, r#", "NextToken": "1""#), "web");
    let two = fleet.say(
        "autoscaling",
        "DescribeAutoScalingInstances",
        r#"{"MaxRecords": 2}"#,
    );
    assert_eq!(two.matches("InstanceId").count(), 2);
}

#[test]
fn auto_scaling_tells_what_it_knows() {
    let mut fleet = Fleet::of(0, 0, 1);
    let mut ask = |operation: &str| fleet.say("autoscaling", operation, "{}");
    assert_eq!(
        ask("DescribeAccountLimits"),
        r#"{"MaxNumberOfAutoScalingGroups":500,"MaxNumberOfLaunchConfigurations":200,"NumberOfAutoScalingGroups":1,"NumberOfLaunchConfigurations":0}"#
    );
    assert_eq!(
        ask("DescribeScalingProcessTypes").matches("ProcessName").count(),
        9
    );
    assert!(ask("DescribeTerminationPolicyTypes").contains("OldestLaunchTemplate"));
    assert_eq!(
        ask("DescribeLifecycleHookTypes"),
        r#"{"LifecycleHookTypes":["autoscaling:EC2_INSTANCE_LAUNCHING","autoscaling:EC2_INSTANCE_TERMINATING"]}"#
    );
}

#[test]
fn a_group_that_idles_costs_nothing_beyond_its_timers() {
    let events_of_an_hour = |lab: &mut Lab| {
        let before = lab.cloud().events_happened();
        lab.pass_secs(3_600);
        lab.cloud().events_happened() - before
    };
    let mut alone = Lab::new();
    let mut fleet = Fleet::of(2, 2, 2);
    fleet.lab.pass_secs(600);
    let hour = (events_of_an_hour(&mut alone), events_of_an_hour(&mut fleet.lab));
    let (minutes, checks) = (60, 120);
    assert_eq!(
        hour,
        (0, minutes + checks),
        "the minutes of metrics, a health check every 30 seconds"
    );
}
