//! Targets that fail more than their peers.

use api::Timestamp;
use api::elbv2 as shape;
use cloud::ec2::InstanceIndex;
use des::SimTime;

use super::{Web, attribute};

const ALGORITHM: &str = "load_balancing.algorithm.type";

/// Healthy targets under traffic, chosen from at random; the checks are patient, so that a crash does not end health soon.
fn random(n: u32, mitigation: &str) -> (Web, Vec<InstanceIndex>) {
    let mut web = Web::with(|input| input.unhealthy_threshold_count = Some(10));
    web.lab.make(shape::ModifyTargetGroupAttributesInput {
        target_group_arn: Some(web.group.clone()),
        attributes: vec![
            attribute(ALGORITHM, "weighted_random"),
            attribute("load_balancing.algorithm.anomaly_mitigation", mitigation),
        ],
    });
    let targets = web.add(n, 'a');
    for target in &targets {
        web.seconds_until(*target, "healthy");
    }
    web.give_name();
    web.lab.pass_secs(60);
    web.lab.traffic(50.0);
    web.lab.pass_secs(60);
    (web, targets)
}

/// What `DescribeTargetHealth` shows of a target's anomalies.
fn anomaly(web: &Web, target: InstanceIndex, include: &[&str]) -> Option<String> {
    let shown = web.lab.look(shape::DescribeTargetHealthInput {
        target_group_arn: Some(web.group.clone()),
        targets: web.targets(&[target]),
        include: include.iter().map(|word| (*word).to_owned()).collect(),
    });
    let found = shown.descriptions[0].anomaly_detection.clone()?;
    Some([found.result?, found.mitigation_in_effect?].join(" "))
}

/// The greatest numbers of anomalous and of mitigated hosts that CloudWatch was told, minute by minute since then.
fn hosts(web: &Web, since: SimTime) -> Vec<(f64, f64)> {
    let told = |metric| {
        let mut points = web.points(metric, web.dimensions(true, None), &["Maximum"], &[]);
        let since = Timestamp::of(since);
        points.retain(|point| point.timestamp >= Some(since));
        points
            .into_iter()
            .filter_map(|point| point.maximum)
            .collect::<Vec<f64>>()
    };
    let (anomalous, mitigated) = (told("AnomalousHostCount"), told("MitigatedHostCount"));
    assert_eq!(anomalous.len(), mitigated.len());
    anomalous.into_iter().zip(mitigated).collect()
}

/// Of a hundred requests that ended in the next seconds, those that a target's closed port failed.
fn failed(web: &mut Web, seconds: u64) -> u64 {
    let outcomes = web.outcomes(seconds);
    let all: u64 = outcomes.iter().map(|(_, count)| count).sum();
    let bad = outcomes.iter().find(|(name, _)| *name == "bad-gateway");
    bad.map_or(0, |(_, count)| count * 100) / all
}

#[test]
fn a_target_that_fails_more_than_its_peers_gets_less_and_its_share_back_little_by_little() {
    let (mut web, targets) = random(3, "on");
    assert_eq!(anomaly(&web, targets[0], &["All"]).as_deref(), Some("normal no"));
    let crash = web.lab.simulation.now();
    assert_eq!(
        hosts(&web, SimTime::ZERO).last(),
        Some(&(0.0, 0.0)),
        "told, too, when there is none"
    );
    web.lab.fault("app-crash", targets[0], Some("150s"));
    assert!(failed(&mut web, 5) > 15, "before anybody has looked");
    web.lab.pass_secs(30);
    assert_eq!(
        anomaly(&web, targets[0], &["AnomalyDetection"]).as_deref(),
        Some("anomalous yes")
    );
    assert_eq!(
        anomaly(&web, targets[1], &["AnomalyDetection"]).as_deref(),
        Some("normal no")
    );
    assert_eq!(anomaly(&web, targets[0], &[]), None, "nobody asked");
    assert_eq!(web.health(targets[0]), "healthy");
    assert!(failed(&mut web, 60) < 8);
    web.lab.pass_secs(70);
    assert_eq!(failed(&mut web, 10), 0);
    assert_eq!(
        anomaly(&web, targets[0], &["All"]).as_deref(),
        Some("normal yes"),
        "on its way back"
    );
    web.lab.pass_secs(120);
    assert_eq!(anomaly(&web, targets[0], &["All"]).as_deref(), Some("normal no"));
    web.lab.pass_secs(120);
    let mut told = hosts(&web, crash);
    told.dedup();
    assert_eq!(told, [(1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]);
}

#[test]
fn without_mitigation_an_anomalous_target_is_only_shown() {
    let (mut web, targets) = random(3, "off");
    web.lab.fault("app-crash", targets[0], None);
    web.lab.pass_secs(30);
    assert_eq!(
        anomaly(&web, targets[0], &["All"]).as_deref(),
        Some("anomalous no")
    );
    assert!(failed(&mut web, 30) > 15);
    web.lab.pass_secs(60);
    assert_eq!(hosts(&web, SimTime::ZERO).last(), Some(&(1.0, 0.0)));
    web.set_group_attribute(ALGORITHM, "round_robin");
    let before = hosts(&web, SimTime::ZERO).len();
    assert_eq!(
        anomaly(&web, targets[0], &["All"]),
        None,
        "nobody compares any longer"
    );
    web.lab.pass_secs(300);
    assert_eq!(hosts(&web, SimTime::ZERO).len(), before, "nor tells of it");
}

#[test]
fn two_targets_are_not_compared() {
    let (mut web, targets) = random(2, "on");
    web.lab.fault("app-crash", targets[0], None);
    web.lab.pass_secs(180);
    assert_eq!(anomaly(&web, targets[0], &["All"]).as_deref(), Some("normal no"));
    assert!(hosts(&web, SimTime::ZERO).iter().all(|told| *told == (0.0, 0.0)));
}
