//! How long served requests took, counted so that percentiles of any stretch of time can be told from its seconds.

use des::SimDuration;

/// Each doubling of a length is parted into this many steps: a percentile is off by at most one in 64.
const STEPS: u64 = 64;
const STEP_BITS: u32 = STEPS.trailing_zeros();

/// Counts of lengths: the steps that occurred, in order, and how often.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Latencies {
    counts: Vec<(u16, u32)>,
}

impl Latencies {
    pub(crate) fn count(&mut self, length: SimDuration) {
        self.add(step_of(length.as_micros()), 1);
    }

    /// All of these together.
    pub(crate) fn of_all<'l>(parts: impl Iterator<Item = &'l Self> + Clone) -> Self {
        let longest = parts
            .clone()
            .filter_map(|part| part.counts.last())
            .map(|(step, _)| *step)
            .max();
        let mut counts = vec![0; longest.map_or(0, |step| usize::from(step) + 1)];
        for (step, count) in parts.flat_map(|part| &part.counts) {
            counts[usize::from(*step)] += count;
        }
        Self {
            counts: sparse(&counts),
        }
    }

    /// Takes in those of `other`.
    pub(crate) fn merge(&mut self, other: &Self) {
        other
            .counts
            .iter()
            .for_each(|(step, count)| self.add(*step, *count));
    }

    /// Takes out those of `other`, which were taken in before.
    pub(crate) fn take_off(&mut self, other: &Self) {
        for (step, count) in &other.counts {
            if let Ok(place) = self.counts.binary_search_by_key(step, |(known, _)| *known) {
                self.counts[place].1 = self.counts[place].1.saturating_sub(*count);
            }
        }
    }

    /// How many were counted.
    pub(crate) fn total(&self) -> u64 {
        self.counts.iter().map(|(_, count)| u64::from(*count)).sum()
    }

    /// The length that `percent` of a hundred did not exceed, in milliseconds; nothing of nothing.
    pub(crate) fn percentile_ms(&self, percent: u64) -> Option<f64> {
        let wanted = (self.total() * percent).div_ceil(100).max(1);
        let mut passed = 0;
        let step = self.counts.iter().find(|(_, count)| {
            passed += u64::from(*count);
            passed >= wanted
        });
        step.map(|(step, _)| to_ms(upper_end(*step)))
    }

    fn add(&mut self, step: u16, count: u32) {
        match self.counts.binary_search_by_key(&step, |(known, _)| *known) {
            Ok(place) => self.counts[place].1 += count,
            Err(place) => self.counts.insert(place, (step, count)),
        }
    }
}

/// The steps that occurred among all.
fn sparse(counts: &[u32]) -> Vec<(u16, u32)> {
    let steps = (0..).zip(counts).filter(|(_, count)| **count > 0);
    steps.map(|(step, count)| (step, *count)).collect()
}

/// Lengths below [`STEPS`] microseconds have a step each; from there on the leading bits decide.
fn step_of(micros: u64) -> u16 {
    let shift = (u64::BITS - micros.leading_zeros()).saturating_sub(STEP_BITS + 1);
    let step = u64::from(shift) * STEPS + (micros >> shift);
    u16::try_from(step).unwrap_or(u16::MAX)
}

/// The longest length of a step, in microseconds.
fn upper_end(step: u16) -> u64 {
    let step = u64::from(step);
    let shift = (step / STEPS).saturating_sub(1);
    ((step - shift * STEPS + 1) << shift) - 1
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a latency in microseconds stays far below 2^53"
)]
fn to_ms(micros: u64) -> f64 {
    micros as f64 / 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_fine_and_in_order() {
        for micros in (0..10_000).chain((14..40).map(|bits| (1 << bits) + 7)) {
            let end = upper_end(step_of(micros));
            assert!((micros..=micros + micros / 32).contains(&end), "{micros}");
        }
        assert!((0..10_000).is_sorted_by_key(step_of));
    }

    #[test]
    fn percentiles_are_those_of_all_that_was_counted() {
        let (mut one, mut other) = (Latencies::default(), Latencies::default());
        (1..=50).for_each(|ms| one.count(SimDuration::from_millis(ms)));
        (51..=100).for_each(|ms| other.count(SimDuration::from_millis(ms)));
        one.merge(&other);
        let near = |percent, ms: f64| {
            let found = one.percentile_ms(percent).expect("there are some");
            assert!((ms..ms * 1.04).contains(&found), "{found} for {ms}");
        };
        near(50, 50.0);
        near(95, 95.0);
        near(99, 99.0);
        assert_eq!((one.total(), Latencies::default().percentile_ms(50)), (100, None));
    }
}
