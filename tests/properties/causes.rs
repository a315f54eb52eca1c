//! Whatever anyone does: every fact, every failed request, and the state of everything lead back to an outside input.

use cloud::Cloud;
use cloud::fact::{FactId, What};

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
