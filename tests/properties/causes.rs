//! Whatever anyone does: every fact, every failed request, and the state of everything lead back to an outside input.

use api::cloudwatch::{Dimension, PutMetricAlarmInput};
use cloud::ec2::InstanceIndex;
use cloud::fact::{FactId, What};
use cloud::lab::Lab;
use cloud::{Cloud, Seed, World};
use tests::chance::Chance;

use super::{RUNS, play};

fn ends_at_an_input(cloud: &Cloud, fact: FactId) -> bool {
    let last = cloud.facts.chain(fact).last();
    last.is_some_and(|(_, last)| matches!(last.what, What::Input(_)))
}

#[test]
fn every_chain_ends_at_an_outside_input() {
    for seed in 0..RUNS {
        let lab = play(seed, |_| {});
        let cloud = lab.cloud();
        for (id, fact) in cloud.facts.iter() {
            let begins = matches!(fact.what, What::Input(_));
            assert_eq!(fact.cause == FactId::NONE, begins, "seed {seed}: {fact:?}");
            assert!(
                begins || fact.cause < id,
                "seed {seed}: {fact:?} comes before its cause"
            );
        }
        let failed = cloud.records.iter().filter(|record| !record.outcome.is_served());
        for record in failed {
            assert!(ends_at_an_input(cloud, record.blame), "seed {seed}: {record:?}");
        }
        for index in cloud.ec2.indexes() {
            let why = cloud.why_instance(index).expect("an instance has a cause");
            assert!(ends_at_an_input(cloud, why), "seed {seed}: {index:?}");
        }
    }
}

/// A whole web under random faults: load balancer, Auto Scaling group, alarms.
fn play_web(seed: u64) -> Lab {
    let mut lab = Lab::of(World::new(Seed(seed)));
    let mut chance = Chance::new(seed);
    let group = tests::web::balance(&mut lab);
    tests::web::scale(&mut lab, &group);
    let extra = lab.launch(1, 'b');
    lab.pass_secs(90);
    tests::web::register(&mut lab, &group, &extra);
    alarm(&mut lab, extra[0]);
    lab.traffic(40.0);
    for _ in 0..40 {
        let input = chance.input(lab.cloud());
        let _refused_or_not = lab.submit(input);
        lab.pass(chance.wait());
    }
    lab.pass_secs(600);
    lab
}

/// An alarm on the status checks of an instance, which rings if it is stopped too.
fn alarm(lab: &mut Lab, instance: InstanceIndex) {
    lab.make(PutMetricAlarmInput {
        alarm_name: Some("down".to_owned()),
        namespace: Some("AWS/EC2".to_owned()),
        metric_name: Some("StatusCheckFailed".to_owned()),
        statistic: Some("Maximum".to_owned()),
        dimensions: vec![Dimension {
            name: Some("InstanceId".to_owned()),
            value: Some(lab.id(instance)),
        }],
        period: Some(60),
        evaluation_periods: Some(1),
        threshold: Some(0.0),
        comparison_operator: Some("GreaterThanThreshold".to_owned()),
        treat_missing_data: Some("breaching".to_owned()),
        ..Default::default()
    });
}

#[test]
fn targets_alarms_and_activities_lead_to_an_outside_input() {
    let (mut failed, mut activities) = (0, 0);
    for seed in 0..RUNS {
        let lab = play_web(seed);
        let cloud = lab.cloud();
        let check = |why: Option<FactId>, what: &dyn std::fmt::Debug| {
            let ends = why.is_some_and(|why| ends_at_an_input(cloud, why));
            assert!(ends, "seed {seed}: {what:?}");
        };
        for (_, fact) in cloud.facts.iter() {
            let begins = matches!(fact.what, What::Input(_));
            assert_eq!(fact.cause == FactId::NONE, begins, "seed {seed}: {fact:?}");
        }
        for record in cloud.records.iter().filter(|record| !record.outcome.is_served()) {
            failed += 1;
            check(record.blame.some(), record);
        }
        for (_, group) in cloud.elbv2.groups() {
            let targets = group.targets.iter();
            targets.for_each(|target| check(cloud.why_target(*target), target));
        }
        let alarms = cloud.cloudwatch.alarms();
        alarms.for_each(|(index, alarm)| check(cloud.why_alarm(index), alarm));
        for (number, activity) in cloud.autoscaling.activities() {
            activities += 1;
            check(cloud.why_activity(number), activity);
        }
    }
    assert!(failed > 1_000 && activities > RUNS, "{failed} {activities}");
}
