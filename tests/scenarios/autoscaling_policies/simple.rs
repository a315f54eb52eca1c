//! Simple scaling and its cooldown.

use super::Web;

fn simple(web: &mut Web, kind: &str, amount: i64, more: &str) -> String {
    web.policy(
        "simple",
        &format!(r#""AdjustmentType": "{kind}", "ScalingAdjustment": {amount}{more}"#),
    )
}

/// The refusal of a user who honors the cooldown.
fn refused(web: &mut Web) -> String {
    let request = r#"{{web}, "PolicyName": "simple", "HonorCooldown": true}"#;
    let answer = web.try_call("ExecutePolicy", request);
    answer.expect_err("it is in the way").to_string()
}

/// Scenario S16 of the facts on Auto Scaling and load balancing.
#[test]
fn percentages_round_as_the_guide_says_and_stay_within_the_limits() {
    let mut web = Web::of(4, "");
    let cases = [
        (4, 25, "", 5),
        (4, 25, r#", "MinAdjustmentMagnitude": 2"#, 6),
        (3, 10, "", 4),
        (5, -10, "", 4),
        (1, 67, "", 2),
        (2, -29, "", 1),
        (10, 127, "", 22),
        (10, -66, "", 4),
        (29, -23, "", 23),
        (10, -100, "", 1),
        (60, 100, "", 100),
    ];
    for (before, percent, more, after) in cases {
        simple(&mut web, "PercentChangeInCapacity", percent, more);
        web.set(before);
        assert_eq!(web.execute("simple", ""), after, "{percent} % of {before}{more}");
    }
}

#[test]
fn a_change_and_an_exact_number_stay_within_the_limits() {
    let mut web = Web::of(2, "");
    web.call("UpdateAutoScalingGroup", r#"{{web}, "MinSize": 2, "MaxSize": 3}"#);
    simple(&mut web, "ChangeInCapacity", 3, "");
    assert_eq!(web.execute("simple", ""), 3);
    simple(&mut web, "ChangeInCapacity", -2, "");
    assert_eq!(web.execute("simple", ""), 2);
    simple(&mut web, "ExactCapacity", 9, "");
    assert_eq!(web.execute("simple", ""), 3);
}

/// Scenario S17 of the facts on Auto Scaling and load balancing.
#[test]
fn it_acts_again_only_when_its_cooldown_is_over() {
    let mut web = Web::of(1, "");
    let arn = simple(&mut web, "ChangeInCapacity", 1, r#", "Cooldown": 300"#);
    web.alarm("busy", "GreaterThanThreshold", 70.0, &[&arn]);
    web.minutes(10, &[("Load", 90.0)]);
    let (first, second) = (web.changes()[1], web.changes()[2]);
    assert_eq!((first.1, second.1), (2, 3));
    let in_service = web.came_into_service();
    let ended = *in_service
        .iter()
        .find(|at| **at < second.0)
        .expect("the second instance");
    assert!(ended > first.0 && ended < first.0 + 60, "{in_service:?}");
    // The alarm repeats its action every minute, and the group decides 6 s later.
    assert!(
        (ended + 300..ended + 366).contains(&second.0),
        "{second:?} after {ended}"
    );
    assert_eq!((second.0 - first.0) % 60, 0);
}

/// Scenario S17 of the facts on Auto Scaling and load balancing.
#[test]
fn nothing_but_simple_scaling_is_held_back_by_a_cooldown() {
    let mut web = Web::of(2, "");
    let arn = simple(&mut web, "ChangeInCapacity", 1, "");
    web.alarm("busy", "GreaterThanThreshold", 70.0, &[&arn]);
    web.set_alarm("busy", "ALARM");
    web.lab.pass_secs(50);
    assert_eq!(web.desired(), 3);
    web.set(5);
    web.lab.pass_secs(50);
    assert_eq!(web.in_service(), 5, "a user's wish");
    let victim = web.group().instances[0]
        .instance_id
        .clone()
        .expect("it has an id");
    web.lab.ask(
        "TerminateInstances",
        &format!(r#"{{"InstanceIds": ["{victim}"]}}"#),
    );
    web.lab.pass_secs(120);
    assert_eq!(web.in_service(), 5, "a replacement");
    web.set_alarm("busy", "OK");
    web.set_alarm("busy", "ALARM");
    web.lab.pass_secs(50);
    assert_eq!(web.desired(), 5, "simple scaling waits");
}

/// Scenario S17 of the facts on Auto Scaling and load balancing.
#[test]
fn target_tracking_acts_during_the_cooldown_of_a_simple_policy() {
    let mut web = Web::of(2, r#""DefaultInstanceWarmup": 0,"#);
    web.track("Queue", 50);
    simple(&mut web, "ChangeInCapacity", 1, r#", "Cooldown": 300"#);
    assert_eq!(web.execute("simple", ""), 3);
    web.minutes(3, &[("Queue", 75.0)]);
    let cools_until = web.came_into_service()[0] + 300;
    web.minutes(2, &[("Queue", 50.0)]);
    let (at, to) = web.changes()[2];
    assert_eq!(to, 5, "3 × 75 / 50, rounded up");
    assert!(at < cools_until, "{at} against {cools_until}");
    assert_eq!(web.in_service(), 5);
    assert!(web.now() < cools_until);
    assert!(refused(&mut web).starts_with("(ScalingActivityInProgress) A cooldown"));
}

#[test]
fn on_the_way_in_the_cooldown_begins_when_draining_does() {
    let mut web = Web::of(3, "");
    let arn = simple(&mut web, "ChangeInCapacity", -1, r#", "Cooldown": 300"#);
    web.alarm("idle", "LessThanThreshold", 10.0, &[&arn]);
    web.minutes(9, &[("Load", 1.0)]);
    let changes = web.changes();
    let (first, second) = (changes[1], changes[2]);
    assert_eq!((first.1, second.1), (2, 1));
    assert!((300..=360).contains(&(second.0 - first.0)), "{changes:?}");
}

#[test]
fn a_user_may_honor_the_cooldown_or_not() {
    let mut web = Web::of(1, "");
    simple(&mut web, "ChangeInCapacity", 1, "");
    assert_eq!(web.execute("simple", ""), 2);
    web.lab.pass_secs(10);
    let activity = web.ask("DescribeScalingActivities", "{}");
    let id = &activity[activity.find("ActivityId").expect("there is one") + 13..][..36];
    assert_eq!(
        refused(&mut web),
        format!("(ScalingActivityInProgress) Scaling activity {id} is in progress and blocks this action")
    );
    web.lab.pass_secs(60);
    assert!(refused(&mut web).starts_with("(ScalingActivityInProgress) A cooldown"));
    assert_eq!(
        web.execute("simple", ""),
        3,
        "it is not honored unless that is asked for"
    );
    assert!(web.group().desired_capacity == Some(3));
    web.lab.pass_secs(30);
    assert!(
        web.cause()
            .contains("a user request executed policy simple changing the desired capacity from 2 to 3.")
    );
    web.lab.pass_secs(330);
    assert_eq!(web.execute("simple", r#", "HonorCooldown": true"#), 4);
}
