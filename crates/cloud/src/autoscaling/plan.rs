//! What a group should do next: pure decisions.
//!
//! Source: Auto Scaling User Guide, "Benefits of Auto Scaling for application architecture" (zones), "Control which Auto
//! Scaling instances terminate during scale in".

use des::SimTime;

use super::defaults::REBALANCE_MARGIN;
use crate::region::ZoneIndex;

/// What is known of an instance that may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its place among the group's.
    pub place: usize,
    /// Where it stands.
    pub zone: ZoneIndex,
    /// When it was launched.
    pub launched: SimTime,
    /// The version of the group's template that it was launched from; zero if it was another template.
    pub version: u32,
}

/// The zone for the next instance: the one with the fewest; of several, the first. `tried` have failed.
#[must_use]
pub fn next_zone(counts: &[(ZoneIndex, usize)], tried: &[ZoneIndex]) -> Option<ZoneIndex> {
    let open = counts.iter().filter(|(zone, _)| !tried.contains(zone));
    open.min_by_key(|(zone, count)| (*count, *zone))
        .map(|(zone, _)| *zone)
}

/// The zones to move an instance between: from the fullest to the emptiest, if they differ by two or more.
#[must_use]
pub fn imbalance(counts: &[(ZoneIndex, usize)]) -> Option<(ZoneIndex, ZoneIndex)> {
    let (to, least) = counts.iter().min_by_key(|(zone, n)| (*n, *zone))?;
    let (from, most) = counts.iter().max_by_key(|(zone, n)| (*n, *zone))?;
    (most - least >= 2).then_some((*from, *to))
}

/// How many instances there may be while they move between zones: a tenth more than the greatest size, or in place of that
/// the greatest percentage of the wanted size that a maintenance policy allows; in either case one more, at least. Of a part
/// of an instance nothing is said; our choice: it does not count.
#[must_use]
pub fn most_while_rebalancing(max: u32, desired: u32, most_percent: Option<u32>) -> u32 {
    let with_margin = |whole: u32, margin: u32| whole + margin.max(REBALANCE_MARGIN);
    match most_percent {
        Some(percent) => with_margin(desired, desired * percent.saturating_sub(100) / 100),
        None => with_margin(max, max / 10),
    }
}

/// The instance that goes first: of the fullest zone, by the policies in order.
#[must_use]
pub fn victim(candidates: &[Candidate], policies: &[String]) -> Option<usize> {
    let in_zone = |zone: ZoneIndex| candidates.iter().filter(|one| one.zone == zone).count();
    let fullest = candidates.iter().map(|one| in_zone(one.zone)).max()?;
    let mut left: Vec<Candidate> = candidates
        .iter()
        .copied()
        .filter(|one| in_zone(one.zone) == fullest)
        .collect();
    for policy in policies {
        narrow(&mut left, policy);
    }
    // Our choice where AWS draws lots: the first.
    left.first().map(|one| one.place)
}

fn narrow(left: &mut Vec<Candidate>, policy: &str) {
    match policy {
        "OldestInstance" => keep(left, |one| one.launched.as_micros()),
        "NewestInstance" => keep(left, |one| u64::MAX - one.launched.as_micros()),
        "OldestLaunchTemplate" => keep(left, |one| one.version.into()),
        "ClosestToNextInstanceHour" => keep(left, hour_left),
        // About Spot Instances and launch configurations, of which there are none.
        "AllocationStrategy" | "OldestLaunchConfiguration" => {}
        _ => {
            keep(left, |one| one.version.into());
            keep(left, hour_left);
        }
    }
}

/// Those for which `rank` is least.
fn keep(left: &mut Vec<Candidate>, rank: impl Fn(&Candidate) -> u64) {
    let least = left.iter().map(&rank).min();
    left.retain(|one| Some(rank(one)) == least);
}

/// Whose hour ends first began it earliest within the hour. Simplified: by the time of launch alone.
fn hour_left(one: &Candidate) -> u64 {
    const HOUR: u64 = 3_600_000_000;
    HOUR - one.launched.as_micros() % HOUR
}

/// A change in percent, in whole instances: away from zero below one, towards zero beyond.
#[must_use]
pub fn percent_of(capacity: u32, percent: i64, least: Option<i64>) -> i64 {
    let hundredths = i64::from(capacity) * percent;
    let whole = match hundredths {
        1..=99 => 1,
        -99..=-1 => -1,
        _ => hundredths / 100,
    };
    match least {
        Some(least) if whole != 0 && whole.abs() < least => whole.signum() * least,
        _ => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(counts: &[usize]) -> Vec<(ZoneIndex, usize)> {
        (0..).map(ZoneIndex).zip(counts.iter().copied()).collect()
    }

    #[test]
    fn a_new_instance_goes_where_the_fewest_are() {
        assert_eq!(next_zone(&counts(&[2, 1, 1]), &[]), Some(ZoneIndex(1)));
        assert_eq!(
            next_zone(&counts(&[2, 1, 1]), &[ZoneIndex(1)]),
            Some(ZoneIndex(2))
        );
        assert_eq!(next_zone(&counts(&[0]), &[ZoneIndex(0)]), None);
    }

    #[test]
    fn a_difference_of_two_is_out_of_balance() {
        assert_eq!(imbalance(&counts(&[2, 1, 1])), None);
        assert_eq!(imbalance(&counts(&[3, 1, 1])), Some((ZoneIndex(0), ZoneIndex(1))));
        assert_eq!(imbalance(&counts(&[0, 4])), Some((ZoneIndex(1), ZoneIndex(0))));
    }

    #[test]
    fn rebalancing_has_room_for_a_tenth_of_the_greatest_size_or_one() {
        let by_size = [
            (1, 2),
            (4, 5),
            (9, 10),
            (10, 11),
            (19, 20),
            (20, 22),
            (25, 27),
            (100, 110),
        ];
        for (max, most) in by_size {
            for desired in [1, max] {
                assert_eq!(most_while_rebalancing(max, desired, None), most, "{max}");
            }
        }
    }

    #[test]
    fn a_maintenance_policy_takes_the_place_of_that_room() {
        let by_policy = [
            (4, 150, 6),
            (4, 110, 5),
            (4, 100, 5),
            (20, 110, 22),
            (20, 100, 21),
            (20, 200, 40),
        ];
        for (desired, percent, most) in by_policy {
            for max in [desired, 100] {
                let found = most_while_rebalancing(max, desired, Some(percent));
                assert_eq!(found, most, "{percent} % of {desired}, at most {max}");
            }
        }
    }

    #[test]
    fn percentages_round_away_from_zero_below_one_and_towards_it_beyond() {
        let cases = [
            (4, 25, 1),
            (3, 10, 1),
            (5, -10, -1),
            (10, 127, 12),
            (10, -66, -6),
            (1, 67, 1),
            (2, -29, -1),
            (29, -23, -6),
            (10, 0, 0),
        ];
        for (capacity, percent, expected) in cases {
            assert_eq!(
                percent_of(capacity, percent, None),
                expected,
                "{percent} % of {capacity}"
            );
        }
        assert_eq!(percent_of(4, 25, Some(2)), 2);
        assert_eq!(percent_of(20, -10, Some(1)), -2);
    }

    #[test]
    fn the_fullest_zone_loses_first_and_then_the_policies_decide() {
        let one = |place, zone, minute: u64, version| Candidate {
            place,
            zone: ZoneIndex(zone),
            launched: SimTime::from_secs(minute * 60),
            version,
        };
        let four = [
            one(0, 0, 10, 2),
            one(1, 1, 20, 1),
            one(2, 1, 30, 2),
            one(3, 1, 5, 2),
        ];
        let by = |policy: &str| victim(&four, &[policy.to_owned()]);
        assert_eq!(by("NewestInstance"), Some(2));
        assert_eq!(
            by("OldestInstance"),
            Some(3),
            "the oldest of all stands in the smaller zone"
        );
        assert_eq!(by("OldestLaunchTemplate"), Some(1));
        assert_eq!(by("Default"), Some(1), "the oldest version");
        for nothing in ["AllocationStrategy", "OldestLaunchConfiguration"] {
            assert_eq!(by(nothing), Some(1), "{nothing}: all of the zone are alike");
            let then = [nothing.to_owned(), "NewestInstance".to_owned()];
            assert_eq!(victim(&four, &then), Some(2), "{nothing}: the next one decides");
        }
        let alike = [one(0, 0, 10, 2), one(1, 1, 50, 2)];
        assert_eq!(
            victim(&alike, &["Default".to_owned()]),
            Some(1),
            "its hour ends first"
        );
        let other_template = [one(0, 0, 10, 2), one(1, 1, 50, 0)];
        assert_eq!(
            victim(&other_template, &["OldestLaunchTemplate".to_owned()]),
            Some(1)
        );
        assert_eq!(victim(&[], &[]), None);
    }
}
