//! A host fails: what EC2 sees of it, and what it does.

use cloud::app::Door;
use cloud::ec2::CheckStatus::{Impaired, Ok as Passed};
use cloud::ec2::InstanceIndex;
use cloud::ec2::InstanceState::{Running, Stopped};
use cloud::fact::What;
use cloud::lab::Lab;
use des::SimDuration;

use super::launch_with_user_data;

fn failed_minutes(lab: &Lab, instance: InstanceIndex) -> Option<u64> {
    let since = lab.instance(instance).host_failed_since?;
    Some(lab.simulation.now().since(since).as_secs() / 60)
}

fn recoveries(lab: &Lab, instance: InstanceIndex) -> usize {
    let facts = lab.cloud().facts.iter();
    facts
        .filter(|(_, fact)| fact.what == What::InstanceRecovered(instance))
        .count()
}

fn auto_recovery(lab: &mut Lab, choice: &str) -> String {
    let request = format!(r#"{{"InstanceId": "{{id:0}}", "AutoRecovery": "{choice}"}}"#);
    lab.ask("ModifyInstanceMaintenanceOptions", &request)
}

/// One instance that has served for three minutes, its checks passed.
fn serving(lab: &mut Lab) -> InstanceIndex {
    let instance = lab.serving(1)[0];
    lab.pass_secs(180);
    instance
}

#[test]
fn a_failed_host_fails_both_checks_and_the_instance_is_recovered_with_its_addresses() {
    let mut lab = Lab::new();
    let instance = serving(&mut lab);
    let (id, public) = (lab.id(instance), lab.instance(instance).public_ip());
    let private = lab.instance(instance).private_ip;
    lab.fault("host-failure", instance, None);
    let failed = lab.simulation.now();
    assert_eq!(
        (lab.instance(instance).state, lab.door(instance)),
        (Running, Door::Silent)
    );
    assert_eq!(lab.cloud().status_checks(instance).system, Passed, "not seen yet");
    lab.pass_secs(60);
    let checks = lab.cloud().status_checks(instance);
    assert!(
        matches!((checks.system, checks.instance), (Impaired(_), Impaired(_))),
        "{checks:?}"
    );

    lab.pass((failed + SimDuration::from_secs(150)).since(lab.simulation.now()));
    assert_eq!(recoveries(&lab, instance), 1, "two and a half minutes later");
    lab.pass_secs(60);
    let recovered = lab.instance(instance);
    assert_eq!(
        (lab.id(instance), recovered.public_ip(), recovered.private_ip),
        (id, public, private)
    );
    assert_eq!(
        (recovered.state, recovered.starts),
        (Running, 1),
        "it never left running"
    );
    assert_eq!(
        lab.door(instance),
        Door::Open,
        "the golden image starts its app on every boot"
    );
    assert_eq!(lab.cloud().status_checks(instance).passed(), (3, 3));
    assert_eq!(lab.cloud().active_faults().count(), 0);
    let first = lab
        .cloud()
        .facts
        .chain(lab.instance(instance).cause)
        .last()
        .expect("a cause")
        .1
        .what;
    assert!(matches!(first, What::Input(_)), "{first:?}");
}

#[test]
fn what_only_user_data_starts_stays_down_after_a_recovery() {
    let mut lab = Lab::new();
    let instance = launch_with_user_data(&mut lab);
    lab.pass_secs(240);
    assert_eq!(lab.door(instance), Door::Open);
    lab.fault("host-failure", instance, None);
    lab.pass_secs(600);
    assert_eq!(
        (recoveries(&lab, instance), lab.door(instance)),
        (1, Door::Refusing)
    );
}

#[test]
fn a_reboot_does_not_help_and_a_stop_and_start_does() {
    let mut lab = Lab::new();
    let instance = serving(&mut lab);
    let answer = auto_recovery(&mut lab, "disabled");
    assert!(answer.contains(r#""AutoRecovery":"disabled""#), "{answer}");
    assert!(
        lab.ask("DescribeInstances", "{}")
            .contains(r#""MaintenanceOptions":{"AutoRecovery":"disabled"}"#)
    );
    lab.fault("host-failure", instance, None);
    lab.reboot(instance);
    lab.pass_secs(3_600);
    assert_eq!(failed_minutes(&lab, instance), Some(60), "nobody recovers it");
    assert_eq!(
        (recoveries(&lab, instance), lab.door(instance)),
        (0, Door::Silent)
    );
    lab.stop(instance);
    lab.wait_for(instance, Stopped);
    lab.start(instance);
    lab.pass_secs(60);
    assert_eq!(
        (failed_minutes(&lab, instance), lab.door(instance)),
        (None, Door::Open)
    );
    assert_eq!(lab.cloud().active_faults().count(), 0);
}

#[test]
fn a_repaired_host_boots_its_instance_again() {
    let mut lab = Lab::new();
    let instance = serving(&mut lab);
    auto_recovery(&mut lab, "disabled");
    lab.fault("host-failure", instance, Some("20m"));
    lab.pass_secs(20 * 60 - 1);
    assert_eq!(lab.door(instance), Door::Silent);
    lab.pass_secs(30);
    assert_eq!(
        (lab.door(instance), lab.instance(instance).boots),
        (Door::Open, 2)
    );
}

#[test]
fn an_instance_is_recovered_three_times_a_day_and_no_more() {
    let mut lab = Lab::new();
    let instance = serving(&mut lab);
    for times in 1..=3 {
        lab.fault("host-failure", instance, None);
        lab.pass_secs(600);
        assert_eq!(
            (recoveries(&lab, instance), lab.door(instance)),
            (times, Door::Open)
        );
    }
    lab.fault("host-failure", instance, None);
    lab.pass_secs(3_600);
    assert_eq!(
        (recoveries(&lab, instance), lab.door(instance)),
        (3, Door::Silent)
    );
}

#[test]
fn without_another_host_the_instance_waits() {
    let mut lab = Lab::new();
    let instance = serving(&mut lab);
    let room = |free: u32| format!(r#"{{"Zone": "us-east-2a", "InstanceType": "t3.micro", "Free": {free}}}"#);
    lab.call("sandbox", "Capacity", &room(0)).expect("accepted");
    lab.fault("host-failure", instance, None);
    lab.pass_secs(200);
    assert_eq!(
        (recoveries(&lab, instance), lab.door(instance)),
        (0, Door::Silent)
    );
    lab.call("sandbox", "Capacity", &room(1)).expect("accepted");
    lab.pass_secs(300);
    assert_eq!(
        (recoveries(&lab, instance), lab.door(instance)),
        (1, Door::Open),
        "tried again after five minutes"
    );
}

#[test]
fn an_alarm_recovers_what_does_not_recover_by_itself() {
    let mut lab = Lab::new();
    let instance = serving(&mut lab);
    auto_recovery(&mut lab, "disabled");
    let request = r#"{"AlarmName": "host", "Namespace": "AWS/EC2", "MetricName": "StatusCheckFailed_System",
        "Statistic": "Maximum", "Dimensions": [{"Name": "InstanceId", "Value": "{id:0}"}], "Period": 60,
        "EvaluationPeriods": 2, "Threshold": 1, "ComparisonOperator": "GreaterThanOrEqualToThreshold",
        "AlarmActions": ["arn:aws:automate:us-east-2:ec2:recover"]}"#;
    lab.call("cloudwatch", "PutMetricAlarm", request)
        .expect("accepted");
    lab.pass_secs(600);
    assert_eq!(recoveries(&lab, instance), 0);
    lab.fault("host-failure", instance, None);
    lab.pass_secs(600);
    assert_eq!((recoveries(&lab, instance), lab.door(instance)), (1, Door::Open));
}

/// Scenario 16 of the facts on EC2 and CloudWatch.
#[test]
fn a_member_of_a_group_is_replaced_instead_of_recovered() {
    let mut lab = Lab::new();
    let template = r#"{"LaunchTemplateName": "web", "LaunchTemplateData": {"ImageId": "ami-0e1d2c3b4a5968701",
        "InstanceType": "t3.micro"}}"#;
    lab.ask("CreateLaunchTemplate", template);
    let group = r#"{"AutoScalingGroupName": "web", "LaunchTemplate": {"LaunchTemplateName": "web"}, "MinSize": 1,
        "MaxSize": 2, "DesiredCapacity": 1, "AvailabilityZones": ["us-east-2a"], "HealthCheckGracePeriod": 0}"#;
    lab.call("autoscaling", "CreateAutoScalingGroup", group)
        .expect("accepted");
    lab.pass_secs(300);
    let first = lab.cloud().ec2.indexes().next().expect("one was launched");
    let (id, public) = (lab.id(first), lab.instance(first).public_ip());
    let private = lab.instance(first).private_ip;
    lab.fault("host-failure", first, None);
    lab.pass_secs(900);
    assert_eq!(recoveries(&lab, first), 0);
    assert_ne!(lab.instance(first).state, Running);
    let marked = What::AutoScaling(cloud::autoscaling::What::Unhealthy(first));
    assert!(lab.cloud().facts.iter().any(|(_, fact)| fact.what == marked));
    let why = "an instance was taken out of service in response to an EC2 instance status check failure.";
    let mut activities = lab.cloud().autoscaling.activities();
    assert!(activities.any(|(_, activity)| activity.cause.ends_with(why)));
    let second = lab.cloud().ec2.indexes().last().expect("another was launched");
    assert_eq!(
        (lab.instance(second).state, lab.door(second)),
        (Running, Door::Open)
    );
    assert_ne!(lab.id(second), id);
    assert_ne!(lab.instance(second).public_ip(), public);
    assert_ne!(lab.instance(second).private_ip, private);
}
