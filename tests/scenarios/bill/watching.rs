//! What watching costs, and what costs nothing.

use cloud::bill::{Item, Money, Resource};
use cloud::ec2::InstanceState::{Running, Stopped};
use cloud::lab::Lab;

use super::super::elbv2::{Web, forward, path_rule};
use super::{line, words};

fn put(lab: &mut Lab, operation: &str, request: &str) {
    let answer = lab.call("cloudwatch", operation, request);
    answer.unwrap_or_else(|error| panic!("{operation} was refused: {error}"));
}

/// What an alarm costs a month, and how it is counted.
fn monthly(lab: &Lab, name: &str) -> String {
    let index = lab.cloud().cloudwatch.alarm_named(name).expect("it was made");
    let cost = lab.cloud().cost_of(Resource::Alarm(index));
    assert_eq!(lab.cloud().resource_name(cost.resource), name);
    format!(
        "{:.2} {}",
        cost.per_hour().per_month().dollars(),
        cost.lines[0].price
    )
}

fn alarm(name: &str, period: u32) -> String {
    format!(
        r#"{{"AlarmName": "{name}", "Namespace": "Shop", "MetricName": "Orders", "Statistic": "Sum", "Period": {period},
            "EvaluationPeriods": 1, "Threshold": 10, "ComparisonOperator": "GreaterThanThreshold"}}"#
    )
}

#[test]
fn an_alarm_is_paid_for_by_the_metrics_it_looks_at_and_how_finely() {
    let mut lab = Lab::new();
    put(&mut lab, "PutMetricAlarm", &alarm("plain", 60));
    put(&mut lab, "PutMetricAlarm", &alarm("fine", 10));
    let metric = |id: &str, name: &str| {
        format!(
            r#"{{"Id": "{id}", "ReturnData": false, "MetricStat": {{"Metric": {{"Namespace": "Shop",
                "MetricName": "{name}"}}, "Period": 60, "Stat": "Sum"}}}}"#
        )
    };
    let sum = format!(
        r#"{{"AlarmName": "sum", "Threshold": 10, "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 1,
            "Metrics": [{}, {}, {{"Id": "both", "Expression": "a + b"}}]}}"#,
        metric("a", "Orders"),
        metric("b", "Returns")
    );
    put(&mut lab, "PutMetricAlarm", &sum);
    put(
        &mut lab,
        "PutCompositeAlarm",
        r#"{"AlarmName": "any", "AlarmRule": "ALARM(plain) OR ALARM(fine)"}"#,
    );
    assert_eq!(monthly(&lab, "plain"), "0.10 $0.10");
    assert_eq!(monthly(&lab, "fine"), "0.30 $0.30");
    assert_eq!(monthly(&lab, "sum"), "0.20 $0.10");
    assert_eq!(monthly(&lab, "any"), "0.50 $0.50");
    put(&mut lab, "PutMetricAlarm", &alarm("fine", 60));
    assert_eq!(monthly(&lab, "fine"), "0.10 $0.10", "it was changed");
    put(&mut lab, "DeleteAlarms", r#"{"AlarmNames": ["any"]}"#);
    let month = lab.cloud().projected_rate().per_month();
    assert_eq!(month.to_string(), "$0.4000");
}

#[test]
fn detailed_monitoring_is_not_paid_for_while_there_are_no_metrics() {
    let mut lab = Lab::new();
    let instance = lab.launch(1, 'a')[0];
    lab.wait_for(instance, Running);
    lab.ask("MonitorInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    let monitoring = |lab: &Lab| line(lab, Item::DetailedMonitoring(instance)).rate.per_month();
    assert_eq!(monitoring(&lab).to_string(), "$2.10");
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    assert_eq!(monitoring(&lab), Money::ZERO);
    lab.start(instance);
    lab.wait_for(instance, Running);
    assert_eq!(monitoring(&lab).to_string(), "$2.10");
    lab.ask("UnmonitorInstances", r#"{"InstanceIds": ["{id:0}"]}"#);
    assert_eq!(monitoring(&lab), Money::ZERO);
}

#[test]
fn groups_templates_security_groups_topics_and_endpoints_cost_nothing() {
    let mut lab = Lab::new();
    let (vpc, table) = (
        lab.cloud().ec2.vpc_id.clone(),
        lab.cloud().ec2.route_table_id.clone(),
    );
    for (service, operation, request) in [
        (
            "ec2",
            "CreateLaunchTemplate",
            r#"{"LaunchTemplateName": "web", "LaunchTemplateData": {"ImageId": "ami-0e1d2c3b4a5968701",
                "InstanceType": "t3.micro"}}"#
                .to_owned(),
        ),
        (
            "autoscaling",
            "CreateAutoScalingGroup",
            r#"{"AutoScalingGroupName": "web", "MinSize": 0, "MaxSize": 2, "LaunchTemplate": {"LaunchTemplateName": "web"},
                "AvailabilityZones": ["us-east-2a", "us-east-2b"]}"#
                .to_owned(),
        ),
        (
            "ec2",
            "CreateSecurityGroup",
            r#"{"GroupName": "web", "Description": "port 80"}"#.to_owned(),
        ),
        ("sns", "CreateTopic", r#"{"Name": "web"}"#.to_owned()),
        (
            "ec2",
            "CreateVpcEndpoint",
            format!(
                r#"{{"VpcId": "{vpc}", "ServiceName": "com.amazonaws.us-east-2.s3", "RouteTableIds": ["{table}"]}}"#
            ),
        ),
    ] {
        let answer = lab.call(service, operation, &request);
        answer.unwrap_or_else(|error| panic!("{operation} was refused: {error}"));
    }
    lab.pass_secs(120);
    assert_eq!(lab.cloud().costs(), []);
}

#[test]
fn many_rules_decide_how_many_capacity_units() {
    let mut web = Web::new();
    for priority in 1..=70 {
        let path = format!("/none/{priority}");
        let rule = path_rule(&web.listener, priority, &path, forward(&web.group));
        web.lab.make(rule);
    }
    web.give_name();
    web.lab.traffic(50.0);
    web.lab.pass_secs(600);
    let used = |web: &Web| {
        let (_, balancer) = web.lab.cloud().elbv2.balancers().next().expect("it was made");
        (balancer.capacity_unit_hours(), web.lab.cloud().truth.sent)
    };
    let before = used(&web);
    web.lab.pass_secs(3_600);
    let after = used(&web);
    let a_second = (after.1 - before.1) as f64 / 3_600.0;
    // Seventy rules are looked at for each request, sixty of them are charged for: a unit is a thousand a second.
    let expected = a_second * 60.0 / 1_000.0;
    let units = after.0 - before.0;
    assert!(
        (units - expected).abs() < 0.02 * units && expected > a_second / 25.0,
        "{units} {expected}"
    );
}

#[test]
fn surplus_credits_are_paid_for_by_the_vcpu_hour() {
    let mut lab = Lab::new();
    let instance = lab.launch_type(1, 'a', "t3.nano")[0];
    lab.give_clients(&[instance]);
    lab.pass_secs(60);
    lab.traffic(120.0);
    lab.pass_secs(12 * 3_600);
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    let surplus = line(&lab, Item::SurplusCredits(instance));
    assert!(words(&lab, Item::SurplusCredits(instance)).ends_with("vCPU-hours at $0.05"));
    let expected = surplus.quantity.amount() * 0.05;
    assert!(
        expected > 0.1 && (surplus.charged.dollars() - expected).abs() < 1e-6,
        "{surplus:?}"
    );
}
