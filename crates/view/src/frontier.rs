//! The fleets that were tried so far: what share of the requests each served, and what it costs by the hour.

use std::rc::Rc;

use crate::bill::Money;

/// What a fleet is made of, as far as availability and price go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FleetShape {
    /// Instances that run, if no group decides how many.
    pub instances: u32,
    /// The zones that they are in, or may be in.
    pub zones: u32,
    /// Whether a load balancer stands before them.
    pub balanced: bool,
    /// The least and the most instances of Auto Scaling groups, if there are any.
    pub scaled: Option<(u32, u32)>,
}

/// A fleet that was tried.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tried {
    /// What it is made of.
    pub shape: FleetShape,
    /// Requests that it served.
    pub served: u64,
    /// Requests that ended while it was there.
    pub ended: u64,
    /// What it costs by the hour, when it was last looked at.
    pub per_hour: Money,
}

/// Requests from which on a share says something.
pub const ENOUGH: u64 = 1_000;

impl Tried {
    /// The share that was served, in percent; none before there were enough requests.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        (self.ended >= ENOUGH).then(|| self.served as f64 * 100.0 / self.ended as f64)
    }
}

/// All that were tried, in the order in which they were first there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tries {
    /// The fleets.
    pub tried: Rc<[Tried]>,
    /// Which of them there is now.
    pub now: usize,
}

impl Tries {
    /// Whether no other fleet served as much for less, or more for as little.
    #[must_use]
    pub fn is_on_frontier(&self, one: &Tried) -> bool {
        let Some(percent) = one.percent() else {
            return false;
        };
        let better = |other: &Tried| {
            other.percent().is_some_and(|served| {
                (served > percent && other.per_hour <= one.per_hour)
                    || (served >= percent && other.per_hour < one.per_hour)
            })
        };
        !self.tried.iter().any(better)
    }
}

/// How many nines a share has: 99 % has two, 99.9 % three, and what lies between a part of one.
#[must_use]
pub fn nines(percent: f64) -> f64 {
    let failed = (100.0 - percent) / 100.0;
    let mut left = failed;
    let mut whole = 0.0;
    while left < 0.1 && whole < MOST_NINES {
        left *= 10.0;
        whole += 1.0;
    }
    // Between two nines the part grows as evenly as the share does.
    (whole + (1.0 - left) / 0.9).min(MOST_NINES)
}

/// More are not told apart.
pub const MOST_NINES: f64 = 5.0;

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(served: u64, micros: u64) -> Tried {
        Tried {
            shape: FleetShape::default(),
            served,
            ended: 10_000,
            per_hour: Money::from_micro_dollars(micros),
        }
    }

    #[test]
    fn nines_are_counted() {
        assert_eq!(
            [0.0, 90.0, 99.0, 100.0].map(|percent| (nines(percent) * 10.0).round() / 10.0),
            [0.0, 1.0, 2.0, 5.0]
        );
        assert!(nines(99.5) > 2.0 && nines(99.5) < 3.0);
    }

    #[test]
    fn a_fleet_that_another_beats_is_behind_the_frontier() {
        let tries = Tries {
            tried: [tried(9_000, 100), tried(9_900, 200), tried(9_500, 300)].into(),
            now: 2,
        };
        let on: Vec<bool> = tries.tried.iter().map(|one| tries.is_on_frontier(one)).collect();
        assert_eq!(on, [true, true, false]);
        let few = Tried {
            ended: 5,
            ..tried(5, 1)
        };
        assert!(!tries.is_on_frontier(&few), "too few requests say nothing");
    }
}
