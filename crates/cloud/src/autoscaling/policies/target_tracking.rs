//! Target tracking: holds a metric at a value.
//!
//! AWS does not publish its formula. Ours is proportional; it adds what is missing at once, rounded up, and removes one at a
//! time, as recorded histories show it. The metric is set against the instances that were warm when its minute began: those
//! that joined since have had no part in it.

use super::Capacity;

/// What target tracking makes of a group; none if it changes nothing.
#[must_use]
pub fn tracked(capacity: Capacity, target: f64, metric: f64, out: bool) -> Option<u32> {
    let needed = (f64::from(capacity.warm) * metric / target).ceil() as i64;
    if out {
        return capacity.raised(needed);
    }
    let one_fewer = i64::from(capacity.desired) - 1;
    capacity.lowered(needed.max(one_fewer))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(n: u32) -> Capacity {
        Capacity {
            warm: n,
            warming: 0,
            ending: 0,
            desired: n,
            min: 1,
            max: 10,
        }
    }

    #[test]
    fn it_adds_in_proportion_and_rounds_up() {
        let cases = [
            (2, 90.0, Some(4)),
            (2, 51.0, Some(3)),
            (4, 100.0, Some(8)),
            (9, 100.0, Some(10)),
            (10, 90.0, None),
        ];
        for (n, metric, expected) in cases {
            assert_eq!(
                tracked(settled(n), 50.0, metric, true),
                expected,
                "{metric} with {n}"
            );
        }
    }

    #[test]
    fn it_removes_one_at_a_time_and_never_while_one_warms_up() {
        assert_eq!(tracked(settled(6), 50.0, 5.0, false), Some(5));
        assert_eq!(tracked(settled(4), 50.0, 34.0, false), Some(3));
        assert_eq!(tracked(settled(2), 50.0, 34.0, false), None, "1.36 are needed");
        assert_eq!(tracked(settled(1), 50.0, 0.0, false), None);
        let to_nothing = Capacity { min: 0, ..settled(1) };
        assert_eq!(tracked(to_nothing, 50.0, 0.0, false), Some(0), "a real zero");
        let warming = Capacity {
            warming: 1,
            desired: 7,
            ..settled(6)
        };
        assert_eq!(tracked(warming, 50.0, 5.0, false), None);
    }

    #[test]
    fn what_warms_up_is_wanted_already() {
        let warming = Capacity {
            warming: 2,
            desired: 4,
            ..settled(2)
        };
        assert_eq!(tracked(warming, 50.0, 90.0, true), None);
        assert_eq!(tracked(warming, 50.0, 110.0, true), Some(5));
    }
}
