//! Pictures follow the account through anything.

use std::collections::BTreeMap;

use view::flight::Leg;
use view::live::{Live, Meter, picture};
use view::scene::{LEG_MS, Requests, Scene};
use view::{Readout, Series, Slots};

use super::play;

#[test]
fn a_journey_keeps_the_legs_it_had() {
    for seed in 0..4 {
        let mut seen: BTreeMap<u64, Vec<Leg>> = BTreeMap::new();
        play(seed, |lab| {
            let live = Live(lab.cloud());
            for id in live.newest().saturating_sub(300)..=live.newest() {
                let Some(flight) = live.flight(id) else { continue };
                let (legs, before) = (flight.legs.as_slice(), seen.entry(id).or_default());
                let ways = |legs: &[Leg]| legs.iter().map(|leg| (leg.from, leg.to)).collect::<Vec<_>>();
                assert!(
                    ways(legs).starts_with(&ways(before)),
                    "seed {seed}, request {id}: {before:?} then {legs:?}"
                );
                *before = legs.to_vec();
            }
        });
    }
}

#[test]
fn every_state_can_be_drawn() {
    for seed in 0..6 {
        let (mut scene, mut slots, mut meter) = (Scene::default(), Slots::default(), Meter::default());
        play(seed, |lab| {
            let cloud = lab.cloud();
            meter.look(cloud);
            let picture = picture(cloud, &mut slots, &meter);
            scene.advance(cloud.now(), LEG_MS / 7.0, &Live(cloud));
            assert!(picture.instances().count() <= cloud.ec2.instances.len());
            assert!(
                Readout::of(cloud)
                    .served_percent
                    .is_none_or(|share| (0.0..=100.0).contains(&share))
            );
            assert!(Series::of_last_seconds(cloud, 60).points.len() <= 60);
        });
    }
}
