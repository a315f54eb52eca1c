//! How many requests employees send, over time.

use des::{SimDuration, SimTime};

/// The shape of the arrival rate; rates are requests per second over all offices.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Profile {
    /// Always the same.
    Steady,
    /// From the rate before to the new one, in a straight line.
    Ramp {
        /// The rate at the beginning.
        from: f64,
        /// How long it takes.
        over: SimDuration,
    },
    /// A working day that repeats: the rate is that of the busiest hour.
    Day {
        /// The length of the day; 24 h unless compressed.
        over: SimDuration,
    },
    /// The rate, then a steep rise to the peak, then back.
    FlashCrowd {
        /// The rate at the top.
        peak: f64,
        /// From the beginning of the rise to the end of the fall.
        over: SimDuration,
    },
}

/// What the employees do from an instant on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Traffic {
    /// Requests per second: the rate that the profile is about.
    pub rate: f64,
    /// The shape.
    pub profile: Profile,
    /// When it began.
    pub since: SimTime,
}

/// A rate and how long it holds. A curve is taken in steps of one second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct RatePiece {
    pub(crate) per_second: f64,
    pub(crate) until: SimTime,
}

const STEP: SimDuration = SimDuration::from_secs(1);

/// Load by hour of the day, in hundredths of the busiest hour. Our choice: offices in three parts of the world.
const DAY: [f64; 24] = [
    18.0, 15.0, 14.0, 16.0, 22.0, 30.0, 38.0, 52.0, 74.0, 92.0, 100.0, 96.0, 88.0, 90.0, 95.0, 93.0, 84.0,
    70.0, 52.0, 42.0, 36.0, 30.0, 25.0, 21.0,
];

/// The part of a flash crowd in which it rises; it holds its peak for as long again, and falls for the rest.
const RISE: f64 = 0.1;
const HOLD_UNTIL: f64 = 0.4;

impl Traffic {
    /// Nobody sends anything.
    pub const NONE: Self = Self {
        rate: 0.0,
        profile: Profile::Steady,
        since: SimTime::ZERO,
    };

    /// Requests per second at `now`.
    #[must_use]
    pub fn rate_at(&self, now: SimTime) -> f64 {
        let elapsed = now.since(self.since);
        match self.profile {
            Profile::Steady => self.rate,
            Profile::Ramp { from, over } => from + (self.rate - from) * part(elapsed, over).min(1.0),
            Profile::Day { over } => self.rate * of_day(part(elapsed, over)),
            Profile::FlashCrowd { peak, over } => {
                self.rate + (peak - self.rate) * of_crowd(part(elapsed, over))
            }
        }
    }

    /// The rate that holds from `now`, and until when.
    pub(crate) fn piece_at(&self, now: SimTime) -> RatePiece {
        let until = if self.is_level(now) {
            SimTime::NEVER
        } else {
            now.next_multiple_of(STEP)
        };
        RatePiece {
            per_second: self.rate_at(now),
            until,
        }
    }

    /// Whether the rate never changes again.
    fn is_level(&self, now: SimTime) -> bool {
        match self.profile {
            Profile::Steady => true,
            Profile::Ramp { over, .. } | Profile::FlashCrowd { over, .. } => now.since(self.since) >= over,
            Profile::Day { .. } => self.rate == 0.0,
        }
    }
}

fn part(elapsed: SimDuration, of: SimDuration) -> f64 {
    if of == SimDuration::ZERO {
        1.0
    } else {
        elapsed.as_secs_f64() / of.as_secs_f64()
    }
}

/// Linear between the hours.
fn of_day(days: f64) -> f64 {
    let hours = (days - days.trunc()) * 24.0;
    let hour = hours as usize % 24;
    let (here, next) = (DAY[hour], DAY[(hour + 1) % 24]);
    (here + (next - here) * (hours - hours.trunc())) / 100.0
}

fn of_crowd(part: f64) -> f64 {
    if part < RISE {
        part / RISE
    } else if part < HOLD_UNTIL {
        1.0
    } else if part < 1.0 {
        (1.0 - part) / (1.0 - HOLD_UNTIL)
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(profile: Profile, seconds: u64) -> f64 {
        let traffic = Traffic {
            rate: 100.0,
            profile,
            since: SimTime::from_secs(10),
        };
        traffic.rate_at(SimTime::from_secs(10 + seconds))
    }

    #[test]
    fn a_ramp_is_a_straight_line_and_stays() {
        let ramp = Profile::Ramp {
            from: 20.0,
            over: SimDuration::from_secs(80),
        };
        assert_eq!(
            [at(ramp, 0), at(ramp, 40), at(ramp, 80), at(ramp, 900)],
            [20.0, 60.0, 100.0, 100.0]
        );
    }

    #[test]
    fn a_flash_crowd_rises_holds_and_falls() {
        let crowd = Profile::FlashCrowd {
            peak: 500.0,
            over: SimDuration::from_secs(100),
        };
        for (seconds, rate) in [(0, 100.0), (5, 300.0), (20, 500.0), (70, 300.0), (200, 100.0)] {
            assert!(
                (at(crowd, seconds) - rate).abs() < 1e-9,
                "{seconds} s: {}",
                at(crowd, seconds)
            );
        }
    }

    #[test]
    fn a_day_peaks_at_its_rate_and_repeats() {
        let day = Profile::Day {
            over: SimDuration::from_secs(86_400),
        };
        let hourly: Vec<f64> = (0..24).map(|hour| at(day, hour * 3_600)).collect();
        assert_eq!(hourly.iter().copied().fold(0.0, f64::max), 100.0);
        assert!((at(day, 3_600) - at(day, 25 * 3_600)).abs() < 1e-9);
    }
}
