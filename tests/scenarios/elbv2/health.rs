//! What is believed of targets, and when.

use std::collections::BTreeMap;

use api::elbv2 as shape;
use cloud::ec2::InstanceIndex;
use cloud::elbv2::{NodeIndex, TargetState, What};
use cloud::lab::Lab;
use des::{SimDuration, SimTime};

use super::{Web, create_balancer, create_group, create_listener, forward, group_input};

/// What was noted about load balancing since then.
fn noted(web: &Web, since: SimTime) -> impl Iterator<Item = (SimTime, What)> {
    let facts = web.lab.cloud().facts.iter();
    facts.filter_map(move |(_, fact)| match fact.what {
        cloud::fact::What::Elbv2(what) if fact.at >= since => Some((fact.at, what)),
        _ => None,
    })
}

/// When checks of each node turned out as they had not before, since then: the first such check, and the one that decided.
fn turns(web: &Web, since: SimTime, wanted: bool) -> BTreeMap<NodeIndex, Vec<SimTime>> {
    let mut turns: BTreeMap<NodeIndex, Vec<SimTime>> = BTreeMap::new();
    for (at, what) in noted(web, since) {
        if let What::CheckTurned { node, passed, .. } = what
            && passed == wanted
        {
            turns.entry(node).or_default().push(at);
        }
    }
    turns
}

/// The states of targets since then, in turn.
fn states(web: &Web, since: SimTime) -> Vec<(SimTime, TargetState)> {
    let state = |(at, what)| match what {
        What::TargetState { state, .. } => Some((at, state)),
        _ => None,
    };
    noted(web, since).filter_map(state).collect()
}

/// The sentence that `DescribeTargetHealth` has for an instance.
fn description(web: &Web, instance: InstanceIndex) -> String {
    let shown = web.lab.look(shape::DescribeTargetHealthInput {
        target_group_arn: Some(web.group.clone()),
        targets: web.targets(&[instance]),
        ..Default::default()
    });
    let health = shown.descriptions[0].target_health.clone();
    health.and_then(|health| health.description).unwrap_or_default()
}

const fn seconds(seconds: u64) -> SimDuration {
    SimDuration::from_secs(seconds)
}

/// Scenario S20 of the facts on Auto Scaling and load balancing.
#[test]
fn one_passed_check_makes_a_new_target_healthy() {
    let mut web = Web::new();
    let target = web.lab.launch(1, 'a')[0];
    web.lab.pass_secs(60);
    let registered = web.lab.simulation.now();
    web.register(&[target]);
    assert_eq!(web.health(target), "initial Elb.RegistrationInProgress");
    assert_eq!(description(&web, target), "Target registration is in progress");
    web.lab.pass(SimDuration::from_micros(4_999_999));
    assert_eq!(web.health(target), "initial Elb.RegistrationInProgress");
    web.lab.pass(SimDuration::from_micros(1));
    assert_eq!(web.health(target), "initial Elb.InitialHealthChecking");
    assert_eq!(description(&web, target), "Initial health checks in progress");
    web.seconds_until(target, "healthy");
    assert_eq!(description(&web, target), "");
    let first = *turns(&web, registered, true)
        .values()
        .flatten()
        .min()
        .expect("one passed");
    assert!(first.since(registered) <= seconds(35), "{first}");
    let expected = [(registered, TargetState::Initial), (first, TargetState::Healthy)];
    assert_eq!(states(&web, registered), expected);
}

/// Scenario S20 of the facts on Auto Scaling and load balancing.
#[test]
fn a_target_that_dies_is_unhealthy_after_two_checks_and_needs_five_to_recover() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.lab.pass_secs(30);
    web.lab.fault("app-crash", target, None);
    let crash = web.lab.simulation.now();
    web.seconds_until(target, "unhealthy Target.FailedHealthChecks");
    assert_eq!(description(&web, target), "Health checks failed");
    let failed = turns(&web, crash, false);
    assert_eq!(failed.len(), 2, "each node finds out for itself");
    for times in failed.values() {
        assert!(times[0].since(crash) <= seconds(30));
        assert_eq!(times[1].since(times[0]), seconds(30));
    }
    let last = failed.values().map(|times| times[1]).max().expect("two nodes");
    assert_eq!(states(&web, crash), [(last, TargetState::Unhealthy)]);
    web.lab.reboot(target);
    let reboot = web.lab.simulation.now();
    web.seconds_until(target, "healthy");
    let passed = turns(&web, reboot, true);
    let decided = passed.values().filter(|times| times.len() == 2);
    let (from, until) = decided
        .map(|times| (times[0], times[1]))
        .min_by_key(|times| times.1)
        .expect("one node has decided");
    assert_eq!(until.since(from), seconds(120), "five checks, first to last");
    assert_eq!(states(&web, reboot), [(until, TargetState::Healthy)]);
}

#[test]
fn one_failed_check_between_passed_ones_changes_nothing() {
    let mut web = Web::new();
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.lab.pass_secs(30);
    let crash = web.lab.simulation.now();
    web.lab.fault("app-crash", target, Some("25s"));
    web.lab.pass_secs(120);
    let failed = turns(&web, crash, false);
    assert!(failed.values().flatten().count() >= 1, "somebody saw it");
    assert!(failed.values().all(|times| times.len() == 1), "{failed:?}");
    assert_eq!(states(&web, crash), []);
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
    web.lab.pass_secs(30);
    web.lab.fault("app-hang", target, None);
    let hang = web.lab.simulation.now();
    web.seconds_until(target, "unhealthy Target.Timeout");
    assert_eq!(description(&web, target), "Request timed out");
    let failed = turns(&web, hang, false);
    for times in failed.values() {
        let first = times[0].since(hang);
        assert!((seconds(5)..=seconds(35)).contains(&first), "{first:?}");
        assert_eq!(times[1].since(times[0]), seconds(30));
    }
    let last = failed.values().map(|times| times[1]).max().expect("two nodes");
    assert_eq!(states(&web, hang), [(last, TargetState::Unhealthy)]);
}

/// Scenario S21 of the facts on Auto Scaling and load balancing.
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
    let registered = web.lab.simulation.now() + seconds(60);
    let target = web.add(1, 'a')[0];
    web.lab.pass_secs(10);
    assert_eq!(web.health(target), "unused Target.NotInUse");
    assert_eq!(
        description(&web, target),
        "Target group is not configured to receive traffic from the load balancer"
    );
    let wired = web.lab.simulation.now();
    create_listener(&mut web.lab, &balancer, 80, forward(&group));
    assert_eq!(web.health(target), "initial Elb.InitialHealthChecking");
    web.seconds_until(target, "healthy");
    let first = turns(&web, wired, true).into_values().flatten().min();
    let first = first.expect("one passed");
    assert!(first.since(wired) <= seconds(35), "{first}");
    let expected = [(wired, TargetState::Initial), (first, TargetState::Healthy)];
    assert_eq!(states(&web, registered + seconds(1)), expected);
    let delete = shape::DeleteTargetGroupInput {
        target_group_arn: Some(group.clone()),
    };
    let refusal = web.lab.dare(delete).expect_err("a listener forwards to it");
    let expected =
        format!("(ResourceInUse) Target group '{group}' is currently in use by a listener or a rule");
    assert_eq!(refusal.to_string(), expected);
}

/// Scenario S21 of the facts on Auto Scaling and load balancing.
#[test]
fn a_target_outside_the_load_balancers_zones_stays_unused() {
    let mut web = Web::new();
    let target = web.add(1, 'c')[0];
    web.lab.pass_secs(120);
    assert_eq!(web.health(target), "unused Target.NotInUse");
    assert_eq!(
        description(&web, target),
        "Target is in an Availability Zone that is not enabled for the load balancer"
    );
    let subnets = web.lab.cloud().ec2.subnet_ids.clone();
    web.lab.make(shape::SetSubnetsInput {
        load_balancer_arn: Some(web.balancer.clone()),
        subnets,
        ..Default::default()
    });
    web.seconds_until(target, "healthy");
}

/// Scenario S21 of the facts on Auto Scaling and load balancing.
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
    assert_eq!(
        description(&web, target),
        "Health checks failed with these codes: [404]"
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
    web.lab.stop(target);
    web.lab.pass_secs(120);
    assert_eq!(description(&web, target), "Target is in the stopped state");
    web.lab.terminate(target);
    web.lab.pass_secs(60);
    assert_eq!(description(&web, target), "Target is in the terminated state");
}
