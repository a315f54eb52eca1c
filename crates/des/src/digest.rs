//! One number for a long outcome: equal numbers, equal outcomes.

use std::fmt;

/// A hash over whole numbers: one multiplication each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(u64);

/// 2⁶⁴ divided by the golden ratio, odd: spreads neighbouring numbers.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Default for Digest {
    fn default() -> Self {
        Self(SPREAD)
    }
}

impl Digest {
    /// Takes in one number.
    #[inline]
    pub fn add(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(SPREAD);
        self.0 = mixed ^ (mixed >> 32);
    }

    /// Takes in something as it is written for debugging, which never forgets a field: for what changes seldom.
    pub fn add_debug(&mut self, thing: &impl fmt::Debug) {
        let written = fmt::Write::write_fmt(self, format_args!("{thing:?}"));
        debug_assert!(written.is_ok(), "a digest takes any text");
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

/// Takes in text, eight bytes at a time.
impl fmt::Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for bytes in text.as_bytes().chunks(8) {
            let mut word = [0; 8];
            word[..bytes.len()].copy_from_slice(bytes);
            self.add(u64::from_le_bytes(word));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    #[test]
    fn text_counts_to_its_last_letter() {
        let of = |text: &str| {
            let mut digest = Digest::default();
            write!(digest, "{text}").expect("a digest takes any text");
            digest.value()
        };
        assert_ne!(of("an availability zone"), of("an availability zond"));
        assert_ne!(of(""), of("a"));
    }

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
