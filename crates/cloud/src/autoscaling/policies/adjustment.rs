//! A change of capacity, as simple and step scaling write it.

use crate::autoscaling::plan::percent_of;

/// A change of capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    /// By so many.
    By(i64),
    /// To so many.
    To(u32),
    /// By so many percent, at least so many.
    Percent(i64, Option<i64>),
}

impl Adjustment {
    /// The adjustment that AWS's words mean.
    #[must_use]
    pub fn read(kind: &str, amount: i64, least: Option<i64>) -> Self {
        match kind {
            "ExactCapacity" => Self::To(amount.max(0) as u32),
            "PercentChangeInCapacity" => Self::Percent(amount, least),
            _ => Self::By(amount),
        }
    }

    /// Capacity after it.
    #[must_use]
    pub fn of(self, capacity: u32) -> i64 {
        match self {
            Self::By(amount) => i64::from(capacity) + amount,
            Self::To(amount) => amount.into(),
            Self::Percent(percent, least) => i64::from(capacity) + percent_of(capacity, percent, least),
        }
    }

    /// Whether it adds (positive), removes (negative) or leaves things as they are, in a group that should have `desired`.
    #[must_use]
    pub fn direction(self, desired: u32) -> i64 {
        match self {
            Self::By(amount) | Self::Percent(amount, _) => amount.signum(),
            Self::To(amount) => (i64::from(amount) - i64::from(desired)).signum(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjustments_round_as_the_guide_says() {
        let percent = |percent, least| Adjustment::read("PercentChangeInCapacity", percent, least);
        let cases = [
            (4, percent(25, None), 5),
            (4, percent(25, Some(2)), 6),
            (3, percent(10, None), 4),
            (5, percent(-10, None), 4),
            (10, percent(127, None), 22),
            (10, percent(-66, None), 4),
            (10, percent(-100, None), 0),
            (10, percent(0, Some(3)), 10),
            (20, percent(-10, Some(5)), 15),
            (10, Adjustment::read("ChangeInCapacity", 3, None), 13),
            (10, Adjustment::read("ChangeInCapacity", -3, None), 7),
            (10, Adjustment::read("ExactCapacity", 4, None), 4),
        ];
        for (capacity, adjustment, after) in cases {
            assert_eq!(adjustment.of(capacity), after, "{adjustment:?} of {capacity}");
        }
    }

    #[test]
    fn an_exact_capacity_adds_or_removes_by_what_is_wanted_already() {
        assert_eq!(
            [3, 4, 5].map(|desired| Adjustment::To(4).direction(desired)),
            [1, 0, -1]
        );
        assert_eq!(Adjustment::Percent(-10, None).direction(4), -1);
    }
}
