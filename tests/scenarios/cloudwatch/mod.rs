//! What CloudWatch is told, what alarms see and how late, and who gets mail.

mod actions;
mod alarms;
mod composite;
mod metrics;
mod services;
mod topics;

use api::cloudwatch as shape;
use api::{Timestamp, sns};
use cloud::ec2::InstanceIndex;
use cloud::ec2::InstanceState::Running;
use cloud::lab::Lab;
use des::{SimDuration, SimTime};

fn dimension(name: &str, value: &str) -> shape::Dimension {
    shape::Dimension {
        name: Some(name.to_owned()),
        value: Some(value.to_owned()),
    }
}

/// Makes a call of a service; its answer as one line of JSON.
fn say(lab: &mut Lab, service: &str, operation: &str, request: &str) -> String {
    let output = lab
        .call(service, operation, request)
        .unwrap_or_else(|error| panic!("{operation} {request} was refused: {error}"));
    let line = |shape| api::json::compact(api::Value::Shape(shape));
    output.shape().map(line).unwrap_or_default()
}

/// The same for CloudWatch.
fn watch(lab: &mut Lab, operation: &str, request: &str) -> String {
    say(lab, "cloudwatch", operation, request)
}

/// Tells a value of one's own metric `Shop Orders`.
fn tell(lab: &mut Lab, value: f64) {
    let request =
        format!(r#"{{"Namespace": "Shop", "MetricData": [{{"MetricName": "Orders", "Value": {value}}}]}}"#);
    watch(lab, "PutMetricData", &request);
}

/// An alarm on the sum of that metric: from 10 on, by the minute, of one value unless `more` says otherwise.
fn orders_alarm(lab: &mut Lab, name: &str, more: &str) {
    let request = format!(
        r#"{{"AlarmName": "{name}", "Namespace": "Shop", "MetricName": "Orders", "Statistic": "Sum", "Threshold": 10,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold", "Period": 60, "EvaluationPeriods": 1{more}}}"#
    );
    watch(lab, "PutMetricAlarm", &request);
}

/// The state of any alarm.
fn state_of(lab: &Lab, name: &str) -> &'static str {
    let cloudwatch = &lab.cloud().cloudwatch;
    let index = cloudwatch.alarm_named(name).expect("there is one");
    cloudwatch.alarm(index).state.name()
}

/// An alarm upon the CPU of an instance: above 70 %.
fn cpu_alarm(lab: &Lab, instance: InstanceIndex, period: i64, periods: i64) -> shape::PutMetricAlarmInput {
    shape::PutMetricAlarmInput {
        alarm_name: Some("busy".to_owned()),
        metric_name: Some("CPUUtilization".to_owned()),
        namespace: Some("AWS/EC2".to_owned()),
        statistic: Some("Average".to_owned()),
        dimensions: vec![dimension("InstanceId", &lab.id(instance))],
        period: Some(period),
        evaluation_periods: Some(periods),
        threshold: Some(70.0),
        comparison_operator: Some("GreaterThanThreshold".to_owned()),
        ..Default::default()
    }
}

fn alarm(lab: &Lab) -> shape::MetricAlarm {
    lab.look(shape::DescribeAlarmsInput::default()).metric_alarms[0].clone()
}

fn state(lab: &Lab) -> String {
    alarm(lab).state_value.expect("it has one")
}

/// Lets time pass until the alarm is in a state; when that was.
fn wait_for(lab: &mut Lab, expected: &str) -> SimTime {
    for _ in 0..3_600 {
        if state(lab) == expected {
            return lab.simulation.now();
        }
        lab.pass_secs(1);
    }
    panic!(
        "still {} after an hour: {:?}",
        state(lab),
        alarm(lab).state_reason
    );
}

fn pass_to(lab: &mut Lab, seconds: u64) {
    lab.pass(SimTime::from_secs(seconds).since(lab.simulation.now()));
}

/// The values of a statistic of an instance's metric, oldest first, with the minutes at which their periods began.
fn values(lab: &Lab, metric: &str, instance: InstanceIndex, period: i64, statistic: &str) -> Vec<(u64, f64)> {
    let answer = lab.look(shape::GetMetricStatisticsInput {
        namespace: Some("AWS/EC2".to_owned()),
        metric_name: Some(metric.to_owned()),
        dimensions: vec![dimension("InstanceId", &lab.id(instance))],
        start_time: Some(Timestamp::WORLD_START),
        end_time: Some(Timestamp::of(lab.simulation.now())),
        period: Some(period),
        statistics: vec![statistic.to_owned()],
        ..Default::default()
    });
    let value = |point: &shape::Datapoint| {
        let micros = point.timestamp.expect("it has one").as_micros() - Timestamp::WORLD_START.as_micros();
        let value = match statistic {
            "Sum" => point.sum,
            "Maximum" => point.maximum,
            _ => point.average,
        };
        (micros as u64 / 60_000_000, value.expect("it was asked for"))
    };
    answer.datapoints.iter().map(value).collect()
}

#[test]
fn basic_monitoring_tells_every_five_minutes_and_detailed_every_one() {
    let mut lab = Lab::new();
    let instances = lab.launch(2, 'a');
    lab.ask("MonitorInstances", r#"{"InstanceIds": ["{id:1}"]}"#);
    pass_to(&mut lab, 630);
    let minutes = |index: usize| -> Vec<u64> {
        values(&lab, "CPUUtilization", instances[index], 60, "Average")
            .into_iter()
            .map(|(minute, _)| minute)
            .collect()
    };
    assert_eq!(minutes(0), [0, 5], "each stands at the start of its period");
    assert_eq!(minutes(1), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let five = values(&lab, "CPUUtilization", instances[0], 300, "Average");
    assert_eq!(five.iter().map(|(minute, _)| *minute).collect::<Vec<_>>(), [0, 5]);
}

#[test]
fn cpu_utilization_is_the_share_of_all_vcpus_that_worked() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.ask("MonitorInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    lab.traffic(50.0);
    pass_to(&mut lab, 1_270);
    let measured = values(&lab, "CPUUtilization", instance, 60, "Average");
    let late: Vec<f64> = measured
        .iter()
        .filter(|(minute, _)| *minute >= 10)
        .map(|(_, value)| *value)
        .collect();
    let mean = late.iter().sum::<f64>() / late.len() as f64;
    // 50 requests per second of 15 ms on two vCPUs.
    let expected = 50.0 * lab.cloud().app.mean_service_demand().as_secs_f64() / 2.0 * 100.0;
    assert!(
        (mean - expected).abs() < expected * 0.1,
        "{mean} against {expected}"
    );
}

#[test]
fn a_stopped_instance_tells_nothing() {
    let mut lab = Lab::new();
    let instance = lab.launch(1, 'a')[0];
    lab.wait_for(instance, Running);
    lab.ask("MonitorInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    pass_to(&mut lab, 190);
    lab.stop(instance);
    pass_to(&mut lab, 600);
    let told = values(&lab, "CPUUtilization", instance, 60, "Average");
    assert_eq!(told.last().map(|(minute, _)| *minute), Some(2));
}

#[test]
fn a_crashed_instance_fails_its_status_check() {
    let mut lab = Lab::new();
    let instance = lab.launch(1, 'a')[0];
    pass_to(&mut lab, 240);
    lab.fault("instance-crash", instance, None);
    pass_to(&mut lab, 500);
    let checks = values(&lab, "StatusCheckFailed", instance, 60, "Maximum");
    assert_eq!(checks.first().map(|(_, value)| *value), Some(0.0));
    assert_eq!(checks.last().map(|(_, value)| *value), Some(1.0));
}

/// Scenario 14 of the facts on EC2 and CloudWatch: the checks are about the host, not about the app.
#[test]
fn a_dead_app_fails_no_status_check() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    pass_to(&mut lab, 240);
    lab.fault("app-crash", instance, None);
    pass_to(&mut lab, 3_840);
    let checks = values(&lab, "StatusCheckFailed", instance, 60, "Maximum");
    assert!(checks.len() >= 60, "{checks:?}");
    assert!(checks.iter().all(|(_, value)| *value == 0.0), "{checks:?}");
}

/// Scenario 17 of the facts on EC2 and CloudWatch.
#[test]
fn a_new_alarm_knows_nothing_and_then_one_good_value_is_enough() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let topic = lab.make(sns::CreateTopicInput {
        name: Some("team".to_owned()),
        ..Default::default()
    });
    let input = shape::PutMetricAlarmInput {
        ok_actions: topic.topic_arn.into_iter().collect(),
        ..cpu_alarm(&lab, instance, 300, 2)
    };
    lab.make(input.clone());
    lab.traffic(30.0);
    assert_eq!(state(&lab), "INSUFFICIENT_DATA");
    assert_eq!(
        alarm(&lab).state_reason.as_deref(),
        Some("Unchecked: Initial alarm creation")
    );
    let at = wait_for(&mut lab, "OK");
    assert!((300..=400).contains(&at.as_secs()), "{at}");
    let seen = values(&lab, "CPUUtilization", instance, 300, "Average");
    assert!(
        matches!(seen[..], [(0, value)] if (15.0..25.0).contains(&value)),
        "{seen:?}"
    );
    assert_eq!(actions(&lab), 1, "once, because the state changed");
    // Two values: one that breaches alone would be no alarm yet.
    pass_to(&mut lab, 700);
    lab.make(shape::PutMetricAlarmInput {
        threshold: Some(10.0),
        ..input
    });
    assert_eq!(state(&lab), "OK", "another configuration leaves the state");
    let put = lab.simulation.now();
    let crossed = wait_for(&mut lab, "ALARM");
    assert!(
        crossed.since(put) <= SimDuration::from_secs(60),
        "at the next look"
    );
    assert_eq!(actions(&lab), 1);
}

/// How many actions of alarms the history tells of.
fn actions(lab: &Lab) -> usize {
    let history = lab.look(shape::DescribeAlarmHistoryInput {
        history_item_type: Some("Action".to_owned()),
        ..Default::default()
    });
    history.items.len()
}

/// Scenario 18 of the facts on EC2 and CloudWatch.
#[test]
fn an_alarm_on_basic_monitoring_is_late() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.make(cpu_alarm(&lab, instance, 300, 2));
    pass_to(&mut lab, 720);
    lab.traffic(200.0);
    pass_to(&mut lab, 1_499);
    assert_eq!(
        state(&lab),
        "OK",
        "one second before the second breaching period ends"
    );
    let at = wait_for(&mut lab, "ALARM").as_secs();
    assert!(
        (1_500..=1_570).contains(&at),
        "the second breaching period ends at 25 min: {at} s"
    );
    let seen = values(&lab, "CPUUtilization", instance, 300, "Average");
    for (found, expected) in seen[2..].iter().zip([(10, 60.0), (15, 100.0), (20, 100.0)]) {
        assert!(
            found.0 == expected.0 && (found.1 - expected.1).abs() < 2.0,
            "{seen:?}"
        );
    }
    assert_eq!(seen.len(), 5, "{seen:?}");
    let reason = alarm(&lab).state_reason.expect("it has one");
    assert!(
        reason.starts_with("Threshold Crossed: 2 out of the last 2 datapoints ["),
        "{reason}"
    );
    assert!(
        reason.ends_with(
            "were greater than the threshold (70.0) (minimum 2 datapoints for OK -> ALARM transition)."
        ),
        "{reason}"
    );
}

/// Scenario 18 of the facts on EC2 and CloudWatch.
#[test]
fn an_alarm_on_detailed_monitoring_takes_minutes() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.ask("MonitorInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    lab.make(cpu_alarm(&lab, instance, 60, 2));
    pass_to(&mut lab, 720);
    lab.traffic(200.0);
    let at = wait_for(&mut lab, "ALARM").as_secs();
    assert!((840..=930).contains(&at), "{at}");
    lab.traffic(0.0);
    wait_for(&mut lab, "OK");
}

#[test]
fn a_state_that_was_set_lasts_until_the_next_look() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.make(cpu_alarm(&lab, instance, 300, 1));
    wait_for(&mut lab, "OK");
    lab.make(shape::SetAlarmStateInput {
        alarm_name: Some("busy".to_owned()),
        state_value: Some("ALARM".to_owned()),
        state_reason: Some("a test".to_owned()),
        ..Default::default()
    });
    assert_eq!(state(&lab), "ALARM");
    let set = lab.simulation.now();
    let back = wait_for(&mut lab, "OK");
    assert!(back.since(set) <= SimDuration::from_secs(61));
    let history = lab.look(shape::DescribeAlarmHistoryInput {
        history_item_type: Some("StateUpdate".to_owned()),
        scan_by: Some("TimestampAscending".to_owned()),
        ..Default::default()
    });
    let told: Vec<_> = history
        .items
        .iter()
        .filter_map(|item| item.history_summary.clone())
        .collect();
    assert_eq!(
        told,
        [
            "Alarm updated from INSUFFICIENT_DATA to OK",
            "Alarm updated from OK to ALARM",
            "Alarm updated from ALARM to OK",
        ]
    );
}

#[test]
fn mail_goes_to_those_who_confirmed_and_only_when_the_state_changes() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let topic = lab.make(sns::CreateTopicInput {
        name: Some("team".to_owned()),
        ..Default::default()
    });
    let subscribe = |lab: &mut Lab, endpoint: &str| {
        lab.make(sns::SubscribeInput {
            topic_arn: topic.topic_arn.clone(),
            protocol: Some("email".to_owned()),
            endpoint: Some(endpoint.to_owned()),
            ..Default::default()
        })
    };
    let answer = subscribe(&mut lab, "ada@example.com");
    assert_eq!(answer.subscription_arn.as_deref(), Some("pending confirmation"));
    subscribe(&mut lab, "bob@example.com");
    let mail = lab.cloud().sns.mails.get(0).expect("a token was mailed");
    let token = mail.message.rsplit(' ').next().map(str::to_owned);
    lab.make(sns::ConfirmSubscriptionInput {
        topic_arn: topic.topic_arn.clone(),
        token,
    });
    lab.make(shape::PutMetricAlarmInput {
        ok_actions: topic.topic_arn.clone().into_iter().collect(),
        ..cpu_alarm(&lab, instance, 300, 1)
    });
    wait_for(&mut lab, "OK");
    pass_to(&mut lab, 1_800);
    let mails: Vec<_> = lab.cloud().sns.mails.iter().skip(2).cloned().collect();
    assert_eq!(mails.len(), 1, "once, and not to bob");
    assert_eq!(mails[0].to, "ada@example.com");
    assert_eq!(mails[0].subject, r#"OK: "busy" in US East (Ohio)"#);
    assert!(
        mails[0].message.contains(r#""NewStateValue":"OK""#)
            && mails[0]
                .message
                .contains(r#""OldStateValue":"INSUFFICIENT_DATA""#)
    );
    let listed = lab.look(sns::ListSubscriptionsByTopicInput {
        topic_arn: topic.topic_arn.clone(),
        ..Default::default()
    });
    let arns: Vec<_> = listed
        .subscriptions
        .iter()
        .filter_map(|one| one.subscription_arn.clone())
        .collect();
    assert_eq!(arns[1], "PendingConfirmation");
    lab.make(sns::UnsubscribeInput {
        subscription_arn: Some(arns[0].clone()),
    });
    lab.make(sns::PublishInput {
        topic_arn: topic.topic_arn.clone(),
        message: Some("hello".to_owned()),
        ..Default::default()
    });
    assert_eq!(lab.cloud().sns.mails.end(), 3, "nobody is left to read it");
    assert_eq!(
        lab.look(sns::ListSubscriptionsInput::default())
            .subscriptions
            .len(),
        1
    );
    lab.make(sns::DeleteTopicInput {
        topic_arn: topic.topic_arn,
    });
    assert_eq!(lab.look(sns::ListTopicsInput::default()).topics, []);
}

#[test]
fn an_alarm_can_act_on_its_instance_unless_it_may_not_act() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let stop = "arn:aws:automate:us-east-2:ec2:stop".to_owned();
    lab.make(shape::PutMetricAlarmInput {
        alarm_actions: vec![stop],
        ..cpu_alarm(&lab, instance, 300, 1)
    });
    let names = vec!["busy".to_owned()];
    lab.make(shape::DisableAlarmActionsInput {
        alarm_names: names.clone(),
    });
    lab.traffic(200.0);
    wait_for(&mut lab, "ALARM");
    assert_eq!(lab.instance(instance).state, Running, "it may not act");
    lab.traffic(0.0);
    wait_for(&mut lab, "OK");
    lab.make(shape::EnableAlarmActionsInput {
        alarm_names: names.clone(),
    });
    lab.traffic(200.0);
    wait_for(&mut lab, "ALARM");
    assert_ne!(lab.instance(instance).state, Running);
    let (_, root) = lab
        .cloud()
        .facts
        .chain(lab.instance(instance).cause)
        .last()
        .expect("it has a cause");
    assert!(matches!(root.what, cloud::fact::What::Input(_)));
    lab.make(shape::DeleteAlarmsInput { alarm_names: names });
    assert_eq!(lab.look(shape::DescribeAlarmsInput::default()).metric_alarms, []);
}

#[test]
fn ones_own_metrics_are_kept_and_watched_like_any_other() {
    let mut lab = Lab::new();
    let datum = |value: f64| shape::MetricDatum {
        metric_name: Some("Orders".to_owned()),
        dimensions: vec![dimension("Shop", "north")],
        value: Some(value),
        ..Default::default()
    };
    lab.make(shape::PutMetricDataInput {
        namespace: Some("Directory".to_owned()),
        metric_data: vec![datum(3.0), datum(5.0)],
    });
    lab.make(shape::PutMetricAlarmInput {
        alarm_name: Some("orders".to_owned()),
        metric_name: Some("Orders".to_owned()),
        namespace: Some("Directory".to_owned()),
        statistic: Some("Sum".to_owned()),
        dimensions: vec![dimension("Shop", "north")],
        period: Some(60),
        evaluation_periods: Some(1),
        threshold: Some(8.0),
        comparison_operator: Some("GreaterThanOrEqualToThreshold".to_owned()),
        ..Default::default()
    });
    wait_for(&mut lab, "ALARM");
    wait_for(&mut lab, "INSUFFICIENT_DATA");
    assert_eq!(
        alarm(&lab).state_reason.as_deref(),
        Some("Insufficient Data: 1 datapoint was unknown.")
    );
    let listed = lab.look(shape::ListMetricsInput {
        namespace: Some("Directory".to_owned()),
        ..Default::default()
    });
    assert_eq!(listed.metrics[0].dimensions, [dimension("Shop", "north")]);
    let upon = lab.look(shape::DescribeAlarmsForMetricInput {
        metric_name: Some("Orders".to_owned()),
        namespace: Some("Directory".to_owned()),
        dimensions: vec![dimension("Shop", "north")],
        ..Default::default()
    });
    assert_eq!(upon.metric_alarms.len(), 1);
}
