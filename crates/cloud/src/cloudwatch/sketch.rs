//! Which values occurred, and how often: enough for percentiles, in bounded memory.
//!
//! Our choice: values are exact until there are too many of them, then they keep fewer and fewer binary digits.

use super::defaults::SKETCH_VALUES;

/// Binary digits of a value (beyond the first) that are kept at first when there are too many: within 0.4 %.
const DIGITS: u32 = 7;
const MANTISSA: u32 = 52;

/// Values with their counts, sorted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sketch {
    values: Vec<(f64, f64)>,
}

impl Sketch {
    /// Of one value that occurred `count` times.
    #[must_use]
    pub fn of(value: f64, count: f64) -> Self {
        Self {
            values: vec![(value, count)],
        }
    }

    /// Adds a value that occurred `count` times.
    pub fn add(&mut self, value: f64, count: f64) {
        let place = self.values.partition_point(|(known, _)| *known < value);
        match self.values.get_mut(place) {
            Some((known, old)) if *known == value => *old += count,
            _ => self.values.insert(place, (value, count)),
        }
        let mut digits = DIGITS;
        while self.values.len() > SKETCH_VALUES && digits > 0 {
            self.round(digits);
            digits -= 1;
        }
    }

    /// Adds all values of another, as if each had occurred `times` as often.
    pub fn add_all(&mut self, other: &Self, times: f64) {
        for (value, count) in &other.values {
            self.add(*value, count * times);
        }
    }

    fn round(&mut self, digits: u32) {
        let dropped = MANTISSA - digits;
        let middle = |value: f64| f64::from_bits(value.to_bits() >> dropped << dropped | 1 << (dropped - 1));
        for (value, _) in self.values.iter_mut().filter(|(value, _)| *value != 0.0) {
            *value = middle(*value);
        }
        self.values.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0.0 };
            same
        });
    }

    /// How many values occurred.
    #[must_use]
    pub fn count(&self) -> f64 {
        self.values.iter().map(|(_, count)| count).sum()
    }

    /// The least value that at least `percent` of all do not exceed.
    #[must_use]
    pub fn percentile(&self, percent: f64) -> Option<f64> {
        let wanted = self.count() * percent / 100.0;
        let mut seen = 0.0;
        let reached = |(_, count): &&(f64, f64)| {
            seen += count;
            seen >= wanted
        };
        let found = self.values.iter().find(reached).or(self.values.last());
        found.map(|(value, _)| *value)
    }

    /// How many values are between two percentiles, and their sum; a value across an end counts in part.
    #[must_use]
    pub fn between(&self, low: f64, high: f64) -> (f64, f64) {
        let (from, to) = (self.count() * low / 100.0, self.count() * high / 100.0);
        let (mut seen, mut count, mut sum) = (0.0_f64, 0.0, 0.0);
        for (value, times) in &self.values {
            let inside = (seen + times).min(to) - seen.max(from);
            seen += times;
            count += inside.max(0.0);
            sum += inside.max(0.0) * value;
        }
        (count, sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_exact_for_few_values() {
        let mut sketch = Sketch::default();
        (1..=100).for_each(|value| sketch.add(f64::from(value), 1.0));
        let percentiles = [0.0, 50.0, 90.0, 99.0, 100.0].map(|percent| sketch.percentile(percent));
        assert_eq!(percentiles, [1.0, 50.0, 90.0, 99.0, 100.0].map(Some));
        assert_eq!(sketch.between(0.0, 90.0), (90.0, 4_095.0));
        assert_eq!(sketch.between(25.0, 75.0), (50.0, 2_525.0));
    }

    #[test]
    fn memory_does_not_grow_with_the_number_of_values() {
        let mut sketch = Sketch::default();
        (1..=20_000).for_each(|value| sketch.add(f64::from(value) * -0.37, 1.0));
        (1..=20_000).for_each(|value| sketch.add(f64::from(value) * 0.37, 1.0));
        assert!(sketch.values.len() <= SKETCH_VALUES, "{}", sketch.values.len());
        assert_eq!(sketch.count(), 40_000.0);
        let found = sketch.percentile(95.0).expect("there are some");
        assert!((found / (18_000.0 * 0.37) - 1.0).abs() < 0.1, "{found}");
    }
}
