//! Random draws, keyed by what they are for.
//!
//! A draw is never the next number of a shared generator: it is named by its purpose and by the thing it is for (an
//! office and the ordinal of a visit; a zone and the ordinal of an instance). So two runs that differ in one decision
//! still share every other draw, and can be compared.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng};

/// The one number that, with the journal, determines a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seed(pub u64);

/// A family of draws, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream(u64);

impl Stream {
    /// The family called `name`.
    #[must_use]
    pub const fn named(name: &str) -> Self {
        // FNV-1a: a constant of the name, the same in every build.
        let (bytes, mut hash, mut index) = (name.as_bytes(), 0xcbf2_9ce4_8422_2325_u64, 0);
        while index < bytes.len() {
            hash = (hash ^ bytes[index] as u64).wrapping_mul(0x0100_0000_01b3);
            index += 1;
        }
        Self(hash)
    }
}

impl Seed {
    /// The draws of the family `stream` for the thing that `(first, second)` names.
    #[must_use]
    pub fn draw(self, stream: Stream, first: u64, second: u64) -> Draw {
        let key = mix(mix(mix(self.0 ^ stream.0) ^ first) ^ second);
        Draw(Xoshiro256PlusPlus::seed_from_u64(key))
    }
}

/// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): every bit of the input reaches every bit of the output.
const fn mix(word: u64) -> u64 {
    let word = word.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

/// The draws for one thing, in a fixed order.
#[derive(Clone, Debug)]
pub struct Draw(Xoshiro256PlusPlus);

impl Draw {
    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// Uniform in (0, 1]: never zero, so that its logarithm is finite.
    pub fn unit(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1_u64 << 53) as f64;
        ((self.bits() >> 11) + 1) as f64 * STEP
    }

    /// Uniform among `0..n`; `n` at least 1. The bias is below n / 2⁶⁴.
    pub fn below(&mut self, n: u64) -> u64 {
        ((u128::from(self.bits()) * u128::from(n)) >> 64) as u64
    }

    /// Exponential with mean 1.
    pub fn exponential(&mut self) -> f64 {
        // `libm`, since the platform's own logarithm differs in its last bit between native and wasm.
        -libm::log(self.unit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEST: Stream = Stream::named("test");

    #[test]
    fn a_draw_depends_on_its_name_and_key_alone() {
        let first = Seed(7).draw(TEST, 1, 2).bits();
        assert_eq!(Seed(7).draw(TEST, 1, 2).bits(), first);
        for other in [
            Seed(8).draw(TEST, 1, 2),
            Seed(7).draw(Stream::named("other"), 1, 2),
            Seed(7).draw(TEST, 2, 1),
            Seed(7).draw(TEST, 1, 3),
        ] {
            assert_ne!(other.clone().bits(), first);
        }
    }

    #[test]
    fn neighbouring_keys_are_uniform_and_exponential() {
        let n = 200_000_u32;
        let (mut sum, mut sum_exponential) = (0.0, 0.0);
        for key in 0..n {
            let mut draw = Seed(1).draw(TEST, key.into(), 0);
            sum += draw.unit();
            sum_exponential += draw.exponential();
        }
        // Three standard errors: 3·√(1/12n) and 3·√(1/n).
        assert!((sum / f64::from(n) - 0.5).abs() < 0.002, "{}", sum / f64::from(n));
        assert!((sum_exponential / f64::from(n) - 1.0).abs() < 0.007);
    }

    #[test]
    fn the_numbers_are_pinned() {
        // A change here changes every run ever shared.
        assert_eq!(Seed(42).draw(TEST, 1, 2).bits(), 8488898665814509497);
    }
}
