//! Several policies of one group.

use super::Web;

fn change(web: &mut Web, name: &str, kind: &str, amount: i64) {
    let arn = web.policy(
        name,
        &format!(r#""AdjustmentType": "{kind}", "ScalingAdjustment": {amount}"#),
    );
    web.alarm(name, "GreaterThanThreshold", 70.0, &[&arn]);
}

fn both(web: &mut Web, names: [&str; 2], seconds_between: u64) -> i64 {
    web.set_alarm(names[0], "ALARM");
    web.lab.pass_secs(seconds_between);
    web.set_alarm(names[1], "ALARM");
    web.lab.pass_secs(7);
    web.desired()
}

/// Scenario S18 of the facts on Auto Scaling and load balancing.
#[test]
fn of_two_that_remove_the_one_that_leaves_more_wins() {
    let mut web = Web::of(8, "");
    change(&mut web, "three", "ChangeInCapacity", -3);
    change(&mut web, "quarter", "PercentChangeInCapacity", -25);
    assert_eq!(both(&mut web, ["three", "quarter"], 0), 6);
    web.lab.pass_secs(30);
    assert!(
        web.cause()
            .contains("triggered policy quarter changing the desired capacity from 8 to 6.")
    );
    assert_eq!(web.changes().len(), 2);
}

/// Scenario S18 of the facts on Auto Scaling and load balancing.
#[test]
fn of_two_that_add_the_one_that_adds_more_wins() {
    let mut web = Web::of(8, "");
    change(&mut web, "one", "ChangeInCapacity", 1);
    change(&mut web, "two", "ChangeInCapacity", 2);
    assert_eq!(both(&mut web, ["two", "one"], 3), 10, "within one moment");
}

#[test]
fn adding_wins_over_removing() {
    let mut web = Web::of(8, "");
    change(&mut web, "in", "ChangeInCapacity", -3);
    change(&mut web, "out", "ChangeInCapacity", 1);
    assert_eq!(both(&mut web, ["in", "out"], 0), 9);
}

#[test]
fn after_the_moment_each_is_for_itself() {
    let mut web = Web::of(8, "");
    change(&mut web, "one", "ChangeInCapacity", 1);
    let arn = web.policy(
        "steps",
        r#""PolicyType": "StepScaling", "AdjustmentType": "ChangeInCapacity", "EstimatedInstanceWarmup": 0,
            "StepAdjustments": [{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 3}]"#,
    );
    web.alarm("steps", "GreaterThanThreshold", 70.0, &[&arn]);
    web.set_alarm("one", "ALARM");
    web.lab.pass_secs(7);
    assert_eq!(web.desired(), 9);
    web.minutes(3, &[("Load", 80.0)]);
    assert!(web.desired() >= 11, "{:?}", web.changes());
}

/// A group of four that holds `Directory Load` at 50 and `Directory Queue` at 10; both are within.
fn tracking() -> Web {
    let mut web = Web::of(4, r#""DefaultInstanceWarmup": 0,"#);
    for (metric, target) in [("Load", 50), ("Queue", 10)] {
        web.track(metric, target);
    }
    web.minutes(2, &[("Load", 45.0), ("Queue", 9.0)]);
    web
}

/// Scenario S18 of the facts on Auto Scaling and load balancing.
#[test]
fn one_target_exceeded_is_enough_to_add() {
    let mut web = tracking();
    web.minutes(5, &[("Load", 45.0), ("Queue", 19.0)]);
    assert_eq!(web.changes()[1].1, 8, "4 × 19 / 10, rounded up");
}

/// Scenario S18 of the facts on Auto Scaling and load balancing.
#[test]
fn all_metrics_must_be_low_to_remove() {
    let mut web = tracking();
    web.minutes(20, &[("Load", 10.0), ("Queue", 9.0)]);
    assert_eq!(web.desired(), 4, "only one is low");
    web.minutes(18, &[("Load", 10.0), ("Queue", 1.0)]);
    let changes = web.changes();
    assert!(changes.len() >= 2, "both are low");
    let steps: Vec<u32> = changes.iter().map(|(_, to)| *to).collect();
    assert!(steps.starts_with(&[4, 3]), "{steps:?}");
    let gaps = changes[1..].windows(2).map(|pair| pair[1].0 - pair[0].0);
    assert!(
        gaps.into_iter().all(|gap| gap >= 60),
        "one at a time: {changes:?}"
    );
}

#[test]
fn a_step_policy_removes_although_a_target_is_not_undercut() {
    let mut web = tracking();
    let arn = web.policy(
        "in",
        r#""PolicyType": "StepScaling", "AdjustmentType": "ChangeInCapacity",
            "StepAdjustments": [{"MetricIntervalUpperBound": 0, "ScalingAdjustment": -2}]"#,
    );
    web.alarm("quiet", "LessThanThreshold", 46.0, &[&arn]);
    web.minutes(3, &[("Load", 45.0), ("Queue", 9.0)]);
    assert_eq!(web.changes()[1].1, 2);
}
