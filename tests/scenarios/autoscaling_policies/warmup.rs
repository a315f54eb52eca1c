//! Instances that a policy called for warm up, and their launches last as long.

use super::{Web, shape};

/// A group of two with a step policy `out` that adds one and lets it warm up for 200 seconds.
fn warming() -> Web {
    let mut web = Web::of(2, "");
    web.policy(
        "out",
        r#""PolicyType": "StepScaling", "AdjustmentType": "ChangeInCapacity", "EstimatedInstanceWarmup": 200,
            "StepAdjustments": [{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 1}]"#,
    );
    web.lab.pass_secs(300);
    web
}

fn add_one(web: &mut Web) {
    web.execute("out", r#", "MetricValue": 60, "BreachThreshold": 50"#);
}

/// Lets time pass until as many instances are in service; the second in which the last one came.
fn until_in_service(web: &mut Web, n: usize) -> u64 {
    while web.in_service() < n {
        web.lab.pass_secs(1);
    }
    web.came_into_service()[0]
}

/// The activity of the newest instance's launch.
fn launch(web: &Web) -> shape::Activity {
    let newest = web.cloud().ec2.indexes().last().expect("there are some");
    let description = format!("Launching a new EC2 instance: {}", web.lab.id(newest));
    let activities = web
        .lab
        .look(shape::DescribeScalingActivitiesInput::default())
        .activities;
    activities
        .into_iter()
        .find(|activity| activity.description.as_ref() == Some(&description))
        .expect("it was launched")
}

/// Status, progress, and seconds from begin to end.
fn how_far(web: &Web) -> (String, i64, Option<i64>) {
    let activity = launch(web);
    let seconds = |time: api::Timestamp| time.as_micros() / 1_000_000;
    let (start, end) = (activity.start_time.map(seconds), activity.end_time.map(seconds));
    (
        activity.status_code.unwrap_or_default(),
        activity.progress.unwrap_or_default(),
        end.zip(start).map(|(end, start)| end - start),
    )
}

#[test]
fn a_launch_for_a_policy_lasts_until_its_instance_is_warm() {
    let mut web = warming();
    add_one(&mut web);
    web.lab.pass_secs(1);
    assert_eq!(how_far(&web), ("InProgress".to_owned(), 30, None));
    let begun = web.now();
    let since = until_in_service(&mut web, 3);
    assert_eq!(how_far(&web), ("WaitingForInstanceWarmup".to_owned(), 75, None));
    web.pass_to(since + 198);
    assert_eq!(how_far(&web), ("WaitingForInstanceWarmup".to_owned(), 75, None));
    web.pass_to(since + 200);
    let (status, progress, lasted) = how_far(&web);
    assert_eq!((status.as_str(), progress), ("Successful", 100));
    let launched = (since - begun) as i64;
    assert!(
        (lasted.expect("it is over") - launched - 200).abs() <= 2,
        "{lasted:?}"
    );
}

#[test]
fn target_tracking_waits_for_the_groups_cooldown_if_nothing_says_how_long() {
    let mut web = Web::of(2, "");
    web.policy(
        "load",
        r#""PolicyType": "TargetTrackingScaling", "TargetTrackingConfiguration": {"TargetValue": 50,
            "CustomizedMetricSpecification": {"Namespace": "Directory", "MetricName": "Load", "Statistic": "Average"}}"#,
    );
    web.lab.pass_secs(300);
    web.minutes(5, &[("Load", 60.0)]);
    assert_eq!(web.desired(), 3);
    let since = until_in_service(&mut web, 3);
    web.pass_to(since + 298);
    assert_eq!(how_far(&web).0, "WaitingForInstanceWarmup");
    web.pass_to(since + 300);
    let (status, _, lasted) = how_far(&web);
    assert_eq!(status, "Successful");
    let lasted = lasted.expect("it is over");
    assert!(
        (315..=335).contains(&lasted),
        "recorded once: 32 + 300 s; {lasted}"
    );
}

#[test]
fn what_no_policy_called_for_is_launched_when_it_is_in_service() {
    let mut web = warming();
    add_one(&mut web);
    until_in_service(&mut web, 3);
    web.set(4);
    until_in_service(&mut web, 4);
    assert_eq!(how_far(&web).0, "Successful", "a user's wish");
    let victim = web.cloud().ec2.indexes().last().expect("there are some");
    web.lab.terminate(victim);
    web.lab.pass_secs(10);
    until_in_service(&mut web, 4);
    assert_eq!(how_far(&web).0, "Successful", "a replacement");
}

#[test]
fn simple_scaling_does_not_wait_for_warm_up() {
    let mut web = warming();
    web.policy(
        "simple",
        r#""AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": 1"#,
    );
    add_one(&mut web);
    let request = r#"{{web}, "PolicyName": "simple", "HonorCooldown": true}"#;
    web.lab.pass_secs(1);
    let refused = web.try_call("ExecutePolicy", request).expect_err("one starts");
    assert_eq!(refused.code, "ScalingActivityInProgress");
    until_in_service(&mut web, 3);
    assert_eq!(how_far(&web).0, "WaitingForInstanceWarmup");
    web.call("ExecutePolicy", request);
    assert_eq!(web.desired(), 4);
}

#[test]
fn an_instance_that_leaves_while_it_warms_up_has_been_launched() {
    for operation in ["EnterStandby", "DetachInstances", "Terminate"] {
        let mut web = warming();
        add_one(&mut web);
        let since = until_in_service(&mut web, 3);
        web.pass_to(since + 50);
        let newest = web.cloud().ec2.indexes().last().expect("there are some");
        let id = web.lab.id(newest);
        match operation {
            "Terminate" => {
                let request = format!(r#"{{"InstanceId": "{id}", "ShouldDecrementDesiredCapacity": true}}"#);
                web.call("TerminateInstanceInAutoScalingGroup", &request);
            }
            _ => {
                let request = format!(
                    r#"{{ {{web}}, "InstanceIds": ["{id}"], "ShouldDecrementDesiredCapacity": true }}"#
                );
                web.call(operation, &request);
            }
        }
        let (status, progress, lasted) = how_far(&web);
        assert_eq!((status.as_str(), progress), ("Successful", 100), "{operation}");
        let lasted = lasted.expect("it is over");
        assert!(lasted < 80, "{operation}: {lasted}");
        web.lab.pass_secs(300);
        assert_eq!(how_far(&web).2, Some(lasted), "{operation}");
    }
}
