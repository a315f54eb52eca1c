//! When visits begin: a Poisson process per office, with a rate that may change at any instant.
//!
//! The visit with ordinal *n* of an office comes when the area under the office's rate has grown by *E(n)*, where the
//! *E(n)* are exponential with mean 1 and keyed by (office, *n*). So the same seed gives the same visits in the same
//! order under every rate, and two forks share them.

use des::{MICROS_PER_SECOND, Seed, SimDuration, SimTime, Stream, Ticket};

use crate::workload::OfficeIndex;
use crate::workload::traffic::Traffic;

const INTERARRIVAL: Stream = Stream::named("arrivals/interarrival");

/// The visits of one office.
#[derive(Clone, Debug)]
pub(crate) struct Arrivals {
    office: OfficeIndex,
    /// Visits that have begun.
    pub(crate) visits: u64,
    /// Area under the rate that must still pass before the next one.
    area_left: f64,
    /// Up to when the area was taken off.
    accounted: SimTime,
    /// The event of the next visit.
    pub(crate) ticket: Ticket,
}

impl Arrivals {
    pub(crate) fn new(office: OfficeIndex, seed: Seed) -> Self {
        let mut new = Self {
            office,
            visits: 0,
            area_left: 0.0,
            accounted: SimTime::ZERO,
            ticket: Ticket::NONE,
        };
        new.draw_next(seed, SimTime::ZERO);
        new
    }

    /// The next visit has come: its ordinal.
    pub(crate) fn take(&mut self, seed: Seed, now: SimTime) -> u64 {
        let ordinal = self.visits;
        self.visits += 1;
        self.draw_next(seed, now);
        ordinal
    }

    /// The old traffic ends at `now`; what it has used of the area is taken off.
    pub(crate) fn settle(&mut self, traffic: &Traffic, share: f64, now: SimTime) {
        let mut at = self.accounted;
        while at < now {
            let piece = traffic.piece_at(at);
            let end = piece.until.min(now);
            self.area_left -= piece.per_second * share * end.since(at).as_secs_f64();
            at = end;
        }
        self.area_left = self.area_left.max(0.0);
        self.accounted = now;
    }

    /// When the next visit comes if the traffic stays as it is.
    pub(crate) fn next_at(&self, traffic: &Traffic, share: f64) -> SimTime {
        if share == 0.0 {
            return SimTime::NEVER;
        }
        let (mut at, mut left) = (self.accounted, self.area_left);
        loop {
            let piece = traffic.piece_at(at);
            let rate = piece.per_second * share;
            let area = if piece.until == SimTime::NEVER {
                f64::INFINITY
            } else {
                rate * piece.until.since(at).as_secs_f64()
            };
            if rate > 0.0 && area >= left {
                return at + SimDuration::from_micros((left / rate * MICROS_PER_SECOND as f64) as u64);
            }
            if piece.until == SimTime::NEVER {
                return SimTime::NEVER;
            }
            left -= area;
            at = piece.until;
        }
    }

    fn draw_next(&mut self, seed: Seed, now: SimTime) {
        self.area_left = seed
            .draw(INTERARRIVAL, self.office.0.into(), self.visits)
            .exponential();
        self.accounted = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workload::traffic::Profile;

    fn steady(rate: f64) -> Traffic {
        Traffic {
            rate,
            ..Traffic::NONE
        }
    }

    fn first_visits(traffic: &Traffic, n: usize) -> Vec<SimTime> {
        let mut arrivals = Arrivals::new(OfficeIndex(0), Seed(5));
        let visit = || {
            let at = arrivals.next_at(traffic, 1.0);
            arrivals.take(Seed(5), at);
            at
        };
        std::iter::repeat_with(visit)
            .scan((), |(), at| Some(at))
            .take(n)
            .collect()
    }

    #[test]
    fn visits_come_at_the_rate() {
        let n = 40_000;
        let last = *first_visits(&steady(200.0), n).last().unwrap();
        assert!(
            (last.as_secs_f64() - 200.0).abs() < 3.0,
            "three standard errors of 200 s: {last}"
        );
    }

    #[test]
    fn twice_the_rate_is_the_same_visits_in_half_the_time() {
        let (slow, fast) = (
            first_visits(&steady(50.0), 500),
            first_visits(&steady(100.0), 500),
        );
        for (slow, fast) in slow.iter().zip(&fast) {
            assert!(
                slow.as_micros().abs_diff(2 * fast.as_micros()) <= 2_000,
                "rounding only: {slow} {fast}"
            );
        }
    }

    #[test]
    fn a_change_of_rate_keeps_what_has_passed() {
        let mut changed = Arrivals::new(OfficeIndex(0), Seed(5));
        let unchanged = changed.next_at(&steady(0.01), 1.0);
        changed.settle(&steady(0.01), 1.0, SimTime::from_secs(1));
        assert_eq!(changed.next_at(&steady(0.01), 1.0), unchanged);
        assert!(changed.next_at(&steady(10.0), 1.0) < unchanged);
        assert_eq!(changed.next_at(&steady(0.0), 1.0), SimTime::NEVER);
    }

    #[test]
    fn a_curve_and_its_chords_agree() {
        let ramp = Profile::Ramp {
            from: 0.0,
            over: SimDuration::from_secs(100),
        };
        let traffic = Traffic {
            rate: 100.0,
            profile: ramp,
            since: SimTime::ZERO,
        };
        let n = first_visits(&traffic, 6_000)
            .iter()
            .filter(|at| at.as_secs() < 100)
            .count();
        assert!(
            n.abs_diff(5_000) < 260,
            "area under the ramp is 5,000, less half a step: {n}"
        );
    }
}
