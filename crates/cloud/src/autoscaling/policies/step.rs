//! Step scaling: an adjustment by how far the metric is from the threshold. It never waits for a cooldown.

use api::autoscaling::StepAdjustment;

use super::{Adjustment, Capacity};

/// One step of a step policy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// From this distance to the threshold on.
    pub lower: f64,
    /// Up to this one.
    pub upper: f64,
    /// The adjustment.
    pub adjustment: Adjustment,
}

/// How the values that an alarm saw become one. AWS does not say which values these are: those of the periods that the
/// alarm decided by. Our choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aggregation {
    /// Their mean.
    #[default]
    Average,
    /// The least.
    Minimum,
    /// The greatest.
    Maximum,
}

impl Aggregation {
    /// The aggregation with AWS's word; the mean for any other.
    #[must_use]
    pub fn named(word: &str) -> Self {
        match word {
            "Minimum" => Self::Minimum,
            "Maximum" => Self::Maximum,
            _ => Self::Average,
        }
    }

    /// One value of several; none of none.
    #[must_use]
    pub fn of(self, values: &[f64]) -> Option<f64> {
        let first = *values.first()?;
        Some(match self {
            Self::Average => values.iter().sum::<f64>() / values.len() as f64,
            Self::Minimum => values.iter().fold(first, |least, value| least.min(*value)),
            Self::Maximum => values.iter().fold(first, |most, value| most.max(*value)),
        })
    }
}

impl Step {
    /// The step that AWS's words mean.
    #[must_use]
    pub fn read(step: &StepAdjustment, kind: &str, least: Option<i64>) -> Self {
        Self {
            lower: step.lower_bound.unwrap_or(f64::NEG_INFINITY),
            upper: step.upper_bound.unwrap_or(f64::INFINITY),
            adjustment: Adjustment::read(kind, step.scaling_adjustment.unwrap_or_default(), least),
        }
    }

    /// Whether it is for a metric at this distance from the threshold: above, the lower bound is included, below, the upper
    /// one.
    #[must_use]
    pub fn holds(&self, distance: f64) -> bool {
        if distance >= 0.0 {
            self.lower <= distance && distance < self.upper
        } else {
            self.lower < distance && distance <= self.upper
        }
    }
}

/// What a step policy makes of a group; none if it changes nothing. Instances that warm up are wanted already but not there
/// yet; instances on their way out are still there when others should go, so that the same step again does nothing.
#[must_use]
pub fn stepped(capacity: Capacity, steps: &[Step], distance: f64) -> Option<u32> {
    let adjustment = steps.iter().find(|step| step.holds(distance))?.adjustment;
    match adjustment.direction(capacity.desired) {
        1 => capacity.raised(adjustment.of(capacity.warm)),
        -1 => capacity.lowered(adjustment.of(capacity.warm + capacity.ending)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The guide's worked example: threshold 50, three steps out and three in.
    fn steps() -> Vec<Step> {
        let step = |lower: f64, upper: f64, percent: i64| Step {
            lower,
            upper,
            adjustment: Adjustment::Percent(percent, None),
        };
        let (no, far) = (f64::NEG_INFINITY, f64::INFINITY);
        vec![
            step(0.0, 10.0, 0),
            step(10.0, 20.0, 10),
            step(20.0, far, 30),
            step(-10.0, 0.0, 0),
            step(-20.0, -10.0, -10),
            step(no, -20.0, -30),
        ]
    }

    fn settled(n: u32) -> Capacity {
        Capacity {
            warm: n,
            warming: 0,
            ending: 0,
            desired: n,
            min: 1,
            max: 100,
        }
    }

    fn after(capacity: Capacity, metric: f64) -> u32 {
        stepped(capacity, &steps(), metric - 50.0).unwrap_or(capacity.desired)
    }

    #[test]
    fn the_worked_example_holds() {
        let cases = [(10, 60.0, 11), (11, 70.0, 14), (14, 40.0, 13), (13, 30.0, 10)];
        for (n, metric, expected) in cases {
            assert_eq!(after(settled(n), metric), expected, "{metric} with {n}");
        }
    }

    #[test]
    fn bounds_belong_to_the_step_that_is_farther_from_the_threshold() {
        let cases = [
            (59.9, 10),
            (60.0, 11),
            (40.1, 10),
            (40.0, 9),
            (30.1, 9),
            (30.0, 7),
            (50.0, 10),
            (70.0, 13),
        ];
        for (metric, expected) in cases {
            assert_eq!(after(settled(10), metric), expected, "{metric}");
        }
    }

    #[test]
    fn what_warms_up_is_wanted_but_not_there() {
        let warming = Capacity {
            warming: 1,
            desired: 11,
            ..settled(10)
        };
        assert_eq!(after(warming, 62.0), 11, "10 + 1 are wanted already");
        assert_eq!(after(warming, 70.0), 13);
        assert_eq!(after(warming, 30.0), 11, "nothing goes while one warms up");
    }

    #[test]
    fn what_is_on_its_way_out_still_counts_when_others_should_go() {
        let ending = Capacity {
            ending: 3,
            desired: 7,
            ..settled(7)
        };
        assert_eq!(after(ending, 30.0), 7, "10 - 3 have been told to go");
        assert_eq!(after(settled(7), 30.0), 5);
    }

    #[test]
    fn a_step_out_never_lowers_and_a_step_in_never_raises() {
        let short = Capacity {
            desired: 12,
            ..settled(10)
        };
        assert_eq!(after(short, 60.0), 12);
        let long = Capacity {
            desired: 8,
            ..settled(10)
        };
        assert_eq!(after(long, 40.0), 8);
    }

    #[test]
    fn limits_hold() {
        let three = Capacity { max: 3, ..settled(2) };
        let by = |amount| {
            [Step {
                lower: 0.0,
                upper: f64::INFINITY,
                adjustment: Adjustment::By(amount),
            }]
        };
        assert_eq!(stepped(three, &by(3), 0.0), Some(3));
        let two = Capacity { min: 2, ..settled(3) };
        assert_eq!(stepped(two, &by(-2), 0.0), Some(2));
    }

    #[test]
    fn values_become_one() {
        let values = [60.0, 80.0, 70.0];
        let all = [Aggregation::Average, Aggregation::Minimum, Aggregation::Maximum];
        assert_eq!(
            all.map(|one| one.of(&values)),
            [Some(70.0), Some(60.0), Some(80.0)]
        );
        assert_eq!(Aggregation::Average.of(&[]), None);
    }
}
