//! What clients of a load balancer are told when no target serves them.

use api::elbv2 as shape;
use cloud::lab::Lab;
use cloud::{Seed, World};
use des::SimDuration;

use super::Web;

/// A lab whose clients wait for two minutes.
fn patient() -> Lab {
    let mut world = World::new(Seed(1));
    world.app.client_timeout = SimDuration::from_secs(120);
    Lab::of(world)
}

/// The outcome and duration in seconds of one request of the learner's own.
fn one_request(web: &mut Web) -> (&'static str, f64) {
    let before = web.lab.cloud().records.end();
    web.lab.make(api::sandbox::RequestInput::default());
    web.lab.pass_secs(130);
    let records = &web.lab.cloud().records;
    let record = records.get(before).expect("it has ended");
    (record.outcome.name(), f64::from(record.ended) / 1e6)
}

fn healthy_web(lab: Lab) -> (Web, cloud::ec2::InstanceIndex) {
    let mut web = Web::in_lab(lab, |_| {});
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.give_name();
    (web, target)
}

#[test]
fn a_closed_port_is_502_at_once() {
    let (mut web, target) = healthy_web(Lab::new());
    web.lab.fault("app-crash", target, None);
    let (outcome, seconds) = one_request(&mut web);
    assert_eq!(outcome, "bad-gateway");
    assert!(seconds < 0.5, "{seconds}");
}

#[test]
fn a_target_that_drops_packets_is_504_after_ten_seconds() {
    let (mut web, target) = healthy_web(patient());
    web.lab.fault("instance-crash", target, None);
    let (outcome, seconds) = one_request(&mut web);
    assert_eq!(outcome, "gateway-timeout");
    assert!((10.0..10.5).contains(&seconds), "{seconds}");
}

#[test]
fn a_target_that_never_answers_is_504_after_a_minute() {
    let (mut web, target) = healthy_web(patient());
    web.lab.fault("app-hang", target, None);
    let (outcome, seconds) = one_request(&mut web);
    assert_eq!(outcome, "gateway-timeout");
    assert!((60.0..61.0).contains(&seconds), "{seconds}");
}

#[test]
fn a_target_that_never_answers_is_504_after_the_idle_time_out() {
    let (mut web, target) = healthy_web(patient());
    web.lab.make(shape::ModifyLoadBalancerAttributesInput {
        load_balancer_arn: Some(web.balancer.clone()),
        attributes: vec![super::attribute("idle_timeout.timeout_seconds", "30")],
    });
    web.lab.fault("app-hang", target, None);
    let (outcome, seconds) = one_request(&mut web);
    assert_eq!(outcome, "gateway-timeout");
    assert!((30.0..31.0).contains(&seconds), "{seconds}");
}

#[test]
fn a_client_that_goes_first_is_460_to_the_load_balancer() {
    let (mut web, target) = healthy_web(Lab::new());
    web.lab.fault("app-hang", target, None);
    let (outcome, seconds) = one_request(&mut web);
    assert_eq!(outcome, "timed-out");
    assert!((10.0..10.1).contains(&seconds), "{seconds}");
    let gone: u64 = web
        .lab
        .cloud()
        .elbv2
        .nodes
        .iter()
        .map(|node| node.counts.client_gone)
        .sum();
    assert_eq!(gone, 1);
}

#[test]
fn without_a_registered_target_it_is_503() {
    let mut web = Web::new();
    web.give_name();
    let (outcome, seconds) = one_request(&mut web);
    assert_eq!(outcome, "unavailable");
    assert!(seconds < 0.5, "{seconds}");
}

#[test]
fn what_still_runs_when_draining_ends_is_502() {
    let (mut web, target) = healthy_web(patient());
    web.set_group_attribute("deregistration_delay.timeout_seconds", "20");
    web.lab.fault("app-hang", target, None);
    let before = web.lab.cloud().records.end();
    web.lab.make(api::sandbox::RequestInput::default());
    web.lab.pass_secs(5);
    web.deregister(&[target]);
    web.lab.pass_secs(30);
    let record = *web.lab.cloud().records.get(before).expect("it has ended");
    assert_eq!(record.outcome.name(), "bad-gateway");
    let seconds = f64::from(record.ended) / 1e6;
    assert!((24.9..25.2).contains(&seconds), "{seconds}");
}

#[test]
fn a_load_balancer_whose_group_lets_nobody_in_is_silent() {
    let (mut web, _) = healthy_web(Lab::new());
    let shut = web.lab.make(api::ec2::CreateSecurityGroupInput {
        group_name: Some("shut".to_owned()),
        description: Some("shut".to_owned()),
        ..Default::default()
    });
    web.lab.make(shape::SetSecurityGroupsInput {
        load_balancer_arn: Some(web.balancer.clone()),
        security_groups: shut.group_id.into_iter().collect(),
    });
    let (outcome, _) = one_request(&mut web);
    assert_eq!(outcome, "timed-out");
}

#[test]
fn every_failure_leads_back_to_what_was_done() {
    let (mut web, target) = healthy_web(Lab::new());
    web.lab.traffic(10.0);
    web.lab.fault("app-crash", target, None);
    web.lab.pass_secs(120);
    let cloud = web.lab.cloud();
    let failed: Vec<_> = cloud
        .records
        .iter()
        .filter(|record| !record.outcome.is_served())
        .collect();
    assert!(failed.len() > 100);
    for record in failed {
        let (_, root) = cloud.facts.chain(record.blame).last().expect("it has a cause");
        assert!(
            matches!(root.what, cloud::fact::What::Input(_)),
            "{:?}",
            record.outcome
        );
    }
}
