//! A zone whose network loses or delays a share of what passes.

use api::sandbox::FaultInput;
use cloud::lab::Lab;
use cloud::workload::Outcome;

use super::begin;

fn grey(zone: char, lost: Option<f64>, factor: Option<f64>) -> FaultInput {
    FaultInput {
        kind: Some("az-grey".to_owned()),
        zone: Some(format!("us-east-2{zone}")),
        lost_percent: lost,
        factor,
        ..Default::default()
    }
}

/// How many percent of the requests of the next ten minutes time out.
fn timed_out_percent(lab: &mut Lab) -> f64 {
    let before = lab.cloud().truth.ended;
    lab.pass_secs(600);
    let after = lab.cloud().truth.ended;
    let timed_out = after[Outcome::TimedOut as usize] - before[Outcome::TimedOut as usize];
    let all: u64 = after.iter().sum::<u64>() - before.iter().sum::<u64>();
    timed_out as f64 / all as f64 * 100.0
}

#[test]
fn a_grey_zone_loses_its_share_while_all_checks_are_ok() {
    let mut lab = Lab::new();
    let instances = lab.serving(2);
    lab.traffic(10.0);
    lab.pass_secs(120);
    let fault = begin(&mut lab, grey('a', Some(30.0), None));
    let lost = timed_out_percent(&mut lab);
    // Three standard errors of 30 % of some 6,000 requests are 1.8 %.
    assert!((lost - 30.0).abs() < 2.5, "{lost}");
    assert_eq!(lab.cloud().status_checks(instances[0]).passed(), (3, 3));
    super::end(&mut lab, &fault);
    lab.pass_secs(20);
    assert!(timed_out_percent(&mut lab) < f64::EPSILON);
}

#[test]
fn another_zone_does_not_notice() {
    let mut lab = Lab::new();
    lab.serving(2);
    lab.traffic(10.0);
    begin(&mut lab, grey('b', Some(50.0), None));
    assert!(timed_out_percent(&mut lab) < f64::EPSILON);
}

#[test]
fn the_same_requests_are_lost_in_a_fork() {
    let mut lab = Lab::new();
    lab.serving(2);
    lab.traffic(10.0);
    begin(&mut lab, grey('a', None, None));
    let mut fork = lab.clone();
    let [one, other] = [&mut lab, &mut fork].map(timed_out_percent);
    assert!(one > 15.0 && (one - other).abs() < f64::EPSILON, "{one} {other}");
}

#[test]
fn a_slow_zone_loses_nothing_and_waits_for_what_is_behind() {
    let mut lab = Lab::new();
    lab.serving(2);
    lab.traffic(10.0);
    lab.pass_secs(120);
    let before = super::first_hop_ms(&lab, 500);
    begin(&mut lab, grey('a', None, Some(4.0)));
    assert!(timed_out_percent(&mut lab) < f64::EPSILON);
    let during = super::first_hop_ms(&lab, 500);
    assert!(
        during > 3.5 * before && during < 4.5 * before,
        "{before} {during}"
    );
}

/// What `DescribeTargetHealth` would show of an instance in the only target group.
fn health(lab: &Lab, instance: cloud::ec2::InstanceIndex) -> cloud::elbv2::TargetState {
    let (group, _) = lab.cloud().elbv2.groups().next().expect("there is one");
    lab.cloud()
        .target_health(group, instance)
        .expect("it is registered")
        .state
}

#[test]
fn checks_between_zones_suffer_and_those_within_do_not() {
    let mut lab = Lab::new();
    let group = tests::web::balance(&mut lab);
    let mut instances = lab.launch(1, 'a');
    instances.extend(lab.launch(1, 'b'));
    lab.pass_secs(60);
    tests::web::register(&mut lab, &group, &instances);
    lab.traffic(10.0);
    lab.pass_secs(120);
    begin(&mut lab, grey('a', Some(100.0), None));
    lab.pass_secs(300);
    let beliefs: Vec<Vec<cloud::elbv2::Health>> = lab
        .cloud()
        .elbv2
        .targets
        .iter()
        .map(|target| target.beliefs.iter().map(|belief| belief.health).collect())
        .collect();
    let (up, down) = (cloud::elbv2::Health::Healthy, cloud::elbv2::Health::Unhealthy);
    assert_eq!(
        beliefs,
        [[up, down], [down, up]],
        "each node sees its own zone alone"
    );
    assert_eq!(health(&lab, instances[0]), cloud::elbv2::TargetState::Healthy);
    let failed = lab
        .cloud()
        .records
        .iter()
        .filter(|record| !record.outcome.is_served());
    let blames: Vec<_> = failed
        .map(|record| lab.cloud().facts.get(record.blame).expect("a fact").what)
        .collect();
    assert!(!blames.is_empty());
    assert!(
        blames
            .iter()
            .all(|what| matches!(what, cloud::fact::What::FaultBegan(_))),
        "{blames:?}"
    );
}
