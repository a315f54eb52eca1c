//! What is believed of targets, and when.

use api::elbv2 as shape;
use cloud::lab::Lab;

use super::{Web, create_balancer, create_group, create_listener, forward, group_input};

#[test]
fn one_passed_check_makes_a_new_target_healthy() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    assert_eq!(web.health(target), "initial Elb.RegistrationInProgress");
    web.lab.pass_secs(5);
    assert!(["initial Elb.InitialHealthChecking", "healthy"].contains(&web.health(target).as_str()));
    let seconds = web.seconds_until(target, "healthy");
    assert!(seconds <= 35, "{seconds}");
}

#[test]
fn a_target_that_dies_is_unhealthy_after_two_checks_and_needs_five_to_recover() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.lab.fault("app-crash", target, None);
    let seconds = web.seconds_until(target, "unhealthy Target.FailedHealthChecks");
    assert!((30..=60).contains(&seconds), "{seconds}");
    web.lab.reboot(target);
    web.lab.pass_secs(30);
    let seconds = web.seconds_until(target, "healthy");
    assert!(
        (90..=150).contains(&seconds),
        "five checks, 120 s from first to last: {seconds}"
    );
}

#[test]
fn what_a_node_without_power_believed_does_not_count_while_another_sees() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.lab.pass_secs(35);
    web.lab.outage('a', None);
    let seconds = web.seconds_until(target, "unhealthy Target.Timeout");
    assert!(
        (30..=66).contains(&seconds),
        "the node in b fails twice: {seconds}"
    );
}

#[test]
fn a_hung_target_is_found_by_time_outs() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.lab.fault("app-hang", target, None);
    let seconds = web.seconds_until(target, "unhealthy Target.Timeout");
    assert!((35..=65).contains(&seconds), "{seconds}");
}

#[test]
fn what_nobody_forwards_to_is_unused_until_somebody_does() {
    let mut lab = Lab::new();
    let made = create_balancer(&mut lab, "web", &[0, 1]);
    let balancer = made.load_balancer_arn.expect("it has one");
    let input = group_input(&lab, "web");
    let group = create_group(&mut lab, input);
    lab.pass_secs(150);
    let mut web = Web {
        lab,
        balancer: balancer.clone(),
        group: group.clone(),
        listener: String::new(),
        dns_name: String::new(),
    };
    let target = web.add(1, 'a')[0];
    web.lab.pass_secs(10);
    assert_eq!(web.health(target), "unused Target.NotInUse");
    create_listener(&mut web.lab, &balancer, 80, forward(&group));
    assert_eq!(web.health(target), "initial Elb.InitialHealthChecking");
    web.seconds_until(target, "healthy");
}

#[test]
fn a_target_outside_the_load_balancers_zones_stays_unused() {
    let mut web = Web::new();
    let target = web.add(1, 'c')[0];
    web.lab.pass_secs(120);
    assert_eq!(web.health(target), "unused Target.NotInUse");
    let subnets = web.lab.cloud().ec2.subnet_ids.clone();
    web.lab.make(shape::SetSubnetsInput {
        load_balancer_arn: Some(web.balancer.clone()),
        subnets,
    });
    web.seconds_until(target, "healthy");
}

#[test]
fn a_stopped_target_is_in_an_invalid_state() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.lab.stop(target);
    assert_eq!(web.health(target), "unused Target.InvalidState");
    web.lab.pass_secs(60);
    web.lab.start(target);
    web.seconds_until(target, "healthy");
}

#[test]
fn a_forgotten_security_group_rule_looks_like_a_time_out() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    let own = web.lab.make(api::ec2::CreateSecurityGroupInput {
        group_name: Some("app".to_owned()),
        description: Some("app".to_owned()),
        ..Default::default()
    });
    let groups = vec![own.group_id.clone().expect("it has one")];
    web.lab.make(api::ec2::ModifyInstanceAttributeInput {
        instance_id: Some(web.lab.id(target)),
        groups,
        ..Default::default()
    });
    web.seconds_until(target, "unhealthy Target.Timeout");
    let balancers = web.lab.cloud().ec2.security_groups[0].id.clone();
    web.lab.make(api::ec2::AuthorizeSecurityGroupIngressInput {
        group_id: own.group_id,
        ip_permissions: vec![api::ec2::IpPermission {
            ip_protocol: Some("tcp".to_owned()),
            from_port: Some(80),
            to_port: Some(80),
            user_id_group_pairs: vec![api::ec2::UserIdGroupPair {
                group_id: Some(balancers),
                ..Default::default()
            }],
            ..Default::default()
        }],
        ..Default::default()
    });
    web.seconds_until(target, "healthy");
}

#[test]
fn a_path_that_the_app_does_not_know_is_a_mismatch() {
    let mut web = Web::with(|group| group.health_check_path = Some("/health".to_owned()));
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "unhealthy Target.ResponseCodeMismatch");
    let shown = web.lab.look(shape::DescribeTargetHealthInput {
        target_group_arn: Some(web.group.clone()),
        ..Default::default()
    });
    let health = shown.descriptions[0].target_health.clone().expect("it is there");
    assert_eq!(
        health.description.as_deref(),
        Some("Health checks failed with these codes: [404]")
    );
    web.lab.make(shape::ModifyTargetGroupInput {
        target_group_arn: Some(web.group.clone()),
        matcher: Some(shape::Matcher {
            http_code: Some("200,404".to_owned()),
        }),
        ..Default::default()
    });
    web.seconds_until(target, "healthy");
}

#[test]
fn a_deregistered_target_drains_for_the_whole_delay() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.deregister(&[target]);
    assert_eq!(web.health(target), "draining Target.DeregistrationInProgress");
    web.lab.pass_secs(299);
    assert_eq!(web.health(target), "draining Target.DeregistrationInProgress");
    web.lab.pass_secs(1);
    assert_eq!(web.health(target), "unused Target.NotRegistered");
    web.deregister(&[target]);
    web.register(&[target]);
    web.seconds_until(target, "healthy");
    web.deregister(&[target]);
    web.lab.pass_secs(10);
    web.register(&[target]);
    assert_ne!(web.health(target), "draining Target.DeregistrationInProgress");
}

#[test]
fn an_invalid_state_is_named() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    let sentence = |web: &Web| {
        let answer = web.lab.look(shape::DescribeTargetHealthInput {
            target_group_arn: Some(web.group.clone()),
            targets: web.targets(&[target]),
            include: Vec::new(),
        });
        let health = answer.descriptions[0].target_health.clone();
        health.and_then(|health| health.description)
    };
    web.lab.stop(target);
    web.lab.pass_secs(120);
    assert_eq!(sentence(&web).as_deref(), Some("Target is in the stopped state"));
    web.lab.terminate(target);
    web.lab.pass_secs(60);
    assert_eq!(
        sentence(&web).as_deref(),
        Some("Target is in the terminated state")
    );
}
