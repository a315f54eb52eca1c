//! One number for a long outcome: equal numbers, equal outcomes.

/// An FNV-1a hash over whole numbers.
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

impl Extend<u64> for Digest {
    fn extend<I: IntoIterator<Item = u64>>(&mut self, numbers: I) {
        numbers.into_iter().for_each(|number| self.add(number));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_matters() {
        let of = |numbers: [u64; 2]| {
            let mut digest = Digest::default();
            digest.extend(numbers);
            digest.value()
        };
        assert_ne!(of([1, 2]), of([2, 1]));
        assert_eq!(of([1, 2]), of([1, 2]));
    }
}
