//! How much model time a stretch of real time is worth. Pure: the driver tells it what the wall clock said.

use des::SimDuration;

/// The speeds on offer: model seconds in a real second.
pub const SPEEDS: [f64; 15] = [
    0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 100.0, 300.0, 1_000.0,
];

/// The longest real time that one frame can be worth, in milliseconds: after a stall the model goes on, it does not leap.
const LONGEST_FRAME_MS: f64 = 100.0;

/// Speed and pause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    /// Index into [`SPEEDS`].
    speed: usize,
    paused: bool,
    /// Real time in which the clock ran, in seconds.
    watched_s: f64,
    /// Model time that is due and smaller than a microsecond.
    carry_s: f64,
}

impl Clock {
    /// A running clock at the speed on offer that is nearest to `speed`.
    #[must_use]
    pub fn at(speed: f64) -> Self {
        Self {
            speed: nearest(speed),
            paused: false,
            watched_s: 0.0,
            carry_s: 0.0,
        }
    }

    /// Model seconds in a real second.
    #[must_use]
    pub fn speed(&self) -> f64 {
        SPEEDS[self.speed]
    }

    /// The place of that speed in [`SPEEDS`].
    #[must_use]
    pub fn speed_index(&self) -> usize {
        self.speed
    }

    /// Chooses a speed by its place in [`SPEEDS`].
    pub fn choose_speed(&mut self, index: usize) {
        self.speed = index.min(SPEEDS.len() - 1);
    }

    /// Chooses the speed on offer that is nearest.
    pub fn set_speed(&mut self, speed: f64) {
        self.speed = nearest(speed);
    }

    /// True while nothing moves.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.paused
    }

    /// Real time in which it ran so far, in seconds.
    #[must_use]
    pub fn watched_s(&self) -> f64 {
        self.watched_s
    }

    /// Stops or goes on.
    pub fn pause(&mut self, paused: bool) {
        self.paused = paused;
    }

    /// The model time that `real_ms` milliseconds are worth, at a speed of `least` or more.
    pub fn due(&mut self, real_ms: f64, least: f64) -> SimDuration {
        if self.paused {
            return SimDuration::ZERO;
        }
        let real_s = LONGEST_FRAME_MS.min(real_ms.max(0.0)) / 1_000.0;
        self.watched_s += real_s;
        let seconds = self.carry_s + real_s * self.speed().max(least);
        let due = SimDuration::from_micros((seconds * 1e6) as u64);
        self.carry_s = seconds - due.as_secs_f64();
        due
    }
}

fn nearest(speed: f64) -> usize {
    SPEEDS.iter().rposition(|&offered| offered <= speed).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_time_is_lost_between_frames() {
        let mut clock = Clock::at(0.1);
        let total: u64 = (0..600).map(|_| clock.due(1_000.0 / 60.0, 0.0).as_micros()).sum();
        assert!((999_998..=1_000_000).contains(&total), "{total}");
    }

    #[test]
    fn a_stall_is_not_made_up_for() {
        assert_eq!(Clock::at(10.0).due(60_000.0, 0.0), SimDuration::from_secs(1));
    }

    #[test]
    fn haste_is_what_passes_at_least() {
        let due = |least| Clock::at(10.0).due(100.0, least);
        assert_eq!(due(2.0), SimDuration::from_secs(1));
        assert_eq!(due(50.0), SimDuration::from_secs(5));
    }

    #[test]
    fn a_paused_clock_stands() {
        let mut clock = Clock::at(300.0);
        clock.pause(true);
        assert_eq!(clock.due(16.0, 600.0), SimDuration::ZERO);
    }

    #[test]
    fn a_wish_is_met_by_the_next_lower_speed() {
        assert_eq!(Clock::at(250.0).speed(), 100.0);
        assert_eq!(Clock::at(0.001).speed(), 0.01);
        assert_eq!(Clock::at(1e9).speed(), 1_000.0);
    }
}
