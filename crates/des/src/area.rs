//! The area under a count over time: what time-weighted means and Little's law are made of.

use crate::{SimDuration, SimTime};

/// A count that changes at instants, and the area under it since the beginning, in count × microseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    count: u32,
    changed: SimTime,
    until_changed: u64,
}

impl Area {
    /// The count now.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// Sets the count.
    pub fn set(&mut self, now: SimTime, count: u32) {
        self.until_changed = self.up_to(now);
        self.changed = now;
        self.count = count;
    }

    /// One more.
    pub fn enter(&mut self, now: SimTime) {
        self.set(now, self.count + 1);
    }

    /// One less.
    ///
    /// # Panics
    /// If the count is zero.
    pub fn leave(&mut self, now: SimTime) {
        self.set(
            now,
            self.count
                .checked_sub(1)
                .expect("someone leaves who never entered"),
        );
    }

    /// The area from the beginning to `now`, in count × microseconds.
    #[must_use]
    pub fn up_to(&self, now: SimTime) -> u64 {
        self.until_changed + u64::from(self.count) * now.since(self.changed).as_micros()
    }
}

/// The mean count over a `length` of time in which the area grew by `grown` (count × microseconds); zero over no time.
#[must_use]
pub fn mean_over(grown: u64, length: SimDuration) -> f64 {
    if length == SimDuration::ZERO {
        0.0
    } else {
        grown as f64 / length.as_micros() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_weighs_by_time() {
        let mut area = Area::default();
        area.enter(SimTime::from_secs(1));
        area.enter(SimTime::from_secs(2));
        area.leave(SimTime::from_secs(5));
        let mean = mean_over(area.up_to(SimTime::from_secs(10)), SimDuration::from_secs(10));
        assert!((mean - 1.2).abs() < 1e-12, "(1 + 2·3 + 5) / 10, not {mean}");
    }
}
