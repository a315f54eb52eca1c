//! One number for a long outcome: equal numbers, equal outcomes.

use des::{Seed, Stream};

/// An FNV-1a hash, fed with whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Digest {
    /// Takes in one number.
    pub fn add(&mut self, number: u64) {
        for byte in number.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// The hash of all numbers so far.
    #[must_use]
    pub const fn value(self) -> u64 {
        self.0
    }
}

/// What [`of_draws`] must give everywhere.
pub const DRAWS: u64 = 17_540_542_817_332_489_869;

/// A million exponential draws, bit by bit.
#[must_use]
pub fn of_draws() -> u64 {
    let mut digest = Digest::default();
    for ordinal in 0..1_000_000 {
        let draw = Seed(7).draw(Stream::named("digest"), ordinal, 0).exponential();
        digest.add(draw.to_bits());
    }
    digest.value()
}
