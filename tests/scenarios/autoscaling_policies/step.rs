//! Step scaling.

use super::Web;

/// The guide's worked example.
const STEPS: &str = r#""PolicyType": "StepScaling", "AdjustmentType": "PercentChangeInCapacity", "StepAdjustments": [
    {"MetricIntervalLowerBound": 0, "MetricIntervalUpperBound": 10, "ScalingAdjustment": 0},
    {"MetricIntervalLowerBound": 10, "MetricIntervalUpperBound": 20, "ScalingAdjustment": 10},
    {"MetricIntervalLowerBound": 20, "ScalingAdjustment": 30},
    {"MetricIntervalLowerBound": -10, "MetricIntervalUpperBound": 0, "ScalingAdjustment": 0},
    {"MetricIntervalLowerBound": -20, "MetricIntervalUpperBound": -10, "ScalingAdjustment": -10},
    {"MetricIntervalUpperBound": -20, "ScalingAdjustment": -30}]"#;

fn at(web: &mut Web, metric: f64) -> i64 {
    web.execute(
        "steps",
        &format!(r#", "MetricValue": {metric}, "BreachThreshold": 50"#),
    )
}

/// Scenario S14 of the facts on Auto Scaling and load balancing.
#[test]
fn the_guides_worked_example_holds() {
    let mut web = Web::of(10, "");
    web.policy("steps", STEPS);
    web.lab.pass_secs(300);
    assert_eq!(at(&mut web, 59.9), 10, "the first step is up to 60");
    assert_eq!(at(&mut web, 60.0), 11, "its upper end belongs to the second");
    web.lab.pass_secs(400);
    assert_eq!(at(&mut web, 70.0), 14);
    web.lab.pass_secs(400);
    assert_eq!(
        at(&mut web, 40.0),
        13,
        "the upper end of a step below belongs to it"
    );
    web.lab.pass_secs(400);
    assert_eq!(at(&mut web, 30.0), 10);
}

#[test]
fn what_warms_up_is_wanted_already_and_keeps_others_from_going() {
    let mut web = Web::of(10, "");
    web.policy("steps", &format!("{STEPS}, \"EstimatedInstanceWarmup\": 200"));
    web.lab.pass_secs(300);
    assert_eq!(at(&mut web, 62.0), 11);
    web.lab.pass_secs(60);
    assert_eq!(web.in_service(), 11);
    assert_eq!(at(&mut web, 62.0), 11, "10 warm ones and 1 are 11 already");
    assert_eq!(at(&mut web, 30.0), 11, "one warms up");
    assert_eq!(at(&mut web, 70.0), 13, "10 warm ones and 3");
    web.lab.pass_secs(60);
    let last = web.came_into_service()[0];
    web.pass_to(last + 199);
    assert_eq!(at(&mut web, 30.0), 13);
    web.pass_to(last + 200);
    assert_eq!(at(&mut web, 30.0), 10);
    assert_eq!(at(&mut web, 30.0), 10, "those told to go still count");
}

#[test]
fn warm_up_is_the_policys_or_the_groups_or_else_the_cooldown() {
    let cases = [
        ("", "", 300),
        (r#""DefaultCooldown": 100,"#, "", 100),
        (r#""DefaultInstanceWarmup": 50, "DefaultCooldown": 100,"#, "", 50),
        (
            r#""DefaultInstanceWarmup": 50,"#,
            r#", "EstimatedInstanceWarmup": 70"#,
            70,
        ),
        (
            r#""DefaultInstanceWarmup": 50,"#,
            r#", "EstimatedInstanceWarmup": 0"#,
            0,
        ),
    ];
    for (group, policy, seconds) in cases {
        let mut web = Web::of(2, group);
        web.policy("steps", &format!("{STEPS}{policy}"));
        web.lab.pass_secs(400);
        web.set(3);
        web.lab.pass_secs(30);
        let since = web.came_into_service()[0];
        if seconds > 30 {
            web.pass_to(since + seconds - 1);
            assert_eq!(at(&mut web, 30.0), 3, "{group} {policy}: one still warms up");
        }
        web.pass_to(web.now().max(since + seconds));
        assert_eq!(at(&mut web, 30.0), 2, "{group} {policy}");
    }
}

#[test]
fn an_alarm_that_lasts_climbs_the_steps_as_instances_become_warm() {
    let mut web = Web::of(4, r#""DefaultInstanceWarmup": 120,"#);
    let steps = web.policy("steps", STEPS);
    web.alarm("busy", "GreaterThanOrEqualToThreshold", 50.0, &[&steps]);
    web.lab.pass_secs(120);
    web.minutes(12, &[("Load", 70.0)]);
    // 4 + 30 % are 5, 5 + 30 % are 6, 6 + 30 % are 7: each once those before are warm.
    let changes = web.changes();
    let sizes: Vec<u32> = changes.iter().map(|(_, to)| *to).collect();
    assert!(sizes.starts_with(&[4, 5, 6, 7]), "{sizes:?}");
    let gaps: Vec<u64> = changes[1..4]
        .windows(2)
        .map(|pair| pair[1].0 - pair[0].0)
        .collect();
    assert!(
        gaps.iter().all(|gap| (120..=210).contains(gap) && gap % 60 == 0),
        "{gaps:?}"
    );
    assert!(
        web.cause()
            .contains("a monitor alarm busy in state ALARM triggered policy steps changing")
    );
}

#[test]
fn several_values_become_one_as_the_policy_says() {
    for (aggregation, added) in [("Minimum", 1), ("Average", 2), ("Maximum", 3)] {
        let mut web = Web::of(2, r#""DefaultInstanceWarmup": 0,"#);
        let arn = web.policy(
            "steps",
            &format!(
                r#""PolicyType": "StepScaling", "AdjustmentType": "ChangeInCapacity",
                    "MetricAggregationType": "{aggregation}", "StepAdjustments": [
                    {{"MetricIntervalLowerBound": 0, "MetricIntervalUpperBound": 10, "ScalingAdjustment": 1}},
                    {{"MetricIntervalLowerBound": 10, "MetricIntervalUpperBound": 20, "ScalingAdjustment": 2}},
                    {{"MetricIntervalLowerBound": 20, "ScalingAdjustment": 3}}]"#
            ),
        );
        web.alarm("busy", "GreaterThanThreshold", 50.0, &[&arn]);
        let alarm = web.metric_alarm("busy");
        web.lab.make(super::watch::PutMetricAlarmInput {
            alarm_name: alarm.alarm_name,
            namespace: alarm.namespace,
            metric_name: alarm.metric_name,
            statistic: alarm.statistic,
            period: Some(60),
            evaluation_periods: Some(3),
            threshold: Some(50.0),
            comparison_operator: alarm.comparison_operator,
            alarm_actions: alarm.alarm_actions,
            ..Default::default()
        });
        for value in [55.0, 65.0, 75.0] {
            web.load(value);
            web.lab.pass_secs(60);
        }
        web.lab.pass_secs(80);
        let first = web.changes()[1];
        assert_eq!(first.1, 2 + added, "{aggregation} of 55, 65 and 75");
    }
}

/// Scenario S17 of the facts on Auto Scaling and load balancing.
#[test]
fn a_step_policy_does_not_wait_for_a_cooldown() {
    let mut web = Web::of(2, "");
    web.policy(
        "one",
        r#""AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": 1"#,
    );
    web.policy("steps", &format!("{STEPS}, \"EstimatedInstanceWarmup\": 0"));
    assert_eq!(web.execute("one", ""), 3);
    web.lab.pass_secs(40);
    assert_eq!(at(&mut web, 70.0), 4);
}
