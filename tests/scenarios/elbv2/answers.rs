//! What clients of a load balancer are told when no target serves them.

use api::elbv2 as shape;
use cloud::ec2::InstanceIndex;
use cloud::elbv2::defaults::{CONNECT_TIMEOUT, FORWARDING};
use cloud::lab::Lab;
use cloud::workload::Record;
use cloud::{Seed, World};
use des::SimDuration;

use super::{Web, attribute};

/// A lab whose clients wait so long.
fn patient(seconds: u64) -> Lab {
    let mut world = World::new(Seed(1));
    world.app.client_timeout = SimDuration::from_secs(seconds);
    Lab::of(world)
}

/// One healthy target, and the microseconds that a request of the learner's own takes to get there.
fn healthy_web(lab: Lab) -> (Web, InstanceIndex, u64) {
    let mut web = Web::in_lab(lab, |_| {});
    let target = web.add(1, 'a')[0];
    web.seconds_until(target, "healthy");
    web.give_name();
    let record = one_request(&mut web);
    assert_eq!((record.outcome.name(), record.target), ("served", target));
    (web, target, record.arrived.into())
}

/// What became of one request of the learner's own.
fn one_request(web: &mut Web) -> Record {
    requests(web, 1)[0]
}

/// What became of requests of the learner's own, all sent at once.
fn requests(web: &mut Web, n: u64) -> Vec<Record> {
    let before = web.lab.cloud().records.end();
    for _ in 0..n {
        web.lab.make(api::sandbox::RequestInput::default());
    }
    web.lab.pass_secs(200);
    let ended = before..before + n;
    let record = |number| *web.lab.cloud().records.get(number).expect("it has ended");
    ended.map(record).collect()
}

/// The outcome, and the microseconds from the node's sending it on to its end.
fn at_target(record: &Record, way: u64) -> (&'static str, u64) {
    (record.outcome.name(), u64::from(record.ended) - way)
}

fn idle_timeout(web: &mut Web, seconds: &str) {
    web.lab.make(shape::ModifyLoadBalancerAttributesInput {
        load_balancer_arn: Some(web.balancer.clone()),
        attributes: vec![attribute("idle_timeout.timeout_seconds", seconds)],
    });
}

/// Requests that clients no longer waited for while a node did: 460.
fn clients_gone(web: &Web) -> u64 {
    let nodes = &web.lab.cloud().elbv2.nodes;
    nodes.iter().map(|node| node.counts.client_gone).sum()
}

const SECOND: u64 = 1_000_000;

/// Scenario S23 of the facts on Auto Scaling and load balancing.
#[test]
fn a_closed_port_is_502_at_once() {
    let (mut web, target, way) = healthy_web(Lab::new());
    web.lab.fault("app-crash", target, None);
    let record = one_request(&mut web);
    let way_back = way - FORWARDING.as_micros();
    assert_eq!(at_target(&record, way), ("bad-gateway", way_back));
}

/// Scenario S23 of the facts on Auto Scaling and load balancing.
#[test]
fn a_security_group_that_drops_packets_is_504_after_ten_seconds() {
    let (mut web, target, way) = healthy_web(patient(180));
    let shut = web.lab.make(api::ec2::CreateSecurityGroupInput {
        group_name: Some("shut".to_owned()),
        description: Some("shut".to_owned()),
        ..Default::default()
    });
    web.lab.make(api::ec2::ModifyInstanceAttributeInput {
        instance_id: Some(web.lab.id(target)),
        groups: shut.group_id.into_iter().collect(),
        ..Default::default()
    });
    assert_eq!(web.health(target), "healthy", "no check has found out");
    let record = one_request(&mut web);
    let expected = ("gateway-timeout", CONNECT_TIMEOUT.as_micros());
    assert_eq!(at_target(&record, way), expected);
    assert_eq!(expected.1, 10 * SECOND);
}

#[test]
fn a_target_without_power_is_504_after_ten_seconds() {
    let (mut web, target, way) = healthy_web(patient(180));
    web.lab.fault("instance-crash", target, None);
    let record = one_request(&mut web);
    assert_eq!(at_target(&record, way), ("gateway-timeout", 10 * SECOND));
}

/// Scenario S23 of the facts on Auto Scaling and load balancing.
#[test]
fn a_target_that_never_answers_is_504_after_the_idle_time_out() {
    for (setting, seconds) in [(None, 60), (Some("30"), 30), (Some("120"), 120)] {
        let (mut web, target, way) = healthy_web(patient(180));
        if let Some(setting) = setting {
            idle_timeout(&mut web, setting);
        }
        web.lab.fault("app-hang", target, None);
        let record = one_request(&mut web);
        assert_eq!(at_target(&record, way), ("gateway-timeout", seconds * SECOND));
        assert!(!record.left_node_waiting());
    }
}

/// Scenario S23 of the facts on Auto Scaling and load balancing.
#[test]
fn a_client_that_goes_after_thirty_of_sixty_seconds_is_460_to_the_load_balancer() {
    let (mut web, target, _) = healthy_web(patient(30));
    web.lab.fault("app-hang", target, None);
    let record = one_request(&mut web);
    let found = (record.outcome.name(), u64::from(record.ended));
    assert_eq!(found, ("timed-out", 30 * SECOND));
    assert!(record.left_node_waiting());
    assert_eq!(clients_gone(&web), 1);
}

#[test]
fn a_client_of_a_silent_node_is_no_460() {
    let (mut web, _, _) = healthy_web(Lab::new());
    web.lab.outage('a', None);
    web.lab.outage('b', None);
    let record = one_request(&mut web);
    assert_eq!(record.outcome.name(), "timed-out");
    assert!(!record.left_node_waiting(), "no node took it");
    assert_eq!(clients_gone(&web), 0);
}

#[test]
fn without_a_registered_target_it_is_503_at_once() {
    let mut web = Web::new();
    web.give_name();
    let record = one_request(&mut web);
    assert_eq!(record.outcome.name(), "unavailable");
    assert_eq!((record.arrived, record.answered * 2), (0, record.ended));
}

/// Scenario S23 of the facts on Auto Scaling and load balancing.
#[test]
fn what_still_runs_when_draining_ends_is_502() {
    let (mut web, target, _) = healthy_web(patient(180));
    web.set_group_attribute("deregistration_delay.timeout_seconds", "20");
    web.lab.fault("app-hang", target, None);
    let before = web.lab.cloud().records.end();
    web.lab.make(api::sandbox::RequestInput::default());
    web.lab.pass_secs(5);
    web.deregister(&[target]);
    web.lab.pass_secs(30);
    let record = *web.lab.cloud().records.get(before).expect("it has ended");
    let found = (record.outcome.name(), u64::from(record.ended));
    assert_eq!(found, ("bad-gateway", 25 * SECOND));
}

#[test]
fn what_waits_in_the_queues_of_a_hung_target_is_504_too() {
    let (mut web, target, way) = healthy_web(patient(180));
    web.lab.fault("app-hang", target, Some("300s"));
    let records = requests(&mut web, 20);
    let queued = records.iter().filter(|record| record.started == 0).count();
    assert_eq!(queued, 12, "two vCPUs have four workers each");
    for record in records {
        assert_eq!(at_target(&record, way), ("gateway-timeout", 60 * SECOND));
        let (_, root) = web.lab.cloud().facts.chain(record.blame).last().expect("a cause");
        assert!(
            matches!(root.what, cloud::fact::What::Input(_)),
            "{:?}",
            record.blame
        );
    }
    assert_eq!(outstanding(&web), 0);
    web.lab.pass_secs(160);
    assert_eq!(web.lab.door(target), cloud::app::Door::Open);
    let record = one_request(&mut web);
    assert_eq!(
        record.outcome.name(),
        "served",
        "what it held is worked off, for nobody"
    );
}

/// Requests that nodes believe targets to have.
fn outstanding(web: &Web) -> u32 {
    let targets = web.lab.cloud().elbv2.targets.iter();
    let beliefs = targets.flat_map(|target| &target.beliefs);
    beliefs.map(|belief| belief.outstanding).sum()
}

#[test]
fn a_target_with_too_much_to_do_is_504_after_the_idle_time_out_wherever_the_request_waits() {
    let (mut web, target, way) = healthy_web(Lab::new());
    idle_timeout(&mut web, "1");
    let records = requests(&mut web, 130);
    let mut by_place = [0; 3];
    for record in &records {
        let (outcome, took) = at_target(record, way);
        match outcome {
            "served" => assert!(took <= SECOND + way, "{took}"),
            other => {
                assert_eq!((other, took), ("gateway-timeout", SECOND));
                assert_eq!(record.target, target);
            }
        }
        by_place[usize::from(outcome != "served") + usize::from(record.started == 0)] += 1;
    }
    let [served, at_work, in_backlog] = by_place;
    assert!(served > 8 && at_work > 0 && in_backlog > 8, "{by_place:?}");
    let counts = web
        .lab
        .cloud()
        .elbv2
        .nodes
        .iter()
        .map(|node| node.counts.gateway_timeout);
    assert_eq!(counts.sum::<u64>(), (at_work + in_backlog) as u64);
    assert_eq!(outstanding(&web), 0);
}

#[test]
fn a_load_balancer_whose_group_lets_nobody_in_is_silent() {
    let (mut web, _, _) = healthy_web(Lab::new());
    let shut = web.lab.make(api::ec2::CreateSecurityGroupInput {
        group_name: Some("shut".to_owned()),
        description: Some("shut".to_owned()),
        ..Default::default()
    });
    web.lab.make(shape::SetSecurityGroupsInput {
        load_balancer_arn: Some(web.balancer.clone()),
        security_groups: shut.group_id.into_iter().collect(),
    });
    let record = one_request(&mut web);
    let found = (record.outcome.name(), record.ended, record.left_node_waiting());
    assert_eq!(found, ("timed-out", 10_000_000, false));
}

#[test]
fn every_failure_leads_back_to_what_was_done() {
    let (mut web, target, _) = healthy_web(Lab::new());
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
