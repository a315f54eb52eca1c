//! A meter runs while something is charged for.

use des::{SimDuration, SimTime};

use super::money::{Money, Rate};

/// How time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// By the second, at least this long each time it runs.
    Seconds {
        /// The least that is charged for.
        least: SimDuration,
    },
    /// By the hour; one that has begun counts whole.
    Hours,
    /// Not at all: what is used is added when it is known.
    Usage,
}

/// What was charged so far for one thing, and what it charges now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meter {
    counting: Counting,
    closed: Money,
    open: Option<(SimTime, Rate)>,
}

impl Meter {
    /// A meter that has never run.
    #[must_use]
    pub const fn new(counting: Counting) -> Self {
        Self {
            counting,
            closed: Money::ZERO,
            open: None,
        }
    }

    /// From `now` on it charges at `rate`, or nothing. The same rate again changes nothing.
    pub fn set(&mut self, now: SimTime, rate: Option<Rate>) {
        if self.rate() != rate {
            self.closed = self.charged(now);
            self.open = rate.map(|rate| (now, rate));
        }
    }

    /// So much more is charged.
    pub fn add(&mut self, charge: Money) {
        self.closed += charge;
    }

    /// What was charged before it last began to run: all of it, where nothing is counted by time.
    pub(super) const fn closed(&self) -> Money {
        self.closed
    }

    /// The rate it runs at.
    #[must_use]
    pub fn rate(&self) -> Option<Rate> {
        self.open.map(|(_, rate)| rate)
    }

    /// Everything charged up to `now`.
    #[must_use]
    pub fn charged(&self, now: SimTime) -> Money {
        let running = |(since, rate): (SimTime, Rate)| rate.of(self.counting.counted(now.since(since)));
        self.closed + self.open.map_or(Money::ZERO, running)
    }
}

impl Counting {
    fn counted(self, length: SimDuration) -> SimDuration {
        const HOUR: u64 = 3_600_000_000;
        match self {
            Self::Seconds { least } => length.max(least),
            Self::Usage => SimDuration::ZERO,
            Self::Hours => SimDuration::from_micros((length.as_micros() / HOUR + 1) * HOUR),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate::micro_dollars_per_hour(3_600_000);

    fn at(seconds: u64) -> SimTime {
        SimTime::from_secs(seconds)
    }

    fn cents(meter: &Meter, seconds: u64) -> u64 {
        meter.charged(at(seconds)).nano_dollars() / 10_000_000
    }

    #[test]
    fn every_start_is_charged_for_a_minute_at_least() {
        let least = SimDuration::from_secs(60);
        let mut meter = Meter::new(Counting::Seconds { least });
        assert_eq!(cents(&meter, 100), 0);
        meter.set(at(100), Some(RATE));
        assert_eq!(cents(&meter, 101), 6, "the minute is due at once");
        meter.set(at(120), None);
        assert_eq!(cents(&meter, 1_000), 6);
        meter.set(at(1_000), Some(RATE));
        meter.set(at(1_050), Some(RATE));
        meter.set(at(1_090), None);
        assert_eq!(cents(&meter, 2_000), 15);
    }

    #[test]
    fn an_hour_that_has_begun_counts_whole() {
        let mut meter = Meter::new(Counting::Hours);
        meter.set(at(0), Some(RATE));
        assert_eq!(cents(&meter, 1), 360);
        assert_eq!(cents(&meter, 3_599), 360);
        assert_eq!(cents(&meter, 3_600), 720);
    }
}
