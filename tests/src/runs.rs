//! Runs whose outcome must be the same natively and in a browser.

use cloud::lab::Lab;
use cloud::{Seed, World};
use des::{Digest, Stream};

use crate::chance::Chance;

/// What [`of_draws`] must give everywhere.
pub const DRAWS: u64 = 17_540_542_817_332_489_869;

/// What [`of_a_long_run`] must give everywhere.
pub const LONG_RUN: u64 = 12_200_579_216_494_585_577;

/// A million exponential draws, bit by bit.
#[must_use]
pub fn of_draws() -> u64 {
    let draws = (0..1_000_000).map(|ordinal| Seed(7).draw(Stream::named("digest"), ordinal, 0).exponential());
    let mut digest = Digest::default();
    digest.extend(draws.map(f64::to_bits));
    digest.value()
}

/// Three simulated hours of random inputs, good and bad, under traffic.
#[must_use]
pub fn of_a_long_run() -> u64 {
    let mut lab = Lab::of(World::new(Seed(2026)));
    let mut chance = Chance::new(2026);
    lab.serving(3);
    lab.traffic(60.0);
    for _ in 0..180 {
        let input = chance.input(lab.cloud());
        let _refused_or_not = lab.submit(input);
        lab.pass_secs(60);
    }
    lab.cloud().digest()
}
