//! What breaks, how it shows, and how it ends.

mod memory;
mod network;

use api::sandbox::{EndFaultInput, FaultInput};
use cloud::fault::FaultKind;
use cloud::lab::Lab;
use cloud::workload::Outcome;

fn begin(lab: &mut Lab, input: FaultInput) -> String {
    lab.make(input).fault_id.expect("it has a name")
}

fn slow(dependency: &str, factor: f64) -> FaultInput {
    FaultInput {
        kind: Some("dependency-slow".to_owned()),
        dependency: Some(dependency.to_owned()),
        factor: Some(factor),
        ..Default::default()
    }
}

fn end(lab: &mut Lab, fault: &str) {
    lab.make(EndFaultInput {
        fault_id: Some(fault.to_owned()),
    });
}

/// Mean time until the app has its first answer from behind, in milliseconds, of the newest `n` served requests.
fn first_hop_ms(lab: &Lab, n: usize) -> f64 {
    let records = lab.cloud().records.iter();
    let served: Vec<_> = records
        .filter(|record| record.outcome == Outcome::Served)
        .collect();
    let newest = &served[served.len() - n..];
    let hop = |record: &&&cloud::workload::Record| f64::from(record.hops[0].answered - record.hops[0].asked);
    newest.iter().map(|record| hop(&record)).sum::<f64>() / n as f64 / 1_000.0
}

#[test]
fn a_slow_dynamodb_slows_what_asks_it_and_nothing_else() {
    let mut lab = Lab::new();
    lab.serving(2);
    lab.traffic(20.0);
    lab.pass_secs(60);
    let before = first_hop_ms(&lab, 1_000);
    let fault = begin(&mut lab, slow("dynamodb", 10.0));
    let worse = begin(&mut lab, slow("dynamodb", 20.0));
    assert_eq!(
        lab.cloud().dependencies[0].slowness_permille,
        20_000,
        "the worse one counts"
    );
    end(&mut lab, &worse);
    lab.pass_secs(60);
    let during = first_hop_ms(&lab, 1_000);
    end(&mut lab, &fault);
    lab.pass_secs(60);
    let after = first_hop_ms(&lab, 1_000);
    // Photos, a quarter, and additions ask S3 first, so the mean grows by less than ten times.
    assert!(
        during > 2.5 * before && during < 8.0 * before,
        "{before} {during}"
    );
    assert!((after - before).abs() < 0.15 * before, "{before} {after}");
}

#[test]
fn overlapping_slowness_of_a_host_counts_once_and_ends_with_the_last() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    let slow = |factor: f64, length: &str, lab: &Lab| FaultInput {
        kind: Some("instance-slow".to_owned()),
        instance_id: Some(lab.id(instance)),
        factor: Some(factor),
        duration: Some(length.to_owned()),
        ..Default::default()
    };
    let (long, short) = (slow(2.0, "10m", &lab), slow(5.0, "5m", &lab));
    begin(&mut lab, long);
    begin(&mut lab, short);
    let slowness = |lab: &Lab| lab.cloud().ec2.stations[instance.index()].slowness_permille;
    assert_eq!(slowness(&lab), 5_000);
    lab.pass_secs(301);
    assert_eq!(slowness(&lab), 2_000);
    lab.pass_secs(300);
    assert_eq!(slowness(&lab), 1_000);
    assert!(lab.cloud().active_faults().next().is_none());
}

#[test]
fn faults_know_what_they_are_about() {
    let mut lab = Lab::new();
    let instance = lab.serving(1)[0];
    lab.fault("memory-leak", instance, None);
    begin(&mut lab, slow("s3", 3.0));
    let kinds: Vec<Option<usize>> = lab
        .cloud()
        .faults()
        .map(|(_, fault)| fault.kind.instance().map(|instance| instance.index()))
        .collect();
    assert_eq!(kinds, [Some(0), None]);
    let s3 = lab.cloud().faults().last().expect("it began").1.kind;
    assert_eq!(s3, FaultKind::DependencySlow(cloud::app::Dependency::S3, 3_000));
}
