//! Groups and target groups.

use super::{Fleet, word};

#[test]
fn attaching_a_target_group_registers_what_is_in_service_and_tells_how_far_it_is() {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.create(2, 2, 2, |_| {});
    fleet.lab.pass_secs(60);
    fleet.ask(
        "AttachLoadBalancerTargetGroups",
        &format!(r#", "TargetGroupARNs": ["{arn}"]"#),
    );
    let state = |fleet: &mut Fleet| {
        let answer = fleet.ask("DescribeLoadBalancerTargetGroups", "");
        if answer.contains("State") {
            word(&answer, "State")
        } else {
            String::new()
        }
    };
    assert_eq!(state(&mut fleet), "Adding");
    fleet.lab.pass_secs(60);
    assert_eq!(state(&mut fleet), "InService");
    assert_eq!(fleet.group().target_group_arns, [arn.as_str()]);
    let one = fleet.members()[0];
    fleet.ask(
        "DetachLoadBalancerTargetGroups",
        &format!(r#", "TargetGroupARNs": ["{arn}"]"#),
    );
    assert_eq!(state(&mut fleet), "Removing");
    assert_eq!(fleet.target(&arn, one), "draining");
    fleet.lab.pass_secs(301);
    assert_eq!(state(&mut fleet), "Removed");
    assert_eq!(fleet.target(&arn, one), "");
    assert_eq!(fleet.state(one), "InService Healthy", "it runs on");
    fleet.lab.pass_secs(120);
    assert_eq!(state(&mut fleet), "");
}

#[test]
fn a_target_group_that_was_there_from_the_beginning_is_in_service_at_once() {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.create(1, 1, 1, |input| input.target_group_arns = vec![arn]);
    let answer = fleet.ask("DescribeLoadBalancerTargetGroups", "");
    assert_eq!(word(&answer, "State"), "InService");
}

#[test]
fn an_attached_target_group_counts_once_it_has_had_a_healthy_target() {
    let mut fleet = Fleet::new();
    let arn = fleet.balance();
    fleet.second_version("employee-directory-bad");
    fleet.create(1, 1, 1, |input| {
        input.launch_template = Some(super::template("2"));
        input.health_check_type = Some("ELB".to_owned());
    });
    fleet.lab.pass_secs(60);
    let one = fleet.members()[0];
    fleet.ask(
        "AttachLoadBalancerTargetGroups",
        &format!(r#", "TargetGroupARNs": ["{arn}"]"#),
    );
    fleet.lab.pass_secs(600);
    assert_eq!(fleet.target(&arn, one), "unhealthy");
    assert_eq!(fleet.state(one), "InService Healthy");
    let answer = fleet.ask("DescribeLoadBalancerTargetGroups", "");
    assert_eq!(word(&answer, "State"), "Added");
}

#[test]
fn traffic_sources_are_target_groups_said_in_another_way() {
    let mut fleet = Fleet::of(1, 1, 1);
    let arn = fleet.balance();
    let sources = format!(r#", "TrafficSources": [{{"Identifier": "{arn}", "Type": "elbv2"}}]"#);
    fleet.ask("AttachTrafficSources", &sources);
    assert_eq!(fleet.group().target_group_arns, [arn.as_str()]);
    assert_eq!(fleet.group().traffic_sources[0].identifier.as_ref(), Some(&arn));
    let answer = fleet.ask("DescribeTrafficSources", r#", "TrafficSourceType": "elbv2""#);
    assert_eq!(word(&answer, "Identifier"), arn);
    assert_eq!(word(&answer, "State"), "Adding");
    let answer = fleet.ask(
        "DescribeTrafficSources",
        r#", "TrafficSourceType": "vpc-lattice""#,
    );
    assert_eq!(answer, r#"{"TrafficSources":[]}"#);
    fleet.ask("DetachTrafficSources", &sources);
    assert!(fleet.group().target_group_arns.is_empty());
}

#[test]
fn a_target_group_that_is_gone_fails_launches() {
    let mut fleet = Fleet::new();
    let vpc = fleet.lab.cloud().ec2.vpc_id.clone();
    let made = fleet.say(
        "elbv2",
        "CreateTargetGroup",
        &format!(r#"{{"Name": "web", "Protocol": "HTTP", "Port": 80, "VpcId": "{vpc}"}}"#),
    );
    let arn = word(&made, "TargetGroupArn");
    fleet.create(0, 0, 1, |input| input.target_group_arns = vec![arn.clone()]);
    fleet.say(
        "elbv2",
        "DeleteTargetGroup",
        &format!(r#"{{"TargetGroupArn": "{arn}"}}"#),
    );
    fleet.ask("SetDesiredCapacity", r#", "DesiredCapacity": 1"#);
    fleet.lab.pass_secs(30);
    let failed = fleet.activity("Launching a new EC2 instance.");
    assert_eq!(failed.status_code.as_deref(), Some("Failed"));
    let message = failed.status_message.unwrap_or_default();
    assert!(
        message.starts_with(
            "One or more target groups not found. Validating load balancer configuration failed."
        )
    );
}
