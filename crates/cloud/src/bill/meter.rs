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
    /// By pieces of this length; one that has begun counts whole.
    Whole(SimDuration),
}

/// An hour that has begun counts whole.
pub(super) const WHOLE_HOURS: Counting = Counting::Whole(SimDuration::from_mins(60));

/// A minute that has begun counts whole.
pub(super) const WHOLE_MINUTES: Counting = Counting::Whole(SimDuration::from_mins(1));

/// What is charged for as long as it stands: a number of equal things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// What all of them cost.
    pub rate: Rate,
    /// How many they are.
    pub things: u64,
}

impl Standing {
    /// Of one thing.
    #[must_use]
    pub const fn one(rate: Rate) -> Self {
        Self { rate, things: 1 }
    }

    /// Of so many that each cost this much.
    #[must_use]
    pub const fn many(things: u64, each: Rate) -> Self {
        Self {
            rate: each.times(things),
            things,
        }
    }
}

/// What was charged so far for one thing, and what it charges now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meter {
    counting: Counting,
    closed: Money,
    /// What was counted before it last began to run: microseconds of each thing.
    counted: u64,
    open: Option<SimTime>,
    /// What it charges for, or last did.
    standing: Standing,
}

impl Meter {
    /// A meter that has never run.
    #[must_use]
    pub const fn new(counting: Counting) -> Self {
        Self {
            counting,
            closed: Money::ZERO,
            counted: 0,
            open: None,
            standing: Standing {
                rate: Rate::of_hour(Money::ZERO),
                things: 0,
            },
        }
    }

    /// From `now` on it charges for what stands, or nothing. The same again changes nothing.
    pub fn set(&mut self, now: SimTime, standing: Option<Standing>) {
        if self.standing() != standing {
            (self.closed, self.counted) = (self.charged(now), self.counted(now));
            self.open = standing.map(|_| now);
            self.standing = standing.unwrap_or(self.standing);
        }
    }

    /// What it charges for.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        self.open.map(|_| self.standing)
    }

    /// What it charges for, or last did.
    pub(super) const fn last_standing(&self) -> Standing {
        self.standing
    }

    /// The rate it runs at.
    #[must_use]
    pub fn rate(&self) -> Option<Rate> {
        self.standing().map(|standing| standing.rate)
    }

    /// Everything charged up to `now`.
    #[must_use]
    pub fn charged(&self, now: SimTime) -> Money {
        self.closed + self.standing.rate.of(self.running(now))
    }

    /// Everything counted up to `now`, in microseconds of each thing.
    #[must_use]
    pub fn counted(&self, now: SimTime) -> u64 {
        self.counted + self.standing.things * self.running(now).as_micros()
    }

    fn running(&self, now: SimTime) -> SimDuration {
        let counted = |since| self.counting.counted(now.since(since));
        self.open.map_or(SimDuration::ZERO, counted)
    }
}

impl Counting {
    fn counted(self, length: SimDuration) -> SimDuration {
        match self {
            Self::Seconds { least } => length.max(least),
            Self::Whole(piece) => {
                let begun = length.as_micros() / piece.as_micros() + 1;
                SimDuration::from_micros(begun * piece.as_micros())
            }
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
        let some = Some(Standing::one(RATE));
        assert_eq!(cents(&meter, 100), 0);
        meter.set(at(100), some);
        assert_eq!(cents(&meter, 101), 6, "the minute is due at once");
        meter.set(at(120), None);
        assert_eq!(cents(&meter, 1_000), 6);
        meter.set(at(1_000), some);
        meter.set(at(1_050), some);
        meter.set(at(1_090), None);
        assert_eq!(cents(&meter, 2_000), 15);
        assert_eq!(meter.counted(at(2_000)), 150_000_000);
    }

    #[test]
    fn an_hour_that_has_begun_counts_whole() {
        let mut meter = Meter::new(WHOLE_HOURS);
        meter.set(at(0), Some(Standing::one(RATE)));
        assert_eq!(cents(&meter, 1), 360);
        assert_eq!(cents(&meter, 3_599), 360);
        assert_eq!(cents(&meter, 3_600), 720);
    }

    #[test]
    fn things_are_counted_each() {
        let mut meter = Meter::new(Counting::Seconds {
            least: SimDuration::ZERO,
        });
        meter.set(at(0), Some(Standing::many(5, RATE)));
        meter.set(at(10), Some(Standing::many(2, RATE)));
        assert_eq!(meter.counted(at(20)), 70_000_000);
        assert_eq!(cents(&meter, 20), 7);
        meter.set(at(20), None);
        assert_eq!((meter.counted(at(99)), meter.rate()), (70_000_000, None));
    }
}
