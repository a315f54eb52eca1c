//! Model time: whole microseconds, so that two runs can be compared to the bit.

use std::fmt;
use std::ops::{Add, AddAssign, Mul, Sub};

/// Microseconds in one second.
pub const MICROS_PER_SECOND: u64 = 1_000_000;

/// An instant of model time, in microseconds since the world began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SimTime(u64);

/// A length of model time, in microseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SimDuration(u64);

impl SimTime {
    /// The beginning of the world.
    pub const ZERO: Self = Self(0);
    /// An instant that never comes.
    pub const NEVER: Self = Self(u64::MAX);

    /// The instant `micros` microseconds after the beginning.
    #[must_use]
    pub const fn from_micros(micros: u64) -> Self {
        Self(micros)
    }

    /// The instant `seconds` seconds after the beginning.
    #[must_use]
    pub const fn from_secs(seconds: u64) -> Self {
        Self(seconds * MICROS_PER_SECOND)
    }

    /// Microseconds since the beginning.
    #[must_use]
    pub const fn as_micros(self) -> u64 {
        self.0
    }

    /// Whole seconds since the beginning, rounded down.
    #[must_use]
    pub const fn as_secs(self) -> u64 {
        self.0 / MICROS_PER_SECOND
    }

    /// Seconds since the beginning.
    #[must_use]
    pub fn as_secs_f64(self) -> f64 {
        self.0 as f64 / MICROS_PER_SECOND as f64
    }

    /// The time that passed since `earlier`; zero if `earlier` is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> SimDuration {
        SimDuration(self.0.saturating_sub(earlier.0))
    }

    /// The first multiple of `step` after this instant.
    #[must_use]
    pub const fn next_multiple_of(self, step: SimDuration) -> Self {
        Self((self.0 / step.0 + 1) * step.0)
    }
}

impl SimDuration {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// `micros` microseconds.
    #[must_use]
    pub const fn from_micros(micros: u64) -> Self {
        Self(micros)
    }

    /// `millis` milliseconds.
    #[must_use]
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis * 1_000)
    }

    /// `seconds` seconds.
    #[must_use]
    pub const fn from_secs(seconds: u64) -> Self {
        Self(seconds * MICROS_PER_SECOND)
    }

    /// `minutes` minutes.
    #[must_use]
    pub const fn from_mins(minutes: u64) -> Self {
        Self::from_secs(minutes * 60)
    }

    /// `seconds` seconds, rounded to the nearest microsecond; negative and NaN become zero.
    #[must_use]
    pub fn from_secs_f64(seconds: f64) -> Self {
        // A float-to-integer cast saturates and takes NaN to zero, on every platform alike.
        Self((seconds * MICROS_PER_SECOND as f64 + 0.5) as u64)
    }

    /// The length in microseconds.
    #[must_use]
    pub const fn as_micros(self) -> u64 {
        self.0
    }

    /// The length in whole seconds, rounded down.
    #[must_use]
    pub const fn as_secs(self) -> u64 {
        self.0 / MICROS_PER_SECOND
    }

    /// The length in seconds.
    #[must_use]
    pub fn as_secs_f64(self) -> f64 {
        self.0 as f64 / MICROS_PER_SECOND as f64
    }
}

impl Add<SimDuration> for SimTime {
    type Output = Self;
    fn add(self, length: SimDuration) -> Self {
        Self(self.0 + length.0)
    }
}

impl AddAssign<SimDuration> for SimTime {
    fn add_assign(&mut self, length: SimDuration) {
        self.0 += length.0;
    }
}

impl Add for SimDuration {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for SimDuration {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Mul<u64> for SimDuration {
    type Output = Self;
    fn mul(self, times: u64) -> Self {
        Self(self.0 * times)
    }
}

/// Since the beginning of the world: `01:02:03.000004`, trailing zeros of the fraction left out.
impl fmt::Display for SimTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (seconds, micros) = (self.as_secs(), self.0 % MICROS_PER_SECOND);
        write!(
            f,
            "{:02}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )?;
        write_fraction(f, micros)
    }
}

/// As `90 s` or `0.084 s`.
impl fmt::Display for SimDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.as_secs())?;
        write_fraction(f, self.0 % MICROS_PER_SECOND)?;
        f.write_str(" s")
    }
}

fn write_fraction(f: &mut fmt::Formatter<'_>, micros: u64) -> fmt::Result {
    if micros == 0 {
        return Ok(());
    }
    let digits = format!("{micros:06}");
    write!(f, ".{}", digits.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_print_as_a_clock() {
        assert_eq!(SimTime::from_micros(3_723_000_004).to_string(), "01:02:03.000004");
        assert_eq!(SimTime::from_secs(59).to_string(), "00:00:59");
        assert_eq!(SimDuration::from_millis(84).to_string(), "0.084 s");
    }

    #[test]
    fn odd_seconds_become_zero_or_the_nearest_microsecond() {
        assert_eq!(SimDuration::from_secs_f64(f64::NAN), SimDuration::ZERO);
        assert_eq!(SimDuration::from_secs_f64(-1.0), SimDuration::ZERO);
        assert_eq!(SimDuration::from_secs_f64(0.000_001_6).as_micros(), 2);
    }

    #[test]
    fn the_next_multiple_is_never_now() {
        let second = SimDuration::from_secs(1);
        assert_eq!(
            SimTime::from_secs(3).next_multiple_of(second),
            SimTime::from_secs(4)
        );
        assert_eq!(
            SimTime::from_micros(1).next_multiple_of(second),
            SimTime::from_secs(1)
        );
    }
}
