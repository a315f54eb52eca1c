//! Runs whose outcome must be the same natively and in a browser.

use cloud::lab::Lab;
use cloud::{Input, Seed, World};
use des::{Digest, Stream};

use crate::anyone::Anyone;
use crate::chance::Chance;
use crate::soak;

/// What [`of_draws`] must give everywhere.
pub const DRAWS: u64 = 4_533_840_431_884_768_771;

/// What [`of_a_long_run`] must give everywhere.
pub const LONG_RUN: u64 = 7_633_719_290_631_528_125;

/// A million exponential draws, bit by bit.
#[must_use]
pub fn of_draws() -> u64 {
    let draws = (0..1_000_000).map(|ordinal| Seed(7).draw(Stream::named("digest"), ordinal, 0).exponential());
    let mut digest = Digest::default();
    digest.extend(draws.map(f64::to_bits));
    digest.value()
}

/// Three simulated hours of a group behind a load balancer and instances beside it, under traffic and random inputs, good and
/// bad, to every service.
#[must_use]
pub fn of_a_long_run() -> u64 {
    let mut lab = Lab::of(World::new(Seed(2026)));
    let (mut chance, mut anyone) = (Chance::new(2026), Anyone::new(2026));
    soak::fleet(&mut lab);
    lab.launch(3, 'a');
    lab.traffic(60.0);
    for minute in 0..180 {
        if minute % 30 == 0 {
            anyone.look_around(&lab.simulation);
        }
        let _refused_or_not = lab.submit(chance.input(lab.cloud()));
        let _likewise = lab.submit(Input::Api(anyone.write()));
        lab.pass_secs(60);
    }
    lab.cloud().digest()
}
