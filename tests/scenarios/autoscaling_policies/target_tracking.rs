//! Target tracking.

use api::sandbox::ClientsInput;

use super::{Web, shape, watch};

const CPU_50: &str = r#""PolicyType": "TargetTrackingScaling", "TargetTrackingConfiguration": {"TargetValue": 50,
    "PredefinedMetricSpecification": {"PredefinedMetricType": "ASGAverageCPUUtilization"}}"#;

impl Web {
    /// The employees use the addresses of all instances.
    fn give_addresses(&mut self) {
        let instances = &self.cloud().ec2.instances;
        let addresses = instances.iter().filter_map(cloud::ec2::Instance::public_ip);
        let endpoint = addresses.map(|ip| ip.to_string()).collect();
        self.lab.make(ClientsInput { endpoint });
    }

    /// Lets time pass until an alarm is in a state; when that is.
    fn wait_for_alarm(&mut self, prefix: &str, state: &str) -> u64 {
        for _ in 0..7_200 {
            if self.metric_alarm(prefix).state_value.as_deref() == Some(state) {
                return self.now();
            }
            self.lab.pass_secs(1);
        }
        panic!("{:?}", self.metric_alarm(prefix));
    }
}

/// Scenario S19 of the facts on Auto Scaling and load balancing.
#[test]
fn its_two_alarms_are_as_aws_makes_them() {
    let mut web = Web::of(2, "");
    let request = format!(r#"{{ {{web}}, "PolicyName": "cpu", {CPU_50} }}"#);
    let output = web.call("PutScalingPolicy", &request);
    let answer = <shape::PutScalingPolicyInput as api::Input>::answer(output).expect("its own");
    let arn = answer.policy_arn.expect("it has one");
    let names: Vec<String> = answer
        .alarms
        .into_iter()
        .filter_map(|alarm| alarm.alarm_name)
        .collect();
    for (name, word, threshold, comparison, periods) in [
        (&names[0], "High", 50.0, "GreaterThanThreshold", 3),
        (&names[1], "Low", 35.0, "LessThanThreshold", 15),
    ] {
        let prefix = format!("TargetTracking-web-Alarm{word}-");
        assert!(
            name.starts_with(&prefix) && name.len() == prefix.len() + 36,
            "{name}"
        );
        let alarm = web.metric_alarm(name);
        assert_eq!(alarm.threshold, Some(threshold));
        assert_eq!(alarm.comparison_operator.as_deref(), Some(comparison));
        assert_eq!(
            (alarm.period, alarm.evaluation_periods),
            (Some(60), Some(periods))
        );
        assert_eq!(alarm.namespace.as_deref(), Some("AWS/EC2"));
        assert_eq!(alarm.metric_name.as_deref(), Some("CPUUtilization"));
        assert_eq!(alarm.treat_missing_data.as_deref(), Some("missing"));
        assert_eq!(alarm.alarm_actions, [arn.as_str()]);
        assert_eq!(
            alarm.alarm_description,
            Some(format!(
                "DO NOT EDIT OR DELETE. For TargetTrackingScaling policy {arn}."
            ))
        );
    }
}

/// Scenario S19 of the facts on Auto Scaling and load balancing.
#[test]
fn it_adds_after_three_hot_minutes_and_removes_after_fifteen_cool_ones() {
    let mut web = Web::of(2, r#""DefaultInstanceWarmup": 60,"#);
    web.policy("cpu", CPU_50);
    web.give_addresses();
    web.pass_to(300);
    // 120 requests a second of 15 ms keep two vCPUs busy for nine tenths.
    web.lab.traffic(240.0);
    let alarm = web.wait_for_alarm("TargetTracking-web-AlarmHigh", "ALARM");
    assert!(
        (480..=560).contains(&alarm),
        "the third hot minute ends at 480 s: {alarm}"
    );
    web.lab.pass_secs(10);
    let (at, to) = web.changes()[1];
    assert_eq!(to, 4, "2 × 90 / 50, rounded up");
    assert!(
        (alarm + 5..=alarm + 6).contains(&at),
        "it reacts within 6 s: {at}"
    );
    web.lab.pass_secs(60);
    assert_eq!(web.in_service(), 4);
    assert!(
        web.cause()
            .contains("in state ALARM triggered policy cpu changing the desired capacity from 2 to 4.")
    );
    web.lab.traffic(0.0);
    let quiet = web.now();
    web.pass_to(quiet + 15 * 60);
    assert_eq!(web.desired(), 4, "not yet fifteen cool minutes");
    web.pass_to(quiet + 26 * 60);
    let sizes: Vec<u32> = web.changes().iter().map(|(_, to)| *to).collect();
    assert_eq!(sizes, [2, 4, 3, 2, 1], "one at a time, to the least size");
    let changes = web.changes();
    assert!(
        changes[2..].windows(2).all(|pair| pair[1].0 - pair[0].0 == 60),
        "{changes:?}"
    );
}

/// Scenario S19 of the facts on Auto Scaling and load balancing, without detailed monitoring: values come every five minutes.
#[test]
fn with_basic_monitoring_it_adds_minutes_later() {
    let reacts = |monitored: bool| {
        let mut web = Web::of(2, r#""DefaultInstanceWarmup": 60,"#);
        web.policy("cpu", CPU_50);
        web.give_addresses();
        if !monitored {
            web.lab
                .ask("UnmonitorInstances", r#"{"InstanceIds": ["{id:0}", "{id:1}"]}"#);
        }
        web.pass_to(900);
        web.lab.traffic(240.0);
        web.wait_for_alarm("TargetTracking-web-AlarmHigh", "ALARM") - 900
    };
    let (detailed, basic) = (reacts(true), reacts(false));
    assert!((180..=240).contains(&detailed), "{detailed}");
    assert!(
        (300..=360).contains(&basic),
        "when the first five hot minutes are told: {basic}"
    );
}

#[test]
fn instances_that_warm_up_are_not_in_the_metric_of_their_group() {
    let mut web = Web::of(2, r#""DefaultInstanceWarmup": 240,"#);
    web.policy("cpu", CPU_50);
    let since = web.came_into_service()[0];
    web.pass_to(600);
    web.set(5);
    web.pass_to(1_200);
    let answer = web.lab.look(watch::GetMetricStatisticsInput {
        namespace: Some("AWS/EC2".to_owned()),
        metric_name: Some("CPUUtilization".to_owned()),
        dimensions: vec![watch::Dimension {
            name: Some("AutoScalingGroupName".to_owned()),
            value: Some("web".to_owned()),
        }],
        start_time: Some(api::Timestamp::WORLD_START),
        end_time: Some(api::Timestamp::of(web.lab.simulation.now())),
        period: Some(60),
        statistics: vec!["SampleCount".to_owned()],
        ..Default::default()
    });
    let counts: Vec<(u64, f64)> = answer
        .datapoints
        .iter()
        .map(|point| {
            let at = point.timestamp.expect("it has one").to_sim_time().as_secs();
            (at, point.sample_count.expect("it was asked for"))
        })
        .collect();
    let first = counts[0];
    assert!(
        (since + 180..since + 300).contains(&first.0) && first.1 == 2.0,
        "{first:?}"
    );
    let joined = counts.iter().find(|(_, count)| *count == 5.0).expect("they join");
    assert!((780..=900).contains(&joined.0), "{joined:?}");
    assert!(counts.iter().all(|(_, count)| *count == 2.0 || *count == 5.0));
}

#[test]
fn without_data_nothing_is_done() {
    let mut web = Web::of(4, r#""DefaultInstanceWarmup": 0,"#);
    web.track("Queue", 10);
    web.minutes(16, &[("Queue", 5.0)]);
    web.lab.pass_secs(1_800);
    for word in ["High", "Low"] {
        let alarm = web.metric_alarm(&format!("TargetTracking-web-Alarm{word}"));
        assert_eq!(alarm.state_value.as_deref(), Some("INSUFFICIENT_DATA"));
    }
    let (desired, changes) = (web.desired(), web.changes().len());
    web.lab.pass_secs(1_800);
    assert_eq!((web.desired(), web.changes().len()), (desired, changes));
}

#[test]
fn requests_per_target_need_a_target_group_of_the_group() {
    let mut web = Web::of(2, r#""DefaultInstanceWarmup": 0,"#);
    let vpc = web.cloud().ec2.vpc_id.clone();
    let request = format!(r#"{{"Name": "web", "Protocol": "HTTP", "Port": 80, "VpcId": "{vpc}"}}"#);
    web.lab
        .call("elbv2", "CreateTargetGroup", &request)
        .expect("it is made");
    let described = web
        .lab
        .look(api::elbv2::DescribeTargetGroupsInput::default())
        .target_groups;
    let arn = described[0].target_group_arn.clone().expect("it has one");
    let target_group = &arn[arn.find("targetgroup/").expect("it says so")..];
    let label = format!("app/web/0123456789abcdef/{target_group}");
    let policy = format!(
        r#""PolicyType": "TargetTrackingScaling", "TargetTrackingConfiguration": {{"TargetValue": 1000,
            "PredefinedMetricSpecification": {{"PredefinedMetricType": "ALBRequestCountPerTarget",
                "ResourceLabel": "{label}"}}}}"#
    );
    let request = format!(r#"{{ {{web}}, "PolicyName": "requests", {policy} }}"#);
    let refused = web
        .try_call("PutScalingPolicy", &request)
        .expect_err("it is not attached");
    assert!(
        refused
            .message
            .ends_with("that is attached to the Auto Scaling group"),
        "{refused}"
    );
    web.call(
        "AttachLoadBalancerTargetGroups",
        &format!(r#"{{ {{web}}, "TargetGroupARNs": ["{arn}"] }}"#),
    );
    web.call("PutScalingPolicy", &request);
    let alarm = web.metric_alarm("TargetTracking-web-AlarmHigh");
    assert_eq!(alarm.metric_name.as_deref(), Some("RequestCountPerTarget"));
    assert_eq!(alarm.statistic.as_deref(), Some("Sum"));
    assert_eq!(alarm.threshold, Some(1_000.0));
}

#[test]
fn network_metrics_are_known_by_name_too() {
    let mut web = Web::of(1, "");
    for (kind, name) in [
        ("ASGAverageNetworkIn", "NetworkIn"),
        ("ASGAverageNetworkOut", "NetworkOut"),
    ] {
        web.policy("net", &CPU_50.replace("ASGAverageCPUUtilization", kind));
        let alarm = web.metric_alarm("TargetTracking-web-AlarmHigh");
        assert_eq!(alarm.metric_name.as_deref(), Some(name));
    }
}
