//! Money and what it is charged by, in whole billionths of a dollar: a second of the smallest instance is 1,444 of them.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

use des::SimDuration;

/// Hours in a month, as AWS's own estimates count them: 365 × 24 ÷ 12. Source: AWS Pricing Calculator.
pub const HOURS_PER_MONTH: u64 = 730;

const NANOS_PER_MICRO: u64 = 1_000;
const MICROS_PER_HOUR: u128 = 3_600_000_000;

/// US dollars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(u64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// From millionths of a dollar.
    #[must_use]
    pub const fn from_micro_dollars(micros: u64) -> Self {
        Self(micros * NANOS_PER_MICRO)
    }

    /// From billionths of a dollar.
    #[must_use]
    pub const fn from_nano_dollars(nanos: u64) -> Self {
        Self(nanos)
    }

    /// What is left when `other`, which is no more, is taken away.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// In billionths of a dollar.
    #[must_use]
    pub const fn nano_dollars(self) -> u64 {
        self.0
    }

    /// In dollars, for display.
    #[must_use]
    pub fn dollars(self) -> f64 {
        self.0 as f64 / 1e9
    }

    /// So many parts of so many, rounded down.
    #[must_use]
    pub fn scaled(self, parts: u64, of: u64) -> Self {
        let nanos = u128::from(self.0) * u128::from(parts) / u128::from(of);
        Self(u64::try_from(nanos).unwrap_or(u64::MAX))
    }

    /// That many times as much.
    #[must_use]
    pub const fn times(self, n: u64) -> Self {
        Self(self.0 * n)
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// Dollars and cents, rounded to the nearest; below a dollar to a hundredth of a cent: `$11.24`, `$0.0104`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (step, digits) = if self.0 < 1_000_000_000 {
            (100_000, 4)
        } else {
            (10_000_000, 2)
        };
        let steps = (self.0 + step / 2) / step;
        let one = 10_u64.pow(digits);
        write!(
            f,
            "${}.{:0width$}",
            steps / one,
            steps % one,
            width = digits as usize
        )
    }
}

/// A price per hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(Money);

impl Rate {
    /// So many millionths of a dollar an hour.
    #[must_use]
    pub const fn micro_dollars_per_hour(micros: u64) -> Self {
        Self(Money::from_micro_dollars(micros))
    }

    /// So much an hour.
    #[must_use]
    pub const fn of_hour(money: Money) -> Self {
        Self(money)
    }

    /// That many times as much.
    #[must_use]
    pub const fn times(self, n: u64) -> Self {
        Self(self.0.times(n))
    }

    /// So many millionths of a dollar a month, spread evenly over [its hours](HOURS_PER_MONTH).
    #[must_use]
    pub const fn micro_dollars_per_month(micros: u64) -> Self {
        Self(Money(micros * NANOS_PER_MICRO / HOURS_PER_MONTH))
    }

    /// Of one hour.
    #[must_use]
    pub const fn per_hour(self) -> Money {
        self.0
    }

    /// Of a month at this rate.
    #[must_use]
    pub const fn per_month(self) -> Money {
        self.0.times(HOURS_PER_MONTH)
    }

    /// Of a length of time, rounded down.
    #[must_use]
    pub fn of(self, length: SimDuration) -> Money {
        let nanos = u128::from(self.0.0) * u128::from(length.as_micros()) / MICROS_PER_HOUR;
        Money(u64::try_from(nanos).expect("no bill comes to eighteen billion dollars"))
    }
}

impl Add for Rate {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for Rate {
    fn sum<I: Iterator<Item = Self>>(rates: I) -> Self {
        Self(rates.map(Self::per_hour).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_shown_in_cents_or_hundredths_of_them() {
        let shown = |micros: u64| Money::from_micro_dollars(micros).to_string();
        assert_eq!(shown(0), "$0.0000");
        assert_eq!(shown(10_400), "$0.0104");
        assert_eq!(shown(999_960), "$1.0000");
        assert_eq!(shown(11_242_000), "$11.24");
        assert_eq!(shown(52_049_999), "$52.05");
    }

    #[test]
    fn a_rate_over_time_is_money() {
        let rate = Rate::micro_dollars_per_hour(10_400);
        assert_eq!(
            rate.of(SimDuration::from_mins(60)),
            Money::from_micro_dollars(10_400)
        );
        assert_eq!(rate.of(SimDuration::from_secs(1)).nano_dollars(), 2_888);
        assert_eq!(rate.per_month(), Money::from_micro_dollars(7_592_000));
    }
}
